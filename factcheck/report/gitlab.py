"""A GitLab code quality report: an array of findings, each with a unique fingerprint."""

from __future__ import annotations

from factcheck.model import Report, Severity
from factcheck.report.identity import unique
from factcheck.report.json import encode
from factcheck.report.phrasing import counting
from factcheck.report.place import documents_of, path_of, region_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat

SEVERITIES = {Severity.error: "major", Severity.warning: "minor", Severity.note: "info"}


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as a JSON array."""
    documents = documents_of(report)
    findings = counting(report)
    shown = []
    for finding, fingerprint in zip(findings, unique(findings), strict=True):
        place = region_of(finding, documents)
        shown.append(
            {
                "description": flat(finding.message),
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": SEVERITIES[finding.severity],
                "location": {
                    "path": path_of(finding.document, documents).replace("\\", "/").removeprefix("./"),
                    "lines": {"begin": place.line, "end": place.end_line},
                },
            }
        )
    return encode(shown) + "\n"
