"""The event of a time expression: the clause around it, as short text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.kinds.timex.grammar import Grammar

_TRIMMED: Final = " \t\r\n,;:.-–—()\"'“”‘’"
_EVENT_REACH: Final = 70  # characters on each side of an expression; longer events say nothing more about a claim
_BLANK: Final = 0x20
_LAST_MARK: Final = 0x3B  # most code points above this one are letters, so that they need no look-up
_FIRST_DASH: Final = 0x2014  # the first of the dashes and quotation marks outside ASCII
_MARKS: Final = frozenset('(;)"“”—\n')
_PAUSES: Final = frozenset(",:")


def event_of(text: str, sentence: tuple[int, int], span: tuple[int, int], grammar: Grammar) -> str | None:
    """The words of the clause around an expression, without the expression; None when there are none."""
    start, end = span
    earliest, latest = max(sentence[0], start - _EVENT_REACH), min(sentence[1], end + _EVENT_REACH)
    clause_start = clause_end = start
    for break_start, clause_start in reversed([*_breaks(text, earliest, start, grammar)]):
        if text[clause_start:clause_end].strip(_TRIMMED):
            break
        clause_end = break_start
    else:
        clause_start = earliest
    words = text[clause_start:clause_end].split()
    if clause_start == earliest and earliest > sentence[0]:
        del words[:1]
    while words and words[-1].lower() in grammar.clause_links:
        words.pop()
    closing = next(_breaks(text, end, latest, grammar), None)
    following = text[end : closing[0] if closing else latest].split()
    if following and following[0] in ("'s", "’s"):
        del following[0]
    if closing is None and latest < sentence[1]:
        del following[-1:]
    return " ".join((*words, *following)).strip(_TRIMMED) or None


def _breaks(text: str, begin: int, end: int, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Start and end of each clause boundary in a range of text: a mark, or a conjunction between two blanks."""
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
