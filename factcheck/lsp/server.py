"""The language server: runs a check for each change that an editor reports, and publishes the findings."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, uri_scheme

from factcheck import __version__
from factcheck.config import FILE
from factcheck.config.tomlfile import PROJECT
from factcheck.errors import FactcheckError
from factcheck.gate.ignores import SIDECAR
from factcheck.lsp import shown
from factcheck.lsp.actions import actions
from factcheck.lsp.desk import Checked, Desk, Draft
from factcheck.read import READERS
from factcheck.report.screen import flat

PATIENCE = 0.3  # seconds without a keystroke before a draft is checked
_BUG = "this is a bug in factcheck; please report it with the lines that the server wrote to its log"
_SCHEMES = ("file", "untitled")


class Server(LanguageServer):
    """Checks the open drafts one at a time in a worker thread, while the main thread talks to the editor."""

    def __init__(self, config_file: str | None = None) -> None:
        """Take the settings from `config_file`, or for each draft from the nearest file in or above its folder."""
        # Receive whole texts instead of changes: drafts are short, and editors disagree on what ends a line.
        super().__init__("factcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.client = shown.Client()
        self.asked_to_shut_down = False
        self._desk = Desk(config_file)
        self._worker = ThreadPoolExecutor(1, "factcheck")
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._reported: dict[str, str] = {}

    def meet(self, params: types.InitializeParams) -> None:
        """Store the editor's capabilities and change to its folder, to which reported paths are relative."""
        abilities = params.capabilities
        formats = get_capability(abilities, "text_document.hover.content_format", [])
        versioned = bool(get_capability(abilities, "workspace.workspace_edit.document_changes", False))
        operations = get_capability(abilities, "workspace.workspace_edit.resource_operations", [])
        self.client = shown.Client(
            encoding=str(types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value),
            related=bool(get_capability(abilities, "text_document.publish_diagnostics.related_information", False)),
            markdown=types.MarkupKind.Markdown in (formats or []),
            versioned=versioned,
            creates=versioned and types.ResourceOperationKind.Create in (operations or []),
        )
        folders = [folder.uri for folder in params.workspace_folders or []]
        root = to_fs_path(params.root_uri or next(iter(folders), ""))
        if root:
            with suppress(OSError):  # it may not exist yet
                os.chdir(root)

    def watch(self) -> None:
        """Register for changes of settings and sources on disk, where the editor supports that."""
        if not get_capability(
            self.client_capabilities, "workspace.did_change_watched_files.dynamic_registration", False
        ):
            return
        patterns = [f"**/{FILE}", f"**/{PROJECT}", f"**/*{{{','.join((*READERS, SIDECAR))}}}"]
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in patterns]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        self.client_register_capability(
            types.RegistrationParams([types.Registration("factcheck-files", method, options)])
        )

    def opened(self) -> Iterable[str]:
        """The URIs of the open documents."""
        return list(self.workspace.text_documents)

    def draft(self, uri: str) -> Draft | None:
        """An open document as it is now; None when it is closed."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return None
        path = to_fs_path(uri)
        language = document.language_id if uri_scheme(uri) in _SCHEMES else None
        return Draft(uri, document.source, document.version, Path(path) if path else None, language or "")

    def check_later(self, uri: str, seconds: float = PATIENCE, *, aloud: bool = True) -> None:
        """Check a draft once no change has arrived for some seconds; `aloud` shows problems in a message too."""
        self.forget(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._later(uri, seconds, aloud))

    async def _later(self, uri: str, seconds: float, aloud: bool) -> None:
        await asyncio.sleep(seconds)
        await self._check(uri, aloud)

    async def latest(self, uri: str) -> Checked | None:
        """The check of a draft as it is now, made at once when the last one is outdated; None when it is closed."""
        known = self._checked.get(uri)
        if known is not None and known.draft == self.draft(uri):
            return known
        self.forget(uri)
        return await self._check(uri, aloud=False)

    async def _check(self, uri: str, aloud: bool) -> Checked | None:
        draft = self.draft(uri)
        if draft is None:
            return None
        loop = asyncio.get_running_loop()
        checked, found = await loop.run_in_executor(self._worker, self._found, draft)
        if self.draft(uri) == draft:
            self._checked[uri] = checked
            self._publish(draft, found)
            if aloud or not checked.problem:
                self._notify(checked)
        return checked

    def _found(self, draft: Draft) -> tuple[Checked, list[types.Diagnostic]]:
        """The check and its diagnostics; any error becomes a diagnostic, so that the server goes on."""
        try:
            checked = self._desk.check(draft)
            return checked, shown.diagnostics(checked, self.client)
        except FactcheckError as error:
            checked = Checked(draft, problem=flat(str(error)))
        except Exception:
            traceback.print_exc()
            checked = Checked(draft, problem=_BUG)
        return checked, shown.diagnostics(checked, self.client)

    def _publish(self, draft: Draft, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, found, draft.version))

    def _notify(self, checked: Checked) -> None:
        """Show a problem in a message and write a remark to the log, each only once until it changes."""
        uri, text = checked.draft.uri, checked.problem or checked.remark
        if text and text not in self._reported.values():
            if checked.problem:
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"factcheck: {text}"))
            else:
                self.window_log_message(types.LogMessageParams(types.MessageType.Info, f"factcheck: {text}"))
        self._reported[uri] = text

    def forget(self, uri: str) -> None:
        """Cancel a check of a draft that has not started."""
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()

    def close(self, uri: str) -> None:
        """Drop everything about a closed draft, and its diagnostics in the editor."""
        self.forget(uri)
        self._checked.pop(uri, None)
        self._reported.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def finish(self) -> None:
        """Cancel all waiting checks and stop the worker."""
        self.asked_to_shut_down = True
        for uri in list(self._waiting):
            self.forget(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)


def build(config_file: str | None = None) -> Server:
    """A server with the handlers of all supported requests and notifications."""
    server = Server(config_file)
    quick_fixes = types.CodeActionOptions([types.CodeActionKind.QuickFix])
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))(_did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(_files_changed)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, quick_fixes)(_code_action)
    server.feature(types.SHUTDOWN)(_shutdown)
    return server


def serve(config_file: str | None = None) -> int:
    """Serve an editor over standard input and output until it exits; 1 when it sent no shutdown request, else 0."""
    server = build(config_file)
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # keep stray prints out of the protocol's stream
    server.start_io(sys.stdin.buffer, out)
    return 0 if server.asked_to_shut_down else 1


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.meet(params)


def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    ls.watch()


def _did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.check_later(params.text_document.uri, 0)


def _did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Check without messages: a half-typed ignore comment is an error at every keystroke."""
    ls.check_later(params.text_document.uri, aloud=False)


def _did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Check all open drafts: the saved file may be a source of the others."""
    for uri in ls.opened():
        ls.check_later(uri, 0 if uri == params.text_document.uri else PATIENCE)


def _did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _files_changed(ls: Server, _params: object) -> None:
    for uri in ls.opened():
        ls.check_later(uri)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    checked = await ls.latest(params.text_document.uri)
    return None if checked is None else shown.hover(checked, params.position, ls.client)


async def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    checked = await ls.latest(params.text_document.uri)
    return None if checked is None else actions(checked, params.range, params.context.only, ls.client)


def _shutdown(ls: Server, _params: None) -> None:
    ls.finish()
