"""The paragraphs of markup inside other files: HTML in feeds and mail, XHTML and NITF in agency items.

Left out are scripts, forms, what is deleted or hidden, and note marks.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.cached import cached_property
from factcheck.model import Places
from factcheck.read.blocks import flat, raised, table_blocks
from factcheck.read.xmltree import local
from factcheck.regex_cache import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD = frozenset(
    (
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "form",
        "button",
        "select",
        "nav",
        "del",
        "s",
        "strike",
        "rp",
        "rt",
        "media-reference",
        "media-metadata",
        "media-object",
        "title",
    )
)
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "address",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "hr",
        "details",
        "summary",
        "body",
        "html",
        "block",
        "bq",
        "credit",
        "media",
        "media-caption",
        "media-producer",
        "hedline",
        "hl1",
        "hl2",
        "byline",
        "bytag",
        "distributor",
        "dateline",
        "abstract",
        "note",
        "fn",
        "tagline",
        "body.head",
        "body.content",
        "body.end",
        "inlinexml",
        "datacontent",
    )
)
_HIDDEN_STYLE = regex(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_DECLARATION = regex(r"\s*<\?xml[^>]*\?>")
_SHORTCODE = regex(r"\[/?[a-z][\w-]*(?:\s[^\[\]\n]*)?/?\]")
# Strings, compiled when a place is first asked for: signs of XML, of JSON, and of HTML inside either.
_SIGN_OF_XML = (
    r"(?s)<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<plain>.*?)(?:\]\]>|\Z)|<[^>]*>|(?P<entity>&#?\w+;)|(?P<text>[^<&]+|.)"
)
_SIGN_OF_JSON = r"(?s)(?P<escape>\\(?:u[0-9a-fA-F]{4}|.))|(?P<text>[^\\]+|.)"
_SIGN_OF_HTML = r"(?s)<!--.*?(?:-->|\Z)|</?[a-zA-Z][^>]*>|(?P<entity>&#?\w+;)|(?P<text>[^<&]+|.)"
_REACH = 4000  # characters after the last match in which a word is searched


def paragraphs(markup: str) -> list[str]:
    """The paragraphs and rows of some HTML."""
    from lxml import etree, html

    source = _DECLARATION.sub("", markup.replace("\0", ""), count=1)
    if not source.strip():
        return []
    try:
        root = html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return []
    return list(paragraphs_of(root))


def paragraphs_of(root: _Element, unread: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the paragraphs and rows of an element; `unread` names further elements to leave out."""
    out: list[str] = []
    yield from _walk(root, out, _UNREAD | unread)
    yield from _ended(out)


def _walk(node: _Element, out: list[str], unread: frozenset[str]) -> Iterator[str]:
    out.append(_plain(node, node.text))
    for each in node:
        name = local(each).lower()
        if name and name not in unread and not _is_hidden(each):
            if name == "table":
                yield from _ended(out)
                yield from _rows(each, unread)
            elif name in _BLOCKS:
                yield from _ended(out)
                yield from _walk(each, out, unread)
                yield from _ended(out)
            elif name == "br":
                out.append("\n")
            elif name == "q":
                out.append("“")
                yield from _walk(each, out, unread)
                out.append("”")
            elif name == "sup":
                inner: list[str] = []
                for _ in _walk(each, inner, unread):
                    pass
                out.append(raised("".join(out[-3:]), "".join(inner)))
            else:
                yield from _walk(each, out, unread)
        out.append(_plain(node, each.tail))


def _plain(parent: _Element, text: str | None) -> str:
    if not text:
        return ""
    return text if local(parent).lower() == "pre" else text.replace("\n", " ").replace("\r", " ")


def _ended(out: list[str]) -> Iterator[str]:
    """The paragraph that ends here, if it has text; two line breaks in a row separate paragraphs as well."""
    text = "".join(out)
    out.clear()
    for part in re.split(r"\n\s*\n", text):
        found = flat(part)
        if found:
            yield found


def _rows(table: _Element, unread: frozenset[str]) -> Iterator[str]:
    rows: list[list[list[str]]] = []
    for node in table.iter():
        name = local(node).lower()
        if name in ("caption", "figcaption"):
            yield from paragraphs_of(node, unread)
        elif (
            name == "tr"
            and next((each for each in node.iterancestors() if local(each).lower() == "table"), None) is table
        ):
            cells: list[list[str]] = []
            for cell in node:
                if local(cell).lower() in ("td", "th") and not _is_hidden(cell):
                    cells.append(list(paragraphs_of(cell, unread)))
                    span = cell.get("colspan") or "1"
                    cells += [[]] * (min(int(span) if span.isdecimal() else 1, 64) - 1)
            rows.append(cells)
    yield from (block.text for block in table_blocks(rows, "table"))


def _is_hidden(node: _Element) -> bool:
    return node.get("hidden") is not None or _HIDDEN_STYLE.search(node.get("style") or "") is not None


def without_shortcodes(markup: str) -> str:
    """Markup of WordPress without the marks of its shortcodes; what they enclose is kept."""
    return _SHORTCODE.sub("", markup)


class MarkupPlaces(Places, frozen=True, dict=True):
    """Maps offsets in a text to the file of XML or JSON that has it as markup, or as markup inside a string.

    `start` and `stop` are the offsets of the item in the file.
    """

    text: str = ""
    is_json: bool = False
    start: int = 0
    stop: int = 0

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offsets at which the lines of the file start."""
        return _line_starts(self.raw)

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """A step wherever text and file do not advance together."""
        visible, offsets = _visible(self.raw, self.is_json)
        first, last = bisect_left(offsets, self.start), bisect_left(offsets, self.stop)
        return tuple(_steps(self.text, visible, offsets, first, last))


# The items of one file share these.


@lru_cache(maxsize=2)
def _line_starts(raw: str) -> tuple[int, ...]:
    return Places(raw).line_starts


@lru_cache(maxsize=2)
def _visible(raw: str, is_json: bool) -> tuple[str, array[int]]:
    """The visible characters of a file without white space, and the offset of each."""
    outer = _decoded(_SIGN_OF_JSON if is_json else _SIGN_OF_XML, raw)
    inner = _decoded(_SIGN_OF_HTML, outer[0])
    chars, offsets = [], array("L")
    for char, at in zip(inner[0], inner[1], strict=True):
        if not char.isspace() and char != "\xad":
            chars.append(char)
            offsets.append(outer[1][at])
    return "".join(chars), offsets


def _decoded(pattern: str, raw: str) -> tuple[str, array[int]]:
    """The text that signs stand for, and the offset of each of its characters."""
    from html import unescape

    chars: list[str] = []
    offsets = array("L")
    for sign in re.finditer(pattern, raw):
        found = sign.groupdict()
        start, shown = sign.start(), sign[0]
        kind = next((name for name in ("text", "plain") if found.get(name) is not None), None)
        if kind is not None:
            chars.append(found[kind])
            offsets.extend(range(sign.start(kind), sign.end(kind)))
            continue
        if found.get("entity") is not None:
            shown = unescape(shown)
        elif found.get("escape") is not None:
            shown = _ESCAPES.get(shown[1], shown[1]) if shown[1] != "u" else chr(int(shown[2:], 16))
        else:
            shown = "\n"  # a tag or a comment
        chars.append(shown)
        offsets.extend([start] * len(shown))
    return "".join(chars), offsets


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _steps(text: str, visible: str, offsets: array[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield pairs (offset in the text, offset in the file) for the words of the text found in the file."""
    before = (-1, -2)
    for start, length, place in _matches(text, visible, first, last):
        for index in range(length):
            step = (start + index, offsets[place + index])
            if step[1] - before[1] != step[0] - before[0]:
                yield step
            before = step


def _matches(text: str, visible: str, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Yield each word found: its offset, its length, and its index among the visible characters."""
    cursor = first
    for line in re.finditer(r".+", text):
        words = [(line.start() + word.start(), word[0]) for word in re.finditer(r"\S+", line[0])]
        squeezed = "".join(word for _, word in words)
        found = visible.find(squeezed, cursor, last)
        if found < 0:
            found = visible.find(squeezed, first, last)
        for start, word in words:
            if found < 0:
                at = visible.find(word, cursor, min(last, cursor + _REACH))
            else:
                at, found = found, found + len(word)
            if at >= 0:
                yield start, len(word), at
                cursor = at + len(word)
