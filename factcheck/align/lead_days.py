"""Which days of two reports are one by their place: the first day that each report names, or one that each names once.

Reports begin with what happened and when, each in words of its own: "voters backed the plan on Sunday", "most of the
countryside said No on Sunday". A day, a month or a year that a report names only once is that of one happening, of
which another report of the event hardly names it for a second one. Days on which somebody said something are no days
of the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.align.event_dates import are_two_happenings, clock_of
from factcheck.align.topic import Topic
from factcheck.model import Claim, TimeExpression

_DAY = 10  # characters of a day: "2019-04-11"
_YEAR = 4  # and of its year
_DATE = "date"
_OPEN = "XXXX-"  # begins a date of an unknown year, and with "WXX-" a bare weekday
# The share of their words that two dates must have in common that are the first of undated reports, or named once;
# those with their year, as one far back is, need any word.
_SHARED = 0.025
_SHARED_WITH_WORDS = 0.1  # the same of the day of an act and of that of a statement, which may be about it
_SHARED_WITH_REPORT = 0.15  # the same of a day counted from a report of an unknown day and of that of another report
_FEW = 2  # words in common beside which two reports may tell first of two parts of one happening; one is but a place
_BESIDE = 5  # characters between two dates that stand side by side: "'s ("
_LINK = "<"  # begins the concept of a preposition before a date: much happens "on" a day


def note_lead_days(topics: Iterable[Topic]) -> None:
    """Enter the first day of each document in the vocabulary of some topics."""
    for topic in topics:
        if topic.family == _DATE and (_day_of(topic) is not None or is_counted_from_report(topic)):
            topic.vocabulary.lead_days.setdefault(topic.claim.document, topic.claim.start)


def are_told_as_one_day(a: Topic, b: Topic) -> bool:
    """Whether two equal dates are each the first day that their report names, or one that it names once."""
    one, two = a.claim, b.claim
    if one.document == two.document or a.event_cluster != b.event_cluster:
        return False
    are_first = _are_first(a, b)
    if not are_first and not _are_named_once(a, b):
        return False
    if not a.vocabulary.share_a_name(one.document, two.document):
        return False
    # Two reports that begin with one day in like words begin with one happening, whatever each puts first of it.
    if not (are_first and len(_common(a, b)) >= _FEW) and are_two_happenings(a, b):
        return False
    return words_shared(a, b) >= _SHARED_WITH_WORDS or a.is_said == b.is_said


def may_be_day_of_report(a: Topic, b: Topic) -> bool:
    """Whether a day that an undated report counts from its own ("yesterday") may be the day of another report: each
    the first of its report, told in the same words.
    """
    if (
        a.claim.document == b.claim.document
        or a.event_cluster != b.event_cluster
        or not (_is_first(a) and _is_first(b))
    ):
        return False
    if is_counted_from_report(a) == is_counted_from_report(b) or words_shared(a, b) < _SHARED_WITH_REPORT:
        return False
    days = [topic for topic in (a, b) if not is_counted_from_report(topic)]
    return (
        not _is_of_a_month(days[0])
        and a.is_said == b.is_said
        and a.vocabulary.share_a_name(a.claim.document, b.claim.document)
    )


def _is_of_a_month(topic: Topic) -> bool:
    """Whether an undated report names a day by its month: one that it tells of as gone by."""
    return (_day_of(topic) or "").startswith(_OPEN) and topic.vocabulary.names_a_month(topic.claim)


def is_counted_from_report(topic: Topic) -> bool:
    """Whether a date is a day counted from that of a report whose day is not known ("today", "last night"), and no name
    of the day stands beside it ("yesterday, on Friday").
    """
    value, settings = topic.value, topic.vocabulary.ruleset.setting("align")
    if not isinstance(value, TimeExpression) or not value.held or value.timex is not None:
        return False
    if topic.claim.rule not in settings["counted_from_report"]:
        return False
    return not any(0 <= _apart(topic.claim, each) <= _BESIDE for each in topic.vocabulary.dates(topic.claim))


def _are_first(a: Topic, b: Topic) -> bool:
    day = _day_of(a)
    if day is None or day != _day_of(b) or not (_is_first(a) and _is_first(b)):
        return False
    return not day.startswith(_OPEN) or words_shared(a, b) >= _SHARED


def _is_first(topic: Topic) -> bool:
    return topic.vocabulary.lead_days.get(topic.claim.document) == topic.claim.start


def _are_named_once(a: Topic, b: Topic) -> bool:
    if a.key != b.key or not _may_be_named_once(a) or not _may_be_named_once(b) or not _are_equally_long(a, b):
        return False
    shared = words_shared(a, b)
    return shared >= _SHARED or (shared > 0 and all(names_its_year(topic.claim) for topic in (a, b)))


def _are_equally_long(a: Topic, b: Topic) -> bool:
    """Whether two times that begin on one day end on one, or one has no end: "joined in 2010", "since 2010"."""
    ends = [topic.value.last if isinstance(topic.value, TimeExpression) else None for topic in (a, b)]
    return None in ends or ends[0] == ends[1]


def is_restated_day(a: Topic, b: Topic) -> bool:
    """Whether two dates stand side by side and name one day: "tonight (August 4)", "Friday, Sept. 13"."""
    day = _day_of(a)
    return day is not None and day == _day_of(b) and _apart(a.claim, b.claim) <= _BESIDE


def _apart(a: Claim, b: Claim) -> int:
    """How many characters lie between two claims; negative for one claim."""
    return max(a.start, b.start) - min(a.end, b.end)


def words_shared(a: Topic, b: Topic) -> float:
    """The share of their context that two dates have in common, in 0..1 (Dice), without prepositions."""
    common = _common(a, b)
    if not common:
        return 0.0
    links = sum(topic.weights[each] for topic in (a, b) for each in topic.weights if each.startswith(_LINK))
    return 2 * sum(min(a.weights[each], b.weights[each]) for each in common) / (a.total + b.total - links)


def _common(a: Topic, b: Topic) -> list[str]:
    """The words around both of two dates, without prepositions."""
    return sorted(each for each in a.weights.keys() & b.weights.keys() if not each.startswith(_LINK))


def names_its_year(claim: Claim) -> bool:
    """Whether a date is written with its year."""
    timex = claim.value.timex if isinstance(claim.value, TimeExpression) else None
    return timex is not None and timex[:_YEAR].isdigit() and timex[:_YEAR] in claim.text


def _may_be_named_once(topic: Topic) -> bool:
    """Whether a document names a date in one place only, which is none by the clock nor the year of the report."""
    value = topic.value
    if not isinstance(value, TimeExpression) or (value.first or value.timex) is None or clock_of(topic) is not None:
        return False
    return topic.is_told_once and not is_of_the_report(topic, value)


def is_of_the_report(topic: Topic, value: TimeExpression) -> bool:
    """Whether a date is longer than a day and holds that of its report: "this week", "the 2019 season"."""
    told = topic.vocabulary.anchor(topic.claim.document)
    if told is None or value.first is None or value.last is None or value.first == value.last:
        return False
    return value.first <= told <= value.last


def pairs_with_day_of_report(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The pairs of dates by `may_be_day_of_report`; each day counted from a report with the first few that fit."""
    first: dict[int, list[Topic]] = defaultdict(list)
    for topic in topics:
        if topic.family == _DATE and _is_first(topic):
            first[topic.event_cluster].append(topic)
    for members in first.values():
        for counted in filter(is_counted_from_report, members):
            fitting = (each for each in members if may_be_day_of_report(counted, each))
            for other in islice(fitting, _MOST_EQUAL):
                yield (counted, other) if counted.order < other.order else (other, counted)


def pairs_of_told_days(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The pairs of dates by `are_told_as_one_day`: each with the first few of its value."""
    known: dict[tuple[int, str], list[Topic]] = defaultdict(list)
    for topic in topics:
        if topic.family != _DATE or not (_is_first(topic) or _may_be_named_once(topic)):
            continue
        equal = known[topic.event_cluster, topic.key]
        yield from ((other, topic) for other in equal if are_told_as_one_day(other, topic))
        if len(equal) < _MOST_EQUAL:
            equal.append(topic)


_MOST_EQUAL = 4  # dates of one value that a further one is compared with


def _day_of(topic: Topic) -> str | None:
    """The day of a date or of a part of a day ("early on Tuesday"), also without its year; None of a time by the clock
    or a longer one.
    """
    value = topic.claim.value
    if not isinstance(value, TimeExpression) or value.timex is None:
        return None
    day, _, part = value.timex.partition("T")
    if part[:1].isdigit() or not (day.startswith(_OPEN) or (value.first is not None and day[:_YEAR].isdigit())):
        return None
    return day if len(day) == _DAY else None
