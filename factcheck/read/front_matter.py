"""Front matter of Markdown files: YAML, TOML or JSON, read for the few entries that matter.

YAML is read by its lines: a parser of all of YAML is ten times the size of what is needed here, and front matter with
an error in it, which it would refuse, still has a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from factcheck.regex_cache import regex

_YAML = regex(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = regex(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = regex(r"""([ \t]*)(?:-[ \t]+)?(["']?)([A-Za-z][\w.:-]*(?: [\w-]+)*)\2[ \t]*:(?:[ \t]+(\S.*)?)?""")
_QUOTED = regex(r"""(["'])(.*)\1(?:\s+#.*)?""")
_REMARK = regex(r"(?<!\S)#.*")
_BLOCK = regex(r"[|>][+-]?\d?")

TITLE = ("title", "headline")
PUBLISHED = (
    "published",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "published_at",
    "publishedat",
    "published_date",
    "publication_date",
    "date_published",
    "datepublished",
    "published_time",
    "article:published_time",
    "created",
    "created_at",
    "createdat",
    "date_created",
)
SOURCE = ("source", "outlet", "publication", "publisher", "site_name")
AUTHOR = ("author", "byline", "by")
LANGUAGE = ("language", "lang", "locale")
URL = ("url", "link", "canonical", "canonical_url", "permalink")


class Front(Struct, frozen=True):
    """What front matter states; `title_at` is the offset of the title in the file, -1 if it does not stand there so."""

    title: str | None = None
    published: tuple[str, ...] = ()
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    title_at: int = -1


def front_of(raw: str) -> tuple[Front, int]:
    """The front matter of a file, and the offset at which the body starts."""
    entries, body = front_matter(raw)
    if not body:
        return Front(), 0

    def all_of(keys: tuple[str, ...]) -> Iterator[str]:
        for key in keys:
            if entries.get(key):
                yield entries[key]
        for key in keys:  # then those that stand inside other entries
            yield from (value for name, value in entries.items() if name.endswith(f".{key}") and value)

    title = next(all_of(TITLE), None)
    return (
        Front(
            title=title,
            published=tuple(all_of(PUBLISHED)),
            source=next(all_of(SOURCE), None),
            author=next(all_of(AUTHOR), None),
            url=next(all_of(URL), None),
            language=next(all_of(LANGUAGE), None),
            title_at=_title_at(raw[:body], title) if title else -1,
        ),
        body,
    )


def _title_at(front: str, title: str) -> int:
    found = regex(r"(?im)^[ \t]*[\"']?(?:title|headline)[\"']?[ \t]*[:=]").search(front)
    return front.find(title, found.end()) if found else -1


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The scalar entries of the front matter by lower-case key, and the offset at which the body starts.

    An entry inside another has both keys: "seo.title". Without a closing line or any entry, the dashes are a
    horizontal rule and the result is ({}, 0).
    """
    if text.startswith("{"):
        return _json(text)
    if text.startswith("+++"):
        block = _TOML.match(text)
        entries = _toml(block[1]) if block else {}
    else:
        block = _YAML.match(text)
        entries = _yaml(block[1]) if block else {}
    return (entries, block.end()) if block and entries else ({}, 0)


def _json(text: str) -> tuple[dict[str, str], int]:
    import json

    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return {}, 0
    entries = dict(_flat(value)) if isinstance(value, dict) else {}
    return (entries, end) if entries else ({}, 0)


def _toml(block: str) -> dict[str, str]:
    import tomli

    try:
        return dict(_flat(tomli.loads(block.replace("\r\n", "\n"))))
    except (tomli.TOMLDecodeError, RecursionError):
        return {}


def _flat(value: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        name = before + _key(str(key))
        if isinstance(inner, Mapping):
            yield from _flat(inner, f"{name}.")
        elif isinstance(inner, list):
            yield name, ""
        else:
            yield name, inner.isoformat() if hasattr(inner, "isoformat") else str(inner)


def _key(written: str) -> str:
    return written.lower().replace(" ", "_").replace("-", "_")


def _yaml(block: str) -> dict[str, str]:
    """The entries of YAML by its lines; those inside an entry by both keys."""
    entries: dict[str, str] = {}
    outer: list[tuple[int, str]] = []
    lines = block.splitlines()
    for number, line in enumerate(lines):
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry is None:
            continue
        depth, key, value = len(entry[1]), _key(entry[3]), _plain(entry[4] or "")
        while outer and outer[-1][0] >= depth:
            outer.pop()
        if depth and not outer:
            continue
        if _BLOCK.fullmatch(value):
            value = _folded(lines[number + 1 :], depth)
        name = ".".join([*(each for _, each in outer), key])
        entries.setdefault(name, value)
        if not value:
            outer.append((depth, key))
    return entries


def _folded(lines: list[str], depth: int) -> str:
    """The value of a block scalar: the lines that are indented more than its key."""
    found: list[str] = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        found.append(line.strip())
    return " ".join(found).strip()


def _plain(value: str) -> str:
    quoted = _QUOTED.fullmatch(value.strip())
    return quoted[2] if quoted else _REMARK.sub("", value).strip()
