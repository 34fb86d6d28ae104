"""The clause that an expression dates, as short text."""

from __future__ import annotations

from factcheck.kinds.timex.grammar import Grammar

_ODD = " \t\r\n,;:.-–—()\"'“”‘’"
_LONGEST = 70


def event_of(text: str, sentence: tuple[int, int], span: tuple[int, int], grammar: Grammar) -> str | None:
    """The words of the clause around an expression, without it; None when there are none."""
    start, end = span
    begin, finish = max(sentence[0], start - _LONGEST), min(sentence[1], end + _LONGEST)
    opened = cut = start
    for found in reversed([*grammar.clause_break.finditer(text, begin, start)]):
        opened = found.end()
        if text[opened:cut].strip(_ODD):
            break
        cut = found.start()
    else:
        opened = begin
    words = text[opened:cut].split()
    if opened == begin and begin > sentence[0]:
        del words[:1]
    while words and words[-1].lower() in grammar.clause_links:
        words.pop()
    closing = grammar.clause_break.search(text, end, finish)
    following = text[end : closing.start() if closing else finish].split()
    if following and following[0] in ("'s", "’s"):
        del following[0]
    if closing is None and finish < sentence[1]:
        del following[-1:]
    return " ".join((*words, *following)).strip(_ODD) or None
