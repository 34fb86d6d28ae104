"""Decode files: UTF-8, UTF-16 and UTF-32 by byte order mark, UTF-8 without one, else Windows-1252 or Latin-1."""

from __future__ import annotations

import codecs

from factcheck.errors import InputError
from factcheck.regex_cache import regex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_BEYOND_ASCII = regex(r"[^\x00-\x7f�]")
_MAX_CONTROL = 0.02  # share of control characters, beside two, above which a file is binary
_WAY_OUT = "save it as text in UTF-8"


def marked_encoding(raw: bytes) -> tuple[str, int] | None:
    """The encoding of a byte order mark and the length of the mark in bytes; None without a mark."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding, len(mark)
    return None


def decode(raw: bytes, name: str, declared: str | None = None) -> str:
    """The text of a file, with line ends unchanged. `declared` is the encoding that the file itself states.

    Raises InputError if the bytes are not text.
    """
    marked = marked_encoding(raw)
    if marked is not None:
        encoding, length = marked
        try:
            return _text(raw[length:].decode(encoding), name)
        except UnicodeDecodeError:
            if encoding != "utf-8":
                raise InputError(f"{name}: not the {encoding} its first bytes promise; {_WAY_OUT}") from None
            raw = raw[length:]
    try:
        return _text(raw.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _text(_other(raw, declared), name)


def _other(raw: bytes, declared: str | None) -> str:
    # What is declared as Latin-1 is in truth Windows-1252, and browsers read it so: it has € and curly quotation marks.
    if declared and declared.lower().replace("_", "-") not in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        try:
            return raw.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
    damaged = raw.decode("utf-8", errors="replace")
    if len(_BEYOND_ASCII.findall(damaged)) > damaged.count("�"):
        return damaged  # UTF-8 with a few broken characters, not another code page
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _text(text: str, name: str) -> str:
    if "\x00" in text or len(_CONTROL.findall(text)) > _MAX_CONTROL * len(text) + 2:
        raise InputError(f"{name}: not text (binary); {_WAY_OUT} or leave it out")
    return text
