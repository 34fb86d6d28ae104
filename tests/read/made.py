"""Files of many formats, made from paragraphs of text."""

from __future__ import annotations

import csv
import gzip
import io
import json
import struct
import zipfile
from email.message import EmailMessage
from html import escape
from itertools import pairwise

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A zip file with some parts."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        for path, content in parts.items():
            file.writestr(path, content)
    return raw.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of Word; `properties` is its XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of Word from runs, or from plain text."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(rows: list[list[str]]) -> str:
    """A table of Word."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx_of(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word file with a body; `parts` are further parts by name, such as "footnotes"."""
    parts = parts or {}
    namespaces = (
        f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for at, name in enumerate(parts)
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {namespaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
            **{
                f"word/{name}.xml": part.replace("<w:", "<w:", 1).replace(">", f' xmlns:w="{W}">', 1)
                for name, part in parts.items()
            },
        }
    )


def docx(paragraphs: list[str]) -> bytes:
    """A Word file with some paragraphs."""
    return docx_of("".join(map(paragraph, paragraphs)))


ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


def odt_of(body: str, styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text with a body and automatic styles."""
    content = (
        f"<office:document-content {ODT}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            **{f"{name}.xml": part for name, part in parts.items()},
        }
    )


def odt(paragraphs: list[str]) -> bytes:
    """An OpenDocument text with some paragraphs."""
    return odt_of("".join(f"<text:p>{escape(each)}</text:p>" for each in paragraphs))


def rtf_of(body: str) -> bytes:
    """A Rich Text file with a body."""
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}" + body + "}").encode("latin-1")


def rtf(paragraphs: list[str]) -> bytes:
    """A Rich Text file with some paragraphs."""

    def sign(char: str) -> str:
        if char in "\\{}":
            return f"\\{char}"
        return char if ord(char) < 128 else f"\\u{ord(char)}?"

    return rtf_of("".join("\\pard " + "".join(map(sign, each)) + "\\par\n" for each in paragraphs))


def eml(paragraphs: list[str]) -> bytes:
    """A message whose subject is the first paragraph."""
    message = EmailMessage()
    message["Subject"], message["From"] = paragraphs[0], "Press office <press@orme.example>"
    message["Date"] = "Thu, 14 Jun 2018 09:30:00 +0200"
    message.set_content("\n\n".join(paragraphs[1:]))
    return message.as_bytes()


def rss(paragraphs: list[str]) -> bytes:
    """A feed with one item."""
    markup = "".join(f"<p>{escape(each)}</p>" for each in paragraphs[1:])
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel><title>Orme Herald</title>\n<item>'
        f"<title>{escape(paragraphs[0])}</title><pubDate>Thu, 14 Jun 2018 09:30:00 GMT</pubDate>\n"
        f"<content:encoded><![CDATA[{markup}]]></content:encoded></item>\n</channel></rss>"
    ).encode()


def atom(paragraphs: list[str]) -> bytes:
    """An Atom feed with one entry, whose HTML is escaped."""
    markup = escape("".join(f"<p>{escape(each)}</p>\n" for each in paragraphs[1:]))
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Orme Herald</title>\n<entry>\n'
        f"<title>{escape(paragraphs[0])}</title><published>2018-06-14T09:30:00Z</published>\n"
        f'<content type="html">{markup}</content></entry></feed>'
    ).encode()


def nitf_body(paragraphs: list[str]) -> str:
    """The body of a NITF file."""
    inner = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs[1:])
    return (
        f"<body><body.head><hedline><hl1>{escape(paragraphs[0])}</hl1></hedline></body.head>\n"
        f"<body.content>{inner}</body.content></body>"
    )


def nitf(paragraphs: list[str], status: str = "usable") -> bytes:
    """A NITF file."""
    return (
        f'<nitf><head><docdata management-status="{status}"><date.issue norm="20180614T093000Z"/>'
        f'<doc-id id-string="a1" regsrc="Orme Agency"/></docdata></head>\n{nitf_body(paragraphs)}</nitf>'
    ).encode()


def newsml(paragraphs: list[str], status: str = "Usable", item: str = "a1", revision: int = 1) -> bytes:
    """A NewsML 1.2 file with NITF inside."""
    return (
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>Orme Agency</ProviderId>"
        f"<NewsItemId>{item}</NewsItemId><RevisionId>{revision}</RevisionId></NewsIdentifier></Identification>"
        f'<NewsManagement><FirstCreated>20180614T093000Z</FirstCreated><Status FormalName="{status}"/></NewsManagement>'
        f"<NewsComponent><NewsLines><HeadLine>{escape(paragraphs[0])}</HeadLine></NewsLines>\n<ContentItem><DataContent>"
        f"<nitf>{nitf_body(paragraphs)}</nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode()


def g2_item(paragraphs: list[str], status: str = "usable", guid: str = "a1", version: int = 1) -> str:
    """An item of NewsML-G2 with XHTML inside."""
    inner = "".join(f"<p>{escape(each)}</p>\n" for each in paragraphs[1:])
    return (
        f'<newsItem guid="{guid}" version="{version}"><itemMeta><provider literal="Orme Agency"/>'
        f'<versionCreated>2018-06-14T09:30:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>'
        f"<contentMeta><headline>{escape(paragraphs[0])}</headline></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x 5</title></head><body>{inner}</body></html>'
        "</inlineXML></contentSet></newsItem>"
    )


def g2(*items: str) -> bytes:
    """A message of NewsML-G2."""
    space = "http://iptc.org/std/nar/2006-10-01/"
    return f'<newsMessage xmlns="{space}"><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()


def ninjs(paragraphs: list[str], **fields: str) -> bytes:
    """A ninjs item."""
    markup = "".join(f"<p>{escape(each)}</p>" for each in paragraphs[1:])
    item = {"uri": "a1", "type": "text", "headline": paragraphs[0], "body_xhtml": markup, "pubstatus": "usable"}
    return json.dumps({**item, "versioncreated": "2018-06-14T09:30:00Z", **fields}, indent=1).encode()


def wordpress(paragraphs: list[str], status: str = "publish", kind: str = "post") -> bytes:
    """A WordPress export with one post, whose paragraphs are separated by blank lines, and a picture."""
    body = "\n\n".join(escape(each, quote=False) for each in paragraphs[1:])
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Orme Herald</title>\n'
        "<item><title>flood.jpg 77</title><content:encoded/><wp:post_type>attachment</wp:post_type></item>\n"
        f"<item><title>{escape(paragraphs[0])}</title><content:encoded><![CDATA[<!-- wp:paragraph -->{body}]]>"
        f"</content:encoded><wp:post_date>2018-06-14 09:30:00</wp:post_date><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type></item></channel></rss>"
    ).encode()


def srt(paragraphs: list[str]) -> bytes:
    """Subtitles: each paragraph in cues of six words, after a pause."""
    cues, seconds = [], 1
    for each in paragraphs:
        words = each.split()
        for at in range(0, len(words), 6):
            times = f"00:{seconds // 60:02}:{seconds % 60:02},000 --> 00:{seconds // 60:02}:{seconds % 60:02},900"
            cues.append(f"{len(cues) + 1}\n{times}\n{' '.join(words[at : at + 6])}\n")
            seconds += 1
        seconds += 4
    return "\n".join(cues).encode()


def vtt(paragraphs: list[str]) -> bytes:
    """The same as WebVTT."""
    return b"WEBVTT\n\nNOTE 99 remarks\n\n" + srt(paragraphs).replace(b",000", b".000").replace(b",900", b".900")


def sheet(rows: list[list[str]], delimiter: str = ",") -> bytes:
    """A CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def workbook(rows: list[list[object]], formats: dict[str, str] | None = None) -> bytes:
    """An Excel workbook with one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, style in (formats or {}).items():
        book.active[place].number_format = style
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def warc(pages: list[tuple[str, str, bytes]]) -> bytes:
    """A web archive with pages: address, type, content."""
    records = []
    for address, kind, content in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        records.append(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2018-06-20T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:0f1d2f6e-0000-4000-8000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
            + answer
            + b"\r\n\r\n"
        )
    return b"".join(records)


def html(paragraphs: list[str]) -> bytes:
    """A web page."""
    inner = "".join(f"<p>{escape(each)}</p>\n" for each in paragraphs[1:])
    title = escape(paragraphs[0])
    body = f"<body><article><h1>{title}</h1>\n{inner}</article></body>"
    return f"<html><head><title>{title}</title></head>{body}</html>".encode()


def pdf(pages: list[list[tuple[float, float, float, str]]], turned: int = 0) -> bytes:
    """A PDF file in Courier, whose letters are 0.6 of the size wide.

    A page is a list of lines: left edge, baseline from the lower edge, size, text. A turned page is shown upright.
    """
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font]
    kids = []
    for lines in pages:
        shown = []
        for left, base, size, text in lines:
            matrix = {
                0: (1, 0, 0, 1, left, base),
                90: (0, 1, -1, 0, 595 - base, left),
                180: (-1, 0, 0, -1, 595 - left, 842 - base),
                270: (0, -1, 1, 0, base, 842 - left),
            }[turned]
            escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            shown.append(b"BT /F1 %g Tf %g %g %g %g %g %g Tm (%s) Tj ET" % (size, *matrix, escaped))
        stream = b"\n".join(shown)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R/Resources"
        objects.append(page % (turned, len(objects)) + b"<</Font<</F1 3 0 R>>>>>>")
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    raw = b"%PDF-1.7\n"
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return raw + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(raw),
    )


def printed(paragraphs: list[str], width: int = 60, size: float = 10) -> list[tuple[float, float, float, str]]:
    """The lines of a page with paragraphs in one column, each with a blank line after it."""
    import textwrap

    lines, base = [], 780.0
    for each in paragraphs:
        for line in textwrap.wrap(each, width, break_on_hyphens=False):
            lines.append((60.0, base, size, line))
            base -= 1.2 * size
        base -= size
    return lines


def ole(streams: dict[str, bytes]) -> bytes:  # noqa: PLR0915
    """A compound file with streams by path; all of them are kept in sectors of their own, at 4,096 bytes or more."""
    free, end, fat_mark, none = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    nodes: list[dict[str, object]] = [{"name": "Root Entry", "kind": 5, "children": [], "raw": b""}]

    def node(path: list[str]) -> int:
        at = 0
        for name in path:
            found = next((c for c in nodes[at]["children"] if nodes[c]["name"] == name), None)
            if found is None:
                nodes.append({"name": name, "kind": 1, "children": [], "raw": b""})
                found = len(nodes) - 1
                nodes[at]["children"].append(found)
            at = found
        return at

    for path, raw in streams.items():
        at = node(path.split("/"))
        nodes[at]["kind"], nodes[at]["raw"] = 2, raw
    mini, mini_fat = b"", []
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(raw: bytes) -> int:
        start = len(sectors)
        pieces = [raw[at : at + 512].ljust(512, b"\0") for at in range(0, len(raw), 512)] or [bytes(512)]
        for number, piece in enumerate(pieces):
            sectors.append(piece)
            fat.append(start + number + 1 if number + 1 < len(pieces) else end)
        return start

    for each in nodes[1:]:
        raw = each["raw"]
        if each["kind"] != 2:
            each["start"] = 0
        elif len(raw) < 4096:
            each["start"] = len(mini) // 64
            count = max(1, -(-len(raw) // 64))
            mini += raw.ljust(count * 64, b"\0")
            first = len(mini_fat)
            mini_fat += [*range(first + 1, first + count), end]
        else:
            each["start"] = store(raw)
    nodes[0]["start"], nodes[0]["raw"] = store(mini), mini
    mini_fat += [free] * (-len(mini_fat) % 128)
    mini_start = store(struct.pack(f"<{len(mini_fat)}I", *mini_fat))
    entries = b""
    right = {}
    for each in nodes:
        order = sorted(each["children"], key=lambda c: (len(nodes[c]["name"]), nodes[c]["name"].upper()))
        each["first"] = order[0] if order else none
        right.update(pairwise(order))
    for number, each in enumerate(nodes):
        name = (each["name"] + "\0").encode("utf-16-le")
        entries += struct.pack(
            "<64sHBBIII16sIQQIQ",
            name,
            len(name),
            each["kind"],
            1,
            none,
            right.get(number, none),
            each["first"],
            bytes(16),
            0,
            0,
            0,
            each["start"],
            len(each["raw"]),
        )
    entries += bytes(-len(entries) % 512)
    directory = store(entries)
    fat_at = len(sectors)
    fat.append(fat_mark)
    fat += [free] * (-len(fat) % 128)
    assert len(fat) == 128, "one sector of the allocation table is enough for tests"
    sectors.append(struct.pack("<128I", *fat))
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        bytes(16),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        bytes(6),
        0,
        1,
        directory,
        0,
        4096,
        mini_start,
        len(mini_fat) // 128,
        end,
        0,
        fat_at,
    )
    return (head + struct.pack("<I", free) * 108)[:512] + b"".join(sectors)


def msg(paragraphs: list[str], attachments: dict[str, bytes] | None = None) -> bytes:
    """An Outlook message whose subject is the first paragraph."""
    ticks = 131734278000000000  # 14 June 2018, 09:30
    streams = {
        "__properties_version1.0": bytes(32) + struct.pack("<IIQ", 0x00390040, 6, ticks),
        "__substg1.0_0037001F": paragraphs[0].encode("utf-16-le"),
        "__substg1.0_1000001F": "\r\n\r\n".join(paragraphs[1:]).encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Press office".encode("utf-16-le"),
    }
    for number, (name, raw) in enumerate((attachments or {}).items()):
        folder = f"__attach_version1.0_#{number:08X}"
        streams[f"{folder}/__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[f"{folder}/__substg1.0_37010102"] = raw
    return ole(streams)


def zipped(paragraphs: list[str]) -> bytes:
    """A zip file with a text."""
    return packed({"a.txt": "\n\n".join(paragraphs)})


def gzipped(paragraphs: list[str]) -> bytes:
    """A gzip file with a text."""
    return gzip.compress("\n\n".join(paragraphs).encode())
