"""A measure that is given in two units is one fact, with those that give it in either."""

from __future__ import annotations

from datetime import date

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()


def facts(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The verdict and the texts of each cluster of measures."""
    documents = [Document(id=f"d{number}", text=text, published=date(2019, 4, 11)) for number, text in enumerate(texts)]
    return [
        (each.verdict, tuple(claim.text for claim in each.claims))
        for each in compare(documents, RULES).clusters
        if each.kind == "quantity"
    ]


def test_reports_in_two_units_meet() -> None:
    texts = (
        "Robert Orme fell about 600 metres (2,000 feet) while climbing to a small hut on Mount Sefton.",
        "Orme fell about 2,000 feet on the way to a hut on Mount Sefton, the rangers of the park said.",
        "The man fell about 600m while climbing near the hut on Mount Sefton.",
    )
    assert facts(*texts) == [("agree", ("about 600 metres", "2,000 feet", "about 2,000 feet", "about 600m"))]


def test_one_document_restates_nothing_but_itself() -> None:
    assert facts("Robert Orme fell 600 metres (2,000 feet) near the hut.") == [("single", ("600 metres", "2,000 feet"))]


def test_two_measures_of_one_sentence_are_two_facts() -> None:
    text = "The quake struck at a depth of 10 kilometres (6 miles), some 55 kilometres (34 miles) west of Orme."
    assert [found for _, found in facts(text)] == [
        ("10 kilometres", "6 miles"),
        ("some 55 kilometres", "34 miles"),
    ]


def test_another_figure_in_brackets_is_no_conversion() -> None:
    assert len(facts("The road is 600 metres (300 feet of it under water) long.")) == 2
