"""What HTML shows: its blocks of text, with the offset in the markup of each character."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.read.blocks import raised
from factcheck.read.rows import table_rows
from factcheck.regex_cache import regex

_SIGN = (
    r"(?is)(?P<comment><!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*>)"
    r"|<(?P<raw>script|style|template|svg|textarea|title|iframe)\b(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<end>/?)(?P<tag>[a-z][a-z0-9:-]*)(?P<given>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?)|(?P<text>[^<&]+|.)"
)
_ATTRIBUTE = r"""(?is)([a-z:_@-][\w:.@-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?"""
_HIDDEN_STYLE = regex(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
# fmt: off
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)
# fmt: on
# fmt: off
_VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr",
    )
)
# fmt: on
# fmt: off
_UNREAD = frozenset(
    (
        "head", "noscript", "object", "select", "button", "nav", "del", "s", "strike", "math", "rp", "rt",
        "audio", "video", "canvas", "datalist",
    )
)
# fmt: on
# Elements that end an open one of the same kind, or a paragraph, without an end tag.
_ENDS_PARAGRAPH = _BLOCKS - {"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "html", "body"}
_SIBLINGS = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr", "td", "th"),
}
_SPACES = str.maketrans("\t\r\f\x0b", "    ")
_MAX_CELL = 25  # words of a cell; longer ones are prose, and the table only arranges it
# Comments of exported documents: the mark in the text, and the link back from the comment, whose block is left out.
_COMMENT_MARK = regex(r"#(?:cmnt\d|_msocom)")
_COMMENT_BACK = regex(r"#(?:cmnt_ref|_msoanchor)")


class ShownBlock(Struct):
    """A paragraph, heading, item or row: its text, the offset of each character in the markup, and where it stands.

    `tag` is the innermost block element, `within` the names of all elements around it with their classes, `linked` the
    characters that are the text of a link.
    """

    text: str
    offsets: array[int]
    tag: str
    within: tuple[str, ...]
    linked: int = 0


class _Element(Struct):
    name: str
    unread: bool
    start: int  # characters of the block before it, for superscripts
    label: str


class _Table(Struct):
    rows: list[list[tuple[str, array[int]]]]
    whole: list[ShownBlock]  # its blocks, for a table that only arranges prose


class _Reader:
    """One pass over the markup."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.chars: list[str] = []
        self.offsets = array("L")
        self.linked = 0
        self.stack: list[_Element] = []
        self.unread = 0
        self.links = 0
        self.pre = 0
        self.found: list[ShownBlock] = []
        self.tables: list[_Table] = []

    def put(self, text: str, at: int, step: int) -> None:
        if self.unread:
            return
        for char in text.translate(_SPACES):
            if char == "\xad":
                at += step
                continue
            if char == "\n" and self.pre:
                self.line_end(at)
                at += step
                continue
            if char in " \n" and (not self.chars or self.chars[-1] in " \n"):
                at += step
                continue
            self.chars.append(" " if char == "\n" else char)
            self.offsets.append(at)
            self.linked += bool(self.links)
            at += step

    def line_end(self, at: int) -> None:
        if self.unread:
            return
        if self.chars and self.chars[-1] == "\n":  # an empty line
            self.flush()
            return
        while self.chars and self.chars[-1] == " ":
            self.chars.pop()
            self.offsets.pop()
        if self.chars and self.chars[-1] != "\n":
            self.chars.append("\n")
            self.offsets.append(at)

    def flush(self) -> None:
        """End the block."""
        while self.chars and self.chars[-1] in " \n":
            self.chars.pop()
            self.offsets.pop()
        if self.chars:
            tags = [each.name for each in self.stack if each.name in _BLOCKS]
            labels = tuple(each.label for each in self.stack)
            block = ShownBlock("".join(self.chars), self.offsets, tags[-1] if tags else "", labels, self.linked)
            self.found.append(block)
            for table in self.tables:
                table.whole.append(block)
        self.chars, self.offsets, self.linked = [], array("L"), 0

    def open(self, name: str, given: str, at: int) -> None:
        if name in _SIBLINGS:
            self._close_siblings(_SIBLINGS[name])
        elif name in _ENDS_PARAGRAPH and any(each.name == "p" for each in self.stack[-6:]):
            self.close("p", at)
        if name == "br":
            self.line_end(at)
            return
        if name in _BLOCKS:
            self.flush()
        if name in _VOID or (given.rstrip().endswith("/") and name not in _BLOCKS):
            return
        attributes = {key.lower(): value.strip("\"'") for key, value in re.findall(_ATTRIBUTE, given)} if given else {}
        style = attributes.get("style", "")
        unread = (
            name in _UNREAD
            or "hidden" in attributes
            or bool(
                style and (_HIDDEN_STYLE.search(style) or "line-through" in style or "mso-element:comment" in style)
            )
            or (name == "a" and bool(_COMMENT_MARK.search(attributes.get("href", ""))))
        )
        if name == "a" and _COMMENT_BACK.search(attributes.get("href", "")):
            self._leave_out_block()
        label = " ".join((name, attributes.get("class", ""), attributes.get("id", ""))).lower()
        self.stack.append(_Element(name, unread, len(self.chars), label))
        self.unread += unread
        self.links += name == "a"
        self.pre += name == "pre"
        if name == "q":
            self.put("“", at, 0)
        elif name == "table":
            self.tables.append(_Table([], []))
        elif name == "tr" and self.tables:
            self.tables[-1].rows.append([])

    def _leave_out_block(self) -> None:
        for element in reversed(self.stack):
            if element.name in _BLOCKS:
                self.unread += not element.unread
                element.unread = True
                return

    def _close_siblings(self, names: Sequence[str]) -> None:
        for index in range(len(self.stack) - 1, -1, -1):
            name = self.stack[index].name
            if name in names:
                self.close(name, 0)
                return
            if name in ("ul", "ol", "dl", "table"):
                return

    def close(self, name: str, at: int) -> None:
        if all(each.name != name for each in self.stack):
            return
        while self.stack:
            element = self.stack[-1]
            if element.name in _BLOCKS:
                self._end_block(element)
            elif element.name == "sup":
                self._raise(element)
            elif element.name == "q":
                self.put("”", at, 0)
            self.stack.pop()
            self.unread -= element.unread
            self.links -= element.name == "a"
            self.pre -= element.name == "pre"
            if element.name == name:
                return

    def _end_block(self, element: _Element) -> None:
        if element.name in ("td", "th") and self.tables and self.tables[-1].rows:
            texts = self._since_cell()
            self.tables[-1].rows[-1].append(texts)
            return
        self.flush()
        if element.name == "table" and self.tables:
            self._end_table(self.tables.pop())

    def _since_cell(self) -> tuple[str, array[int]]:
        before = len(self.found)
        self.flush()
        block = self.found[-1] if len(self.found) > before else None
        return (block.text, block.offsets) if block else ("", array("L"))

    def _end_table(self, table: _Table) -> None:
        rows = [row for row in table.rows if row]
        cells = [text for row in rows for text, _ in row if text]
        listed = {id(offsets) for row in rows for _, offsets in row}
        inside = [block for block in table.whole if id(block.offsets) not in listed]
        prose = [block for block in inside if not any("caption" in each for each in block.within[-1:])]
        if len(rows) < 2 or max(map(len, rows)) < 2 or prose or any(len(cell.split()) > _MAX_CELL for cell in cells):
            return
        gone = {id(block) for block in table.whole if id(block.offsets) in listed}
        self.found = [block for block in self.found if id(block) not in gone]
        for outer in self.tables:
            outer.whole = [block for block in outer.whole if id(block) not in gone]
        within = tuple(each.label for each in self.stack)
        for row, made in zip(rows, table_rows([[text for text, _ in row] for row in rows]), strict=True):
            if not made.text:
                continue
            offsets = array("L")
            for piece in made.pieces:
                own = row[piece.column][1]
                offsets.extend([own[0]] * (piece.start - len(offsets)))
                offsets.extend(own)
                offsets.extend([own[-1]] * (piece.after - piece.end))
            block = ShownBlock(made.text, offsets, "tr", (*within, "tr"))
            self.found.append(block)
            for outer in self.tables:
                outer.whole.append(block)

    def _raise(self, element: _Element) -> None:
        """Read a superscript: an exponent, the ending of an ordinal, or a note mark, which is no part of the text."""
        start = element.start
        if element.unread or start > len(self.chars):
            return
        text = "".join(self.chars[start:])
        if not start:  # the mark of a note before its text
            read = "" if raised("x", text) == "" else text
        else:
            read = raised("".join(self.chars[max(0, start - 12) : start]), text)
        if read == text:
            return
        if len(read) == len(text.strip()):
            self.chars[start:] = read
            del self.offsets[start + len(read) :]
        else:
            del self.chars[start:]
            del self.offsets[start:]


def shown_blocks(markup: str, base: int = 0) -> list[ShownBlock]:
    """The blocks of text that some markup shows, in order; offsets are counted from `base`."""
    from html import unescape

    reader = _Reader(base)
    for sign in re.finditer(_SIGN, markup):
        at = base + sign.start()
        if sign["text"] is not None:
            reader.put(sign["text"], at, 1)
        elif sign["entity"] is not None:
            reader.put(unescape(sign["entity"]), at, 0)
        elif sign["tag"] is not None:
            name = sign["tag"].lower()
            if sign["end"]:
                reader.close(name, at)
            else:
                reader.open(name, sign["given"], at)
    while reader.stack:
        reader.close(reader.stack[-1].name, base + len(markup))
    reader.flush()
    return reader.found


def steps_of(blocks: Sequence[tuple[str, Sequence[int]]], between: str) -> Iterator[tuple[int, int]]:
    """Pairs (offset in the joined text of the blocks, offset in the file) wherever both do not advance alike."""
    start = 0
    for text, offsets in blocks:
        last = -2
        for index, offset in enumerate(offsets):
            if offset != last + 1 or index == 0:
                yield start + index, offset
            last = offset
        start += len(text) + len(between)
