"""One value in two units, one instant by two clocks."""

from datetime import date

import pytest

from tests.consistency.slips import found, messages, severities


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Gusts of 90 mph (154 km/h) closed the bridge.", "154 km/h"),
        ("The wall is 6ft 2in (1.98m) high.", "1.98m"),
        ("It was 30 degrees Celsius (96 Fahrenheit) at noon.", "96 Fahrenheit"),
        ("The lake lies 610 miles (160 km) inland.", "160 km"),
        ("Divers went down 40 metres (113 feet).", "113 feet"),
        ("The calf weighed 88 pounds (60 kg) at birth.", "60 kg"),
        ("The field covers 25 acres (25 hectares).", "25 hectares"),
        ("The tunnel is 12.5 km, or 9.8 miles, long.", "9.8 miles"),
        ("Some 30 centimetres (21 inches) of snow fell.", "21 inches"),
        ("The ship made 20 knots (73 km/h) in the sound.", "73 km/h"),
        ("The reserve has 2,500 square kilometres (1,960 square miles) of bog.", "1,960 square miles"),
    ],
)
def test_a_pair_that_does_not_convert(text, marked):
    assert found(text) == [("unit-mismatch", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "Gusts of 90 mph (145 km/h) closed the bridge.",
        "The lake lies 100 miles (160 km) inland.",
        "The lake lies about 100 miles (170 km) inland.",
        "The wall is 6ft 2in (1.88m) high.",
        "The pit is 2 metres (6 feet) deep and 10 kilometres (six miles) away.",
        "The camp is 10 miles (15 kilometers) south of the border.",
        "The camp is 75 kilometres (50 miles) west of the town.",
        "Repairs cost $24m (£15m).",
        "Water warmed by 5 degrees Celsius (9 Fahrenheit).",
        "It was 31 degrees Celsius (88 Fahrenheit) at noon.",
        "The drive holds 64 GB (2 TB with a card).",
        "The quay takes 40 tons (38 tonnes).",
        "The record fell to 36-3 (24 KOs).",
        "He ran 5 km (12 km with the way home) and swam 2 km.",
        "The ditch is 3 feet wide, or 2 feet at its narrowest.",
    ],
)
def test_a_pair_that_converts_or_is_none(text):
    assert found(text) == []


def test_far_off_is_an_error_and_near_or_hedged_a_warning():
    assert severities("The lake lies 610 miles (160 km) inland.") == ["error"]
    assert severities("Gusts of 90 mph (154 km/h) closed the bridge.") == ["warning"]
    assert severities("The lake lies about 610 miles (160 km) inland.") == ["warning"]
    assert messages("Gusts of 90 mph (154 km/h) closed the bridge.") == ["90 mph is 144.8 km/h, not 154"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The vote began on 23 February 2017 at 15:13 ET (19:13 GMT).", "19:13 GMT"),
        ("The vote began at 15:13 ET (21:13 GMT).", "21:13 GMT"),
        ("It struck at 7:48 p.m. local time (1238 GMT).", "1238 GMT"),
        ("The show is at 9 p.m. ET, 5 p.m. PT.", "5 p.m. PT"),
        ("The show is at 9 p.m. ET / 7 p.m. PT.", "7 p.m. PT"),
        ("The launch is at 9:30 a.m. EST (1330 GMT) on 3 February 2017.", "1330 GMT"),
        ("The launch is at 9:30 a.m. EDT (1430 GMT) on 4 July 2017.", "1430 GMT"),
        ("The talks open at 10 a.m. Tokyo time (0200 GMT).", "0200 GMT"),
        ("The call came at 11 a.m. CET, or 1100 GMT.", "1100 GMT"),
        ("They met at 8 a.m. India time (0330 GMT).", "0330 GMT"),
    ],
)
def test_two_clocks_that_show_no_one_instant(text, marked):
    assert found(text) == [("zone-mismatch", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "The vote began on 23 February 2017 at 15:13 ET (20:13 GMT).",
        "The vote began on 4 July 2017 at 15:13 ET (19:13 GMT).",
        "The vote began at 22:13 ET (03:13 GMT).",
        "It struck at 7:48 p.m. local time (1248 GMT).",
        "It struck at 7:48 p.m. local time (1418 GMT).",
        "Doors open at 9 a.m. EST (1300 GMT) on 4 July 2017.",
        "The show is at 9 p.m. ET, 6 p.m. PT.",
        "Trains leave at 9 a.m., 11 a.m. and 2 p.m. ET.",
        "Kick-off is at 7:30 (19:30 GMT).",
        "Three shells fell at about 3pm on Tuesday (12am yesterday).",
        "They met at 8 a.m. India time (0230 GMT).",
        "Polls close at 8 p.m. or 9 p.m. ET.",
    ],
)
def test_two_clocks_that_may_show_one_instant(text):
    assert found(text) == []


def test_summer_time_is_certain_where_the_year_is_told():
    assert severities("The vote began on 23 February 2017 at 15:13 ET (19:13 GMT).") == ["error"]
    assert severities("The vote began at 15:13 ET (19:13 GMT).") == ["warning"]
    assert severities("The vote began at 15:13 ET (22:13 GMT).") == ["error"]


def test_without_a_date_either_half_of_the_year_will_do():
    assert found("The vote began at 15:13 ET (19:13 GMT).", published=None) == []
    assert found("The vote began at 15:13 ET (20:13 GMT).", published=None) == []
    assert found("The vote began at 15:13 ET (20:13 GMT).", published=date(2017, 7, 4)) == [
        ("zone-mismatch", "20:13 GMT")
    ]
