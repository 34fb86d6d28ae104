"""Headlines and captions against the text, and what is told twice."""

import pytest

from tests.consistency.slips import found, severities

BODY = "A ferry caught fire off Orkney on Monday and left 213 people stranded.\nThey spent the night on deck.\n"


@pytest.mark.parametrize(
    ("headline", "body", "marked"),
    [
        ("Ferry fire leaves 231 stranded off Orkney", BODY, "231"),
        ("Ferry fire off Orkney leaves 2,130 people stranded", BODY, "2,130 people"),
        (
            "21 dead as bus falls off bridge in Harwick",
            "Twelve people died when a bus fell off a bridge in Harwick on Monday. "
            + BODY.replace("213 people", "its crew"),
            "21 dead",
        ),
        (
            "21 dead as bus falls off bridge in Harwick",
            "On Monday 12 people died when a bus fell off a bridge in Harwick.\nMore follows.",
            "21 dead",
        ),
        (
            "Harwick depot to cost $47m",
            "A new tram depot in Harwick will cost $74m, the council said on Monday.\nIt opens in May.",
            "$47m",
        ),
        (
            "Turnout in Harwick climbs to 64 percent",
            "Turnout in Harwick climbed to 46 percent on Monday, the council said.\nIt was low in May.",
            "64 percent",
        ),
        (
            "Mill in Orm to cut 1,250 jobs",
            "The mill in Orm will cut 1,520 jobs, its owner said on Monday.\nWorkers were told by letter.",
            "1,250 jobs",
        ),
        (
            "Storm leaves 48,300 homes dark",
            "The storm left 43,800 homes dark on Monday, the county said.\nCrews worked all night.",
            "48,300 homes",
        ),
        (
            "Seven-hour siege ends\n\nPolice free 331 hostages in Orm",
            "Police in Orm freed 313 hostages on Monday.\nNobody was hurt.",
            "331 hostages",
        ),
    ],
)
def test_a_headline_that_the_text_gives_otherwise(headline, body, marked):
    assert found(f"{headline}\n\n{body}") == [("headline-mismatch", marked)]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Ferry fire leaves 213 stranded off Orkney", BODY),
        ("Ferry fire leaves 200 stranded off Orkney", BODY.replace("213", "more than 200")),
        ("Ferry fire leaves hundreds stranded off Orkney", BODY),
        ("Nearly 220 stranded off Orkney after ferry fire", BODY),
        (
            "Quake of magnitude 6.1 hits Orm",
            "The quake of magnitude 6.1 hit Orm on Monday.\nOne of magnitude 9.1 hit Sel in 2004.",
        ),
        (
            "Magnitude 6.1 quake hits Orm",
            "A quake hit Orm on Monday.\nA 9.1-magnitude quake hit Sel in 2004, killing 213 people.",
        ),
        (
            "18 hurt or killed in Orm blast",
            "A blast in Orm killed 6 people and hurt 12 on Monday.\nThe mill was shut. It had 81 workers.",
        ),
        ("Orm mill cuts 120 jobs", "The mill in Orm will cut jobs.\nIt had 1,200 workers in May."),
        (
            "Harwick depot to cost $47m",
            "A new tram depot in Harwick will cost $47.4m, the council said.\nIt opens in May.",
        ),
        ("Six lessons from the flood", "The flood left 60 homes dark on Monday.\nIt will come again."),
    ],
)
def test_a_headline_that_the_text_bears_out(headline, body):
    assert found(f"{headline}\n\n{body}") == []


def test_captions_are_held_against_the_text_too():
    assert found(BODY + "Photo: some of the 231 people stranded off Orkney on Monday.\n") == [
        ("headline-mismatch", "231 people")
    ]
    assert found(BODY + "Photo: some of the 213 people stranded off Orkney on Monday.\n") == []
    assert found(BODY + "Photo: Ida Renn\n") == []


def test_a_quotation_in_the_headline_is_given_as_in_the_text():
    said = "“We will not leave this old harbour,” said Ida Renn, the mayor, on Monday.\nShe spoke for an hour.\n"
    assert found("“We will never leave this old harbour”\n\n" + said) == [
        ("headline-mismatch", "We will never leave this old harbour")
    ]
    assert found("“We will not leave this old harbour”\n\n" + said) == []
    assert found("“We will not leave”\n\n" + said) == []
    assert found("“Nobody asked the fishermen of the harbour”\n\n" + said) == []


def test_a_pull_quote_is_given_as_in_the_text():
    said = "Ida Renn spoke.\n\n“We will not leave this old harbour,” the mayor said on Monday. She spoke for an hour.\n"
    assert found(said + "\n> “We will never leave this old harbour”\n") == [
        ("headline-mismatch", "We will never leave this old harbour")
    ]
    assert found(said + "\n> “We will not leave this old harbour”\n") == []


DEPOT = "The new tram depot in Harwick will cost the council $41.7 million. It opens in May.\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (DEPOT + "The council said the new tram depot in Harwick will cost $47.1 million.", "$47.1 million"),
        (DEPOT + "The cost of the new tram depot in Harwick is $41.2 million, the mayor said.", "$41.2 million"),
        ("Ida Renn, 45, was held on Monday. A judge let Ida Renn, 54, go on bail.", "54"),
        (
            "The storm left 43,800 homes dark in Orm county. Crews said the storm left 48,300 homes dark in Orm.",
            "48,300 homes",
        ),
        (
            "“We will never leave this old harbour to the sea,” Ida Renn said on Monday.\n"
            "Her words, “we will not leave this old harbour to the sea,” were heard on the quay.",
            "we will not leave this old harbour to the sea,",
        ),
    ],
)
def test_one_fact_told_twice_with_two_values(text, marked):
    assert found(text) == [("self-contradiction", marked)]
    assert severities(text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        DEPOT + "The council said the new tram depot in Harwick will cost $41.7 million.",
        DEPOT + "Earlier the new tram depot in Harwick was to cost the council $47.1 million.",
        DEPOT + "The bus depot in Lowick will cost the council $47.1 million.",
        DEPOT + "In 2012 the council put the cost of a new tram depot in Harwick at $14 million, then revised it.",
        "Ida Renn, 45, was held on Monday. A judge let Jon Renn, 54, go on bail.",
        "Ida Renn, 45, was held on Monday. A judge let Ida Renn, 45, go on bail.",
        "Police said 12 people died in the Orm flood. On Tuesday police said 13 people died in the Orm flood.",
        "The storm left 43,800 homes dark in Orm county. The storm left 48,300 farms dark in Orm county.",
        "The storm left 43,800 homes dark in Orm. The storm left 48,300 homes dark in Sel.",
        "The rule serves “the purposes of the Endangered Birds Act”. It is “the heart of the Endangered Birds Act”.",
    ],
)
def test_what_is_told_twice_without_contradiction(text):
    assert found(text) == []
