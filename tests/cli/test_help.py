"""Help texts, shell completion, and a start that imports no more than it needs."""

import os
import re
import subprocess
import sys

import pytest

from factcheck.cli.app import COMMANDS, GROUPS
from factcheck.cli.manual import EXAMPLES
from factcheck.report import FORMATS
from factcheck.report.catalogue import BY_NAME

ALL = [*COMMANDS, *(f"{group} {name}" for group, (_, commands) in GROUPS.items() for name in commands)]


@pytest.mark.parametrize("command", ALL)
def test_every_command_has_examples_and_its_exit_status(run, command):
    status, out, _ = run(*command.split(), "--help")
    assert command in EXAMPLES
    assert status == 0
    assert "Examples:" in out and "Exit status:" in out
    assert f"Usage: factcheck {command} [OPTIONS]" in out and "{" not in out
    assert "<list" not in out


@pytest.mark.parametrize("command", EXAMPLES)
def test_examples_use_options_that_there_are(run, command):
    shown = run(*command.split(), "--help").out
    known = set(re.findall(r"--[a-z-]+", shown[: shown.index("Examples:")]))
    for purpose, call in EXAMPLES[command]:
        assert call.startswith(f"factcheck {command}") and call in shown and purpose in shown
        assert set(re.findall(r"--[a-z-]+", call)) <= known


def completed(*words: str) -> list[str]:
    """What bash would propose for the last of the words."""
    environment = {
        **os.environ,
        "_FACTCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("factcheck", *words)),
        "COMP_CWORD": str(len(words)),
    }
    command = [sys.executable, "-m", "factcheck"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout.split()


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (("comp",), ["compare"]),
        (("check", "--mi"), ["--min-origins"]),
        (("check", "--output", ""), list(FORMATS)),
        (("compare", "--output", "j"), ["json", "jsonl", "junit"]),
        (("check", "--fail-on", ""), ["error", "warning", "note", "never"]),
        (("check", "--color", "a"), ["auto", "always"]),
        (("check", "--ignore", "quote-"), [name for name in BY_NAME if name.startswith("quote-")]),
        (("extract", "--table-format", "gith"), ["github"]),
        (("rules", "--output", ""), ["text", "markdown"]),
        (("explain", "--output", ""), ["text", "json"]),
        (("rules", "number-"), ["number-differs"]),
        (("rules", "quantity/mag"), ["quantity/magnitude"]),
    ],
)
def test_a_shell_completes_commands_options_and_their_values(words, proposed):
    assert completed(*words) == proposed


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_completion_script_for_each_shell(shell):
    environment = {**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    command = [sys.executable, "-m", "factcheck", "--show-completion", shell]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert "_FACTCHECK_COMPLETE" in shown and "factcheck" in shown


def imported(*arguments: str) -> set[str]:
    """The modules that are loaded when a run of the command has ended."""
    script = "import sys; from factcheck import cli; cli.main(); sys.stderr.write('\\n'.join(['', *sys.modules]))"
    command = [sys.executable, "-c", script, *arguments]
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ended = subprocess.run(command, env=keeping, capture_output=True, text=True, check=True)
    return set(ended.stderr.splitlines())


def test_the_version_is_told_without_the_commands():
    ours = {name for name in imported("--version") if name.startswith("factcheck")}
    assert ours == {"factcheck", "factcheck.cli"}
    assert not {"typer", "msgspec", "tomli", "re2"} & imported("--version")


def test_a_command_is_imported_without_the_others():
    others = {f"factcheck.cli.{name}" for name in ("check", "compare", "config", "explain", "init", "lsp", "rules")}
    found = imported("extract", "--help")
    assert "factcheck.cli.extract" in found and not others & found
    assert others < imported("--help")


def test_help_imports_neither_pipeline_nor_formats():
    found = imported("check", "--help")
    assert "typer" in found
    late = {f"factcheck.report.{name}" for name in FORMATS} | {"factcheck.pipeline", "tabulate", "rapidfuzz"}
    assert late & found == set()


def test_a_check_imports_neither_rich_nor_hashlib(desk, monkeypatch):
    monkeypatch.chdir(desk)
    found = imported("check", "wrong.txt", "--sources", "notes")
    assert "factcheck.judge" in found
    assert not {"hashlib", "rich"} & found


def test_a_format_is_imported_only_when_it_is_asked_for(desk, monkeypatch):
    monkeypatch.chdir(desk)
    arguments = ("check", "wrong.txt", "--sources", "notes")
    modules = {name: f"factcheck.report.{name}" for name in FORMATS}
    found = imported(*arguments, "--output", "github")
    assert {name for name, module in modules.items() if module in found} <= {"github", "json"}
    assert "tabulate" not in found and "factcheck.report.catalogue" not in found
