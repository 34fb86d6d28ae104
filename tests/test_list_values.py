"""The values of a user's word lists are checked when the rules are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.list_values import KINDS, OF_LIST, OF_UNITS, problems
from factcheck.ruleset import load_rules

RULES = load_rules()
UNITS = {unit for name in (*OF_UNITS, "unit_size") for pair in RULES.words(name).items() for unit in pair}


def test_the_built_in_lists_have_values_of_their_kinds() -> None:
    for name in RULES.lists:
        words = RULES.words(name)
        assert list(problems(name, words, has_values=True, built_in=words, units=lambda: UNITS)) == []


def test_each_list_of_a_kind_is_built_in_and_named_once() -> None:
    assert set(RULES.lists) >= OF_LIST.keys()
    assert len(OF_LIST) == sum(map(len, KINDS.values()))


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('scale = ["milliard"]', "list 'scale': 'milliard' has no value; write { \"milliard\" = \"…\" } with a whole"),
        ('scale = { milliard = "viel" }', "list 'scale': the value of 'milliard' is 'viel'; give a whole number above"),
        ('scale = { milliard = "" }', "the value of 'milliard' is ''"),
        ('scale = { milliard = "-1" }', "the value of 'milliard' is '-1'"),
        ('scale = { milliard = "1/0" }', "the value of 'milliard' is '1/0'"),
        ('scale = { milliard = "0" }', "the value of 'milliard' is '0'"),
        ("scale = { milliard = 1000000000 }", "its values are texts in quotation marks"),
        ('cardinal = { sixish = "foo" }', "'foo'; give a whole number"),
        ('vulgar_fraction = { "⅟" = "x" }', "'x'; give a fraction"),
        ('vulgar_fraction = { "⅟" = "1/0" }', "'1/0'; give a fraction"),
        ('vague = { oodles = "9..2" }', "'9..2'; give two whole numbers"),
        ('multiplier = { nulled = "0.0" }', "'0.0'; give a number above 0"),
        ('month = { foo = "77" }', "list 'month': the value of 'foo' is '77'; give the number of a month"),
        ('weekday = { foo = "0" }', "'0'; give the number of a weekday"),
        ('time_zone = { foo = "Europe/Nowhere" }', "'Europe/Nowhere'; give a time zone"),
        ('unit_size = { foo = "length 0" }', "'length 0'; give a dimension and a factor above 0"),
        ('unit = { furlongs = "furlogn" }', "'furlogn', which is no known unit; is it 'furlong'?"),
        ('unit = { smoots = "smoot" }', "give its size in the list 'unit_size'"),
        ('hedge = ["roundabout"]', "list 'hedge': 'roundabout' has no value; write"),
        ('hedge = { roundabout = "abuot" }', "the value of 'roundabout' is 'abuot'; is it 'about'?"),
        ('synonym = { boat = " " }', "give a text that is not empty"),
        ('quote_phrase_cue = [""]', "list 'quote_phrase_cue' has an empty entry"),
        ('quote_according = { " " = "" }', "list 'quote_according' has an empty entry"),
    ],
)
def test_a_bad_entry_is_told_with_its_file_and_list(tmp_path: Path, body: str, complaint: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f"[lists]\n{body}\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        'kin = ["stepson"]',
        'synonym = ["boat"]',
        'unit = { smoots = "smoot" }\nunit_size = { smoot = "length 1.7018" }',
        'holiday = { "heroes\' day" = "08.1.-1", "lent" = "easter-46" }',
        'time_zone = { foo = "Europe/Oslo", bar = "-03:30" }',
        'quote_speech_verb = { zhout = "" }',
    ],
)
def test_entries_of_the_right_kind_are_accepted(tmp_path: Path, body: str) -> None:
    (tmp_path / "own.toml").write_text(f"[lists]\n{body}\n", encoding="utf-8")
    assert load_rules(tmp_path).folders == (tmp_path.resolve(),)


def test_a_name_unlike_all_lists_gets_no_suggestion() -> None:
    with pytest.raises(RuleError) as caught:
        RULES.words("handz")
    assert str(caught.value) == "no word list {handz}"
