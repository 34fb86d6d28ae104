"""Which time a text without a date means, as far as it can be told: "the third quarter" is that of the year which the
text names for it, and "last month" is the same in all undated reports of one event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from factcheck.kinds.timex.compare import days_of
from factcheck.model import Claim, TimeExpression
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_NAMED = regex(r"\d{4}-(Q[1-4])")
_OPEN = regex(r"XXXX-(Q[1-4])")
_THE_UNIT = "timex/the-unit"
_TURN_UNIT = "timex/turn-unit"
_LONGER_THAN_A_DAY = ("W", "WE", "M", "Q", "Y")
_STEPS = ("-1", "0", "+1")  # from the time of a report; others are counted from what it told before


def completed(claims: Sequence[Claim], undated: Collection[str], ruleset: Ruleset) -> dict[int, TimeExpression]:
    """The values of the claims on quarters that undated texts leave open, by the claims' places in the sequence.

    A quarter without a year takes the latest year that its text names for that quarter; "the quarter" is the one that
    the text names most often, and of those the latest. A text that names no quarter of a year completes nothing.
    """
    named: dict[str, Counter[str]] = {}
    asked: list[tuple[int, Claim, str | None]] = []
    for place, claim in enumerate(claims):
        value = claim.value
        if claim.document not in undated or not isinstance(value, TimeExpression) or value.type != "DATE":
            continue
        timex = value.timex or ""
        if claim.rule == _THE_UNIT:
            if ruleset.words("turn_unit").get(claim.text.split()[-1].lower()) == "Q":
                asked.append((place, claim, None))
        elif found := _OPEN.fullmatch(timex):
            asked.append((place, claim, found[1]))
        elif _NAMED.fullmatch(timex) and timex[:4] in claim.text:
            named.setdefault(claim.document, Counter())[timex] += 1
    return {place: full for place, claim, quarter in asked if (full := _full(claim, quarter, named))}


def _full(claim: Claim, quarter: str | None, named: dict[str, Counter[str]]) -> TimeExpression | None:
    times = named.get(claim.document, Counter())
    fitting = [(times[timex] if quarter is None else 0, timex) for timex in times if quarter in (None, timex[5:])]
    if not fitting or not isinstance(claim.value, TimeExpression):
        return None
    timex = max(fitting)[1]
    first, last = days_of(timex) or (None, None)
    return replace(claim.value, timex=timex, first=first, last=last, held=None)


def counted_from_reports(
    claims: Sequence[Claim], undated: Collection[str], ruleset: Ruleset
) -> dict[int, TimeExpression]:
    """The values of the claims on weeks, months, quarters and years that undated texts count from their own day, by
    the claims' places in the sequence: those of one step are equal ("last month", "late last month").

    Reports of one event are of about one day, so that "last month" is one month in all of them. Which it is stays open.
    """
    turns, units = ruleset.words("time_turn"), ruleset.words("turn_unit")
    found: dict[int, TimeExpression] = {}
    for place, claim in enumerate(claims):
        value = claim.value
        if claim.rule != _TURN_UNIT or claim.document not in undated or not isinstance(value, TimeExpression):
            continue
        words = claim.text.lower().split()
        if value.timex is not None or len(words) < _OF_TWO_WORDS:
            continue
        unit, step = units.get(words[-1]), turns.get(words[-2])
        if unit in _LONGER_THAN_A_DAY and step in _STEPS:
            found[place] = replace(value, timex=f"{_REPORT}{unit}{step}")
    return found


_REPORT = "XXXX-report-"  # begins what is written for a time that is counted from a report of an unknown day
_OF_TWO_WORDS = 2
