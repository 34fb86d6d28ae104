"""`--watch`: checks again after a save, and only then."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.watch import state, watch
from factcheck.errors import InputError


def saved(path: Path, text: str) -> None:
    """Write a file so that its time of change is another, however coarse the clock of the file system."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text)
    os.utime(path, ns=(before + 1_000_000_000, before + 1_000_000_000))


class Desk:
    """Pauses that do one thing after another, then end the watch as Ctrl-C does."""

    def __init__(self, *events):
        self.events = list(events)

    def __call__(self):
        if not self.events:
            raise KeyboardInterrupt
        self.events.pop(0)()


def nothing() -> None:
    """Nobody saves anything."""


def test_it_runs_again_after_each_save_and_gives_the_last_status(tmp_path, capsys):
    draft = tmp_path / "draft.txt"
    saved(draft, "one")
    seen = []

    def run():
        seen.append(draft.read_text())
        return len(seen)

    desk = Desk(nothing, lambda: saved(draft, "two"), nothing, lambda: saved(draft, "six"))
    assert watch(run, [str(draft)], pause=desk) == 3
    assert seen == ["one", "two", "six"]
    assert capsys.readouterr().err.count("watching 1 file") == 3


def test_a_file_that_comes_or_goes_is_a_change(tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    saved(notes / "a.txt", "a")
    before = state([str(notes)])
    saved(notes / "b.txt", "b")
    assert state([str(notes)]).keys() - before.keys() == {str(notes / "b.txt")}
    (notes / "a.txt").unlink()
    assert state([str(notes / "*.txt")]).keys() == {str(notes / "b.txt")}
    assert state([str(tmp_path / "nowhere.txt"), "-"]) == {}


def test_what_goes_wrong_is_told_and_waits_for_the_next_save(tmp_path, capsys):
    draft = tmp_path / "draft.txt"
    saved(draft, "half")

    def run():
        if draft.read_text() == "half":
            raise InputError("draft.txt: half-saved")
        return 0

    assert watch(run, [str(draft)], pause=Desk()) == 2
    assert "factcheck: draft.txt: half-saved\n" in capsys.readouterr().err
    assert watch(run, [str(draft)], pause=Desk(lambda: saved(draft, "whole"))) == 0


def test_what_the_run_writes_is_no_change(tmp_path):
    runs = []

    def run():
        runs.append(1)
        saved(tmp_path / "out.json", str(len(runs)))
        return 0

    watch(run, [str(tmp_path)], written=[tmp_path / "out.json"], pause=Desk(nothing, nothing))
    assert len(runs) == 1


def test_hidden_files_are_not_watched(tmp_path):
    (tmp_path / ".git").mkdir()
    saved(tmp_path / ".git" / "index", "x")
    saved(tmp_path / ".draft.swp", "x")
    saved(tmp_path / "draft.md", "x")
    assert state([str(tmp_path)]).keys() == {str(tmp_path / "draft.md")}


def test_standard_input_cannot_be_watched(run):
    shown = run("check", "-", "--sources", "notes", "--watch")
    assert (shown.status, shown.err) == (2, "factcheck: --watch: standard input cannot be read twice; name a file\n")


def test_a_saved_draft_is_checked_again(desk):
    """The command itself: a wrong draft, mended while the watch goes on."""
    arguments = ["check", "wrong.txt", "--sources", "notes", "--output", "concise", "--watch"]
    command = [sys.executable, "-m", "factcheck", *arguments]
    process = subprocess.Popen(
        command,
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests themselves run in the background, Ctrl-C is ignored, and so it would be here.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads here
    )
    try:
        wait_for(process, "watching 3 files")
        saved(desk / "wrong.txt", (desk / "right.txt").read_text())
        wait_for(process, "watching 3 files")
    finally:
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert out.count("error number-differs") == 1 and out.startswith("wrong.txt:1:")
    assert process.returncode == 0


def wait_for(process: subprocess.Popen, text: str) -> None:
    """Read standard error up to a line with that text."""
    for line in process.stderr:
        if text in line:
            return
    pytest.fail("the watch ended")
