"""How the program ends: as any Python program does, with the status of the command."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import cli

FULL = Path("/dev/full")


def test_it_ends_with_the_status_of_the_command_and_leaves_nothing_to_collect(monkeypatch):
    monkeypatch.setattr(cli, "main", lambda: 1)
    try:
        with pytest.raises(SystemExit) as left:
            cli.start()
        assert left.value.code == 1
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def ended(script: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A process that is started as the installed command is, with a script before it."""
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", f"{script}; from factcheck import cli; cli.start()", "--version"]
    return subprocess.run(command, env=buffered, stderr=subprocess.PIPE, text=True, check=False, **options)


def test_exit_functions_and_threads_are_waited_for():
    thread = "threading.Thread(target=lambda: (time.sleep(0.1), print('thread'))).start()"
    done = ended(f"import atexit, threading, time; atexit.register(print, 'bye'); {thread}", stdout=subprocess.PIPE)
    assert done.returncode == 0
    version, *rest = done.stdout.splitlines()
    assert version.startswith("factcheck ") and rest == ["thread", "bye"]


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_output_that_cannot_be_flushed_is_no_success():
    with FULL.open("w") as full:
        done = ended("pass", stdout=full)
    assert done.returncode != 0
    assert "No space left" in done.stderr
