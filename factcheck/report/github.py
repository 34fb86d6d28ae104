"""Annotations of a GitHub workflow: one command per finding, `::error file=…,line=…::message`.

The runner shows ten errors and ten warnings of a step beside their lines, and all of them in the log.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, Report, Severity
from factcheck.report.phrasing import by_severity, by_weight, witness
from factcheck.report.place import documents_of, path_of, region_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat

COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}
MAX_EVIDENCE = 3  # sources in one annotation, so that it stays readable


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """One command per line; empty without findings."""
    documents = documents_of(report)

    def command(finding: Finding) -> Iterator[str]:
        place = region_of(finding, documents)
        yield f"::{COMMANDS[finding.severity]} file={_property(path_of(finding.document, documents))}"
        yield f",line={place.line},endLine={place.end_line}"
        if place.line == place.end_line:  # the runner rejects columns of a span over several lines
            yield f",col={place.column},endColumn={max(place.column, place.end_column - 1)}"
        evidence = [witness(each, documents, finding) for each in by_weight(finding.evidence)[:MAX_EVIDENCE]]
        yield f",title={_property(finding.rule)}::{'%0A'.join(_data(line) for line in (finding.message, *evidence))}\n"

    return "".join(part for finding in by_severity(report) for part in command(finding))


def _data(text: str) -> str:
    """Text for the part after the second `::`: without line breaks, percent signs escaped."""
    return flat(text).replace("%", "%25")


def _property(text: str) -> str:
    """The value of a property, with the commas and colons that would end it escaped."""
    return _data(text.replace("\\", "/")).replace(":", "%3A").replace(",", "%2C")
