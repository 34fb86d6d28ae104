"""Telephone numbers are no figures; groups of digits that are no telephone numbers stay figures."""

from __future__ import annotations

import pytest

from tests.kinds.quantity.reading import numbers


@pytest.mark.parametrize(
    "text",
    [
        "Leave word at 412-555-0130.",
        "Leave word at (412) 555-0130 or by mail.",
        "Leave word at 412.555.0130.",
        "Leave word at 412 555-0130.",
        "Leave word at 1-412-555-0130.",
        "Leave word at 412-555-TIPS (8477).",
        "Leave word at 1-800-SPEAK-UP.",
        "Leave word at 866-7-REPORT.",
        "The hotline is 555-TIPS.",
        "The hotline is +45 12 34 56 78, the ministry said.",
        "The hotline is 12 34 56 78.",
        "Phone 01 23 45 67 89 for the office.",
        "Contact the desk on (0161) 496 0000.",
    ],
)
def test_telephone_numbers_are_no_figures(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The number of calls rose to 12 345 678.", ["12 345 678"]),
        ("They called 2 300 people.", ["2 300 people"]),
        ("The line has a 100-MW plant.", ["100-MW"]),
        ("The number fell by +12 percent.", ["12 percent"]),
        ("Reached by phone, he said 300 of 412 had left.", ["300", "412"]),
        ("She won the 800-METRE final.", ["800-METRE"]),
    ],
)
def test_groups_of_digits_that_are_figures(text: str, found: list[str]) -> None:
    assert [claim.text for claim in numbers(text)] == found
