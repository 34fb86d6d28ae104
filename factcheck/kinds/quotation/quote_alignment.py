"""Align the words of two wordings and return the runs in which they differ."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.records import record

Words = tuple[str, ...]
Step = tuple[int, int, int, int]  # word indices: start and end in the shorter wording, start and end in the longer

_MARGINS = (0, 2, 6)  # words added on both sides of the best window; an insertion may lie outside it


@record
class Change:
    """A run of words in which two wordings differ, and the word index in each at which it starts."""

    removed: Words
    added: Words
    at: int
    to: int


@record
class WordAlignment:
    """How many words of the shorter wording agree, the runs that differ, and where the agreement begins and ends.

    `begin` and `end` are the first word that agrees and the one after the last, in each of the two wordings.
    """

    first: Words
    second: Words
    agreeing: int
    changes: tuple[Change, ...]
    begin: tuple[int, int]
    end: tuple[int, int]


def align_words(first: Words, second: Words) -> WordAlignment:
    """Return the best alignment of two wordings; words that extend beyond an end of the other are no difference."""
    from rapidfuzz import fuzz

    swapped = (len(first), first) > (len(second), second)
    short, long = (second, first) if swapped else (first, second)
    codes = {word: chr(256 + index) for index, word in enumerate(dict.fromkeys((*short, *long)))}
    needle, hay = ("".join(codes[word] for word in words) for words in (short, long))
    window = fuzz.partial_ratio_alignment(needle, hay)
    begin, end = (window.dest_start, window.dest_end) if window else (0, len(hay))
    # Insertions need more of the longer wording than the window, so wider windows are tried too.
    margins = (*_MARGINS, len(long))
    tried = [_steps(needle, hay, max(0, begin - margin), min(len(hay), end + margin)) for margin in margins]
    # A word replaced counts twice: words left out in the middle are nearer than others at the beginning.
    steps = min(tried, key=lambda found: _cost(found) + sum(b - a for a, b, _, _ in found))
    agreeing = len(short) - sum(b - a for a, b, _, _ in steps)
    kept = [step for step in _joined(steps) if not _is_overhang(step, short, long)]
    changes = [Change(short[a:b], long[c:d], a, c) for a, b, c, d in kept]
    limits = _limits(needle, hay, steps)
    if swapped:
        changes = [Change(each.added, each.removed, each.to, each.at) for each in changes]
        limits = (limits[0][::-1], limits[1][::-1])
    return WordAlignment(first, second, agreeing, tuple(changes), *limits)


def common_run(first: Sequence[str], second: Sequence[str]) -> int:
    """The length of the longest run of words that two sequences share."""
    best = 0
    row = [0] * (len(second) + 1)
    for word in first:
        row = [0, *(row[index] + 1 if word == other else 0 for index, other in enumerate(second))]
        best = max(best, *row)
    return best


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Return the steps, those without an agreeing word between them as one."""
    out: list[Step] = []
    for a, b, c, d in steps:
        if out and out[-1][1] == a and out[-1][3] == c:
            out[-1] = (out[-1][0], b, out[-1][2], d)
        else:
            out.append((a, b, c, d))
    return out


def _limits(needle: str, hay: str, steps: Sequence[Step]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where the words that agree begin and end, in each of the two coded wordings."""
    at, to = 0, 0
    if steps:
        at, to = (steps[0][1], steps[0][3]) if steps[0][0] == 0 else (0, steps[0][2] - steps[0][0])
    else:
        to = max(0, hay.find(needle))
    end, until = len(needle), to + len(needle)
    if steps:
        a, b, c, d = steps[-1]
        end, until = (a, c) if b == len(needle) else (len(needle), d + len(needle) - b)
    return (at, to), (end, until)


def _cost(steps: Sequence[Step]) -> int:
    """Return the number of words that an alignment changes."""
    return sum(max(b - a, d - c) for a, b, c, d in steps)


def _is_overhang(step: Step, short: Words, long: Words) -> bool:
    """Whether a step holds words at an end of the shorter wording that extend beyond the end of the longer.

    "I do not know. I do not care" begins before "I do not care": the words left out in between may be the first.
    """
    a, b, c, d = step
    if c != d:
        return False
    size, left = b - a, len(short) - b
    if a == c and short[size:b] == long[:c]:
        return True
    return left == len(long) - d and short[a : a + left] == long[d:]


def _steps(needle: str, hay: str, begin: int, end: int) -> list[Step]:
    """Return the differing runs of two coded wordings; words of `hay` before or after `needle` are no difference."""
    from rapidfuzz.distance import Levenshtein

    steps = [
        (step.src_start, step.src_end, begin + step.dest_start, begin + step.dest_end)
        for step in Levenshtein.opcodes(needle, hay[begin:end])
        if step.tag != "equal" and not (step.tag == "insert" and step.src_start in (0, len(needle)))
    ]
    # Align words missing at an end with the words that the longer wording has there.
    if steps and steps[0][0] == 0 and steps[0][2] == steps[0][3]:
        a, b, c, d = steps[0]
        steps[0] = (a, b, max(0, c - (b - a)), d)
    if steps and steps[-1][1] == len(needle) and steps[-1][2] == steps[-1][3]:
        a, b, c, d = steps[-1]
        steps[-1] = (a, b, c, min(len(hay), d + (b - a)))
    return steps
