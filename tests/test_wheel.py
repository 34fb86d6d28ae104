"""The wheel as users get it: installed elsewhere, it finds its rules and works from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: object, **options: object) -> str:
    """The standard output of a command that must succeed."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel; what it depends on is borrowed from the environment of this run."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    binaries = home / ("Scripts" if os.name == "nt" else "bin")
    python = binaries / Path(sys.executable).name
    (site,) = (Path(path) for path in [run(python, "-c", "import site; print(site.getsitepackages()[0])").strip()])
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        wheel,
    )
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return binaries / "factcheck"


def test_the_rules_are_in_the_wheel(wheel):
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("factcheck/_rules/")}
    source = {
        f"factcheck/_rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in ROOT.glob("rules/**/*.toml")
    }
    assert source and source <= packed


def test_nothing_but_the_package_is_in_the_wheel(wheel):
    assert {name.split("/")[0].split("-")[0] for name in zipfile.ZipFile(wheel).namelist()} == {
        "factcheck",
        "factcheck_cli",
    }


def test_the_installed_command_works_from_another_folder(installed, tmp_path):
    (tmp_path / "story.txt").write_text("Five boats sank near the quay on 2 May 2019.\n")
    assert "quantity/" in run(installed, "rules", cwd=tmp_path)
    where = "import factcheck.ruleset; print(factcheck.ruleset.rules_folder())"
    assert Path(run(installed.parent / "python", "-c", where, cwd=tmp_path).strip()).name == "_rules"
    claims = run(installed, "extract", "story.txt", "--output", "concise", cwd=tmp_path)
    assert "Five boats" in claims and "2 May 2019" in claims
