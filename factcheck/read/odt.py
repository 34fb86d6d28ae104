"""Read OpenDocument texts (.odt, .ott, .fodt): the text as it stands after review, without deleted and hidden text.

Headers, footers, comments, indexes and page numbers are left out. A text box follows the paragraph that it is anchored
in; notes follow the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.blocks import REVIEWED, STRUCK, Block, Contents, document, flat, raised, table_blocks
from factcheck.read.limits import Parts, damaged
from factcheck.read.xmltree import child, local, parse, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHAT = "an OpenDocument text"
_PARAGRAPHS = frozenset(("p", "h"))
_INDEXES = frozenset(
    (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
# Elements inside a paragraph that are no text of the document.
_NO_TEXT = frozenset(
    (
        "annotation",
        "annotation-end",
        "note-citation",
        "ruby-text",
        "page-number",
        "page-count",
        "hidden-text",
        "bookmark-start",
        "toc-mark",
        "alphabetical-index-mark",
        "user-index-mark",
        "forms",
        "event-listeners",
        "title",
        "desc",
    )
)
_HOLDERS = frozenset(("list", "list-item", "list-header", "numbered-paragraph", "section"))
_BOXES = frozenset(("text-box", "custom-shape", "rect", "ellipse"))
_MAX_SPACES = 80
_MAX_REPEATED = 64  # equal cells beside each other; a sheet's last ones are repeated up to its end
_MAX_STYLES = 20


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of an OpenDocument text."""
    yield document(contents(stream.read(), name), name)


def contents(raw: bytes, name: str) -> Contents:
    """The blocks of an OpenDocument text, its metadata, and remarks on what is not read as it is printed."""
    if raw[:2] != b"PK":
        root = parse(raw, name, _WHAT)
        return _Text(name, [root], root, root).contents()
    parts = Parts(raw, name, _WHAT)
    manifest = parts.part("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise InputError(f"{name}: has a password; save it without one")
    content, styles, meta = (parts.part(path) for path in ("content.xml", "styles.xml", "meta.xml"))
    if content is None:
        raise damaged(name, _WHAT, "it has no text part")
    root = parse(content, name, _WHAT)
    defined = [root, *([parse(styles, name, _WHAT)] if styles is not None else [])]
    return _Text(name, defined, root, parse(meta, name, _WHAT) if meta is not None else None).contents()


class _Look(Struct, frozen=True):
    """What a style says of its text: hidden, struck out, raised; None where it does not say."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None


class _Text:
    """An OpenDocument text while it is read."""

    def __init__(self, name: str, trees: list[_Element], root: _Element, meta: _Element | None) -> None:
        self.name, self.root, self.meta = name, root, meta
        self.styles: dict[str, _Element] = {}
        for tree in trees:
            for group in ("automatic-styles", "styles"):
                defined = child(tree, group)
                for style in defined if defined is not None else ():
                    self.styles.setdefault(_value(style, "name"), style)
        self.looks: dict[str, _Look] = {}
        self.notes: list[_Element] = []
        self.boxes: list[_Element] = []
        self.tables = 0
        self.remarks: dict[str, None] = {}
        self.title: str | None = None

    def contents(self) -> Contents:
        """The text as blocks."""
        body = child(self.root, "body", "text")
        if body is None:
            raise damaged(self.name, _WHAT, "it has no text")
        found = [
            Block(block.text, block.place or f"paragraph {number}")
            for number, block in enumerate(self._blocks(body), 1)
        ]
        for at, note in enumerate(self.notes, 1):  # a note may have notes, which are appended meanwhile
            found += [Block(block.text, f"footnote {at}") for block in self._blocks(note)]
        meta = child(self.meta, "meta") if self.meta is not None else None
        stated = {key: words(child(meta, key)) if meta is not None else "" for key in ("title", "language")}
        title = self.title or stated["title"] or None
        return Contents(found, title=title, language=stated["language"] or None, remarks=tuple(self.remarks))

    def _blocks(self, container: _Element) -> Iterator[Block]:
        for node in container:
            name = local(node)
            if name in _PARAGRAPHS:
                yield from self._paragraph(node)
            elif name == "table":
                yield from self._table(node)
            elif name == "tracked-changes":
                if len(node):
                    self.remarks.setdefault(REVIEWED)
            elif name in _HOLDERS:
                if not _is_off(node):
                    yield from self._blocks(node)
            elif name not in _INDEXES and name not in _NO_TEXT:
                yield from self._boxed(node)

    def _boxed(self, node: _Element) -> Iterator[Block]:
        """The blocks of the text boxes in a drawing."""
        for each in node:
            if local(each) in _BOXES:
                yield from self._blocks(each)
            elif local(each) in _PARAGRAPHS:
                yield from self._paragraph(each)
            elif local(each) not in _NO_TEXT:
                yield from self._boxed(each)

    def _paragraph(self, node: _Element) -> Iterator[Block]:
        around, self.boxes = self.boxes, []
        out: list[str] = []
        self._walk(node, out, self._look(node))
        boxes, self.boxes = self.boxes, around
        text = flat("".join(out))
        if text:
            if self.title is None and (_value(node, "outline-level") == "1" or _value(node, "style-name") == "Title"):
                self.title = text.replace("\n", " ")
            yield Block(text)
        for box in boxes:
            yield from self._boxed(box)

    def _walk(self, node: _Element, out: list[str], look: _Look) -> None:
        """Add the text of an element of a paragraph."""
        self._add(node.text, out, look)
        for each in node:
            self._inline(each, out, look)
            self._add(each.tail, out, look)

    def _inline(self, node: _Element, out: list[str], look: _Look) -> None:
        name = local(node)
        if name == "s":
            count = _value(node, "c")
            self._add(" " * min(int(count) if count.isdecimal() else 1, _MAX_SPACES), out, look)
        elif name == "tab":
            self._add("\t", out, look)
        elif name == "line-break":
            out.append("\n")
        elif name == "note":
            body = child(node, "note-body")
            if body is not None and not look.hidden:
                self.notes.append(body)
        elif name == "frame" or name in _BOXES or (name in ("g", "a") and child(node, "frame") is not None):
            self.boxes.append(node)
        elif name == "conditional-text" or (name not in _NO_TEXT and not _is_off(node)):
            own = self._look(node) if _value(node, "style-name") else _Look()
            self._walk(node, out, _over(own, look))

    def _add(self, text: str | None, out: list[str], look: _Look) -> None:
        if not text or look.hidden:
            return
        if look.struck:
            if text.strip():
                self.remarks.setdefault(STRUCK)
            return
        text = text.replace("\n", " ")
        out.append(raised("".join(out[-3:]), text) if look.raised else text)

    def _look(self, node: _Element) -> _Look:
        name = _value(node, "style-name")
        if name not in self.looks:
            look = _Look()
            at = self.styles.get(name)
            for _ in range(_MAX_STYLES):
                if at is None:
                    break
                look = _over(look, _look(child(at, "text-properties")))
                at = self.styles.get(_value(at, "parent-style-name"))
            self.looks[name] = look
        return self.looks[name]

    def _table(self, node: _Element) -> Iterator[Block]:
        self.tables += 1
        number = self.tables
        rows = []
        for row in _rows(node):
            cells: list[list[str]] = []
            for cell in row:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    repeated = _value(cell, "number-columns-repeated")
                    texts = [block.text for block in self._blocks(cell)]
                    cells += [texts] * min(int(repeated) if repeated.isdecimal() else 1, _MAX_REPEATED)
            rows.append(cells)
        yield from table_blocks(rows, f"table {number}")


def _rows(node: _Element) -> Iterator[_Element]:
    for each in node:
        if local(each) == "table-row":
            yield each
        elif local(each) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(each)


def _value(node: _Element, name: str) -> str:
    """An attribute of an element by its local name."""
    return next((value for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _is_off(node: _Element) -> bool:
    """Whether a section or a paragraph is hidden; a condition of which the file does not state the result shows it."""
    return _value(node, "display") == "none" or _value(node, "is-hidden") == "true"


def _over(own: _Look, other: _Look) -> _Look:
    return _Look(
        other.hidden if own.hidden is None else own.hidden,
        other.struck if own.struck is None else own.struck,
        other.raised if own.raised is None else own.raised,
    )


def _look(properties: _Element | None) -> _Look:
    if properties is None:
        return _Look()
    lines = [_value(properties, name) for name in ("text-line-through-style", "text-line-through-type")]
    display, position = _value(properties, "display"), _value(properties, "text-position")
    return _Look(
        hidden=display == "none" if display else None,
        struck=any(line not in ("", "none") for line in lines) if any(lines) else None,
        raised=position.startswith("super") or (position[:1].isdigit() and position[:2] != "0%") if position else None,
    )
