"""Which figures are one for their value alone though they are not written alike: "about 3,500" and "3,500 people",
"89 mph" and "143 km/h", "47.6" and "47.6 percent"; and which years are.

As of equal figures of two digits, reports of one event that each give such a value once hardly mean two things by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.align.candidates import is_bare
from factcheck.align.score import Alignment, topic_score
from factcheck.align.slots import SlotRelation, slots_of
from factcheck.align.topic import Topic
from factcheck.model import Difference, Quantity, TimeExpression

_MANY = 100  # a count from here on is none of a small group, however round
_DIGITS = 2  # significant digits from which a figure is telling
_ALIKE = 0.1  # the share of words from which a small figure or a year of two reports is of one fact
_PAST = 3  # years before a report from which a year is none of the recent ones, in which much happens
_LONG_PAST = 100  # the same from which a year is told of one thing, whatever the words around
_MOST_EQUAL = 4  # figures of one value that a bare one is compared with
_YEAR = 4  # characters of a year
_OTHERWISE = ("age", "ordinal")  # kinds of which equal small figures are everywhere


def may_be_one_loosely(a: Topic, b: Topic) -> bool:
    """Whether two claims may be one by `is_one_loosely`, before their values are compared."""
    if a.event_cluster != b.event_cluster or a.claim.document == b.claim.document:
        return False
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return a.key == b.key and _year(a) is not None and _year(b) is not None
    if a.claim.kind in _OTHERWISE or b.claim.kind in _OTHERWISE:
        return False
    if a.claim.kind == b.claim.kind == "quantity" and one.unit != two.unit:
        return True
    return a.key == b.key and (a.claim.kind != b.claim.kind or _is_telling(a))


def is_one_loosely(topic: Topic, alignment: Alignment) -> bool:
    """Whether two claims that agree are of one fact by their values, which are not written alike."""
    other = alignment.topic
    if alignment.comparison.relation not in ("same", "consistent") or not may_be_one_loosely(topic, other):
        return False
    if not all(each.vocabulary.states_once(each.claim) for each in (topic, other)):
        return False
    if not (_are_one_year(topic, other) or _are_one_figure(topic, alignment)):
        return False
    if not topic.vocabulary.share_a_name(topic.claim.document, other.claim.document):
        return False
    found = slots_of(topic, other)
    return found.of("when") is not SlotRelation.CONFLICTING and not found.of_other_fates


def bare_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The figures without a unit or a noun, each with a few figures of its value of other reports that have one."""
    equal: dict[tuple[int, str], list[Topic]] = defaultdict(list)
    bare: list[Topic] = []
    for topic in topics:
        if not isinstance(topic.claim.value, Quantity) or topic.claim.kind in _OTHERWISE:
            continue
        if is_bare(topic.claim):
            bare.append(topic)
        else:
            equal[topic.event_cluster, topic.key].append(topic)
    for topic in bare:
        for other in equal.get((topic.event_cluster, topic.key), ())[:_MOST_EQUAL]:
            if other.claim.document != topic.claim.document and other.family != topic.family:
                yield (topic, other) if topic.order < other.order else (other, topic)


def _are_one_figure(topic: Topic, alignment: Alignment) -> bool:
    """Whether two figures are equal, or one measure in two units, and telling in themselves or by the words around."""
    other, comparison = alignment.topic, alignment.comparison
    one, two = topic.claim.value, other.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    telling = _is_telling(topic) and _is_telling(other)
    if comparison.difference is Difference.CONVERTED:
        return telling or topic_score(topic, other) >= _ALIKE
    if one.number is None or one.number != two.number:
        return False
    if topic.claim.kind == other.claim.kind:
        return telling and (not is_bare(topic.claim) or topic_score(topic, other) >= _ALIKE)
    if not (is_bare(topic.claim) or is_bare(other.claim)):
        return False
    return comparison.relation == "consistent" and (telling or topic_score(topic, other) >= _ALIKE)


def _is_telling(topic: Topic) -> bool:
    """Whether a figure is none that two things have by chance: a count of a hundred, another one of two digits."""
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.number is None or topic.match_score is not None:
        return False
    if topic.claim.kind == "count":
        return abs(value.number) >= _MANY
    return len(value.number.normalize().as_tuple().digits) >= _DIGITS


def _are_one_year(a: Topic, b: Topic) -> bool:
    """Whether two claims give one year of the past, and have words in common where it is not long past."""
    one, two = _year(a), _year(b)
    if one is None or one != two:
        return False
    told = [anchor.year for topic in (a, b) if (anchor := topic.vocabulary.anchor(topic.claim.document)) is not None]
    if not told or min(told) - one < _PAST:
        return False
    return min(told) - one >= _LONG_PAST or topic_score(a, b) >= _ALIKE


def _year(topic: Topic) -> int | None:
    """The year that a claim is; None of a day, a time or a figure."""
    value = topic.claim.value
    if not isinstance(value, TimeExpression) or topic.family != "date" or value.timex is None:
        return None
    return int(value.timex) if len(value.timex) == _YEAR and value.timex.isdigit() else None
