"""`factcheck extract`: show the claims of documents."""

# No `from __future__ import annotations`: typer would have to compile each annotation from its text.

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from msgspec.structs import replace
from typer import Argument, Option

from factcheck import config
from factcheck.cli import options, output
from factcheck.cli.reading import Failures, Reading, distinct, watched
from factcheck.config.names import UNUSED_IGNORE
from factcheck.errors import ConfigError
from factcheck.gate import gated
from factcheck.model import Document, Report
from factcheck.report import LINES, TRACED, RenderOptions
from factcheck.ruleset import Ruleset


def extract(
    files: Annotated[list[str], Argument(metavar="FILE", hidden=True)],
    check_self: Annotated[bool, Option("--check-self", help="Show also where a document contradicts itself.")] = False,
    explain: Annotated[bool, Option("--explain", help="Show also which readings were not taken, and why.")] = False,
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
    `-` is standard input. `--explain` tells for each claim its rule and the readings of its words that lost, and what
    was looked at and is no claim, with the rule or the trap that refused it.
    """
    from factcheck.pipeline import check_self as against_itself
    from factcheck.pipeline import extract

    to, rendering = output.targets(output_to), output.render_options(color, table_format)
    settings = config.load(config_file).override(
        published=config.given_day(published), fail_on=config.given_severity(fail_on), select=select, ignore=ignore
    )
    ruleset = config.ruleset(settings, *(rules or ()))
    reading = Reading(settings.published, stdin_filename, allow_unreadable)
    documents = watched(reading.documents(files), "reading")
    failures = Failures()
    if explain and check_self:
        raise ConfigError("--explain and --check-self: give one of the two")
    if explain:
        _explained(documents, ruleset, to, rendering, failures)
        return failures.status(0)
    if check_self:
        report = gated(against_itself(distinct(documents), ruleset, failed=failures), settings)
        # An ignore comment that is unused here may be meant for a check against sources.
        findings = tuple(each for each in report.findings if each.rule != UNUSED_IGNORE)
        report = replace(report, findings=findings)
        output.put(report, to, rendering)
        return failures.status(output.status(report, settings.fail_on))
    if all(target.format in LINES for target in to):
        output.stream(extract(documents, ruleset, failed=failures), to, rendering)
        return failures.status(0)
    seen: list[Document] = []
    claims = tuple(extract(_recording(documents, seen), ruleset, failed=failures))
    output.put(Report("extract", documents=tuple(seen), claims=claims), to, rendering)
    return failures.status(0)


def _explained(
    documents: Iterable[Document],
    ruleset: Ruleset,
    to: Sequence[output.Target],
    rendering: RenderOptions,
    failures: Failures,
) -> None:
    """Write the claims with their traces; raises ConfigError for a format that cannot show them."""
    from factcheck.pipeline import extract_explained
    from factcheck.report.explanation import readings

    for target in to:
        if target.format not in TRACED:
            raise ConfigError(f"--explain: {target.format} shows no trace; give one of {', '.join(TRACED)}")
    report = extract_explained(documents, ruleset, failed=failures)
    for target in to:
        if target.format == "text":
            output.write(readings(report, ruleset, rendering), target.path)
        else:
            output.put(report, [target], rendering)


def _recording(documents: Iterable[Document], seen: list[Document]) -> Iterator[Document]:
    """The documents, each added to `seen` when it is read."""
    for document in documents:
        seen.append(document)
        yield document
