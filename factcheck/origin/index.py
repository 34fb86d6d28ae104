"""An inverted index that finds pairs of sets with common elements, and a union-find root."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def meeting(sets: Sequence[Iterable[Hashable]], heads: int) -> Iterator[tuple[int, int, int]]:
    """Yield (earlier index, later index, number of common elements) for the pairs of sets that have any.

    For each element a set is compared only with the first `heads` sets that contain it, so that the cost does not grow
    with the square of the number of copies of one story; the pairs found still connect all of them.
    """
    first: dict[Hashable, int] = {}
    holders: dict[Hashable, list[int]] = {}
    for later, given in enumerate(sets):
        elements = frozenset(given)
        shared = elements & first.keys()
        common: Counter[int] = Counter()
        for element in shared:
            indexed = holders.get(element)
            if indexed is None:
                holders[element] = indexed = [first[element]]
            common.update(indexed)
            if len(indexed) < heads:
                indexed.append(later)
        first.update(dict.fromkeys(elements - shared, later))
        for earlier, count in sorted(common.items()):
            yield earlier, later, count


def root_of(parents: dict[Key, Key], member: Key) -> Key:
    """The representative of a member's group (union-find with path halving)."""
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member
