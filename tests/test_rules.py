"""The examples and near-misses of every rule, and the errors of invalid rule files."""

from __future__ import annotations

import re

import pytest

from factcheck.errors import RuleError
from factcheck.examples import problems
from factcheck.ruleset import Example, Rule, alternation, load_rules, rules_folder

RULES = load_rules()
CASES = [(rule, example) for rule in RULES.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{r.id}:{e.text[:40]}" for r, e in CASES])
def test_example(rule: Rule, example: Example) -> None:
    assert list(problems(example, rule, RULES)) == []


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_rule_has_an_example_and_a_near_miss(rule: Rule) -> None:
    assert any(example.find for example in rule.examples)
    assert any(example.find is None for example in rule.examples)
    assert rule.summary


def test_layer_replaces_a_rule_and_adds_words(tmp_path) -> None:
    (tmp_path / "own.toml").write_text(
        '[lists.unit]\nleagues = "league"\n[lists.unit_size]\nleague = "length 5556"\n'
        '[[rule]]\nid = "quantity/count"\nkind = "count"\nsummary = "ours"\n',
        encoding="utf-8",
    )
    layered = load_rules(tmp_path)
    assert layered.words("unit")["leagues"] == "league"
    assert layered.words("unit")["miles"] == "mile"
    for ruleset, matched in ((layered, True), (RULES, False)):  # also if the alternation comes from the cache
        assert bool(ruleset.compile("{unit}").fullmatch("leagues")) is matched
        assert ruleset.compile("{unit}").fullmatch("miles")
    assert next(rule for rule in layered.rules if rule.id == "quantity/count").summary == "ours"
    assert next(rule for rule in RULES.rules if rule.id == "quantity/count").summary != "ours"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("[[rule]\n", "not TOML"),
        ('[[rule]]\nid = "x/y"\n', "missing required field `summary`"),
        ('[[rule]]\nid = "x/y"\nsummary = "s"\npatern = "a"\n', "unknown field `patern`"),
        ('[[rules]]\nid = "x/y"\n', "unknown field `rules`"),
    ],
)
def test_bad_rule_file_names_the_file_and_the_problem(tmp_path, body: str, complaint: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)


def test_unknown_word_list_names_the_nearest() -> None:
    with pytest.raises(RuleError, match=r"\{curency_sign\}; is it \{currency_sign\}"):
        RULES.expand(r"{curency_sign}\d", "rule 'money'")


def test_missing_folder() -> None:
    with pytest.raises(RuleError, match="no such rules folder"):
        load_rules("no/such/folder")


def test_alternation_takes_the_longest_word_and_any_blanks() -> None:
    import re

    pattern = re.compile(alternation(["more", "more than", "U.S.", "US"]))
    assert pattern.match("more  than 5")[0] == "more  than"
    assert pattern.match("more of it")[0] == "more"
    assert pattern.match("U.S. aid")[0] == "U.S."
    assert pattern.match("UxS.") is None


def test_the_rule_files_name_no_file_that_is_not_there():
    home = rules_folder()
    names = {path.name for path in home.rglob("*.toml")} | {"factcheck.toml", "pyproject.toml"}
    for path in sorted(home.rglob("*.toml")):
        remarks = re.findall(r"^\s*#(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        named = {name for remark in remarks for name in re.findall(r"[\w.-]+\.toml", remark)}
        assert named <= names, path
