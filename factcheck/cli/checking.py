"""Drafts, each by the configuration nearest to it and against its own sources → reports that the gate has seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from factcheck import config
from factcheck.cli import output
from factcheck.cli.output import tell
from factcheck.cli.reading import Reading, Unreadable, distinct, left_out, watched
from factcheck.config import Config
from factcheck.errors import ConfigError, FactcheckError, Failed, InputError
from factcheck.model import Document, Report, Severity

if TYPE_CHECKING:
    from factcheck.pipeline import Prepared

_PROBLEMS_TOLD = 20
_DRAFTS_TOLD = 3


class CheckRequest(Struct, frozen=True):
    """What a command line asks of a check; `flags` are fields of a Config, None where a flag is not given."""

    drafts: Sequence[str]
    flags: Mapping[str, Any]
    config_file: str | None = None
    rules: Sequence[str] = ()
    stdin_filename: str = "-"
    allow_unreadable: bool = False
    ignores: bool = True


class Checked(Struct, frozen=True):
    """Drafts that have their configuration and their sources in common, and the report on them."""

    settings: Config
    report: Report


class Group(Struct, frozen=True):
    """Drafts that have their configuration and their sources in common."""

    settings: Config
    sources: tuple[str, ...]
    drafts: list[Document]


def checked(asked: CheckRequest, failed: Failed | None = None) -> list[Checked]:
    """The reports on all drafts, those of one configuration and one set of sources together.

    With `failed`, documents on which factcheck itself fails are handed to it and left out.

    Whatever cannot be read or used is told, all of it, before the error is raised: who puts the gate before an
    archive mends its gaps in one go.
    """
    problems: list[FactcheckError] = []
    groups = list(_groups(asked, problems))
    drafts = distinct(draft for group in groups for draft in group.drafts)
    own = {Path(draft.path).resolve() for draft in drafts if draft.path and Path(draft.path).is_file()}
    found = []
    for group in groups:
        try:
            found.append(_checked(group, asked, own, failed))
        except FactcheckError as error:
            problems.append(error)
    if problems:
        _give_up(problems)
    if not found:
        raise InputError("nothing was checked: none of the drafts could be read")
    return found


def _give_up(problems: Iterable[FactcheckError]) -> NoReturn:
    told = list(dict.fromkeys(str(problem) for problem in problems))
    if len(told) > _PROBLEMS_TOLD:
        told[_PROBLEMS_TOLD:] = [f"and {len(told) - _PROBLEMS_TOLD} more problems like these"]
    for problem in told[:-1]:
        tell(f"factcheck: {problem}")
    raise InputError(told[-1])


def paths(asked: CheckRequest) -> list[str]:
    """Every file, folder and glob that the outcome hangs on: what to watch for changes."""
    from factcheck.gate.ignores import SIDECAR

    found = [*asked.drafts, *asked.rules]
    for settings, names in _settled(asked, left_out):
        for name in (_named(each, asked) for each in names):
            found += [f"{name}{SIDECAR}", *settings.sources_of(name)]
        files = (settings.path, settings.baseline, *(origin.by for origin in settings.origin.values() if origin.key))
        found += [*settings.rules, *filter(None, files)]
    return list(dict.fromkeys(found))


def _settled(asked: CheckRequest, unreadable: Unreadable) -> Iterator[tuple[Config, list[str]]]:
    """The drafts by the configuration that they go by, in the order in which they were given."""
    from factcheck.read import files

    by_config: dict[Path | None, list[str]] = {}
    nearest = cache(config.nearest_file)
    for name in files(asked.drafts, unreadable=unreadable):
        folder = Path(_named(name, asked)).absolute().parent
        path = Path(asked.config_file) if asked.config_file is not None else nearest(folder) or nearest(Path.cwd())
        by_config.setdefault(path, []).append(name)
    for path, names in by_config.items():
        settings = Config() if path is None else config.load(str(path))
        yield settings.override(**asked.flags), names


def _groups(asked: CheckRequest, problems: list[FactcheckError]) -> Iterator[Group]:
    """The drafts by configuration and sources, in the order in which they were given."""
    unreadable = left_out if asked.allow_unreadable else problems.append
    for settings, names in _settled(asked, unreadable):
        reading = Reading(settings.published, asked.stdin_filename, unreadable=unreadable)
        by_sources: dict[tuple[str, ...], list[Document]] = {}
        for draft in reading.documents(names):
            by_sources.setdefault(settings.sources_of(draft.path), []).append(draft)
        for sources, drafts in by_sources.items():
            yield Group(settings, sources, drafts)


def _named(name: str, asked: CheckRequest) -> str:
    """The name of a draft; for standard input, that which it is given."""
    return asked.stdin_filename if name == "-" else name


def _checked(group: Group, asked: CheckRequest, own: Set[Path], failed: Failed | None) -> Checked:
    """The report on the drafts of one group."""
    from factcheck.gate import gated
    from factcheck.pipeline import check

    settings = group.settings
    ruleset = config.ruleset(settings, *asked.rules)
    try:
        sources = _witnesses(group, asked, own)
    except FactcheckError as error:
        drafts = ", ".join(draft.id for draft in group.drafts[:_DRAFTS_TOLD])
        more = ", …" if len(group.drafts) > _DRAFTS_TOLD else ""
        raise InputError(f"{error} (for {drafts}{more})") from None
    report = check(
        group.drafts,
        sources,
        ruleset,
        min_origins=settings.min_origins,
        min_origins_by_kind=settings.min_origins_by_kind,
        failed=failed,
    )
    return Checked(settings, gated(report, settings, ignores=asked.ignores))


def alone(asked: CheckRequest) -> tuple[Config, Document, Prepared]:
    """The one draft that is asked for, its configuration and its sources made ready.

    Raises InputError when it is not one, or when it or a source cannot be read.
    """
    from factcheck.pipeline import prepare

    problems: list[FactcheckError] = []
    groups = list(_groups(asked, problems))
    if problems:
        _give_up(problems)
    if len(groups) != 1 or len(groups[0].drafts) != 1:
        raise InputError(f"{', '.join(asked.drafts)}: explains one draft at a time")
    (group,) = groups
    (draft,) = group.drafts
    own = {Path(draft.path).resolve()} if draft.path and Path(draft.path).is_file() else set()
    ruleset = config.ruleset(group.settings, *asked.rules)
    return group.settings, draft, prepare(_witnesses(group, asked, own), ruleset)


def _witnesses(group: Group, asked: CheckRequest, own: Set[Path]) -> list[Document]:
    """The sources without the drafts: a draft in its own folder of sources would confirm itself."""
    settings = group.settings
    if not group.sources:
        where = f"{settings.path} names none; " if settings.path else ""
        raise ConfigError(
            f"no sources to check against: {where}give --sources PATH, or sources = [...] in factcheck.toml"
        )
    unreadable = left_out if asked.allow_unreadable else None
    reading = Reading(settings.published, asked.stdin_filename, unreadable=unreadable)
    kept = []
    for source in distinct(watched(reading.documents(group.sources), "reading")):
        if own and source.path and Path(source.path).resolve() in own:
            tell(f"factcheck: {source.id} is a draft and was left out of the sources")
        else:
            kept.append(source)
    if not kept:
        raise ConfigError("no sources to check against: those given hold no document to read but the draft")
    return settings.declared(kept)


def joined(reports: Sequence[Report]) -> Report:
    """Several reports as one: the sources that they have in common once, their origins numbered anew."""
    if len(reports) == 1:
        return reports[0]
    sources: dict[str, Document] = {}
    for document in (document for report in reports for document in report.documents):
        if sources.setdefault(document.id, document).path != document.path:
            raise InputError(f"{document.id}: two sources bear this name; give each line of a corpus an id of its own")
    origins = [origin for report in reports for origin in report.origins]
    return Report(
        "check",
        documents=tuple(sorted(sources.values(), key=lambda document: document.id)),
        drafts=tuple(draft for report in reports for draft in report.drafts),
        origins=tuple(replace(origin, id=f"o{number}") for number, origin in enumerate(origins, 1)),
        judged=tuple(judged for report in reports for judged in report.judged),
        findings=tuple(finding for report in reports for finding in report.findings),
    )


def status(found: Iterable[Checked]) -> int:
    """1 when a draft has a finding that its own configuration does not let pass, else 0."""
    return max((output.status(each.report, each.settings.fail_on) for each in found), default=0)


def strictest(found: Iterable[Checked]) -> Severity:
    """The lowest severity that one of the configurations fails on: what a report of all drafts may call a failure."""
    levels = [each.settings.fail_on for each in found if each.settings.fail_on is not Severity.never]
    return min(levels, default=Severity.never)
