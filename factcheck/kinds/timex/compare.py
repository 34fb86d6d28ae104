"""How two time expressions relate: days, instants, lengths, sets, and what two undated documents state alike."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from factcheck.model import Comparison, TimeExpression, Value
from factcheck.ruleset import Ruleset

_LENGTH = re.compile(r"(\d+(?:\.\d+)?|X)([YMWDHS]|DE|CE)", re.IGNORECASE)
_DAYS = {"Y": Decimal("365.25"), "M": Decimal("30.44"), "W": Decimal(7), "D": Decimal(1)}
_CLOCK_DAYS = {"H": Decimal(1) / 24, "M": Decimal(1) / 1440, "S": Decimal(1) / 86400}
_ABOUT = Decimal("0.05")  # lengths in two units agree within this share: 90 days are three months
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")
_OPEN = date.max
_SAME = Comparison("same")


def compare(one: Value, two: Value, ruleset: Ruleset) -> Comparison:
    """How two time expressions about one fact relate. Symmetric in its relation."""
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return Comparison("held", "kinds", "a time and something else cannot be compared")
    kinds = {"DATE" if value.type == "TIME" else value.type for value in (one, two)}
    if len(kinds) > 1:
        return Comparison("held", "kinds", "a date and a length of time cannot be compared")
    if one.held or two.held:
        return _held(one, two)
    if kinds == {"DURATION"}:
        return _lengths(one, two, ruleset)
    if kinds == {"SET"}:
        same = one.timex == two.timex
        return _SAME if same else Comparison("different", "another frequency", f"{one.timex} is not {two.timex}")
    return _instants(one, two) or _days(one, two)


def _held(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Two dates that their documents leave without a year or a week: what they state can still differ."""
    reason = one.held or two.held or ""
    first, second = one.timex or "", two.timex or ""
    if not first.startswith("XXXX") or not second.startswith("XXXX"):
        return Comparison("held", "held", reason)
    if first == second:
        return _SAME
    if "-W" in first and "-W" in second:
        return Comparison("different", "weekday differs", f"{_weekday(first)} is not {_weekday(second)}")
    if "-W" in first or "-W" in second:
        return Comparison("held", "held", reason)
    if first.startswith(second) or second.startswith(first):
        return Comparison("consistent", "part of", f"{first[5:]} and {second[5:]} agree as far as they are stated")
    how = "month differs" if first[5:7] != second[5:7] else "day differs"
    return Comparison("different", how, f"{first[5:]} is not {second[5:]}")


def _weekday(timex: str) -> str:
    return date(2001, 1, int(timex[9])).strftime("%A") if timex[9:10].isdigit() else timex


def _days(one: TimeExpression, two: TimeExpression) -> Comparison:
    """Two stretches of days: equal, meeting, or apart; an open end reaches as far as it must."""
    if one.first is None and one.last is None:
        return _SAME if one.timex == two.timex else Comparison("held", "vague", f"{one.timex} names no days")
    if two.first is None and two.last is None:
        return Comparison("held", "vague", f"{two.timex} names no days")
    if (one.first, one.last) == (two.first, two.last):
        return _SAME if one.timex == two.timex else Comparison("consistent", "", "they name the same days")
    if (one.first or date.min) <= (two.last or _OPEN) and (two.first or date.min) <= (one.last or _OPEN):
        if one.mod == two.mod == "AFTER" and one.first != two.first:
            return Comparison("different", _apart(one, two), f"since {one.timex} is not since {two.timex}")
        return Comparison("consistent", "part of", "one of the dates lies within the other or meets it")
    return Comparison("different", _apart(one, two), f"{shown(one)} is not {shown(two)}")


def _apart(one: TimeExpression, two: TimeExpression) -> str:
    """In what two dates that do not meet differ."""
    first, second = one.first or one.last, two.first or two.last
    assert first is not None
    assert second is not None
    if first == one.last and second == two.last:
        if abs((first - second).days) == 1:
            return "off by one day"
        if (first.month, first.day) == (second.month, second.day):
            return "year differs"
        if (first.year, first.day) == (second.year, second.day):
            return "month differs"
        return "day differs"
    if first.year != second.year:
        return "year differs"
    return "month differs" if first.month != second.month else "day differs"


def _instants(one: TimeExpression, two: TimeExpression) -> Comparison | None:
    """Two times of day on one day; None where one of them states no clock or the days differ."""
    first, second = _INSTANT.match(one.timex or ""), _INSTANT.match(two.timex or "")
    if first is None or second is None:
        return None
    if bool(first[4]) == bool(second[4]):
        same = _moment(first) == _moment(second)
        if same:
            return _SAME
        if first[1] != second[1]:
            return None
        return Comparison("different", "time differs", f"{one.timex} is not {two.timex}")
    if first[1] == second[1] and (first[2], first[3]) == (second[2], second[3]):
        return Comparison("consistent", "", "one of the times states no zone")
    return None if first[1] != second[1] else Comparison("held", "zone", "one of the times states no zone")


def _moment(found: re.Match[str]) -> datetime:
    stamp = datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}")
    offset = found[4]
    if not offset or offset == "Z":
        return stamp
    shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    return stamp - shift if offset[0] == "+" else stamp + shift


def length(timex: str | None) -> Decimal | None:
    """A duration's approximate length in days; None where it names no number."""
    if not timex or not timex.startswith("P") or "X" in timex:
        return None
    total, clock = Decimal(0), False
    for part in re.split(r"(T)", timex[1:]):
        if part == "T":
            clock = True
        for number, unit in _LENGTH.findall(part) if part != "T" else ():
            days = (_CLOCK_DAYS if clock else _DAYS).get(unit)
            if days is None or not number[0].isdigit():
                return None
            total += Decimal(number) * days
    return total or None


def _lengths(one: TimeExpression, two: TimeExpression, ruleset: Ruleset) -> Comparison:
    bounds = ruleset.words("length_hedge")
    ways = {bounds.get(value.hedge or "", "") for value in (one, two)}
    if one.timex == two.timex:
        if ways >= {"above", "below"}:
            return Comparison("different", "bound flipped", f"“{one.hedge}” and “{two.hedge}” bound it from two sides")
        return _SAME
    first, second = length(one.timex), length(two.timex)
    if first is None or second is None:
        return Comparison("held", "vague", f"{one.timex} and {two.timex} cannot be compared")
    if _units(one.timex) != _units(two.timex) and abs(first - second) <= _ABOUT * max(first, second):
        return Comparison("consistent", "converted", f"{one.timex} is {two.timex} in another unit")
    if _number(one.timex) == _number(two.timex):
        return Comparison("different", "unit changed", f"{one.timex} is not {two.timex}")
    return Comparison("different", "duration differs", f"{one.timex} is not {two.timex}")


def _units(timex: str | None) -> str:
    return re.sub(r"[\d.]+", "", timex or "")


def _number(timex: str | None) -> str:
    return "".join(re.findall(r"[\d.]+", timex or ""))


def shown(value: TimeExpression) -> str:
    """A time expression as a reader would write it."""
    if value.first is not None and value.first == value.last:
        return f"{value.first:%A} {value.first.day} {value.first:%B %Y}"
    return value.timex or "a day"
