"""A fingerprint depends on the rule and the claim only, not on the context."""

import pytest

from factcheck.gate.fingerprint import fingerprinted
from factcheck.model import Finding, Report, Severity

from .conftest import CLOSED, COUNTED

QUOTED = "“We will open the new bridge before the summer,” said Nora Lindqvist, the mayor of the town."
SAID = "“We will open the new bridge before the winter,” said Karl Brandt, the harbour master."


def fingerprints(report: Report) -> dict[str, str]:
    return {finding.rule: finding.fingerprint for finding in report.findings}


def test_an_edit_elsewhere_changes_nothing(checked):
    before = fingerprints(checked(f"{COUNTED}\n\n{CLOSED}\n\n{QUOTED}\n"))
    after = fingerprints(
        checked(f"---\ndate: 2019-06-03\n---\n# New\n\nIt rained.\n\n{QUOTED}\n\n{CLOSED} {COUNTED}\n")
    )
    assert set(before) == {"number-differs", "date-differs", "quote-altered"}
    assert before == {rule: after[rule] for rule in before}
    assert all(len(each) == 16 for each in before.values())


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (COUNTED.replace("48,300 crossings", "48300 Crossings"), True),
        (COUNTED.replace("48,300", "48,400"), False),
        (COUNTED.replace("48,300", "more than 48,300"), False),
        (COUNTED.replace("crossings", "passengers"), False),
    ],
)
def test_a_number_is_identified_by_value_and_noun(checked, text, same):
    before, after = fingerprints(checked(COUNTED)), fingerprints(checked(text))
    assert (before["number-differs"] == after.get("number-differs")) is same


def test_a_date_is_identified_by_its_day_or_else_its_words(checked):
    day = fingerprints(checked(CLOSED))["date-differs"]
    assert fingerprints(checked(CLOSED.replace("5 May 2019", "May 5, 2019")))["date-differs"] == day
    first, second = (
        fingerprints(checked(f"---\ndate: {written}\n---\nThe old bridge closed on Thursday.\n", "draft.md"))
        for written in ("2019-05-20", "2019-05-21")
    )
    assert first == second


def test_a_misattribution_is_identified_by_quotation_and_name(checked):
    before = checked(SAID)
    assert [finding.rule for finding in before.findings] == ["quote-misattributed"]
    assert fingerprints(checked(f"It rained.\n\n{SAID}")) == fingerprints(before)
    assert fingerprints(checked(SAID.replace("Karl Brandt", "Karin Brandt"))) != fingerprints(before)


def test_a_finding_without_a_claim_is_identified_by_its_words(checked):
    report = checked(COUNTED)
    own = [Finding("weekday-mismatch", Severity.error, "", "draft.md", 0, end, 1, 1) for end in (3, 3, 9)]
    kept = Finding("sum-mismatch", Severity.error, "", "draft.md", 0, 3, 1, 1, fingerprint="given")
    found = fingerprinted(Report("check", drafts=report.drafts, findings=(*own, kept))).findings
    assert found[0].fingerprint == found[1].fingerprint != found[2].fingerprint
    assert found[3].fingerprint == "given"
