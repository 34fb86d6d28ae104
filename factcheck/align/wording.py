"""Two dates by their words: what a text leaves to be inferred refutes no other text."""

from __future__ import annotations

import re

from factcheck.expressions import expression
from factcheck.model import Claim, Comparison, TimeExpression

_FIGURE_OF_A_DAY = expression(r"\b(?:\d{1,2}(?!\d|[:.]\d|\s?[ap]\.?m)|\d{4})\b", re.IGNORECASE)
_CLOCK = expression(r"T(\d\d:\d\d)")
_NAMES_A_DAY = expression(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|night|\b(?:jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec)|\b\d{4}-\d\d",
    re.IGNORECASE,
)


def as_worded(a: Claim, b: Claim) -> Comparison | None:
    """The comparison of two dates that differ only in what their texts leave open; None when they truly differ."""
    if _same_weekday(a, b):
        reason = "both name one weekday, and a text that gives no date may mean the week before or after"
        return Comparison("consistent", "same weekday", reason)
    if _same_clock(a, b):
        return Comparison("consistent", "same clock", "both name one time of the day, and one of them no day")
    return None


def _same_weekday(a: Claim, b: Claim) -> bool:
    """Whether two dates fall on one weekday and one of them is a bare weekday ("11am on Saturday")."""
    first, second = getattr(a.value, "first", None), getattr(b.value, "first", None)
    if first is None or second is None or first.isoweekday() != second.isoweekday():
        return False
    day = f"{first:%A}".lower()
    bare = [not _FIGURE_OF_A_DAY.search(claim.text) for claim in (a, b)]
    return any(bare) and day in a.text.lower() and day in b.text.lower()


def _same_clock(a: Claim, b: Claim) -> bool:
    """Whether two times have one clock and one of them names no day ("at 9.47pm")."""
    clocks = []
    for claim in (a, b):
        timex = claim.value.timex if isinstance(claim.value, TimeExpression) else None
        found = _CLOCK.search(timex or "")
        clocks.append(found[1] if found else None)
    if clocks[0] is None or clocks[0] != clocks[1]:
        return False
    return not (_NAMES_A_DAY.search(a.text) and _NAMES_A_DAY.search(b.text))
