"""Resolution of surnames, pronouns and role nouns to the full name."""

from __future__ import annotations

import pytest

from tests.kinds.quotation.reading import only, read

NAMES = [
    ("Harbour Secretary John Keel spoke. “No,” Mr. Keel said.", "John Keel"),
    ("John F. Keel spoke. John Keel left. John Keel slept. “No,” Keel said.", "John Keel"),
    ("“No,” Keel said. Later John Keel left.", "John Keel"),
    ("Minister Miguel Ángel Osuna Chard spoke. “No,” Mr. Osuna said.", "Miguel Ángel Osuna Chard"),
    ("President Enrique Pera Nidal spoke. “No,” Mr. Pera Nidal said.", "Enrique Pera Nidal"),
    ("Ludwig van der Berg spoke. “No,” Berg said.", "Ludwig van der Berg"),
    ("A.J. Butler spoke. “No,” Butler said.", "A.J. Butler"),
    ("Walter Grubb and Elena Grubb spoke; Walter Grubb sang. “No,” Mrs. Grubb said.", "Elena Grubb"),
    ("Added Keel: he had no plan. “No,” Keel said.", "Keel"),
    ("Union chief Mark King spoke. “No,” King said.", "Mark King"),
    ("State Rep. Jim Hall spoke. “No,” Hall said.", "Jim Hall"),
    ("Tara Reed Finally Wins\nTara Reed won. Tara Reed sang. “No,” Reed said.", "Tara Reed"),
    ("“No,” said Reed.", "Reed"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMES, ids=[case[0] for case in NAMES])
def test_the_fullest_name_that_the_document_gives(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


PRONOUNS = [
    ("Ann Roe resigned. “I am tired,” she said.", "Ann Roe"),
    ("Ann Roe met Tom Hale. “I am tired,” he said.", "Tom Hale"),
    ("Ann Roe met Tom Hale. It rained. “I am tired,” she said.", "Ann Roe"),
    ("Still, at the hearing last month, Tom Hale praised the crews. In short, he said the “wall” must go.", "Tom Hale"),
    ("Reached by telephone, Tom Hale declined. “I am tired,” he said.", "Tom Hale"),
    ("Three years ago, Ann Roe won. “I am tired,” she said.", "Ann Roe"),
    ("When Ann Roe left the hall, she called it “a hole in the sea.”", "Ann Roe"),
    ("It was late, according to her agent, Tom Hale. “I am tired,” he said.", "Tom Hale"),
    ("The move surprised the club’s Tom Hale, who hired her. “I am tired,” he said.", "Tom Hale"),
    ("As she came in, Reed’s mother spoke for all. “I am tired,” she said.", "Reed’s mother"),
    ("A local official told the Herald of floods. “I am tired,” he said.", "a local official"),
    ("The officials met in Hull. “We are tired,” they said.", "the officials"),
    ("The Harbour Board met in Hull. It called the plan “a hole in the sea.”", "Harbour Board"),
    ("It rained all day. “I am tired,” he said.", None),
    ("“I am tired,” I said.", None),
    ("His claim that it was “a hole in the sea” was odd.", None),
    ("Tom Hale lost. His claim that it was “a hole in the sea” was odd.", "Tom Hale"),
    ("Hale said so. “I am tired,” he said.", "Hale"),
]


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS, ids=[case[0] for case in PRONOUNS])
def test_pronouns(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


ROLES = [
    ("President Ann Roe spoke. “No,” the president said.", "Ann Roe"),
    ("Ann Roe, the mayor of Hull, spoke. “No,” the mayor said.", "Ann Roe"),
    ("Vice President Tom Hale met President Ann Roe. “No,” the president said.", "Ann Roe"),
    ("Former Secretary of State Ann Roe spoke. “No,” the former secretary of state said.", "Ann Roe"),
    ("Judge Tom Hale died; Judge Ann Roe sat. “No,” Roe said. It rained. The judge said “never again.”", "Ann Roe"),
    ("Senator Ann Roe spoke. “No,” the senator’s husband said.", "the senator’s husband"),
    ("“No,” the mayor said.", "the mayor"),
    ("“No,” a mayor said. Mayor Ann Roe left.", "a mayor"),
    ("Mayor Ann Roe left. “No,” a mayor said.", "a mayor"),
]


@pytest.mark.parametrize(("text", "speaker"), ROLES, ids=[case[0] for case in ROLES])
def test_role_nouns(text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


def test_the_name_beside_the_quotation_is_kept_as_written() -> None:
    assert only("Ann Roe resigned. “I am tired,” she said.").named == "she"
    assert only("Mayor Ann Roe left. “No,” the mayor said.").named == "the mayor"
