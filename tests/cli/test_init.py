"""`factcheck init`: three files that work, and none that is written over."""

from pathlib import Path

import pytest
import tomli

from factcheck.cli.init import PLACEHOLDERS
from factcheck.config import load
from factcheck.config.reading import KEYS
from factcheck.report import FORMATS

STARTERS = ("factcheck.toml", ".pre-commit-config.yaml", ".github/workflows/factcheck.yml")
FILL_IN = (
    "factcheck: replace FILL-IN-REPOSITORY by the Git repository to install factcheck from, and FILL-IN-REVISION by a "
    f"commit or tag of it, in {STARTERS[1]} and {STARTERS[2]}"
)


def test_the_starters_are_written_and_the_gate_works_at_once(run, desk):
    (desk / "drafts").mkdir()
    (desk / "wrong.txt").rename(desk / "drafts" / "wrong.txt")
    status, out, err = run("init")
    assert (status, out) == (0, "")
    assert err.splitlines() == [*(f"factcheck: wrote {name}" for name in STARTERS), FILL_IN]
    assert load().sources == ("notes",)
    (command,) = [line for line in Path(STARTERS[2]).read_text().splitlines() if "factcheck check" in line]
    arguments = command.partition("factcheck ")[2].split()
    assert arguments[:2] == ["check", "drafts"] and arguments[-1] in FORMATS
    assert run(*arguments).status == 1


def test_a_second_time_there_is_nothing_to_do(run):
    run("init")
    status, _, err = run("init")
    assert status == 0
    assert err.splitlines() == [*(f"factcheck: {name} has what it needs" for name in STARTERS), FILL_IN]


def test_what_is_filled_in_is_told_no_more(run):
    run("init")
    for name in STARTERS[1:]:
        text = Path(name).read_text()
        for placeholder in PLACEHOLDERS:
            assert placeholder in text
            text = text.replace(placeholder, "https://git.example.org/desk/factcheck")
        Path(name).write_text(text)
    status, _, err = run("init")
    assert status == 0
    assert err.splitlines() == [f"factcheck: {name} has what it needs" for name in STARTERS]


@pytest.mark.parametrize("name", STARTERS)
def test_a_file_that_stands_is_left_as_it_is(run, name):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("# mine\n")
    status, out, err = run("init")
    assert status == 2
    assert Path(name).read_text() == "# mine\n"
    assert f"factcheck: {name} stands and was left as it is" in err
    assert all(Path(other).is_file() for other in STARTERS)
    assert ("id: factcheck" in out) is (name == ".pre-commit-config.yaml")


def test_a_configuration_in_pyproject_stands_too(run):
    Path("pyproject.toml").write_text("[tool.factcheck]\nsources = []\n")
    status, _, err = run("init")
    assert status == 2 and "pyproject.toml stands" in err
    assert not Path("factcheck.toml").exists()


def test_a_pyproject_of_other_tools_does_not_stand_in_the_way(run):
    Path("pyproject.toml").write_text("[tool.other]\n")
    assert run("init").status == 0


def test_a_hook_that_is_there_is_enough(run):
    Path(".pre-commit-config.yaml").write_text("repos:\n  - repo: local\n    hooks:\n      - entry: factcheck check\n")
    assert run("init").status == 0


def test_a_folder_in_the_place_of_a_file_stands_in_the_way(run):
    Path("factcheck.toml").mkdir()
    assert run("init").status == 2


def test_a_dry_run_shows_all_and_writes_nothing(run, desk):
    before = sorted(desk.rglob("*"))
    status, out, err = run("init", "--dry-run")
    assert status == 0 and sorted(desk.rglob("*")) == before
    assert "would write factcheck.toml" in err and FILL_IN not in err
    assert out.index("sources = ") < out.index("repos:") < out.index("jobs:")


def test_another_folder_can_be_named(run, desk):
    (desk / "project" / "wire").mkdir(parents=True)
    assert run("init", "project").status == 0
    assert load("project/factcheck.toml").sources == ("project/wire",)
    status, _, err = run("init", "nowhere")
    assert status == 2 and "nowhere: no such folder" in err


def test_every_line_of_the_starter_that_is_commented_out_is_valid(run):
    run("init")
    lines = Path("factcheck.toml").read_text().splitlines()
    text = "\n".join(line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines)
    Path("factcheck.toml").write_text(text)
    load()
    assert set(tomli.loads(text)) <= set(KEYS)
    assert {"sources", "fail-on", "min-origins", "per-file-ignores"} <= set(tomli.loads(text))
