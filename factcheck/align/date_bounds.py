"""Dates with which a time begins: "since 9 January 2002" is not "from 9 January 2010 until May"."""

from __future__ import annotations

from datetime import date

from factcheck.align.slots import SlotRelation, core_slots_of
from factcheck.align.topic import Topic
from factcheck.kinds.timex.compare import days_of
from factcheck.model import Comparison, Difference, TimeExpression
from factcheck.state.lexicon import lexicon_of

_STARTS = frozenset(("begins", "range", None))
_SHARE_A_DAY = "one of the starts lies within the other"


def by_starts(a: Topic, b: Topic, comparison: Comparison) -> Comparison | None:
    """How two dates compare of which one begins a time that is open ("since May"); None where no starts are compared.

    The other one must begin a time too ("from May", "from May to June"), or be the day on which what lasts came about:
    "closed since May" and "closed in June".
    """
    one, two = a.value, b.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return None
    if comparison.relation not in ("same", "consistent") or "AFTER" not in (one.mod, two.mod):
        return None
    extents = [None if topic.statement.extent is None else topic.statement.extent.concepts[0] for topic in (a, b)]
    if "begins" not in extents or not _STARTS.issuperset(extents) or (None in extents and not _came_about(a, b)):
        return None
    first, second = _start(one), _start(two)
    if first is None or second is None:
        return None
    if first == second:
        return Comparison("same")
    if first[0] <= second[1] and second[0] <= first[1]:
        return Comparison("consistent", Difference.PART_OF, _SHARE_A_DAY)
    reason = f"“{a.claim.text}” begins on another day than “{b.claim.text}”"
    return Comparison("different", Difference.START, reason)


def _came_about(a: Topic, b: Topic) -> bool:
    """Whether both are of one happening that begins a lasting state, or one is of the entry and one of what lasts."""
    if _lasts(a, b) or _lasts(b, a):
        return True
    event = a.core.event
    if event is None or core_slots_of(a, b).of("event") is not SlotRelation.SAME:
        return False
    return not lexicon_of(a.vocabulary.ruleset).turning_classes.isdisjoint(event.concepts)


def _lasts(lasting: Topic, entry: Topic) -> bool:
    """Whether a claim is of what lasts since another's happening: "has been MP since 2005", "was elected MP in 2015".

    Where it only says what somebody is, both must name the same office beside whose it is.
    """
    begun, holds = entry.core.event, lasting.core.event
    extent = lasting.statement.extent
    if begun is None or extent is None or "begins" not in extent.concepts:
        return False
    lexicon = lexicon_of(lasting.vocabulary.ruleset)
    after: frozenset[str] = frozenset().union(*(lexicon.lasting.get(each, frozenset()) for each in begun.concepts))
    bearer, other = lasting.core.bearer, entry.core.bearer
    if not after or bearer is None or other is None or set(bearer.concepts).isdisjoint(other.concepts):
        return False
    if holds is not None:
        return not after.isdisjoint(holds.concepts)
    shared = lasting.sentence_concepts & entry.sentence_concepts
    return _BE in after and not shared <= {*bearer.concepts, *other.concepts}


_BE = "be"


def _start(value: TimeExpression) -> tuple[date, date] | None:
    """The first and last day on which a time may begin."""
    return days_of((value.timex or "").partition("/")[0])
