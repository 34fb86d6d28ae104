"""`factcheck lsp`: start the language server, which checks drafts in an editor."""

from __future__ import annotations

import sys

from factcheck.cli import options, output
from factcheck.errors import ConfigError


def lsp(config_file: options.ConfigFile = None) -> int:
    """Serve an editor by the language server protocol, over standard input and output."""
    try:
        from factcheck.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise ConfigError(
            "lsp: needs pygls, which is not installed; pip install '.[lsp]' in a checkout of factcheck"
        ) from None
    if sys.stdin.isatty():
        output.tell("factcheck: waiting for an editor on standard input; it starts this command by itself")
    return serve(config_file)
