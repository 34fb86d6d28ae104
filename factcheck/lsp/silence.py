"""The text that ignores a finding: a comment above its block, or a line of the draft's sidecar file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from factcheck.model import Document, Finding
from factcheck.regex_cache import regex

MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
_ELEMENT = regex(r"<(?:p|li|h[1-6]|blockquote|td|th|dt|dd|figcaption|caption|div)\b[^>]*>", re.IGNORECASE)
_HEADING = regex(r" {0,3}#{1,6}\s")
_NOT_IN_COMMENT = regex(r'["\r\n]|--')  # would end the value or the comment


class Comment(Struct, frozen=True):
    """Text to insert at a line and column of the file, both counted from 1."""

    line: int
    column: int
    text: str


def directive(finding: Finding, draft: Document) -> str:
    """`ignore[number-differs]="48,300"`; without the value where a comment cannot contain it."""
    text = draft.text[finding.start : finding.end]
    return f"ignore[{finding.rule}]" + ("" if not text or _NOT_IN_COMMENT.search(text) else f'="{text}"')


def comment(finding: Finding, draft: Document) -> Comment | None:
    """The comment that ignores a finding in its draft, and where to insert it; None if the format has no comments."""
    suffix = Path(draft.path or draft.id).suffix.lower()
    if suffix not in MARKDOWN + PAGES:
        return None
    starts = (*draft.places.line_starts, len(draft.places.raw))
    lines = [draft.places.raw[start:end] for start, end in pairwise(starts)]
    if suffix in PAGES:
        line, column = _before_element(lines, finding.line, finding.column)
    else:
        line, column = _above_paragraph(lines, finding.line, first=_first_line(draft))
    text = f"<!-- factcheck: {directive(finding, draft)} -->{_line_break(lines)}"
    return Comment(line, column, text + _indent(lines[line - 1]))


def _first_line(draft: Document) -> int:
    """The first line after the front matter, above which a comment would break it."""
    starts = draft.places.line_starts
    return bisect_right(starts, draft.places.start)


def _above_paragraph(lines: Sequence[str], line: int, first: int) -> tuple[int, int]:
    """The line and column above the block, after a blank line or a heading: a comment would split a list or table."""
    while line > first and lines[line - 2].strip() and not any(map(_HEADING.match, lines[line - 2 : line])):
        line -= 1
    return line, len(_indent(lines[line - 1])) + 1


def _before_element(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """The line and column of the last block tag before the finding, or the start of its line where there is none."""
    for number in range(line, 0, -1):
        text = lines[number - 1]
        tags = list(_ELEMENT.finditer(text, 0, column - 1 if number == line else len(text)))
        if tags:
            return number, tags[-1].start() + 1
    return line, len(_indent(lines[line - 1])) + 1


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _line_break(lines: Sequence[str]) -> str:
    first = lines[0]
    return first[len(first.rstrip("\r\n")) :] or "\n"
