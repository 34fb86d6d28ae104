"""The GitHub action: its steps run as the runner would, in its shell, with the inputs in the environment."""

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from factcheck import __version__
from factcheck.cli.init import PLACEHOLDERS
from tests.hooks.newsroom import NOTE, ROOT, TRAPS, WRONG, environment, furnish, lend, run, write

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = (step for step in ACTION["runs"]["steps"] if "run" in step)
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")  # what the runner means by `shell: bash`


class Runner:
    """As much of the runner as composite steps need."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.folder, self.workspace = folder, workspace
        folder.mkdir(exist_ok=True)
        self.path_file = folder / "path"
        self.path_file.touch()
        self.summary = folder / "summary.md"
        self.summary.write_text("", encoding="utf-8")

    def step(self, step: dict, status: int | None = 0, inputs: dict | None = None, **env: str):
        """Run one step; the inputs that are not given have their defaults."""
        given = {name: declared.get("default", "") for name, declared in ACTION["inputs"].items()} | (inputs or {})
        known = {f"inputs.{name}": value for name, value in given.items()} | {
            "steps.python.outputs.python-path": sys.executable,
            "github.action_path": str(ROOT),
        }
        script = self.folder / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        own = {name: EXPRESSION.sub(lambda found: known[found[1]], value) for name, value in step["env"].items()}
        files = {"GITHUB_PATH": self.path_file, "GITHUB_STEP_SUMMARY": self.summary}
        variables = environment(RUNNER_TEMP=self.folder, **files, **env, **own)
        added = self.path_file.read_text(encoding="utf-8").split("\n")
        variables["PATH"] = ":".join([*reversed([line for line in added if line]), variables["PATH"]])
        assert step["shell"] == "bash"
        return run(*SHELL, script, cwd=self.workspace, env=variables, status=status)


@pytest.fixture(scope="module")
def bench(tmp_path_factory, no_index) -> Path:
    """A runner's folder in which the install step has run, from this checkout."""
    folder = tmp_path_factory.mktemp("runner")
    Runner(folder, folder).step(INSTALL, **no_index)
    lend(folder / "factcheck")
    return folder


@pytest.fixture
def runner(bench, tmp_path) -> Runner:
    return Runner(bench, furnish(tmp_path, right=NOTE, wrong=WRONG))


def test_no_script_holds_an_expression():
    """What stands in `${{ }}` is put into the script as text before a shell reads it: an input there is a command."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert len(EXPRESSION.findall(str(ACTION))) >= 6


def test_every_input_is_described_and_used():
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert used == set(ACTION["inputs"]) == {"drafts", "sources", "fail-on", "sarif", "repository", "revision"}
    assert all(each["description"] for each in ACTION["inputs"].values())


def test_the_checkout_of_the_action_is_installed_when_no_repository_is_given(bench):
    assert Path((bench / "path").read_text(encoding="utf-8").strip()) == bench / "factcheck/bin"
    told = run(bench / "factcheck/bin/factcheck", "--version", cwd=bench, env=environment())
    assert told.stdout == f"factcheck {__version__}\n"


def test_the_repository_and_revision_asked_for_are_installed(clone, tmp_path, no_index):
    repository, revision = clone
    runner = Runner(tmp_path / "runner", tmp_path)
    inputs = {"repository": repository, "revision": revision}
    runner.step(INSTALL, inputs=inputs, **no_index)
    (told,) = tmp_path.rglob("factcheck_cli-*.dist-info/direct_url.json")
    assert json.loads(told.read_text(encoding="utf-8"))["vcs_info"]["commit_id"] == revision
    runner.step(INSTALL, status=1, inputs={**inputs, "revision": "0" * 40}, **no_index)


@pytest.mark.parametrize(
    "inputs",
    [
        {"repository": PLACEHOLDERS[0], "revision": PLACEHOLDERS[1]},
        {"repository": "file:///nowhere", "revision": PLACEHOLDERS[1]},
        {"repository": "file:///nowhere"},
        {"revision": "main"},
    ],
)
def test_what_is_not_filled_in_is_said(tmp_path, no_index, inputs):
    done = Runner(tmp_path / "runner", tmp_path).step(INSTALL, status=2, inputs=inputs, **no_index)
    assert done.stdout.startswith("::error title=factcheck::Fill in both inputs")
    assert not (tmp_path / "runner" / "factcheck").exists()


@pytest.mark.parametrize("name", ["repository", "revision"])
def test_a_repository_that_is_none_is_refused_and_not_run(tmp_path, no_index, name):
    runner = Runner(tmp_path / "runner", tmp_path)
    inputs = {"repository": f"file://{tmp_path}", "revision": "main", name: "x; $(touch pwned) `touch pwned`"}
    done = runner.step(INSTALL, status=None, inputs=inputs, **no_index)
    assert done.returncode  # pip has another status for this in each of its versions
    assert not list(tmp_path.rglob("pwned"))


def test_a_wrong_figure_fails_the_step_and_is_annotated(runner):
    done = runner.step(CHECK, status=1, inputs={"drafts": "drafts"})
    (error,) = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert "file=drafts/wrong.md" in error and "title=number-differs" in error
    assert "48,300" in runner.summary.read_text(encoding="utf-8")


def test_a_draft_that_follows_its_sources_passes(runner):
    done = runner.step(CHECK, inputs={"drafts": "drafts/right.md"})
    assert "::error" not in done.stdout


def test_sources_severity_and_sarif_are_passed_on(runner):
    write(runner.workspace / "other/note.txt", WRONG)
    inputs = {"drafts": "drafts/wrong.md\ndrafts/right.md\n", "sources": "\nother/*.txt\n", "sarif": "found.sarif"}
    runner.step(CHECK, status=1, inputs=inputs)
    log = json.loads((runner.workspace / "found.sarif").read_text(encoding="utf-8"))
    places = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
        if result["level"] == "error"
    }
    assert log["version"] == "2.1.0" and places == {"drafts/right.md"}
    runner.step(CHECK, status=0, inputs={**inputs, "fail-on": "never"})


def test_what_cannot_be_read_is_no_finding(runner):
    done = runner.step(CHECK, status=2, inputs={"drafts": "drafts/none.md"})
    assert "no such file" in done.stderr


@pytest.mark.parametrize("name", TRAPS)
def test_the_name_of_a_file_is_never_a_command(runner, name):
    write(runner.workspace / name, WRONG)
    done = runner.step(CHECK, status=1, inputs={"drafts": name})
    assert "title=number-differs" in done.stdout
    write(runner.workspace / f"x{name}", NOTE)
    runner.step(CHECK, status=1, inputs={"drafts": name, "sources": f"x{name}", "sarif": f"{name}.sarif"})
    assert (runner.workspace / f"{name}.sarif").is_file()
    assert not list(runner.workspace.rglob("pwned"))
