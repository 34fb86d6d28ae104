"""Read web pages: extract the main text, and map it back to the page for line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

import msgspec

from factcheck.cached import cached_property
from factcheck.errors import InputError
from factcheck.model import Document, Places
from factcheck.read.dates import day_of, moment_of
from factcheck.read.decoding import decode
from factcheck.read.language import language_code
from factcheck.read.shown import ShownBlock, shown_blocks, steps_of
from factcheck.regex_cache import regex

# Strings, compiled when the first page is read.
_CHARSET = rb"""(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)"""
# Names that pages give to what surrounds the article.
_AROUND = (
    r"(?:^|[\s_-])(?:related|shar(?:e|ing)|social|promos?|newsletters?|advert(?:s|isement)?|ads?|sponsor(?:ed)?|most-?read|"
    r"trending|popular|cookies?|consent|breadcrumbs?|menu|navbar|navigation|sidebar|side|foot|footer|masthead|recirc|tags|"
    r"subscribe|signup|paywall|copyright|skip|screen-reader-text|sr-only|visually-?hidden|comments?-?(?:list|section|area)?|"
    r"respond|ticker|weather)(?:$|[\s_-])"
)
_STAMP = (
    r"(?i)\b(?:published|updated|written|posted|created|last|modified|on|at|first|by|from|this|story|is|min|read|edited|"
    r"a\.?m|p\.?m|et|est|edt|gmt|utc|bst|cet|cest)\b\.?|[\W\d]+"
)
_MAX_STAMP = 16  # words of a line that tells when a page was published
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d"
_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?i)\b(?:{_YEAR}-\d\d-\d\d|{_MONTH}\s{_OF_MONTH},?\s{_YEAR}|{_OF_MONTH}\s{_MONTH},?\s{_YEAR})\b"
_NOT_FIRST = r"(?i)\b(?:updated|modified|edited|revised)\b\W*(?:on\b\W*)?$"
_IS_FIRST = r"(?i)\b(?:published|written|posted|created|from)\b\W*(?:on\b\W*)?$"
_URL_DAY = r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)"
_ASIDE = r"(?is)<(aside|footer|nav)\b.*?(?:</\1\s*>|\Z)"
_TIME = r"""(?is)<time\b[^>]*?\bdatetime\s*=\s*["']?([^"'>]+)"""
_BETWEEN = "\n\n"
_SENTENCE_ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"', ".’", ".)")
_MIN_SHARE = 0.4  # of the text of a page's blocks that is no link, below which the extraction has missed the article
_SHORT = 12  # letters, up to which a line is found in any text by chance
_FEW = 20  # words, below which a page has no article
_PAGE = 2000  # characters of a page from which it should have one; a shorter one may be a note
_PROSE = 200  # words of a page from which it is told that much of it is left out
_LEAST = 25  # words of that text from which the share says something
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
    """Maps offsets in a page's text to the page's source; `jumps` are the steps."""

    jumps: tuple[tuple[int, int], ...] = ()

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """A step wherever text and page do not advance together: at tags, entities and white space."""
        return self.jumps


def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield the document of a web page: its main text."""
    yield _document(stream, name, whole=False)


def read_whole(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield the document of a web page with all of its prose: captions and boxes as well, wherever they stand."""
    yield _document(stream, name, whole=True)


def _document(stream: BinaryIO, name: str, *, whole: bool) -> Document | InputError:
    raw = stream.read()
    charset = re.search(_CHARSET, raw[:4096])
    page = decode(raw, name, charset[1].decode() if charset else None)
    blocks = shown_blocks(page)
    kept = _prose(blocks) if whole else _main(page, blocks)
    fields = metadata(page, blocks)
    if fields.published is not None:
        kept = [block for block in kept if not _is_stamp(block)] or kept
    text = _BETWEEN.join(block.text for block in kept)
    words, shown = len(text.split()), sum(len(block.text.split()) for block in blocks if not _is_link(block))
    if words < _FEW and len(page) >= _PAGE:
        return InputError(
            f"{name}: {words} words to read in a page of {len(page):,} characters; save the page as shown"
        )
    left_out = words < _MIN_SHARE * shown and shown >= _PROSE
    steps = tuple(steps_of([(block.text, block.offsets) for block in kept], _BETWEEN))
    return Document(
        id=name,
        text=text,
        title=fields.title,
        published=fields.published,
        published_from=fields.published_from if fields.published else None,
        published_at=fields.published_at,
        source=fields.source,
        url=fields.url,
        language=fields.language,
        places=PagePlaces(raw=page, jumps=steps),
        remarks=(f"{words} of the {shown} words that the page shows are read",) if left_out else (),
    )


def main_text(page: str) -> str:
    """The page's main text, paragraphs separated by blank lines."""
    return _BETWEEN.join(block.text for block in _main(page, shown_blocks(page)))


def _prose(blocks: Sequence[ShownBlock]) -> list[ShownBlock]:
    """The blocks outside menus, footers and lists of links."""
    return [block for block in blocks if not _is_around(block) and not _is_link(block)]


def _main(page: str, blocks: Sequence[ShownBlock]) -> list[ShownBlock]:
    """The blocks of the article: those that the extraction of main text has, its headline, and the prose in between.

    All prose where the extraction has next to nothing of it.
    """
    prose = _prose(blocks)
    extracted = _squeezed(_extracted(page)) if len(prose) > 1 else ""
    chosen = [index for index, block in enumerate(prose) if _is_in(block, extracted)]
    whole = sum(len(block.text.split()) for block in prose if block.tag == "p") or _LEAST
    part = sum(len(prose[index].text.split()) for index in chosen)
    if not chosen or (whole >= _LEAST and part < _MIN_SHARE * whole):
        return prose
    first, last = chosen[0], chosen[-1]
    # A last line may be too short to be found in the extraction.
    while last + 1 < len(prose) and _is_short(prose[last + 1]) and prose[last + 1].within == prose[last].within:
        last += 1
    above = [index for index in range(first + 1) if prose[index].tag == "h1"]
    begins = next((index for index in chosen if prose[index].tag != "h1"), first)
    # Between a headline and its story stand bylines and share bars as well as sentences: "4 minute read".
    between = range(above[-1] + 1 if above else first, begins)
    opening = [index for index in between if index in chosen or prose[index].text.endswith(_SENTENCE_ENDS)]
    return [prose[index] for index in (*above[-1:], *opening, *range(begins, last + 1))]


def _is_in(block: ShownBlock, extracted: str) -> bool:
    squeezed = _squeezed(block.text)
    return len(squeezed) > _SHORT and squeezed in extracted


def _is_short(block: ShownBlock) -> bool:
    return len(_squeezed(block.text)) <= _SHORT


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


def _is_link(block: ShownBlock) -> bool:
    """Whether a block is nothing but links."""
    return block.linked > 0.8 * len(block.text) and block.tag not in ("h1", "p", "blockquote")


def _is_around(block: ShownBlock) -> bool:
    """Whether a block stands in what surrounds an article."""
    around = regex(_AROUND)
    names = [label.split(" ", 1)[0] for label in block.within]
    if "footer" in names and "blockquote" not in names:
        return True
    if "header" in names and block.tag != "h1" and "article" not in names and "main" not in names:
        return True
    if any(name == "form" and at > 1 for at, name in enumerate(names)) and block.tag in ("label", "legend", "fieldset"):
        return True
    return any(around.search(label.partition(" ")[2]) for label in block.within if label[:4] not in ("body", "html"))


def _is_stamp(block: ShownBlock) -> bool:
    """Whether a block only tells when the page was published, and by whom."""
    words = block.text.split()
    if len(words) > _MAX_STAMP or block.tag in ("h1", "li", "tr", "figcaption") or not _has_day(block.text):
        return False
    left = re.sub(_STAMP, " ", block.text).split()
    return len(left) <= 4 and not block.text.rstrip().endswith((".", "!", "?", "”"))


def _has_day(text: str) -> bool:
    return any(True for _ in _days_in(text))


def _days_in(text: str) -> Iterator[tuple[int, date]]:
    """The days with a year that a line of text states, with their offsets."""
    for found in regex(_DAY).finditer(text):
        day = day_of(found[0].replace(".", "") if found[0][0].isalpha() else found[0])
        if day is not None:
            yield found.start(), day


def _extracted(page: str) -> str:
    from trafilatura import extract  # importing it takes 220 ms, which other formats do not need

    return extract(page, include_comments=False, include_tables=True, include_formatting=False, favor_recall=True) or ""


class Metadata(msgspec.Struct, frozen=True):
    """The metadata of a page; None for what it does not state."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    published_from: str | None = None


def metadata(page: str, blocks: Sequence[ShownBlock] | None = None) -> Metadata:
    """Title, date of publication, outlet, URL and language of a page, each from the most explicit statement.

    `blocks` are what the page shows, if known.
    """
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
    url = (canonical.attributes.get("href") if canonical else None) or meta.get("og:url") or None
    published = (
        _stated(linked, meta, tree)
        or _timed(page)
        or _in_stamp(blocks if blocks is not None else shown_blocks(page))
        or _in_address(url)
        or _guessed(page)
    )
    day, written, said = published or (None, None, None)
    return Metadata(
        title=meta.get("og:title") or (title.text(strip=True) if title else "") or None,
        published=day,
        published_at=moment_of(written) if day else None,
        source=meta.get("og:site_name") or _publisher(linked),
        url=url,
        language=language_code(tree.root.attributes.get("lang") if tree.root else None),
        published_from=said,
    )


Stated = tuple[date, str | None, str]


def _stated(linked: list[dict[str, Any]], meta: dict[str, str], tree: Any) -> Stated | None:
    """The day in the metadata of the page, as written there."""
    stated: list[Any] = [item.get("datePublished") for item in linked]
    stated += [meta.get(name) for name in _DATE_NAMES]
    for node in tree.css('[itemprop="datePublished"], time[pubdate], .dt-published'):
        names = node.attributes
        stated.append(names.get("content") or names.get("datetime") or node.text(strip=True))
    stated += [item.get("dateCreated") for item in linked if "Article" in str(item.get("@type"))]
    for value in stated:
        day = day_of(value) if isinstance(value, str) else None
        if day is not None:
            return day, value, "metadata"
    return None


def _timed(page: str) -> Stated | None:
    """The day of the first `<time>` outside boxes and menus that is not said to be that of a change."""
    times: list[tuple[bool, date, str]] = []
    unseen = re.sub(_ASIDE, " ", page)
    for found in re.finditer(_TIME, unseen):
        day = day_of(found[1])
        before = " ".join(re.sub(r"<[^>]*>", " ", unseen[max(0, found.start() - 200) : found.start()]).split())
        if day is not None and not re.search(_NOT_FIRST, before):
            times.append((re.search(_IS_FIRST, before) is not None, day, found[1]))
    if not times:
        return None
    _, day, written = next((each for each in times if each[0]), times[0])
    return day, written, "metadata"


def _in_stamp(blocks: Sequence[ShownBlock]) -> Stated | None:
    """The day in a line about the publication beside the headline, if such lines state one day that is no change."""
    at = next((index for index, block in enumerate(blocks) if block.tag == "h1"), None)
    near = blocks[max(0, at - 6) : at + 7] if at is not None else blocks[:4]
    for block in near:
        if any(label.startswith(("aside", "footer")) for label in block.within) or len(block.text.split()) > _MAX_STAMP:
            continue
        if len(re.sub(_STAMP, " ", re.sub(_DAY, " ", block.text)).split()) > 5 or block.text.endswith(
            (".", "!", "?", "”")
        ):
            continue
        days = [(start, day) for start, day in _days_in(block.text) if not re.search(_NOT_FIRST, block.text[:start])]
        first = [day for start, day in days if re.search(_IS_FIRST, block.text[:start])]
        if first or days:
            return first[0] if first else days[0][1], None, "byline"
    return None


def _in_address(url: str | None) -> Stated | None:
    found = re.search(_URL_DAY, url) if url else None
    day = day_of("-".join(found.groups())) if found else None
    return (day, None, "URL") if day is not None else None


def _guessed(page: str) -> Stated | None:
    from htmldate import find_date

    # With a fixed upper bound the result does not depend on the current date.
    bare = re.sub(r"(?is)<img\b[^>]*>", " ", re.sub(_ASIDE, " ", page))
    day = day_of(find_date(bare, extensive_search=False, original_date=True, max_date="2100-12-31"))
    return (day, None, "metadata") if day is not None else None


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _json_ld(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script, articles first, as those describe the page itself."""
    stack: list[Any] = [_lenient(script)]
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


def _lenient(script: str) -> Any:
    """The value of a JSON-LD script, also in CDATA, with line breaks in strings or with commas at the end."""
    import json

    bare = re.sub(
        r"^\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*$", "", script
    )
    for text in (bare, re.sub(r",(\s*[}\]])", r"\1", bare).strip().rstrip(";,")):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    found = re.search(r'"datePublished"\s*:\s*"([^"]{8,40})"', bare)
    return {"@type": "Article", "datePublished": found[1]} if found else None
