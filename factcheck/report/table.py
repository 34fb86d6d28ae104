"""Tables, drawn by tabulate: claims by source for `compare`, the claims of each document for `extract`."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from factcheck.model import Claim, Cluster, Document, Evidence, Origin, Report
from factcheck.report.render_options import RenderOptions
from factcheck.report.screen import columns, flat, gist, paint, safe, shorten
from factcheck.report.v1 import VERDICTS

TELLING = ("differ", "agree", "held", "single", "unsupported")
NARROWEST = 11  # columns; a narrower table column breaks most figures over two lines
ABOUT = 21  # columns for the words that say what a fact is about
HEADS = len("verdict") + len("origins") + 4  # columns; tabulate pads a heading by two
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
                f"{claim.line}:{claim.column}",
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
    return "\n".join((*blocks, _legend(report.documents, report.origins, numbers, options))) if blocks else ""


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


def clusters(report: Report, options: RenderOptions) -> str:
    """A table of facts by source, differing facts first, and a legend of the sources with their origins."""
    if not report.clusters:
        return ""
    numbers = {document.id: number for number, document in enumerate(report.documents, 1)}
    rows = sorted(report.clusters, key=telling)
    between = 2 if options.table_format == RenderOptions().table_format else 3
    room = options.width - ABOUT - HEADS - between * (len(numbers) + 3)
    layout = _by_source if room >= NARROWEST * len(numbers) else _by_value
    return f"{layout(rows, numbers, room, options)}\n{_legend(report.documents, report.origins, numbers, options)}"


def telling(cluster: Cluster) -> tuple[int, int]:
    """Sort key: differing facts first, then agreeing, held and single ones; among equals the most widely reported."""
    return TELLING.index(cluster.verdict), -len({claim.document for claim in cluster.claims})


def _by_source(rows: Sequence[Cluster], numbers: Mapping[str, int], room: int, options: RenderOptions) -> str:
    """A table with one column per source."""
    grid = []
    for cluster in rows:
        texts_of: dict[str, list[str]] = {}
        for claim in cluster.claims:
            texts_of.setdefault(claim.document, []).append(flat(claim.text))
        grid.append([" / ".join(dict.fromkeys(texts_of.get(document, ()))) for document in numbers])
    widths = shared_out(room, [max(map(columns, column)) for column in zip(*grid, strict=True)])
    table = []
    for cluster, texts in zip(rows, grid, strict=True):
        cells = [_cell(text, width, options) for text, width in zip(texts, widths, strict=True)]
        table.append((_about(cluster), *cells, paint(cluster.verdict, cluster.verdict, options), cluster.origins))
    heads = [f"[{number}]" for number in numbers.values()]
    return draw(("about", *heads, "verdict", "origins"), table, options)


def shared_out(room: int, wanted: Sequence[int]) -> list[int]:
    """Widths for columns of the wanted widths that fit into the room; what narrow columns leave goes to wide ones."""
    widths = [0] * len(wanted)
    for done, column in enumerate(sorted(range(len(wanted)), key=lambda column: wanted[column])):
        widths[column] = max(1, min(wanted[column], room // (len(wanted) - done)))
        room -= max(widths[column], 5)  # columns that a heading like [12] takes
    return widths


def _by_value(rows: Sequence[Cluster], numbers: Mapping[str, int], _room: int, options: RenderOptions) -> str:
    """A table with one column for all sources, each value with the numbers of its sources.

    For sources so many that a column for each would be too narrow.
    """
    room = max(30, options.width - ABOUT - HEADS - 10)
    table = []
    for cluster in rows:
        sources: dict[str, list[int]] = {}
        for claim in cluster.claims:
            sources.setdefault(flat(claim.text), []).append(numbers.get(claim.document, 0))
        values = [
            f"{shorten(text, room - 12)} [{' '.join(map(str, sorted(set(given))))}]" for text, given in sources.items()
        ]
        table.append(
            (
                _about(cluster),
                _cell("; ".join(values), room, options),
                paint(cluster.verdict, cluster.verdict, options),
                cluster.origins,
            )
        )
    return draw(("about", "values [sources]", "verdict", "origins"), table, options)


def _about(cluster: Cluster) -> str:
    return shorten(flat(cluster.about), ABOUT)


def _cell(text: str, room: int, options: RenderOptions) -> str:
    """The text wrapped to its column if the table format allows line breaks in cells, else shortened."""
    from tabulate import multiline_formats

    if options.table_format in ONE_LINE or options.table_format not in multiline_formats:
        return shorten(text, max(room, 60))
    lines = textwrap.wrap(text, room, break_on_hyphens=False)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], shorten(" ".join(lines[LINES - 1 :]), room)]
    return "\n".join(map(safe, lines))


def _legend(
    documents: Sequence[Document], origins: Sequence[Origin], numbers: Mapping[str, int], options: RenderOptions
) -> str:
    """The sources by number, each with its origin and the text it shares with the other documents of that origin."""
    origins_of: dict[str, list[Origin]] = {}
    for origin in origins:
        for name in origin.documents:
            origins_of.setdefault(name, []).append(origin)
    lines = []
    for document in documents:
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
    together = " ".join(f"[{number}]" for number in others)
    return f"{name} with {together}{f' ({flat(origin.reason)})' if origin.reason else ''}"


def draw(heads: Sequence[str], rows: Iterable[Sequence[object]], options: RenderOptions) -> str:
    """A table in the chosen format, with cells unchanged, ending in a line break."""
    from tabulate import tabulate

    return tabulate([tuple(row) for row in rows], heads, tablefmt=options.table_format, disable_numparse=True) + "\n"
