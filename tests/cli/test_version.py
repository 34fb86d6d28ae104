"""What `--version` says, and what `--verbose` adds for a report of a bug."""

import pytest

from factcheck import __version__
from factcheck.cli import version


def test_the_version_alone(run):
    assert run("--version") == (0, f"factcheck {__version__}\n", "")


@pytest.mark.parametrize("arguments", [("--version", "--verbose"), ("--verbose", "--version")])
def test_verbose_adds_how_it_was_installed(run, arguments):
    status, out, err = run(*arguments)
    first, extraction, python = out.splitlines()
    assert (status, err) == (0, "")
    assert first == f"factcheck {__version__}"
    assert extraction.startswith("extraction: ") and python.startswith("python: CPython 3.")


def test_a_plain_install_says_why(monkeypatch, tmp_path):
    monkeypatch.setattr(version, "COMPILED", "factcheck.cli")
    monkeypatch.setattr(version, "NOTE", tmp_path / "note.txt")
    assert "\nextraction: plain Python (run from a checkout)\n" in version.described()
    (tmp_path / "note.txt").write_text("no C compiler (cc)\n")
    assert "\nextraction: plain Python (no C compiler (cc))\n" in version.described()


def test_a_compiled_install_says_so(monkeypatch):
    monkeypatch.setattr(version, "COMPILED", "msgspec._core")
    assert "\nextraction: compiled to machine code\n" in version.described()
