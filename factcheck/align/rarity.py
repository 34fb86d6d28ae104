"""How telling it is that two claims have one value: long figures and full dates are, "two" and "Monday" are not."""

from __future__ import annotations

from factcheck.model import Claim, Quantity, TimeExpression


def rarity_of_value(claim: Claim) -> str:
    """How telling an equal value is: "rare" for a figure of three digits or more, "telling" for money, shares, years,
    days of a month, times to the minute, thousands and decimals, "common" for the rest.
    """
    value = claim.value
    if is_rare(claim) and not isinstance(value, TimeExpression):
        return "rare"
    if claim.kind in ("money", "percent", "quantity"):
        return "telling"
    if isinstance(value, TimeExpression):
        minutes = (value.timex or "").partition("T")[2].partition(":")[2][:2]
        to_the_minute = claim.kind == "time" and minutes not in ("", "00")
        return "telling" if to_the_minute or claim.text[-1:].isdigit() else "common"
    number = value.number if isinstance(value, Quantity) else None
    return "telling" if number is not None and (abs(number) >= _MANY or number != int(number)) else "common"


_MANY = 1000  # a figure from here on is no everyday count, however round


def is_rare(claim: Claim) -> bool:
    """Whether an equal value is evidence by itself: a long figure, a full date; not "two" or "Monday"."""
    value = claim.value
    if isinstance(value, Quantity):
        number = value.number if value.number is not None else value.low
        return number is not None and len(number.normalize().as_tuple().digits) >= 3
    if isinstance(value, TimeExpression):
        return claim.text[-4:].isdigit() and len(claim.text) > 6
    return True
