"""Whether a source's figure that agrees with a draft's is surely of another fact: two of their slots conflict."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from factcheck.align import Alignment, Topic
from factcheck.align.slots import SlotComparisons, SlotRelation, near_copies, slots_of
from factcheck.judge.measures import is_of_another_measure
from factcheck.model import Quantity

_CORE = ("measure", "bearer", "event")
_LEVEL = "level"
_BEFORE = "level_before"


class OtherFact(Enum):
    """What tells a figure that agrees from the draft's; the value names it in messages."""

    MEASURE = "of another measure"
    TIME = "of another time"


OtherFacts = Sequence[tuple[Alignment, OtherFact]]


def other_fact(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> OtherFact | None:
    """What makes a source's figure that agrees with a draft's another fact; None where nothing surely does.

    What is read on one side only makes no conflict.
    """
    if not isinstance(topic.value, Quantity) or not isinstance(each.topic.value, Quantity):
        return None
    if is_of_another_measure(each, topic, alignments):
        return OtherFact.MEASURE
    if topic.claim.kind in _OF_NO_TIME:
        return None
    found = slots_of(topic, each.topic)
    if _is_of_another_time(found, is_copied=near_copies(topic, each.topic)):
        return OtherFact.TIME
    return None


_OF_NO_TIME = ("age", "ordinal")  # whose age it is and which it was says nothing of when


def _is_of_another_time(found: SlotComparisons, *, is_copied: bool) -> bool:
    """Whether both sides say when, and not the same: "a profit of 48 million in 2020", "up from 48 million in 2019".

    So do the two ends of one move, "rose to 48" and "rose from 48". Of figures that have nothing in common one of the
    times is more likely misread; a date that differs in a copied sentence is itself reported.
    """
    change = next(each for each in found.slots if each.name == "change")
    ends = [slot.concepts[0] if slot is not None else None for slot in (change.one, change.two)]
    alike = any(found.of(name) is SlotRelation.SAME for name in _CORE)
    if set(ends) == {_LEVEL, _BEFORE} and alike and found.of("when") is not SlotRelation.SAME:
        return True
    if found.of("when") is not SlotRelation.CONFLICTING:
        return False
    return ends.count(_BEFORE) == 1 or (alike and not is_copied)
