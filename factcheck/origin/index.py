"""What the parts of this room share: an index that names the pairs with something in common, and grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def meeting(sets: Sequence[Iterable[Hashable]], heads: int) -> Iterator[tuple[int, int, int]]:
    """Triples (earlier, later, how many elements they have in common) of the sets that meet.

    The first `heads` sets stand for all that hold an element, so that the cost does not grow with the square
    of the copies of one story; the others are tied to those.
    """
    first: dict[Hashable, int] = {}
    holders: dict[Hashable, list[int]] = {}
    for later, given in enumerate(sets):
        elements = frozenset(given)
        shared = elements & first.keys()
        common: Counter[int] = Counter()
        for element in shared:
            held = holders.get(element)
            if held is None:
                holders[element] = held = [first[element]]
            common.update(held)
            if len(held) < heads:
                held.append(later)
        first.update(dict.fromkeys(elements - shared, later))
        for earlier, count in sorted(common.items()):
            yield earlier, later, count


def root_of(parents: dict[Key, Key], member: Key) -> Key:
    """The member that stands for the group of a member."""
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member
