"""Which groups of equal figures are one fact as each report that gives the value gives it of one thing only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.align.facts import are_of_one_telling_value
from factcheck.align.slots import SlotRelation, core_slots_of
from factcheck.align.topic import Topic
from factcheck.model import Quantity

_FAMILIES = ("number", "ordinal", "duration", "money", "quantity", "share")


def groups_of_one_value(topics: Sequence[Topic], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in groups that are one: of all that give one telling value in one event, where no report has
    the value in two groups.

    A report that gives a value in headline and text has it in one group; one that has it in two gives it of two things.
    """
    found: dict[tuple[int, str, str, str | None], list[int]] = defaultdict(list)
    for position, topic in enumerate(topics):
        if topic.family in _FAMILIES and topic.unit_of is None and topic.match_score is None:
            unit = topic.claim.value.unit if isinstance(topic.claim.value, Quantity) else None
            found[topic.event_cluster, topic.family, topic.key, unit].append(position)
    for positions in found.values():
        heads = {group[position]: position for position in reversed(positions)}
        if len(heads) == 1 or _is_of_two_things(positions, topics, group):
            continue
        first, *others = sorted(heads.values())
        for other in others:
            if are_of_one_telling_value(topics[first], topics[other]):
                yield first, other


def _is_of_two_things(positions: Sequence[int], topics: Sequence[Topic], group: Sequence[int]) -> bool:
    """Whether a report has the value in two groups, and not in two sentences of the same."""
    seen: dict[str, int] = {}
    for position in positions:
        other = seen.setdefault(topics[position].claim.document, position)
        if group[other] != group[position] and not _tell_the_same(topics[other], topics[position]):
            return True
    return False


def _tell_the_same(a: Topic, b: Topic) -> bool:
    return a.head == b.head and core_slots_of(a, b).of("measure") is SlotRelation.SAME
