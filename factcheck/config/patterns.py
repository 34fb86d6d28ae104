"""Patterns that name drafts and sources by their path."""

from __future__ import annotations

import glob
import os
import re
from functools import lru_cache
from pathlib import Path

from factcheck.regex_cache import regex

_MAGIC = regex(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]")
_KNOWN = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def seen_from_here(folder: Path, given: str) -> str:
    """A path or glob that is meant from that folder, as seen from the current one: the same on every machine."""
    if Path(given).is_absolute():
        return given
    if not glob.has_magic(given):
        return os.path.relpath(folder / given)
    start = os.path.relpath(folder)
    return given if start == "." else f"{glob.escape(start)}/{given}"


def pattern_from_here(folder: Path, given: str) -> str:
    """The same for a pattern; one without a slash fits names in every folder below."""
    return seen_from_here(folder, given if "/" in given.rstrip("/") else f"**/{given}")


def matches(pattern: str, path: str | None) -> bool:
    """Whether a path is the one named, one that the glob fits, or lies in a folder named so.

    `*` stays within a folder, `**` does not.
    """
    if path is None:
        return False
    place = os.path.abspath(path) if Path(pattern).is_absolute() else os.path.relpath(path)  # noqa: PTH100
    return _compiled(os.path.normpath(pattern)).fullmatch(place) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts, last = [], 0
    for magic in _MAGIC.finditer(pattern):
        parts += [re.escape(pattern[last : magic.start()]), _KNOWN.get(magic[0]) or _range(magic[0])]
        last = magic.end()
    return regex(f"{''.join(parts)}{re.escape(pattern[last:])}(?:/.*)?", re.DOTALL)


def _range(magic: str) -> str:
    """`[!0-9]` as an expression."""
    inner = magic[1:-1].replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
    return f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
