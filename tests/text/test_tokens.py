"""Tokenisation: words, figures, marks and breaks, with stems, concepts, word classes and phrases."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import disk_cache
from factcheck.ruleset import Ruleset, load_rules
from factcheck.text.tokens import TokenKind, Tokens, language_of

RULES = load_rules()
ENGLISH = language_of(RULES)
WORD, FIGURE, MARK, BREAK = TokenKind.WORD, TokenKind.FIGURE, TokenKind.MARK, TokenKind.BREAK


def cut(text: str) -> list[str]:
    return [form.text for form in ENGLISH.tokens(text).forms]


def with_lists(folder: Path, lists: str) -> Ruleset:
    (folder / "own.toml").write_text(f"[lists]\n{lists}", encoding="utf-8")
    return load_rules(folder)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ann Lee’s boat isn't here.", ["Ann", "Lee’s", "boat", "isn't", "here", "."]),
        ("the U.S. at 5 p.m. on", ["the", "U.S", ".", "at", "5", "p.m", ".", "on"]),
        ("It was the end.Next day", ["It", "was", "the", "end", ".", "Next", "day"]),
        ("$4,460 or 5.9 at 15:13", ["$", "4,460", "or", "5.9", "at", "15:13"]),
        ("a 24-year-old", ["a", "24", "-", "year", "-", "old"]),
        ("½ of 12³, 5m²", ["½", "of", "12", "³", ",", "5", "m", "²"]),
        ("``We go,'' he said", ["``", "We", "go", ",", "''", "he", "said"]),
        ("co\u00adop in cafe\u0301s", ["co\u00adop", "in", "cafe\u0301s"]),
        ("one_two", ["one", "_", "two"]),
        ("One.\n\nTwo", ["One", ".", "\n\n", "Two"]),
        ("", []),
    ],
)
def test_token_boundaries(text: str, tokens: list[str]) -> None:
    assert cut(text) == tokens


def test_token_kinds() -> None:
    kinds = [form.kind for form in ENGLISH.tokens("Some 40 %\nof ½").forms]
    assert kinds == [WORD, FIGURE, MARK, BREAK, WORD, FIGURE]


@given(st.text(max_size=80))
def test_offsets_point_at_the_tokens(text: str) -> None:
    tokens = ENGLISH.tokens(text)
    end = 0
    for index, form in enumerate(tokens.forms):
        start = tokens.starts[index]
        assert text[start : tokens.end(index)] == form.text
        assert text[end:start].strip() == ""
        end = tokens.end(index)
    assert text[end:].strip() == ""
    assert tokens.starts[-1] == len(text)


def test_capitals_blanks_and_neighbours() -> None:
    tokens = ENGLISH.tokens("Ann (40) left")
    assert [form.capital for form in tokens.forms] == [True, False, False, False, False]
    assert [form.spaced for form in tokens.forms] == [True, False, False, True, False]
    assert [tokens.touches(index) for index in range(6)] == [False, False, True, True, False, False]


def test_tokens_of_a_span() -> None:
    tokens = ENGLISH.tokens("Some 40 boats left.")
    assert list(tokens.between(5, 13)) == [1, 2]
    assert tokens.words(0, 19) == [0, 1, 2, 3]
    assert tokens.at(6) == 2
    assert tokens.holding(6) == 1


@pytest.mark.parametrize(
    ("word", "stem", "concept"),
    [
        ("Boats", "boat", "boat"),
        ("killed", "kill", "dead"),  # a synonym
        ("the", "the", ""),  # a function word
        ("forty", "forti", ""),  # a number word
        ("Lee’s", "lee", "lee"),
        ("4,460", "4,460", "#4460"),
        ("café", "caf", "caf"),
    ],
)
def test_stem_and_concept(word: str, stem: str, concept: str) -> None:
    (form,) = ENGLISH.tokens(word).forms
    assert (form.stem, form.concept) == (stem, concept)


def test_word_classes_and_letter_case() -> None:
    forms = {form.text: form for form in ENGLISH.tokens("THE The Jan JAN jan walked").forms}
    assert "function_word" in forms["THE"].classes
    assert "sentence_starter" in forms["The"].classes
    assert "abbreviation_before_figure" in forms["Jan"].classes
    assert "abbreviation_before_figure" in forms["JAN"].classes
    assert "abbreviation_before_figure" not in forms["jan"].classes
    assert "past_verb" in forms["walked"].classes


def test_a_project_may_add_to_a_class(tmp_path: Path) -> None:
    own = language_of(with_lists(tmp_path, 'function_word = ["blargh"]\nclause_joint = ["blurgh"]\n'))
    assert own.tokens("Blargh").forms[0].concept == ""
    assert "clause_joint" in own.tokens("blurgh").forms[0].classes
    assert ENGLISH.tokens("Blargh").forms[0].concept == "blargh"


def phrases(text: str, rules: Ruleset = RULES) -> list[str]:
    language = language_of(rules)
    tokens = language.tokens(text)
    return [
        text[tokens.starts[first] : tokens.end(last - 1)]
        for first, last, _ in language.phrases("part_after").find(tokens, 0, len(tokens))
    ]


def test_phrases_of_several_words() -> None:
    assert phrases("two Of The boats, three of them") == ["Of The", "of them"]
    assert phrases("two of\nthe boats") == ["of\nthe"]
    assert phrases("two of a kind") == []


def test_the_longest_phrase_wins(tmp_path: Path) -> None:
    rules = with_lists(tmp_path, 'part_after = ["of the old"]\n')
    assert phrases("two of the old boats", rules) == ["of the old"]
    assert phrases("two of the boats", rules) == ["of the"]


@pytest.mark.parametrize("entry", ["of the-old", "of St. Olave", "of don't knows", "OF Two", "of é", "of  the"])
def test_an_entry_is_found_as_it_is_written(tmp_path: Path, entry: str) -> None:
    rules = with_lists(tmp_path, f'part_after = ["{entry}"]\n')
    assert phrases(f"three {entry} left", rules) == [entry]


def test_a_phrase_ends_within_the_range() -> None:
    tokens = ENGLISH.tokens("two of the")
    assert ENGLISH.phrases("part_after").match(tokens, 1, 2) is None
    assert ENGLISH.phrases("part_after").match(tokens, 1, 3) == (3, "")
    assert ENGLISH.phrases("part_after").match(tokens, 3, 3) is None


def test_a_surface_is_computed_once() -> None:
    first, second = Tokens("boats left", ENGLISH), Tokens("the boats left", ENGLISH)
    assert first.forms[0] is second.forms[1]


def test_a_long_list_is_stored_by_first_words_and_read_anew_where_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = tmp_path / "stored"
    monkeypatch.setattr(disk_cache, "FOLDER", stored)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    entries = ", ".join(f'"of the {chr(97 + n % 26)}{"x" * (n // 26 + 1)}"' for n in range(500))
    text = "two of the bxx boats, three of W.Va, four of the bxxy, one of them"
    found = []
    for name in ("cold", "warm", "damaged"):
        (tmp_path / name).mkdir()
        found.append(phrases(text, with_lists(tmp_path / name, f'part_after = [{entries}, "of W.Va"]\n')))
        (file,) = stored.glob("phrases-*")
        if name == "warm":
            file.write_bytes(file.read_bytes()[:-1])
    assert found == [["of the bxx", "of W.Va", "of the", "of them"]] * 3


def test_a_stored_list_is_not_taken_for_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_cache, "FOLDER", tmp_path / "stored")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    for name in ("zebras", "lemurs"):
        (tmp_path / name).mkdir()
        entries = ", ".join(f'"of {name} {"x" * n}"' for n in range(1, 200))
        rules = with_lists(tmp_path / name, f"part_after = [{entries}]\n")
        assert phrases("two of zebras xx, three of lemurs xx", rules) == [f"of {name} xx"]


def test_a_search_for_phrases_ends_with_the_text() -> None:
    tokens = language_of(RULES).tokens('5"in')
    assert list(language_of(RULES).phrases("dimension_word").find(tokens, 0, len(tokens) + 2)) == []
