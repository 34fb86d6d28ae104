"""Dates of one happening stand in one cluster of compare; those of other acts, days and months do not agree."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Cluster, Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2015, 5, 12)  # a Tuesday


def together(*texts: str) -> list[Cluster]:
    """The clusters of dates that two or more of the reports stand in."""
    documents = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    clusters = compare(documents, RULES).clusters
    timed = [each for each in clusters if each.kind in ("date", "time")]
    return [each for each in timed if len({claim.document for claim in each.claims}) > 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two men were shot in Orrel on Saturday night.", "Saturday's shooting left two men hurt."),
        ("Two men were fatally shot on Saturday night.", "The gunfire broke out in Orrel late Saturday."),
        ("The shooting happened about 9 p.m. Saturday.", "Olin Marsh died in a shooting on Saturday."),
        ("Shortly before 9 p.m. Saturday the barge hit the pier and two men died.", "It happened on Saturday."),
        (
            "A man of 30 was charged over Saturday's crash.",
            "Two people died in a collision on the ring road on Saturday.",
        ),
        (
            "Police were called to reports of shots at 9 p.m. on Saturday.",
            "A woman was found stabbed and shot on Saturday.",
        ),
        ("The board of the Orrel mill voted on Saturday to close it.", "In Saturday's vote the mill was given up."),
        ("The gas blast at the dairy was on 9 May.", "Saturday's explosion at the dairy killed one."),
        (
            "Ohl was charged with shooting Olin Marsh at a mill in Orrel on Saturday.",
            "Shots were fired at the mill on Saturday.",
        ),
        ("Two men were shot in Orrel while they attended a wake on Saturday.", "Saturday's shooting hurt two men."),
        (
            "On Saturday, 9 May 2015, officers from Orrel responded to a call of shots fired.",
            "It happened on Saturday.",
        ),
        ("This happened on Saturday in the 300 block of Mill Road.", "Two men were shot on Saturday."),
        ("A boy shot himself in the leg at a fair in Orrel on Saturday.", "Saturday's shooting hurt a boy."),
        (
            "Marsh sat in a car on Saturday when, police say, a man drove up and shot him.",
            "Marsh was shot on Saturday.",
        ),
        ("The guards who shot a man on Saturday returned to work.", "A man was shot in Orrel on Saturday."),
        ("The shooting from Saturday night is being looked into.", "A man was shot in Orrel on Saturday."),
        ("Gunfire erupted in Orrel on Saturday night.", "A man was shot in Orrel on Saturday."),
        ("Ten were hurt in two separate shootings on Saturday.", "Ten were shot in Orrel on Saturday."),
        ("Marsh checked into a court-ordered course at Tarn on Saturday.", "On Saturday Marsh checked in."),
        ("Marsh was held on suspicion of drunk driving on Saturday.", "On Saturday Marsh was held."),
        ("Ohl drove up to the mill on Saturday, said the men who were shot there.", "Two men were shot on Saturday."),
        ("On Saturday Roth, from Tarn but living in Orrel, quit her post.", "Saturday's resignation came late."),
        ("A man crossing a road to attend a fair on Saturday was mowed down.", "A driver killed a man on Saturday."),
        ("The fatal shooting of Olin Marsh, 15, on Saturday sparked days of riots.", "A boy was shot on Saturday."),
    ],
)
def test_dates_of_one_happening(one: str, other: str) -> None:
    (cluster,) = together(one, other)
    assert cluster.verdict == "agree"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two men were shot in Orrel on Saturday.", "A suspect was arrested in Orrel on Saturday."),
        ("Two men were shot in Orrel on Saturday.", "The victims were buried on Saturday."),
        ("Two men were shot in Orrel on Saturday.", "The mayor said on Saturday that he would resign."),
        ("Two men were shot in Orrel on Saturday.", "By Saturday, no shooting had been reported to the police."),
        ("Two men were shot in Orrel on Saturday.", "In a separate shooting, a boy was hurt in Tarn on Saturday."),
        ("Two men were shot in Orrel on Saturday.", "Two women died in a crash near Tarn on Saturday."),
        (
            "In 1961 the singer posed for the cover of a fashion paper.",
            "The singer turned down a part in a film in 1961 to stay with her mother.",
        ),
        ("Ida Roth resigned from the board of Arvo on Saturday.", "Arvo bought a mill near Tarn on Saturday."),
        ("Two men were shot at 9 p.m. on Saturday.", "The shooting took place on Saturday morning."),
        ("Two men were shot in Orrel on Saturday.", "The man who was shot remained in the clinic on Saturday."),
        ("The school was shelled on Saturday.", "Soldiers shelled another school on Saturday."),
        ("Two men were shot in Orrel on Saturday.", "On Saturday two women discussed the shooting at a stall."),
        ("Two men were shot in Orrel on Saturday.", "Olin Marsh was pronounced dead at 9:40 p.m. on Saturday."),
        ("Two men were shot in Orrel on Saturday.", "The clinic where the men were shot opens at 6 a.m. on Saturday."),
        (
            "Two men were shot in Orrel on Saturday.",
            "Since Saturday's arraignment the shooting has been called a slip.",
        ),
        ("Two men were shot in Orrel on Saturday.", "On Saturday a boy, shot in the leg, attended a vigil."),
        ("The quake struck at 07:37 GMT on Saturday.", "The quake struck at 2:37 p.m. local time on Saturday."),
    ],
)
def test_dates_of_other_happenings(one: str, other: str) -> None:
    assert together(one, other) == []


def test_two_days_of_one_happening_are_a_conflict() -> None:
    (cluster,) = together("Two men were shot in Orrel on Saturday.", "Two men were shot in Orrel on Friday.")
    assert cluster.verdict == "differ"


def test_a_month_does_not_agree_with_a_day_in_it() -> None:
    (cluster,) = together("The Orrel mill burned down on 9 May 2015.", "The Orrel mill burned down in May 2015.")
    assert cluster.verdict == "held"


def test_an_equal_day_agrees_beside_the_month_that_holds_it() -> None:
    (cluster,) = together(
        "The Orrel mill burned down on 9 May 2015.",
        "Fire destroyed the Orrel mill on 9 May 2015.",
        "The Orrel mill burned down in May 2015.",
    )
    assert cluster.verdict == "agree"


def test_a_weekday_of_another_month_is_another_day() -> None:
    text = "Olin Marsh was held without bail in court on Thursday over the robbery."
    documents = [
        Document(id="s0", text=text, published=DAY),
        Document(id="s1", text=text.replace("held", "sentenced"), published=date(2015, 11, 10)),
    ]
    clusters = compare(documents, RULES).clusters
    assert all(len(each.claims) == 1 for each in clusters if each.kind == "date")


def test_furniture_has_no_rows() -> None:
    texts = [
        "(Published Monday, May 11, 2015)\n\nThe mill is now closed.",
        "ORREL, May 11 (CNA) - The mill is now closed.",
    ]
    documents = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    assert [each for each in compare(documents, RULES).clusters if each.kind in ("date", "time")] == []


@pytest.mark.parametrize(
    "line",
    [
        "May 11, 2015-4:43 pm",
        "14:25 Mon May 11 2015",
        "8:05am UK, Monday 11 May 2015",
        "Mon, 11 May 2015 12:28 CDT",
        "TARN, ISLES, May 11, 2015",
        "May. 11-11:14 pm et",
        "Published time: May 11, 2015 02:03",
        "Posted on: 3:35 pm, May 11, 2015",
        "The mill is shut. — Ida Roth (@idaroth) May 11, 2015",
    ],
)
def test_the_stamps_of_pages_and_posts_have_no_rows(line: str) -> None:
    documents = [
        Document(id=name, text=f"Mill is shut\n\n{line}\n\nThe mill is now shut.", published=DAY) for name in "ab"
    ]
    assert [each for each in compare(documents, RULES).clusters if each.kind in ("date", "time")] == []


@pytest.mark.parametrize("line", ["Two men died on May 11, 2015", "MAY 11, 2015: FIRE KILLS TWO MEN IN TARN MILL"])
def test_a_line_that_tells_something_is_no_stamp(line: str) -> None:
    documents = [Document(id=name, text=f"Mill is shut\n\n{line}\n\nIt is shut.", published=DAY) for name in "ab"]
    assert [each for each in compare(documents, RULES).clusters if each.kind == "date"]
