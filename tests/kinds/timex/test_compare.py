"""How two time expressions relate, in both orders."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.kinds.timex import TIMEX
from factcheck.kinds.timex.compare import compare, shown
from factcheck.model import Quantity, TimeExpression
from tests.kinds.timex.reading import RULES, only, read


@pytest.mark.parametrize(
    ("one", "two", "relation", "how"),
    [
        ("It fell on Feb. 23, 2017.", "It fell Thursday.", "same", ""),
        ("It fell in 2016.", "It fell last year.", "same", ""),
        ("It fell on Feb. 22, 2017.", "It fell Thursday.", "different", "off by one day"),
        ("It fell on Feb. 16, 2017.", "It fell Thursday.", "different", "off by one week"),
        ("It fell Tuesday.", "It fell Thursday.", "different", "day differs"),
        ("It fell on Feb. 3, 2016.", "It fell on Feb. 3, 2015.", "different", "year differs"),
        ("It fell on Feb. 3, 2016.", "It fell on May 3, 2016.", "different", "month differs"),
        ("It fell on Feb. 3, 2016.", "It fell on March 2, 2016.", "different", "day and month swapped"),
        ("It fell on Feb. 3, 2016.", "It fell on June 9, 2014.", "different", "day differs"),
        ("It fell in 2016.", "It fell in 2012.", "different", "year differs"),
        ("It fell in March 2016.", "It fell in March 2012.", "different", "year differs"),
        ("It fell in March 2016.", "It fell in May 2016.", "different", "month differs"),
        ("It fell last week.", "It fell two weeks ago.", "different", "off by one week"),
        ("It fell in March 2016.", "It fell on March 9, 2016.", "consistent", "part of"),
        ("It fell in 2016.", "It fell on March 9, 2016.", "consistent", "part of"),
        ("It fell in the 1970s.", "It fell in 1974.", "consistent", "part of"),
        ("It fell in early 2016.", "It fell in March 2016.", "consistent", "part of"),
        ("It fell in early 2016.", "It fell in November 2016.", "different", "month differs"),
        ("It has fallen since 2009.", "It fell in 2012.", "consistent", "part of"),
        ("It has fallen since 2009.", "It fell in 2008.", "different", "year differs"),
        ("It has fallen since 2009.", "It has fallen since March 2009.", "consistent", "part of"),
        ("It has fallen since 2009.", "It has fallen since 2011.", "different", "start differs"),
        ("It fell from 2013 to 2016.", "It fell in 2014.", "consistent", "part of"),
        ("It fell from 2013 to 2016.", "It fell from 2013 to 2015.", "different", "range differs"),
        ("It fell at about 9:30 a.m.", "It fell at 9:27 a.m.", "consistent", "rounded"),
        ("It fell at about 9:30 a.m.", "It fell at 9:40 a.m.", "consistent", "rounded"),
        ("It fell at about 9:30 a.m.", "It fell at 9:41 a.m.", "different", "time differs"),
        ("It fell at 9:30 a.m.", "It fell at 9:27 a.m.", "different", "time differs"),
        ("It fell at about 9:30 a.m. GMT.", "It fell at 9:27 a.m. GMT.", "consistent", "rounded"),
        ("It fell in fiscal 2016.", "It fell in FY2016.", "same", ""),
        ("It fell in fiscal 2016.", "It fell in FY2015.", "different", "year differs"),
        ("It rose in the first quarter of fiscal 2016.", "It rose in FY2016.", "consistent", "part of"),
        ("It fell from March 3 to 5, 2016.", "It fell from March 3 to 5, 2016, they say.", "same", ""),
        ("It fell from 2013 to 2016.", "It fell from May 2013 to 2016.", "consistent", "part of"),
        ("It has run since March 3, 2016.", "It has run since March 2016.", "consistent", "part of"),
        ("It has run since last week.", "It has run since Tuesday.", "different", "start differs"),
        ("It has run since 2014.", "It fell on May 5, 2012.", "different", "year differs"),
        ("It fell Thursday morning.", "It fell Thursday.", "consistent", "part of"),
        ("It fell Thursday morning.", "It fell Thursday evening.", "different", "time differs"),
        ("It fell at 15:13 ET.", "It fell on Wednesday.", "different", "off by one day"),
        ("It fell at 3 p.m. Tuesday.", "It fell at 3 p.m. Thursday.", "different", "day differs"),
        ("It fell in fiscal 2016.", "It fell in 2016.", "held", "vague"),
        ("It took two weeks.", "It took three weeks.", "different", "duration differs"),
        ("It took one week.", "It took seven days.", "same", ""),
        ("It took 18 months.", "It took a year and a half.", "same", ""),
        ("It took 90 days.", "It took three months.", "consistent", "converted"),
        ("It took 80 days.", "It took three months.", "different", "duration differs"),
        ("It must end within two weeks.", "It took two weeks.", "consistent", "part of"),
        ("It took two weeks.", "It took two weeks, they say.", "same", ""),
        ("It took more than two years.", "It took three years.", "consistent", "part of"),
        ("It took more than two years.", "It took one year.", "different", "duration differs"),
        ("It took nearly five months.", "It took five months.", "consistent", "part of"),
        ("It took two to four weeks.", "It took three weeks.", "consistent", "part of"),
        ("It took several years.", "It took three years.", "held", "vague"),
        ("It took two weeks.", "It fell last week.", "held", "kinds"),
        ("It rings every Friday.", "It took a week.", "held", "kinds"),
        ("It took two weeks.", "It took two months.", "different", "unit changed"),
        ("It took more than two years.", "It took less than two years.", "different", "bound flipped"),
        ("It rings every Friday.", "It rings every Monday.", "different", "weekday differs"),
        ("It rings twice a week.", "It rings weekly.", "same", ""),
        ("It rings every 12 months.", "It rings yearly.", "consistent", "converted"),
        ("It rings every night.", "It rings every week.", "held", "vague"),
        ("It took 24 hours.", "It took one day.", "same", ""),
        ("It rings yearly.", "It rings monthly.", "different", "frequency differs"),
        ("It fell at 15:13 ET.", "It fell at 20:13 GMT.", "same", ""),
        ("It fell at 15:13 ET.", "It fell at 20:13 UTC.", "same", ""),
        ("It fell at 15:13 ET.", "It fell at 21:13 GMT.", "different", "off by one hour"),
        ("It fell at 15:13 ET.", "It fell at 20:43 GMT.", "different", "time differs"),
        ("It fell at 3 p.m.", "It fell at 4 p.m.", "different", "time differs"),
        ("It fell at 3 p.m.", "It fell at 3 p.m. local time.", "same", ""),
        ("It fell at 3 p.m.", "It fell at 3 p.m. ET.", "consistent", ""),
        ("It fell at 3 p.m.", "It fell at 4 p.m. ET.", "held", "zone"),
        ("It fell Thursday night.", "It fell at 9 p.m. Thursday.", "consistent", "part of"),
        ("It fell Thursday night.", "It fell at 9 a.m. Thursday.", "different", "time differs"),
        ("It fell at 9 p.m. Thursday.", "It fell Thursday.", "consistent", "part of"),
        ("It fell at 9 p.m. Thursday.", "It fell Wednesday.", "different", "off by one day"),
        ("It fell recently.", "It fell Thursday.", "held", "held"),
        ("Filed 01/02/2017.", "It fell on Feb. 1, 2017.", "held", "held"),
    ],
)  # fmt: skip
def test_relation(one: str, two: str, relation: str, how: str) -> None:
    first, second = read(one)[-1][2], read(two)[-1][2]
    found = TIMEX.compare(first, second, RULES)
    assert (found.relation, found.wording) == (relation, how)
    assert found.reason or relation == "same"
    back = TIMEX.compare(second, first, RULES)
    assert (back.relation, back.wording) == (relation, how)


def test_reason_names_both_values() -> None:
    found = TIMEX.compare(only("It fell on Feb. 22, 2017."), only("It fell Thursday."), RULES)
    assert found.reason == "Wednesday 22 February 2017 is not Thursday 23 February 2017"


@pytest.mark.parametrize(
    ("one", "two", "relation", "how"),
    [
        ("It fell Friday.", "It fell Friday.", "same", ""),
        ("It fell Friday.", "It fell Monday.", "different", "weekday differs"),
        ("It fell on May 3.", "It fell in May.", "consistent", "part of"),
        ("It fell on May 3.", "It fell on May 4.", "different", "day differs"),
        ("It fell on May 3.", "It fell on June 3.", "different", "month differs"),
        ("It fell on May 3.", "It fell Friday.", "held", "held"),
        ("It fell yesterday.", "It fell Friday.", "held", "held"),
        ("Sales fell in the second quarter.", "Sales fell in Q2.", "same", ""),
        ("Sales fell in the second quarter.", "Sales fell in Q3.", "different", "quarter differs"),
        ("Sales fell in the first half.", "Sales fell in the second half.", "different", "half differs"),
        ("Sales fell in the second quarter.", "It fell on May 3.", "held", "held"),
    ],
)
def test_partial_dates_of_two_undated_documents_can_differ(one: str, two: str, relation: str, how: str) -> None:
    found = TIMEX.compare(only(one, None), only(two, None), RULES)
    assert (found.relation, found.wording) == (relation, how)


@pytest.mark.parametrize(
    ("undated", "dated", "relation", "how"),
    [
        ("Sales fell in the second quarter.", "Sales fell in the second quarter of 2016.", "consistent", "part of"),
        (
            "Sales fell in the second quarter.",
            "Sales fell in the third quarter of 2016.",
            "different",
            "quarter differs",
        ),
        ("Sales fell in the second quarter.", "Our fiscal 2022 second quarter is weak.", "consistent", "part of"),
        ("Sales fell in the second quarter.", "Our fiscal 2022 third quarter is weak.", "different", "quarter differs"),
        ("It fell on May 3.", "It fell on May 3, 2016.", "consistent", "part of"),
        ("It fell on May 3.", "It fell on May 4, 2016.", "different", "day differs"),
        ("It fell Friday.", "It fell on Feb. 24, 2017.", "consistent", "part of"),
        ("It fell Friday.", "It fell on Feb. 23, 2017.", "different", "weekday differs"),
        ("It fell yesterday.", "It fell on Feb. 23, 2017.", "held", "held"),
    ],
)
def test_partial_date_against_full_date(undated: str, dated: str, relation: str, how: str) -> None:
    one, two = only(undated, None), only(dated, None)
    for found in (TIMEX.compare(one, two, RULES), TIMEX.compare(two, one, RULES)):
        assert (found.relation, found.wording) == (relation, how)


def test_a_date_against_a_number_is_held() -> None:
    assert TIMEX.compare(only("It fell Thursday."), Quantity(None, None, None), RULES).relation == "held"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TimeExpression("2018-FA", "DATE"), "autumn 2018"),
        (
            TimeExpression("2023-10-06TEV", "TIME", date(2023, 10, 6), date(2023, 10, 6)),
            "the evening of Friday 6 October 2023",
        ),
        (TimeExpression("2026", "DATE", date(2026, 9, 1), date(2026, 12, 31), "END"), "the end of 2026"),
        (TimeExpression("2027", "DATE", date(2027, 5, 1), date(2027, 8, 31), "MID"), "the middle of 2027"),
        (TimeExpression("2027-04", "DATE", date(2027, 4, 1), date(2027, 4, 30)), "April 2027"),
    ],
)
def test_a_date_is_shown_as_a_reader_writes_it(value: TimeExpression, expected: str) -> None:
    assert shown(value) == expected


def test_midnight_begins_a_day_or_ends_the_day_before() -> None:
    def clock(timex: str) -> TimeExpression:
        day = date.fromisoformat(timex[:10]) if timex[0] != "T" else None
        return TimeExpression(timex, "TIME", day, day)

    pairs = [
        ("2023-10-06T24:00", "2023-10-06T00:00", "same"),
        ("2023-10-06T24:00", "2023-10-07T00:00", "same"),
        ("2023-10-06T00:00", "2023-10-07T24:00", "different"),
        ("2023-10-06T24:00", "2023-10-08T00:00", "different"),
        ("2023-10-06T24:00", "2023-10-06T12:00", "different"),
        ("T24:00", "T00:00", "same"),
        ("2023-10-06T24:00+00:00", "2023-10-06T00:00+00:00", "different"),
    ]
    for one, two, relation in pairs:
        assert compare(clock(one), clock(two), RULES).relation == relation
        assert compare(clock(two), clock(one), RULES).relation == relation
