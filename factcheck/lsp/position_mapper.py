"""Where claims and findings stand in their file, as the protocol counts: lines from 0, columns in code units."""

from __future__ import annotations

from lsprotocol.types import Position, Range

from factcheck.model import Claim, Document, Finding
from factcheck.read.corpus import LinePlaces
from factcheck.report.place import region_of

BOM = "\ufeff"
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}  # utf-32 counts code points, as we do


class PositionMapper:
    """Measures places in one document in the units that client and server have agreed on."""

    def __init__(self, document: Document, encoding: str, lead: str = "") -> None:
        """`lead` is what the client has before the text of the document: a byte order mark, or nothing."""
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
        """The position at a line and column of the file, both counted from 1, the column in code points."""
        before = self._line(line)[: column - 1]
        return Position(line - 1, units((self._lead if line == 1 else "") + before, self._encoding))

    def _line(self, number: int) -> str:
        places = self._document.places
        if isinstance(places, LinePlaces):
            return places.line.decode()
        starts = (*places.line_starts, len(places.raw))
        return places.raw[starts[number - 1] : starts[number]]


def units(text: str, encoding: str) -> int:
    """How many code units of an encoding a text takes: in UTF-16, which every client knows, two for an emoji."""
    if text.isascii() or encoding not in _CODECS:
        return len(text)
    codec, width = _CODECS[encoding]
    return len(text.encode(codec, errors="surrogatepass")) // width


def touch(a: Range, b: Range) -> bool:
    """Whether two ranges have a position in common; the end counts: there the cursor stands after the last letter."""
    return _pair(a.start) <= _pair(b.end) and _pair(b.start) <= _pair(a.end)


def _pair(at: Position) -> tuple[int, int]:
    return at.line, at.character
