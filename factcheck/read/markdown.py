"""Read Markdown: what is rendered, with the offset in the file of each character; front matter gives the metadata."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from factcheck.cached import cached_property
from factcheck.model import Document, Places, Span
from factcheck.read.blocks import raised
from factcheck.read.dates import day_of, moment_of
from factcheck.read.decoding import decode
from factcheck.read.front_matter import Front, front_of
from factcheck.read.language import language_code
from factcheck.read.rows import table_rows
from factcheck.read.shown import shown_blocks, steps_of
from factcheck.regex_cache import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_COMMENT = regex(r"<!--.*?-->", re.DOTALL)  # an unclosed comment is text, and is checked
_BETWEEN = "\n\n"
_GONE = "\ue000"  # stands for a character that is not rendered; Markdown gives it no meaning
# What a site's generator replaces before it renders: the whole of a block, or the tag alone. Strings, compiled once a
# text has one of these signs.
_TEMPLATE = (
    r"(?s)\{%-?\s*(?:highlight|comment|raw|schema|style|javascript)\b.*?%\}.*?\{%-?\s*end(?:highlight|comment|raw|schema|"
    r"style|javascript)\s*-?%\}|\{\{[<%]\s*(?P<code>highlight|mermaid|gist|details-code)\b.*?[>%]\}\}.*?\{\{[<%]\s*/\s*"
    r"(?P=code)\s*[>%]\}\}|\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{%.*?%\}|\{\{.*?\}\}|\{/\*.*?\*/\}|\{#.*?#\}"
)
_BRACES = (
    r"(?m)\{:?[ \t]*(?:[.#:][\w-]|[\w-]+=)[^{}\n]*\}"  # attributes of kramdown, pandoc and Hugo
    r"|^[ \t]*:{3,}.*$"  # fenced divisions of pandoc, admonitions
    r"|^\[\[?toc\]?\][ \t]*$|^\[TOC\][ \t]*$|^<!--\s*more\s*-->[ \t]*$"
)
_MODULE = (
    r"(?m)^(?:import\s[^\n]*?from\s+[\"'][^\n]*|import\s+[\"'][^\n]*|export\s+(?:const|default|let|function)\s[^\n]*)$"
)
_COMPONENT = r"(?s)<([A-Z][\w.]*)\b(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^>\"'{])*/?>|</[A-Z][\w.]*>"
_ALERT = regex(r"\[!(?:note|tip|important|warning|caution)\][ \t]*\n?", re.IGNORECASE)
_NOTE = regex(r"\[\^[^\]\s]+\](:?)")  # the mark of a footnote, and with a colon its text
_CITATION = regex(r"\[(?:-?@[\w:.-]+(?:,[^\]]*)?(?:;\s*)?)+\]")
_TASK = regex(r"\[[ xX]\]\s")
_LINK_END = regex(
    r"\]\(\s*(?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:\"(?:\\.|[^\"])*\"|'(?:\\.|[^'])*'|\((?:\\.|[^)])*\)))?\s*\)"
    r"|\]\[[^\]]*\]|\]"
)
_FILE_DAY = regex(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[-_.]|$)")
_URL_DAY = regex(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)")
_DELETED = frozenset(("del", "s", "strike", "script", "style"))
_VOID = frozenset(("br", "img", "hr", "wbr", "input", "source"))
_TAG = regex(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>", re.DOTALL)
_HIDDEN = regex(r"(?i)\shidden\b|display\s*:\s*none|visibility\s*:\s*hidden|line-through")
_LINE_BREAK = regex(r"\r\n?|\n")
_NOT_LINE = regex(r"[^\r\n]")


class MarkdownPlaces(Places, frozen=True, dict=True, eq=False):
    """Maps offsets in the rendered text to the file; `jumps` are the steps."""

    jumps: tuple[tuple[int, int], ...] = ()

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """A step wherever text and file do not advance together."""
        return self.jumps

    @property
    def is_rendered(self) -> bool:
        """True: reports count offsets in the file."""
        return True

    def file_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the file of a span in the text."""
        first = self._in_file(start)
        return first, max(first, self._in_file(end - 1) + 1) if end > start else first

    def _in_file(self, offset: int) -> int:
        if not self.jumps:
            return offset
        text, file = self.jumps[max(0, bisect_right(self.jumps, (offset, 1 << 62)) - 1)]
        return file + max(0, offset - text)


Shown = tuple[str, Sequence[int]]


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a Markdown file."""
    raw = decode(stream.read(), name)
    front, body = front_of(raw)
    blocks = _rendered(raw, body)
    if front.title and front.title_at >= 0 and not _opens_with(blocks, front.title):
        blocks.insert(0, (front.title, range(front.title_at, front.title_at + len(front.title))))
    day, written, said = _published(front, name)
    yield Document(
        id=name,
        text=_BETWEEN.join(text for text, _ in blocks),
        title=front.title,
        published=day,
        published_from=said,
        published_at=moment_of(written),
        source=front.source,
        url=front.url,
        places=MarkdownPlaces(
            raw=raw,
            jumps=tuple(steps_of(blocks, _BETWEEN)),
            start=body,
            comments=tuple(Span(comment.start(), comment.end()) for comment in _COMMENT.finditer(raw, body)),
        ),
        language=language_code(front.language),
        author=front.author,
    )


def _published(front: Front, name: str) -> tuple[date | None, str | None, str | None]:
    """The day of publication, as it is written, and where from: front matter, else the file's name, else the URL."""
    for written in front.published:
        if (day := day_of(written)) is not None:
            return day, written, "front matter"
    for found, said in ((_FILE_DAY.match(PurePath(name).name), "file name"), (_URL_DAY.search(front.url or ""), "URL")):
        if found is not None and (day := day_of("-".join(found.groups()))) is not None:
            return day, None, said
    return None, None, None


def _opens_with(blocks: Sequence[Shown], title: str) -> bool:
    """Whether the first heading repeats the title."""
    return any(" ".join(text.split()).casefold() == " ".join(title.split()).casefold() for text, _ in blocks[:2])


def _masked(raw: str, body: int) -> str:
    """The file with all that a generator would replace set to `_GONE`; lines and offsets stay."""
    text = _NOT_LINE.sub(" ", raw[:body]) + raw[body:]
    if "{" in text:
        text = re.sub(_TEMPLATE, _blotted, text)
    if "{" in text or ":::" in text or "oc]" in text.lower():
        text = re.sub(_BRACES, _blotted, text)
    if "import " in text or "export " in text:
        text = re.sub(_MODULE, _blotted, text)
    if "</" in text or "/>" in text:
        text = re.sub(_COMPONENT, _blotted, text)
    if "[^" in text:
        text = _NOTE.sub(_blotted, text)
    if "[@" in text or "[-@" in text:
        text = _CITATION.sub(_blotted, text)
    if "[!" in text:
        text = _ALERT.sub(_blotted, text)
    opened = text.rfind("<!--")
    if opened >= 0 and "-->" not in text[opened:]:  # a slip that would leave all that follows unchecked
        text = text[:opened] + _GONE * 4 + text[opened + 4 :]
    return text


def _blotted(found: re.Match[str]) -> str:
    return _NOT_LINE.sub(_GONE, found[0])


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # other formats do not need it

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.disable("text_join")  # which hides how an escape or an entity is written


def _rendered(raw: str, body: int) -> list[Shown]:
    """The blocks of text that are rendered, with the offset in the file of each character."""
    masked = _masked(raw, body)
    starts = [0, *(found.end() for found in _LINE_BREAK.finditer(masked)), len(masked)]
    blocks: list[Shown] = []
    cells: list[list[Shown]] | None = None
    cursor = 0
    numbered: Token | None = None
    for token in _parser().parse(masked):
        if token.type == "table_open":
            cells = []
        elif token.type == "tr_open" and cells is not None:
            cells.append([])
            cursor = 0
        elif token.type == "table_close" and cells is not None:
            blocks.extend(_rows(cells))
            cells = None
        elif token.type == "list_item_open" and token.info:
            numbered = token
        elif token.type == "inline" and token.map is not None:
            if cells:
                offsets = _cell_offsets(token, masked, starts, cursor)
                cursor = offsets[-1] + 1 - starts[token.map[0]] if offsets else cursor
                cells[-1].append(_inline(token, offsets))
            else:
                shown = _inline(token, _line_offsets(token, masked, starts))
                if numbered is not None and numbered.map is not None and numbered.map[0] == token.map[0]:
                    shown = _with_number(numbered, shown, masked, starts[token.map[0]])
                numbered = None
                blocks.append(shown)
        elif token.type == "html_block" and token.map is not None:
            first, last = (starts[min(line, len(starts) - 1)] for line in token.map)
            blocks.extend(_without_gone(each.text, each.offsets) for each in shown_blocks(masked[first:last], first))
    return [(text, offsets) for text, offsets in blocks if text]


def _with_number(item: Token, shown: Shown, masked: str, start: int) -> Shown:
    """A list item with its number, which is rendered before it."""
    text, offsets = shown
    mark = item.info + item.markup
    at = masked.find(mark, start)
    if at < 0 or not offsets:
        return shown
    return f"{mark} {text}", [*range(at, at + len(mark) + 1), *offsets]


def _without_gone(text: str, offsets: Sequence[int]) -> Shown:
    if _GONE not in text:
        return text, offsets
    kept = [(char, offset) for char, offset in zip(text, offsets, strict=True) if char != _GONE]
    return "".join(char for char, _ in kept), [offset for _, offset in kept]


def _line_offsets(token: Token, masked: str, starts: Sequence[int]) -> list[int]:
    """The offset in the file of each character of an inline token's content, whose lines stand in lines of the file."""
    assert token.map is not None
    offsets: list[int] = []
    number = token.map[0]
    for line in token.content.split("\n"):
        start, end = starts[min(number, len(starts) - 2)], starts[min(number + 1, len(starts) - 1)]
        at = masked.rfind(line.strip() or "\n", start, end)
        first = (at if at >= 0 else start) - (len(line) - len(line.lstrip()))
        offsets.extend(range(first, first + len(line) + 1))  # one more for the line break
        number += 1
    return offsets


def _cell_offsets(token: Token, masked: str, starts: Sequence[int], cursor: int) -> list[int]:
    """As `_line_offsets`, for a cell: it is searched from `cursor` on in its line, and a bar in it is escaped."""
    assert token.map is not None
    start = starts[token.map[0]]
    written = token.content.replace("|", "\\|")
    at = masked.find(written, start + cursor)
    if at < 0:
        written, at = token.content, max(masked.find(token.content, start), start)
    return [at + index for index, char in enumerate(written) if written[index : index + 2] != "\\|"]


def _rows(cells: list[list[Shown]]) -> Iterator[Shown]:
    """The rows of a table as text, each cell with the name of its column."""
    texts = [[text for text, _ in row] for row in cells]
    for row, made in zip(cells, table_rows(texts), strict=True):
        offsets: list[int] = []
        for piece in made.pieces:
            own = row[piece.column][1]
            offsets.extend([own[0]] * (piece.start - len(offsets)))
            offsets.extend(own)
            offsets.extend([own[-1]] * (piece.after - piece.end))
        yield made.text, offsets


class _Line:
    """The rendered characters of an inline token, with their offsets."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.offsets: list[int] = []
        self.deleted = 0
        self.open: list[tuple[str, bool, int]] = []

    def put(self, text: str, offsets: Sequence[int]) -> None:
        if self.deleted:
            return
        for char, offset in zip(text, offsets, strict=True):
            if char in (_GONE, "\xad") or (char in " \t" and (not self.chars or self.chars[-1] in " \n")):
                continue
            if char == "\n":
                self.trim()
            self.chars.append(char)
            self.offsets.append(offset)

    def trim(self) -> None:
        while self.chars and self.chars[-1] in " \n":
            self.chars.pop()
            self.offsets.pop()

    def tag(self, written: str, at: int) -> None:
        """Heed an HTML tag between words."""
        tag = _TAG.match(written)
        if tag is None:
            return
        name = tag[2].lower()
        if name == "br":
            self.put("\n", [at])
        elif not tag[1] and name not in _VOID and not tag[3].endswith("/"):
            hidden = name in _DELETED or _HIDDEN.search(tag[3]) is not None
            if name == "q":
                self.put("“", [at])
            self.open.append((name, hidden, len(self.chars)))
            self.deleted += hidden
        elif tag[1] and any(each[0] == name for each in self.open):
            while self.open:
                opened, hidden, start = self.open.pop()
                self.deleted -= hidden
                if opened == name:
                    break
            if name == "q":
                self.put("”", [at])
            elif name == "sup" and start <= len(self.chars):
                self._raise(start)

    def _raise(self, start: int) -> None:
        text = "".join(self.chars[start:])
        read = raised("".join(self.chars[max(0, start - 12) : start]), text)
        if read != text:
            self.chars[start:] = read
            del self.offsets[start + len(read) :]


def _inline(token: Token, at: Sequence[int]) -> Shown:
    """The rendered text of an inline token; `at` is the offset in the file of each character of its content."""
    line, source, cursor, autolink = _Line(), token.content, 0, False
    for child in token.children or ():
        kind = child.type
        if kind in ("text", "text_special"):
            written = child.markup if kind == "text_special" else child.content
            start = max(source.find(written, cursor), cursor)
            cursor = start + len(written)
            if autolink:
                continue
            if kind == "text":
                line.put(child.content, at[start:cursor])
            else:
                shown = start + (child.info == "escape")
                line.put(child.content, [at[shown]] * len(child.content))
        elif kind in ("softbreak", "hardbreak"):
            start = source.find("\n", cursor)
            line.put("\n", [at[start]])
            cursor = start + 1
        elif kind == "code_inline":
            start = source.find(child.markup, cursor)
            ends = re.compile(rf"(?<!`){child.markup}(?!`)").search(source, start + len(child.markup))
            cursor = ends.end() if ends else cursor
        elif kind == "html_inline":
            start = source.find(child.content, cursor)
            line.tag(child.content, at[start])
            cursor = start + len(child.content)
        elif kind == "image":
            cursor = _after_label(source, source.find("![", cursor) + 2)
        elif kind == "link_open":
            autolink = child.markup == "autolink"
            cursor = source.find("<" if autolink else "[", cursor) + 1
        elif kind == "link_close":
            cursor = source.find(">", cursor) + 1 if autolink else _after_label(source, cursor)
            autolink = False
        else:
            line.deleted += (kind == "s_open") - (kind == "s_close")
            cursor = source.find(child.markup, cursor) + len(child.markup)
    line.trim()
    text, offsets = "".join(line.chars), line.offsets
    task = _TASK.match(text)
    return (text[task.end() :], offsets[task.end() :]) if task else (text, offsets)


def _after_label(source: str, cursor: int) -> int:
    """The offset after the end of a link or image whose label goes on at `cursor`."""
    depth = 0
    for index in range(cursor, len(source)):
        char = source[index]
        if source[index - 1] == "\\":
            continue
        if char == "]" and not depth:
            found = _LINK_END.match(source, index)
            return found.end() if found else index + 1
        depth += (char == "[") - (char == "]")
    return len(source)
