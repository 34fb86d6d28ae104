"""The numeral reader: values of single forms, and round trips of numbers in every supported form."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.room import numerals
from factcheck.ruleset import load_rules

READER = numerals(load_rules())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("143,057", "143057"),
        ("12,34,567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("1 234 567", "1234567"),
        ("816\u202f000", "816000"),
        ("3.25", "3.25"),
        (".25", "0.25"),
        ("1,4 million", "1400000"),
        ("24 million", "24000000"),
        ("3.2bn", "3200000000"),
        ("7 lakh", "700000"),
        ("1.5 lakh crore", "1500000000000"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("½", "0.5"),
        ("3 1/2", "3.5"),
        ("2½ million", "2500000"),
        ("3/4", "0.75"),
        ("zero", "0"),
        ("seventy billion", "70000000000"),
        ("forty-five", "45"),
        ("one hundred and twenty-three thousand", "123000"),
        ("nineteen hundred seventy-three", "1973"),
        ("twelve point ninety-nine", "12.99"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen", "24"),
        ("half a million", "500000"),
        ("three quarters of a million", "750000"),
        ("two and a half million", "2500000"),
        ("four-fifths", "0.8"),
        ("a quarter", "0.25"),
        ("1.5e10", "15000000000"),
        ("1.111,11", "1111.11"),
        ("twenty-three fifths", "4.6"),
        ("two and fifty-four hundredths", "2.54"),
        ("two and sixty-one hundredths", "2.61"),
        ("a million and a half", "1500000"),
        ("3 million and a quarter", "3250000"),
        ("one hundred and three quarters", "100.75"),
        ("nought point nought three", "0.03"),
        ("⅙", "0.1666666666666666666666666667"),
        ("3-1/2", "3.5"),
        ("5⅝", "5.625"),
        ("1.3e6", "1300000"),
        ("one billion and a half million", "1000500000"),
        ("6 trn", "6000000000000"),
        ("8 crore", "80000000"),
        ("5 thousand", "5000"),
        ("a hundred", "100"),
    ],
)
def test_whole_text_is_one_numeral(text: str, number: str) -> None:
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert (numeral.end, numeral.number) == (len(text), Decimal(number))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("one hundred and two hundred", 11),
        ("12, 13", 2),
        ("twenty twenty", 6),
        ("five and six", 4),
        ("100 and 200", 3),
        ("24/7", 2),
        ("9/11", 1),
        ("1/40 by", 1),
        ("1/40 of it", 4),
        ("1.1e6.5", 3),
        ("2,013 people", 5),
    ],
)
def test_numeral_ends_before_the_next_number(text: str, end: int) -> None:
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert numeral.end == end


@pytest.mark.parametrize("text", ["a", "an apple", "and", "hello", "of"])
def test_no_numeral(text: str) -> None:
    assert READER.at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of thousands", 20000, 99999),
        ("dozens", 24, 99),
        ("hundreds of thousands", 200000, 999999),
        ("thousands of millions", 2 * 10**9, 10**10 - 1),
        ("hundreds of trillions", 2 * 10**14, 10**15 - 1),
        ("handful", 2, 9),
        ("couple of", 2, 3),
    ],
)
def test_vague(text: str, low: int, high: int) -> None:
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.form) == (low, high, "vague")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("31,000", 1000),
        ("3.2 million", 100000),
        ("143,057", 1),
        ("24 million", 1000000),
        ("2.50", "0.01"),
        ("seventy", 10),
    ],
)
def test_step_is_the_place_value_of_the_last_stated_digit(text: str, step: object) -> None:
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert numeral.step == Decimal(str(step))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("21st", 21),
        ("third", 3),
        ("twenty-first", 21),
        ("one hundred twenty-fifth", 125),
        ("two hundredth", 200),
        ("1,000th", 1000),
    ],
)
def test_ordinal(text: str, number: int) -> None:
    ordinal = READER.ordinal(text, 0)
    assert ordinal is not None
    assert (ordinal.end, ordinal.number) == (len(text), number)


UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """Return a whole number below a quadrillion in English words, without using the reader's own tables."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens] + (f"-{UNITS[rest]}" if rest else "")
    for size, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{in_words(head)} {name}" + (joint + in_words(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(0, 10**15 - 1))
def test_words_read_back(number: int) -> None:
    text = in_words(number)
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert (numeral.end, numeral.number) == (len(text), number)


WHOLE = st.integers(0, 10**14)
STYLES = {
    "plain": lambda n: f"{n}",
    "commas": lambda n: f"{n:,}",
    "spaces": lambda n: f"{n:,}".replace(",", "\u202f"),
}


@pytest.mark.parametrize("style", STYLES)
@given(number=WHOLE)
def test_digits_read_back(style: str, number: int) -> None:
    text = STYLES[style](number)
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert (numeral.end, numeral.number) == (len(text), number)


@given(
    st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["", " million", "bn", " trillion"]),
)
def test_decimals_read_back(number: Decimal, scale: str) -> None:
    factor = {"": 1, " million": 10**6, "bn": 10**9, " trillion": 10**12}[scale]
    text = f"{number:,f}{scale}"
    numeral = READER.at(text, 0)
    assert numeral is not None
    assert (numeral.end, numeral.number) == (len(text), number * factor)
