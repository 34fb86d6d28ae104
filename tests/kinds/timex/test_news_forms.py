"""Dates in news, resolved by the words around them, in a document published on Thursday, 23 February 2017."""

from __future__ import annotations

import pytest

from tests.kinds.timex.reading import first_and_last, only, read, values

DIRECTIONS = [
    ("The referendum is Tuesday.", "Tuesday", "2017-02-28"),
    ("Kick-off is at 3 p.m. on Saturday.", "3 p.m. on Saturday", "2017-02-25T15:00"),
    ("The match was moved to Sunday because of snow.", "Sunday", "2017-02-26"),
    ("The match was moved on Sunday to a smaller ground.", "Sunday", "2017-02-19"),
    ("The results come out on Monday.", "Monday", "2017-02-27"),
    ("Highs Friday should reach the upper 60s.", "Friday", "2017-02-24"),
    ("May told the harbour board on Wednesday that talks would begin.", "Wednesday", "2017-02-22"),
    ("At the United Nations on Monday, a vote failed.", "Monday", "2017-02-20"),
    ("A June 3 hearing has been set down for the port court.", "June 3", "2017-06-03"),
    ("The ferry line split off into a separate firm in July.", "July", "2016-07"),
    ("Earnings were $2 a share in April.", "April", "2016-04"),
    ("The festival runs from Aug. 30 through Sept. 3.", "from Aug. 30 through Sept. 3", "2017-08-30/2017-09-03"),
    ("Grain for November delivery fell.", "November", "2017-11"),
    ("In mid-October, grain futures fell.", "mid-October", "2016-10"),
    ("It will stay shut until Christmas.", "Christmas", "2017-12-25"),
    ("He was at large until Dec. 7, when a farmer found him.", "Dec. 7", "2016-12-07"),
    ("The dividend is payable Nov. 3.", "Nov. 3", "2017-11-03"),
    ("Lipno on Sept. 4: an empty quay.", "Sept. 4", "2016-09-04"),
]


@pytest.mark.parametrize(("text", "surface", "timex"), DIRECTIONS)
def test_words_beside_a_date_show_past_or_future(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex


QUARTERS = [
    ("The yard expects first-quarter earnings of $1.10.", "first-quarter", "2017-Q1"),
    ("Earnings were $1.10 in the second quarter.", "the second quarter", "2016-Q2"),
    ("The yard plans to raise its sales to a partner in the second half.", "the second half", "2017-H2"),
    ("Output fell in the quarter that ended June 30.", "the quarter that ended June 30", "2016-Q2"),
    ("Output rose 9 percent from last year's Q2.", "last year's Q2", "2016-Q2"),
    ("In the fiscal 2016 second quarter it rose.", "the fiscal 2016 second quarter", "FY2016-Q2"),
    ("In 2025 it should double, compared with the prior year.", "the prior year", "2016"),
    ("The April-June quarter saw growth.", "April-June", "2016-04/2016-06"),
]


@pytest.mark.parametrize(("text", "surface", "timex"), QUARTERS)
def test_year_of_a_quarter_depends_on_the_verb(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex


def test_a_rank_or_a_noun_after_it_shows_a_month() -> None:
    assert values("It was the wettest May since 1998.")["May"] == "2016-05"
    assert values("At a March meeting, the board sold the quay.")["March"] == "2017-03"
    assert "May" in values("The May election may change that.")
    assert read("The March for Bread drew 400, and the May government fell.") == []


def test_a_range_of_days_takes_the_year_after_it() -> None:
    assert values("From May 1 to June 15 last year, ships docked.") == {
        "From May 1 to June 15 last year": "2016-05-01/2016-06-15"
    }


def test_a_day_enumerated_with_a_full_date_takes_its_year() -> None:
    assert values("It burned on Aug. 5, 1998, and again on Aug. 7.")["Aug. 7"] == "1998-08-07"
    assert values("He was born Aug. 5, 1978, in Lipno, and arrested Feb. 12.")["Feb. 12"] == "2017-02-12"


def test_opening_hours_and_opening_days_are_two_ranges() -> None:
    assert values("The mill is open 10 a.m. to 5 p.m. Tuesday through Sunday.") == {
        "10 a.m. to 5 p.m.": "2017-02-23T10:00/2017-02-23T17:00",
        "Tuesday through Sunday": "2017-02-21/2017-02-26",
    }


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The curfew ran from 9 p.m. Saturday to 6 a.m. Sunday.", "2017-02-18T21:00/2017-02-19T06:00"),
        ("Seen between 7 p.m. on Saturday 18 February and 2 a.m. on Sunday.", "2017-02-18T19:00/2017-02-19T02:00"),
        ("It is shut from 2 p.m. till tomorrow 4:30 p.m.", "2017-02-23T14:00/2017-02-24T16:30"),
        ("The fire raged from 2 a.m. to 6 a.m. Sunday.", "2017-02-19T02:00/2017-02-19T06:00"),
    ],
)  # fmt: skip
def test_each_end_of_a_range_of_hours_has_its_own_day(text: str, timex: str) -> None:
    assert only(text).timex == timex


def test_a_clock_time_takes_the_day_after_it_in_its_clause() -> None:
    assert values("Four boats sank at 3:20 p.m. in the strait Tuesday.")["3:20 p.m."] == "2017-02-21T15:20"
    assert values("He said at 3 p.m. he will return Monday.")["3 p.m."] == "2017-02-23T15:00"
    assert values("On Monday he rang at 3 p.m. from the quay Tuesday crews use.")["3 p.m."] == "2017-02-20T15:00"


def test_a_clock_time_takes_the_last_day_mentioned() -> None:
    story = "The mill burned on Sunday. {}They were called at 3:15 a.m. by a neighbour."
    assert values(story.format(""))["3:15 a.m."] == "2017-02-19T03:15"
    assert values(story.format("Nobody slept. " * 6))["3:15 a.m."] == "2017-02-19T03:15"
    old = "The mill opened on May 3, 1960. " + "Nobody slept. " * 6 + "They were called at 3:15 a.m."
    assert values(old)["3:15 a.m."] == "2017-02-23T03:15"
    coming = "The trial opens on March 14. Nobody slept. Nobody ate. They were called at 3:15 a.m."
    assert values(coming)["3:15 a.m."] == "2017-02-23T03:15"


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("A year ago today the mill burned.", "2016-02-23"),
        ("Three years ago this month the mill burned.", "2014-02"),
        ("Two weeks ago Monday the mill burned.", "2017-02-06"),
        ("Five years ago in October the mill burned.", "2011-10"),
        ("Six years ago on Jan. 12 the mill burned.", "2011-01-12"),
        ("Several years ago in October the mill burned.", "2016-10"),
        ("A decade ago this month the mill burned.", "2017-02"),
    ],
)
def test_a_length_ago_counts_back_from_the_day_after_it(text: str, timex: str) -> None:
    assert only(text).timex == timex


def test_a_hedge_on_a_length_ago_bounds_its_days() -> None:
    assert first_and_last(only("More than two years ago it shut.")) == ("2012-11-08", "2015-12-31")
    assert first_and_last(only("Less than two years ago it shut.")) == ("2015-01-01", "2017-02-23")
    assert only("About 20 years ago it shut.").mod == "APPROX"
    assert only("More than 25 million years ago it sank.").first is None


def test_the_unit_next_to_a_date_is_counted_from_it() -> None:
    assert only("The day after Labor Day 2016 it shut.").timex == "2016-09-06"
    assert only("It shut the week before Labor Day 2016.").timex == "2016-W35"
    assert only("It is due the weekend of March 11.").timex == "2017-W10-WE"


def test_the_next_year_counts_from_a_past_antecedent() -> None:
    assert values("He won in 2010; the next year he lost.")["the next year"] == "2011"
    assert values("He won in 2010; the next year will be hard.")["the next year"] == "2018"
    assert values("He won in the fall of 1996 and left the next January.")["the next January"] == "1997-01"


def test_later_without_an_antecedent_is_held() -> None:
    value = only("Two weeks later, he died.")
    assert (value.timex, value.first, value.held) == ("XXXX-WXX", None, "no date was told before it")
    assert only("An hour later, he died.").timex == "2017-02-23"


def test_now_as_the_end_of_a_range() -> None:
    assert only("The dock is shut between now and March 9.").timex == "2017-02-23/2017-03-09"
    assert only("Rents doubled between 2009 and now.").timex == "2009/2017-02-23"


@pytest.mark.parametrize(
    "text",
    [
        "A tune from 2001: A Space Odyssey played.",
        "She lives at 1610 Harbour View Road.",
        "He ran the race in 2:04:11.",
        "It was tied with 3:15 left in the fourth quarter.",
        "The referee stopped it at 2:56 of the sixth round.",
        "Temperatures fell into the 30s.",
        "It had a year-over-year gain.",
        "A climber was killed in fall weather.",
        "It took 2h to read.",
        "The monthly Patch Tuesday fix came.",
    ],
)  # fmt: skip
def test_other_figures_and_names_are_no_dates(text: str) -> None:
    assert [surface for surface, mention, _ in read(text) if mention.kind in ("date", "time")] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was tied with 3:15 left in the half.", "PT3M15S"),
        ("She scored with 12:00 to play.", "PT12M"),
        ("It was level with 0:41 remaining.", "PT0M41S"),
        ("The lead was five with 7:41 to go.", "PT7M41S"),
    ],
)
def test_what_a_match_clock_has_left_is_a_length(text: str, value: str) -> None:
    assert only(text).timex == value


@pytest.mark.parametrize("text", ["The bus at 7:41 left.", "By 7:41 left behind, they wept.", "A 4:30 to London left."])
def test_a_time_at_which_somebody_left_is_no_length(text: str) -> None:
    assert [mention.kind for _, mention, _ in read(text) if mention.kind == "duration"] == []


HISTORY = (
    "The dam was begun on October 19, 1950. On November 25 the river rose. In January the wall stood. "
    "In the spring of 1951 the gates were hung. In May the valley was flooded; by 1953 it had a road. "
    "In 1954 a bridge followed. In February it was opened."
)


def test_a_historical_text_counts_from_the_last_date() -> None:
    assert values(HISTORY) == {
        "October 19, 1950": "1950-10-19",
        "November 25": "1950-11-25",
        "January": "1951-01",
        "the spring of 1951": "1951-SP",
        "May": "1951-05",
        "1953": "1953",
        "1954": "1954",
        "February": "1954-02",
    }


def test_news_with_a_few_old_years_counts_from_publication() -> None:
    news = "The dam was begun in 1950, 1951 and 1953, and rebuilt in 1960. {} In January the wall fell, police said."
    assert values(news.format("A crack was seen Tuesday. Yesterday it grew."))["January"] == "2017-01"
    assert values(news.format("It was sealed in 2016 and 2017."))["January"] == "2017-01"
    assert values(news.format(""))["January"] == "1960-01"


def test_a_bare_unit_contains_the_antecedent_only_if_as_long() -> None:
    assert values("April will be wet. The rest of the week will be dry.")["The rest of the week"] == "2017-W08"
    assert values("Output rose in the quarter.")["the quarter"] == "2016-Q4"
    assert values("The mill will grow in the quarter.")["the quarter"] == "2017-Q1"


@pytest.mark.parametrize(
    ("text", "timex", "first", "last"),
    [
        ("Output for the year to date fell.", "2017", "2017-01-01", "2017-02-23"),
        ("It is to be done by week's end.", "2017-W08", "2017-02-20", "2017-02-26"),
        ("The books are closed at quarter-end.", "2017-Q1", "2017-01-01", "2017-03-31"),
        ("Back in the nineteen sixties it was a mill.", "196", "1960-01-01", "1969-12-31"),
        ("It opens a week from Monday.", "2017-03-06", "2017-03-06", "2017-03-06"),
    ],
)
def test_ends_of_units_and_lengths_from_a_future_day(text: str, timex: str, first: str, last: str) -> None:
    value = only(text)
    assert (value.timex, *first_and_last(value)) == (timex, first, last)


def test_not_until_is_past() -> None:
    assert values("Not until Monday did they hear of it.")["Monday"] == "2017-02-20"
    assert values("They'll vote soon, probably Wednesday.")["Wednesday"] == "2017-03-01"


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("They agreed Thursday to meet again on April 5.", "April 5", "2017-04-05"),
        ("They went to Lipno on May 29.", "May 29", "2016-05-29"),
        ("She arrived Thursday and leaves Saturday.", "Saturday", "2017-02-25"),
        ("Banks are to stay closed through Tuesday.", "Tuesday", "2017-02-28"),
        ("They'd hoped to agree before Monday.", "Monday", "2017-02-27"),
        ("The mill had a plan ready in May.", "May", "2017-05"),
        ("On Wednesday alone nine carts had to be towed.", "Wednesday", "2017-02-22"),
        ("On Wednesday a new dean was to be chosen.", "Wednesday", "2017-03-01"),
    ],
)
def test_a_verb_decides_for_its_own_date_only(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex
