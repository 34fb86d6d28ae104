"""The command line as users call it: arguments in; exit status, standard output and standard error out."""

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli import main

LEDGER = (
    "The ferry company counted 43,800 crossings in the spring of 2019. "
    "The old bridge closed on 2 May 2019.\n\n"
    "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.\n"
)
GAZETTE = (
    "Town officials put the number of crossings in the spring of 2019 at 43,800. "
    "It was on 2 May 2019 that the old bridge closed to all traffic, "
    "three days after divers had found cracks in a pillar.\n"
)
WRONG = LEDGER.replace("43,800", "48,300")


class Run(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """A folder with two independent sources, a draft that follows them and one with a wrong figure."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "notes" / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "right.txt").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(desk, capfd):
    """Run the command line in that folder."""

    def call(*arguments: str) -> Run:
        capfd.readouterr()
        status = main(arguments)
        captured = capfd.readouterr()
        return Run(status, captured.out, captured.err)

    return call
