"""Count how often positions stand in lists: the lists of an index are added as sets of bits, all positions at once.

A claim of a large comparison meets hundreds of others through its words, most of them once. To count them one by one
takes four times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def bits_of(positions: Sequence[int]) -> int:
    """A set of positions, counted from 0 and in ascending order, as the bits of a number."""
    found = bytearray((positions[-1] >> 3) + 1) if positions else bytearray()
    for position in positions:
        found[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(found, "little")


def most_frequent(sets: Iterable[int], most: int, without: int) -> list[int]:
    """The positions that stand in most of the sets, at most `most` of them: the more often the earlier, and the lower
    ones first where the count is the same. The position `without` is left out.
    """
    planes: list[int] = []  # the binary digits of the counts: the last digit of each, the one before it, …
    anywhere = 0
    for each in sets:
        anywhere |= each
        carried = each
        for place, digits in enumerate(planes):
            planes[place], carried = digits ^ carried, digits & carried
            if not carried:
                break
        else:
            planes.append(carried)
    ranked: list[int] = []
    for found in _by_count(planes, anywhere & ~(1 << without)):
        ranked += _lowest(found, most - len(ranked))
        if len(ranked) >= most:
            break
    return ranked


def _by_count(planes: Sequence[int], within: int) -> Iterator[int]:
    """Yield the positions of a set by their counts, of which `planes` are the digits; the highest count first."""
    if not within:
        return
    if not planes:
        yield within
        return
    *lower, highest = planes
    often = within & highest
    yield from _by_count(lower, often)
    yield from _by_count(lower, within ^ often)


def _lowest(found: int, most: int) -> Iterator[int]:
    """Yield the lowest positions of a set, at most so many."""
    digits = bin(found)[:1:-1]
    at = digits.find("1")
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = digits.find("1", at + 1)
