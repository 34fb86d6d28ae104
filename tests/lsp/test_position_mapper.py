"""Places in a file in the units of the protocol."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from factcheck.errors import InputError
from factcheck.lsp.position_mapper import BOM, PositionMapper, touch, units
from factcheck.model import Finding, Severity
from factcheck.read import documents


def finding(document, words):
    start = document.text.index(words)
    line, column = document.places.at(start)
    return Finding("r", Severity.error, "m", document.id, start, start + len(words), line, column)


def read(name, text):
    return next(iter(documents(["-"], stdin=text.encode(), stdin_filename=name)))


def cut(text: str, place: Range) -> str:
    """What an editor would mark: lines end as the protocol says, and columns are units of UTF-16."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wanted = lines[place.start.line : place.end.line + 1]
    wanted[-1] = wanted[-1].encode("utf-16-le")[: place.end.character * 2].decode("utf-16-le")
    wanted[0] = wanted[0].encode("utf-16-le")[place.start.character * 2 :].decode("utf-16-le")
    return "\n".join(wanted)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("plain", (5, 5, 5)),
        ("é", (2, 1, 1)),
        ("e\u0301", (3, 2, 2)),
        ("–", (3, 1, 1)),
        ("😀", (4, 2, 1)),
        ("👩‍👩‍👧", (18, 8, 5)),
        ("🇮🇸", (8, 4, 2)),
        ("", (0, 0, 0)),
    ],
)
def test_code_units(text, counts):
    assert tuple(units(text, encoding) for encoding in ("utf-8", "utf-16", "utf-32")) == counts


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=8), max_size=4),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=6),
)
def test_what_is_marked_is_what_was_found(lines, line_break, before):
    """Whatever stands before it; form feeds and the like end no line, though Python's own splitlines says so."""
    text = line_break.join([*lines, f"{before}\u2028\x0c 7 ships", "end"])
    try:
        document = read("draft.txt", text)
    except InputError:
        return
    lead = BOM if text.startswith(BOM) else ""
    place = PositionMapper(document, "utf-16", lead).range(finding(document, "7 ships"))
    assert cut(text, place) == "7 ships"


def test_a_span_over_several_lines():
    document = read("draft.md", "One 😀 two\nthree four\n")
    place = PositionMapper(document, "utf-16").range(finding(document, "two\nthree"))
    assert place == Range(Position(0, 7), Position(1, 5))


def test_a_span_of_nothing():
    document = read("draft.md", "One two\n")
    nothing = Finding("r", Severity.error, "m", "draft.md", 4, 4, 1, 5)
    assert PositionMapper(document, "utf-16").range(nothing) == Range(Position(0, 4), Position(0, 4))


def test_ranges_touch_where_one_ends_and_the_other_begins():
    def on(line, start, end):
        return Range(Position(line, start), Position(line, end))

    assert touch(on(1, 2, 5), on(1, 5, 5)) and touch(on(1, 5, 5), on(1, 2, 5))
    assert not touch(on(1, 2, 5), on(1, 6, 7))
    assert not touch(on(1, 2, 5), on(2, 2, 5))
