"""Web pages: the main text without menus and scripts, found again in the page for line and column."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, BinaryIO

import msgspec

from factcheck.model import Document, Places
from factcheck.read.dates import day_of
from factcheck.read.decoding import decode
from factcheck.read.language import language_code

# Expressions as strings: they are compiled when the first page is read.
_CHARSET = rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)"""
_UNSEEN = r"<!--.*?(?:-->|\Z)|<(script|style|head|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)"
_PIECE = rf"(?is){_UNSEEN}|<[^>]*>|&#?\w+;?|\s+|[^<&\s]+|."
_DRAWN = frozenset("-|")
_REACH = (200, 4000)  # how far from the last place found a word is looked for, alone and with others

_BLOCKS = (
    "h1, h2, h3, h4, h5, h6, p, div, section, article, main, ul, ol, li, dl, dt, dd, blockquote, pre, "
    "table, tr, td, th, figure, figcaption, br, hr"
)
_BREAK = "\x1e"
_FURNITURE = "script, style, noscript, template, nav, header, footer, aside, form, button, select, iframe, svg"
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
)


class PagePlaces(Places, frozen=True, dict=True):
    """Where the code points of a page's text stand in the page."""

    text: str = ""

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """A step wherever text and page do not advance together: at tags, entities, white space."""
        return tuple(_steps(self.text, *_visible(self.raw)))


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """The one document of a web page."""
    raw = stream.read()
    charset = re.search(_CHARSET, raw[:4096])
    page = decode(raw, name, charset[1].decode() if charset else None)
    text = main_text(page)
    fields = metadata(page)
    yield Document(
        id=name,
        text=text,
        title=fields.title,
        published=fields.published,
        published_from="metadata" if fields.published else None,
        source=fields.source,
        url=fields.url,
        language=fields.language,
        places=PagePlaces(raw=page, text=text),
    )


def main_text(page: str) -> str:
    """The page's main text, its paragraphs set off by blank lines."""
    blocks = _blocks(page)
    extracted = _extracted(page) if blocks else ""
    lines = [line for line in extracted.splitlines() if line.strip()]
    # A very short page comes out as one line, or not at all.
    if len(lines) <= 1 < len(blocks):
        lines = blocks
    return "\n\n".join(lines or blocks)


def _extracted(page: str) -> str:
    from trafilatura import extract  # costs 220 ms, which other formats need not pay

    return extract(page, include_comments=False, include_tables=True, include_formatting=False) or ""


def _blocks(page: str) -> list[str]:
    """The text of the page's blocks outside menus and forms, white space made single blanks."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    for node in tree.css(_FURNITURE):
        node.decompose()
    for node in tree.css(_BLOCKS):
        node.insert_before(_BREAK)
        node.insert_after(_BREAK)
    texts = (" ".join(text.split()) for body in tree.css("body") for text in body.text().split(_BREAK))
    return [text for text in texts if text]


class Metadata(msgspec.Struct, frozen=True):
    """What a page says of itself."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


def metadata(page: str) -> Metadata:
    """Title, date of publication, outlet, address and language of a page; the most explicit statement of each."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    meta: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        names = node.attributes
        name = names.get("property") or names.get("name") or names.get("itemprop") or ""
        meta.setdefault(name.lower(), (names.get("content") or "").strip())
    linked = [item for node in tree.css('script[type="application/ld+json"]') for item in _linked(node.text())]
    canonical = tree.css_first('link[rel="canonical"]')
    title = tree.css_first("title")
    return Metadata(
        title=meta.get("og:title") or (title.text(strip=True) if title else "") or None,
        published=_published(page, linked, meta, [node.attributes for node in tree.css("time[datetime]")]),
        source=meta.get("og:site_name") or _publisher(linked),
        url=(canonical.attributes.get("href") if canonical else None) or meta.get("og:url") or None,
        language=language_code(tree.root.attributes.get("lang") if tree.root else None),
    )


def _published(
    page: str, linked: list[dict[str, Any]], meta: dict[str, str], times: list[dict[str, str | None]]
) -> date | None:
    stated = [item.get("datePublished") for item in linked]
    stated += [meta.get(name) for name in _DATE_NAMES]
    stated += [attributes.get("datetime") for attributes in times]
    found = (day_of(value) for value in stated if isinstance(value, str))
    return next((day for day in found if day), None) or _guessed(page)


def _guessed(page: str) -> date | None:
    from htmldate import find_date

    # A fixed last day: without it the clock decides which dates are plausible.
    return day_of(find_date(page, extensive_search=False, original_date=True, max_date="2100-12-31"))


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _linked(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, articles first: they are what the page is about."""
    try:
        stack: list[Any] = [msgspec.json.decode(script)]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    found: list[dict[str, Any]] = []
    while stack:
        item = stack.pop(0)
        if isinstance(item, dict):
            found.append(item)
            graph = item.get("@graph")
            stack.extend(graph if isinstance(graph, list) else ())
        elif isinstance(item, list):
            stack.extend(item)
    yield from sorted(found, key=lambda item: "Article" not in str(item.get("@type")))


def _visible(page: str) -> tuple[str, array[int]]:
    """The page's visible characters without white space, and where each stands in the page."""
    from html import unescape

    chars: list[str] = []
    offsets = array("L")
    for piece in re.finditer(_PIECE, page):
        found, start = piece[0], piece.start()
        if found.isspace() or (found[0] == "<" and len(found) > 1):
            continue
        if found[0] == "&" and len(found) > 1:
            shown = "".join(unescape(found).split())
            chars.append(shown)
            offsets.extend([start] * len(shown))
        else:
            chars.append(found)
            offsets.extend(range(start, piece.end()))
    return "".join(chars), offsets


def _steps(text: str, visible: str, offsets: array[int]) -> Iterator[tuple[int, int]]:
    last = (-1, -2)
    for start, word, place in _word_places(text, visible):
        for index in range(len(word)):
            step = (start + index, offsets[place + index])
            if step[1] - last[1] != step[0] - last[0]:
                yield step
            last = step


def _word_places(text: str, visible: str) -> Iterator[tuple[int, str, int]]:
    """Each word of the text that the page shows: its offset, itself, its place among what is visible."""
    cursor = 0
    for line in re.finditer(r".+", text):
        words = [(line.start() + word.start(), word[0]) for word in re.finditer(r"\S+", line[0])]
        squeezed = "".join(word for _, word in words)
        found = visible.find(squeezed, cursor)
        if found < 0:
            found = visible.find(squeezed)
        if found >= 0:
            for start, word in words:
                yield start, word, found
                found += len(word)
            cursor = found
            continue
        # The page does not hold list marks and the borders of cells, so the line is found word by word.
        words = [(start, word) for start, word in words if word not in _DRAWN]
        for index, (start, word) in enumerate(words):
            found = _place([other for _, other in words[index : index + 3]], visible, cursor)
            if found >= 0:
                yield start, word, found
                cursor = found + len(word)


def _place(words: list[str], visible: str, cursor: int) -> int:
    """Where the first of some words stands: far ahead only with words after it; -1 when nowhere."""
    for count in range(len(words), 0, -1):
        found = visible.find("".join(words[:count]), cursor, cursor + _REACH[count > 1])
        if found >= 0:
            return found
    return -1
