"""Which days are that of the event that reports tell: the first day that each names, in its lead.

Reports begin with what happened and when, each in words of its own: "voters backed the plan on Sunday", "most of the
countryside said No on Sunday". Days on which somebody said something are no days of the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.align.event_dates import are_two_happenings
from factcheck.align.topic import Topic
from factcheck.model import TimeExpression

_LEAD = 600  # code points at the beginning of a report, in which it tells when what it is about happened
_DAY = 10  # characters of a day: "2019-04-11"
_YEAR = 4  # and of its year
_DATE = "date"


def note_lead_days(topics: Iterable[Topic]) -> None:
    """Enter the first day of each document in the vocabulary of some topics, if it stands in the lead."""
    seen: set[str] = set()
    for topic in topics:
        if topic.claim.document in seen or topic.family != _DATE or _day_of(topic) is None:
            continue
        seen.add(topic.claim.document)
        if topic.claim.start < _LEAD:
            topic.vocabulary.lead_days[topic.claim.document] = topic.claim.start


def are_lead_days(a: Topic, b: Topic) -> bool:
    """Whether two equal days are each the first that their report names, and may be of one event."""
    one, two = a.claim, b.claim
    if one.document == two.document or a.event_cluster != b.event_cluster or _day_of(a) != _day_of(b):
        return False
    if any(topic.vocabulary.lead_days.get(topic.claim.document) != topic.claim.start for topic in (a, b)):
        return False
    if a.is_said != b.is_said or not a.vocabulary.share_a_name(one.document, two.document):
        return False
    return not are_two_happenings(a, b)


def lead_day_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The pairs of days by `are_lead_days`: each with the first of its day."""
    first: dict[tuple[int, str | None], list[Topic]] = defaultdict(list)
    for topic in topics:
        if topic.vocabulary.lead_days.get(topic.claim.document) != topic.claim.start or topic.family != _DATE:
            continue
        equal = first[topic.event_cluster, _day_of(topic)]
        yield from ((other, topic) for other in equal if are_lead_days(other, topic))
        if len(equal) < _MOST_EQUAL:
            equal.append(topic)


_MOST_EQUAL = 4  # days of one date that a further one is compared with


def _day_of(topic: Topic) -> str | None:
    """The day of a date or of a part of a day ("early on Tuesday"); None of a time by the clock or a longer one."""
    value = topic.claim.value
    if not isinstance(value, TimeExpression) or value.timex is None or value.first is None:
        return None
    day, _, part = value.timex.partition("T")
    if len(day) != _DAY or not day[:_YEAR].isdigit() or part[:1].isdigit():
        return None
    return day
