"""Plain command lines are read without typer, to the very values that typer reads; all others are left to it."""

from functools import wraps
from inspect import signature

import pytest

from factcheck.cli import app, plain
from tests.cli.test_help import imported


def by_typer(arguments, monkeypatch):
    """The values that typer gives to the command."""
    seen = {}
    command = app.COMMANDS[arguments[0]]

    @wraps(command)
    def record(**values):
        seen.update(values)
        return 0

    monkeypatch.setitem(app.COMMANDS, arguments[0], record)
    assert app.run(arguments) == 0
    return seen


@pytest.mark.parametrize(
    "line",
    [
        "check d.md",
        "check d.md e.md --sources a b --output json",
        "check --sources a --sources=b --fail-on note - --no-ignores",
        "check d.md --select number,date --select quote --ignore unsupported --min-origins 3 --show-claims --diff",
        "check --published=2019-06-03 d.md --rules house --config factcheck.toml --color never --statistics --watch",
        "check - --stdin-filename=a=b.md --baseline known.json --allow-unreadable --table-format grid",
        "compare a b c --published 2019-06-03 --output json=out.json --output text",
        "explain draft.md:14:2 --sources notes",
        "extract story.md --check-self --output jsonl",
        "rules",
        "rules test --rules house --output markdown",
    ],
)
def test_plain_lines_have_the_values_that_typer_reads(line, monkeypatch):
    arguments = line.split()
    command = plain.read(arguments)
    assert command is not None and command.func is app.COMMANDS[arguments[0]]
    bound = signature(command.func).bind(**command.keywords)
    bound.apply_defaults()
    assert bound.arguments == by_typer(arguments, monkeypatch)


@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "check",
        "check --help",
        "check d.md -h",
        "check -- d.md",
        "check d.md --source a",
        "check d.md --sources",
        "check d.md --sources --diff",
        "check d.md --sources=",
        "check d.md --published --diff",
        "check d.md --published -1",
        "check d.md --fail-on note --fail-on error",
        "check d.md --diff=yes",
        "check d.md -o json",
        "compare --output json",
        "explain a.md:1 b.md:2",
        "explain",
        "rules one two",
        "baseline show",
        "lsp",
        "chek d.md",
    ],
)
def test_whatever_is_not_plain_is_left_to_typer(line):
    assert plain.read(line.split()) is None


def test_an_empty_argument_is_left_to_typer():
    assert plain.read(["check", ""]) is None
    assert plain.read(["check", "d.md", "--sources", ""]) is None


def test_completion_is_left_to_typer(monkeypatch):
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "complete_bash")
    assert plain.read(["check", "d.md"]) is None


def test_a_check_does_not_import_typer(desk, monkeypatch):
    monkeypatch.chdir(desk)
    found = imported("check", "wrong.txt", "--sources", "notes")
    assert "factcheck.judge" in found
    assert not {"typer", "traceback", "shutil", "hashlib", "tomli"} & found


@pytest.mark.parametrize("arguments", [("extract", "right.txt"), ("extract", "--", "right.txt")])
def test_an_interruption_is_no_bug(run, monkeypatch, arguments):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.pipeline.extract", interrupted)
    assert run(*arguments) == (130, "", "")
