"""Days that no calendar has, weekdays against their dates, ages against the dates of lives."""

from datetime import date

import pytest

from tests.consistency.slips import found, messages, severities


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("They met on Monday, March 14, 2017, in Oslo.", "Monday, March 14, 2017"),
        ("They met on Monday 14 March 2017 in Oslo.", "Monday 14 March 2017"),
        ("They met on Monday, the 14th of March 2017.", "Monday, the 14th of March 2017"),
        ("They met on Monday (March 14, 2017).", "Monday (March 14, 2017)"),
        ("The hearing is set for 23 February 2017 (Friday).", "23 February 2017 (Friday)"),
        ("They met on Mon., Feb. 21, 2017.", "Mon., Feb. 21, 2017"),
        ("The bridge fell on Sunday, July 5, 1999.", "Sunday, July 5, 1999"),
        ("They met on Friday, Feb. 16.", "Friday, Feb. 16"),
        ("They will meet on Tuesday, March 6.", "Tuesday, March 6"),
    ],
)
def test_a_date_on_another_weekday(text, marked):
    assert found(text) == [("weekday-mismatch", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Tuesday, March 14, 2017, in Oslo.",
        "They met on Tuesday 14 March 2017 in Oslo.",
        "The hearing is set for 23 February 2017 (Thursday).",
        "They met on Thursday, Feb. 16.",
        "They met on Monday. March 14, 2017, was a long day.",
        "They met on Monday through March 14, 2017.",
        "They met on Monday and again on March 14, 2017.",
        "Bloody Sunday, 30 January 1972, is remembered.",
        "On Friday, 13 people fell ill.",
        "On Monday, 2017 seemed far off.",
    ],
)
def test_a_date_on_its_weekday(text):
    assert found(text) == []


def test_a_year_that_is_not_told_may_be_another():
    assert severities("They met on Monday, March 14, 2017.") == ["error"]
    assert severities("They met on Friday, Feb. 17.", date(2017, 2, 23)) == []
    assert severities("They met on Sunday, Feb. 16.", date(2017, 2, 23)) == ["error"]
    assert severities("They met on Tuesday, Feb. 16.", date(2017, 2, 23)) == ["warning"]  # so it was in 2016
    assert severities("They met on Sunday, Feb. 16.", None) == []
    assert severities("They met on Tuesday, June 14.", date(2017, 2, 23)) == []  # so it was in 2016
    assert severities("They met on Saturday, June 14.", date(2017, 2, 23)) == ["warning"]
    assert messages("They met on Sunday, Feb. 16.") == ["16 February 2017 was a Thursday, not a Sunday"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ada Renn, born on 3 March 1950, died on 2 May 2010 aged 61.", "aged 61"),
        ("Ada Renn was born in Oslo on 3 March 1950 and died on 2 May 2010 at the age of 70.", "age of 70"),
        ("Renn, who died on 2 May 2010 aged 71, was born in Oslo in 1950.", "aged 71"),
        ("Ada Renn (1950-2010), who died aged 71, painted harbours.", "aged 71"),
        ("Ada Renn (1950–2010) died at the age of 47.", "age of 47"),
        ("Ada Renn, 45, was born in 1950.", "45"),
        ("Ada Renn, 76, was born in Oslo in 1950.", "76"),
        ("Born in 1984, she was 24 when she won the race in 2012.", "she was 24"),
        ("Born on 5 May 1984, he was only 25 when he took office in 2012.", "25"),
    ],
)
def test_an_age_that_the_dates_do_not_make(text, marked):
    assert found(text) == [("age-mismatch", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Renn, born on 3 March 1950, died on 2 May 2010 aged 60.",
        "Ada Renn, born in 1950, died in 2010 aged 59.",
        "Renn, who died on 2 May 2010 aged 60, was born in Oslo in 1950.",
        "Ada Renn (1950-2010), who died aged 60, painted harbours.",
        "The dam (1950-2010) was 60 metres high when a diver died aged 31.",
        "Ada Renn, 66, was born in 1950.",
        "Ada Renn, 45, has a son born in 1990.",
        "Born in 1984, she was 28 when she won the race in 2012.",
        "Born in 1984, she met Jon Orm, 24, in 2012.",
        "Jon Orm, 31, who was born deaf, won in 2012.",
    ],
)
def test_an_age_that_may_be_so(text):
    assert found(text) == []


def test_the_documents_date_is_less_sure_than_one_in_the_text():
    assert severities("Ada Renn, born on 3 March 1950, died on 2 May 2010 aged 61.") == ["error"]
    assert severities("Ada Renn, 45, was born in 1950.") == ["error"]
    assert severities("Ada Renn, 68, was born in 1950.") == ["warning"]
    assert found("Ada Renn, 45, was born in 1950.", published=None) == []
    assert messages("Ada Renn, born on 3 March 1950, died on 2 May 2010 aged 61.") == [
        "born on 3 March 1950, 2 May 2010 makes 60, not aged 61"
    ]


@pytest.mark.parametrize(
    ("text", "marked", "message"),
    [
        ("They met on June 31, 2019, in Oslo.", "June 31, 2019", "June 2019 has 30 days, and no 31"),
        ("They met on 30th February 2019.", "30th February 2019", "February 2019 has 28 days, and no 30"),
        ("Posted Sun Sep 51 2013 by the office.", "Sep 51 2013", "September 2013 has 30 days, and no 51"),
        (
            "Sales rose in the fifth fiscal quarter of 2019.",
            "fifth fiscal quarter of 2019",
            "a year has four quarters, and no fifth",
        ),
    ],
)
def test_a_date_that_no_calendar_has(text, marked, message):
    assert found(text) == [("impossible-date", marked)]
    assert messages(text) == [message]
    assert severities(text) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on February 29, 2020, in Oslo.",
        "They met on 31 May 2019 in Oslo.",
        "In March 60 boats sank; in 2019 none did.",
        "It was the fifth quarter in a row without a profit.",
        "The order of May 31 2019-2020 boats was late.",
    ],
)
def test_a_date_that_a_calendar_has(text):
    assert found(text) == []
