"""The pre-commit hook: installed by pre-commit from a clone of this repository, and run on a newsroom's commits."""

import sys

import pytest
import yaml

from factcheck.cli.init import PLACEHOLDERS, starters
from tests.hooks.newsroom import NOTE, ROOT, WRONG, commit, furnish, git_environment, run, write

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HOOKS = (sys.executable, "-m", "pre_commit", "run", "--color=never")


@pytest.fixture
def env(tmp_path, no_index) -> dict[str, str]:
    """git and pre-commit with settings of their own."""
    return git_environment(PRE_COMMIT_HOME=tmp_path / "cache", **no_index)


def test_the_hook_runs_the_check_on_prose():
    assert HOOK["entry"] == "factcheck check"
    assert HOOK["types_or"] == ["markdown", "plain-text", "html"]
    assert HOOK["require_serial"] is True


def test_commits_are_checked(tmp_path, env, clone):
    desk, (repository, revision) = tmp_path / "desk", clone
    furnish(desk, **{"right draft": NOTE, "wrong": WRONG})
    hook = {"id": "factcheck", "files": "^drafts/"}
    config = {"repos": [{"repo": repository, "rev": revision, "hooks": [hook]}]}
    write(desk / ".pre-commit-config.yaml", yaml.safe_dump(config))
    commit(desk)
    failed = run(*HOOKS, "--all-files", cwd=desk, env=env, status=1)
    assert "factcheck" in failed.stdout and "- exit code: 1" in failed.stdout
    assert "drafts/wrong.md:1:27: error number-differs" in failed.stdout
    assert "notes/ledger.txt is a draft" not in failed.stdout  # `files` kept the notes out

    write(desk / "drafts/wrong.md", NOTE)
    run("git", "add", "--all", cwd=desk, env=env)
    assert "Passed" in run(*HOOKS, cwd=desk, env=env).stdout

    hook["args"] = ["--sources=none"]
    write(desk / ".pre-commit-config.yaml", yaml.safe_dump(config))
    broken = run(*HOOKS, "--all-files", cwd=desk, env=env, status=1)
    assert "- exit code: 2" in broken.stdout and "none: no such file or folder" in broken.stdout


def test_the_starter_is_taken_once_it_is_filled_in(tmp_path, env, clone):
    furnish(tmp_path / "desk", right=NOTE, wrong=WRONG)
    (starter,) = [each for each in starters(tmp_path / "desk") if each.path.name == ".pre-commit-config.yaml"]
    write(starter.path, starter.text)
    commit(tmp_path / "desk")
    failed = run(*HOOKS, "--all-files", cwd=tmp_path / "desk", env=env, status=None)
    assert failed.returncode and PLACEHOLDERS[0] in failed.stdout

    filled = starter.text
    for placeholder, value in zip(PLACEHOLDERS, clone, strict=True):
        filled = filled.replace(placeholder, value)
    write(starter.path, filled)
    run("git", "add", "--all", cwd=tmp_path / "desk", env=env)
    found = run(*HOOKS, "--all-files", cwd=tmp_path / "desk", env=env, status=1)
    assert "drafts/wrong.md:1:27: error number-differs" in found.stdout
