"""Extract, compare and check as a whole: properties of any text, and verdicts on small examples."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.model import Document, Report, Severity
from factcheck.report import FORMATS
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2024, 5, 16)

FLOOD = """The river Sel burst its banks on Tuesday, killing 14 people and forcing nearly 48,000 residents out.
“We will rebuild every bridge,” Mayor Ida Renn said. Repairs will cost $24 million, the county said."""
AGENCY = """At least 14 people died when the Sel flooded on Tuesday. Some 47,500 residents fled their homes.
Mayor Ida Renn said: “We will rebuild every bridge.” The county put repairs at $24 million."""

MARKS = ["“", "”", '"', "'", "‘", "’", "$", "£", "%", " ", "\n", "\n\n", ".", ",", "-", "–", "/", "(", ")", "[", ":"]
FIGURES = ["5", "12", "1,000", "2017", "3.2", "½", "one", "two", "million", "dozens", "third", "May", "Thursday"]
WORDS = ["said", "Kelly", "percent", "more than", "nearly", "to", "and", "in", "of", "miles", "people", "the", "she"]
PIECES = st.sampled_from([*MARKS, *FIGURES, *WORDS])
NEWSY = st.lists(PIECES, max_size=60).map("".join) | st.lists(PIECES, max_size=40).map(" ".join)


def named(name: str, text: str, published: date | None = DAY) -> Document:
    return Document(id=name, text=text, published=published)


def check(draft: str, *sources: str) -> Report:
    documents = [named(f"s{number}", text) for number, text in enumerate(sources)]
    return pipeline.check([named("draft", draft)], documents, RULES)


def found(report: Report) -> list[tuple[str, str]]:
    texts = {draft.id: draft.text for draft in report.drafts}
    return [
        (finding.rule, texts[finding.document][finding.start : finding.end])
        for finding in report.findings
        if finding.severity >= Severity.warning
    ]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=200) | NEWSY)
def test_any_text_is_read_and_spans_point_at_their_text(text: str) -> None:
    ends: dict[str, int] = {}
    for claim in pipeline.extract([named("x", text)], RULES):
        assert text[claim.start : claim.end] == claim.text
        assert 0 <= claim.start < claim.end <= len(text)
        if claim.kind != "quote":
            room = "time" if claim.kind in ("date", "time", "duration", "set") else "number"
            assert claim.start >= ends.get(room, 0), "two claims of one room overlap"
            ends[room] = claim.end


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(NEWSY)
def test_a_text_against_itself_has_no_finding(text: str) -> None:
    assert found(check(text, text)) == []


def test_same_input_same_bytes_in_every_format() -> None:
    def run() -> list[str]:
        compared = pipeline.compare([named("a", FLOOD), named("b", AGENCY)], RULES)
        checked = check(FLOOD.replace("24", "42"), FLOOD, AGENCY)
        return [render(report) for render in FORMATS.values() for report in (compared, checked)]

    assert run() == run()


def test_order_of_the_sources_changes_nothing() -> None:
    one, two = named("a", FLOOD), named("b", AGENCY)
    assert pipeline.compare([one, two], RULES) == pipeline.compare([two, one], RULES)
    draft = named("draft", FLOOD.replace("14", "41"))
    assert pipeline.check([draft], [one, two], RULES) == pipeline.check([draft], [two, one], RULES)


def test_json_decodes_to_what_was_encoded() -> None:
    report = check(FLOOD.replace("24", "42"), FLOOD)
    text = FORMATS["json"](report)
    assert msgspec.json.encode(msgspec.json.decode(text)) == msgspec.json.encode(msgspec.json.decode(text.encode()))
    decoded = msgspec.json.decode(text)
    assert decoded["version"] == 1
    assert [claim["text"] for claim in decoded["claims"]] == [judged.claim.text for judged in report.judged]


def test_two_sources_agree_and_one_is_single() -> None:
    verdicts = {judged.claim.text: judged.verdict for judged in check(FLOOD, FLOOD, AGENCY).judged}
    assert verdicts["$24 million"] == "agree"
    single = {judged.claim.text: judged.verdict for judged in check(FLOOD, FLOOD).judged}
    assert single["$24 million"] == "single"


@pytest.mark.parametrize(
    ("was", "slip", "finding"),
    [
        ("14 people", "41 people", ("number-differs", "41 people")),
        ("nearly 48,000", "more than 48,000", ("number-differs", "more than 48,000 residents")),
        ("48,000", "84,000", ("number-differs", "nearly 84,000 residents")),
        ("$24 million", "$24 billion", ("number-differs", "$24 billion")),
        ("$24 million", "£24 million", ("unit-differs", "£24 million")),
        ("Tuesday", "Wednesday", ("date-differs", "Wednesday")),
        ("every bridge", "almost every bridge", ("quote-altered", "We will rebuild almost every bridge,")),
    ],
)
def test_slips(was: str, slip: str, finding: tuple[str, str]) -> None:
    assert found(check(FLOOD.replace(was, slip), FLOOD)) == [finding]


def test_swapped_figures_are_detected() -> None:
    source = "The blast killed 12 workers and wounded 31 others, police said."
    draft = "The blast killed 31 workers and wounded 12 others, police said."
    assert [rule for rule, _ in found(check(draft, source))] == ["number-differs", "number-differs"]


def test_figure_that_no_source_has_is_unsupported() -> None:
    assert found(check("Insurers expect 7,300 claims.", FLOOD)) == [("unsupported", "7,300 claims")]


def test_undated_relative_day_is_held() -> None:
    (claim,) = pipeline.extract([named("x", "Police said it happened yesterday.", None)], RULES)
    assert claim.value.held == "the document states no date"
    assert claim.value.first is None


def test_rounder_figure_is_no_difference() -> None:
    assert found(check("The flood drove about 48,000 residents out.", "The flood drove 47,612 residents out.")) == []


def test_copies_count_once() -> None:
    report = pipeline.compare([named("a", FLOOD), named("b", FLOOD), named("c", AGENCY)], RULES)
    assert sorted(origin.documents for origin in report.origins) == [("a", "b"), ("c",)]
    (cost,) = [cluster for cluster in report.clusters if cluster.kind == "money"]
    assert (cost.verdict, cost.origins, len(cost.claims)) == ("agree", 2, 3)
