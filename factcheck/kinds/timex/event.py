"""The clause that an expression dates, as short text."""

from __future__ import annotations

import re

# One class first: the engine then looks only at these characters.
_BREAK = re.compile(
    r"[ ,:;()\"“”\n—](?:(?<=[;()\"“”\n—])|(?<=[,:])(?!\d)"
    r"|(?:that|which|who|when|while|because|but|although|whether|after|before) )"
)
_ODD = " \t\r\n,;:.-–—()\"'“”‘’"
_LONGEST = 90
_LINKS = frozenset(
    "on in by at since until till from of for during the over to through within just only between around about".split()
)


def event_of(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> str | None:
    """The words of the clause around an expression, without it; None when there are none."""
    start, end = span
    begin, finish = max(sentence[0], start - _LONGEST), min(sentence[1], end + _LONGEST)
    before = _BREAK.split(text[begin:start])
    while len(before) > 1 and not before[-1].strip(_ODD):
        before.pop()
    words = before[-1].split()
    if len(before) == 1 and begin > sentence[0]:
        del words[:1]
    while words and words[-1].lower() in _LINKS:
        words.pop()
    after = _BREAK.split(text[end:finish], maxsplit=1)
    following = after[0].split()
    if following and following[0] in ("'s", "’s"):
        del following[0]
    if len(after) == 1 and finish < sentence[1]:
        del following[-1:]
    return " ".join((*words, *following)).strip(_ODD) or None
