"""`factcheck compare`: compare sources with each other, as a table of claims by source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec.structs import replace
from typer import Argument

from factcheck import config
from factcheck.cli import options, output
from factcheck.cli.checking import Checked
from factcheck.cli.reading import Failures, Reading, distinct, tell_sources, watched
from factcheck.config import Config
from factcheck.errors import Failed


def compare(
    sources: Annotated[list[str], Argument(metavar="SOURCE", hidden=True)],
    published: options.Published = None,
    fail_on: options.FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    output_to: options.Output = None,
    table_format: options.TableFormat = None,
    allow_unreadable: options.AllowUnreadable = False,
    show_sources: options.ShowSources = False,
    stdin_filename: options.StdinFilename = "-",
    color: options.Colour = "auto",
    statistics: options.Statistics = False,
    all_facts: options.AllFacts = False,
) -> int:
    """Compare sources with each other.

    Shows where they agree, where they differ, and what only one of them reports, each with the number of independent
    origins. Two values of one fact from two origins are an error. Sources are files, folders or globs; `-` is standard
    input.
    """
    from factcheck.cli.baseline import compared

    to, rendering = output.targets(output_to), output.render_options(color, table_format)
    settings = config.load(config_file).override(
        published=config.given_day(published),
        fail_on=config.given_severity(fail_on),
        select=config.given_names("--select", select, rules or ()),
        ignore=config.given_names("--ignore", ignore, rules or ()),
        baseline=baseline,
    )
    failures = Failures()
    reading = Reading(settings.published, stdin_filename, allow_unreadable)
    (found,) = compared([comparison(sources, settings, reading, rules or (), failures)])
    report = replace(found.report, drafts=())
    if show_sources:
        tell_sources(report)
    rendering = replace(rendering, statistics=statistics, all_facts=all_facts, fail_on=settings.fail_on)
    output.put(report, to, rendering)
    return failures.status(output.status(report, settings.fail_on))


def comparison(
    sources: Sequence[str], settings: Config, reading: Reading, rules: Sequence[str], failed: Failed | None
) -> Checked:
    """The report on sources, each of which is a draft of it as well: a document in which a finding may stand."""
    from factcheck.gate import chosen
    from factcheck.pipeline import compare

    documents = settings.declared(distinct(watched(reading.documents(sources), "reading")))
    report = chosen(compare(documents, config.ruleset(settings, *rules), failed=failed), settings)
    return Checked(settings, replace(report, drafts=report.documents))
