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
from factcheck.read.formats import BY_SUFFIX, FORMATS, SKIPPED_FOLDER, SKIPPED_PREFIXES, Format, is_skipped, sniffed

Reader = Callable[[BinaryIO, str], Iterator[Document | InputError]]
Input = BinaryIO | TextIO | bytes
Unreadable = Callable[[InputError], object]


def _reader(module: str, function: str = "read") -> Reader:
    """The reader of a format; its module is imported when the first such file is read."""

    def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
        reader: Reader = getattr(import_module(f"factcheck.read.{module}"), function)
        return reader(stream, name)

    return read


READERS: dict[str, Reader] = {
    suffix: reader for each in FORMATS for reader in [_reader(each.module)] for suffix in each.suffixes
}
_WHOLE = {READERS[".html"]: _reader("html", "read_whole")}
STANDARD_INPUT = "-"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # of publication that metadata may state; others are placeholders or slips


def documents(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    stdin: Input | None = None,
    stdin_filename: str = STANDARD_INPUT,
    unreadable: Unreadable | None = None,
    whole: bool = False,
) -> Iterator[Document]:
    """Yield the documents of files, folders (files of known formats, sorted), globs and "-", in order, each file once.

    A missing path raises InputError at once; the files are read as the iterator advances. `published` is the date of
    documents that state none. With `whole`, pages are read with all of their prose, as drafts are, instead of by their
    main text. With `unreadable`, each InputError is passed to it and the other files are read.
    """
    names = files(paths, unreadable=unreadable)
    found = (item for name in names for item in _items(name, stdin, stdin_filename, whole))
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


def _plausible(document: Document) -> Document:
    """The document without a day of publication that no page was published on, such as 0001-01-01."""
    day = document.published
    if day is None or _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return document
    remark = f"its day of publication, {day.isoformat()}, is not taken: it is outside {_FIRST_YEAR} to {_LAST_YEAR}"
    return replace(
        document, published=None, published_from=None, published_at=None, remarks=(*document.remarks, remark)
    )


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
        return READERS[".txt"]
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise InputError(f"{name}: no reader for {suffix} files; save it as one of {known}")
    return READERS[suffix]


def _readable(
    found: Iterator[Document | InputError], published: date | None, unreadable: Unreadable | None
) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Document):
            yield dated(_plausible(item), published)
        elif unreadable is None:
            raise item
        else:
            unreadable(item)


def _items(name: str, stdin: Input | None, stdin_filename: str, whole: bool) -> Iterator[Document | InputError]:
    identity = stdin_filename if name == STANDARD_INPUT else name
    try:
        with _standard_input(stdin) if name == STANDARD_INPUT else Path(name).open("rb") as stream:
            kind = _format_of(stream, identity)
            reader = READERS[kind.suffixes[0]]
            for item in (_WHOLE.get(reader, reader) if whole else reader)(stream, identity):
                if isinstance(item, Document):
                    yield replace(item, path=item.path or identity, format=item.format or kind.name)
                else:
                    yield item
    except InputError as error:
        yield error
    except OSError as error:
        yield _cannot_read(identity, error)


def _format_of(stream: BinaryIO, name: str) -> Format:
    """The format of a file: by its content where that tells one, else by its suffix; InputError if it is unknown."""
    found = sniffed(stream, name)
    if found is not None:
        return found
    reader_of(name)
    return BY_SUFFIX[Path(name).suffix.lower() or ".txt"]


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
        if Path(path).suffix.lower() not in READERS and os.path.isfile(path):  # noqa: PTH113
            with Path(path).open("rb") as stream:
                _format_of(stream, path)
        return [path]
    if "://" in path:
        raise InputError(f"{path}: an address, not a file; save the page and name the file")
    import glob  # needed for patterns only

    if glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        if not matches:
            raise InputError(f"{path}: matches no file; check the pattern or name the files")
        return [name for match in matches if not is_skipped(Path(match).name) for name in _matched(match)]
    raise InputError(f"{path}: no such file or folder{_nearest(path)}")


def _matched(path: str) -> Iterable[str]:
    """The files at a match of a pattern; one that cannot be read is reported when its turn comes, by itself."""
    return _files_in(path) if os.path.isdir(path) else [path]  # noqa: PTH112


def _files_in(folder: str) -> list[str]:
    """The files in a folder tree but those that are skipped, sorted.

    Files in a format without a reader are listed so that the run fails on them instead of passing them unread.
    """
    found: list[str] = []
    for place, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(SKIPPED_PREFIXES) and not _is_beside(name)]
        found.extend(os.path.join(place, name) for name in files if not is_skipped(name))  # noqa: PTH118
    if not found:
        raise InputError(f"{folder}: no file to read in this folder; it takes one of {', '.join(READERS)}")
    return sorted(found)


def _is_beside(folder: str) -> bool:
    return folder.endswith(SKIPPED_FOLDER)


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
