"""`factcheck check`: check drafts against their sources."""

# No `from __future__ import annotations`: typer would have to compile each annotation from its text.

from typing import Annotated

from msgspec.structs import replace
from typer import Argument

from factcheck import config
from factcheck.cli import options, output


def check(
    drafts: Annotated[list[str], Argument(metavar="DRAFT", hidden=True)],
    sources: options.Sources = None,
    published: options.Published = None,
    fail_on: options.FailOn = None,
    min_origins: options.MinOrigins = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    no_ignores: options.NoIgnores = False,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    output_to: options.Output = None,
    table_format: options.TableFormat = None,
    allow_unreadable: options.AllowUnreadable = False,
    show_sources: options.ShowSources = False,
    stdin_filename: options.StdinFilename = "-",
    color: options.Colour = "auto",
    statistics: options.Statistics = False,
    show_claims: options.ShowClaims = False,
    diff: options.Diff = False,
    watch: options.Watch = False,
) -> int:
    """Check drafts against their sources.

    Every number, date and direct quotation of the drafts is held against what the sources say of it. Drafts and sources
    are files, folders or globs: text, Markdown, HTML, and corpora with one JSON document a line; `-` is standard input.
    A draft that lies among its sources is left out of them.
    """
    from factcheck.cli.baseline import compared
    from factcheck.cli.checking import CheckRequest, checked, joined, paths, status, strictest
    from factcheck.cli.reading import Failures, tell_sources

    to, rendering = output.targets(output_to, diff=diff), output.render_options(color, table_format)
    folders = tuple(rules or ())
    flags = {
        "sources": sources,
        "published": config.given_day(published),
        "fail_on": config.given_severity(fail_on),
        "min_origins": config.given_count(min_origins),
        "select": config.given_names("--select", select, folders),
        "ignore": config.given_names("--ignore", ignore, folders),
        "baseline": baseline,
    }
    request = CheckRequest(drafts, flags, config_file, folders, stdin_filename, allow_unreadable, not no_ignores)

    def once() -> int:
        failures = Failures()
        found = compared(checked(request, failures))
        report = joined([each.report for each in found])
        if show_sources:
            tell_sources(report)
        if not report.judged and not failures.any:
            output.tell(f"factcheck: no claims found in {', '.join(drafts)}")
        output.put(report, to, replace(rendering, claims=show_claims, statistics=statistics, fail_on=strictest(found)))
        return failures.status(status(found))

    if watch:
        from factcheck.cli.watch import watch as again

        return again(once, paths(request), written=[target.path for target in to if target.path])
    return once()
