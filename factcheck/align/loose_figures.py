"""Which claims are of one fact for a value that is written otherwise: a measure in two units ("89 mph", "143 km/h"), a
round count with and without a hedge ("some 300 houses"), a year of the past.

As of equal figures of two digits, reports of one event that each give such a value once hardly mean two things by it.
"""

from __future__ import annotations

from factcheck.align.score import Alignment, topic_score
from factcheck.align.slots import may_be_of_one_time
from factcheck.align.topic import Topic
from factcheck.model import Difference, Quantity, TimeExpression

_MANY = 100  # a count from here on is none of a small group, however round
_DIGITS = 2  # significant digits from which a figure is telling
_ALIKE = 0.1  # the share of words from which a small figure or a year of two reports is of one fact
_PAST = 3  # years before a report from which a year is none of the recent ones, in which much happens
_LONG_PAST = 100  # the same from which a year is told of one thing, whatever the words around
_YEAR = 4  # characters of a year


def may_be_one_loosely(a: Topic, b: Topic) -> bool:
    """Whether two claims may be one by `is_one_loosely`, before their values are compared."""
    if a.event_cluster != b.event_cluster or a.claim.document == b.claim.document:
        return False
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return a.key == b.key and _year(a) is not None and _year(b) is not None
    if a.claim.kind == b.claim.kind == "quantity" and one.unit != two.unit:
        return True
    return a.key == b.key and a.claim.kind == b.claim.kind == "count"


def is_one_loosely(topic: Topic, alignment: Alignment) -> bool:
    """Whether two claims that agree are of one fact by their values, which are not written alike."""
    other = alignment.topic
    if alignment.comparison.relation not in ("same", "consistent") or not may_be_one_loosely(topic, other):
        return False
    if not topic.is_told_once or not other.is_told_once:
        return False
    if not (_are_one_year(topic, other) or _are_one_figure(topic, alignment)):
        return False
    if not topic.vocabulary.share_a_name(topic.claim.document, other.claim.document):
        return False
    return may_be_of_one_time(topic, other)


def _are_one_figure(topic: Topic, alignment: Alignment) -> bool:
    """Whether two figures are one measure in two units, or a round count of a hundred or more."""
    other = alignment.topic
    one, two = topic.claim.value, other.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if alignment.comparison.difference is Difference.CONVERTED:
        return (_has_digits(one) and _has_digits(two)) or topic_score(topic, other) >= _ALIKE
    return one.number is not None and one.number == two.number and abs(one.number) >= _MANY


def _has_digits(value: Quantity) -> bool:
    """Whether a figure is telling: of two significant digits or more."""
    return value.number is not None and len(value.number.normalize().as_tuple().digits) >= _DIGITS


def _are_one_year(a: Topic, b: Topic) -> bool:
    """Whether two claims give one year of the past, and have words in common where it is not long past."""
    one, two = _year(a), _year(b)
    if one is None or one != two:
        return False
    told = [anchor.year for topic in (a, b) if (anchor := topic.vocabulary.anchor(topic.claim.document)) is not None]
    if not told or min(told) - one < _PAST:
        return False
    if min(told) - one >= _LONG_PAST:
        return True
    shared = a.weights.keys() & b.weights.keys()  # "<in" is the preposition before a date
    return topic_score(a, b) >= _ALIKE and any(not word.startswith("<") for word in shared)


def _year(topic: Topic) -> int | None:
    """The year that a claim is; None of a day, a time or a figure."""
    value = topic.claim.value
    if not isinstance(value, TimeExpression) or topic.family != "date" or value.timex is None:
        return None
    return int(value.timex) if len(value.timex) == _YEAR and value.timex.isdigit() else None
