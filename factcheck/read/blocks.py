"""Blocks of text with their places, from which the readers of formats without a text of their own make documents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.cached import cached_property
from factcheck.model import Document, Places
from factcheck.read.dates import day_of, moment_of
from factcheck.read.language import language_code
from factcheck.read.rows import table_rows
from factcheck.regex_cache import regex

_BETWEEN = "\n\n"
_MAX_CELL = 25  # words of a cell; longer ones are prose, and the table only arranges it
_GAPS = regex(r"[^\S\n]+")
_AROUND_BREAK = regex(r" ?\n+ ?")
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = regex(r"[+−-]?\d{1,2}")
_RAISED_MARK = regex(r"[\d,;\s*†‡§¶()\[\]a-e–-]{1,12}")
# What a raised figure is an exponent of: a unit of length, or ten.
_WITH_POWER = regex(r"(?:\b|\d)(?:[kcdmµ]?m|ft|in|yd|mi|s|10)$")


# What readers say of a file that is not read as it is shown.
REVIEWED = "changed in review: insertions are read, deletions are not"
STRUCK = "text that is struck out is not read"


class Block(Struct, frozen=True):
    """A paragraph, a row or a cue, and its place in words: "page 3", "footnote 2".

    `steps` maps its text to a file that is text: pairs (offset in the block, offset in the file). In other formats a
    line of the file is a block, or what lies between two of its `breaks`. `places` are pairs (offset in the block,
    place) where the place changes within it.
    """

    text: str
    place: str = ""
    steps: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    places: tuple[tuple[int, str], ...] = ()


class Contents(Struct, frozen=True):
    """What a reader found: blocks, metadata as the file states it, and remarks on what is not read as it is shown.

    `raw` is the file where it is text.
    """

    blocks: Sequence[Block]
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    remarks: tuple[str, ...] = ()
    raw: str | None = None


class BlockPlaces(Places, frozen=True, dict=True):
    """Maps offsets in a text made of blocks to lines, columns and places in words; `jumps` are the steps."""

    jumps: tuple[tuple[int, int], ...] = ()

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """Pairs (offset in the text, offset in the file) in text order."""
        return self.jumps


def joined(blocks: Sequence[Block], raw: str | None = None) -> tuple[str, BlockPlaces]:
    """The text of blocks, separated by blank lines, and its places; without a file that is text, a block is a line."""
    texts: list[str] = []
    lines: list[str] = []
    jumps: list[tuple[int, int]] = []
    labels: list[tuple[int, str]] = []
    start = line_start = 0
    for block in blocks:
        if raw is not None:
            jumps.extend((start + offset, place) for offset, place in block.steps)
        else:
            for begin, end in pairwise((0, *block.breaks, len(block.text))):
                line = block.text[begin:end].rstrip().replace("\n", " ")
                jumps.append((start + begin, line_start))
                lines.append(line)
                line_start += len(line) + 1
        for offset, place in block.places or ((0, block.place),):
            if place != (labels[-1][1] if labels else ""):
                labels.append((start + offset, place))
        texts.append(block.text)
        start += len(block.text) + len(_BETWEEN)
    file = raw if raw is not None else "\n".join(lines)
    return _BETWEEN.join(texts), BlockPlaces(raw=file, jumps=tuple(jumps), labels=tuple(labels))


def document(found: Contents, name: str) -> Document:
    """The document of a file with these contents."""
    text, places = joined(found.blocks, found.raw)
    published = day_of(found.published)
    return Document(
        id=name,
        text=text,
        title=found.title,
        published=published,
        published_from="metadata" if published else None,
        published_at=moment_of(found.published) if published else None,
        source=found.source,
        url=found.url,
        language=language_code(found.language),
        places=places,
        remarks=found.remarks,
    )


def table_blocks(rows: Sequence[Sequence[Sequence[str]]], place: str) -> list[Block]:
    """The blocks of a table of cells, each a list of paragraphs: rows, or its paragraphs if it only arranges them."""
    filled = [[cell for cell in row if cell] for row in rows]
    arranges = all(len(row) < 2 for row in filled) or any(
        len(cell) > 1 or len(cell[0].split()) > _MAX_CELL for row in filled for cell in row
    )
    if arranges:
        return [Block(text, place) for row in filled for cell in row for text in cell]
    plain = [[cell[0].replace("\n", " ") if cell else "" for cell in row] for row in rows]
    return [Block(row.text, f"{place}, row {number}") for number, row in enumerate(table_rows(plain), 1) if row.text]


def flat(text: str) -> str:
    """A paragraph's text with runs of white space as one blank, and its line breaks kept."""
    return _AROUND_BREAK.sub("\n", _GAPS.sub(" ", text.replace("\xad", ""))).strip()


def raised(before: str, text: str) -> str:
    """What a superscript after some text contributes: an exponent or the ending of an ordinal; nothing of a note mark.

    Set plainly, a note mark would be read as further digits of the figure before it.
    """
    mark = text.strip()
    if _POWER.fullmatch(mark) and _WITH_POWER.search(before):
        return mark.translate(_SUPERSCRIPTS)
    return "" if _RAISED_MARK.fullmatch(mark) else text
