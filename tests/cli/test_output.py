"""Where results go: whole files or none, links and pipes left alone, colour and width only on a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import main, reading
from factcheck.cli.output import Target, _opened, render_options
from factcheck.model import Document


def write(path: Path, text: str) -> None:
    with _opened(Target("text", path)) as out:
        out.write(text)


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_file_keeps_its_permissions(tmp_path):
    (tmp_path / "out.txt").write_text("old")
    (tmp_path / "out.txt").chmod(0o640)
    write(tmp_path / "out.txt", "new")
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == 0o640


def test_what_breaks_off_leaves_nothing(tmp_path):
    def broken() -> None:
        with _opened(Target("text", tmp_path / "out.txt")) as out:
            out.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced(run):
    shown = run("extract", "wrong.txt", "--output", "jsonl=/dev/stderr")
    assert shown.status == 0 and shown.out == ""
    assert shown.err.startswith('{"document":"wrong.txt"')


def on_a_terminal(desk: Path, **environment: str) -> str:
    """What the command writes to a terminal."""
    master, slave = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "wrong.txt", "--sources", "notes"],
        cwd=desk,
        env={**os.environ, "TERM": "xterm", **environment},
        stdout=slave,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(slave)
    with os.fdopen(master, "rb") as terminal:
        return os.read(terminal.fileno(), 100_000).decode()


def test_a_terminal_gets_colour_unless_it_may_not(desk):
    assert "\x1b[31;1m" in on_a_terminal(desk)
    assert "\x1b" not in on_a_terminal(desk, NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(desk, TERM="dumb")


class Terminal:
    """A standard error that says it is a terminal."""

    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_progress_shows_only_where_it_takes_long(monkeypatch):
    documents = [Document(id=str(number), text="") for number in range(3)]
    clock = iter(range(0, 100, 1))
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(reading.time, "monotonic", lambda: 0.0)
    assert list(reading.watched(documents, "reading")) == documents
    assert sys.stderr.text == ""
    monkeypatch.setattr(reading.time, "monotonic", lambda: float(next(clock)))
    assert list(reading.watched(documents, "reading")) == documents
    assert "reading 2 documents" in sys.stderr.text and sys.stderr.text.endswith("\r\x1b[K")


def test_progress_is_silent_where_nobody_looks(monkeypatch, capsys):
    monkeypatch.setattr(reading.time, "monotonic", iter(range(0, 1000, 50)).__next__)
    assert len(list(reading.watched([Document(id="a", text="")] * 3, "reading"))) == 3
    assert capsys.readouterr().err == ""


class ClosedPipe:
    """A standard output whose reader has gone."""

    def __init__(self, path: Path):
        self.file = path.open("w")

    def fileno(self):
        return self.file.fileno()

    def write(self, text):
        raise BrokenPipeError

    def isatty(self):
        return False

    def flush(self):
        pass


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("check", "wrong.txt", "--sources", "notes"), 1),
        (("compare", "notes"), 0),
        (("extract", "wrong.txt", "--output", "jsonl"), 0),
        (("rules",), 0),
        (("--help",), 0),
    ],
)
def test_a_reader_who_has_seen_enough_is_no_failure(desk, monkeypatch, capfd, arguments, status):
    monkeypatch.setattr(sys, "stdout", ClosedPipe(desk / "gone"))
    assert main(arguments) == status
    assert capfd.readouterr().err == ""


def test_a_full_disk_is_told_in_one_line(run):
    shown = run("extract", "wrong.txt", "--output", "json=/dev/full")
    assert shown.status == 2
    assert shown.err == "factcheck: --output: /dev/full: cannot be written: No space left on device\n"


def test_a_wide_terminal_is_used_only_so_far(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    for columns, width in (("40", 80), ("100", 100), ("500", 160)):
        monkeypatch.setenv("COLUMNS", columns)
        assert render_options("auto", None).width == width
