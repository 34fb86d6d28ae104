"""What a text without a date leaves open: a quarter that it names elsewhere, a month counted from its own day."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document
from factcheck.pipeline import compare

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


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Ida Roth was found guilty of theft last month.", "A court found Ida Roth guilty of the theft last month.", 1),
        ("The mill at Orrel was listed late last year.", "Orrel listed the mill last year.", 1),
        ("Ida Roth was found guilty of theft last month.", "A court found Ida Roth guilty of the theft this month.", 0),
        ("The mill at Orrel was listed two days ago.", "The mill at Orrel was listed in March.", 0),
    ],
)
def test_undated_reports_of_one_event_count_from_one_time(one: str, other: str, agree: int) -> None:
    documents = [Document(id="s1", text=one), Document(id="s2", text=other)]
    clusters = [each for each in compare(documents, RULES).clusters if each.kind == "date"]
    assert [each.verdict for each in clusters].count("agree") == agree


def test_reports_of_known_days_count_from_those() -> None:
    days = (date(2020, 11, 3), date(2020, 12, 2))
    texts = ("Ida Roth was found guilty of theft last month.", "A court found Ida Roth guilty of the theft last month.")
    documents = [Document(id=str(day), text=text, published=day) for day, text in zip(days, texts, strict=True)]
    assert all(each.verdict != "agree" for each in compare(documents, RULES).clusters if each.kind == "date")
