"""How two time expressions relate: dates, clock times, lengths, sets, and dates of which a part is unknown."""

from __future__ import annotations

import re
from datetime import date

from factcheck.kinds.timex import days
from factcheck.kinds.timex.lengths import length_shown, lengths, sets
from factcheck.kinds.timex.read_clock import minutes_of
from factcheck.model import Comparison, Difference, TimeExpression, Value
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_CLOCK_TIME = regex(r"(?:(\d{4}-\d\d-\d\d)T|T)(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?")
_HELD_CLOCK = regex(r"T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?\Z")
_MONTH = regex(r"(\d{4})-(\d\d)")
_QUARTER_OR_HALF = regex(r"(\d{4})-([QH])(\d)")
_DAY_PART = regex(r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI)")
# First hour of each part and the hour after its last; generous, and past 24 on the next day.
_PART_HOURS = {"MO": (0, 12), "MI": (11, 15), "AF": (12, 19), "EV": (16, 24), "NI": (18, 30)}
# The longer pattern first, each with the unit of what it matches.
_DATE_PATTERNS = (
    (regex(r"(\d{4})-(\d\d)-(\d\d)"), "D"),
    (regex(r"(\d{4})-W(\d\d)(?:-WE)?"), "W"),
    (regex(r"(\d{4})-Q(\d)"), "Q"),
    (regex(r"(\d{4})-H(\d)"), "H"),
    (regex(r"(\d{4})-(\d\d)"), "M"),
    (regex(r"(\d{4})"), "Y"),
    (regex(r"(\d{3})"), "DE"),
    (regex(r"(\d{2})"), "CE"),
)
_DAY_PARTS = {
    "MO": "the morning of", "MI": "midday on", "AF": "the afternoon of", "EV": "the evening of", "NI": "the night of",
}  # fmt: skip
_SEASON = regex(r"(\d{4})-(SP|SU|FA|WI)")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_WHOLE_DAY = regex(r"(\d{4})-(\d\d)-(\d\d)")
_BEFORE_CHRIST = regex(r"BC(\d{4})")
_WHOLE = regex(r"\d{4}(?:-(?:\d\d|[QH]\d))?")
_PARTS = {"START": "the beginning of", "MID": "the middle of", "END": "the end of"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SAME = Comparison("same")
_DAY = 24 * 60  # minutes
# By the letter in TIMEX3.
_PART_DIFFERENCES = {"W": Difference.WEEKDAY, "Q": Difference.QUARTER, "H": Difference.HALF}


def compare(one: Value, two: Value, ruleset: Ruleset) -> Comparison:
    """The relation of two values: same, consistent, different (with the difference), or held.

    Same means equal days in equal units; consistent, that one contains or overlaps the other; held, that they cannot be
    compared. The relation and the difference are symmetric; the reason names the first value first.
    """
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return Comparison("held", Difference.KINDS, "a time and something else cannot be compared")
    kinds = {"DATE" if value.type == "TIME" else value.type for value in (one, two)}
    if len(kinds) > 1:
        return Comparison("held", Difference.KINDS, "a date and a length of time cannot be compared")
    if one.held or two.held:
        return _held_clocks(_compare_held(one, two), one, two, ruleset)
    if kinds == {"DURATION"}:
        return lengths(one, two, ruleset)
    if kinds == {"SET"}:
        return sets(one, two, ruleset)
    return _clocks(one, two, ruleset) or _dates(one, two)


def _compare_held(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Compare dates of which one or both lack a year or week: their known parts can still differ."""
    reason = one.held or two.held or ""
    first, second = _partial_date(one, two), _partial_date(two, one)
    if not first or not second:
        return Comparison("held", Difference.UNRESOLVED, reason)
    if first == second:
        both = one.held and two.held
        return (
            _SAME
            if both
            else Comparison("consistent", Difference.PART_OF, f"{first[5:]} is all that one of them states")
        )
    if first[5] == second[5] and first[5] in "WQH":
        return Comparison(
            "different", _PART_DIFFERENCES[first[5]], f"{_value_text(first)} is not {_value_text(second)}"
        )
    if first[5] in "WQH" or second[5] in "WQH":
        return Comparison("held", Difference.UNRESOLVED, reason)
    if not (first[5].isdigit() and second[5].isdigit()):  # a season names no day
        return Comparison("held", Difference.UNRESOLVED, reason)
    if first.startswith(second) or second.startswith(first):
        return Comparison(
            "consistent", Difference.PART_OF, f"{first[5:]} and {second[5:]} agree as far as they are stated"
        )
    difference = Difference.MONTH if first[5:7] != second[5:7] else Difference.DAY
    return Comparison("different", difference, f"{first[5:]} is not {second[5:]}")


def _held_clocks(found: Comparison, one: TimeExpression, two: TimeExpression, ruleset: Ruleset) -> Comparison:
    """The comparison of two dates of which one is held, where both may be one day, with their times by the clock."""
    if found.relation not in ("same", "consistent"):
        return found
    first, second = (_HELD_CLOCK.search(value.timex or "") for value in (one, two))
    if first is None or second is None:
        part_of = Comparison("consistent", Difference.PART_OF, "one of them states no time of that day")
        return found if first is second or found.relation == "consistent" else part_of
    if (first[3] is None) != (second[3] is None):
        return Comparison("held", Difference.ZONE, "one of the times states no zone")
    apart = abs(_clock_minutes(first) - _clock_minutes(second))
    if apart == 0 or first[3] != second[3]:
        return found
    reason = f"{first[1]}:{first[2]} is not {second[1]}:{second[2]}"
    return _nearly(apart, one, two, ruleset) or Comparison("different", Difference.TIME, reason)


def _clock_minutes(found: re.Match[str]) -> int:
    return int(found[1]) * 60 + int(found[2])


def _partial_date(value: TimeExpression, other: TimeExpression) -> str:
    """A date without its year, as TIMEX3 writes it: XXXX-06-11, or XXXX-WXX-4 where the other has a weekday only.

    Empty where nothing is known: "30 years later" is XXXX, "two weeks on" is XXXX-WXX.
    """
    timex = (value.timex or "").removeprefix("FY")  # the number of a fiscal quarter compares as any other
    if timex.startswith("XXXX"):
        timex = timex.partition("T")[0]
        return timex if any(char.isdigit() for char in timex) else ""
    if value.held or timex[4:5] != "-" or timex[5:6] == "W" or not timex[:4].isdigit():
        return ""
    if (other.timex or "").startswith("XXXX-W") and value.first is not None and value.first == value.last:
        return f"XXXX-WXX-{value.first.isoweekday()}"
    return f"XXXX{timex[4:10]}"


def _value_text(timex: str) -> str:
    """A partial date for a message: its weekday by name, else all after its year."""
    return _WEEKDAYS[int(timex[9]) - 1] if timex[5] == "W" and timex[9:10].isdigit() else timex[5:]


def shown(value: TimeExpression) -> str:
    """A time expression as a reader would write it: "Tuesday 5 June 2018", "April 2019", "2 weeks" for P2W."""
    day, timex = value.first, value.timex or "a day"
    clock = _CLOCK_TIME.fullmatch(timex)
    if clock is not None:
        zone = {"Z": " GMT", "+00:00": " GMT", None: ""}.get(clock[5], f" ({clock[5]} from GMT)")
        return f"{clock[2]}:{clock[3]}{zone}" + (f" on {_day(day)}" if day is not None and clock[1] else "")
    if value.type == "DATE" and day is not None and day == value.last:
        return _day(day)
    if (part_of_day := _DAY_PART.fullmatch(timex)) and day is not None:
        return f"{_DAY_PARTS[part_of_day[2]]} {_day(day)}"
    if (season := _SEASON.fullmatch(timex)) is not None:
        return f"{_SEASONS[season[2]]} {season[1]}"
    if value.mod in _PARTS and _WHOLE.fullmatch(timex):
        return f"{_PARTS[value.mod]} {_whole(timex)}"
    begin, slash, end = timex.partition("/")
    return f"{_whole(begin)} to {_whole(end)}" if slash else _whole(timex)


def _whole(timex: str) -> str:
    """A day, a month, a quarter, a year or a length as a reader would write it; any other TIMEX3 value as it is."""
    if (named := _WHOLE_DAY.fullmatch(timex)) and (day := days.date_or_none(*map(int, named.groups()))) is not None:
        return _day(day)
    if era := _BEFORE_CHRIST.fullmatch(timex):
        return f"{int(era[1])} BC"
    if (month := _MONTH.fullmatch(timex)) and 1 <= int(month[2]) <= 12:
        return f"{_MONTHS[int(month[2]) - 1]} {month[1]}"
    if part := _QUARTER_OR_HALF.fullmatch(timex):
        return f"{'quarter' if part[2] == 'Q' else 'half'} {part[3]} of {part[1]}"
    return length_shown(timex) or timex


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _different(difference: Difference, one: TimeExpression, two: TimeExpression) -> Comparison:
    return Comparison("different", difference, f"{shown(one)} is not {shown(two)}")


def _dates(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Compare two ranges of days: equal, overlapping, or apart; an end of None is open and overlaps all later days."""
    if one.first is None or two.first is None:
        return _without_days(one, two)
    if (one.first, one.last) == (two.first, two.last):
        if one.timex == two.timex or one.type == two.type == "DATE":
            return _SAME
        return Comparison("consistent", Difference.PART_OF, "they name the same day")
    if one.mod == two.mod == "AFTER" and one.last is two.last is None:
        return _open_ended(one, two)
    if one.first > (two.last or date.max) or two.first > (one.last or date.max):
        return _different(
            _disjoint_difference(*sorted((one, two), key=lambda value: value.first or date.min)), one, two
        )
    if "/" in (one.timex or "") and "/" in (two.timex or ""):
        return _ranges(one, two)
    if (one.mod == "AFTER") != (two.mod == "AFTER") and _one_day_apart(one, two):
        return _different(Difference.ONE_DAY_OFF, one, two)
    return Comparison("consistent", Difference.PART_OF, "one of the dates lies within the other or meets it")


def _one_day_apart(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether two expressions name single days, one the day after the other."""
    if one.first is None or two.first is None or len(one.timex or "") != 10 or len(two.timex or "") != 10:
        return False
    return abs((one.first - two.first).days) == 1


def _without_days(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Compare values without days: fiscal and school years, and vague times such as PAST_REF."""
    first, second = one.timex or "", two.timex or ""
    if first == second:
        return _SAME
    if first[:2] != second[:2] or first[:2] not in ("FY", "SY"):
        return Comparison("held", Difference.VAGUE, f"{shown(two if two.first is None else one)} names no days")
    if first.startswith(second) or second.startswith(first):
        return Comparison("consistent", Difference.PART_OF, "one of the years holds the other time")
    return _different(Difference.YEAR, one, two)


def _open_ended(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Compare two times with open ends: consistent when their starts overlap."""
    if _overlap(one.timex or "", two.timex or ""):
        return Comparison("consistent", Difference.PART_OF, "one of the starts lies within the other")
    return Comparison("different", Difference.START, f"since {shown(one)} is not since {shown(two)}")


def _ranges(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Compare two ranges by their ends: consistent when both the starts and the ends overlap."""
    ends = zip((one.timex or "").split("/"), (two.timex or "").split("/"), strict=False)
    if all(_overlap(first, second) for first, second in ends):
        return Comparison("consistent", Difference.PART_OF, "their ends lie within each other")
    return _different(Difference.RANGE, one, two)


def _overlap(first: str, second: str) -> bool:
    """Whether two TIMEX3 dates overlap; False where one of them names no days."""
    one, two = days_of(first), days_of(second)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def _disjoint_difference(early: TimeExpression, late: TimeExpression) -> Difference:
    """In what two times that do not overlap differ, the earlier one first."""
    if early.first is None or early.last is None or late.first is None:
        return Difference.DATE
    if early.first == early.last and late.first == late.last:
        return _day_difference(early.first, late.first)
    size = max((value.last - value.first).days for value in (early, late) if value.first and value.last)
    if size == 6 and (late.first - early.first).days == 7:
        return Difference.ONE_WEEK_OFF
    if early.first.year != late.first.year:
        return Difference.YEAR
    return Difference.MONTH if early.first.month != late.first.month else Difference.DAY


def _day_difference(early: date, late: date) -> Difference:
    """In what two single days differ, the earlier one first."""
    gap = (late - early).days
    if gap in (1, 7):
        return Difference.ONE_DAY_OFF if gap == 1 else Difference.ONE_WEEK_OFF
    if (early.month, early.day) == (late.month, late.day):
        return Difference.YEAR
    if early.year == late.year and early.day == late.day:
        return Difference.MONTH
    if early.year == late.year and (early.month, early.day) == (late.day, late.month):
        return Difference.DAY_AND_MONTH_SWAPPED
    return Difference.DAY


def days_of(timex: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 date; None for a value that names no days."""
    for pattern, grain in _DATE_PATTERNS:
        if found := pattern.fullmatch(timex[:10]):
            return _span(grain, [int(group) for group in found.groups()])
    return None


def _span(grain: str, numbers: list[int]) -> tuple[date, date] | None:
    """The first and last day of a unit, from the numbers of its TIMEX3 value; None where it does not exist."""
    year, *rest = numbers
    try:
        if grain == "D":
            day = date(year, *rest)
            return day, day
        if grain == "W":
            return days.week_of(date.fromisocalendar(year, rest[0], 1))
        if grain in ("Q", "H", "M"):
            size = {"Q": 3, "H": 6, "M": 1}[grain]
            return days.months_of(year, size * (rest[0] - 1) + 1, size)
        years = {"Y": 1, "DE": 10, "CE": 100}[grain]
        return date(year * years, 1, 1), date(year * years + years - 1, 12, 31)
    except ValueError:
        return None


def _clocks(one: TimeExpression, two: TimeExpression, ruleset: Ruleset) -> Comparison | None:
    """Compare two times of day; None where one has no clock time or their days have to be compared."""
    first, second = _CLOCK_TIME.fullmatch(one.timex or ""), _CLOCK_TIME.fullmatch(two.timex or "")
    if first is None or second is None:
        return _clock_in_part(one, two)
    if _are_one_midnight(first, second):
        return _SAME
    if first[5] and second[5] and first[1] and second[1]:
        return _instants(first, second, one, two, ruleset)
    if first[1] != second[1]:
        return None
    if first.group(2, 3) == second.group(2, 3):
        return (
            _SAME
            if first[5] == second[5]
            else Comparison("consistent", Difference.NONE, "one of the times states no zone")
        )
    if (first[5] is None) == (second[5] is None):
        minutes = abs(_minutes(first) - _minutes(second))
        return _nearly(minutes, one, two, ruleset) or _different(Difference.TIME, one, two)
    return Comparison("held", Difference.ZONE, "one of the times states no zone")


def _are_one_midnight(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two times without a zone are midnight: "midnight" (24:00) may begin a day, as "12 a.m." (00:00) does, or
    end the day before.
    """
    if first[5] or second[5] or _minutes(first) % _DAY or _minutes(second) % _DAY:
        return False
    if first[1] is None or second[1] is None:
        return first[1] == second[1]
    early, late = sorted((found[1], found[2]) for found in (first, second))
    if early[0] == late[0]:
        return True
    apart = date.fromisoformat(late[0]).toordinal() - date.fromisoformat(early[0]).toordinal()
    return apart == 1 and early[1] == "24" and late[1] == "00"


def _nearly(minutes: int, one: TimeExpression, two: TimeExpression, ruleset: Ruleset) -> Comparison | None:
    """Whether two clock times agree because one of them is approximate; None where they do not."""
    if "APPROX" not in (one.mod, two.mod) or minutes > int(ruleset.setting("timex.compare.about_minutes")):
        return None
    return Comparison("consistent", Difference.ROUNDED, "one of the times is approximate")


def _clock_in_part(one: TimeExpression, two: TimeExpression) -> Comparison | None:
    """Compare a clock time or a part of a day with a part of the same day: "9 a.m." is not at night."""
    if (parts := _day_parts(one, two)) is not None:
        return parts
    part = _DAY_PART.fullmatch(one.timex or "") or _DAY_PART.fullmatch(two.timex or "")
    clock = _CLOCK_TIME.fullmatch(one.timex or "") or _CLOCK_TIME.fullmatch(two.timex or "")
    if part is None or clock is None or clock[1] != part[1]:
        return None
    begin, end = _PART_HOURS[part[2]]
    hour = int(clock[2])
    if begin <= hour < end or begin <= hour + 24 < end:
        return Comparison("consistent", Difference.PART_OF, "the time lies in that part of the day")
    return _different(Difference.TIME, one, two)


def _day_parts(one: TimeExpression, two: TimeExpression) -> Comparison | None:
    """Compare two parts of one day, of which a morning and an afternoon have no hour in common."""
    return _different(Difference.TIME, one, two) if are_other_parts(one, two) else None


def are_other_parts(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether two times are parts of one day that have no hour in common."""
    first, second = _DAY_PART.fullmatch(one.timex or ""), _DAY_PART.fullmatch(two.timex or "")
    if first is None or second is None or first[1] != second[1]:
        return False
    (begin, end), (other_begin, other_end) = _PART_HOURS[first[2]], _PART_HOURS[second[2]]
    return begin >= other_end or other_begin >= end


def _instants(
    first: re.Match[str], second: re.Match[str], one: TimeExpression, two: TimeExpression, ruleset: Ruleset
) -> Comparison:
    """Compare two dated times with UTC offsets."""
    minutes = abs(_utc_minutes(first) - _utc_minutes(second))
    if minutes == 0:
        return _SAME
    return _nearly(minutes, one, two, ruleset) or _different(
        Difference.ONE_HOUR_OFF if minutes == 60 else Difference.TIME, one, two
    )


def _minutes(found: re.Match[str]) -> int:
    """A clock time in minutes of its day."""
    return int(found[2]) * 60 + int(found[3])


def _utc_minutes(found: re.Match[str]) -> int:
    """The instant of a dated time in minutes of UTC; "24:00" is the end of its day."""
    return date.fromisoformat(found[1]).toordinal() * 24 * 60 + _minutes(found) - minutes_of(found[5])
