"""Reading without the network, the clock or the home of the machine that runs the tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import Document
from factcheck.read import documents


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str | bytes], str]:
    """Write a file below an empty working folder and give its name."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write


@pytest.fixture
def read_one(put: Callable[[str, str | bytes], str]) -> Callable[[str, str | bytes], Document]:
    """The one document of a file with that content."""

    def read(name: str, content: str | bytes) -> Document:
        (document,) = documents([put(name, content)])
        return document

    return read
