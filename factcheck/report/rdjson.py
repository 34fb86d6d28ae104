"""reviewdog's diagnostics (rdjson): columns count UTF-8 bytes from 1, the end of a range is exclusive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model import Document, Finding, Report, Severity
from factcheck.report.json import encode
from factcheck.report.phrasing import by_weight, counting, witness
from factcheck.report.place import bytes_before, documents_of, path_of, region_of, written_at
from factcheck.report.proposal import proposals
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat

SEVERITIES = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.note: "INFO"}


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as one JSON object."""
    documents = documents_of(report)
    findings = counting(report)
    diagnostics = [
        _diagnostic(finding, proposed, documents)
        for finding, proposed in zip(findings, proposals(findings, report), strict=True)
    ]
    return encode({"source": {"name": "factcheck"}, "diagnostics": diagnostics}) + "\n"


def _diagnostic(finding: Finding, proposed: str | None, documents: Mapping[str, Document]) -> dict[str, Any]:
    evidence = [witness(each, documents, finding) for each in by_weight(finding.evidence)]
    where = _range(finding, documents)
    shown: dict[str, Any] = {
        "message": "\n".join((flat(finding.message), *evidence)),
        "location": {"path": path_of(finding.document, documents), "range": where},
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if proposed is not None and written_at(finding, documents):
        shown["suggestions"] = [{"range": where, "text": proposed}]
    return shown


def _range(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    """The range of a finding; whole lines where the file's text is not available."""
    place = region_of(finding, documents)
    document = documents.get(finding.document)
    ends = ((place.line, place.column), (place.end_line, place.end_column))
    shown = []
    for line, column in ends:
        before = bytes_before(document, line, column)
        shown.append({"line": line} if before is None else {"line": line, "column": before + 1})
    return {"start": shown[0], "end": shown[1]}
