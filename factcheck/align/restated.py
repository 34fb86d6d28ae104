"""Measures that a sentence gives twice, in two units: "600 metres (2,000 feet)"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from factcheck.align.topic import Topic
from factcheck.kinds.quantity.compare import base_of, compare
from factcheck.model import Difference, Quantity
from factcheck.ruleset import Ruleset

_MEASURE = "quantity"
_BRACKET = "("


def restated_pairs(topics: Iterable[Topic], ruleset: Ruleset) -> list[tuple[Topic, Topic]]:
    """The measures with those right behind them that say the same in brackets, in another unit."""
    measures = (topic for topic in topics if topic.claim.kind == _MEASURE)
    return [(a, b) for a, b in pairwise(measures) if _is_restated(a, b, ruleset)]


def _is_restated(a: Topic, b: Topic, ruleset: Ruleset) -> bool:
    one, two = a.claim, b.claim
    if one.document != two.document or not 0 < two.start - one.end <= len(_BRACKET) + 1:
        return False
    text = a.vocabulary.tokens(one.document).text
    if text[one.end : two.start].strip() != _BRACKET:
        return False
    return compare(one.value, two.value, ruleset).difference is Difference.CONVERTED


def sizes_in_one_unit(a: Quantity, b: Quantity, ruleset: Ruleset) -> tuple[Decimal, Decimal] | None:
    """The figures of two measures of one dimension in its base unit; None of any others."""
    if a.number is None or b.number is None or a.unit is None or b.unit is None:
        return None
    one, two = base_of(a.unit, ruleset), base_of(b.unit, ruleset)
    if one is None or two is None or one[0] != two[0]:
        return None
    return a.number * one[1] + one[2], b.number * two[1] + two[2]
