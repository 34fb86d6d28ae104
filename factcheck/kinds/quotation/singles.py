"""Find quotations between single marks that are clearly no apostrophes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.kinds.quotation.marks import STOPS, WORD, Page
from factcheck.regex_cache import regex

_DECADE: Final = regex(r"\d\ds?\b(?!\d)")
_CLOSE: Final = regex(r"['’](?![^\W_])")
_ANY: Final = regex(r"['‘’]")
_BEFORE: Final = frozenset('([—–:“"')
_WITHOUT_WORD: Final = frozenset('“"[£$€…')
_MOST_LINES: Final = 12  # paragraphs of one quotation, in copy that breaks the line after each sentence
_LONGEST: Final = 1200  # characters between two single marks; farther ones are probably apostrophes


def between_singles(
    page: Page, singles: Sequence[tuple[int, str]], doubles: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Yield the offsets of the two marks of each quotation between single marks, and its rule.

    `doubles` are the spans of quotations between double marks; single marks inside one are nested and ignored.
    """
    opens = [start for start, _ in doubles]
    closed = -1
    for at, rule in singles:
        index = bisect_right(opens, at) - 1
        if at < closed or (index >= 0 and at < doubles[index][1]) or not _opens(page, at):
            continue
        end = _closing(page, at, doubles, index + 1)
        if end is not None:
            yield at, end, rule
            closed = end + 1


def _opens(page: Page, at: int) -> bool:
    """Whether a single mark can open a quotation: free on its left, before a word that is no elision ('90s, 'em)."""
    text = page.text
    before = text[at - 1] if at else "\n"
    if not (before.isspace() or before in _BEFORE):
        return False
    word = WORD.match(text, at + 1)
    if word is None:
        return text[at + 1 : at + 2] in _WITHOUT_WORD
    return word[0].lower() not in page.words.elisions and not _DECADE.match(text, at + 1)


def _closing(page: Page, at: int, doubles: Sequence[tuple[int, int]], following: int) -> int | None:
    """Return the offset of the mark that closes a single one; None when none clearly does."""
    text, doubtful = page.text, None
    limit = min(page.lines[page.line_of(at)][1], at + _LONGEST)
    for close in _CLOSE.finditer(text, at + 2, limit):
        where = close.start()
        while following < len(doubles) and doubles[following][1] <= where:
            following += 1
        nested = following < len(doubles) and doubles[following][0] < where
        if nested or text[where - 1].isspace() or _is_split_word(page, where):
            continue
        if text[where - 1] in STOPS or _is_closed_off(text, where):
            return where
        doubtful = doubtful or where
    if doubtful is None:
        return _closing_below(page, at, doubles[following:])
    return doubtful if text.find('"', at, doubtful) < 0 else None


def _closing_below(page: Page, at: int, doubles: Sequence[tuple[int, int]]) -> int | None:
    """Return the offset of the mark that closes a single one in copy that breaks the line after each sentence.

    It stands after a stop, before a mark that opens the next quotation and before a blank line.
    """
    text, first = page.text, page.line_of(at)
    for line in range(first + 1, min(first + _MOST_LINES, len(page.lines))):
        start, end = page.lines[line]
        if text.count("\n", page.lines[line - 1][1], start) > 1 or end - at > _LONGEST:
            return None
        if any(opens < end for opens, _ in doubles):
            return None
        for mark in _ANY.finditer(text, start, end):
            where = mark.start()
            if _opens(page, where):
                return None
            if where > start and text[where - 1] in STOPS and _CLOSE.match(text, where):
                return where
    return None


def _is_split_word(page: Page, where: int) -> bool:
    """Whether a blank splits a contraction at a mark: "don’ t"."""
    tail = WORD.match(page.text, where + 2) if page.text[where + 1 : where + 2] == " " else None
    return tail is not None and len(tail[0]) < 3 and tail[0] in page.words.elisions


def _is_closed_off(text: str, where: int) -> bool:
    """Whether the word before a single mark is no plural possessive ("the workers' rights")."""
    after = text[where + 1 : where + 3]
    return text[where - 1] not in "sxzSXZ" or not (after[:1] == " " and after[1:].islower())
