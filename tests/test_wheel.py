"""The wheel as users get it: installed elsewhere, it finds its rules and works from any folder."""

import os
import subprocess
import sys
import sysconfig
import tarfile
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


def built(source: Path, kind: str, folder: Path) -> Path:
    """The wheel or sdist of a source tree, built with the backend of this environment: nothing is fetched."""
    run(sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", folder, source)
    (made,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The built wheel."""
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


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


def test_the_sdist_holds_what_makes_the_same_wheel(wheel, tmp_path):
    with tarfile.open(built(ROOT, "sdist", tmp_path / "sdist")) as packed:
        packed.extractall(tmp_path, filter="data")
    (source,) = tmp_path.glob("factcheck_cli-*")
    for name in (
        "Makefile",
        "requirements.txt",
        "requirements-dev.txt",
        "CONTRIBUTING.md",
        "tests",
        "fixtures",
        "rules",
    ):
        assert (source / name).exists()
    again = built(source, "wheel", tmp_path / "wheel")
    names = [set(zipfile.ZipFile(path).namelist()) for path in (wheel, again)]
    assert names[0] == names[1]


def test_the_installed_command_works_from_another_folder(installed, tmp_path):
    (tmp_path / "story.txt").write_text("Five boats sank near the quay on 2 May 2019.\n")
    assert "quantity/" in run(installed, "rules", cwd=tmp_path)
    where = "import factcheck.ruleset; print(factcheck.ruleset.rules_folder())"
    assert Path(run(installed.parent / "python", "-c", where, cwd=tmp_path).strip()).name == "_rules"
    claims = run(installed, "extract", "story.txt", "--output", "concise", cwd=tmp_path)
    assert "Five boats" in claims and "2 May 2019" in claims
