"""The words by which a quotation differs from its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from factcheck.regex_cache import regex

_WORD = regex(r"\w+(?:['’]\w+)*")


class Change(Struct, frozen=True):
    """Changed words: their span in one text and in the other, in code points; one of the two may be empty."""

    start: int
    end: int
    other_start: int
    other_end: int


def changes(text: str, other: str) -> list[Change]:
    """The changed words between two texts, without words that only one of them has at its beginning or end."""
    from difflib import SequenceMatcher  # slow to import, and needed for differences only

    mine, theirs = list(_WORD.finditer(text)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(a=_folded(mine), b=_folded(theirs), autojunk=False)
    steps = [step[1:] for step in matcher.get_opcodes() if step[0] != "equal"]
    return list(_spans(steps, mine, theirs))


def _folded(words: list[re.Match[str]]) -> list[str]:
    return [word[0].casefold().replace("’", "'") for word in words]


def _spans(
    steps: list[tuple[int, int, int, int]], mine: list[re.Match[str]], theirs: list[re.Match[str]]
) -> Iterator[Change]:
    for a, b, c, d in steps:
        overhangs = (a == b and a in (0, len(mine))) or (c == d and c in (0, len(theirs)))
        if not overhangs:
            yield Change(*_span(mine, a, b), *_span(theirs, c, d))


def _span(words: list[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return words[first].start(), words[last - 1].end()
    at = words[first].start() if first < len(words) else words[-1].end()
    return at, at


def focus(text: str, other: str) -> tuple[int, int]:
    """The span of the text to mark: from its first changed word to its last, or the whole text without such words."""
    found = changes(text, other)
    start, end = (found[0].start, found[-1].end) if found else (0, len(text))
    if start == end:  # only the other text has words here: mark the word before the gap
        before = [word for word in _WORD.finditer(text) if word.end() <= start]
        start, end = before[-1].span() if before else (0, 0)
    return (start, end) if start < end else (0, len(text))
