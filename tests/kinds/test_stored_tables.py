"""Tables made of the word lists of a room, as stored in the disk cache and as made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import disk_cache
from factcheck.kinds.quantity import grammar
from factcheck.kinds.quotation import lexicon
from factcheck.ruleset import Ruleset, load_rules


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(disk_cache, "FOLDER", tmp_path)
    monkeypatch.setattr(disk_cache, "is_enabled", lambda: True)
    return tmp_path


def with_lists(folder: Path, text: str) -> Ruleset:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return load_rules(folder)


def test_stored_tables_are_those_made_anew(home: Path) -> None:
    rules = load_rules()
    made = grammar._unit_words.__wrapped__(rules), lexicon._tables(rules)
    assert {path.name for path in home.iterdir()} == {"units-en.msgpack", "quotation-en.msgpack"}
    assert (grammar._unit_words.__wrapped__(rules), lexicon._tables(rules)) == made
    heads, starts = made[0]
    assert {"km", "US$", "mgbp"} & heads == {"km", "mgbp"} and "square feet" in starts
    bits, phrases, words = made[1]
    assert bits["said"] & lexicon.PAST and bits["said"] & lexicon.SPEECH
    assert phrases["quote_according"] and all(words[name] for name in ("quote_is", "quote_article"))


def test_a_word_that_a_project_adds_is_in_the_tables_at_once(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built_in = load_rules()
    assert "glimps" not in grammar._unit_words.__wrapped__(built_in)[0]
    assert "glimpsed" not in lexicon._tables(built_in)[0]
    own = with_lists(
        tmp_path_factory.mktemp("rules"),
        '[lists.currency_name]\n"glimps of Mars" = "USD"\n[lists.quote_speech_verb]\n"glimpse" = ""\n',
    )
    heads, starts = grammar._unit_words.__wrapped__(own)
    assert "glimps" in heads and {"glimps of", "glimps of mars"} <= starts
    assert lexicon._tables(own)[0]["glimpsed"] & lexicon.PAST
    assert "glimps" not in grammar._unit_words.__wrapped__(built_in)[0]
    assert "glimpsed" not in lexicon._tables(built_in)[0]
