"""Extraction takes time linear in the length of the text, and long texts do not exhaust the interpreter."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

from factcheck.model import Document
from factcheck.pipeline import check_self, extract
from factcheck.ruleset import load_rules

REPEATED = [
    "“We go,” he said. “We stay,” ",  # pronouns without an antecedent
    "“We go,” she said.\n\n",
    "“we go,” he said, and ",  # one sentence
    "“We go,” the mayor said. ",
    "Mayor Jo Brand came. “We go,” the mayor said. ",
    "“We ‘go’ on” ",  # one sentence of nothing but quotations
    "last week ",
    "9 a.m. (1400 GMT) Monday ",
    "one million and ",
    "the year before ",
    "one hundred ",
    "nine hundred and ",
    "nineteen hundred ",
    "he said, “a” ",  # pronouns of one sentence
]


def claims(text: str) -> int:
    """The number of claims of a text."""
    return len(list(extract([Document("a.txt", text, published=date(2015, 5, 5))], load_rules())))


def own_findings(text: str) -> int:
    """The number of findings of a text against itself."""
    report = check_self([Document("a.txt", text, published=date(2015, 5, 5))], load_rules())
    return len(report.findings)


def lines_run(text: str, read: Callable[[str], int] = claims) -> int:
    """The number of lines of Python executed to read a text: a measure of time without noise."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        if "factcheck" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("text", REPEATED)
def test_work_is_linear_in_the_length_of_the_text(text: str) -> None:
    claims(text * 3)  # fills the caches
    once, twice, four = (lines_run(text * (times * 2500 // len(text))) for times in (1, 2, 4))
    assert twice <= 2.3 * once
    assert four <= 2.3 * twice


def test_work_of_a_text_against_itself_is_linear() -> None:
    text = "nineteen hundred "
    own_findings(text * 3)
    once, twice = (lines_run(text * times, own_findings) for times in (250, 500))
    assert twice <= 2.3 * once


def test_many_repetitions_do_not_exceed_the_recursion_limit() -> None:
    assert claims("last week " * 35_000) > 1000


@pytest.mark.parametrize("times", [2_000, 20_000])
def test_joined_numbers_do_not_exceed_the_recursion_limit(times: int) -> None:
    assert claims("nine hundred and " * times + "five people.") == times


@pytest.mark.parametrize("word", ["one", "zero"])
def test_first_of_two_numbers_does_not_exceed_the_longest_integer(word: str) -> None:
    assert claims("It is between " + f"{word} hundred " * 3_000 + "and two hundred people.") > 1


def test_decimals_in_words_do_not_exceed_the_longest_integer() -> None:
    assert claims("It paid one point " + "nine " * 5_000 + "dollars.") > 0


def test_four_joined_expressions_are_one() -> None:
    text = "It is open from 6 p.m. Friday to 3 a.m. Saturday."
    (found,) = extract([Document("a.txt", text, published=date(2015, 5, 5))], load_rules())
    assert found.text == "from 6 p.m. Friday to 3 a.m. Saturday"
