"""The sources' text as a unified diff of the drafts; no file is changed.

Each finding is a remark (`# …`) before the diff of its file, with a note where nothing is proposed; `patch` and `git
apply` skip remarks. Control characters are replaced as in all output, so that a hunk with one does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import unified_diff

from factcheck.model import Document, Finding, Report, Severity
from factcheck.report.phrasing import counting, headline
from factcheck.report.place import documents_of, path_of, written_at
from factcheck.report.proposal import proposals
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, paint, safe

_STYLES = {"---": "strong", "+++": "strong", "@@": "note", "-": "differ", "+": "agree"}
_NO_BREAK = "\\ No newline at end of file"


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The diff of every draft with errors; empty where there are none."""
    documents = documents_of(report)
    differing = [finding for finding in counting(report) if finding.severity is Severity.error]
    lines: list[str] = []
    for name in dict.fromkeys(finding.document for finding in differing):
        own = [finding for finding in differing if finding.document == name]
        lines += _of_draft(documents.get(name), own, report, documents)
    return "".join(_painted(line, options) + "\n" for line in lines)


def _of_draft(
    document: Document | None, findings: list[Finding], report: Report, documents: Mapping[str, Document]
) -> Iterator[str]:
    edits = []
    for finding, proposed in zip(findings, proposals(findings, report), strict=True):
        span = written_at(finding, documents)
        text = proposed if span else None
        yield f"# {headline(finding)}{'' if text is not None else ' (nothing proposed)'}"
        if span and text is not None:
            edits.append((*span, text))
    if document is None or not edits:
        return
    path = flat(path_of(document.id, documents)).replace("\\", "/").lstrip("/")
    raw = document.places.raw
    yield from _diff(raw, _edited(raw, edits), path)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with the edits applied; of two that overlap, only the first is."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        if start >= at:
            parts += [text[at:start], new]
            at = end
    return "".join((*parts, text[at:]))


def _diff(before: str, after: str, path: str) -> Iterator[str]:
    for line in unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        text = line.removesuffix("\n")
        yield text[:1] + _for_terminal(text[1:])
        if not line.endswith("\n"):
            yield _NO_BREAK


def _lines(text: str) -> list[str]:
    """The lines with their line breaks, split at line feeds only, as `patch` does."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _for_terminal(line: str) -> str:
    """A line of the file, unchanged unless it contains characters that a terminal must not get."""
    kept = line.removesuffix("\r").replace("\t", "")
    return line if safe(kept) == kept else safe(line)


def _painted(line: str, options: RenderOptions) -> str:
    for start, style in _STYLES.items():
        if line.startswith(start):
            return paint(line, style, options)
    return line
