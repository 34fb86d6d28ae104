"""The clause that an expression dates, as short text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.kinds.timex.grammar import Grammar

_ODD: Final = " \t\r\n,;:.-–—()\"'“”‘’"
_LONGEST: Final = 70
_BLANK: Final = 0x20
_LAST_MARK: Final = 0x3B  # beyond it stand letters, and quotation marks and dashes far off
_FIRST_DASH: Final = 0x2014
_MARKS: Final = frozenset('(;)"“”—\n')
_PAUSES: Final = frozenset(",:")


def event_of(text: str, sentence: tuple[int, int], span: tuple[int, int], grammar: Grammar) -> str | None:
    """The words of the clause around an expression, without it; None when there are none."""
    start, end = span
    begin, finish = max(sentence[0], start - _LONGEST), min(sentence[1], end + _LONGEST)
    opened = cut = start
    for parted, opened in reversed([*_breaks(text, begin, start, grammar)]):
        if text[opened:cut].strip(_ODD):
            break
        cut = parted
    else:
        opened = begin
    words = text[opened:cut].split()
    if opened == begin and begin > sentence[0]:
        del words[:1]
    while words and words[-1].lower() in grammar.clause_links:
        words.pop()
    closing = next(_breaks(text, end, finish, grammar), None)
    following = text[end : closing[0] if closing else finish].split()
    if following and following[0] in ("'s", "’s"):
        del following[0]
    if closing is None and finish < sentence[1]:
        del following[-1:]
    return " ".join((*words, *following)).strip(_ODD) or None


def _breaks(text: str, begin: int, end: int, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Where clauses part in a stretch of text: at a mark, or at a word between two blanks that opens a clause."""
    words = grammar.clause_break
    at = begin
    while at < end:
        code = ord(text[at])
        at += 1
        if code == _BLANK:
            stop = text.find(" ", at, end)
            if stop > at and text[at:stop] in words:
                yield at - 1, stop + 1
                at = stop + 1
        elif code <= _LAST_MARK or code >= _FIRST_DASH:
            mark = text[at - 1]
            if mark in _MARKS or (mark in _PAUSES and not (at < end and text[at].isdigit())):
                yield at - 1, at
