"""`factcheck explain`: explain the verdict on a claim of a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from factcheck import config
from factcheck.cli import options, output
from factcheck.errors import InputError
from factcheck.regex_cache import regex

if TYPE_CHECKING:
    from factcheck.model import Rejected
    from factcheck.pipeline import Explained

FORMATS = ("text", "json")
_PLACE = regex(r"(?P<draft>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
_FINDING = regex(r"(?P<draft>.+)#(?P<id>[0-9a-f]{6,})")


def explain(
    place: Annotated[str, Argument(metavar="DRAFT:LINE[:COL]", hidden=True)],
    sources: options.Sources = None,
    published: options.Published = None,
    min_origins: options.MinOrigins = None,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    allow_unreadable: options.AllowUnreadable = False,
    output_to: Annotated[
        str,
        Option(
            "--output",
            metavar="FORMAT[=FILE]",
            help="text or json; to FILE instead of standard output.",
            autocompletion=lambda incomplete: [each for each in FORMATS if each.startswith(incomplete)],
        ),
    ] = "text",
    color: options.Colour = "auto",
) -> int:
    """Explain the verdict on the claims of one line of a draft.

    For each claim: how it was read and how not, the claims of the sources that were held beside it with the pieces of
    their scores, the slots of what both state (of whom, what happened, planned or done …) with the words they were read
    from, the comparison, the verdict and the rule; where there is no claim, what refused the words that stand there.
    `DRAFT:LINE:COL` asks for the claim at that column, `DRAFT#ID` for a finding by its fingerprint or the beginning of
    it (`check --output json` tells it).
    """
    from factcheck.cli.checking import CheckRequest, alone
    from factcheck.pipeline import explain as explained
    from factcheck.pipeline import rejected
    from factcheck.report.explanation import as_json, refused, render

    (to,), rendering = output.targets([output_to], known=FORMATS), output.render_options(color, None)
    target = _PLACE.fullmatch(place) or _FINDING.fullmatch(place)
    if target is None:
        raise InputError(
            f"{place}: give a draft and a line, as draft.md:14 or draft.md:14:22, or a finding, draft.md#ID"
        )
    flags = {
        "sources": sources,
        "published": config.given_day(published),
        "min_origins": config.given_count(min_origins),
    }
    given = CheckRequest([target["draft"]], flags, config_file, tuple(rules or ()), allow_unreadable=allow_unreadable)
    settings, draft, prepared = alone(given)
    found = explained(
        prepared, draft, min_origins=settings.min_origins, min_origins_by_kind=settings.min_origins_by_kind
    )
    wanted = _chosen(found, target)
    if not wanted and (none := _refused(rejected(draft, prepared.ruleset), target)):
        output.write(as_json((), none) if to.format == "json" else refused(none, rendering), to.path)
        return 0
    if not wanted:
        raise InputError(f"{place}: no claim stands there; `factcheck extract {target['draft']}` lists all claims")
    documents = {document.id: document for document in (draft, *prepared.sources)}
    shown = as_json(wanted) if to.format == "json" else render(wanted, documents, prepared.ruleset, rendering)
    output.write(shown, to.path)
    return 0


def _refused(found: Sequence[Rejected], target: re.Match[str]) -> list[Rejected]:
    """The rejected readings at a line, or at its column where one is given; none for a finding."""
    groups = target.groupdict()
    if groups.get("id"):
        return []
    column = int(groups["column"]) if groups["column"] else None
    return [
        each
        for each in found
        if each.line == int(groups["line"]) and (column is None or 0 <= column - each.column < len(each.text))
    ]


def _chosen(found: Sequence[Explained], target: re.Match[str]) -> list[Explained]:
    """The claims of a line, the shortest one at a column, or the claim of a finding."""
    groups = target.groupdict()
    if groups.get("id"):
        return [each for each in found if any(one.fingerprint.startswith(groups["id"]) for one in each.findings)]
    lines = [each for each in found if each.judged.claim.line == int(groups["line"])]
    column = int(groups["column"]) if groups["column"] else None
    if column is None:
        return lines
    at = [
        each
        for each in lines
        if each.judged.claim.column <= column < each.judged.claim.column + len(each.judged.claim.text)
    ]
    return sorted(at, key=lambda each: len(each.judged.claim.text))[:1]
