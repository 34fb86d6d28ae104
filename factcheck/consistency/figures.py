"""What figures that stand beside each other may be taken for: as written, or as far as rounding and hedges reach."""

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
_HUNDRED = 100
_INCHES = Decimal(1) / 12


def quantity(claim: Claim) -> Quantity | None:
    """The value of a claim that is a number and not held."""
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
        return _INCHES if value.unit == "foot" else last_digit(number)
    return abs(scale) * Decimal(1).scaleb(-len(found[1] or ""))


def last_digit(number: Decimal) -> Decimal:
    """The place value of a number's last digit that is no nought."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))


def stated(claim: Claim, value: Quantity) -> Span:
    """The interval of a figure taken at its word: half its last written digit either way; a hedge is believed."""
    if value.number is None or value.bound is not None or value.hedge is not None:
        return value.low, value.high
    if value.number == int(value.number) and step(claim, value) <= 1 and value.unit is None:
        return value.number, value.number
    half = step(claim, value) / 2
    return value.number - half, value.number + half


def widest(claim: Claim, value: Quantity) -> Span:
    """The widest interval that a figure may stand for: its claim's own, or its last written digit if that is wider."""
    low, high = stated(claim, value)
    return (
        None if value.low is None or low is None else min(value.low, low),
        None if value.high is None or high is None else max(value.high, high),
    )


def meet(one: Span, two: Span) -> bool:
    """Whether two intervals share a number; an open end reaches as far as it must."""
    apart = one[1] is not None and two[0] is not None and one[1] < two[0]
    return not apart and not (two[1] is not None and one[0] is not None and two[1] < one[0])


def head(claim: Claim, ruleset: Ruleset) -> str | None:
    """The stem of the noun that a claim counts; None where it names none."""
    value = claim.value
    noun = value.noun if isinstance(value, Quantity) else None
    return language_of(ruleset).stem[fold(noun.split()[-1])] if noun else None


def brief(number: Decimal) -> str:
    """A worked-out number in as many digits as a reader wants: two behind the point below 10, one below 1,000."""
    size = abs(number)
    return plain(round(number, 2 if size < 10 else 1) if size < 1000 else number.to_integral_value())
