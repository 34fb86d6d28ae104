"""Counts of one act that adds up are steps of one course, by the time at which their reports were published."""

from __future__ import annotations

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.read.dates import day_of, moment_of
from factcheck.ruleset import load_rules

RULES = load_rules()
MORNING, EVENING, NEXT_DAY = "2026-02-03T09:15", "2026-02-03T19:40", "2026-02-04T08:00"
STORM = "Storm Edda hit the town of Ferris in Lorrany on Tuesday, the Ferris council said. "


def told(*reports: tuple[str, str]) -> list[tuple[str, str]]:
    """The verdict and the course of each cluster of counts with claims of several reports of the storm."""
    documents = [
        Document(
            id=f"d{n}",
            text=f"{STORM}{text}",
            published=day_of(told),
            published_at=moment_of(told),
            source=f"outlet {n}",
        )
        for n, (told, text) in enumerate(reports)
    ]
    return [
        (each.verdict, each.course)
        for each in compare(documents, RULES).clusters
        if each.kind in ("count", "number") and len({claim.document for claim in each.claims}) > 1
    ]


@pytest.mark.parametrize(
    ("first", "later", "few", "many"),
    [
        ("Police arrested three people for looting.", "Officers have arrested eleven people in all.", 3, 11),
        ("Police made three arrests overnight.", "By then 21 people had been arrested.", 3, 21),
        (
            "It cut power to 2,000 homes.",
            "Some 31,000 households had no electricity, the grid operator said.",
            2000,
            31000,
        ),
        ("Power was out for 400 customers.", "The blackout has reached 5,600 homes.", 400, 5600),
        ("The airport cancelled 40 flights.", "Airlines scrapped 112 flights because of the wind.", 40, 112),
    ],
)
def test_the_later_report_counts_more(first: str, later: str, few: int, many: int) -> None:
    assert told((MORNING, first), (EVENING, later)) == [
        ("single", f"{few} on 2026-02-03 → {many} on 2026-02-03"),
    ]
    assert told((MORNING, first), (NEXT_DAY, later)) == [("single", f"{few} on 2026-02-03 → {many} on 2026-02-04")]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Police arrested eleven people for looting.", "Officers have arrested three people in all."),
        ("Police arrested three people for looting.", "It left 41 people hurt."),
        ("Police arrested three people for looting.", "One suspect had seven prior arrests."),
        ("Police arrested three people for looting.", "They arrested nine more people in the harbour."),
        ("It left two others missing.", "The mayor left 14 people in charge of the harbour."),
        ("It cut power to 2,000 homes.", "Storm Olga, in 2019, left 31,000 homes without electricity."),
        ("It cut power to 2,000 homes.", "The dam gives power to 31,000 homes."),
        ("The airport cancelled 40 flights.", "Airlines scrapped 112 trains because of the wind."),
    ],
)
def test_other_counts_are_no_steps(first: str, later: str) -> None:
    assert all(not course for _, course in told((MORNING, first), (EVENING, later)))


def test_reports_of_one_hour_tell_no_course() -> None:
    first, later = "Police arrested 13 people for looting.", "By then 21 people had been arrested."
    assert all(not course for _, course in told(("2026-02-03T09:15", first), ("2026-02-03T09:50", later)))
    assert [course for _, course in told(("2026-02-03T09:15", first), ("2026-02-03T13:50", later))] == [
        "13 on 2026-02-03 → 21 on 2026-02-03",
    ]


@pytest.mark.parametrize(
    ("stated", "hour"),
    [("2026-02-03T09:15", 9), ("2026-02-03T09:15:00+01:00", 9), ("2026-02-03T00:00:00", None), ("2026-02-03", None)],
)
def test_midnight_is_no_time_of_day(stated: str, hour: int | None) -> None:
    found = moment_of(stated)
    assert (found.hour if found is not None else None) == hour
