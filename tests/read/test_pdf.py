"""PDF files: columns, paragraphs, running heads, pages, and what cannot be read."""

from collections import Counter
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import InputError
from factcheck.read import documents
from factcheck.read.pdf import contents
from tests.read import made

PRINTED = Path(__file__).parent / "printed"
RULES = factcheck.load_rules()
LEAST_RECALL, LEAST_PRECISION = 0.99, 0.99
PROSE = (
    "Ten men were found at the old harbour wall late on Monday night, and divers of the town went on looking for two "
    "more of them until it was dark, said the mayor, who had come from a meeting in the next town to see the wall for "
    "herself."
)
BODIES = (PROSE, f"The mayor was silent. {PROSE}", f"Nobody knew why. {PROSE}")


def claims(text: str) -> Counter[tuple[str, str]]:
    straight = text.replace("’", "'")
    found = factcheck.extract([factcheck.Document(id="a", text=straight)], RULES)
    return Counter((claim.kind, " ".join(claim.text.split())) for claim in found)


def texts(raw: bytes) -> list[str]:
    return [block.text for block in contents(raw, "a.pdf").blocks]


def column(
    text: str, left: float, top: float, width: int = 38, size: float = 10
) -> list[tuple[float, float, float, str]]:
    """The lines of a column."""
    return [
        (left, top - number * 1.2 * size, size, line[3])
        for number, line in enumerate(made.printed([text], width, size))
    ]


def test_printed_files_have_the_claims_of_their_texts():
    right = lost = new = 0
    files = sorted(PRINTED.glob("*.pdf"))
    assert len(files) == 20
    for path in files:
        gold = claims(path.with_suffix(".txt").read_text(encoding="utf-8"))
        found = claims("\n\n".join(texts(path.read_bytes())))
        right += (gold & found).total()
        lost += (gold - found).total()
        new += (found - gold).total()
    assert right / (right + lost) >= LEAST_RECALL
    assert right / (right + new) >= LEAST_PRECISION


@pytest.mark.parametrize("path", sorted(PRINTED.glob("*.pdf")), ids=lambda path: path.stem)
def test_no_text_is_invented(path):
    printed = Counter("".join(path.with_suffix(".txt").read_text(encoding="utf-8").split()).replace("’", "'"))
    found = Counter("".join("".join(texts(path.read_bytes())).split()).replace("’", "'"))
    # Subheads, captions, notes and heads of a single page are printed beside the text; all else is the text's.
    assert (printed - found).total() <= 3  # hyphens of compounds that were taken for those of divided words
    assert (found - printed).total() < 400


def test_two_columns_are_read_one_after_the_other():
    second = PROSE.replace("Ten", "Nine")
    lines = [(60.0, 800.0, 18.0, "A headline over both columns"), *column(PROSE, 60, 770), *column(second, 320, 764)]
    assert texts(made.pdf([lines])) == ["A headline over both columns", PROSE, second]


def test_columns_that_are_written_line_by_line():
    left, right = column(PROSE, 60, 770), column(PROSE.replace("Ten", "Nine"), 320, 770)
    lines = [line for pair in zip(left, right, strict=True) for line in pair]
    assert texts(made.pdf([lines])) == [PROSE, PROSE.replace("Ten", "Nine")]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page(turned):
    lines = [(60.0, 500.0, 18.0, "A headline of them"), *column(PROSE, 60, 470), *column(PROSE, 320, 464)]
    assert texts(made.pdf([lines], turned)) == ["A headline of them", PROSE, PROSE]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(put):
    lines = made.printed([PROSE], 38)
    first = [(60.0, 200.0 - 12 * at, 10.0, line[3]) for at, line in enumerate(lines[:3])]
    second = [(60.0, 780.0 - 12 * at, 10.0, line[3]) for at, line in enumerate(lines[3:])]
    (document,) = documents([put("a.pdf", made.pdf([first, second]))])
    assert document.text == PROSE
    assert document.places.label(0) == "page 1"
    assert document.places.label(document.text.index("until it")) == "page 2"
    line, column_ = document.places.at(document.text.index("until it"))
    assert document.places.raw.splitlines()[line - 1][column_ - 1 :].startswith("until it")


def test_running_heads_and_page_numbers_are_no_text():
    def page(number: int) -> list[tuple[float, float, float, str]]:
        head = [(60.0, 815.0, 8.0, f"The Orme Herald, 14 June 2018 Page {number}"), (300.0, 30.0, 8.0, f"- {number} -")]
        return head + column(BODIES[number - 1], 60, 770, 70)

    found = texts(made.pdf([page(1), page(2), page(3)]))
    assert found == list(BODIES)
    assert texts(made.pdf([page(1)])) == [BODIES[0]]


def test_words_divided_at_the_end_of_a_line():
    lines = [
        "In the exam-",
        "ple of a 12-",
        "year-old and of an ex-",
        "ample a well-",
        "known exam-",
        "ple, with an example.",
    ]
    page = [(60.0, 780.0 - 12 * at, 10.0, line) for at, line in enumerate(lines)]
    assert texts(made.pdf([page])) == [
        "In the example of a 12-year-old and of an example a wellknown example, with an example."
    ]
    page = [(60.0, 780.0, 10.0, "It was a well-"), (60.0, 768.0, 10.0, "known case.")]
    assert texts(made.pdf([page])) == ["It was a well-known case."]


def test_a_raised_note_mark_is_no_digit():
    page = [(60.0, 780.0, 10.0, "It cost $12"), (126.0, 784.0, 6.0, "3"), (132.0, 780.0, 10.0, "million and 5 km")]
    page += [(228.0, 784.0, 6.0, "2"), (238.0, 780.0, 10.0, "were lost.")]
    (text,) = texts(made.pdf([page]))
    assert "$12 million" in text
    assert "5 km²" in text


def test_the_rows_of_a_table():
    rows = [
        ("Town", "Deaths", "Cost (million crowns)"),
        ("Orme", "12", "3.4"),
        ("Vik", "7", "2.1"),
        ("Lund", "3", "1.9"),
    ]
    lines = [
        (left, 700.0 - 14 * at, 10.0, cell)
        for at, row in enumerate(rows)
        for left, cell in zip((60.0, 200.0, 300.0), row, strict=True)
    ]
    found = texts(made.pdf([[*column(PROSE, 60, 800, 90), *lines]]))
    assert found == [
        PROSE,
        "Orme: Deaths: 12; Cost: 3.4 million crowns",
        "Vik: Deaths: 7; Cost: 2.1 million crowns",
        "Lund: Deaths: 3; Cost: 1.9 million crowns",
    ]


def test_a_table_with_a_title_a_long_cell_and_cells_of_two_lines():
    rows = [
        ("Losses by town", "", "", ""),
        ("Town", "Deaths", "Missing", "Repairs (million"),
        ("", "", "", "crowns)"),
        ("Orme", "12", "3", "3.4"),
        ("Vik", "7", "2", "2.1"),
        ("Lund", "3", "1", "1.9"),
        ("Port Amary and its", "1,204", "19", "12.9"),
        ("islands", "", "", ""),
        ("Port Maroa and islands", "4", "0", "2.0"),
    ]
    lines = [
        (left, 700.0 - 13 * at, 10.0, cell)
        for at, row in enumerate(rows)
        for left, cell in zip((60.0, 198.0, 250.0, 310.0), row, strict=True)
        if cell
    ]
    assert texts(made.pdf([lines])) == [
        "Losses by town",
        "Orme: Deaths: 12; Missing: 3; Repairs: 3.4 million crowns",
        "Vik: Deaths: 7; Missing: 2; Repairs: 2.1 million crowns",
        "Lund: Deaths: 3; Missing: 1; Repairs: 1.9 million crowns",
        "Port Amary and its islands: Deaths: 1,204; Missing: 19; Repairs: 12.9 million crowns",
        "Port Maroa and islands: Deaths: 4; Missing: 0; Repairs: 2.0 million crowns",
    ]


def test_a_list_is_read_item_by_item():
    lines = [(60.0, 780.0, 10.0, "The mayor said:")]
    for at, item in enumerate(
        ("Ten men were found.", "Nine are missing.", "Eight are hurt.", "Seven are safe.", "Six left.")
    ):
        lines += [(60.0, 766.0 - 12 * at, 10.0, "\x95"), (78.0, 766.0 - 12 * at, 10.0, item)]
    lines = [(left, base, size, text.encode("latin-1").decode("cp1252")) for left, base, size, text in lines]
    found = texts(made.pdf([lines]))
    assert [text.strip("• ") for text in found] == [
        "The mayor said:",
        "Ten men were found.",
        "Nine are missing.",
        "Eight are hurt.",
        "Seven are safe.",
        "Six left.",
    ]


def test_text_that_is_printed_twice_or_outside_the_page():
    page = [(60.0, 780.0, 10.0, "Ten men."), (60.2, 780.0, 10.0, "Ten men."), (900.0, 780.0, 10.0, "Nine.")]
    assert texts(made.pdf([page])) == ["Ten men."]


def test_a_page_without_text_is_told():
    found = contents(made.pdf([column(PROSE, 60, 770), [], []]), "a.pdf")
    assert found.remarks == ("without text, perhaps a picture: page 2, 3",)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (made.pdf([[]]), "has no text layer"),
        (b"%PDF-1.7", "damaged, or not a PDF file"),
        (b"", "damaged, or not a PDF file"),
    ],
)
def test_what_cannot_be_read_is_an_error(raw, message):
    with pytest.raises(InputError, match=message):
        contents(raw, "a.pdf")


def test_a_file_with_a_password():
    locked = made.pdf([[]]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -1"
        b"/O<0000000000000000000000000000000000000000000000000000000000000000>"
        b"/U<0000000000000000000000000000000000000000000000000000000000000000>>>",
    )
    with pytest.raises(InputError, match="has a password"):
        contents(locked, "a.pdf")


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"a\.pdf: a PDF file needs pypdfium2.*pip install '\.\[pdf\]'"):
        contents(b"%PDF", "a.pdf")
