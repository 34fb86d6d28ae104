"""Find the quotation marks of a text and decide for each whether it opens or closes.

The characters beside a mark decide: a straight mark after a blank opens, one before a blank closes. Marks are never
paired by counting from the top of the text, so a missing mark damages no quotation but its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final, final

from factcheck.kinds.quotation.lexicon import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    PAST,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    RELATIVE,
    SPEECH,
    SUBORDINATOR,
    TIME,
    Lexicon,
)
from factcheck.kinds.quotation.lexicon import lexicon as read_lexicon
from factcheck.kinds.room import Spans, sentence_index
from factcheck.model import Sentence
from factcheck.productions import MarkOptions
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

OPEN, CLOSE, EITHER = 1, 2, 3
STOPS: Final = frozenset(",.?!…")
WORD: Final = regex(r"[^\W_]+")
_OPENERS: Final = frozenset("([{<“‘«„\"'`—–-/")
_CLOSERS: Final = frozenset(",.;:!?)]}>”’»\"'—–-…/")
_DASHES: Final = frozenset("—–-")
_APOSTROPHE: Final = regex(r"'(?<!\w')")  # candidates to open a quotation: not inside or after a word
_INCHES: Final = regex(r"(\d['’′]\s?)?(?:\d{1,3}(?:\.\d+)?|[½¼¾])$")
_FIGURE_ENDS: Final = frozenset("0123456789½¼¾")
_ATTRIBUTION_WORDS: Final = 10  # words after a mark among which the verb of an attribution must stand
_ATTRIBUTION_REACH: Final = 110  # characters after a mark searched for an attribution; bounds the work per mark
_CLAUSE: Final = regex(r"[^.?!]*(?:\.(?=\S|\s[A-Z])[^.?!]*)*")
_JOINS: Final = CONJUNCTION | RELATIVE | AUXILIARY


@final
@record
class Mark:
    """A quotation mark, or the same mark doubled.

    `at` and `end` are its offsets, `direction` is OPEN, CLOSE or EITHER, `line` is the index of its paragraph, `rule`
    the id of its rule.
    """

    at: int
    end: int
    direction: int
    line: int
    rule: str


@final
@record
class Page:
    """A text as the pairing of marks needs it.

    `lines` are the spans of its paragraphs, `starts` their start offsets; `closers` are the closing glyphs by rule id.
    """

    text: str
    lines: list[tuple[int, int]]
    starts: list[int]
    sentences: Sequence[Sentence]
    words: Lexicon
    closers: dict[str, tuple[str, ...]]

    def line_of(self, offset: int) -> int:
        """Return the index of the paragraph that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentence_start(self, offset: int) -> int:
        """Return the start of the sentence that holds an offset."""
        return self.sentences[sentence_index([sentence.start for sentence in self.sentences], offset)].start

    def has_attribution(self, offset: int, limit: int) -> bool:
        """Whether the words at an offset attribute the quotation before it: "he said", "said Kelly", "the mayor asked".

        They begin in lower case or with a name; any other capitalised word begins a new sentence.
        """
        bits = self.words.bits
        clause = _CLAUSE.match(self.text, offset, min(limit, offset + _ATTRIBUTION_REACH))
        words = WORD.findall(clause[0] if clause else "")
        for index, word in enumerate(words[:_ATTRIBUTION_WORDS]):
            found = bits.get(word.lower(), 0)
            if index == 0 and found & (_JOINS if word.islower() else FUNCTION | ADVERB):
                return False
            if found & PRONOUN and word[0].isupper():
                return False
            if found & SPEECH and found & (PAST | PRESENT) and (index or word.islower()):
                return True
            if index == 0 and found & ACCORDING:
                rests = self.words.according.get(word.lower(), ())
                if any(tuple(each.lower() for each in words[1 : 1 + len(rest)]) == rest for rest in rests):
                    return True
        return False

    def has_only_attribution(self, offset: int, limit: int, *, inverted: bool = False) -> bool:
        """Whether the words at an offset attribute the quotation before it and introduce no other words.

        True for ", said Roe" and ", Ann Roe said on Monday"; false for "Ann Roe said we would" and "he said no", whose
        content follows. With `inverted`, only a verb before its subject counts (", said Roe").
        """
        bits = self.words.bits
        clause = _CLAUSE.match(self.text, offset, min(limit, offset + _ATTRIBUTION_REACH))
        if clause is None:
            return False
        words = list(WORD.finditer(clause[0]))[: _ATTRIBUTION_WORDS + 1]
        for index, word in enumerate(words):
            found = bits.get(word[0].lower(), 0)
            if not (found & SPEECH and found & (PAST | PRESENT) and word[0].islower()):
                continue
            behind = words[index + 1][0] if index + 1 < len(words) else ""
            if index == 0 or inverted:
                return index == 0 and (behind[:1].isupper() or bool(bits.get(behind, 0) & DETERMINER))
            pause = clause[0][word.end() :].lstrip()[:1]
            linked = bits.get(behind.lower(), 0) & (PREPOSITION | SUBORDINATOR | TIME | ADVERB)
            return behind != "that" and (not pause.isalnum() or bool(linked))
        return False


@record
class _MarkSet:
    """The marks of the rule files: direction and rule of each double glyph, rule of each single one."""

    glyphs: tuple[str, ...]
    directions: dict[str, tuple[int, str]]
    single: dict[str, str]
    closers: dict[str, tuple[str, ...]]


def find_marks(
    text: str, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans
) -> tuple[Page | None, list[Mark], list[tuple[int, str]]]:
    """Return the page, its double marks in order, and the offset and rule of each single mark that may open.

    Marks after a figure inside a span of `taken` are measures and left out. The page is None for a text without marks.
    """
    mark_set = _mark_set(ruleset)
    hits = _glyphs(text, mark_set)
    if not hits:
        return None, [], []
    lines = _lines(sentences)
    page = Page(text, lines, [start for start, _ in lines], sentences, read_lexicon(ruleset), mark_set.closers)
    doubles: list[Mark] = []
    singles: list[tuple[int, str]] = []
    for at, glyph in hits:
        if glyph in mark_set.single:
            singles.append((at, mark_set.single[glyph]))
        elif not _is_inches(text, at, glyph, taken):
            _add(doubles, page, at, glyph, mark_set.directions[glyph])
    return page, doubles, singles


def _glyphs(text: str, mark_set: _MarkSet) -> list[tuple[int, str]]:
    """Return the offset and glyph of each mark in order, the longest glyph at each offset."""
    hits: list[tuple[int, str]] = []
    # One scan per glyph is cheaper than one regex for all: few texts have more than two kinds.
    for glyph in mark_set.glyphs:
        if glyph not in text:
            continue
        if glyph == "'":
            hits += [(hit.start(), glyph) for hit in _APOSTROPHE.finditer(text)]
            continue
        at = text.find(glyph)
        while at >= 0:
            hits.append((at, glyph))
            at = text.find(glyph, at + len(glyph))
    if len(hits) < 2:
        return hits
    hits.sort(key=itemgetter(0))  # stable: the longer glyphs come first
    found, end = [], 0
    for hit in hits:
        if hit[0] >= end:
            found.append(hit)
            end = hit[0] + len(hit[1])
    return found


@lru_cache(maxsize=8)
def _mark_set(ruleset: Ruleset) -> _MarkSet:
    """Return the marks of a ruleset."""
    directions: dict[str, tuple[int, str]] = {}
    single: dict[str, str] = {}
    closers: dict[str, tuple[str, ...]] = {}
    for rule in ruleset.room("quotation"):
        marks = rule.read_options(MarkOptions)
        opening, closing = marks.open.split(), marks.close.split()
        if rule.reading == "single":
            single.update((glyph, rule.id) for glyph in opening)
            continue
        closers[rule.id] = tuple(closing)
        for glyph in (*opening, *closing):
            direction = (EITHER if glyph in closing else OPEN) if glyph in opening else CLOSE
            directions.setdefault(glyph, (direction, rule.id))
    glyphs = sorted({*directions, *single}, key=lambda glyph: (-len(glyph), glyph))
    return _MarkSet(tuple(glyphs), directions, single, closers)


def _lines(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs."""
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
    """Whether a mark after a figure means inches: 5'10", or a mark inside a span that another kind has claimed."""
    if at == 0 or text[at - 1] not in _FIGURE_ENDS or glyph not in {'"', "”", "''"}:
        return False
    measure = _INCHES.search(text, max(0, at - 9), at)
    if measure and measure[1]:
        return True
    index = bisect_right(taken, (at, at)) - 1 if taken else -1
    return index >= 0 and taken[index][0] < at < taken[index][1]


def _add(marks: list[Mark], page: Page, at: int, glyph: str, kind: tuple[int, str]) -> None:
    """Append a mark with its direction; a doubled mark counts as one."""
    end = at + len(glyph)
    if page.text[end : end + 1].islower() and page.text[max(0, at - 1) : at].isalpha() and _splits_word(page, at, end):
        return
    if marks and marks[-1].end == at and glyph == page.text[marks[-1].at : at]:
        mark = marks[-1]
        mark.end = end
    else:
        mark = Mark(at, end, 0, page.line_of(at), kind[1])
        marks.append(mark)
    mark.direction = _direction(page.text, mark.at, end, glyph, kind[0])
    if mark.direction == EITHER:
        start, last = page.lines[mark.line]
        mark.direction = OPEN if mark.at == start else CLOSE if end == last else EITHER


def _splits_word(page: Page, at: int, end: int) -> bool:
    """Whether a mark between two letters is a typing error inside a word; "tired"said Roe" only lacks a blank."""
    begin = at
    while begin and page.text[begin - 1].isalpha():
        begin -= 1
    after = WORD.match(page.text, end)
    sides = page.text[begin:at], after[0] if after else ""
    return not any(len(side) > 1 and side.lower() in page.words.bits for side in sides)


def _direction(text: str, at: int, end: int, glyph: str, kind: int) -> int:
    """Return the direction of a mark; its neighbours overrule a glyph that plainly points the wrong way."""
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    left_free = before.isspace() or before in _OPENERS
    right_free = after.isspace() or after in _CLOSERS
    if kind == EITHER:
        if left_free == right_free:
            return _direction_between(before, after)
        return OPEN if left_free else CLOSE
    if kind == OPEN:
        wrong = right_free and (not left_free or after in "\n\r") and not (glyph == "``" and before == "\n")
    else:
        wrong = left_free and after.isalnum() and before not in _DASHES
    return EITHER if wrong else kind


def _direction_between(before: str, after: str) -> int:
    """Return the direction of a straight mark between two blanks or two words."""
    if before in _DASHES:
        return OPEN if after.isalnum() else CLOSE
    if before.isspace() and not after.isspace():
        return OPEN if after in "—–-…'’" else CLOSE
    return OPEN if after.isspace() and before in "([" else EITHER


def pauses(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield pauses at which an attribution may begin: the offset after the stop and that of the next word."""
    for match in _PAUSE.finditer(text, start, limit):
        yield match.start() + 1, match.end()


_PAUSE: Final = regex(r"[,?!…][”\"']*\s+(?=\S)")
