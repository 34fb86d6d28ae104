"""Which figures of two kinds tell one fact in two forms: "his 19th season" and "19 seasons", "the 30-year-old record"
and "a record that had stood for 30 years".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from factcheck.align.score import Alignment, topic_score
from factcheck.align.slots import SlotRelation, core_slots_of
from factcheck.align.topic import Topic
from factcheck.model import Comparison, Quantity, TimeExpression
from factcheck.state.lexicon import lexicon_of
from factcheck.state.persons import is_human

_FEW = 3  # the first and the second of something are told of many things
_NEAR = 0.15  # share of the context from which the two are of one fact where the nouns do not tell it
_MOST_ALIKE = 12  # figures of one value with which a further one is compared

_RANK, _COUNT, _AGE, _LENGTH = "ordinal", "number", "age", "duration"

Form = tuple[int, str, str]


def pairs_in_other_forms(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of a rank and a count, and of the age of a thing and a length of time, that tell one fact of one event."""
    found: dict[Form, list[Topic]] = defaultdict(list)
    for topic in topics:
        form = _form(topic)
        if form is None:
            continue
        size, other = form
        for earlier in found[topic.event_cluster, size, other][:_MOST_ALIKE]:
            if earlier.claim.document != topic.claim.document and _are_one(earlier, topic):
                topic.vocabulary.in_other_forms.add((earlier.order, topic.order))
                yield earlier, topic
        found[topic.event_cluster, size, topic.family].append(topic)


def are_in_other_forms(a: Topic, b: Topic) -> bool:
    """Whether two figures are one of the pairs of `pairs_in_other_forms`."""
    return (min(a.order, b.order), max(a.order, b.order)) in a.vocabulary.in_other_forms


def in_other_forms(alignment: Alignment, topic: Topic) -> Alignment:
    """How an age and a length of time stand to each other, which are the same where one is the other in its form."""
    other = alignment.topic
    if {topic.family, other.family} != {_AGE, _LENGTH}:
        return alignment
    one, two = _form(topic), _form(other)
    if one is None or two is None or one[0] != two[0]:
        return alignment
    return replace(alignment, comparison=Comparison("same"))


def _form(topic: Topic) -> tuple[str, str] | None:
    """How much a figure tells, and the family of those that may tell it in another form; None where there are none."""
    value = topic.claim.value
    if topic.family == _LENGTH and isinstance(value, TimeExpression):
        return (value.timex, _AGE) if value.timex is not None and value.mod is None else None
    if not isinstance(value, Quantity) or value.number is None or value.number != int(value.number):
        return None
    if topic.family in (_RANK, _COUNT) and topic.claim.kind != "age":
        if topic.unit_of is not None or topic.match_score is not None or value.number < _FEW:
            return None
        return f"{value.number:f}", _COUNT if topic.family == _RANK else _RANK
    if topic.family == _AGE and value.unit in _LETTER:
        bearer = topic.person
        if bearer is not None and not is_human(bearer, lexicon_of(topic.vocabulary.ruleset)):
            return f"P{value.number:f}{_LETTER[value.unit]}", _LENGTH
    return None


_LETTER = {"year": "Y", "month": "M", "week": "W", "day": "D"}  # of a duration as TIMEX3 writes it


def _are_one(a: Topic, b: Topic) -> bool:
    if core_slots_of(a, b).of("bearer") is SlotRelation.CONFLICTING:
        return False
    if a.head is not None and a.head == b.head and not a.features.anyone:
        return bool(a.names_beside & b.names_beside)
    return topic_score(a, b) >= _NEAR
