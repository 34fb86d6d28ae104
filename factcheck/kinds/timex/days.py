"""Calendar arithmetic: first and last days of weeks, months and seasons; shifts of a date; holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from factcheck.regex_cache import regex

_DAY: Final = timedelta(days=1)
_LAST_MONTH_INDEX: Final = 11  # months counted from 0
_NTH_WEEKDAY: Final = regex(r"(\d\d)\.(\d)\.(-?\d)(?:\+(\d+))?")  # month.weekday.nth, with the days to add
# First and last month; months above 12 are of the next year.
_SEASON_MONTHS: Final = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}


class OffCalendarError(Exception):
    """A date outside the proleptic Gregorian calendar of `datetime`: years 1 to 9999."""


def plus(day: date, count: int) -> date:
    """The date `count` days later, or earlier where it is negative. Raises OffCalendarError past year 1 or 9999."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        raise OffCalendarError from None


def date_or_raise(year: int, month: int, day: int) -> date:
    """The date. Raises OffCalendarError where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise OffCalendarError from None


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; month 0 is December of the year before, month 13 January of the year after.

    Like all functions here that return other dates, it raises OffCalendarError outside the years 1 to 9999.
    """
    year, index = year + (month - 1) // 12, (month - 1) % 12
    first = date_or_raise(year, index + 1, 1)
    return first, date(year, 12, 31) if index == _LAST_MONTH_INDEX else date(year, index + 2, 1) - _DAY


def months_of(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` successive months, of which `month` is the first."""
    return month_of(year, month)[0], month_of(year, month + count - 1)[1]


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that contains a date."""
    monday = plus(day, -day.weekday())
    return monday, plus(monday, 6)


def season_of(year: int, season: str) -> tuple[date, date]:
    """First and last day of a season (SP, SU, FA, WI) that begins in `year`.

    Seasons have no agreed limits, so each is four months long and overlaps the next by one.
    """
    first, last = _SEASON_MONTHS[season]
    return months_of(year, first, last - first + 1)


def add_months(day: date, count: int) -> date:
    """The same day of the month, `count` months away, or the last day of that month where it is shorter."""
    first, last = month_of(day.year, day.month + count)
    return min(plus(first, day.day - 1), last)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month: 1 is Monday, 7 is Sunday; an `nth` of -1 is the last one."""
    first, last = month_of(year, month)
    if nth < 0:
        return plus(last, -((last.isoweekday() - weekday) % 7))
    return plus(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday of a year by the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date_or_raise(year, month, sunday + 28 - 31 * (month // 4))


def holiday(year: int, rule: str) -> date | None:
    """The date of a holiday in a year; None where that year has no such day (29 February).

    `rule` is one of "12-25" (month-day), "11.4.4" (month.weekday.nth: the fourth Thursday of November; "11.4.4+1" is
    the day after it) and "easter-2" (days from Easter Sunday).
    """
    if rule.startswith("easter"):
        return plus(easter(year), int(rule[6:]))
    if nth := _NTH_WEEKDAY.fullmatch(rule):
        day = nth_weekday(year, int(nth[1]), int(nth[2]), int(nth[3]))
        return plus(day, int(nth[4] or 0))
    return date_or_none(year, int(rule[:2]), int(rule[3:]))
