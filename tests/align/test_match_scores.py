"""Scores are of one match by both of their figures."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()


def facts(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The documents and the first figure of each cluster of figures with claims of several documents."""
    documents = [Document(id=f"d{number}", text=text, published=date(2019, 4, 11)) for number, text in enumerate(texts)]
    return [
        (each.claims[0].text, tuple(claim.document for claim in each.claims))
        for each in compare(documents, RULES).clusters
        if each.kind == "number" and len({claim.document for claim in each.claims}) > 1
    ]


def test_the_winners_and_the_losers_report_tell_one_score() -> None:
    won = "Larks beat Herons 31-24 to reach the final\n\nA late goal gave the Larks a 31-24 victory over the Herons."
    lost = "In a frustrating 31-24 defeat at home the Herons dropped the ball four times, their trainer Ben Ode said."
    assert facts(won, lost) == [("31", ("d0", "d0", "d1")), ("24", ("d0", "d0", "d1"))]


def test_a_record_is_one_however_it_is_read() -> None:
    one = "The Larks sacked Ben Ode on Monday after a poor 9-14 start to the season."
    two = "Ode, whose Larks have lost all winter for a record of 9-14, was told by telephone."
    assert facts(one, two) == [("9-14", ("d0", "d1"))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Figures of one digit, in other words.
        (
            "Carla Font needed an hour for the 2-1 win over the girl from Velden.",
            "Rovers, who had lost 2-1 in the rain, sold their keeper.",
        ),
        # Two days.
        (
            "The Larks beat the Herons 31-24 on 4 March 2019.",
            "The Larks beat the Herons 31-24 on 9 November 2018.",
        ),
        # Two pairs of sides.
        (
            "The Larks beat the Herons 31-24 on their own ground.",
            "Nobody in the harbour saw how Velden won the cup from Corwen by 31-24 in the snow.",
        ),
        # The same figure of two scores.
        (
            "A late goal gave the Larks a 31-24 victory over the Herons.",
            "The Herons, who are from Orme, had beaten the Larks 31-7 in the spring.",
        ),
    ],
)
def test_two_matches_stay_apart(one: str, two: str) -> None:
    assert facts(one, two) == []
