"""Read agency items and feeds: RSS, Atom, WordPress exports, NITF, NewsML 1.2, NewsML-G2 and ninjs.

Each item is a document. Items that are cancelled or withheld, and all others with their id, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.blocks import flat
from factcheck.read.dates import day_of, moment_of
from factcheck.read.decoding import decode
from factcheck.read.language import language_code
from factcheck.read.limits import damaged
from factcheck.read.markup import MarkupPlaces, paragraphs, paragraphs_of, without_shortcodes
from factcheck.read.xmltree import child, children, local, namespace, parse, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_WORDPRESS = "http://wordpress.org/export/"
_GONE = frozenset(("canceled", "cancelled", "withheld", "deleted", "delete", "killed", "kill"))
_EMBARGOED = "under embargo"
_PUBLISHED_POSTS = frozenset(("publish", "private", "draft", "pending", "future"))
_POST_TYPES = frozenset(("post", "page", ""))
_NOT_READ_TWICE = 60  # characters by which a text that begins with its headline is known


class Item(msgspec.Struct):
    """An item of a feed: its paragraphs, its metadata, and why it is left out, if it is."""

    paragraphs: list[str]
    id: str | None = None
    version: str = ""
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    gone: str | None = None
    remarks: tuple[str, ...] = ()
    tag: str = ""
    position: int = -1  # from 0, among the elements of its tag


def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield a document per item, with a remark on what is left out; an InputError if nothing is left."""
    raw = stream.read()
    is_json = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    items = items_of_json(raw, name) if is_json else items_of_xml(raw, name)
    kept, left = standing(items)
    kept = [item for item in kept if item.paragraphs]
    alone = len(items) == 1
    reasons = [f"{'its item' if alone else f'item {item.position + 1}'} is left out: {item.gone}" for item in left]
    if not kept:
        why = "; ".join(reasons) or "it has no item with a text"
        raise InputError(f"{name}: nothing to read: {why}; leave it out")
    text = decode(raw, name, _declared(raw))
    spans = _spans(text, items, is_json)
    for number, item in enumerate(kept):
        start, stop = spans.get(item.position, (0, len(text)))
        body = "\n\n".join(item.paragraphs)
        published = day_of(item.published)
        yield Document(
            id=name if len(items) == 1 else f"{name}#{item.position + 1}",
            text=body,
            title=item.title,
            published=published,
            published_from="metadata" if published else None,
            published_at=moment_of(item.published) if published else None,
            source=item.source,
            url=item.url,
            language=language_code(item.language),
            places=MarkupPlaces(raw=text, text=body, is_json=is_json, start=start, stop=stop),
            path=name,
            remarks=(*(tuple(reasons) if not number else ()), *item.remarks),
        )


def _spans(text: str, items: list[Item], is_json: bool) -> dict[int, tuple[int, int]]:
    """The offsets of the items in the file by their positions; none where they are not found with certainty."""
    tag = next((item.tag for item in items if item.tag), "")
    if is_json or not tag:
        return {}
    starts = [found.start() for found in re.finditer(rf"<(?:[\w.-]+:)?{re.escape(tag)}[\s>]", text)]
    if len(starts) <= max(item.position for item in items):
        return {}
    return dict(enumerate(pairwise([*starts, len(text)])))


def _declared(raw: bytes) -> str | None:
    """The encoding that an XML declaration states."""
    found = re.match(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""", raw[:200])
    return found[1].decode() if found else None


def items_of_xml(raw: bytes, name: str) -> list[Item]:
    """The items of an XML file in order; InputError if it is in no format known here."""
    root = parse(raw, name, "an XML file")
    reader = _READERS.get(local(root))
    if reader is None:
        known = "RSS, Atom, NITF, NewsML"
        raise InputError(
            f"{name}: XML with the root <{local(root)}>, which is none of {known}; save it as text or HTML"
        )
    return _numbered(reader(root))


def items_of_json(raw: bytes, name: str) -> list[Item]:
    """The items of a ninjs file: one item, a list of items, or an object that holds such a list."""
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise damaged(name, "JSON", error) from None
    items = _numbered(_ninjs(each) for each in _objects(found))
    if not items:
        raise InputError(f"{name}: JSON without a text in it that is ninjs; save it as ninjs, JSON Lines or text")
    return items


def _numbered(items: Iterable[Item]) -> list[Item]:
    found = list(items)
    for number, item in enumerate(found):
        item.position = number if item.position < 0 else item.position
    return found


def standing(items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """The items that are read and those that are not: cancelled, or an older version of one in the same file."""
    items = list(items)
    gone = {item.id for item in items if item.gone and item.id}
    newest: dict[str, Item] = {}
    for item in items:
        if item.id and item.version and _is_newer(item, newest.get(item.id)):
            newest[item.id] = item
    kept, left = [], []
    for item in items:
        if item.gone or (item.id and item.id in gone):
            item.gone = item.gone or "cancelled"
            left.append(item)
        elif item.id and item.version and newest[item.id] is not item:
            item.gone = "replaced by a newer version"
            left.append(item)
        else:
            kept.append(item)
    return kept, left


def _is_newer(item: Item, other: Item | None) -> bool:
    return other is None or (len(item.version), item.version) >= (len(other.version), other.version)


# RSS, Atom and WordPress.


def _rss(root: _Element) -> Iterator[Item]:
    channel = child(root, "channel")
    holder = channel if channel is not None and children(channel, "item") else root
    outlet = words(child(channel, "title")) if channel is not None else ""
    language = words(child(channel, "language")) if channel is not None else ""
    for position, item in enumerate(children(holder, "item")):
        found = _rss_item(item)
        if found is not None:
            found.tag, found.position = "item", position
            found.source = found.source or outlet or None
            found.language = found.language or language or None
            yield found


def _rss_item(item: _Element) -> Item | None:
    stated: dict[str, str] = {}
    post: dict[str, str] = {}
    content = ""
    for node in item:
        name, space = local(node), namespace(node)
        if space == _CONTENT and name == "encoded":
            content = content or "".join(node.itertext())
        elif space.startswith(_WORDPRESS):
            post.setdefault(name, words(node))
        elif not space.startswith("http://wordpress.org"):
            stated.setdefault(name, "".join(node.itertext()).strip())
    gone = None
    if post:
        if post.get("post_type", "post") not in _POST_TYPES:
            return None
        if post.get("status", "publish") not in _PUBLISHED_POSTS:
            gone = f"its status is {post['status']}"
        content = _with_paragraphs(without_shortcodes(content))
    body = paragraphs(content) or paragraphs(stated.get("description") or stated.get("summary") or "")
    title = " ".join(paragraphs(stated.get("title", "")))
    return Item(
        _headed(title, body),
        id=stated.get("guid") or stated.get("identifier") or None,
        title=title or None,
        published=stated.get("pubDate") or stated.get("date") or post.get("post_date") or None,
        source=stated.get("source") or stated.get("publisher") or None,
        url=stated.get("link") or None,
        language=stated.get("language") or None,
        gone=gone,
    )


def _with_paragraphs(markup: str) -> str:
    """Markup in which blank lines separate paragraphs, as WordPress keeps it, with the breaks marked."""
    return re.sub(r"\r?\n[ \t]*\r?\n", "<br><br>", markup) if "<p" not in markup else markup


def _atom(root: _Element) -> Iterator[Item]:
    entries = [root] if local(root) == "entry" else children(root, "entry")
    outlet = words(child(root, "title")) if local(root) == "feed" else ""
    language = _attribute(root, "lang")
    for entry in entries:
        source = child(entry, "source", "title")
        links = [link for link in children(entry, "link") if link.get("rel") in (None, "alternate")]
        title = " ".join(_text_construct(child(entry, "title")))
        draft = child(entry, "control", "draft")
        body = _text_construct(child(entry, "content")) or _text_construct(child(entry, "summary"))
        yield Item(
            _headed(title, body),
            id=words(child(entry, "id")) or None,
            title=title or None,
            published=words(child(entry, "published")) or words(child(entry, "updated")) or None,
            source=words(source) or outlet or None,
            url=links[0].get("href") if links else None,
            language=_attribute(entry, "lang") or language or None,
            remarks=("a draft",) if words(draft) == "yes" else (),
            tag="entry",
        )
    for entry in children(root, "deleted-entry"):
        yield Item([], id=entry.get("ref"), gone="deleted")


def _text_construct(node: _Element | None) -> list[str]:
    """The paragraphs of a text of Atom, which is plain, HTML or XHTML."""
    if node is None:
        return []
    kind = (node.get("type") or "text").lower()
    if kind == "xhtml" or "xml" in kind:
        return list(paragraphs_of(node))
    text = "".join(node.itertext())
    return paragraphs(text) if "html" in kind else _plain_paragraphs(text)


def _plain_paragraphs(text: str) -> list[str]:
    parts = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.split("\n")
    return [found for part in parts if (found := flat(part.replace("\n", " ")))]


def _headed(title: str, body: list[str]) -> list[str]:
    """The paragraphs with the headline before them, unless they begin with it."""
    if not title or (body and body[0][:_NOT_READ_TWICE] == title[:_NOT_READ_TWICE]):
        return body
    return [title, *body]


def _attribute(node: _Element, name: str) -> str:
    return next((value for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), "")


# NITF and NewsML.


def _nitf(root: _Element) -> Iterator[Item]:
    yield _nitf_item(root)


def _nitf_item(root: _Element) -> Item:
    data = child(root, "head", "docdata")
    status = data.get("management-status", "") if data is not None else ""
    body = child(root, "body")
    issued = child(data, "date.issue") if data is not None else None
    identity = child(data, "doc-id") if data is not None else None
    line = child(body, "body.head", "hedline", "hl1") if body is not None else None
    title = words(line) or words(child(root, "head", "title"))
    published = issued.get("norm") if issued is not None else None
    if not published and body is not None:
        dated = child(body, "body.head", "dateline", "story.date")
        published = dated.get("norm") if dated is not None else None
    return Item(
        _headed(title, list(paragraphs_of(body)) if body is not None else []),
        id=identity.get("id-string") if identity is not None else None,
        title=title or None,
        published=published,
        source=identity.get("regsrc") if identity is not None else None,
        gone=_gone(status),
        remarks=(_EMBARGOED,) if status.lower() == "embargoed" else (),
        language=_attribute(root, "lang") or None,
    )


def _gone(status: str) -> str | None:
    status = status.rpartition(":")[2].strip().lower()
    return status if status in _GONE else None


def _newsml(root: _Element) -> Iterator[Item]:
    """Yield the items of NewsML 1.2."""
    for node in children(root, "NewsItem"):
        management, identity = child(node, "NewsManagement"), child(node, "Identification", "NewsIdentifier")
        status = _formal(management, "Status")
        texts = [each for each in node.iter() if local(each) in ("DataContent",)]
        lines = [each for each in node.iter() if local(each) == "NewsLines"][:1]
        title = words(child(lines[0], "HeadLine")) if lines else ""
        heads = [title, *(words(child(lines[0], each)) for each in ("ByLine", "DateLine"))] if lines else []
        body = _inline([each for holder in texts for each in [holder]])
        published = words(child(management, "FirstCreated")) if management is not None else ""
        revised = words(child(management, "ThisRevisionCreated")) if management is not None else ""
        yield Item(
            [*(head for head in heads if head and head not in body), *body],
            tag="NewsItem",
            id=words(child(identity, "NewsItemId")) if identity is not None else None,
            version=words(child(identity, "RevisionId")) if identity is not None else "",
            title=title or None,
            published=revised or published or None,
            source=words(child(identity, "ProviderId")) or None if identity is not None else None,
            gone=_gone(status) or _gone(_formal(management, "Instruction")),
            remarks=(_EMBARGOED,) if status.lower() == "embargoed" else (),
            language=_attribute(node, "lang") or None,
        )


def _formal(node: _Element | None, name: str) -> str:
    found = child(node, name) if node is not None else None
    return found.get("FormalName", "") if found is not None else ""


def _newsml_g2(root: _Element) -> Iterator[Item]:
    """Yield the items of NewsML-G2: one item, or those of a message."""
    nodes = [root] if local(root) == "newsItem" else [each for each in root.iter() if local(each) == "newsItem"]
    for node in nodes:
        meta, about = child(node, "itemMeta"), child(node, "contentMeta")
        status = _code(meta, "pubStatus")
        content = child(node, "contentSet")
        body = _inline(content) if content is not None else []
        title = words(child(about, "headline")) if about is not None else ""
        lines = [words(child(about, each)) if about is not None else "" for each in ("by", "dateline")]
        embargo = words(child(meta, "embargoed")) if meta is not None else ""
        created = words(child(about, "contentCreated")) if about is not None else ""
        version = words(child(meta, "versionCreated")) if meta is not None else ""
        yield Item(
            [*(head for head in (title, *lines) if head and head not in body), *body],
            tag="newsItem",
            id=node.get("guid"),
            version=node.get("version") or "",
            title=title or None,
            published=version or created or None,
            source=_provider(meta),
            gone=_gone(status),
            remarks=(f"{_EMBARGOED} until {embargo}",) if embargo else (),
            language=_code(about, "language", "tag") or _attribute(node, "lang") or None,
        )


def _code(node: _Element | None, name: str, attribute: str = "qcode") -> str:
    found = child(node, name) if node is not None else None
    if found is None:
        return ""
    return found.get(attribute) or (found.get("uri") or "").rpartition("/")[2] or ""


def _provider(meta: _Element | None) -> str | None:
    provider = child(meta, "provider") if meta is not None else None
    if provider is None:
        return None
    stated = words(child(provider, "name")) or provider.get("literal") or provider.get("qcode") or provider.get("uri")
    return stated or None


def _inline(holders: Iterable[_Element]) -> list[str]:
    """The paragraphs of texts inside items: NITF, XHTML, or plain text."""
    found: list[str] = []
    for holder in holders:
        if local(holder) == "remoteContent":
            continue
        inner = [each for each in holder if local(each)]
        if not inner:
            text = "".join(holder.itertext())
            markup = re.search(r"</?(?:p|br|div|h\d|li)\b", text)
            found += paragraphs(text) if markup else _plain_paragraphs(text)
        for each in inner:
            body = child(each, "body") if local(each) in ("nitf", "html") else each
            found += paragraphs_of(body) if body is not None else []
    return found


# ninjs.


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects with a text: the value itself, those of a list, or those of the first list that has any."""
    if isinstance(found, dict):
        if _texts(found) or _gone(str(found.get("pubstatus", ""))):
            yield found
            return
        for value in found.values():
            inner = list(_objects(value)) if isinstance(value, list) else []
            if inner:
                yield from inner
                return
    elif isinstance(found, list):
        for each in found:
            if isinstance(each, dict):
                yield from _objects(each)


def _texts(item: dict[str, Any]) -> list[str]:
    """The paragraphs of an item's body, from the version with the most structure."""
    bodies = {str(key): value for key, value in item.items() if str(key).startswith("body") and isinstance(value, str)}
    for body in item.get("bodies") or () if isinstance(item.get("bodies"), list) else ():
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            kind = str(body.get("contentType") or body.get("contenttype") or body.get("role") or "text")
            bodies.setdefault("body_xhtml" if "html" in kind else "body_text", body["value"])
    for key, value in sorted(bodies.items(), key=lambda each: "html" not in each[0]):
        found = paragraphs(value) if "html" in key or "nitf" in key or "xml" in key else _plain_paragraphs(value)
        if found:
            return found
    return []


def _ninjs(item: dict[str, Any]) -> Item:
    def stated(*keys: str) -> str | None:
        return next((value for key in keys if isinstance(value := item.get(key), str) and value.strip()), None)

    status = stated("pubstatus", "pubStatus") or ""
    title = stated("headline", "title") or _first(item.get("headlines"), "value")
    lines = [stated("byline") or _first(item.get("bylines"), "byline")]
    body = _texts(item)
    embargo = stated("embargoed")
    return Item(
        [*(head for head in (title, *lines) if head and head not in body), *body],
        id=stated("uri"),
        version=stated("version") or "",
        title=title,
        published=stated("versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated"),
        source=stated("source", "provider", "copyrightholder", "copyrightHolder")
        or _first(item.get("infosources"), "name"),
        url=stated("href") or _first(item.get("altids"), "href"),
        language=stated("language"),
        gone=_gone(status),
        remarks=(f"{_EMBARGOED} until {embargo}",) if embargo else (),
    )


def _first(values: Any, key: str) -> str | None:
    if not isinstance(values, list):
        return None
    return next((each[key] for each in values if isinstance(each, dict) and isinstance(each.get(key), str)), None)


_READERS = {
    "rss": _rss,
    "RDF": _rss,
    "feed": _atom,
    "entry": _atom,
    "nitf": _nitf,
    "NewsML": _newsml,
    "newsItem": _newsml_g2,
    "newsMessage": _newsml_g2,
}
