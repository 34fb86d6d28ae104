"""Values told as those of the moment are no conflict with those of an older report."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def told(first: str, later: str, days: tuple[date, date] = (MONDAY, TUESDAY)) -> list[tuple[str, str]]:
    """The verdict and the course of each cluster of figures that both reports tell."""
    documents = [
        Document(id=f"d{at}", text=text, published=days[at], source=f"outlet {at}")
        for at, text in enumerate((first, later))
    ]
    return [
        (each.verdict, each.course)
        for each in compare(documents, RULES).clusters
        if each.kind not in ("date", "time") and len({claim.document for claim in each.claims}) > 1
    ]


@pytest.mark.parametrize(
    ("first", "later", "values"),
    [
        (
            "The fire in the Serra do Mor has burned 3,000 hectares of forest, the ministry said on Monday.",
            "The Serra do Mor fire has now burned about 9,500 hectares of forest, the ministry said on Tuesday.",
            (3000, 9500),
        ),
        (
            "An appeal for the family of Jon Marrick has raised £20,000, its organiser said on Monday.",
            "The appeal for the family of Jon Marrick has raised more than £90,000, its organiser said on Tuesday.",
            (20000, 90000),
        ),
        (
            "The Pine Ridge fire was 35 percent contained on Monday evening, the forest service said.",
            "The Pine Ridge fire is now 20 percent contained, the forest service said on Tuesday.",
            (35, 20),
        ),
        (
            "Twelve people are missing after the dam at Orvel burst, police said on Monday.",
            "Five people are missing after the dam at Orvel burst, police said on Tuesday.",
            (12, 5),
        ),
        (
            "Some 120 firefighters were fighting the blaze at the Kell warehouse in Stroma on Monday.",
            "More than 300 firefighters are fighting the blaze at the Kell warehouse in Stroma, police said Tuesday.",
            (120, 300),
        ),
    ],
)
def test_what_goes_on_is_a_course(first: str, later: str, values: tuple[int, int]) -> None:
    one, two = values
    assert told(first, later) == [("single", f"{one} on 2026-03-02 → {two} on 2026-03-03")]


@pytest.mark.parametrize(
    ("first", "later", "days"),
    [
        # Of one day nobody knows which is the later.
        (
            "An appeal for the family of Jon Marrick has raised £20,000, its organiser said on Monday.",
            "The appeal for the family of Jon Marrick has raised more than £90,000, its organiser said on Monday.",
            (MONDAY, MONDAY),
        ),
        # What has been done is not undone.
        (
            "An appeal for the family of Jon Marrick has raised £90,000, its organiser said on Monday.",
            "The appeal for the family of Jon Marrick has raised £20,000, its organiser said on Tuesday.",
            (MONDAY, TUESDAY),
        ),
        # What happened is not told anew.
        (
            "Wind in the storm at Ostley reached 45 knots, the harbour master of Ostley said on Monday.",
            "Wind in the storm at Ostley reached 52 knots, the harbour master of Ostley said on Tuesday.",
            (MONDAY, TUESDAY),
        ),
    ],
)
def test_what_does_not_go_on_is_a_conflict(first: str, later: str, days: tuple[date, date]) -> None:
    assert told(first, later, days) == [("differ", "")]
