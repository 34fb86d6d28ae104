"""Unlike dates of one act are one fact where they are near each other."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 26)
HEATH = "The Harbour Board of Kelbridge protects the otters of the heath. "
FIRST = HEATH + (
    "The rule, finished in {}, frees farmers and millers by the river from the checks that experts with maps and lamps "
    "made for years, Nell Sayer said."
)
OTHER = HEATH + (
    "Such checks by experts had been the rule for farmers until a board led by a retired brewer and his two sons "
    "finished its changes last {}, weeks before a vote in the old chapel."
)


def differ(*texts: str) -> list[tuple[str, ...]]:
    """The dates of each cluster in which the reports differ."""
    documents = [
        Document(id=f"d{at}", text=text, published=DAY, source=f"outlet {at}") for at, text in enumerate(texts)
    ]
    clusters = compare(documents, RULES).clusters
    return [tuple(claim.text for claim in each.claims) for each in clusters if each.verdict == "differ"]


def test_two_months_of_one_act_differ() -> None:
    assert differ(FIRST.format("January"), OTHER.format("December")) == [("January", "last December")]


@pytest.mark.parametrize("month", ["June", "July"])
def test_months_far_apart_are_those_of_two_acts(month: str) -> None:
    assert differ(FIRST.format("January"), OTHER.format(month)) == []


def test_years_side_by_side_in_one_sentence_are_two() -> None:
    club = "Olin Marsh, a boxer from Kelbridge, was held on Monday, the Kelbridge police said. "
    train = club + "He trained at the gym of Ostley in {}."
    assert differ(*(train.format(years) for years in ("2009 and 2010", "2009", "2010"))) == []
