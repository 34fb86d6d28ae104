"""The README matches the program: each console block is run and must show the output of its command.

`python tests/test_readme.py` updates the blocks; review the difference before committing it.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from factcheck.config import load
from factcheck.config.reading import KEYS
from factcheck.model import Document, Quotation
from factcheck.pipeline import extract
from factcheck.report import FORMATS
from factcheck.ruleset import load_rules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DESK = ROOT / "fixtures" / "quake"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(README.read_text(encoding="utf-8")) if name == language]


def output_of(command: str) -> str:
    """The output of a command, run in the folder that the README names."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("COV_", "FORCE_", "NO_"))}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    run = subprocess.run(
        command, shell=True, cwd=DESK, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert run.stderr == ""
    return run.stdout


def renewed(block: str) -> str:
    """A console block with its current output."""
    command, _, _ = block.partition("\n")
    return f"{command}\n{output_of(command.removeprefix('$ '))}"


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.partition("\n")[0])
def test_a_console_block_is_what_the_program_prints(block):
    assert block == renewed(block)


@pytest.mark.parametrize("block", blocks("python"))
def test_a_python_block_runs(block, monkeypatch):
    monkeypatch.chdir(DESK)
    exec(block, {})


def test_the_configuration_shown_is_one(tmp_path):
    (block,) = (block for block in blocks("toml") if "[[rule]]" not in block and "[lists" not in block)
    path = tmp_path / "factcheck.toml"
    path.write_text(block, encoding="utf-8")
    assert load(str(path)).path is not None
    assert set(KEYS) - {"extend"} == set(tomllib.loads(block))


def test_the_rule_shown_holds(tmp_path):
    from factcheck.examples import run

    (block,) = (block for block in blocks("toml") if "[[rule]]" in block)
    (tmp_path / "shown.toml").write_text(block, encoding="utf-8")
    (identity,) = (rule["id"] for rule in tomllib.loads(block)["rule"])
    ruleset = load_rules(tmp_path)
    assert list(run(ruleset, [rule for rule in ruleset.rules if rule.id == identity])) == []


def test_the_words_shown_are_read(tmp_path):
    (block,) = (block for block in blocks("toml") if "[lists" in block)
    (tmp_path / "words.toml").write_text(block, encoding="utf-8")
    rules = load_rules(tmp_path)
    text = "It cost 3 milliard euros. “It held,” per Mayor Holt. She leaves two stepsons, 9 and 6."
    found = list(extract([Document(id="a", text=text)], rules))
    assert [claim.text for claim in found if claim.kind == "money"] == ["3 milliard euros"]
    assert [claim.value.speaker for claim in found if isinstance(claim.value, Quotation)] == ["Holt"]
    assert [claim.text for claim in found if claim.kind == "age"] == ["9", "6"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_named(name):
    assert f"`{name}`" in README.read_text(encoding="utf-8")


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    for old in blocks("console"):
        text = text.replace(f"```console\n{old}```", f"```console\n{renewed(old)}```")
    README.write_text(text, encoding="utf-8")
