"""The result of resolving an expression: days with their unit, a clock time, a length or a set."""

from __future__ import annotations

from datetime import date
from typing import Final

from factcheck.kinds.timex import days
from factcheck.records import record

UNDATED: Final = "the document states no date"


@record
class Clock:
    """A time of day as written; `hour` is of 24 where known, and `half` is "a" or "p" as written.

    `zone` is an offset ("+01:00", "Z"), a zone of the tz database, "local", or None where no zone is named.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    half: str | None = None


@record
class TimexReading:
    """The value of an expression before it becomes a TimeExpression.

    `unit` is D, W, WE, M, S (season), Q, H (half), Y, FY, DE (decade), CE (century), P (part of a day), T (clock time)
    or R (range); for a length, its unit. `first` and `last` are None for an open end or without days. `stated` is True
    when the text itself gives the year. `hedge` is a word as written. `held` is the reason for which it cannot be
    resolved.
    """

    timex: str | None
    type: str = "DATE"
    unit: str = ""
    first: date | None = None
    last: date | None = None
    mod: str | None = None
    hedge: str | None = None
    held: str | None = None
    stated: bool = False
    clock: Clock | None = None


def a_day(day: date, *, stated: bool = False) -> TimexReading:
    """A single day."""
    return TimexReading(day.isoformat(), "DATE", "D", day, day, stated=stated)


def a_week(day: date) -> TimexReading:
    """The ISO week (Monday to Sunday) that contains a day."""
    monday, sunday = days.week_of(day)
    year, week, _ = day.isocalendar()
    return TimexReading(f"{year}-W{week:02}", "DATE", "W", monday, sunday)


def a_weekend(day: date) -> TimexReading:
    """The weekend at the end of the ISO week that contains a day."""
    _, sunday = days.week_of(day)
    year, week, _ = day.isocalendar()
    return TimexReading(f"{year}-W{week:02}-WE", "DATE", "WE", days.plus(sunday, -1), sunday)


def a_month(year: int, month: int, *, stated: bool = False) -> TimexReading:
    """A month; month 0 is December of the year before, month 13 January of the year after."""
    first, last = days.month_of(year, month)
    return TimexReading(f"{first:%Y-%m}", "DATE", "M", first, last, stated=stated)


def a_quarter(year: int, quarter: int, *, stated: bool = False) -> TimexReading:
    """A quarter of a calendar year; 0 is the last one of the year before, 5 the first of the year after."""
    first, last = days.months_of(year, 3 * quarter - 2, 3)
    return TimexReading(f"{first.year:04}-Q{(first.month + 2) // 3}", "DATE", "Q", first, last, stated=stated)


def a_half(year: int, half: int, *, stated: bool = False) -> TimexReading:
    """A half of a calendar year."""
    first, last = days.months_of(year, 6 * half - 5, 6)
    return TimexReading(f"{first.year:04}-H{(first.month + 5) // 6}", "DATE", "H", first, last, stated=stated)


def a_season(year: int, season: str, *, stated: bool = False) -> TimexReading:
    """A season (SP, SU, FA, WI), by the year in which it begins."""
    first, last = days.season_of(year, season)
    return TimexReading(f"{year:04}-{season}", "DATE", "S", first, last, stated=stated)


def a_year(year: int, *, stated: bool = False) -> TimexReading:
    """A calendar year."""
    return TimexReading(
        f"{year:04}", "DATE", "Y", days.date_or_raise(year, 1, 1), days.date_or_raise(year, 12, 31), stated=stated
    )


def a_decade(year: int, *, stated: bool = False) -> TimexReading:
    """The decade that contains a year: 1975 gives the 1970s."""
    first = year - year % 10
    begin, end = days.date_or_raise(max(1, first), 1, 1), days.date_or_raise(first + 9, 12, 31)
    return TimexReading(f"{year // 10:03}", "DATE", "DE", begin, end, stated=stated)


def a_century(hundreds: int, *, stated: bool = False) -> TimexReading:
    """The century that begins with these two digits: 20 gives 2000 to 2099, the 21st century."""
    first, last = days.date_or_raise(max(1, hundreds * 100), 1, 1), days.date_or_raise(hundreds * 100 + 99, 12, 31)
    return TimexReading(f"{hundreds:02}", "DATE", "CE", first, last, stated=stated)


def a_part(day: date, part: str) -> TimexReading:
    """A part of a day: MO (morning), MI (midday), AF, EV or NI."""
    return TimexReading(f"{day.isoformat()}T{part}", "TIME", "P", day, day)


def around(unit: str, day: date) -> TimexReading:
    """The week, month or other unit that contains a day; an unknown unit gives the day itself."""
    match unit:
        case "W" | "F":
            return a_week(day)
        case "WE":
            return a_weekend(day)
        case "M":
            return a_month(day.year, day.month)
        case "Q":
            return a_quarter(day.year, (day.month + 2) // 3)
        case "H" | "6M":
            return a_half(day.year, (day.month + 5) // 6)
        case "Y":
            return a_year(day.year)
        case "DE":
            return a_decade(day.year)
        case "CE" | "ML":
            return a_century(day.year // 100)
        case _:
            return a_day(day)


_MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "6M": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS: Final = {"D": 1, "WD": 1, "W": 7, "WE": 7, "F": 14}


def moved(day: date, unit: str, count: int) -> date | None:
    """The day `count` units away; None past the ends of the calendar."""
    try:
        if unit in _DAYS:
            return days.plus(day, _DAYS[unit] * count)
        if unit in _MONTHS:
            return days.add_months(day, _MONTHS[unit] * count)
    except days.OffCalendarError:
        return None
    return day
