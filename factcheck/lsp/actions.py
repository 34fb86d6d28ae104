"""Code actions for findings: write what the source has, or ignore the finding with a comment."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from factcheck.lsp.desk import Checked
from factcheck.lsp.places import touch
from factcheck.lsp.remedies import correction
from factcheck.lsp.shown import Client, diagnostic, place_of, ruler
from factcheck.lsp.silence import comment
from factcheck.model import Document, Finding, Places
from factcheck.read.corpus import LinePlaces
from factcheck.report.screen import flat, shorten

_WIDTH = 60


def actions(checked: Checked, within: Range, only: Sequence[str] | None, client: Client) -> list[CodeAction]:
    """What can be done about the findings that touch a range; `only` names the kinds of action asked for."""
    if only is not None and not any(_is_a_quick_fix(kind) for kind in only):
        return []
    return [
        action
        for finding in checked.report.findings
        if touch((shown := diagnostic(finding, checked, client)).range, within)
        for action in _actions(finding, shown, checked, client)
    ]


def _is_a_quick_fix(kind: str) -> bool:
    return kind in ("", CodeActionKind.QuickFix)


def _actions(finding: Finding, shown: Diagnostic, checked: Checked, client: Client) -> Iterator[CodeAction]:
    draft = checked.written(finding.document)
    if isinstance(draft.places, LinePlaces):  # JSON is not edited as prose is
        return
    measure = ruler(checked, draft, client)
    exchanged = correction(finding, draft, checked.report)
    if exchanged is not None and _stands_as_read(draft, exchanged.start, exchanged.end):
        text = exchanged.text if type(draft.places) is Places else html.escape(exchanged.text, quote=False)
        title = f"Write “{_short(exchanged.text)}”, as {place_of(exchanged.evidence)} has it"
        yield _action(title, TextEdit(measure.range(exchanged.start, exchanged.end), text), shown, checked, client)
    silenced = comment(finding, draft)
    if silenced is not None:
        at = measure.position(silenced.line, silenced.column)
        what = _short(draft.text[finding.start : finding.end])
        title = f"Ignore {finding.rule} for “{what}” with a comment"
        yield _action(title, TextEdit(Range(at, at), silenced.text), shown, checked, client)


def _stands_as_read(draft: Document, start: int, end: int) -> bool:
    """Whether the file holds the words as they were read, with no tag or entity among them."""
    if type(draft.places) is Places:
        return True
    (line, first), (last_line, last) = draft.places.at(start), draft.places.at(end - 1)
    from_line = draft.places.raw[draft.places.line_starts[line - 1] :]
    return line == last_line and from_line[first - 1 : last] == draft.text[start:end]


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
