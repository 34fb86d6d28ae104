"""Regular expressions whose compiled form is kept from one start to the next.

Python takes half a millisecond to compile an expression, and a check needs two hundred of them: a third of a short
run. The compiled form hangs on nothing but the text of the expression, its flags and the version of Python, so it is
kept beside the modules' bytecode (see `kept`). Making an expression of it asks for two functions of Python's own that
are not public; where they are missing or refuse, the expression is compiled as ever.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from factcheck import disk_cache

_sre: Any
try:
    _sre = import_module("_sre")
except ImportError:  # another Python than CPython
    _sre = None

_SURROGATE = re.compile(r"[\ud800-\udfff]")  # in a user's rule: no file can hold it
_CROWDED = 2_000  # expressions in the file: of rules of so many kinds, most are no longer in use


class _Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The arguments of Python's own maker of expressions; a code's length hangs on the machine's byte order."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]
    numbered: tuple[str | None, ...]


_DECODER = msgspec.msgpack.Decoder(_Compiled)

_asked: dict[str, tuple[str, int]] = {}  # of this run, compiled anew
_written: dict[str, str] = {}  # of this run, written anew


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern as a regular expression: `re.compile`, but most often without compiling.

    Raises re.error for what is no regular expression.
    """
    key = f"{int(flags)}:{pattern}"
    held = _known().get(key)
    if held is not None:
        try:
            found = _DECODER.decode(held)
            made: re.Pattern[str] = _sre.compile(
                pattern, found.flags, array("I", found.code).tolist(), found.groups, found.names, found.numbered
            )
        except (msgspec.MsgspecError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
            pass
        else:
            return made
    if key.isascii() or not _SURROGATE.search(key):
        _asked[key] = pattern, int(flags)
    return re.compile(pattern, flags)


def written(key: str, write: Callable[[], str]) -> str:
    """The part of an expression that `write` gives, written once and kept as the expressions are.

    It must hang on the key alone.
    """
    key = f"={key}"
    held = _known().get(key)
    if held is not None:
        try:
            return msgspec.msgpack.decode(held, type=str)
        except msgspec.MsgspecError:
            pass
    found = write()
    if key.isascii() or not _SURROGATE.search(key):
        _written[key] = found
    return found


def store() -> None:
    """Keep what this run had to compile, for the next one."""
    if not (_asked or _written) or not disk_cache.is_enabled():
        return
    made = {key: _compiled(pattern, flags) for key, (pattern, flags) in _asked.items()}
    new = {key: msgspec.Raw(msgspec.msgpack.encode(each)) for key, each in made.items() if each is not None}
    new |= {key: msgspec.Raw(msgspec.msgpack.encode(each)) for key, each in _written.items()}
    old = _known()
    merged = new if len(old) + len(new) > _CROWDED else old | new
    disk_cache.store(_name(), _version(), merged)
    _asked.clear()
    _written.clear()


@cache
def _known() -> dict[str, msgspec.Raw]:
    """The kept forms by flags and pattern, and parts by their keys, each read only when it is asked for."""
    return disk_cache.load(_name(), _version(), dict[str, msgspec.Raw]) or {} if _sre else {}


def _name() -> str:
    return f"expressions.{sys.implementation.cache_tag}.msgpack"


def _version() -> bytes:
    """What the form of compiled expressions hangs on."""
    made_by = f"{sys.version} {getattr(_sre, 'MAGIC', 0)} {getattr(_sre, 'CODESIZE', 0)} {sys.byteorder}"
    return disk_cache.digest_of([("python", made_by.encode())])


def _compiled(pattern: str, flags: int) -> _Compiled | None:
    """The compiled form, by the steps of `re.compile`; None where this Python has them elsewhere."""
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
