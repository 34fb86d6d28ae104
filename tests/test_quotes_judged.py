"""What a check tells of a draft's quotations beside those of its sources."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Severity

RULES = load_rules()
DAY = date(2025, 3, 4)
TRIAL = (
    "HULL, 4 March 2025 – The former head of the Hull Ferry Trust, Victor Keel, went on trial on Tuesday over 2.6 "
    "million crowns in bribes. Keel denied the charges, and the court will hear 22 witnesses."
)


def told(draft: str, *sources: str) -> list[tuple[str, str]]:
    """The rule and severity of each finding on a quotation, above a note."""
    documents = [Document(id=f"s{n}", text=text, published=DAY) for n, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft, published=DAY)], documents, RULES)
    return sorted(
        (f.rule, f.severity.name)
        for f in report.findings
        if f.rule.startswith("quote") and f.severity >= Severity.warning
    )


ALTERED = ("quote-altered", "error")


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        (
            "The owner is “fit to run this harbour again,” Roe wrote.",
            "“He is not fit to run this harbour again,” Roe wrote.",
            [ALTERED],
        ),
        (
            "He is “fit to run this harbour,” Roe said.",
            "“He is no longer fit to run this harbour,” Roe said.",
            [ALTERED],
        ),
        ("“We have a plan to shut it,” said Roe.", "“I deny that we have a plan to shut it,” said Roe.", [ALTERED]),
        ("“The pier will fall down,” said Roe.", "“Without bolts the pier will fall down,” said Roe.", [ALTERED]),
        ("He is not “fit to run this harbour,” Roe said.", "“He is not fit to run this harbour,” Roe said.", []),
        ("Roe denied that he was “fit to run this harbour.”", "“He is not fit to run this harbour,” Roe said.", []),
        ("“The pier will fall down,” said Roe.", "“There is no doubt that the pier will fall down,” said Roe.", []),
        ("“The pier will fall down,” said Roe.", "“Not only the pier will fall down,” said Roe.", []),
        ("“The pier will fall down,” said Roe.", "“No, the pier will fall down,” said Roe.", []),
        ("“The pier will fall down,” said Roe.", "“I know that the pier will fall down,” said Roe.", []),
    ],
)
def test_a_negation_cut_before_a_part_of_a_quotation(draft: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert told(draft, source) == expected


def test_both_faults_of_a_quotation_are_told() -> None:
    source = "“It smelled of smoke, and then the roof was gone,” said Karl Mott, a baker."
    draft = "“It smelled of rain, and then the roof was gone,” said {}, a baker."
    assert told(draft.format("Ida Lorne"), source) == [ALTERED, ("quote-misattributed", "warning")]
    assert told(draft.format("Karl Mott"), source) == [ALTERED]
    assert told(draft.format("Maria Mott"), source) == [ALTERED]


def test_other_sources_do_not_hide_a_reworded_quotation() -> None:
    draft = TRIAL + "\n\n“My gangway fell off in 2016, and it still lies in the harbour,” an islander says."
    source = "A cow costs 88 crowns.\n\n“My gangway broke off in 2019, and it is still lying in the mud,” she said."
    assert told(draft, source) == [ALTERED]
    assert told(draft, TRIAL, source) == [ALTERED]
    assert told(draft, TRIAL, TRIAL.replace("22", "23"), source) == [ALTERED]


def test_short_words_that_two_people_said_may_be_misattributed() -> None:
    found = told("“It was a sad day,” said Ida Lorne.", "“It was a sad day,” said Karl Mott.")
    assert found == [("quote-misattributed", "warning")]
