"""Two dates by their words: what a text leaves to be inferred refutes no other text."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from factcheck.kinds.timex.compare import are_other_parts
from factcheck.model import Claim, Comparison, Difference, TimeExpression
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation

_HALF_A_DAY = 12 * 60  # minutes
_HALVES = ("half_of_the_day", "clock_word", "clock_part", "clock_night")
_YEAR = regex(r"^\d{4}(?=-)")
_DAY = regex(r"-\d\d-\d\d")
_CLOCK = regex(r"T(\d\d):(\d\d)")
_ZONE = regex(r"T.*[Z+-]")


def as_worded(a: Claim, b: Claim, ruleset: Ruleset) -> Comparison | None:
    """The comparison of two dates that differ only in what their texts leave open; None when they truly differ."""
    if _same_weekday(a, b, ruleset):
        reason = "both name one weekday, and a text that gives no date may mean the week before or after"
        return Comparison("consistent", Difference.SAME_WEEKDAY, reason)
    if _same_clock(a, b, ruleset):
        return Comparison("consistent", Difference.SAME_CLOCK, "both name one time of the day, and one of them no day")
    if _are_other_clocks(a, b, ruleset):
        return Comparison("different", Difference.TIME, f"{_clock_shown(a)} is not {_clock_shown(b)}")
    if _same_day_of_a_year(a, b, ruleset):
        return Comparison("same", reason="both name one day of a year that neither text gives")
    return None


def _same_day_of_a_year(a: Claim, b: Claim, ruleset: Ruleset) -> bool:
    """Whether two dates are one day of one month, each in a year that is inferred and lies beside the other's.

    The same hearing "will be on 9 September" and "was set for 9 September", which a tense puts into two years.
    """
    days = [_YEAR.sub("", each.value.timex or "") for each in (a, b) if isinstance(each.value, TimeExpression)]
    if len(days) < len((a, b)) or days[0] != days[1] or not _DAY.fullmatch(days[0]):
        return False
    years = [int((each.value.timex or "")[:4]) for each in (a, b) if isinstance(each.value, TimeExpression)]
    open_year = _patterns(ruleset).bare_day
    return abs(years[0] - years[1]) == 1 and all(open_year.fullmatch(each.text) for each in (a, b))


def _same_weekday(a: Claim, b: Claim, ruleset: Ruleset) -> bool:
    """Whether two dates fall on one weekday and one of them is a bare weekday ("11am on Saturday")."""
    if not isinstance(a.value, TimeExpression) or not isinstance(b.value, TimeExpression):
        return False
    first, second = a.value.first, b.value.first
    if first is None or second is None or first.isoweekday() != second.isoweekday():
        return False
    if first == second and "T" in (a.value.timex or "") and "T" in (b.value.timex or ""):
        return False  # of one day they are two times: "2 a.m. on Tuesday", "Tuesday afternoon"
    if _clocks_alike(a, b, ruleset) is False or are_other_parts(a.value, b.value):
        return False
    patterns = _patterns(ruleset)
    bare = [not patterns.figure_of_a_day.search(claim.text) for claim in (a, b)]
    named = patterns.weekdays[first.isoweekday()]
    return any(bare) and all(named.search(claim.text) for claim in (a, b))


def _same_clock(a: Claim, b: Claim, ruleset: Ruleset) -> bool:
    """Whether two times have one clock, about one where a text says so, and one of them names no day ("at 9.47pm")."""
    return bool(_clocks_alike(a, b, ruleset)) and _names_no_day(a, b, ruleset)


def _names_no_day(a: Claim, b: Claim, ruleset: Ruleset) -> bool:
    """Whether one of two times names no day in its own words."""
    names_a_day = _patterns(ruleset).names_a_day
    return not (names_a_day.search(a.text) and names_a_day.search(b.text))


def _are_other_clocks(a: Claim, b: Claim, ruleset: Ruleset) -> bool:
    """Whether two times without a zone are of two clocks and two days, and one of the days is inferred from another
    sentence: then the clock is what surely differs.
    """
    values = [each.value for each in (a, b) if isinstance(each.value, TimeExpression)]
    if len({value.first for value in values}) < len((a, b)) or any(_ZONE.search(value.timex or "") for value in values):
        return False
    return _names_no_day(a, b, ruleset) and _clocks_alike(a, b, ruleset) is False


def _clock_shown(claim: Claim) -> str:
    minutes, _ = _clock(claim)
    return f"{(minutes or 0) // 60:02}:{(minutes or 0) % 60:02}"


def _clocks_alike(a: Claim, b: Claim, ruleset: Ruleset) -> bool | None:
    """Whether two times have one clock, or nearly where one is approximate; None where one has none."""
    (first, about), (second, also) = _clock(a), _clock(b)
    if first is None or second is None:
        return None
    margin = int(ruleset.setting("timex.compare.about_minutes")) if about or also else 0
    apart = abs(first - second)
    if abs(apart - _HALF_A_DAY) <= margin and (_leaves_half_open(a, ruleset) or _leaves_half_open(b, ruleset)):
        return True
    return apart <= margin


def _leaves_half_open(claim: Claim, ruleset: Ruleset) -> bool:
    """Whether a time in words does not say of which half of the day it is: "twenty to seven", "four o'clock"."""
    return _patterns(ruleset).half.search(claim.text) is None


def _clock(claim: Claim) -> tuple[int | None, bool]:
    """The minute of the day of a time, and whether it is approximate."""
    value = claim.value
    found = _CLOCK.search(value.timex or "") if isinstance(value, TimeExpression) else None
    if found is None or not isinstance(value, TimeExpression):
        return None, False
    return int(found[1]) * 60 + int(found[2]), value.mod == "APPROX"


class _Patterns(Struct, frozen=True):
    """What marks a figure as that of a day, each weekday by its number, any day that is named, what tells a time of
    one half of the day from the other, as figures do, and a day of a month without its year.
    """

    figure_of_a_day: re.Pattern[str]
    weekdays: dict[int, re.Pattern[str]]
    names_a_day: re.Pattern[str]
    half: re.Pattern[str]
    bare_day: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(ruleset: Ruleset) -> _Patterns:
    names = ruleset.words("weekday")
    weekday, months = alternation(names), alternation(ruleset.words("month"))
    half = alternation(ruleset.words("half_of_the_day"))
    days = alternation((*names, *ruleset.words("month"), *ruleset.words("names_a_day")))
    halves = alternation(word for name in _HALVES for word in ruleset.words(name))
    weekdays = {
        number: regex(
            rf"\b{alternation(name for name, meaning in names.items() if meaning == str(number))}\b", re.IGNORECASE
        )
        for number in range(1, 8)
    }
    return _Patterns(
        regex(rf"\b(?:\d{{1,2}}(?!\d|[:.]\d|\s?{half})|\d{{4}})\b", re.IGNORECASE),
        weekdays,
        regex(rf"\b{days}\b|\b\d{{4}}-\d\d", re.IGNORECASE),
        regex(rf"\d|\b{halves}\b", re.IGNORECASE),
        regex(rf"(?:{weekday}\W+)?(?:{months}\W+\d{{1,2}}\w{{0,2}}|\d{{1,2}}\w{{0,2}}\W+{months}\.?)", re.IGNORECASE),
    )
