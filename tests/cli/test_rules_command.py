"""`factcheck rules`: what is in force, one rule explained, examples run."""

from pathlib import Path

import pytest

from factcheck.ruleset import load_rules
from tests.test_languages import TOKENS

HOUSE = """
[[rule]]
id = "segment/house-mark"
summary = "the house's own end sign"
why = "Our system closes every story with it."
pattern = '''^\\*HOUSE\\*$'''
examples = [
  { text = "*HOUSE*", find = "*HOUSE*" },
  { text = "the house", find = "house" },
  { text = "*HOUSE*" },
]
"""


def test_all_rules_are_listed(run):
    status, out, _ = run("rules")
    assert status == 0
    assert all(rule.id in out for rule in load_rules().rules)


def test_one_rule_is_explained(run):
    Path("house.toml").write_text(HOUSE)
    status, out, _ = run("rules", "segment/house-mark", "--rules", "house.toml")
    assert status == 0
    assert "Our system closes every story with it." in out
    assert "house.toml" in out and r"^\*HOUSE\*$" in out
    assert "+ *HOUSE*  → *HOUSE*" in out and "- *HOUSE*  (nothing)" in out
    assert run("rules", "house-mark", "--rules", "house.toml").out == out


def test_one_finding_is_explained(run):
    status, out, _ = run("rules", "date-differs")
    assert (status, out.split(":")[0]) == (0, "date-differs (error)")
    assert "--ignore date-differs" in out and "example:" in out


def test_one_entry_of_the_reference(run):
    out = run("rules", "date-differs", "--output", "markdown").out
    assert out.startswith("### date-differs\n") and out in run("rules", "--output", "markdown").out
    written = run("rules", "quantity/magnitude", "--output", "markdown=entry.md")
    assert (written.status, written.out) == (0, "")
    assert Path("entry.md").read_text(encoding="utf-8").startswith("#### quantity/magnitude\n")


def test_a_finding_is_told_from_a_slip_of_its_name(run):
    assert "is it 'date-differs'?" in run("rules", "date-difers").err


def test_an_unknown_rule_is_told_the_nearest(run):
    status, out, err = run("rules", "segment/end-marks")
    assert (status, out) == (2, "")
    assert "is it 'segment/end-mark'?" in err


def test_examples_that_do_not_hold_fail_the_test(run):
    Path("house.toml").write_text(HOUSE)
    status, out, _ = run("rules", "test", "--rules", "house.toml")
    assert status == 1
    failures = [line for line in out.splitlines() if "segment/house-mark" in line]
    assert len(failures) == 2
    assert "matches nothing, not “house”" in failures[0]
    assert "matches “*HOUSE*”, not nothing" in failures[1]


@pytest.mark.parametrize("name", ["grid", "github"])
def test_the_kind_of_table_can_be_chosen(run, name):
    assert run("rules", "--table-format", name).out.splitlines()[0].startswith(("+-", "| finding"))


LANGUAGE = """
[[rule]]
id = "segment/marca"
summary = "an end sign in another language"
pattern = '''^FIN$'''
examples = [
  { text = "FIN", find = "FIN" },
  { text = "FINAL" },
]
"""


@pytest.fixture
def languages():
    """A rules folder with rules for another language."""
    folder = Path("house/xx")
    folder.mkdir(parents=True)
    (folder / "tokens.toml").write_text(TOKENS, encoding="utf-8")
    (folder / "segment.toml").write_text(LANGUAGE, encoding="utf-8")
    Path("house/all.toml").write_text(HOUSE, encoding="utf-8")
    return folder


def test_a_rule_of_another_language_is_explained(run, languages):
    status, out, _ = run("rules", "segment/marca", "--rules", "house")
    assert (status, out.partition(":")[0]) == (0, "segment/marca")
    assert "xx/segment.toml" in out


def test_examples_of_other_languages_are_run_once(run, languages):
    (languages / "segment.toml").write_text(LANGUAGE.replace('"FINAL"', '"FIN"'), encoding="utf-8")
    status, out, _ = run("rules", "test", "--rules", "house")
    assert status == 1
    assert out.count("segment/house-mark") == 2
    assert out.count("xx/segment.toml: segment/marca: matches “FIN”, not nothing") == 1


def test_incomplete_rules_of_a_language_fail_the_test_of_rules(run, languages):
    (languages / "tokens.toml").unlink()
    status, _, err = run("rules", "test", "--rules", "house")
    assert status == 2
    assert "the rules for language 'xx' are incomplete: no [settings.tokens]" in err


def test_the_word_lists_are_listed_with_file_and_comment(run):
    Path("own.toml").write_text('[lists]\nkin = ["stepson"]\n', encoding="utf-8")
    status, out, _ = run("rules", "--lists", "--rules", "own.toml")
    rows = {line.split()[0]: line for line in out.splitlines()[2:]}
    rules = load_rules("own.toml")
    assert status == 0
    assert rows.keys() == rules.lists.keys()
    assert rows["kin"].split()[1] == str(len(rules.words("kin"))) and "own.toml" in rows["kin"]
    assert "en/quotation/cues.toml" in rows["quote_according"]
    assert rows["quote_according"].endswith('  Phrases that name a source without a verb: "“…,” according to Kelly"')
    assert "en/numerals.toml" in rows["scale"]
    assert run("rules", "kin", "--lists").status == 2
