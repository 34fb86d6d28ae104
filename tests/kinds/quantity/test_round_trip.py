"""Round trips: a number written in a supported form inside a sentence is read as the same number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.kinds.quantity.reading import only
from tests.text.test_numerals import in_words

AMOUNTS = st.decimals("0.01", 10**9, places=2, allow_nan=False, allow_infinity=False)
COUNTS = st.integers(2, 10**12)
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def lakhs(number: Decimal) -> str:
    """Return the number with the digit groups of India: 12,34,567.50."""
    whole, _, part = f"{number:f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*groups, tail]) + f".{part}"


MONEY: dict[str, Callable[[Decimal], str]] = {
    "sign": lambda n: f"${n:,f}",
    "sign, no separators": lambda n: f"${n:f}",
    "lettered sign": lambda n: f"US${n:,f}",
    "code before": lambda n: f"USD {n:,f}",
    "code without a space": lambda n: f"USD{n:,f}",
    "code after": lambda n: f"{n:,f} USD",
    "name": lambda n: f"{n:,f} dollars",
    "lakhs": lambda n: f"${lakhs(n)}",
}
MEASURES: dict[str, tuple[str, str, str]] = {
    "percent": ("{:,f} percent", "percent", "percent"),
    "percent sign": ("{:,f}%", "percent", "percent"),
    "points": ("{:,f} percentage points", "percent", "percentage-point"),
    "miles": ("{:,f} miles", "quantity", "mile"),
    "kilometres": ("{:,f}km", "quantity", "kilometer"),
    "tonnes": ("{:,f} tonnes", "quantity", "metric_ton"),
    "temperature": ("{:,f} degrees Celsius", "quantity", "degree_Celsius"),
    "below zero": ("minus {:,f} degrees Celsius", "quantity", "degree_Celsius"),
}


@pytest.mark.parametrize("form", MONEY)
@settings(max_examples=60, deadline=None)
@given(number=AMOUNTS)
def test_money_reads_back(form: str, number: Decimal) -> None:
    claim = only(f"They paid {MONEY[form](number)} for it.")
    assert (claim.kind, claim.value.number, claim.value.unit) == ("money", number, "USD")


@pytest.mark.parametrize("form", MEASURES)
@settings(max_examples=60, deadline=None)
@given(number=AMOUNTS)
def test_measures_read_back(form: str, number: Decimal) -> None:
    written, kind, unit = MEASURES[form]
    claim = only(f"They measured {written.format(number)} there.")
    wanted = -number if written.startswith("minus") else number
    assert (claim.kind, claim.value.number, claim.value.unit) == (kind, wanted, unit)


@pytest.mark.parametrize("scale", SCALES)
@settings(max_examples=60, deadline=None)
@given(number=st.decimals("0.1", 999, places=1, allow_nan=False, allow_infinity=False))
def test_scales_read_back(scale: str, number: Decimal) -> None:
    for text in (f"£{number} {scale}", f"{number} {scale} pounds sterling", f"£{number}-{scale}"):
        claim = only(f"They paid {text} for it.")
        assert (claim.kind, claim.value.number, claim.value.unit) == ("money", number * SCALES[scale], "GBP")


@settings(max_examples=60, deadline=None)
@given(number=COUNTS)
def test_counts_read_back(number: int) -> None:
    claim = only(f"They counted {number:,} voters there.")
    assert (claim.kind, claim.value.number, claim.value.noun) == ("count", number, "voters")


@settings(max_examples=60, deadline=None)
@given(number=COUNTS)
def test_counts_in_words_read_back(number: int) -> None:
    words = in_words(number)
    assume("two thousand" not in words)  # "two thousand one" may be a year
    claim = only(f"They counted {words} voters there.")
    assert (claim.kind, claim.value.number, claim.value.noun) == ("count", number, "voters")


@settings(max_examples=60, deadline=None)
@given(number=st.integers(2, 999))
def test_parts_of_a_number_read_back(number: int) -> None:
    for text, part in (("½", "0.5"), ("¼", "0.25"), (" and a half", "0.5"), (" 3/4", "0.75"), ("-1/2", "0.5")):
        claim = only(f"They sold {number}{text} acres there.")
        assert (claim.value.number, claim.value.unit) == (number + Decimal(part), "acre")


@settings(max_examples=60, deadline=None)
@given(low=st.integers(1, 900), more=st.integers(1, 99))
def test_ranges_read_back(low: int, more: int) -> None:
    high = low + more
    for text in (f"{low} to {high}", f"{low}–{high}", f"between {low} and {high}"):
        claim = only(f"They need {text} nurses there.")
        assert (claim.value.number, claim.value.low, claim.value.high) == (None, low, high)


@settings(max_examples=60, deadline=None)
@given(number=st.integers(4, 10**6))
def test_ordinals_read_back(number: int) -> None:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    ending = {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    claim = only(f"It was her {number}{ending} win here.")
    assert (claim.kind, claim.value.number) == ("ordinal", number)
