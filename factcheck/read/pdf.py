"""Read PDF files with a text layer: columns in reading order, words joined over line ends, the page as the place.

Running heads, page numbers, raised note marks and turned text are left out.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.blocks import Block, Contents, document
from factcheck.read.layout import Hyphens, Paragraph, Word, goes_on, hyphens_of, joined, paragraphs
from factcheck.read.limits import damaged, extra
from factcheck.read.rows import table_rows
from factcheck.regex_cache import regex

_WHAT = "a PDF file"
_MAX_PAGES = 2_000
_MAX_CHARS = 60_000  # of a page; a broadsheet has 15,000
_PASSWORD = 4  # pdfium's code
_MAX_ANGLE = 5  # degrees by which a line may be turned
_EDGE = 0.2  # share of a page's height in which running heads stand
_EDGE_ROWS = 3
_SAME_ROW = 3  # points between the baselines of a row
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_FIGURES = regex(r"\d+")
_PAGE_OF = regex(r"(page \d+) (?:of|/) \d+")
_PAGE_NUMBER = regex(r"(?i)[-–—|\s]*(?:page|p\.|seite|s\.)?\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?[-–—|\s]*")
# Programs that divide words at the ends of lines unless told not to.
_TYPESETTERS = regex(r"TeX|InDesign|Quark|Scribus")
_UNREADABLE = regex(r"[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08]")
_MAX_UNREADABLE = 0.1  # share of characters without a meaning above which a text layer is of no use
_MIN_LETTERS = 3  # of a page that has text


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a PDF file."""
    yield document(contents(stream.read(), name), name)


def contents(raw: bytes, name: str) -> Contents:
    """The paragraphs of a PDF file; InputError if it has a password or no text layer."""
    pdfium = extra("pypdfium2", "pdf", name, _WHAT)
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise InputError(f"{name}: has a password; save it without one") from None
        raise damaged(name, _WHAT, error) from None
    try:
        if len(document) > _MAX_PAGES:
            raise InputError(f"{name}: has more than {_MAX_PAGES:,} pages; save the part to be read")
        pages = [_page(document, number, name, pdfium) for number in range(len(document))]
        title, maker = _stated(document, "Title"), f"{_stated(document, 'Creator')} {_stated(document, 'Producer')}"
    finally:
        document.close()
    empty = [
        number for number, (words, _) in enumerate(pages, 1) if sum(len(word.text) for word in words) < _MIN_LETTERS
    ]
    if len(empty) == len(pages):
        raise InputError(f"{name}: has no text layer, only pictures of pages; let a program recognise its text (OCR)")
    text = "".join(word.text for words, _ in pages for word in words)
    if len(_UNREADABLE.findall(text)) > _MAX_UNREADABLE * len(text):
        raise InputError(
            f"{name}: its fonts do not say which letters they show; let a program recognise its text (OCR)"
        )
    remarks = (f"without text, perhaps a picture: page {', '.join(map(str, empty))}",) if empty else ()
    blocks = _blocks([paragraphs(words) for words in _without_heads(pages)], _TYPESETTERS.search(maker) is not None)
    return Contents(blocks, title=title if title and _stands_in(title, blocks) else None, remarks=remarks)


def _stated(document: Any, key: str) -> str:
    """An entry of a file's metadata."""
    try:
        return " ".join(str(document.get_metadata_value(key)).split())
    except (ValueError, RuntimeError):
        return ""


def _stands_in(title: str, blocks: list[Block]) -> bool:
    """Whether the title that a file states stands on its first page; many state the name of another file."""
    head = " ".join(" ".join(block.text for block in blocks[:8]).lower().split())
    return title.lower() in head


# Words.


def _page(document: Any, number: int, name: str, pdfium: Any) -> tuple[list[Word], float]:
    """The words of a page and its height."""
    try:
        page = document[number]
        try:
            textpage = page.get_textpage()
            try:
                return list(_words(page, textpage, pdfium.raw)), page.get_height()
            finally:
                textpage.close()
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise damaged(name, _WHAT, f"page {number + 1}: {error}") from None


class _Char:
    """A character on a page, in points from the upper left corner as the page is shown."""

    __slots__ = ("base", "index", "left", "right", "size", "text")

    def __init__(self, text: str, index: int, left: float, right: float, base: float, size: float) -> None:
        self.text, self.index = text, index
        self.left, self.right, self.base, self.size = left, right, base, size


def _words(page: Any, textpage: Any, raw: Any) -> Iterator[Word]:
    chars: list[_Char] = []
    seen: dict[tuple[str, int, int], int] = {}
    is_spaced = False  # whether a blank of the file stands before the word
    for char in _chars(page, textpage, raw):
        if not isinstance(char, str):
            # Bold type is sometimes made by printing a line twice. The letters of a ligature share one place.
            spot = (char.text, round(char.left), round(char.base))
            if seen.setdefault(spot, char.index) < char.index - 1:
                continue
        if chars and (isinstance(char, str) or not _is_beside(chars[-1], char)):
            yield _word(chars, is_spaced)
            chars, is_spaced = [], False
        if isinstance(char, str):
            is_spaced = is_spaced or char == " "
        else:
            chars.append(char)
    if chars:
        yield _word(chars, is_spaced)


def _chars(page: Any, textpage: Any, raw: Any) -> Iterator[_Char | str]:
    """Yield the characters in the order of the file; a blank, or nothing for one that is only seen, between words."""
    turned = page.get_rotation()
    left, bottom, right, top = page.get_cropbox()
    width, height = right - left, top - bottom
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    artifacts = _Artifacts(textpage, raw)
    across, down = (width, height) if turned % 180 == 0 else (height, width)
    for index in range(min(textpage.count_chars(), _MAX_CHARS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code in (0, 9, 10, 13, 32, 160) or 0x2000 <= code <= 0x200B or code == 0x3000:
            yield "" if raw.FPDFText_IsGenerated(textpage, index) else " "
            continue
        if artifacts.has(index):
            continue
        if not (
            raw.FPDFText_GetLooseCharBox(textpage, index, box)
            and raw.FPDFText_GetCharOrigin(textpage, index, x, y)
            and raw.FPDFText_GetMatrix(textpage, index, matrix)
        ):
            continue
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - turned
        if abs((angle + 180) % 360 - 180) > _MAX_ANGLE:
            continue
        size = raw.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
        shown = _shown((box.left - left, top - box.top, box.right - left, top - box.bottom), turned, width, height)
        base = _shown((x.value - left, top - y.value) * 2, turned, width, height)[1]
        if size < 1 or shown[2] < 0 or shown[0] > across or base < 0 or base - size > down:
            continue
        text = _LIGATURES.get(code) or (chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
        yield _Char(text, index, shown[0], shown[2], base, size)


class _Artifacts:
    """Tells the characters that a tagged file marks as no part of its text, such as running heads and watermarks."""

    def __init__(self, textpage: Any, raw: Any) -> None:
        self.textpage, self.raw = textpage, raw
        self.objects: dict[int, bool] = {}

    def has(self, index: int) -> bool:
        """Whether a character is marked so."""
        found = self.raw.FPDFText_GetTextObject(self.textpage, index)
        if not found:
            return False
        address = ctypes.addressof(found.contents)
        if address not in self.objects:
            count = self.raw.FPDFPageObj_CountMarks(found)
            self.objects[address] = any(self._name(found, number) == "Artifact" for number in range(count))
        return self.objects[address]

    def _name(self, found: Any, number: int) -> str:
        buffer, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
        mark = self.raw.FPDFPageObj_GetMark(found, number)
        wide = ctypes.cast(buffer, ctypes.POINTER(self.raw.FPDF_WCHAR))
        if not self.raw.FPDFPageObjMark_GetName(mark, wide, len(buffer), length):
            return ""
        return buffer.raw[: length.value].decode("utf-16-le", errors="replace").rstrip("\0")


def _shown(box: tuple[float, ...], turned: int, width: float, height: float) -> tuple[float, float, float, float]:
    """A box of an unturned page as it is placed when the page is turned clockwise."""
    left, top, right, bottom = box
    if turned == 90:
        return height - bottom, left, height - top, right
    if turned == 180:
        return width - right, height - bottom, width - left, height - top
    if turned == 270:
        return top, width - right, bottom, width - left
    return left, top, right, bottom


def _is_beside(before: _Char, char: _Char) -> bool:
    """Whether a character continues the word of the one before it."""
    size = before.size
    return (
        abs(char.base - before.base) < 0.12 * size
        and -0.6 * size < char.left - before.right < 0.25 * size
        and 0.85 < char.size / size < 1.18
    )


def _word(chars: list[_Char], is_spaced: bool) -> Word:
    text = "".join(char.text for char in chars)
    size = max(char.size for char in chars)
    left, right = min(char.left for char in chars), max(char.right for char in chars)
    return Word(text, left, right, chars[0].base, size, is_spaced)


# Paragraphs.


def _blocks(pages: list[list[Paragraph]], typeset: bool) -> list[Block]:
    """The blocks of pages; what goes on in the next column or on the next page is one paragraph."""
    found: list[tuple[Paragraph, int]] = []
    for number, each in enumerate(pages, 1):
        for paragraph in each:
            for line in paragraph.lines:
                line.page = number
            if found and goes_on(found[-1][0], paragraph):
                found[-1][0].lines += paragraph.lines
                found[-1][0].right = paragraph.right
            else:
                found.append((paragraph, number))
    hyphens = hyphens_of([paragraph.lines for paragraph, _ in found], typeset)
    blocks: list[Block] = []
    at = 0
    while at < len(found):
        end = at + 1
        table = found[at][0].table
        if table is not None:
            while end < len(found) and (found[end][0].table, found[end][1]) == (table, found[at][1]):
                end += 1
            cells = [paragraph.lines[0].text.split("\t") for paragraph, _ in found[at:end]]
            blocks += [Block(row.text, f"page {found[at][1]}") for row in table_rows(cells) if row.text]
        else:
            blocks.append(_block(found[at][0], hyphens))
        at = end
    return [block for block in blocks if block.text]


def _block(paragraph: Paragraph, hyphens: Hyphens) -> Block:
    text, breaks = joined(paragraph.lines, hyphens)
    text = text.replace("\x02", "-").replace("\xad", "\u200b")
    places = [(0, f"page {paragraph.lines[0].page}")]
    for start, line in zip(breaks, paragraph.lines[1:], strict=True):
        if f"page {line.page}" != places[-1][1]:
            places.append((start, f"page {line.page}"))
    return Block(text, places[0][1], breaks=breaks, places=tuple(places))


def _without_heads(pages: list[tuple[list[Word], float]]) -> list[list[Word]]:
    """The words of pages without running heads and page numbers.

    A running head is a row at the edge of a page that stands on another page at the same height, with other figures or
    without, or that begins or ends with the number of its page.
    """
    edges = [_edge_rows(words, height) for words, height in pages]
    keys = Counter(key for rows in edges for key in {_key(row) for row in rows})
    found: list[list[Word]] = []
    for number, ((words, _), rows) in enumerate(zip(pages, edges, strict=True), 1):
        outermost = rows[:1] + rows[-1:]
        heads = {
            id(word)
            for row in rows
            if keys[_key(row)] > 1
            or _tells_page(row, number, len(pages))
            or (row in outermost and _PAGE_NUMBER.fullmatch(_text(row)))
            for word in row
        }
        found.append([word for word in words if id(word) not in heads])
    return found


def _edge_rows(words: list[Word], height: float) -> list[list[Word]]:
    """The first and the last rows of a page, over all columns."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        if rows and word.base - rows[-1][0].base < _SAME_ROW:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.left)
    top = [row for row in rows[:_EDGE_ROWS] if row[0].base < _EDGE * height]
    return top + [row for row in rows[len(top) :][-_EDGE_ROWS:] if row[0].base > (1 - _EDGE) * height]


def _key(row: list[Word]) -> tuple[str, int]:
    """What two rows of different pages have in common: their words without figures, in any order, and their height."""
    return " ".join(sorted(_FIGURES.sub("", word.text.lower()) for word in row)).strip(), round(row[0].base / 4)


def _text(row: list[Word]) -> str:
    return " ".join(word.text for word in row)


def _tells_page(row: list[Word], number: int, count: int) -> bool:
    """Whether a row begins or ends with the number of its page: "Page 3 of 9", "3/9"."""
    labels = (f"page {number}", f"{number}/{count}", f"{number} of {count}", f"{number} / {count}")
    head = _PAGE_OF.sub(r"\1", _text(row).lower())
    return head.startswith(tuple(f"{label} " for label in labels)) or head.endswith(
        tuple(f" {label}" for label in labels)
    )
