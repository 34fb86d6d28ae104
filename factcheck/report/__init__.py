"""Output formats: each module has a pure function `render(Report, RenderOptions) → str` and is imported when used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from factcheck.model import Claim, Report
from factcheck.report.render_options import PLAIN, RenderOptions

Line = Callable[[Claim, RenderOptions], str]


class Format(Struct, frozen=True):
    """An output format: its name, which is also that of its module, and its purpose."""

    name: str
    summary: str

    def __call__(self, report: Report, options: RenderOptions = PLAIN) -> str:
        """The report in this format."""
        text: str = import_module(f"factcheck.report.{self.name}").render(report, options)
        return text


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("text", "for people: findings with the lines they stand in; tables"),
        Format("concise", "one line a finding, a fact or a claim"),
        Format("json", "everything as one object, version 1"),
        Format("jsonl", "one object a line: claims, facts or findings"),
        Format("csv", "a table for spreadsheets: claims, facts or findings"),
        Format("markdown", "a comment for a merge request"),
        Format("sarif", "SARIF 2.1.0, for code scanning"),
        Format("github", "annotations of a GitHub workflow"),
        Format("gitlab", "a GitLab code quality report"),
        Format("junit", "JUnit XML: a test case for each claim"),
        Format("rdjson", "reviewdog's diagnostics"),
        Format("diff", "the sources' figures proposed as a unified diff"),
    )
}

# Formats that can write each claim of `extract` while the documents are still being read.
LINES = ("concise", "jsonl")
# Formats that show the trace of `extract --explain`.
TRACED = ("text", "json", "jsonl")


def line_of(name: str) -> Line:
    """The function that renders one claim, in a format with one line per claim."""
    line: Line = import_module(f"factcheck.report.{name}").line
    return line


__all__ = ["FORMATS", "LINES", "PLAIN", "TRACED", "Format", "Line", "RenderOptions", "line_of"]
