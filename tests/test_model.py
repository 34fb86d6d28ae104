"""The wording of differences."""

from __future__ import annotations

import pytest

from factcheck.model import NEAR_MISSES, Comparison, Difference


@pytest.mark.parametrize(
    ("difference", "size", "wording"),
    [
        (Difference.NONE, 0, ""),
        (Difference.DIGITS_TRANSPOSED, 0, "digits transposed"),
        (Difference.FACTOR, 10, "factor of ten"),
        (Difference.FACTOR, 100, "factor of 100"),
        (Difference.FACTOR, 1_000, "factor of 1,000"),
        (Difference.FACTOR, 1_000_000, "factor of a million"),
        (Difference.WORDS_CHANGED, 1, "one word changed"),
        (Difference.WORDS_CHANGED, 10, "ten words changed"),
        (Difference.WORDS_CHANGED, 11, "11 words changed"),
    ],
)
def test_a_difference_in_words(difference: Difference, size: int, wording: str) -> None:
    assert Comparison("different", difference, size=size).wording == wording


def test_no_two_differences_have_one_wording() -> None:
    assert len({each.value for each in Difference}) == len(Difference.__members__)


def test_typing_slips_are_near_misses_and_other_values_are_not() -> None:
    slips = {Difference.DIGITS_TRANSPOSED, Difference.ONE_DIGIT_CHANGED, Difference.FACTOR, Difference.ONE_DAY_OFF}
    others = {Difference.ANOTHER_NUMBER, Difference.DAY, Difference.PARAPHRASE, Difference.ROUNDED}
    assert slips <= NEAR_MISSES
    assert not others & NEAR_MISSES
