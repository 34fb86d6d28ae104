"""Rich Text files: what is read, what is left out, and what is told."""

import pytest

from factcheck.errors import InputError
from factcheck.read.rtf import contents
from tests.read.made import rtf_of


def texts(body: str) -> list[str]:
    return [block.text for block in contents(rtf_of(body), "a.rtf").blocks]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Ten\\'85 men", "Ten… men"),
        ("caf\\'e9", "café"),
        ("\\u8220?Ten\\u8221?", "“Ten”"),
        ("\\uc2\\u8364 EU5 million", "€5 million"),
        ("\\u-10179?\\u-8704?x", "x"),
        ("$12\\~million\\line more", "$12 million\nmore"),
        ("\\ldblquote Ten\\rdblquote\\emdash 5\\_day\\-s", "“Ten”—5\u2011days"),
        ("a \\\\ b \\{c\\}", "a \\ b {c}"),
        ("{\\b $1}{\\i 2}\\plain  million", "$12 million"),
    ],
)
def test_signs(body, text):
    assert texts(body + "\\par") == [text]


@pytest.mark.parametrize(
    "hidden",
    [
        "{\\v 99}",
        "\\v 99\\v0 ",
        "{\\deleted 99}",
        "{\\strike 99}",
        "{\\striked1 99}",
        "{\\super 9}",
        "{\\*\\unknown 99}",
        "{\\*\\annotation 99}",
        "{\\pict\\bin4 9}9{}",
        "{\\field{\\*\\fldinst PAGE }{\\fldrslt 99}}",
        "{\\header 99\\par}",
        "{\\object{\\*\\objdata 99}}",
    ],
)
def test_what_is_hidden_deleted_or_struck_out_is_no_text(hidden):
    assert texts(f"Ten{hidden} men.\\par") == ["Ten men."]


def test_the_text_of_a_link_is_read_and_its_address_is_not():
    assert texts('{\\field{\\*\\fldinst HYPERLINK "http://x/99"}{\\fldrslt Ten}} men.\\par') == ["Ten men."]


def test_of_an_old_and_a_new_version_the_new_one_is_read():
    assert texts("{\\upr{Tan}{\\*\\ud{Ten}}} men.\\par") == ["Ten men."]


def test_review_is_told():
    found = contents(rtf_of("$\\revised 14{\\deleted 12} million\\par"), "a.rtf")
    assert found.remarks == ("changed in review: insertions are read, deletions are not",)


def test_notes_boxes_and_title():
    body = (
        "{\\info{\\title Flood}}$12{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} By 2017.\\par} million"
        "{\\shp{\\*\\shpinst{\\shptxt 12 dead\\par}}{\\shprslt 99}}\\par Later."
    )
    found = contents(rtf_of(body), "a.rtf")
    assert [block.text for block in found.blocks] == ["$12 million", "12 dead", "Later.", "By 2017."]
    assert (found.blocks[-1].place, found.title) == ("footnote 1", "Flood")


def test_a_table():
    rows = "".join(
        f"\\trowd\\pard\\intbl {a}\\cell {b}\\cell\\row" for a, b in (("Town", "Deaths"), ("Orme", "12"), ("Vik", "7"))
    )
    assert texts(f"One.\\par{rows}\\pard Two.\\par") == ["One.", "Orme: Deaths: 12", "Vik: Deaths: 7", "Two."]


def test_fonts_have_their_own_encodings():
    raw = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}"
    raw += b"\\f0 \\'e9\\f1 \\'e9 {\\f0 \\'e9}\\par}"
    assert [block.text for block in contents(raw, "a.rtf").blocks] == ["éй é"]


@pytest.mark.parametrize("body", ["}}}Ten", "{{{{Ten", "\\", "\\bin99999 x", "\\u99999999999?"])
def test_any_nesting_is_read(body):
    contents(rtf_of(body), "a.rtf")


def test_another_format_is_an_error():
    with pytest.raises(InputError, match="does not begin as one"):
        contents(b"Ten men.", "a.rtf")
