"""Figures whose reading depends on the words around them: years or counts, wholes or parts, names or places."""

from __future__ import annotations

import pytest

from tests.kinds.quantity.reading import numbers


def figures(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return the kind, number and noun of each figure."""
    found = []
    for claim in numbers(text):
        number = claim.value.number
        found.append((claim.kind, None if number is None else f"{number.normalize():f}", claim.value.noun))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gauge fell below 2000.", [("number", "2000", None)]),
        ("Some 2000 marched.", [("number", "2000", None)]),
        ("About 2000 of them marched.", [("number", "2000", None)]),
        ("It was about 2000.", []),
        ("Nothing was within 2000.", []),
        ("Output is below 2008 levels.", []),
        ("They dropped three 500-pound bombs.", [("count", "3", "bombs"), ("quantity", "500", None)]),
        ("They own 12 twenty-foot boxes.", [("count", "12", "boxes"), ("quantity", "20", None)]),
        ("They saw 12 well-kept, quiet.", [("number", "12", None)]),
        ("The port moves 40 million 20-foot boxes.", [("count", "40000000", "boxes"), ("quantity", "20", None)]),
        ("It lost 2 million 15 weeks before.", [("number", "2000000", None)]),
        ("It has 3 million 200 thousand hens.", [("count", "3200000", "hens")]),
        ("Of those, 23 of the 300 on board were hurt.", [("number", "23", None), ("number", "300", None)]),
        ("He is the maker of the 787.", []),
        ("In Velden 412 chimneys fell.", [("count", "412", "chimneys")]),
        ("The Velden 412 is a mower. The 412 is red.", []),
        ("Dozens of police stations burned.", [("count", None, "police stations")]),
        ("It has one clerk for every 410 pupils.", [("count", "1", "clerk"), ("count", "410", "pupils")]),
        ("A 2-for-1 split came.", []),
        ("He shot 7-for-14.", [("number", "7", None)]),
        ("She has two sons, 9 and 6.", [("count", "2", "sons"), ("age", "9", None), ("age", "6", None)]),
        ("They treated 37 children under 12.", [("count", "37", "children"), ("age", "12", None)]),
        ("She jumped 6.41 metres, 5 centimetres more.", [("quantity", "6.41", None), ("quantity", "5", None)]),
        ("He weighed 11 stone.", [("quantity", "11", None)]),
        ("They built 11 stone walls.", [("count", "11", "stone walls")]),
        ("The screen is 6.7in across.", [("quantity", "6.7", None)]),
        ("They met 6 in Rome.", [("number", "6", None)]),
        ("Staff fell by 15 to 20 percent.", [("percent", None, None)]),
        ("Staff fell by 15 to 320.", [("number", "15", None), ("number", "320", None)]),
        ("Wheat rose to $5.62 1/4 a bushel.", [("money", "5.6225", None)]),
        ("It cost $5.62 1/4 of the time.", [("money", "5.62", None), ("ratio", "0.25", "time")]),
        ("He rolled over 19 logs.", [("count", "19", "logs")]),
        ("The poll gave the Reds 38 per cent, the Greens 12.", [("percent", "38", None), ("percent", "12", None)]),
        ("The trout weighed 9 pounds, the pike 41.", [("quantity", "9", None), ("quantity", "41", None)]),
        ("It was 310 metres long, the second 257.", [("quantity", "310", None), ("quantity", "257", None)]),
        ("Some 61 percent in the north and 47 in the south.", [("percent", "61", None), ("percent", "47", None)]),
        ("It costs 15 euros for adults and 9 for children.", [("money", "15", None), ("money", "9", None)]),
        ("He paid 9 dollars in cash and drove 40 in the fog.", [("money", "9", None), ("number", "40", None)]),
        ("Sales rose 9 percent, the index closed at 41.", [("percent", "9", None), ("number", "41", None)]),
        ("Sales rose 9 percent in May and 12 at the fair.", [("percent", "9", None), ("number", "12", None)]),
    ],
)
def test_neighbouring_words_decide_the_reading(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It is worth $US2.3 billion.", "USD"),
        ("It is worth $A3.1 billion.", "AUD"),
        ("It is worth $NZ500.", "NZD"),
        ("It earned 42 cents a share on sales of little.", "USD/share"),
        ("It earned £2m a year on, and more since.", "GBP"),
    ],
)
def test_signs_and_rates_of_money(text: str, unit: str) -> None:
    assert [claim.value.unit for claim in numbers(text)] == [unit]


def test_average_of_is_no_hedge() -> None:
    (claim,) = numbers("Loads came to an average of 79%.")
    assert claim.value.bound is None and claim.value.low == claim.value.high == 79


def test_hedge_after_an_opening_quotation_mark_is_read() -> None:
    (claim,) = numbers('It is down from "at least £165m" then.')
    assert claim.value.hedge == "at least"
