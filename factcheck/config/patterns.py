"""Path patterns for drafts and sources."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from factcheck.regex_cache import regex

_MAGIC = regex(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]")
_WILDCARDS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def seen_from_here(folder: Path, given: str) -> str:
    """A path or glob relative to `folder`, made relative to the current folder; an absolute one is unchanged."""
    if Path(given).is_absolute():
        return given
    import glob  # slow to import beside what a run without a configuration file needs

    if not glob.has_magic(given):
        return os.path.relpath(folder / given)
    start = os.path.relpath(folder)
    return given if start == "." else f"{glob.escape(start)}/{given}"


def pattern_from_here(folder: Path, given: str) -> str:
    """The same for a pattern; one without a slash matches file names in every folder below."""
    return seen_from_here(folder, given if "/" in given.rstrip("/") else f"**/{given}")


def matches(pattern: str, path: str | None) -> bool:
    """Whether a path equals the pattern, matches it as a glob, or lies in a folder that does.

    `*` does not match a slash, `**` does.
    """
    if path is None:
        return False
    place = os.path.abspath(path) if Path(pattern).is_absolute() else os.path.relpath(path)  # noqa: PTH100
    return _compiled(os.path.normpath(pattern)).fullmatch(place) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts, last = [], 0
    for magic in _MAGIC.finditer(pattern):
        parts += [re.escape(pattern[last : magic.start()]), _WILDCARDS.get(magic[0]) or _range(magic[0])]
        last = magic.end()
    return regex(f"{''.join(parts)}{re.escape(pattern[last:])}(?:/.*)?", re.DOTALL)


def _range(magic: str) -> str:
    """The regular expression for a character class of a glob, such as `[!0-9]`."""
    inner = magic[1:-1].replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
    return f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
