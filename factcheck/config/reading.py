"""Read a configuration file and the files it extends into the field values of a Config."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from factcheck.config import tomlfile
from factcheck.config.flags import no_day, severity, written_day
from factcheck.config.names import check_name
from factcheck.config.patterns import pattern_from_here, seen_from_here
from factcheck.config.tomlfile import PROJECT, Key
from factcheck.errors import ConfigError, nearest
from factcheck.model import NUMBER_KINDS, TIME_KINDS

FILE = "factcheck.toml"

FAMILIES: dict[str, frozenset[str]] = {"number": NUMBER_KINDS, "date": TIME_KINDS, "quote": frozenset(("quote",))}
_BY_PATTERN = ("per-file-sources", "per-file-ignores", "outlets", "tiers")
_ORIGIN_KEYS = ("default", *FAMILIES, *sorted((NUMBER_KINDS | TIME_KINDS) - FAMILIES.keys()))


_TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "date": "a date",
}


class _Rules(Struct, frozen=True):
    extend: tuple[str, ...] = ()


class _File(Struct, frozen=True, rename="kebab"):
    extend: str | tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    per_file_sources: dict[str, tuple[str, ...]] = {}
    outlets: dict[str, str] = {}
    tiers: dict[str, str] = {}
    published: date | None = None
    fail_on: str = "error"
    min_origins: int | dict[str, int] = 2
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    baseline: str | None = None
    tolerances: dict[str, dict[str, Any]] = {}
    rules: _Rules = _Rules()


KEYS = tuple(name.replace("_", "-") for name in _File.__struct_fields__)


def nearest_file(start: Path | None = None) -> Path | None:
    """The nearest configuration file in a folder (default: the current one) or its parents; None if there is none."""
    start = (Path.cwd() if start is None else start).absolute()
    for folder in (start, *start.parents):
        for name in (FILE, PROJECT):
            path = folder / name
            if path.is_file() and tomlfile.table(path, os.path.relpath(path)) is not None:
                return path
    return None


def values_of(path: Path) -> dict[str, Any]:
    """The fields of a Config set by a file and the files that it extends.

    A key of the file replaces the same key of an extended file; tables are merged key by key.
    """
    values: dict[str, Any] = {}
    origin: dict[Key, Origin] = {}
    for layer in _layers(path, ()):
        for key, value in layer.values().items():
            if isinstance(layer.table[key], dict) and isinstance(value, dict):
                values[key] = _merged(values.get(key, {}), value)
            else:
                values[key] = value
                origin = {each: place for each, place in origin.items() if each[0] != key}
        origin.update(layer.origin())
    fields = {key.replace("-", "_"): value for key, value in values.items()}
    if "min_origins" in fields:
        fields |= _origins_by_kind(fields.pop("min_origins"))
    return {**fields, "path": os.path.relpath(path), "origin": origin}


class Origin(Struct, frozen=True):
    """The flag that set a key, or the file and the key as written there."""

    by: str
    key: Key = ()

    def where(self) -> str:
        """`--fail-on` or `factcheck.toml:3`."""
        return tomlfile.place(Path(self.by), self.by, self.key) if self.key else self.by


class _Layer(Struct, frozen=True):
    """One configuration file: its path, its path as shown in messages, and its table."""

    path: Path
    shown: str
    table: dict[str, Any]

    def wrong(self, problem: str, *key: str) -> ConfigError:
        """A ConfigError with the file and the line of a key."""
        return ConfigError(f"{tomlfile.place(self.path, self.shown, key)}: {problem}")

    def values(self) -> dict[str, Any]:
        """The validated values of the file, with paths relative to the current folder."""
        given = self.read()
        found: dict[str, Any] = {key: getattr(given, key.replace("-", "_")) for key in self.table if key != "extend"}
        folder = self.path.parent
        for key, value in found.items():
            if key == "sources":
                found[key] = self.paths(value, key)
            elif key == "rules":
                found[key] = self.paths(value.extend, key, "extend")
            elif key == "baseline":
                (found[key],) = self.paths([value], key)
            elif key == "fail-on":
                found[key] = severity(value, f"{tomlfile.place(self.path, self.shown, (key,))}: {key}")
            elif key in ("select", "ignore"):
                self.names(value, key)
            elif key in _BY_PATTERN:
                found[key] = {pattern_from_here(folder, pattern): each for pattern, each in value.items()}
            elif key == "min-origins":
                found[key] = self.min_origins(value)
        for pattern, names in given.per_file_ignores.items():
            self.names(names, "per-file-ignores", pattern)
        if given.per_file_sources:
            found["per-file-sources"] = {
                pattern_from_here(folder, pattern): self.paths(paths, "per-file-sources", pattern)
                for pattern, paths in given.per_file_sources.items()
            }
        self.tolerances(given.tolerances)
        return found

    def origin(self) -> dict[Key, Origin]:
        """The origin of each key of the file, with patterns relative to the current folder."""
        found = {}
        for key in tomlfile.keys(self.table):
            seen = (key[0], pattern_from_here(self.path.parent, key[1]), *key[2:]) if _is_by_pattern(key) else key
            found[("rules",) if key == ("rules", "extend") else seen] = Origin(self.shown, key)
        return found

    def read(self) -> _File:
        """The table as a `_File`; ConfigError for an unknown key or a value of the wrong type."""
        self.known(self.table, KEYS)
        if isinstance(self.table.get("rules"), dict):
            self.known(self.table["rules"], _Rules.__struct_fields__, "rules")
        day = written_day(self.table.get("published"))
        try:
            return msgspec.convert(self.table if day is None else {**self.table, "published": day}, _File)
        except msgspec.ValidationError as error:
            problem, _, where = str(error).partition(" - at ")
            key = where.strip("`").removeprefix("$.")
            if key == "published":
                raise self.wrong(f"published: {no_day(self.table[key])}", key) from None
            raise self.wrong(f"{key}: {_in_words(problem)}", *key.split("[")[0].split(".")) from None

    def known(self, table: Mapping[str, Any], names: Iterable[str], *under: str) -> None:
        """Raise ConfigError for a key that is not among the names."""
        for key in table:
            if key not in names:
                shown = ".".join((*under, key))
                raise self.wrong(f"unknown key '{shown}'{nearest(key, names)}", *under, key)

    def paths(self, given: Iterable[str], *key: str) -> tuple[str, ...]:
        """Paths of the file, made relative to the current folder; ConfigError for an empty one."""
        if "" in given:
            raise self.wrong(f"{'.'.join(key)}: an empty path; name a file, a folder or a glob", *key)
        return tuple(seen_from_here(self.path.parent, path) for path in given)

    def names(self, names: Iterable[str], *key: str) -> None:
        """Raise ConfigError for an unknown name of a finding."""
        folders = [seen_from_here(self.path.parent, rules) for rules in self.table.get("rules", {}).get("extend", ())]
        for name in names:
            check_name(name, f"{tomlfile.place(self.path, self.shown, key)}: {tomlfile.dotted(key)}", folders)

    def min_origins(self, value: int | dict[str, int]) -> dict[str, int]:
        """The minimum number of origins by kind; a plain number has the key `default`."""
        table = {"default": value} if isinstance(value, int) else value
        self.known(table, _ORIGIN_KEYS, "min-origins")
        for kind, number in table.items():
            if number < 1:
                key = "min-origins" if isinstance(value, int) else f"min-origins.{kind}"
                raise self.wrong(f"{key} is {number}; give 1 or more", "min-origins", kind)
        return table

    def tolerances(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Raise ConfigError for a tolerance that is unknown or out of range."""
        if not tables:
            return
        from factcheck.config.tolerances import problem

        for table, values in tables.items():
            for name, value in values.items() or (("", None),):
                if message := problem(table, name, value):
                    raise self.wrong(message, "tolerances", table, name)


def _in_words(problem: str) -> str:
    """msgspec's "Expected `int | object`, got `str`" as "expected a whole number or a table, got a text"."""

    def words(types: re.Match[str]) -> str:
        names = [name for name in types[1].split(" | ") if name != "null"]
        return " or ".join(_TYPES.get(name, name) for name in names)

    return re.sub(r"`([^`]*)`", words, f"{problem[:1].lower()}{problem[1:]}")


def _layers(path: Path, above: tuple[Path, ...]) -> list[_Layer]:
    """The files that a file extends, recursively, followed by the file itself; ConfigError for a cycle."""
    shown = os.path.relpath(path)
    layer = _Layer(path, shown, tomlfile.table(path, shown, must=True) or {})
    given = layer.read().extend
    found: list[_Layer] = []
    for each in [given] if isinstance(given, str) else given:
        base = path.parent / each
        if base.resolve() in (path.resolve(), *above):
            raise layer.wrong(f"extend: {each} extends this file in turn; break the circle", "extend")
        if not base.is_file():
            raise layer.wrong(f"extend: no file {os.path.relpath(base)}; give one as seen from this file", "extend")
        found.extend(_layers(base, (path.resolve(), *above)))
    return [*found, layer]


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables merged; keys of the new one come last, so that they win if several patterns match."""
    kept = {key: value for key, value in old.items() if key not in new}
    inner = {key: _merged(old.get(key, {}), value) if isinstance(value, dict) else value for key, value in new.items()}
    return {**kept, **inner}


def _is_by_pattern(key: Key) -> bool:
    return key[0] in _BY_PATTERN and len(key) > 1


def _origins_by_kind(given: Mapping[str, int]) -> dict[str, Any]:
    """The fields `min_origins` and `min_origins_by_kind`; the number of a kind overrides that of its family."""
    families = [(kind, given[name]) for name, kinds in FAMILIES.items() if name in given for kind in kinds]
    own = [(kind, number) for kind, number in given.items() if kind not in FAMILIES and kind != "default"]
    fields: dict[str, Any] = {"min_origins": given["default"]} if "default" in given else {}
    return {**fields, "min_origins_by_kind": dict(sorted((dict(families) | dict(own)).items()))}
