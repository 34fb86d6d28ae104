"""Fixtures for reading files in an empty working folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import Document
from factcheck.read import documents


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str | bytes], str]:
    """A function that writes a file in an empty working folder and returns its name."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write


@pytest.fixture
def read_one(put: Callable[[str, str | bytes], str]) -> Callable[[str, str | bytes], Document]:
    """A function that reads a file with some content and returns its only document."""

    def read(name: str, content: str | bytes) -> Document:
        (document,) = documents([put(name, content)])
        return document

    return read
