"""The result of a check for an editor: diagnostics for findings, and a hover text for claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Hover,
    Location,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
)
from msgspec import Struct

from factcheck.lsp.desk import Checked
from factcheck.lsp.position_mapper import BOM, PositionMapper, touch
from factcheck.model import Document, Evidence, Finding, Judged, Severity
from factcheck.report.markup import markdown
from factcheck.report.phrasing import RELATIONS, by_weight, place, relation, witness
from factcheck.report.place import path_of
from factcheck.report.screen import flat, gist

SOURCE = "factcheck"
NOT_CHECKED = "not-checked"
TOP = Range(Position(0, 0), Position(0, 0))
_SEVERITIES = {
    Severity.error: DiagnosticSeverity.Error,
    Severity.warning: DiagnosticSeverity.Warning,
    Severity.note: DiagnosticSeverity.Information,
}
_VERDICTS = {"agree": "agrees", "differ": "differs"}


class Client(Struct, frozen=True):
    """The capabilities of an editor: its position encoding, what it displays, and the edits it supports."""

    encoding: str = "utf-16"
    related: bool = True
    markdown: bool = True
    versioned: bool = True
    creates: bool = True


def mapper(document: Document, checked: Checked, client: Client) -> PositionMapper:
    """The position mapper for a draft."""
    return PositionMapper(document, client.encoding, BOM if checked.draft.text.startswith(BOM) else "")


def diagnostics(checked: Checked, client: Client) -> list[Diagnostic]:
    """A diagnostic for each finding; for a draft that could not be checked one at its top, lest it look clean."""
    if checked.problem:
        message = f"not checked: {checked.problem}"
        return [Diagnostic(TOP, message, severity=DiagnosticSeverity.Error, code=NOT_CHECKED, source=SOURCE)]
    return [diagnostic(finding, checked, client) for finding in checked.findings()]


def diagnostic(finding: Finding, checked: Checked, client: Client) -> Diagnostic:
    """The diagnostic of a finding, with the evidence as related information or, if unsupported, in the message."""
    draft = checked.documents.get(finding.document)
    message = flat(finding.message)
    if draft is None:  # a finding in the sidecar file of the draft
        message = f"{flat(finding.document)}:{finding.line}: {message}"
    evidence = by_weight(finding.evidence)
    if not client.related:
        message = "\n".join([message, *(witness(each, checked.documents, finding) for each in evidence)])
    return Diagnostic(
        TOP if draft is None else mapper(draft, checked, client).range(finding),
        message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[_related(each, finding, checked, client) for each in evidence] if client.related else None,
    )


def _related(evidence: Evidence, finding: Finding, checked: Checked, client: Client) -> DiagnosticRelatedInformation:
    reason = f" ({flat(evidence.reason)})" if evidence.reason else ""
    message = f"{relation(evidence, finding)}{reason}: “{flat(evidence.quote)}”"
    return DiagnosticRelatedInformation(_location(evidence, checked, client), message)


def _location(evidence: Evidence, checked: Checked, client: Client) -> Location:
    """The location of the source's claim."""
    claim = evidence.claim
    source = checked.documents[claim.document]
    path = Path(path_of(claim.document, checked.documents)).absolute()
    return Location(path.as_uri(), PositionMapper(source, client.encoding).range(claim))


def hover(checked: Checked, at: Position, client: Client) -> Hover | None:
    """The values, verdicts and evidence of the claims at a position; None where there is no claim."""
    found = []
    for judged in checked.report.judged:
        span = mapper(checked.documents[judged.claim.document], checked, client).range(judged.claim)
        if touch(span, Range(at, at)):
            found.append((span, judged))
    if not found:
        return None
    # The shortest first: at a figure inside a quotation, the figure is meant.
    found.sort(key=lambda each: each[1].claim.end - each[1].claim.start)
    kind, rule = (MarkupKind.Markdown, "\n\n---\n\n") if client.markdown else (MarkupKind.PlainText, "\n\n")
    text = rule.join("\n".join(_explained(judged, checked, client)) for _, judged in found)
    return Hover(MarkupContent(kind, text), found[0][0])


def _explained(judged: Judged, checked: Checked, client: Client) -> Iterator[str]:
    claim = judged.claim
    safe: Callable[[str], str] = markdown if client.markdown else flat
    strong = "**" if client.markdown else ""
    yield f"{strong}{safe(claim.text)}{strong}: {claim.kind}, {safe(gist(claim.value))}"
    yield ""
    verdict = _VERDICTS.get(judged.verdict, judged.verdict)
    yield f"{strong}{verdict}{strong}{f': {safe(judged.reason)}' if judged.reason else ''}"
    if judged.evidence:
        yield ""
    for evidence in by_weight(judged.evidence):
        where = safe(place(evidence, checked.documents))
        if client.markdown:
            found = _location(evidence, checked, client)
            where = f"[{where}]({found.uri}#L{found.range.start.line + 1})"
        yield f"- {where} {RELATIONS[evidence.relation]}: “{safe(evidence.quote)}”"
