"""Plain text: decoding, and the mapping of offsets to lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Places
from factcheck.read.decoding import decode

CAFE = "Café – “12 €”\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        CAFE.encode(),
        CAFE.encode("utf-8-sig"),
        CAFE.encode("utf-16"),
        b"\xfe\xff" + CAFE.encode("utf-16-be"),
        CAFE.encode("utf-32"),
        CAFE.encode("cp1252"),
    ],
)
def test_encodings_give_the_same_text_with_its_line_ends(raw):
    assert decode(raw, "x") == CAFE


def test_a_few_broken_bytes_do_not_change_the_code_page():
    raw = ("“Café” – Olé – Århus " * 5).encode() + b"\xe2\x80"
    assert decode(raw, "x").startswith("“Café” – Olé")


def test_bytes_outside_the_windows_code_page_are_latin():
    assert decode(b"Caf\xe9 \x81", "x") == "Café \x81"


def test_a_false_utf8_mark_is_left_out():
    assert decode(b"\xef\xbb\xbfCaf\xe9", "x") == "Café"


def test_the_stated_encoding_is_tried_first():
    assert decode("Łódź".encode("iso-8859-2"), "x", "iso-8859-2") == "Łódź"
    assert decode(b"Caf\xe9", "x", "no-such-encoding") == "Café"
    assert decode(b"Caf\xe9", "x", "ascii") == "Café"


def test_the_text_is_the_file(read_one):
    document = read_one("a.txt", CAFE * 2)
    assert document.text == CAFE * 2
    assert (document.title, document.published, document.body) == (None, None, 0)


@given(st.text(alphabet="aé🙂 \n\r", min_size=1, max_size=60), st.data())
def test_line_and_column_point_at_the_character(text, data):
    offset = data.draw(st.integers(0, len(text) - 1))
    line, column = Places(text).at(offset)
    lines = text.splitlines(keepends=True)
    assert sum(map(len, lines[: line - 1])) + column - 1 == offset
    assert 1 <= column <= len(lines[line - 1])


def test_places_without_a_file_count_columns():
    assert Places().at(7) == (1, 8)
