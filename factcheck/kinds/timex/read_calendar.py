"""Read days, months, years and their stretches; weekdays, holidays and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from factcheck.kinds.timex import days
from factcheck.kinds.timex.foreign import foreign_date
from factcheck.kinds.timex.parts import Parts
from factcheck.kinds.timex.resolution_context import FAR, ResolutionContext, nearest, year_of, year_of_stretch
from factcheck.kinds.timex.timex_reading import (
    TimexReading,
    a_century,
    a_day,
    a_decade,
    a_month,
    a_part,
    a_season,
    a_weekend,
    a_year,
)

_DIGITS: Final = str.maketrans("", "", "stndrh ")
_JUST_PAST: Final = 2
_TURN_REACH: Final = 16  # code points before a date in which the word that turns it stands
AMBIGUOUS: Final = "day and month cannot be told apart"


def number(context: ResolutionContext, name: str, word: str | None) -> int:
    """The meaning of a word of a list, as a number."""
    return int(context.grammar.words(name)[" ".join((word or "").split())])


def day_number(context: ResolutionContext, written: str) -> int:
    """The day of the month in figures or words: "23rd", "third"."""
    if written[0].isdigit():
        return int(written.translate(_DIGITS))
    return number(context, "day_word", written)


def full_year(written: str, context: ResolutionContext) -> int:
    """A year of four or two digits; two are of the hundred years that end soon after publication."""
    digits = written.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    base = context.published.year if context.published else 2030
    year = base - base % 100 + int(digits)
    return year if year <= base + 20 else year - 100


def calendar_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "Feb. 23, 2017", "23 February", "Sept. 11"; with a year alone beside the month, that month."""
    groups = parts.groups
    month = number(context, "month", groups["month"])
    written, year = groups.get("day") or groups.get("day2"), groups.get("year")
    if written is None:
        return a_month(full_year(year or "", context), month, stated=True)
    return _day_of(parts, context, month, day_number(context, written))


def _day_of(parts: Parts, context: ResolutionContext, month: int, day: int) -> TimexReading | None:
    if year := parts.groups.get("year"):
        found = days.made(full_year(year, context), month, day)
        return a_day(found, stated=True) if found else None
    told = (
        _turned(parts, context, month, day)
        or _attack_of_2001(parts, context, month, day)
        or year_of(context, lambda year: days.made(year, month, day))
    )
    found = days.made(told, month, day) if told else None
    return a_day(found, stated=context.is_sure_of_year) if found else None


def _turned(parts: Parts, context: ResolutionContext, month: int, day: int) -> int | None:
    """ "last Nov. 3": the one before publication, "next May 1": the one after it."""
    before = context.low[max(0, parts.start - _TURN_REACH) : parts.start]
    word = before[:-1].replace("\x00", " ").rpartition(" ")[2] if before.endswith(" ") else ""
    turn = context.grammar.words("time_turn").get(word)
    if turn not in ("-1", "+1") or context.year is not None or context.published is None:
        return None
    today = context.published
    found = [made for year in range(today.year - 1, today.year + 2) if (made := days.made(year, month, day))]
    past = turn == "-1"
    fitting = [made for made in found if (made < today if past else made > today)]
    return (max(fitting) if past else min(fitting)).year if fitting else None


def _attack_of_2001(parts: Parts, context: ResolutionContext, month: int, day: int) -> int | None:
    """ "the Sept. 11 attacks" are those of 2001 whenever they are told."""
    if (month, day) != (9, 11):
        return None
    following = context.low[parts.end : parts.end + 24].lstrip(" ,").split(" ")[0].rstrip(".,;:'")
    return 2001 if following in context.grammar.words("attack_word") else None


def foreign_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "23 febrero 2017"."""
    language = context.grammar.words("foreign_month")[parts.groups["word"] or ""]
    found = foreign_date(parts.groups["day"] or "", language)
    return a_day(found, stated=True) if found else None


def day_range(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "July 10-12, 2016", "10 to 12 July"; the first day alone when the month has no such second one."""
    groups = parts.groups
    month = number(context, "month", groups["month"])
    one, two = (day_number(context, groups[name] or "") for name in ("day", "day2"))
    first = _day_of(parts, context, month, one)
    if first is None or first.first is None:
        return None
    last = days.made(first.first.year, month, two)
    if last is None or last <= first.first:
        return first if last is None else None
    return a_stretch(first, a_day(last), stated=first.stated)


def a_stretch(one: TimexReading, two: TimexReading, *, stated: bool = False) -> TimexReading:
    """From one date to another."""
    timex = f"{one.timex}/{two.timex}" if one.timex and two.timex else None
    return TimexReading(timex, "DATE", "R", one.first, two.last, stated=stated)


def month_year(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "February 2017"."""
    year = full_year(parts.groups["year"] or "", context)
    return a_month(year, number(context, "month", parts.groups["month"]), stated=True)


def month(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "in October": the one meant by the verb."""
    told = number(context, "month", parts.groups["month"])
    year = year_of_month(context, told)
    if year and _begins_record(parts, context) and not context.is_sure_of_year:
        year = _year_since(context, told, year)
    return a_month(year, told, stated=context.is_sure_of_year) if year else None


def _begins_record(parts: Parts, context: ResolutionContext) -> bool:
    """Whether a month is the one since when something holds."""
    return context.low.startswith(tuple(f"{words} " for words in context.grammar.words("record_since")), parts.start)


def _year_since(context: ResolutionContext, month: int, year: int) -> int:
    """The year of a month that a record reaches back to: "sales in September were the best since October"."""
    told, today = context.told, context.today
    if told is None or told.first is None or context.told_back or told.unit not in ("M", "Q") or told.first > today:
        return year - 1 if days.exactly(year, month, 1) > today else year
    return told.first.year - (month >= told.first.month)


def year_of_month(context: ResolutionContext, month: int) -> int | None:
    """The year of a month told without one; the month of publication is always this one."""
    today = context.published
    hinted = context.after or context.before or context.is_sure_of_year
    if today is not None and not hinted and month == today.month:
        return today.year
    if context.after is not None:
        return year_of(context, lambda year: days.month_of(year, month)[1])
    return year_of(context, lambda year: days.made(year, month, 15))


def turn_month(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "last April", "next March", "this September"."""
    told = number(context, "month", parts.groups["month"])
    today = context.told_day if context.is_next_in_story() else context.today
    turn = context.grammar.words("time_turn")[" ".join((parts.groups["turn"] or "").split())]
    if turn in ("-1", "<1"):
        return a_month(today.year - (told >= today.month), told)
    if turn in ("+1", ">1"):
        return a_month(today.year + (told <= today.month), told)
    if turn == "0":
        return a_month(today.year, told)
    return a_month(context.told_day.year, told)


def iso_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:  # noqa: ARG001
    """ "2017-02-23"."""
    found = days.made(*(int(parts.groups[name] or 0) for name in ("year", "month", "day")))
    return a_day(found, stated=True) if found else None


def numeric_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "23.02.2017", "2/23/17": held when both orders make a date and nothing tells which is meant."""
    groups = parts.groups
    one, two = int(groups["one"] or 0), int(groups["two"] or 0)
    day_first = True if groups["mark"] == "." and "year" in groups else None
    if one > 12 or two > 12 or one == two:
        day_first = two <= 12
    elif day_first is None and context.day_first is not None:
        day_first = context.day_first()
    if day_first is None:
        return TimexReading(None, "DATE", "D", held=AMBIGUOUS)
    day, month = (one, two) if day_first else (two, one)
    if not 1 <= month <= 12:
        return None
    return _day_of(parts, context, month, day)


def year_range(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "2012-13", "1914-1918"; "2015-03" is a month."""
    one, written = int(parts.groups["year"] or 0), parts.groups["year2"] or ""
    if len(written) == 4:
        two = int(written)
    else:
        two = one - one % 100 + int(written)
        if two <= one:
            return a_month(one, int(written), stated=True) if 1 <= int(written) <= 12 else None
    if two <= one:
        return None
    return a_stretch(a_year(one), a_year(two), stated=True) if context else None


def decade(parts: Parts, context: ResolutionContext) -> TimexReading:  # noqa: ARG001
    """ "the 1970s"."""
    return a_decade(int(parts.groups["decade"] or 0), stated=True)


def short_decade(parts: Parts, context: ResolutionContext) -> TimexReading:
    """ "the '90s": the latest ones that have begun."""
    groups = parts.groups
    figures = groups.get("decade")
    told = int(figures) if figures else number(context, "decade_word", groups["word"])
    if century := groups.get("century"):
        return a_decade(100 * number(context, "cardinal", century) + told, stated=True)
    base = context.published.year if context.published else 2000
    hundreds = base - base % 100
    return a_decade(hundreds + told if hundreds + told <= base else hundreds - 100 + told, stated=True)


def year(parts: Parts, context: ResolutionContext) -> TimexReading:  # noqa: ARG001
    """ "2017"."""
    return a_year(int(parts.groups["year"] or 0), stated=True)


def era_year(parts: Parts, context: ResolutionContext) -> TimexReading:  # noqa: ARG001
    """ "264 BC", "AD 64": the calendar has no days before our era."""
    groups = parts.groups
    year = int((groups["year"] or groups["year2"] or "0").replace(",", ""))
    if (groups["era"] or "").startswith("b"):
        return TimexReading(f"BC{year:04}", "DATE", "Y", stated=True)
    return a_year(year, stated=True)


def day_alone(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "on the 16th": of the month that the text states close by, or of the next; else the nearest that is meant."""
    day = day_number(context, parts.groups["day"] or "")
    told = context.told if context.told_back <= FAR else None
    if told is not None and told.first is not None and told.stated and told.unit in ("D", "M", "R", "T", "P"):
        months = (days.add_months(told.first.replace(day=1), step) for step in range(3))
        found = (days.made(first.year, first.month, day) for first in months)
        return next((a_day(made, stated=True) for made in found if made and made >= told.first), None)
    months = (days.add_months(context.today.replace(day=1), step) for step in range(-2, 3))
    near = [made for first in months if (made := days.made(first.year, first.month, day))]
    return a_day(nearest(near, context.today, context.direction()))


def short_year(parts: Parts, context: ResolutionContext) -> TimexReading:
    """ "since '82"."""
    return a_year(full_year(parts.groups["year"] or "", context), stated=True)


def spelt_year(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "nineteen eighty-four", "two thousand and twelve"."""
    words = context.grammar.words("cardinal")

    def small(written: str) -> int:
        return sum(int(words.get(word, "0")) for word in written.replace("-", " ").split())

    groups = parts.groups
    if groups.get("small"):
        return a_year(2000 + small(groups["small"] or ""), stated=True)
    rest = small(groups["rest"] or "")
    return a_year(100 * int(words[groups["century"] or ""]) + rest, stated=True)


def century(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the 21st century"."""
    written = parts.groups["century"] or ""
    told = int(written[:-2]) if written[0].isdigit() else number(context, "century_word", written)
    if parts.groups.get("era"):
        return TimexReading(f"BC{told - 1:02}", "DATE", "CE", stated=True)
    return a_century(told - 1, stated=True)


def weekday(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "said Thursday" is the last one, that of publication included; "will meet Thursday" the next."""
    told = number(context, "weekday", parts.groups["weekday"])
    return _part_or_day(parts, weekday_near(context, told), context)


def weekday_near(context: ResolutionContext, told: int) -> date:
    """The weekday that is meant: after a neighbour's day, else before or after publication by the verb."""
    if context.after is not None:
        return days.plus(context.after, (told - context.after.isoweekday()) % 7)
    today = context.today
    if context.direction() > 0:
        if (start := context.day_planned_from) is not None:
            return days.plus(start, (told - start.isoweekday()) % 7)
        return days.plus(today, (told - today.isoweekday()) % 7)
    return days.plus(today, -((today.isoweekday() - told) % 7))


def _part_or_day(parts: Parts, day: date, context: ResolutionContext) -> TimexReading:
    part = parts.groups.get("part")
    return a_part(day, context.grammar.words("day_part")[part]) if part else a_day(day)


def turn_weekday(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "last Thursday", "next Monday" (of the week to come), "this Friday", "the same Thursday"."""
    told = number(context, "weekday", parts.groups["weekday"])
    turn = context.grammar.words("time_turn")[" ".join((parts.groups["turn"] or "").split())]
    if turn in ("<1", ">1", "="):
        base = context.told_day
        step = {"<1": -((base.isoweekday() - told - 1) % 7 + 1), ">1": (told - base.isoweekday() - 1) % 7 + 1}
        return _part_or_day(parts, days.plus(base, step.get(turn, -((base.isoweekday() - told) % 7))), context)
    today = context.today
    if turn == "-1":
        back = (today.isoweekday() - told - 1) % 7 + 1
        # One or two days back a writer says the weekday alone: "last" then means the week before.
        back += 7 * (back <= _JUST_PAST and not _this_past(parts))
        return _part_or_day(parts, days.plus(today, -back), context)
    coming = "coming" in (parts.groups["turn"] or "")
    if coming:
        return _part_or_day(parts, days.plus(today, (told - today.isoweekday() - 1) % 7 + 1), context)
    monday = days.plus(days.week_of(today)[0], 7 if turn == "+1" else 0)
    return _part_or_day(parts, days.plus(monday, told - 1), context)


def _this_past(parts: Parts) -> bool:
    return "past" in (parts.groups["turn"] or "")


def weekday_number(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "Friday the 13th": the nearest month in which they fall together."""
    told = number(context, "weekday", parts.groups["weekday"])
    day, today = day_number(context, parts.groups["day"] or ""), context.base
    months = (days.add_months(today.replace(day=1), step) for step in range(-12, 13))
    found = [made for first in months if (made := days.made(first.year, first.month, day))]
    fitting = [made for made in found if made.isoweekday() == told]
    return a_day(nearest(fitting, today, context.direction())) if fitting else None


def holiday(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "Easter Monday", "Christmas 2016", "last Thanksgiving"."""
    groups = parts.groups
    rule = context.grammar.words("holiday")[" ".join((groups["holiday"] or "").split())]
    if groups.get("year"):
        year: int | None = full_year(groups["year"] or "", context)
    elif groups.get("turn"):
        year = _turned_year(context, rule, groups["turn"] or "")
    else:
        year = year_of(context, lambda each: days.holiday(each, rule))
    found = days.holiday(year, rule) if year else None
    if found is None:
        return None
    return _weekend_of(found) if groups.get("weekend") else a_day(found, stated=bool(groups.get("year")))


def _weekend_of(day: date) -> TimexReading:
    """The weekend of a holiday; one that ends on the holiday when that is a Monday."""
    if day.weekday() == 0:
        return replace(a_weekend(days.plus(day, -1)), last=day)
    return a_weekend(day)


def _turned_year(context: ResolutionContext, rule: str, turn: str) -> int | None:
    today, step = context.today, context.grammar.words("time_turn").get(" ".join(turn.split()))
    near = {day: year for year in range(today.year - 2, today.year + 3) if (day := days.holiday(year, rule))}
    if step in ("-1", "<1"):
        return near[max(day for day in near if day < today)]
    if step in ("+1", ">1"):
        return near[min(day for day in near if day > today)]
    return today.year


def season(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "last summer", "the spring of 2016", "this fall"."""
    groups = parts.groups
    told = context.grammar.words("season")[groups["season"] or ""]
    if groups.get("year"):
        return a_season(full_year(groups["year"] or "", context), told, stated=True)
    if not groups.get("turn"):
        year = year_of_stretch(context, lambda each: days.season_of(each, told))
        return a_season(year, told, stated=context.year is not None) if year else None
    turn = context.grammar.words("time_turn")[" ".join((groups["turn"] or "").split())]
    today = context.today
    if turn in ("<1", ">1", "="):
        return a_season(context.told_day.year + {"<1": -1, ">1": 1}.get(turn, 0), told)
    begun = [year for year in range(today.year - 2, today.year + 3) if days.season_of(year, told)[0] <= today]
    running = days.season_of(begun[-1], told)[1] >= today
    if turn == "-1":
        return a_season(begun[-1] - running, told)
    if turn == "0":
        return a_season(begun[-1] if running else today.year, told)
    return a_season(begun[-1] + 1, told)
