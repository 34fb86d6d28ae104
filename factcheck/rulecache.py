"""The rule files that ship with the program, parsed once: kept beside the modules' bytecode and as easily lost.

As with bytecode, nothing is written where Python is told to write none, or where it may not write; what is kept is
taken only while the files are byte for byte those that it was made from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

HOME = Path(__file__).parent / "__pycache__"
_DIGEST = 16
_FORM = b"1"  # changed with the form of what is kept

Kept = TypeVar("Kept")


def digest_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What tells files with their names from all others."""
    found = blake2b(_FORM, digest_size=_DIGEST)
    for name, content in files:
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.digest()


def taken(name: str, digest: bytes, form: type[Kept]) -> Kept | None:
    """What is kept under a name, where it was made from these files; else None."""
    try:
        kept = (HOME / name).read_bytes()
        return msgspec.msgpack.decode(kept[_DIGEST:], type=form) if kept[:_DIGEST] == digest else None
    except (OSError, msgspec.MsgspecError):
        return None


def keep(name: str, digest: bytes, value: object, *, always: bool = False) -> None:
    """Keep a value for the next start; `always` also where Python is told to write no bytecode."""
    if sys.dont_write_bytecode and not always:
        return
    with suppress(OSError):
        HOME.mkdir(exist_ok=True)
        unfinished = HOME / f"{name}.{os.getpid()}"
        unfinished.write_bytes(digest + msgspec.msgpack.encode(value))
        unfinished.replace(HOME / name)
