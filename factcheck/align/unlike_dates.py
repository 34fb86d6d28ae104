"""Unlike dates of one act, which are near enough to be of one happening: "made in January", "made last December".

Two reports that give an act two dates mostly mean it once where these are a few days, two months or two years apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from factcheck.align.topic import Topic
from factcheck.model import TimeExpression
from factcheck.regex_cache import regex

_MOST_DATES = 12  # dates of one act that are compared each with each
_MOST_ALIKE = 3  # claims of each such date
_OF_A_WEEKDAY = "WXX"
_ANY_YEAR = ("XXXX", "2000")
_YEAR, _MONTH, _DAY = 4, 7, 10  # the length of what names a date
_NEAR = {_YEAR: timedelta(days=731), _MONTH: timedelta(days=62), _DAY: timedelta(days=7)}
_DATE = regex(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def are_near_dates(one: Topic, two: Topic) -> bool:
    """Whether two dates of one length are two years, two months or a week apart at most; so are two bare weekdays."""
    a, b = one.claim.value, two.claim.value
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression):
        return False
    first, second = ((value.timex or "").partition("T")[0] for value in (a, b))
    if _OF_A_WEEKDAY in first and _OF_A_WEEKDAY in second:
        return True
    days = [_first_day(each) for each in (first, second)]
    if len(first) != len(second) or days[0] is None or days[1] is None:
        return False
    return abs(days[0] - days[1]) <= _NEAR[len(first)]


def is_longer_than_a_day(topic: Topic) -> bool:
    """Whether a date names a month or a year."""
    value = topic.claim.value
    return isinstance(value, TimeExpression) and len(value.timex or "") in (_MONTH, _YEAR)


def _first_day(known: str) -> date | None:
    """The first day of a date; of one without a year, that of a leap year."""
    found = _DATE.fullmatch(known.replace(*_ANY_YEAR))
    return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found is not None else None


def unlike_dates(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of unlike dates of one act, each of two documents; a few of each date, so that they grow with the dates."""
    found: dict[tuple[int, str], dict[str, list[Topic]]] = defaultdict(dict)
    for topic in topics:
        event = topic.core.event if topic.family == "date" else None
        for act in event.concepts if event is not None else ():
            dates = found[topic.event_cluster, act]
            for key, others in dates.items():
                if key != topic.key:
                    yield from ((each, topic) for each in others if each.claim.document != topic.claim.document)
            alike = dates.get(topic.key)
            if alike is None and len(dates) < _MOST_DATES:
                dates[topic.key] = [topic]
            elif alike is not None and len(alike) < _MOST_ALIKE:
                alike.append(topic)
