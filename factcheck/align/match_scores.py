"""Which scores of two documents are of one match: both figures of "31-24" say together what they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.align.facts import are_of_two_times
from factcheck.align.score import topic_score
from factcheck.align.slots import SlotRelation, core_slots_of, near_copies
from factcheck.align.topic import Topic
from factcheck.state.scores import MatchScore

_NEAR = 0.1  # share of the context from which short scores, or those in reports of two events, are of one match
_MOST_ALIKE = 4  # scores with the same figures with which a further one is compared


def of_one_score(a: Topic, b: Topic) -> bool | None:
    """Whether two equal figures are of one score; None where the words around must decide.

    The reports of the winner's and of the loser's town have other subjects and verbs, so that the figures decide,
    unless two matches may well have them: those of two days, of sides without a name in common, or with one digit each.
    """
    score, other = a.match_score, b.match_score
    if score is None or other is None or score.is_second != other.is_second:
        return None
    if score != other:
        return None if near_copies(a, b) else False
    if are_of_two_times(a, b):
        return False
    found = core_slots_of(a, b)
    one_event = a.event_cluster == b.event_cluster
    if a.names_beside.isdisjoint(b.names_beside) and (not one_event or found.of("bearer") is SlotRelation.CONFLICTING):
        return None
    if one_event and not score.is_short:
        return True
    sure = topic_score(a, b) >= _NEAR and found.of("event") is not SlotRelation.CONFLICTING
    return True if sure else None


def score_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of claims that give the same figure of equal scores: each with a few of those before it."""
    equal: dict[MatchScore, list[Topic]] = defaultdict(list)
    for topic in topics:
        score = topic.match_score
        if score is None:
            continue
        alike = equal[score]
        yield from ((earlier, topic) for earlier in alike)
        if len(alike) < _MOST_ALIKE:
            alike.append(topic)
