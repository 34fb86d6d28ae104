"""What an editor shows of a check: findings as diagnostics, a claim's reading and its sources on hover."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from factcheck.lsp.places import Ruler, holds
from factcheck.model import Document, Evidence, Finding, Judged, Severity
from factcheck.report.screen import flat, gist

SOURCE = "factcheck"
NOT_CHECKED = "not-checked"
_SEVERITIES = {
    Severity.error: DiagnosticSeverity.Error,
    Severity.warning: DiagnosticSeverity.Warning,
    Severity.note: DiagnosticSeverity.Information,
}
_MARKUP = re.compile(r"[\\`*_\[\]<>~&]")
_VERDICTS = {"agree": "agrees", "differ": "differs"}


class Client(Struct, frozen=True):
    """What the editor can do: how it counts columns, and whether it shows related information and Markdown."""

    encoding: str = "utf-16"
    related: bool = True
    markdown: bool = True
    versioned: bool = True


def ruler(checked: Checked, document: Document, client: Client) -> Ruler:
    """What measures the spans of the draft."""
    return Ruler(document, client.encoding, marked=checked.draft.text.startswith("\ufeff"))


def diagnostics(checked: Checked, client: Client) -> list[Diagnostic]:
    """A diagnostic for each finding; a draft that could not be checked has one at its top, so as not to look clean."""
    if checked.problem:
        top = Range(Position(0, 0), Position(0, 0))
        message = f"not checked: {checked.problem}"
        return [Diagnostic(top, message, severity=DiagnosticSeverity.Error, code=NOT_CHECKED, source=SOURCE)]
    return [diagnostic(finding, checked, client) for finding in checked.report.findings]


def diagnostic(finding: Finding, checked: Checked, client: Client) -> Diagnostic:
    """A finding at its place in the draft, its evidence as related information where the editor shows that."""
    draft = checked.written(finding.document)
    message = flat(finding.message)
    related = [_related(each, checked, client) for each in finding.evidence] if client.related else None
    if not client.related:
        message = "\n".join([message, *(f"{place_of(each)}: {_told(each)}" for each in finding.evidence)])
    return Diagnostic(
        ruler(checked, draft, client).range(finding.start, finding.end),
        message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=related,
    )


def _related(evidence: Evidence, checked: Checked, client: Client) -> DiagnosticRelatedInformation:
    return DiagnosticRelatedInformation(location(evidence, checked, client), _told(evidence))


def location(evidence: Evidence, checked: Checked, client: Client) -> Location:
    """Where a source says so."""
    claim = evidence.claim
    path = Path(checked.files[claim.document]).resolve()
    return Location(path.as_uri(), Ruler(checked.source(claim.document), client.encoding).range(claim.start, claim.end))


def _told(evidence: Evidence) -> str:
    reason = f": {flat(evidence.reason)}" if evidence.reason else ""
    return f"{evidence.relation}{reason}: “{flat(evidence.quote)}”"


def place_of(evidence: Evidence) -> str:
    """Document, line and column of a piece of evidence."""
    return f"{flat(evidence.claim.document)}:{evidence.claim.line}:{evidence.claim.column}"


def hover(checked: Checked, at: Position, client: Client) -> Hover | None:
    """How the claim at a position was read, its verdict, and what the sources say; None where no claim is."""
    found = [
        (place, judged)
        for draft in checked.report.drafts
        for judged in checked.report.judged
        if judged.claim.document == draft.id
        and holds(place := ruler(checked, draft, client).range(judged.claim.start, judged.claim.end), at)
    ]
    if not found:
        return None
    kind = MarkupKind.Markdown if client.markdown else MarkupKind.PlainText
    # The shortest first: a figure within a quotation is what one points at.
    found.sort(key=lambda each: each[1].claim.end - each[1].claim.start)
    separator = "\n\n---\n\n" if client.markdown else "\n\n"
    text = separator.join("\n".join(_explained(judged, checked, client)) for _, judged in found)
    return Hover(MarkupContent(kind, text), found[0][0])


def _explained(judged: Judged, checked: Checked, client: Client) -> Iterator[str]:
    claim = judged.claim
    strong = (lambda text: f"**{text}**") if client.markdown else str
    yield f"{strong(_safe(claim.text, client))}: {claim.kind}, {_safe(gist(claim.value), client)}"
    yield ""
    reason = f": {_safe(judged.reason, client)}" if judged.reason else ""
    yield f"{strong(_VERDICTS.get(judged.verdict, judged.verdict))}{reason}"
    if judged.evidence:
        yield ""
    for evidence in judged.evidence:
        yield f"- {_linked(evidence, checked, client)} ({evidence.relation}): “{_safe(evidence.quote, client)}”"


def _linked(evidence: Evidence, checked: Checked, client: Client) -> str:
    place = _safe(place_of(evidence), client)
    if not client.markdown:
        return place
    found = location(evidence, checked, client)
    return f"[{place}]({found.uri}#L{found.range.start.line + 1})"


def _safe(text: str, client: Client) -> str:
    """Text of an article on one line; in Markdown it can neither mark up nor link."""
    return _MARKUP.sub(r"\\\g<0>", flat(text)) if client.markdown else flat(text)
