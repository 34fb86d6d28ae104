"""The place of a span in the user's file: path, lines, columns and offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct

from factcheck.model import Claim, Document, Finding, Report


class Region(Struct, frozen=True):
    """A span of a file: lines and columns from 1 in code points, `end_column` the one after the last code point.

    `offset` and `length` count code points of the file; None where the document is not the whole file.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int | None = None
    length: int | None = None


def documents_of(report: Report) -> dict[str, Document]:
    """The documents of a report by name; the draft, where a draft and a source have one name."""
    return {document.id: document for document in (*report.documents, *report.drafts)}


def path_of(name: str, documents: Mapping[str, Document]) -> str:
    """The path of the file that contains the document: its name, unless it is a line of a corpus."""
    document = documents.get(name)
    return (document.path if document is not None else None) or name


def region_of(item: Finding | Claim, documents: Mapping[str, Document]) -> Region:
    """The region of a finding or claim, from its own line and column if its document is not available."""
    document = documents.get(item.document)
    length = item.end - item.start
    if document is None or not document.text:
        return Region(item.line, item.column, item.line, item.column + length)
    return _in_file(document, item)


def _in_file(document: Document, item: Finding | Claim) -> Region:
    places = document.places
    within = item.in_file if isinstance(item, Finding) else None
    if within is not None and item.start == item.end:  # what the reader does not render, such as a comment
        ends = bisect_right(places.line_starts, max(within[1] - 1, within[0]))
        column = within[1] - places.line_starts[ends - 1] + 1
        return Region(item.line, item.column, ends, column, within[0], within[1] - within[0])
    # Take the place of the last code point, not of the one after it: there may be a tag between the two.
    end_line, end_column = places.at(max(item.start, item.end - 1))
    if end_line < item.line:  # a document built by a caller, without the places of its file
        return Region(item.line, item.column, item.line, item.column + item.end - item.start)
    end_column += item.end > item.start
    if not places.raw or places.first_line != 1:
        return Region(item.line, item.column, end_line, end_column)
    offset = places.line_starts[item.line - 1] + item.column - 1
    end = places.line_starts[end_line - 1] + end_column - 1
    return Region(item.line, item.column, end_line, end_column, offset, end - offset)


def written_at(finding: Finding, documents: Mapping[str, Document]) -> tuple[int, int] | None:
    """The finding's span in the file in code points; None where the file has other text there (markup, a corpus)."""
    document, place = documents.get(finding.document), region_of(finding, documents)
    if document is None or place.offset is None or place.length is None:
        return None
    start, end = place.offset, place.offset + place.length
    written = document.places.raw[start:end] == document.text[finding.start : finding.end]
    return (start, end) if written else None


def bytes_before(document: Document | None, line: int, column: int) -> int | None:
    """The number of UTF-8 bytes before a column of a line; None when the file's text is not available."""
    if document is None or not document.places.raw:
        return None
    places = document.places
    start = places.line_starts[line - places.first_line]
    return len(places.raw[start : start + column - 1].encode(errors="replace"))
