"""Read days, months, years and their stretches; weekdays, holidays and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from factcheck.kinds.timex import days
from factcheck.kinds.timex.foreign import foreign_date
from factcheck.kinds.timex.parts import Parts
from factcheck.kinds.timex.scene import FAR, Scene, nearest, year_of, year_of_stretch
from factcheck.kinds.timex.when import (
    When,
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


def number(scene: Scene, name: str, word: str | None) -> int:
    """The meaning of a word of a list, as a number."""
    return int(scene.grammar.words(name)[" ".join((word or "").split())])


def day_number(scene: Scene, written: str) -> int:
    """The day of the month in figures or words: "23rd", "third"."""
    if written[0].isdigit():
        return int(written.translate(_DIGITS))
    return number(scene, "day_word", written)


def full_year(written: str, scene: Scene) -> int:
    """A year of four or two digits; two are of the hundred years that end soon after publication."""
    digits = written.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    base = scene.published.year if scene.published else 2030
    year = base - base % 100 + int(digits)
    return year if year <= base + 20 else year - 100


def calendar_day(parts: Parts, scene: Scene) -> When | None:
    """ "Feb. 23, 2017", "23 February", "Sept. 11"; with a year alone beside the month, that month."""
    groups = parts.groups
    month = number(scene, "month", groups["month"])
    written, year = groups.get("day") or groups.get("day2"), groups.get("year")
    if written is None:
        return a_month(full_year(year or "", scene), month, stated=True)
    return _day_of(parts, scene, month, day_number(scene, written))


def _day_of(parts: Parts, scene: Scene, month: int, day: int) -> When | None:
    if year := parts.groups.get("year"):
        found = days.made(full_year(year, scene), month, day)
        return a_day(found, stated=True) if found else None
    told = (
        _turned(parts, scene, month, day)
        or _attack_of_2001(parts, scene, month, day)
        or year_of(scene, lambda year: days.made(year, month, day))
    )
    found = days.made(told, month, day) if told else None
    return a_day(found, stated=scene.is_sure_of_year) if found else None


def _turned(parts: Parts, scene: Scene, month: int, day: int) -> int | None:
    """ "last Nov. 3": the one before publication, "next May 1": the one after it."""
    before = scene.low[max(0, parts.start - _TURN_REACH) : parts.start]
    word = before[:-1].replace("\x00", " ").rpartition(" ")[2] if before.endswith(" ") else ""
    turn = scene.grammar.words("time_turn").get(word)
    if turn not in ("-1", "+1") or scene.year is not None or scene.published is None:
        return None
    today = scene.published
    found = [made for year in range(today.year - 1, today.year + 2) if (made := days.made(year, month, day))]
    past = turn == "-1"
    fitting = [made for made in found if (made < today if past else made > today)]
    return (max(fitting) if past else min(fitting)).year if fitting else None


def _attack_of_2001(parts: Parts, scene: Scene, month: int, day: int) -> int | None:
    """ "the Sept. 11 attacks" are those of 2001 whenever they are told."""
    if (month, day) != (9, 11):
        return None
    following = scene.low[parts.end : parts.end + 24].lstrip(" ,").split(" ")[0].rstrip(".,;:'")
    return 2001 if following in scene.grammar.words("attack_word") else None


def foreign_day(parts: Parts, scene: Scene) -> When | None:
    """ "23 febrero 2017"."""
    language = scene.grammar.words("foreign_month")[parts.groups["word"] or ""]
    found = foreign_date(parts.groups["day"] or "", language)
    return a_day(found, stated=True) if found else None


def day_range(parts: Parts, scene: Scene) -> When | None:
    """ "July 10-12, 2016", "10 to 12 July"; the first day alone when the month has no such second one."""
    groups = parts.groups
    month = number(scene, "month", groups["month"])
    one, two = (day_number(scene, groups[name] or "") for name in ("day", "day2"))
    first = _day_of(parts, scene, month, one)
    if first is None or first.first is None:
        return None
    last = days.made(first.first.year, month, two)
    if last is None or last <= first.first:
        return first if last is None else None
    return a_stretch(first, a_day(last), stated=first.stated)


def a_stretch(one: When, two: When, *, stated: bool = False) -> When:
    """From one date to another."""
    timex = f"{one.timex}/{two.timex}" if one.timex and two.timex else None
    return When(timex, "DATE", "R", one.first, two.last, stated=stated)


def month_year(parts: Parts, scene: Scene) -> When | None:
    """ "February 2017"."""
    year = full_year(parts.groups["year"] or "", scene)
    return a_month(year, number(scene, "month", parts.groups["month"]), stated=True)


def month(parts: Parts, scene: Scene) -> When | None:
    """ "in October": the one meant by the verb."""
    told = number(scene, "month", parts.groups["month"])
    year = year_of_month(scene, told)
    if year and _begins_record(parts, scene) and not scene.is_sure_of_year:
        year = _year_since(scene, told, year)
    return a_month(year, told, stated=scene.is_sure_of_year) if year else None


def _begins_record(parts: Parts, scene: Scene) -> bool:
    """Whether a month is the one since when something holds."""
    return scene.low.startswith(tuple(f"{words} " for words in scene.grammar.words("record_since")), parts.start)


def _year_since(scene: Scene, month: int, year: int) -> int:
    """The year of a month that a record reaches back to: "sales in September were the best since October"."""
    told, today = scene.told, scene.today
    if told is None or told.first is None or scene.told_back or told.unit not in ("M", "Q") or told.first > today:
        return year - 1 if days.exactly(year, month, 1) > today else year
    return told.first.year - (month >= told.first.month)


def year_of_month(scene: Scene, month: int) -> int | None:
    """The year of a month told without one; the month of publication is always this one."""
    today = scene.published
    hinted = scene.after or scene.before or scene.is_sure_of_year
    if today is not None and not hinted and month == today.month:
        return today.year
    if scene.after is not None:
        return year_of(scene, lambda year: days.month_of(year, month)[1])
    return year_of(scene, lambda year: days.made(year, month, 15))


def turn_month(parts: Parts, scene: Scene) -> When | None:
    """ "last April", "next March", "this September"."""
    told = number(scene, "month", parts.groups["month"])
    today = scene.told_day if scene.is_next_in_story() else scene.today
    turn = scene.grammar.words("time_turn")[" ".join((parts.groups["turn"] or "").split())]
    if turn in ("-1", "<1"):
        return a_month(today.year - (told >= today.month), told)
    if turn in ("+1", ">1"):
        return a_month(today.year + (told <= today.month), told)
    if turn == "0":
        return a_month(today.year, told)
    return a_month(scene.told_day.year, told)


def iso_day(parts: Parts, scene: Scene) -> When | None:  # noqa: ARG001
    """ "2017-02-23"."""
    found = days.made(*(int(parts.groups[name] or 0) for name in ("year", "month", "day")))
    return a_day(found, stated=True) if found else None


def numeric_day(parts: Parts, scene: Scene) -> When | None:
    """ "23.02.2017", "2/23/17": held when both orders make a date and nothing tells which is meant."""
    groups = parts.groups
    one, two = int(groups["one"] or 0), int(groups["two"] or 0)
    day_first = True if groups["mark"] == "." and "year" in groups else None
    if one > 12 or two > 12 or one == two:
        day_first = two <= 12
    elif day_first is None and scene.day_first is not None:
        day_first = scene.day_first()
    if day_first is None:
        return When(None, "DATE", "D", held=AMBIGUOUS)
    day, month = (one, two) if day_first else (two, one)
    if not 1 <= month <= 12:
        return None
    return _day_of(parts, scene, month, day)


def year_range(parts: Parts, scene: Scene) -> When | None:
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
    return a_stretch(a_year(one), a_year(two), stated=True) if scene else None


def decade(parts: Parts, scene: Scene) -> When:  # noqa: ARG001
    """ "the 1970s"."""
    return a_decade(int(parts.groups["decade"] or 0), stated=True)


def short_decade(parts: Parts, scene: Scene) -> When:
    """ "the '90s": the latest ones that have begun."""
    groups = parts.groups
    figures = groups.get("decade")
    told = int(figures) if figures else number(scene, "decade_word", groups["word"])
    if century := groups.get("century"):
        return a_decade(100 * number(scene, "cardinal", century) + told, stated=True)
    base = scene.published.year if scene.published else 2000
    hundreds = base - base % 100
    return a_decade(hundreds + told if hundreds + told <= base else hundreds - 100 + told, stated=True)


def year(parts: Parts, scene: Scene) -> When:  # noqa: ARG001
    """ "2017"."""
    return a_year(int(parts.groups["year"] or 0), stated=True)


def era_year(parts: Parts, scene: Scene) -> When:  # noqa: ARG001
    """ "264 BC", "AD 64": the calendar has no days before our era."""
    groups = parts.groups
    year = int((groups["year"] or groups["year2"] or "0").replace(",", ""))
    if (groups["era"] or "").startswith("b"):
        return When(f"BC{year:04}", "DATE", "Y", stated=True)
    return a_year(year, stated=True)


def day_alone(parts: Parts, scene: Scene) -> When | None:
    """ "on the 16th": of the month that the text states close by, or of the next; else the nearest that is meant."""
    day = day_number(scene, parts.groups["day"] or "")
    told = scene.told if scene.told_back <= FAR else None
    if told is not None and told.first is not None and told.stated and told.unit in ("D", "M", "R", "T", "P"):
        months = (days.add_months(told.first.replace(day=1), step) for step in range(3))
        found = (days.made(first.year, first.month, day) for first in months)
        return next((a_day(made, stated=True) for made in found if made and made >= told.first), None)
    months = (days.add_months(scene.today.replace(day=1), step) for step in range(-2, 3))
    near = [made for first in months if (made := days.made(first.year, first.month, day))]
    return a_day(nearest(near, scene.today, scene.direction()))


def short_year(parts: Parts, scene: Scene) -> When:
    """ "since '82"."""
    return a_year(full_year(parts.groups["year"] or "", scene), stated=True)


def spelt_year(parts: Parts, scene: Scene) -> When | None:
    """ "nineteen eighty-four", "two thousand and twelve"."""
    words = scene.grammar.words("cardinal")

    def small(written: str) -> int:
        return sum(int(words.get(word, "0")) for word in written.replace("-", " ").split())

    groups = parts.groups
    if groups.get("small"):
        return a_year(2000 + small(groups["small"] or ""), stated=True)
    rest = small(groups["rest"] or "")
    return a_year(100 * int(words[groups["century"] or ""]) + rest, stated=True)


def century(parts: Parts, scene: Scene) -> When | None:
    """ "the 21st century"."""
    written = parts.groups["century"] or ""
    told = int(written[:-2]) if written[0].isdigit() else number(scene, "century_word", written)
    if parts.groups.get("era"):
        return When(f"BC{told - 1:02}", "DATE", "CE", stated=True)
    return a_century(told - 1, stated=True)


def weekday(parts: Parts, scene: Scene) -> When | None:
    """ "said Thursday" is the last one, that of publication included; "will meet Thursday" the next."""
    told = number(scene, "weekday", parts.groups["weekday"])
    return _part_or_day(parts, weekday_near(scene, told), scene)


def weekday_near(scene: Scene, told: int) -> date:
    """The weekday that is meant: after a neighbour's day, else before or after publication by the verb."""
    if scene.after is not None:
        return days.plus(scene.after, (told - scene.after.isoweekday()) % 7)
    today = scene.today
    if scene.direction() > 0:
        if (start := scene.day_planned_from) is not None:
            return days.plus(start, (told - start.isoweekday()) % 7)
        return days.plus(today, (told - today.isoweekday()) % 7)
    return days.plus(today, -((today.isoweekday() - told) % 7))


def _part_or_day(parts: Parts, day: date, scene: Scene) -> When:
    part = parts.groups.get("part")
    return a_part(day, scene.grammar.words("day_part")[part]) if part else a_day(day)


def turn_weekday(parts: Parts, scene: Scene) -> When | None:
    """ "last Thursday", "next Monday" (of the week to come), "this Friday", "the same Thursday"."""
    told = number(scene, "weekday", parts.groups["weekday"])
    turn = scene.grammar.words("time_turn")[" ".join((parts.groups["turn"] or "").split())]
    if turn in ("<1", ">1", "="):
        base = scene.told_day
        step = {"<1": -((base.isoweekday() - told - 1) % 7 + 1), ">1": (told - base.isoweekday() - 1) % 7 + 1}
        return _part_or_day(parts, days.plus(base, step.get(turn, -((base.isoweekday() - told) % 7))), scene)
    today = scene.today
    if turn == "-1":
        back = (today.isoweekday() - told - 1) % 7 + 1
        # One or two days back a writer says the weekday alone: "last" then means the week before.
        back += 7 * (back <= _JUST_PAST and not _this_past(parts))
        return _part_or_day(parts, days.plus(today, -back), scene)
    coming = "coming" in (parts.groups["turn"] or "")
    if coming:
        return _part_or_day(parts, days.plus(today, (told - today.isoweekday() - 1) % 7 + 1), scene)
    monday = days.plus(days.week_of(today)[0], 7 if turn == "+1" else 0)
    return _part_or_day(parts, days.plus(monday, told - 1), scene)


def _this_past(parts: Parts) -> bool:
    return "past" in (parts.groups["turn"] or "")


def weekday_number(parts: Parts, scene: Scene) -> When | None:
    """ "Friday the 13th": the nearest month in which they fall together."""
    told = number(scene, "weekday", parts.groups["weekday"])
    day, today = day_number(scene, parts.groups["day"] or ""), scene.base
    months = (days.add_months(today.replace(day=1), step) for step in range(-12, 13))
    found = [made for first in months if (made := days.made(first.year, first.month, day))]
    fitting = [made for made in found if made.isoweekday() == told]
    return a_day(nearest(fitting, today, scene.direction())) if fitting else None


def holiday(parts: Parts, scene: Scene) -> When | None:
    """ "Easter Monday", "Christmas 2016", "last Thanksgiving"."""
    groups = parts.groups
    rule = scene.grammar.words("holiday")[" ".join((groups["holiday"] or "").split())]
    if groups.get("year"):
        year: int | None = full_year(groups["year"] or "", scene)
    elif groups.get("turn"):
        year = _turned_year(scene, rule, groups["turn"] or "")
    else:
        year = year_of(scene, lambda each: days.holiday(each, rule))
    found = days.holiday(year, rule) if year else None
    if found is None:
        return None
    return _weekend_of(found) if groups.get("weekend") else a_day(found, stated=bool(groups.get("year")))


def _weekend_of(day: date) -> When:
    """The weekend of a holiday; one that ends on the holiday when that is a Monday."""
    if day.weekday() == 0:
        return replace(a_weekend(days.plus(day, -1)), last=day)
    return a_weekend(day)


def _turned_year(scene: Scene, rule: str, turn: str) -> int | None:
    today, step = scene.today, scene.grammar.words("time_turn").get(" ".join(turn.split()))
    near = {day: year for year in range(today.year - 2, today.year + 3) if (day := days.holiday(year, rule))}
    if step in ("-1", "<1"):
        return near[max(day for day in near if day < today)]
    if step in ("+1", ">1"):
        return near[min(day for day in near if day > today)]
    return today.year


def season(parts: Parts, scene: Scene) -> When | None:
    """ "last summer", "the spring of 2016", "this fall"."""
    groups = parts.groups
    told = scene.grammar.words("season")[groups["season"] or ""]
    if groups.get("year"):
        return a_season(full_year(groups["year"] or "", scene), told, stated=True)
    if not groups.get("turn"):
        year = year_of_stretch(scene, lambda each: days.season_of(each, told))
        return a_season(year, told, stated=scene.year is not None) if year else None
    turn = scene.grammar.words("time_turn")[" ".join((groups["turn"] or "").split())]
    today = scene.today
    if turn in ("<1", ">1", "="):
        return a_season(scene.told_day.year + {"<1": -1, ">1": 1}.get(turn, 0), told)
    begun = [year for year in range(today.year - 2, today.year + 3) if days.season_of(year, told)[0] <= today]
    running = days.season_of(begun[-1], told)[1] >= today
    if turn == "-1":
        return a_season(begun[-1] - running, told)
    if turn == "0":
        return a_season(begun[-1] if running else today.year, told)
    return a_season(begun[-1] + 1, told)
