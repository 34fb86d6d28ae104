"""Combine the nearest factcheck.toml or `[tool.factcheck]`, the files it extends, and flags into one Config."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct

from factcheck.config.flags import given_count, given_day, given_names, given_severity, severity
from factcheck.config.patterns import matches
from factcheck.config.reading import FILE, Origin, nearest_file, values_of
from factcheck.config.tomlfile import PROJECT, Key
from factcheck.errors import nearest
from factcheck.model import Document, Severity

if TYPE_CHECKING:
    from factcheck.ruleset import Ruleset

__all__ = [
    "FILE",
    "PROJECT",
    "Config",
    "given_count",
    "given_day",
    "given_names",
    "given_severity",
    "load",
    "nearest",
    "nearest_file",
    "ruleset",
    "severity",
]

Given = TypeVar("Given")


class Config(Struct, frozen=True):
    """The configuration of a run. Paths and patterns are relative to the current folder; `path` is the file read.

    The keys of `per_file_sources` and `per_file_ignores` are patterns for drafts, those of `outlets` and `tiers`
    patterns for sources; if several match, the last one is used (for ignores, all). `min_origins_by_kind` overrides
    `min_origins` for some kinds of claims. `tolerances` override tables of rules/compare.toml. `origin` records which
    file or flag set a key.
    """

    sources: tuple[str, ...] = ()
    per_file_sources: Mapping[str, tuple[str, ...]] = {}
    outlets: Mapping[str, str] = {}
    tiers: Mapping[str, str] = {}
    published: date | None = None
    fail_on: Severity = Severity.error
    min_origins: int = 2
    min_origins_by_kind: Mapping[str, int] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    baseline: str | None = None
    tolerances: Mapping[str, Mapping[str, Any]] = {}
    rules: tuple[str, ...] = ()
    path: str | None = None
    origin: Mapping[Key, Origin] = {}

    def wants(self, finding: str, draft: str | None = None) -> bool:
        """Whether to report a finding for a draft; the longest matching prefix in `select` and `ignore` wins."""
        ignored = [*self.ignore, *(name for names in _matching(self.per_file_ignores, draft) for name in names)]
        chosen = _longest_match(finding, self.select) if self.select else 0
        return chosen > _longest_match(finding, ignored)

    def sources_of(self, draft: str | None) -> tuple[str, ...]:
        """The sources of a draft: from the last matching pattern of `per_file_sources`, else `sources`."""
        own = _matching(self.per_file_sources, draft)
        if not own or draft is None:
            return self.sources
        names = {"{stem}": Path(draft).stem, "{folder}": Path(draft).absolute().parent.name}
        return tuple(_filled(source, names) for source in own[-1])

    def outlet_of(self, source: str | None) -> str | None:
        """The outlet that the configuration declares for a source, or None."""
        return next(reversed(_matching(self.outlets, source)), None)

    def tier_of(self, source: str | None) -> str | None:
        """The tier that the configuration declares for a source, or None."""
        return next(reversed(_matching(self.tiers, source)), None)

    def declared(self, sources: Iterable[Document]) -> list[Document]:
        """The sources with their declared tiers, and with declared outlets instead of those their files state."""
        replace = msgspec.structs.replace
        return [
            replace(each, source=self.outlet_of(each.path) or each.source, tier=self.tier_of(each.path))
            for each in sources
        ]

    def override(self, **flags: Any) -> Config:
        """This configuration with the flags that are not None or empty in place of its own values.

        A flag applies to all drafts and kinds, so it also clears the per-draft or per-kind values of the same setting.
        """
        given = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in flags.items()
            if value not in (None, [], ())
        }
        cleared: dict[str, Any] = {_SPECIFIC[name]: {} for name in given if name in _SPECIFIC}
        replaced = {_key_of(name) for name in (*given, *cleared)}
        origin = {key: place for key, place in self.origin.items() if key[0] not in replaced}
        origin.update({(_key_of(name),): Origin(f"--{_key_of(name)}") for name in given})
        return msgspec.structs.replace(self, **given, **cleared, origin=origin)


# A setting, and the per-draft or per-kind setting that a flag for it clears.
_SPECIFIC = {"sources": "per_file_sources", "min_origins": "min_origins_by_kind"}


def load(given: str | None = None, start: Path | None = None) -> Config:
    """The configuration in the file `given`, else in the nearest one from `start` (the current folder) upwards.

    Raises ConfigError if a file cannot be read, is not TOML, or has an unknown key or an invalid value.
    """
    path = Path(given) if given is not None else nearest_file(start)
    return Config() if path is None else Config(**values_of(path))


def ruleset(settings: Config, *folders: str) -> Ruleset:
    """The rules of a run: the built-in ones, the configuration's and the folders', with its tolerances."""
    from factcheck.config.tolerances import layered

    return layered((*settings.rules, *folders), settings.tolerances)


def _key_of(field: str) -> str:
    return field.removesuffix("_by_kind").replace("_", "-")


def _longest_match(finding: str, prefixes: Iterable[str]) -> int:
    return max((len(prefix) for prefix in prefixes if finding.startswith(prefix)), default=-1)


def _matching(patterns: Mapping[str, Given], path: str | None) -> list[Given]:
    return [value for pattern, value in patterns.items() if matches(pattern, path)]


def _filled(source: str, names: Mapping[str, str]) -> str:
    import glob  # needed for patterns only

    for name, value in names.items():
        source = source.replace(name, glob.escape(value) if glob.has_magic(source) else value)
    return source
