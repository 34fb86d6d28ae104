"""Read Word files (.docx, .docm): the text as it stands after review, without what is deleted, hidden or struck out.

Headers, footers, comments, field codes, tables of contents and page numbers are left out. A text box follows the
paragraph that it is anchored in; footnotes and endnotes follow the text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from factcheck.model import Document
from factcheck.read.blocks import REVIEWED, STRUCK, Block, Contents, document, flat, raised, table_blocks
from factcheck.read.limits import Parts, damaged
from factcheck.read.xmltree import child, children, local, namespace, parse, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHAT = "a Word file"
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DELETED = frozenset(("del", "moveFrom"))
_INSERTED = frozenset(("ins", "moveTo"))
_LEFT_OUT = frozenset(("pPr", "sdtPr", "sdtEndPr", "sectPr", "smartTagPr", "customXmlPr"))
_HOLDERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_OBJECTS = frozenset(("drawing", "pict", "object"))
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
# Fields whose result is no text of the document: it repeats headings or counts pages.
_NO_TEXT_FIELDS = frozenset(("TOC", "INDEX", "PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES", "NOTEREF", "TOA", "RD"))
_TITLE_STYLES = frozenset(("title", "heading 1"))
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_LINE_OF_SIGNS = frozenset(("oMath", "oMathPara", "r", "t", "rPr", "ctrlPr", "sty", "rFonts", "i", "b", "color", "sz"))
_MAX_SPAN = 63  # columns of a cell in Word
_MAX_STYLES = 20  # styles of which one is based on the next


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a Word file."""
    yield document(contents(stream.read(), name), name)


def contents(raw: bytes, name: str) -> Contents:
    """The blocks of a Word file, its metadata, and remarks on what is not read as it is printed."""
    return _File(raw, name).contents()


class _Look(Struct, frozen=True):
    """What properties say of a text: hidden, struck out, raised, a title. None where they do not say."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    title: bool | None = None

    def over(self, other: _Look) -> _Look:
        """These properties, and for what they do not say the other ones."""
        return _Look(
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
            other.raised if self.raised is None else self.raised,
            other.title if self.title is None else self.title,
        )


class _Field(Struct):
    """An open field: its code, and whether its result has begun and is text."""

    code: str = ""
    has_begun: bool = False

    @property
    def hides(self) -> bool:
        return not self.has_begun or _is_no_text(self.code)


class _File:
    """A Word file while it is read."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.parts = Parts(raw, name, _WHAT)
        self.name = name
        main = self._related("", "officeDocument")
        if main is None:
            raise damaged(name, _WHAT, "it has no text part")
        self.main = main
        self.styles = self._styles()
        self.fields: list[_Field] = []
        self.boxes: list[_Element] = []
        self.notes: list[tuple[str, str]] = []
        self.tables = 0
        self.remarks: dict[str, None] = {}
        self.title: str | None = None

    def contents(self) -> Contents:
        """The file as blocks."""
        body = child(self._parsed(self.main), "body")
        if body is None:
            raise damaged(self.name, _WHAT, "it has no text")
        found = [
            Block(block.text, block.place or f"paragraph {number}")
            for number, block in enumerate(self._blocks(body), 1)
        ]
        for kind in _NOTES.values():
            found += self._note_blocks(kind)
        title, language = self._metadata()
        return Contents(found, title=title, language=language, remarks=tuple(self.remarks))

    # The parts of the file.

    def _parsed(self, path: str) -> _Element:
        raw = self.parts.part(path)
        if raw is None:
            raise damaged(self.name, _WHAT, f"it has no part {path}")
        return parse(raw, self.name, _WHAT)

    def _related(self, path: str, kind: str) -> str | None:
        """The path of the part that stands in a relation to another part; None if there is none in the file."""
        folder, base = posixpath.split(path)
        raw = self.parts.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        for relation in parse(raw, self.name, _WHAT) if raw is not None else ():
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                return target if self.parts.has(target) else None
        return None

    def _styles(self) -> dict[str, _Look]:
        path = self._related(self.main, "styles")
        defined = {_value(each, "styleId"): each for each in children(self._parsed(path), "style")} if path else {}
        looks: dict[str, _Look] = {}
        for name, style in defined.items():
            label = child(style, "name")
            look = _Look(title=label is not None and _value(label).lower() in _TITLE_STYLES)
            at: _Element | None = style
            for _ in range(_MAX_STYLES):
                if at is None:
                    break
                look = look.over(_look(child(at, "rPr")))
                based = child(at, "basedOn")
                at = defined.get(_value(based)) if based is not None else None
            looks[name] = look
        return looks

    def _metadata(self) -> tuple[str | None, str | None]:
        path = self._related("", "core-properties")
        core = self._parsed(path) if path else None
        stated = {key: words(child(core, key)) if core is not None else "" for key in ("title", "language")}
        return self.title or stated["title"] or None, stated["language"] or None

    # The text.

    def _blocks(self, container: _Element) -> Iterator[Block]:
        """The blocks of what holds paragraphs and tables."""
        carried = ""
        for node in self._held(container):
            if local(node) == "tbl":
                yield from self._table(node)
                continue
            around, self.boxes = self.boxes, []
            text = carried + self._paragraph(node)
            boxes, self.boxes = self.boxes, around
            carried = text if self._goes_on(node) else ""
            if not carried:
                yield from self._block(text, self._style_of(node, "p").title)
            for box in boxes:
                yield from self._blocks(box)
        yield from self._block(carried)

    def _held(self, container: _Element) -> Iterator[_Element]:
        """The paragraphs and tables of a container, those inside content controls and insertions as well."""
        for node in container:
            name = local(node)
            if namespace(node) not in _WORD:
                chosen = _chosen(node)
                if chosen is not None:
                    yield from self._held(chosen)
            elif name in ("p", "tbl"):
                yield node
            elif name == "altChunk":
                self._remark("a document that is embedded in it is not read")
            elif name in _HOLDERS:
                yield from self._held(node)

    def _block(self, text: str, is_title: bool | None = False) -> Iterator[Block]:
        text = flat(text)
        if text:
            if is_title and self.title is None:
                self.title = text.replace("\n", " ")
            yield Block(text)

    def _goes_on(self, paragraph: _Element) -> bool:
        """Whether the next paragraph continues this one: it is a drop cap, or its end was deleted in review."""
        properties = child(paragraph, "pPr")
        frame = child(properties, "framePr") if properties is not None else None
        if frame is not None and _value(frame, "dropCap") in ("drop", "margin"):
            return True
        deleted = child(properties, "rPr", "del") if properties is not None else None
        if deleted is not None:
            self._remark(REVIEWED)
        return deleted is not None

    def _paragraph(self, node: _Element) -> str:
        out: list[str] = []
        self._walk(node, out, self._style_of(node, "p"))
        return "".join(out)

    def _style_of(self, node: _Element, kind: str) -> _Look:
        style = child(node, f"{kind}Pr", f"{kind}Style")
        return self.styles.get(_value(style), _Look()) if style is not None else _Look()

    def _walk(self, node: _Element, out: list[str], style: _Look) -> None:
        for each in node:
            space, name = namespace(each), local(each)
            if space in _MATH:
                self._formula(each, out)
            elif space not in _WORD:
                chosen = _chosen(each)
                if chosen is not None:
                    self._walk(chosen, out, style)
            elif name == "r":
                self._run(each, out, style)
            elif name in _DELETED:
                self._remark(REVIEWED)
            elif name in _OBJECTS:
                self._object(each)
            elif name not in _LEFT_OUT and not (name == "fldSimple" and _is_no_text(_value(each, "instr"))):
                if name in _INSERTED:
                    self._remark(REVIEWED)
                self._walk(each, out, style)

    def _run(self, run: _Element, out: list[str], style: _Look) -> None:
        """Add the text of a run, unless its own properties, its style or its paragraph's style hide it."""
        look = _look(child(run, "rPr")).over(self._style_of(run, "r")).over(style)
        text: list[str] = []
        self._run_content(run, text)
        written = "".join(text)
        if look.hidden:
            return
        if look.struck:
            if written.strip():
                self._remark(STRUCK)
            return
        out.append(raised("".join(out[-3:]), written) if look.raised else written)

    def _run_content(self, run: _Element, text: list[str]) -> None:
        for node in run:
            name = local(node)
            if namespace(node) not in _WORD:
                chosen = _chosen(node)
                if chosen is not None:
                    self._run_content(chosen, text)
            elif name == "fldChar":
                self._field_mark(_value(node, "fldCharType"))
            elif name == "instrText":
                if self.fields:
                    self.fields[-1].code += node.text or ""
            elif name in _OBJECTS:
                self._object(node)
            elif not any(field.hides for field in self.fields):
                self._sign(node, name, text)

    def _sign(self, node: _Element, name: str, text: list[str]) -> None:
        """Add what one element of a run stands for."""
        if name == "t":
            text.append(node.text or "")
        elif name in _SIGNS:
            text.append(_SIGNS[name])
        elif name == "br":
            text.append("\n" if _value(node, "type") in ("", "textWrapping") else " ")
        elif name in _NOTES:
            self.notes.append((_NOTES[name], _value(node, "id")))
        elif name == "ruby":
            base = child(node, "rubyBase")
            if base is not None:
                self._walk(base, text, _Look())

    def _field_mark(self, kind: str) -> None:
        """Follow a field: its code stands between "begin" and "separate", its result from there to "end"."""
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].has_begun = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _formula(self, node: _Element, out: list[str]) -> None:
        """Add a formula that is a line of signs; of others, such as a fraction, a mark of omission."""
        is_line = all(local(each) in _LINE_OF_SIGNS for each in node.iter())
        out.append("".join(node.itertext()) if is_line else " … ")

    def _object(self, node: _Element) -> None:
        """Keep the text boxes of a drawing for after the paragraph; of two versions of it, one is read."""
        for each in node:
            chosen = _chosen(each)
            if chosen is not None:
                self._object(chosen)
            elif local(each) == "txbxContent":
                self.boxes.append(each)
            else:
                self._object(each)

    def _table(self, node: _Element) -> Iterator[Block]:
        self.tables += 1
        number = self.tables
        rows: list[list[list[str]]] = []
        for row in _inside(node, "tr"):
            if self._is_deleted(row):
                continue
            cells: list[list[str]] = []
            for cell in _inside(row, "tc"):
                span = child(cell, "tcPr", "gridSpan")
                cells.append([block.text for block in self._blocks(cell)])
                cells += [[] for _ in range(min(_number(span), _MAX_SPAN) - 1)]
            rows.append(cells)
        yield from table_blocks(rows, f"table {number}")

    def _is_deleted(self, row: _Element) -> bool:
        changes = child(row, "trPr")
        names = {local(each) for each in changes} if changes is not None else set()
        if names & (_DELETED | _INSERTED):
            self._remark(REVIEWED)
        return bool(names & _DELETED)

    def _note_blocks(self, kind: str) -> Iterator[Block]:
        """The notes that the text refers to, in the order of the references."""
        wanted = list(dict.fromkeys(id_ for of, id_ in self.notes if of == kind))
        path = self._related(self.main, f"{kind}s") if wanted else None
        if path is None:
            return
        notes = {_value(each, "id"): each for each in children(self._parsed(path), kind)}
        for at, id_ in enumerate(wanted, 1):
            for block in self._blocks(notes[id_]) if id_ in notes else ():
                yield Block(block.text, f"{kind} {at}")

    def _remark(self, text: str) -> None:
        self.remarks.setdefault(text)


def _value(node: _Element, name: str = "val") -> str:
    """An attribute of an element of WordprocessingML."""
    return node.get(f"{{{namespace(node)}}}{name}") or ""


def _number(node: _Element | None) -> int:
    value = _value(node) if node is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _look(properties: _Element | None) -> _Look:
    if properties is None:
        return _Look()
    found = {local(each): _value(each) for each in properties}
    on = {name: value not in ("0", "false", "off", "none") for name, value in found.items()}
    struck = [on[name] for name in ("strike", "dstrike") if name in on]
    return _Look(
        hidden=on.get("vanish"),
        struck=any(struck) if struck else None,
        raised=found["vertAlign"] == "superscript" if "vertAlign" in found else None,
    )


def _is_no_text(code: str) -> bool:
    """Whether the result of a field with this code is no text of the document."""
    name = code.split(maxsplit=1)[:1]
    return bool(name) and name[0].upper() in _NO_TEXT_FIELDS


def _chosen(node: _Element) -> _Element | None:
    """The version of an alternative that is read: the first choice, else the fallback; None of other elements."""
    if namespace(node) != _CHOICES or local(node) != "AlternateContent":
        return None
    choice = child(node, "Choice")
    return choice if choice is not None else child(node, "Fallback")


def _inside(node: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those inside content controls and insertions as well."""
    for each in node:
        if local(each) == name:
            yield each
        elif local(each) in _HOLDERS:
            yield from _inside(each, name)
