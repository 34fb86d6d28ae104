"""A newsroom's repository, and a shell in it without the settings of whoever runs the tests."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

NOTE = (
    "The ferry company counted 43,800 crossings in the spring of 2019. "
    "The old bridge closed on 2 May 2019.\n\n"
    "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.\n"
)
WRONG = NOTE.replace("43,800", "48,300")
CONFIG = 'sources = ["notes"]\n'
# Names that a shell would take for commands, options or several words if it ever read them.
TRAPS = ("$(touch pwned).md", "`touch pwned`.md", "; touch pwned;.md", "two words & 'marks\".md", "-rf.md")


def furnish(folder: Path, **drafts: str) -> Path:
    """A folder with notes, a config that names them, and drafts in drafts/."""
    for name, text in {"factcheck.toml": CONFIG, "notes/ledger.txt": NOTE}.items():
        write(folder / name, text)
    for name, text in drafts.items():
        write(folder / "drafts" / f"{name}.md", text)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def environment(**more: object) -> dict[str, str]:
    """The environment without what would change git, pip or factcheck, for plain wheels, and with what is given."""
    own = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "COV_", "PYTHON", "FACTCHECK_", "GITHUB_"))
        and key not in ("NO_COLOR", "FORCE_COLOR", "VIRTUAL_ENV")
    }
    plain = {"FACTCHECK_COMPILE": "no"}  # a minute or two for each installation, which changes no result
    return own | plain | {key: str(value) for key, value in more.items()}


def run(*command: object, cwd: Path, env: dict[str, str], status: int | None = 0) -> subprocess.CompletedProcess[str]:
    """A command that must end with that status (any, when None)."""
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert status is None or done.returncode == status, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


PERSON = {"NAME": "A Desk", "EMAIL": "desk@example.org"}


def git_environment(**more: object) -> dict[str, str]:
    """The environment for git, with settings and a name of its own."""
    people = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in PERSON.items()}
    return environment(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", **people, **more)


def commit(folder: Path) -> str:
    """Make a repository of a folder; the name of its commit."""
    env = git_environment()
    run("git", "init", "--quiet", cwd=folder, env=env)
    run("git", "add", "--all", cwd=folder, env=env)
    run("git", "commit", "--quiet", "--no-verify", "--message", "As it is", cwd=folder, env=env)
    return run("git", "rev-parse", "HEAD", cwd=folder, env=env).stdout.strip()


def copy_of_this_repository(folder: Path) -> str:
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
    return commit(folder)


def offline(folder: Path) -> dict[str, str]:
    """Settings by which pip asks no index: the packages of this environment but ours count as installed.

    They hold the build backend too. pip takes the value of PIP_NO_BUILD_ISOLATION for that of `build_isolation`.
    """
    folder.mkdir(exist_ok=True)
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "factcheck" not in path.name and path.suffix != ".pth":
            (folder / path.name).symlink_to(path)
    return {
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_CONFIG_FILE": os.devnull,
        "PYTHONPATH": str(folder),
    }


def lend(venv: Path) -> None:
    """Let an environment use what the environment of this run has, behind what is installed in it."""
    (site,) = venv.glob("lib/python*/site-packages") if os.name != "nt" else venv.glob("Lib/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
