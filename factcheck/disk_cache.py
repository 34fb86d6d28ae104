"""A cache in `__pycache__`, beside the modules' bytecode: parsed rule files and compiled regular expressions.

As with bytecode, nothing is written if Python is set to write none or the folder is read-only, and the cache may be
deleted at any time. An entry is used only while its digest matches the input that it was made from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from zlib import adler32, crc32

import msgspec

FOLDER = Path(__file__).parent / "__pycache__"
_HEAD = 24  # bytes of header: a digest of the input (16), and a checksum of the content (8) against damage
_FORMAT = b"5"  # version of the stored structs; increase it when they change

Stored = TypeVar("Stored")


def digest_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A digest of the names and contents of files: 16 hexadecimal digits."""
    parts = [_FORMAT]
    for (
        name,
        content,
    ) in files:  # two checksums and the length suffice: hashlib is slow to import, and there is no attacker
        parts.append(f"{name}\0{len(content)} {crc32(content)} {adler32(content)}\0".encode())
    joined = b"".join(parts)
    return f"{crc32(joined):08x}{adler32(joined):08x}".encode()


def load(name: str, digest: bytes, form: type[Stored]) -> Stored | None:
    """The stored value of that name; None if it is missing, damaged, or made from input with another digest."""
    try:
        stored = _content(FOLDER / name)
        content = stored[_HEAD:]
        if stored[:_HEAD] != digest + _checksum(content):
            return None
        return msgspec.msgpack.decode(content, type=form)
    except (OSError, ValueError, msgspec.MsgspecError):  # ValueError: an empty file cannot be mapped
        return None


def _content(path: Path) -> memoryview:
    """The content of a file, mapped into memory where possible: a tenth of a large file is ever looked at."""
    if sys.platform == "win32":  # a mapped file cannot be replaced there
        return memoryview(path.read_bytes())
    from mmap import ACCESS_READ, mmap

    with path.open("rb", buffering=0) as file:
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))


def is_enabled() -> bool:
    """Whether the cache is written: not if Python is set to write no bytecode."""
    return not sys.dont_write_bytecode


def store(name: str, digest: bytes, value: object) -> None:
    """Store a value for later runs, if the cache is enabled and its folder can be written."""
    if not is_enabled():
        return
    with suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        unfinished = FOLDER / f"{name}.{os.getpid()}"
        content = msgspec.msgpack.encode(value)
        unfinished.write_bytes(digest + _checksum(content) + content)
        unfinished.replace(FOLDER / name)


def _checksum(content: bytes | memoryview) -> bytes:
    return f"{crc32(content):08x}".encode()
