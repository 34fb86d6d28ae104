"""Code actions for findings: replace the draft's text by the source's, or ignore the finding."""

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

_WIDTH = 60  # columns of the draft's or the source's text in the title of an action


def actions(checked: Checked, within: Range, only: Sequence[str] | None, client: Client) -> list[CodeAction]:
    """The quick fixes for the findings that touch a range; `only` lists the kinds of action that the client wants."""
    if only is not None and not {"", CodeActionKind.QuickFix.value}.intersection(only):
        return []
    found: list[CodeAction] = []
    findings = checked.findings()
    for finding, proposal in zip(findings, proposals(findings, checked.report), strict=True):
        draft = checked.documents.get(finding.document)
        shown = diagnostic(finding, checked, client)
        # No quick fixes in a JSON corpus: its strings are escaped, and it has no comments.
        if draft is not None and not isinstance(draft.places, LinePlaces) and touch(shown.range, within):
            if proposal is not None and _is_verbatim(finding, draft):
                found.append(_corrected(finding, proposal, draft, shown, checked, client))
            found += _ignored(finding, draft, shown, checked, client)
    return found


def _corrected(
    finding: Finding, text: str, draft: Document, shown: Diagnostic, checked: Checked, client: Client
) -> CodeAction:
    """The action that replaces the draft's text by the source's."""
    source = place(by_weight(finding.evidence)[0], checked.documents)
    written = text if type(draft.places) is Places or draft.places.is_rendered else html.escape(text, quote=False)
    return _action(
        f"Write “{_short(text)}”, as {source} has it", TextEdit(shown.range, written), shown, checked, client
    )


def _is_verbatim(finding: Finding, draft: Document) -> bool:
    """Whether the file contains the finding's text as it was read, without a tag or entity in it."""
    found = region_of(finding, {draft.id: draft})
    if found.offset is None or found.length is None:
        return False
    return draft.places.raw[found.offset : found.offset + found.length] == draft.text[finding.start : finding.end]


def _ignored(
    finding: Finding, draft: Document, shown: Diagnostic, checked: Checked, client: Client
) -> Iterator[CodeAction]:
    """The action that adds an ignore comment to the draft or, where its format has none, a line to its sidecar file."""
    what = f"Ignore {finding.rule} for “{_short(draft.text[finding.start : finding.end])}”"
    silenced = comment(finding, draft)
    if silenced is not None:
        at = mapper(draft, checked, client).position(silenced.line, silenced.column)
        yield _action(f"{what} with a comment", TextEdit(Range(at, at), silenced.text), shown, checked, client)
        return
    line = directive(finding, draft)
    # Without a value the line would ignore all findings of that name in the draft.
    if checked.draft.path is None or not client.creates or "=" not in line:
        return
    beside = checked.draft.uri + SIDECAR
    edit = TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(beside), [TextEdit(TOP, f"{line}\n")])
    change = WorkspaceEdit(
        document_changes=[CreateFile(beside, options=CreateFileOptions(ignore_if_exists=True)), edit]
    )
    name = checked.draft.path.name + SIDECAR
    yield CodeAction(f"{what} in {name}", kind=CodeActionKind.QuickFix, diagnostics=[shown], edit=change)


def _action(title: str, edit: TextEdit, shown: Diagnostic, checked: Checked, client: Client) -> CodeAction:
    uri, version = checked.draft.uri, checked.draft.version
    if client.versioned:  # the editor then refuses the edit if the text has changed since
        changed = TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri, version), [edit])
        change = WorkspaceEdit(document_changes=[changed])
    else:
        change = WorkspaceEdit(changes={uri: [edit]})
    return CodeAction(title, kind=CodeActionKind.QuickFix, diagnostics=[shown], edit=change)


def _short(text: str) -> str:
    return shorten(flat(text), _WIDTH)
