"""Rows of tables as text: every cell with the name of its column, and the column's unit beside its figure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from factcheck.regex_cache import regex

_FIGURE = regex(r"[-+−]?[$€£¥]?\s?\d[\d\s.,’']*\s?%?")
_PLAIN_FIGURE = regex(r"[-+−]?\d[\d\s.,’']*")
_AMOUNT = regex(r"[-+−]?[$€£¥]\s?\d")
_UNIT = regex(r"(?:in\s+)?([^\d()]{1,30})")
_IN_BRACKETS = regex(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_CURRENCY = regex(r"[$€£¥]|(?:US|C|A|NZ)\$")
_MAX_NAME = 80  # characters of a column's name; longer cells in a first row are prose


class Piece(Struct, frozen=True, gc=False):
    """A cell in a row's text: its span there, the end of the unit after it, and its column, counted from 0."""

    start: int
    end: int
    after: int
    column: int


class Row(Struct, frozen=True):
    """The text of a row and the pieces of it that are cells."""

    text: str
    pieces: tuple[Piece, ...]


def header_of(rows: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """The names of the columns if the first row has them: it has no figures, and a row below has."""
    if len(rows) < 2:
        return None
    first = [cell.strip() for cell in rows[0]]
    named = [cell for cell in first if cell]
    if len(named) < 2 or any(
        (_FIGURE.fullmatch(cell) and not _is_year(cell)) or _AMOUNT.match(cell) or len(cell) > _MAX_NAME
        for cell in named
    ):
        return None
    years = sum(map(_is_year, named))
    if years and years == len(named):
        return None
    return tuple(first)


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdigit() and "1600" <= cell < "2400"


def table_rows(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The texts of the rows of a table, but for the one that names the columns, of which the text is empty.

    Rows of one cell above it are a title.
    """
    titles = next((at for at, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) > 1), 0)
    header = header_of(rows[titles:])
    found = [row_text(row, None) for row in rows[:titles]]
    if header is not None:
        found.append(Row("", ()))
    return found + [row_text(row, header) for row in rows[len(found) :]]


def row_text(cells: Sequence[str], header: Sequence[str] | None) -> Row:
    """The text of a row: "Orme: Deaths: 12; Cost: 3.4 million crowns" for the header "Town", "Deaths", "Cost (…)".

    Without a header the cells follow each other. The first cell is the name of the row unless it is a figure.
    """
    text, pieces, after_name = "", [], False
    for at, raw in enumerate(cells):
        cell = raw.strip()
        if not cell:
            continue
        is_name = header is not None and at == 0 and not _FIGURE.fullmatch(cell)
        name, before, after = "", "", ""
        if not is_name and header is not None and at < len(header):
            name, before, after = _with_unit(header[at].strip(), cell)
        text += (": " if after_name else "; ") if text else ""
        text += (f"{name}: " if name else "") + before
        start = len(text)
        text += cell + after
        pieces.append(Piece(start, start + len(cell), len(text), at))
        after_name = is_name
    return Row(text, tuple(pieces))


def _with_unit(name: str, cell: str) -> tuple[str, str, str]:
    """The name of a column without its unit, and what the unit puts before and after a cell that is a bare figure."""
    brackets = _IN_BRACKETS.search(name)
    if brackets is None or not _PLAIN_FIGURE.fullmatch(cell):
        return name, "", ""
    unit = _UNIT.fullmatch(brackets[1].strip())
    if unit is None:
        return name, "", ""
    name, words = name[: brackets.start()].strip(), unit[1].strip()
    sign = _CURRENCY.match(words)
    if sign is None:
        return name, "", words if words == "%" else f" {words}"
    rest = words[sign.end() :].strip()
    return name, sign[0], f" {rest}" if len(rest) > 2 else rest
