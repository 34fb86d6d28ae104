"""Equal figures that stand beside one more equal figure, or once each in like sentences."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 11)


def joined(one: str, two: str) -> set[str]:
    """The figures of the first text that stand in a cluster with one of the second."""
    documents = [Document(id="d0", text=one, published=DAY), Document(id="d1", text=two, published=DAY)]
    return {
        each.claims[0].text
        for each in compare(documents, RULES).clusters
        if len({claim.document for claim in each.claims}) > 1
    }


def test_an_equal_figure_beside_an_equal_one_is_of_one_fact() -> None:
    one = "Orde ended the season in Orrel with 52 catches for 440 yards and four scores."
    two = "Orrel lets Orde go: last year he stood for 440 yards and four touchdowns."
    assert joined(one, two) == {"440 yards", "four scores"}


def test_it_is_not_where_the_figure_beside_it_is_small_or_another() -> None:
    small = "Orde ended the season in Orrel with 3 catches and four scores. His four dogs wait at home."
    assert "four scores" not in joined(small, "Orrel lets Orde go, who had 3 trainers and four dogs, and four cats.")
    far = "Orde ended the season in Orrel with 440 yards and four scores."
    assert "four scores" not in joined(far, "Orrel lets Orde go: he walked 410 miles and had four dogs in the house.")


@pytest.mark.parametrize(
    ("one", "two", "figure"),
    [
        (
            "Youths set fire to three banks in the centre of Orrel on Sunday night.",
            "Police in Orrel said youths attacked a station and at least three banks on Sunday night.",
            "three banks",
        ),
        (
            "The baker Tam Brill was convicted by a jury in Orrel of two counts of first-degree murder.",
            "The baker Tam Brill was found guilty by a jury in Orrel on two first-degree murder charges.",
            "two counts",
        ),
    ],
)
def test_a_count_that_two_reports_give_once_in_like_words_is_one_fact(one: str, two: str, figure: str) -> None:
    assert figure in joined(one, two)


def test_a_count_that_a_report_gives_twice_is_not() -> None:
    one = "Youths set fire to three banks in Orrel. Guards chased three dogs out of a yard in Orrel."
    two = "Guards in the yards of Orrel fed three cats and brushed three horses."
    assert joined(one, two) == set()


TWICE = "Ora Venn, the mother of 14, was buried in Orrel. Hundreds came for the mother of 14."


def test_a_report_may_give_the_value_of_one_thing_twice() -> None:
    assert joined(TWICE, "Orrel mourns: Ora Venn, who had 14 children, fell on Monday.") == {"14"}


def test_a_high_place_needs_a_noun_or_words_in_common() -> None:
    far = (
        "Who comes to Orrel by train should first see the harbour and its cranes from the 12th floor of the old tower."
    )
    one = "Ora Venn is the 12th actor to play the detective of the Orrel series."
    assert joined(one, "Orrel has its new face: Ora Venn will be the twelfth detective of the series.") == {
        "12th actor"
    }
    assert joined(one, far) == set()
