"""Map claims and findings to positions of the language server protocol: lines from 0, columns in code units."""

from __future__ import annotations

from lsprotocol.types import Position, Range

from factcheck.model import Claim, Document, Finding
from factcheck.read.corpus import LinePlaces
from factcheck.report.place import region_of

BOM = "\ufeff"
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}  # codec, bytes per unit; UTF-32 counts code points


class PositionMapper:
    """Maps spans of one document to ranges in the position encoding that client and server agreed on."""

    def __init__(self, document: Document, encoding: str, lead: str = "") -> None:
        """`lead` is the text that the client has before the document's text: a byte order mark or nothing."""
        self._document = document
        self._encoding = encoding
        self._lead = lead

    def range(self, item: Claim | Finding) -> Range:
        """The range of a claim or finding of this document."""
        region = region_of(item, {self._document.id: self._document})
        start = self.position(region.line, region.column)
        end = start if item.start == item.end else self.position(region.end_line, region.end_column)
        return Range(start, end)

    def position(self, line: int, column: int) -> Position:
        """The position of a line and column of the file, both counted from 1, the column in code points."""
        before = self._line(line)[: column - 1]
        return Position(line - 1, units((self._lead if line == 1 else "") + before, self._encoding))

    def _line(self, number: int) -> str:
        places = self._document.places
        if isinstance(places, LinePlaces):
            return places.line.decode()
        starts = (*places.line_starts, len(places.raw))
        return places.raw[starts[number - 1] : starts[number]]


def units(text: str, encoding: str) -> int:
    """The length of a text in code units of an encoding; an emoji takes two units of UTF-16."""
    if text.isascii() or encoding not in _CODECS:
        return len(text)
    codec, width = _CODECS[encoding]
    return len(text.encode(codec, errors="surrogatepass")) // width


def touch(a: Range, b: Range) -> bool:
    """Whether two ranges share a position, their ends included: there the cursor is after the last letter."""
    return _pair(a.start) <= _pair(b.end) and _pair(b.start) <= _pair(a.end)


def _pair(at: Position) -> tuple[int, int]:
    return at.line, at.character
