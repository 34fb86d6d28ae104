"""Read a configuration file as TOML, find the line of each key, and format values as TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from factcheck.errors import ConfigError
from factcheck.regex_cache import regex

PROJECT = "pyproject.toml"
_IN_PROJECT = ("tool", "factcheck")

Key = tuple[str, ...]

# A key `factcheck` of `tool`, or a table `tool` that may hold one; quotation marks and blanks may surround each name.
_MAY_CONFIGURE = regex(
    r"""tool["']?\s*\.\s*["']?factcheck|^\s*(?:\[\s*["']?tool["']?\s*\]|["']?tool["']?\s*=)""", re.MULTILINE
)
_BARE = regex(r"[A-Za-z0-9_-]+")


def table(path: Path, shown: str, *, must: bool = False) -> dict[str, Any] | None:
    """The settings of a file; for a pyproject.toml without any, None, or ConfigError with `must`."""
    text = _text(path, shown)
    if path.name == PROJECT and not must and not _MAY_CONFIGURE.search(text):
        return None  # parsing a pyproject.toml takes as long as loading the rules
    import tomli  # slow to import, and not needed without a file

    try:
        parsed = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{shown}: not TOML: {error}") from None
    if path.name != PROJECT:
        return parsed
    tool = parsed.get("tool")
    own = tool.get("factcheck") if isinstance(tool, dict) else None
    if own is None and must:
        raise ConfigError(f"{shown}: no [tool.factcheck] in it; add one, or give a factcheck.toml")
    if own is not None and not isinstance(own, dict):
        raise ConfigError(f"{shown}: tool.factcheck is no table; write [tool.factcheck]")
    return own


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"{shown}: cannot be read: {error.strerror}; name a factcheck.toml or pyproject.toml"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(f"{shown}: not UTF-8 text; save it as UTF-8") from None


def place(path: Path, shown: str, key: Key) -> str:
    """`factcheck.toml:7`, the line that sets a key or the table that contains it; without a line if there is none."""
    if path.name == PROJECT:
        key = (*_IN_PROJECT, *key)
    found = lines(path.read_text(encoding="utf-8"))
    line = next((found[key[:end]] for end in range(len(key), 0, -1) if key[:end] in found), None)
    return shown if line is None else f"{shown}:{line}"


def lines(text: str) -> dict[Key, int]:
    """The 1-based lines on which the tables and keys of a valid TOML text are set."""
    import tomli

    found: dict[Key, int] = {}
    under: Key = ()
    pending: list[str] = []
    first = 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not pending:
            first = number
        pending.append(line)
        try:
            statement = tomli.loads("\n".join(pending))
        except tomli.TOMLDecodeError:
            continue  # a value that continues on the next line
        header = pending[0].lstrip().startswith("[")
        pending = []
        for key in keys(statement):
            found.setdefault(key if header else (*under, *key), first)
        if header:
            under = max(keys(statement), key=len)
    return found


def keys(value: Any) -> list[Key]:
    """The keys of nested tables, each as a path from the root, outer ones first."""
    if isinstance(value, list) and len(value) == 1:  # [[a table of an array]]
        value = value[0]
    if not isinstance(value, dict):
        return []
    return [path for name, inner in value.items() for path in ((name,), *((name, *rest) for rest in keys(inner)))]


def dotted(key: Sequence[str]) -> str:
    """A key in TOML notation: `per-file-ignores."drafts/old*"`."""
    return ".".join(name if _BARE.fullmatch(name) else written(name) for name in key)


def written(value: Any) -> str:
    """A value in TOML notation, on one line."""
    if isinstance(value, str):
        return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{dotted((name,))} = {written(each)}" for name, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(written(each) for each in value)}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
