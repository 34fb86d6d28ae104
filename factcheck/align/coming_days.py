"""The one day ahead that two reports of an event look forward to: the hearing, the funeral, the next match.

Each names it with what it cares for: "the Hawks play at Orrel on Saturday", "he may be back for Saturday". A report
that names one coming day names it for what comes next, and so does another report with the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.align.event_dates import clock_of, day_of
from factcheck.align.topic import Topic

_DATE = "date"
_MOST = 4  # dates of one coming day that a further one is compared with


def note_coming_days(topics: Iterable[Topic]) -> None:
    """Enter the coming days of each document in the vocabulary of some topics."""
    for topic in topics:
        if topic.family == _DATE and (day := _coming_day(topic)) is not None:
            topic.vocabulary.coming_days.setdefault(topic.claim.document, set()).add(day)


def are_one_coming_day(a: Topic, b: Topic) -> bool:
    """Whether two dates are the only day ahead of their reports; two times of it by the clock may be of two things."""
    if a.claim.document == b.claim.document or a.event_cluster != b.event_cluster:
        return False
    day = _only_coming_day(a)
    if day is None or day != _only_coming_day(b) or (clock_of(a) is not None and clock_of(b) is not None):
        return False
    return a.vocabulary.share_a_name(a.claim.document, b.claim.document)


def pairs_of_coming_days(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The pairs of dates by `are_one_coming_day`: each with the first few of its day."""
    known: dict[tuple[int, date], list[Topic]] = defaultdict(list)
    for topic in topics:
        if topic.family != _DATE or (day := _only_coming_day(topic)) is None:
            continue
        others = known[topic.event_cluster, day]
        yield from ((other, topic) for other in others if are_one_coming_day(other, topic))
        if len(others) < _MOST:
            others.append(topic)


def _only_coming_day(topic: Topic) -> date | None:
    """The day of a date, where it is the only one ahead that its document names."""
    if len(topic.vocabulary.coming_days.get(topic.claim.document, ())) != 1:
        return None
    return _coming_day(topic)


def _coming_day(topic: Topic) -> date | None:
    """The day of a date that lies ahead of its report."""
    day, told = day_of(topic), topic.vocabulary.anchor(topic.claim.document)
    return day if day is not None and told is not None and day > told else None
