"""Read the documents of a command lazily, with a progress line where that takes long."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from factcheck.cli.output import tell
from factcheck.errors import DocumentError, InputError
from factcheck.model import Document, Report

Unreadable = Callable[[InputError], object]

PATIENCE = 2.0  # seconds before a progress line appears
STEP = 0.2  # seconds between two updates of the progress line


class Reading(Struct, frozen=True):
    """How a command reads documents: the values of its flags, and the function called for each unreadable document."""

    published: date | None = None
    stdin_filename: str = "-"
    allow_unreadable: bool = False
    unreadable: Unreadable | None = None

    def documents(self, paths: Sequence[str], *, whole: bool = False) -> Iterator[Document]:
        """The documents of the paths; pages with all of their prose if `whole`, else by their main text.

        Raises InputError for a document that cannot be read, unless unreadable documents are to be left out.
        """
        from factcheck.read import documents

        found = documents(
            paths,
            published=self.published,
            stdin=sys.stdin.buffer if sys.stdin else None,
            stdin_filename=self.stdin_filename,
            whole=whole,
            unreadable=self.unreadable or (left_out if self.allow_unreadable else None),
        )
        return _remarked(found)


def tell_sources(report: Report) -> None:
    """Report on standard error, in a line each, what was read of the sources."""
    from factcheck.report.v1 import claim_numbers

    numbers = claim_numbers(report)
    for source in report.documents:
        day = f"{source.published.isoformat()} ({source.published_from})" if source.published else "no day"
        claims = [f"{numbers[source.id]:,} claims"] if source.id in numbers else []
        words = f"{len(source.text.split()):,} words"
        tell(f"factcheck: {source.id}: {', '.join([words, *claims, day, source.source or 'no outlet', source.format])}")


def _remarked(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents; reports on standard error what of each is not read as it is shown."""
    for document in documents:
        for remark in document.remarks:
            tell(f"factcheck: {document.id}: {remark}")
        yield document


class Failures:
    """Reports each document on which factcheck itself fails on standard error; the exit status is then 2."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, error: DocumentError) -> None:
        """Report a document that is left out because of a bug."""
        self.any = True
        tell(f"factcheck: {error}")

    def status(self, otherwise: int) -> int:
        """The exit status: 2 where a document was left out, else `otherwise`."""
        return 2 if self.any else otherwise


def left_out(error: InputError) -> None:
    """Report on standard error that a document could not be read and is left out."""
    tell(f"factcheck: left out: {error}")


def distinct(documents: Iterable[Document]) -> list[Document]:
    """The documents as a list; raises InputError when two have one name, since their claims would be mixed up."""
    found = list(documents)
    names = Counter(document.id for document in found)
    for name, count in names.items():
        if count > 1:
            raise InputError(f"{name}: {count} documents bear this name; give each line of a corpus an id of its own")
    return found


def watched(documents: Iterable[Document], doing: str) -> Iterator[Document]:
    """The documents; counts them in a progress line on standard error if that is a terminal and reading takes long."""
    if not sys.stderr.isatty():
        yield from documents
        return
    due = time.monotonic() + PATIENCE
    shown = False
    for number, document in enumerate(documents, 1):
        yield document
        if time.monotonic() >= due:
            due = time.monotonic() + STEP
            shown = True
            sys.stderr.write(f"\r{doing} {number:,} documents")
            sys.stderr.flush()
    if shown:
        sys.stderr.write("\r\x1b[K")
