"""Find dates, times, durations and sets: one scan for triggers, careful rules only where one fires, then joins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from string import digits
from typing import Any, Final

from factcheck.kinds.room import Spans
from factcheck.kinds.timex.conditions import Match
from factcheck.kinds.timex.grammar import SHUT, Grammar, Joint, Pattern, Woken, first_word, grammar_of
from factcheck.kinds.timex.names import is_no_date
from factcheck.kinds.timex.parts import Found, Parts
from factcheck.model import Document, Mention, Sentence
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.words import NINE, Words

LINE_END: Final = "\x00"
_REACH: Final = 64  # how far before its trigger an expression may begin
_STOPPED: Final = regex(r"([a-z]+)\.\Z")
_BEFORE_WORD: Final = frozenset(" -',(/")
_DAY_SHAPES: Final = frozenset(("day", "weekday", "deictic", "holiday"))
_DATED: Final = _DAY_SHAPES | {"instant", "weekday-part"}
_OF_TURN: Final = frozenset(("day", "month"))
_NEVER_ABOUT: Final = frozenset(("deictic", "turn", "weekday", "weekday-part", "month", "holiday"))
_CLAUSE: Final = 60  # how far behind a clock its day may stand in one clause
# Expressions that one joined expression may hold. News has up to 4; a text that repeats "last week" has no end, and
# each one more is a level of recursion for who reads it.
_MOST_JOINED: Final = 8
_GAP: Final = 18  # the longest text between two expressions that a rule joins
_SAME: Final = str.maketrans(dict.fromkeys("’‘ʼ´`", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("–‑‒−", "-"))
_BLANKS: Final = ("\u00a0", "\u202f", "\u2009", "\t", "\r", "\x0b", "\x0c")
_MARKS: Final = tuple((chr(mark), plain) for mark, plain in _SAME.items())


def trigger_words(ruleset: Ruleset) -> frozenset[str]:
    """The words that may begin a trigger."""
    return frozenset(grammar_of(ruleset).openings)


def find(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans, words: Words | None = None
) -> Iterator[Mention]:
    """The time expressions of a document in the order of the text."""
    grammar = grammar_of(ruleset)
    words = words or Words(document.text, trigger_words(ruleset))
    folded = fold(document.text, sentences)
    index, last = 0, len(sentences) - 1
    for parts in joined(atoms(document.text, folded, words, grammar), folded, grammar):
        if parts.weak or (taken and any(start < parts.end and end > parts.start for start, end in taken)):
            continue
        while index < last and sentences[index + 1].start <= parts.start:
            index += 1
        yield Mention(parts.kind, parts.start, parts.end, parts.rule.id, index, Found(parts, folded))


def fold(text: str, sentences: Sequence[Sentence]) -> str:
    """The text in small letters with plain marks, code point for code point; line ends that end a sentence are NUL."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if not low.isascii():
        for mark, plain in _MARKS:
            low = low.replace(mark, plain)
    for blank in _BLANKS:
        low = low.replace(blank, " ")
    return _without_line_ends(low, sentences) if "\n" in low else low


def _without_line_ends(low: str, sentences: Sequence[Sentence]) -> str:
    ended = low.replace("\n", LINE_END)
    parts: list[str] = []
    at = 0
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if low.find("\n", start, end) >= 0:
            parts += (ended[at:start], low[start:end].replace("\n", " "))
            at = end
    return "".join((*parts, ended[at:])) if parts else ended


def atoms(text: str, low: str, words: Words, grammar: Grammar) -> Iterator[Parts]:
    """Single expressions, without overlap, from left to right."""
    cursor = 0
    for start, end, triggered in triggers(words, low, grammar):
        if end <= cursor:
            continue
        found = _widest(triggered, starts_before(low, cursor, start, grammar), (start, end), text, low)
        if found is not None:
            parts = _with_suffix(_absorbed(found, low, grammar), low, grammar)
            cursor = parts.end
            yield parts


def triggers(words: Words, low: str, grammar: Grammar) -> list[tuple[int, int, Woken]]:
    """Where the triggers of the rules stand, and what each wakes: words, runs of words, figures of a known shape."""
    found: list[tuple[int, int, Woken]] = []
    openings, figure_at, shape_at = grammar.openings, grammar.figure.match, grammar.shapes.match
    pieces, until = words.pieces, 0
    for index, start in zip(words.triggered, words.starts, strict=True):
        if start < until:
            continue
        piece = pieces[index]
        opening = openings.get(piece)
        if opening is None and ord(piece[-1]) <= NINE and ord(piece[0]) > NINE:
            opening = openings.get(piece.rstrip(digits))
        if opening is not None:
            trigger = opening.trigger(low, start, pieces[index + 1] if index + 1 < len(pieces) else "")
            if trigger:
                until = start + len(trigger)
                found.append((start, until, opening.wakes(trigger)))
        elif ord(piece[0]) <= NINE and figure_at(low, start) is not None:
            shape = shape_at(low, start)
            if shape is not None:
                found.append((start, shape.end(), grammar.wake[shape.lastgroup or ""]))
    return found


def starts_before(low: str, cursor: int, start: int, grammar: Grammar) -> tuple[list[tuple[int, str]], int]:
    """Where before its trigger an expression may begin, with which word, and where the words before it do."""
    starts: list[tuple[int, str]] = []
    if start and low[start - 1] not in _BEFORE_WORD:
        return starts, start
    begin = start - _REACH if start - _REACH > cursor else cursor
    begin = low.rfind(LINE_END, begin, start) + 1 or begin
    tokens = low[begin:start].split(" ")
    cut = begin > cursor and low[begin - 1].isalnum()
    leftmost = end = start
    if not tokens[-1]:  # the last token touches the trigger, each other has a blank after it
        tokens.pop()
        end -= 1
    places = grammar.places
    while tokens:
        token = tokens.pop()
        place, word = places[token]
        at = end - len(token)
        if token == "'" and end == start:
            place = 0
        elif place == SHUT or (cut and not tokens):
            break
        if place >= 0:
            starts.append((at + place, word))
        leftmost, end = at, at - 1
    return starts, leftmost


def _widest(
    triggered: Woken, places: tuple[list[tuple[int, str]], int], trigger: tuple[int, int], text: str, low: str
) -> Parts | None:
    """The longest expression at the leftmost place that any rule accepts and that holds the trigger."""
    starts, leftmost = places
    for start, word in reversed(starts):
        patterns = triggered.opened_by(word)
        if patterns and (found := _longest(patterns, start, trigger, text, low)):
            return _parts(*found, min(leftmost, start), low)
    start = trigger[0]
    found = _longest(triggered.opened_by(first_word(low, start)), start, trigger, text, low)
    return _parts(*found, min(leftmost, start), low) if found else None


def _longest(
    patterns: Iterable[Pattern], start: int, trigger: tuple[int, int], text: str, low: str
) -> tuple[Pattern, Match] | None:
    """The pattern that accepts the longest expression at a place, the first of them in the rules' order."""
    best: tuple[Pattern, Match] | None = None
    reach = trigger[1]
    for pattern in patterns:
        match = pattern.match(low, start)
        if match is None:
            continue
        end = match.end()
        if end >= reach and _fits(pattern, match, low) and not is_no_date(pattern, match, trigger, text, low):
            best, reach = (pattern, match), end + 1
    return best


def _parts(pattern: Pattern, match: Match, leftmost: int, low: str) -> Parts:
    start, end = match.span()
    last = low[end - 1]
    if last in " -" or (last == "." and _is_whole_word(low, start, end, pattern)):
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


def _is_whole_word(low: str, start: int, end: int, pattern: Pattern) -> bool:
    """Whether a stop follows a month or weekday written in full, so that it ends the sentence."""
    word = _STOPPED.search(low, start, end)
    if word is None or word[1] in pattern.words("short_name"):
        return False
    return word[1] in pattern.words("month") or word[1] in pattern.words("weekday")


def _fits(pattern: Pattern, match: Match, low: str) -> bool:
    """Whether what stands before and after lets the rule hold."""
    for check in pattern.checks:  # noqa: SIM110  a loop: this is the hottest line of the room
        if not check(match, low):
            return False
    return True


def _absorbed(parts: Parts, low: str, grammar: Grammar) -> Parts:
    """The expression with the words before it that say which part, from when on, or how nearly."""
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
        if surface == "about" and parts.shape in _NEVER_ABOUT:
            break
        if surface == "over" and not _means_more(words, parts, low, grammar):
            break
        changes.setdefault(slot, True if slot == "since" else surface if slot == "hedge" else meaning)
        del words[-size:]
    if not changes:
        return parts
    lead = _kept(parts.lead, len(words))
    begin = parts.start - len(parts.lead) + len(lead)
    begin += len(low[begin : parts.start]) - len(low[begin : parts.start].lstrip(" ,-("))
    return replace(parts, start=begin, lead=lead, **changes)


def _means_more(words: list[str], parts: Parts, low: str, grammar: Grammar) -> bool:
    """Whether "over" before a length is a bound: "in over six years", not "$9 million over five years"."""
    if low.startswith(" ago", parts.end):
        return True
    begin = parts.start - len(parts.lead)
    previous = words[-2:-1] or low[max(0, begin - _REACH) : begin].split()[-1:]
    return bool(previous) and previous[0] in grammar.words("over_means_more")


def _kept(lead: str, count: int) -> str:
    """The first words of the lead, with the blanks and hyphens after them."""
    at = 0
    for _ in range(count):
        while at < len(lead) and lead[at] in " -":
            at += 1
        while at < len(lead) and lead[at] not in " -":
            at += 1
    return lead[:at]


def joined(found: Iterable[Parts], low: str, grammar: Grammar) -> list[Parts]:
    """The expressions with neighbours joined that mean one time together."""
    done: list[Parts] = []
    rest = iter(found)
    parts = next(rest, None)
    while parts is not None:
        following = next(rest, None)
        if done and following is not None and _is_ahead(done[-1], parts, following):
            whole = _join(parts, following, low, grammar)
            if whole:
                parts, following = whole, next(rest, None)
        while done and (whole := _join(done[-1], parts, low, grammar)):
            done.pop()
            parts = whole
        done.append(parts)
        parts = following
    return _with_days(done, low, grammar)


def _is_ahead(before: Parts, parts: Parts, following: Parts) -> bool:
    """Whether an expression belongs first to the one after it: "9 a.m. to 5 p.m. Monday to Friday"."""
    if before.shape in _OF_TURN:  # "from May 1 to June 15 last year": of that year both
        return parts.shape in _OF_TURN and following.shape == "turn"
    if before.shape in ("clock", "clocks"):
        return parts.shape == "weekday" and following.shape in ("weekday", "day")
    return before.shape == "instant" and parts.shape == "clock" and following.shape in _DAY_SHAPES


def _with_days(done: list[Parts], low: str, grammar: Grammar) -> list[Parts]:
    """The expressions, with its day for the first of two clocks when the day stands beside or behind the second."""
    for at, one in enumerate(done[:-1]):
        two = done[at + 1]
        if one.shape != "clock":
            continue
        if low[one.end : two.start].strip() != "(":
            if _is_in_clause(one, two, low, grammar) and not (at and _is_dated(done[at - 1], one, low)):
                done[at] = replace(one, day=two)
            continue
        day = two if two.shape == "instant" else done[at + 2] if at + 2 < len(done) else None
        if day is two or (two.shape == "clock" and day is not None and _is_behind(two, day, low)):
            done[at] = replace(one, day=day)
    return done


def _is_in_clause(clock: Parts, day: Parts, low: str, grammar: Grammar) -> bool:
    """Whether a weekday dates a clock before it in its clause: "at 3 p.m. in the region Thursday"."""
    if day.shape not in ("weekday", "deictic") or day.start - clock.end > _CLAUSE or day.mod or day.side or day.since:
        return False
    return grammar.one_clause.fullmatch(low, clock.end, day.start) is not None


def _is_dated(before: Parts, clock: Parts, low: str) -> bool:
    """Whether a day told before a clock, in its sentence, is the clock's."""
    return before.end <= clock.start and before.shape in _DATED and ". " not in low[before.end : clock.start]


def _is_behind(two: Parts, day: Parts, low: str) -> bool:
    return day.shape in _DAY_SHAPES and low[two.end : day.start].strip() in (")", ") on", "),", "), on")


def _with_suffix(parts: Parts, low: str, grammar: Grammar) -> Parts:
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
    size = right.start - left.end
    if size > _GAP or size < 0 or left.size + right.size > _MOST_JOINED:
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
    start, end = left.start, right.end
    if low[right.start - 1] == "(" and low[end : end + 1] == ")":
        end += 1
    ranged = joint.rule.reading in ("range", "time_range", "now")
    if ranged and lead in ("from", "between"):
        opened = low.rfind(lead, max(0, start - _REACH), start)
        start = opened if opened >= 0 else start  # a range within a range has taken the word already
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
