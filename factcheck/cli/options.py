"""The options that several commands share, each declared once."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from factcheck.cli.complete import colours, findings, formats, severities, tables
from factcheck.report import FORMATS

Sources = Annotated[
    list[str] | None,
    Option("--sources", metavar="PATH...", help="Files, folders or globs to check against; repeatable."),
]
Published = Annotated[
    str | None,
    Option("--published", metavar="DATE", help="The date of documents that state none, as 2017-02-23."),
]
Rules = Annotated[
    list[str] | None,
    Option(
        "--rules",
        metavar="DIR",
        help="A folder of rules that add to or replace the built-in ones; repeatable.",
    ),
]
ConfigFile = Annotated[
    str | None,
    Option(
        "--config",
        metavar="FILE",
        help="This factcheck.toml or pyproject.toml instead of the nearest one upwards.",
    ),
]
Output = Annotated[
    list[str] | None,
    Option(
        "--output",
        metavar="FORMAT[=FILE]",
        help=f"One of {', '.join(FORMATS)}; to FILE instead of standard output; repeatable. [default: text]",
        autocompletion=formats,
    ),
]
TableFormat = Annotated[
    str | None,
    Option(
        "--table-format",
        metavar="NAME",
        help="The kind of table, by tabulate's name. [default: simple]",
        autocompletion=tables,
    ),
]
FailOn = Annotated[
    str | None,
    Option(
        "--fail-on",
        metavar="SEVERITY",
        help="Exit with 1 from this on: error, warning, note, or never. [default: error]",
        autocompletion=severities,
    ),
]
MinOrigins = Annotated[
    str | None,
    Option(
        "--min-origins",
        metavar="N",
        help="How many independent origins confirm a claim. [default: 2]",
    ),
]
Select = Annotated[
    list[str] | None,
    Option(
        "--select",
        metavar="NAME",
        help="Only findings whose name begins so; repeatable.",
        autocompletion=findings,
    ),
]
Ignore = Annotated[
    list[str] | None,
    Option(
        "--ignore",
        metavar="NAME",
        help="No findings whose name begins so; repeatable.",
        autocompletion=findings,
    ),
]
Baseline = Annotated[
    str | None,
    Option(
        "--baseline",
        metavar="FILE",
        help="Findings that this file knows do not count; `factcheck baseline update` writes it.",
    ),
]
NoIgnores = Annotated[
    bool,
    Option("--no-ignores", help="Heed no `factcheck: ignore` in drafts and beside them."),
]
AllowUnreadable = Annotated[
    bool,
    Option("--allow-unreadable", help="Leave out what cannot be read, and say so, instead of giving up."),
]
ShowSources = Annotated[
    bool,
    Option("--show-sources", help="Tell of each source its words, its day and where that is from, outlet, format."),
]
StdinFilename = Annotated[
    str,
    Option(
        "--stdin-filename",
        metavar="NAME",
        help="The name, and by its ending the format, of what `-` reads from standard input.",
        show_default=False,
    ),
]
Colour = Annotated[
    str,
    Option(
        "--color",
        metavar="WHEN",
        help="auto, always or never; NO_COLOR and FORCE_COLOR are heeded.",
        autocompletion=colours,
    ),
]
Statistics = Annotated[
    bool,
    Option("--statistics", help="In text, count the findings by name, and claims or facts by kind and verdict."),
]
ShowClaims = Annotated[
    bool,
    Option("--show-claims", help="In text, list every claim with its verdict and its sources."),
]
AllFacts = Annotated[
    bool,
    Option("--all", help="In text, list the facts that one origin alone tells, too."),
]
AsSources = Annotated[
    bool,
    Option("--compare", help="The documents are sources: write the findings of `factcheck compare` on them."),
]
Diff = Annotated[
    bool,
    Option("--diff", help="Propose the sources' figures as a unified diff; no file is changed."),
]
Watch = Annotated[
    bool,
    Option("--watch", help="Check again whenever a draft, a source or a setting is saved; end it with Ctrl-C."),
]
