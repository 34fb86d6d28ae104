"""What drafts are checked against, kept between one keystroke and the next: settings, rules, sources."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from factcheck import config
from factcheck.config import Config
from factcheck.errors import ConfigError, DocumentError, InputError
from factcheck.gate import baseline, gated
from factcheck.model import Document, Finding, Report
from factcheck.pipeline import Prepared, check_against, prepare
from factcheck.read import READERS, distinct, documents, files
from factcheck.report.phrasing import counting
from factcheck.report.place import documents_of

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
        if Path(own).suffix.lower() in READERS:
            return own
        ending = LANGUAGES.get(self.language)
        return None if ending is None else own + ending


class Checked(Struct, frozen=True, dict=True):
    """A draft with what was found; `problem` says why it could not be checked, `remark` why it was not to
    be, or which of its sources were left out.
    """

    draft: Draft
    report: Report = Report("check")
    problem: str = ""
    remark: str = ""

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The draft and its sources by name."""
        return documents_of(self.report)

    def findings(self) -> list[Finding]:
        """What there is to tell: neither suppressed nor known to the baseline."""
        return counting(self.report)


class Desk:
    """Checks drafts; reads a file again only when it has changed. Not for several threads at once."""

    def __init__(self, config_file: str | None = None) -> None:
        """Settings come from this file, else for each draft from the nearest one upwards."""
        self._config_file = config_file
        self._read: dict[tuple[Stamp, date | None], tuple[Document, ...]] = {}
        self._prepared: OrderedDict[tuple[str, tuple[Stamp, ...]], tuple[Prepared, str]] = OrderedDict()

    def check(self, draft: Draft) -> Checked:
        """The draft against the sources of its project, as `factcheck check` would.

        Raises FactcheckError when the settings, the rules, a source or the draft cannot be used.
        """
        name = draft.name()
        if name is None:
            return Checked(draft, remark=f"{draft.uri}: not checked: no draft by its name or language")
        settings = self._settings(draft)
        paths = settings.sources_of(name)
        if not paths:
            if settings.path is None:
                return Checked(draft, remark=f"{name}: not checked: there is no factcheck.toml in or above its folder")
            raise ConfigError(f"{settings.path}: no sources to check {name} against; add sources = [...]")
        named = files(paths)
        if draft.path is not None and os.path.realpath(draft.path) in map(os.path.realpath, named):
            return Checked(draft, remark=f"{name}: not checked: it is one of its own sources")
        prepared, remark = self._sources(settings, tuple(map(_stamp, named)))
        text = draft.text.encode("utf-8", errors="replace")  # no file can hold the half of a surrogate pair
        written = distinct(documents(["-"], stdin=text, stdin_filename=name, published=settings.published))
        report = check_against(
            prepared,
            written,
            min_origins=settings.min_origins,
            min_origins_by_kind=settings.min_origins_by_kind,
        )
        report = gated(report, settings)
        if settings.baseline is not None:
            report = baseline.marked(report, baseline.load(settings.baseline), settings.baseline)
        return Checked(draft, report, remark=remark)

    def _settings(self, draft: Draft) -> Config:
        """The settings as they are now: reading them takes less than knowing whether they have changed."""
        return config.load(self._config_file, None if draft.path is None else draft.path.parent)

    def _sources(self, settings: Config, stamps: tuple[Stamp, ...]) -> tuple[Prepared, str]:
        """The sources made ready, from the files as they are now, and which of them had to be left out."""
        said = repr((settings.rules, settings.tolerances, settings.outlets, settings.tiers, settings.published))
        key = (said, stamps)
        prepared = self._prepared.pop(key, None) or self._prepare(settings, stamps)
        self._prepared[key] = prepared
        while len(self._prepared) > _MOST_KEPT:
            self._prepared.popitem(last=False)
        return prepared

    def _prepare(self, settings: Config, stamps: tuple[Stamp, ...]) -> tuple[Prepared, str]:
        read = {(stamp, settings.published): self._documents(stamp, settings.published) for stamp in stamps}
        self._read = read  # forgets files that have changed or gone
        sources = distinct(document for found in read.values() for document in found)
        failed: list[DocumentError] = []
        prepared = prepare(settings.declared(sources), config.ruleset(settings), failed=failed.append)
        return prepared, "\n".join(map(str, failed))

    def _documents(self, stamp: Stamp, published: date | None) -> tuple[Document, ...]:
        key = (stamp, published)
        if key not in self._read:
            self._read[key] = tuple(documents([stamp[0]], published=published))
        return self._read[key]


def _stamp(name: str) -> Stamp:
    """A file and what changes when it is written."""
    try:
        found = Path(name).stat()
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}; mend that or leave the file out") from None
    return name, found.st_mtime_ns, found.st_size


def _seen_from_here(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return str(path)
