"""Annotations of a GitHub workflow: one command a finding, `::error file=…,line=…::message`.

The runner shows ten errors and ten warnings of a step beside the lines they speak of, and all of them in the log.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, Report, Severity
from factcheck.report.phrasing import by_weight, counting, witness
from factcheck.report.place import documents_of, path_of, region_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat

COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}
WITNESSES = 3


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """One command a line; nothing where there are no findings."""
    documents = documents_of(report)

    def command(finding: Finding) -> Iterator[str]:
        place = region_of(finding, documents)
        yield f"::{COMMANDS[finding.severity]} file={_property(path_of(finding.document, documents))}"
        yield f",line={place.line},endLine={place.end_line}"
        if place.line == place.end_line:  # columns of different lines are refused
            yield f",col={place.column},endColumn={max(place.column, place.end_column - 1)}"
        told = [witness(each, documents) for each in by_weight(finding.evidence)[:WITNESSES]]
        yield f",title={_property(finding.rule)}::{'%0A'.join(_data(line) for line in (finding.message, *told))}\n"

    return "".join(part for finding in counting(report) for part in command(finding))


def _data(text: str) -> str:
    """Text behind the second `::`: without line breaks, and with its percent signs as such."""
    return flat(text).replace("%", "%25")


def _property(text: str) -> str:
    """The value of a property, which a comma or a colon would end."""
    return _data(text.replace("\\", "/")).replace(":", "%3A").replace(",", "%2C")
