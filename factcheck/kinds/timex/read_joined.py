"""Read joined expressions: a date with its time, ranges, parts of longer times, lengths from a date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from factcheck.kinds.timex import days
from factcheck.kinds.timex.parts import Parts
from factcheck.kinds.timex.read_calendar import a_stretch
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

_SMALL_HOURS: Final = 4  # "Thursday night at 2" is after midnight
Reader = Callable[[Parts, ResolutionContext], TimexReading | None]


def _both(parts: Parts) -> tuple[Parts, Parts]:
    if parts.left is None or parts.right is None:
        raise ValueError(parts.rule.id)
    return parts.left, parts.right


def left(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "24 February (Friday)": the left of two that say the same."""
    one, two = _both(parts)
    return read(one, replace(context, weekday=_weekday_in(two, context)))


def right(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "Thursday, Feb. 23": the right of two that say the same."""
    one, two = _both(parts)
    return read(two, replace(context, weekday=_weekday_in(one, context)))


def _weekday_in(parts: Parts, context: ResolutionContext) -> int | None:
    told = context.grammar.words("weekday").get((parts.groups.get("weekday") or "").rstrip("."))
    return int(told) if told else None


def date_and_time(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "Feb. 23, 2017 15:13 ET", "Thursday at 8 p.m."."""
    one, two = _both(parts)
    return _on(read(one, context), two, context, read)


def time_and_date(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "15:13 GMT on Feb. 23"."""
    one, two = _both(parts)
    return _on(read(two, context), one, context, read)


def time_on_day(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "Tuesday noon, 5 June": the time of a weekday whose date follows."""
    one, two = _both(parts)
    day, told = read(two, context), read(one, context)
    if day is None or told is None or day.first is None or day.first != day.last or "T" not in (told.timex or ""):
        return day
    return replace(told, first=day.first, last=day.last, timex=_on_day(told, day.first), stated=day.stated)


def _on(day: TimexReading | None, time: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    if day is None or day.first is None:
        return day
    if time.shape == "clocks":
        found = read(time, replace(context, after=day.first))
        return replace(found, first=day.first, last=day.first, timex=_on_day(found, day.first)) if found else None
    told = any_clock(time, context)
    part = (day.timex or "")[-2:]
    if day.type == "TIME" and told.half is None and told.hour < 12 and part in ("NI", "EV", "AF"):
        told = replace(told, hour=with_half(told.hour, "p" if told.hour > _SMALL_HOURS or part != "NI" else None))
    return instant(day.first, told, stated=day.stated)


def _on_day(found: TimexReading, day: date) -> str | None:
    if found.timex is None:
        return None
    return "/".join(f"{day.isoformat()}T{each.split('T')[-1]}" for each in found.timex.split("/"))


def range_of(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "from 2013 to 2016", "Monday to Thursday", "January to April 2015"."""
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
    return a_stretch(first, last, stated=first.stated or last.stated)


def _decade_to(end: TimexReading | None) -> TimexReading | None:
    """ "the decade to 2012": the ten years up to it."""
    if end is None or end.unit != "Y" or end.last is None:
        return end
    return a_stretch(a_year(end.last.year - 9), end, stated=end.stated)


_NAMED_PERIODS: Final = frozenset(("Q", "Y"))  # those that the calendar names when they end with it
_PERIODS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120}


def period_to(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "the year to March", "the quarter ended Dec. 31": the time of that length up to the date's last day."""
    one, two = _both(parts)
    if parts.lead.rstrip().endswith(("from", "between")):
        return range_of(parts, context, read)
    end = read(two, context)
    if end is None or end.last is None:
        return end
    unit = "Q" if one.shape == "quarter" else unit_of(context, one.groups.get("unit"))
    if unit in _PERIODS:
        first = days.add_months(days.plus(end.last, 1), -_PERIODS[unit])
    else:
        first = days.plus(end.last, -6 if unit == "W" else 0)
    whole = around(unit, first)
    if unit in _NAMED_PERIODS and (whole.first, whole.last) == (first, end.last):
        return replace(whole, stated=end.stated)
    return a_stretch(a_day(first), a_day(end.last), stated=end.stated)


def time_range(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "2 to 4 p.m."."""
    one, two = _both(parts)
    if two.left is not None:
        return _between_days(one, two, context, read)
    last = read(two, context)
    if last is None or last.clock is None:
        return read(one, context)
    if one.left is not None:
        return _until(read(one, context), last)
    told = any_clock(one, context)
    if told.half is None and told.zone is None and last.clock.half and told.hour < 12:
        told = replace(told, hour=with_half(told.hour, last.clock.half))
    if told.hour > last.clock.hour and last.clock.half == "p" and told.hour >= 12:
        told = replace(told, hour=told.hour - 12)
    first = instant(last.first, replace(told, zone=told.zone or last.clock.zone))
    return replace(last, timex=f"{first.timex}/{last.timex}", first=first.first, unit="T")


def _between_days(one: Parts, two: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "from 6 p.m. on Wednesday until 10 a.m. on Thursday": each time has its own day."""
    first = read(one, context)
    if first is None or first.first is None:
        return read(two, context)
    last = read(two, replace(context, after=first.first) if one.left is not None else context)
    if last is None or last.last is None or last.last < first.first:
        return first
    return replace(first, timex=f"{first.timex}/{last.timex}", last=last.last)


def _until(first: TimexReading | None, last: TimexReading) -> TimexReading | None:
    """A dated time that goes on to a time of the same day."""
    if first is None or first.first is None or last.clock is None:
        return first
    closing = instant(first.first, last.clock)
    return replace(first, timex=f"{first.timex}/{closing.timex}")


def set_and_time(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "every Tuesday at 9 a.m."."""
    one, two = _both(parts)
    return _timed(read(one, context), two, context)


def time_and_set(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "3 p.m. every day"."""
    one, two = _both(parts)
    return _timed(read(two, context), one, context)


def _timed(every: TimexReading | None, time: Parts, context: ResolutionContext) -> TimexReading | None:
    if every is None or every.timex is None or every.timex.startswith("PT"):
        return every
    told = instant(None, any_clock(time, context)).timex or ""
    day = every.timex if every.timex.startswith("XXXX") and "T" not in every.timex else ""
    return replace(every, timex=f"{day}{told}")


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
        return _turn_of(outer, one, context)
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
    if outer is None or not (outer.timex or "").startswith("FY") or one.rule.reading != "quarter":
        return outer
    nth = context.grammar.words("time_nth").get(one.groups.get("nth") or "", one.groups.get("nth") or "")
    letter = (one.groups.get("unit") or "q")[0].upper()
    return replace(outer, timex=f"{outer.timex}-{letter}{nth.replace('-1', '4')}")


def _weekday_of(outer: TimexReading, one: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    if outer.unit != "W" or outer.first is None:
        return read(one, replace(context, year=outer.first.year if outer.first else None))
    number = int(context.grammar.words("weekday")[one.groups["weekday"] or "monday"])
    day = days.plus(outer.first, number - 1)
    part = one.groups.get("part")
    return a_part(day, context.grammar.words("day_part")[part]) if part else a_day(day)


def _turn_of(outer: TimexReading, one: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the last quarter of 2016", "the last week of March": here "last" is the final one; "the same day last year"."""
    if (
        outer.unit == "Y"
        and outer.first is not None
        and turn_of(one, context) == "="
        and one.groups.get("unit") == "day"
    ):
        day = days.made(outer.first.year, context.day_spoken_of.month, context.day_spoken_of.day)
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
    told = int(context.grammar.words("weekday")[two.groups["weekday"] or "monday"])
    if outer.unit == "D" and outer.first.isoweekday() == told:
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
        return _about(one, base, _shifted(parts, base, number, unit, context), context)
    return _shifted(parts, base, number, unit, context)


def _about(
    one: Parts, base: TimexReading, told: TimexReading | None, context: ResolutionContext
) -> TimexReading | None:
    """ "less than two weeks before Christmas" reaches to Christmas, "more than a year after" has no end."""
    if told is None or told.first is None or told.last is None or base.first is None:
        return told
    bound = context.grammar.words("length_hedge")[one.hedge or ""]
    first, last = min(told.first, base.first), max(told.last, base.first)
    if bound == "below":
        return replace(told, first=first, last=last, hedge=one.hedge)
    if bound == "above":
        after = told.first >= base.first
        return replace(told, first=told.first if after else None, last=None if after else told.last, hedge=one.hedge,
                       mod="AFTER" if after else "BEFORE")  # fmt: skip
    return replace(told, hedge=one.hedge, mod="APPROX")


def _shifted(
    parts: Parts, base: TimexReading, number: Decimal, unit: str, context: ResolutionContext
) -> TimexReading | None:
    one, two = _both(parts)
    if base.first is None:
        return base
    back = context.low[one.end : two.start].strip() in ("before", "before the", "prior to", "ahead of")
    step = Decimal(-1 if back else 1) * number
    if one.rule.reading == "shifted":  # "the week before Easter" is a week, "a week before Easter" a day
        return stepped(base.first, step, unit)
    if base.unit == "D" and unit in ("D", "W", "F", "M", "Y"):
        factor, grain = (2, "W") if unit == "F" else (1, unit)
        day = _exactly(base.first, step * factor, grain)
        return a_day(day, stated=base.stated) if day else None
    return stepped(base.first, step, unit)


def ago_day(parts: Parts, context: ResolutionContext, read: Reader) -> TimexReading | None:
    """ "a year ago today", "three years ago this month", "two weeks ago Monday", "five years ago in October"."""
    one, two = _both(parts)
    told = read(two, context)
    found = counted(one.left, context) if one.rule.reading == "ago" and one.left else None
    if told is None or told.first is None or told.stated or found is None:
        return told
    number, unit = found
    if number is None:
        return told
    step = -number * (2 if unit == "F" else 1)
    if unit not in ("D", "W", "F", "M", "Y") or step != int(step):
        return told
    day = _exactly(told.first, step, "W" if unit == "F" else unit)
    return around(told.unit, day) if day else told


def _exactly(day: date, step: Decimal, unit: str) -> date | None:
    try:
        if unit in ("D", "W"):
            return days.plus(day, int(step * (7 if unit == "W" else 1)))
        return days.add_months(day, int(step * (12 if unit == "Y" else 1)))
    except days.OffCalendarError:
        return None
