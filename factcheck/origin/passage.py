"""Passages that two articles of different origins have in common, word for word.

Two long reports may be told independently and still take a sentence from one agency: for what that sentence says they
are one origin.
"""

from __future__ import annotations

from factcheck.text.folding import words

Place = tuple[str, int, int]  # a text, and the span of a claim in it


def is_one_passage(one: Place, other: Place, sentences: tuple[tuple[int, int], tuple[int, int]], least: int) -> bool:
    """Whether two claims stand in one run of `least` or more words outside quotations that both texts have.

    `sentences` are the spans of their sentences.
    """
    if not _stand_alike(one, other) or _is_quoted(one, sentences[0]) or _is_quoted(other, sentences[1]):
        return False
    first, second = (_around(place, span) for place, span in zip((one, other), sentences, strict=True))
    before = _in_common(first[0][::-1], second[0][::-1])
    behind = _in_common(first[2], second[2])
    within = first[1] if first[1] == second[1] else []
    return bool(within) and before + len(within) + behind >= least


def _stand_alike(one: Place, other: Place) -> bool:
    """Whether the letters beside two claims are the same on one side at least: a quick test, as most are not."""
    (a, start, end), (b, first, last) = one, other
    behind = a[end : end + _BESIDE]
    before = a[max(0, start - _BESIDE) : start]
    return (len(behind.strip()) > 1 and behind == b[last : last + _BESIDE]) or (
        len(before.strip()) > 1 and before == b[max(0, first - _BESIDE) : first]
    )


def _is_quoted(place: Place, sentence: tuple[int, int]) -> bool:
    """Whether a claim stands between two quotation marks: reporters at one event quote the same words."""
    text, start, end = place
    before = text[max(0, sentence[0] - _QUOTED) : start]
    if before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»"):
        return True
    return before[before.rfind("\n") + 1 :].count('"') % 2 == 1 and '"' in text[end : end + _QUOTED]


def _around(place: Place, sentence: tuple[int, int]) -> tuple[list[str], list[str], list[str]]:
    """The words before, within and behind a claim in its sentence, from the nearest quotation mark on each side."""
    text, start, end = place
    before, behind = text[sentence[0] : start], text[end : sentence[1]]
    before = before[max(map(before.rfind, _MARKS)) + 1 :]
    closed = [at for at in map(behind.find, _MARKS) if at >= 0]
    behind = behind[: min(closed)] if closed else behind
    return words(before), words(text[start:end]), words(behind)


def _in_common(one: list[str], other: list[str]) -> int:
    """How many words two runs have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_BESIDE = 8  # code points
_QUOTED = 600  # code points of a quotation on one side of a claim
_MARKS = ('"', "“", "”", "«", "»")
