"""Tables, drawn by tabulate: the claims of each document, the claims of drafts with their verdicts, counts."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.model import Claim, Evidence, Origin, Report
from factcheck.report.render_options import RenderOptions
from factcheck.report.screen import flat, gist, paint, safe, shorten
from factcheck.report.v1 import VERDICTS

LINES = 3  # in one cell; the last one is cut
FOUND = "found"
ONE_LINE = frozenset(("github", "pipe", "orgtbl", "jira"))  # formats in which a line break in a cell begins a new row


def claims(found: Iterable[Claim], options: RenderOptions) -> str:
    """One table of claims for each document, under its name."""
    blocks = []
    for document, own in groupby(found, key=lambda claim: claim.document):
        room = max(20, options.width - 34)
        rows = [
            (
                f"{claim.line}:{claim.column}{f', {flat(claim.where)}' if claim.where else ''}",
                claim.kind,
                shorten(flat(claim.text), room // 2),
                shorten(flat(gist(claim.value)), room - room // 2),
            )
            for claim in own
        ]
        blocks.append(
            f"{paint(flat(document), 'strong', options)}\n{draw(('at', 'kind', 'text', 'read as'), rows, options)}"
        )
    return "\n".join(blocks)


def judged(report: Report, options: RenderOptions) -> str:
    """Every claim of the drafts with its verdict, its value, and the sources that agree or (≠) differ."""
    numbers = {document.id: number for number, document in enumerate(report.documents, 1)}
    room = max(40, options.width - 56)
    blocks = []
    for document, own in groupby(report.judged, key=lambda each: each.claim.document):
        rows = [
            (
                f"{each.claim.line}:{each.claim.column}",
                paint(each.verdict, each.verdict, options),
                each.claim.kind,
                shorten(flat(each.claim.text), room // 2),
                shorten(flat(gist(each.claim.value)), room - room // 2),
                " ".join(_numbers(each.evidence, numbers)),
            )
            for each in own
        ]
        heads = ("at", "verdict", "kind", "text", "read as", "sources")
        blocks.append(f"{paint(flat(document), 'strong', options)}\n{draw(heads, rows, options)}")
    return "\n".join((*blocks, legend(report, options))) if blocks else ""


def _numbers(evidence: Iterable[Evidence], numbers: Mapping[str, int]) -> Iterable[str]:
    """The numbers of the sources, each once, those that differ first."""
    sources = {(each.relation != "different", numbers.get(each.claim.document, 0)) for each in evidence}
    return (f"{'' if agrees else '≠'}{number}" for agrees, number in sorted(sources))


def statistics(report: Report, options: RenderOptions) -> str:
    """A count of each finding, then a count of the verdicts on claims or facts by kind."""
    found = Counter((finding.severity, finding.rule) for finding in report.findings if finding.counts)
    ranked = sorted(found.items(), key=lambda each: (-each[0][0], -each[1], each[0][1]))
    rows = [(number, paint(level.name, level.name, options), flat(name)) for (level, name), number in ranked]
    tables = [draw(("count", "severity", "finding"), rows, options)] if rows else []
    if outcomes := _outcomes(report):
        present = [verdict for verdict in (*VERDICTS, FOUND) if any(verdict == each for _, each in outcomes)]
        kinds = sorted({kind for kind, _ in outcomes})
        counts = Counter(outcomes)
        grid = [(kind, *(counts[kind, verdict] or "" for verdict in present)) for kind in kinds]
        tables.append(draw(("kind", *present), grid, options))
    return "\n".join(tables)


def _outcomes(report: Report) -> list[tuple[str, str]]:
    if report.job == "extract":
        return [(claim.kind, FOUND) for claim in report.claims]
    if report.job == "compare":
        return [(cluster.kind, cluster.verdict) for cluster in report.clusters]
    return [(each.claim.kind, each.verdict) for each in report.judged]


def wrapped(text: str, room: int, options: RenderOptions) -> str:
    """The text wrapped to its column if the table format allows line breaks in cells, else shortened."""
    from tabulate import multiline_formats

    if options.table_format in ONE_LINE or options.table_format not in multiline_formats:
        return shorten(text, max(room, 60))
    lines = textwrap.wrap(text, room, break_on_hyphens=False)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], shorten(" ".join(lines[LINES - 1 :]), room)]
    return "\n".join(map(safe, lines))


def legend(report: Report, options: RenderOptions) -> str:
    """The sources by number, each with its origin and the text it shares with the other documents of that origin."""
    numbers = {document.id: number for number, document in enumerate(report.documents, 1)}
    origins_of: dict[str, list[Origin]] = {}
    for origin in report.origins:
        for name in origin.documents:
            origins_of.setdefault(name, []).append(origin)
    lines = []
    for document in report.documents:
        shared = [_origin(origin, document.id, numbers) for origin in origins_of.get(document.id, ())]
        shown = paint(f"[{numbers[document.id]}] {flat(document.id)}", "strong", options)
        room = max(30, options.width - len(document.id) - 6)
        lines.append(f"{shown}: {shorten('; '.join(shared), room) or 'no origin'}\n")
    return "".join(lines)


def _origin(origin: Origin, document: str, numbers: Mapping[str, int]) -> str:
    name = f"origin {flat(origin.id)}"
    others = [numbers[each] for each in origin.documents if each != document and each in numbers]
    if not others:
        return name
    together = " ".join(_runs(others))
    return f"{name} with {together}{f' ({flat(origin.reason)})' if origin.reason else ''}"


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Ascending numbers with three and more in a row as one: "[2]–[5] [9]"."""
    first = last = None
    for number in (*numbers, None):
        if number is not None and last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield from (
                (f"[{first}]–[{last}]",) if last - first > 1 else (f"[{each}]" for each in range(first, last + 1))
            )
        first = last = number


def draw(heads: Sequence[str], rows: Iterable[Sequence[object]], options: RenderOptions) -> str:
    """A table in the chosen format, with cells unchanged, ending in a line break."""
    from tabulate import tabulate

    return tabulate([tuple(row) for row in rows], heads, tablefmt=options.table_format, disable_numparse=True) + "\n"
