"""Limits on what a packed file may grow to, and the errors of what cannot be read."""

from __future__ import annotations

import io
import zipfile
import zlib
from importlib import import_module
from types import ModuleType
from typing import Any

from factcheck.errors import InputError

MAX_PART = 64 << 20  # bytes of one part of a packed file; a long book is below 5 MB
MAX_WHOLE = 512 << 20  # bytes of all parts together
MAX_PARTS = 10_000
MAX_DEPTH = 3  # packed files within packed files
_MAX_RATIO, _MIN_BOMB = 300, 4 << 20  # text shrinks to a twentieth; more than this, from 4 MB on, is no text
OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # how old Office files begin, and new ones that have a password
_CHUNK = 1 << 16
_ENCRYPTED = 0x1


class Parts:
    """The parts of a zip file by path, each read at most up to the limits."""

    def __init__(self, raw: bytes, name: str, what: str) -> None:
        """Open the file; `what` names its format in messages."""
        self.name, self.what = name, what
        self.left = MAX_WHOLE
        try:
            self.file = zipfile.ZipFile(io.BytesIO(raw))
            self.infos = self.file.infolist()
            self.paths = frozenset(info.filename for info in self.infos)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise damaged(name, what, error) from None
        if len(self.infos) > MAX_PARTS:
            raise InputError(f"{name}: more than {MAX_PARTS:,} files packed in it; unpack it and name those to read")

    def has(self, path: str) -> bool:
        """Whether there is a part of that path."""
        return path in self.paths

    def part(self, path: str) -> bytes | None:
        """The content of a part; None if there is none of that path."""
        try:
            info = self.file.getinfo(path)
        except KeyError:
            return None
        return self.content(info)

    def content(self, info: zipfile.ZipInfo) -> bytes:
        """The content of a part; InputError if it is damaged, encrypted or too large."""
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"{self.name}: {info.filename} has a password; save it without one")
        if info.file_size > _MIN_BOMB and info.file_size > _MAX_RATIO * max(1, info.compress_size):
            raise InputError(
                f"{self.name}: {info.filename} grows more than {_MAX_RATIO} times when unpacked; leave it out"
            )
        try:
            with self.file.open(info) as stream:
                raw = bounded(stream, min(MAX_PART, self.left), f"{self.name}: {info.filename}")
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
            RuntimeError,
        ) as error:
            raise damaged(self.name, self.what, error) from None
        self.left -= len(raw)
        return raw


def bounded(stream: Any, limit: int, place: str) -> bytes:
    """The rest of a stream; InputError if it is longer than the limit, of which no more is read."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise InputError(
                f"{place}: larger than {limit >> 20} MB when unpacked; unpack it, and name what is to be read"
            )
        chunks.append(chunk)
    return b"".join(chunks)


def damaged(name: str, what: str, error: Exception | str) -> InputError:
    """The error of a file that is not what its name or its first bytes promise."""
    why = str(error).strip().rstrip(".")
    return InputError(f"{name}: damaged, or not {what}{f' ({why})' if why else ''}; open it and save it anew")


def extra(module: str, of: str, name: str, what: str) -> ModuleType:
    """A module that a format needs; InputError with the way to install it if it is not there."""
    try:
        return import_module(module)
    except ImportError:
        raise InputError(
            f"{name}: {what} needs {module.partition('.')[0]}, which is not installed; "
            f"install it in a checkout with pip install '.[{of}]'"
        ) from None
