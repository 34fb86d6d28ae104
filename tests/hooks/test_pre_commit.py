"""The pre-commit hook: installed by pre-commit from a clone of this repository, and run on a newsroom's commits.

pre-commit builds its environment by ordinary pip, dependencies included: a minute, most of it theirs.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.hooks.newsroom import NOTE, ROOT, WRONG, environment, furnish, run, write

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def commit(folder: Path, env: dict[str, str]) -> str:
    """Make a repository of a folder; the name of its commit."""
    run("git", "init", "--quiet", cwd=folder, env=env)
    run("git", "add", "--all", cwd=folder, env=env)
    run("git", "commit", "--quiet", "--no-verify", "--message", "As it is", cwd=folder, env=env)
    return run("git", "rev-parse", "HEAD", cwd=folder, env=env).stdout.strip()


def copy_of_this_repository(folder: Path, env: dict[str, str]) -> str:
    """What a clone would hold if all that stands here were committed; the name of its commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return commit(folder, env)


@pytest.fixture
def env(tmp_path) -> dict[str, str]:
    """git and pre-commit with settings of their own."""
    people = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in PERSON.items()}
    return environment(
        PRE_COMMIT_HOME=tmp_path / "cache", GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1", **people
    )


PERSON = {"NAME": "A Desk", "EMAIL": "desk@example.org"}


def test_the_hook_runs_the_check_on_prose():
    assert HOOK["entry"] == "factcheck check"
    assert HOOK["types_or"] == ["markdown", "plain-text", "html"]
    assert HOOK["require_serial"] is True


def test_commits_are_checked(tmp_path, env):
    clone, desk = tmp_path / "clone", tmp_path / "desk"
    clone.mkdir()
    revision = copy_of_this_repository(clone, env)
    furnish(desk, **{"right draft": NOTE, "wrong": WRONG})
    hook = {"id": "factcheck", "files": "^drafts/"}
    config = {"repos": [{"repo": str(clone), "rev": revision, "hooks": [hook]}]}
    write(desk / ".pre-commit-config.yaml", yaml.safe_dump(config))
    commit(desk, env)
    hooks = [sys.executable, "-m", "pre_commit", "run", "--color=never"]

    failed = run(*hooks, "--all-files", cwd=desk, env=env, status=1)
    assert "factcheck" in failed.stdout and "- exit code: 1" in failed.stdout
    assert "drafts/wrong.md:1:27: error number-differs" in failed.stdout
    assert "notes/ledger.txt is a draft" not in failed.stdout  # `files` kept the notes out

    write(desk / "drafts/wrong.md", NOTE)
    run("git", "add", "--all", cwd=desk, env=env)
    assert "Passed" in run(*hooks, cwd=desk, env=env).stdout

    hook["args"] = ["--sources=none"]
    write(desk / ".pre-commit-config.yaml", yaml.safe_dump(config))
    broken = run(*hooks, "--all-files", cwd=desk, env=env, status=1)
    assert "- exit code: 2" in broken.stdout and "none: no such file or folder" in broken.stdout
