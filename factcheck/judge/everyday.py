"""Which claims stand in many texts, so that an equal one is no evidence."""

from __future__ import annotations

from factcheck.align.stated import states_a_day
from factcheck.model import Claim, Quantity, TimeExpression

_EVERYDAY = 12  # a count up to here stands in many texts
_TWO = 2


def is_everyday(claim: Claim) -> bool:
    """Whether a claim is a figure that stands in many texts, or a day that a text names beside much that it states."""
    value = claim.value
    if isinstance(value, TimeExpression):
        dated = any(char.isdigit() for char in claim.text) and value.first is not None
        return claim.kind != "date" or not (dated or states_a_day(value))
    if not isinstance(value, Quantity) or claim.kind in ("money", "percent", "quantity"):
        return False
    if claim.kind == "ordinal":
        return True
    if claim.kind == "age":
        return not claim.text[:1].isdigit()
    number = value.number if value.number is not None else value.low
    return number is None or abs(number) <= _EVERYDAY


def is_pair(claim: Claim) -> bool:
    """Whether a claim counts two things: a writer counts them where a source names both."""
    return claim.kind in ("count", "number") and isinstance(claim.value, Quantity) and claim.value.number == _TWO
