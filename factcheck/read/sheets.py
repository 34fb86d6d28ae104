"""Read tables: CSV and TSV files and Excel workbooks. A row is a paragraph, with its header as context."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

from msgspec import Struct

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.blocks import Block, Contents, document
from factcheck.read.decoding import decode
from factcheck.read.limits import Parts, damaged, extra
from factcheck.read.rows import Row, table_rows
from factcheck.regex_cache import regex

_WORKBOOK = "an Excel workbook"
_DELIMITERS = ",;\t|"
_SAMPLE = 50  # rows by which the delimiter is chosen
_MAX_CELLS = 2_000_000  # of a workbook
_NEW_LINE = regex(r"[\r\n]")
_DECIMALS = regex(r"\.([0#?]+)")
_GROUPED = regex(r"[#0],[#0]")
_LITERALS = regex(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.|([$€£¥])')
_PLACES = regex(r"[0#?](?:[0#?,. ]*[0#?])?,*")


class _Cell(Struct, frozen=True, gc=False):
    """A cell of a CSV file, and the steps from its text to the file."""

    text: str
    steps: tuple[tuple[int, int], ...]


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a CSV or TSV file or an Excel workbook."""
    raw = stream.read()
    found = contents_of_workbook(raw, name) if raw[:2] == b"PK" else contents_of_csv(raw, name)
    yield document(found, name)


# CSV.


def contents_of_csv(raw: bytes, name: str) -> Contents:
    """The rows of a CSV or TSV file."""
    text = decode(raw, name)
    if not text.strip():
        return Contents([], raw=text)
    rows = list(_csv_rows(text, _delimiter(text)))
    found = table_rows([[_NEW_LINE.sub(" ", cell.text) for cell in row] for _, row in rows])
    blocks = [_block(line, cells, f"row {number}") for line, (number, cells) in zip(found, rows, strict=True)]
    return Contents([block for block in blocks if block.text], raw=text)


def _block(row: Row, cells: list[_Cell], place: str) -> Block:
    steps: list[tuple[int, int]] = []
    for piece in row.pieces:
        cell = cells[piece.column]
        lead = len(cell.text) - len(cell.text.lstrip())
        before = [at for at, step in enumerate(cell.steps) if step[0] <= lead][-1]
        steps.append((piece.start, cell.steps[before][1] + lead - cell.steps[before][0]))
        steps += [(piece.start + at - lead, file) for at, file in cell.steps[before + 1 :]]
        # The unit of the column after the figure belongs to the place of its last sign.
        last = steps[-1][1] + piece.end - 1 - steps[-1][0]
        steps += [(at, last) for at in range(piece.end, piece.after)]
    return Block(row.text, place, tuple(steps))


def _delimiter(text: str) -> str:
    """The delimiter by which most of the first rows have the same number of cells, more than one."""

    def fit(delimiter: str) -> tuple[int, int]:
        widths = []
        for number, (_, row) in enumerate(_csv_rows(text[:100_000], delimiter)):
            if number >= _SAMPLE:
                break
            widths.append(len(row))
        usual = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 1
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=fit)


def _csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[_Cell]]]:
    """Yield the rows that have text, with their numbers counted from 1."""
    at, number = 0, 0
    while at < len(text):
        number += 1
        row: list[_Cell] = []
        while True:
            cell, at = _csv_cell(text, at, delimiter)
            row.append(cell)
            if at >= len(text) or text[at] != delimiter:
                break
            at += 1
        if text.startswith("\r\n", at):
            at += 2
        elif at < len(text):
            at += 1
        if any(cell.text.strip() for cell in row):
            yield number, row


def _csv_cell(text: str, start: int, delimiter: str) -> tuple[_Cell, int]:
    """The cell at an offset, and the offset of the delimiter or the line end after it."""
    if text[start : start + 1] == '"':
        parts: list[str] = []
        steps: list[tuple[int, int]] = []
        at, length = start + 1, 0
        while True:
            end = text.find('"', at)
            if end < 0:
                break  # an unclosed quotation mark: read the line as it stands
            steps.append((length, at))
            parts.append(text[at:end])
            length += end - at
            if text[end + 1 : end + 2] != '"':
                rest = _csv_end(text, end + 1, delimiter)
                if text[end + 1 : rest].strip():
                    break
                return _Cell("".join(parts), tuple(steps)), rest
            steps.append((length, end))
            parts.append('"')
            length += 1
            at = end + 2
    end = _csv_end(text, start, delimiter)
    return _Cell(text[start:end], ((0, start),)), end


def _csv_end(text: str, start: int, delimiter: str) -> int:
    ends = [found for mark in (delimiter, "\n", "\r") if (found := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))


# Excel.


def contents_of_workbook(raw: bytes, name: str) -> Contents:
    """The rows of the visible sheets of a workbook, without hidden rows and columns."""
    openpyxl = extra("openpyxl", "xlsx", name, _WORKBOOK)
    parts = Parts(raw, name, _WORKBOOK)
    for info in parts.infos:  # each part is unpacked once within the limits, before openpyxl does
        if info.filename.endswith((".xml", ".rels")):
            _refuse_entities(parts.content(info), name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
        return _contents(book, name)
    except InputError:
        raise
    except Exception as error:  # openpyxl raises errors of many kinds for a broken file
        raise damaged(name, _WORKBOOK, f"{type(error).__name__}: {error}") from None


def _refuse_entities(part: bytes, name: str) -> None:
    if b"<!ENTITY" in part.replace(b"\0", b""):
        raise InputError(f"{name}: declares XML entities, which factcheck does not read; save it without them")


def _contents(book: Any, name: str) -> Contents:
    blocks: list[Block] = []
    remarks: dict[str, None] = {}
    several = len(book.worksheets) > 1
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            remarks.setdefault(f"the hidden sheet {sheet.title} is not read")
            continue
        if (sheet.max_row or 0) * (sheet.max_column or 0) > _MAX_CELLS:
            raise InputError(
                f"{name}: the sheet {sheet.title} has more than {_MAX_CELLS:,} cells; save the part to be read"
            )
        rows, numbers = _sheet_rows(sheet, remarks)
        for row, number in zip(table_rows(rows), numbers, strict=True):
            if row.text:
                blocks.append(Block(row.text, f"{sheet.title}, row {number}" if several else f"row {number}"))
    return Contents(blocks, title=book.properties.title or None, remarks=tuple(remarks))


def _sheet_rows(sheet: Any, remarks: dict[str, None]) -> tuple[list[list[str]], list[int]]:
    """The visible cells of a sheet as they are shown, and the number of each row."""
    from openpyxl.utils import get_column_letter

    hidden = {
        column
        for letter, shape in sheet.column_dimensions.items()
        if shape.hidden
        for column in range(shape.min or 1, (shape.max or shape.min or 1) + 1)
    }
    rows, numbers = [], []
    for cells in sheet.iter_rows():
        number = cells[0].row if cells else 0
        if sheet.row_dimensions[number].hidden if number in sheet.row_dimensions else False:
            remarks.setdefault("hidden rows and columns are not read")
            continue
        shown = [_shown(cell) if cell.column not in hidden else "" for cell in cells]
        if any(shown):
            rows.append(shown)
            numbers.append(number)
    if any(get_column_letter(column) for column in hidden if column <= (sheet.max_column or 0)):
        remarks.setdefault("hidden rows and columns are not read")
    return rows, numbers


def _shown(cell: Any) -> str:
    """The value of a cell in its number format, as a spreadsheet shows it."""
    value, style = cell.value, cell.number_format or "General"
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value
    if isinstance(value, datetime):
        return f"{value.day} {value:%B %Y}, {value:%H:%M}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), style)
    return " ".join(str(value).split())


def _number(value: Decimal, style: str) -> str:
    """A number in a number format: decimals, groups of three, percent, and the words or signs around it."""
    sections = style.split(";")
    style = sections[0]
    if value < 0 and len(sections) > 1:
        style, value = sections[1], -value  # the section of negative numbers has their sign
    literal_free = _LITERALS.sub("", style)
    if style in ("General", "@", "") or not _PLACES.search(literal_free) or "E" in literal_free:
        return f"{value.normalize():f}" if value != value.to_integral_value() else f"{value.to_integral_value():f}"
    if "%" in literal_free:
        value *= 100
    core = _PLACES.search(literal_free)
    value /= Decimal(1000) ** (len(core[0]) - len(core[0].rstrip(","))) if core else 1
    decimals = _DECIMALS.search(literal_free)
    places = len(decimals[1]) if decimals else 0
    fixed = decimals[1].count("0") if decimals else 0
    text = f"{value:{',' if _GROUPED.search(literal_free) else ''}.{places}f}"
    while places > fixed and text.endswith("0"):
        text, places = text[:-1], places - 1
    text = text.rstrip(".")
    plain = _LITERALS.sub(lambda found: next((part for part in found.groups() if part), ""), style)
    shape = _PLACES.search(plain)
    return " ".join((plain[: shape.start()] + text + plain[shape.end() :]).split()) if shape else text
