"""Read web archives (.warc, .warc.gz): each page that was answered with success is a document."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from msgspec.structs import replace

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.limits import MAX_PART, MAX_WHOLE, bounded, damaged, extra

_WHAT = "a web archive"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/csv": ".csv",
}
_CHARSET = r"charset=[\"']?([\w-]+)"
_MARK = b"\xef\xbb\xbf"


def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield the documents of a web archive, with the address of each as its id and URL."""
    archive = extra("warcio.archiveiterator", "warc", name, _WHAT)
    exceptions = extra("warcio.exceptions", "warc", name, _WHAT)
    taken: dict[str, int] = {}
    left, found = MAX_WHOLE, False
    try:
        records = archive.ArchiveIterator(_plain(stream))
        records.INC_RECORD = ""  # its warning of a record that is not as long as stated goes to standard error
        for record in records:
            page = _page(record)
            if page is None:
                continue
            address, kind = page
            raw = bounded(record.content_stream(), min(MAX_PART, left), f"{name}!{address}")
            left -= len(raw)
            taken[address] = taken.get(address, 0) + 1
            label = address if taken[address] == 1 else f"{address} ({taken[address]})"
            found = True
            for item in _documents(raw, kind, record, f"{name}!{label}"):
                yield replace(item, url=item.url or address) if isinstance(item, Document) else item
    except (exceptions.ArchiveLoadFailed, EOFError, zlib.error, OSError, ValueError, AttributeError) as error:
        yield damaged(name, _WHAT, error)
        return
    if records.err_count:
        yield damaged(name, _WHAT, f"{records.err_count} of its records are not as long as they state")
    elif not found:
        yield InputError(f"{name}: no page in it that was answered with success; leave it out")


def _plain(stream: BinaryIO) -> Any:
    """The stream unpacked: some archives are packed as a whole instead of record by record."""
    head = stream.read(2)
    whole = io.BytesIO(head + stream.read())
    return gzip.GzipFile(fileobj=whole) if head == b"\x1f\x8b" else whole


def _page(record: Any) -> tuple[str, str] | None:
    """The address and the suffix of a record that holds a page; None for other records."""
    if record.rec_type not in ("response", "resource"):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = record.http_headers or record.rec_headers
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return None
    suffix = _SUFFIXES.get((headers.get_header("Content-Type") or "").partition(";")[0].strip().lower())
    return (address.strip("<>"), suffix) if address and suffix else None


def _documents(raw: bytes, suffix: str, record: Any, name: str) -> Iterator[Document | InputError]:
    from factcheck.read import reader_of

    headers = record.http_headers or record.rec_headers
    charset = re.search(_CHARSET, headers.get_header("Content-Type") or "", re.IGNORECASE)
    if charset is not None and suffix in (".html", ".txt", ".csv") and not raw.startswith(_MARK):
        with suppress(LookupError, UnicodeDecodeError):
            raw = _MARK + raw.decode(charset[1]).encode()
    try:
        for item in reader_of(f"page{suffix}")(io.BytesIO(raw), name):
            yield replace(item, path=name) if isinstance(item, Document) else item
    except InputError as error:
        yield error
