"""Times in prose of newspapers and histories, with the values that a reader would give them."""

from __future__ import annotations

import pytest

from tests.kinds.timex.reading import values


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("The war began in 264 BC and ended later.", "264 BC", "BC0264"),
        ("Walls stood by the 5th century BC.", "the 5th century BC", "BC04"),
        ("The army froze during the winter of 1812–1813.", "the winter of 1812–1813", "1812-WI"),
        ("At dawn on 7 December 1941 the planes took off.", "dawn on 7 December 1941", "1941-12-07TMO"),
        ("He died on the night of 14 April 1912.", "the night of 14 April 1912", "1912-04-14TNI"),
        ("It burned on the afternoon of Monday, January 9, 2017.", "the afternoon of Monday, January 9, 2017",
         "2017-01-09TAF"),
        ("By mid-March the road was open.", "mid-March", "2017-03"),
        ("It opens in mid-to-late March.", "late March", "2017-03"),
        ("The run in March-May 2014 sold out.", "March-May 2014", "2014-03/2014-05"),
        ("Shops open Mon-Fri in winter.", "Mon-Fri", "2017-02-20/2017-02-24"),
        ("He ruled from the mid-1950s through the early 1970s.", "from the mid-1950s through the early 1970s",
         "195/197"),
        ("In the year to March, output fell.", "the year to March", "2016-04-01/2017-03-31"),
        ("Sales in the week ended Saturday rose.", "the week ended Saturday", "2017-W07"),
        ("From the first quarter to June nothing moved.", "the first quarter to June", "2017-Q1/2017-06"),
        ("Defaults rose in the fourth quarter to a record.", "the fourth quarter", "2016-Q4"),
        ("In the latest quarter, sales were flat.", "the latest quarter", "2016-Q4"),
        ("Profit rose to $5 million from $3 million a year earlier.", "a year earlier", "2016"),
        ("Trading resumed six days after the Sept. 11 attacks.", "six days after the Sept. 11", "2001-09-17"),
        ("It closed the week before last.", "the week before last", "2017-W06"),
        ("It will close in three days.", "in three days", "2017-02-26"),
        ("He will leave in several weeks.", "in several weeks", "FUTURE_REF"),
        ("They worked eight hours a day.", "a day", "P1D"),
        ("They worked eight hours a day all summer.", "eight hours", "PT8H"),
        ("She served two four-year terms.", "four-year", "P4Y"),
        ("The lake dries up each summer.", "each summer", "XXXX-SU"),
        ("The ship left at 3:30 in the afternoon.", "3:30 in the afternoon", "2017-02-23T15:30"),
        ("The ship left at 8 in the evening.", "8 in the evening", "2017-02-23T20:00"),
        ("The wave came at 2030 GMT.", "2030 GMT", "2017-02-23T20:30+00:00"),
        ("It fell on Tuesday the 14th at 7 p.m. exactly.", "Tuesday the 14th at 7 p.m.", "2017-02-14T19:00"),
        ("The store opens on earth day 2018.", "earth day 2018", "2018-04-22"),
        ("The treaty of 1918 was signed on 23/Sep/2016.", "23/Sep/2016", "2016-09-23"),
    ],
)  # fmt: skip
def test_value_in_prose(text: str, surface: str, timex: str) -> None:
    assert values(text)[surface] == timex


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They crossed on 15 June 1815. On the 16th, they fought, and on the 18th they lost.",
         {"15 June 1815": "1815-06-15", "the 16th": "1815-06-16", "the 18th": "1815-06-18"}),
        ("They met on 30 January 2016. On the 2nd, they left.",
         {"30 January 2016": "2016-01-30", "the 2nd": "2016-02-02"}),
        ("Bids are due on the 26th.", {"the 26th": "2017-02-26"}),
        ("Bids closed on the 26th.", {"the 26th": "2017-01-26"}),
        ("She lives on the 18th floor, the 4th in line.", {}),
        ("It struck at 10:30 p.m. EST (03:30 GMT) on Monday.",
         {"10:30 p.m. EST": "2017-02-20T22:30-05:00", "03:30 GMT": "2017-02-21T03:30+00:00", "Monday": "2017-02-20"}),
        ("The quake hit at 9:47 p.m. local time (0247 GMT Tuesday), they said.",
         {"9:47 p.m. local time": "2017-02-20T21:47", "0247 GMT Tuesday": "2017-02-21T02:47+00:00"}),
        ("The quake hit at 7:37 a.m. local time Wednesday (2337 GMT Tuesday).",
         {"7:37 a.m. local time Wednesday": "2017-02-22T07:37", "2337 GMT Tuesday": "2017-02-21T23:37+00:00"}),
        ("The quake hit on Monday at 9:47 p.m. local time (0247 GMT).",
         {"Monday at 9:47 p.m. local time": "2017-02-20T21:47", "0247 GMT": "2017-02-21T02:47+00:00"}),
        ("The storm came on 5 May 2016. The next day, Friday, it left.",
         {"5 May 2016": "2016-05-05", "The next day, Friday": "2016-05-06"}),
        ("The Sunday Times and the Good Friday Agreement were read on Super Bowl Sunday.", {}),
        ("In November, the first of three boats sank.", {"November": "2016-11"}),
        ("Rome burned in AD 64; a 30 second ad ran.", {"AD 64": "0064"}),
    ],
)  # fmt: skip
def test_all_expressions_in_prose(text: str, wanted: dict[str, str]) -> None:
    assert values(text) == wanted
