"""`factcheck config`: every key in force, as TOML, with the file, line or flag that sets it."""

from pathlib import Path

import pytest
import tomli
from msgspec.structs import replace

from factcheck.config import load
from factcheck.config.tolerances import defaults

WHOLE = """\
sources = ["notes", "wire/[a-z]*.txt"]
published = 2019-06-03
fail-on = "warning"
select = ["number", "quote"]
baseline = "known.json"
min-origins = { default = 1, number = 3, percent = 2 }

[per-file-sources]
"drafts/**" = ["notes/{stem}"]

[per-file-ignores]
"old \\"1\\".md" = ["single"]

[outlets]
"wire/ap-*" = "AP"

[tiers]
"court" = "record"

[tolerances.quantity]
about = 0.2

[rules]
extend = ["house"]
"""


@pytest.fixture
def settled(desk):
    (desk / "house").mkdir()
    Path("factcheck.toml").write_text(WHOLE, encoding="utf-8")
    return desk


def places(out: str) -> dict[str, str]:
    """Each key's place."""
    told = [line.rsplit("  # ", 1) for line in out.splitlines()[1:]]
    return {line.partition(" = ")[0].strip(): place for line, place in told}


def test_what_is_shown_is_the_configuration_that_is_in_force(run, settled):
    status, out, err = run("config")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "# factcheck.toml"
    Path("shown.toml").write_text(out, encoding="utf-8")
    shown, written = (replace(load(file), origin={}, path=None) for file in ("shown.toml", "factcheck.toml"))
    assert shown.tolerances["quantity"]["about"] == 0.2
    assert replace(shown, tolerances=written.tolerances) == written
    assert tomli.loads(out)["tolerances"].keys() == defaults().keys()


def test_each_key_says_where_it_is_set(run, settled):
    told = places(run("config", "--fail-on", "note", "--ignore", "date").out)
    assert told["sources"] == "factcheck.toml:1"
    assert told["fail-on"] == "--fail-on"
    assert told["ignore"] == "--ignore"
    assert told["min-origins.default"] == told["min-origins.count"] == told["min-origins.percent"] == "factcheck.toml:6"
    assert told['per-file-sources."drafts/**"'] == "factcheck.toml:9"
    assert told["tolerances.quantity.about"] == "factcheck.toml:21"
    assert told["tolerances.quantity.just"] == "default"
    assert told["rules.extend"] == "factcheck.toml:24"


def test_without_a_file_all_is_default(run):
    out = run("config").out
    assert out.startswith("# no factcheck.toml")
    assert set(places(out).values()) == {"default"}
    assert "# published is not set" in out
    assert tomli.loads(out)["fail-on"] == "error"


def test_rules_given_by_flag_join_those_of_the_file(run, settled):
    (settled / "more").mkdir()
    told = run("config", "--rules", "more").out
    assert 'rules.extend = ["house", "more"]' in told
    assert places(told)["rules.extend"] == "--rules"


def test_a_draft_has_the_nearest_configuration_and_its_own_sources(run, settled):
    assert 'sources = ["notes/a"]' in run("config", "drafts/a.md").out
    assert places(run("config", "drafts/a.md").out)["sources"] == "factcheck.toml:9"
    (settled / "desk").mkdir()
    (settled / "desk" / "factcheck.toml").write_text('sources = ["own"]')
    out = run("config", "desk/a.md").out
    assert out.startswith("# desk/factcheck.toml\n") and 'sources = ["desk/own"]' in out


def test_colour_only_where_it_is_asked_for(run, settled):
    assert "\x1b" not in run("config").out
    assert "\x1b[36;1m# factcheck.toml:1" in run("config", "--color", "always").out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('sorces = ["a"]', "factcheck.toml:1: unknown key 'sorces'; is it 'sources'?"),
        ('[rules]\nextend = ["nowhere"]', "nowhere: no such rules folder"),
    ],
)
def test_a_wrong_file_is_told_and_nothing_is_shown(run, text, told):
    Path("factcheck.toml").write_text(text)
    status, out, err = run("config")
    assert (status, out) == (2, "")
    assert told in err
