"""Times by the clock of one event: one moment told in other words, or two that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from factcheck.align.event_dates import (
    are_on_one_day,
    are_two_happenings,
    clock_of,
    day_name_of,
    happening_of,
)
from factcheck.align.score import Alignment, one_sentence, topic_score
from factcheck.align.slots import SlotRelation, core_slots_of
from factcheck.align.topic import Topic
from factcheck.model import Comparison, Difference, TimeExpression
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold, words

_HALF_AN_HOUR = 30  # minutes; on the hour and the half of it much is done
# A time that is a multiple of so many minutes stands for one that is so near to it; one told to be approximate, for one
# that is as near as the margin of the rules, on the half-hour and the hour so many times as near.
_ROUNDED = ((15, 5), (5, 2))
_VAGUER = 2
_NEAR = 120  # minutes between two times that two reports give for one harm
_ALIKE = 0.5  # share of the words from which the one of several times is told that another report gives otherwise
_VAGUE = ("APPROX", "AFTER", "BEFORE")
_FEW = 3  # times of one minute to which each further one is linked


class HarmClock(NamedTuple):
    """A time at which a document says that a harm was done."""

    topic: Topic
    minutes: int


def note_clocks(topics: Iterable[Topic]) -> None:
    """Enter the times of harms in the vocabulary of some topics, by document."""
    for topic in topics:
        minutes = clock_of(topic)
        if minutes is None:
            continue
        happening = happening_of(topic)
        if happening is not None and happening.itself and not happening.other:
            topic.vocabulary.harm_clocks.setdefault(topic.claim.document, []).append(HarmClock(topic, minutes))


def are_two_clocks(a: Topic, b: Topic) -> bool:
    """Whether two documents give two times of one day for one harm, which lie near each other.

    One that gives several must give the one in the words of the other: two shootings of one night are two.
    """
    mine, theirs = clock_of(a), clock_of(b)
    if mine is None or theirs is None or abs(mine - theirs) > _NEAR or a.claim.document == b.claim.document:
        return False
    if not (_is_of_a_harm(a) and _is_of_a_harm(b) and _may_be_of_one_day(a, b)) or are_two_happenings(a, b):
        return False
    if a.event_cluster != b.event_cluster or (_zone(a) != _zone(b) and mine != theirs):
        return False
    margin = _margin(a.vocabulary.ruleset)
    return topic_score(a, b) >= _ALIKE or not any(
        _gives_several(topic, other, margin) for topic, other in ((a, b), (b, a))
    )


def _is_of_a_harm(topic: Topic) -> bool:
    return any(each.topic is topic for each in topic.vocabulary.harm_clocks.get(topic.claim.document, ()))


def _gives_several(topic: Topic, other: Topic, margin: int) -> bool:
    """Whether the document of a time gives other times of harms on its day."""
    mine = clock_of(topic)
    clocks: Sequence[HarmClock] = topic.vocabulary.harm_clocks.get(topic.claim.document, ())
    return mine is not None and any(
        abs(each.minutes - mine) > margin and are_on_one_day(each.topic, other) for each in clocks
    )


def are_of_one_moment(a: Topic, b: Topic) -> bool:
    """Whether two documents that report one event tell of one minute of one day, as far as they say.

    On the hour and the half of it, both must tell of a harm, of one act or of one actor.
    """
    minutes = clock_of(a)
    if minutes is None or minutes != clock_of(b) or a.claim.document == b.claim.document:
        return False
    if a.event_cluster != b.event_cluster or not _may_be_of_one_day(a, b) or _zone(a) != _zone(b):
        return False
    if are_two_happenings(a, b) or _bounds(a) != _bounds(b):
        return False
    one, two = happening_of(a), happening_of(b)
    both_harm = one is not None and two is not None and one.harm and two.harm
    bearer = core_slots_of(a, b).of("bearer")
    if bearer is SlotRelation.CONFLICTING and not both_harm:
        return False
    if minutes % _HALF_AN_HOUR or bearer is SlotRelation.SAME or both_harm:
        return True
    return one is not None and two is not None and not one.acts.isdisjoint(two.acts) and not (a.is_said or b.is_said)


def _may_be_of_one_day(a: Topic, b: Topic) -> bool:
    """Whether two times may be on one day, as far as they say: "at 3:33 a.m." in an undated text, "on Tuesday"."""
    one, two = day_name_of(a), day_name_of(b)
    if one is None or two is None or one == two:
        return True
    if isinstance(one, str) and isinstance(two, str):
        return one[5] != two[5]  # a weekday, and a day of a month
    return not (isinstance(one, date) and isinstance(two, date)) and are_on_one_day(a, b, near=False)


def _bounds(topic: Topic) -> frozenset[str]:
    """How a time bounds what is told: "by 6:40 a.m."; empty where it is the time itself."""
    happening = happening_of(topic)
    known = topic.vocabulary.ruleset.words("date_bound").values()
    return happening.acts.intersection(known) if happening is not None and happening.follows else frozenset()


def _zone(topic: Topic) -> str:
    """The offset of a time from UTC, as TIMEX3 writes it; empty where it states none."""
    value = topic.value
    clock = ((value.timex or "") if isinstance(value, TimeExpression) else "").partition("T")[2]
    found = next((clock[clock.index(mark) :] for mark in "Z+-" if mark in clock), "")
    return "+00:00" if found == "Z" else found


def pairs_of_clocks(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of times of one moment, and of two that two documents give for one harm; each is linked to the first few,
    so that the pairs grow with the times.
    """
    minutes: dict[tuple[int, int], list[Topic]] = defaultdict(list)
    harms: dict[int, list[Topic]] = defaultdict(list)
    for topic in topics:
        clock = clock_of(topic)
        if clock is None:
            continue
        alike, others = minutes[topic.event_cluster, clock], harms[topic.event_cluster]
        found = [each for each in alike if not one_sentence(each, topic) and are_of_one_moment(each, topic)]
        found = found[:_FEW] + [each for each in others if are_two_clocks(each, topic)][:_FEW]
        yield from ((each, topic) for each in found)
        for earlier in (alike, others if _is_of_a_harm(topic) else alike):
            if len(earlier) < 2 * _FEW and topic not in earlier:
                earlier.append(topic)


def by_the_clock(alignment: Alignment, topic: Topic) -> Alignment:
    """How two times of two reports stand to each other, as far as they are rounded or of two zones.

    "About 7:30" and "around 7:15" agree, and "3:30" rounds 3:33; 07:37 GMT is no 7:37 of a place with its own time.
    """
    comparison, other = alignment.comparison, alignment.topic
    mine = clock_of(topic) if topic.claim.kind == "time" else None
    theirs = clock_of(other) if mine is not None else None
    if mine is None or theirs is None:
        return alignment
    if mine == theirs and _are_of_two_zones(topic, other):
        reason = f"“{topic.claim.text}” is not “{other.claim.text}”: one is local time"
        return replace(alignment, comparison=Comparison("different", Difference.ZONE, reason))
    if comparison.relation not in ("different", "held") or not _may_be_of_one_day(topic, other):
        return alignment
    if "" not in (zones := (_zone(topic), _zone(other))) and zones[0] != zones[1]:
        return alignment
    if mine == theirs:
        return replace(alignment, comparison=Comparison("consistent", Difference.PART_OF, _NO_DAY))
    if _may_be_one(mine, theirs, sum(map(_vagueness, (topic, other)))):
        return replace(alignment, comparison=Comparison("consistent", Difference.ROUNDED, _ABOUT))
    return alignment


_NO_DAY = "one of them names no day"
_ABOUT = "one of the times is approximate or rounded"


def _may_be_one(mine: int, theirs: int, vague: int) -> bool:
    """Whether two times may be one minute, of which at least one is rounded; `vague` is by how much they may be off."""
    apart = abs(mine - theirs)
    rounds = any(apart <= near and (mine % step == 0 or theirs % step == 0) for step, near in _ROUNDED)
    return rounds or apart <= vague


def _vagueness(topic: Topic) -> int:
    """By how many minutes a time may be off as its text says: "about 7:45", and twice as many "about 7"."""
    minutes, value = clock_of(topic), topic.value
    if minutes is None or not isinstance(value, TimeExpression):
        return 0
    if value.mod not in _VAGUE and not _is_hedged_within(topic):
        return 0
    return _margin(topic.vocabulary.ruleset) * (1 if minutes % _HALF_AN_HOUR else _VAGUER)


def _is_hedged_within(topic: Topic) -> bool:
    """Whether a hedge stands between the day and the time: "Saturday at approximately 3:00"."""
    vague = topic.vocabulary.ruleset.words("date_mod")
    return any(vague.get(word) in _VAGUE for word in words(topic.claim.text))


def _are_of_two_zones(a: Topic, b: Topic) -> bool:
    """Whether one of two times has a zone and the other one is told to be local."""
    zones = [_zone(topic) for topic in (a, b)]
    if all(zones) or not any(zones):
        return False
    local = a if not zones[0] else b
    text = fold(local.claim.text)
    return any(word in text for word in _local_words(local.vocabulary.ruleset))


@lru_cache(maxsize=8)
def _local_words(ruleset: Ruleset) -> tuple[str, ...]:
    return tuple(word for word, meaning in ruleset.words("time_zone").items() if meaning == _LOCAL)


_LOCAL = "local"


@lru_cache(maxsize=8)
def _margin(ruleset: Ruleset) -> int:
    """By how many minutes an approximate time may be off."""
    return int(ruleset.setting("timex.compare.about_minutes"))
