"""A bug that shows on one document: it is named, the others are reported, the exit status is 2."""

from __future__ import annotations

import json
from importlib import import_module

import pytest

import factcheck
from factcheck import pipeline
from factcheck.errors import DocumentError, RuleError
from factcheck.lsp.desk import Desk, Draft
from factcheck.model import Document
from factcheck.ruleset import load_rules

BROKEN = "the cursed bridge"
RULES = load_rules()
extracting = import_module("factcheck.extract")


@pytest.fixture
def room_fails(monkeypatch):
    """A room that fails on the documents that name a cursed bridge."""
    rooms = extracting.KINDS
    find = rooms[-1].find

    def failing(document, *rest):
        if BROKEN in document.text:
            raise ZeroDivisionError("by design")
        return find(document, *rest)

    last = type(rooms[-1])(rooms[-1].name, rooms[-1].triggers, failing, rooms[-1].normalise, rooms[-1].compare)
    monkeypatch.setattr(extracting, "KINDS", (*rooms[:-1], last))


@pytest.fixture
def segment_fails(monkeypatch):
    """A segmentation that fails on the same documents."""
    split = pipeline.parse

    def failing(document, ruleset):
        if BROKEN in document.text:
            raise ZeroDivisionError("by design")
        return split(document, ruleset)

    monkeypatch.setattr(pipeline, "parse", failing)


@pytest.fixture
def meeting_fails(monkeypatch):
    """An alignment that fails where the documents come together."""
    told = pipeline.topics

    def failing(claims, *rest, **more):
        if any(BROKEN in claim.text or claim.document.startswith("cursed") for claim in claims):
            raise ZeroDivisionError("by design")
        return told(claims, *rest, **more)

    monkeypatch.setattr(pipeline, "topics", failing)


@pytest.fixture(params=["room_fails", "segment_fails", "meeting_fails"])
def somewhere(request):
    """Each place where one document can end the work."""
    request.getfixturevalue(request.param)


@pytest.fixture
def cursed(desk):
    """A draft and a source that nobody can read."""
    (desk / "cursed.txt").write_text(f"On 2 May 2019 {BROKEN} closed after 43,800 crossings.\n")
    (desk / "cursed-notes.txt").write_text(f"On 2 May 2019 {BROKEN} closed after 43,800 crossings.\n")
    return desk


def named(err: str, name: str) -> bool:
    """Whether standard error names a document, the error, and how to report it: in one line, without a traceback."""
    (line,) = err.splitlines()
    return line.startswith(f"factcheck: {name}: left out, factcheck failed on it: ZeroDivisionError: by design") and (
        "please report it" in line
    )


@pytest.mark.usefixtures("somewhere", "cursed")
def test_a_draft_that_fails_leaves_the_report_on_the_others(run):
    alone = run("check", "wrong.txt", "--sources", "notes", "--output", "json")
    status, out, err = run("check", "cursed.txt", "wrong.txt", "--sources", "notes", "--output", "json")
    assert (status, out) == (2, alone.out)
    assert named(err, "cursed.txt")


@pytest.mark.usefixtures("somewhere", "cursed")
def test_a_source_that_fails_leaves_the_report_from_the_others(run):
    alone = run("check", "wrong.txt", "--sources", "notes", "--output", "json")
    status, out, err = run(
        "check", "wrong.txt", "--sources", "cursed-notes.txt", "--sources", "notes", "--output", "json"
    )
    assert (status, out) == (2, alone.out)
    assert named(err, "cursed-notes.txt")


@pytest.mark.usefixtures("somewhere", "cursed")
def test_compare_leaves_a_document_out(run):
    alone = run("compare", "notes", "--output", "json")
    status, out, err = run("compare", "notes", "cursed.txt", "--output", "json")
    assert (status, out) == (2, alone.out)
    assert named(err, "cursed.txt")


@pytest.mark.parametrize("fails", ["room_fails", "segment_fails"])
@pytest.mark.parametrize("form", ["json", "jsonl", "text"])
def test_extract_leaves_a_document_out(run, cursed, request, fails, form):
    request.getfixturevalue(fails)
    status, out, err = run("extract", "cursed.txt", "right.txt", "--output", form)
    assert status == 2
    assert "43,800" in out and BROKEN not in out
    assert named(err, "cursed.txt")


@pytest.mark.usefixtures("room_fails", "cursed")
def test_extract_against_itself_leaves_a_document_out(run):
    status, _, err = run("extract", "--check-self", "cursed.txt", "right.txt")
    assert status == 2 and named(err, "cursed.txt")


@pytest.mark.usefixtures("room_fails", "cursed")
def test_each_of_several_is_named_once(run):
    status, _, err = run("check", "cursed.txt", "--sources", "cursed-notes.txt", "--sources", "notes")
    assert status == 2
    assert [line.split(":")[1] for line in err.splitlines()] == [" cursed-notes.txt", " cursed.txt"]


@pytest.mark.usefixtures("room_fails", "cursed")
def test_nothing_is_explained_and_no_baseline_written_of_what_fails(run, cursed):
    assert run("explain", "cursed.txt:1", "--sources", "notes").status == 2
    assert run("baseline", "update", "cursed.txt", "--sources", "notes").status == 2
    assert not (cursed / "factcheck-baseline.json").exists()


def documents() -> list[Document]:
    """Three documents, the second of which fails."""
    texts = {
        "a.txt": "It closed on 2 May 2019.",
        "cursed.txt": f"On 2 May 2019 {BROKEN} shut.",
        "z.txt": "It closed then.",
    }
    return [Document(name, text) for name, text in texts.items()]


JOBS = [
    lambda some, **how: list(factcheck.extract(some, RULES, **how)),
    lambda some, **how: factcheck.compare(some, RULES, **how),
    lambda some, **how: factcheck.check(some, some, RULES, **how),
    lambda some, **how: pipeline.check_self(some, RULES, **how),
]


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.usefixtures("room_fails")
def test_who_calls_from_python_gets_an_exception_with_its_cause(job):
    with pytest.raises(DocumentError, match=r"^cursed\.txt: left out") as caught:
        job(documents())
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert caught.value.document == "cursed.txt"
    assert "ZeroDivisionError: by design (extract.py:" in str(caught.value)


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.usefixtures("room_fails")
def test_who_asks_for_it_is_handed_the_failures(job):
    failed: list[DocumentError] = []
    job(documents(), failed=failed.append)
    assert {error.document for error in failed} == {"cursed.txt"}


def test_what_fails_without_any_document_is_raised(monkeypatch):
    def failing(*_args, **_more):
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(pipeline, "origins", failing)
    with pytest.raises(ZeroDivisionError):
        factcheck.compare(documents(), RULES, failed=pytest.fail)


@pytest.mark.parametrize("job", JOBS)
def test_a_rule_file_that_cannot_be_used_is_no_fault_of_a_document(job, monkeypatch):
    def failing(*_args):
        raise RuleError("rules: no such list")

    monkeypatch.setattr(pipeline, "parse", failing)
    with pytest.raises(RuleError, match="rules: no such list"):
        job(documents(), failed=pytest.fail)


@pytest.mark.usefixtures("room_fails", "cursed")
def test_an_editor_is_told_of_a_source_that_fails_and_gets_the_rest(desk):
    (desk / "factcheck.toml").write_text('sources = ["notes", "cursed-notes.txt"]\n')
    path = desk / "wrong.txt"
    checked = Desk().check(Draft(path.as_uri(), path.read_text(), 1, path))
    assert checked.remark.startswith("cursed-notes.txt: left out, factcheck failed on it: ZeroDivisionError")
    assert checked.findings()
    again = Desk().check(Draft(path.as_uri(), path.read_text(), 2, path))
    assert again.remark == checked.remark


@pytest.mark.usefixtures("room_fails", "cursed")
def test_an_editor_is_told_of_a_draft_that_fails(desk):
    (desk / "factcheck.toml").write_text('sources = ["notes"]\n')
    path = desk / "cursed.txt"
    with pytest.raises(DocumentError, match=r"^cursed\.txt: left out"):
        Desk().check(Draft(path.as_uri(), path.read_text(), 1, path))


def test_json_is_whole_beside_a_failure(run, cursed, room_fails):
    status, out, _ = run("check", "cursed.txt", "right.txt", "--sources", "notes", "--output", "json")
    assert status == 2
    assert json.loads(out)["version"] == 1
