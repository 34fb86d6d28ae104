"""The disk cache: values are loaded only for the input they were made from, and failures are harmless."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck import disk_cache
from factcheck.disk_cache import digest_of, load, store

DIGEST = digest_of([("a.toml", b"x = 1")])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(disk_cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def test_a_stored_value_is_loaded() -> None:
    store("rules", DIGEST, {"one": 1})
    assert load("rules", DIGEST, dict[str, int]) == {"one": 1}


@pytest.mark.parametrize(
    "files", [[("a.toml", b"x = 2")], [("b.toml", b"x = 1")], [], [("a.toml", b"x = 1"), ("b.toml", b"")]]
)
def test_nothing_is_loaded_for_other_files(files: list[tuple[str, bytes]]) -> None:
    store("rules", DIGEST, {"one": 1})
    assert load("rules", digest_of(files), dict[str, int]) is None


def test_missing_and_damaged_entries_are_no_error(home: Path) -> None:
    assert load("rules", DIGEST, dict[str, int]) is None
    store("whole", DIGEST, {"one": 1})
    whole = (home / "whole").read_bytes()
    for damaged in (b"", DIGEST, DIGEST + b"\xc1", DIGEST[:5], whole[:-1], whole[:-1] + b"\2", whole + b"\0"):
        (home / "rules").write_bytes(damaged)
        assert load("rules", DIGEST, dict[str, int]) is None


def test_nothing_is_written_where_python_writes_no_bytecode(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    store("rules", DIGEST, {"one": 1})
    assert not home.exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(disk_cache, "FOLDER", tmp_path / "file")
    store("rules", DIGEST, {"one": 1})
    assert load("rules", DIGEST, dict[str, int]) is None


def test_cached_rules_equal_parsed_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck import ruleset

    first = ruleset._shipped("en")
    parse = ruleset._parse
    monkeypatch.setattr(ruleset, "_parse", lambda *_: pytest.fail("parsed again"))
    second = ruleset._shipped("en")
    monkeypatch.setattr(ruleset, "_parse", parse)
    assert (first.parts, first.settings, first.rules) == (second.parts, second.settings, second.rules)
    assert [rule.examples for rule in first.rules.values()] == [rule.examples for rule in second.rules.values()]
    assert any(rule.examples for rule in second.rules.values())
    assert list(first.rules) == list(second.rules)
    assert first.written == second.written
    assert first.written["month"] == ruleset.alternation(first.lists["month"])
    lists = [{name: ruleset._words(name, read.lists) for name in read.lists} for read in (first, second)]
    assert lists[0] == lists[1]
    assert [list(words) for words in lists[0].values()] == [list(words) for words in lists[1].values()]
