"""Who speaks the words of a document outside quotation marks."""

from __future__ import annotations

import pytest

from factcheck.kinds.quotation.authors import authors_of
from factcheck.kinds.quotation.turns import Label, spelt, turns_of
from factcheck.kinds.quotation.voices import Voices
from factcheck.model import Document, Quotation
from factcheck.ruleset import load_rules

RULES = load_rules()


def labels(text: str) -> list[tuple[Label, str]]:
    return [(turn.label, turn.speaker) for turn in turns_of(text, RULES).turns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MAYOR HOLT: We open today.", [(Label.NAME, "Mayor Holt")]),
        ("Q: Why?\nA: Because of the tide.", [(Label.ASKS, ""), (Label.ANSWERS, "")]),
        ("THE COURT: Proceed with the witness.", [(Label.ROLE, "The Court")]),
        ("REPORTER: Will it open again?", [(Label.UNNAMED, "")]),
        ("@tidewatch: The tide is in again.", [(Label.HANDLE, "tidewatch")]),
        ("The Minister (Tomas Ek): I beg to move that.", [(Label.NAME, "Tomas Ek")]),
        ("Mr. PELLS. I rise to speak of a pier.", [(Label.NAME, "Mr. Pells")]),
        ("HULL: The council shut the pier, officials said.", []),
        ("Photo: Ann Roe", []),
        ("The train left at 10:40 and came at 12:05.", []),
        ("Write to news@harbour.example or call us.", []),
        ("Follow Ann Roe on Twitter: @annroe", []),
    ],
)
def test_labels_of_speakers(text: str, expected: list[tuple[Label, str]]) -> None:
    assert labels(text) == expected


def test_a_lone_label_is_of_its_paragraph() -> None:
    text = "The pier was shut on Monday.\n\nMAYOR ANNA HOLT: It was time.\n\nThe vote is on Tuesday.\n\nIt may rain."
    (turn,) = turns_of(text, RULES).turns
    assert text[turn.start : turn.end] == "It was time."


@pytest.mark.parametrize(("name", "expected"), [("TOM O'BRIEN", "Tom O'Brien"), ("AnnRoe", "AnnRoe"), ("", "")])
def test_names_in_capitals(name: str, expected: str) -> None:
    assert spelt(name) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "answering"),
    [
        ("STATEMENT BY MAYOR ANNA HOLT ON THE VOTE\n\nWe open.", "Mayor Anna Holt", ""),
        ("Interview with Mila Trant, head of the office\n\nQ: When?", "", "Mila Trant"),
        ("Mayor Anna Holt's remarks to the council\n\nWe open.", "Mayor Anna Holt", ""),
        ("Dear all,\n\nWe open.\n\nYours sincerely,\n\nAnna Holt", "Anna Holt", ""),
        ("We ask the court.\n\nRespectfully submitted,\n\n/s/ Amos Kestrel\nAttorney for Plaintiff", "", ""),
        ("OPINION\n\nBy Nora Pells\n\nWe patched the pier.", "Nora Pells", ""),
        ("By Nora Pells\n\nThe pier was patched.", "", ""),
        ("Police release report of shots fired\n\nThe pier was shut.", "", ""),
        ("The pier was shut.\n\n— Nora Pells", "", ""),
    ],
)
def test_authors(text: str, speaker: str, answering: str) -> None:
    found = authors_of(text, None, 0, RULES)
    assert (found.speaker, found.section(0).answering) == (speaker, answering)


@pytest.mark.parametrize(
    ("text", "is_record", "is_report"),
    [
        ("FOR IMMEDIATE RELEASE\n\nThe pier opens.", True, False),
        ("MAYOR HOLT: We open.", True, False),
        ("HULL, 4 March – The pier was shut.", False, True),
        ("By Nora Pells\n\nThe pier was shut.", False, True),
        ("The pier was shut.", False, False),
    ],
)
def test_records_and_reports(text: str, is_record: bool, is_report: bool) -> None:
    voices = Voices(Document(id="d", text=text), [], RULES)
    assert (voices.is_record, voices.is_report) == (is_record, is_report)


def test_two_quotations_with_speakers_make_a_report() -> None:
    said = [Quotation("We open", "Anna Holt", "said"), Quotation("We close", "Tom Ek", "said")]
    assert Voices(Document(id="d", text="The pier was shut."), said, RULES).is_report


def test_what_nobody_speaks_is_left_out() -> None:
    text = "00:00:01,000 --> 00:00:02,000\nANNA HOLT: We open [applause] the\n\n2\n00:00:03,000 --> 00:00:04,000\npier."
    start = text.index("We")
    assert Voices(Document(id="d", text=text), [], RULES).spoken(start, len(text)) == "We open the pier."


def test_a_word_that_ends_a_line_with_a_hyphen_is_whole() -> None:
    text = "ANNA HOLT: We open the har-\nbour and the well-known\npier."
    spoken = Voices(Document(id="d", text=text), [], RULES).spoken(text.index("We"), len(text))
    assert spoken == "We open the harbour and the well-known pier."
