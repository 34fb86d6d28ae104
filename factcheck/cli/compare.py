"""`factcheck compare`: compare sources with each other, as a table of claims by source."""

from __future__ import annotations

from typing import Annotated

from msgspec.structs import replace
from typer import Argument

from factcheck import config
from factcheck.cli import options, output
from factcheck.cli.reading import Failures, Reading, distinct, watched


def compare(
    sources: Annotated[list[str], Argument(metavar="SOURCE", hidden=True)],
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
    statistics: options.Statistics = False,
) -> int:
    """Compare sources with each other.

    Shows where they agree, where they differ, and what only one of them reports, each with the number of independent
    origins. Sources are files, folders or globs; `-` is standard input.
    """
    from factcheck.gate import chosen
    from factcheck.pipeline import compare

    to, rendering = output.targets(output_to), output.render_options(color, table_format)
    settings = config.load(config_file).override(
        published=config.given_day(published),
        fail_on=config.given_severity(fail_on),
        select=config.given_names("--select", select, rules or ()),
        ignore=config.given_names("--ignore", ignore, rules or ()),
    )
    ruleset = config.ruleset(settings, *(rules or ()))
    reading = Reading(settings.published, stdin_filename, allow_unreadable)
    documents = settings.declared(distinct(watched(reading.documents(sources), "reading")))
    failures = Failures()
    report = chosen(compare(documents, ruleset, failed=failures), settings)
    output.put(report, to, replace(rendering, statistics=statistics, fail_on=settings.fail_on))
    return failures.status(output.status(report, settings.fail_on))
