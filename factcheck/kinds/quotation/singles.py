"""Find quotations between single marks that are clearly no apostrophes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.kinds.quotation.marks import STOPS, WORD, Page
from factcheck.regex_cache import regex

_DECADE: Final = regex(r"\d\ds?\b(?!\d)")
_CLOSE: Final = regex(r"['’](?![^\W_])")
_BEFORE: Final = frozenset('([—–:“"')
_WITHOUT_WORD: Final = frozenset('“"[£$€…')
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
        end, sure = _closing(page, at, doubles, index + 1)
        if not sure and (below := _closing_below(page, at, singles, doubles[index + 1 : index + 2])) is not None:
            end = below
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


def _closing(page: Page, at: int, doubles: Sequence[tuple[int, int]], following: int) -> tuple[int | None, bool]:
    """Return the offset of the mark in the same line that closes a single one, or None, and whether it surely does."""
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
            return where, True
        doubtful = doubtful or where
    return doubtful if doubtful is not None and text.find('"', at, doubtful) < 0 else None, False


def _closing_below(
    page: Page, at: int, singles: Sequence[tuple[int, str]], next_double: Sequence[tuple[int, int]]
) -> int | None:
    """Return the offset of the mark that closes a quotation some lines below its opening; None where none surely does.

    It stands behind a stop, and neither a blank line nor another mark that may open, single or double, is between.
    `next_double` holds the span of the next quotation between double marks, if there is one.
    """
    text = page.text
    end = page.lines[page.line_of(at)][1]
    gap = text.find("\n\n", end, at + _LONGEST)
    limit = min(len(text), at + _LONGEST) if gap < 0 else gap
    limit = min(limit, *(begin for begin, _ in next_double)) if next_double else limit
    for close in _CLOSE.finditer(text, end, limit):
        where = close.start()
        if text[where - 1] in STOPS and not _is_split_word(page, where):
            return None if any(at < other < where and _opens(page, other) for other, _ in singles) else where
    return None


def _is_split_word(page: Page, where: int) -> bool:
    """Whether a blank splits a contraction at a mark: "don’ t"."""
    tail = WORD.match(page.text, where + 2) if page.text[where + 1 : where + 2] == " " else None
    return tail is not None and len(tail[0]) < 3 and tail[0] in page.words.elisions


def _is_closed_off(text: str, where: int) -> bool:
    """Whether the word before a single mark is no plural possessive ("the workers' rights")."""
    after = text[where + 1 : where + 3]
    return text[where - 1] not in "sxzSXZ" or not (after[:1] == " " and after[1:].islower())
