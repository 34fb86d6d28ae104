"""Ages of the only person of an age whom the reports of an event name."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 11)
NAMED = "Rin Okafor, 59, was hit by a van on Quay Street in Orrel on Tuesday and died at the scene."


def ages(*texts: str) -> list[int]:
    """The number of documents in each cluster of ages, the largest first."""
    documents = [Document(id=f"d{place}", text=text, published=DAY) for place, text in enumerate(texts)]
    found = (each for each in compare(documents, RULES).clusters if each.kind == "age")
    return sorted((len({claim.document for claim in each.claims}) for each in found), reverse=True)


@pytest.mark.parametrize(
    "nameless",
    [
        "A 59-year-old shopkeeper has died after a van struck her in Orrel, police said.",
        "Neighbours in Orrel laid flowers for a 59-year-old grandmother of three who never reached the market.",
        "The van's driver told Orrel police that he did not see the 59-year-old.",
    ],
)
def test_somebody_without_a_name_is_the_only_person_of_that_age(nameless: str) -> None:
    assert ages(NAMED, nameless) == [2]


@pytest.mark.parametrize(
    "nameless",
    [
        "A 59-year-old man was held in Orrel on Tuesday; police said he had driven the van.",  # who did the harm
        "Another 59-year-old woman was hurt in Orrel on Tuesday when the van struck a stall.",
    ],
)
def test_somebody_on_the_other_side_or_another_is_not(nameless: str) -> None:
    assert ages(NAMED, nameless) == [1, 1]


def test_two_named_persons_of_an_age_leave_open_who_is_meant() -> None:
    second = "Tam Brill, 59, who drove the van in Orrel, was held on Tuesday."
    assert ages(NAMED, second, "A 59-year-old spoke to a crowd in Orrel on Tuesday night.") == [1, 1, 1]


def test_the_sex_of_a_given_name_is_a_guess_that_a_description_puts_right() -> None:
    described = "Raj Orde, a 59-year-old grandmother, was hit by a van on Quay Street in Orrel on Tuesday."
    named = "Raj Orde, 59, of Orrel died when a van struck a stall on Tuesday."
    nameless = "A 59-year-old woman was killed in Orrel on Tuesday when a van ran into the market."
    assert ages(described, named, nameless) == [3]


def test_the_owner_of_what_follows_has_the_age() -> None:
    text = "The 33-year-old actress's lawyer Tam Brill said that she would appeal in Orrel."
    assert ages(text, "Ina Rode, 33, the actress from Orrel, lost her case.") == [2]
