"""Tables for spreadsheets, as comma-separated values.

One row for each claim (`extract`), each claim of a fact (`compare`), or each finding (`check`, and `extract
--check-self` where there are any). A cell that a spreadsheet would read as a formula begins with an apostrophe, which
marks it as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Claim, Document, Evidence, Report, Value
from factcheck.regex_cache import regex
from factcheck.report import v1
from factcheck.report.facts import in_sections
from factcheck.report.phrasing import by_weight, counting
from factcheck.report.place import documents_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, gist

PLACE = ("document", "line", "column")
CLAIM = (*PLACE, "start", "end", "kind", "text", "reading", "low", "high", "unit", "first", "last", "speaker")
FACT = ("fact", "about", "section", "verdict", "origins", "reason", "course")
OUTLET = ("outlet", "published", "sentence")
FINDING = (*PLACE, "start", "end", "severity", "finding", "message", "fingerprint")
SOURCE = ("relation", "source", "source line", "source column", "source text", "source sentence", "reason")

# The characters that begin a formula in spreadsheets, with their full-width forms.
_FORMULA = regex(r"[=+\-@＝＋－＠]")
_FIGURE = regex(r"[+-]?\d+(?:\.\d+)?")


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as comma-separated values with a row of headings."""
    if report.job == "extract" and not report.findings:
        return _table(CLAIM, (_claim(claim) for claim in report.claims))
    if report.job == "compare":
        return _table((*FACT, *CLAIM, *OUTLET), _facts(report))
    return _table((*FINDING, *SOURCE), _findings(report))


def _facts(report: Report) -> Iterator[Sequence[object]]:
    """Each claim of each fact, in the order of the sections."""
    documents = documents_of(report)
    for section, clusters in in_sections(report.clusters).items():
        for cluster in clusters:
            told = (cluster.verdict, cluster.origins, cluster.reason, cluster.course)
            fact = (cluster.id, cluster.about, section.value, *told)
            yield from ((*fact, *_claim(claim), *_told(claim, documents)) for claim in cluster.claims)


def _told(claim: Claim, documents: Mapping[str, Document]) -> Sequence[object]:
    """The outlet of a claim's document, its day, and the claim's sentence."""
    document = documents.get(claim.document)
    if document is None:
        return ("", "", "")
    return document.source, document.published, document.text[claim.sentence.start : claim.sentence.end]


def _findings(report: Report) -> Iterator[Sequence[object]]:
    """Each finding with its first piece of evidence; a source that differs comes before one that agrees."""
    for each in counting(report):
        where = (each.document, each.line, each.column, each.start, each.end)
        evidence = by_weight(each.evidence)
        source = _source(evidence[0]) if evidence else ("",) * len(SOURCE)
        yield (*where, each.severity.name, each.rule, each.message, each.fingerprint, *source)


def _claim(claim: Claim) -> Sequence[object]:
    where = (claim.document, claim.line, claim.column, claim.start, claim.end)
    return (*where, claim.kind, claim.text, gist(claim.value), *_value(claim.value))


def _value(value: Value) -> Sequence[object]:
    fields = v1.value(value)
    return tuple(fields.get(name) for name in ("low", "high", "unit", "first", "last", "speaker"))


def _source(evidence: Evidence) -> Sequence[object]:
    claim = evidence.claim
    return (
        evidence.relation,
        claim.document,
        claim.line,
        claim.column,
        claim.text,
        evidence.quote,
        evidence.reason,
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([[cell(value) for value in row] for row in rows])
    return out.getvalue()


def cell(value: object) -> str:
    """A value as a cell: on one line, and never a formula."""
    text = "" if value is None else flat(str(value))
    return f"'{text}" if _FORMULA.match(text) and not _FIGURE.fullmatch(text) else text
