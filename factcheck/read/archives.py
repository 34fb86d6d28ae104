"""Read packed files: the members of .zip and .gz files, each by the reader of its format, as `notes.zip!a.txt`."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.limits import MAX_DEPTH, MAX_PART, MAX_WHOLE, Parts, bounded, damaged

_ZIP, _GZIP = "a zip file", "a gzip file"


class _Budget(Struct):
    """How many bytes may still be unpacked, over all packed files within one file."""

    left: int


def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield the documents of a packed file; an InputError in place of each member that cannot be read."""
    if name.lower().endswith(".warc.gz"):
        from factcheck.read import warc

        yield from warc.read(stream, name)
    else:
        yield from _unpacked(stream.read(), name, _Budget(MAX_WHOLE), 1 + name.count("!"))


def _is_packed(member: str) -> bool:
    lower = member.lower()
    return lower.endswith((".zip", ".gz")) and not lower.endswith(".warc.gz")


def _unpacked(raw: bytes, name: str, budget: _Budget, depth: int) -> Iterator[Document | InputError]:
    if depth > MAX_DEPTH:
        yield InputError(f"{name}: packed more than {MAX_DEPTH} times; unpack it and name the files to read")
        return
    try:
        members = _members_of_zip(raw, name, budget) if raw[:2] != b"\x1f\x8b" else _member_of_gzip(raw, name, budget)
        found = False
        for member, content in members:
            found = True
            if isinstance(content, InputError):
                yield content
            elif _is_packed(member):
                yield from _unpacked(content, member, budget, depth + 1)
            else:
                yield from read_member(content, member)
        if not found:
            yield InputError(f"{name}: no file to read in it; leave it out")
    except InputError as error:
        yield error


def _members_of_zip(raw: bytes, name: str, budget: _Budget) -> Iterator[tuple[str, bytes | InputError]]:
    parts = Parts(raw, name, _ZIP)
    for info in parts.infos:
        if info.is_dir() or is_passed_over(info.filename):
            continue
        member = f"{name}!{info.filename}"
        try:
            parts.left = budget.left
            content = parts.content(info)
            budget.left = parts.left
            yield member, content
        except InputError as error:
            yield member, error


def _member_of_gzip(raw: bytes, name: str, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    inner = PurePosixPath(name.rpartition("!")[2]).name
    inner = inner[:-3] if inner.lower().endswith(".gz") else inner
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            content = bounded(stream, min(MAX_PART, budget.left), name)
    except (OSError, EOFError, zlib.error) as error:
        raise damaged(name, _GZIP, error) from None
    budget.left -= len(content)
    yield f"{name}!{inner}", content


def is_passed_over(path: str) -> bool:
    """Whether a member of a packed file is skipped as it would be in a folder."""
    from factcheck.read.formats import is_skipped

    return is_skipped(path) or path.startswith("__MACOSX/")


def read_member(raw: bytes, name: str) -> Iterator[Document | InputError]:
    """Yield the documents of one member, whose errors concern only it."""
    from factcheck.read import reader_of

    try:
        for item in reader_of(name)(io.BytesIO(raw), name):
            yield replace(item, path=item.path or name) if isinstance(item, Document) else item
    except InputError as error:
        yield error
