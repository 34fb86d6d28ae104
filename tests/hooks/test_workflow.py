"""The workflow that `factcheck init` writes: its steps run as the runner would, with its variables."""

import sys
from pathlib import Path

import pytest
import yaml

from factcheck.cli.init import PLACEHOLDERS, WORKFLOW_PATH, starters
from tests.hooks.newsroom import ROOT, WRONG, environment, furnish, lend, run

(STARTER,) = [each for each in starters(ROOT) if each.path == ROOT / WORKFLOW_PATH]
WORKFLOW = yaml.safe_load(STARTER.text)
INSTALL, CHECK = (step["run"] for step in WORKFLOW["jobs"]["factcheck"]["steps"] if "run" in step)
SHELL = ("bash", "-e", "-c")  # what the runner means where no shell is named


@pytest.fixture(scope="module")
def python(tmp_path_factory) -> Path:
    """What setup-python gives."""
    folder = tmp_path_factory.mktemp("python")
    run(sys.executable, "-m", "venv", folder, cwd=folder, env=environment())
    return folder


@pytest.fixture
def variables(python) -> dict[str, str]:
    env = environment(**WORKFLOW["env"])
    return env | {"PATH": f"{python}/bin:{env['PATH']}"}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"FACTCHECK_REPOSITORY": "file:///nowhere"},
        {"FACTCHECK_REVISION": "main"},
        {"FACTCHECK_REPOSITORY": "", "FACTCHECK_REVISION": "main"},
    ],
)
def test_what_is_not_filled_in_is_said(variables, given, tmp_path):
    assert tuple(WORKFLOW["env"].values()) == PLACEHOLDERS
    done = run(*SHELL, INSTALL, cwd=tmp_path, env=variables | given, status=2)
    assert done.stdout.startswith(f"::error file={WORKFLOW_PATH}::Fill in FACTCHECK_REPOSITORY, ")
    assert "FACTCHECK_REVISION" in done.stdout


def test_once_filled_in_it_installs_and_checks(python, variables, clone, no_index, tmp_path):
    repository, revision = clone
    given = {"FACTCHECK_REPOSITORY": repository, "FACTCHECK_REVISION": revision}
    run(*SHELL, INSTALL, cwd=tmp_path, env=variables | given | no_index)
    lend(python)
    done = run(*SHELL, CHECK, cwd=furnish(tmp_path, wrong=WRONG), env=variables, status=1)
    assert "drafts/wrong.md:1:27: error number-differs" in done.stdout
