"""Which file counts, what it may say, and what a wrong one is told."""

from datetime import date
from pathlib import Path

import pytest

from factcheck.config import Config, load
from factcheck.errors import ConfigError
from factcheck.model import Severity

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


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_whole_file(here):
    Path("factcheck.toml").write_text(WHOLE)
    assert load() == Config(
        sources=("notes/*.txt", "wire"),
        published=date(2019, 6, 3),
        fail_on=Severity.warning,
        min_origins=3,
        select=("number", "quote"),
        ignore=("quote-altered",),
        rules=("house",),
        path=str(here / "factcheck.toml"),
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


def test_a_pyproject_that_says_nothing_of_factcheck_is_passed_over(here, monkeypatch):
    (here / "factcheck.toml").write_text("min-origins = 1")
    (here / "code").mkdir()
    (here / "code" / "pyproject.toml").write_text('[project]\nname = "other"')
    monkeypatch.chdir(here / "code")
    assert load().min_origins == 1


def test_a_given_file_counts_alone(here):
    Path("factcheck.toml").write_text("min-origins = 5")
    Path("strict.toml").write_text('fail-on = "note"')
    assert load("strict.toml") == Config(fail_on=Severity.note, path="strict.toml")


def test_flags_override_only_where_given(here):
    Path("factcheck.toml").write_text(WHOLE)
    changed = load().override(min_origins=1, published=None, sources=["a"], select=None)
    assert (changed.min_origins, changed.published, changed.sources) == (1, date(2019, 6, 3), ("a",))
    assert changed.select == ("number", "quote")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('souces = ["a"]', "unknown key 'souces'; is it 'sources'?"),
        ("[rules]\nextends = []", "unknown key 'rules.extends'; is it 'extend'?"),
        ('min-origins = "two"', "min-origins: expected `int`"),
        ("min-origins = 0", "min-origins is 0; give 1 or more"),
        ('fail-on = "eror"', "fail-on: 'eror' is none of error, warning, note, never; is it 'error'?"),
        ('published = "spring"', "published:"),
        ("sources = [", "not TOML"),
        ("rules = 3", "rules: expected"),
    ],
)
def test_a_wrong_file_is_told_where_and_what(here, text, told):
    Path("factcheck.toml").write_text(text)
    with pytest.raises(ConfigError) as error:
        load()
    assert told in str(error.value)
    assert str(error.value).startswith(str(here / "factcheck.toml"))


def test_a_missing_file_is_an_error_only_when_it_is_asked_for(here):
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
    ("text", "told"),
    [
        (b'[project]\nname = "a"', "no [tool.factcheck]"),
        (b"[tool]\nfactcheck = 1", "is no table"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_a_pyproject_that_was_asked_for_must_speak_of_factcheck(here, text, told):
    Path("pyproject.toml").write_bytes(text)
    with pytest.raises(ConfigError) as error:
        load("pyproject.toml")
    assert told in str(error.value)


def test_an_absolute_path_stays_as_it_is(here):
    Path("factcheck.toml").write_text(f'sources = ["{(here / "wire").as_posix()}"]')
    assert load().sources == ((here / "wire").as_posix(),)
