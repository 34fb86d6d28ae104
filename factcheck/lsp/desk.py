"""What drafts are checked against, kept between one keystroke and the next: settings, rules, sources."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factcheck.config import Config, load
from factcheck.errors import ConfigError, InputError
from factcheck.model import Document, Report
from factcheck.pipeline import Prepared, check_against, prepare
from factcheck.read import READERS, distinct, documents, files
from factcheck.ruleset import load_rules

# How editors call the languages of drafts, for documents without a file or with an ending that nobody knows.
LANGUAGES = {"plaintext": ".txt", "text": ".txt", "markdown": ".md", "html": ".html"}
_MOST_KEPT = 4  # sets of sources: drafts of several projects may be open at once

Stamp = tuple[str, int, int]


class Draft(Struct, frozen=True):
    """A document that is open in the editor; `path` is None where it has never been saved."""

    uri: str
    text: str
    version: int | None = None
    path: Path | None = None
    language: str = ""

    def name(self) -> str | None:
        """What it is called, with the ending by which it is read; None for what is no draft: code, a picture."""
        own = "untitled" if self.path is None else _seen_from_here(self.path)
        suffix = Path(own).suffix.lower()
        if suffix in READERS:
            return own
        ending = LANGUAGES.get(self.language)
        return None if ending is None else own + ending


class Checked(Struct, frozen=True):
    """A draft with what was found: `files` names the file of each document in the report.

    `problem` says why it could not be checked; `remark` why it was not to be.
    """

    draft: Draft
    report: Report = Report("check")
    files: Mapping[str, str] = {}
    problem: str = ""
    remark: str = ""

    def written(self, identity: str) -> Document:
        """The document of that name in the draft: a file holds one, a corpus one a line."""
        return next(each for each in self.report.drafts if each.id == identity)

    def source(self, identity: str) -> Document:
        """The source of that name."""
        return next(each for each in self.report.documents if each.id == identity)


class _Shelf(Struct, frozen=True):
    """Sources ready to be checked against, and the file that each came from."""

    prepared: Prepared
    files: Mapping[str, str]


class Desk:
    """Checks drafts; reads a file again only when it has changed. Not for several threads at once."""

    def __init__(self, config_file: str | None = None) -> None:
        """Settings come from this file, else for each draft from the nearest one upwards."""
        self._config_file = config_file
        self._read: dict[tuple[Stamp, date | None], tuple[Document, ...]] = {}
        self._shelves: OrderedDict[tuple[object, ...], _Shelf] = OrderedDict()

    def check(self, draft: Draft) -> Checked:
        """The draft against the sources of its project, as `factcheck check` would.

        Raises FactcheckError when the settings, the rules, a source or the draft cannot be used.
        """
        name = draft.name()
        if name is None:
            return Checked(draft, remark=f"{draft.uri}: not checked: no draft by its name or language")
        config = load(self._config_file, Path.cwd() if draft.path is None else draft.path.parent)
        if not config.sources:
            if config.path is None:
                return Checked(draft, remark=f"{name}: not checked: there is no factcheck.toml in or above its folder")
            raise ConfigError(f"{config.path}: no sources to check against; add sources = [...]")
        named = files(config.sources)
        if draft.path is not None and os.path.realpath(draft.path) in map(os.path.realpath, named):
            return Checked(draft, remark=f"{name}: not checked: it is one of the sources")
        shelf = self._shelf(config, named)
        written = distinct(
            documents(["-"], stdin=_encoded(draft.text), stdin_filename=name, published=config.published)
        )
        report = check_against(shelf.prepared, written, min_origins=config.min_origins)
        wanted = tuple(finding for finding in report.findings if config.wants(finding.rule))
        return Checked(draft, replace(report, findings=wanted), shelf.files)

    def _shelf(self, config: Config, named: list[str]) -> _Shelf:
        """The sources made ready, from the files as they are now."""
        stamps = tuple(map(_stamp, named))
        key = (config.rules, config.published, stamps)
        shelf = self._shelves.pop(key, None) or self._filled(config, stamps)
        self._shelves[key] = shelf
        while len(self._shelves) > _MOST_KEPT:
            self._shelves.popitem(last=False)
        return shelf

    def _filled(self, config: Config, stamps: tuple[Stamp, ...]) -> _Shelf:
        read = {(stamp, config.published): self._documents(stamp, config.published) for stamp in stamps}
        self._read = read  # forgets files that have changed or gone
        sources = distinct(document for found in read.values() for document in found)
        origin = {document.id: stamp[0] for (stamp, _), found in read.items() for document in found}
        return _Shelf(prepare(sources, load_rules(*config.rules)), origin)

    def _documents(self, stamp: Stamp, published: date | None) -> tuple[Document, ...]:
        key = (stamp, published)
        if key not in self._read:
            self._read[key] = tuple(documents([stamp[0]], published=published))
        return self._read[key]


def _stamp(name: str) -> Stamp:
    try:
        found = Path(name).stat()
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from None
    return name, found.st_mtime_ns, found.st_size


def _encoded(text: str) -> bytes:
    """The text as the bytes of a file; a lone half of a surrogate pair, which no file can hold, as a question mark."""
    return text.encode("utf-8", errors="replace")


def _seen_from_here(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
