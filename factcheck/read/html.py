"""Read web pages: extract the main text, and map it back to the page for line and column."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

import msgspec

from factcheck.cached import cached_property
from factcheck.model import Document, Places
from factcheck.read.dates import day_of, moment_of
from factcheck.read.decoding import decode
from factcheck.read.language import language_code

# Strings, compiled when the first page is read.
_CHARSET = rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)"""
_UNSEEN = r"<!--.*?(?:-->|\Z)|<(script|style|head|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)"
_PIECE = rf"(?is){_UNSEEN}|<[^>]*>|&#?\w+;?|\s+|[^<&\s]+|."
_DRAWN = frozenset("-|")  # list marks and cell borders that the extraction adds to the text
# Characters of the page after the last match in which a word is searched: by itself, where chance matches are likely,
# and together with the words after it.
_REACH = (200, 4000)

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
    """Maps offsets in a page's text to the page's source."""

    text: str = ""

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """A step wherever text and page do not advance together: at tags, entities and white space."""
        return tuple(_steps(self.text, *_visible(self.raw)))


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a web page."""
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
        published_at=fields.published_at,
        source=fields.source,
        url=fields.url,
        language=fields.language,
        places=PagePlaces(raw=page, text=text),
    )


def main_text(page: str) -> str:
    """The page's main text, paragraphs separated by blank lines."""
    blocks = _blocks(page)
    extracted = _extracted(page) if blocks else ""
    lines = [line for line in extracted.splitlines() if line.strip()]
    # trafilatura returns a very short page as one line or not at all.
    if len(lines) <= 1 < len(blocks):
        lines = blocks
    return "\n\n".join(lines or blocks)


def _extracted(page: str) -> str:
    from trafilatura import extract  # importing it takes 220 ms, which other formats do not need

    return extract(page, include_comments=False, include_tables=True, include_formatting=False) or ""


def _blocks(page: str) -> list[str]:
    """The text of the page's block elements outside menus and forms, with white space normalised."""
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
    """The metadata of a page; None for what it does not state."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published_at: datetime | None = None


def metadata(page: str) -> Metadata:
    """Title, date of publication, outlet, URL and language of a page, each from the most explicit statement."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    meta: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        names = node.attributes
        name = names.get("property") or names.get("name") or names.get("itemprop") or ""
        meta.setdefault(name.lower(), (names.get("content") or "").strip())
    linked = [item for node in tree.css('script[type="application/ld+json"]') for item in _json_ld(node.text())]
    canonical = tree.css_first('link[rel="canonical"]')
    title = tree.css_first("title")
    published = _published(page, linked, meta, [node.attributes for node in tree.css("time[datetime]")])
    return Metadata(
        title=meta.get("og:title") or (title.text(strip=True) if title else "") or None,
        published=published[0],
        published_at=published[1],
        source=meta.get("og:site_name") or _publisher(linked),
        url=(canonical.attributes.get("href") if canonical else None) or meta.get("og:url") or None,
        language=language_code(tree.root.attributes.get("lang") if tree.root else None),
    )


def _published(
    page: str, linked: list[dict[str, Any]], meta: dict[str, str], times: list[dict[str, str | None]]
) -> tuple[date | None, datetime | None]:
    """The day on which a page was published, and that day with its time where the page states it."""
    stated = [item.get("datePublished") for item in linked]
    stated += [meta.get(name) for name in _DATE_NAMES]
    stated += [attributes.get("datetime") for attributes in times]
    found = ((day, value) for value in stated if isinstance(value, str) and (day := day_of(value)) is not None)
    day, value = next(found, (None, None))
    return (day, moment_of(value)) if day is not None else (_guessed(page), None)


def _guessed(page: str) -> date | None:
    from htmldate import find_date

    # With a fixed upper bound the result does not depend on the current date.
    return day_of(find_date(page, extensive_search=False, original_date=True, max_date="2100-12-31"))


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _json_ld(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script, articles first, as those describe the page itself."""
    try:
        stack: list[Any] = [msgspec.json.decode(script)]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
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
    """The page's visible characters without white space, and the offset of each in the page."""
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
    """Yield each word of the text found in the page: its offset in the text, the word, its index in `visible`."""
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
        # A line with list marks or cell borders is not in the page as a whole, so it is searched word by word.
        words = [(start, word) for start, word in words if word not in _DRAWN]
        for index, (start, word) in enumerate(words):
            found = _find_word([other for _, other in words[index : index + 3]], visible, cursor)
            if found >= 0:
                yield start, word, found
                cursor = found + len(word)


def _find_word(words: list[str], visible: str, cursor: int) -> int:
    """The index of the first of some words after `cursor`, tried with the words after it first; -1 if not found."""
    for count in range(len(words), 0, -1):
        found = visible.find("".join(words[:count]), cursor, cursor + _REACH[count > 1])
        if found >= 0:
            return found
    return -1
