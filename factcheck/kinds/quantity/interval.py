"""Turn a figure into the interval that it claims, from its precision and its hedge (settings in rules/compare.toml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factcheck.kinds.quantity.figure import Figure
from factcheck.model import Document, Mention, Quantity, Sentence, Value
from factcheck.records import record
from factcheck.ruleset import Ruleset

_BOUND: Final = {
    "above": "above",
    "just_above": "above",
    "at_least": "above",
    "below": "below",
    "just_below": "below",
    "at_most": "below",
    "about": "about",
}


@record
class Precision:
    """The settings of compare.toml that turn figures into intervals and compare intervals.

    `inclusive` are the hedges that allow the figure itself ("at least").
    """

    exact_below: Decimal
    significant: int
    about: Decimal
    about_precise: Decimal
    just: Decimal
    stretch: Decimal
    cap_stretch: Decimal
    conversion: Decimal
    fraction: Decimal
    inclusive: frozenset[str]


@lru_cache(maxsize=8)
def precision(ruleset: Ruleset) -> Precision:
    """Return the precision settings of a ruleset."""
    table = {key: Decimal(str(value)) for key, value in ruleset.setting("quantity").items()}
    inclusive = frozenset(ruleset.words("inclusive_hedge"))
    return Precision(**{**table, "significant": int(table["significant"]), "inclusive": inclusive})  # type: ignore[arg-type]


def normalise(
    mentions: Iterable[Mention], _document: Document, _sentences: Sequence[Sentence], ruleset: Ruleset
) -> Iterator[tuple[Mention, Value]]:
    """Yield each mention with the interval that it claims."""
    rules = precision(ruleset)
    for mention in mentions:
        if isinstance(mention.parts, Figure):
            yield mention, quantity_of(mention.parts, mention.kind, rules)


def quantity_of(figure: Figure, kind: str, rules: Precision) -> Quantity:
    """Return the interval that a figure claims."""
    if figure.high is not None:
        low, high = figure.low, figure.high
        number = None
    else:
        number = figure.low
        low, high = _rounded(figure, kind, rules)
    bounded = _hedged(figure, kind, low, high, rules)
    return Quantity(
        number=number,
        low=bounded[0],
        high=bounded[1],
        hedge=figure.hedge,
        unit=figure.unit,
        noun=figure.noun,
        bound=_BOUND.get(figure.hedge_type or ""),
        verb=figure.verb,
        subject=figure.subject,
        held=figure.held,
    )


def _rounded(figure: Figure, kind: str, rules: Precision) -> tuple[Decimal, Decimal]:
    """Return the interval of a figure without a hedge: half a unit of its last stated digit either hedge_type.

    Ordinals, ages and small whole numbers are exact.
    """
    number, step = figure.low, figure.step
    size = abs(number)
    if kind == "ratio":
        # "a third" is loose; "2.3 per 100,000" states its last digit.
        spread = min(size * rules.fraction, figure.step / 2) if number != int(number) else Decimal(0)
        return number - spread, number + spread
    whole = number == int(number)
    if kind in ("ordinal", "age") or (whole and step <= 1) or (whole and size < rules.exact_below and step < 100):
        return number, number
    step = min(step, _significant_step(size, rules.significant))
    half = step / 2
    return number - half, number + half


def _significant_step(size: Decimal, digits: int) -> Decimal:
    """Return the place value of the last digit of a size written with so many significant digits."""
    return Decimal(1).scaleb(size.adjusted() - digits + 1) if size else Decimal(1)


def _just(size: Decimal, kind: str, rules: Precision) -> Decimal:
    """Return how far from a figure "nearly" and "just over" reach: one unit of its last digit, but of a rounder figure
    ("nearly 50,000", "nearly nine in ten") only a share of it.
    """
    share = size * rules.just
    if kind == "ratio":
        return share
    if size < rules.exact_below:
        return _significant_step(size, rules.significant)
    last = Decimal(1).scaleb(int(size.normalize().as_tuple().exponent))
    return max(_significant_step(size, rules.significant), min(last, share))


def _hedged(
    figure: Figure, kind: str, low: Decimal, high: Decimal, rules: Precision
) -> tuple[Decimal | None, Decimal | None]:
    """Return the interval as bounded by the hedge; None is an open end."""
    top = figure.high if figure.high is not None else figure.low
    bottom = figure.low
    just = _just(abs(top), kind, rules) if top else Decimal(1)
    match figure.hedge_type:
        case "above" | "at_least":
            return bottom, None
        case "below" | "at_most":
            return None, top
        case "just_above":
            return bottom, top + just
        case "just_below":
            return bottom - just, top
        case "about":
            digits = len(top.normalize().as_tuple().digits)
            share = rules.about if digits <= rules.significant else rules.about_precise
            spread = max(abs(top) * share, high - top)
            return bottom - spread, top + spread
        case "exact":
            return bottom, top
    return low, high
