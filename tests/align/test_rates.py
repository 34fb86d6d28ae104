"""The period for which a sum or a measure is told, by its unit or by the words beside it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, compare, load_rules
from factcheck.model import Document, Finding

RULES = load_rules()
DAY = date(2019, 6, 5)


def findings(draft: str, source: str) -> list[Finding]:
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("source", source))]
    report = check(documents[:1], documents[1:], RULES)
    return [each for each in report.findings if each.severity.name != "note"]


def told(draft: str, source: str) -> list[str]:
    return [each.rule for each in findings(draft, source)]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The mill has a monthly rent of £499.", "The mill has a rent of £499 a month."),
        (
            "The mill has a monthly rent of £499, cut to £424 in May.",
            "The mill has a rent of £499/month, cut to £424/month in May.",
        ),
        ("The mill uses 70 kg of salt every month.", "The mill uses 70 kg of salt each month."),
        ("The mill burnt 70 kg of salt a year ago.", "A year ago the mill burnt 70 kg of salt a month."),
        (
            "Few of the clerks would call £900 a fair offer.",
            "Few of the clerks would call the £900-a-month offer fair.",
        ),
        ("A household now pays £1,140 a month in Lipa.", "In Lipa the average rent has reached £1,140."),
    ],
)
def test_a_figure_for_the_same_period_in_other_words_is_no_difference(draft: str, source: str) -> None:
    assert told(draft, source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The mill uses 70 kg of salt every month.", "The mill uses 70 kg of salt a year."),
        ("The mill has a rent of £499 a week.", "The mill has a rent of £499 a month."),
        ("The mill has a weekly rent of £499.", "The mill has a rent of £499 a month."),
        ("The mill has a rent of £499.", "The mill has a rent of £499 a month."),
    ],
)
def test_a_figure_for_another_period_differs(draft: str, source: str) -> None:
    assert "unit-differs" in told(draft, source)


def test_the_sums_of_two_periods_that_come_to_the_same_agree() -> None:
    assert told("Clerks who earn £1,200 a year vote.", "Clerks who earn £100 a month vote.") == []


@pytest.mark.parametrize(
    ("draft", "source", "severity", "how"),
    [
        ("The mill has a rent of £499.", "The mill has a rent of £499 a month.", "warning", "period left out"),
        ("The mill has a rent of £499 a month.", "The mill has a rent of £499.", "warning", "period added"),
        ("The mill has a rent of £499 a week.", "The mill has a rent of £499 a month.", "error", "unit changed"),
        (
            "Each metre cost 75 million crowns.",
            "It cost 75 thousand crowns a metre, each metre.",
            "error",
            "unit changed",
        ),
    ],
)
def test_a_period_that_only_one_text_tells_is_asked_about(draft: str, source: str, severity: str, how: str) -> None:
    (found,) = findings(draft, source)
    assert (found.severity.name, found.message.partition(":")[0]) == (severity, how)


@pytest.mark.parametrize(("sum_", "verdicts"), [("dividend", {"agree"}), ("fine", {"single"})])
def test_compare_takes_a_sum_without_its_period_for_that_of_one_measure(sum_: str, verdicts: set[str]) -> None:
    texts = (
        "Harsk Steel, which employs many, will pay a dividend of 2.50 crowns a share.",
        f"Harsk Steel, hit by the price of ore, is sold. The {sum_} is 2.50 crowns.",
    )
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    assert {each.verdict for each in compare(documents, RULES).clusters if each.kind == "money"} == verdicts
