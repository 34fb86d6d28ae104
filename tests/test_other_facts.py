"""An equal figure supports nothing where two slots conflict: it is of another time, or of another of the same kind."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Finding, Judged

RULES = load_rules()
DAY = date(2020, 2, 12)
REPORT = "Ostby Foods posted a net profit of 61 million crowns for 2019, up from 48 million crowns a year earlier."


def judged(draft: str, source: str, claim: str) -> tuple[Judged, list[Finding]]:
    written = Document(id="draft", text=draft, published=DAY)
    report = check([written], [Document(id="source", text=source, published=DAY)], RULES)
    found = next(each for each in report.judged if each.claim.text == claim)
    return found, [each for each in report.findings if each.start == found.claim.start]


def test_a_figure_of_another_time_is_shown_and_supports_nothing() -> None:
    source = "Norvia flew 2.1 million people last month, compared with 1.84 million in July 2018."
    found, (finding,) = judged(
        "Norvia carried 1.84 million passengers in July 2019.", source, "1.84 million passengers"
    )
    assert found.verdict == "unsupported"
    assert found.reason == "the figure in source is of another time: “1.84 million”"
    assert finding.rule == "unsupported"


def test_where_a_move_began_is_not_where_it_ended() -> None:
    source = "Ostby said that sales rose from 760 boats to 890."
    found, (finding,) = judged("Sales at Ostby rose to 760 boats.", source, "760 boats")
    assert (found.verdict, finding.rule, finding.evidence[0].claim.text) == ("differ", "number-differs", "890")


def test_the_figure_of_the_year_before_is_an_error_where_the_source_has_the_one_of_the_year() -> None:
    found, (finding,) = judged("Net profit of Ostby Foods for 2019 was 48 million crowns.", REPORT, "48 million crowns")
    assert found.verdict == "differ"
    assert (finding.rule, finding.evidence[0].claim.text) == ("number-differs", "61 million crowns")


@pytest.mark.parametrize(
    ("draft", "claim"),
    [
        ("Net profit of Ostby Foods for 2019 was 61 million crowns.", "61 million crowns"),
        ("Net profit of Ostby Foods for 2018 was 48 million crowns.", "48 million crowns"),
        ("Net profit of Ostby Foods rose to 61 million crowns in 2019 from 48 million crowns.", "48 million crowns"),
        ("Net profit of Ostby Foods rose from 48 million crowns to 61 million crowns.", "48 million crowns"),
    ],
)
def test_a_figure_told_of_its_own_time_is_supported(draft: str, claim: str) -> None:
    assert judged(draft, REPORT, claim)[0].verdict == "single"


def test_a_day_told_otherwise_in_a_copied_sentence_is_reported_once() -> None:
    copied = REPORT.replace("2019", "2017")
    found, findings = judged(copied, REPORT, "61 million crowns")
    assert (found.verdict, [each.rule for each in findings]) == ("single", ["single-source"])


def test_a_fall_to_the_figure_from_which_a_source_tells_a_rise_is_an_altered_direction() -> None:
    source = "The number of stolen cars climbed from 760 to 890, police said on Monday."
    written = Document(id="draft", text="Car thefts fell to 760 from 890.", published=DAY)
    report = check([written], [Document(id="source", text=source, published=DAY)], RULES)
    assert [(each.rule, written.text[each.start : each.end]) for each in report.findings] == [
        ("wording-altered", "fell to 760"),
        ("wording-altered", "from 890"),
    ]
