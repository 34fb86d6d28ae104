"""A draft's figure that one source has and another contradicts."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Severity

RULES = load_rules()


def told(draft: str, *sources: str) -> list[tuple[str, Severity]]:
    papers = [Document(id=f"s{number}", text=text) for number, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft)], papers, RULES)
    return [(each.rule, each.severity) for each in report.findings]


@pytest.mark.parametrize(
    ("draft", "agrees", "differs"),
    [
        ("The damage came to $21 million.", "The damage came to $21 million.", "The damage came to $18.5 million."),
        (
            "Anton Wirth, 49, is out of hospital.",
            "The guard, Anton Wirth, 49, has left hospital.",
            "Anton Wirth, 47, a guard, was treated.",
        ),
    ],
)
def test_sources_that_are_divided_make_a_warning(draft: str, agrees: str, differs: str) -> None:
    assert told(draft, agrees, differs) == [("number-differs", Severity.warning)]
    assert told(draft, differs, agrees) == [("number-differs", Severity.warning)]
    assert told(draft, agrees) == [("single-source", Severity.note)]


def test_a_source_that_has_both_figures_divides_none() -> None:
    both = "The damage came to $21 million. The insurer put it lower: the damage came to $18.5 million."
    agrees = "The damage came to $21 million."
    assert ("number-differs", Severity.warning) not in told("The damage came to $21 million.", both, agrees)


def test_what_others_of_a_group_did_divides_none() -> None:
    draft = "The first eight volunteers in the mumps trial made antibodies."
    agrees = "The mumps trial's eight volunteers made antibodies."
    other = "Three volunteers in the mumps trial had a fever after the second shot."
    assert "number-differs" not in [rule for rule, _ in told(draft, other, agrees)]
