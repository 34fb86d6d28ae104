"""One value stated twice side by side: a quantity in two units, a time of day in two time zones."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.consistency.figures import brief, last_digit, quantity
from factcheck.consistency.outline import Hit, Slip
from factcheck.kinds.quantity.compare import base_of, plain
from factcheck.kinds.timex.read_clock import minutes_of, offset_of
from factcheck.kinds.timex.timex_reading import Clock
from factcheck.model import Claim, Quantity, Severity, TimeExpression
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_TWO_DIGITS = 10  # from this number on, rounding is bounded by _ROUND as well as by the last digit
_ROUND = Decimal("0.1")  # share of a figure: "100 miles" may mean 90 to 110 beside its conversion
_CLOSE = Decimal("0.03")  # share by which a conversion may be off; reporters convert in their heads
_CERTAIN = Decimal("0.15")  # share from which a wrong conversion is an error instead of a warning
_FIGURE = regex(r"\d[\d.,]*")
_TIME = regex(r"T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")
_DAY = 24 * 60  # minutes
_SOLSTICES = (date(2017, 6, 21), date(2017, 12, 21))  # a day in summer time and one in standard time
_STEP = 15  # minutes: all time zones of the world differ by multiples of it

Base = tuple[str, Decimal, Decimal]  # base unit, factor, offset (for temperatures)


def unit_pair(hit: Hit) -> Slip | None:
    """ "90 mph (145 km/h)": one length, weight, speed or temperature in two units."""
    first, last = hit.claim("one"), hit.claim("two")
    one, two = (quantity(claim) if claim else None for claim in (first, last))
    if first is None or last is None or one is None or two is None or one.number is None or two.number is None:
        return None
    if one.unit is None or two.unit is None or one.unit == two.unit:
        return None
    customary = hit.ruleset.words("customary_unit")
    names = [unit.split("/")[0] for unit in (one.unit, two.unit)]
    if (names[0] in customary) == (names[1] in customary) or not hit.ruleset.words("loose_unit").keys().isdisjoint(
        names
    ):
        return None
    bases = base_of(one.unit, hit.ruleset), base_of(two.unit, hit.ruleset)
    if bases[0] is None or bases[1] is None or bases[0][0] != bases[1][0]:
        return None
    return _converted_pair((first, one, bases[0]), (last, two, bases[1]))


def _converted_pair(one: tuple[Claim, Quantity, Base], two: tuple[Claim, Quantity, Base]) -> Slip | None:
    (first, left, from_base), (last, right, to_base) = one, two
    given, stated = left.number or Decimal(0), right.number or Decimal(0)
    converted, back = _convert(given, from_base, to_base), _convert(stated, to_base, from_base)
    hedged = bool(left.hedge or right.hedge)
    fits = _fits(converted, stated, hedged=hedged) or _fits(back, given, hedged=hedged)
    if from_base[2] != to_base[2]:  # a temperature; a difference of temperatures has no offset
        difference = given * from_base[1] / to_base[1]
        fits = fits or abs(converted - stated) <= 1 or _fits(difference, stated, hedged=hedged)
    elif not converted:
        return None
    off = abs(stated / converted - 1) if converted else Decimal(1)
    if fits or (from_base[2] == to_base[2] and off <= _CLOSE):
        return None
    certain = off > _CERTAIN and not hedged
    unit = _FIGURE.sub("", last.text).strip(" -") or right.unit
    message = f"{first.text} is {brief(converted)} {unit}, not {plain(stated)}"
    return Slip(last, Severity.error if certain else Severity.warning, message, (first,))


def _convert(number: Decimal, given: Base, wanted: Base) -> Decimal:
    return (number * given[1] + given[2] - wanted[2]) / wanted[1]


def _fits(converted: Decimal, stated: Decimal, *, hedged: bool) -> bool:
    """Whether a converted number, rounded to the precision of the stated one, may equal it."""
    half = last_digit(stated) / 2 if stated else Decimal(1)
    if abs(stated) >= _TWO_DIGITS:
        half = min(half, abs(stated) * _ROUND)
    if hedged:
        half = max(half * 2, abs(stated) * _ROUND)
    return abs(converted - stated) <= half


def zone_pair(hit: Hit) -> Slip | None:
    """ "15:13 ET (20:13 GMT)": one instant in two time zones."""
    first, last = hit.claim("one"), hit.claim("two")
    if first is None or last is None:
        return None
    one, two = _clock(first), _clock(last)
    if one is None or two is None:
        return None
    days = _days(hit)
    zones = _offsets(first, days, hit.ruleset), _offsets(last, days, hit.ruleset)
    if (zones[0] is None or zones[1] is None) and (zones[0] is zones[1] or hit.match["comma"]):
        return None
    if zones[0] == zones[1]:
        return None  # two times in one zone
    gaps = {(b - a) % _DAY for a in _readings(first, one, hit.ruleset) for b in _readings(last, two, hit.ruleset)}
    if _possible(gaps, *zones):
        return None
    by_year = _offsets(first, _SOLSTICES, hit.ruleset), _offsets(last, _SOLSTICES, hit.ruleset)
    # Summer time depends on the day; where the text names no year, only the document's date gives it.
    certain = not _possible(gaps, *by_year) or _names_a_year(hit)
    message = _zone_message(first, last, (one, two), zones)
    return Slip(last, Severity.error if certain else Severity.warning, message, (first,))


def _days(hit: Hit) -> tuple[date, ...]:
    """The days that the sentence names or to which its times were resolved; without any, one day of each half-year."""
    found = {
        value.first
        for claim in hit.outline.claims
        if isinstance(value := claim.value, TimeExpression) and value.first is not None and value.first == value.last
    }
    return tuple(sorted(found)) or _SOLSTICES


def _clock(claim: Claim) -> int | None:
    """The minutes since midnight that a claim states; None where it states no time of day."""
    value = claim.value
    found = _TIME.search(value.timex or "") if isinstance(value, TimeExpression) else None
    return int(found[1]) * 60 + int(found[2]) if found else None


def _readings(claim: Claim, minutes: int, ruleset: Ruleset) -> tuple[int, ...]:
    """The times of day a clock time may mean: "7:30" without a.m. or p.m. may be in the morning or the evening."""
    half_named = _day_half(ruleset).search(claim.text) is not None
    bare = not half_named and not claim.text.lstrip().startswith("0") and 60 <= minutes < 13 * 60
    return (minutes, minutes + _DAY // 2) if bare else (minutes,)


@lru_cache(maxsize=8)
def _day_half(ruleset: Ruleset) -> re.Pattern[str]:
    """The words that say in which half of the day a clock time is."""
    return ruleset.compile(r"{am_pm}|{day_half}", "half of the day")


def _offsets(claim: Claim, days: tuple[date, ...], ruleset: Ruleset) -> frozenset[int] | None:
    """The UTC offsets in minutes that the claim's time zone may have on those days; None for local time."""
    value = claim.value
    if not isinstance(value, TimeExpression):
        return None
    found = _TIME.search(value.timex or "")
    written = found[3] if found else None
    named = _zone_names(ruleset).search(claim.text)
    word = " ".join(named[0].lower().split()) if named else ""
    zone = ruleset.words("standard_zone").get(word) or ruleset.words("time_zone").get(word, "")
    if "/" in zone:
        by_rules = {offset for day in days if (offset := offset_of(day, Clock(12, 0, zone=zone)))}
        standard = [written] if written and word in ruleset.words("standard_zone") else []
        return frozenset(minutes_of(offset) for offset in {*by_rules, *standard})
    return frozenset((minutes_of(written),)) if written else None


@lru_cache(maxsize=8)
def _zone_names(ruleset: Ruleset) -> re.Pattern[str]:
    return ruleset.compile(r"\b{time_zone}\b(?!\s?[-+]?\d)")


def _possible(gaps: set[int], one: frozenset[int] | None, two: frozenset[int] | None) -> bool:
    """Whether one of the differences between the times, in minutes, is a difference between the zones."""
    if one is None or two is None:
        return any(gap % _STEP == 0 for gap in gaps)
    return any((b - a) % _DAY in gaps for a in one for b in two)


def _names_a_year(hit: Hit) -> bool:
    sentence = hit.outline.claims[0].sentence
    return re.search(r"\b(?:19|20)\d\d\b", hit.document.text[sentence.start : sentence.end]) is not None


def _zone_message(
    first: Claim, last: Claim, clocks: tuple[int, int], zones: tuple[frozenset[int] | None, frozenset[int] | None]
) -> str:
    one, two = zones
    if one is None or two is None:
        gap = (clocks[1] - clocks[0]) % _DAY
        return f"{first.text} and {last.text} are {gap % 60} minutes off a whole hour: no zone is"
    converted = (clocks[0] - min(one) + min(two)) % _DAY
    return f"{first.text} is {converted // 60:02}:{converted % 60:02} where {last.text} is told"
