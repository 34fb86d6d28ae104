"""The comment that ignores a finding, and where it goes: above the block that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from factcheck.model import Document, Finding

MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
_BLOCK = re.compile(r"<(?:p|li|h[1-6]|blockquote|td|th|dt|dd|figcaption|caption|div)\b[^>]*>", re.IGNORECASE)
_INDENT = re.compile(r"[ \t]*")
_UNSAYABLE = re.compile(r'["\r\n]|--')  # in a value within a comment


class Comment(Struct, frozen=True):
    """Text to insert at a line and column of the file, both counted from 1."""

    line: int
    column: int
    text: str


def comment(finding: Finding, draft: Document) -> Comment | None:
    """The comment that ignores a finding in its draft; None where the format has no comments."""
    suffix = Path(draft.id).suffix.lower()
    if suffix not in MARKDOWN + PAGES:
        return None
    starts = (*draft.places.line_starts, len(draft.places.raw))
    lines = [draft.places.raw[start:end] for start, end in pairwise(starts)]
    above = _above_paragraph if suffix in MARKDOWN else _above_element
    line, column = above(lines, finding.line, finding.column)
    indent = _INDENT.match(lines[line - 1])
    text = f"<!-- factcheck: ignore[{finding.rule}]{_value(finding, draft)} -->{_line_break(lines)}"
    return Comment(line, column, text + (indent[0] if indent else ""))


def _value(finding: Finding, draft: Document) -> str:
    """The value that is meant; nothing, and so the whole block, when a comment cannot hold it."""
    text = draft.text[finding.start : finding.end]
    return "" if _UNSAYABLE.search(text) else f'="{text}"'


def _above_paragraph(lines: Sequence[str], line: int, _column: int) -> tuple[int, int]:
    """Above the first of the lines without a blank one between: within a list or a table it would end it."""
    while line > 1 and lines[line - 2].strip():
        line -= 1
    return line, _indented(lines[line - 1])


def _above_element(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Before the last tag of a block that stands before the place; at the place's line where there is none."""
    for number in range(line, 0, -1):
        text = lines[number - 1]
        tags = list(_BLOCK.finditer(text, 0, column - 1 if number == line else len(text)))
        if tags:
            return number, tags[-1].start() + 1
    return line, _indented(lines[line - 1])


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip(" \t")) + 1


def _line_break(lines: Sequence[str]) -> str:
    first = lines[0]
    return first[len(first.rstrip("\r\n")) :] or "\n"
