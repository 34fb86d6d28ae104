"""Whether a source's value may be another reading of a draft's, by the size and the grain of both."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from factcheck.align import WORLDS_APART, Alignment, Topic, are_worlds_apart
from factcheck.align.candidates import is_bare
from factcheck.align.slots import SlotRelation, core_slots_of
from factcheck.judge.dates import names_itself
from factcheck.kinds.timex.compare import days_of
from factcheck.kinds.timex.lengths import length
from factcheck.model import NEAR_MISSES, Comparison, Difference, Quantity, TimeExpression, Value
from factcheck.regex_cache import regex

_OPEN = "AFTER"
_WEEK = 7  # days
_YEAR, _MONTH, _DAY = 4, 7, 10  # letters of a TIMEX3 value up to the end of the year, the month and the day
_PERCENT = "percent"
_NONE = Decimal(0)


def only_one_is_open(topic: Topic, alignment: Alignment) -> bool:
    """Whether one of two dates begins a time without end on another day: "since 1945" holds each later day, and tells
    none of it.
    """
    one, two = topic.value, alignment.topic.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    if (one.mod == _OPEN) == (two.mod == _OPEN) or alignment.comparison.relation != "consistent":
        return False
    begin, other = (one, two) if one.mod == _OPEN else (two, one)
    start = days_of((begin.timex or "").partition("/")[0])
    if start is None or other.first is None:
        return True
    return other.first > start[1] or (other.last or other.first) < start[0]


def with_other_starts(topic: Topic, alignments: Sequence[Alignment]) -> list[Alignment]:
    """The alignments, those of a date within a time without end as of two dates."""
    return [
        replace(each, comparison=_other_start(topic, each.topic)) if only_one_is_open(topic, each) else each
        for each in alignments
    ]


def _other_start(topic: Topic, other: Topic) -> Comparison:
    return Comparison("different", Difference.START, f"“{topic.claim.text}” is not “{other.claim.text}”")


def is_slip_of_a_date(a: Topic, b: Topic) -> bool:
    """Whether two dates name years that differ in one digit ("2003", "9 August 2013"), or one time of two days."""
    one, two = a.value, b.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression) or one.type == "DURATION":
        return False
    years = _YEAR_NAMED.findall(a.claim.text)
    if years and any(_differ_in_one(year, other) for other in _YEAR_NAMED.findall(b.claim.text) for year in years):
        return True
    if "T" not in (one.timex or ""):
        return False  # no time of day
    days, clocks = zip(*((each.timex or "").partition("/")[0].partition("T")[::2] for each in (one, two)), strict=True)
    return bool(days[0] != days[1] and clocks[0] == clocks[1] and clocks[0][:1].isdigit())


def _differ_in_one(one: str, two: str) -> bool:
    return sum(x != y for x, y in zip(one, two, strict=True)) == 1


_YEAR_NAMED = regex(r"(?<![\d.,])[12]\d{3}(?![\d.,]\d)")


def is_of_another_scale(topic: Topic, alignment: Alignment) -> bool:
    """Whether two values are so far apart, or of so different units, that one is no other reading of the other: 41
    years and 58 minutes, 24 and 19 million, 1996 and "on Monday", tonnes and metres.
    """
    one, two, comparison = topic.value, alignment.topic.value, alignment.comparison
    if comparison.difference in NEAR_MISSES or is_slip_of_a_date(topic, alignment.topic):
        return False
    if isinstance(one, TimeExpression) and isinstance(two, TimeExpression):
        if not _are_other_times(one, two) and not _is_another_week(topic, alignment.topic):
            return False
        return core_slots_of(topic, alignment.topic).of("event") is not SlotRelation.SAME
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if comparison.relation == "held" and comparison.difference is Difference.UNITS:
        bare = is_bare(topic.claim) or is_bare(alignment.topic.claim)  # it may leave out the unit of the other
        if not bare and not (_is_currency(one.unit) and _is_currency(two.unit)):
            return {one.unit, two.unit} != {None, _PERCENT}
        few, many = sorted((one.number or _NONE, two.number or _NONE))
        return few * WORLDS_APART <= many
    counted = topic.head is not None and topic.head == alignment.topic.head
    return not counted and are_worlds_apart(topic, alignment.topic)


def _is_another_week(a: Topic, b: Topic) -> bool:
    """Whether a date that names itself lies more than a week from one that does not: "14 December" and "today"."""
    one, two = a.value, b.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    if one.first is None or two.first is None or names_itself(a) == names_itself(b):
        return False
    return abs((one.first - two.first).days) > _WEEK


def _are_other_times(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether one of two lengths is many times the other, or a year and a day lie in two years."""
    if one.type == two.type == "DURATION":
        few, many = sorted(length(each.timex) or _NONE for each in (one, two))
        return 0 < few * WORLDS_APART <= many
    if (one.timex or "")[_YEAR:_DAY] == (two.timex or "")[_YEAR:_DAY]:
        return False  # one day of two years
    grains = {len(each.timex or "") for each in (one, two)}
    years = {each.first.year for each in (one, two) if each.first is not None}
    return _YEAR in grains and max(grains) > _MONTH and len(years) > 1


def _is_currency(unit: str | None) -> bool:
    return unit is not None and unit.partition("/")[0].isupper()


def is_of_one_scale(a: Value, b: Value) -> bool:
    """Whether two dates are years or seasons, or days of one month, or two lengths of time counts of one unit."""
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression) or not a.timex or not b.timex:
        return False
    if "DURATION" in (a.type, b.type):
        return a.type == b.type and a.timex[-1] == b.timex[-1]
    if _YEAR in (len(a.timex), len(b.timex)) and max(len(a.timex), len(b.timex)) <= _MONTH:
        return True
    named = a.timex[5:7].isdigit() and len(a.timex) == len(b.timex)
    return named and a.timex[:7] == b.timex[:7]
