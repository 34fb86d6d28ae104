"""The exit status of every command and failure, the same whatever the format.

0: nothing at or above `--fail-on`; 1: findings; 2: the work could not be done.
"""

import json
import os
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.report import FORMATS
from tests.cli.conftest import LEDGER, WRONG

PASSES, FINDS, FAILS = 0, 1, 2

CHECK = [
    (PASSES, "check right.txt --sources notes"),
    (FINDS, "check wrong.txt --sources notes"),
    (FINDS, "check right.txt wrong.txt --sources notes"),
    (PASSES, "check wrong.txt --sources notes --fail-on never"),
    (PASSES, "check wrong.txt --sources notes --ignore number"),
    (PASSES, "check wrong.txt --sources notes --select quote"),
    (PASSES, "check right.txt --sources notes/ledger.txt"),
    (FINDS, "check right.txt --sources notes/ledger.txt --fail-on note"),
    (PASSES, "check right.txt --sources notes/ledger.txt --fail-on warning"),
    (PASSES, "check new.txt --sources notes"),
    (FINDS, "check new.txt --sources notes --fail-on warning"),
    (PASSES, "check calm.txt --sources notes"),
    (PASSES, "check empty.txt --sources notes"),
    (PASSES, "check wrong.txt --sources empty.txt"),
    (FAILS, "check right.txt"),
    (FAILS, "check right.txt --sources right.txt"),
    (FAILS, "check nowhere.txt --sources notes"),
    (FAILS, "check right.txt --sources nowhere"),
    (FAILS, "check right.txt --sources hollow"),
    (FAILS, "check binary.txt --sources notes"),
    (FAILS, "check right.txt --sources binary.txt"),
    (FAILS, "check right.txt --sources report.pdf"),
    (FAILS, "check right.txt --sources broken.jsonl"),
    (FAILS, "check right.txt --sources twins.jsonl"),
    (PASSES, "check right.txt --sources notes binary.txt --allow-unreadable"),
    (FINDS, "check wrong.txt --sources notes binary.txt --allow-unreadable"),
    (FAILS, "check binary.txt --sources binary.txt --allow-unreadable"),
    (FAILS, "check right.txt --sources notes --config broken.toml"),
    (FAILS, "check right.txt --sources notes --config unknown.toml"),
    (FAILS, "check right.txt --sources notes --rules broken-rules.toml"),
    (FAILS, "check right.txt --sources notes --fail-on fatal"),
    (FAILS, "check right.txt --sources notes --min-origins 0"),
    (FAILS, "check right.txt --sources notes --published soon"),
    (FAILS, "check right.txt --sources notes --nonsense"),
]
COMPARE = [
    (PASSES, "compare notes"),
    (PASSES, "compare notes wrong.txt"),
    (PASSES, "compare notes --fail-on note"),
    (PASSES, "compare calm.txt"),
    (FAILS, "compare"),
    (FAILS, "compare nowhere"),
    (FAILS, "compare hollow"),
    (FAILS, "compare notes binary.txt"),
    (PASSES, "compare notes binary.txt --allow-unreadable"),
    (FAILS, "compare twins.jsonl"),
    (FAILS, "compare notes --config broken.toml"),
]
EXTRACT = [
    (PASSES, "extract wrong.txt"),
    (PASSES, "extract calm.txt"),
    (PASSES, "extract empty.txt"),
    (PASSES, "extract twins.jsonl"),
    (FAILS, "extract"),
    (FAILS, "extract nowhere.txt"),
    (FAILS, "extract binary.txt"),
    (FAILS, "extract broken.jsonl"),
    (PASSES, "extract broken.jsonl --allow-unreadable"),
    (FAILS, "extract wrong.txt --rules nowhere"),
]
GATE = [
    (PASSES, "check silenced.md --sources notes"),
    (FINDS, "check silenced.md --sources notes --no-ignores"),
    (PASSES, "check right-silenced.md --sources notes"),
    (FINDS, "check right-silenced.md --sources notes --fail-on warning"),
    (PASSES, "check wrong.txt --sources notes --baseline known.json"),
    (FINDS, "check wrong.txt other.txt --sources notes --baseline known.json"),
    (FAILS, "check wrong.txt --sources notes --baseline nowhere.json"),
    (FAILS, "check wrong.txt --sources notes --baseline broken.toml"),
    (FAILS, "check wrong.txt --sources notes --ignore nonsense"),
    (PASSES, "baseline update wrong.txt --sources notes --baseline new.json"),
    (FAILS, "baseline update wrong.txt --sources nowhere"),
    (FAILS, "baseline update nowhere.txt --sources notes"),
    (PASSES, "baseline show --baseline known.json"),
    (FAILS, "baseline show --baseline nowhere.json"),
    (FAILS, "baseline nonsense"),
    (PASSES, "config"),
    (FAILS, "config --config broken.toml"),
    (FAILS, "config --config unknown.toml"),
    (FAILS, "config --rules broken-rules.toml"),
    (PASSES, "init"),
]
OTHERS = [
    (PASSES, ""),
    (PASSES, "--help"),
    (PASSES, "--version"),
    (PASSES, "check --help"),
    (PASSES, "rules"),
    (PASSES, "rules --output markdown"),
    (PASSES, "rules number-differs"),
    (PASSES, "rules quantity/count --output markdown"),
    (FAILS, "rules nonsense"),
    (FAILS, "rules --output sarif"),
    (FAILS, "rules --rules broken-rules.toml"),
    (PASSES, "rules test --rules good-rules.toml"),
    (FINDS, "rules test --rules bad-rules.toml"),
    (FAILS, "nonsense"),
    (FAILS, "--nonsense"),
    (FAILS, "check wrong.txt --sources notes --output nonsense"),
    (FAILS, "check wrong.txt --sources notes --output sarif=nowhere/out.sarif"),
    (FAILS, "check wrong.txt --sources notes --output sarif --diff"),
    (FAILS, "check wrong.txt --sources notes --table-format nonsense"),
    (FAILS, "check wrong.txt --sources notes --color sometimes"),
    (FINDS, "check wrong.txt --sources notes --diff"),
    (PASSES, "check right.txt --sources notes --diff"),
    (FINDS, "check wrong.txt --sources notes --statistics --show-claims"),
    (PASSES, "compare notes --statistics"),
]

RULE = """
[[rule]]
id = "segment/house-mark"
summary = "the house's own end sign"
pattern = '''^=END=$'''
examples = [{{ text = "=END=", find = "{find}" }}, {{ text = "the end" }}]
"""


@pytest.fixture
def shelf(desk) -> Path:
    """The desk with all that can go wrong lying on it."""
    (desk / "calm.txt").write_text("The river was calm and nobody wanted to cross it.\n")
    (desk / "new.txt").write_text("The new bridge will cost $24 million.\n")
    (desk / "empty.txt").write_text("")
    (desk / "hollow").mkdir()
    (desk / "binary.txt").write_bytes(b"\x00\xff\xfe\x00 not text \xff\x00" * 40)
    (desk / "report.pdf").write_bytes(b"%PDF-1.7")
    (desk / "broken.jsonl").write_text('{"id": "a", "text": "Five boats sank."}\n{broken\n')
    twins = [json.dumps({"id": "a", "text": f"{number} boats sank."}) for number in (5, 6)]
    (desk / "twins.jsonl").write_text("\n".join(twins))
    (desk / "broken.toml").write_text("sources = [")
    (desk / "unknown.toml").write_text('surces = ["notes"]')
    (desk / "broken-rules.toml").write_text("[[rule]\n")
    (desk / "good-rules.toml").write_text(RULE.format(find="=END="))
    (desk / "bad-rules.toml").write_text(RULE.format(find="END"))
    comment = "<!-- factcheck: ignore[number-differs] our own count -->\n"
    (desk / "silenced.md").write_text(comment + WRONG)
    (desk / "right-silenced.md").write_text(comment + LEDGER)
    (desk / "other.txt").write_text(WRONG.replace("48,300", "34,800"))
    assert main(["baseline", "update", "wrong.txt", "--sources", "notes", "--baseline", "known.json"]) == PASSES
    return desk


@pytest.mark.parametrize(("status", "command"), CHECK + COMPARE + EXTRACT + GATE + OTHERS, ids=str)
def test_the_exit_status_of_every_command(shelf, run, status, command):
    shown = run(*command.split())
    assert shown.status == status
    if status == FAILS:
        assert shown.out == "" and shown.err.startswith("factcheck: ") and shown.err.endswith("\n")
        assert "Traceback" not in shown.err


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_status_is_the_same_in_every_format(shelf, run, name):
    """One of each status of each command, to standard output and to a file."""
    for known in (CHECK[0], CHECK[1], CHECK[14], COMPARE[0], COMPARE[5], EXTRACT[0], EXTRACT[6]):
        status, command = known
        for target in (name, f"{name}=report.out"):
            assert run(*command.split(), "--output", target).status == status, (command, target)


def test_a_file_is_there_after_findings_and_not_after_a_failure(shelf, run):
    assert run("check", "wrong.txt", "--sources", "notes", "--output", "sarif=out.sarif").status == FINDS
    assert (shelf / "out.sarif").is_file()
    assert run("check", "wrong.txt", "--sources", "binary.txt", "--output", "sarif=none.sarif").status == FAILS
    assert not (shelf / "none.sarif").exists()


def test_several_formats_come_from_one_run(shelf, run):
    targets = [f"{name}=out.{name}" for name in FORMATS if name != "github"]
    arguments = [part for target in (*targets, "github") for part in ("--output", target)]
    status, out, err = run("check", "wrong.txt", "--sources", "notes", *arguments)
    assert (status, err) == (FINDS, "")
    assert out.startswith("::error file=wrong.txt,line=1,")
    for name in FORMATS:
        alone = run("check", "wrong.txt", "--sources", "notes", "--output", name).out
        written = out if name == "github" else (shelf / f"out.{name}").read_bytes().decode()
        assert written == alone, name


def test_a_draft_without_claims_says_so_in_every_format(shelf, run):
    for name in FORMATS:
        status, _, err = run("check", "calm.txt", "--sources", "notes", "--output", name)
        assert (status, err) == (PASSES, "factcheck: no claims found in calm.txt\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_source_that_may_not_be_read_closes_the_gate(shelf, run):
    (shelf / "notes" / "ledger.txt").chmod(0)
    assert run("check", "right.txt", "--sources", "notes").status == FAILS


@pytest.mark.parametrize("arguments", [("extract", "right.txt"), ("extract", "--", "right.txt")])
def test_an_interruption_is_no_bug(run, monkeypatch, arguments):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.pipeline.extract", interrupted)
    assert run(*arguments) == (130, "", "")
