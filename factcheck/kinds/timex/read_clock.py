"""Resolve times of day; a named zone gives the UTC offset that it has on the day in question."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.kinds.timex import days
from factcheck.kinds.timex.parts import Groups, Parts
from factcheck.kinds.timex.resolution_context import ResolutionContext
from factcheck.kinds.timex.timex_reading import Clock, TimexReading

_MIDNIGHT = 24
_MIN_OFFSET, _MAX_OFFSET = -12 * 60, 14 * 60  # minutes from UTC, the extremes in use


def instant(day: date | None, clock: Clock, *, stated: bool = False) -> TimexReading:
    """A time of day on a day (None: on no particular day), with its UTC offset where a zone is named."""
    written = f"T{clock.hour:02}:{clock.minute or 0:02}"
    if clock.second is not None:
        written += f":{clock.second:02}"
    head = day.isoformat() if day else ""
    timex = head + written + (offset_of(day, clock) or "")
    return TimexReading(timex, "TIME", "T", day, day, stated=stated, clock=clock)


def offset_of(day: date | None, clock: Clock) -> str | None:
    """The UTC offset of a clock time on a day, as written in TIMEX3; None for local time or an unknown day."""
    zone = clock.zone
    if zone is None or zone == "local":
        return None
    if "/" not in zone:
        return zone
    return _offset_on_day(zone, day, clock.hour % 24, clock.minute or 0) if day else None


@lru_cache(maxsize=64)
def _rules_of(zone: str) -> tzinfo | None:
    """The rules of a zone from the tzdata package, which are the same on every machine; None without them."""
    from zoneinfo import ZoneInfo

    # The path is built by hand: `importlib.resources` takes longer than loading the zone.
    package = find_spec("tzdata")
    if package is None or package.origin is None:
        return None
    path = Path(package.origin).parent.joinpath("zoneinfo", *zone.split("/"))
    if not path.is_file():
        return None
    with path.open("rb") as data:
        return ZoneInfo.from_file(data, zone)


@lru_cache(maxsize=4096)
def _offset_on_day(zone: str, day: date, hour: int, minute: int) -> str | None:
    """The UTC offset that a zone of the tz database has at a local time."""
    rules = _rules_of(zone)
    if rules is None:
        return None
    offset = datetime(day.year, day.month, day.day, hour, minute, tzinfo=rules).utcoffset()
    minutes = round((offset or timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def utc(when: TimexReading) -> int | None:
    """The instant of a dated time in minutes since the calendar begins; None without an offset."""
    clock, day = when.clock, when.first
    offset = offset_of(day, clock) if clock and day else None
    if clock is None or day is None or offset is None:
        return None
    return _local_minutes(day, clock) - minutes_of(offset)


def _local_minutes(day: date, clock: Clock) -> int:
    """A local time in minutes since the calendar begins."""
    return (day.toordinal() * 24 + clock.hour) * 60 + (clock.minute or 0)


def minutes_of(offset: str) -> int:
    """A UTC offset in minutes: "+05:30" is 330, "Z" is 0."""
    if offset == "Z":
        return 0
    sign = -1 if offset[0] == "-" else 1
    return sign * (int(offset[1:3]) * 60 + int(offset[-2:]))


def _hour_number(context: ResolutionContext, written: str) -> int:
    """An hour in figures, in words, or by name ("noon")."""
    if named := context.grammar.words("clock_word").get(" ".join(written.split())):
        return int(named)
    return int(written) if written.isdigit() else int(context.grammar.words("cardinal")[written])


def _half_of(groups: Groups, context: ResolutionContext) -> str | None:
    """ "a" or "p" from a.m. and p.m. or from "in the morning", "at night"; None without any."""
    if half := groups.get("half") or groups.get("halves"):
        return half
    if part := groups.get("part") or groups.get("part2"):
        return context.grammar.words("clock_part").get(" ".join(part.split()))
    night = groups.get("night")
    return context.grammar.words("clock_night").get(night) if night else None


def with_half(hour: int, half: str | None) -> int:
    """The hour of 24 for an hour of 12 with its half, "a" or "p"; unchanged without one."""
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


def clock_of(parts: Parts, context: ResolutionContext) -> Clock:
    """The time of day that an expression states in figures."""
    groups = parts.groups
    half = _half_of(groups, context)
    hour = with_half(_hour_number(context, groups["hour"] or "0"), half)
    minute, second = groups.get("minute"), groups.get("second")
    return Clock(hour, int(minute) if minute else None, int(second) if second else None, zone_of(groups, context), half)


def zone_of(groups: Groups, context: ResolutionContext) -> str | None:
    """The zone named beside a time ("ET", "(GMT +8)", "local time"), as in `Clock.zone`."""
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
    return on_story_day(clock_of(parts, context), context)


def on_story_day(clock_time: Clock, context: ResolutionContext) -> TimexReading:
    """A clock time with its day: that of the date beside it, of the antecedent, or else the story's day.

    A second clock directly behind a first shows the same instant in another zone, and may be a day earlier or later.
    """
    beside = context.near_antecedent()
    if beside is not None and beside.first is not None and beside.unit in ("T", "D", "P"):
        day = beside.first
        if beside.unit == "T" and context.antecedent_distance == 0 and context.span[0] - context.antecedent_end < 12:
            day = _same_instant(beside, clock_time, day)
        return instant(day, clock_time, stated=beside.stated)
    return instant(context.story_day, clock_time)


def _same_instant(beside: TimexReading, clock_time: Clock, day: date) -> date:
    """The day on which a clock shows the same instant as one beside it: 22:13 ET is 03:13 GMT on the next day.

    "local time" is taken to be between 12 hours behind UTC and 14 ahead, the smallest difference first.
    """
    near = (day, days.plus(day, -1), days.plus(day, 1))
    other = utc(beside)
    found = {each: utc(instant(each, clock_time)) for each in near}
    offsets: dict[date, int] = {}
    if other is None and beside.clock is not None:
        here = _local_minutes(day, beside.clock)
        offsets = {each: here - universal for each, universal in found.items() if universal is not None}
    elif other is not None:
        offsets = {
            each: _local_minutes(each, clock_time) - other if at is None else at - other for each, at in found.items()
        }
    fitting = [each for each in near if each in offsets and _MIN_OFFSET <= offsets[each] <= _MAX_OFFSET]
    return min(fitting, key=lambda each: abs(offsets[each]), default=day)


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
    hour = with_half(_hour_number(context, groups["hour"] or "0"), half)
    if groups["way"] in ("to", "before"):
        hour, minutes = (hour - 1) % 24, 60 - minutes
    elif hour == _MIDNIGHT:
        hour = 0  # "a quarter past midnight"
    return on_story_day(Clock(hour, minutes % 60, None, None, half), context)


def noon(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "noon", "midnight"."""
    return on_story_day(noon_of(parts, context), context)


def noon_of(parts: Parts, context: ResolutionContext) -> Clock:
    """The clock time of noon or midnight."""
    return Clock(_hour_number(context, parts.groups["word"] or "0"), 0, None, zone_of(parts.groups, context))


def iso_instant(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "2017-02-23T15:13:00Z"."""
    groups = parts.groups
    day = days.date_or_none(*(int(groups[name] or 0) for name in ("year", "month", "day")))
    offset = groups.get("offset")
    if offset and offset != "z":
        offset = f"{offset[:3]}:{offset[-2:]}"
    zone = "Z" if offset == "z" else offset or zone_of(groups, context)
    if day is None:
        return None
    second = groups.get("second")
    clock_time = Clock(int(groups["hour"] or 0), int(groups["minute"] or 0), int(second) if second else None, zone)
    return instant(day, clock_time, stated=True)


def any_clock(parts: Parts, context: ResolutionContext) -> Clock:
    """The clock time of an expression of any of these forms."""
    if parts.rule.reading == "noon":
        return noon_of(parts, context)
    if parts.rule.reading == "clock_words":
        found = clock_words(parts, context)
        return found.clock if found and found.clock else Clock(0)
    return clock_of(parts, context)


def clock_range(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "7 to 9 p.m.", "10:30-11:45 a.m.": the first hour shares the half of the second, unless it would be later."""
    groups = parts.groups
    half, second_half = _half_of(groups, context), groups.get("half2")
    zone = zone_of(groups, context)
    last = Clock(
        with_half(_hour_number(context, groups["hour2"] or "0"), second_half),
        int(groups.get("minute2") or 0),
        None,
        zone,
    )
    hour = with_half(_hour_number(context, groups["hour"] or "0"), half or second_half)
    if half is None and hour > last.hour and hour >= 12:
        hour -= 12
    first = on_story_day(Clock(hour, int(groups.get("minute") or 0), None, zone), context)
    over_midnight = first.first is not None and last.hour < hour
    closing = instant(days.plus(first.first, 1) if over_midnight and first.first else first.first, last)
    return TimexReading(f"{first.timex}/{closing.timex}", "TIME", "T", first.first, first.last)
