"""Calendar arithmetic: first and last days of weeks, months, quarters; shifts; holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from factcheck.regex_cache import regex

_DAY: Final = timedelta(days=1)
_DECEMBER: Final = 11
_NTH: Final = regex(r"(\d\d)\.(\d)\.(-?\d)(?:\+(\d+))?")
_SEASON_MONTHS: Final = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}


class OffCalendarError(Exception):
    """The calendar, which goes from the year 1 to the year 9999, has no such day."""


def plus(day: date, count: int) -> date:
    """The day so many days later, or earlier. Raises OffCalendarError beyond the ends of the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        raise OffCalendarError from None


def exactly(year: int, month: int, day: int) -> date:
    """The day. Raises OffCalendarError where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise OffCalendarError from None


def made(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; months outside 1–12 run into the years beside.

    Raises OffCalendarError, as all do that count days here, beyond the ends of the calendar.
    """
    year, index = year + (month - 1) // 12, (month - 1) % 12
    first = exactly(year, index + 1, 1)
    return first, date(year, 12, 31) if index == _DECEMBER else date(year, index + 2, 1) - _DAY


def months_of(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of several months."""
    return month_of(year, month)[0], month_of(year, month + count - 1)[1]


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that holds a day."""
    monday = plus(day, -day.weekday())
    return monday, plus(monday, 6)


def season_of(year: int, season: str) -> tuple[date, date]:
    """First and last day of a season, told generously: nobody says on which day spring ends."""
    first, last = _SEASON_MONTHS[season]
    return months_of(year, first, last - first + 1)


def add_months(day: date, count: int) -> date:
    """The day of the same number some months away, or the last one of that month."""
    first, last = month_of(day.year, day.month + count)
    return min(plus(first, day.day - 1), last)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (1) … Sunday (7) of a month; -1 is the last one."""
    first, last = month_of(year, month)
    if nth < 0:
        return plus(last, -((last.isoweekday() - weekday) % 7))
    return plus(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return exactly(year, month, sunday + 28 - 31 * (month // 4))


def holiday(year: int, rule: str) -> date | None:
    """The day of a holiday in a year: "12-25", "11.4.4" (the fourth Thursday of November), "easter-2"."""
    if rule.startswith("easter"):
        return plus(easter(year), int(rule[6:]))
    if nth := _NTH.fullmatch(rule):
        day = nth_weekday(year, int(nth[1]), int(nth[2]), int(nth[3]))
        return plus(day, int(nth[4] or 0))
    return made(year, int(rule[:2]), int(rule[3:]))
