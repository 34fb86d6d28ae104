"""Resolve days, months, years and longer calendar units; weekdays, holidays and seasons.

Each reading of a rule is the function of the same name; its docstring begins with examples of the expressions.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from factcheck.kinds.timex import days
from factcheck.kinds.timex.foreign import foreign_date
from factcheck.kinds.timex.parts import Parts
from factcheck.kinds.timex.resolution_context import (
    ANTECEDENT_REACH,
    ResolutionContext,
    nearest,
    year_of,
    year_of_period,
)
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
from factcheck.records import replace

_ORDINAL_LETTERS: Final = str.maketrans("", "", "stndrh ")
_TOO_CLOSE_FOR_LAST: Final = 2  # days: a weekday this close would be named without "last"
_TURN_REACH: Final = 16  # characters before a date in which a word such as "last" may stand
AMBIGUOUS: Final = "day and month cannot be told apart"


def number(context: ResolutionContext, name: str, word: str | None) -> int:
    """The meaning of a word in a word list, as a number. Raises KeyError for a word that is not in it."""
    return int(context.grammar.words(name)[" ".join((word or "").split())])


def day_number(context: ResolutionContext, written: str) -> int:
    """The day of the month, from figures or words: "23rd", "third"."""
    if written[0].isdigit():
        return int(written.translate(_ORDINAL_LETTERS))
    return number(context, "day_word", written)


def full_year(written: str, context: ResolutionContext) -> int:
    """The year of four digits, or of two ("'82"): never more than 20 years after the base year.

    The base is the year of publication, or 2030 without one.
    """
    digits = written.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    base = context.published.year if context.published else 2030
    year = base - base % 100 + int(digits)
    return year if year <= base + 20 else year - 100


def calendar_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "Feb. 23, 2017", "23 February", "Sept. 11"; "February 2017" gives the month."""
    groups = parts.groups
    month = number(context, "month", groups["month"])
    written, year = groups.get("day") or groups.get("day2"), groups.get("year")
    if written is None:
        return a_month(full_year(year or "", context), month, stated=True)
    return _day_of(parts, context, month, day_number(context, written))


def _day_of(parts: Parts, context: ResolutionContext, month: int, day: int) -> TimexReading | None:
    """A day of a month, in the stated year or else the year that the context gives; None where it does not exist."""
    if year := parts.groups.get("year"):
        found = days.date_or_none(full_year(year, context), month, day)
        return a_day(found, stated=True) if found else None
    resolved = (
        _relative_year(parts, context, month, day)
        or _year_of_attacks(parts, context, month, day)
        or year_of(context, lambda year: days.date_or_none(year, month, day))
    )
    found = days.date_or_none(resolved, month, day) if resolved else None
    return a_day(found, stated=context.has_stated_year) if found else None


def _relative_year(parts: Parts, context: ResolutionContext, month: int, day: int) -> int | None:
    """The year of "last Nov. 3" (before publication) or "next May 1" (after it); None without such a word."""
    before = context.low[max(0, parts.start - _TURN_REACH) : parts.start]
    word = before[:-1].replace("\x00", " ").rpartition(" ")[2] if before.endswith(" ") else ""
    turn = context.grammar.words("time_turn").get(word)
    if turn not in ("-1", "+1") or context.year is not None or context.published is None:
        return None
    today = context.published
    found = [each for year in range(today.year - 1, today.year + 2) if (each := days.date_or_none(year, month, day))]
    past = turn == "-1"
    fitting = [each for each in found if (each < today if past else each > today)]
    return (max(fitting) if past else min(fitting)).year if fitting else None


def _year_of_attacks(parts: Parts, context: ResolutionContext, month: int, day: int) -> int | None:
    """2001 for "the Sept. 11 attacks", which need no year in any document; else None."""
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
    """ "July 10-12, 2016", "10 to 12 July"; the first day alone when the month has no such second day."""
    groups = parts.groups
    month = number(context, "month", groups["month"])
    one, two = (day_number(context, groups[name] or "") for name in ("day", "day2"))
    first = _day_of(parts, context, month, one)
    if first is None or first.first is None:
        return None
    last = days.date_or_none(first.first.year, month, two)
    if last is None or last <= first.first:
        return first if last is None else None
    return a_range(first, a_day(last), stated=first.stated)


def a_range(one: TimexReading, two: TimexReading, *, stated: bool = False) -> TimexReading:
    """The range from the start of one date to the end of another."""
    timex = f"{one.timex}/{two.timex}" if one.timex and two.timex else None
    return TimexReading(timex, "DATE", "R", one.first, two.last, stated=stated)


def month_year(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "February 2017"."""
    year = full_year(parts.groups["year"] or "", context)
    return a_month(year, number(context, "month", parts.groups["month"]), stated=True)


def month(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "in October": the year comes from the context and the tense."""
    month_number = number(context, "month", parts.groups["month"])
    year = year_of_month(context, month_number)
    if year and _begins_record(parts, context) and not context.has_stated_year:
        year = _year_since(context, month_number, year)
    return a_month(year, month_number, stated=context.has_stated_year) if year else None


def _begins_record(parts: Parts, context: ResolutionContext) -> bool:
    """Whether a month is the start of a record: "the best month since October"."""
    return context.low.startswith(tuple(f"{words} " for words in context.grammar.words("record_since")), parts.start)


def _year_since(context: ResolutionContext, month: int, year: int) -> int:
    """The year of a month since which a record holds: "sales in September were the best since October"."""
    last, today = context.antecedent, context.today
    if (
        last is None
        or last.first is None
        or context.antecedent_distance
        or last.unit not in ("M", "Q")
        or last.first > today
    ):
        return year - 1 if days.date_or_raise(year, month, 1) > today else year
    return last.first.year - (month >= last.first.month)


def year_of_month(context: ResolutionContext, month: int) -> int | None:
    """The year of a month without one; the month of publication is in the year of publication."""
    today = context.published
    hinted = context.after or context.before or context.has_stated_year
    if today is not None and not hinted and month == today.month:
        return today.year
    if context.after is not None:
        return year_of(context, lambda year: days.month_of(year, month)[1])
    return year_of(context, lambda year: days.date_or_none(year, month, 15))


def turn_month(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "last April", "next March", "this September"."""
    month_number = number(context, "month", parts.groups["month"])
    today = context.antecedent_day if context.counts_from_antecedent() else context.today
    turn = context.grammar.words("time_turn")[" ".join((parts.groups["turn"] or "").split())]
    if turn in ("-1", "<1"):
        return a_month(today.year - (month_number >= today.month), month_number)
    if turn in ("+1", ">1"):
        return a_month(today.year + (month_number <= today.month), month_number)
    if turn == "0":
        return a_month(today.year, month_number)
    return a_month(context.antecedent_day.year, month_number)


def iso_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:  # noqa: ARG001
    """ "2017-02-23"."""
    found = days.date_or_none(*(int(parts.groups[name] or 0) for name in ("year", "month", "day")))
    return a_day(found, stated=True) if found else None


def numeric_day(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "23.02.2017", "2/23/17": held when both orders give a date and the document does not show its order."""
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
    return a_range(a_year(one), a_year(two), stated=True) if context else None


def decade(parts: Parts, context: ResolutionContext) -> TimexReading:  # noqa: ARG001
    """ "the 1970s"."""
    return a_decade(int(parts.groups["decade"] or 0), stated=True)


def short_decade(parts: Parts, context: ResolutionContext) -> TimexReading:
    """ "the '90s": the latest such decade that has begun by publication."""
    groups = parts.groups
    figures = groups.get("decade")
    years = int(figures) if figures else number(context, "decade_word", groups["word"])
    if century := groups.get("century"):
        return a_decade(100 * number(context, "cardinal", century) + years, stated=True)
    base = context.published.year if context.published else 2000
    hundreds = base - base % 100
    return a_decade(hundreds + years if hundreds + years <= base else hundreds - 100 + years, stated=True)


def year(parts: Parts, context: ResolutionContext) -> TimexReading:  # noqa: ARG001
    """ "2017"."""
    return a_year(int(parts.groups["year"] or 0), stated=True)


def era_year(parts: Parts, context: ResolutionContext) -> TimexReading:  # noqa: ARG001
    """ "264 BC", "AD 64"; years BC have no days, since the calendar of `datetime` begins in the year 1."""
    groups = parts.groups
    year = int((groups["year"] or groups["year2"] or "0").replace(",", ""))
    if (groups["era"] or "").startswith("b"):
        return TimexReading(f"BC{year:04}", "DATE", "Y", stated=True)
    return a_year(year, stated=True)


def day_alone(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "on the 16th": in the month of the antecedent or one of the next two, else the nearest by tense."""
    day = day_number(context, parts.groups["day"] or "")
    last = context.antecedent if context.antecedent_distance <= ANTECEDENT_REACH else None
    if last is not None and last.first is not None and last.stated and last.unit in ("D", "M", "R", "T", "P"):
        months = (days.add_months(last.first.replace(day=1), step) for step in range(3))
        found = (days.date_or_none(first.year, first.month, day) for first in months)
        return next((a_day(each, stated=True) for each in found if each and each >= last.first), None)
    months = (days.add_months(context.today.replace(day=1), step) for step in range(-2, 3))
    near = [each for first in months if (each := days.date_or_none(first.year, first.month, day))]
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
    ordinal = int(written[:-2]) if written[0].isdigit() else number(context, "century_word", written)
    if parts.groups.get("era"):
        return TimexReading(f"BC{ordinal - 1:02}", "DATE", "CE", stated=True)
    return a_century(ordinal - 1, stated=True)


def weekday(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "said Thursday": the last one up to publication; "will meet Thursday": the next one from publication."""
    iso_weekday = number(context, "weekday", parts.groups["weekday"])
    return _part_or_day(parts, weekday_near(context, iso_weekday), context)


def weekday_near(context: ResolutionContext, iso_weekday: int) -> date:
    """The date of a weekday: after the date of a joined neighbour, else before or after publication by tense."""
    if context.after is not None:
        return days.plus(context.after, (iso_weekday - context.after.isoweekday()) % 7)
    today = context.today
    if context.direction() > 0:
        if (start := context.plan_start_day) is not None:
            return days.plus(start, (iso_weekday - start.isoweekday()) % 7)
        return days.plus(today, (iso_weekday - today.isoweekday()) % 7)
    return days.plus(today, -((today.isoweekday() - iso_weekday) % 7))


def _part_or_day(parts: Parts, day: date, context: ResolutionContext) -> TimexReading:
    part = parts.groups.get("part")
    return a_part(day, context.grammar.words("day_part")[part]) if part else a_day(day)


def turn_weekday(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "last Thursday", "next Monday" (of the following week), "this Friday", "the same Thursday"."""
    iso_weekday = number(context, "weekday", parts.groups["weekday"])
    turn = context.grammar.words("time_turn")[" ".join((parts.groups["turn"] or "").split())]
    if turn in ("<1", ">1", "="):
        base = context.antecedent_day
        step = {
            "<1": -((base.isoweekday() - iso_weekday - 1) % 7 + 1),
            ">1": (iso_weekday - base.isoweekday() - 1) % 7 + 1,
        }
        return _part_or_day(parts, days.plus(base, step.get(turn, -((base.isoweekday() - iso_weekday) % 7))), context)
    today = context.today
    if turn == "-1":
        back = (today.isoweekday() - iso_weekday - 1) % 7 + 1
        # One or two days later writers use the weekday alone, so that "last" means the week before.
        back += 7 * (back <= _TOO_CLOSE_FOR_LAST and not _this_past(parts))
        return _part_or_day(parts, days.plus(today, -back), context)
    coming = "coming" in (parts.groups["turn"] or "")
    if coming:
        return _part_or_day(parts, days.plus(today, (iso_weekday - today.isoweekday() - 1) % 7 + 1), context)
    monday = days.plus(days.week_of(today)[0], 7 if turn == "+1" else 0)
    return _part_or_day(parts, days.plus(monday, iso_weekday - 1), context)


def _this_past(parts: Parts) -> bool:
    return "past" in (parts.groups["turn"] or "")


def weekday_number(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "Friday the 13th": the nearest month, within a year, in which the two agree."""
    wanted = number(context, "weekday", parts.groups["weekday"])
    day, today = day_number(context, parts.groups["day"] or ""), context.base
    months = (days.add_months(today.replace(day=1), step) for step in range(-12, 13))
    found = [each for first in months if (each := days.date_or_none(first.year, first.month, day))]
    fitting = [each for each in found if each.isoweekday() == wanted]
    return a_day(nearest(fitting, today, context.direction())) if fitting else None


def holiday(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "Easter Monday", "Christmas 2016", "last Thanksgiving"."""
    groups = parts.groups
    rule = context.grammar.words("holiday")[" ".join((groups["holiday"] or "").split())]
    if groups.get("year"):
        year: int | None = full_year(groups["year"] or "", context)
    elif groups.get("turn"):
        year = _relative_holiday_year(context, rule, groups["turn"] or "")
    else:
        year = year_of(context, lambda each: days.holiday(each, rule))
    found = days.holiday(year, rule) if year else None
    if found is None:
        return None
    return _weekend_of(found) if groups.get("weekend") else a_day(found, stated=bool(groups.get("year")))


def _weekend_of(day: date) -> TimexReading:
    """The weekend of a holiday; where that is a Monday, the weekend that ends with it."""
    if day.weekday() == 0:
        return replace(a_weekend(days.plus(day, -1)), last=day)
    return a_weekend(day)


def _relative_holiday_year(context: ResolutionContext, rule: str, turn: str) -> int | None:
    """The year of "last" or "next" before a holiday, counted from publication."""
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
    code = context.grammar.words("season")[groups["season"] or ""]
    if groups.get("year"):
        return a_season(full_year(groups["year"] or "", context), code, stated=True)
    if not groups.get("turn"):
        year = year_of_period(context, lambda each: days.season_of(each, code))
        return a_season(year, code, stated=context.year is not None) if year else None
    turn = context.grammar.words("time_turn")[" ".join((groups["turn"] or "").split())]
    today = context.today
    if turn in ("<1", ">1", "="):
        return a_season(context.antecedent_day.year + {"<1": -1, ">1": 1}.get(turn, 0), code)
    begun = [year for year in range(today.year - 2, today.year + 3) if days.season_of(year, code)[0] <= today]
    running = days.season_of(begun[-1], code)[1] >= today
    if turn == "-1":
        return a_season(begun[-1] - running, code)
    if turn == "0":
        return a_season(begun[-1] if running else today.year, code)
    return a_season(begun[-1] + 1, code)
