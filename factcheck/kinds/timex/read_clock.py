"""Read times of the day; their zones give the offset of the day they stand on."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.kinds.timex import days
from factcheck.kinds.timex.parts import Groups, Parts
from factcheck.kinds.timex.resolution_context import ResolutionContext
from factcheck.kinds.timex.timex_reading import Clock, TimexReading

_MOST_BEHIND, _MOST_AHEAD = -12 * 60, 14 * 60  # minutes


def instant(day: date | None, clock: Clock, *, stated: bool = False) -> TimexReading:
    """A time of the day on a day, with its offset where the writer named a zone."""
    written = f"T{clock.hour:02}:{clock.minute or 0:02}"
    if clock.second is not None:
        written += f":{clock.second:02}"
    head = day.isoformat() if day else ""
    timex = head + written + (offset_of(day, clock) or "")
    return TimexReading(timex, "TIME", "T", day, day, stated=stated, clock=clock)


def offset_of(day: date | None, clock: Clock) -> str | None:
    """The offset from universal time: a fixed one, or what the zone's rules give on the day."""
    zone = clock.zone
    if zone is None or zone == "local":
        return None
    if "/" not in zone:
        return zone
    return _by_rules(zone, day, clock.hour % 24, clock.minute or 0) if day else None


@lru_cache(maxsize=64)
def _rules_of(zone: str) -> tzinfo | None:
    """A zone's rules from the tzdata package, which says the same on every machine."""
    from zoneinfo import ZoneInfo

    # Where the package lies is asked by hand: `importlib.resources` takes longer than all else about a zone.
    package = find_spec("tzdata")
    if package is None or package.origin is None:
        return None
    path = Path(package.origin).parent.joinpath("zoneinfo", *zone.split("/"))
    if not path.is_file():
        return None
    with path.open("rb") as data:
        return ZoneInfo.from_file(data, zone)


@lru_cache(maxsize=4096)
def _by_rules(zone: str, day: date, hour: int, minute: int) -> str | None:
    rules = _rules_of(zone)
    if rules is None:
        return None
    offset = datetime(day.year, day.month, day.day, hour, minute, tzinfo=rules).utcoffset()
    minutes = round((offset or timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def utc(when: TimexReading) -> int | None:
    """The instant of a time with an offset, in minutes since the calendar begins."""
    clock, day = when.clock, when.first
    offset = offset_of(day, clock) if clock and day else None
    if clock is None or day is None or offset is None:
        return None
    return _at(day, clock) - minutes_of(offset)


def _at(day: date, clock: Clock) -> int:
    return (day.toordinal() * 24 + clock.hour) * 60 + (clock.minute or 0)


def minutes_of(offset: str) -> int:
    """An offset in minutes: "+05:30" is 330."""
    if offset == "Z":
        return 0
    sign = -1 if offset[0] == "-" else 1
    return sign * (int(offset[1:3]) * 60 + int(offset[-2:]))


def _hour_of(context: ResolutionContext, written: str) -> int:
    if named := context.grammar.words("clock_word").get(" ".join(written.split())):
        return int(named)
    return int(written) if written.isdigit() else int(context.grammar.words("cardinal")[written])


def _half_of(groups: Groups, context: ResolutionContext) -> str | None:
    if half := groups.get("half") or groups.get("halves"):
        return half
    if part := groups.get("part") or groups.get("part2"):
        return context.grammar.words("clock_part").get(" ".join(part.split()))
    night = groups.get("night")
    return context.grammar.words("clock_night").get(night) if night else None


def with_half(hour: int, half: str | None) -> int:
    """The hour of 24 for an hour of 12 with a.m. or p.m."""
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


def clock_of(parts: Parts, context: ResolutionContext) -> Clock:
    """The time of the day that an expression states."""
    groups = parts.groups
    half = _half_of(groups, context)
    hour = with_half(_hour_of(context, groups["hour"] or "0"), half)
    minute, second = groups.get("minute"), groups.get("second")
    return Clock(hour, int(minute) if minute else None, int(second) if second else None, zone_of(groups, context), half)


def zone_of(groups: Groups, context: ResolutionContext) -> str | None:
    """The zone named beside a time: "ET", "(GMT +8)", "local time"."""
    written = groups.get("zone")
    if not written:
        return None
    zone = context.grammar.words("time_zone")[" ".join(written.split())]
    shift = groups.get("shift")
    if not shift:
        return zone
    digits = shift[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{shift[0]}{int(hours):02}:{minutes}"


def clock(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "7:37 a.m. local time", "15:13 ET", "0737 GMT", "4 o'clock"."""
    return on_its_day(clock_of(parts, context), context)


def on_its_day(told: Clock, context: ResolutionContext) -> TimexReading:
    """The time on the day it belongs to: that of the same instant beside it, of the day told near, of publication."""
    beside = context.told_near()
    if beside is not None and beside.first is not None and beside.unit in ("T", "D", "P"):
        day = beside.first
        if beside.unit == "T" and context.told_back == 0 and context.span[0] - context.told_end < 12:
            day = _same_instant(beside, told, day)
        return instant(day, told, stated=beside.stated)
    return instant(context.day_of_story, told)


def _same_instant(beside: TimexReading, told: Clock, day: date) -> date:
    """The day on which two zones' clocks show one instant: 22:13 ET is 03:13 GMT of the day after.

    Where one of them only says "local time", its zone is at most 14 hours ahead of the other and 12 behind.
    """
    near = (day, days.plus(day, -1), days.plus(day, 1))
    other = utc(beside)
    found = {each: utc(instant(each, told)) for each in near}
    ahead: dict[date, int] = {}
    if other is None and beside.clock is not None:
        here = _at(day, beside.clock)
        ahead = {each: here - universal for each, universal in found.items() if universal is not None}
    elif other is not None:
        ahead = {each: _at(each, told) - other if at is None else at - other for each, at in found.items()}
    fitting = [each for each in near if each in ahead and _MOST_BEHIND <= ahead[each] <= _MOST_AHEAD]
    return min(fitting, key=lambda each: abs(ahead[each]), default=day)


def clock_words(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "half past seven", "a quarter to nine"."""
    groups = parts.groups
    written = (groups["minutes"] or "").split()
    if written[0] == "half":
        minutes = 30
    elif "quarter" in written:
        minutes = 15
    else:
        words = context.grammar.words("cardinal")
        minutes = sum(int(word) if word.isdigit() else int(words.get(word, "0")) for word in written)
    half = _half_of(groups, context)
    hour = with_half(_hour_of(context, groups["hour"] or "0"), half)
    if groups["way"] in ("to", "before"):
        hour, minutes = (hour - 1) % 24, 60 - minutes
    return on_its_day(Clock(hour, minutes % 60, None, None, half), context)


def noon(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "noon", "midnight"."""
    return on_its_day(noon_of(parts, context), context)


def noon_of(parts: Parts, context: ResolutionContext) -> Clock:
    """The clock of noon or midnight."""
    return Clock(_hour_of(context, parts.groups["word"] or "0"), 0, None, zone_of(parts.groups, context))


def iso_instant(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "2017-02-23T15:13:00Z"."""
    groups = parts.groups
    day = days.made(*(int(groups[name] or 0) for name in ("year", "month", "day")))
    offset = groups.get("offset")
    if offset and offset != "z":
        offset = f"{offset[:3]}:{offset[-2:]}"
    zone = "Z" if offset == "z" else offset or zone_of(groups, context)
    if day is None:
        return None
    second = groups.get("second")
    told = Clock(int(groups["hour"] or 0), int(groups["minute"] or 0), int(second) if second else None, zone)
    return instant(day, told, stated=True)


def any_clock(parts: Parts, context: ResolutionContext) -> Clock:
    """The clock of an expression of any of the forms."""
    if parts.rule.reading == "noon":
        return noon_of(parts, context)
    if parts.rule.reading == "clock_words":
        found = clock_words(parts, context)
        return found.clock if found and found.clock else Clock(0)
    return clock_of(parts, context)


def clock_range(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "7 to 9 p.m.", "10:30-11:45 a.m.": the first hour takes the half of the second, unless that turns it round."""
    groups = parts.groups
    half, second_half = _half_of(groups, context), groups.get("half2")
    zone = zone_of(groups, context)
    last = Clock(
        with_half(_hour_of(context, groups["hour2"] or "0"), second_half),
        int(groups.get("minute2") or 0),
        None,
        zone,
    )
    hour = with_half(_hour_of(context, groups["hour"] or "0"), half or second_half)
    if half is None and hour > last.hour and hour >= 12:
        hour -= 12
    first = on_its_day(Clock(hour, int(groups.get("minute") or 0), None, zone), context)
    over_midnight = first.first is not None and last.hour < hour
    closing = instant(days.plus(first.first, 1) if over_midnight and first.first else first.first, last)
    return TimexReading(f"{first.timex}/{closing.timex}", "TIME", "T", first.first, first.last)
