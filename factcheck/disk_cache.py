"""The rule files that ship with the program, parsed once: kept beside the modules' bytecode and as easily lost.

As with bytecode, nothing is written where Python is told to write none, or where it may not write; what is kept is
taken only while the files are byte for byte those that it was made from.
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
_HEAD = 24  # a digest of what it was made from, and a sum of the content, which may have been damaged since
_FORM = b"3"  # changed with the form of what is kept

Stored = TypeVar("Stored")


def digest_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What tells files with their names from all others."""
    told = [_FORM]
    for name, content in files:  # two sums and the length: hashlib is slow to import, and nobody forges these
        told.append(f"{name}\0{len(content)} {crc32(content)} {adler32(content)}\0".encode())
    return f"{crc32(b''.join(told)):08x}{adler32(b''.join(told)):08x}".encode()


def load(name: str, digest: bytes, form: type[Stored]) -> Stored | None:
    """What is kept under a name, where it was made from these files; else None."""
    try:
        kept = (FOLDER / name).read_bytes()
        content = memoryview(kept)[_HEAD:]
        if kept[:_HEAD] != digest + _sum(content):
            return None
        return msgspec.msgpack.decode(content, type=form)
    except (OSError, msgspec.MsgspecError):
        return None


def is_enabled() -> bool:
    """Whether anything is kept: not where Python is told to write no bytecode."""
    return not sys.dont_write_bytecode


def store(name: str, digest: bytes, value: object) -> None:
    """Keep a value for the next start, where anything is kept at all."""
    if not is_enabled():
        return
    with suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        unfinished = FOLDER / f"{name}.{os.getpid()}"
        content = msgspec.msgpack.encode(value)
        unfinished.write_bytes(digest + _sum(content) + content)
        unfinished.replace(FOLDER / name)


def _sum(content: bytes | memoryview) -> bytes:
    return f"{crc32(content):08x}".encode()
