"""How telling it is that two claims have one value: long figures and full dates are, "two" and "Monday" are not."""

from __future__ import annotations

from factcheck.model import Claim, Quantity, TimeExpression


def rarity_of_value(claim: Claim) -> str:
    """How telling an equal value is: "rare" for a figure of three digits or more, "telling" for money, shares, years
    and days of a month, "common" for the rest.
    """
    value = claim.value
    if is_rare(claim) and not isinstance(value, TimeExpression):
        return "rare"
    if claim.kind in ("money", "percent", "quantity") or (
        isinstance(value, TimeExpression) and claim.text[-1:].isdigit()
    ):
        return "telling"
    return "common"


def is_rare(claim: Claim) -> bool:
    """Whether an equal value is evidence by itself: a long figure, a full date; not "two" or "Monday"."""
    value = claim.value
    if isinstance(value, Quantity):
        number = value.number if value.number is not None else value.low
        return number is not None and len(number.normalize().as_tuple().digits) >= 3
    if isinstance(value, TimeExpression):
        return claim.text[-4:].isdigit() and len(claim.text) > 6
    return True
