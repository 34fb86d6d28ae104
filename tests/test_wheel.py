"""The built wheel: installed in another environment, it finds its rules and works from any folder."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.test_build_hook import CANNOT, CONFIG

ROOT = Path(__file__).parent.parent


def run(*command: object, **options: object) -> str:
    """The standard output of a command that must succeed."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def built(source: Path, kind: str, folder: Path, compiled: str = "no") -> Path:
    """The wheel or sdist of a source tree, built with the backend of this environment, without network."""
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", folder, source]
    run(*command, env=os.environ | {"FACTCHECK_COMPILE": compiled})
    (made,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


def install(wheel: Path, home: Path) -> Path:
    """The command in a fresh environment with the wheel, which uses the dependencies of this environment."""
    venv.create(home, with_pip=False)
    binaries = home / ("Scripts" if os.name == "nt" else "bin")
    python = binaries / Path(sys.executable).name
    site = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])").strip())
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", wheel)
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return binaries / "factcheck"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The pure-Python wheel."""
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The command installed from the pure-Python wheel."""
    return install(wheel, tmp_path_factory.mktemp("venv"))


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


def test_a_plain_wheel_is_for_every_platform_and_says_that_it_is_plain(wheel, installed, tmp_path):
    assert wheel.name.endswith("-py3-none-any.whl")
    output = run(installed, "--version", "--verbose", cwd=tmp_path)
    assert "\nextraction: plain Python (FACTCHECK_COMPILE=no)\n" in output


@pytest.mark.skipif(bool(CANNOT), reason=f"nothing can be compiled here: {CANNOT}")
def test_a_compiled_wheel_gives_the_same_bytes(installed, tmp_path):
    """One test for everything about the compiled wheel, which takes a minute or two to build."""
    wheel = built(ROOT, "wheel", tmp_path / "wheel", "yes")
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert f"-{tag}-{tag}-" in wheel.name and not wheel.name.endswith("-any.whl")
    packed = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith((".so", ".pyd"))]
    groups = {name.partition("__mypyc")[0] for name in packed if "/" not in name}
    assert groups == {f"factcheck_{name}" for name in CONFIG["groups"]}
    compiled = install(wheel, tmp_path / "venv")
    assert "\nextraction: compiled to machine code\n" in run(compiled, "--version", "--verbose", cwd=tmp_path)
    drafts = sorted(ROOT.glob("fixtures/*/draft*.md"))
    sources = sorted(ROOT.glob("fixtures/*/sources"))
    for arguments in (
        ("extract", *drafts, *sources, "--output", "jsonl"),
        ("check", drafts[0], "--sources", drafts[0].parent / "sources", "--output", "json", "--fail-on", "never"),
    ):
        plain = run(installed, *arguments, cwd=tmp_path)
        assert len(plain) > 10_000
        assert run(compiled, *arguments, cwd=tmp_path) == plain
