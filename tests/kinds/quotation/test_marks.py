"""The start and end of quotations, for every kind of mark, with missing and doubled marks."""

from __future__ import annotations

import pytest

from tests.kinds.quotation.reading import mentions, read


def quoted(text: str) -> list[str]:
    return [value.quote for value in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        '"The pier is shut," Roe said.',
        "“The pier is shut,” Roe said.",
        "‟The pier is shut,” Roe said.",
        "``The pier is shut,'' Roe said.",
        "`` The pier is shut, '' Roe said.",
        "''The pier is shut,'' Roe said.",
        "«The pier is shut,» Roe said.",
        "« The pier is shut, » Roe said.",
        "»The pier is shut,« Roe said.",
        "„The pier is shut,“ Roe said.",
        "„The pier is shut,” Roe said.",
        "‘The pier is shut,’ Roe said.",
        "'The pier is shut,' Roe said.",
        '" The pier is shut, " Roe said.',
        '"The pier is shut, "Roe said.',
        "“The pier is shut,“ Roe said.",
        "”The pier is shut,” Roe said.",
        '“The pier is shut," Roe said.',
        "``The pier is shut, ``said Roe.",
        "““The pier is shut,” Roe said.",
        '""The pier is shut,"" Roe said.',
    ],
)
def test_one_quotation_in_all_marks(text: str) -> None:
    assert quoted(text) == ["The pier is shut,"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“He told me ‘no’ and left,” Roe said.", ["He told me ‘no’ and left,"]),
        ("‘He told me “no” and left,’ Roe said.", ["He told me “no” and left,"]),
        ('"He told me "no" and left," Roe said.', ['He told me "no" and left,']),
        ("“They cried, ‘Run!’” Roe said.", ["They cried, ‘Run!’"]),
        ('("The pier is shut," Roe said.)', ["The pier is shut,"]),
        ('The notice—"shut until May"—was torn.', ["shut until May"]),
        ("Roe said “no,” then “maybe,” then “yes.”", ["no,", "maybe,", "yes."]),
        ("“We sail,” Roe said, “at dawn.”", ["We sail,", "at dawn."]),
        ("He wore size 12.\n“We sail.”", ["We sail."]),
        ("Say it: “20 million”.", ["20 million"]),
        ("", []),
        ("“”", []),
        ("“ … ”", []),
    ],
)
def test_nested_split_and_partial(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_paragraphs_reopened_are_parts_of_one_quotation() -> None:
    text = (
        "Roe spoke.\n\n“The first pier is done.\n\n“The second follows.\n\n“The third does not,” she said.\n\nShe left."
    )
    first, second, third = mentions(text)
    assert [value.quote for _, value in (first, second, third)] == [
        "The first pier is done.",
        "The second follows.",
        "The third does not,",
    ]
    assert [getattr(m.parts, "follows", 0) for m, _ in (first, second, third)] == [
        None,
        first[0].start,
        second[0].start,
    ]


def test_a_quotation_over_blank_lines_is_split_at_them() -> None:
    assert quoted("“The first pier is done.\n\nThe second follows,” Roe said.") == [
        "The first pier is done.",
        "The second follows,",
    ]


def test_a_line_for_each_sentence_leaves_a_quotation_whole() -> None:
    text = "``The pier is shut.\nThe ferry is full.\nWe wait, '' Roe said."
    assert quoted(text) == ["The pier is shut.\nThe ferry is full.\nWe wait,"]


def test_an_opening_glyph_in_place_of_a_closing_one_ends_a_quotation_of_several_lines() -> None:
    assert quoted("``The pier is shut.\nWe wait, ``said Roe.\n``It is cold. ''") == [
        "The pier is shut.\nWe wait,",
        "It is cold.",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“The pier is shut, Roe said.\n\nShe left.", ["The pier is shut,"]),
        ("“The pier is shut, said the mayor of Hull.\n\nShe left.", ["The pier is shut,"]),
        ("Roe said: “The pier is shut. It stays so.\n\nShe left.", ["The pier is shut. It stays so."]),
        ("The pier is shut,” Roe said.\n\nShe left.", ["The pier is shut,"]),
        ("He was “glad. She left.\n\nThe “pier” opened.", ["pier"]),
        ("The ” stands alone.", []),
        ("The “ stands alone", []),
        ("She left. The pier is shut,” Roe said, and left.", ["The pier is shut,"]),
        ("Tom Hale disagreed. The pier,” he said, “is shut.”", ["The pier,", "is shut."]),
        ("“We sail, we win, said Roe.\n\nShe left.", ["We sail, we win,"]),
        ("“It is over, Roe said on Monday in a talk that all the crews heard.\n\n“We go.”", ["It is over,", "We go."]),
        (
            "“It is over, Roe said we should all go home and leave it to them.\n\n“We go.”",
            ["It is over, Roe said we should all go home and leave it to them.", "We go."],
        ),
        ("Roe called it “a gam“ble” and left.", ["a gam“ble"]),
        ("Roe is “tired”said Hale.", ["tired"]),
        ("Roe sa“id it was “a gamble.”", ["a gamble."]),
        ("Roe said it, she said, of the pier,” and left.", []),
    ],
)
def test_a_missing_mark_swallows_nothing_else(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        'He is 5\'10" and the board 6" wide.',
        "He is 5’10” tall.",
        "The '90s were the players' years, rock 'n' roll and all.",
        "It was the workers' day and the owners' too.",
        "O'Neill didn't go, and Reid 's car wo n't start.",
        "They’ll come ’til dawn in ’98.",
        "Don’ t ask what the boys’ coach did.",
        "Class of '08, say 'em all.",
        "A back`tick and an end''.",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("‘We’ll see the players’ bus,’ Roe said.", ["We’ll see the players’ bus,"]),
        ("She is a 'sure thing' for May.", ["sure thing"]),
        ("He feared 'the owners' ruin.", ["the owners"]),
        ("He said ‘I don’ t know’ twice.", ["I don’ t know"]),
        ("It cost '£20 or so' then.", ["£20 or so"]),
        ("He said 'it is over", []),
        ('He said \'the owners "pier" is shut', ["pier"]),
        # Copy that breaks the line after each sentence.
        ("'We sail.\nIt's the crew's day,' Roe said.", ["We sail.\nIt's the crew's day,"]),
        ("Roe said: ‘We sail.\nNobody stays.\nNot one.’\nThe pier shut.", ["We sail.\nNobody stays.\nNot one."]),
        ("Roe said ‘we sail.\n\nNobody stays.’", []),
        ("Roe said 'we sail.\nThe owners' ship, she thought, stays.", []),
        ("Roe said 'we sail.\n'Nobody stays,' Orr said.", ["Nobody stays,"]),
        ("Roe said 'we sail.\n“Nobody stays,” said Orr's 'friend.'", ["Nobody stays,", "friend."]),
    ],
)
def test_single_marks_only_where_they_are_clear(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Roe said: 'The players' bus is late.\nWe don't know why.\nIt left at dawn.'\nShe went home.",
            ["The players' bus is late.\nWe don't know why.\nIt left at dawn."],
        ),
        ("'It is over.\nWe go,' she said.\n'Now.'", ["It is over.\nWe go,", "Now."]),
        ("She said 'it is over.\n\nThe bus left.'", []),
        ("She said 'it is over.\nHe said 'we go.'", ["we go."]),
        ("She said 'it is over.\nHe said \"we go.\"\nIt left.'", ["we go."]),
        ("She said 'it is over.\nThe owners' bus left.", []),
    ],
)
def test_single_marks_some_lines_apart(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_an_inch_mark_that_another_kind_has_claimed_closes_nothing() -> None:
    text = 'He said "the 12" pipe burst," and left.'
    start = text.index("12")
    assert [value.quote for _, value in mentions(text, ((start, start + 3),))] == ['the 12" pipe burst,']


def test_spans_point_at_the_words() -> None:
    text = "Roe said it was “ a gamble ” and `` a loss. ''"
    assert [text[m.start : m.end] for m, _ in mentions(text)] == ["a gamble", "a loss."]
    assert [m.rule for m, _ in mentions(text)] == ["quotation/typographic", "quotation/agency"]


def test_a_stray_mark_does_not_extend_to_later_lines() -> None:
    report = 'Its report adds, "There are only reports of small cracks. "\nThe pier reopens in May.'
    assert read('"The pier is shut.\nThe board met.\n' + report)[-1].quote == "There are only reports of small cracks."
