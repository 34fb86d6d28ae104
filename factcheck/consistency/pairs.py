"""One value told twice side by side: in two units, by the clocks of two zones."""

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

_ONE_DIGIT = 10
_ROUND = Decimal("0.1")  # "100 miles" may stand for 90 to 110 beside its conversion
_CLOSE = Decimal("0.03")  # conversions that reporters do in their heads
_CERTAIN = Decimal("0.15")
_FIGURE = regex(r"\d[\d.,]*")
_TIME = regex(r"T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")
_HALF = regex(r"\b[ap]\.?\s?m\b|noon|midnight|morning|evening|afternoon|night", re.IGNORECASE)
_DAY = 24 * 60
_SOLSTICES = (date(2017, 6, 21), date(2017, 12, 21))
_STEP = 15  # minutes: all clocks of the world differ by multiples of it

Base = tuple[str, Decimal, Decimal]


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
    given, told = left.number or Decimal(0), right.number or Decimal(0)
    there, back = _convert(given, from_base, to_base), _convert(told, to_base, from_base)
    hedged = bool(left.hedge or right.hedge)
    fits = _fits(there, told, hedged=hedged) or _fits(back, given, hedged=hedged)
    if from_base[2] != to_base[2]:  # a temperature; a difference of temperatures has no offset
        between = given * from_base[1] / to_base[1]
        fits = fits or abs(there - told) <= 1 or _fits(between, told, hedged=hedged)
    elif not there:
        return None
    off = abs(told / there - 1) if there else Decimal(1)
    if fits or (from_base[2] == to_base[2] and off <= _CLOSE):
        return None
    certain = off > _CERTAIN and not hedged
    unit = _FIGURE.sub("", last.text).strip(" -") or right.unit
    message = f"{first.text} is {brief(there)} {unit}, not {plain(told)}"
    return Slip(last, Severity.error if certain else Severity.warning, message, (first,))


def _convert(number: Decimal, given: Base, wanted: Base) -> Decimal:
    return (number * given[1] + given[2] - wanted[2]) / wanted[1]


def _fits(worked_out: Decimal, stated: Decimal, *, hedged: bool) -> bool:
    """Whether a conversion, rounded as coarsely as the figure stated beside it, may be that figure."""
    half = last_digit(stated) / 2 if stated else Decimal(1)
    if abs(stated) >= _ONE_DIGIT:
        half = min(half, abs(stated) * _ROUND)
    if hedged:
        half = max(half * 2, abs(stated) * _ROUND)
    return abs(worked_out - stated) <= half


def zone_pair(hit: Hit) -> Slip | None:
    """ "15:13 ET (20:13 GMT)": one instant by two clocks."""
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
        return None  # two times of one clock
    gaps = {(b - a) % _DAY for a in _hours(first, one) for b in _hours(last, two)}
    if _possible(gaps, *zones):
        return None
    by_year = _offsets(first, _SOLSTICES, hit.ruleset), _offsets(last, _SOLSTICES, hit.ruleset)
    # Summer time hangs on the day; where the text does not name its year, only the document's date tells it.
    certain = not _possible(gaps, *by_year) or _names_a_year(hit)
    message = _told_apart(first, last, (one, two), zones)
    return Slip(last, Severity.error if certain else Severity.warning, message, (first,))


def _days(hit: Hit) -> tuple[date, ...]:
    """The days that the sentence names or its clocks were read on; both halves of the year where there is none."""
    found = {
        value.first
        for claim in hit.outline.claims
        if isinstance(value := claim.value, TimeExpression) and value.first is not None and value.first == value.last
    }
    return tuple(sorted(found)) or _SOLSTICES


def _clock(claim: Claim) -> int | None:
    """The minutes since midnight that a claim states."""
    value = claim.value
    found = _TIME.search(value.timex or "") if isinstance(value, TimeExpression) else None
    return int(found[1]) * 60 + int(found[2]) if found else None


def _hours(claim: Claim, minutes: int) -> tuple[int, ...]:
    """The times that a clock may show: "7:30" without a.m. or p.m. may be of the morning or the evening."""
    bare = not _HALF.search(claim.text) and not claim.text.lstrip().startswith("0") and 60 <= minutes < 13 * 60
    return (minutes, minutes + _DAY // 2) if bare else (minutes,)


def _offsets(claim: Claim, days: tuple[date, ...], ruleset: Ruleset) -> frozenset[int] | None:
    """The offsets in minutes that the clock's zone may have on those days; None for local time."""
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
    """Whether one of the gaps between the clocks is a gap between the zones."""
    if one is None or two is None:
        return any(gap % _STEP == 0 for gap in gaps)
    return any((b - a) % _DAY in gaps for a in one for b in two)


def _names_a_year(hit: Hit) -> bool:
    sentence = hit.outline.claims[0].sentence
    return re.search(r"\b(?:19|20)\d\d\b", hit.document.text[sentence.start : sentence.end]) is not None


def _told_apart(
    first: Claim, last: Claim, clocks: tuple[int, int], zones: tuple[frozenset[int] | None, frozenset[int] | None]
) -> str:
    one, two = zones
    if one is None or two is None:
        gap = (clocks[1] - clocks[0]) % _DAY
        return f"{first.text} and {last.text} are {gap % 60} minutes off a whole hour: no zone is"
    there = (clocks[0] - min(one) + min(two)) % _DAY
    return f"{first.text} is {there // 60:02}:{there % 60:02} where {last.text} is told"
