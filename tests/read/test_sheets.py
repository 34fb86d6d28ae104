"""CSV files and workbooks: rows with their header as context, as a spreadsheet shows them."""

from datetime import date, datetime, time, timedelta

import pytest

from factcheck.errors import InputError
from factcheck.read import documents
from factcheck.read.rows import header_of, row_text
from factcheck.read.sheets import contents_of_csv, contents_of_workbook
from tests.read import made

ROWS = [["Town", "Deaths", "Cost (million crowns)"], ["Orme", "1,200", "3.4"], ["Vik", "", "2.1"]]
TEXTS = ["Orme: Deaths: 1,200; Cost: 3.4 million crowns", "Vik: Cost: 2.1 million crowns"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_has_its_header_as_context(delimiter):
    found = contents_of_csv(made.sheet(ROWS, delimiter), "a.csv").blocks
    assert [(block.text, block.place) for block in found] == [(TEXTS[0], "row 2"), (TEXTS[1], "row 3")]


@pytest.mark.parametrize(
    ("name", "cell", "text"),
    [
        ("Cost (million crowns)", "3.4", "Cost: 3.4 million crowns"),
        ("Cost (in thousands)", "3.4", "Cost: 3.4 thousands"),
        ("Share (%)", "12", "Share: 12%"),
        ("Cost ($)", "12", "Cost: $12"),
        ("Cost ($m)", "12", "Cost: $12m"),
        ("Cost (€ million)", "12", "Cost: €12 million"),
        ("Cost [USD]", "12", "Cost: 12 USD"),
        ("Cost (million)", "$12", "Cost (million): $12"),
        ("Deaths (2018)", "12", "Deaths (2018): 12"),
        ("Deaths (men)", "n/a", "Deaths (men): n/a"),
        ("", "12", "12"),
    ],
)
def test_the_unit_of_a_column_stands_beside_its_figures(name, cell, text):
    assert row_text(["Orme", cell], ["Town", name]).text == f"Orme: {text}"


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (ROWS, tuple(ROWS[0])),
        ([["Town", "2017", "2018"], ["Orme", "5", "6"]], ("Town", "2017", "2018")),
        ([["Orme", "12"], ["Vik", "7"]], None),
        ([["2017", "2018"], ["5", "6"]], None),
        ([["Town", "Deaths"]], None),
        ([["Town"], ["Orme"]], None),
    ],
)
def test_a_first_row_without_figures_is_the_header(rows, header):
    assert header_of(rows) == header


def test_every_cell_has_its_line_and_column(put):
    raw = 'Town;Deaths;"Cost (million ""old"" crowns)"\r\nOrme;  "x"; 3.4\r\n"Vik\nNew ""B""";7;"2.1"\r\n'
    (document,) = documents([put("a.csv", raw)])
    assert (
        document.text
        == 'Orme: Deaths: "x"; Cost: 3.4 million "old" crowns\n\nVik New "B": Deaths: 7; Cost: 2.1 million "old" crowns'
    )
    places = {word: document.places.at(document.text.index(word)) for word in ("3.4", "New", 'B"', "7", "2.1")}
    assert places == {"3.4": (2, 13), "New": (4, 1), 'B"': (4, 7), "7": (4, 12), "2.1": (4, 15)}
    assert document.places.at(document.text.index("million")) == (2, 15)  # at the last sign of its figure
    assert document.places.label(document.text.index("2.1")) == "row 3"


def test_a_title_above_the_header_and_blank_rows():
    raw = b"Deaths by town\n\nTown,Deaths\nOrme,12\n,\nVik,7\n"
    found = [(block.text, block.place) for block in contents_of_csv(raw, "a.csv").blocks]
    assert found == [("Deaths by town", "row 1"), ("Orme: Deaths: 12", "row 4"), ("Vik: Deaths: 7", "row 6")]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b'"', b'"a', b'"a"b,c', b",,,", b"a", b"\xef\xbb\xbfa,b\n1,2"])
def test_any_file_is_read(raw):
    contents_of_csv(raw, "a.csv")


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [
        (1200, "General", "1200"),
        (1200.5, "General", "1200.5"),
        (0.1, "General", "0.1"),
        (1200, "#,##0", "1,200"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (0.125, "0%", "12%"),
        (0.125, "0.0%", "12.5%"),
        (3.4, '"$"0.0', "$3.4"),
        (3.4, "[$€-407]#,##0.00", "€3.40"),
        (-3.4, '0.0;"minus "0.0', "minus 3.4"),
        (-3.4, "0.0;-0.0", "-3.4"),
        (-3.4, "0.0", "-3.4"),
        (3_400_000, '0.0,,"m"', "3.4m"),
        (3.5, "0.##", "3.5"),
        (3, "0.##", "3"),
        (12, '0" men"', "12 men"),
        (12, "0.00E+00", "12"),
        (True, "General", "TRUE"),
        (date(2018, 6, 4), "yyyy-mm-dd", "4 June 2018"),
        (datetime(2018, 6, 4, 13, 30), "yyyy-mm-dd h:mm", "4 June 2018, 13:30"),
        (time(13, 30), "h:mm", "13:30"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (" Ten  men ", "@", "Ten men"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value, style, shown):
    raw = made.workbook([["Town", "Value"], ["Orme", value]], {"B2": style})
    assert [block.text for block in contents_of_workbook(raw, "a.xlsx").blocks] == [f"Orme: Value: {shown}"]


def test_hidden_sheets_rows_and_columns_are_told(put):
    import io

    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Town", "Secret", "Deaths"], ["Orme", 99, 12], ["Vik", 98, 7]):
        book.active.append(row)
    book.active.title = "Tolls"
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[3].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    raw = io.BytesIO()
    book.save(raw)
    (document,) = documents([put("a.xlsx", raw.getvalue())])
    assert document.text == "Orme: Deaths: 12"
    assert document.places.label(0) == "Tolls, row 2"
    assert document.remarks == ("hidden rows and columns are not read", "the hidden sheet Old is not read")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04", "damaged"),
        (made.packed({"a.txt": "x"}), "damaged"),
        (made.packed({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "declares XML entities"),
    ],
)
def test_a_broken_workbook_is_an_error(raw, message):
    with pytest.raises(InputError, match=message):
        contents_of_workbook(raw, "a.xlsx")
