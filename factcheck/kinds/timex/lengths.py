"""How two lengths of time, or two recurrences, relate: by their approximate number of days."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.model import Comparison, Difference, TimeExpression, Value
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_LENGTH: Final = regex(r"(\d+(?:\.\d+)?|X)(WE|WD|DE|CE|[YQMWDHS])")
_FIGURES: Final = regex(r"[\d.]")
_LETTERS: Final = regex(r"[^\d.]")
_MONTH_DAYS: Final = Decimal("30.44")  # days of a mean Gregorian month, 365.2425 / 12
_DAYS: Final = {
    "Y": 12 * _MONTH_DAYS, "Q": 3 * _MONTH_DAYS, "M": _MONTH_DAYS, "W": Decimal(7), "D": Decimal(1), "WE": Decimal(2),
    "WD": Decimal(1), "DE": 120 * _MONTH_DAYS, "CE": 1200 * _MONTH_DAYS,
}  # fmt: skip
_CLOCK_DAYS: Final = {"H": Decimal(1) / 24, "M": Decimal(1) / 1440, "S": Decimal(1) / 86400}
_SAME: Final = Comparison("same")


def length(timex: str | None) -> Decimal | None:
    """The approximate days of a TIMEX3 length (P2W, PT30M, P1Y6M); None for any other value and for PXD."""
    if not timex or not timex.startswith("P"):
        return None
    by_day, _, by_clock = timex[1:].partition("T")
    total = Decimal(0)
    for written, table in ((by_day, _DAYS), (by_clock, _CLOCK_DAYS)):
        pieces = _LENGTH.findall(written)
        if "".join(number + unit for number, unit in pieces) != written:
            return None
        if any(number == "X" or unit not in table for number, unit in pieces):
            return None
        total += sum((Decimal(number) * table[unit] for number, unit in pieces), Decimal(0))
    return total or None


_NAMES: Final = {
    "Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "WE": "weekend", "WD": "working day",
    "DE": "decade", "CE": "century",
}  # fmt: skip
_CLOCK_NAMES: Final = {"H": "hour", "M": "minute", "S": "second"}


def number_and_unit(timex: str | None) -> tuple[str, str] | None:
    """The number and the unit's name of a length in one unit: P2W is ("2", "week"); None for any other value."""
    if not timex or not timex.startswith("P"):
        return None
    by_day, _, by_clock = timex[1:].partition("T")
    found = _LENGTH.fullmatch(by_clock or by_day)
    if found is None or (by_day and by_clock) or found[1] == "X":
        return None
    table = _CLOCK_NAMES if by_clock else _NAMES
    return (found[1], table[found[2]]) if found[2] in table else None


def length_shown(timex: str | None) -> str | None:
    """A TIMEX3 length in words: "2 weeks", "1 year 6 months"; None where `length` gives None."""
    if length(timex) is None or timex is None:
        return None
    by_day, _, by_clock = timex[1:].partition("T")
    words = [
        f"{number} {table[unit]}{'' if number == '1' else 's'}".replace("centurys", "centuries")
        for written, table in ((by_day, _NAMES), (by_clock, _CLOCK_NAMES))
        for number, unit in _LENGTH.findall(written)
    ]
    return " ".join(words)


def _hedged_text(value: TimeExpression) -> str:
    """A length in words with its hedge; the TIMEX3 value where it has no number."""
    words = length_shown(value.timex) or value.timex or "a length of time"
    return f"{value.hedge} {words}" if value.hedge else words


def lengths(one: TimeExpression, two: TimeExpression, ruleset: Ruleset) -> Comparison:
    """Compare two durations as intervals of days, each widened by its hedge."""
    words = ruleset.words("length_hedge")
    bounds = {words.get(value.hedge or "", "") for value in (one, two)}
    if bounds >= {"above", "below"} and one.timex == two.timex:
        return Comparison(
            "different", Difference.BOUND_FLIPPED, f"“{one.hedge}” and “{two.hedge}” bound it from two sides"
        )
    if one.timex == two.timex and len(bounds) == 1:
        return _SAME
    first, second = _hedged(one, ruleset), _hedged(two, ruleset)
    if first is None or second is None:
        return Comparison("held", Difference.VAGUE, f"{_hedged_text(one)} and {_hedged_text(two)} cannot be compared")
    if first == second:
        return _SAME
    if first[0] <= second[1] and second[0] <= first[1]:
        return Comparison("consistent", Difference.PART_OF, "one of the lengths lies within the other")
    share = Decimal(ruleset.setting("timex.compare.same_length"))
    near = close(first[1], second[0], share) or close(second[1], first[0], share)
    if near and _FIGURES.sub("", one.timex or "") != _FIGURES.sub("", two.timex or ""):
        return Comparison(
            "consistent", Difference.CONVERTED, f"{_hedged_text(one)} is {_hedged_text(two)} in another unit"
        )
    same_figures = _LETTERS.sub("", one.timex or "") == _LETTERS.sub("", two.timex or "")
    difference = Difference.UNIT_CHANGED if same_figures else Difference.DURATION
    return Comparison("different", difference, f"{_hedged_text(one)} is not {_hedged_text(two)}")


def close(one: Decimal, two: Decimal, share: Decimal) -> bool:
    """Whether two lengths differ by at most `share` of the longer one."""
    return abs(one - two) <= share * max(one, two)


def _hedged(value: TimeExpression, ruleset: Ruleset) -> tuple[Decimal, Decimal] | None:
    """A length as an interval in days: "more than two years" is widened upwards, "within two weeks" downwards.

    None where an end of it has no number.
    """
    ends = [length(part) for part in (value.timex or "").split("/")]
    low, high = ends[0], ends[-1]
    if low is None or high is None:
        return None
    bound = ruleset.words("length_hedge").get(value.hedge or "")
    setting = {name: Decimal(text) for name, text in ruleset.setting("timex.compare").items()}
    if bound == "above":
        return low, high + high * setting["stretch"]
    if bound == "below":
        return low - low * setting["shrink"], high
    if bound == "about":
        return low - low * setting["about"], high + high * setting["about"]
    return low, high


def only_bounds(one: Value, two: Value, ruleset: Ruleset) -> bool:
    """Whether one of two durations bounds a length from one side, and the other is not about as long as that bound.

    A bound may round off the last digits of the other's number, in its own unit.
    """
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    words = ruleset.words("length_hedge")
    sides = [words.get(value.hedge or "") for value in (one, two)]
    if (sides[0] in _SIDES) == (sides[1] in _SIDES):
        return False
    bound, other = (one, two) if sides[0] in _SIDES else (two, one)
    most, told = length(bound.timex), length(other.timex)
    written = number_and_unit(bound.timex)
    if most is None or told is None or written is None:
        return False
    number = Decimal(written[0])
    step = most / number * Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))
    beyond = told - most if sides[0 if bound is one else 1] == "above" else most - told
    share = Decimal(ruleset.setting("timex.compare.same_length"))
    return not close(most, told, share) and not 0 <= beyond < step


_SIDES = ("above", "below")


def sets(one: TimeExpression, two: TimeExpression, ruleset: Ruleset) -> Comparison:
    """Compare two recurrences: by weekday where both name one, else by the length of their periods."""
    if one.timex == two.timex:
        return _SAME
    first, second = one.timex or "", two.timex or ""
    if first[:9] == second[:9] == "XXXX-WXX-":
        return Comparison("different", Difference.WEEKDAY, f"{first} is not {second}")
    periods = length(first), length(second)
    if periods[0] is None or periods[1] is None:
        return Comparison(
            "held", Difference.VAGUE, f"{_period(first)} and {_period(second)} recur in ways that cannot be compared"
        )
    if close(periods[0], periods[1], Decimal(ruleset.setting("timex.compare.same_length"))):
        return Comparison("consistent", Difference.CONVERTED, f"{_period(first)} is {_period(second)} in another way")
    return Comparison("different", Difference.FREQUENCY, f"{_period(first)} is not {_period(second)}")


def _period(timex: str) -> str:
    """A recurrence in words: P1W is "every week"; the TIMEX3 value where it has no number."""
    words = length_shown(timex)
    return f"every {words.removeprefix('1 ')}" if words else timex
