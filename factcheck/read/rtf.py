"""Read Rich Text files: the text without what is deleted in review, hidden or struck out.

Headers, footers, comments, field codes and list numbers are left out; footnotes follow the text, a text box the
paragraph that it is anchored in.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model import Document
from factcheck.read.blocks import REVIEWED, STRUCK, Block, Contents, document, flat, raised, table_blocks
from factcheck.read.limits import damaged

_WHAT = "a Rich Text file"
_TOKEN = r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"  # a string: rare
_MAX_DEPTH = 2_000
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\xa0",
    "_": "\u2011",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
_BREAKS = frozenset(("par", "sect", "page", "column", "\n", "\r"))
# Destinations whose groups hold no text of the document, but groups that may; and those that do hold text.
_PASSED = frozenset(("shp", "shpinst", "shpgrp", "object", "upr", "field"))
_TEXT = frozenset(("rtf", "fldrslt", "result", "ud"))
_SKIPPED = frozenset(
    (
        "annotation",
        "atnauthor",
        "atnid",
        "atnref",
        "author",
        "bkmkend",
        "bkmkstart",
        "colortbl",
        "comment",
        "company",
        "creatim",
        "datastore",
        "do",
        "doccomm",
        "filetbl",
        "footer",
        "footerf",
        "footerl",
        "footerr",
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "generator",
        "header",
        "headerf",
        "headerl",
        "headerr",
        "keywords",
        "latentstyles",
        "listtable",
        "listoverridetable",
        "listtext",
        "nonesttables",
        "nonshppict",
        "objdata",
        "operator",
        "pict",
        "pntext",
        "pntxta",
        "pntxtb",
        "printim",
        "private",
        "revtbl",
        "revtim",
        "rsidtbl",
        "rxe",
        "shppict",
        "shprslt",
        "stylesheet",
        "subject",
        "tc",
        "themedata",
        "txe",
        "xe",
        "xmlnstbl",
    )
)
_NO_TEXT_FIELDS = frozenset(("TOC", "INDEX", "PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES", "NOTEREF"))
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a Rich Text file."""
    yield document(contents(stream.read(), name), name)


def contents(raw: bytes, name: str) -> Contents:
    """The blocks of a Rich Text file, its title, and remarks on what is not read as it is printed."""
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise damaged(name, _WHAT, "it does not begin as one")
    return _Text(raw.decode("latin-1")).contents()


class _Group(Struct, frozen=True):
    """The state of a group: what its text is for, the properties of its characters, its encoding."""

    role: str = "text"  # text, passed, skipped, title, instruction, fonts
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    raised: bool = False
    skip: int = 1  # characters after a Unicode character that stand for it in old programs
    font: int = -1
    story: int = 0


class _Story(Struct):
    """A text that is written in one go: the main text, a footnote or a box."""

    kind: str = "main"
    blocks: list[Block] = []
    words: list[str] = []
    cell: list[str] = []
    cells: list[list[str]] = []
    rows: list[list[list[str]]] = []
    boxes: list[Block] = []


class _Text:
    """A Rich Text file while it is read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.group = _Group()
        self.groups: list[_Group] = []
        self.stories = [_Story()]
        self.notes: list[_Story] = []
        self.encoding = "cp1252"
        self.fonts: dict[int, str] = {}
        self.font_defined = -1
        self.pending = bytearray()
        self.to_skip = 0
        self.in_table = False
        self.tables = 0
        self.title: list[str] = []
        self.instruction: list[str] = []
        self.is_starred = False
        self.remarks: dict[str, None] = {}

    def contents(self) -> Contents:
        """The file as blocks."""
        self._read()
        while len(self.stories) > 1:
            self._end_story()
        main = self.stories[0]
        self._end(main)
        found = [Block(block.text, block.place or f"paragraph {number}") for number, block in enumerate(main.blocks, 1)]
        for number, note in enumerate(self.notes, 1):
            found += [Block(block.text, f"footnote {number}") for block in note.blocks]
        title = " ".join("".join(self.title).split())
        return Contents(found, title=title or None, remarks=tuple(self.remarks))

    def _read(self) -> None:
        """Follow the signs of the file up to the end of its outermost group."""
        at = 0
        token = re.compile(_TOKEN)
        while (found := token.search(self.source, at)) is not None:
            at = found.end()
            word, number, code, _, brace, text = found.groups()
            if code is None and text is None:
                self._flush()
            if brace == "}" and len(self.groups) < 2:
                break  # the end of the outermost group
            if word == "bin":
                at += max(0, int(number or 0))
            elif word is not None:
                self._word(word, int(number) if number else None)
            elif code is not None or text is not None:
                self._bytes(bytes.fromhex(code) if code is not None else text.encode("latin-1"))
            else:
                self._mark(found[0])
        self._flush()

    def _mark(self, mark: str) -> None:
        if mark == "{":
            if len(self.groups) < _MAX_DEPTH:
                self.groups.append(self.group)
        elif mark == "}":
            self._close()
        else:
            self._sign(mark[1:])

    def _close(self) -> None:
        """End a group, and the story that it began."""
        ended, self.group = self.group, self.groups.pop()
        self.is_starred = False
        while len(self.stories) - 1 > self.group.story:
            self._end_story()
        if ended.role == "instruction" and self.group.role != "instruction":
            code = "".join(self.instruction).split(maxsplit=1)
            self.instruction.clear()
            if code and code[0].upper() in _NO_TEXT_FIELDS and self.groups:
                self.group = replace(self.group, role="skipped")

    def _end_story(self) -> None:
        story = self.stories.pop()
        self._end(story)
        if story.kind == "footnote":
            self.notes.append(story)
        else:
            self.stories[-1].boxes += story.blocks

    # Control words and text.

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.is_starred = True
        elif sign in _BREAKS:
            self._word("par", None)
        elif sign in _SIGNS:
            self._add(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        starred, self.is_starred = self.is_starred, False
        self.to_skip = 0
        group, on = self.group, number != 0
        if word in _SIGNS:
            self._add(_SIGNS[word])
        elif word == "u" and number is not None:
            self._add(_char(number))
            self.to_skip = group.skip
        elif word in _BREAKS or word in ("cell", "nestcell", "row", "nestrow"):
            if group.role == "text":
                self._break(word)
        elif word in ("pard", "intbl"):
            self.in_table = word == "intbl"
        elif word == "plain":
            self.group = replace(group, hidden=False, deleted=False, struck=False, raised=False)
        elif word in ("v", "deleted", "strike", "striked", "super", "nosupersub", "revised"):
            self._look(word, on)
        elif word == "uc":
            self.group = replace(group, skip=max(0, number or 0))
        elif word in ("ansicpg", "mac", "f", "fcharset", "deff"):
            self._encode(word, number or 0)
        else:
            self._destination(word, starred)

    def _look(self, word: str, on: bool) -> None:
        """Note a property of the characters that follow."""
        if word in ("revised", "deleted") and on:
            self.remarks.setdefault(REVIEWED)
        if word == "v":
            self.group = replace(self.group, hidden=on)
        elif word == "deleted":
            self.group = replace(self.group, deleted=on)
        elif word in ("strike", "striked"):
            self.group = replace(self.group, struck=on)
        elif word != "revised":
            self.group = replace(self.group, raised=word == "super" and on)

    def _encode(self, word: str, number: int) -> None:
        """Note the encoding of the file or of a font."""
        if word == "ansicpg":
            self.encoding = _known(f"cp{number}") or self.encoding
        elif word == "mac":
            self.encoding = "mac_roman"
        elif word == "f":
            self.group = replace(self.group, font=number)
        elif word == "fcharset" and self.group.role == "fonts":
            self.fonts[self.group.font] = _known(_CHARSETS.get(number, "")) or ""

    def _destination(self, word: str, starred: bool) -> None:
        """Note what the text of a group is for."""
        role = self.group.role
        if role in ("skipped", "fonts"):
            return
        if word in _TEXT:
            role = "text" if word != "rtf" or role == "text" else role
        elif word in _PASSED:
            role = role if word == "field" else "passed"
        elif word in ("footnote", "shptxt"):
            if role in ("text", "passed"):
                self.stories.append(_Story(kind=word))
                self.group = replace(self.group, role="text", story=len(self.stories) - 1, hidden=False)
            return
        elif word == "info":
            role = "passed"
        elif word == "title":
            role = "title"
        elif word == "fldinst":
            role = "instruction"
        elif word == "fonttbl":
            role = "fonts"
        elif word in _SKIPPED or starred:
            role = "skipped"
        self.group = replace(self.group, role=role)

    def _bytes(self, raw: bytes) -> None:
        if self.to_skip:
            skipped = min(self.to_skip, len(raw))
            self.to_skip -= skipped
            raw = raw[skipped:]
        self.pending += raw

    def _flush(self) -> None:
        """Decode the bytes since the last control word."""
        if self.pending:
            text = bytes(self.pending).decode(self.fonts.get(self.group.font) or self.encoding, errors="replace")
            self.pending.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        group = self.group
        if group.role == "title":
            self.title.append(text)
        elif group.role == "instruction":
            self.instruction.append(text)
        if group.role != "text" or group.hidden or group.deleted:
            return
        if group.struck:
            if text.strip():
                self.remarks.setdefault(STRUCK)
            return
        words = self.stories[-1].words
        words.append(raised("".join(words[-3:]), text) if group.raised else text)

    # Paragraphs and tables.

    def _break(self, word: str) -> None:
        story = self.stories[-1]
        if word in ("nestcell", "nestrow"):
            story.words.append(" ")
        elif word == "row":
            story.rows.append(story.cells)
            story.cells = []
        elif word == "cell":
            self._end_paragraph(story, True)
            story.cells.append(story.cell)
            story.cell = []
        else:
            self._end_paragraph(story, self.in_table)

    def _end_paragraph(self, story: _Story, in_cell: bool) -> None:
        text = flat("".join(story.words))
        story.words = []
        if in_cell:
            story.cell += [text] if text else []
            return
        if not text and not story.boxes:
            return
        self._end_table(story)
        story.blocks += [Block(text)] if text else []
        story.blocks += story.boxes
        story.boxes = []

    def _end_table(self, story: _Story) -> None:
        if story.cell or story.cells:
            story.rows.append([*story.cells, story.cell])
        if story.rows:
            self.tables += 1
            story.blocks += table_blocks(story.rows, f"table {self.tables}")
        story.cell, story.cells, story.rows = [], [], []

    def _end(self, story: _Story) -> None:
        self._end_paragraph(story, False)
        self._end_table(story)


def _char(number: int) -> str:
    code = number % 0x10000
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _known(encoding: str) -> str | None:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return None
