"""Comparison of quantities: intervals, hedges, units and the kind of error."""

from __future__ import annotations

import pytest

from factcheck.kinds.quantity.compare import compare, shown
from factcheck.model import Quantity
from tests.kinds.quantity.reading import RULES, only


def relation(a: str, b: str) -> tuple[str, str]:
    """Return relation and difference of two amounts, after checking that the relation is symmetric."""
    found = compare(only(f"It had {a} then.").value, only(f"It had {b} then.").value, RULES)
    back = compare(only(f"It had {b} then.").value, only(f"It had {a} then.").value, RULES)
    assert back.relation == found.relation
    return found.relation, found.wording


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("48,300 voters", "48,300 voters", "same"),
        ("31,000 voters", "31,400 voters", "consistent"),
        ("31,000 voters", "31,600 voters", "different"),
        ("more than 59,000 voters", "59,400 voters", "consistent"),
        ("more than 59,000 voters", "58,000 voters", "different"),
        ("more than 59,000 voters", "143,057 voters", "different"),
        ("nearly 48,000 voters", "47,600 voters", "consistent"),
        ("nearly 48,000 voters", "46,000 voters", "different"),
        ("tens of thousands of voters", "31,000 voters", "consistent"),
        ("10 to 12 voters", "11 voters", "consistent"),
        ("10 to 12 voters", "13 voters", "different"),
        ("about 500 voters", "530 voters", "consistent"),
        ("31 voters", "32 voters", "different"),
        ("up to 678 voters", "up to 768 voters", "different"),
        ("more than 59,000 voters", "more than 58,900 voters", "consistent"),
        ("about 343 million voters", "about 334 million voters", "different"),
        ("100 miles", "161 km", "consistent"),
        ("100 miles", "100 km", "different"),
        ("104 degrees Fahrenheit", "40 degrees Celsius", "consistent"),
        ("104 degrees Fahrenheit", "41 degrees Celsius", "different"),
        ("90 mph", "145 km/h", "consistent"),
        ("6ft 2in", "1.88 metres", "consistent"),
        ("20 degrees Celsius", "68 degrees Fahrenheit", "consistent"),
        ("$5", "€6", "held"),
        ("$5", "€5", "different"),
        ("€70", "$60 to $70", "different"),
        ("€60 to €70", "$60 to $70", "different"),
        ("€65", "$60 to $70", "held"),
        ("3.2 million voters", "3,245,112 voters", "consistent"),
        ("$75 or less per month", "less than $75 a month", "same"),
        ("20 percent", "one in five", "consistent"),
        ("35 percent", "more than a third", "consistent"),
        ("62 percent", "just over three fifths", "consistent"),
        ("87 percent", "nearly nine in ten", "consistent"),
        ("85 percent", "nearly nine in ten", "held"),
        ("35 percent", "two thirds", "held"),
        ("200 percent", "twice as many", "held"),
        ("nearly 50,000 voters", "48,216 voters", "consistent"),
        ("nearly 50,000 voters", "47,100 voters", "different"),
        ("just over 400 voters", "412 voters", "consistent"),
        ("just over 400 voters", "425 voters", "different"),
        ("about 600m", "about 600 metres", "same"),
        ("about 600m", "600 metres", "consistent"),
        ("about 600m", "1,970 feet", "consistent"),
        ("about 600m", "60 metres", "held"),
    ],
)
def test_relation(a: str, b: str, expected: str) -> None:
    assert relation(a, b)[0] == expected


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("48,300 voters", "43,800 voters", "digits transposed"),
        ("5,000 voters", "50,000 voters", "factor of ten"),
        ("$5 million", "$5 billion", "factor of 1,000"),
        ("more than 59,000 voters", "fewer than 59,000 voters", "bound flipped"),
        ("100 miles", "100 km", "unit changed"),
        ("$5", "£5", "unit changed"),
        ("46 voters", "47 voters", "one digit changed"),
        ("1.10 metres", "14 metres", "another number"),
        ("17.4 percent", "17.4 per 100,000", "unit changed"),
    ],
)
def test_kind_of_error(a: str, b: str, how: str) -> None:
    assert relation(a, b) == ("different", how)


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("roughly 25 to 30 percent", "25 to 30 percent", ""),
        ("roughly 20 to 30 percent", "25 to 30 percent", "another range"),
        ("80 to 100 percent", "90 to 100 percent", "another range"),
    ],
)
def test_an_estimate_of_a_range_is_no_other_range(a: str, b: str, how: str) -> None:
    assert relation(a, b) == ("consistent", how)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a woman aged 47", "47 years"),
        ("a boy of 1 year of age", "1 year"),
        ("12,000 square kilometres", "12,000 square kilometers"),
        ("a wind of 90 km/h", "90 kilometers per hour"),
        ("minus 5 degrees Celsius", "-5 degrees Celsius"),
        ("a drop of 25 basis points", "25 basis points"),
        ("a wall of 30 feet", "30 feet"),
        ("a fine of $3 a day", "3 USD per day"),
        ("a magnitude 5.1 quake", "magnitude 5.1"),
        ("a third of the town", "0.333"),
        ("4 percent", "4 percent"),
    ],
)
def test_a_quantity_is_shown_as_a_reader_writes_it(text: str, expected: str) -> None:
    value = only(f"It had {text} then.").value
    assert isinstance(value, Quantity)
    assert shown(value) == expected
