"""Whether one value states another: it is equal, or leaves no more open than the other does."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.timex.compare import days_of
from factcheck.model import Comparison, Difference, Quantity, TimeExpression, Value

# One day or clock named by both, where a text leaves its own day open.
_AS_STATED = frozenset((Difference.SAME_WEEKDAY, Difference.SAME_CLOCK))


def states(draft: Value, source: Value, comparison: Comparison) -> bool:
    """Whether a source's value says all that a draft's value says: equal, or at least as precise.

    A coarser date, an open bound, a wider range or a vague count agrees with the draft's value and does not state it.
    """
    if comparison.relation != "consistent" or comparison.difference in _AS_STATED:
        return comparison.relation in ("same", "consistent")
    if isinstance(draft, Quantity) and isinstance(source, Quantity):
        return _number_states(draft, source, comparison)
    if isinstance(draft, TimeExpression) and isinstance(source, TimeExpression):
        return _time_states(draft, source)
    return True


def _number_states(draft: Quantity, source: Quantity, comparison: Comparison) -> bool:
    if comparison.difference in (Difference.CONVERTED, Difference.ROUNDED, Difference.END_OF_RANGE):
        return True
    if draft.number is not None and draft.number == source.number:
        return True
    if _is_rounded(draft, source):
        return True
    low, high = _edges(draft)
    other_low, other_high = _edges(source)
    return low <= other_low and other_high <= high


def _is_rounded(draft: Quantity, source: Quantity) -> bool:
    """Whether a draft gives a source's number with fewer digits: both are known to agree."""
    if draft.number is None or source.number is None or draft.bound or source.bound:
        return False
    return _digits(draft.number) <= _digits(source.number)


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def _edges(value: Quantity) -> tuple[Decimal, Decimal]:
    """The interval of a value; an open end reaches without bound."""
    low = value.low if value.low is not None else Decimal("-Infinity")
    high = value.high if value.high is not None else Decimal("Infinity")
    return low, high


def _time_states(draft: TimeExpression, source: TimeExpression) -> bool:
    if draft.type in ("DURATION", "SET"):
        return True
    if "T" in (draft.timex or "") and "T" not in (source.timex or ""):
        return False
    if draft.first is None or source.first is None:
        same_day = (draft.timex or "")[4:10] == (source.timex or "")[4:10]
        return draft.first is None or same_day  # of an undated text the year is open
    if draft.first > source.first:
        return False
    if draft.mod == "AFTER" and draft.last is None:  # the start is what is stated
        start = days_of(draft.timex or "")
        return start is not None and source.first <= start[1]
    return draft.last is None or (source.last is not None and source.last <= draft.last)
