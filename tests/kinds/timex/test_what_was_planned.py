"""Dates resolved by a verb, a bound or an earlier date in the text."""

from __future__ import annotations

from datetime import date

import pytest

from tests.kinds.timex.reading import only, read, values

MONDAY = date(2013, 9, 16)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("It left at 10:40 p.m. Friday and was due to dock at 6 a.m. Saturday.", "6 a.m. Saturday", "2017-02-18T06:00"),
        ("The barge left Riga on Nov. 30. It was due in Hull on Dec. 2.", "Dec. 2", "2016-12-02"),
        ("Crews met on Monday and are to meet on Saturday.", "Saturday", "2017-02-25"),
        ("Polls open in Vilnius Friday.", "Friday", "2017-02-17"),
        ("The film is out Friday.", "Friday", "2017-02-24"),
        ("The mill will publish fourth-quarter results on Friday.", "fourth-quarter", "2016-Q4"),
        ("The mill will publish second-quarter results on Friday.", "second-quarter", "2016-Q2"),
        ("The mill will grow in the second quarter.", "the second quarter", "2017-Q2"),
        ("Rents in January were the highest since May.", "since May", "2016-05"),
        ("Rents in January were the highest since January.", "since January", "2016-01"),
        ("Rents will be high in June and have been since May.", "since May", "2016-05"),
        ("The dam held as recently as June.", "June", "2016-06"),
        ("Last Feb. 29 was dry.", "Feb. 29", "2016-02-29"),
        ("Rents fell for the sixth straight month in towns.", "the sixth straight month", "2017-02"),
        ("Dikes held on the same day last year.", "the same day last year", "2016-02-23"),
    ],
)  # fmt: skip
def test_earlier_dates_resolve_a_date(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It fell shortly before 9:40 p.m. on Saturday.", "BEFORE"),
        ("It must be in no later than 9:40 p.m.", "BEFORE"),
        ("It fell just after 9:40 p.m.", "AFTER"),
        ("It fell at about 9:40 p.m.", "APPROX"),
        ("It fell at 9:40 p.m.", None),
        ("9:40 p.m. is late.", None),
    ],
)
def test_a_bound_before_a_clock_time(text: str, mod: str | None) -> None:
    assert only(text).mod == mod


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("He died in the park at the weekend.", "2013-W37-WE"),
        ("A sale is planned for the weekend.", "2013-W38-WE"),
        ("Two were hurt at the weekend, in Kent.", "2013-W37-WE"),
    ],
)
def test_early_in_a_week_the_weekend_is_the_last_one(text: str, timex: str) -> None:
    assert only(text, MONDAY).timex == timex


def test_a_length_with_two_ends_gives_a_range_of_dates() -> None:
    assert only("She left five or six years ago.").timex == "2011/2012"
    assert only("She left a week or two ago.").timex == "2017-W06/2017-W07"
    assert values("He fell in 1990. Two or three years later he rose.")["Two or three years later"] == "1992/1993"
    assert read("Two or three years later he rose.") == []


def test_the_new_year_is_the_next_one_from_spring_on() -> None:
    assert only("It will open in the new year.", date(2017, 11, 2)).timex == "2018"
    assert only("It opened in the new year.").timex == "2017"


def test_undated_text_keeps_the_day_beside_its_weekday() -> None:
    assert only("It fell at 1:30 a.m. on Sunday, Feb. 1.", None).timex == "XXXX-02-01T01:30"
