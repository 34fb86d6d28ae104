"""A bare number may have the unit of the figure before it: a reading that confirms, and never contradicts."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Severity

RULES = load_rules()
DAY = date(2019, 6, 5)


def told(draft: str, source: str) -> dict[str, str]:
    """The rules of the errors and warnings by the claim at which they stand."""
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("source", source))]
    report = check(documents[:1], documents[1:], RULES)
    return {draft[each.start : each.end]: each.rule for each in report.findings if each.severity > Severity.note}


PERMIT = "The mine's licence covers 3 million tons of coal a year. It digs up 5 million."


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The mine produces 5 million tons of coal a year.", PERMIT),
        ("The cheese had 65 grams of salt a kilo.", "Rules permit 40 grams of salt a kilo. The cheese had 65."),
        ("Lena Renn got two years.", "Her brother, a clerk, got seven years on Friday. Lena Renn got two."),
        (
            "A poll taken after the trial put the mayor on 39 percent.",
            "Before the trial, the mayor stood at 44 percent in a poll. The one after it had him at 39.",
        ),
    ],
)
def test_a_figure_that_leaves_its_unit_to_the_one_before_confirms(draft: str, source: str) -> None:
    assert told(draft, source) == {}


@pytest.mark.parametrize(
    ("draft", "source", "rules"),
    [
        # Of one act the figure that is given for it counts.
        ("The mine's licence covers 5 million tons of coal a year.", PERMIT, {"5 million tons": "number-differs"}),
        # It contradicts nothing.
        ("Rents rose 9 percent.", "Rents rose 9 percent. The index of all shares closed at 41.", {}),
        # Neither does it reach over a figure of its own or a noun.
        (
            "The cheese had 65 grams of salt.",
            "Rules permit 40 grams of salt. The shop had 65 cheeses.",
            {"65 grams": "unsupported"},
        ),
    ],
)
def test_a_unit_is_left_out_only_right_behind_it(draft: str, source: str, rules: dict[str, str]) -> None:
    assert told(draft, source) == rules
