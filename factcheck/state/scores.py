"""Scores and votes: which two figures of "31-24" or "52 to 48" belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from msgspec import Struct

from factcheck.model import Claim, Quantity

_RULE = "quantity/score"
_JOINED = 4  # code points at most between the two figures of a score: "31-24", "52 to 48"
_SHORT = 10  # two figures below this are the score of many a match
_HIGHEST = 1000  # "2008-2009" is no record of a team


class MatchScore(Struct, frozen=True):
    """The two figures of a score, and which of them a claim states.

    A record that is read as one range ("a 9-14 start") stands for the first.
    """

    first: Decimal
    second: Decimal
    is_second: bool

    @property
    def is_short(self) -> bool:
        """Whether both figures have one digit."""
        return self.first < _SHORT and self.second < _SHORT


def score_of(claim: Claim, figures_beside: Callable[[Claim], Iterable[Claim]]) -> MatchScore | None:
    """The score of which a claim states a figure, with one of those beside it; None where it states none."""
    value = claim.value
    if claim.kind != "number" or not isinstance(value, Quantity):
        return None
    if value.number is None:
        return _as_a_range(value)
    if claim.rule != _RULE:
        return None
    for other in figures_beside(claim):
        if other.rule != _RULE or not isinstance(other.value, Quantity) or other.value.number is None:
            continue
        if 0 < other.start - claim.end <= _JOINED:
            return MatchScore(value.number, other.value.number, is_second=False)
        if 0 < claim.start - other.end <= _JOINED:
            return MatchScore(other.value.number, value.number, is_second=True)
    return None


def _as_a_range(value: Quantity) -> MatchScore | None:
    low, high = value.low, value.high
    if value.noun or value.unit or value.hedge or low is None or high is None or low == high:
        return None
    if low != int(low) or high != int(high) or high >= _HIGHEST:
        return None
    return MatchScore(low, high, is_second=False)
