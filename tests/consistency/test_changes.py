"""Percent changes, percentage points, shares."""

import pytest

from tests.consistency.slips import found, severities


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ridership rose 20 percent from 1,010 to 1,530.", "20 percent"),
        ("Output fell by 12% last year, from 50,400 tonnes to 31,300 tonnes.", "12%"),
        ("The council cut its staff by 25 percent, from 800 to 500.", "25 percent"),
        ("Profit was up 12 percent at $1.5 billion, from $1.07 billion a year earlier.", "12 percent"),
        ("Cases fell 15 percent to 1,200, compared with 1,800 in 2016.", "15 percent"),
        ("Net income increased 12% to $3.0 billion compared to $2.4 billion last year.", "12%"),
        ("Membership grew from 2,400 to 3,600, a 40 percent increase.", "40 percent"),
        ("Rents have risen from $1,000 to $1,300 (12 percent).", "12 percent"),
        ("Rents have risen from $1,000 to $1,300, an increase of just 12 percent.", "12 percent"),
        ("Revenue grew from $2.4 billion in 2015 to $3.0 billion in 2016, representing growth of 12%.", "12%"),
        ("Arrests fell to 81 from 120 the year before, a drop of 23 percent.", "23 percent"),
        ("The share earned $5.20, up 40 percent from last year's $4.50.", "40 percent"),
        ("Revenue of $3.0 billion was up 12% compared to $2.4 billion last year.", "12%"),
        ("Revenue was $3.0 billion, compared to $2.4 billion last year, an increase of 12%.", "12%"),
        ("The plant made 1.2 million cars, 15 percent fewer than the 1.9 million of 2016.", "15 percent"),
        ("The city agreed a 25 percent increase in the fee, from $36 to $54.", "25 percent"),
        ("Inflation rose to 2.2 percent in the year to April from 2.3 percent in March.", "2.2 percent"),
        ("The rate fell from 4 percent to 5 percent.", "5 percent"),
        ("Exports doubled from 4,100 cars to 6,200 cars.", "doubled"),
        ("The index fell 210 points, or 4.1 percent, to 6,790.", "4.1 percent"),
        ("The share closed at $40.50, down $2.10, or 12 percent.", "12 percent"),
        ("Output fell 10 percent from 50,400 tonnes to 55,400 tonnes.", "10 percent"),
        ("Support fell five percentage points, from 48 percent to 41 percent.", "five percentage points"),
        ("The rate rose to 5.2 percent from 4.2 percent, up 2 percentage points.", "2 percentage points"),
        ("The yield rose 25 basis points from 3.25 percent to 3.75 percent.", "25 basis points"),
    ],
)
def test_a_change_that_its_figures_do_not_make(text, marked):
    assert found(text) == [("percent-mismatch", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "Ridership rose 20 percent from 1,000 to 1,200.",
        "Ridership rose 20 percent from 1,000 to 1,206.",
        "Ridership rose about 20 percent from 1,000 to 1,230.",
        "Ridership rose more than 20 percent from 1,000 to 1,290.",
        "Revenue rose 17% from $1.1 million to $1.3 million.",
        "Sales rose 20 percent at constant currency from $100 million to $130 million.",
        "Rents rose by an average of 12 percent, from $1,000 to $1,300 in the centre.",
        "Ridership rose 20 percent from 1,000 buses to 130 trams.",
        "Profit rose 12 percent to $1.5 billion in the year, and costs from $1 billion.",
        "Membership grew from 2,400 to 3,600, up 12 percent from the spring.",
        "The price went from $2.50 to $3, with a 5 percent discount for pupils.",
        "The fee went from $2.50 to $3, a 5 percent tax not counted.",
        "The share earned $6.30, up 10 percent from last year, with sales of $4.50 a share.",
        "Exports more than doubled from 4,100 cars to 9,500 cars.",
        "Exports almost tripled from 4,100 cars to 11,600 cars.",
        "The index lost 26 points, or 3.5 percent, to 743.33.",
        "The index fell 210 points, or 3 percent, to 6,790.",
        "Support fell seven percentage points, from 48 percent to 41 percent.",
        "The yield rose 50 basis points from 3.25 percent to 3.75 percent.",
        "The plant made 1.6 million cars, 15 percent fewer than the 1.9 million of 2016.",
        "Its debt will jump to 37 percent from less than 10 percent, a 2.5 percent loan aside.",
    ],
)
def test_a_change_that_may_be_so(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Unemployment rose from 4 percent to 5 percent, a 1 percent increase.", "1 percent"),
        ("Turnout rose from 40 percent to 45 percent, a 5 percent increase.", "5 percent"),
        ("Turnout rose from 40% to 45%, up 5%.", "5%"),
        ("The tax went from 4 to 5 percent, up 1 percent.", "1 percent"),
        ("Unemployment rose 1 percent, from 4 percent to 5 percent.", "1 percent"),
        ("The rate fell 2.5 percent from 10 percent to 7.5 percent.", "2.5 percent"),
        ("The rate fell to 7.5 percent from 10 percent, a drop of 2.5 percent.", "2.5 percent"),
        ("The rate was 5.2 percent, up 1 percent from 4.2 percent.", "1 percent"),
        ("Its share dropped by three percent, from 23 percent to 20 percent.", "three percent"),
    ],
)
def test_percent_for_percentage_points(text, marked):
    assert found(text) == [("percent-points", marked)]
    assert severities(text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment rose 1 percentage point, from 4 percent to 5 percent.",
        "Unemployment rose a quarter, from 4 percent to 5 percent.",
        "Unemployment rose 25 percent, from 4 percent to 5 percent.",
        "Turnout rose from 40 percent to 45 percent, a 12 percent increase.",
        "Turnout rose from 40 percent to 45 percent, or five percentage points.",
        "The rate rose to 5.2 percent from 4.2 percent, as 2 percent more came.",
        "The rate was 5.2 percent, up from 4.2 percent.",
        "Turnout rose 5 percent in May, from 4 percent of men to 9 percent of women.",
    ],
)
def test_points_and_percent_told_apart(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Inspectors found 30 of 120, or 40 percent, without a licence.", "40 percent"),
        ("Only 18 of the 72 lifts (15%) were in order.", "15%"),
        ("Ten of the twelve bridges, or 93 percent, need work.", "93 percent"),
        ("Crews have cleared 45 of its 60 roads — 85 percent.", "85 percent"),
        ("Turnout was 40 percent (30 of 120 members).", "40 percent"),
        ("He made 64% (16 of 32) of his throws.", "64%"),
        ("The mill will cut 300 jobs, or 40 percent of its staff of 1,200.", "40 percent of its staff"),
        ("One in five (45 percent) had never voted.", "45 percent"),
        ("A third of members, or 52 percent, had never voted.", "52 percent"),
        ("Inspectors found 30 out of 120, or 40 percent, without a licence.", "40 percent"),
    ],
)
def test_a_share_that_is_another(text, marked):
    assert found(text) == [("share-mismatch", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors found 30 of 120, or 25 percent, without a licence.",
        "Inspectors found 31 of 120, or 25 percent, without a licence.",
        "Inspectors found 30 of about 120, or 27 percent, without a licence.",
        "Only 18 of the 72 lifts (15% of them new) were in order.",
        "Two of the three (67 percent) agreed.",
        "Some 40 percent of the 120 members came, and 30 of 120 wrote.",
        "The mill will cut 300 jobs, or 40 percent of its night shift, and hire 1,200.",
        "The mill cut 30,000 jobs, or 20 to 25 percent of its workforce of 122,000.",
        "Nearly half (43 percent) had never voted.",
        "One in five (20 percent) had never voted.",
    ],
)
def test_a_share_that_may_be_so(text):
    assert found(text) == []


def test_an_error_is_what_no_rounding_explains():
    assert severities("Sales rose 20% from $100 million to $200 million.") == ["error"]
    assert severities("Sales rose 20% from $100 million to $130 million.") == ["warning"]
    assert severities("Sales fell 20% from $100 million to $130 million.") == ["error"]


def test_the_reason_is_one_line_of_arithmetic():
    from tests.consistency.slips import messages

    assert messages("Rents rose 12 percent from $1,000 to $1,300.") == ["from $1,000 to $1,300 is 30 percent, not 12"]
    assert messages("Only 18 of the 72 lifts (15%) were in order.") == ["18 of 72 is 25 percent, not 15"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Just 12 of the 96 seats went to women, which is one in six.", "error"),
        ("Women hold 18 of the council's 54 seats, or one in five.", "error"),
        ("Of the 96 lifts, only 37 (one in three) were in order.", "warning"),  # 38.5 percent
        ("Of the 96 lifts, only 35 (one in three) were in order.", None),
        ("Women hold 20 of the council's 54 seats, more than a third.", None),
        ("Just 12 of the 96 seats went to women, a third of the party's members.", None),
    ],
)
def test_a_share_in_words_beside_its_two_figures(text, severity):
    assert severities(text) == ([severity] if severity else [])
