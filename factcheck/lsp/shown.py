"""What an editor shows of a check: findings as diagnostics, a claim's reading and its sources on hover."""

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
from factcheck.report.phrasing import RELATIONS, by_weight, place, witness
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
    """What an editor can do: how it counts columns, what it shows and which changes it makes."""

    encoding: str = "utf-16"
    related: bool = True
    markdown: bool = True
    versioned: bool = True
    creates: bool = True


def mapper(document: Document, checked: Checked, client: Client) -> PositionMapper:
    """What measures places in a draft."""
    return PositionMapper(document, client.encoding, BOM if checked.draft.text.startswith(BOM) else "")


def diagnostics(checked: Checked, client: Client) -> list[Diagnostic]:
    """A diagnostic for each finding; a draft that could not be checked has one at its top, so as not to look clean."""
    if checked.problem:
        message = f"not checked: {checked.problem}"
        return [Diagnostic(TOP, message, severity=DiagnosticSeverity.Error, code=NOT_CHECKED, source=SOURCE)]
    return [diagnostic(finding, checked, client) for finding in checked.findings()]


def diagnostic(finding: Finding, checked: Checked, client: Client) -> Diagnostic:
    """A finding at its place in the draft, its evidence as related information where the editor shows that."""
    draft = checked.documents.get(finding.document)
    message = flat(finding.message)
    if draft is None:  # a file beside the draft, which says what to ignore in it
        message = f"{flat(finding.document)}:{finding.line}: {message}"
    told = by_weight(finding.evidence)
    if not client.related:
        message = "\n".join([message, *(witness(each, checked.documents) for each in told)])
    return Diagnostic(
        TOP if draft is None else mapper(draft, checked, client).range(finding),
        message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[_related(each, checked, client) for each in told] if client.related else None,
    )


def _related(evidence: Evidence, checked: Checked, client: Client) -> DiagnosticRelatedInformation:
    reason = f" ({flat(evidence.reason)})" if evidence.reason else ""
    message = f"{RELATIONS[evidence.relation]}{reason}: “{flat(evidence.quote)}”"
    return DiagnosticRelatedInformation(_location(evidence, checked, client), message)


def _location(evidence: Evidence, checked: Checked, client: Client) -> Location:
    """Where a source says so."""
    claim = evidence.claim
    source = checked.documents[claim.document]
    path = Path(path_of(claim.document, checked.documents)).absolute()
    return Location(path.as_uri(), PositionMapper(source, client.encoding).range(claim))


def hover(checked: Checked, at: Position, client: Client) -> Hover | None:
    """How the claims at a position were read, their verdicts, and what the sources say; None where no claim is."""
    found = []
    for judged in checked.report.judged:
        span = mapper(checked.documents[judged.claim.document], checked, client).range(judged.claim)
        if touch(span, Range(at, at)):
            found.append((span, judged))
    if not found:
        return None
    # The shortest first: a figure within a quotation is what one points at.
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
