"""Documents for a command: read as they are asked for, with progress where it takes long."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from factcheck.cli.output import tell
from factcheck.errors import DocumentError, InputError
from factcheck.model import Document

Unreadable = Callable[[InputError], object]

PATIENCE = 2.0  # seconds before a progress line appears
STEP = 0.2


class Reading(Struct, frozen=True):
    """How a command reads: what its flags say of every document, and who is told of what cannot be read."""

    published: date | None = None
    stdin_filename: str = "-"
    allow_unreadable: bool = False
    unreadable: Unreadable | None = None

    def documents(self, paths: Sequence[str]) -> Iterator[Document]:
        """The documents of the paths; what cannot be read is an InputError, or told where that is allowed."""
        from factcheck.read import documents

        return documents(
            paths,
            published=self.published,
            stdin=sys.stdin.buffer if sys.stdin else None,
            stdin_filename=self.stdin_filename,
            unreadable=self.unreadable or (left_out if self.allow_unreadable else None),
        )


class Failures:
    """The documents on which factcheck itself failed: each is named on standard error, and the run is no success."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, error: DocumentError) -> None:
        """Name a document that is left out."""
        self.any = True
        tell(f"factcheck: {error}")

    def status(self, otherwise: int) -> int:
        """The exit status: 2 where a document was left out, whatever was found in the others."""
        return 2 if self.any else otherwise


def left_out(error: InputError) -> None:
    """Say that a document could not be read and is left out."""
    tell(f"factcheck: left out: {error}")


def distinct(documents: Iterable[Document]) -> list[Document]:
    """All the documents; InputError when two bear one name, since claims could not be told apart."""
    found = list(documents)
    names = Counter(document.id for document in found)
    for name, count in names.items():
        if count > 1:
            raise InputError(f"{name}: {count} documents bear this name; give each line of a corpus an id of its own")
    return found


def watched(documents: Iterable[Document], doing: str) -> Iterator[Document]:
    """The documents; a line on standard error counts them when it is a terminal and the work takes long."""
    if not sys.stderr.isatty():
        yield from documents
        return
    told = time.monotonic() + PATIENCE
    shown = False
    for number, document in enumerate(documents, 1):
        yield document
        if time.monotonic() >= told:
            told = time.monotonic() + STEP
            shown = True
            sys.stderr.write(f"\r{doing} {number:,} documents")
            sys.stderr.flush()
    if shown:
        sys.stderr.write("\r\x1b[K")
