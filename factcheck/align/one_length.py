"""Whether two equal lengths of time are one fact: the "90-day stay" and the "90 days" of one sentence of a court."""

from __future__ import annotations

from decimal import Decimal

from factcheck.align.slots import SlotRelation, slots_of
from factcheck.align.topic import Topic
from factcheck.kinds.timex.lengths import length, number_and_unit
from factcheck.model import TimeExpression

_ALIKE = 0.1  # share of the context from which two such lengths are one
_SEVERAL = 5  # so many days, weeks or years are seldom two lengths of one event
_FEWEST = 2  # "a day" and "one year" stand in every report
_WIDELY_TOLD = 3  # reports of one event from which a length is that of the event
_ROUNDED = Decimal("0.02")  # how far apart, as a share, one length is in two units
_DURATION = "duration"
_DECIDING = ("bearer", "when")


def may_be_of_one_length(a: Topic, b: Topic, score: float) -> bool:
    """Whether two equal lengths of one event may be one fact, however few words stand around both."""
    if a.family != _DURATION or a.event_cluster != b.event_cluster or not are_equally_long(a, b):
        return False
    units = _units(a)
    if units < _FEWEST:
        return False
    if units >= _SEVERAL and _is_widely_told(a):
        return True
    # One report may tell of two terms of one length, to which two people are sentenced.
    return score >= _ALIKE and a.claim.document != b.claim.document


def are_of_one_length(a: Topic, b: Topic, score: float) -> bool:
    """Whether two equal lengths of one event are one fact.

    A long one, or one with a place, a bearer or an act in common, is; one that three reports give need not even stand
    in like words.
    """
    if not may_be_of_one_length(a, b, score):
        return False
    found = slots_of(a, b)
    if any(found.of(name) is SlotRelation.CONFLICTING for name in _DECIDING):
        return False
    if _units(a) >= _SEVERAL:
        return True
    alike = any(found.of(name) is SlotRelation.SAME for name in ("bearer", "event", "where"))
    return alike and not found.conflicts


def are_equally_long(a: Topic, b: Topic) -> bool:
    """Whether two lengths are one, also in two units: "48 hours" and "two days", "90 days" and "three months"."""
    if a.key == b.key:
        return True
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    lengths = length(one.timex), length(two.timex)
    if lengths[0] is None or lengths[1] is None:
        return False
    return abs(lengths[0] - lengths[1]) <= _ROUNDED * max(lengths[0], lengths[1])


def _units(topic: Topic) -> Decimal:
    """How many units a length has, such as the 90 of "90 days"; 0 of a length without a number or in two units."""
    value = topic.claim.value
    found = number_and_unit(value.timex) if isinstance(value, TimeExpression) else None
    return Decimal(found[0]) if found is not None else Decimal(0)


def _is_widely_told(topic: Topic) -> bool:
    return topic.vocabulary.reports_with(topic) >= _WIDELY_TOLD
