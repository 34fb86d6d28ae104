"""Read mail: EML files by the standard library, Outlook's MSG files by olefile. Quoted replies are left out.

The subject is the first paragraph. A forwarded message is read; attachments in a known format are documents too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from typing import Any, BinaryIO

from msgspec import Struct

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.archives import is_passed_over, read_member
from factcheck.read.blocks import Block, Contents, document, flat
from factcheck.read.decoding import decode
from factcheck.read.limits import MAX_DEPTH, OLE, damaged, extra
from factcheck.read.markup import paragraphs_of
from factcheck.read.xmltree import local
from factcheck.regex_cache import regex

_MAIL = "a mail message"
_OUTLOOK = "an Outlook message"
_SUBJECT_MARKS = regex(r"(?i)^(?:\s*(?:re|aw|sv|fwd?|wg|tr)(?:\[\d+\])?\s*:)+\s*")
_FORWARDED = regex(r"(?i)^\s*(?:fwd?|wg|tr)\s*:")
# The line that stands above a quoted message, over one line or two.
_WROTE = regex(
    r"(?:On|Am|Le|El|Op|Den)\b(?=[^\n]*\d)[^\n]{4,200}(?:\n[^\n]{1,100})?"
    r"\b(?:wrote|schrieb|écrit|escribió|schreef|skrev)\s*:\s*$"
)
_ORIGINAL = regex(r"\s*-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine)\s*-{2,}\s*$")
_FORWARD_MARK = regex(r"(?i)\s*(?:-{2,}\s*Forwarded (?:message|by)\b.*|Begin forwarded message:\s*)$")
_HEADER = regex(r"\s*\*?(?:From|Von|De)\s*:\*?\s.*\S")
_HEADERS = regex(r"\s*\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff)\s*:\*?(?:\s.*)?$")
_NEXT_HEADER = regex(r"\s*\*?(?:Sent|Date|To|Gesendet|Datum|An|Envoyé|À)\s*:\*?\s")
_QUOTED_CLASSES = regex(r"(?i)\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|OutlookMessageHeader)\b")
_QUOTE_MARKS = regex(r"^[>\s]+")
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_MAX_HEADERS = 8
_QUOTED = "quoted messages in it are not read"


def read(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Yield the document of a message, then those of its attachments; an InputError in place of one not readable."""
    raw = stream.read()
    found, attachments = (contents_of_msg if raw.startswith(OLE) else contents_of_eml)(raw, name)
    yield document(found, name)
    for number, attachment in enumerate(attachments):
        if is_passed_over(attachment.name):
            continue
        twice = any(other.name == attachment.name for other in attachments[:number])
        member = f"{name}!{f'{number + 1}-' if twice else ''}{attachment.name}"
        if member.count("!") > MAX_DEPTH:
            yield InputError(f"{member}: packed more than {MAX_DEPTH} times; save it, and name the files to read")
        else:
            yield from read_member(attachment.raw, member)


class Attachment(Struct, frozen=True):
    """A file that is attached to a message."""

    name: str
    raw: bytes


def contents_of_eml(raw: bytes, name: str) -> tuple[Contents, list[Attachment]]:
    """The text of a message and its attachments."""
    from email import message_from_bytes
    from email.policy import default

    try:
        message = message_from_bytes(raw, policy=default)
        if not isinstance(message, EmailMessage) or not message.keys():
            raise damaged(name, _MAIL, "it has no header")
        fields = {key: str(message.get(key, "")).strip() for key in ("Subject", "From", "Date", "Content-Language")}
        plain, html = _body(message, "plain", name), _body(message, "html", name)
        attachments = list(_attachments(message))
    except (LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # The library raises errors of many kinds for a broken header.
        raise damaged(name, _MAIL, f"{type(error).__name__}: {error}") from None
    source = _display_name(fields["From"])
    return _message(fields["Subject"], plain, html, source, fields["Date"], fields["Content-Language"]), attachments


def _body(message: EmailMessage, kind: str, name: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = decode(payload, name, part.get_content_charset()) if payload else ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if kind == "plain" and str(part.get_param("format", "")).lower() == "flowed":
        return _unflowed(text, str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _unflowed(text: str, deletes: bool) -> str:
    """Text whose lines end in a blank where they go on, with these lines joined."""
    out: list[str] = []
    goes_on = False
    for written in text.split("\n"):
        line = written.removeprefix(" ")
        is_quoted = line.startswith(">")
        if goes_on and not is_quoted:
            out[-1] = (out[-1][:-1] if deletes else out[-1]) + line
        else:
            out.append(line)
        goes_on = line.endswith(" ") and line != "-- " and not is_quoted
    return "\n".join(out)


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    for part in message.iter_attachments():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            raw = first.as_bytes() if isinstance(first, Message) else b""
            name = part.get_filename() or "message.eml"
        else:
            payload = part.get_payload(decode=True)
            raw, name = payload if isinstance(payload, bytes) else b"", part.get_filename() or ""
        if raw and name:
            yield Attachment(name.replace("\\", "/").rpartition("/")[2], raw)


def _display_name(address: str) -> str | None:
    from email.utils import parseaddr

    name, mail = parseaddr(address)
    return name.strip() or mail.rpartition("@")[2] or None


def _message(subject: str, plain: str, html: str, source: str | None, date: str, language: str) -> Contents:
    """The contents of a message from its plain text, else from its HTML."""
    forwarded = bool(_FORWARDED.match(subject))
    parts, is_cut = _without_quoted(plain, forwarded) if plain.strip() else _of_html(html, forwarded)
    title = _SUBJECT_MARKS.sub("", " ".join(subject.split()))
    blocks = [Block(title, "subject")] if title else []
    blocks += [Block(text, f"paragraph {number}") for number, text in enumerate(parts, 1)]
    return Contents(
        blocks,
        title=title or None,
        published=date or None,
        source=source,
        language=language.partition(",")[0] or None,
        remarks=(_QUOTED,) if is_cut else (),
    )


def _without_quoted(text: str, forwarded: bool) -> tuple[list[str], bool]:
    """The paragraphs of a plain message without what it quotes of others, and whether it quotes any.

    The text of a forwarded message is none of these, and a message of which nothing else would be left is read whole.
    """
    lines = text.split("\n")
    kept: list[str] = []
    is_cut = False
    at = 0
    while at < len(lines):
        begins = _begins_quoted(lines, at)
        if _FORWARD_MARK.match(lines[at]) or (forwarded and begins):
            kept.append("")
            at = _after_headers(lines, at if _is_header(lines, at) else at + 1)
            continue
        if begins:
            if any(line.strip() for line in kept) and not _is_interleaved(lines, at):
                is_cut = True
                break
            at += begins
            continue
        if lines[at].lstrip().startswith(">"):
            is_cut = True
        else:
            kept.append(lines[at])
        at += 1
    if not any(line.strip() for line in kept):
        return _paragraphs("\n".join(_QUOTE_MARKS.sub("", line) for line in lines)), False
    return _paragraphs("\n".join(kept)), is_cut


def _begins_quoted(lines: list[str], at: int) -> int:
    """The number of lines that stand above a quoted message from a line on; 0 if none begins there."""
    if _WROTE.match(lines[at]):
        return 1
    if at + 1 < len(lines) and _WROTE.match(f"{lines[at]}\n{lines[at + 1]}"):
        return 2
    return int(_ORIGINAL.match(lines[at]) is not None or _is_header(lines, at))


def _is_interleaved(lines: list[str], at: int) -> bool:
    """Whether answers stand between or below quoted lines after a place."""
    rest = [line.lstrip().startswith(">") for line in lines[at:] if line.strip()]
    return True in rest and False in rest[rest.index(True) :]


def _is_header(lines: list[str], at: int) -> bool:
    """Whether the headers of another message begin at a line: "From: …", and soon "Sent: …" or "Date: …"."""
    return bool(_HEADER.match(lines[at])) and any(_NEXT_HEADER.match(line) for line in lines[at + 1 : at + 4])


def _after_headers(lines: list[str], at: int) -> int:
    end = min(len(lines), at + _MAX_HEADERS + 2)
    while at < end and (not lines[at].strip() or _HEADERS.match(lines[at])):
        at += 1
    return at


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text between blank lines; their lines are kept, for hard-wrapped text is joined later."""
    return [found for part in re.split(r"\n[ \t]*\n", text) if (found := flat(part))]


def _of_html(markup: str, forwarded: bool) -> tuple[list[str], bool]:
    """The paragraphs of an HTML message without what it quotes of others, and whether it quotes any."""
    from lxml import etree, html

    if not markup.strip():
        return [], False
    try:
        root = html.document_fromstring(_DECLARATION.sub("", markup))
    except (etree.ParserError, ValueError):
        return [], False
    every = list(paragraphs_of(root))
    if forwarded:
        return every, False
    for node in list(root.iter()):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}" if local(node) else ""
        if "divRplyFwdMsg" in marks:
            _drop_rest(node)
        elif node.getparent() is not None and (_QUOTED_CLASSES.search(marks) or node.get("type") == "cite"):
            node.drop_tree()
    own = list(paragraphs_of(root))
    return (own, len(own) < len(every)) if own else (every, False)


def _drop_rest(node: Any) -> None:
    """Remove an element and all that follows it beside it: Outlook sets the quoted message so."""
    parent = node.getparent()
    if parent is not None:
        for each in [node, *node.itersiblings()]:
            parent.remove(each)


# Outlook's own format.

_SUBJECT, _BODY, _HTML, _RTF, _SENDER, _SENDER_MAIL = "0037", "1000", "1013", "1009", "0C1A", "0C1F"
_LONG_NAME, _SHORT_NAME, _DATA, _DISPLAY_NAME = "3707", "3704", "3701", "3001"
_SENT, _DELIVERED, _CODE_PAGE, _INTERNET_CODE_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
_TIME_TYPE = 0x0040


def contents_of_msg(raw: bytes, name: str) -> tuple[Contents, list[Attachment]]:
    """The text of an Outlook message and its attachments."""
    olefile = extra("olefile", "msg", name, _OUTLOOK)
    import io

    try:
        with olefile.OleFileIO(io.BytesIO(raw)) as file:
            return _outlook(file, name)
    except InputError:
        raise
    except Exception as error:  # olefile raises errors of many kinds for a broken file
        raise damaged(name, _OUTLOOK, f"{type(error).__name__}: {error}") from None


def _outlook(file: Any, name: str) -> tuple[Contents, list[Attachment]]:
    if not file.exists("__properties_version1.0"):
        raise damaged(name, _OUTLOOK, "it has no properties")
    fixed = _fixed(file.openstream("__properties_version1.0").read(), 32)
    code_page = f"cp{fixed.get(_CODE_PAGE) or fixed.get(_INTERNET_CODE_PAGE) or 1252}".replace("cp65001", "utf-8")
    texts = {key: _text(file, "", key, code_page) for key in (_SUBJECT, _BODY, _SENDER, _SENDER_MAIL)}
    html = _stream(file, f"__substg1.0_{_HTML}0102")
    markup = decode(html, name, code_page) if html else _text(file, "", _HTML, code_page)
    plain = texts[_BODY].replace("\r\n", "\n").replace("\r", "\n")
    if not plain.strip() and not markup.strip():
        rtf = _stream(file, f"__substg1.0_{_RTF}0102")
        plain = _of_rtf(rtf, name) if rtf else ""
    when = fixed.get(_SENT) or fixed.get(_DELIVERED)
    found = _message(texts[_SUBJECT], plain, markup, texts[_SENDER] or texts[_SENDER_MAIL] or None, _day(when), "")
    return found, list(_outlook_attachments(file, code_page))


def _stream(file: Any, path: str) -> bytes:
    if not file.exists(path):
        return b""
    found: bytes = file.openstream(path).read()
    return found


def _text(file: Any, folder: str, key: str, code_page: str) -> str:
    wide = _stream(file, f"{folder}__substg1.0_{key}001F")
    if wide:
        return wide.decode("utf-16-le", errors="replace").rstrip("\0")
    narrow = _stream(file, f"{folder}__substg1.0_{key}001E")
    try:
        return narrow.decode(code_page, errors="replace").rstrip("\0")
    except LookupError:
        return narrow.decode("cp1252", errors="replace").rstrip("\0")


def _fixed(raw: bytes, head: int) -> dict[int, int]:
    """The properties of fixed length by their number."""
    found: dict[int, int] = {}
    for at in range(head, len(raw) - 15, 16):
        found[int.from_bytes(raw[at + 2 : at + 4], "little")] = int.from_bytes(raw[at + 8 : at + 16], "little")
    return found


def _day(ticks: int | None) -> str:
    """The day of a time that is counted in tenths of microseconds from 1601."""
    from datetime import datetime, timedelta

    if not ticks:
        return ""
    try:
        return (datetime(1601, 1, 1) + timedelta(microseconds=ticks // 10)).isoformat(timespec="minutes")
    except OverflowError:
        return ""


def _outlook_attachments(file: Any, code_page: str) -> Iterator[Attachment]:
    folders = sorted({path[0] for path in file.listdir() if path[0].startswith("__attach_version1.0_")})
    for folder in folders:
        raw = _stream(file, f"{folder}/__substg1.0_{_DATA}0102")
        names = (_text(file, f"{folder}/", key, code_page) for key in (_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME))
        name = next((each for each in names if each), "")
        if raw and name:
            yield Attachment(name.replace("\\", "/").rpartition("/")[2], raw)


# Compressed RTF begins with a dictionary that all programs share.
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_MAX_RTF = 64 << 20


def _of_rtf(raw: bytes, name: str) -> str:
    """The text of a message that has only compressed RTF."""
    from factcheck.read.rtf import contents

    rtf = _unpacked(raw)
    if not rtf.lstrip().startswith(b"{\\rtf"):
        return ""
    return "\n\n".join(block.text for block in contents(rtf, name).blocks)


def _unpacked(raw: bytes) -> bytes:
    """RTF without its compression: runs of the last 4 KB are given by offset and length."""
    if raw[8:12] == b"MELA":
        return raw[16:]
    window = bytearray(4096)
    window[: len(_DICTIONARY)] = _DICTIONARY
    write, at = len(_DICTIONARY), 16
    out = bytearray()
    while at < len(raw) and len(out) < _MAX_RTF:
        control = raw[at]
        at += 1
        for bit in range(8):
            if not control >> bit & 1:
                piece = raw[at : at + 1]
                at += 1
                for byte in piece:
                    out.append(byte)
                    window[write] = byte
                    write = (write + 1) % 4096
                continue
            if at + 1 >= len(raw):
                return bytes(out)
            token = raw[at] << 8 | raw[at + 1]
            at += 2
            start = token >> 4
            if start == write:
                return bytes(out)
            for step in range((token & 15) + 2):
                byte = window[(start + step) % 4096]
                out.append(byte)
                window[write] = byte
                write = (write + 1) % 4096
    return bytes(out)
