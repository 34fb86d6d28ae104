"""A quarter that a text without a date leaves open is the one that it names elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document

RULES = load_rules()
SOURCE = (
    "Third quarter 2020 sales came to 34 million crowns.\n"
    "The ferry line moved 412 lorries in the third quarter, more than in the third quarter of 2019.\n"
    "For the quarter, the yard in Velden built nine boats.\n"
)


def rules(draft: str, published: date | None = None) -> list[str]:
    documents = [Document(id=name, text=text, published=published) for name, text in (("d", draft), ("s", SOURCE))]
    return [each.rule for each in check(documents[:1], documents[1:], RULES).findings if each.severity.name == "error"]


@pytest.mark.parametrize(
    "draft",
    [
        "The ferry line moved 412 lorries in the third quarter of {}.",
        "For the third quarter of {}, the yard in Velden built nine boats.",
    ],
)
def test_a_quarter_is_that_of_the_year_named_for_it(draft: str) -> None:
    assert rules(draft.format(2020)) == []
    assert rules(draft.format(2018)) == ["date-differs"]


def test_a_dated_text_says_itself_which_quarter_it_means() -> None:
    assert rules("The ferry line moved 412 lorries in the third quarter of 2020.", date(2020, 11, 3)) == []
