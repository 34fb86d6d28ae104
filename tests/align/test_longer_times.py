"""Days, months and years in which reports of one event date one happening."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.align import Vocabulary, topics
from factcheck.align.longer_times import holds_one_happening, pairs_of_longer_times
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()
TOLD = date(2019, 4, 11)


def of_one(one: str, two: str) -> bool:
    """Whether the last date of the first text and the last of the second are of one happening."""
    documents = [Document(id=f"d{n}", text=text, published=TOLD) for n, text in enumerate((one, two))]
    parsed = {document.id: parse(document, RULES) for document in documents}
    claims = list(claims_of(parsed.values()))
    found = [each for each in topics(claims, Vocabulary(claims, parsed, RULES)) if each.family == "date"]
    a, b = (next(each for each in reversed(found) if each.claim.document == name) for name in ("d0", "d1"))
    pairs = list(pairs_of_longer_times(found))
    assert holds_one_happening(a, b) == holds_one_happening(b, a) == ((a, b) in pairs)
    return holds_one_happening(a, b)


SHOT = "Ada Olin stood trial in Orrel. Two men were shot at the mill there in March 2011."


@pytest.mark.parametrize(
    ("two", "found"),
    [
        ("The trial of Olin began in Orrel. She shot two men on 9 March 2011.", True),
        ("The trial of Olin began in Orrel. It is about the shooting of 2011.", True),
        ("The trial of Olin began in Orrel. A man was stabbed in 2011.", False),  # by other means
        ("The trial of Olin began in Orrel. She shot two men on 9 March 2012.", False),
        (
            "The trial is in Orrel. Olin is old. Her small house with its garden was a gift of a cousin in 2011.",
            False,
        ),  # another act
        ("The trial of Olin began in Orrel. She shot at ducks from 2010 to 2012.", False),  # over years
        ("The trial of Olin began in Orrel. Her gun had been shot before, the police said in 2011.", False),
    ],
)
def test_a_month_and_its_day_or_year_are_of_one_happening(two: str, *, found: bool) -> None:
    assert of_one(SHOT, two) is found


def test_the_year_of_the_reports_holds_much() -> None:
    assert not of_one(SHOT.replace("2011", "2019"), "Olin was tried in Orrel for a shooting in 2019.")


def test_equal_times_are_no_longer_ones() -> None:
    assert not of_one(SHOT, "The trial of Olin began in Orrel. She shot two men in March 2011.")


def test_reports_that_date_one_shooting_as_exactly_as_they_care_to_are_one_cluster() -> None:
    texts = (
        SHOT,
        "Olin, tried in Orrel, shot two men on 9 March 2011.",
        "The jury in Orrel saw a film of the killing of two men at the mill in 2011.",
        "Ada Olin of Orrel is charged with shooting two millers in March 2011.",
    )
    documents = [Document(id=f"d{n}", text=text, published=TOLD, source=f"Paper {n}") for n, text in enumerate(texts)]
    clusters = [each for each in compare(documents, RULES).clusters if each.kind == "date" and len(each.claims) > 1]
    assert [(len(each.claims), each.verdict) for each in clusters] == [(4, "agree")]
