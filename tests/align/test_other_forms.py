"""Figures of two kinds that tell one fact: a rank and a count, the age of a thing and a length of time."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Verdict
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 11)
ONE = "The ferry Halden ran on the rocks off Orrel on Monday, and Captain Bill Tarn was blamed by the owner. "
TWO = "Captain Bill Tarn must answer for the ferry Halden, which struck rocks near Orrel on Monday. "


def verdicts(one: str, two: str) -> dict[str, Verdict]:
    """The verdicts on what stands in two reports, by the words of the first."""
    documents = [Document(id="d0", text=ONE + one, published=DAY), Document(id="d1", text=TWO + two, published=DAY)]
    found = [each for each in compare(documents, RULES).clusters if len({c.document for c in each.claims}) > 1]
    return {each.claims[0].text: each.verdict for each in found}


@pytest.mark.parametrize(
    ("one", "two", "figure"),
    [
        (
            "Tarn is in his 19th winter with the ferry company of Orrel.",
            "Tarn has spent 19 winters with the company.",
            "19th winter",
        ),
        (
            "Its loss on Monday was the company's eighth in ten years.",
            "The company has had eight losses in ten years.",
            "eighth",
        ),
        (
            "Tarn had broken the 35-year-old record of the ferry race of Orrel.",
            "The record of the ferry race of Orrel, which Tarn had broken, had stood for 35 years.",
            "35-year-old",
        ),
    ],
)
def test_a_figure_in_another_form_is_the_same_fact(one: str, two: str, figure: str) -> None:
    assert verdicts(one, two).get(figure) == "agree"


@pytest.mark.parametrize(
    ("one", "two", "figure"),
    [
        ("Tarn is in his 19th winter with the ferry company of Orrel.", "A baker sold 19 loaves.", "19th winter"),
        ("Tarn came second in the race of Orrel.", "Tarn has two boats in Orrel.", "second"),
        (
            "A 35-year-old sailor of the Halden was hurt in Orrel.",
            "The Halden has sailed from Orrel for 35 years.",
            "35-year-old",
        ),
    ],
)
def test_another_thing_is_another_fact(one: str, two: str, figure: str) -> None:
    assert figure not in verdicts(one, two)
