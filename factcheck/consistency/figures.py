"""The interval that a figure covers: as written, or as far as its rounding and hedges reach."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.quantity.compare import plain
from factcheck.model import Claim, Quantity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.tokens import language_of

Span = tuple[Decimal | None, Decimal | None]

_FIGURE = regex(r"\d[\d,]*(?:\.(\d+))?")
_HUNDRED = 100  # numbers in words below this are exact
_INCH = Decimal(1) / 12  # in feet


def quantity(claim: Claim) -> Quantity | None:
    """The numeric value of a claim; None for other values and for held ones."""
    value = claim.value
    return value if isinstance(value, Quantity) and value.held is None else None


def step(claim: Claim, value: Quantity) -> Decimal:
    """The place value of the last digit as written: "1,200" 1, "$1.2 million" 100,000, "two thousand" 1,000."""
    number = value.number
    if number is None or not number:
        return Decimal(0)
    found = _FIGURE.search(claim.text)
    if found is None:  # in words: "ten" is exact, "two hundred" may be rounded
        return last_digit(number) if abs(number) >= _HUNDRED else Decimal(1)
    written = Decimal(found[0].replace(",", ""))
    scale = number / written if written else Decimal(1)
    if scale.normalize().as_tuple().digits != (1,):
        return _INCH if value.unit == "foot" else last_digit(number)
    return abs(scale) * Decimal(1).scaleb(-len(found[1] or ""))


def last_digit(number: Decimal) -> Decimal:
    """The place value of a number's last significant digit: 100 for 1,200."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))


def stated(claim: Claim, value: Quantity) -> Span:
    """The interval that a figure states: half its last written digit either way, or that of its hedge or bound.

    A whole number without a unit, written to the last digit, covers only itself.
    """
    if value.number is None or value.bound is not None or value.hedge is not None:
        return value.low, value.high
    if value.number == int(value.number) and step(claim, value) <= 1 and value.unit is None:
        return value.number, value.number
    half = step(claim, value) / 2
    return value.number - half, value.number + half


def widest(claim: Claim, value: Quantity) -> Span:
    """The widest interval that a figure may cover: that of its value, or that of its last written digit if wider."""
    low, high = stated(claim, value)
    return (
        None if value.low is None or low is None else min(value.low, low),
        None if value.high is None or high is None else max(value.high, high),
    )


def meet(one: Span, two: Span) -> bool:
    """Whether two intervals share a number; None as a bound is open."""
    apart = one[1] is not None and two[0] is not None and one[1] < two[0]
    return not apart and not (two[1] is not None and one[0] is not None and two[1] < one[0])


def head(claim: Claim, ruleset: Ruleset) -> str | None:
    """The stem of the head noun that a claim counts; None where it has none."""
    value = claim.value
    noun = value.noun if isinstance(value, Quantity) else None
    return language_of(ruleset).stem[fold(noun.split()[-1])] if noun else None


def brief(number: Decimal) -> str:
    """A computed number as text: two decimals below 10, one below 1,000, else a whole number."""
    size = abs(number)
    return plain(round(number, 2 if size < 10 else 1) if size < 1000 else number.to_integral_value())
