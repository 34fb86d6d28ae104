"""Read Markdown: the text is the whole file; front matter gives title, date, source, URL and language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.model import Document, Places, Span
from factcheck.read.dates import day_of
from factcheck.read.decoding import decode
from factcheck.read.language import language_code
from factcheck.regex_cache import regex

_FRONT_MATTER = regex(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = regex(r"^([A-Za-z][\w-]*(?: [\w-]+)*)[ \t]*:(?:[ \t]+(\S.*)?)?\r?$", re.MULTILINE)
_QUOTED = regex(r"""(["'])(.*)\1(?:\s+#.*)?""")
_COMMENT = regex(r"<!--.*?-->", re.DOTALL)  # an unclosed comment is text, and is checked
_REMARK = regex(r"(?<!\S)#.*")

TITLE = ("title", "headline")
PUBLISHED = ("published", "date", "pubdate", "published_at", "publication_date", "date_published")
SOURCE = ("source", "outlet", "publication", "publisher")
AUTHOR = ("author", "byline", "by")
LANGUAGE = ("language", "lang", "locale")
URL = ("url", "link", "canonical", "canonical_url")


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a Markdown file; its `body` is the offset at which the front matter ends."""
    text = decode(stream.read(), name)
    entries, body = front_matter(text)

    def first(keys: tuple[str, ...]) -> str | None:
        return next((entries[key] for key in keys if entries.get(key)), None)

    published = day_of(first(PUBLISHED))
    yield Document(
        id=name,
        text=text,
        title=first(TITLE),
        published=published,
        published_from="front matter" if published else None,
        source=first(SOURCE),
        url=first(URL),
        places=Places(text),
        body=body,
        language=language_code(first(LANGUAGE)),
        author=first(AUTHOR),
        comments=tuple(Span(comment.start(), comment.end()) for comment in _COMMENT.finditer(text, body)),
    )


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The scalar entries of the front matter by lower-case key, and the offset at which the body starts.

    Without a closing line or any entry, the dashes are a horizontal rule and the result is ({}, 0).
    """
    block = _FRONT_MATTER.match(text)
    if block is None:
        return {}, 0
    entries: dict[str, str] = {}
    for entry in _ENTRY.finditer(block[1]):
        entries.setdefault(entry[1].lower().replace(" ", "_").replace("-", "_"), _plain(entry[2] or ""))
    return (entries, block.end()) if entries else ({}, 0)


def _plain(value: str) -> str:
    quoted = _QUOTED.fullmatch(value.strip())
    return quoted[2] if quoted else _REMARK.sub("", value).strip()
