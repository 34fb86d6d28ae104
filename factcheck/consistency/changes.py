"""Percent changes against their two values, percentage points, shares."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from factcheck.consistency.figures import Span, brief, head, meet, quantity, stated, step, widest
from factcheck.consistency.outline import Hit, Slip
from factcheck.kinds.quantity.compare import plain
from factcheck.model import Claim, Quantity, Severity

_HUNDRED = Decimal(100)
_LOOSE_TIMES = Decimal("0.2")  # share: writers call a change by a factor of 1.6 to 2.4 "doubled"
_ROUND = Decimal("0.2")  # share of a percent change that rounding of two whole percentages may account for
_ROUND_SHARE = Decimal("0.1")  # by so much of a share in words more than its rounding it is surely wrong
Pair = tuple[Claim, Quantity]


def percent_change(hit: Hit) -> Slip | None:
    """ "rose 20 percent from 100 to 130"."""
    sides = _before_and_after(hit)
    change = hit.claim("change")
    value = quantity(change) if change else None
    if sides is None or change is None or value is None or value.unit != "percent" or value.number is None:
        return None
    before, after = sides
    if before[1].unit == "percent":
        return None
    direction = _direction(hit)
    if slip := _wrong_direction(direction, before, after, change):
        return slip
    if direction and _actual_direction(before, after) == -direction:
        return None  # the intervals of the two figures overlap, so that the direction is open
    tight = _relative(stated(*before), stated(*after), direction)
    claimed = _rounded(stated(change, value), change, value)
    if tight is None or meet(tight, claimed):
        return None
    wide = _relative(widest(*before), widest(*after), direction)
    certain = wide is not None and not meet(wide, _rounded(widest(change, value), change, value))
    real = abs((after[1].number or Decimal(0)) / (before[1].number or Decimal(1)) - 1) * _HUNDRED
    message = f"from {_shown(before)} to {_shown(after)} is {brief(real)} percent, not {plain(value.number)}"
    return Slip(change, Severity.error if certain else Severity.warning, message, (before[0], after[0]))


def _before_and_after(hit: Hit) -> tuple[Pair, Pair] | None:
    """The figures before and after a change, each with its value.

    None where they differ in unit or head noun, or the percentage has another base ("at constant currency").
    """
    first, last = hit.claim("before"), hit.claim("after")
    if first is None or last is None or _has_other_base(hit):
        return None
    before, after = quantity(first), quantity(last)
    if before is not None and after is not None and before.unit is None and after.unit == "percent":
        before = replace(before, unit="percent")  # "from 4 to 5 percent"
    if before is None or after is None or before.unit != after.unit or not before.number or after.number is None:
        return None
    if before.number < 0 or after.number < 0:
        return None
    heads = {head(first, hit.ruleset), head(last, hit.ruleset)} - {None}
    return ((first, before), (last, after)) if len(heads) < 2 else None


def _has_other_base(hit: Hit) -> bool:
    sentence = hit.outline.claims[0].sentence
    text = hit.document.text[sentence.start : sentence.end].lower()
    return any(words in text for words in hit.ruleset.words("other_base"))


def _direction(hit: Hit) -> int:
    """The stated direction: 1 for a rise, -1 for a fall, 0 where the words say neither."""
    return {"↑": 1, "↓": -1}.get(hit.word("way"), 0)


def _actual_direction(before: Pair, after: Pair) -> int:
    """The direction between the two figures: 1, -1, or 0 where they are equal."""
    first, last = before[1].number or Decimal(0), after[1].number or Decimal(0)
    return (last > first) - (last < first)


def _wrong_direction(direction: int, before: Pair, after: Pair, change: Claim) -> Slip | None:
    """An error for a fall to a higher figure or a rise to a lower one, beyond what rounding could explain."""
    if not direction or _actual_direction(before, after) != -direction or meet(widest(*before), widest(*after)):
        return None
    word = "a rise" if direction < 0 else "a fall"
    message = f"from {_shown(before)} to {_shown(after)} is {word}"
    return Slip(change, Severity.error, message, (before[0], after[0]))


def _relative(before: Span, after: Span, direction: int) -> Span | None:
    """The change between two intervals in percent, without its sign for a fall; None where a bound is open."""
    (low, high), (first, last) = before, after
    if low is None or high is None or first is None or last is None or low <= 0:
        return None
    least, most = (first / high - 1) * _HUNDRED, (last / low - 1) * _HUNDRED
    if direction > 0 or (not direction and least >= 0):
        return least, most
    return -most, -least


def _rounded(span: Span, change: Claim, value: Quantity) -> Span:
    """A stated percentage widened by its last digit either way: reporters round it, and truncate it."""
    digit = step(change, value)
    low, high = span
    return (None if low is None else low - digit, None if high is None else high + digit)


def direction(hit: Hit) -> Slip | None:
    """ "rose to 2.2 percent from 2.3 percent": a rise or fall whose percentages go the other way."""
    sides, stated_direction = _before_and_after(hit), _direction(hit)
    if sides is None or not stated_direction:
        return None
    before, after = sides
    if _actual_direction(before, after) != -stated_direction or before[1].bound or after[1].bound:
        return None
    # Rounding to one digit keeps the order of two figures.
    if step(*before) != step(*after) and meet(widest(*before), widest(*after)):
        return None
    word = "a rise" if stated_direction < 0 else "a fall"
    message = f"from {_shown(before)} to {_shown(after)} is {word}"
    return Slip(after[0], Severity.error, message, (before[0],))


def percentages(hit: Hit) -> Slip | None:
    """A change between two percentages, stated in percent or in percentage points."""
    return _percent_of_percent(hit) or _points(hit)


def _percent_of_percent(hit: Hit) -> Slip | None:
    """ "rose from 4 percent to 5 percent, a 1 percent increase": percent written for percentage points."""
    sides = _before_and_after(hit)
    change = hit.claim("change")
    value = quantity(change) if change else None
    if sides is None or change is None or value is None or value.unit != "percent":
        return None
    before, after = sides
    if before[1].unit != "percent":
        return None
    first, last = before[1].number or Decimal(0), after[1].number or Decimal(0)
    direction = _direction(hit)
    if slip := _wrong_direction(direction, before, after, change):
        return slip
    claimed = _rounded(widest(change, value), change, value)
    real, points = abs(last / first - 1) * _HUNDRED, abs(last - first)
    means_points = meet((points, points), stated(change, value))
    # The widest intervals of small whole percentages fit almost any change; where the figure equals the difference in
    # points, allow only a share of the change.
    slack = real * _ROUND
    relative = (real - slack, real + slack) if means_points else _relative(widest(*before), widest(*after), direction)
    if relative is None or meet(relative, claimed):
        return None
    message = (
        f"from {plain(first)} to {plain(last)} percent is {plain(points)} percentage points"
        f" or {brief(real)} percent, not {plain(value.number or Decimal(0))} percent"
    )
    return Slip(change, Severity.warning, message, (before[0], after[0]))


def _points(hit: Hit) -> Slip | None:
    """ "rose three percentage points from 4 percent to 5 percent"."""
    sides = _before_and_after(hit)
    change = hit.claim("change")
    value = quantity(change) if change else None
    if sides is None or change is None or value is None or value.number is None:
        return None
    (first, before), (last, after) = sides
    scale = {"percentage-point": Decimal(1), "basis-point": _HUNDRED}.get(value.unit or "")
    if scale is None or before.unit != "percent" or before.number is None or after.number is None:
        return None
    low, high = widest(first, before), widest(last, after)
    if None in low or None in high:
        return None
    ends = [(b - a) * scale for a in low for b in high if a is not None and b is not None]
    wide = (min(map(abs, ends)) if min(ends) * max(ends) > 0 else Decimal(0), max(map(abs, ends)))
    if meet(wide, widest(change, value)) or meet(wide, stated(change, value)):
        return None
    points = abs(after.number - before.number) * scale
    name = (value.unit or "").replace("-", " ")
    message = f"from {_shown((first, before))} to {_shown((last, after))} is {plain(points)} {name}s"
    return Slip(change, Severity.error, f"{message}, not {plain(value.number)}", (first, last), "percent-mismatch")


def times_change(hit: Hit) -> Slip | None:
    """ "doubled from 40 to 60"."""
    sides, change = _before_and_after(hit), hit.claim("change")
    value = quantity(change) if change else None
    if sides is None or change is None or value is None or value.number is None:
        return None
    before, after = sides
    (low, high), (first, last) = widest(*before), widest(*after)
    if low is None or high is None or first is None or last is None or low <= 0:
        return None
    least = None if value.low is None else value.low * (1 - _LOOSE_TIMES)
    most = None if value.high is None else value.high * (1 + _LOOSE_TIMES)
    if meet((first / high, last / low), (least, most)):
        return None
    times = (after[1].number or Decimal(0)) / (before[1].number or Decimal(1))
    message = f"from {_shown(before)} to {_shown(after)} is {brief(times)} times as much, not {plain(value.number)}"
    return Slip(change, Severity.error, message, (before[0], after[0]))


def loss_and_level(hit: Hit) -> Slip | None:
    """ "fell 678 points, or 7.3 percent, to 8,579": the change, its percentage and the final value."""
    lost, change, level = hit.claim("lost"), hit.claim("change"), hit.claim("after")
    direction = _direction(hit)
    if lost is None or change is None or level is None or not direction or _has_other_base(hit):
        return None
    size, value, end = quantity(lost), quantity(change), quantity(level)
    if size is None or value is None or end is None or value.unit != "percent" or not value.number:
        return None
    if (size.unit != end.unit and size.unit) or not size.number or not end.number:
        return None
    if head(level, hit.ruleset) not in (None, head(lost, hit.ruleset)):
        return None
    # Stock indices are truncated as often as rounded: allow the whole last digit either way.
    digit = step(lost, size)
    least, most = size.number - digit, size.number + digit
    low, high = widest(level, end)
    if low is None or high is None or low - direction * most <= 0:
        return None
    wide = (least / (high - direction * least) * _HUNDRED, most / (low - direction * most) * _HUNDRED)
    if meet(wide, _rounded(widest(change, value), change, value)):
        return None
    real = size.number / (end.number - direction * size.number) * _HUNDRED
    message = (
        f"{plain(size.number)} on the way to {plain(end.number)} is {brief(real)} percent, not {plain(value.number)}"
    )
    return Slip(change, Severity.warning, message, (lost, level))


def share(hit: Hit) -> Slip | None:
    """ "30 of 120, or 40 percent", "12 of the 96 seats, or one in six"."""
    part, whole, percentage = hit.claim("part"), hit.claim("whole"), hit.claim("share")
    if "whole_first" in hit.match.groupdict() and part is None:
        part, whole = hit.claim("part_behind"), hit.claim("whole_first")
    if part is None or whole is None or percentage is None:
        return None
    first, last, value = quantity(part), quantity(whole), quantity(percentage)
    if first is None or last is None or value is None or first.unit != last.unit:
        return None
    if first.number is None or not last.number or value.number is None or first.number > last.number:
        return None
    if part.kind not in ("count", "number", "money", "quantity"):
        return None
    if percentage.kind == "ratio":
        return _share_in_words((part, first), (whole, last), (percentage, value), hit)
    if value.unit != "percent":
        return None
    tight = _part_of(stated(part, first), stated(whole, last))
    if tight is None or meet(tight, _rounded(stated(percentage, value), percentage, value)):
        return None
    wide = _part_of(widest(part, first), widest(whole, last))
    certain = wide is not None and not meet(wide, _rounded(widest(percentage, value), percentage, value))
    real = first.number / last.number * _HUNDRED
    message = f"{plain(first.number)} of {plain(last.number)} is {brief(real)} percent, not {plain(value.number)}"
    return Slip(percentage, Severity.error if certain else Severity.warning, message, (part, whole))


def _share_in_words(part: Pair, whole: Pair, share: Pair, hit: Hit) -> Slip | None:
    """The slip of a share such as "one in six"; None where it rounds the two figures, or is of another noun's whole."""
    claim, value = share
    heads = [head(each, hit.ruleset) for each in (claim, part[0], whole[0])]
    if value.number is None or value.number >= 1 or heads[0] not in (None, *heads[1:]):
        return None
    wide = _part_of(widest(*part), widest(*whole))
    claimed = [None if bound is None else bound * _HUNDRED for bound in (value.low, value.high)]
    if wide is None or meet(wide, (claimed[0], claimed[1])):
        return None
    slack = value.number * _ROUND_SHARE * _HUNDRED
    low, high = (None if bound is None else bound + way * slack for bound, way in zip(claimed, (-1, 1), strict=True))
    severity = Severity.warning if meet(wide, (low, high)) else Severity.error
    one, two = part[1].number or Decimal(0), whole[1].number or Decimal(1)
    message = f"{plain(one)} of {plain(two)} is {brief(one / two * _HUNDRED)} percent, not {claim.text}"
    return Slip(claim, severity, message, (part[0], whole[0]))


def _part_of(part: Span, whole: Span) -> Span | None:
    """The share of one interval in another in percent; None where a bound is open."""
    (first, last), (low, high) = part, whole
    if first is None or last is None or low is None or high is None or low <= 0:
        return None
    return first / high * _HUNDRED, last / low * _HUNDRED


def ratio_and_percent(hit: Hit) -> Slip | None:
    """ "one in five (25 percent)", "30 out of 120, or 40 percent"."""
    claim, percentage = hit.claim("ratio"), hit.claim("share")
    ratio, value = quantity(claim) if claim else None, quantity(percentage) if percentage else None
    if claim is None or percentage is None or ratio is None or value is None or value.unit != "percent":
        return None
    if ratio.number is None or value.number is None or ratio.number >= 1:
        return None
    # "A third" may round 36 percent; "one in five" is closer to exact.
    slack = Decimal("0.1") if claim.rule != "quantity/one-in" else Decimal("0.02")
    low = None if ratio.bound == "below" else ratio.number * (1 - slack) * _HUNDRED
    high = None if ratio.bound == "above" else ratio.number * (1 + slack) * _HUNDRED
    if meet((low, high), _rounded(widest(percentage, value), percentage, value)):
        return None
    message = f"“{claim.text}” is {brief(ratio.number * _HUNDRED)} percent, not {plain(value.number)}"
    return Slip(percentage, Severity.warning, message, (claim,))


def _shown(pair: Pair) -> str:
    claim, value = pair
    return claim.text if value.unit else plain(value.number or Decimal(0))
