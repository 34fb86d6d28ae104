"""The GitLab template: parsed, and its script run by a plain shell with the variables in the environment."""

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.cli.init import PLACEHOLDERS
from tests.hooks.newsroom import NOTE, ROOT, TRAPS, WRONG, environment, furnish, lend, run, write

TEMPLATE = (ROOT / ".ci" / "gitlab.yml").read_text(encoding="utf-8")
JOB = yaml.safe_load(TEMPLATE)["factcheck"]
REPORT = JOB["artifacts"]["reports"]["codequality"]


class Job:
    """As much of the runner as the job needs: one shell for each list of commands, in the project's folder."""

    def __init__(self, image: Path, project: Path) -> None:
        self.image, self.project = image, project

    def script(self, part: str, status: int | None = 0, **variables: str):
        given = JOB["variables"] | variables
        env = environment(**given)
        env["PATH"] = f"{self.image}/bin:{env['PATH']}"
        return run("sh", "-e", "-c", "\n".join(JOB[part]), cwd=self.project, env=env, status=status)

    def findings(self) -> list[dict]:
        return json.loads((self.project / REPORT).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> Path:
    """What the image gives: python."""
    folder = tmp_path_factory.mktemp("bare")
    run(sys.executable, "-m", "venv", folder, cwd=folder, env=environment())
    return folder


@pytest.fixture(scope="module")
def image(bare, clone, no_index) -> Path:
    """What the image and `before_script` give: python and factcheck."""
    repository, revision = clone
    given = {"FACTCHECK_REPOSITORY": repository, "FACTCHECK_REVISION": revision}
    Job(bare, bare).script("before_script", **given, **no_index)
    lend(bare)
    return bare


@pytest.fixture
def job(image, tmp_path) -> Job:
    return Job(image, furnish(tmp_path, right=NOTE, wrong=WRONG))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"FACTCHECK_REPOSITORY": "file:///nowhere"},
        {"FACTCHECK_REVISION": "main"},
        {"FACTCHECK_REPOSITORY": "", "FACTCHECK_REVISION": "main"},
    ],
)
def test_what_is_not_filled_in_is_said(bare, tmp_path, given, no_index):
    assert (JOB["variables"]["FACTCHECK_REPOSITORY"], JOB["variables"]["FACTCHECK_REVISION"]) == PLACEHOLDERS
    done = Job(bare, tmp_path).script("before_script", status=2, **given, **no_index)
    assert (
        done.stderr.startswith("Fill in the variables FACTCHECK_REPOSITORY, ") and "FACTCHECK_REVISION" in done.stderr
    )


def test_a_wrong_figure_fails_the_job_and_stands_in_the_report(job):
    done = job.script("script", status=1)
    assert "drafts/wrong.md:1:27: error number-differs" in done.stdout
    (found,) = [each for each in job.findings() if each["check_name"] == "number-differs"]
    assert found["location"]["path"] == "drafts/wrong.md" and found["location"]["lines"]["begin"] == 1


def test_variables_are_passed_on(job):
    write(job.project / "other/note.txt", WRONG)
    given = {"FACTCHECK_DRAFTS": "drafts/right.md\ndrafts/wrong.md", "FACTCHECK_SOURCES": "other"}
    done = job.script("script", status=1, **given)
    assert "drafts/right.md:1:27: error number-differs" in done.stdout and "wrong.md:1:27: error" not in done.stdout
    job.script("script", status=0, **given, FACTCHECK_FAIL_ON="never")


def test_what_cannot_be_read_is_no_finding(job):
    assert "no such file" in job.script("script", status=2, FACTCHECK_DRAFTS="drafts/none.md").stderr


@pytest.mark.parametrize("name", TRAPS)
def test_the_name_of_a_file_is_never_a_command(job, name):
    write(job.project / name, WRONG)
    write(job.project / f"x{name}", NOTE)
    done = job.script("script", status=1, FACTCHECK_DRAFTS=name, FACTCHECK_SOURCES=f"x{name}")
    assert "error number-differs" in done.stdout
    assert not list(job.project.rglob("pwned"))


def test_the_template_names_a_heading_of_the_readme():
    (named,) = re.findall(r'see "([^"]+)" in README\.md', TEMPLATE)
    assert f"## {named}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
