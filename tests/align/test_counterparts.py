"""Unlike values of two reports that are of one fact, as each is what the other report has in its place."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Report
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 11)


def report(*texts: str) -> Report:
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    return compare(documents, RULES)


def conflicts(*texts: str) -> list[tuple[str, ...]]:
    """The figures and dates of each cluster in which sources differ."""
    return [tuple(claim.text for claim in each.claims) for each in report(*texts).clusters if each.verdict == "differ"]


FERRY = "The ferry Ardmore ran aground off Kilbrae on Monday. "
GALE = FERRY + "It had left the island of Sarra in winds of 45 knots, the harbour master of Kilbrae said."
TRIAL = "A vaccine against marsh fever protects children, the Delmont Institute said on Tuesday. "
VOTE = "The referendum on the bypass of Ostwick was won by the No side. "


@pytest.mark.parametrize(
    ("one", "two", "texts"),
    [
        (
            GALE,
            FERRY + "The weather office recorded winds of 52 knots at Kilbrae at that moment.",
            ("45 knots", "52 knots"),
        ),
        (
            TRIAL + "The study, which involved 8,400 children in five countries, was published in a journal.",
            TRIAL + "The trial of the vaccine ran in six countries, with children carried to the nurses.",
            ("five countries", "six countries"),
        ),
        (
            VOTE + "The count went on until two, and the turnout of the voters of Ostwick was 61 percent.",
            VOTE + "The turnout, at 63 percent, was better than the town clerk of Ostwick had feared.",
            ("61 percent", "63 percent"),
        ),
        (
            "The museum of Harn was robbed on Sunday. Police value the panel that was stolen at $308,600.",
            "Thieves robbed the museum of Harn. The stolen panel has a value of $380,600, the police said.",
            ("$308,600", "$380,600"),
        ),
        (
            "The Rovers beat Ennis 3-1 at Kingsmead. Olin Marsh grabbed seven rebounds and scored 23 points.",
            "Rovers won at Kingsmead against Ennis. Olin Marsh had eight rebounds, and scored 23 points as well.",
            ("seven rebounds", "eight rebounds"),
        ),
    ],
)
def test_unlike_values_in_the_same_place_of_two_reports_differ(one: str, two: str, texts: tuple[str, ...]) -> None:
    assert texts in conflicts(one, two)
    assert tuple(reversed(texts)) in conflicts(two, one)


@pytest.mark.parametrize(
    "two",
    [
        # The other report gives the value as well, or one that is nearer to it.
        FERRY + "The weather office recorded winds of 52 knots at Kilbrae, after winds of 45 knots in Sarra.",
        FERRY + "It had left the island of Sarra in winds of 45 knots. Winds of 52 knots were recorded later.",
        # Too far apart.
        FERRY + "The weather office recorded winds of 90 knots at Kilbrae at that moment.",
    ],
)
def test_a_value_that_the_other_report_has_elsewhere_is_of_another_fact(two: str) -> None:
    assert conflicts(GALE, two) == []


CALL = "A fire destroyed the dairy of Palmwood on Tuesday. "


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("It was put out at 7 a.m. by the crews.", "It was put out at 6:40 a.m. by the crews of Palmwood.", 1),
        ("It was put out at 6:30 a.m. by the crews.", "It was put out at 6:33 a.m. by the crews of Palmwood.", 0),
        ("It was put out at 6:35 a.m. by the crews.", "It was put out at 6:37 a.m. by the crews of Palmwood.", 0),
    ],
)
def test_a_rounded_time_is_no_other_time(one: str, two: str, found: int) -> None:
    assert len(conflicts(CALL + one, CALL + two)) == found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # A length of time is mostly rounded.
        ("Sudmark gained independence in July 2018 under a treaty.", "Sudmark gained independence six months ago."),
        # A figure that is the other one rounded.
        (
            "The quake hit Orme at a depth of 10 kilometers (6 miles), the survey said.",
            "The quake hit Orme at a depth of 10 kilometers (6.2 miles), the survey said.",
        ),
        # Scores of two moments of a match.
        ("Rovers stretched the lead over Ennis to 50-44.", "Rovers stretched the lead over Ennis to 62-46."),
        # The account of another year.
        (
            "Olin Marsh carried the ball for 793 yards and caught 39 passes for 302 yards in the season for Rovers.",
            "Olin Marsh carried the ball for 269 yards and caught 29 passes for 201 yards in the season for Rovers.",
        ),
        # Groups of people are counted in every act.
        (
            "Shots were fired at a party in Orme. The police of Orme searched for three men who had fled.",
            "Shots were fired at a party in Orme. Doctors in Orme treated four men who had been hit.",
        ),
    ],
)
def test_values_of_two_facts_do_not_differ(one: str, two: str) -> None:
    assert conflicts(one, two) == []


def test_a_value_of_one_report_differs_from_that_of_several_in_other_words() -> None:
    three = (
        VOTE + "The count went on until two, and the turnout of the voters of Ostwick was 61 percent.",
        VOTE + "No side leads by far: 52.4 percent; 61 percent of the electorate took part, the clerk announced.",
        VOTE + "Ostwick rejected the plan. Participation reached 61 percent, fewer than at any poll since 1999.",
    )
    two = VOTE + "The turnout, at 63 percent, was better than the town clerk of Ostwick had feared."
    assert any("63 percent" in found for found in conflicts(*three, two))


def test_only_one_of_two_counts_of_people_is_of_those_who_came_to_harm() -> None:
    one = "Officers were called to a home in Orrel. Police sources have confirmed that four people were shot."
    two = "Three people were shot to death and another was hurt in what the chief called a horrific event in Orrel."
    assert conflicts(one, two) == []


def test_the_score_of_one_match_differs_in_one_figure() -> None:
    one = "Rovers beat Ennis 50-44 at Kingsmead on Monday, their third win in a row."
    assert conflicts(one, one.replace("44", "46").replace("their third win", "and won again for the third time"))
