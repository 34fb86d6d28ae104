"""Word files: what is read, what is left out, and what is told."""

import pytest

from factcheck.errors import InputError
from factcheck.read.docx import contents
from tests.read.made import docx_of, packed, paragraph, run, table


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in contents(docx_of(body, parts), "a.docx").blocks]


def places(body: str, **parts: str) -> list[str]:
    return [block.place for block in contents(docx_of(body, parts), "a.docx").blocks]


def test_paragraphs_are_counted_and_empty_ones_are_not():
    body = paragraph("Ten men.") + paragraph("") + paragraph("Nine women.")
    assert (texts(body), places(body)) == (["Ten men.", "Nine women."], ["paragraph 1", "paragraph 2"])


def test_a_figure_that_is_set_in_two_runs_is_one():
    assert texts(paragraph(run("$1"), run("2", "<w:b/>"), run(" million"))) == ["$12 million"]


def test_tabs_breaks_and_hyphens_are_signs():
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>7</w:t><w:noBreakHyphen/><w:t>day</w:t><w:softHyphen/></w:r>"
    )
    assert texts(f"<w:p>{inner}</w:p>") == ["a b\n7\u2011day"]


@pytest.mark.parametrize(
    "hidden",
    [
        run("99", "<w:vanish/>"),
        run("99", '<w:vanish w:val="1"/>'),
        run("99", "<w:strike/>"),
        run("99", "<w:dstrike/>"),
        run("99", '<w:rStyle w:val="Off"/>'),
        run("99", '<w:rStyle w:val="Based"/>'),
        f"<w:del>{run('99').replace('w:t', 'w:delText')}</w:del>",
        f"<w:moveFrom>{run('99')}</w:moveFrom>",
        "<w:r><w:commentReference/></w:r>",
        '<w:fldSimple w:instr="PAGE">' + run("99") + "</w:fldSimple>",
        run("1", '<w:vertAlign w:val="superscript"/>'),
    ],
)
def test_what_is_hidden_deleted_or_struck_out_is_no_text(hidden):
    styles = (
        '<w:styles><w:style w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Based"><w:basedOn w:val="Off"/></w:style></w:styles>'
    )
    assert texts(paragraph(run("Ten"), hidden, run(" men.")), styles=styles) == ["Ten men."]


@pytest.mark.parametrize("on", ["", '<w:vanish w:val="0"/>', '<w:strike w:val="false"/>', "<w:b/>"])
def test_properties_that_are_switched_off_hide_nothing(on):
    assert texts(paragraph(run("Ten men.", on))) == ["Ten men."]


def test_a_paragraph_style_hides_its_runs_unless_they_say_otherwise():
    styles = '<w:styles><w:style w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = paragraph(run("gone "), run("shown", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="Off"/>')
    assert texts(body, styles=styles) == ["shown"]


def test_tracked_insertions_are_read_and_told():
    body = paragraph(run("$"), f"<w:ins>{run('14')}</w:ins>", f"<w:del>{run('12')}</w:del>", run(" million"))
    found = contents(docx_of(body), "a.docx")
    assert [block.text for block in found.blocks] == ["$14 million"]
    assert found.remarks == ("changed in review: insertions are read, deletions are not",)
    assert contents(docx_of(paragraph("Ten men.")), "a.docx").remarks == ()


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    assert texts(paragraph("Some 12", properties="<w:rPr><w:del/></w:rPr>") + paragraph(" men.")) == ["Some 12 men."]


def test_a_drop_cap_belongs_to_the_next_paragraph():
    frame = '<w:framePr w:dropCap="drop"/>'
    assert texts(paragraph("T", properties=frame) + paragraph("welve men.")) == ["Twelve men."]


@pytest.mark.parametrize(
    ("code", "read"), [("HYPERLINK x", "5"), ("SEQ Table", "5"), ("PAGE", ""), (" TOC \\o 1", ""), ("PAGEREF _T1", "")]
)
def test_the_result_of_a_field_is_read_unless_it_repeats_headings_or_counts_pages(code, read):
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    inner = marks[0] + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + marks[1] + run("5") + marks[2]
    assert texts(f"<w:p>{run('No ')}{inner}{run('.')}</w:p>") == [f"No {read}.".replace(" .", " .")]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('In figures: 12 dead')}</w:txbxContent>"
    drawing = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    for inner in (f"<w:r>{both}</w:r>", f"<w:r>{old}</w:r>", f"<w:r>{drawing}</w:r>", both):
        assert texts(f"<w:p>{run('Ten men.')}{inner}</w:p>{paragraph('Later.')}") == [
            "Ten men.",
            "In figures: 12 dead",
            "Later.",
        ]


def test_notes_follow_the_text_and_their_marks_are_no_digits():
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes><w:footnote w:id="2">{paragraph("Harbour office, 2017.")}</w:footnote></w:footnotes>'
    body = paragraph(run("$12"), reference, run(" million")) + paragraph("Later.")
    assert texts(body, footnotes=notes) == ["$12 million", "Later.", "Harbour office, 2017."]
    assert places(body, footnotes=notes)[-1] == "footnote 1"


@pytest.mark.parametrize(
    ("before", "mark", "read"), [("12 km", "2", "12 km²"), ("the 10", "th", "the 10th"), ("10", "6", "10⁶")]
)
def test_an_exponent_and_an_ordinal_stay(before, mark, read):
    assert texts(paragraph(run(before), run(mark, '<w:vertAlign w:val="superscript"/>'))) == [read]


def test_the_rows_of_a_table_have_their_header_as_context():
    body = table([["Town", "Deaths", "Repairs (million crowns)"], ["Orme", "12", "3.4"], ["Vik", "", "2.1"]])
    assert texts(body) == ["Orme: Deaths: 12; Repairs: 3.4 million crowns", "Vik: Repairs: 2.1 million crowns"]
    assert places(body) == ["table 1, row 2", "table 1, row 3"]


def test_a_table_that_arranges_prose_is_prose():
    long = (
        "The council said that some twelve of the men had been found near the old harbour wall by divers of the town. "
    )
    long = f"{long}Ten were fishers, she said."
    assert texts(table([[long, "Ten men."]])) == [long, "Ten men."]
    assert texts(table([["One."], ["Two."]])) == ["One.", "Two."]


def test_a_deleted_row_is_left_out():
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('Vik')}</w:tc><w:tc>{paragraph('9')}</w:tc></w:tr>"
    assert texts(table([["Town", "Deaths"], ["Orme", "12"]]).replace("</w:tbl>", f"{row}</w:tbl>")) == [
        "Orme: Deaths: 12"
    ]


def test_content_controls_and_formulas():
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('Ten men.')}</w:sdtContent></w:sdt>"
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    line = "<m:oMath><m:r><m:t>x = 4</m:t></m:r></m:oMath>"
    assert texts(control + f"<w:p>{run('a ')}{fraction}{line}</w:p>") == ["Ten men.", "a … x = 4"]


def test_an_embedded_document_is_told():
    assert "embedded" in contents(docx_of("<w:altChunk/>" + paragraph("One.")), "a.docx").remarks[0]


def test_the_title_is_that_of_the_first_heading():
    styles = '<w:styles><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'
    body = paragraph("By Mara Lund") + paragraph("Flood takes bridge", properties='<w:pStyle w:val="T"/>')
    assert contents(docx_of(body, {"styles": styles}), "a.docx").title == "Flood takes bridge"
    assert contents(docx_of(body), "a.docx").title is None


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04rubbish", "damaged"),
        (packed({"a.txt": "x"}), "it has no text part"),
        (docx_of("").replace(b"word/document.xml", b"word/documant.xml"), "damaged"),
        (docx_of("<w:p>"), "damaged"),
    ],
)
def test_a_broken_file_is_an_error(raw, message):
    with pytest.raises(InputError, match=message):
        contents(raw, "a.docx")
