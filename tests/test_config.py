"""Configuration: which file is used, its keys, and the errors of invalid files."""

from datetime import date
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck import config
from factcheck.config import Config, given_day, given_names, load
from factcheck.config.patterns import matches
from factcheck.config.tolerances import defaults
from factcheck.config.tomlfile import dotted, lines, written
from factcheck.errors import ConfigError
from factcheck.model import Document, Severity
from factcheck.pipeline import extract
from factcheck.ruleset import load_rules

WHOLE = """
sources = ["notes/*.txt", "wire"]
published = 2019-06-03
fail-on = "warning"
min-origins = 3
select = ["number", "quote"]
ignore = ["quote-altered"]

[rules]
extend = ["house"]
"""


def values(file=None) -> Config:
    """The configuration without the origin of its keys."""
    return replace(load(file), origin={})


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_whole_file(here):
    Path("factcheck.toml").write_text(WHOLE)
    assert values() == Config(
        sources=("notes/*.txt", "wire"),
        published=date(2019, 6, 3),
        fail_on=Severity.warning,
        min_origins=3,
        select=("number", "quote"),
        ignore=("quote-altered",),
        rules=("house",),
        path="factcheck.toml",
    )


def test_no_file_is_the_defaults(here):
    assert load() == Config()


def test_the_nearest_file_upwards_wins_and_its_paths_start_there(here, monkeypatch):
    (here / "factcheck.toml").write_text('sources = ["far"]')
    (here / "desk").mkdir()
    (here / "desk" / "pyproject.toml").write_text('[tool.factcheck]\nsources = ["near"]')
    (here / "desk" / "story").mkdir()
    monkeypatch.chdir(here / "desk" / "story")
    assert load().sources == ("../near",)


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "other"',
        '[project]\ndependencies = ["factcheck-cli"]',
        '[project]\nname = "factcheck"\n[tool.ruff]\nsrc = ["factcheck"]',
        "no TOML, and not read as such",
    ],
)
def test_a_pyproject_without_a_table_for_factcheck_is_skipped(here, monkeypatch, text):
    (here / "factcheck.toml").write_text("min-origins = 1")
    (here / "code").mkdir()
    (here / "code" / "pyproject.toml").write_text(text)
    monkeypatch.chdir(here / "code")
    assert load().min_origins == 1


@pytest.mark.parametrize(
    "text",
    [
        "[tool.factcheck]\nmin-origins = 4",
        "[ tool . 'factcheck' ]\nmin-origins = 4",
        '["tool"]\nfactcheck = { min-origins = 4 }',
        "[tool]\nfactcheck.min-origins = 4",
        "tool = { factcheck = { min-origins = 4 } }",
        "tool.factcheck.min-origins = 4",
    ],
)
def test_the_table_of_a_pyproject_is_found_however_it_is_written(here, text):
    Path("pyproject.toml").write_text(text)
    assert load().min_origins == 4


def test_a_given_file_is_the_only_one_read(here):
    Path("factcheck.toml").write_text("min-origins = 5")
    Path("strict.toml").write_text('fail-on = "note"')
    assert values("strict.toml") == Config(fail_on=Severity.note, path="strict.toml")


def test_flags_override_only_where_given(here):
    Path("factcheck.toml").write_text(WHOLE)
    changed = load().override(min_origins=1, published=None, sources=["a"], select=None)
    assert (changed.min_origins, changed.published, changed.sources) == (1, date(2019, 6, 3), ("a",))
    assert changed.select == ("number", "quote")


@pytest.mark.parametrize(
    "written", ["2018-06-21", "21 June 2018", "21 Jun. 2018", "June 21, 2018", "june 21 2018", "Jun. 21, 2018"]
)
def test_a_date_may_be_written_out_where_it_has_one_reading(here, written):
    Path("factcheck.toml").write_text(f'published = "{written}"')
    assert load().published == given_day(written) == date(2018, 6, 21)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('souces = ["a"]', "unknown key 'souces'; is it 'sources'?"),
        ("[rules]\nextends = []", "unknown key 'rules.extends'; is it 'extend'?"),
        ('min-origins = "two"', "min-origins: expected a whole number or a table, got a text"),
        ("min-origins = 0", "min-origins is 0; give 1 or more"),
        ('fail-on = "eror"', "fail-on: 'eror' is none of error, warning, note, never; is it 'error'?"),
        ('published = "spring"', "published: 'spring' is no date; write it as 2017-02-23"),
        ('published = "31 June 2018"', "'31 June 2018' is no date; write it as 2017-02-23 or 23 February 2017"),
        ('published = "21/6/2018"', "'21/6/2018' is no date"),
        ('published = "in June 2018"', "'in June 2018' is no date"),
        ('published = "21 Brumaire 2018"', "'21 Brumaire 2018' is no date"),
        ("published = 5", "published: '5' is no date; write it as 2017-02-23"),
        ("sources = [", "not TOML"),
        ("rules = 3", "rules: expected a table, got a whole number"),
        ("min-origins = { numbers = 2 }", "unknown key 'min-origins.numbers'; is it 'number'?"),
        ("min-origins = { number = 0 }", "min-origins.number is 0; give 1 or more"),
        ('select = ["nmber-differs"]', "select: no finding 'nmber-differs'; is it 'number-differs'?"),
        ('ignore = [""]', "ignore: no finding ''"),
        ('[per-file-ignores]\n"a.md" = ["singel-source"]', "is it 'single-source'?"),
        ('sources = ["notes", ""]', "sources: an empty path"),
        ('[per-file-sources]\n"a.md" = [""]', "per-file-sources.a.md: an empty path"),
        ("[tolerances.quantities]\nabout = 0.1", "unknown table 'tolerances.quantities'; is it 'quantity'?"),
        ("[tolerances.quantity]\nabuot = 0.1", "unknown key 'tolerances.quantity.abuot'; is it 'about'?"),
        ("[tolerances.quantity]\nabout = 12", "tolerances.quantity.about is 12; give a share from 0 to 1"),
        ("[tolerances.quantity]\nsignificant = 1.5", "give a whole number"),
        ("[tolerances.align]\ncounted_from_antecedent = 3", "give a list of texts"),
        ('extend = "base.toml"', "no file base.toml"),
        ('extend = "factcheck.toml"', "break the circle"),
        ("baseline = 3", "baseline: expected a text, got a whole number"),
    ],
)
def test_an_invalid_file_is_an_error_with_place_and_problem(here, text, message):
    Path("factcheck.toml").write_text(text)
    with pytest.raises(ConfigError) as error:
        load()
    assert message in str(error.value)
    assert str(error.value).startswith("factcheck.toml:")


def test_a_missing_file_is_an_error_only_if_it_was_given(here):
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read"):
        load("nowhere.toml")


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        (("number",), (), False),
        (("quote",), (), True),
        (("quote",), ("quote-altered",), False),
        ((), ("quote",), False),
        (("quote-altered",), ("quote",), True),
        (("quote",), ("quote",), False),
    ],
)
def test_the_longest_prefix_decides(select, ignore, wanted):
    assert Config(select=select, ignore=ignore).wants("quote-altered") is wanted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b'[project]\nname = "a"', "no [tool.factcheck]"),
        (b"[tool]\nfactcheck = 1", "is no table"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_a_given_pyproject_must_have_a_table_for_factcheck(here, text, message):
    Path("pyproject.toml").write_bytes(text)
    with pytest.raises(ConfigError) as error:
        load("pyproject.toml")
    assert message in str(error.value)


def test_an_absolute_path_stays_as_it_is(here):
    Path("factcheck.toml").write_text(f'sources = ["{(here / "wire").as_posix()}"]')
    assert load().sources == ((here / "wire").as_posix(),)


def test_an_error_names_the_line(here):
    Path("factcheck.toml").write_text('# a desk\nsources = [\n  "notes",\n]\n\n[rules]\nextent = []\n')
    with pytest.raises(ConfigError, match=r"^factcheck\.toml:7: unknown key 'rules\.extent'"):
        load()


def test_a_file_extends_another_key_by_key(here):
    (here / "desk").mkdir()
    (here / "desk" / "base.toml").write_text(
        'sources = ["wire"]\nfail-on = "note"\nbaseline = "known.json"\nmin-origins = { default = 1, number = 3 }\n'
        '[outlets]\n"wire/ap-*" = "AP"\n[tolerances.quantity]\nabout = 0.2\njust = 0.1\n'
    )
    Path("factcheck.toml").write_text(
        'extend = "desk/base.toml"\nfail-on = "warning"\nmin-origins = { number = 2, percent = 1 }\n'
        '[outlets]\n"notes" = "Ledger"\n[tolerances.quantity]\nabout = 0.3\n'
    )
    found = load()
    assert (found.sources, found.baseline, found.fail_on) == (("desk/wire",), "desk/known.json", Severity.warning)
    assert found.min_origins == 1
    assert (found.min_origins_by_kind["count"], found.min_origins_by_kind["percent"]) == (2, 1)
    assert found.outlets == {"desk/wire/ap-*": "AP", "**/notes": "Ledger"}
    assert found.tolerances == {"quantity": {"about": 0.3, "just": 0.1}}
    where = {dotted(key): origin.where() for key, origin in found.origin.items()}
    assert where["sources"] == "desk/base.toml:1"
    assert where["fail-on"] == "factcheck.toml:2"
    assert where["tolerances.quantity.about"] == "factcheck.toml:7"
    assert where["tolerances.quantity.just"] == "desk/base.toml:9"
    assert where['outlets."**/notes"'] == "factcheck.toml:5"


def test_a_plain_number_of_origins_replaces_a_table(here):
    Path("base.toml").write_text("min-origins = { default = 1, quote = 2 }")
    Path("factcheck.toml").write_text('extend = ["base.toml"]\nmin-origins = 3')
    assert (load().min_origins, load().min_origins_by_kind) == (3, {})
    assert load("base.toml").override(min_origins=2).min_origins_by_kind == {}


def test_the_line_of_a_pyproject_is_that_of_its_own_table(here):
    Path("pyproject.toml").write_text("[project]\nmin-origins = 2\n[tool.factcheck]\nmin-origins = 0\n")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml:4: min-origins is 0"):
        load()


def test_every_tolerance_has_a_range_that_is_checked():
    for table in defaults().values():
        for name, default in table.items():
            assert isinstance(default, list) or (isinstance(default, int | float) and not isinstance(default, bool))
            assert not isinstance(default, float) or 0 <= default <= 1, name


def test_files_that_extend_each_other_are_an_error(here):
    Path("a.toml").write_text('extend = "b.toml"')
    Path("b.toml").write_text('extend = "a.toml"')
    with pytest.raises(ConfigError, match=r"^b\.toml:1: extend: a\.toml extends this file in turn"):
        load("a.toml")


def test_drafts_have_sources_of_their_own_and_the_last_pattern_wins(here):
    Path("factcheck.toml").write_text(
        'sources = ["notes"]\n[per-file-sources]\n'
        '"drafts/**" = ["notes/{stem}", "wire/{stem}-*.txt"]\n"drafts/court/*.md" = ["{folder}.txt"]\n'
    )
    found = load()
    assert found.sources_of("drafts/quake.md") == ("notes/quake", "wire/quake-*.txt")
    assert found.sources_of("drafts/[1].md") == ("notes/[1]", "wire/[[]1]-*.txt")
    assert found.sources_of("drafts/court/a.md") == ("court.txt",)
    assert found.sources_of("other.md") == found.sources_of(None) == ("notes",)
    assert found.override(sources=["wire"]).sources_of("drafts/quake.md") == ("wire",)


def test_ignores_of_a_draft_are_added_to_the_general_ones(here):
    Path("factcheck.toml").write_text(
        'ignore = ["quote"]\n[per-file-ignores]\n"old-*.md" = ["single"]\n"archive" = ["number", "date"]\n'
    )
    found = load()
    assert not found.wants("single-source", "desk/old-1.md")
    assert not found.wants("quote-altered", "desk/old-1.md")
    assert found.wants("single-source", "desk/new.md")
    assert not found.wants("date-differs", "archive/2017/a.md")
    assert found.wants("date-differs")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("drafts/*.md", "drafts/a.md", True),
        ("drafts/*.md", "./drafts/../drafts/a.md", True),
        ("drafts/*.md", "drafts/b/a.md", False),
        ("drafts/**/*.md", "drafts/a.md", True),
        ("drafts/**/*.md", "drafts/b/c/a.md", True),
        ("drafts", "drafts/b/a.md", True),
        ("drafts/", "drafts/b/a.md", True),
        ("drafts", "draftsman.md", False),
        ("**/a.md", "a.md", True),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("[!b].md", "a.md", True),
        ("[!b].md", "b.md", False),
        ("[ab].md", "b.md", True),
        ("a.md", "axmd", False),
        ("a.md", None, False),
    ],
)
def test_a_pattern_matches_paths(here, pattern, path, fits):
    assert matches(pattern, path) is fits
    assert matches(str(here / pattern), path) is fits


def test_a_declared_outlet_replaces_that_of_the_source(here):
    Path("factcheck.toml").write_text(
        '[outlets]\n"wire/*" = "Agency"\n[tiers]\n"wire" = "agency"\n"court" = "record"\n'
    )
    found = load()
    sources = [Document("a", "", source="Ledger", path="wire/a.txt"), Document("b", "", source="Ledger", path="b.txt")]
    assert [(each.source, each.tier) for each in found.declared(sources)] == [("Agency", "agency"), ("Ledger", None)]
    assert (found.tier_of("wire/a.txt"), found.tier_of("b.txt")) == ("agency", None)


def test_tolerances_change_the_interval_of_a_figure_only(here):
    Path("factcheck.toml").write_text("[tolerances.quantity]\nabout = 0.5")
    rules = config.ruleset(load())
    document = Document("draft", "About 400 people came.")
    assert [(claim.value.low, claim.value.high) for claim in extract([document], rules)] == [(200, 600)]
    assert rules.setting("quantity.about") == 0.5
    assert rules.setting("quantity.just") == load_rules().setting("quantity.just")
    assert config.ruleset(load()) is rules
    assert config.ruleset(Config()) is load_rules()


def test_names_may_be_separated_by_commas_and_unknown_ones_are_errors(tmp_path):
    assert given_names("--select", ["number, quote", "single"]) == ("number", "quote", "single")
    assert given_names("--select", None) is None
    with pytest.raises(ConfigError, match=r"^--ignore: no finding 'sngle-source'; is it 'single-source'\?$"):
        given_names("--ignore", ["sngle-source"])
    rule = '[[rule]]\nid = "consistency/tally-mismatch"\nsummary = "a tally"\n'
    (tmp_path / "own.toml").write_text(rule)
    assert given_names("--select", ["tally"], [str(tmp_path)]) == ("tally",)


def test_lines_of_keys_with_values_over_several_lines():
    text = 'a = [\n  "x",\n]\n# b = 1\n"c d".e = """\n[no]\n"""\n\n[t]\nf = { g = 1 }\n[t.u]\nh = 2\r\n[[v]]\ni = 1\n'
    found = {dotted(key): line for key, line in lines(text).items()}
    assert found == {
        "a": 1,
        '"c d"': 5,
        '"c d".e': 5,
        "t": 9,
        "t.f": 10,
        "t.f.g": 10,
        "t.u": 11,
        "t.u.h": 12,
        "v": 13,
        "v.i": 14,
    }


@given(st.recursive(st.text() | st.integers(-(2**60), 2**60) | st.booleans() | st.dates(), st.lists, max_leaves=6))
def test_what_is_written_is_read_back(value):
    assert tomli.loads(f"{dotted(('a b', 'c'))} = {written(value)}") == {"a b": {"c": value}}
