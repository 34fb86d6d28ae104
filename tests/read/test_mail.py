"""Mail: EML and MSG, what they quote of others, and what is attached."""

from email.message import EmailMessage

import pytest

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read import documents
from factcheck.read.mail import contents_of_eml, contents_of_msg
from tests.read import made


def message(body: str, subject: str = "", kind: str = "plain", **headers: str) -> bytes:
    found = EmailMessage()
    found["From"] = "Press office <press@orme.example>"
    if subject:
        found["Subject"] = subject
    for name, value in headers.items():
        found[name] = value
    found.set_content(body, subtype=kind)
    return found.as_bytes()


def texts(body: str, subject: str = "", kind: str = "plain") -> list[str]:
    return [block.text for block in contents_of_eml(message(body, subject, kind), "a.eml")[0].blocks]


QUOTED = "On Mon, 4 Jun 2018 at 09:00, Mara Lund <mara@x.example> wrote:\n> Were 99 hurt?\n> Mara"


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Ten men.\n\nNine women.", ["Ten men.", "Nine women."]),
        (f"Ten men.\n\n{QUOTED}", ["Ten men."]),
        ("Ten men.\n\nOn Mon, 4 Jun 2018 at 09:00, Mara Lund\n<mara@x.example> wrote:\n> 99?", ["Ten men."]),
        (f"{QUOTED}\n\nTen men.", ["Ten men."]),
        ("> Were 99 hurt?\nTen men.\n> And 98 dead?\nNone.", ["Ten men.\nNone."]),
        (f"Hello,\n\n{QUOTED}\nTen men.\n> 98?\nNone.", ["Hello,", "Ten men.\nNone."]),
        ("Ten men.\n\n-----Original Message-----\nFrom: Mara\nSent: Monday\n\n99?", ["Ten men."]),
        ("Ten men.\n\nFrom: Mara\nSent: Monday\nTo: Press\nSubject: Men\n\n99?", ["Ten men."]),
        (
            "From the harbour: ten men.\n\nOn the pier he wrote:\n\nA book.",
            ["From the harbour: ten men.", "On the pier he wrote:", "A book."],
        ),
    ],
)
def test_what_a_reply_quotes_is_left_out(body, read):
    assert texts(body) == read


def test_quoted_messages_are_told():
    assert contents_of_eml(message(f"Ten men.\n\n{QUOTED}"), "a.eml")[0].remarks == (
        "quoted messages in it are not read",
    )
    assert contents_of_eml(message("Ten men."), "a.eml")[0].remarks == ()


@pytest.mark.parametrize(
    "body",
    [
        "FYI\n\n---------- Forwarded message ----------\nFrom: Mara\nDate: Monday\nSubject: Men\n\nTen men.",
        "FYI\n\n-----Original Message-----\nFrom: Mara\nSent: Monday\nTo: Press\n\nTen men.",
        "FYI\n\nBegin forwarded message:\n\nFrom: Mara\nDate: Monday\n\nTen men.",
    ],
)
def test_a_forwarded_message_is_read(body):
    assert texts(body, "Fwd: Men") == ["Men", "FYI", "Ten men."]


def test_a_message_of_which_nothing_else_is_left_is_read_whole():
    assert texts("> Ten men.\n> Nine women.") == ["Ten men.\nNine women."]


def test_html_is_read_without_what_it_quotes():
    markup = '<p>$12<sup>1</sup> million</p><p style="display:none">98</p><div class="gmail_quote"><p>99?</p></div>'
    assert texts(markup, kind="html") == ["$12 million"]
    outlook = '<p>Ten men.</p><div id="divRplyFwdMsg">From: Mara</div><div>99?</div>'
    assert texts(outlook, kind="html") == ["Ten men."]
    assert texts(outlook, "FW: Men", "html") == ["Men", "Ten men.", "From: Mara", "99?"]
    assert texts('<blockquote type="cite">Ten men.</blockquote>', kind="html") == ["Ten men."]
    assert texts("<p></p>", "Men", "html") == ["Men"]


def test_flowed_text_is_joined():
    raw = (
        message("x")
        .replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
        .replace(b"x\n", b"Ten old \nmen.\n\nNine.\n")
    )
    assert [block.text for block in contents_of_eml(raw, "a.eml")[0].blocks] == ["Ten old men.", "Nine."]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_encodings(encoding):
    mail = EmailMessage()
    mail["Subject"] = "Café"
    mail.set_content("Ten men at a café.", charset=encoding, cte="quoted-printable")
    assert [block.text for block in contents_of_eml(mail.as_bytes(), "a.eml")[0].blocks] == [
        "Café",
        "Ten men at a café.",
    ]


def test_metadata(put):
    raw = message("Ten men.", "RE: AW: Men found", Date="Thu, 14 Jun 2018 09:30:00 +0200")
    (found,) = documents([put("a.eml", raw)])
    assert (found.title, found.source, str(found.published)) == ("Men found", "Press office", "2018-06-14")
    (found,) = documents([put("a.msg", made.msg(["Men found", "Ten men."]))])
    assert (found.title, found.source, str(found.published)) == ("Men found", "Press office", "2018-06-14")


@pytest.mark.parametrize("kind", ["eml", "msg"])
def test_attachments_are_documents(kind, put):
    files = {"release.txt": b"Ten men.", "photo.jpg": b"\xff", "old.doc": b"\xd0", "notes.zip": made.zipped(["Nine."])}
    if kind == "msg":
        raw = made.msg(["Men", "See below."], files)
    else:
        mail = EmailMessage()
        mail["Subject"] = "Men"
        mail.set_content("See below.")
        for name, content in files.items():
            mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
        raw = mail.as_bytes()
    problems: list[InputError] = []
    name = put(f"a.{kind}", raw)
    found = list(documents([name], unreadable=problems.append))
    assert [(each.id, each.text) for each in found] == [
        (name, "Men\n\nSee below."),
        (f"{name}!release.txt", "Ten men."),
        (f"{name}!notes.zip!a.txt", "Nine."),
    ]
    assert [str(problem).partition(":")[0] for problem in problems] == [f"{name}!old.doc"]


def test_an_attached_message_is_read(put):
    inner = EmailMessage()
    inner["Subject"] = "Inner"
    inner.set_content("Ten men.")
    outer = EmailMessage()
    outer["Subject"] = "Outer"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    found: list[Document] = list(documents([put("a.eml", outer.as_bytes())]))
    assert [each.text for each in found] == ["Outer\n\nSee below.", "Inner\n\nTen men."]


def coded(rtf: bytes) -> bytes:
    """Rich text as Outlook packs it: here its first six bytes are taken from the shared dictionary."""
    assert rtf.startswith(b"{\\rtf1")
    end = 207 + len(rtf)
    tokens = [b"\x00\x04", *(bytes([byte]) for byte in rtf[6:]), (end << 4).to_bytes(2, "big")]
    packed = b""
    for at in range(0, len(tokens), 8):
        some = tokens[at : at + 8]
        packed += bytes([sum((len(token) == 2) << bit for bit, token in enumerate(some))]) + b"".join(some)
    return bytes(8) + b"LZFu" + bytes(4) + packed


@pytest.mark.parametrize("pack", [coded, lambda rtf: bytes(8) + b"MELA" + bytes(4) + rtf])
def test_a_message_of_outlook_with_rich_text_only(pack):
    body = pack(b"{\\rtf1\\ansi\\pard Ten men.\\par}")
    for raw in (body, body + b"rest"):
        file = made.ole({"__properties_version1.0": bytes(32), "__substg1.0_10090102": raw})
        assert [block.text for block in contents_of_msg(file, "a.msg")[0].blocks] == ["Ten men."]


@pytest.mark.parametrize(
    ("raw", "message"),
    [(b"", "no header"), (b"\n\nTen men.", "no header")],
)
def test_what_is_no_mail_is_an_error(raw, message):
    with pytest.raises(InputError, match=message):
        contents_of_eml(raw, "a.eml")


@pytest.mark.parametrize(
    "raw", [made.ole({"WordDocument": b"x"}), bytes.fromhex("d0cf11e0a1b11ae1"), made.msg(["a"])[:700]]
)
def test_what_is_no_message_of_outlook_is_an_error(raw):
    with pytest.raises(InputError, match="damaged, or not an Outlook message"):
        contents_of_msg(raw, "a.msg")
