"""A small client of the language server: it speaks the protocol over the server's standard input and output."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

PATIENCE = 60  # seconds after which a test fails instead of waiting on; nothing is measured by it

FULL = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
    },
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
}


class Client:
    """An editor that starts the server in a folder and talks to it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "factcheck", "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        self.said: queue.Queue = queue.Queue()
        self.kept: list[dict] = []
        self.requests = 0
        self.errors: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True).start()

    def _listen(self) -> None:
        out = self.process.stdout
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode("ascii").partition(":")
                if name.lower() == "content-length":
                    length = int(value)
                header = out.readline()
            self.said.put(json.loads(out.read(length)))
        self.said.put(None)

    def send(self, **message: object) -> None:
        self.send_raw(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def send_raw(self, body: bytes) -> None:
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method: str, **params: object) -> None:
        """Send a notification."""
        self.send(method=method, params=params)

    def ask(self, method: str, **params: object) -> object:
        """Send a request and wait for its result."""
        self.requests += 1
        number = self.requests
        self.send(id=number, method=method, params=params or None)
        answer = self.next(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def next(self, wanted) -> dict:
        """The first message that fits, of those that came and were not asked for before, or that come now."""
        for index, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(index)
        while True:
            message = self.said.get(timeout=PATIENCE)
            assert message is not None, b"".join(self.errors).decode()
            if wanted(message):
                return message
            self.kept.append(message)

    def heard(self, method: str) -> dict:
        """The parameters of the next notification, or request of the server's, with that method."""
        message = self.next(lambda each: each.get("method") == method)
        if "id" in message:
            self.send(id=message["id"], result=None)
        return message["params"]

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict]:
        """The next diagnostics of a document, of one version of it if that is given."""
        return self.next(
            lambda each: (
                each.get("method") == "textDocument/publishDiagnostics"
                and each["params"]["uri"] == uri
                and (version is None or each["params"].get("version") == version)
            )
        )["params"]["diagnostics"]

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def start(self, capabilities: dict | None = None) -> dict:
        """Initialize; the server's capabilities."""
        capabilities = FULL if capabilities is None else capabilities
        answer = self.ask("initialize", processId=os.getpid(), rootUri=self.folder.as_uri(), capabilities=capabilities)
        self.tell("initialized")
        return answer["capabilities"]

    def open(self, name: str, text: str | None = None, language: str = "markdown") -> str:
        """Open a file, or a text that is not saved; its address."""
        uri = self.uri(name) if ":" not in name else name
        text = (self.folder / name).read_bytes().decode() if text is None else text
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def change(self, uri: str, version: int, text: str) -> None:
        identity = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", textDocument=identity, contentChanges=[{"text": text}])

    def hover(self, uri: str, line: int, character: int) -> dict | None:
        return self.ask(
            "textDocument/hover", textDocument={"uri": uri}, position={"line": line, "character": character}
        )

    def actions(self, uri: str, place: dict, **context: object) -> list[dict]:
        return self.ask(
            "textDocument/codeAction",
            textDocument={"uri": uri},
            range=place,
            context={"diagnostics": [], **context},
        )

    def stop(self) -> int:
        """Shut down and exit; the server's exit status."""
        self.ask("shutdown")
        self.send(method="exit")
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
