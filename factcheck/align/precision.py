"""Whether one value states another: it is equal, or leaves no more open than the other does."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.quantity.compare import as_percent
from factcheck.kinds.timex.compare import days_of
from factcheck.model import Comparison, Difference, Quantity, TimeExpression, Value

_SHORT = 1000  # figures of up to three digits, and the round one above them, are told as they are

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


def is_figure(draft: Quantity, source: Quantity, comparison: Comparison) -> bool:
    """Whether two quantities that agree are one figure, equal or rounded, and not one within the other's bounds."""
    if comparison.relation == "same":
        return True
    if comparison.difference in (Difference.CONVERTED, Difference.ROUNDED, Difference.END_OF_RANGE):
        return True
    if draft.number is None:
        return False
    draft, source = as_percent(draft), as_percent(source)
    if is_narrow(draft):
        return True
    return draft.number == source.number or _is_rounded(draft, source) or draft.bound not in ("above", "below")


def is_narrow(value: Quantity) -> bool:
    """Whether a bound reaches no further than its figure is rounded: "nearly 50,000", but not "fewer than 50,000"."""
    return value.bound in ("above", "below") and value.low is not None and value.high is not None


def is_open(value: Quantity) -> bool:
    """Whether a figure is the end of an open bound: "more than 6,000", but not "nearly 6,000"."""
    return value.bound in ("above", "below") and not is_narrow(value)


def is_range(value: Quantity) -> bool:
    """Whether a quantity gives two ends and no number."""
    return value.number is None and value.low is not None and value.high is not None and value.low != value.high


def is_rounded_bound(draft: Quantity, source: Quantity) -> bool:
    """Whether a bound is a figure without its last digits: "more than 8,000" of 8,483, and not of 9,120."""
    if draft.number is None or source.number is None:
        return False
    least = draft.number.normalize().as_tuple()
    step = Decimal(1).scaleb(int(least.exponent))
    beyond = source.number - draft.number
    return 0 <= beyond < step if draft.bound == "above" else 0 <= -beyond < step


def _number_states(draft: Quantity, source: Quantity, comparison: Comparison) -> bool:
    if comparison.difference in (Difference.CONVERTED, Difference.END_OF_RANGE):
        return True
    draft, source = as_percent(draft), as_percent(source)
    if draft.number is not None and draft.number == source.number:
        return True
    if _is_short_figure(draft) and _is_short_figure(source):
        return False
    if _is_rounded(draft, source):
        return True
    if is_narrow(draft) and source.number is not None and source.bound is None:
        return True
    low, high = _edges(draft)
    other_low, other_high = _edges(source)
    return low <= other_low and other_high <= high


def _is_short_figure(value: Quantity) -> bool:
    """Whether a quantity is a whole number that rounding makes no shorter: "$190" is not the source's "$185"."""
    number = value.number
    return number is not None and value.bound is None and number == int(number) and abs(number) <= _SHORT


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
    if _names_a_clock(draft) and "T" not in (source.timex or ""):
        return False
    if draft.first is None or source.first is None:
        within = (source.timex or "")[4:10].startswith((draft.timex or "")[4:10])
        return draft.first is None or within  # of an undated text the year is open
    if draft.first > source.first:
        return False
    if draft.mod == "AFTER" and draft.last is None:  # the start is what is stated
        start = days_of(draft.timex or "")
        if start is None or source.first > start[1]:
            return False
        # "next week" gives no day; "this year" is as much as "since January".
        return start[0] != start[1] or source.last is None or source.last <= start[1]
    return draft.last is None or (source.last is not None and source.last <= draft.last)


def _names_a_clock(value: TimeExpression) -> bool:
    """Whether a time is given by the clock; "Friday morning" is a Friday, of which few sources give the part."""
    return (value.timex or "").partition("T")[2][:1].isdigit()
