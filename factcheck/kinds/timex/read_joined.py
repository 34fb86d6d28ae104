"""Resolve joined expressions: a date with its time, ranges, parts of longer times, lengths before or after a date.

Each reading of a rule is the function of the same name; its docstring begins with examples. `read` resolves either
part in a context.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from factcheck.kinds.timex import days
from factcheck.kinds.timex.parts import Parts
from factcheck.kinds.timex.read_calendar import a_range
from factcheck.kinds.timex.read_clock import any_clock, instant, with_half
from factcheck.kinds.timex.read_units import counted, nth_in, stepped, turn_of, unit_of, week_number
from factcheck.kinds.timex.resolution_context import ResolutionContext
from factcheck.kinds.timex.timex_reading import (
    TimexReading,
    a_day,
    a_half,
    a_month,
    a_part,
    a_quarter,
    a_week,
    a_weekend,
    a_year,
    around,
)
from factcheck.records import replace

_NIGHT_HOURS: Final = 4  # "Thursday night at 2" is after midnight; later hours are p.m.
Reader = Callable[[Parts, ResolutionContext], TimexReading | None]


def _both(parts: Parts) -> tuple[Parts, Parts]:
    """The two parts of a joined expression. Raises ValueError where one is missing, a defect of the rule."""
    if parts.left is None or parts.right is None:
        raise ValueError(parts.rule.id)
    return parts.left, parts.right


def left(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "24 February (Friday)": the left of two that name the same day."""
    one, two = _both(parts)
    return read(one, replace(context, weekday=_weekday_in(two, context)))


def right(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "Thursday, Feb. 23": the right of two that name the same day."""
    one, two = _both(parts)
    return read(two, replace(context, weekday=_weekday_in(one, context)))


def _weekday_in(parts: Parts, context: ResolutionContext) -> int | None:
    """The weekday that an expression names, 1 for Monday; None without one."""
    number = context.grammar.words("weekday").get((parts.groups.get("weekday") or "").rstrip("."))
    return int(number) if number else None


def date_and_time(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "Feb. 23, 2017 15:13 ET", "Thursday at 8 p.m."."""
    one, two = _both(parts)
    return _clock_on_day(read(one, context), two, context, read)


def time_and_date(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "15:13 GMT on Feb. 23"."""
    one, two = _both(parts)
    return _clock_on_day(read(two, context), one, context, read)


def time_on_day(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "Tuesday noon, 5 June": the time of a weekday whose date follows."""
    one, two = _both(parts)
    day = read(two, context)
    if day is None or day.first is None or day.first != day.last:
        return day
    time = read(one, context if context.published is not None else replace(context, published=day.first))
    if time is None or "T" not in (time.timex or ""):
        return day
    return replace(time, first=day.first, last=day.last, timex=_moved_to_day(time, day.first), stated=day.stated)


def _clock_on_day(
    day: TimexReading | None, time: Parts, context: ResolutionContext, read: Reader
) -> TimexReading | None:
    """A clock time, or a range of them, on a day; "Thursday night at 9" is 9 p.m."""
    if day is None or day.first is None:
        return day
    if time.shape == "clocks":
        found = read(time, replace(context, after=day.first))
        return replace(found, first=day.first, last=day.first, timex=_moved_to_day(found, day.first)) if found else None
    clock = any_clock(time, context)
    part = (day.timex or "")[-2:]
    if day.type == "TIME" and clock.half is None and clock.hour < 12 and part in ("NI", "EV", "AF"):
        clock = replace(clock, hour=with_half(clock.hour, "p" if clock.hour > _NIGHT_HOURS or part != "NI" else None))
    return instant(day.first, clock, stated=day.stated)


def _moved_to_day(found: TimexReading, day: date) -> str | None:
    """The TIMEX3 value of a time or range of times, on another day."""
    if found.timex is None:
        return None
    return "/".join(f"{day.isoformat()}T{each.split('T')[-1]}" for each in found.timex.split("/"))


def range_of(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "from 2013 to 2016", "Monday to Thursday", "January to April 2015".

    An end that states its year decides for the other.
    """
    one, two = _both(parts)
    if one.rule.reading == "the_unit" and unit_of(context, one.groups["unit"]) == "DE":
        return _decade_to(read(two, context))
    stated = read(one, context) if one.groups.get("year") else None
    last = read(two, replace(context, after=stated.first) if stated is not None and stated.stated else context)
    if last is None or last.first is None:
        return read(one, context)
    if last.stated and one.rule.reading in ("month", "calendar_day", "weekday", "quarter", "season"):
        first = read(one, replace(context, before=last.first))
    else:
        first = read(one, context)
        if first is not None and first.first is not None and not last.stated:
            last = read(two, replace(context, after=first.first)) or last
    if first is None or first.first is None or last.last is None or first.first > last.last:
        return None
    if first.unit == "W" and last.unit == "D":  # "the week of 31 May to 6 June"
        first = a_day(first.first)
    return a_range(first, last, stated=first.stated or last.stated)


def _decade_to(end: TimexReading | None) -> TimexReading | None:
    """ "the decade to 2012": the ten years that end with it."""
    if end is None or end.unit != "Y" or end.last is None:
        return end
    return a_range(a_year(end.last.year - 9), end, stated=end.stated)


_CALENDAR_PERIODS: Final = frozenset(("Q", "Y"))  # resolved to the calendar unit when they end with it
_PERIOD_MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120}


def period_to(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "the year to March", "the quarter ended Dec. 31": a period of that length that ends with the date."""
    one, two = _both(parts)
    if parts.lead.rstrip().endswith(("from", "between")):
        return range_of(parts, context, read)
    end = read(two, context)
    if end is None or end.last is None:
        return end
    unit = "Q" if one.shape == "quarter" else unit_of(context, one.groups.get("unit"))
    if unit in _PERIOD_MONTHS:
        first = days.add_months(days.plus(end.last, 1), -_PERIOD_MONTHS[unit])
    else:
        first = days.plus(end.last, -6 if unit == "W" else 0)
    whole = around(unit, first)
    if unit in _CALENDAR_PERIODS and (whole.first, whole.last) == (first, end.last):
        return replace(whole, stated=end.stated)
    return a_range(a_day(first), a_day(end.last), stated=end.stated)


def time_range(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "2 to 4 p.m."."""
    one, two = _both(parts)
    if two.left is not None:
        return _range_over_days(one, two, context, read)
    last = read(two, context)
    if last is None or last.clock is None:
        return read(one, context)
    if one.left is not None:
        return _range_on_day(read(one, context), last)
    clock = any_clock(one, context)
    if clock.half is None and clock.zone is None and last.clock.half and clock.hour < 12:
        clock = replace(clock, hour=with_half(clock.hour, last.clock.half))
    if clock.hour > last.clock.hour and last.clock.half == "p" and clock.hour >= 12:
        clock = replace(clock, hour=clock.hour - 12)
    first = instant(last.first, replace(clock, zone=clock.zone or last.clock.zone))
    return replace(last, timex=f"{first.timex}/{last.timex}", first=first.first, unit="T")


def _range_over_days(one: Parts, two: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "from 6 p.m. on Wednesday until 10 a.m. on Thursday": each time has its own day."""
    first = read(one, context)
    if first is None or first.first is None:
        return read(two, context)
    last = read(two, replace(context, after=first.first) if one.left is not None else context)
    if last is None or last.last is None or last.last < first.first:
        return first
    return replace(first, timex=f"{first.timex}/{last.timex}", last=last.last)


def _range_on_day(first: TimexReading | None, last: TimexReading) -> TimexReading | None:
    """The range from a dated time to a clock time on the same day."""
    if first is None or first.first is None or last.clock is None:
        return first
    closing = instant(first.first, last.clock)
    return replace(first, timex=f"{first.timex}/{closing.timex}")


def set_and_time(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "every Tuesday at 9 a.m."."""
    one, two = _both(parts)
    return _set_with_time(read(one, context), two, context)


def time_and_set(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "3 p.m. every day"."""
    one, two = _both(parts)
    return _set_with_time(read(two, context), one, context)


def _set_with_time(every: TimexReading | None, time: Parts, context: ResolutionContext) -> TimexReading | None:
    """A recurrence with a clock time: every Tuesday at 9 a.m. is XXXX-WXX-2T09:00."""
    if every is None or every.timex is None or every.timex.startswith("PT"):
        return every
    clock = instant(None, any_clock(time, context)).timex or ""
    day = every.timex if every.timex.startswith("XXXX") and "T" not in every.timex else ""
    return replace(every, timex=f"{day}{clock}")


def part_of(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "the third quarter of 2016", "October of next year", "the first week of July", "Monday of last week"."""
    one, two = _both(parts)
    outer = read(two, context)
    if outer is None or outer.first is None:
        return _of_fiscal(one, outer, context)
    if one.shape == "week":
        return week_number(one, outer.first.year)
    if one.shape == "nth":
        return nth_in(outer, one, context)
    if one.shape == "week-of":
        return a_week(outer.first)
    if one.shape == "weekend-of":
        return a_weekend(outer.first)
    if one.shape == "part":
        return a_part(outer.first, context.grammar.words("day_part")[one.groups["part"] or "night"])
    if one.shape in ("weekday", "weekday-part") and one.left is None:
        return _weekday_of(outer, one, context, read)
    if one.shape == "turn":
        return _last_of(outer, one, context)
    return read(one, replace(context, year=outer.first.year))


def year_and_part(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "2013 Christmas"."""
    one, two = _both(parts)
    outer = read(one, context)
    if outer is None or outer.first is None:
        return outer
    found = read(two, replace(context, year=outer.first.year))
    return replace(found, stated=True) if found is not None else outer


def fiscal_and_quarter(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "fiscal 2022 second quarter"."""
    one, two = _both(parts)
    return _of_fiscal(two, read(one, context), context)


def _of_fiscal(one: Parts, outer: TimexReading | None, context: ResolutionContext) -> TimexReading | None:
    """A quarter or half of a fiscal year: FY2022-Q2; the year itself where the part is neither."""
    if outer is None or not (outer.timex or "").startswith("FY") or one.rule.reading != "quarter":
        return outer
    nth = context.grammar.words("time_nth").get(one.groups.get("nth") or "", one.groups.get("nth") or "")
    letter = (one.groups.get("unit") or "q")[0].upper()
    return replace(outer, timex=f"{outer.timex}-{letter}{nth.replace('-1', '4')}")


def _weekday_of(outer: TimexReading, one: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """A weekday of a week; where the outer time is no week, the weekday by its year alone."""
    if outer.unit != "W" or outer.first is None:
        return read(one, replace(context, year=outer.first.year if outer.first else None))
    number = int(context.grammar.words("weekday")[one.groups["weekday"] or "monday"])
    day = days.plus(outer.first, number - 1)
    part = one.groups.get("part")
    return a_part(day, context.grammar.words("day_part")[part]) if part else a_day(day)


def _last_of(outer: TimexReading, one: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the last quarter of 2016", "the last week of March": the final one; also "the same day last year"."""
    if (
        outer.unit == "Y"
        and outer.first is not None
        and turn_of(one, context) == "="
        and one.groups.get("unit") == "day"
    ):
        day = days.date_or_none(outer.first.year, context.focus_day.month, context.focus_day.day)
        return a_day(day) if day else outer
    groups = {**one.groups, "nth": (one.groups.get("turn") or "last").split()[-1]}
    if groups["nth"] != "last" or outer.first is None:
        return outer
    unit = unit_of(context, groups["unit"])
    year = outer.first.year
    made = {"Q": lambda: a_quarter(year, 4), "H": lambda: a_half(year, 2), "M": lambda: a_month(year, 12)}
    if outer.unit == "Y" and unit in made:
        return made[unit]()
    if outer.unit in ("DE", "CE") and unit == "Y":
        return a_year((outer.last or outer.first).year)
    return nth_in(outer, replace(one, groups=groups), context)


def turn_and_weekday(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "next week Monday"."""
    one, two = _both(parts)
    outer = read(one, context)
    if outer is None or outer.first is None:
        return outer
    iso_weekday = int(context.grammar.words("weekday")[two.groups["weekday"] or "monday"])
    if outer.unit == "D" and outer.first.isoweekday() == iso_weekday:
        return outer
    return _weekday_of(outer, two, context, read)


def shifted(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "two weeks before Christmas", "three days after Jan. 12"."""
    one, two = _both(parts)
    found = counted(one, context)
    ahead = two.shape == "weekday" and context.low[one.end : two.start].strip() == "from"
    base = read(two, replace(context, after=context.today) if ahead else context)
    if found is None or base is None or base.first is None:
        return base
    number, unit = found
    if number is None:
        return base
    if one.hedge:
        return _hedged_shift(one, base, _shifted(parts, base, number, unit, context), context)
    return _shifted(parts, base, number, unit, context)


def _hedged_shift(
    one: Parts, base: TimexReading, moved: TimexReading | None, context: ResolutionContext
) -> TimexReading | None:
    """A shifted date with its hedge: "less than two weeks before Christmas" reaches up to Christmas.

    "more than a year after" has no end, and "more than a year before" no beginning.
    """
    if moved is None or moved.first is None or moved.last is None or base.first is None:
        return moved
    bound = context.grammar.words("length_hedge")[one.hedge or ""]
    first, last = min(moved.first, base.first), max(moved.last, base.first)
    if bound == "below":
        return replace(moved, first=first, last=last, hedge=one.hedge)
    if bound == "above":
        after = moved.first >= base.first
        return replace(moved, first=moved.first if after else None, last=None if after else moved.last, hedge=one.hedge,
                       mod="AFTER" if after else "BEFORE")  # fmt: skip
    return replace(moved, hedge=one.hedge, mod="APPROX")


def _shifted(
    parts: Parts, base: TimexReading, number: Decimal, unit: str, context: ResolutionContext
) -> TimexReading | None:
    """The date a number of units before or after another one."""
    one, two = _both(parts)
    if base.first is None:
        return base
    back = context.low[one.end : two.start].strip() in ("before", "before the", "prior to", "ahead of")
    step = Decimal(-1 if back else 1) * number
    if one.rule.reading == "shifted":  # "the week before Easter" is a week, "a week before Easter" a day
        return stepped(base.first, step, unit)
    if base.unit == "D" and unit in ("D", "W", "F", "M", "Y"):
        factor, grain = (2, "W") if unit == "F" else (1, unit)
        day = _day_away(base.first, step * factor, grain)
        return a_day(day, stated=base.stated) if day else None
    return stepped(base.first, step, unit)


def ago_day(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "a year ago today", "three years ago this month", "two weeks ago Monday", "five years ago in October"."""
    one, two = _both(parts)
    named = read(two, context)
    found = counted(one.left, context) if one.rule.reading == "ago" and one.left else None
    if named is None or named.first is None or named.stated or found is None:
        return named
    number, unit = found
    if number is None:
        return named
    step = -number * (2 if unit == "F" else 1)
    if unit not in ("D", "W", "F", "M", "Y") or step != int(step):
        return named
    day = _day_away(named.first, step, "W" if unit == "F" else unit)
    return around(named.unit, day) if day else named


def _day_away(day: date, step: Decimal, unit: str) -> date | None:
    """The day a number of days, weeks, months or years away; None past the ends of the calendar."""
    try:
        if unit in ("D", "W"):
            return days.plus(day, int(step * (7 if unit == "W" else 1)))
        return days.add_months(day, int(step * (12 if unit == "Y" else 1)))
    except days.OffCalendarError:
        return None
