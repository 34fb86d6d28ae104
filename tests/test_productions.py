"""Rule files are validated when loaded: room, reading, options, names of lists, settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck import altered_wording, consistency, productions
from factcheck.cli import main
from factcheck.errors import RuleError
from factcheck.kinds.timex.normalise import JOINED, READINGS
from factcheck.productions import PRODUCTIONS, FigureOptions, Options, WeakOptions
from factcheck.ruleset import Rule, load_rules

MONTH = """
[[rule]]
id = "timex/own"
kind = "date"
summary = "ours"
pattern = '''sowing (?P<month>{month})'''
trigger = ["{month}"]
reading = "month"
"""
FIGURE = """
[[rule]]
id = "quantity/own"
kind = "quantity"
summary = "ours"
trigger = ["hands"]
after = '''\\shands'''
"""
SENSE = """
[[rule]]
id = "wording/own"
summary = "ours"
pattern = '''\\bonly\\b'''
reading = "kept"
"""


def problem(tmp_path: Path, body: str) -> str:
    """The error of loading a rule file, without the path, which it must start with."""
    path = tmp_path / "own.toml"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    message = str(caught.value)
    assert message.startswith(str(path))
    return message.removeprefix(str(path)).lstrip(": ")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (MONTH.replace('"month"', '"mnoth"'), "rule 'timex/own': no reading 'mnoth'; is it 'month'?"),
        (MONTH.replace('reading = "month"\n', ""), "rule 'timex/own': needs a reading (calendar_day, "),
        (
            MONTH.replace('trigger = ["{month}"]\n', ""),
            "rule 'timex/own': no reading 'month' (without a trigger it adds words to an expression: ",
        ),
        (MONTH.replace("timex/", "time/"), "rule 'time/own': no rules are called 'time/…'; is it 'timex'?"),
        (FIGURE + 'reading = "ones_in"\n', "rule 'quantity/own': no reading 'ones_in'; is it 'one_in'?"),
        (SENSE.replace("kept", "keeps"), "rule 'wording/own': no reading 'keeps'; is it 'kept'?"),
        (MONTH.replace("reading", "redaing"), "unknown field `redaing`; is it 'reading'?"),
    ],
)
def test_a_misspelt_reading_is_refused_with_the_nearest(tmp_path: Path, body: str, message: str) -> None:
    assert message in problem(tmp_path, body)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (MONTH + 'options = { not_aftr = "x" }\n', "rule 'timex/own': no option 'not_aftr'; is it 'not_after'?"),
        (MONTH + 'options = { ref = "past_ref" }\n', "no option 'ref'"),  # an option of another reading
        (FIGURE + "options = { mots = 115 }\n", "rule 'quantity/own': no option 'mots'; is it 'most'?"),
        (SENSE + 'options = { what = "limit", severty = "error" }\n', "no option 'severty'; is it 'severity'?"),
        (
            '[[rule]]\nid = "origin/own"\nsummary = "ours"\npattern = "x"\noptions = { far = "yes" }\n',
            "no option 'far' (it takes none)",
        ),
    ],
)
def test_a_misspelt_option_is_refused_with_the_nearest(tmp_path: Path, body: str, message: str) -> None:
    assert message in problem(tmp_path, body)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (FIGURE + 'options = { most = "many" }\n', "rule 'quantity/own': option 'most' is 'many'; give a whole number"),
        (FIGURE + "options = { unit = 3 }\n", "option 'unit' is 3; give a text"),
        (FIGURE + 'options = { either = "perhaps" }\n', "option 'either' is 'perhaps'; give true or false"),
        (
            MONTH + 'options = { capital = "figure" }\n',
            "option 'capital' is 'figure'; is it 'figures'? (all, figures, no, unit, yes)",
        ),
        (SENSE + 'options = { what = "limit" }\n', "rule 'wording/own': option 'severity' is missing"),
        (MONTH + 'options = { not_after = "(" }\n', "rule 'timex/own': not a regular expression"),
    ],
)
def test_an_option_of_another_type_is_refused(tmp_path: Path, body: str, message: str) -> None:
    assert message in problem(tmp_path, body)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (MONTH.replace("sowing (?P<month>{month})", "{mont}"), "names no word list {mont}; is it {month}?"),
        (MONTH.replace('["{month}"]', '["{mont}"]'), "names no word list {mont}; is it {month}?"),
        (MONTH + 'options = { opens = "{mont}" }\n', "names no word list {mont}; is it {month}?"),
        (
            SENSE.replace("kept", "turned") + 'options = { what = "x", severity = "error", list = "contrry" }\n',
            "names no word list {contrry}; is it {contrary}?",
        ),
        ('[lists]\nhedg = ["just shy of"]\n', "no rule names {hedg}; is it {hedge}?"),
        ('[parts]\ntime_yaer = "x"\n', "no rule names {time_yaer}; is it {time_year}?"),
    ],
)
def test_a_misspelt_word_list_is_refused_with_the_nearest(tmp_path: Path, body: str, message: str) -> None:
    assert message in problem(tmp_path, body)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[settings.align]\ncontradit = 0.5\n", "no setting 'align.contradit'; is it 'contradict'?"),
        ("[settings.alignn]\ncontradict = 0.5\n", "no setting 'alignn'; is it 'align'?"),
        ('[settings.align]\ncontradict = "high"\n', "setting 'align.contradict' is 'high'; give a number"),
        ("[settings]\nalign = 3\n", "setting 'align' is 3; give a table"),
        ("[settings.origin]\nrun = 5.5\n", "setting 'origin.run' is 5.5; give a whole number"),
        ("[settings.origin]\nrun = true\n", "setting 'origin.run' is True; give a whole number"),
        (
            "[settings.align]\ncounted_from_antecedent = [3]\n",
            "setting 'align.counted_from_antecedent' is [3]; give a list of which each is a text",
        ),
    ],
)
def test_an_unknown_setting_is_refused(tmp_path: Path, body: str, message: str) -> None:
    assert message in problem(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        MONTH,
        FIGURE + 'options = { most = 115, beside = true, unit = "hand" }\n',
        FIGURE + 'options = { most = "115", beside = "yes", unit = "hand" }\n',  # the older notation
        '[lists]\nsown = ["maize"]\n' + MONTH.replace("sowing", "{sown}"),
        '[parts]\nsown = "maize"\n' + MONTH.replace("sowing", "{sown}"),
        "[settings.align]\ncontradict = 1\n",
        "[settings.timex.shapes]\n\"0-00\" = '''\\d-\\d\\d'''\n",
    ],
)
def test_valid_rules_are_loaded(tmp_path: Path, body: str) -> None:
    (tmp_path / "own.toml").write_text(body, encoding="utf-8")
    assert load_rules(tmp_path).rules


def test_a_word_list_of_one_folder_may_be_named_by_the_next(tmp_path: Path) -> None:
    for name, body in (("one", '[lists]\nsown = ["maize"]\n'), ("two", MONTH.replace("sowing", "{sown}"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "own.toml").write_text(body, encoding="utf-8")
    assert load_rules(tmp_path / "one", tmp_path / "two").rules


@pytest.mark.parametrize(
    "command", [["rules"], ["rules", "test"], ["extract", "{draft}"], ["check", "{draft}", "--sources", "{draft}"]]
)
def test_every_command_reports_it(tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/own.toml").write_text(MONTH + 'options = { shap = "month" }\n', encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text("It fell on Monday.\n", encoding="utf-8")
    given = [part.format(draft=draft) for part in command]
    assert main([*given, "--rules", str(tmp_path / "rules")]) == 2
    assert "rule 'timex/own': no option 'shap'; is it 'shape'?" in capsys.readouterr().err


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.id)
def test_the_built_in_rules_are_valid(rule: Rule) -> None:
    # Cached rules were validated with an earlier version of the productions.
    assert isinstance(rule.read_options(Options), Options)


@pytest.mark.parametrize(
    ("room", "functions"),
    [
        ("timex", {*READINGS, *JOINED}),
        ("consistency", {None, *consistency.READINGS}),
        ("wording", {*altered_wording.READINGS}),
    ],
)
def test_each_reading_has_its_function(room: str, functions: set[str | None]) -> None:
    assert {reading for form in PRODUCTIONS[room] for reading in form.readings} == functions


@pytest.mark.parametrize(
    ("forms", "functions"),
    [
        (productions.EXPRESSION + productions.FOLLOWING, READINGS),
        (productions.WEAK + productions.JOINED, JOINED),
    ],
)
def test_readings_of_expressions_and_of_joins_have_functions(
    forms: tuple[productions.Production, ...], functions: dict[str, Any]
) -> None:
    assert {reading for form in forms for reading in form.readings} == functions.keys()


def test_options_are_read_as_the_struct_of_the_production() -> None:
    by_id = {rule.id: rule for rule in load_rules().rules}
    aged = by_id["quantity/age-is"].read_options(FigureOptions)
    assert (aged.unit, aged.most) == ("year", 115)
    assert by_id["timex/now-of-range"].read_options(WeakOptions).weak
    with pytest.raises(TypeError, match="timex/now-of-range takes WeakOptions, not FigureOptions"):
        by_id["timex/now-of-range"].read_options(FigureOptions)
