"""Read JSON Lines corpora: one JSON object per line, each a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from factcheck.cached import cached_property
from factcheck.errors import InputError
from factcheck.model import Document, Places
from factcheck.read.dates import day_of, moment_of
from factcheck.read.decoding import marked_encoding
from factcheck.read.language import language_code

_WAY_OUT = 'each line holds one object such as {"id": "a1", "text": "…"}'
# Strings, compiled at first use: only a reported line and column needs them.
_TOKEN = r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]'
_ESCAPE = r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"


class _Line(msgspec.Struct):
    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    author: Any = None  # some corpora have a list, or an object with a name


class LinePlaces(Places, frozen=True, dict=True):
    """Maps offsets in a corpus document's text to its line of the file."""

    line: bytes = b""

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """One step for the start of the text, and one after each JSON escape sequence."""
        line = self.line.decode()
        start, end = _text_value(line)
        steps = [(0, start)]
        saved = 0
        if "\\" in line:
            for escape in re.finditer(_ESCAPE, line[start:end]):
                saved += len(escape[0]) - 1
                steps.append((escape.end() - saved, start + escape.end()))
        return tuple(steps)


def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield a document per line, blank lines skipped; an InputError in place of a line that cannot be read."""
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(_lines(stream), 1):
        if not line or line.isspace():
            continue
        try:
            line.decode()  # msgspec checks only the fields it reads, and its error for bad UTF-8 depends on its version
            yield _document(decoder.decode(line), line, number, name)
        except (UnicodeDecodeError, msgspec.DecodeError, RecursionError) as error:
            yield InputError(f"{name}:{number}: {_why(error, line)}")


def _why(error: Exception, line: bytes) -> str:
    """The reason why a line cannot be read; invalid UTF-8 is tested here, as msgspec versions report it differently."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return "not UTF-8; save the corpus as UTF-8"
    if isinstance(error, RecursionError):
        return f"nested too deeply; {_WAY_OUT}"
    if isinstance(error, msgspec.ValidationError):
        return f"{error}; {_WAY_OUT}"
    return f"not JSON ({error}); {_WAY_OUT}"


def _document(fields: _Line, line: bytes, number: int, name: str) -> Document:
    published = day_of(fields.published)
    return Document(
        id=str(fields.id) if fields.id not in (None, "") else f"{name}:{number}",
        text=fields.text,
        title=fields.title,
        published=published,
        published_from="metadata" if published else None,
        published_at=moment_of(fields.published) if published else None,
        source=fields.source,
        url=fields.url,
        language=language_code(fields.language),
        author=fields.author if isinstance(fields.author, str) else None,
        places=LinePlaces(first_line=number, line=line),
    )


def _lines(stream: BinaryIO) -> Iterable[bytes]:
    first = stream.readline()
    marked = marked_encoding(first)
    if marked is None:
        yield first
        yield from stream
    elif marked[0] == "utf-8":
        yield first[marked[1] :]
        yield from stream
    else:
        whole = io.BytesIO(first[marked[1] :] + stream.read())
        yield from (line.encode() for line in io.TextIOWrapper(whole, marked[0], newline="\n"))


def _text_value(line: str) -> tuple[int, int]:
    """The span of the outermost object's "text" without quotation marks; the last one counts, as in JSON parsers."""
    depth, key, before, found = 0, "", "", (0, 0)
    for token in re.finditer(_TOKEN, line):
        mark = token[0]
        depth += (mark in "{[") - (mark in "}]")
        if depth == 1 and mark[0] == '"':
            if before != ":":
                key = msgspec.json.decode(mark)
            elif key == "text":
                found = (token.start() + 1, token.end() - 1)
        before = mark
    return found
