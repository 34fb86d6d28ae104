"""What an expression was read as: a stretch of days with its unit, a time of day, a length or a set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from factcheck.kinds.timex import days

UNDATED: Final = "the document states no date"


@dataclass
class Clock:
    """A time of day as written; `zone` is an offset ("+01:00", "Z"), the name of a zone, or "local"."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    half: str | None = None


@dataclass
class TimexReading:
    """A reading on its way to a TimeExpression.

    `unit` is the grain of a date: D, W, WE, M, S (season), Q, H (half), Y, FY, DE, CE, P (part of a day), R (a
    range). `stated` says that the text itself names the year; `hedge` is a word as written.
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
    """One day."""
    return TimexReading(day.isoformat(), "DATE", "D", day, day, stated=stated)


def a_week(day: date) -> TimexReading:
    """The week that holds a day."""
    monday, sunday = days.week_of(day)
    year, week, _ = day.isocalendar()
    return TimexReading(f"{year}-W{week:02}", "DATE", "W", monday, sunday)


def a_weekend(day: date) -> TimexReading:
    """The weekend of the week that holds a day."""
    _, sunday = days.week_of(day)
    year, week, _ = day.isocalendar()
    return TimexReading(f"{year}-W{week:02}-WE", "DATE", "WE", days.plus(sunday, -1), sunday)


def a_month(year: int, month: int, *, stated: bool = False) -> TimexReading:
    """One month; a month outside 1–12 runs into the years beside."""
    first, last = days.month_of(year, month)
    return TimexReading(f"{first:%Y-%m}", "DATE", "M", first, last, stated=stated)


def a_quarter(year: int, quarter: int, *, stated: bool = False) -> TimexReading:
    """A quarter of a calendar year; one outside 1–4 runs into the years beside."""
    first, last = days.months_of(year, 3 * quarter - 2, 3)
    return TimexReading(f"{first.year:04}-Q{(first.month + 2) // 3}", "DATE", "Q", first, last, stated=stated)


def a_half(year: int, half: int, *, stated: bool = False) -> TimexReading:
    """Half a calendar year."""
    first, last = days.months_of(year, 6 * half - 5, 6)
    return TimexReading(f"{first.year:04}-H{(first.month + 5) // 6}", "DATE", "H", first, last, stated=stated)


def a_season(year: int, season: str, *, stated: bool = False) -> TimexReading:
    """A season, named for the year in which it begins."""
    first, last = days.season_of(year, season)
    return TimexReading(f"{year:04}-{season}", "DATE", "S", first, last, stated=stated)


def a_year(year: int, *, stated: bool = False) -> TimexReading:
    """One year."""
    return TimexReading(f"{year:04}", "DATE", "Y", days.exactly(year, 1, 1), days.exactly(year, 12, 31), stated=stated)


def a_decade(year: int, *, stated: bool = False) -> TimexReading:
    """The ten years that hold a year: 197 is the 1970s."""
    first = year - year % 10
    begin, end = days.exactly(max(1, first), 1, 1), days.exactly(first + 9, 12, 31)
    return TimexReading(f"{year // 10:03}", "DATE", "DE", begin, end, stated=stated)


def a_century(hundreds: int, *, stated: bool = False) -> TimexReading:
    """The hundred years that begin with these digits: 20 is the 21st century."""
    first, last = days.exactly(max(1, hundreds * 100), 1, 1), days.exactly(hundreds * 100 + 99, 12, 31)
    return TimexReading(f"{hundreds:02}", "DATE", "CE", first, last, stated=stated)


def a_part(day: date, part: str) -> TimexReading:
    """A part of a day: MO, MI, AF, EV, NI."""
    return TimexReading(f"{day.isoformat()}T{part}", "TIME", "P", day, day)


def around(unit: str, day: date) -> TimexReading:
    """The unit that holds a day."""
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
    """A day some units away; None where the calendar ends."""
    try:
        if unit in _DAYS:
            return days.plus(day, _DAYS[unit] * count)
        if unit in _MONTHS:
            return days.add_months(day, _MONTHS[unit] * count)
    except days.OffCalendarError:
        return None
    return day
