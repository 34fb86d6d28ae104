"""Times of which one holds the other, and that are of one happening: "the flood of 2004", "the flood in December 2004".

Reports of one event look back on what led to it as exactly as they care to: one names the day, another the month or
the year. Other things were done in that year, so the two must tell of one act, or of one harm by one means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from factcheck.align.event_dates import happening_of
from factcheck.align.lead_days import is_of_the_report, names_its_year, words_shared
from factcheck.align.slots import SlotRelation, core_slots_of
from factcheck.align.topic import Topic
from factcheck.model import TimeExpression

_A_YEAR = timedelta(366)
_DATE = "date"
_RANGE = "/"
_ALIKE = 0.1  # the share of words in common from which two times are of one happening
_FEW = 4  # times of one year to which each further one is linked


def holds_one_happening(a: Topic, b: Topic) -> bool:
    """Whether one of two times, told with its year, holds the other, and both are of one happening; so is the other
    told, but for the day of a harm.
    """
    if a.claim.document == b.claim.document or a.event_cluster != b.event_cluster:
        return False
    if not (_holds(a, b) and is_past_time(a)) and not (_holds(b, a) and is_past_time(b)):
        return False
    if a.is_said != b.is_said:
        return False
    if (of_one := _are_of_one_act(a, b)) is not None:
        return of_one
    if not is_past_time(a) or not is_past_time(b):
        return False
    return core_slots_of(a, b).of("event") is SlotRelation.SAME or words_shared(a, b) >= _ALIKE


def _are_of_one_act(a: Topic, b: Topic) -> bool | None:
    """Whether two times are of one harm, by one means as far as they say, or of one act; None where they do not say."""
    one, two = happening_of(a), happening_of(b)
    if one is None or two is None or one.other or two.other or one.beside or two.beside:
        return None
    if one.harm and two.harm:
        return not one.means or not two.means or not one.means.isdisjoint(two.means)
    return True if one.harm == two.harm and not one.acts.isdisjoint(two.acts) else None


def is_past_time(topic: Topic) -> bool:
    """Whether a date is told with its year, and is no range of time nor that of the report."""
    value = topic.value
    if topic.claim.kind != _DATE or not isinstance(value, TimeExpression) or not names_its_year(topic.claim):
        return False
    if _RANGE in (value.timex or "") or value.first is None or value.last is None or is_of_the_report(topic, value):
        return False
    return value.last - value.first < _A_YEAR


def _holds(long: Topic, short: Topic) -> bool:
    one, two = long.value, short.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return False
    return one.first <= two.first and two.last <= one.last and (one.first, one.last) != (two.first, two.last)


def pairs_of_longer_times(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The pairs of times by `holds_one_happening`; each is linked to the first few of its year."""
    known: dict[tuple[int, int], list[tuple[Topic, bool]]] = defaultdict(list)
    for topic in topics:
        value = topic.value if topic.family == _DATE else None
        if not isinstance(value, TimeExpression) or value.first is None:
            continue
        others, linked, is_day = known[topic.event_cluster, value.first.year], 0, value.first == value.last
        for other, is_other_day in others[:_MOST]:
            if linked < _FEW and not (is_day and is_other_day) and holds_one_happening(other, topic):
                linked += 1
                yield other, topic
        others.append((topic, is_day))


_MOST = 24  # times of one year and event with which a further one is compared
