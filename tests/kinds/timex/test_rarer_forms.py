"""Rarer forms, and readings at the limits of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import RuleError
from factcheck.kinds.timex import TIMEX
from factcheck.model import Document
from factcheck.ruleset import load_rules
from factcheck.segment import sentences
from tests.kinds.timex.reading import only, read, values

DATES = [
    ("It fell on the third of March 2016.", "2016-03-03"),
    ("It ran from Feb. 27-30, 2016.", "2016-02-27"),
    ("It fell this September.", "2017-09"),
    ("It will fall next September.", "2017-09"),
    ("It fell in the 5th century BC.", "BC04"),
    ("It fell on Friday the 3rd, at dusk or so.", "2017-02-03"),
    ("It closed over Easter weekend.", "2016-W12-WE"),
    ("It will reopen next Christmas.", "2017-12-25"),
    ("It will reopen this Christmas.", "2017-12-25"),
    ("It opened this winter.", "2016-WI"),
    ("It will open this summer.", "2017-SU"),
    ("It will open next spring.", "2017-SP"),
    ("It grew in the first quarter of fiscal 2016.", "FY2016-Q1"),
    ("It grew in the final quarter of fiscal 2016.", "FY2016-Q4"),
    ("It grew in the last month of 2015.", "2015-12"),
    ("It grew in the last quarter of 2015.", "2015-Q4"),
    ("It grew a day after Feb. 29, 2016.", "2016-03-01"),
    ("It grew one year after Feb. 29, 2016.", "2017-02-28"),
    ("It grew several days before Christmas 2015.", "2015-12-25"),
    ("It grew this weekend.", "2017-W07-WE"),
    ("It will grow this weekend.", "2017-W08-WE"),
    ("It was seen over the weekend.", "2017-W07-WE"),
    ("It will end by the end of the century.", "20"),
    ("It ended two and a half weeks ago.", "2017-02-06"),
    ("It ended a year and three months ago.", "2015-11"),
    ("It ended a fortnight ago.", "2017-W06"),
    ("It ended minutes later.", "2017-02-23"),
    ("It ended 3,000 years ago.", "BC0983"),
    ("It ended 12,000 years ago.", "KA12"),
    ("It ended 25 million years ago.", "MA25"),
    ("It ended on the tenth day of March 2016.", "2016-03-10"),
    ("It ended in the second month of 2016.", "2016-02"),
    ("It ended in the last weekend of March 2016.", "2016-W13-WE"),
    ("It ended in the first decade of this century.", "200"),
    ("It ended on the last Friday of March 2016.", "2016-03-25"),
    ("It ended in week 53 of 2015.", "2015-W53"),
    ("It ended in the nineties.", "199"),
    ("It is the same day.", "2017-02-23"),
    ("It was a strange day, this day.", "2017-02-23"),
    ("It falls on Feb. 29.", "2016-02-29"),
    ("It will fall on Feb. 29.", "2020-02-29"),
    ("It will fall by year-end.", "2017"),
    ("It has been so for a second consecutive week.", "2017-W08"),
    ("It will last from Monday until Friday.", "2017-02-27/2017-03-03"),
    ("It fell in 2016 Nov and later.", "2016-11"),
    ("It fell in February.", "2017-02"),
    ("It fell this past Tuesday.", "2017-02-21"),
    ("It fell last Tuesday.", "2017-02-14"),
    ("The show closes at the end of the weekend.", "2017-W08-WE"),
    ("TWO WEEKS AGO THE PIER FELL.", "2017-W06"),
    ("It fell five years from now.", "2022"),
    ("It fell two years after 2009.", "2009"),
    ("It fell on the last day of last week.", "2017-02-19"),
    ("It fell three hours after Tuesday.", "2017-02-21"),
    ("The 2012 summer was dry.", "2012-SU"),
    ("It lasted from November to January.", "2016-11/2017-01"),
    ("It lasted between Dec. 20 and Jan. 6, 2016.", "2015-12-20/2016-01-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "timex"), DATES)
def test_dates(text: str, timex: str) -> None:
    assert timex in values(text).values()


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It left at ten past nine.", "2017-02-23T09:10"),
        ("It left on Thursday at noon.", "2017-02-23T12:00"),
        ("It left on Thursday at half past seven.", "2017-02-23T07:30"),
        ("It fell on 2016-02-23T15:13:20+01:00.", "2016-02-23T15:13:20+01:00"),
        ("It fell at 15:13:20 GMT.", "2017-02-23T15:13:20+00:00"),
        ("It ran between 11 and 1 p.m. today.", "2017-02-23T11:00/2017-02-23T13:00"),
        ("It ran 7 to 9 p.m. on Saturday.", "2017-02-18T19:00/2017-02-18T21:00"),
        ("It ran Saturday from 7 to 9 p.m.", "2017-02-18T19:00/2017-02-18T21:00"),
        ("It ran from 11:41 p.m. to 3 a.m. here.", "2017-02-23T23:41/2017-02-24T03:00"),
        ("It ran from 9:15 to noon.", "2017-02-23T09:15/2017-02-23T12:00"),
        ("It ran at 9:15 until 11:30 p.m. here.", "2017-02-23T21:15/2017-02-23T23:30"),
        ("It ran at 11:30 until 1:15 p.m. here.", "2017-02-23T11:30/2017-02-23T13:15"),
        ("It left at a quarter to noon.", "2017-02-23T11:45"),
        ("It ran Feb. 16 at 9 a.m. to noon.", "2017-02-16T09:00/2017-02-16T12:00"),
        ("It fell Thursday night at 1.30 a.m. there.", "2017-02-23T01:30"),
        ("It fell Thursday night at 11:15.", "2017-02-23T23:15"),
        ("It fell on the morning of July 4, 2016.", "2016-07-04TMO"),
        ("It fell at 5 p.m. GMT+5:30.", "2017-02-23T17:00+05:30"),
        ("It fell at 9 p.m. Kyiv time.", "2017-02-23T21:00+02:00"),
    ],
)
def test_times(text: str, timex: str) -> None:
    value = only(text)
    assert (value.type, value.timex) == ("TIME", timex)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("The king died on March 3, 1990. The previous Friday he was well.", "The previous Friday", "1990-03-02"),
        ("The king died on March 3, 1990. The following Friday he was buried.", "The following Friday", "1990-03-09"),
        ("The king died on March 3, 1990. The same Friday he was buried.", "The same Friday", "1990-03-02"),
        ("The king died in 1990. The following summer his son fled.", "The following summer", "1991-SU"),
        ("The king died in 1990. It was that June.", "that June", "1990-06"),
        ("The king died on March 3, 1990. A few days later he was buried.", "A few days later", "FUTURE_REF"),
        ("The king died on March 3, 1990. It was over the weekend.", "the weekend", "1990-W09-WE"),
        ("Sales in May 2016 beat those of the same month in 2014.", "the same month in 2014", "2014-05"),
        ("From May 2 to May 9, 2016, they beat the same period last year.", "the same period last year",
         "2015-05-02/2015-05-09"),
        ("He saw the same week last year.", "the same week last year", "2016"),
        ("He saw the same quarter a year earlier.", "the same quarter a year earlier", "2016-Q1"),
    ],
)  # fmt: skip
def test_relative_to_the_antecedent(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It took three and a quarter hours.", "PT3.25H"),
        ("It took a quarter of an hour.", "PT15M"),
        ("It took half a decade.", "P5Y"),
        ("It took five days and two years.", "P5D"),
        ("It took an hour and twenty minutes.", "PT1H20M"),
        ("It took two millennia.", "P2000Y"),
        ("It took two semesters.", "P12M"),
        ("It took three weekends.", "P3WE"),
        ("It went on for centuries.", "PXCE"),
    ],
)
def test_lengths(text: str, timex: str) -> None:
    assert only(text).timex == timex


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It rings on weekends.", "P1WE"),
        ("It rings every weekday.", "P1WD"),
        ("It rings every Monday morning.", "XXXX-WXX-1TMO"),
        ("It rings in the mornings.", "XXXX-XX-XXTMO"),
        ("It rings every Friday at noon.", "XXXX-WXX-5T12:00"),
        ("It rings at noon every day.", "T12:00"),
    ],
)
def test_sets(text: str, timex: str) -> None:
    assert only(text).timex == timex


@pytest.mark.parametrize(
    "text",
    [
        "It ran Feb. 12-10, 2016.",
        "It fell on 2016-02-30 or 2016-02-31T15:13.",
        "It rose in the fifth quarter of 2015.",
        "It fell on 13/31/2016.",
        "It ran Feb. 30-31.",
        "It ran from 2016 to 2015 and was the last day.",
        "It ended in week 53 of 2016, they say.",
    ],
)
def test_dates_outside_the_calendar_have_no_days(text: str) -> None:
    assert {value.timex for _, _, value in read(text)} <= {"2015", "2016"}


def test_undated_document_keeps_the_day_and_the_time_of_a_joined_date() -> None:
    assert only("It fell Friday at 8 p.m.", None).timex == "XXXX-WXX-5T20:00"
    assert only("It fell at about 0737 GMT on Friday.", None).timex == "XXXX-WXX-5T07:37+00:00"
    assert only("It fell at about 0737 GMT on Friday.", None).mod == "APPROX"


def test_the_hour_behind_midnight_is_of_the_day_that_is_named() -> None:
    assert only("It fell just after midnight Sunday.").timex == "2017-02-19T00:00"
    assert only("It fell Sunday after midnight.").timex == "2017-02-19T00:00"
    assert only("It ended on Sunday at midnight.").timex == "2017-02-19T24:00"


def test_a_full_date_behind_the_time_of_its_weekday_needs_no_date_of_the_text() -> None:
    assert only("It fell early morning on Sunday, February 1, 2009.", None).timex == "2009-02-01TMO"


def test_units_in_capitals_after_figures_or_in_headlines_are_lengths() -> None:
    assert values("The 10-Year note fell.") == {"10-Year": "P10Y"}
    assert values("Mayor Freed After Two Weeks of Talks\nHe said so.") == {"Two Weeks": "P2W"}


def test_fiscal_quarter_without_its_year_is_held() -> None:
    value = only("It rose in the fiscal third quarter.")
    assert (value.timex, value.held) == ("XXXX-Q3", "the fiscal year is not told")


def test_length_between_a_hedge_and_a_preposition() -> None:
    assert only("It cost $9 million over five years.").hedge is None
    assert only("It was the first in over five years.").hedge == "over"


def test_long_event_is_cut_at_a_word() -> None:
    text = "the lighthouse and the old customs house and the fish market and the town hall and the museum of the sea "
    event = only(f"In 1998 they shut {text * 2}.").event
    assert event is not None
    assert len(event) < 100
    assert set(event.split()) <= set(f"they shut {text}".split())


def test_dates_in_claimed_spans_are_skipped() -> None:
    document = Document(id="text", text="It fell on Feb. 3 and May 4.", published=date(2017, 2, 23))
    lines = sentences(document, load_rules())
    (mention,) = TIMEX.find(document, lines, load_rules(), [(11, 17)])
    assert document.text[mention.start : mention.end] == "May 4"


def test_a_rule_that_joins_needs_a_kind(tmp_path) -> None:
    (tmp_path / "own.toml").write_text('[[rule]]\nid = "timex/own"\nsummary = "ours"\n', encoding="utf-8")
    with pytest.raises(RuleError, match="rule 'timex/own': needs a kind and a reading"):
        load_rules(tmp_path)


def test_a_project_adds_a_holiday(tmp_path) -> None:
    (tmp_path / "own.toml").write_text('[lists.holiday]\n"founders day" = "06-11"\n', encoding="utf-8")
    rules = load_rules(tmp_path)
    document = Document(id="text", text="It fell on Founders Day 2016.")
    lines = sentences(document, rules)
    ((_, value),) = TIMEX.normalise(TIMEX.find(document, lines, rules, ()), document, lines, rules)
    assert value.timex == "2016-06-11"
