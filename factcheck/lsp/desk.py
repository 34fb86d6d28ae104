"""Check the drafts of an editor, caching prepared sources between keystrokes."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from factcheck import config
from factcheck.cached import cached_property
from factcheck.config import Config
from factcheck.errors import ConfigError, DocumentError, InputError
from factcheck.gate import baseline, gated
from factcheck.model import Document, Finding, Report
from factcheck.pipeline import Prepared, check_against, prepare
from factcheck.read import READERS, distinct, documents, files
from factcheck.report.phrasing import counting
from factcheck.report.place import documents_of

# File suffixes by the editors' language ids, for documents without a file or with an unknown suffix.
LANGUAGES = {"plaintext": ".txt", "text": ".txt", "markdown": ".md", "html": ".html"}
_MAX_CACHED = 4  # sets of prepared sources; drafts of several projects may be open at once

Stamp = tuple[str, int, int]  # path, time of the last change in nanoseconds, size in bytes


class Draft(Struct, frozen=True):
    """A document that is open in the editor; `path` is None where it has never been saved."""

    uri: str
    text: str
    version: int | None = None
    path: Path | None = None
    language: str = ""

    def name(self) -> str | None:
        """The name of the draft, with the suffix of its format; None for other files, such as code or pictures."""
        own = "untitled" if self.path is None else _relative(self.path)
        if Path(own).suffix.lower() in READERS:
            return own
        ending = LANGUAGES.get(self.language)
        return None if ending is None else own + ending


class Checked(Struct, frozen=True, dict=True):
    """A draft and its report.

    `problem` is the error for which it could not be checked; `remark` says why it is not to be checked, or which of
    its sources were left out.
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
        """The findings that are neither suppressed nor in the baseline."""
        return counting(self.report)


class Desk:
    """Checks drafts; reads a source again only when it has changed. Not safe for concurrent use by threads."""

    def __init__(self, config_file: str | None = None) -> None:
        """Take the settings from `config_file`, or for each draft from the nearest file in or above its folder."""
        self._config_file = config_file
        self._read: dict[tuple[Stamp, date | None], tuple[Document, ...]] = {}
        self._prepared: OrderedDict[tuple[str, tuple[Stamp, ...], tuple[date | None, ...]], tuple[Prepared, str]] = (
            OrderedDict()
        )

    def check(self, draft: Draft) -> Checked:
        """Check the draft against the sources of its project, as `factcheck check` does.

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
        text = draft.text.encode("utf-8", errors="replace")  # a lone surrogate has no UTF-8 form
        written = distinct(documents(["-"], stdin=text, stdin_filename=name, published=settings.published, whole=True))
        prepared, remark = self._sources(settings, tuple(map(_stamp, named)), written)
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
        """The settings as they are now; reading them is cheaper than finding out whether they changed."""
        return config.load(self._config_file, None if draft.path is None else draft.path.parent)

    def _sources(
        self, settings: Config, stamps: tuple[Stamp, ...], written: Sequence[Document]
    ) -> tuple[Prepared, str]:
        """The sources prepared from the files as they are now, and a message on those left out; cached."""
        days = tuple(document.anchor for document in written)  # give the year of datelines that state none
        relevant = repr((settings.rules, settings.tolerances, settings.outlets, settings.tiers, settings.published))
        key = (relevant, stamps, days)
        prepared = self._prepared.pop(key, None) or self._prepare(settings, stamps, written)
        self._prepared[key] = prepared
        while len(self._prepared) > _MAX_CACHED:
            self._prepared.popitem(last=False)
        return prepared

    def _prepare(
        self, settings: Config, stamps: tuple[Stamp, ...], written: Sequence[Document]
    ) -> tuple[Prepared, str]:
        read = {(stamp, settings.published): self._documents(stamp, settings.published) for stamp in stamps}
        self._read = read  # drops files that changed or were removed
        sources = distinct(document for found in read.values() for document in found)
        failed: list[DocumentError] = []
        prepared = prepare(settings.declared(sources), config.ruleset(settings), written, failed=failed.append)
        return prepared, "\n".join(map(str, failed))

    def _documents(self, stamp: Stamp, published: date | None) -> tuple[Document, ...]:
        key = (stamp, published)
        if key not in self._read:
            self._read[key] = tuple(documents([stamp[0]], published=published))
        return self._read[key]


def _stamp(name: str) -> Stamp:
    """The path, change time and size of a file; raises InputError when it cannot be read."""
    try:
        found = Path(name).stat()
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}; mend that or leave the file out") from None
    return name, found.st_mtime_ns, found.st_size


def _relative(path: Path) -> str:
    """The path relative to the working directory, absolute where that is on another drive."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)
