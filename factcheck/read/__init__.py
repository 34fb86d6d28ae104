"""Read documents from files, folders, globs and standard input; each format has its module."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, TextIO

from msgspec.structs import replace

from factcheck.errors import InputError
from factcheck.model import YEAR_OF_FLAG, Document
from factcheck.read.datelines import last_before

Reader = Callable[[BinaryIO, str], Iterator[Document | InputError]]
Input = BinaryIO | TextIO | bytes
Unreadable = Callable[[InputError], object]


def _reader(module: str) -> Reader:
    """The reader of a format; its module is imported when the first such file is read."""

    def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
        reader: Reader = import_module(f"factcheck.read.{module}").read
        return reader(stream, name)

    return read


_TEXT, _MARKDOWN, _PAGE, _CORPUS = map(_reader, ("text", "markdown", "html", "corpus"))
_FEED, _OPENDOCUMENT, _MAIL, _SHEET, _SUBTITLES, _PACKED = map(
    _reader, ("feeds", "odt", "mail", "sheets", "subtitles", "archives")
)
READERS: dict[str, Reader] = {
    ".txt": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xhtml": _PAGE,
    ".jsonl": _CORPUS,
    ".ndjson": _CORPUS,
    ".pdf": _reader("pdf"),
    ".docx": _reader("docx"),
    ".docm": _reader("docx"),
    ".odt": _OPENDOCUMENT,
    ".ott": _OPENDOCUMENT,
    ".fodt": _OPENDOCUMENT,
    ".rtf": _reader("rtf"),
    ".eml": _MAIL,
    ".msg": _MAIL,
    ".xml": _FEED,
    ".rss": _FEED,
    ".atom": _FEED,
    ".nitf": _FEED,
    ".json": _FEED,
    ".csv": _SHEET,
    ".tsv": _SHEET,
    ".xlsx": _SHEET,
    ".xlsm": _SHEET,
    ".srt": _SUBTITLES,
    ".vtt": _SUBTITLES,
    ".warc": _reader("warc"),
    ".zip": _PACKED,
    ".gz": _PACKED,
}
# Formats of documents without a reader. In a folder they are probably sources, so they are reported instead of skipped.
UNREAD = frozenset((".doc", ".pages", ".epub"))
STANDARD_INPUT = "-"


def documents(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    stdin: Input | None = None,
    stdin_filename: str = STANDARD_INPUT,
    unreadable: Unreadable | None = None,
) -> Iterator[Document]:
    """Yield the documents of files, folders (files of known formats, sorted), globs and "-", in order, each file once.

    A missing path raises InputError at once; the files are read as the iterator advances. `published` is the date of
    documents that state none. With `unreadable`, each InputError is passed to it and the other files are read.
    """
    names = files(paths, unreadable=unreadable)
    found = (item for name in names for item in _items(name, stdin, stdin_filename))
    return _readable(found, published, unreadable)


def dated(document: Document, published: date | None) -> Document:
    """The document with a date of publication: from its metadata, else from its text, else `published`.

    A dateline without a year means the last such day up to `published`.
    """
    if document.published is not None:
        return document
    from factcheck.kinds.timex import document_date, yearless_dateline  # slow to import: it compiles the date rules

    prose = document.text[document.body :]
    stated = document_date(prose)
    if stated is not None:
        return replace(document, published=stated[0], published_from=stated[1])
    if published is not None:
        short = yearless_dateline(prose)
        day = last_before(published, short) if short is not None else None
        if day is not None:
            return replace(document, published=day, published_from=YEAR_OF_FLAG)
        return replace(document, published=published, published_from="flag")
    return document


def distinct(found: Iterable[Document]) -> tuple[Document, ...]:
    """The documents as a tuple; InputError if two of them have the same id, by which comparisons refer to them."""
    by_id: dict[str, Document] = {}
    for document in found:
        other = by_id.setdefault(document.id, document)
        if other is not document:
            lines = f"lines {other.places.first_line} and {document.places.first_line}"
            raise InputError(f"{document.id}: two documents have this id ({lines}); give each its own")
    return tuple(by_id.values())


def reader_of(name: str) -> Reader:
    """The reader for a file name; plain text if it has no suffix, InputError if the suffix is unknown."""
    suffix = Path(name).suffix.lower()
    if not suffix:
        return _TEXT
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise InputError(f"{name}: no reader for {suffix} files; save it as one of {known}")
    return READERS[suffix]


def _readable(
    found: Iterator[Document | InputError], published: date | None, unreadable: Unreadable | None
) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Document):
            yield dated(item, published)
        elif unreadable is None:
            raise item
        else:
            unreadable(item)


def _items(name: str, stdin: Input | None, stdin_filename: str) -> Iterator[Document | InputError]:
    identity = stdin_filename if name == STANDARD_INPUT else name
    try:
        reader = reader_of(identity)
        with _standard_input(stdin) if name == STANDARD_INPUT else Path(name).open("rb") as stream:
            for item in reader(stream, identity):
                yield replace(item, path=item.path or identity) if isinstance(item, Document) else item
    except InputError as error:
        yield error
    except OSError as error:
        yield _cannot_read(identity, error)


def _standard_input(given: Input | None) -> AbstractContextManager[BinaryIO]:
    if given is None:
        given = sys.stdin
    if isinstance(given, bytes):
        return io.BytesIO(given)
    if isinstance(given, io.TextIOBase):
        buffer = getattr(given, "buffer", None)
        return nullcontext(buffer) if buffer is not None else io.BytesIO(given.read().encode())
    return nullcontext(given)  # type: ignore[arg-type]  # mypy cannot tell TextIO from BinaryIO


def _cannot_read(name: str, error: OSError) -> InputError:
    why = (error.strerror or str(error)).lower()
    return InputError(f"{name}: cannot be read: {why}; mend that or leave the file out")


def files(paths: Iterable[str | os.PathLike[str]], *, unreadable: Unreadable | None = None) -> list[str]:
    """The files under the given paths, in order, each once.

    A missing path is an InputError, passed to `unreadable` if given, else raised.
    """
    names: dict[str, str] = {}
    for path in [os.fspath(path) for path in paths]:
        try:
            for name in _expand(path):
                key = name if name == STANDARD_INPUT else os.path.realpath(name)
                names.setdefault(key, name)
        except InputError as error:
            if unreadable is None:
                raise
            unreadable(error)
    return list(names.values())


def _expand(path: str) -> Iterable[str]:
    if path == STANDARD_INPUT:
        return [path]
    if os.path.isdir(path):  # noqa: PTH112  (the path stays as the user wrote it)
        return _files_in(path)
    if os.path.exists(path):  # noqa: PTH110
        reader_of(path)
        return [path]
    if "://" in path:
        raise InputError(f"{path}: an address, not a file; save the page and name the file")
    import glob  # needed for patterns only

    if glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        if not matches:
            raise InputError(f"{path}: matches no file; check the pattern or name the files")
        return [name for match in matches for name in _expand(match)]
    raise InputError(f"{path}: no such file or folder{_nearest(path)}")


def _files_in(folder: str) -> list[str]:
    """The files in a folder tree whose suffix is in `READERS` or `UNREAD`, sorted; hidden ones are left out.

    Files in a format without a reader are listed so that the run fails on them instead of passing them unread.
    """
    found: list[str] = []
    for place, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(
            os.path.join(place, name)  # noqa: PTH118
            for name in files
            if not name.startswith(".") and Path(name).suffix.lower() in READERS.keys() | UNREAD
        )
    if not found:
        raise InputError(f"{folder}: no file to read in this folder; it takes one of {', '.join(READERS)}")
    return sorted(found)


def is_skipped(path: str) -> bool:
    """Whether a file in a folder is passed over: hidden, or of no format of documents."""
    name = Path(path).name
    return name.startswith(".") or Path(name).suffix.lower() not in READERS.keys() | UNREAD


def _raise(error: OSError) -> None:
    raise _cannot_read(str(error.filename), error)


def _nearest(path: str) -> str:
    from difflib import get_close_matches

    wanted = Path(path)
    try:
        names = sorted(entry.name for entry in wanted.parent.iterdir())
    except OSError:
        return f"; there is no folder {wanted.parent} either"
    close = get_close_matches(wanted.name, names, n=1)
    return f"; is it {wanted.parent / close[0]}?" if close else "; give a file, a folder, a glob or -"
