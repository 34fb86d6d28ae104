"""The nearest factcheck.toml or `[tool.factcheck]` of a pyproject.toml, and flags → one frozen Config."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import tomli
from msgspec import Struct

from factcheck.errors import ConfigError
from factcheck.model import Severity

FILE = "factcheck.toml"
PROJECT = "pyproject.toml"


class Config(Struct, frozen=True):
    """What a run goes by. Paths are as seen from the current folder; `path` is the file they came from."""

    sources: tuple[str, ...] = ()
    published: date | None = None
    fail_on: Severity = Severity.error
    min_origins: int = 2
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    path: str | None = None

    def wants(self, finding: str) -> bool:
        """Whether a finding of this name is to be told: the longest prefix that fits it decides."""
        chosen = _longest(finding, self.select) if self.select else 0
        ignored = _longest(finding, self.ignore)
        return chosen > ignored

    def override(self, **flags: Any) -> Config:
        """This configuration with the flags that were given (those that are not None) in its stead."""
        given = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in flags.items()
            if value not in (None, [], ())
        }
        return msgspec.structs.replace(self, **given)


def _longest(finding: str, prefixes: Iterable[str]) -> int:
    return max((len(prefix) for prefix in prefixes if finding.startswith(prefix)), default=-1)


class _Rules(Struct, frozen=True):
    extend: list[str] = []


class _File(Struct, frozen=True, rename="kebab"):
    sources: list[str] = []
    published: date | None = None
    fail_on: str = "error"
    min_origins: int = 2
    select: list[str] = []
    ignore: list[str] = []
    rules: _Rules = _Rules()


def load(given: str | None = None, start: Path | None = None) -> Config:
    """The configuration in the file given, else in the nearest one from `start` (the current folder) upwards.

    Raises ConfigError when the file cannot be read, is not TOML or holds a key or value that means nothing.
    """
    if given is not None:
        table = _table(Path(given), must=True)
        return _config(table or {}, Path(given))
    start = Path.cwd() if start is None else start
    for folder in (start, *start.parents):
        for name in (FILE, PROJECT):
            path = folder / name
            if path.is_file() and (table := _table(path)) is not None:
                return _config(table, path)
    return Config()


def _table(path: Path, *, must: bool = False) -> dict[str, Any] | None:
    """The file's own settings; None for a pyproject.toml that has none."""
    try:
        parsed = tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read: {error.strerror}; name a factcheck.toml or pyproject.toml"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
    if path.name != PROJECT:
        return parsed
    tool = parsed.get("tool")
    own = tool.get("factcheck") if isinstance(tool, dict) else None
    if own is None and must:
        raise ConfigError(f"{path}: no [tool.factcheck] in it; add one, or give a factcheck.toml")
    if own is not None and not isinstance(own, dict):
        raise ConfigError(f"{path}: tool.factcheck is no table; write [tool.factcheck]")
    return own


def _config(table: dict[str, Any], path: Path) -> Config:
    _known(table, _File, path, "")
    if isinstance(table.get("rules"), dict):
        _known(table["rules"], _Rules, path, "rules.")
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {_said(error)}") from None
    if read.min_origins < 1:
        raise ConfigError(f"{path}: min-origins is {read.min_origins}; give 1 or more")
    folder = path.parent
    return Config(
        sources=tuple(_from(folder, source) for source in read.sources),
        published=read.published,
        fail_on=severity(read.fail_on, f"{path}: fail-on"),
        min_origins=read.min_origins,
        select=tuple(read.select),
        ignore=tuple(read.ignore),
        rules=tuple(_from(folder, rules) for rules in read.rules.extend),
        path=str(path),
    )


def _known(table: dict[str, Any], shape: type[Struct], path: Path, under: str) -> None:
    names = [name.replace("_", "-") for name in shape.__struct_fields__]
    for key in table:
        if key not in names:
            raise ConfigError(f"{path}: unknown key '{under}{key}'{nearest(key, names)}")


def _said(error: msgspec.ValidationError) -> str:
    """msgspec's "Expected `int`, got `str` - at `$.min-origins`" with the key first."""
    problem, _, where = str(error).partition(" - at ")
    return f"{where.strip('`').removeprefix('$.')}: {problem[:1].lower()}{problem[1:]}" if where else problem


def _from(folder: Path, given: str) -> str:
    """A path of the file as seen from the current folder: the same report on every machine."""
    return given if Path(given).is_absolute() else os.path.relpath(folder / given)


def severity(text: str, what: str = "--fail-on") -> Severity:
    """The severity of that name; ConfigError for any other."""
    try:
        return Severity[text]
    except KeyError:
        names = [each.name for each in reversed(Severity)]
        raise ConfigError(f"{what}: '{text}' is none of {', '.join(names)}{nearest(text, names)}") from None


def given_severity(flag: str | None) -> Severity | None:
    """The severity that `--fail-on` names, None when it is not given."""
    return None if flag is None else severity(flag)


def given_day(flag: str | None) -> date | None:
    """The day that `--published` names, None when it is not given."""
    if flag is None:
        return None
    try:
        return date.fromisoformat(flag)
    except ValueError:
        raise ConfigError(f"--published: '{flag}' is no date; write it as 2017-02-23") from None


def given_count(flag: str | None) -> int | None:
    """The number that `--min-origins` gives, None when it is not given."""
    if flag is None:
        return None
    if not flag.isascii() or not flag.isdigit() or int(flag) < 1:
        raise ConfigError(f"--min-origins: '{flag}' is no count of origins; give 1 or more")
    return int(flag)


def nearest(name: str, known: Iterable[str]) -> str:
    """`; is it 'sources'?` for a name that is close to a known one, else nothing."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"; is it '{close[0]}'?" if close else ""
