"""`factcheck check`: drafts against their sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from factcheck import config
from factcheck.cli import options, output
from factcheck.cli.findings import chosen
from factcheck.cli.reading import Reading, distinct, watched
from factcheck.errors import ConfigError
from factcheck.model import Document


def check(
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT", hidden=True)],
    sources: Annotated[
        list[str] | None,
        typer.Option("--sources", metavar="PATH...", help="Files, folders or globs to check against; repeatable."),
    ] = None,
    published: options.Published = None,
    fail_on: options.FailOn = None,
    min_origins: Annotated[
        str | None,
        typer.Option(
            "--min-origins",
            metavar="N",
            help="How many independent origins confirm a claim. [default: 2]",
        ),
    ] = None,
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
    show_claims: options.ShowClaims = False,
    diff: options.Diff = False,
    watch: options.Watch = False,
) -> int:
    """Check drafts against their sources.

    Every number, date and direct quotation of the drafts is held against what the sources say of it. Drafts and sources
    are files, folders or globs: text, Markdown, HTML, and corpora with one JSON document a line; `-` is standard input.
    A draft that lies among its sources is left out of them.
    """
    from factcheck.pipeline import check
    from factcheck.ruleset import load_rules

    to, how = output.targets(output_to, diff=diff), output.look(color, table_format)

    def settled() -> config.Config:
        return config.load(config_file).override(
            sources=sources,
            published=config.given_day(published),
            fail_on=config.given_severity(fail_on),
            min_origins=config.given_count(min_origins),
            select=select,
            ignore=ignore,
        )

    def once() -> int:
        settings = settled()
        if not settings.sources:
            raise ConfigError("no sources to check against; give --sources PATH, or sources = [...] in factcheck.toml")
        ruleset = load_rules(*settings.rules, *(rules or ()))
        reading = Reading(settings.published, stdin_filename, allow_unreadable)
        checked = distinct(reading.documents(drafts))
        against = _witnesses(distinct(watched(reading.documents(settings.sources), "reading")), checked)
        report = chosen(check(checked, against, ruleset, min_origins=settings.min_origins), settings)
        if not report.judged:
            output.tell(f"factcheck: no claims found in {', '.join(drafts)}")
        shown = replace(how, claims=show_claims, statistics=statistics, fail_on=settings.fail_on)
        output.put(report, to, shown)
        return output.status(report, settings.fail_on)

    if watch:
        from factcheck.cli.watch import watch as again

        settings = settled()
        return again(once, (*drafts, *settings.sources, *filter(None, (settings.path,)), *(rules or ())))
    return once()


def _witnesses(sources: Sequence[Document], drafts: Sequence[Document]) -> list[Document]:
    """The sources without the drafts: a draft in its own folder of sources would confirm itself."""
    own = {Path(draft.id).resolve() for draft in drafts if Path(draft.id).is_file()}
    kept = []
    for source in sources:
        if own and Path(source.id).resolve() in own:
            output.tell(f"factcheck: {source.id} is a draft and was left out of the sources")
        else:
            kept.append(source)
    if not kept:
        raise ConfigError("no sources to check against: those given hold no document but the draft")
    return kept
