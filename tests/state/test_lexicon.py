"""The lexicon of statements, as stored in the disk cache and as made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import disk_cache
from factcheck.ruleset import load_rules
from factcheck.state.lexicon import Lexicon


@pytest.fixture(params=["made anew", "from the cache"])
def lexicon(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    monkeypatch.setattr(disk_cache, "FOLDER", tmp_path)
    monkeypatch.setattr(disk_cache, "is_enabled", lambda: True)
    if request.param == "from the cache":
        Lexicon(load_rules())
        (stored,) = tmp_path.glob("lexicon-*")
        monkeypatch.setattr("factcheck.state.lexicon._inflect", lambda _: pytest.fail(f"{stored.name} was not used"))
    return Lexicon(load_rules())


@pytest.mark.parametrize(
    ("surface", "base", "participle"),
    [("kill", "kill", False), ("kills", "kill", False), ("killed", "kill", True), ("fell", "fall", True)],
)
def test_a_verb_is_known_in_each_of_its_forms(lexicon: Lexicon, surface: str, base: str, participle: bool) -> None:
    verb = lexicon.verb(surface)
    assert verb is not None
    assert (verb.base, verb.participle) == (base, participle)


@pytest.mark.parametrize("surface", ["kil", "killedx", "", "k", "killed\t", "\0"])
def test_a_part_of_an_entry_is_no_verb(lexicon: Lexicon, surface: str) -> None:
    assert lexicon.verb(surface) is None


def test_a_verb_that_was_not_asked_for_before_is_found_twice(lexicon: Lexicon) -> None:
    assert lexicon.verb("rose") is lexicon.verb("rose") is not None


def test_nouns_have_the_classes_of_their_list_in_the_plural_too(lexicon: Lexicon) -> None:
    assert lexicon.noun_classes["profits"] == lexicon.noun_classes["profit"]
    assert lexicon.noun_classes["companies"] == lexicon.noun_classes["company"]
