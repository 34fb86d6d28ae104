"""How the program ends: at once, unless something still runs or cannot be flushed."""

import atexit
import os
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from factcheck import cli


class Ended(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def ended(monkeypatch):
    """What is done at the end, in order."""
    done = []

    def end(status):
        done.append(status)
        raise Ended

    monkeypatch.setattr(cli, "main", lambda: 1)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the test runner may have more
    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(atexit, "_run_exitfuncs", lambda: done.append("told"))
    return done


def test_it_ends_at_once_when_all_is_written_and_told(ended):
    with pytest.raises(Ended):
        cli.start()
    assert ended == ["told", 1]


def test_it_ends_as_python_does_while_a_thread_runs(ended, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    with pytest.raises(SystemExit) as left:
        cli.start()
    assert (left.value.code, ended) == (1, [])


def test_it_ends_as_python_does_when_something_cannot_be_flushed(ended, monkeypatch):
    def flush():
        raise OSError("no space left")

    monkeypatch.setattr(sys, "stdout", SimpleNamespace(flush=flush))
    with pytest.raises(SystemExit) as left:
        cli.start()
    assert (left.value.code, ended) == (1, ["told"])


def test_whoever_asked_to_be_told_of_the_end_is_told():
    script = (
        "import atexit, sys; from factcheck import cli; sys.argv[1:] = ['--version']; atexit.register(print, 'bye')"
    )
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", f"{script}; cli.start()"]
    done = subprocess.run(command, env=buffered, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("factcheck ") and done.stdout.endswith("\nbye\n")
