"""What a check tells of a speaker who is named by an office, or by a surname that two people have."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.model import Document

RULES = load_rules()
WORDS = "The mill pond will be drained before the first frost"
SWAPPED = [("quote-misattributed", "warning")]


def told(draft: str, source: str) -> list[tuple[str, str]]:
    findings = check([Document(id="draft", text=draft)], [Document(id="s", text=source)], RULES).findings
    return [(each.rule, each.severity.name) for each in findings if each.rule == "quote-misattributed"]


STATEMENT = f"STATEMENT BY MAYOR ILSE KROGH\n\n3 June 2021\n\nThe river has fallen. {WORDS}. We thank the millers."
STORY = f"“{WORDS},” Mayor Ilse Krogh said. Governor Ana Pereira left early. Krogh, a miller's daughter, waved."


@pytest.mark.parametrize("source", [STATEMENT, STORY])
@pytest.mark.parametrize("speaker", ["the governor", "the region’s governor", "the minister", "the captain"])
def test_an_office_that_the_speaker_does_not_hold_is_told(speaker: str, source: str) -> None:
    assert told(f"“{WORDS},” {speaker} said.", source) == SWAPPED


@pytest.mark.parametrize("source", [STATEMENT, STORY])
@pytest.mark.parametrize(
    "speaker", ["the mayor", "the town’s mayor", "the official", "the chairwoman", "a governor", "the mayor’s office"]
)
def test_an_office_that_the_speaker_may_hold_is_not_told(speaker: str, source: str) -> None:
    assert told(f"“{WORDS},” {speaker} said.", source) == []


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("the president", "Captain Ilse Krogh, president of the boatmen's union,"),
        ("the captain", "Captain Ilse Krogh, president of the boatmen's union,"),
        ("the premier", "Prime Minister Ilse Krogh"),
        ("the senator", "Sen. Ilse Krogh"),
        ("the general", "Gen. Ilse Krogh"),
        ("the judge", "Justice Ilse Krogh"),
        ("the sergeant", "Ilse Krogh"),
        ("the sergeant", "the mill's Ilse Krogh"),
    ],
)
def test_one_office_has_several_words(speaker: str, named: str) -> None:
    assert told(f"“{WORDS},” {speaker} said.", f"The river has fallen. “{WORDS},” {named} said.") == []


def test_an_office_on_either_side_is_held_against_the_other() -> None:
    draft = f"Governor Ana Pereira came at noon. “{WORDS},” the governor said."
    assert told(draft, STORY) == SWAPPED
    assert told(f"“{WORDS},” Governor Ana Pereira said.", f"Mayor Ilse Krogh spoke. “{WORDS},” the mayor said.")
    assert told(f"“{WORDS},” the mayor said.", f"Mayor Ilse Krogh spoke. “{WORDS},” the governor said.") == SWAPPED
    assert told(f"Mayor Ilse Krogh spoke. “{WORDS},” the mayor said.", STORY) == []


@pytest.mark.parametrize(
    ("speaker", "source", "expected"),
    [
        ("Captain Krogh", "Captain Nils Krogh steers. “{}!” said Ilse Krogh, who cooks.", SWAPPED),
        ("Capt. Krogh", "Capt. Nils Krogh steers. “{}!” said Ilse Krogh, who cooks.", SWAPPED),
        ("Captain Krogh", "Captain Nils Krogh steers. “{}!” said Krogh.", []),
        ("Captain Krogh", "“{}!” said Ilse Krogh, who cooks.", []),
        ("Captain Krogh", "Captain William Krogh steers. “{}!” said Bill Krogh.", []),
        ("Krogh", "Captain Nils Krogh steers. “{}!” said Ilse Krogh, who cooks.", []),
    ],
)
def test_a_namesake_with_the_title_is_another(speaker: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"“{WORDS}!” {speaker} said.", source.format(WORDS)) == expected


@pytest.mark.parametrize("speakers", ["Captains", "Millers"])
def test_the_many_of_a_headline_are_no_other_person(speakers: str) -> None:
    headline, story = f"{speakers} Warn Olin: “{WORDS}”", f"“{WORDS},” Captain Nils Krogh said."
    assert told(headline, story) == told(story, headline) == []
    assert told(f"Tarn Warns Olin: “{WORDS}”", story) == [("quote-misattributed", "error")]
