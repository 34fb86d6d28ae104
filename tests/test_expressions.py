"""Expressions made of their kept form are those that Python compiles; nothing kept can do harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import expressions, kept
from factcheck.expressions import expression, keep, written

PATTERNS = [
    (r"(?P<day>\d+)\s+(?P<month>[a-z]+)", re.IGNORECASE),
    (r"(?<!\w)(?:a|bc)*+(x)?(?(1)y|z)", 0),
    (r"^\s*#(.*)$", re.MULTILINE | re.DOTALL),
    (r"[“”‘’é-ü]+(?-i:[A-Z])", re.IGNORECASE),
    (r"(a)(?P<b>b)\1(?P=b)", re.ASCII),
    ("", 0),
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(kept, "HOME", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(expressions, "_asked", {})
    monkeypatch.setattr(expressions, "_written", {})
    expressions._known.cache_clear()
    yield tmp_path
    expressions._known.cache_clear()


def started_again() -> None:
    keep()
    expressions._known.cache_clear()


def test_a_part_is_written_once() -> None:
    assert written("a\0b", lambda: "(?:a|b)") == "(?:a|b)"
    started_again()
    assert written("a\0b", lambda: pytest.fail("written again")) == "(?:a|b)"
    assert written("a\0c", lambda: "(?:a|c)") == "(?:a|c)"
    assert written("\ud800", lambda: "no file can hold the key") == "no file can hold the key"
    started_again()


def test_a_part_that_is_no_text_is_written_again() -> None:
    kept.keep(expressions._name(), expressions._version(), {"=a": 5})
    assert written("a", lambda: "(?:a)") == "(?:a)"


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_the_kept_form_makes_the_same_expression(pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expression(pattern, flags)
    started_again()
    with monkeypatch.context() as patched:
        patched.setattr(re, "compile", lambda *_: pytest.fail("compiled again"))
        made = expression(pattern, flags)
    plain = re.compile(pattern, flags)
    assert (made.pattern, made.flags, made.groups, dict(made.groupindex)) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        dict(plain.groupindex),
    )
    assert made == plain  # Python compares the code


@given(st.text("ab (B1é", max_size=20))
def test_it_matches_alike(text: str) -> None:
    expressions._known.cache_clear()
    pattern = r"(?P<word>[a-zé]+)|(\d)(?= )"
    expression(pattern)
    started_again()
    found = [(m.span(), m.lastgroup, m.groups()) for m in expression(pattern).finditer(text)]
    assert found == [(m.span(), m.lastgroup, m.groups()) for m in re.finditer(pattern, text)]


def test_flags_tell_expressions_apart() -> None:
    expression("a", re.IGNORECASE)
    started_again()
    assert expression("a").fullmatch("A") is None
    assert expression("a", re.IGNORECASE).fullmatch("A") is not None


def test_what_was_kept_stays_beside_what_is_new() -> None:
    expression("one")
    started_again()
    expression("two")
    started_again()
    assert {"0:one", "0:two"} <= set(expressions._known())


def test_another_python_takes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expression("one")
    keep()
    monkeypatch.setattr(sys, "version", "another")
    expressions._known.cache_clear()
    assert expressions._known() == {}


@pytest.mark.parametrize("code", [b"", b"\xff" * 8, b"\1\0\0"])
def test_a_damaged_form_is_compiled_anew(code: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = expressions._Compiled(flags=32, code=code, groups=0, names={}, numbered=(None,))
    monkeypatch.setattr(kept, "taken", lambda *_: {"0:a+": msgspec.Raw(msgspec.msgpack.encode(damaged))})
    assert expression("a+").fullmatch("aaa") is not None


def test_without_the_makers_of_this_python(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(expressions, "_sre", None)
    assert expression("a+").fullmatch("aaa") is not None
    keep()
    assert expressions._known() == {}
    assert expression("a+").fullmatch("aaa") is not None


def test_nothing_is_written_where_python_writes_no_bytecode(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    expression("one")
    keep()
    assert not list(home.iterdir())


def test_letters_that_no_file_can_hold_are_compiled_each_time(home: Path) -> None:
    assert expression("[\ud800-\udfff]").search("a\ud801") is not None
    keep()
    assert not list(home.iterdir())


def test_a_mistake_is_an_error_all_the_same() -> None:
    with pytest.raises(re.error):
        expression("(a")


_RUN = """
import sys
from pathlib import Path
from factcheck import kept
kept.HOME = Path(sys.argv[1])
from factcheck import expressions
from factcheck.cli import main
keep, expressions.keep = expressions.keep, lambda: None
main(["check", sys.argv[2], "--sources", sys.argv[2], "--published", "2012-05-03"])
print(len(expressions._asked), "compiled")
keep()
"""


def test_the_second_start_compiles_nothing(home: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text('About 4,000 people left on Monday, May 2. "It hurts," the mayor, Ann Lee, said.\n')

    def run() -> str:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        arguments = [sys.executable, "-c", _RUN, str(home), str(draft)]
        return subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment).stdout

    assert run().splitlines()[-1] != "0 compiled"
    assert {path.name.split(".")[0] for path in home.iterdir() if path.is_file()} >= {"rules", "expressions"}
    assert run().splitlines()[-1] == "0 compiled"
