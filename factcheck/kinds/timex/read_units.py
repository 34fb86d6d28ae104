"""Resolve times counted in units: last week, three days ago, two weeks, the third quarter, twice a week.

Each reading of a rule is the function of the same name; its docstring begins with examples of the expressions. A
"turn" is a relative modifier such as "last", "this" or "the following", with its step in the word list `time_turn`:
"-1", "0", "+1" from publication; "<1", ">1", "=" from the antecedent.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from factcheck.kinds.room import numerals
from factcheck.kinds.timex import days
from factcheck.kinds.timex.parts import Parts
from factcheck.kinds.timex.read_calendar import a_range, day_number, full_year, year_of_month
from factcheck.kinds.timex.resolution_context import ResolutionContext, year_of, year_of_period
from factcheck.kinds.timex.timex_reading import (
    TimexReading,
    a_day,
    a_decade,
    a_half,
    a_month,
    a_part,
    a_quarter,
    a_week,
    a_weekend,
    a_year,
    around,
    moved,
)
from factcheck.productions import ReferenceOptions
from factcheck.records import replace
from factcheck.regex_cache import regex
from factcheck.text.numerals import MOST_DIGITS

VAGUE: Final = "X"
_REPORTING_LAG: Final = 80  # days before publication: the reported quarter contains that day
# Units by length, for comparison only.
_RANKS: Final = {"W": 1, "WE": 1, "M": 2, "Q": 3, "S": 3, "H": 4, "Y": 5, "FY": 5, "DE": 6, "CE": 7}
_WEDNESDAY, _SATURDAY = 2, 5
_NEW_YEAR_MONTHS: Final = 3  # months in which a year is still called new
VAGUE_DAY: Final = "no day is told"
NO_ANTECEDENT: Final = "no date was told before it"
UNKNOWN_DATES: Final = {
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
# The letter of each unit in a TIMEX3 length, and its factor; longer units last.
_LETTERS: Final = {
    "TS": ("S", 1), "TM": ("M", 1), "TH": ("H", 1), "D": ("D", 1), "WD": ("D", 1), "W": ("W", 1), "WE": ("WE", 1),
    "F": ("W", 2), "M": ("M", 1), "Q": ("Q", 1), "6M": ("M", 6), "Y": ("Y", 1), "DE": ("Y", 10), "CE": ("Y", 100),
    "ML": ("Y", 1000),
}  # fmt: skip
_HALVES: Final = {
    "Y": ("M", 6),
    "TH": ("TM", 30),
    "TM": ("TS", 30),
    "DE": ("Y", 5),
    "CE": ("Y", 50),
    "D": ("TH", 12),
}
_FRACTION_DIGITS: Final = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})


def turn_of(parts: Parts, context: ResolutionContext) -> str:
    """The step of the turn in an expression ("last", "this", "the following"). Raises KeyError without one."""
    written = parts.groups.get("turn") or parts.groups.get("turn2") or ""
    return context.grammar.words("time_turn")[" ".join(written.split())]


def unit_of(context: ResolutionContext, written: str | None) -> str:
    """The code of a unit's word, as in `TimexReading.unit`; empty for an unknown word."""
    word = " ".join((written or "").split())
    return context.grammar.words("time_unit").get(word) or context.grammar.words("turn_unit").get(word, "")


def turn_unit(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "last week", "this year", "the following day", "the same month"."""
    unit, turn = unit_of(context, parts.groups["unit"]), turn_of(parts, context)
    if unit == "D":
        return _relative_day(turn, context)
    if turn == "=":
        return around(unit, context.antecedent_day)
    base = context.antecedent_day if turn in ("<1", ">1") or context.counts_from_antecedent() else context.today
    if turn == "<1" and context.published is not None:
        # "the prior year" is before the current one even when the antecedent is in the future.
        base = min(base, context.published)
    if unit == "WE":
        return a_weekend(_weekend(base, turn, context))
    step = moved(base.replace(day=1) if unit in ("M", "Q") else base, unit, _step_of(turn))
    return around(unit, step) if step else None


def _step_of(turn: str) -> int:
    """The step of a turn as a number of units; 0 for "this" and "the same"."""
    return {"-2": -2, "-1": -1, "<1": -1, "+1": 1, ">1": 1, "+2": 2}.get(turn, 0)


def _relative_day(turn: str, context: ResolutionContext) -> TimexReading | None:
    """ "the following day", "the same day"; None for "last day", which names no day."""
    if turn == "0":
        return a_day(context.today)
    if turn == "-1":
        return None
    if turn == "=":
        last = (
            context.antecedent
            if context.antecedent is not None and context.antecedent.unit in ("D", "T", "P")
            else None
        )
        return (
            a_day(context.antecedent_day)
            if last is not None or context.antecedent is None
            else a_day(context.focus_day)
        )
    step = moved(context.antecedent_day, "D", _step_of(turn))
    return a_day(step) if step else None


def _weekend(base: date, turn: str, context: ResolutionContext) -> date:
    """A day of the weekend meant; before Saturday, "this weekend" with a past verb is the previous one."""
    step = _step_of(turn)
    if turn == "0" and base.weekday() < _SATURDAY and context.direction() < 0:
        step = -1
    return days.plus(base, 7 * step)


def the_unit(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "for the year", "in the quarter", "ended the day": the unit around the antecedent or publication."""
    unit = unit_of(context, parts.groups["unit"])
    if unit == "D":
        return a_day(context.focus_day)
    last = context.near_antecedent()
    if last is not None and last.first is not None and _may_contain(unit, last.unit):
        base = last.first
    elif unit == "Q" and context.direction() <= 0:  # results appear after the quarter ends
        base = days.plus(context.today, -_REPORTING_LAG)
    else:
        base = context.today
    if unit == "WE":  # early in a week and without evidence of tense, it is the last one
        past = last is None and base.weekday() <= _WEDNESDAY and context.direction() == 0
        return a_weekend(_weekend(base, "-1" if past else "0", context))
    return around(unit, base)


def _may_contain(unit: str, other: str) -> bool:
    """Whether a unit is at least as long as another one: a week may contain a day, but not a month."""
    return _RANKS.get(unit, 0) >= _RANKS.get(other, 0)


def to_date(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the year to date": up to publication."""
    return replace(around(unit_of(context, parts.groups["unit"]), context.today), last=context.today, mod="START")


def year_end(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "by year-end": in the year that the tense gives; "by week's end": of the week of publication."""
    unit = unit_of(context, parts.groups["unit"] or parts.groups["unit2"])
    if unit != "Y":
        return replace(around(unit, context.today), mod="END")
    year = year_of(context, lambda each: days.date_or_none(each, 12, 31))
    if year is None:
        return None
    when = a_year(year)
    return replace(when, mod="END", first=days.date_or_raise(year, 10, 1))


def new_year(parts: Parts, context: ResolutionContext) -> TimexReading | None:  # noqa: ARG001
    """ "in the new year": the year after publication; early in a year, that year itself."""
    begun = context.today.month <= _NEW_YEAR_MONTHS
    return a_year(context.today.year if begun else context.today.year + 1)


def nth_in_a_row(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "for the third straight week": the week of the day in focus; or the month named after it."""
    unit = unit_of(context, parts.groups["unit"] or parts.groups["unit2"])
    if unit == "M" and (named := _IN_MONTH.match(context.low, parts.end)):
        month = context.grammar.words("month").get(named[1])
        year = year_of_month(context, int(month)) if month else None
        if month and year:
            return a_month(year, int(month))
    return around(unit, context.focus_day)


# "for the fifth straight month in February": the month is named after it.
_IN_MONTH: Final = regex(r"\s+(?:in|to)\s+([a-z]+)")


def unit_before(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the day before", "the year earlier": next to the antecedent."""
    unit = unit_of(context, parts.groups["unit"])
    after = context.grammar.words("time_way").get(parts.groups["way"] or "", "-") == "+"
    step = moved(context.antecedent_day, unit, 1 if after else -1)
    return around(unit, step) if step else None


def same_period(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the same period last year", "the year-earlier quarter": the antecedent's period, a year before."""
    groups = parts.groups
    last = context.antecedent if context.antecedent_distance <= 2 else None
    if last is None or last.first is None or last.unit not in ("M", "Q", "H", "R", "S"):
        unit = unit_of(context, groups.get("what") or groups.get("what2"))
        base = last.first if last is not None and last.first is not None else context.today
        return around(unit if unit in ("M", "Q") else "Y", days.add_months(base, -12))
    if groups.get("year"):
        return _same_in_year(last, int(groups["year"] or 0))
    return _same_in_year(last, last.first.year - 1)


def _same_in_year(period: TimexReading, year: int) -> TimexReading:
    """The same month, quarter, half or range in another year."""
    begun = period.first or days.date_or_raise(year, 1, 1)
    first = days.add_months(begun, 12 * (year - begun.year))
    if period.unit == "R":
        last = days.add_months(period.last or first, 12 * (first.year - (period.first or first).year))
        return a_range(a_day(first), a_day(last))
    return around(period.unit if period.unit != "S" else "Y", first)


def week_number(parts: Parts, year: int) -> TimexReading | None:
    """ "week 31" of a year; None where the year has no such week."""
    try:
        return a_week(date.fromisocalendar(year, int(parts.groups["week"] or 0), 1))
    except ValueError:
        return None


def fiscal_year(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "fiscal 2017", "FY2024-25" (named for the year in which it ends); without days, since years differ."""
    groups = parts.groups
    head = "SY" if groups.get("what") in ("school", "academic") else "FY"
    if groups.get("year"):
        year = full_year(groups.get("year2") or groups["year"] or "", context)
    elif groups.get("year3"):
        year = full_year(groups.get("year4") or groups["year3"] or "", context)
    elif groups.get("turn"):
        year = context.today.year + _step_of(turn_of(parts, context))
    else:
        return None
    return TimexReading(f"{head}{year}", "DATE", "FY", stated=not groups.get("turn"))


def quarter(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "the third quarter", "Q3 2016", "the first half"."""
    groups = parts.groups
    unit, nth, most = _part_of_year(parts, context)
    if nth > most:
        return None
    if groups.get("fiscal") or groups.get("fiscal2"):
        return TimexReading(stated_quarter(parts, context), "DATE", "Q", held="the fiscal year is not told")
    make = a_quarter if unit == "q" else a_half
    if groups.get("year"):
        return make(full_year(groups["year"] or "", context), nth, stated=True)
    month = (3 if unit == "q" else 6) * (nth - 1) + 1
    if groups.get("business"):
        return TimexReading(
            f"FY{full_year(groups['business'] or '', context)}-{unit.upper()}{nth}", "DATE", "Q", stated=True
        )
    size = 3 if unit == "q" else 6
    year = _year_of_results(context, month, size) or year_of_period(
        context, lambda each: days.months_of(each, month, size)
    )
    return make(year, nth, stated=context.year is not None) if year else None


def _year_of_results(context: ResolutionContext, month: int, size: int) -> int | None:
    """The year of a quarter before "will report ... results": the last such quarter that has ended; else None."""
    before = context.low[max(0, context.span[0] - 24) : context.span[0]].split()
    is_future = context.published is not None and context.year is None and context.direction() > 0
    if not is_future or not any(word in context.grammar.words("result_verb") for word in before[-2:]):
        return None
    ended = (year for year in (context.today.year, context.today.year - 1))
    return next((year for year in ended if days.months_of(year, month, size)[1] <= context.today), None)


def _part_of_year(parts: Parts, context: ResolutionContext) -> tuple[str, int, int]:
    """ "q" or "h", which one of the year, and how many a year has; "the last quarter" is the fourth."""
    groups = parts.groups
    unit = (groups.get("unit") or groups.get("unit2") or "")[:1]
    written = groups.get("nth") or groups.get("nth2") or ""
    nth = int(written) if written.isdigit() else int(context.grammar.words("time_nth")[written])
    most = 4 if unit == "q" else 2
    return unit, most if nth < 0 else nth, most


def stated_quarter(parts: Parts, context: ResolutionContext) -> str | None:
    """A quarter or half of an unknown year as TIMEX3 writes it: XXXX-Q2; None for a fifth quarter."""
    unit, nth, most = _part_of_year(parts, context)
    return f"XXXX-{unit.upper()}{nth}" if nth <= most else None


def count_of(written: str, context: ResolutionContext) -> Decimal | None:
    """The number before a unit; None for a vague one ("several") and for text that is no number."""
    text = " ".join(written.split())
    vague = context.grammar.words("vague_length").get(text)
    if vague:
        return None if vague == VAGUE else Decimal(vague)
    if text in ("a", "an"):
        return Decimal(1)
    if text.startswith(("half", "a half")):
        return Decimal("0.5")
    if text in ("quarter", "a quarter") or text.startswith(("quarter of", "a quarter of", "quarter-of")):
        return Decimal("0.25")
    if text.startswith(("three quarters", "three-quarters")):
        return Decimal("0.75")
    if text[:1].isdigit():
        plain = (
            text.replace(" ½", "½")
            .replace("-1/2", "½")
            .replace(" 1/2", "½")
            .replace(",", "")
            .translate(_FRACTION_DIGITS)
        )
        if plain.replace(".", "", 1).isdigit():
            return Decimal(plain) if len(plain) <= MOST_DIGITS else None
    if not text:
        return None
    numeral = numerals(context.grammar.ruleset).at(text.replace("-and-", " and ").replace(" a-half", " a half"), 0)
    return numeral.number.normalize() if numeral else None


def is_vague(written: str, context: ResolutionContext) -> bool:
    """Whether a count is vague, such as "several"."""
    return context.grammar.words("vague_length").get(" ".join(written.split())) == VAGUE


def length_value(number: Decimal | None, unit: str) -> str:
    """The TIMEX3 value of a length: P2W, PT30M, P40Y, PXD for an unknown number of days."""
    if number is not None and number == Decimal("0.5") and unit in _HALVES:
        unit, count = _HALVES[unit]
        number = Decimal(count)
    elif number is not None and number == Decimal("0.25") and unit in ("DE", "CE", "TH"):
        unit, count = {"DE": ("M", 30), "CE": ("Y", 25), "TH": ("TM", 15)}[unit]
        number = Decimal(count)
    letter, factor = _LETTERS[unit]
    head = "PT" if unit[0] == "T" else "P"
    if number is None:
        return f"{head}X{'DE' if unit == 'DE' else 'CE' if unit == 'CE' else letter}"
    return f"{head}{plain(number * factor)}{letter}"


def plain(number: Decimal) -> str:
    """A number in decimal notation without exponent or trailing zeros."""
    return f"{number.normalize():f}"


def length(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "two weeks", "a year and a half", "60 to 90 days", "three hours and 20 minutes"."""
    groups = parts.groups
    written = groups.get("n") or groups.get("n2") or ""
    number, unit = count_of(written, context), unit_of(context, groups["unit"])
    if number is None and not is_vague(written, context):
        return None
    if number is not None and (part := groups.get("part")):
        number += Decimal(context.grammar.words("length_part")[" ".join(part.split())])
    value = length_value(number, unit)
    if low := groups.get("low"):
        lowest = count_of(low, context)
        if lowest is not None and number is not None and low not in ("a", "an"):
            value = f"{length_value(lowest, unit)}/{value}"
    elif groups.get("two") and number == 1:
        value = f"{value}/{length_value(Decimal(2), unit)}"
    elif groups.get("n3"):
        value = _compound(value, unit, parts, context)
    return TimexReading(value, "DURATION", unit)


def _compound(value: str, unit: str, parts: Parts, context: ResolutionContext) -> str:
    """The value of two lengths in sequence (P5Y2M, PT3H30M, P1DT2H); of the first where the units do not descend."""
    more, smaller = count_of(parts.groups["n3"] or "", context), unit_of(context, parts.groups["unit3"])
    order = list(_LETTERS)
    if more is None or smaller not in order or order.index(smaller) >= order.index(unit):
        return value
    rest = length_value(more, smaller)
    return value + (rest[2:] if unit[0] == "T" else rest[1:])


def length_by_clock(parts: Parts, context: ResolutionContext) -> TimexReading | None:  # noqa: ARG001
    """ "7:41" of what a clock has left: minutes and seconds."""
    minutes, seconds = (int(parts.groups[name] or 0) for name in ("minutes", "seconds"))
    return TimexReading(f"PT{minutes}M{seconds}S" if seconds else f"PT{minutes}M", "DURATION", "TM")


def past_length(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "over the past year": one unit long."""
    part = " ".join((parts.groups.get("part") or "").split())
    number = 1 + Decimal(context.grammar.words("length_part").get(part, "0"))
    return TimexReading(length_value(number, unit_of(context, parts.groups["unit"])), "DURATION")


def vague_length(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "for years": a length without a number."""
    return TimexReading(
        length_value(None, unit_of(context, parts.groups["unit"])),
        "DURATION",
        unit_of(context, parts.groups["unit"]),
    )


def counted(parts: Parts, context: ResolutionContext) -> tuple[Decimal | None, str] | None:
    """The number and unit of a length that a suffix or join turns into a date.

    The number is None for a vague length; the whole result is None for one with two ends or none that can be counted.
    """
    groups = parts.groups
    unit = unit_of(context, groups["unit"])
    if parts.rule.reading == "vague_length":
        return None, unit
    if parts.rule.reading == "shifted":
        return Decimal(1), unit
    if parts.rule.reading != "length" or groups.get("low") or groups.get("turn") or groups.get("two"):
        return None
    number = count_of(groups.get("n") or "", context)
    if number is None and not is_vague(groups.get("n") or "", context):
        return None
    if number is not None and (part := groups.get("part")):
        number += Decimal(context.grammar.words("length_part")[" ".join(part.split())])
    if number is not None and groups.get("n3"):
        return _in_smaller_unit(number, unit, parts, context)
    return number, unit


_IN_DAYS: Final = {"D": 1, "W": 7, "F": 14}
_IN_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120}


def _in_smaller_unit(
    number: Decimal, unit: str, parts: Parts, context: ResolutionContext
) -> tuple[Decimal | None, str]:
    """ "two weeks and two days" in days, "a year and three months" in months."""
    more, smaller = count_of(parts.groups["n3"] or "", context), unit_of(context, parts.groups["unit3"])
    for table, result_unit in ((_IN_DAYS, "D"), (_IN_MONTHS, "M")):
        if more is not None and unit in table and smaller in table:
            return number * table[unit] + more * table[smaller], result_unit
    return number, unit


_RESULT_UNITS: Final = {"WE": "W", "F": "W", "6M": "M", "H": "M", "CE": "CE", "ML": "CE"}


def stepped(base: date, number: Decimal, unit: str) -> TimexReading | None:
    """The date a number of units away, as precise as its unit: three years away is a year."""
    if unit[0] == "T":
        return a_day(base)
    result_unit = _RESULT_UNITS.get(unit, unit)
    if number != int(number):
        months = {"Y": 12, "DE": 120, "CE": 1200, "M": 1}.get(unit)
        if months is None:
            day = moved(base, "D", int(number * {"W": 7, "D": 1}.get(unit, 7)))
            return a_day(day) if day else None
        number, unit = Decimal(int(number * months)), "M"
        result_unit = "Y" if result_unit in ("DE", "CE") else "M"
    elif result_unit in ("DE", "CE"):
        result_unit = "Y"
    start = base if result_unit in ("D", "W") else base.replace(day=1)
    day = moved(start, unit, int(number))
    return around(result_unit, day) if day else _before_our_era(base, number, unit)


def _before_our_era(base: date, number: Decimal, unit: str) -> TimexReading | None:
    """ "3,000 years ago", "25 million years ago": years before the calendar of `datetime`; None within it."""
    years = int(-number) * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(unit, 0)
    if years <= base.year:
        return None
    for letters, size in (("GA", 10**9), ("MA", 10**6), ("KA", 10**4)):
        if years >= size:
            return TimexReading(f"{letters}{plain(Decimal(years) / (size if letters != 'KA' else 1000))}", "DATE", "CE")
    return TimexReading(f"BC{years - base.year:04}", "DATE", "Y")


def ago(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "three days ago", "a year ago" (from the antecedent in its sentence), "five or six years ago"."""
    if parts.left is not None and _has_two_ends(parts.left):
        return _between_counts(parts.left, context.today, -1, context)
    found = counted(parts.left, context) if parts.left else None
    if found is None:
        return None
    number, unit = found
    if number is None:
        return TimexReading("PAST_REF", "DATE", held=VAGUE_DAY)
    if number == 1 and unit == "Y" and (same := _same_unit_away(context, -12)):
        return same
    return stepped(context.today, -number, unit)


def _has_two_ends(counted_length: Parts) -> bool:
    """Whether a counted_length has a lower and an upper end: "five or six years", "a year or two"."""
    return bool(counted_length.groups.get("low") or counted_length.groups.get("two"))


def _between_counts(counted_length: Parts, base: date, sign: int, context: ResolutionContext) -> TimexReading | None:
    """The range between the two ends of a counted_length, before or after a day: "five or six years ago"."""
    groups = counted_length.groups
    counts = [count_of(groups.get(name) or "", context) for name in ("low", "n") if groups.get(name)]
    if groups.get("two"):
        counts.append(Decimal(2))
    unit = unit_of(context, groups["unit"])
    ends = [stepped(base, sign * count, unit) for count in counts if count is not None]
    one, two = ends if len(ends) == 2 else (None, None)
    if one is None or two is None or one.first is None or two.first is None:
        return None
    early, late = sorted((one, two), key=lambda when: when.first or base)
    return replace(a_range(early, late), mod="APPROX") if early.timex != late.timex else early


def hedged_ago(when: TimexReading, parts: Parts, context: ResolutionContext) -> TimexReading:
    """A past date with its hedge.

    "more than 20 years ago" extends it back, "less than" up to publication, and "about" to both sides.
    """
    words, setting = context.grammar.words("length_hedge"), context.grammar.ruleset.setting("timex.compare")
    bound, when = words[parts.hedge or ""], replace(when, hedge=parts.hedge)
    if when.first is None or when.last is None:
        return when
    if bound == "below":
        return replace(when, last=max(context.today, when.last), mod="AFTER")
    share = Decimal(setting["stretch" if bound == "above" else "about"])
    wider = int(share * (context.today - when.first).days)
    first = days.plus(when.first, -min(wider, (when.first - date.min).days))
    if bound == "above":
        return replace(when, first=first, mod="BEFORE")
    return replace(when, first=first, last=min(days.plus(when.last, wider), context.today), mod="APPROX")


def _same_unit_away(context: ResolutionContext, months: int) -> TimexReading | None:
    """The month or quarter some months from the antecedent, if that is one and in the same sentence; else None."""
    last = context.antecedent if context.antecedent_distance == 0 else None
    if last is None or last.first is None or last.unit not in ("M", "Q"):
        return None
    return around(last.unit, days.add_months(last.first, months))


def later(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "two weeks later", "a year earlier": from the antecedent."""
    sign = -1 if context.grammar.words("time_way").get(parts.groups["way"] or "", "+") == "-" else 1
    if parts.left is not None and _has_two_ends(parts.left) and (context.antecedent is not None or sign < 0):
        return _between_counts(parts.left, context.antecedent_day, sign, context)
    found = counted(parts.left, context) if parts.left else None
    if found is None:
        return None
    number, unit = found
    if unit[0] == "T":
        return a_day(context.antecedent_day)
    if sign > 0 and context.antecedent is None and number is not None:
        return TimexReading(UNKNOWN_DATES.get(unit, "XXXX-XX-XX"), "DATE", held=NO_ANTECEDENT)
    if number is None:
        return TimexReading("PAST_REF" if sign < 0 else "FUTURE_REF", "DATE", held=VAGUE_DAY)
    if number == 1 and unit == "Y" and (same := _same_unit_away(context, 12 * sign)):
        return same
    onward = context.antecedent.first if sign > 0 and context.antecedent is not None else None
    return stepped(onward or context.antecedent_day, sign * number, unit)


def from_now(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "three weeks from now"."""
    found = counted(parts.left, context) if parts.left else None
    if found is None or found[0] is None:
        return None if found is None else TimexReading("FUTURE_REF", "DATE", held=VAGUE_DAY)
    return stepped(context.today, found[0], found[1])


def in_length(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "will reopen in three days"."""
    number = count_of(parts.groups["n"] or "", context)
    unit = unit_of(context, parts.groups["unit"])
    return (
        TimexReading("FUTURE_REF", "DATE", held=VAGUE_DAY) if number is None else stepped(context.today, number, unit)
    )


def weeks_on(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "a week on Monday", "a fortnight today", "Friday week": counted from that day, or the next such weekday."""
    groups = parts.groups
    words = context.grammar.words
    written = groups.get("weekday") or groups.get("weekday2")
    if written:
        day = days.plus(context.today, (int(words("weekday")[written]) - context.today.isoweekday() - 1) % 7 + 1)
    else:
        day = days.plus(context.today, int(words("deictic")[groups["word"] or ""]))
    unit = unit_of(context, groups.get("unit") or groups.get("unit2"))
    count = count_of(groups.get("n") or "a", context) or Decimal(1)
    resolved = moved(day, unit, int(count))
    return a_day(resolved) if resolved else None


def deictic(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "today", "yesterday", "the day after tomorrow", "tomorrow morning"."""
    word = " ".join((parts.groups["word"] or "").split())
    day = moved(context.today, "D", int(context.grammar.words("deictic")[word]))
    if day is None:
        return None
    part = parts.groups.get("part")
    return a_part(day, context.grammar.words("day_part")[part]) if part else a_day(day)


def deictic_part(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "tonight", "last night", "this morning", "the next morning"."""
    if not parts.groups.get("turn"):
        return a_part(context.today, "NI")
    part = context.grammar.words("day_part")[parts.groups["part"] or ""]
    turn = turn_of(parts, context)
    if turn == "0":
        return a_part(context.today, part)
    base = context.today if turn == "-1" else context.antecedent_day
    day = moved(base, "D", _step_of(turn))
    return a_part(day, part) if day else None


def day_part(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "in the morning", "overnight": of the day in focus."""
    part = parts.groups["part"] or parts.groups["overnight"] or ""
    return a_part(context.focus_day, context.grammar.words("day_part")[part])


def reference(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "now", "recently", "in the near future": without days."""
    words = context.grammar.words(parts.rule.read_options(ReferenceOptions).ref)
    word = " ".join((parts.groups["word"] or "").split())
    return TimexReading(words[word], "DATE", held=VAGUE_DAY)


def now(parts: Parts, context: ResolutionContext) -> TimexReading | None:  # noqa: ARG001
    """ "now" at the end of a range: the publication date."""
    return a_day(context.today, stated=True)


def part_set(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "every morning"."""
    part = parts.groups.get("part") or parts.groups.get("parts") or ""
    return TimexReading(f"XXXX-XX-XXT{context.grammar.words('day_part')[part]}", "SET")


def season_set(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "every summer"."""
    return TimexReading(f"XXXX-{context.grammar.words('season')[parts.groups['season'] or '']}", "SET")


def weekday_set(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "every Friday", "on Mondays", "weekends"."""
    groups = parts.groups
    words = context.grammar.words
    written = groups.get("weekday") or groups.get("weekdays") or groups.get("single") or ""
    code = (
        words("weekday").get(written) or words("weekdays").get(written) or {"weekday": "WD", "weekend": "WE"}[written]
    )
    part = groups.get("part") or groups.get("parts")
    if code in ("WD", "WE"):
        return TimexReading(f"P1{code}", "SET")
    return TimexReading(f"XXXX-WXX-{code}" + (f"T{words('day_part')[part]}" if part else ""), "SET")


def rate(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "twice a week", "every two years", "per month", "every other day"."""
    groups = parts.groups
    unit = unit_of(context, groups["unit"])
    other = (
        "other" in (groups.get("each") or "") or "other" in (groups.get("every") or "") or groups.get("m") == "other"
    )
    written = groups.get("n") or groups.get("m") or ""
    number = count_of(written, context) if written and written != "other" else Decimal(2 if other else 1)
    if part := groups.get("part"):
        number = Decimal(context.grammar.words("length_part")[part])
    return TimexReading(length_value(number, unit), "SET")


def frequency(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """ "daily", "annual"."""
    return TimexReading(context.grammar.words("time_frequency")[parts.groups["word"] or ""], "SET")


def _nth_day(first: date, last: date, written: str, context: ResolutionContext) -> TimexReading | None:
    """The nth or last day of a longer time; None where it has fewer days."""
    if context.grammar.words("time_nth").get(written) == "-1":
        return a_day(last)
    day = days.plus(first, day_number(context, written) - 1)
    return a_day(day) if day <= last else None


def nth_in(outer: TimexReading, parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """The nth or last day, week, weekend, month, decade or weekday of a longer time; None where there is none."""
    if outer.first is None or outer.last is None:
        return None
    if written := parts.groups.get("nth_day"):
        return _nth_day(outer.first, outer.last, written, context)
    nth = int(context.grammar.words("time_nth")[parts.groups["nth"] or ""])
    unit = parts.groups["unit"] or ""
    weekday = context.grammar.words("weekday").get(unit)
    if weekday is not None:
        edge = outer.first if nth > 0 else outer.last
        away = (int(weekday) - edge.isoweekday()) % 7 if nth > 0 else -((edge.isoweekday() - int(weekday)) % 7)
        return a_day(days.plus(edge, away + 7 * (max(nth, 1) - 1)))
    code = unit_of(context, unit)
    if code == "D":
        return a_day(outer.last)
    if code in ("W", "WE"):
        # The week that has most of its days inside: the first one holds the fourth day.
        middle = days.plus(outer.last, -3) if nth < 0 else days.plus(outer.first, 3 + 7 * (nth - 1))
        return a_weekend(middle) if code == "WE" else a_week(middle)
    if code == "M":
        day = outer.last if nth < 0 else days.add_months(outer.first, nth - 1)
        return a_month(day.year, day.month)
    return a_decade(outer.first.year + 10 * (nth - 1)) if code == "DE" and nth > 0 else None
