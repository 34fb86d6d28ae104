"""Figures that are one for their value though they are not written alike."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.align import Vocabulary, topics
from factcheck.align.clusters import compared
from factcheck.align.loose_figures import is_one_loosely
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2019, 4, 11)


def joined(*texts: str) -> list[tuple[str, ...]]:
    """The words of the claims of each cluster of several documents."""
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    return [
        tuple(claim.text for claim in each.claims)
        for each in compare(documents, RULES).clusters
        if len({claim.document for claim in each.claims}) > 1
    ]


@pytest.mark.parametrize(
    ("one", "two", "texts"),
    [
        (
            "The Dorna dam burst at dawn. About 3,500 people were told to leave their homes.",
            "In the valley below the Dorna dam the 3,500 who had to go slept in school halls.",
            ("About 3,500 people", "3,500"),
        ),
        (
            "Gusts of up to 143 kilometres an hour tore at Port Velm.",
            "At Velm the gauge on the pier showed 89 mph before it broke.",
            ("up to 143 kilometres an hour", "89 mph"),
        ),
        (
            "In Velm 52.4% voted Yes and 47.6% voted No.",
            "Velm has decided. The No camp got 47.6, and went home early.",
            ("47.6%", "47.6"),
        ),
        (
            "Some 300 houses in the Dorna valley are damaged.",
            "Repairs to 300 homes along the Dorna may take a year.",
            ("Some 300 houses", "300 homes"),
        ),
        (
            "The Velm bridge, of 1657, is the oldest of the river.",
            "Velm mourns what masons built in 1657.",
            ("1657", "1657"),
        ),
        (
            "The Velm works were built in 1988 by Jan Orth.",
            "Jan Orth built the works at Velm in 1988, and sold them.",
            ("1988", "1988"),
        ),
    ],
)
def test_one_value_in_two_forms_is_one_fact(one: str, two: str, texts: tuple[str, ...]) -> None:
    assert texts in joined(one, two)


def are_one_loosely(one: str, two: str) -> bool:
    """Whether a value of the first report and one of the second are one fact by it; both name the town before."""
    texts = {"one": f"News from Velm.\n\nIt rained.\n\n{one}", "two": f"A letter from Velm.\n\nSnow fell.\n\n{two}"}
    parsed = {name: parse(Document(id=name, text=text, published=DAY), RULES) for name, text in texts.items()}
    claims = list(claims_of(parsed.values()))
    found = topics(claims, Vocabulary(claims, parsed, RULES))
    pairs = [(a, b) for a in found for b in found if a.claim.document < b.claim.document]
    assert pairs
    return any(is_one_loosely(a, compared(a, b, RULES)) for a, b in pairs)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # A round measure of one digit, a count below a hundred, an ordinal.
        ("The ferry is six miles off.", "A trawler bought some 10 km of nets."),
        ("About 30 sheep drowned.", "The council has 30 seats."),
        ("The first boats left.", "The team met its first defeat."),
        # A year of late, and one of long ago without a word in common.
        ("The works closed in 2017.", "The works burned down in 2017."),
        ("The works were sold to a baker in 1988.", "Prices fell in 1988, as did the wages of all who toil."),
        # Given twice, of two things.
        ("About 350 people left. It has 350 cows.", "A trader sold 350 boats."),
        # Two figures.
        ("About 350 people left.", "A trader sold 360 boats."),
    ],
)
def test_one_value_may_be_of_two_facts(one: str, two: str) -> None:
    assert not are_one_loosely(one, two)


def test_one_value_of_two_reports_is_one_fact() -> None:
    assert are_one_loosely("About 300 houses burned.", "Repairs to 300 homes began.")
    assert are_one_loosely("The works were sold in 1988.", "In 1988 a baker sold the works.")
    assert are_one_loosely("The house of 1657 is shut.", "What masons built in 1657 has burned.")
