"""The clause that an expression dates, as short text."""

from __future__ import annotations

from factcheck.kinds.timex.grammar import Grammar

_ODD = " \t\r\n,;:.-–—()\"'“”‘’"
_LONGEST = 70


def event_of(text: str, sentence: tuple[int, int], span: tuple[int, int], grammar: Grammar) -> str | None:
    """The words of the clause around an expression, without it; None when there are none."""
    start, end = span
    begin, finish = max(sentence[0], start - _LONGEST), min(sentence[1], end + _LONGEST)
    before = grammar.clause_break.split(text[begin:start])
    while len(before) > 1 and not before[-1].strip(_ODD):
        before.pop()
    words = before[-1].split()
    if len(before) == 1 and begin > sentence[0]:
        del words[:1]
    while words and words[-1].lower() in grammar.clause_links:
        words.pop()
    after = grammar.clause_break.split(text[end:finish], maxsplit=1)
    following = after[0].split()
    if following and following[0] in ("'s", "’s"):
        del following[0]
    if len(after) == 1 and finish < sentence[1]:
        del following[-1:]
    return " ".join((*words, *following)).strip(_ODD) or None
