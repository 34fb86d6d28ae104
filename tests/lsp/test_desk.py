"""The desk gives what the command line gives, and reads only what has changed."""

import os
from pathlib import Path

import pytest

from factcheck import pipeline, read
from factcheck.cli import main
from factcheck.errors import FactcheckError
from factcheck.lsp import desk as module
from factcheck.lsp.desk import Desk, Draft
from factcheck.lsp.shown import Client, diagnostics, hover
from factcheck.ruleset import load_rules
from tests.lsp.conftest import GAZETTE, LEDGER, WRONG


@pytest.fixture
def reads(monkeypatch) -> list[str]:
    """The names of the sources that are read."""
    seen: list[str] = []

    def documents(paths, **options):
        seen.extend(path for path in paths if path != "-")
        return read.documents(paths, **options)

    monkeypatch.setattr(module, "documents", documents)
    return seen


@pytest.fixture
def prepared(monkeypatch) -> list[int]:
    """How many sources were made ready, each time that any were."""
    seen: list[int] = []

    def prepare(sources, ruleset, drafts, **how):
        seen.append(len(sources))
        return pipeline.prepare(sources, ruleset, drafts, **how)

    monkeypatch.setattr(module, "prepare", prepare)
    return seen


def draft(desk, text=WRONG, name="drafts/bridge.md", version=1):
    return Draft((desk / name).as_uri(), text, version, desk / name, "markdown")


def names(checked):
    return [finding.rule for finding in checked.findings()]


def touched(path, text):
    """A file written, whatever the clock of the file system says."""
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(later, later))


def test_the_report_is_that_of_the_command_line(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    (desk / "drafts/bridge.md").write_text(WRONG, encoding="utf-8")
    assert main(["check", "drafts/bridge.md", "--output", "concise"]) == 1
    told = [line.split(": ")[1].split()[1] for line in capfd.readouterr().out.splitlines() if ": " in line]
    assert names(Desk().check(draft(desk))) == told


def test_checking_against_prepared_sources_changes_nothing():
    rules = load_rules()
    sources = [
        next(iter(read.documents(["-"], stdin=text.encode(), stdin_filename=name)))
        for name, text in {"b.txt": LEDGER, "a.txt": GAZETTE}.items()
    ]
    ready = pipeline.prepare(sources, rules)
    for text in (WRONG, LEDGER, "", WRONG):
        (written,) = read.documents(["-"], stdin=text.encode(), stdin_filename="draft.md")
        assert pipeline.check_against(ready, [written]) == pipeline.check([written], sources, rules)


def test_a_keystroke_reads_no_source(desk, reads, prepared):
    own = Desk()
    for version in range(3):
        own.check(draft(desk, WRONG + "x" * version, version=version))
    assert len(reads) == 2 and prepared == [2]


def test_only_a_source_that_has_changed_is_read_again(desk, reads, prepared):
    own = Desk()
    assert "number-differs" in names(own.check(draft(desk)))
    touched(desk / "notes/gazette.txt", GAZETTE.replace("43,800", "48,300"))
    own.check(draft(desk))
    assert [Path(name).name for name in reads] == ["gazette.txt", "ledger.txt", "gazette.txt"]
    assert prepared == [2, 2]
    (desk / "notes/ledger.txt").unlink()
    assert "number-differs" not in names(own.check(draft(desk)))
    assert prepared == [2, 2, 1] and len(reads) == 3


def test_sources_of_several_projects_are_kept_at_once(desk, tmp_path_factory, prepared):
    other = tmp_path_factory.mktemp("other")
    (other / "factcheck.toml").write_text('sources = ["n.txt"]\n', encoding="utf-8")
    (other / "n.txt").write_text(LEDGER, encoding="utf-8")
    own = Desk()
    for _ in range(2):
        own.check(draft(desk))
        own.check(draft(other))
    assert prepared == [2, 1]


def test_the_set_of_sources_that_was_not_used_for_longest_is_forgotten(desk, prepared):
    own = Desk()
    for day in (1, 2, 3, 4, 5, 5, 1):
        touched(desk / "factcheck.toml", f'sources = ["notes"]\npublished = 2019-06-0{day}\n')
        own.check(draft(desk))
    assert len(prepared) == 6


def test_sources_of_one_draft_are_its_own(desk):
    lines = 'sources = ["notes"]\n[per-file-sources]\n"drafts/other.md" = ["other"]\n'
    (desk / "factcheck.toml").write_text(lines, encoding="utf-8")
    (desk / "other").mkdir()
    (desk / "other" / "note.txt").write_text(WRONG, encoding="utf-8")
    own = Desk()
    assert "number-differs" in names(own.check(draft(desk)))
    assert "number-differs" not in names(own.check(draft(desk, name="drafts/other.md")))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda desk: (desk / "factcheck.toml").write_text("surces = []\n"), "unknown key 'surces'"),
        (lambda desk: (desk / "factcheck.toml").write_text("min-origins = 1\n"), "no sources to check"),
        (lambda desk: (desk / "notes/a.doc").write_bytes(b"\xd0\xcf"), "no reader for .doc"),
        (lambda desk: (desk / "notes/a.txt").write_bytes(b"\0" * 90), "not text"),
        (lambda desk: (desk / "notes/a.jsonl").write_text('{"id": "a", "text": ""}\n' * 2), "two documents"),
    ],
)
def test_what_cannot_be_used_is_said(desk, spoil, said):
    own = Desk()
    own.check(draft(desk))
    spoil(desk)
    for _ in range(2):
        with pytest.raises(FactcheckError, match=said):
            own.check(draft(desk))


def test_a_source_that_goes_while_it_is_looked_at_is_an_error(desk, monkeypatch):
    monkeypatch.setattr(module, "files", lambda paths: [str(desk / "notes/gone.txt")])
    with pytest.raises(FactcheckError, match=r"gone\.txt: cannot be read"):
        Desk().check(draft(desk))


def test_text_of_articles_cannot_mark_up_what_is_shown(desk):
    trap = "Officials of the <b>port</b> [counted](http://x) 43,800 **crossings** in the spring of 2019."
    (desk / "notes/ledger.txt").write_text(f"{trap}\n", encoding="utf-8")
    (desk / "notes/gazette.txt").unlink()
    checked = Desk().check(draft(desk, "Officials of the port counted 48,300 crossings in the spring of 2019.\n"))
    (wrong,) = [each for each in diagnostics(checked, Client()) if each.code == "number-differs"]
    shown = hover(checked, wrong.range.start, Client()).contents.value
    assert r"&lt;b&gt;port&lt;/b&gt; \[counted\](http:\/\/x) 43,800 \*\*crossings\*\*" in shown
    plain = hover(checked, wrong.range.start, Client(markdown=False)).contents.value
    assert trap in plain
