"""The event of a time expression: the clause around it, as short text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.kinds.timex.grammar import Grammar

_TRIMMED: Final = " \t\r\n,;:.-–—()\"'“”‘’"
_EVENT_REACH: Final = 70  # characters on each side of an expression; longer events say nothing more about a claim


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
    behind = begin
    for found in grammar.clause_break.finditer(text, begin, end):
        start = found.start()
        if found[1] is None:
            yield start, start + 1
        elif start >= behind:
            behind = found.end(1) + 1
            yield start, behind
