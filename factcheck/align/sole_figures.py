"""Which figures are the only ones of their kind and size that two reports of one event give.

Two reports that each give one figure of about a size of one thing, or in one unit, seldom mean two things by it,
however few words they have in common: "235,000 comments", "250,000 written comments".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from factcheck.align.candidates import is_bare
from factcheck.align.courses import order_of
from factcheck.align.score import incompatibility
from factcheck.align.topic import Topic
from factcheck.kinds.timex.lengths import number_and_unit
from factcheck.model import Quantity, TimeExpression, Value
from factcheck.state.lexicon import lexicon_of

_GROUP = 12  # so many people or things, or fewer, are told of in every report
_FEW = 9  # so many hours or dollars, or fewer, are told of many things
_OF_ONE_SIZE = Decimal("0.7")  # the share of the larger one from which two figures are of about one size
_OTHER_SIZE = 2  # times; so many times as large, or as small, is what is told of other things
_MOST_VALUES = 12  # values of one kind and event that are compared each with each
_MOST_ALIKE = 3  # figures of each such value
_TEN = 10
_TENTH = Decimal("0.1")
_PASSING = ("day", "week")  # units of which some more have passed in a later report: "after 12 days of rain"


class _Figure(Struct, frozen=True, gc=False):
    """What a figure counts or in what it measures, and how many."""

    kind: tuple[str, str]
    size: Decimal


class SoleFigures:
    """The figures of each document by what they count or in what they measure."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._figures: dict[int, _Figure] = {}
        self._of_kind: dict[tuple[str, tuple[str, str]], list[Topic]] = defaultdict(list)
        self._bare: dict[str, list[Decimal]] = defaultdict(list)
        for topic in topics:
            if is_bare(topic.claim):
                self._bare[topic.claim.document].append(_number(topic.claim.value))
                continue
            figure = _figure(topic)
            if figure is not None:
                self._figures[topic.order] = figure
                self._of_kind[topic.claim.document, figure.kind].append(topic)

    def are_sole(self, one: Topic, two: Topic) -> bool:
        """Whether two unlike figures of many are the only ones of their kind and about their size in two documents."""
        mine, theirs = self._figures.get(one.order), self._figures.get(two.order)
        if mine is None or theirs is None or mine.kind != theirs.kind or one.key == two.key:
            return False
        if min(mine.size, theirs.size) <= _least(one) or not _are_of_one_size(mine.size, theirs.size):
            return False
        if one.family == "duration" and is_length_in_tens(mine.size, theirs.size):
            return False
        if one.claim.kind == "count" and _may_have_grown(one, two):
            return False
        if any(self._has_another(topic, mine, theirs, (one, two)) for topic in (one, two)):
            return False
        return not incompatibility(one, two)

    def pairs(self, topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
        """The sole figures among some topics, two by two; a few of each kind, so that they grow with the figures."""
        found: dict[tuple[int, tuple[str, str]], dict[str, list[Topic]]] = defaultdict(dict)
        for topic in topics:
            figure = self._figures.get(topic.order)
            if figure is None or figure.size <= _least(topic):
                continue
            values = found[topic.event_cluster, figure.kind]
            for others in values.values():
                if _are_of_one_size(figure.size, self._figures[others[0].order].size):
                    for other in others:
                        if other.claim.document != topic.claim.document and self.are_sole(other, topic):
                            yield other, topic
            alike = values.get(topic.key)
            if alike is None and len(values) < _MOST_VALUES:
                values[topic.key] = [topic]
            elif alike is not None and len(alike) < _MOST_ALIKE:
                alike.append(topic)

    def _has_another(self, topic: Topic, mine: _Figure, theirs: _Figure, pair: tuple[Topic, Topic]) -> bool:
        """Whether the document of a topic gives a further figure of the kind and about the size of a pair's.

        A toll is beside no figure of people who came to no harm.
        """
        few, many = sorted((mine.size, theirs.size))
        for each in self._of_kind[topic.claim.document, mine.kind]:
            size = self._figures[each.order].size
            if each.key == topic.key or few > _OTHER_SIZE * size or size > _OTHER_SIZE * many:
                continue
            if any((each.toll is None) == (one.toll is None) for one in pair):
                return True
        # A bare number may leave out what it counts.
        size, other = (mine.size, theirs.size) if topic is pair[0] else (theirs.size, mine.size)
        return any(abs(bare - other) < abs(size - other) for bare in self._bare.get(topic.claim.document, ()))


def _number(value: Value) -> Decimal:
    return abs(value.number) if isinstance(value, Quantity) and value.number is not None else Decimal(0)


def _figure(topic: Topic) -> _Figure | None:
    value, kind = topic.claim.value, topic.claim.kind
    if isinstance(value, Quantity) and kind in ("count", "quantity", "money"):
        thing = topic.head if kind == "count" else value.unit
        return _Figure((kind, thing), abs(value.number)) if thing is not None and value.number is not None else None
    if kind == "percent" and isinstance(value, Quantity) and value.number is not None:
        measured = _measured(topic)
        return _Figure((kind, measured), abs(value.number)) if measured is not None else None
    length = number_and_unit(value.timex) if isinstance(value, TimeExpression) and kind == "duration" else None
    if length is None or length[1] in _PASSING:
        return None
    return _Figure((kind, length[1]), Decimal(length[0]))


def _measured(topic: Topic) -> str | None:
    """What a percentage is of: turnout; None of people, of whom there are shares in every poll."""
    measure, lexicon = topic.core.measure, lexicon_of(topic.vocabulary.ruleset)
    if measure is None or any(map(lexicon.is_person, measure.concepts)):
        return None
    return min(measure.concepts)


def _may_have_grown(one: Topic, two: Topic) -> bool:
    """Whether the later of two reports counts more: what goes on is counted anew each day."""
    order = order_of(*(topic.vocabulary.document(topic.claim.document) for topic in (one, two)))
    if order is None:
        return False
    early, late = (one, two) if order else (two, one)
    return _number(early.claim.value) < _number(late.claim.value)


def _least(topic: Topic) -> int:
    """The size up to which figures of one kind are told of many things."""
    return _GROUP if topic.claim.kind == "count" else _FEW


def _are_of_one_size(one: Decimal, two: Decimal) -> bool:
    return min(one, two) >= _OF_ONE_SIZE * max(one, two)


def is_length_in_tens(one: Decimal, two: Decimal) -> bool:
    """Whether one of two lengths in a unit may be the other one rounded to tens: 20 years, 21 years."""
    return abs(one - two) <= _TENTH * max(one, two) and (one % _TEN == 0 or two % _TEN == 0)
