"""A draft with two errors, in each format, checked against one source."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import Report
from factcheck.pipeline import check
from factcheck.read import documents
from factcheck.ruleset import load_rules

SOURCE = (
    "The ferry company counted 43,800 crossings in the spring of 2019. The old bridge closed on 2 May 2019.\n\n"
    "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.\n"
)
COUNTED = "The ferry company counted 48,300 crossings in the spring of 2019."
CLOSED = "The old bridge closed on 5 May 2019."


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def checked(desk) -> Callable[..., Report]:
    """A function that checks a draft against the source and returns the report before suppressions."""

    def call(text: str, name: str = "draft.md") -> Report:
        Path(name).write_text(text, encoding="utf-8", newline="")
        return check(list(documents([name])), list(documents(["source.txt"])), load_rules(), min_origins=1)

    return call
