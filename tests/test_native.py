"""What is compiled gives the same bytes as its sources; what cannot be compiled is run from its sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck import native

ROOT = Path(__file__).parent.parent
DRAFTS = sorted(ROOT.glob("fixtures/*/draft*.md"))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the place of our own."""
    home = tmp_path / "small"
    home.mkdir()
    (home / "one.py").write_text("def twice(number: int) -> int:\n    return 2 * number\n")
    monkeypatch.setattr(native, "PACKAGE", home)
    return home


def test_every_piece_is_there() -> None:
    assert all(path.is_file() for piece in native.PIECES for path in native.sources(piece))


def test_no_struct_is_compiled() -> None:
    made = [path.name for piece in native.PIECES for path in native.sources(piece) if "(Struct" in path.read_text()]
    assert made == []


def test_an_edit_is_seen(package: Path) -> None:
    built = package / "one.cpython-311-x86_64-linux-gnu.so"
    built.write_text("")
    assert native.stale() == []
    os.utime(package / "one.py", (time.time() + 5, time.time() + 5))
    assert native.stale() == [package / "one.py"]
    native.clean()
    assert native.stale() == []
    assert not built.exists()


def test_what_cannot_be_compiled_leaves_nothing_behind(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def fails(*command: str) -> str:
        asked.append(command)
        (package / "one.cpython-311-x86_64-linux-gnu.so").write_text("")
        return "no compiler"

    monkeypatch.setattr(native, "_run", fails)
    assert native.compile_all({"a": ["one"]}) == "no compiler"
    assert list(native.compiled()) == []
    assert asked == [("factcheck.native", "--piece", "a")]


def test_it_is_kept_only_while_the_examples_hold(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = {"factcheck.native": "", "factcheck": ""}

    def runs(*command: str) -> str:
        if command[0] == "factcheck.native":
            (package / "one.cpython-311-x86_64-linux-gnu.so").write_text("")
        return outcome[command[0]]

    monkeypatch.setattr(native, "_run", runs)
    assert native.compile_all({"a": ["one"]}) == ""
    assert len(list(native.compiled())) == 1
    outcome["factcheck"] = "ended with -11"
    assert native.compile_all({"a": ["one"]}) == "ended with -11"
    assert list(native.compiled()) == []


def test_without_a_compiler_the_status_is_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(native, "compile_all", lambda _: "no compiler")
    assert native.main([]) == 0
    assert capsys.readouterr().err == "factcheck is not compiled, and runs from its sources: no compiler\n"


@pytest.mark.skipif(not list(native.compiled()), reason="nothing is compiled here: no C compiler, or NATIVE=no")
def test_compiled_and_not_give_the_same_bytes(tmp_path: Path) -> None:
    skipped = shutil.ignore_patterns("*.so", "*.pyd", "__pycache__")
    shutil.copytree(ROOT / "factcheck", tmp_path / "factcheck", ignore=skipped)
    shutil.copytree(ROOT / "rules", tmp_path / "rules")

    def run(tree: Path, *arguments: str) -> bytes:
        command = [sys.executable, "-P", "-m", "factcheck", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(tree)}
        done = subprocess.run(command, capture_output=True, check=False, env=environment, cwd=ROOT)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    drafts = [str(path) for path in DRAFTS]
    for arguments in (
        ["extract", *drafts, *map(str, sorted(ROOT.glob("fixtures/*/sources"))), "--output", "jsonl"],
        ["check", drafts[0], "--sources", str(DRAFTS[0].parent / "sources"), "--output", "json"],
    ):
        plain = run(tmp_path, *arguments)
        assert len(plain) > 10_000
        assert run(ROOT, *arguments) == plain
