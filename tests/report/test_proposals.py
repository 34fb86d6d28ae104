"""What the sources would have a draft say: proposed where it fits, as a diff that `patch` takes."""

import re
import shutil
import subprocess
from collections import Counter

import pytest
from msgspec.structs import replace

from factcheck import check, documents, load_rules
from factcheck.model import Places, Quantity, Severity
from factcheck.report import FORMATS, PLAIN, RenderOptions
from factcheck.report.changes import changes, focus
from factcheck.report.diff import _edited
from factcheck.report.proposal import proposals
from tests.marks import EVENTS, FIXTURES

RULES = load_rules()


def run(tmp_path, draft: str, source: str):
    """The report on a draft with one source, and the proposal for each error."""
    (tmp_path / "draft.txt").write_bytes(draft.encode())
    (tmp_path / "source.txt").write_bytes(source.encode())
    drafts = list(documents([tmp_path / "draft.txt"]))
    report = check(drafts, list(documents([tmp_path / "source.txt"])), RULES)
    drafts = tuple(replace(each, id="draft.txt", path="draft.txt") for each in report.drafts)
    findings = tuple(replace(each, document="draft.txt") for each in report.findings)
    judged = tuple(replace(each, claim=replace(each.claim, document="draft.txt")) for each in report.judged)
    return replace(report, drafts=drafts, findings=findings, judged=judged)


def proposed(tmp_path, draft: str, source: str) -> list[str | None]:
    report = run(tmp_path, draft, source)
    return list(proposals([finding for finding in report.findings if finding.severity.name == "error"], report))


@pytest.mark.parametrize(
    ("draft", "source", "wanted"),
    [
        (
            "The ferry company counted 48,300 crossings in the spring of 2019.",
            "The ferry company counted 43,800 crossings in the spring of 2019.",
            "43,800 crossings",
        ),
        (
            "Six sailors of the ferry were taken to the hospital in Aberly by helicopter.",
            "Nine sailors of the ferry were taken to the hospital in Aberly by helicopter.",
            "Nine sailors",
        ),
        (
            "The new pier at Aberly cost the county £245 million to build.",
            "The new pier at Aberly cost the county £24.5 million to build.",
            "£24.5 million",
        ),
        (
            "The gauge on the mole recorded 112 cm of rain in one night.",
            "The gauge on the mole recorded 112 mm of rain in one night.",
            "112 mm",
        ),
        (
            "The old bridge over the sound was closed to all traffic on 5 May 2019.",
            "The old bridge over the sound was closed to all traffic on 2 May 2019.",
            "2 May 2019",
        ),
        (
            "“We will open the new bridge before the summer,” said Nora Lindqvist, the mayor of the town.",
            "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.",
            "We will open the new bridge before the winter,",
        ),
        (
            "“We will open the new bridge before the winter,” said Karl Brandt.",
            "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.",
            "Nora Lindqvist",
        ),
    ],
)
def test_the_source_s_words_stand_in_for_the_draft_s(tmp_path, draft, source, wanted):
    assert proposed(tmp_path, draft, source) == [wanted]


@pytest.mark.parametrize(
    ("draft", "source", "wanted"),
    [
        # The draft's own form of the figure.
        ("The pier at Aberly cost £245 million to build.", "The pier at Aberly cost £24.5m to build.", "£24.5 million"),
        ("The pier at Aberly is 48,300 metres long.", "The pier at Aberly is 43800 metres long.", "43,800 metres"),
        ("They held a 28-day strike in Aberly.", "They held a 23-day strike in Aberly.", "23-day"),
        ("The harbour cost $1.2 million to build.", "The harbour cost $1.2 billion to build.", "$1.2 billion"),
        # Capitals: small within a sentence, large at its beginning.
        ("On Monday six ferries sank off Aberly.", "Nine ferries sank off Aberly on Monday.", "nine ferries"),
        ("Six ferries sank off Aberly on Monday.", "On Monday nine ferries sank off Aberly.", "Nine ferries"),
        ("Six ferries sank off Aberly on Monday.", "On Monday 19 ferries sank off Aberly.", None),
        # The article before it, and the number of the noun.
        ("The ferry rescued a 28-year-old sailor.", "The ferry rescued an 82-year-old sailor.", None),
        ("The ferry rescued a 28-year-old sailor.", "The ferry rescued a 23-year-old sailor.", "23-year-old"),
        ("The ferry to Aberly sank within one day.", "The ferry to Aberly sank within 3 days.", None),
        ("The strike at Aberly lasted one day.", "The strike at Aberly lasted 3 days.", None),
        # Bounds, ranges, totals.
        ("The pier at Aberly cost more than £245 million.", "The pier at Aberly cost more than £24.5 million.", None),
        ("The pier at Aberly cost £245 million.", "The pier at Aberly cost about £24.5 million.", None),
        # What is true of one person alone.
        (
            "“We will open the new bridge before the winter,” said Karl Brandt, the harbour master.",
            "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.",
            None,
        ),
    ],
)
def test_only_what_stays_true_and_well_formed_is_proposed(tmp_path, draft, source, wanted):
    found = proposed(tmp_path, draft, source)
    assert found == [wanted] or (wanted is None and not any(found))


def test_nothing_is_proposed_where_another_source_has_the_draft_s_figure(tmp_path):
    draft = "The ferry company counted 48,300 crossings in the spring of 2019."
    report = run(tmp_path, draft, draft.replace("48,300", "43,800"))
    (finding,) = _errors(report)
    assert list(proposals([finding], report)) == ["43,800 crossings"]
    agreeing = replace(finding.evidence[0], relation="same")
    doubted = replace(finding, evidence=(*finding.evidence, agreeing))
    assert list(proposals([doubted], report)) == [None]


def _errors(report):
    return [each for each in report.findings if each.severity.name == "error"]


def test_a_date_of_another_form_is_not_proposed(tmp_path):
    draft = "The old bridge over the sound was closed to all traffic on 5 May 2019."
    source = "The old bridge over the sound was closed to all traffic on 2019-05-02."
    assert proposed(tmp_path, draft, source) == [None]
    shown = FORMATS["diff"](run(tmp_path, draft, source), PLAIN)
    assert shown.startswith("# draft.txt:1:60: error date-differs: ") and shown.endswith("(nothing proposed)\n")


@pytest.mark.parametrize(
    ("text", "other", "wanted", "pointed"),
    [
        ("the winter is long", "the night is long", [("winter", "night")], "winter"),
        (
            "it is the easiest of days",
            "it is one of the hardest days",
            [("", "one of "), ("easiest of", "hardest")],
            "the easiest of",
        ),
        ("we like the old plan", "we like the plan", [("old", "")], "old"),
        ("we like the plan", "we like the old plan", [("", "old ")], "the"),
        ("is long", "it is long", [], "is long"),
        ("don’t go", "don't go", [], "don’t go"),
    ],
)
def test_the_changed_words_are_found(text, other, wanted, pointed):
    found = [(text[each.start : each.end], other[each.other_start : each.other_end]) for each in changes(text, other)]
    assert [(a.strip(), b.strip()) for a, b in found] == [(a.strip(), b.strip()) for a, b in wanted]
    start, end = focus(text, other)
    assert text[start:end] == pointed


WRONG = (
    "The ferry company counted 48,300 crossings in the spring of 2019.\n"
    "The old bridge over the sound was closed to all traffic on 5 May 2019."
)
RIGHT = WRONG.replace("48,300", "43,800").replace("5 May", "2 May")


@pytest.mark.skipif(shutil.which("patch") is None, reason="no patch on this machine")
@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_the_diff_makes_the_draft_say_what_the_source_says(tmp_path, line_break, end):
    draft, source = (text.replace("\n", line_break) + end for text in (WRONG, RIGHT))
    shown = FORMATS["diff"](run(tmp_path, draft, source), PLAIN)
    assert (tmp_path / "draft.txt").read_bytes() == draft.encode()
    command = ["patch", "--binary", "-p1", "--silent"]
    subprocess.run(command, cwd=tmp_path, input=shown.encode(), check=True)
    assert (tmp_path / "draft.txt").read_bytes() == source.encode()


def test_of_two_proposals_that_overlap_the_first_is_taken(tmp_path):
    report = run(tmp_path, WRONG, RIGHT)
    doubled = replace(report, findings=report.findings + report.findings)
    assert FORMATS["diff"](doubled, PLAIN).count("+The") == FORMATS["diff"](report, PLAIN).count("+The") == 2


def test_the_diff_is_coloured_when_asked_for(tmp_path):
    report = run(tmp_path, WRONG, RIGHT)
    assert "\x1b" not in FORMATS["diff"](report, PLAIN)
    assert "\x1b[31m-The ferry" in FORMATS["diff"](report, RenderOptions(colour=True))


def test_a_draft_without_differences_has_no_diff(tmp_path):
    assert FORMATS["diff"](run(tmp_path, RIGHT, RIGHT), PLAIN) == ""


def test_what_does_not_stand_so_in_the_file_is_not_proposed(tmp_path):
    report = run(tmp_path, WRONG, RIGHT)
    (draft,) = report.drafts
    written = draft.text.replace("48,300 crossings", "48,300&nbsp;crossings")
    elsewhere = replace(draft, places=Places(written))
    shown = FORMATS["diff"](replace(report, drafts=(elsewhere,)), PLAIN)
    assert "crossings” (nothing proposed)" in shown


def fixture(event: str, name: str, text: str | None = None):
    """The report on a draft of an event, or on a text in its place."""
    (draft,) = documents([FIXTURES / event / name])
    if text is not None:
        draft = replace(draft, text=text, places=Places(text))
    return check([draft], list(documents([FIXTURES / event / "sources"])), RULES)


def mended(report) -> str:
    """The draft with all proposals for its errors put in."""
    (draft,) = report.drafts
    errors = _errors(report)
    edits = [(each.start, each.end, new) for each, new in zip(errors, proposals(errors, report), strict=True) if new]
    return _edited(draft.text, edits)


@pytest.mark.parametrize("event", EVENTS)
def test_a_clean_draft_stays_as_it_is(event):
    assert FORMATS["diff"](fixture(event, "draft-clean.md"), PLAIN) == ""


@pytest.mark.parametrize("event", EVENTS)
def test_a_mended_draft_has_no_error_there_and_no_new_finding(event):
    before = fixture(event, "draft-errors.md")
    (draft,) = before.drafts
    text = mended(before)
    assert text != draft.text
    after = fixture(event, "draft-errors.md", text)
    errors = _errors(before)
    kept = [each for each, new in zip(errors, proposals(errors, before), strict=True) if new is None]
    assert len(_errors(after)) <= len(kept)
    known = Counter(each.rule for each in before.findings if each.severity > Severity.note)
    now = Counter(each.rule for each in after.findings if each.severity > Severity.note)
    assert not now - known
    assert not re.search(r"\b(\w+) \1\b|[^\n ]  +[^\n ]|\ba (?:8|eigh|11\b|18\b)|\ban \d(?<![8])", text)


@pytest.mark.parametrize("event", EVENTS)
def test_a_figure_with_a_slip_gets_the_words_of_the_clean_draft_back(event):
    (clean,) = documents([FIXTURES / event / "draft-clean.md"])
    figures = [
        each.claim
        for each in fixture(event, "draft-clean.md").judged
        if isinstance(each.claim.value, Quantity) and each.verdict in ("agree", "single")
    ]
    tried = 0
    for claim in figures:
        number = re.search(r"\d{2,}", claim.text)
        if number is None or number[0][0] == number[0][1]:
            continue
        at = claim.start + number.start()
        swapped = number[0][1] + number[0][0] + number[0][2:]
        slip = clean.text[:at] + swapped + clean.text[at + len(swapped) :]
        if swapped[0] == "0":
            continue
        report = fixture(event, "draft-clean.md", slip)
        errors = [each for each in _errors(report) if each.start <= at < each.end]
        for new in proposals(errors, report):
            if new is not None:
                tried += 1
                assert mended(report) == clean.text, claim.text
    assert tried
