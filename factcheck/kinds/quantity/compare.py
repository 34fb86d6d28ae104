"""Compare two quantities: intervals, hedges, unit conversion, and the kind of error where they differ."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache

from msgspec import structs

from factcheck.kinds.quantity.interval import Precision, precision
from factcheck.model import Comparison, Difference, Quantity, Value
from factcheck.ruleset import Ruleset

_SAME = Comparison("same")


def compare(a: Value, b: Value, ruleset: Ruleset) -> Comparison:
    """Return how two quantities about one fact relate. The relation is symmetric; the reason names `a` first."""
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return Comparison("held", Difference.KINDS, "a number and something else cannot be compared")
    rules = precision(ruleset)
    found = _across_units(a, b, ruleset, rules) if a.unit != b.unit else _intervals(a, b, rules, Decimal(0))
    if (held := a.held or b.held) and not _bears_out(a, b, found):
        return Comparison("held", Difference.DOUBTFUL, held)
    return found


def _bears_out(a: Quantity, b: Quantity, found: Comparison) -> bool:
    """Return whether two figures are one in the reading that is doubted: "600m" and "600 metres", or "2,000 feet"."""
    if found.relation == "consistent":
        return found.difference is Difference.CONVERTED or a.number == b.number
    return found.relation == "same"


def _intervals(a: Quantity, b: Quantity, rules: Precision, slack: Decimal) -> Comparison:
    """Compare two quantities in one unit; `slack` widens both intervals by a share of their ends (0 to 1)."""
    if (a.number, a.low, a.high, a.bound) == (b.number, b.low, b.high, b.bound):
        return _SAME
    if flipped := _flipped_bounds(a, b):
        return flipped
    if _rounded_wrong_way(a, b):
        return Comparison("different", Difference.ROUNDED_WRONG_WAY, f"{shown(a)} is not {shown(b)} rounded")
    if _open_on_same_side(a, b):
        slip, size = _slip(a, b)
        if slip in _BOUND_ERRORS:
            return Comparison("different", slip, f"{shown(a)} is not {shown(b)}", size)
    if _overlap(a, b, slack, rules):
        reason = f"{shown(a)} and {shown(b)} agree as far as they are stated"
        return _stretched_bound(a, b, rules) or Comparison("consistent", _compatible_difference(a, b, rules), reason)
    if a.number is not None and b.number is not None and a.bound == b.bound and _is_rounding(a, b):
        return Comparison("consistent", Difference.ROUNDED, f"{shown(a)} and {shown(b)} are one figure, rounded")
    slip, size = _slip(a, b)
    exact = b.number is not None and b.bound is None
    return Comparison("different", slip, f"{shown(a)} {'is not' if exact else 'lies outside'} {shown(b)}", size)


# Errors that are reported between two bounds open on the same side ("up to 678", "up to 768"), though both may hold.
_BOUND_ERRORS = frozenset((Difference.DIGITS_TRANSPOSED, Difference.FACTOR))


def _compatible_difference(a: Quantity, b: Quantity, rules: Precision) -> Difference:
    """Return how two compatible quantities still differ: in an end of a range, or in the figure of a bound.

    "80 to 100" and "90 to 100" may both be true of one fact; but a draft that has one where its source has the other
    has changed a figure.
    """
    if a.number is None and b.number is None:
        return (
            Difference.NONE
            if _is_estimate_of(a, b, rules) or _is_estimate_of(b, a, rules)
            else Difference.ANOTHER_RANGE
        )
    if a.number is None or b.number is None:
        ranged, other = (a, b) if a.number is None else (b, a)
        is_end = other.bound is None and other.number in (ranged.low, ranged.high)
        return Difference.END_OF_RANGE if is_end else Difference.NONE
    if a.bound is None or a.bound != b.bound or a.number == b.number:
        return Difference.NONE
    if a.bound == "about":
        return Difference.NONE if _is_rounding(a, b) else Difference.ANOTHER_ESTIMATE
    return Difference.ANOTHER_BOUND


def _is_estimate_of(a: Quantity, b: Quantity, rules: Precision) -> bool:
    """Return whether one range is the other with "roughly" before it."""
    if a.bound != "about" or b.bound is not None or None in (a.low, a.high, b.low, b.high):
        return False
    below, above = b.low - a.low, a.high - b.high  # type: ignore[operator]
    return below == above and above in (b.high * rules.about, b.high * rules.about_precise)  # type: ignore[operator]


def _rounded_wrong_way(a: Quantity, b: Quantity) -> bool:
    """Return whether one figure is the other cut off where it should be rounded up: 1.6 billion for 1.65 billion."""
    if a.number is None or b.number is None or a.bound or b.bound or not a.number or not b.number:
        return False
    coarse, fine = sorted((a.number.normalize(), b.number.normalize()), key=lambda n: len(n.as_tuple().digits))
    digits = len(coarse.as_tuple().digits)
    if digits < 2 or coarse.adjusted() != fine.adjusted() or coarse == fine:
        return False
    step = Decimal(1).scaleb(coarse.adjusted() - digits + 1)
    return abs(coarse) == abs(fine) // step * step and abs(fine) - abs(coarse) >= step / 2


def _flipped_bounds(a: Quantity, b: Quantity) -> Comparison | None:
    """Return the comparison of two hedges that bound the same figure from opposite sides, else None."""
    sides = {a.bound, b.bound}
    if a.number is None or a.number != b.number or a.bound == b.bound:
        return None
    if sides == {"above", "below"}:
        return Comparison(
            "different",
            Difference.BOUND_FLIPPED,
            f"“{a.hedge}” and “{b.hedge}” bound {plain(a.number)} from opposite sides",
        )
    return None


def _open_on_same_side(a: Quantity, b: Quantity) -> bool:
    """Return whether both figures are open on the same side.

    "up to 678" and "up to 768" may both be true, but one may also be a misprint of the other.
    """
    if a.number is None or b.number is None or a.number == b.number or a.bound != b.bound:
        return False
    return (a.low is None and b.low is None) or (a.high is None and b.high is None)


def _overlap(a: Quantity, b: Quantity, slack: Decimal, rules: Precision) -> bool:
    """Return whether the two intervals overlap."""
    a_low, a_high = _widened(a, slack)
    b_low, b_high = _widened(b, slack)
    if _below(a_high, b_low) or _below(b_high, a_low):
        return False
    # Adjacent rounded figures ("0.13" and "0.14") touch at 0.135, but no value is rounded to both.
    rounded = a.bound is None and b.bound is None and a.number != b.number and a.low != a.high and b.low != b.high
    if rounded and (a_high == b_low or b_high == a_low):
        return False
    return not (_touches_excluded_end(a, b, rules) or _touches_excluded_end(b, a, rules))


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    """Return whether an upper end lies below a lower end; None is an open end."""
    return high is not None and low is not None and high < low


def _touches_excluded_end(a: Quantity, b: Quantity, rules: Precision) -> bool:
    """Return whether `b` touches `a` only at an end that the hedge of `a` excludes: "fewer than 100" and "100"."""
    strict = a.hedge is not None and a.hedge not in rules.inclusive and a.bound in ("above", "below")
    if not strict or b.bound is not None:
        return False
    if a.bound == "above":
        return a.low is not None and b.high is not None and b.high == a.low == b.low and a.number != b.number
    return a.high is not None and b.low is not None and b.low == a.high == b.high and a.number != b.number


def _widened(value: Quantity, slack: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of an interval, widened by a share of each end."""
    if not slack:
        return value.low, value.high
    low = None if value.low is None else value.low - abs(value.low) * slack
    high = None if value.high is None else value.high + abs(value.high) * slack
    return low, high


def _stretched_bound(a: Quantity, b: Quantity, rules: Precision) -> Comparison | None:
    """Return the comparison for a bound that holds but is far off ("more than 59,000" of 143,057), or None."""
    for loose, firm in ((a, b), (b, a)):
        if loose.bound not in ("above", "below") or firm.number is None or loose.number is None or not loose.number:
            continue
        if loose.low is not None and loose.high is not None:
            continue
        share = firm.number / loose.number
        if loose.bound == "above" and share > 1 + rules.stretch and firm.bound != "below":
            return Comparison("different", Difference.BOUND_STRETCHED, f"{shown(loose)} is far from {shown(firm)}")
        if loose.bound == "below" and share < rules.cap_stretch and firm.bound != "above":
            return Comparison("different", Difference.BOUND_STRETCHED, f"{shown(loose)} is far from {shown(firm)}")
    return None


def _is_rounding(a: Quantity, b: Quantity) -> bool:
    """Return whether one figure is the other rounded to its digits (within half a unit of its last digit)."""
    if a.number is None or b.number is None or not a.number or not b.number:
        return False
    if a.number == int(a.number) and b.number == int(b.number) and max(abs(a.number), abs(b.number)) < 100:
        return False
    coarse, fine = sorted((a.number.normalize(), b.number.normalize()), key=lambda n: len(n.as_tuple().digits))
    digits = len(coarse.as_tuple().digits)
    if digits < 2 or coarse.adjusted() != fine.adjusted():
        return False
    unit = Decimal(1).scaleb(coarse.adjusted() - digits + 1)
    return abs(coarse - fine) <= unit / 2


def _slip(a: Quantity, b: Quantity) -> tuple[Difference, int]:
    """Return the kind of error that turns one number into the other, and the factor between them (0 if not a power of
    ten).
    """
    if a.number is None or b.number is None or not a.number or not b.number:
        return Difference.ANOTHER_RANGE, 0
    x, y = a.number.normalize(), b.number.normalize()
    share = abs(x / y)
    for power in (1, 2, 3, 6):
        if share in (Decimal(10) ** power, Decimal(10) ** -power):
            return Difference.FACTOR, 10**power
    first, second = plain(x), plain(y)
    if first.find(".") != second.find("."):  # 1.1 is no misprint of 14
        return Difference.ANOTHER_NUMBER, 0
    if len(first) == len(second) and sorted(first) == sorted(second):
        return Difference.DIGITS_TRANSPOSED, 0
    if len(first) == len(second) and sum(p != q for p, q in zip(first, second, strict=True)) == 1 and len(first) > 1:
        return Difference.ONE_DIGIT_CHANGED, 0
    return Difference.ANOTHER_NUMBER, 0


def _across_units(a: Quantity, b: Quantity, ruleset: Ruleset, rules: Precision) -> Comparison:
    """Compare quantities in different units, after conversion where their dimension is the same."""
    if a.unit is None or b.unit is None:
        if (one := _one_without_unit(a, b, rules)) is not None:
            return one
        if {a.unit, b.unit} == {None, _PERCENT}:
            if (share := _one_share(a, b, rules)) is not None:
                return share
            if _same_digits(a, b):
                return Comparison("different", Difference.UNIT_CHANGED, f"{shown(a)} is not {shown(b)}")
        return Comparison("held", Difference.UNITS, f"{shown(a)} and {shown(b)} are not of one unit")
    if _DEGREE in (a.unit, b.unit) and all(unit.startswith(_DEGREE) for unit in (a.unit, b.unit)):
        return _intervals(a, b, rules, Decimal(0))  # "41.3 degrees" of one scale or the other
    first, second = base_of(a.unit, ruleset), base_of(b.unit, ruleset)
    if first is None or second is None or first[0] != second[0]:
        if _same_digits(a, b) or _same_ends(a, b):
            return Comparison("different", Difference.UNIT_CHANGED, f"{shown(a)} is not {shown(b)}")
        reason = f"{unit_shown(a.unit)} and {unit_shown(b.unit)} cannot be compared"
        return Comparison("held", Difference.UNITS, reason)
    slack = _TEMPERATURE_SLACK if first[2] or second[2] else rules.conversion
    met = _intervals(_converted(a, first), _converted(b, second), rules, slack)
    # The same figure and the same bound in another unit is a slip, though one bound may hold the other.
    slipped = a.number is not None and a.number == b.number and a.bound == b.bound and a.bound in ("above", "below")
    if met.relation == "different" or slipped:
        reason = f"{shown(a)} is not {shown(b)}"
        if a.number == b.number and a.number is not None:
            return Comparison("different", Difference.UNIT_CHANGED, reason)
        return Comparison("different", met.difference, reason, met.size)
    return Comparison("consistent", Difference.CONVERTED, f"{shown(a)} is {shown(b)} in another unit")


# As a share of a temperature in kelvins: about a third of a degree on each side.
_TEMPERATURE_SLACK = Decimal("0.001")
_DEGREE = "degree"
_PERCENT = "percent"
_POINTS = {"percentage-point": Decimal(1), "basis-point": Decimal("0.01")}
_RISE = ("share", Decimal(100), Decimal(-100))  # the same of a factor as a rise
_SHARE = ("share", Decimal(100), Decimal(0))  # a ratio as a percentage: its dimension, factor and offset


def _one_without_unit(a: Quantity, b: Quantity, rules: Precision) -> Comparison | None:
    """Return the comparison of a figure and one that leaves out its unit ("60 million euros", "60 million"), else None.

    A number that counts something is no such figure; of figures that differ, it is not known that they are of one unit.
    """
    bare, other = (a, b) if a.unit is None else (b, a)
    if bare.noun or other.unit is None or other.unit == _PERCENT or "/" in other.unit:
        return None
    if bare.bound != other.bound and {bare.bound, other.bound} & {"above", "below"}:
        return None
    met = _intervals(bare, structs.replace(other, unit=None, noun=None), rules, Decimal(0))
    if met.relation == "different":
        return None
    return Comparison("consistent", met.difference, f"{shown(a)} is {shown(b)}, one of them without its unit")


def _one_share(a: Quantity, b: Quantity, rules: Precision) -> Comparison | None:
    """Return the comparison of a percentage and a ratio that may be one share ("34 percent", "a third"), else None.

    A ratio above one ("twice") is no share, but may be told as a rise ("by 100 percent"); of shares that differ, what
    each is a share of is seldom clear.
    """
    reason = f"{shown(a)} is {shown(b)} in other words"
    met = _intervals(as_percent(a), as_percent(b), rules, Decimal(0))
    if met.relation != "different":
        return Comparison("consistent", met.difference, reason)
    risen = _intervals(_as_rise(a), _as_rise(b), rules, Decimal(0))
    return None if risen.relation == "different" else Comparison("consistent", Difference.CONVERTED, reason)


def compare_shares(a: Value, b: Value, ruleset: Ruleset) -> Comparison | None:
    """Return how a percentage and a ratio that differ relate as shares of one whole; None where they are no such pair.

    `compare` leaves them open: only who knows what each is a share of can ask for this.
    """
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or {a.unit, b.unit} != {None, _PERCENT}:
        return None
    one, two = as_percent(a), as_percent(b)
    if one.unit != two.unit:
        return None
    met = _intervals(one, two, precision(ruleset), Decimal(0))
    return met if met.relation == "different" else None


def as_percent(value: Quantity) -> Quantity:
    """Return a ratio below one as a percentage, any other value as it is: "one in five" is 20 percent."""
    if value.unit is not None or value.number is None or not 0 < value.number < 1:
        return value
    return structs.replace(_converted(value, _SHARE), unit=_PERCENT)


def _as_rise(value: Quantity) -> Quantity:
    """Return a factor as the rise in percent that it is, any other value as it is: "doubled" is up by 100 percent."""
    if value.unit is not None or value.number is None or value.number <= 1:
        return value
    return structs.replace(_converted(value, _RISE), unit=_PERCENT)


def _same_digits(a: Quantity, b: Quantity) -> bool:
    """Return whether two figures have the same digits but for zeros: "5.4 million pounds", "5.4 billion dollars"."""
    if a.number is None or b.number is None:
        return False
    digits = [number.normalize().as_tuple().digits for number in (a.number, b.number)]
    return a.number == b.number or (digits[0] == digits[1] and len(digits[0]) > 1)


def _same_ends(a: Quantity, b: Quantity) -> bool:
    """Return whether two ranges have the same ends, or one figure is an end of the other's range."""
    if a.number is not None and b.number is not None:
        return False
    ends = [{value.low, value.high} if value.number is None else {value.number} for value in (a, b)]
    return None not in ends[0] | ends[1] and (ends[0] <= ends[1] or ends[1] <= ends[0])


@lru_cache(maxsize=1024)
def base_of(unit: str, ruleset: Ruleset) -> tuple[str, Decimal, Decimal] | None:
    """Return a unit's dimension, and the factor and offset that convert it to the base unit; None if unknown.

    The dimension of a rate is that of its parts with a slash ("length/time"); its factors divide.
    """
    sizes = ruleset.words("unit_size")
    if unit in sizes:
        dimension, factor, *offset = sizes[unit].split()
        return dimension, Decimal(factor), Decimal(offset[0]) if offset else Decimal(0)
    if unit in _POINTS:
        return "point", _POINTS[unit], Decimal(0)
    if "/" not in unit:
        return None
    top, _, bottom = unit.partition("/")
    over, under = base_of(top, ruleset), base_of(bottom, ruleset)
    if under is None:
        return None
    if over is None:
        return f"{top}/{under[0]}", 1 / under[1], Decimal(0)
    return f"{over[0]}/{under[0]}", over[1] / under[1], Decimal(0)


def _converted(value: Quantity, base: tuple[str, Decimal, Decimal]) -> Quantity:
    """Return a quantity in the base unit of its dimension; `base` is the result of `base_of`."""
    _, factor, offset = base

    def to_base(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * factor + offset

    return Quantity(
        to_base(value.number), to_base(value.low), to_base(value.high), value.hedge, None, None, value.bound
    )


def plain(number: Decimal) -> str:
    """Return a number in plain notation with thousands separators."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(value: Quantity) -> str:
    """Return a quantity as a reader would write it: "more than 48,300 USD", "47 years"."""
    if value.number is not None:
        number = _short(value.number)
        words = f"{value.hedge} {number}" if value.hedge else number
    elif value.low is not None and value.high is not None:
        words = f"{_short(value.low)} to {_short(value.high)}"
    else:
        words = value.hedge or "a number"
    if value.unit == _MAGNITUDE:
        return f"{_MAGNITUDE} {words}"
    return f"{words} {unit_shown(value.unit, many=value.number != 1)}" if value.unit else words


_MAGNITUDE = "magnitude"
_FRACTION = 12  # characters of a fraction that nobody writes: a third, or a rate
_SHORT = Context(prec=3)


def _short(number: Decimal) -> str:
    """Return a number in plain notation, one with more decimal places than are written with three digits: a third is
    0.333.
    """
    text = plain(number)
    return plain(_SHORT.plus(number)) if len(text) > _FRACTION and "." in text else text


def unit_shown(unit: str, *, many: bool = True) -> str:
    """Return the name of a unit as a reader writes it: "square kilometers", "miles per hour", "degrees Celsius"."""
    top, slash, bottom = unit.partition("/")
    if slash:
        return f"{unit_shown(top, many=many)} per {unit_shown(bottom, many=False)}"
    if unit.isupper() or unit == _PERCENT:
        return unit
    first, *rest = unit.replace("-", "_").split("_")
    if first == _DEGREE:
        return " ".join((f"{_DEGREE}s" if many else _DEGREE, *rest))
    words = [first, *rest]
    if many:
        words[-1] = _PLURALS.get(words[-1], f"{words[-1]}s")
    return " ".join(words)


# Plurals that take no "s".
_PLURALS = {
    "foot": "feet", "inch": "inches", "century": "centuries", "stone": "stone", "hertz": "hertz",
    "kilohertz": "kilohertz", "megahertz": "megahertz", "gigahertz": "gigahertz", "lux": "lux", "siemens": "siemens",
    "horsepower": "horsepower", "force": "force", "person": "people",
}  # fmt: skip
