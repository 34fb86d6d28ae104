"""Compiled regular expressions, cached on disk between runs.

Python takes half a millisecond to compile an expression, and a check needs two hundred of them: a third of a short
run. The compiled form depends only on the pattern, its flags and the version of Python, so it is stored beside the
modules' bytecode (see `disk_cache`). This uses private functions of CPython; if they are missing or raise an error,
the expression is compiled with `re.compile`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from factcheck import disk_cache

_sre: Any
try:
    _sre = import_module("_sre")
except ImportError:  # not CPython
    _sre = None

_MAX_ENTRIES = 2_000  # expressions in the file; beyond it old ones are dropped, as rules that changed left most of them


class _Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The arguments of CPython's private `_sre.compile`; `code` is an array of 32-bit words in native byte order."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]
    numbered: tuple[str | None, ...]


_DECODER = msgspec.msgpack.Decoder(_Compiled)

_new_patterns: dict[str, tuple[str, int]] = {}  # compiled in this run: key → pattern, flags
_new_parts: dict[str, str] = {}  # parts of patterns built in this run


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, from the cache where possible.

    Raises re.error for an invalid pattern.
    """
    key = f"{int(flags)}:{pattern}"
    stored = _known().get(key)
    if stored is not None:
        try:
            found = _DECODER.decode(stored)
            made: re.Pattern[str] = _sre.compile(
                pattern,
                found.flags,
                memoryview(found.code).cast("I").tolist(),
                found.groups,
                found.names,
                found.numbered,
            )
        except (msgspec.MsgspecError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
            pass
        else:
            return made
    compiled = re.compile(pattern, flags)  # a pattern that fails here is not recorded: storing would compile it again
    if _is_utf8(key):
        _new_patterns[key] = pattern, int(flags)
    return compiled


def written(key: str, write: Callable[[], str]) -> str:
    """The part of a pattern that `write` builds, from the cache where possible.

    The result of `write` must depend on the key alone.
    """
    key = f"={key}"
    stored = _known().get(key)
    if stored is not None:
        try:
            return msgspec.msgpack.decode(stored, type=str)
        except msgspec.MsgspecError:
            pass
    found = write()
    if _is_utf8(key):
        _new_parts[key] = found
    return found


def _is_utf8(key: str) -> bool:
    """Whether a key can be stored as UTF-8: a user's rule may hold surrogates."""
    try:
        key.encode()
    except UnicodeEncodeError:
        return False
    return True


def store() -> None:
    """Store the expressions that this run had to compile, for later runs."""
    if not (_new_patterns or _new_parts) or not disk_cache.is_enabled():
        return
    made = {key: _compiled(pattern, flags) for key, (pattern, flags) in _new_patterns.items()}
    new = {key: msgspec.Raw(msgspec.msgpack.encode(each)) for key, each in made.items() if each is not None}
    new |= {key: msgspec.Raw(msgspec.msgpack.encode(each)) for key, each in _new_parts.items()}
    old = _known()
    merged = new if len(old) + len(new) > _MAX_ENTRIES else old | new
    disk_cache.store(_name(), _version(), merged)
    _new_patterns.clear()
    _new_parts.clear()


@cache
def _known() -> dict[str, msgspec.Raw]:
    """The stored expressions by flags and pattern, and parts by key, each decoded only when it is used."""
    return disk_cache.load(_name(), _version(), dict[str, msgspec.Raw]) or {} if _sre else {}


def _name() -> str:
    return f"expressions.{sys.implementation.cache_tag}.msgpack"


def _version() -> bytes:
    """A digest of everything but the pattern that compiled code depends on."""
    made_by = f"{sys.version} {getattr(_sre, 'MAGIC', 0)} {getattr(_sre, 'CODESIZE', 0)} {sys.byteorder}"
    return disk_cache.digest_of([("python", made_by.encode())])


def _compiled(pattern: str, flags: int) -> _Compiled | None:
    """The compiled form, made by the same steps as in `re.compile`; None if this Python's internals differ."""
    from array import array

    if getattr(_sre, "CODESIZE", 0) != array("I").itemsize:
        return None
    try:
        parsed: Any = import_module("re._parser").parse(pattern, flags)
        code = import_module("re._compiler")._code(parsed, flags)
        names = dict(parsed.state.groupdict)
        numbered: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            numbered[number] = name
        made = _Compiled(
            flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, names, tuple(numbered)
        )
    except (ImportError, AttributeError, TypeError):
        return None
    return made
