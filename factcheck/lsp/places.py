"""Where the spans of a document stand in its file, as the protocol counts: lines from 0, columns in code units."""

from __future__ import annotations

from lsprotocol.types import Position, Range

from factcheck.model import Document
from factcheck.read.corpus import LinePlaces

_BOM = "\ufeff"
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}  # utf-32 counts code points, as we do


class Ruler:
    """Measures the spans of one document in the units that client and server have agreed on."""

    def __init__(self, document: Document, encoding: str, *, marked: bool = False) -> None:
        """`marked`: the client counts a byte order mark before the text, which the document does not hold."""
        self._document = document
        self._encoding = encoding
        self._mark = _BOM if marked else ""

    def range(self, start: int, end: int) -> Range:
        """The range of a span of the document's text."""
        places = self._document.places
        line, column = places.at(max(start, end - 1))
        return Range(self.position(*places.at(start)), self.position(line, column + (end > start)))

    def position(self, line: int, column: int) -> Position:
        """The position at a line and column of the file, both counted from 1, the column in code points."""
        before = self.line(line)[: column - 1]
        return Position(line - 1, units((self._mark if line == 1 else "") + before, self._encoding))

    def line(self, number: int) -> str:
        """A line of the file, counted from 1, with its line break."""
        places = self._document.places
        if isinstance(places, LinePlaces):
            return places.line.decode()
        starts = (*places.line_starts, len(places.raw))
        return places.raw[starts[number - 1] : starts[number]]


def units(text: str, encoding: str) -> int:
    """How many code units of an encoding a text takes: in UTF-16, which is every client's, two for an emoji."""
    if text.isascii() or encoding not in _CODECS:
        return len(text)
    codec, width = _CODECS[encoding]
    return len(text.encode(codec, errors="surrogatepass")) // width


def holds(place: Range, at: Position) -> bool:
    """Whether a position lies in a range; the end counts: there the cursor stands after the last letter."""
    return _pair(place.start) <= _pair(at) <= _pair(place.end)


def touch(a: Range, b: Range) -> bool:
    """Whether two ranges have a position in common."""
    return _pair(a.start) <= _pair(b.end) and _pair(b.start) <= _pair(a.end)


def _pair(at: Position) -> tuple[int, int]:
    return at.line, at.character
