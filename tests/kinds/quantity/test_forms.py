"""Surface forms by what they mean: one value, many spellings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.kinds.quantity.reading import numbers, only


@pytest.mark.parametrize(
    "text", ["$3.2 million", "$3.2m", "3.2 million dollars", "USD 3.2 mn", "US$3.2 million", "$3.2-million"]
)
def test_money_in_many_spellings(text: str) -> None:
    value = only(f"They paid {text} for it.").value
    assert (value.number, value.low, value.high, value.unit) == (3200000, 3150000, 3250000, "USD")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("A$50", "50", "AUD"),
        ("£1.5bn", "1500000000", "GBP"),
        ("€20", "20", "EUR"),
        ("75p", "0.75", "GBP"),
        ("30 cents", "0.30", "USD"),
        ("9.9 billion yuan", "9900000000", "CNY"),
        ("£60 a head", "60", "GBP/person"),
        ("$70 per barrel", "70", "USD/barrel"),
        ("$8,000 an hour", "8000", "USD/hour"),
        ("500 Swiss francs", "500", "CHF"),
    ],
)
def test_money(text: str, number: str, unit: str) -> None:
    claim = only(f"It costs {text} now.")
    assert (claim.kind, claim.value.number, claim.value.unit) == ("money", Decimal(number), unit)
    assert claim.text == text


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("100 miles", "100", "mile"),
        ("5km", "5", "kilometer"),
        ("90 km/h", "90", "kilometer/hour"),
        ("60 miles per hour", "60", "mile/hour"),
        ("six feet", "6", "foot"),
        ("6ft 2in", "6.166667", "foot"),
        ("5lb 3oz", "5.1875", "pound"),
        ("250 acres", "250", "acre"),
        ("2 tonnes", "2", "metric_ton"),
        ("40 degrees Celsius", "40", "degree_Celsius"),
        ("850 megawatts", "850", "megawatt"),
        ("3 million barrels a day", "3000000", "barrel/day"),
    ],
)
def test_measures(text: str, number: str, unit: str) -> None:
    claim = only(f"They measured {text} there.")
    assert (claim.kind, claim.value.number, claim.value.unit) == ("quantity", Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("more than 59,000 voters", 59000, None, "more than"),
        ("nearly 48,000 voters", 47000, 48000, "nearly"),
        ("at least 40 voters", 40, None, "at least"),
        ("up to 60 voters", None, 60, "up to"),
        ("fewer than 100 voters", None, 100, "fewer than"),
        ("about 500 voters", 450, 550, "about"),
        ("some 750,000 voters", 675000, 825000, "some"),
        ("50 or more voters", 50, None, "or more"),
        ("20-plus voters", 20, None, "-plus"),
        ("as many as 300 voters", None, 300, "as many as"),
        ("31,000 voters", 30500, 31500, None),
        ("10,000 voters", 9500, 10500, None),
        ("143,057 voters", 143057, 143057, None),
        ("31 voters", 31, 31, None),
        ("10 to 12 voters", 10, 12, None),
        ("10–12 voters", 10, 12, None),
        ("between 26 and 31 million voters", 26000000, 31000000, None),
        ("tens of thousands of voters", 20000, 99999, None),
        ("several hundred voters", 300, 900, None),
        ("a dozen voters", 12, 12, None),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None, hedge: str | None) -> None:
    claim = only(f"They saw {text} there.")
    assert (claim.value.low, claim.value.high, claim.value.hedge) == (low, high, hedge)
    assert claim.text == text
    assert claim.value.noun == "voters"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one in five homes", "0.2"),
        ("nine out of 10 homes", "0.9"),
        ("two-thirds of homes", "0.6666666666666666666666666667"),
        ("half of the homes", "0.5"),
        ("almost twice as many homes", "2"),
        ("three times as many homes", "3"),
        ("a tenfold rise", "10"),
    ],
)
def test_ratios(text: str, number: str) -> None:
    claim = only(f"They found {text} in it.")
    assert (claim.kind, claim.value.number) == ("ratio", Decimal(number))


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("a 24-year-old driver", "24", "year"),
        ("a driver aged 24", "24", "year"),
        ("Jo Grant, 24, of Leeds", "24", "year"),
        ("an 18-month-old boy", "18", "month"),
        ("a woman in her 30s", None, "year"),
    ],
)
def test_ages(text: str, number: str | None, unit: str) -> None:
    claim = only(f"It was {text} they met.")
    assert (claim.kind, claim.value.unit) == ("age", unit)
    assert claim.value.number == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    "text",
    [
        "He carried an AR-15 rifle.",
        "The G20 met in Rome.",
        "Covid-19 spread.",
        "It was open 24/7 in town.",
        "The 9/11 attacks changed it.",
        "It was a Catch-22 for him.",
        "Flight 370 vanished.",
        "See page 12 again.",
        "A footnote[12] says so.",
        "Notes:\n 12. ^ a note",
        "The end of it.\n1 2 3 563",
        "One might ask why.",
        "No one came.",
        "one of the best",
        "For the first time he spoke.",
        "Wait a second.",
        "http://example.org/2000/15/a",
        "Call 555-1234 now.",
        "The Boeing 737 landed. Its 737 was old.",
        "He uses an iPhone 4 now.",
        "The FTSE 100 was flat.",
        "a score at 3:15 was wrong",
    ],
)
def test_no_figure(text: str) -> None:
    assert [claim.text for claim in numbers(text)] == []


def test_noun_carries_over_an_ellipsis() -> None:
    first, second = numbers("Seven people were killed and nine injured.")
    assert (first.value.noun, second.value.noun) == ("people", "people")
    assert (first.text, second.text) == ("Seven people", "nine injured")


def test_list_of_nationalities() -> None:
    found = numbers(
        "It returned more than 59,000 Guatemalan migrants, and nearly 48,000 Hondurans and 31,000 Salvadorans."
    )
    assert [claim.text for claim in found] == [
        "more than 59,000 Guatemalan migrants",
        "nearly 48,000 Hondurans",
        "31,000 Salvadorans",
    ]


def test_vote_is_two_numbers() -> None:
    assert [claim.value.number for claim in numbers("The senate voted 52-48 to pass it.")] == [52, 48]


def test_letter_m_is_metres_or_millions() -> None:
    assert only("It was 50m then.").value.held == "“m” may be metres or millions"
    assert only("It lost £50m then.").value.number == 50000000
    assert only("It reached 50m people.").value.number == 50000000
    assert only("She won the 50m freestyle.").value.unit == "meter"
