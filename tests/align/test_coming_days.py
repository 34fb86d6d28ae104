"""The one day ahead that reports of an event look forward to."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 9)  # a Tuesday


def together(*texts: str) -> list[tuple[str, ...]]:
    """The words of the dates in each cluster of several documents."""
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    return [
        tuple(claim.text for claim in each.claims)
        for each in compare(documents, RULES).clusters
        if each.kind in ("date", "time") and len({claim.document for claim in each.claims}) > 1
    ]


MATCH = "Orrel Hawks lost their keeper. The Hawks will play the Calder Kites on Saturday."


@pytest.mark.parametrize(
    "other",
    [
        "A broken hand rules Olin Marsh of Orrel Hawks out. Much will be asked of his stand-in on Saturday.",
        "Orrel Hawks must do without Olin Marsh. The season is due to end at 3 p.m. on Saturday.",
    ],
)
def test_the_only_day_ahead_of_two_reports_is_one(other: str) -> None:
    (found,) = together(MATCH, other)
    assert found[0] == "Saturday"


@pytest.mark.parametrize(
    "other",
    [
        "Orrel Hawks must do without Olin Marsh. Much will be asked of his stand-in on Sunday.",
        "Olin Marsh of Orrel Hawks will be fined on Monday. He married Ilse Brandt and returns on Saturday.",
        "The chancellor of Morland fell ill. Doctors hope to discharge him from the clinic by Saturday.",
    ],
)
def test_other_days_ahead_are_apart(other: str) -> None:
    assert together(MATCH, other) == []
