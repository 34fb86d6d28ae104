"""A text twice as long takes about twice the work, whatever it repeats; none is too long for the interpreter."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest

from factcheck.model import Document
from factcheck.pipeline import extract
from factcheck.ruleset import load_rules

REPEATED = [
    "“We go,” he said. “We stay,” ",  # pronouns that nobody before can stand for
    "“We go,” she said.\n\n",
    "“we go,” he said, and ",  # one sentence
    "“We go,” the mayor said. ",
    "Mayor Jo Brand came. “We go,” the mayor said. ",
    "“We ‘go’ on” ",  # one sentence of nothing but quotations
    "last week ",
    "9 a.m. (1400 GMT) Monday ",
    "one million and ",
    "the year before ",
]


def claims(text: str) -> int:
    """How many claims a text holds."""
    return len(list(extract([Document("a.txt", text, published=date(2015, 5, 5))], load_rules())))


def lines_run(text: str) -> int:
    """How many lines of Python are run to read a text: what a clock would measure, without the noise."""
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
        claims(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("text", REPEATED)
def test_work_grows_with_the_text_not_with_its_square(text: str) -> None:
    claims(text * 3)  # what is made once for all texts
    once, twice, four = (lines_run(text * (times * 2500 // len(text))) for times in (1, 2, 4))
    assert twice <= 2.5 * once
    assert four <= 2.5 * twice


def test_last_week_many_times_over_ends_no_interpreter() -> None:
    assert claims("last week " * 35_000) > 1000


def test_four_expressions_that_news_joins_are_one_still() -> None:
    text = "It is open from 6 p.m. Friday to 3 a.m. Saturday."
    (found,) = extract([Document("a.txt", text, published=date(2015, 5, 5))], load_rules())
    assert found.text == "from 6 p.m. Friday to 3 a.m. Saturday"
