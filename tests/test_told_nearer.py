"""A source that has the draft's own value of the draft's fact: another value beside it is no error."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Severity

RULES = load_rules()


def errors(text: str, *sources: str) -> list[str]:
    draft = Document(id="draft", text=text)
    documents = [Document(id=f"s{number}", text=source) for number, source in enumerate(sources, 1)]
    found = check([draft], documents, RULES).findings
    return [each.message for each in found if each.severity is Severity.error]


SINKINGS = (
    "The captain of the Lady Maud was held after the ship sank and killed 17 people. In 2009 another ferry, the Lady "
    "Jane, sank with the loss of {} lives."
)


def test_lives_lost_at_another_time_are_told_apart() -> None:
    draft = "In 2009, four people lost their lives on the Lady Jane."
    assert errors(draft, SINKINGS.format("four")) == []


@pytest.mark.parametrize(
    "draft",
    [
        "Four people lost their lives on the Lady Jane.",
        "Four people died when the Lady Jane sank.",
    ],
)
def test_lives_lost_on_another_ship_are_told_apart(draft: str) -> None:
    assert errors(draft, SINKINGS.format("four")) == []
    swapped = draft.replace("Lady Jane", "Lady Maud")
    assert errors(swapped, SINKINGS.format("four")) == ["“Four people”, where s1 has “17 people”"]


def test_an_age_without_its_unit_speaks_for_an_age() -> None:
    draft = "A 47-year-old tram driver died in Hallow."
    first = "A tram driver, 46, died in Hallow."
    assert errors(draft, first) == ["one digit changed: “47-year-old”, where s1 has “46”"]
    assert errors(draft, first, "The dead tram driver was 47.") == []
    assert errors(draft, first, "In Hallow the mercury stood at 47.") != []


@pytest.mark.parametrize("later", ["Nine remain missing.", "Nine people are still missing."])
def test_the_missing_are_found(later: str) -> None:
    draft = "Sixteen people died on the Lady Maud. Two bodies were found on Sunday; nine people are still missing."
    first = "The toll from the sinking of the Lady Maud rose to 16 on Sunday. Thirteen people are still missing."
    assert errors(draft, first) == ["“nine people”, where s1 has “Thirteen people”"]
    assert errors(draft, first, f"The Lady Maud sank and killed 16 people. {later}") == []


def test_a_part_in_another_state_is_no_slip_for_the_whole() -> None:
    draft = "At the Hallow mill, which has a staff of 5,300, 1,700 jobs are to go by 2021."
    part = (
        "Norwood will cut 1,500 jobs at its Hallow mill, the works council said. The mill has 5,300 workers today.\n\n"
        "Its head Pia Lund said 1,300 of the workers could go into early retirement at 60."
    )
    whole = "Some 1,700 workers at the Hallow mill will lose their jobs within two years, Norwood announced."
    assert errors(draft, part) != []
    assert errors(draft, part, whole) == []
