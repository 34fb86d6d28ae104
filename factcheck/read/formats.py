"""The formats of files: their suffixes, the modules that read them, and the signs by which content tells its format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct


class Format(Struct, frozen=True):
    """A format: its name, the suffixes of its files, its module in `factcheck.read`, and the extra that it needs."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""


FORMATS = (
    Format("text", (".txt",), "text"),
    Format("Markdown", (".md", ".markdown"), "markdown"),
    Format("HTML", (".html", ".htm", ".xhtml"), "html"),
    Format("JSON Lines", (".jsonl", ".ndjson"), "corpus"),
    Format("PDF", (".pdf",), "pdf", "pdf"),
    Format("Word", (".docx", ".docm"), "docx"),
    Format("OpenDocument", (".odt", ".ott", ".fodt"), "odt"),
    Format("RTF", (".rtf",), "rtf"),
    Format("mail", (".eml",), "mail"),
    Format("Outlook mail", (".msg",), "mail", "msg"),
    Format("feed", (".xml", ".rss", ".atom", ".nitf", ".json"), "feeds"),
    Format("table", (".csv", ".tsv"), "sheets"),
    Format("Excel", (".xlsx", ".xlsm"), "sheets", "xlsx"),
    Format("subtitles", (".srt", ".vtt"), "subtitles"),
    Format("web archive", (".warc",), "warc", "warc"),
    Format("archive", (".zip", ".gz"), "archives"),
)
BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}

# Files in a folder that are passed over without a word: what accompanies documents and states nothing to check.
SKIPPED_SUFFIXES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".ico", ".heic", ".avif"),
        *(".mp3", ".m4a", ".wav", ".ogg", ".flac", ".mp4", ".mov", ".avi", ".webm", ".mkv"),
        *(".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"),
        *(".toml", ".ini", ".db", ".factcheck-ignore"),
    )
)
SKIPPED_PREFIXES = (".", "~$")
SKIPPED_FOLDER = "_files"  # what browsers save beside a page

HEAD = 4096  # bytes of a file in which its signs are searched
# Strings, compiled when a file starts as such a file does.
_MAIL = rb"(?im)^(?:message-id|mime-version):"
_MAIL_FIELD = rb"(?i)(?:from|to|date|subject|received|return-path|delivered-to|mime-version|message-id|x-[\w-]+):"
_PROLOGUE = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+nitf[^>]*>\s*)?"
_PAGE = _PROLOGUE + rb"<(?:!doctype\s+html|html)\b"
_FEED = _PROLOGUE + rb"<(?:rss|feed|nitf|newsml|newsitem|newsmessage)\b"
_CUES = rb"\s*(?:WEBVTT\b|\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> )"
_BOM = b"\xef\xbb\xbf"


def sniffed(stream: BinaryIO, name: str) -> Format | None:
    """The format that the first bytes of a file tell; None if they tell none. The stream stays where it is."""
    head = _head(stream)
    suffix = Path(name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        return BY_SUFFIX[".pdf"]
    if head.startswith(b"PK\x03\x04"):
        return _packed(stream) or BY_SUFFIX.get(suffix, BY_SUFFIX[".zip"])
    if head.startswith(b"\x1f\x8b"):
        return BY_SUFFIX[".gz"]
    if head.startswith(b"{\\rtf"):
        return BY_SUFFIX[".rtf"]
    if head.startswith(b"WARC/"):
        return BY_SUFFIX[".warc"]
    return _sniffed_text(head.removeprefix(_BOM))


def _sniffed_text(head: bytes) -> Format | None:
    if head.lstrip().startswith(b"<"):
        if re.match(_PAGE, head):
            return BY_SUFFIX[".html"]
        if re.match(_FEED, head):
            return BY_SUFFIX[".xml"]
    elif (b"-->" in head or b"WEBVTT" in head) and re.match(_CUES, head):
        return BY_SUFFIX[".srt"]
    elif b":" in head[:80] and re.match(_MAIL_FIELD, head) and re.search(_MAIL, head):
        return BY_SUFFIX[".eml"]
    return None


def _head(stream: BinaryIO) -> bytes:
    peek = getattr(stream, "peek", None)
    if peek is not None:
        return bytes(peek(HEAD)[:HEAD])
    if not stream.seekable():
        return b""
    at = stream.tell()
    head = stream.read(HEAD)
    stream.seek(at)
    return head


def _packed(stream: BinaryIO) -> Format | None:
    """The format of a file that is a zip archive, by the names of its members."""
    if not stream.seekable():
        return None
    from zipfile import BadZipFile, ZipFile

    at = stream.tell()
    try:
        names = set(ZipFile(stream).namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    finally:
        stream.seek(at)
    signs = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("content.xml", ".odt"))
    return next((BY_SUFFIX[suffix] for sign, suffix in signs if sign in names), None)


def is_skipped(path: str) -> bool:
    """Whether a file in a folder is passed over without a word."""
    *folders, name = Path(path).parts or ("",)
    return (
        name.startswith(SKIPPED_PREFIXES)
        or Path(name).suffix.lower() in SKIPPED_SUFFIXES
        or any(folder.endswith(SKIPPED_FOLDER) for folder in folders)
    )
