"""Find dates, times, durations and sets: scan for triggers, match patterns only there, then join neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from factcheck.kinds.room import Spans
from factcheck.kinds.timex.conditions import Match
from factcheck.kinds.timex.grammar import OUTSIDE, Grammar, Joint, Pattern, TriggerPatterns, first_word, grammar_of
from factcheck.kinds.timex.names import is_no_date
from factcheck.kinds.timex.parts import Found, Parts
from factcheck.model import Document, Mention, Sentence
from factcheck.records import replace
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.words import NINE, Words

LINE_END: Final = "\x00"
_PREFIX_REACH: Final = 64  # characters before its trigger in which an expression may begin
_ABBREVIATED: Final = regex(r"([a-z]+)\.\Z")  # a word with a stop at the end of an expression
_WORD_BOUNDARY: Final = frozenset(" -',(/")
_DAY_SHAPES: Final = frozenset(("day", "weekday", "deictic", "holiday"))
_DATED_SHAPES: Final = _DAY_SHAPES | {"instant", "weekday-part"}
_YEARLESS_SHAPES: Final = frozenset(("day", "month"))  # may take their year from "last year" after them
# Before these shapes "about" is no hedge: "talks about Friday".
_ABOUT_IS_TOPIC: Final = frozenset(("deictic", "turn", "weekday", "weekday-part", "month", "holiday"))
_CLAUSE_REACH: Final = 60  # characters between a clock and the day after it in the same clause
# Expressions in one joined expression. News has up to 4; a text that repeats "last week" would have no limit, and each
# one adds a level of recursion when the expression is read.
_MAX_JOINED: Final = 8
_DIGITS: Final = "0123456789"
_MAX_GAP: Final = 18  # characters between two expressions beyond which no rule joins them
_PLAIN_MARKS: Final = str.maketrans(
    dict.fromkeys("’‘ʼ´`", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("–‑‒−", "-")
)
_BLANKS: Final = ("\u00a0", "\u202f", "\u2009", "\t", "\r", "\x0b", "\x0c")
_PLAIN_PAIRS: Final = tuple((chr(mark), plain) for mark, plain in _PLAIN_MARKS.items())


def trigger_words(ruleset: Ruleset) -> frozenset[str]:
    """The first words of all triggers."""
    return frozenset(grammar_of(ruleset).trigger_starts)


def find(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, claimed: Spans, words: Words | None = None
) -> Iterator[Mention]:
    """The time expressions of a document, in text order, outside the spans that other kinds have `claimed`.

    `words` are the words of the text, when the caller has split it already.
    """
    grammar = grammar_of(ruleset)
    words = words or Words(document.text, trigger_words(ruleset))
    folded = fold(document.text, sentences)
    index, last = 0, len(sentences) - 1
    for parts in joined(atoms(document.text, folded, words, grammar), folded, grammar):
        if parts.weak or (claimed and any(start < parts.end and end > parts.start for start, end in claimed)):
            continue
        while index < last and sentences[index + 1].start <= parts.start:
            index += 1
        yield Mention(parts.kind, parts.start, parts.end, parts.rule.id, index, Found(parts, folded))


def fold(text: str, sentences: Sequence[Sentence]) -> str:
    """The text in lower case with plain quotation marks and hyphens; offsets stay those of the text.

    Line breaks within a sentence are blanks; all others are NUL, which no pattern matches.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if not low.isascii():
        for mark, plain in _PLAIN_PAIRS:
            low = low.replace(mark, plain)
    for blank in _BLANKS:
        low = low.replace(blank, " ")
    return _without_line_ends(low, sentences) if "\n" in low else low


def _without_line_ends(low: str, sentences: Sequence[Sentence]) -> str:
    """The folded text with the line breaks within sentences as blanks, and all others as NUL."""
    with_marks = low.replace("\n", LINE_END)
    parts: list[str] = []
    at = 0
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if low.find("\n", start, end) >= 0:
            parts += (with_marks[at:start], low[start:end].replace("\n", " "))
            at = end
    return "".join((*parts, with_marks[at:])) if parts else with_marks


def atoms(text: str, low: str, words: Words, grammar: Grammar) -> Iterator[Parts]:
    """Single expressions before any join, without overlap, from left to right."""
    cursor = 0
    for start, end, triggered in triggers(words, low, grammar):
        if end <= cursor:
            continue
        found = _widest(triggered, starts_before(low, cursor, start, grammar), (start, end), text, low)
        if found is not None:
            parts = _with_suffix(_with_prefixes(found, low, grammar), low, grammar)
            cursor = parts.end
            yield parts


def triggers(words: Words, low: str, grammar: Grammar) -> list[tuple[int, int, TriggerPatterns]]:
    """Start and end of every trigger, with its patterns; a figure is a trigger when it has one of the shapes."""
    found: list[tuple[int, int, TriggerPatterns]] = []
    trigger_starts, figure_at, shape_at = grammar.trigger_starts, grammar.figure.match, grammar.shapes.match
    pieces, scanned_to = words.pieces, 0
    for index, start in zip(words.triggered, words.starts, strict=True):
        if start < scanned_to:
            continue
        piece = pieces[index]
        opening = trigger_starts.get(piece)
        if opening is None and ord(piece[-1]) <= NINE and ord(piece[0]) > NINE:
            opening = trigger_starts.get(piece.rstrip(_DIGITS))
        if opening is not None:
            trigger = opening.trigger(low, start, pieces[index + 1] if index + 1 < len(pieces) else "")
            if trigger:
                scanned_to = start + len(trigger)
                found.append((start, scanned_to, opening.patterns_for(trigger)))
        elif ord(piece[0]) <= NINE and figure_at(low, start) is not None:
            shape = shape_at(low, start)
            if shape is not None:
                found.append((start, shape.end(), grammar.shape_patterns[shape.lastgroup or ""]))
    return found


def starts_before(low: str, cursor: int, start: int, grammar: Grammar) -> tuple[list[tuple[int, str]], int]:
    """Where an expression may begin before its trigger, nearest first, each offset with the word there.

    The second value is the offset of the leftmost token that may belong to it: prefixes are looked for from there.
    """
    starts: list[tuple[int, str]] = []
    if start and low[start - 1] not in _WORD_BOUNDARY:
        return starts, start
    begin = start - _PREFIX_REACH if start - _PREFIX_REACH > cursor else cursor
    begin = low.rfind(LINE_END, begin, start) + 1 or begin
    tokens = low[begin:start].split(" ")
    starts_mid_word = begin > cursor and low[begin - 1].isalnum()
    leftmost = end = start
    if not tokens[-1]:  # the last token touches the trigger, each other has a blank after it
        tokens.pop()
        end -= 1
    token_starts = grammar.token_starts
    while tokens:
        token = tokens.pop()
        offset, word = token_starts[token]
        at = end - len(token)
        if token == "'" and end == start:  # the apostrophe of "'82"
            offset = 0
        elif offset == OUTSIDE or (starts_mid_word and not tokens):
            break
        if offset >= 0:
            starts.append((at + offset, word))
        leftmost, end = at, at - 1
    return starts, leftmost


def _widest(
    patterns_at: TriggerPatterns,
    candidates: tuple[list[tuple[int, str]], int],
    trigger: tuple[int, int],
    text: str,
    low: str,
) -> Parts | None:
    """The longest expression that contains the trigger, at the leftmost start that any pattern matches."""
    starts, leftmost = candidates
    for start, word in reversed(starts):
        patterns = patterns_at.starting_with(word)
        if patterns and (found := _longest(patterns, start, trigger, text, low)):
            return _as_parts(*found, min(leftmost, start), low)
    start = trigger[0]
    found = _longest(patterns_at.starting_with(first_word(low, start)), start, trigger, text, low)
    return _as_parts(*found, min(leftmost, start), low) if found else None


def _longest(
    patterns: Iterable[Pattern], start: int, trigger: tuple[int, int], text: str, low: str
) -> tuple[Pattern, Match] | None:
    """The pattern with the longest match at a start; among equals, the first in the order of the rules."""
    best: tuple[Pattern, Match] | None = None
    reach = trigger[1]
    for pattern in patterns:
        match = pattern.match(low, start)
        if match is None:
            continue
        end = match.end()
        if end >= reach and _passes_checks(pattern, match, low) and not is_no_date(pattern, match, trigger, text, low):
            best, reach = (pattern, match), end + 1
    return best


def _as_parts(pattern: Pattern, match: Match, leftmost: int, low: str) -> Parts:
    """A match as an expression, without a blank, hyphen or sentence-final full stop at its end."""
    start, end = match.span()
    last = low[end - 1]
    if last in " -" or (last == "." and _ends_with_full_name(low, start, end, pattern)):
        end -= 1
    return Parts(
        rule=pattern.rule,
        kind=pattern.kind,
        shape=pattern.shape,
        start=start,
        end=end,
        groups=match.groupdict(),
        lead=low[leftmost:start],
        weak=pattern.weak or not pattern.is_sure(match, low),
    )


def _ends_with_full_name(low: str, start: int, end: int, pattern: Pattern) -> bool:
    """Whether the final stop follows a month or weekday in full, so that it ends the sentence, not an abbreviation."""
    word = _ABBREVIATED.search(low, start, end)
    if word is None or word[1] in pattern.words("short_name"):
        return False
    return word[1] in pattern.words("month") or word[1] in pattern.words("weekday")


def _passes_checks(pattern: Pattern, match: Match, low: str) -> bool:
    """Whether the text around a match meets the conditions of its rule."""
    for check in pattern.checks:  # noqa: SIM110  a plain loop: this is the most executed line of the module
        if not check(match, low):
            return False
    return True


def _with_prefixes(parts: Parts, low: str, grammar: Grammar) -> Parts:
    """The expression extended by modifiers before it: "early" May, "since" 2016, "about" two weeks."""
    if not parts.lead:
        return parts
    table = grammar.length_prefixes if parts.shape == "length" else grammar.date_prefixes
    if parts.shape in ("set", "reference") or parts.groups.get("turn2"):
        return parts
    if parts.shape == "length" and parts.groups.get("turn"):
        return parts
    words = parts.lead.replace("-", " ").rstrip("' ").split()
    if not words or words[-1] not in grammar.prefix_ends:
        return parts
    changes: dict[str, Any] = {}
    while words:
        size = next((n for n in range(min(5, len(words)), 0, -1) if " ".join(words[-n:]) in table), 0)
        if not size:
            break
        surface = " ".join(words[-size:])
        slot, meaning = table[surface]
        if surface == "about" and parts.shape in _ABOUT_IS_TOPIC:
            break
        if surface == "over" and not _over_is_bound(words, parts, low, grammar):
            break
        changes.setdefault(slot, True if slot == "since" else surface if slot == "hedge" else meaning)
        del words[-size:]
    if not changes:
        return parts
    lead = _first_words(parts.lead, len(words))
    begin = parts.start - len(parts.lead) + len(lead)
    begin += len(low[begin : parts.start]) - len(low[begin : parts.start].lstrip(" ,-("))
    return replace(parts, start=begin, lead=lead, **changes)


def _over_is_bound(words: list[str], parts: Parts, low: str, grammar: Grammar) -> bool:
    """Whether "over" is a lower bound ("in over six years") and not a period ("$9 million over five years")."""
    if low.startswith(" ago", parts.end):
        return True
    begin = parts.start - len(parts.lead)
    previous = words[-2:-1] or low[max(0, begin - _PREFIX_REACH) : begin].split()[-1:]
    return bool(previous) and previous[0] in grammar.words("over_means_more")


def _first_words(lead: str, count: int) -> str:
    """The first `count` words of the lead, each with the blanks and hyphens before it."""
    at = 0
    for _ in range(count):
        while at < len(lead) and lead[at] in " -":
            at += 1
        while at < len(lead) and lead[at] not in " -":
            at += 1
    return lead[:at]


def joined(found: Iterable[Parts], low: str, grammar: Grammar) -> list[Parts]:
    """The expressions, with neighbours that mean one time joined."""
    done: list[Parts] = []
    rest = iter(found)
    parts = next(rest, None)
    while parts is not None:
        following = next(rest, None)
        if done and following is not None and _binds_to_next(done[-1], parts, following):
            whole = _join(parts, following, low, grammar)
            if whole:
                parts, following = whole, next(rest, None)
        while done and (whole := _join(done[-1], parts, low, grammar)):
            done.pop()
            parts = whole
        done.append(parts)
        parts = following
    return _with_clock_days(done, low, grammar)


def _binds_to_next(before: Parts, parts: Parts, following: Parts) -> bool:
    """Whether an expression joins the one after it first: "9 a.m. to 5 p.m. Monday to Friday"."""
    if before.shape in _YEARLESS_SHAPES:  # "from May 1 to June 15 last year" dates both days
        return parts.shape in _YEARLESS_SHAPES and following.shape == "turn"
    if before.shape in ("clock", "clocks"):
        return parts.shape == "weekday" and following.shape in ("weekday", "day")
    return before.shape == "instant" and parts.shape == "clock" and following.shape in _DAY_SHAPES


def _with_clock_days(done: list[Parts], low: str, grammar: Grammar) -> list[Parts]:
    """The expressions, with a day for each undated clock whose day stands elsewhere in its clause."""
    for at, one in enumerate(done[:-1]):
        two = done[at + 1]
        if one.shape != "clock":
            continue
        if low[one.end : two.start].strip() != "(":
            if _is_in_clause(one, two, low, grammar) and not (at and _is_dated(done[at - 1], one, low)):
                done[at] = replace(one, day=two)
            continue
        day = two if two.shape == "instant" else done[at + 2] if at + 2 < len(done) else None
        if day is two or (two.shape == "clock" and day is not None and _day_follows(two, day, low)):
            done[at] = replace(one, day=day)
    return done


def _is_in_clause(clock: Parts, day: Parts, low: str, grammar: Grammar) -> bool:
    """Whether a weekday dates a clock before it in the same clause: "at 3 p.m. in the region Thursday"."""
    if (
        day.shape not in ("weekday", "deictic")
        or day.start - clock.end > _CLAUSE_REACH
        or day.mod
        or day.side
        or day.since
    ):
        return False
    return grammar.clock_to_day.fullmatch(low, clock.end, day.start) is not None


def _is_dated(before: Parts, clock: Parts, low: str) -> bool:
    """Whether a day before a clock, in the same sentence, dates it."""
    return before.end <= clock.start and before.shape in _DATED_SHAPES and ". " not in low[before.end : clock.start]


def _day_follows(two: Parts, day: Parts, low: str) -> bool:
    """Whether a day follows directly after the bracket around a second clock."""
    return day.shape in _DAY_SHAPES and low[two.end : day.start].strip() in (")", ") on", "),", "), on")


def _with_suffix(parts: Parts, low: str, grammar: Grammar) -> Parts:
    """The expression with a suffix that changes its meaning: "two weeks" + "ago"."""
    for joint in grammar.suffixes.get(parts.shape, ()):
        if joint.suffix is not None and (match := joint.suffix.match(low, parts.end)):
            return Parts(
                rule=joint.rule,
                kind=joint.kind,
                shape=joint.shape,
                start=parts.start,
                end=match.end(),
                groups=match.groupdict(),
                hedge=parts.hedge,
                lead=parts.lead,
                left=parts,
                size=parts.size,
            )
    return parts


def _join(left: Parts, right: Parts, low: str, grammar: Grammar) -> Parts | None:
    """Two neighbours as one expression; None where no rule joins them."""
    size = right.start - left.end
    if size > _MAX_GAP or size < 0 or left.size + right.size > _MAX_JOINED:
        return None
    gap = low[left.end : right.start]
    gap = gap.strip() or " " if gap else ""
    lead = left.lead.split()[-1] if left.lead.strip() else ""
    if gap == "and" and lead == "between":
        gap = "and between"
    joint = grammar.joints.get((left.shape, gap, right.shape))
    if joint is None:
        return None
    return _joined_parts(joint, left, right, lead, low)


def _joined_parts(joint: Joint, left: Parts, right: Parts, lead: str, low: str) -> Parts:
    """The joined expression, with the closing bracket or the "from" of a range that belongs to it."""
    start, end = left.start, right.end
    if low[right.start - 1] == "(" and low[end : end + 1] == ")":
        end += 1
    ranged = joint.rule.reading in ("range", "time_range", "now")
    if ranged and lead in ("from", "between"):
        opened = low.rfind(lead, max(0, start - _PREFIX_REACH), start)
        start = opened if opened >= 0 else start  # in a range within a range, the inner one has the word already
    return Parts(
        rule=joint.rule,
        kind=joint.kind,
        shape=joint.shape,
        start=start,
        end=end,
        groups={},
        since=left.since and not ranged,
        mod=left.mod if not ranged else None,
        side=left.side if not ranged else None,
        lead=left.lead,
        left=left,
        right=right,
        size=left.size + right.size,
    )
