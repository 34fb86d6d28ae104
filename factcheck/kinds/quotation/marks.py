"""Where quotations begin and end: the marks of a text paired, whatever is missing or doubled.

Each mark is turned by its own neighbourhood (a straight mark after a blank opens), never by counting from the top of
the page, so that one bad mark spoils no quotation but its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.kinds.quotation.lexicon import DETERMINER, PAST, PRESENT, PRONOUN, SPEECH, Lexicon, lexicon
from factcheck.model import Sentence
from factcheck.ruleset import Ruleset

Spans = Sequence[tuple[int, int]]

OPEN, CLOSE, EITHER = 1, 2, 3
_OPENERS = frozenset("([{<“‘«„\"'`—–-/")
_CLOSERS = frozenset(",.;:!?)]}>”’»\"'—–-…/")
_DASHES = frozenset("—–-")
_STOPS = frozenset(",.?!…")
_WORD = re.compile(r"[^\W_]+")
_INCHES = re.compile(r"(\d['’′]\s?)?(\d{1,3}(?:\.\d+)?|[½¼¾])$")
_DECADE = re.compile(r"\d\ds?\b(?!\d)")
_SINGLE_CLOSE = re.compile(r"['’](?![^\W_])")
_PAUSE = re.compile(r"[,?!…][”\"']*\s+(?=\S)")


class Part(Struct, frozen=True):
    """A stretch of quoted words: `start` and `end` inside the marks, `opens` and `closes` around them.

    `follows` is the start of the part that this one continues, for a quotation re-opened in a new paragraph.
    """

    start: int
    end: int
    opens: int
    closes: int
    rule: str
    follows: int | None = None


class _Mark(Struct):
    at: int
    end: int
    turn: int
    line: int
    rule: str


class _Family(Struct, frozen=True):
    """The marks of the rule files: which glyph opens or closes by itself, and which rule it belongs to."""

    pattern: re.Pattern[str]
    turns: dict[str, tuple[int, str]]
    single: dict[str, str]
    closers: dict[str, tuple[str, ...]]


class _Page(Struct, frozen=True):
    """A text with its paragraphs, as the pairing of marks sees it."""

    text: str
    lines: list[tuple[int, int]]
    starts: list[int]
    words: Lexicon
    closers: dict[str, tuple[str, ...]]

    def line_of(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)


def parts(text: str, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans = ()) -> list[Part]:
    """The quoted stretches of a text in order, none inside another."""
    family = _family(ruleset)
    hits = list(family.pattern.finditer(text))
    if not hits:
        return []
    lines = _lines(sentences)
    page = _Page(text, lines, [start for start, _ in lines], lexicon(ruleset), family.closers)
    doubles, singles = [], []
    for hit in hits:
        glyph = hit[0]
        if glyph in family.single:
            singles.append((hit.start(), family.single[glyph]))
        elif not _is_inches(text, hit.start(), glyph, taken):
            _add(doubles, page, hit, family.turns[glyph])
    found = [part for part in _paired(doubles, page) if part.start < part.end]
    return _with_singles(found, singles, page) if singles else found


@lru_cache(maxsize=8)
def _family(ruleset: Ruleset) -> _Family:
    turns: dict[str, tuple[int, str]] = {}
    single: dict[str, str] = {}
    closers: dict[str, tuple[str, ...]] = {}
    for rule in ruleset.room("quotation"):
        opening, closing = rule.options.get("open", ""), rule.options.get("close", "")
        if rule.reading == "single":
            single.update((glyph, rule.id) for glyph in opening.split())
            continue
        closers[rule.id] = tuple(closing.split())
        for glyph in (*opening.split(), *closing.split()):
            both = glyph in opening.split() and glyph in closing.split()
            turns.setdefault(glyph, (EITHER if both else OPEN if glyph in opening.split() else CLOSE, rule.id))
    glyphs = sorted({*turns, *single}, key=lambda glyph: (-len(glyph), glyph))
    # An apostrophe inside or after a word is thrown out before Python sees it.
    spelt = [re.escape(glyph) + (r"(?<!\w')" if glyph == "'" else "") for glyph in glyphs]
    return _Family(re.compile("|".join(spelt) or r"(?!)"), turns, single, closers)


def _lines(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    last = None
    for sentence in sentences:
        if sentence.paragraph == last:
            lines[-1] = (lines[-1][0], sentence.end)
        else:
            lines.append((sentence.start, sentence.end))
            last = sentence.paragraph
    return lines or [(0, 0)]


def _is_inches(text: str, at: int, glyph: str, taken: Spans) -> bool:
    """Whether a mark after a figure is a measure: 5'10", or inside what another room read as one."""
    if glyph not in ('"', "”", "''") or at == 0 or not (text[at - 1].isdigit() or text[at - 1] in "½¼¾"):
        return False
    measure = _INCHES.search(text, max(0, at - 9), at)
    if measure and measure[1]:
        return True
    index = bisect_right(taken, (at, at)) - 1 if taken else -1
    return index >= 0 and taken[index][0] < at < taken[index][1]


def _add(marks: list[_Mark], page: _Page, hit: re.Match[str], kind: tuple[int, str]) -> None:
    """Append a mark, turned by its neighbours; a doubled mark counts once."""
    at, end = hit.span()
    turn = _turn(page.text, at, end, hit[0], kind[0])
    if marks and marks[-1].end == at and hit[0] == page.text[marks[-1].at : at]:
        last = marks[-1]
        last.end = end
        last.turn = _turn(page.text, last.at, end, hit[0], kind[0])
        return
    marks.append(_Mark(at, end, turn, page.line_of(at), kind[1]))


def _turn(text: str, at: int, end: int, glyph: str, kind: int) -> int:
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    left_free = before.isspace() or before in _OPENERS
    right_free = after.isspace() or after in _CLOSERS
    if kind == EITHER:
        if left_free == right_free:
            return _turn_between(before, after)
        return OPEN if left_free else CLOSE
    if kind == OPEN:
        wrong = right_free and (not left_free or after in "\n\r") and not (glyph == "``" and before == "\n")
        return EITHER if wrong else OPEN
    wrong = left_free and after.isalnum() and before not in _DASHES
    return EITHER if wrong else CLOSE


def _turn_between(before: str, after: str) -> int:
    if before in _DASHES:
        return OPEN if after.isalnum() else CLOSE
    if before.isspace() and not after.isspace():
        return OPEN if after in "—–-…'’" else CLOSE
    if after.isspace() and before in "([":
        return OPEN
    return EITHER


def _paired(marks: list[_Mark], page: _Page) -> Iterator[Part]:
    index, reopened = 0, None
    while index < len(marks):
        mark = marks[index]
        if mark.turn == CLOSE:
            index, reopened = index + 1, None
            continue
        closing = _closing(marks, index, page)
        if closing is not None:
            yield from _split(mark, marks[closing].at, marks[closing].end, page, reopened)
            index, reopened = closing + 1, None
            continue
        part = _unclosed(marks, index, page, reopened)
        index += 1
        reopened = None
        if part is not None:
            yield part
            if part.closes == page.lines[mark.line][1] and _is_reopened(marks, index, mark.line, page):
                reopened = part.start


def _closing(marks: list[_Mark], index: int, page: _Page) -> int | None:
    """The index of the mark that closes the one at `index`; None when it stands alone."""
    opening = marks[index]
    at = index + 1
    while at < len(marks) and marks[at].at - opening.end < 4000:
        mark = marks[at]
        if mark.line != opening.line:
            later = _closes_later(mark, opening, page) or (mark.turn == OPEN and _stands_for_close(marks, at, page))
            return at if later and mark.line - opening.line <= 12 else None
        if mark.turn != OPEN or page.text[mark.at : mark.end] in page.closers[opening.rule]:
            return at
        nested = [m.turn for m in marks[at + 1 : at + 3] if m.line == opening.line] == [CLOSE, CLOSE]
        if not nested:
            return at if _stands_for_close(marks, at, page) else None
        at += 2
    return None


def _closes_later(mark: _Mark, opening: _Mark, page: _Page) -> bool:
    """Whether a mark in a later paragraph closes: wire copy may break a line after each sentence."""
    if page.text[mark.at - 1].isdigit():
        return False
    start, end = page.lines[mark.line]
    if mark.turn == CLOSE:
        return mark.at > start
    return mark.turn == EITHER and mark.at > start and mark.end == end


def _stands_for_close(marks: list[_Mark], at: int, page: _Page) -> bool:
    """Whether an opening glyph after a stop was set for a closing one: nothing on its line closes it."""
    mark = marks[at]
    follower = marks[at + 1] if at + 1 < len(marks) else None
    before = page.text[max(0, mark.at - 3, page.lines[mark.line][0]) : mark.at].rstrip()[-1:]
    return before != "" and before in _STOPS and not (follower and follower.line == mark.line and follower.turn != OPEN)


def _is_reopened(marks: list[_Mark], index: int, line: int, page: _Page) -> bool:
    """Whether the mark at `index` opens the paragraph right after `line`."""
    if index >= len(marks) or line + 1 >= len(page.lines):
        return False
    return marks[index].turn != CLOSE and marks[index].at == page.lines[line + 1][0]


def _unclosed(marks: list[_Mark], index: int, page: _Page, reopened: int | None) -> Part | None:
    """What a mark without a closing one quotes: its paragraph, or the words up to the next cue; else nothing."""
    mark = marks[index]
    follower = marks[index + 1] if index + 1 < len(marks) else None
    line_start, line_end = page.lines[mark.line]
    limit = follower.at if follower and follower.line == mark.line else line_end
    lead = page.text[line_start : mark.at].rstrip()[-1:]
    if mark.turn == EITHER or (lead and lead not in ",:.?!"):
        return None
    cut = _before_cue(page, mark.end, limit)
    goes_on = limit == line_end and _is_reopened(marks, index + 1, mark.line, page)
    if cut is not None and not (goes_on and page.text.count(" ", cut, line_end) > 10):
        return _part(page, mark, cut, cut, reopened)
    whole = limit == line_end and page.text[line_end - 1] in ".?!…" and lead != "." and line_end - mark.end < 800
    return _part(page, mark, line_end, line_end, reopened) if goes_on or whole else None


def _before_cue(page: _Page, start: int, limit: int) -> int | None:
    """Where the words end that a following "…, he said" attributes."""
    bits = page.words.bits
    for pause in _PAUSE.finditer(page.text, start, limit):
        words = [word.lower() for word in _WORD.findall(page.text[pause.end() : min(limit, pause.end() + 48)])[:4]]
        first = page.text[pause.end()]
        if words and (first.isupper() or bits.get(words[0], 0) & (PRONOUN | DETERMINER | SPEECH)):
            cues = [n for n, word in enumerate(words) if bits.get(word, 0) & SPEECH and bits[word] & (PAST | PRESENT)]
            if cues and not any(bits.get(word, 0) & PRONOUN for word in words[1 : cues[0]]):
                return pause.start() + 1
    return None


def _split(mark: _Mark, end: int, closes: int, page: _Page, reopened: int | None) -> Iterator[Part]:
    """The part between two marks; one for each paragraph where a blank line stands between."""
    start, opens = mark.end, mark.at
    last = page.line_of(end)
    for line in range(mark.line, last):
        line_end, following = page.lines[line][1], page.lines[line + 1][0]
        if page.text.count("\n", line_end, following) > 1:
            part = _trimmed(page.text, start, line_end, opens, line_end, mark.rule, reopened)
            yield part
            reopened, start, opens = part.start, following, following
    yield _trimmed(page.text, start, end, opens, closes, mark.rule, reopened)


def _part(page: _Page, mark: _Mark, end: int, closes: int, reopened: int | None) -> Part:
    return _trimmed(page.text, mark.end, end, mark.at, closes, mark.rule, reopened)


def _trimmed(text: str, start: int, end: int, opens: int, closes: int, rule: str, follows: int | None) -> Part:  # noqa: PLR0913
    """The part without the blanks inside its marks; empty when no word stands there."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not _WORD.search(text, start, end):
        end = start
    return Part(start, end, opens, closes, rule, follows)


def _with_singles(doubles: list[Part], singles: list[tuple[int, str]], page: _Page) -> list[Part]:
    """The parts together with those between single marks; a single pair may hold double ones, British style."""
    found: list[Part] = []
    opens = [part.opens for part in doubles]
    closed = -1
    for at, rule in singles:
        index = bisect_right(opens, at) - 1
        inside = index >= 0 and at < doubles[index].closes
        if at < closed or inside or not _opens_single(page, at):
            continue
        part = _single(page, at, rule, doubles, index + 1)
        if part is not None:
            found.append(part)
            closed = part.closes
    if not found:
        return doubles
    starts = [part.opens for part in found]
    kept = []
    for part in doubles:
        index = bisect_right(starts, part.opens) - 1
        if index < 0 or part.opens >= found[index].closes:
            kept.append(part)
    return sorted([*kept, *found], key=lambda part: part.start)


def _opens_single(page: _Page, at: int) -> bool:
    """Whether a single mark can open a quotation: free on the left, a word on the right, and no elision ('90s, 'em)."""
    text = page.text
    before = text[at - 1] if at else "\n"
    if not (before.isspace() or before in '([—–:“"'):
        return False
    word = _WORD.match(text, at + 1)
    if word is None:
        return text[at + 1 : at + 2] in {"“", '"', "[", "£", "$", "€", "…"}
    return word[0].lower() not in page.words.elisions and not _DECADE.match(text, at + 1)


def _single(page: _Page, at: int, rule: str, doubles: list[Part], following: int) -> Part | None:
    """The part that a single mark opens, when a single mark on its line clearly closes it."""
    text = page.text
    line = page.line_of(at)
    limit = min(page.lines[line][1], at + 1200)
    doubtful = None
    for close in _SINGLE_CLOSE.finditer(text, at + 2, limit):
        where = close.start()
        while following < len(doubles) and doubles[following].closes <= where:
            following += 1
        if (
            text[where - 1].isspace()
            or _is_split_word(page, where)
            or (following < len(doubles) and doubles[following].opens < where)
        ):
            continue
        if text[where - 1] in _STOPS or _is_closed_off(text, where):
            return _trimmed(text, at + 1, where, at, where + 1, rule, None)
        doubtful = doubtful or where
    if doubtful is None or text.find('"', at, doubtful) >= 0:
        return None
    return _trimmed(text, at + 1, doubtful, at, doubtful + 1, rule, None)


def _is_split_word(page: _Page, where: int) -> bool:
    """Whether a blank stands in a contraction: "don’ t"."""
    tail = _WORD.match(page.text, where + 2) if page.text[where + 1 : where + 2] == " " else None
    return tail is not None and len(tail[0]) < 3 and tail[0] in page.words.elisions


def _is_closed_off(text: str, where: int) -> bool:
    """Whether the word before a single mark is no plural possessive ("the workers' rights")."""
    after = text[where + 1 : where + 3]
    return text[where - 1] not in "sxzSXZ" or not (after[:1] == " " and after[1:].islower())
