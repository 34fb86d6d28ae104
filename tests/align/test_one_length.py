"""Equal lengths of time in few words of the same are one fact where an event has hardly two of them."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()


def facts(*texts: str) -> list[tuple[str, ...]]:
    """The lengths of each cluster with claims of several documents."""
    documents = [Document(id=f"d{number}", text=text, published=date(2019, 4, 11)) for number, text in enumerate(texts)]
    return [
        tuple(claim.text for claim in each.claims)
        for each in compare(documents, RULES).clusters
        if each.kind == "duration" and len({claim.document for claim in each.claims}) > 1
    ]


def test_a_long_one_needs_a_few_words() -> None:
    one = "The range, whose owner Jane Ode says it has been open for 24 years without an accident, has no guard."
    two = "It was the first mishap at the range since she began to run it, Ode said of those 24 years."
    assert facts(one, two) == [("24 years", "24 years")]


def test_a_widely_told_one_needs_none() -> None:
    texts = (
        "Ana Reis has checked into a clinic to begin a 90-day stay.",
        "A court ordered Reis to serve 90 days of treatment.",
        "The challenge now is to keep her there for the 90 days, a source said.",
    )
    assert facts(*texts) == [("90-day", "90 days", "90 days")]


def test_a_short_one_needs_a_place() -> None:
    one = "A climber who survived two nights stuck on Mount Orme is well."
    two = "The man spent up to two nights in a cave on Mount Orme, it is said."
    assert facts(one, two) == [("two nights", "up to two nights")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The hearing on the sunken ferry took two days and cost the town of Orme its last reserves.",
            "After the flood a baker gave away bread to everybody in his street for two days and nights.",
        ),
        (
            "The hearing on the sunken ferry took a year and cost the town of Orme its last reserves.",
            "Rain fell so hard that the mill stood under water, and a year later it was closed by its owner.",
        ),
    ],
)
def test_short_ones_stay_apart(one: str, two: str) -> None:
    assert facts(one, two) == []


def test_two_terms_of_one_report_stay_apart() -> None:
    text = (
        "Update: On Aug. 6, Rubbert was convicted of having a firearm and got 36 months in Saint Orme.\n\n"
        "Jackson, who drove the car, pleaded guilty in the same week and was sentenced to 36 months with a stay."
    )
    found = compare([Document(id="a", text=text), Document(id="b", text="The court of Orme is shut.")], RULES)
    assert [len(each.claims) for each in found.clusters if each.kind == "duration"] == [1, 1]
