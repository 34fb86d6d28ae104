"""Sums and measures for a period: "a monthly cost of $499" is "$499 a month", and 70 kg a month is not 70 kg a year."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.align.score import Alignment
from factcheck.align.slots import SlotRelation, core_slots_of, near_copies
from factcheck.align.topic import Topic
from factcheck.kinds import room_of
from factcheck.model import Comparison, Difference, Quantity
from factcheck.ruleset import Ruleset

_RATED = ("money", "quantity", "count", "number")
_REACH = 6  # tokens between a figure and the word that says for which period it is
_FAR_REACH = 12  # the same where the source gives the figure for that period


def by_period(a: Topic, b: Topic, comparison: Comparison, ruleset: Ruleset) -> Comparison | None:
    """How a draft's and a source's figure compare where words beside them name their periods; None where none do."""
    if a.claim.kind not in _RATED:
        return None
    one, two = a.value, b.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return None
    if _rate_of(a) is None and _rate_of(b) is None:
        if comparison.relation not in ("same", "consistent"):
            return None
        period = _period(a)
        other = _period(b) if period is not None else None
        if other is not None and period != other:
            return Comparison("different", Difference.UNIT_CHANGED, f"one is for a {period}, the other for a {other}")
        return None
    bare, rate = (a, b) if "/" in (two.unit or "") else (b, a)
    if _base(rate) != _base(bare) or _rate_of(bare) is not None:
        return None
    period = _period(bare, _FAR_REACH)
    if period is not None:
        return _compared(a, b, bare, period, ruleset)
    if a.claim.kind == "money" and "-" not in rate.claim.text and (named := _rate_of(rate)) and not near_copies(a, b):
        # "the rent has reached 1,140 marks": readers know for which period a rent, a wage, a fee is paid. In a near
        # copy the period has been dropped.
        assumed = _compared(a, b, bare, named, ruleset)
        return assumed if assumed.relation in ("same", "consistent") else None
    # "the £60,000-a-week deal": the rate belongs to the noun behind it, which the other text may not name.
    if comparison.difference is not Difference.UNIT_CHANGED:
        return None
    if "-" in rate.claim.text:
        return Comparison("held", Difference.UNITS, "one of them is a rate")
    if a.claim.kind == "money" and one.number == two.number:
        left_out = Difference.PERIOD_LEFT_OUT if bare is a else Difference.PERIOD_ADDED
        return Comparison("different", left_out, comparison.reason)
    return None


def of_one_period(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> Alignment:
    """The alignment of two sums of equal figures, one of which leaves its period to the reader: "a dividend of 2.50
    kronor a share", "the dividend is 2.50 kronor".
    """
    other = alignment.topic
    if topic.claim.kind != "money" or other.claim.kind != "money" or alignment.comparison.relation == "same":
        return alignment
    rated = by_period(topic, other, alignment.comparison, ruleset)
    if rated is None or rated.relation != "same":
        return alignment
    if core_slots_of(topic, other).of("measure") is not SlotRelation.SAME:
        return alignment
    return replace(alignment, comparison=rated)


def _compared(a: Topic, b: Topic, bare: Topic, period: str, ruleset: Ruleset) -> Comparison:
    """The values of two figures compared, that of `bare` taken for one of a period."""
    one, two = (
        replace(topic.value, unit=f"{topic.value.unit}/{period}")
        if topic is bare and isinstance(topic.value, Quantity)
        else topic.value
        for topic in (a, b)
    )
    return room_of(a.claim.kind).compare(one, two, ruleset)


def _base(topic: Topic) -> str:
    return (getattr(topic.value, "unit", None) or "").partition("/")[0]


def _rate_of(topic: Topic) -> str | None:
    """The period that a unit names: "month" of "USD/month"."""
    return (getattr(topic.value, "unit", None) or "").partition("/")[2] or None


def _period(topic: Topic, reach: int = _REACH) -> str | None:
    """The period for which a figure is given: by its unit, or by the nearest words beside it in its sentence."""
    if (unit := _rate_of(topic)) is not None:
        return unit
    tokens, claim = topic.vocabulary.tokens(topic.claim.document), topic.claim
    start, end = tokens.holding(claim.start), tokens.at(claim.end)
    within = tokens.between(claim.sentence.start, claim.sentence.end)
    first, stop = max(within.start, start - reach), min(within.stop, end + reach)
    phrases = tokens.language.phrases("rate_period")
    found = [
        (max(start - last, begin - end), meaning)
        for begin, last, meaning in phrases.find(tokens, first, stop)
        if meaning  # "a year ago" is no rate
    ]
    return min(found)[1] if found else None
