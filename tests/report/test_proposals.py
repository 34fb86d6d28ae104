"""What the sources would have a draft say: proposed where it fits, as a diff that `patch` takes."""

import shutil
import subprocess

import pytest
from msgspec.structs import replace

from factcheck import check, documents, load_rules
from factcheck.model import Places
from factcheck.report import FORMATS, PLAIN, RenderOptions
from factcheck.report.changes import changes, focus
from factcheck.report.proposal import proposals

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
            "“We will open the new bridge before the winter,” said Karl Brandt, the harbour master.",
            "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.",
            "Nora Lindqvist",
        ),
    ],
)
def test_the_source_s_words_stand_in_for_the_draft_s(tmp_path, draft, source, wanted):
    assert proposed(tmp_path, draft, source) == [wanted]


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
