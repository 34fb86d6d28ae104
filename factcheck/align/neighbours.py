"""Which equal figures are of one fact as they stand beside one more that is equal: "52 passes for 440 yards and four
scores", "440 yards and four touchdowns".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.align.topic import Topic

_NEAR = 40  # code points between two figures that belong together
_LETTERS = "ntPXW-"  # of the key of a value, those that are no digits
_DIGITS = 2  # of a value that is seldom that of two things
_MOST_ALIKE = 4  # figures of one value and neighbour with which a further one is compared

_QUOTE, _AGE = "quote", "age"

Neighbour = tuple[str, str, str, str, bool]


def neighbour_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of equal figures of two reports of an event that have an equal, telling figure before or behind them."""
    found: dict[tuple[int, Neighbour], list[Topic]] = defaultdict(list)
    for one, two in _side_by_side(topics):
        for topic, other, behind in ((one, two, True), (two, one, False)):
            if not _is_telling(other) or topic.family == _AGE or topic.match_score is not None:
                continue
            place = (topic.family, topic.key, other.family, other.key, behind)
            alike = found[topic.event_cluster, place]
            for earlier in alike:
                if earlier.claim.document != topic.claim.document:
                    topic.vocabulary.neighbours.add((earlier.order, topic.order))
                    yield earlier, topic
            if len(alike) < _MOST_ALIKE:
                alike.append(topic)


def are_neighboured_alike(a: Topic, b: Topic) -> bool:
    """Whether two figures are one of the pairs of `neighbour_pairs`."""
    return (min(a.order, b.order), max(a.order, b.order)) in a.vocabulary.neighbours


def _side_by_side(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The figures that follow on each other closely in one sentence."""
    last: Topic | None = None
    for topic in topics:
        if topic.family == _QUOTE or topic.unit_of is not None:
            continue
        if last is not None and _follows(last, topic):
            yield last, topic
        last = topic


def _follows(last: Topic, topic: Topic) -> bool:
    one, two = last.claim, topic.claim
    if one.document != two.document or one.sentence.start != two.sentence.start:
        return False
    return 0 <= two.start - one.end < _NEAR


def _is_telling(topic: Topic) -> bool:
    return len(topic.key.strip(_LETTERS)) >= _DIGITS
