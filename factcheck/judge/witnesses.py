"""Which of the sources that agree with a claim count as witnesses: those that surely tell of the draft's own fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.align import Alignment, Topic, topic_score
from factcheck.align.precision import is_open, is_range, is_rounded_bound
from factcheck.align.slots import SlotRelation, near_copies, slots_of
from factcheck.judge.dates import is_everyday_date, is_named_in, names_itself
from factcheck.model import Difference, Quantity

_CONTEXT = 0.25  # share of the context from which an outlet that gives the same value tells of the same fact
_CLOSER = 1.5  # so many times the context of one claim is that of another claim of the draft with the same value
_PAIR = 2
_NONE_TAKEN: Mapping[int, Sequence[Topic]] = {}
_CONFLICTING, _SAME = SlotRelation.CONFLICTING, SlotRelation.SAME


def witnesses_of(
    topic: Topic, support: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]]
) -> Sequence[Alignment]:
    """The sources that count as witnesses of a claim, or the likeliest one where none surely does.

    On one Thursday much happens, and there is more than one $25 billion: a second outlet with an equal value is no
    second witness unless it tells of the same fact. `taken` are the claims of the draft that have a source's value.
    """
    if len(support) < _PAIR:
        return support
    sure = [each for each in support if is_witness(each, topic, taken)]
    return sure or [max(support, key=lambda a: (a.score, -a.topic.order))]


def is_witness(alignment: Alignment, topic: Topic, taken: Mapping[int, Sequence[Topic]] = _NONE_TAKEN) -> bool:
    """Whether a source's value is surely of the draft's fact, and as precise as the draft's.

    An equal value is, unless the two tell of other bearers or times, or of other acts in another context. One that
    merely agrees must be of the same act or bearer, or stand in the same context.
    """
    source = alignment.topic
    if topic.family == "quote":
        return alignment.score > 0 or " " in topic.claim.text.strip()  # one word is said by many people
    if _leaves_open(topic, source):
        return False
    found = slots_of(topic, source)
    if found.of("when") is _CONFLICTING:
        return False
    if near_copies(topic, source):
        return True
    if found.of("bearer") is _CONFLICTING:
        return False
    if alignment.score >= _CONTEXT:
        return True
    if found.of("event") is _CONFLICTING:
        return False
    if _is_equal(alignment, topic) and not _is_any_day(topic, source):
        return not _is_closer_to_another(alignment, topic, taken)
    actor = topic.statement.bearer
    if found.of("event") is _SAME or found.of("bearer") is _SAME:
        return True
    bounds = [each.statement.extent is not None for each in (topic, source)]  # "until Friday" is another day's fact
    return actor is not None and is_named_in(actor, source) and bounds[0] == bounds[1]


def _is_equal(alignment: Alignment, topic: Topic) -> bool:
    """Whether two values are one, as written or in another unit."""
    comparison = alignment.comparison
    if comparison.relation == "same" or comparison.difference is Difference.CONVERTED:
        return True
    draft, source = topic.claim.value, alignment.topic.claim.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return False
    return draft.number is not None and draft.number == source.number


def _is_any_day(topic: Topic, source: Topic) -> bool:
    """Whether two dates are equal without telling of one fact by that: a weekday, or "last month" and "March"."""
    if topic.family != "date":
        return False
    return any(is_everyday_date(each) for each in (topic, source)) or names_itself(topic) != names_itself(source)


def _leaves_open(topic: Topic, source: Topic) -> bool:
    """Whether a source gives a bound or a range where the draft gives the figure itself, or a figure that lies
    anywhere beyond the draft's bound.
    """
    draft, other = topic.claim.value, source.claim.value
    if not isinstance(draft, Quantity) or not isinstance(other, Quantity) or is_range(draft):
        return False
    if is_open(draft):
        return draft.number != other.number and not is_rounded_bound(draft, other)
    return is_open(other) or is_range(other)


def _is_closer_to_another(alignment: Alignment, topic: Topic, taken: Mapping[int, Sequence[Topic]]) -> bool:
    """Whether another figure of the draft with the same value stands much nearer to a source's; a date that is told
    twice is one date.
    """
    if topic.family == "date":
        return False
    others = [each for each in taken.get(alignment.topic.order, ()) if each is not topic]
    return any(topic_score(each, alignment.topic) > _CLOSER * alignment.score for each in others)
