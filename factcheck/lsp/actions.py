"""Code actions for findings: write what the source has, or ignore the finding."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CreateFile,
    CreateFileOptions,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from factcheck.gate.ignores import SIDECAR
from factcheck.lsp.desk import Checked
from factcheck.lsp.position_mapper import touch
from factcheck.lsp.shown import TOP, Client, diagnostic, mapper
from factcheck.lsp.silence import comment, directive
from factcheck.model import Document, Finding, Places
from factcheck.read.corpus import LinePlaces
from factcheck.report.phrasing import by_weight, place
from factcheck.report.place import region_of
from factcheck.report.proposal import proposals
from factcheck.report.screen import flat, shorten

_WIDTH = 60


def actions(checked: Checked, within: Range, only: Sequence[str] | None, client: Client) -> list[CodeAction]:
    """What can be done about the findings that touch a range; `only` names the kinds of action asked for."""
    if only is not None and not {"", CodeActionKind.QuickFix.value}.intersection(only):
        return []
    found: list[CodeAction] = []
    findings = checked.findings()
    for finding, proposal in zip(findings, proposals(findings, checked.report), strict=True):
        draft = checked.documents.get(finding.document)
        shown = diagnostic(finding, checked, client)
        # JSON is not edited as prose is.
        if draft is not None and not isinstance(draft.places, LinePlaces) and touch(shown.range, within):
            if proposal is not None and _stands_as_read(finding, draft):
                found.append(_corrected(finding, proposal, draft, shown, checked, client))
            found += _ignored(finding, draft, shown, checked, client)
    return found


def _corrected(
    finding: Finding, text: str, draft: Document, shown: Diagnostic, checked: Checked, client: Client
) -> CodeAction:
    """What the source has in place of what the draft has."""
    said = place(by_weight(finding.evidence)[0], checked.documents)
    written = text if type(draft.places) is Places else html.escape(text, quote=False)
    return _action(f"Write “{_short(text)}”, as {said} has it", TextEdit(shown.range, written), shown, checked, client)


def _stands_as_read(finding: Finding, draft: Document) -> bool:
    """Whether the file holds the words as they were read, with no tag or entity among them."""
    found = region_of(finding, {draft.id: draft})
    if found.offset is None or found.length is None:
        return False
    return draft.places.raw[found.offset : found.offset + found.length] == draft.text[finding.start : finding.end]


def _ignored(
    finding: Finding, draft: Document, shown: Diagnostic, checked: Checked, client: Client
) -> Iterator[CodeAction]:
    """A comment in the draft; where its format has none, a line in the file beside it."""
    what = f"Ignore {finding.rule} for “{_short(draft.text[finding.start : finding.end])}”"
    silenced = comment(finding, draft)
    if silenced is not None:
        at = mapper(draft, checked, client).position(silenced.line, silenced.column)
        yield _action(f"{what} with a comment", TextEdit(Range(at, at), silenced.text), shown, checked, client)
        return
    said = directive(finding, draft)
    if checked.draft.path is None or not client.creates or "=" not in said:  # without its value it would say too much
        return
    beside = checked.draft.uri + SIDECAR
    edit = TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(beside), [TextEdit(TOP, f"{said}\n")])
    change = WorkspaceEdit(
        document_changes=[CreateFile(beside, options=CreateFileOptions(ignore_if_exists=True)), edit]
    )
    name = checked.draft.path.name + SIDECAR
    yield CodeAction(f"{what} in {name}", kind=CodeActionKind.QuickFix, diagnostics=[shown], edit=change)


def _action(title: str, edit: TextEdit, shown: Diagnostic, checked: Checked, client: Client) -> CodeAction:
    uri, version = checked.draft.uri, checked.draft.version
    if client.versioned:  # the editor then refuses a change to a text that has moved on
        changed = TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri, version), [edit])
        change = WorkspaceEdit(document_changes=[changed])
    else:
        change = WorkspaceEdit(changes={uri: [edit]})
    return CodeAction(title, kind=CodeActionKind.QuickFix, diagnostics=[shown], edit=change)


def _short(text: str) -> str:
    return shorten(flat(text), _WIDTH)
