"""`factcheck extract`: the claims of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec.structs import replace

from factcheck import config
from factcheck.cli import options, output
from factcheck.cli.reading import Failures, Reading, distinct, watched
from factcheck.config.names import UNUSED_IGNORE
from factcheck.gate import gated
from factcheck.model import Document, Report
from factcheck.report import LINES


def extract(
    files: Annotated[list[str], options.Argument(metavar="FILE", hidden=True)],
    check_self: Annotated[
        bool, options.Option("--check-self", help="Show also where a document contradicts itself.")
    ] = False,
    published: options.Published = None,
    fail_on: options.FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    output_to: options.Output = None,
    table_format: options.TableFormat = None,
    allow_unreadable: options.AllowUnreadable = False,
    stdin_filename: options.StdinFilename = "-",
    color: options.Colour = "auto",
) -> int:
    """Show what documents claim.

    Every number, date and direct quotation, with its place and what it was read as. Files may be folders and globs too;
    `-` is standard input.
    """
    from factcheck.pipeline import check_self as against_itself
    from factcheck.pipeline import extract

    to, how = output.targets(output_to), output.look(color, table_format)
    settings = config.load(config_file).override(
        published=config.given_day(published), fail_on=config.given_severity(fail_on), select=select, ignore=ignore
    )
    ruleset = config.ruleset(settings, *(rules or ()))
    reading = Reading(settings.published, stdin_filename, allow_unreadable)
    documents = watched(reading.documents(files), "reading")
    failures = Failures()
    if check_self:
        report = gated(against_itself(distinct(documents), ruleset, failed=failures), settings)
        # A comment that is idle here may be meant for a check against sources.
        told = tuple(each for each in report.findings if each.rule != UNUSED_IGNORE)
        report = replace(report, findings=told)
        output.put(report, to, how)
        return failures.status(output.status(report, settings.fail_on))
    if all(target.format in LINES for target in to):
        output.stream(extract(documents, ruleset, failed=failures), to, how)
        return failures.status(0)
    seen: list[Document] = []
    claims = tuple(extract(_kept(documents, seen), ruleset, failed=failures))
    output.put(Report("extract", documents=tuple(seen), claims=claims), to, how)
    return failures.status(0)


def _kept(documents: Iterable[Document], seen: list[Document]) -> Iterator[Document]:
    for document in documents:
        seen.append(document)
        yield document
