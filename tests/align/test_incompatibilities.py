"""Figures that differ and are two facts: parts, averages, fates, years, nationalities, ages, magnitudes."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import compare, load_rules
from factcheck.align import Topic, Vocabulary, topics
from factcheck.align.clusters import clusters
from factcheck.align.score import incompatibility
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2019, 6, 5)


def topics_of(*texts: str) -> list[Topic]:
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    parsed = {document.id: parse(document, RULES) for document in documents}
    claims = list(claims_of(parsed.values()))
    return topics(claims, Vocabulary(claims, parsed, RULES))


def grouped(*texts: str) -> list[list[str]]:
    return [[topic.claim.text for topic in group] for group in clusters(topics_of(*texts), RULES)]


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("Four ferries sank.", "Two of the ferries sank.", "one counts a part, the other the whole"),
        ("Four ferries sank.", "The other three ferries sank.", "one counts a part, the other the whole"),
        ("He scored 9 goals.", "He scored 7.2 goals.", "one is an average, the other a count"),
        ("The blaze killed 12 people.", "The blaze injured 17 people.", "they tell of different fates: dead, hurt"),
        (
            "In 2017 it bought 45 buses.",
            "In 2016 it bought 48 buses.",
            "they are of different years: 2017, 2016",
        ),
        ("It held 45 Corvadan sailors.", "It held 48 Marenzan sailors.", "they count others: Corvadan; Marenzan"),
        ("He scored 23 points.", "He scored 2,129 points.", "they are of another magnitude"),
        ("Four ferries sank.", "Five ferries sank.", ""),
        ("More than four ferries sank.", "Five ferries sank.", ""),
        ("He scored 23 points.", "He scored 2,300 points.", ""),
    ],
)
def test_two_facts(one: str, two: str, why: str) -> None:
    first, second = (
        next(topic for topic in topics_of(one, two) if topic.claim.document == name and topic.family == "number")
        for name in ("d0", "d1")
    )
    assert incompatibility(first, second) == why


def test_ages_of_two_people_are_no_contradiction() -> None:
    first, second = topics_of("Police named Rosa Ibarra, 44, of Hallow.", "Police named Tom Haas, 48, of Hallow.")
    assert incompatibility(first, second) == "they are the ages of two: ibarra, haa"


def test_figures_side_by_side_in_one_sentence_are_two_facts_elsewhere() -> None:
    one = "The line will pay $334 million for the Velden yard, including $281 million in cash."
    two = "The line will pay $281 million in cash for the Velden yard."
    assert ["$334 million", "$281 million"] not in grouped(one, two)
    assert ["$281 million", "$281 million"] in grouped(one, two)


def test_two_tolls_of_one_event_meet_in_other_words() -> None:
    one = "The storm that struck Hallow on Monday killed four people, the mayor said."
    two = "In Hallow seven people were killed as boats and roofs were torn away by the storm."
    assert ["four people", "seven people"] in grouped(one, two)
    assert ["four people", "seven people"] not in grouped(
        one.replace("killed", "soaked"), two.replace("killed", "soaked")
    )


def test_a_name_alone_makes_no_two_quotations_one() -> None:
    one = "“We stand at the cold heart of the Hallow Harbour Act,” said Ana Reis."
    two = "“It was a wholly unkind use of the Hallow Harbour Act,” said Tom Haas."
    documents = [Document(id=f"d{n}", text=text, published=DAY) for n, text in enumerate((one, two))]
    assert all(len(group.claims) == 1 for group in compare(documents, RULES).clusters)


def test_a_pair_that_cannot_be_compared_agrees_by_a_third() -> None:
    texts = [
        "Tom Haas was stopped on the coast road at 1:30 a.m. Sunday, the patrol said.",
        "Tom Haas was stopped on the coast road at 1:30 a.m. on February 1, the patrol said.",
        "Tom Haas was stopped on the coast road at 1:30 a.m. on February 1, 2009, the patrol said.",
    ]
    undated = [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]
    largest = max(compare(undated, RULES).clusters, key=lambda group: len(group.claims))
    assert (largest.verdict, len(largest.claims)) == ("agree", 3)
