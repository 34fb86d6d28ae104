"""Unlike figures that are the only ones of their kind and size in two reports."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
RULE = "The Harbour Board proposed a rule on otters in Kelbridge. "
TRIAL = "The trial of Olin Marsh in Kelbridge ended on Friday. "


DAY = date(2019, 4, 11)


def differ(one: str, two: str, published: date = DAY) -> bool:
    documents = [Document(f"d{at}", text, published=(DAY, published)[at]) for at, text in enumerate((one, two))]
    return any(each.verdict == "differ" for each in compare(documents, RULES).clusters)


LETTERS = RULE + "Staff at the board sorted 235,000 public comments on the otters over four weeks, clerks said."
HOURS = TRIAL + "Jurors passed the time with puzzles while the panel weighed his fate for 40 hours."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (LETTERS, RULE + "In October experts came to town for a reading of 250,000 written comments from the public."),
        (HOURS, TRIAL + "The panel was deadlocked after 30 hours, the foreman told reporters."),
    ],
)
def test_the_only_figures_of_a_kind_and_size_differ(one: str, two: str) -> None:
    assert differ(one, two)
    assert differ(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Of another size.
        (LETTERS, RULE + "In October experts came to town for a reading of 90,000 written comments from the public."),
        # One report has two of about the size.
        (
            LETTERS + " Of 208,000 comments nobody knew who had sent them.",
            RULE + "In October experts came to town for a reading of 250,000 written comments from the public.",
        ),
        # A bare number may be the other's figure.
        (
            LETTERS + " A year before it had been 250,000.",
            RULE + "In October experts came to town for a reading of 249,000 written comments from the public.",
        ),
        # A length that is rounded to tens.
        (
            TRIAL + "Marsh, who ruled the shipyard for two decades, bowed.",
            TRIAL + "He built a fortune in 21 years as head of the shipyard.",
        ),
        # Days go by between two reports.
        (
            TRIAL + "Neighbours kept watch at the gate for 13 days.",
            TRIAL + "Rain had fallen on the town at the gate for 12 days.",
        ),
        # A few are told of many things.
        (TRIAL + "The panel weighed his fate for five hours.", TRIAL + "The panel was deadlocked after six hours."),
    ],
)
def test_other_figures_of_two_reports_do_not_differ(one: str, two: str) -> None:
    assert not differ(one, two)


def test_a_count_of_a_later_report_may_have_grown() -> None:
    two = RULE + "Experts who came to town in October spent whole days with 250,000 written comments."
    assert not differ(LETTERS, two, date(2019, 4, 12))
    assert differ(LETTERS, two.replace("250,000", "215,000"), date(2019, 4, 12))
