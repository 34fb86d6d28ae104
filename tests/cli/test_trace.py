"""Why a text was read as it was: the readings that were not taken, and what refused words that are no claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import load_rules, pipeline
from factcheck.kinds.quantity.non_claims import TRAPS
from factcheck.model import Document, Rejected

RULES = load_rules()
TEXT = "In May 2017 some 4,500 people saw an AR-15.\n"


def rejected(text: str) -> list[Rejected]:
    return list(pipeline.rejected(Document(id="text", text=text), RULES))


def told(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.by) for each in rejected(text)]


@pytest.mark.parametrize(
    ("text", "words", "trap"),
    [
        ("He held an AR-15 then.", "AR-15", "joined"),
        ("They took Flight 370 home.", "370", "label"),
        ("It burned at 12 Elm Street.", "12", "street"),
        ("The FTSE 100 rose.", "100", "like-a-name"),
        ("They remember 9/11 well.", "9/11", "name"),
        ("It drove along the M-25 road.", "M-25", "joined"),
        ("Call 0800 now.", "0800", "code"),
        ("One wonders why.", "One", "one"),
        ("We saw the Ford Five Hundred there.", "Five", "in-a-word"),
        ("A 3-D film ran.", "3-D", "dimensions"),
        ("A six-figure sum was paid.", "six-figure", "compound"),
    ],
)
def test_what_a_trap_refused_is_told(text: str, words: str, trap: str) -> None:
    assert (words, f"trap {trap}") in told(text)
    found = next(each for each in rejected(text) if each.by == f"trap {trap}")
    assert found.why == TRAPS[trap]
    assert text[found.start : found.end] == words
    assert (found.line, found.column) == (1, found.start + 1)


@pytest.mark.parametrize(
    ("text", "words", "rule", "why"),
    [
        ("In May 2017 it rained.", "May", "timex/month", "shorter than timex/month-year"),
        ("He may go home.", "may", "timex/month", "letter case or neighbours show a name or another word"),
        ("Route 1950 is shut.", "1950", "timex/year", "what stands before it speaks against it (not_before)"),
        ("They paid $80 an hour.", "an hour", "timex/rate", "no number before it is told by time (rate)"),
        ("They met within two weeks.", "within two weeks", "quantity/count", "dates and times are read first"),
    ],
)
def test_a_reading_that_lost_is_told_with_the_reason(text: str, words: str, rule: str, why: str) -> None:
    assert (words, rule, why) in [(each.text, each.by, each.why) for each in rejected(text)]


def test_a_reading_that_was_taken_is_not_among_those_that_lost() -> None:
    text = "In May 2017 some 4,500 people saw 3.2 percent of it."
    claims = list(pipeline.extract([Document(id="text", text=text)], RULES))
    taken = {(claim.start, claim.end, claim.rule) for claim in claims}
    assert len(taken) == 3
    assert not taken & {(each.start, each.end, each.by) for each in rejected(text)}


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_whatever_rules_have_as_examples_is_traced(rule) -> None:
    text = "\n\n".join(example.text for example in rule.examples)
    for each in rejected(text):
        assert text[each.start : each.end] == each.text and each.text and each.why


def test_comments_and_front_matter_are_not_looked_at() -> None:
    text = "Number AR-15\n\nIt was an AR-16.\n"
    document = Document(id="text", text=text, body=14)
    assert [each.text for each in pipeline.rejected(document, RULES)] == ["AR-16"]


def test_extract_explains_each_claim_and_what_is_none(run, desk) -> None:
    Path("paper.md").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "paper.md", "--explain")
    assert shown.status == 0
    assert shown.out.splitlines() == [
        "paper.md:1:4: “May 2017”",
        "  read as   date: 2017-05 (2017-05-01..2017-05-31)",
        "  by        timex/month-year: a month of a stated year: February 2017",
        "  not by    timex/month “May”: shorter than timex/month-year",
        "paper.md:1:13: “some 4,500 people”",
        "  read as   count: 4500 (4050..4950)",
        "  by        quantity/count: a number with what it counts",
        "",
        "looked at, and no claim:",
        "paper.md:1:38: trap joined “AR-15”: joined to what stands before it, as in “AR-15”",
    ]


def test_json_has_a_trace_only_where_it_is_asked_for(run, desk) -> None:
    Path("paper.md").write_text(TEXT, encoding="utf-8")
    plain = json.loads(run("extract", "paper.md", "--output", "json").out)
    shown = json.loads(run("extract", "paper.md", "--explain", "--output", "json").out)
    assert "refused" not in plain and all("trace" not in claim for claim in plain["claims"])
    assert [claim.pop("trace") for claim in shown["claims"]] == [
        [{"start": 3, "end": 6, "text": "May", "by": "timex/month", "why": "shorter than timex/month-year"}],
        [],
    ]
    ((found),) = shown.pop("refused")
    assert (found["text"], found["by"], found["line"], found["column"]) == ("AR-15", "trap joined", 1, 38)
    assert shown == plain


def test_json_lines_have_what_is_no_claim_behind_the_claims(run, desk) -> None:
    Path("paper.md").write_text(TEXT, encoding="utf-8")
    lines = [json.loads(line) for line in run("extract", "paper.md", "--explain", "--output", "jsonl").out.splitlines()]
    assert [line["text"] for line in lines] == ["May 2017", "some 4,500 people", "AR-15"]
    assert [len(line["trace"]) for line in lines[:2]] == [1, 0]


@pytest.mark.parametrize(
    ("more", "said"), [(("--output", "csv"), "csv shows no trace"), (("--check-self",), "give one of the two")]
)
def test_what_cannot_be_explained_is_2(run, desk, more, said) -> None:
    Path("paper.md").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "paper.md", "--explain", *more)
    assert (shown.status, shown.out) == (2, "") and said in shown.err


def test_explain_tells_which_readings_lost_and_why_words_are_no_claim(run, desk) -> None:
    Path("paper.md").write_text(TEXT, encoding="utf-8")
    claim = run("explain", "paper.md:1:5", "--sources", "notes")
    assert "  not by    timex/month “May”: shorter than timex/month-year\n" in claim.out
    none = run("explain", "paper.md:1:39", "--sources", "notes")
    assert none.status == 0
    assert none.out == "paper.md:1:38: trap joined “AR-15”: joined to what stands before it, as in “AR-15”\n"
    assert run("explain", "paper.md:1:10", "--sources", "notes").out.startswith("paper.md:1:4: “May 2017”\n")
    assert run("explain", "paper.md:1:36", "--sources", "notes").status == 2
