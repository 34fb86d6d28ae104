"""The cache of compiled expressions: cached ones equal those that Python compiles, and damage is harmless."""

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

from factcheck import disk_cache, regex_cache
from factcheck.regex_cache import regex, store, written

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
    monkeypatch.setattr(disk_cache, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(regex_cache, "_new_patterns", {})
    monkeypatch.setattr(regex_cache, "_new_parts", {})
    regex_cache._known.cache_clear()
    yield tmp_path
    regex_cache._known.cache_clear()


def restarted() -> None:
    store()
    regex_cache._known.cache_clear()


def test_a_part_of_a_pattern_is_built_once() -> None:
    assert written("a\0b", lambda: "(?:a|b)") == "(?:a|b)"
    restarted()
    assert written("a\0b", lambda: pytest.fail("written again")) == "(?:a|b)"
    assert written("a\0c", lambda: "(?:a|c)") == "(?:a|c)"
    assert written("\ud800", lambda: "no file can hold the key") == "no file can hold the key"
    restarted()


def test_a_stored_part_that_is_no_text_is_built_again() -> None:
    disk_cache.store(regex_cache._name(), regex_cache._version(), {"=a": 5})
    assert written("a", lambda: "(?:a)") == "(?:a)"


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_cached_expression_equals_the_compiled_one(pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    regex(pattern, flags)
    restarted()
    with monkeypatch.context() as patched:
        patched.setattr(re, "compile", lambda *_: pytest.fail("compiled again"))
        made = regex(pattern, flags)
    plain = re.compile(pattern, flags)
    assert (made.pattern, made.flags, made.groups, dict(made.groupindex)) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        dict(plain.groupindex),
    )
    assert made == plain  # Python compares the code


@given(st.text("ab (B1é", max_size=20))
def test_a_cached_expression_has_the_same_matches(text: str) -> None:
    regex_cache._known.cache_clear()
    pattern = r"(?P<word>[a-zé]+)|(\d)(?= )"
    regex(pattern)
    restarted()
    found = [(m.span(), m.lastgroup, m.groups()) for m in regex(pattern).finditer(text)]
    assert found == [(m.span(), m.lastgroup, m.groups()) for m in re.finditer(pattern, text)]


def test_flags_are_part_of_the_key() -> None:
    regex("a", re.IGNORECASE)
    restarted()
    assert regex("a").fullmatch("A") is None
    assert regex("a", re.IGNORECASE).fullmatch("A") is not None


def test_storing_keeps_earlier_entries() -> None:
    regex("one")
    restarted()
    regex("two")
    restarted()
    assert {"0:one", "0:two"} <= set(regex_cache._known())


def test_another_version_of_python_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    regex("one")
    store()
    monkeypatch.setattr(sys, "version", "another")
    regex_cache._known.cache_clear()
    assert regex_cache._known() == {}


@pytest.mark.parametrize("code", [b"", b"\xff" * 8, b"\1\0\0"])
def test_a_damaged_entry_is_compiled_again(code: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = regex_cache._Compiled(flags=32, code=code, groups=0, names={}, numbered=(None,))
    monkeypatch.setattr(disk_cache, "load", lambda *_: {"0:a+": msgspec.Raw(msgspec.msgpack.encode(damaged))})
    assert regex("a+").fullmatch("aaa") is not None


def test_without_the_private_functions_of_cpython(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(regex_cache, "_sre", None)
    assert regex("a+").fullmatch("aaa") is not None
    store()
    assert regex_cache._known() == {}
    assert regex("a+").fullmatch("aaa") is not None


def test_nothing_is_stored_where_python_writes_no_bytecode(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    regex("one")
    store()
    assert not list(home.iterdir())


def test_patterns_with_surrogates_are_not_stored(home: Path) -> None:
    assert regex("[\ud800-\udfff]").search("a\ud801") is not None
    store()
    assert not list(home.iterdir())


def test_an_invalid_pattern_is_an_error() -> None:
    with pytest.raises(re.error):
        regex("(a")


_RUN = """
import sys
from pathlib import Path
from factcheck import disk_cache
disk_cache.FOLDER = Path(sys.argv[1])
from factcheck import regex_cache
from factcheck.cli import main
store, regex_cache.store = regex_cache.store, lambda: None
main(["check", sys.argv[2], "--sources", sys.argv[2], "--published", "2012-05-03"])
print(len(regex_cache._new_patterns), "compiled")
store()
"""


def test_the_second_run_compiles_nothing(home: Path, tmp_path: Path) -> None:
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


def test_an_invalid_pattern_does_not_reach_the_cache() -> None:
    with pytest.raises(re.error):
        regex("(unclosed group")
    store()
