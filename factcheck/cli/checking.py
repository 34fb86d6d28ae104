"""Check drafts, each with its nearest configuration and its own sources, and apply ignores and baselines."""

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

_MAX_PROBLEMS = 20  # reported one by one; more would not fit on a screen
_MAX_DRAFTS = 3  # named in an error message about their sources


class CheckRequest(Struct, frozen=True):
    """The arguments of a check; `flags` are fields of a Config by name, None where a flag is not given."""

    drafts: Sequence[str]
    flags: Mapping[str, Any]
    config_file: str | None = None
    rules: Sequence[str] = ()
    stdin_filename: str = "-"
    allow_unreadable: bool = False
    ignores: bool = True


class Checked(Struct, frozen=True):
    """The report on drafts that share their configuration and sources."""

    settings: Config
    report: Report


class Group(Struct, frozen=True):
    """Drafts that share their configuration and the paths of their sources."""

    settings: Config
    sources: tuple[str, ...]
    drafts: list[Document]


def checked(request: CheckRequest, failed: Failed | None = None) -> list[Checked]:
    """One report for each configuration and set of sources, on all drafts that share them.

    Documents on which factcheck itself fails are passed to `failed` and left out; without it the error is raised.

    Raises InputError when anything cannot be read or used, after reporting all such problems on standard error, so
    that users can fix them in one go.
    """
    problems: list[FactcheckError] = []
    groups = list(_groups(request, problems))
    drafts = distinct(draft for group in groups for draft in group.drafts)
    own = {Path(draft.path).resolve() for draft in drafts if draft.path and Path(draft.path).is_file()}
    found = []
    for group in groups:
        try:
            found.append(_checked(group, request, own, failed))
        except FactcheckError as error:
            problems.append(error)
    if problems:
        _give_up(problems)
    if not found:
        raise InputError("nothing was checked: none of the drafts could be read")
    return found


def _give_up(problems: Iterable[FactcheckError]) -> NoReturn:
    messages = list(dict.fromkeys(str(problem) for problem in problems))
    if len(messages) > _MAX_PROBLEMS:
        messages[_MAX_PROBLEMS:] = [f"and {len(messages) - _MAX_PROBLEMS} more problems like these"]
    for message in messages[:-1]:
        tell(f"factcheck: {message}")
    raise InputError(messages[-1])


def paths(request: CheckRequest) -> list[str]:
    """Every file, folder and glob that affects the result, for watching."""
    from factcheck.gate.ignores import SIDECAR

    found = [*request.drafts, *request.rules]
    for settings, names in _settled(request, left_out):
        for name in (_named(each, request) for each in names):
            found += [f"{name}{SIDECAR}", *settings.sources_of(name)]
        files = (settings.path, settings.baseline, *(origin.by for origin in settings.origin.values() if origin.key))
        found += [*settings.rules, *filter(None, files)]
    return list(dict.fromkeys(found))


def _settled(request: CheckRequest, unreadable: Unreadable) -> Iterator[tuple[Config, list[str]]]:
    """The names of the drafts by their configuration, in the order in which they were given."""
    from factcheck.read import files

    by_config: dict[Path | None, list[str]] = {}
    nearest = cache(config.nearest_file)
    for name in files(request.drafts, unreadable=unreadable):
        folder = Path(_named(name, request)).absolute().parent
        path = Path(request.config_file) if request.config_file is not None else nearest(folder) or nearest(Path.cwd())
        by_config.setdefault(path, []).append(name)
    for path, names in by_config.items():
        settings = Config() if path is None else config.load(str(path))
        yield settings.override(**request.flags), names


def _groups(request: CheckRequest, problems: list[FactcheckError]) -> Iterator[Group]:
    """The drafts by configuration and sources, in the order in which they were given."""
    unreadable = left_out if request.allow_unreadable else problems.append
    for settings, names in _settled(request, unreadable):
        reading = Reading(settings.published, request.stdin_filename, unreadable=unreadable)
        by_sources: dict[tuple[str, ...], list[Document]] = {}
        for draft in reading.documents(names, whole=True):
            by_sources.setdefault(settings.sources_of(draft.path), []).append(draft)
        for sources, drafts in by_sources.items():
            yield Group(settings, sources, drafts)


def _named(name: str, request: CheckRequest) -> str:
    """The name of a draft; for standard input, the name given by `--stdin-filename`."""
    return request.stdin_filename if name == "-" else name


def _checked(group: Group, request: CheckRequest, own: Set[Path], failed: Failed | None) -> Checked:
    """The report on the drafts of one group."""
    from factcheck.gate import gated
    from factcheck.pipeline import check

    settings = group.settings
    ruleset = config.ruleset(settings, *request.rules)
    try:
        sources = _sources(group, request, own)
    except FactcheckError as error:
        drafts = ", ".join(draft.id for draft in group.drafts[:_MAX_DRAFTS])
        more = ", …" if len(group.drafts) > _MAX_DRAFTS else ""
        raise InputError(f"{error} (for {drafts}{more})") from None
    report = check(
        group.drafts,
        sources,
        ruleset,
        min_origins=settings.min_origins,
        min_origins_by_kind=settings.min_origins_by_kind,
        failed=failed,
    )
    return Checked(settings, gated(report, settings, ignores=request.ignores))


def alone(request: CheckRequest) -> tuple[Config, Document, Prepared]:
    """The configuration, the only draft and its prepared sources.

    Raises InputError when there is not exactly one draft, or when it or a source cannot be read.
    """
    from factcheck.pipeline import prepare

    problems: list[FactcheckError] = []
    groups = list(_groups(request, problems))
    if problems:
        _give_up(problems)
    if len(groups) != 1 or len(groups[0].drafts) != 1:
        raise InputError(f"{', '.join(request.drafts)}: explains one draft at a time")
    (group,) = groups
    (draft,) = group.drafts
    own = {Path(draft.path).resolve()} if draft.path and Path(draft.path).is_file() else set()
    ruleset = config.ruleset(group.settings, *request.rules)
    return group.settings, draft, prepare(_sources(group, request, own), ruleset, [draft])


def _sources(group: Group, request: CheckRequest, own: Set[Path]) -> list[Document]:
    """The sources of a group without the drafts (`own`): a draft among its own sources would confirm itself.

    Raises ConfigError when no source is left.
    """
    settings = group.settings
    if not group.sources:
        where = f"{settings.path} names none; " if settings.path else ""
        raise ConfigError(
            f"no sources to check against: {where}give --sources PATH, or sources = [...] in factcheck.toml"
        )
    unreadable = left_out if request.allow_unreadable else None
    reading = Reading(settings.published, request.stdin_filename, unreadable=unreadable)
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
    """Merge reports into one: shared sources appear once, and origins are renumbered.

    Raises InputError when two sources have one name.
    """
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
    """1 when a draft has a finding at or above the `fail-on` of its own configuration, else 0."""
    return max((output.status(each.report, each.settings.fail_on) for each in found), default=0)


def strictest(found: Iterable[Checked]) -> Severity:
    """The lowest `fail-on` of the configurations, for a report on all drafts; `never` where all have that."""
    levels = [each.settings.fail_on for each in found if each.settings.fail_on is not Severity.never]
    return min(levels, default=Severity.never)
