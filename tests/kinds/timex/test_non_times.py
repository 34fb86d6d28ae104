"""Text that looks like a date but is none, or belongs to another kind."""

from __future__ import annotations

import pytest

from tests.kinds.timex.reading import read

NO_TIMES = [
    "The firm may sell the plant and may not.",
    "May I ask what this is for?",
    "They march for peace and march on.",
    "Mrs May and Theresa May spoke first.",
    "April Jones met Mr. March and June Carter.",
    "The second man sat in the sun and saw prices fall.",
    "About 1,500 sheep and 2,013 goats were counted.",
    "Some 2000 people and 1900 workers marched.",
    "He paid $2016 for it and sold it for £1999.",
    "The vote was 52 to 48 and the game ended 21-17.",
    "Nothing has been the same after 9/11, they say.",
    "The shop trades 24/7 and takes 3/4 of the profit.",
    "A Boeing 737 and an Airbus 320 collided with a Windows 2000 kiosk.",
    "Call (202) 555-2010 or 555-2012-13 for help.",
    "See https://news.example.org/2016/11/08/vote.html for more.",
    "The boy, 12, and an 18-month-old girl were found by a man 24 years old.",
    "The 24-year-old and the 3-week-old cub are well.",
    "It was a zero-day flaw in three-quarters of them.",
    "He read “Friday Night Lights” and “Seven Days in May” on trains.",
    "The Sun and the Daily Mail had it first.",
    "The screen has a 4:3 ratio and rose 0.16 (16.03 points).",
    "Highs will be in the low 80s; he is in his early 30s.",
    "They won in the second half after a goal in the second quarter.",
    "It was a last-minute, day-to-day, after-hours job.",
    "Copyright 2017 The Ledger. Copyright (c) 2017 The Herald.",
    "The Six Day War museum stands in Noon Street.",
    "He sat; the sun set; the dec was paid.",
    "The Russell 2000 index fell.",
    "USA Today and The Tonight Show reported it.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time_expression(text: str) -> None:
    assert [(surface, mention.rule) for surface, mention, _ in read(text)] == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Last night 26 people were hurt.", ["Last night"]),
        ("In May 30 people were hurt.", ["May"]),
        ("On Tuesday 14 people were hurt.", ["Tuesday"]),
        ("It was built in 1998.\nMay 3, 2001\nIt fell in 2001.", ["1998", "May 3, 2001", "2001"]),
        ("It fell in 1997\nFebruary 24, 2009\nIt rose.", ["1997", "February 24, 2009"]),
        ("It was held July 12, July 13 and July 14.", ["July 12", "July 13", "July 14"]),
        ("He paid $12 on December 27.", ["December 27"]),
        ("It fell (Thursday, Feb. 16) and rose.", ["Thursday, Feb. 16"]),
        ("It rose 3 percent in March.", ["March"]),
        ("From Monday’s low it rose by Friday.", ["Monday", "Friday"]),
    ],
)
def test_spans(text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _, _ in read(text)] == surfaces


def test_a_date_may_span_a_wrapped_line() -> None:
    text = (
        "The old tower by the harbour, which had stood for so long, fell on Sept.\n"
        "11, 1991, in the rain, and nobody was hurt when it came down on the quay\n"
        "because the ferry that was due to leave had been cancelled that very day,\n"
        "the harbour master wrote in the log.\n"
    )
    assert "Sept.\n11, 1991" in [surface for surface, _, _ in read(text)]


def test_a_rate_of_money_is_not_also_a_time() -> None:
    assert [surface for surface, _, _ in read("He makes $30 an hour and 20 pots an hour.")] == ["an hour"]


def test_letter_case_that_changes_a_text_s_length_keeps_the_spans() -> None:
    ((surface, mention, _),) = read("In İzmir the fair closed on 3 March 2016.")
    assert surface == "3 March 2016"
    assert (mention.start, mention.end) == (28, 40)
