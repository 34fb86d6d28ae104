"""Parts against their total, and parts greater than their whole."""

import pytest

from tests.consistency.slips import found, severities

NAME = "sum-mismatch"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The choir has 1,240 singers: 700 women and 610 men.", "1,240 singers"),
        ("Nine people were hurt: four passengers and six crew.", "Nine people"),
        ("Police held 24 people — 15 men and 11 women — on Sunday.", "24 people"),
        ("The party of 34 hikers (20 women and 16 men) was found by a helicopter.", "34 hikers"),
        ("The harbour has 20 boats - twelve trawlers and nine ferries.", "20 boats"),
        ("Twelve people, five men, three women and five children, were on the bus.", "Twelve people"),
        ("The fund raised $4.2 million: $2.5 million from donors and $1.9 million from the state.", "$4.2 million"),
        ("The library owns 640 maps: 410 from the navy, 130 from the abbey and 190 from the town.", "640 maps"),
        ("Seven men and five women were chosen, a total of 13 jurors.", "13 jurors"),
        ("The yard took on 420 welders and 210 fitters, for a total of 650 workers.", "650 workers"),
        ("They counted 30 swans and 45 geese, 85 birds in all.", "85 birds"),
        ("The blaze left 14 dead and 22 injured, 46 casualties in all.", "46 casualties"),
        ("Of the 640 pupils, 411 are girls and 262 are boys.", "640 pupils"),
        ("The town sent 90 firefighters, of whom 52 were men and 47 were women.", "90 firefighters"),
        ("The fire killed 12 people, including 15 children.", "15 children"),
        ("The bank lent $334 million, including $381 million to farms.", "$381 million"),
        ("The party won 52 of the 48 seats.", "52"),
        ("Thirty-one of the 29 bridges need work.", "Thirty-one"),
    ],
)
def test_figures_that_do_not_add_up(text, marked):
    assert found(text) == [(NAME, marked)]


@pytest.mark.parametrize(
    "text",
    [
        "The choir has 1,310 singers: 700 women and 610 men.",
        "About 1,300 people came: some 700 women and 620 men.",
        "More than 1,200 people came: 700 women and 610 men.",
        "The choir has 1.3 million fans: 0.74 million women and 0.58 million men.",
        "Twelve people, five men, six women and a child, were on the bus.",
        "Three trains run: the 7, the 8 and the 9.",
        "The inn has ten rooms: eight beds and four baths.",
        "Two rivers rose: the Sel by 30 centimetres and the Orm by 45 centimetres.",
        "The quake struck at a depth of 10 km, 55 km south of Orm and 72 km east of Sel.",
        "The firm will cut 4,300 jobs in Norway, 3,700 in Sweden, 1,600 in Denmark and 400 in Iceland.",
        "Twelve people, eight dogs and three cats were on the boat.",
        "She lost a daughter, 8, and two sons, 11 and 14.",
        "Ten people were held, among them six women and eight students.",
        "Of the 640 pupils, 411 are girls and 162 are boarders.",
        "Of the 640 pupils, 411 are girls and 329 are swimmers.",
        "Of the 43 migrants, 12 were women and 20 were men.",
        "She has two goals and 30 saves, for a total of 50 points.",
        "The fire killed 15 people, including 12 children.",
        "He ran 36 yards, including 41 steps in reverse.",
        "The team made 12 of 15 free throws.",
        "It is 40 of the finest 12 miles in the county.",
        "The vote was 52 to 47, with one of the 100 senators absent.",
    ],
)
def test_lists_that_are_whole_or_not_meant_to_be(text):
    assert found(text) == []


def test_an_error_is_what_no_rounding_explains_and_no_overlap():
    assert severities("The choir has 1,200 singers: 700 women and 610 men.") == ["error"]
    assert severities("The choir has 1,000 singers: 560 women and 480 men.") == ["warning"]
    assert severities("The party of 34 people (20 teachers and 16 pupils) was found.") == ["warning"]


def test_what_someone_says_is_a_warning():
    assert severities("“We have 24 people here, 15 men and 11 women, all told,” said Ida Renn.") == ["warning"]


def test_a_row_of_a_table_is_no_sentence():
    assert found("Totals: " + ", ".join(["12 people, five men and six women"] * 30) + ".") == []
