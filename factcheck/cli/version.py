"""`factcheck --version --verbose`: how factcheck is installed, for bug reports."""

from __future__ import annotations

import platform
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

from factcheck import __version__

NOTE = Path(__file__).parent.parent / "_build.txt"  # written by hatch_build.py
COMPILED = "factcheck.extract"  # one of the modules that a compiled wheel contains as machine code


def described() -> str:
    """The version, whether extraction is compiled or why it is not, and the Python in use; a line each."""
    python = f"{platform.python_implementation()} {platform.python_version()} on {sys.platform}"
    return f"factcheck {__version__}\nextraction: {_extraction()}\npython: {python}\n"


def _extraction() -> str:
    found = find_spec(COMPILED)
    if found and found.origin and found.origin.endswith(tuple(EXTENSION_SUFFIXES)):
        return "compiled to machine code"
    try:
        reason = NOTE.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        reason = "run from a checkout"
    return f"plain Python ({reason})"
