"""The days with which reports of one event begin."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.align import Vocabulary, topics
from factcheck.align.lead_days import are_lead_days, note_lead_days
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2019, 4, 11)  # a Thursday
LATER = date(2019, 4, 16)


def days(one: str, two: str, published: date = DAY) -> list[tuple[str, ...]]:
    """The words of the dates in each cluster of both documents."""
    documents = [Document(id="d0", text=one, published=DAY), Document(id="d1", text=two, published=published)]
    return [
        tuple(claim.text for claim in each.claims)
        for each in compare(documents, RULES).clusters
        if each.kind == "date" and len({claim.document for claim in each.claims}) > 1
    ]


VOTE = "Voters in Orrel backed the tram by a narrow margin on Tuesday."


@pytest.mark.parametrize(
    ("two", "published", "words"),
    [
        ("Most of the villages around Orrel said No on Tuesday, to no avail.", DAY, "Tuesday"),
        ("Orrel will have its tram. The plebiscite of 9 April was the third.", LATER, "9 April"),
        ("Cheers rang out in the squares of Orrel late on Tuesday.", DAY, "late on Tuesday"),
    ],
)
def test_reports_of_one_event_begin_with_its_day(two: str, published: date, words: str) -> None:
    assert days(VOTE, two, published) == [("Tuesday", words)]


@pytest.mark.parametrize(
    "two",
    [
        "Most of the villages around Orrel said No on Monday.",  # another day
        # Not its first day.
        "Orrel has had no bread since Monday. A baker there, whose oven burst, sent his last men home on Tuesday.",
        "The baker has shut his shop. He sold the last loaf on Tuesday.",  # no name in common
    ],
)
def test_a_day_may_be_of_two_events(two: str) -> None:
    assert days(VOTE, two) == []


def test_the_day_of_a_statement_is_not_that_of_the_event() -> None:
    two = "Trams are dear. The shop of a baker has been shut for years, the mayor of Orrel said on Tuesday."
    for text, of_one in ((VOTE, True), (two, False)):
        documents = [Document(id="d0", text=VOTE, published=DAY), Document(id="d1", text=text, published=DAY)]
        parsed = {document.id: parse(document, RULES) for document in documents}
        claims = list(claims_of(parsed.values()))
        found = [each for each in topics(claims, Vocabulary(claims, parsed, RULES)) if each.claim.text == "Tuesday"]
        note_lead_days(found)
        assert are_lead_days(*found) is of_one
