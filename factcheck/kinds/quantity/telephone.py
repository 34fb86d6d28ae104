"""Telephone numbers, whose groups of digits are no figures: "412-555-0130", "1-800-555-TIPS", "+45 12 34 56 78"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.regex_cache import regex

_JOINTS: Final = frozenset("-.) ")
_MOST_DIGITS: Final = 4  # of the first group
_NEAR: Final = 6  # words before a number in which what it is called stands
_FEWEST_DIGITS: Final = 7  # of a telephone number
# The letters of the keys, with their digits behind them: "577-TIPS (8477)".
_LETTERS: Final = r"[A-Z]{3,}(?:-[A-Z0-9]+)*(?: ?\(\d{3,4}\))?"
# By its form alone: three, three and four digits, of which letters may stand for the last; 800 and its like; pairs.
_SURE: Final = regex(
    rf"(?:1[-. ])?\(?\d{{3}}(?:\) ?|[-.])\d{{3}}[-. ]\d{{4}}(?!\d)|\d{{3}} \d{{3}}-\d{{4}}(?!\d)"
    rf"|(?:1[-. ])?\(?\d{{3}}\)?[-. ] ?\d{{3}}-{_LETTERS}|8\d\d-\d-{_LETTERS}"
    r"|1[-. ]\(?8\d\d\)?[-. ][A-Z0-9]+(?:-[A-Z0-9]+)*(?: ?\(\d{3,4}\))?|0\d(?:[ .]\d\d){4}(?!\d)"
)
# Behind a word that says so, or a plus sign: groups of digits that are not those of thousands, or letters.
_CALLED: Final = regex(
    r"(?!\d{1,3}(?: \d{3})+(?![ -]?\d))\d{1,4}(?:\) ?|[- ]\(?)\d{2,4}(?:[- ]?\d{2,4})*(?!\d|[,.]\d)"
    rf"|\d{{2,3}}-(?:\d+-?)?{_LETTERS}"
)
_ABROAD: Final = regex(r"\d{1,3}(?:[-. ]?\(?\d{1,4}\)?){2,}(?!\d|[,.]\d)")


def end_of_telephone_number(text: str, start: int, end: int, before: Sequence[str], g: Grammar) -> int | None:
    """Return the end of the telephone number whose first digits are at `start` to `end`; None where there is none.

    `before` are the words before it.
    """
    joint = text[end : end + 1]
    if joint not in _JOINTS or not joint or end - start > _MOST_DIGITS:
        return None
    following = text[end + 1 : end + 2]
    if joint == " " and not following.isdigit() and following != "(":
        return None
    found = _SURE.match(text, start)
    if found is None and text[start - 1 : start] == "+":
        found = _ABROAD.match(text, start)
    elif found is None and any(word.lower().strip(".,:;(") in g.sets.telephone_words for word in before[-_NEAR:]):
        found = _CALLED.match(text, start)
    if found is None or sum(map(str.isalnum, found[0])) < _FEWEST_DIGITS:
        return None
    return found.end()
