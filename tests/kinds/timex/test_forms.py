"""The values of the common forms, in a document published on Thursday, 23 February 2017."""

from __future__ import annotations

from datetime import date

import pytest

from tests.kinds.timex.reading import first_and_last, only, read, values

SPELLINGS = {
    "2016-11-08": [
        "Nov. 8, 2016", "November 8, 2016", "Nov 8 2016", "November 8th, 2016", "8 November 2016", "8 Nov. 2016",
        "the 8th of November 2016", "8th November, 2016", "2016-11-08", "Tuesday, Nov. 8, 2016", "8-Nov-2016",
        "8.11.2016", "Tuesday 8 November 2016", "2016/11/08", "Tuesday the 8th of November, 2016", "NOVEMBER 8, 2016",
    ],
    "2016-11-18": ["11/18/2016", "18/11/2016", "18.11.2016", "Nov. 18, 2016"],
    "2016-09": ["September 2016", "Sept. 2016", "September, 2016", "September of 2016"],
    "2016": ["2016", "the year 2016"],
    "197": ["the 1970s", "the 1970's", "the '70s", "the 70s", "the seventies"],
    "18": ["the 19th century", "the nineteenth century"],
    "2016-Q3": ["the third quarter of 2016", "Q3 2016", "3Q 2016", "Q3 of 2016", "the 3rd quarter of 2016"],
    "2015-H2": ["the second half of 2015", "H2 2015", "2H 2015"],
    "2012-SU": ["the summer of 2012", "summer 2012"],
    "2013/2016": ["from 2013 to 2016", "between 2013 and 2016", "2013-2016", "2013–16"],
    "FY2016": ["fiscal 2016", "fiscal year 2016", "FY2016", "the 2016 fiscal year"],
    "2016-12-25": ["Christmas 2016", "Christmas Day 2016"],
    "2016-11-24": ["Thanksgiving 2016", "Thanksgiving Day, 2016"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("surface", "timex"), [(surface, timex) for timex, forms in SPELLINGS.items() for surface in forms]
)
def test_spellings_of_one_value(surface: str, timex: str) -> None:
    found = read(f"The archive was sealed in {surface}, and no one came.")
    assert [(value.timex, text) for text, _, value in found] == [(timex, surface)]


RELATIVE = [
    ("The governor said Thursday that it was over.", "2017-02-23"),
    ("The governor said Wednesday that it was over.", "2017-02-22"),
    ("The governor said Friday that it was over.", "2017-02-17"),
    ("The panel will vote Friday.", "2017-02-24"),
    ("The panel is scheduled to vote on Monday.", "2017-02-27"),
    ("Friday's vote will be close.", "2017-02-24"),
    ("On Tuesday, the firm will name a chief.", "2017-02-28"),
    ("She would not comment Tuesday.", "2017-02-21"),
    ("Officials said the trial will begin Monday.", "2017-02-27"),
    ("The mayor unveiled plans Tuesday to widen the bridge.", "2017-02-21"),
    ("The firm raised its full-year profit forecast on Tuesday.", "2017-02-21"),
    ("The mayor unveiled plans for Tuesday.", "2017-02-28"),
    ("The mayor plans Tuesday to widen the bridge.", "2017-02-28"),
    ("Officials said Monday the trial will begin.", "2017-02-20"),
    ("The museum stays shut until Saturday.", "2017-02-25"),
    ("He died last Thursday.", "2017-02-16"),
    ("It opens next Thursday.", "2017-03-02"),
    ("It opened this past Saturday.", "2017-02-18"),
    ("It is due this coming Saturday.", "2017-02-25"),
    ("It ended today.", "2017-02-23"),
    ("It ended yesterday.", "2017-02-22"),
    ("It begins the day after tomorrow.", "2017-02-25"),
    ("It ended the day before yesterday.", "2017-02-21"),
    ("It ended this week.", "2017-W08"),
    ("It ended last weekend.", "2017-W07-WE"),
    ("It ended last month.", "2017-01"),
    ("It ended last year.", "2016"),
    ("It ended last quarter.", "2016-Q4"),
    ("It begins next decade.", "202"),
    ("It ended in November.", "2016-11"),
    ("It will end in November.", "2017-11"),
    ("It ended on Dec. 30.", "2016-12-30"),
    ("It ended on Feb. 2.", "2017-02-02"),
    ("It will end on Dec. 30.", "2017-12-30"),
    ("A March 3 deadline has been set.", "2017-03-03"),
    ("It ended last June.", "2016-06"),
    ("It ended three days ago.", "2017-02-20"),
    ("It ended two weeks ago.", "2017-W06"),
    ("It ended two months ago.", "2016-12"),
    ("It ended 41 years ago.", "1976"),
    ("It ended a decade ago.", "2007"),
    ("It ended a century ago.", "1917"),
    ("It ended a year and a half ago.", "2015-08"),
    ("It ended two weeks and three days ago.", "2017-02-06"),
    ("It will end four days from now.", "2017-02-27"),
    ("It ended in the fourth quarter.", "2016-Q4"),
    ("It ended last summer.", "2016-SU"),
    ("It ended last winter.", "2015-WI"),
    ("It ended at Easter.", "2016-03-27"),
    ("It will end at Easter.", "2017-04-16"),
    ("It will end on July 4 next year.", "2018-07-04"),
    ("It ended in September of last year.", "2016-09"),
    ("It ended on the last day of November.", "2016-11-30"),
    ("It ended Wednesday of last week.", "2017-02-15"),
    ("It will end on Friday the 3rd.", "2017-03-03"),
    ("It ended two days before Christmas 2015.", "2015-12-23"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "timex"), RELATIVE)
def test_relative_to_publication_by_tense(text: str, timex: str) -> None:
    assert only(text).timex == timex


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("The king died on March 3, 1990. Two weeks later his son fled.", "Two weeks later", "1990-W11"),
        ("The king died on March 3, 1990. The next day his son fled.", "The next day", "1990-03-04"),
        ("The king died on March 3, 1990. The same day his son fled.", "The same day", "1990-03-03"),
        ("The king died in 1990. The following year his son fled.", "The following year", "1991"),
        ("The king died in 1990. A year earlier his son fled.", "A year earlier", "1989"),
        ("The king died in 1990. That year his son fled.", "That year", "1990"),
        ("Sales rose to 9 million in January from 8 million a year earlier.", "a year earlier", "2016-01"),
        ("Profit fell in the third quarter of 2015 from a year ago.", "a year ago", "2014-Q3"),
        ("On Tuesday a wall fell at 8:15 a.m. on two cars.", "8:15 a.m.", "2017-02-21T08:15"),
        ("On Tuesday a wall fell. It was found in the evening.", "the evening", "2017-02-21TEV"),
    ],
)
def test_relative_to_the_antecedent(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex


@pytest.mark.parametrize(
    ("text", "timex", "hedge"),
    [
        ("It took two weeks.", "P2W", None),
        ("It must end within two weeks.", "P2W", "within"),
        ("It took more than four decades.", "P40Y", "more than"),
        ("It took nearly five months.", "P5M", "nearly"),
        ("It was a 90-day truce.", "P90D", None),
        ("It took a year and a half.", "P1.5Y", None),
        ("It took two and a half years.", "P2.5Y", None),
        ("It took three-and-a-half hours.", "PT3.5H", None),
        ("It took half a century.", "P50Y", None),
        ("It took a quarter-century.", "P25Y", None),
        ("It took an hour.", "PT1H", None),
        ("It took twenty-five minutes.", "PT25M", None),
        ("It took several years.", "PXY", None),
        ("It took a few days.", "PXD", None),
        ("It took a couple of months.", "P2M", None),
        ("It went on for decades.", "PXDE", None),
        ("It took five years and two months.", "P5Y2M", None),
        ("It took two to three weeks.", "P2W/P3W", None),
        ("It took one fortnight.", "P2W", None),
        ("It fell over the past three months.", "P3M", None),
        ("It fell for six straight days.", "P6D", None),
        ("It will fall over the next several years.", "PXY", None),
        ("A five-year plan failed.", "P5Y", None),
        ("It lay there 1,200 years.", "P1200Y", None),
        ("It took about 3 1/2 years.", "P3.5Y", "about"),
    ],
)
def test_lengths(text: str, timex: str, hedge: str | None) -> None:
    value = only(text)
    assert (value.type, value.timex, value.hedge) == ("DURATION", timex, hedge)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It rings twice a week.", "P1W"),
        ("It rings every Friday.", "XXXX-WXX-5"),
        ("It rings on Sundays.", "XXXX-WXX-7"),
        ("It rings every other day.", "P2D"),
        ("It rings every two years.", "P2Y"),
        ("It rings each month.", "P1M"),
        ("It rings daily.", "P1D"),
        ("It sells 200 bells a year.", "P1Y"),
        ("It sells two million barrels a day.", "P1D"),
        ("It rings three times per hour.", "PT1H"),
        ("It rings every night.", "XXXX-XX-XXTNI"),
    ],
)
def test_sets(text: str, timex: str) -> None:
    value = only(text)
    assert (value.type, value.timex) == ("SET", timex)


@pytest.mark.parametrize(
    ("text", "timex", "mod", "days"),
    [
        ("It ended in early March 2016.", "2016-03", "START", ("2016-03-01", "2016-03-15")),
        ("It ended in mid-July 2016.", "2016-07", "MID", ("2016-07-08", "2016-07-24")),
        ("It ended in late 2013.", "2013", "END", ("2013-07-02", "2013-12-31")),
        ("It ended at the end of June 2016.", "2016-06", "END", ("2016-06-16", "2016-06-30")),
        ("It ended around 1850.", "1850", "APPROX", ("1850-01-01", "1850-12-31")),
        ("It has run since 2009.", "2009", "AFTER", ("2009-01-01", None)),
        ("It has run since the 1970s.", "197", "AFTER", ("1970-01-01", None)),
        ("It has run since early 2009.", "2009", "AFTER", ("2009-01-01", None)),
        ("It ended earlier this week.", "2017-W08", "START", ("2017-02-20", "2017-02-23")),
        ("It will end later this year.", "2017", "END", ("2017-02-23", "2017-12-31")),
    ],
)
def test_parts_and_open_ends(text: str, timex: str, mod: str, days: tuple[str | None, str | None]) -> None:
    value = only(text)
    assert (value.timex, value.mod, first_and_last(value)) == (timex, mod, days)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It fell at 15:13 ET.", "2017-02-23T15:13-05:00"),
        ("It fell at 15:13 ET on July 4, 2016.", "2016-07-04T15:13-04:00"),
        ("It fell on February 23, 2017 15:13 ET.", "2017-02-23T15:13-05:00"),
        ("It fell at 20:13 GMT.", "2017-02-23T20:13+00:00"),
        ("It fell at 20:13 UTC.", "2017-02-23T20:13Z"),
        ("It fell at 0737 GMT.", "2017-02-23T07:37+00:00"),
        ("It fell at 7:37 AM local time.", "2017-02-23T07:37"),
        ("It fell at 6:40 p.m. (GMT +8).", "2017-02-23T18:40+08:00"),
        ("It fell at 7:37 a.m. Eastern Standard Time.", "2017-02-23T07:37-05:00"),
        ("It fell at noon.", "2017-02-23T12:00"),
        ("It fell at 12 a.m.", "2017-02-23T00:00"),
        ("It fell at 12:30 p.m.", "2017-02-23T12:30"),
        ("It fell at 9.15pm.", "2017-02-23T21:15"),
        ("It fell at 9 p.m. London time.", "2017-02-23T21:00+00:00"),
        ("It fell on 12 June 2016 at 9 p.m. BST.", "2016-06-12T21:00+01:00"),
        ("It fell at 5 p.m. Beijing time.", "2017-02-23T17:00+08:00"),
        ("It fell Monday morning.", "2017-02-20TMO"),
        ("It fell last night.", "2017-02-22TNI"),
        ("It fell Tuesday night at 11.30 p.m.", "2017-02-21T23:30"),
    ],
)
def test_times_of_the_day(text: str, timex: str) -> None:
    value = only(text)
    assert (value.type, value.timex) == ("TIME", timex)


def test_two_clocks_of_one_instant_over_midnight() -> None:
    (_, _, here), (_, _, there) = read("It fell on Feb. 22, 2017 at 22:13 ET (03:13 GMT).")
    assert (here.timex, there.timex) == ("2017-02-22T22:13-05:00", "2017-02-23T03:13+00:00")


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It ended yesterday.", None),
        ("It ended two weeks ago.", None),
        ("It ended last month.", None),
        ("It ended in May.", "XXXX-05"),
        ("It ended on May 3.", "XXXX-05-03"),
        ("It ended Friday.", "XXXX-WXX-5"),
        ("Profit rose in the fourth quarter.", "XXXX-Q4"),
        ("Profit rose in Q2.", "XXXX-Q2"),
        ("Profit rose in the first half.", "XXXX-H1"),
    ],
)
def test_undated_document_leaves_relative_dates_held(text: str, timex: str | None) -> None:
    value = only(text, None)
    assert (value.timex, value.first, value.last) == (timex, None, None)
    assert value.held == "the document states no date"


def test_undated_document_takes_the_year_of_a_near_date() -> None:
    assert values("It began on July 12, 2014. On July 13 it ended.", None)["July 13"] == "2014-07-13"


def test_event_is_the_clause_without_its_date() -> None:
    text = "The port reopened on Tuesday, while the mayor, who was ill, stayed at home."
    assert only(text).event == "The port reopened"


def test_century_of_a_two_digit_year_depends_on_publication() -> None:
    assert only("It was signed on 2/23/61.").first == date(1961, 2, 23)
    assert only("It was signed on 2/23/16.").first == date(2016, 2, 23)


@pytest.mark.parametrize(
    ("text", "facts", "first"),
    [
        ("Filed 01/02/2017.", {}, None),
        ("Filed 01/02/2017 and 25/12/2016.", {}, "2017-02-01"),
        ("Filed 01/02/2017 and 12/25/2016.", {}, "2017-01-02"),
        ("Filed 01/02/2017, residents of the town centre said in favour of it.", {}, "2017-02-01"),
        ("Filed 01/02/2017 at 15:13 ET.", {}, "2017-01-02"),
        ("Filed 01/02/2017.", {"url": "https://news.example.co.uk/a"}, "2017-02-01"),
        ("Filed 01/02/2017.", {"source": "Washington Ledger"}, "2017-01-02"),
    ],
)
def test_day_month_order_is_shown_by_the_document_or_held(text: str, facts: dict[str, str], first: str | None) -> None:
    value = read(text, **facts)[0][2]
    assert (value.first.isoformat() if value.first else None) == first
    assert bool(value.held) is (first is None)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The port reopened, ferries sailed on Monday, and no one slept.", "ferries sailed"),
        ("The port (shut since May) reopened on Monday, 14 ferries sailed.", "reopened"),
        ("Nobody sailed: the port reopened on Monday while ferries waited.", "the port reopened"),
        ("It handles 12,500 boxes on Mondays but not on Sunday.", "not"),
    ],
)
def test_the_event_of_a_date_ends_at_marks_and_conjunctions(text: str, event: str) -> None:
    assert read(text)[-1][2].event == event
