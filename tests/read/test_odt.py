"""OpenDocument texts: what is read, what is left out, and what is told."""

import pytest

from factcheck.errors import InputError
from factcheck.read.odt import contents
from tests.read.made import ODT, odt_of, packed

STYLES = (
    "".join(
        f'<style:style style:name="{name}"><style:text-properties {properties}/></style:style>'
        for name, properties in {
            "off": 'text:display="none"',
            "struck": 'style:text-line-through-style="solid"',
            "sup": 'style:text-position="super 58%"',
            "plain": 'style:text-line-through-style="none"',
        }.items()
    )
    + '<style:style style:name="child" style:parent-style-name="off"/>'
)


def texts(body: str) -> list[str]:
    return [block.text for block in contents(odt_of(body, STYLES), "a.odt").blocks]


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:span text:style-name="off">99</text:span>',
        '<text:span text:style-name="child">99</text:span>',
        '<text:span text:style-name="struck">99</text:span>',
        '<text:span text:style-name="sup">9</text:span>',
        "<office:annotation><dc:creator>R</dc:creator><text:p>99</text:p></office:annotation>",
        "<text:page-number>99</text:page-number>",
        '<text:hidden-text text:is-hidden="true">99</text:hidden-text>',
    ],
)
def test_what_is_hidden_or_struck_out_is_no_text(hidden):
    assert texts(f"<text:p>Ten{hidden} men.</text:p>") == ["Ten men."]


def test_blanks_tabs_breaks_and_new_lines():
    assert texts('<text:p>Ten<text:s text:c="3"/>old\n men<text:tab/>at<text:line-break/>sea</text:p>') == [
        "Ten old men at\nsea"
    ]


def test_a_span_that_is_not_struck_out_is_read():
    assert texts('<text:p><text:span text:style-name="plain">Ten</text:span> men.</text:p>') == ["Ten men."]


def test_deletions_are_left_out_and_told():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>99</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    found = contents(odt_of(f'{changes}<text:p>Ten <text:change text:change-id="c"/>men.</text:p>'), "a.odt")
    assert [block.text for block in found.blocks] == ["Ten men."]
    assert found.remarks == ("changed in review: insertions are read, deletions are not",)


def test_notes_and_boxes():
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>By 2017.</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>12 dead</text:p></draw:text-box></draw:frame>"
    body = f"<text:p>$12{note} million{box}</text:p><text:p>Later.</text:p>"
    found = contents(odt_of(body), "a.odt").blocks
    assert [(block.text, block.place) for block in found] == [
        ("$12 million", "paragraph 1"),
        ("12 dead", "paragraph 2"),
        ("Later.", "paragraph 3"),
        ("By 2017.", "footnote 1"),
    ]


def test_lists_sections_headings_and_indexes():
    body = (
        '<text:h text:outline-level="1">Flood</text:h><text:list><text:list-item><text:p>Ten.</text:p></text:list-item>'
        '</text:list><text:section text:display="none"><text:p>99</text:p></text:section>'
        "<text:section><text:p>Nine.</text:p></text:section>"
        "<text:table-of-content><text:index-body><text:p>Flood 4</text:p></text:index-body></text:table-of-content>"
    )
    assert texts(body) == ["Flood", "Ten.", "Nine."]
    assert contents(odt_of(body), "a.odt").title == "Flood"


def test_a_table_with_repeated_cells():
    rows = [["Town", "", "Deaths"], ["Orme", "", "12"]]
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
            if cell
            else '<table:table-cell table:number-columns-repeated="2"/>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    assert texts(f"<table:table>{cells}</table:table>") == ["Orme: Deaths: 12"]


def test_a_flat_file():
    body = "<office:body><office:text><text:p>Ten.</text:p></office:text></office:body>"
    raw = f"<office:document {ODT}>{body}</office:document>"
    assert [block.text for block in contents(raw.encode(), "a.fodt").blocks] == ["Ten."]


def test_metadata():
    stated = "<dc:title>Flood</dc:title><dc:language>en-GB</dc:language>"
    meta = f"<office:document-meta {ODT}><office:meta>{stated}</office:meta></office:document-meta>"
    found = contents(odt_of("<text:p>Ten.</text:p>", meta=meta), "a.odt")
    assert (found.title, found.language) == ("Flood", "en-GB")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "x"}), "has a password"),
        (packed({"a.txt": "x"}), "no text part"),
        (odt_of("<text:p>"), "damaged"),
        (f"<office:document {ODT}/>".encode(), "it has no text"),
    ],
)
def test_a_broken_file_is_an_error(raw, message):
    with pytest.raises(InputError, match=message):
        contents(raw, "a.odt")
