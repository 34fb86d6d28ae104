"""Read plain text: the text is the whole file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.model import Document, Places
from factcheck.read.decoding import decode


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a text file."""
    text = decode(stream.read(), name)
    yield Document(id=name, text=text, places=Places(text))
