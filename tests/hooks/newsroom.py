"""A newsroom's repository, and a shell in it without the settings of whoever runs the tests."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

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
    """The environment without what would change git, pip or factcheck, and with what is given."""
    own = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "COV_", "PYTHON", "FACTCHECK_", "GITHUB_"))
        and key not in ("NO_COLOR", "FORCE_COLOR", "VIRTUAL_ENV")
    }
    return own | {key: str(value) for key, value in more.items()}


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


def wheelhouse(folder: Path) -> Path:
    """A folder with the wheel of this checkout, as a registry would offer it."""
    command = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    run(*command, cwd=ROOT, env=environment())
    return folder


def offline(wheels: Path) -> dict[str, str]:
    """pip's own settings by which it takes packages from that folder, and no dependencies: those are lent."""
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_NO_DEPS": "1"}


def lend(venv: Path) -> None:
    """Let an environment use what the environment of this run has, behind what is installed in it."""
    (site,) = venv.glob("lib/python*/site-packages") if os.name != "nt" else venv.glob("Lib/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
