"""Documents that tell of one event are told from those of another, in whatever order they come."""

from __future__ import annotations

from factcheck.align.events import events
from factcheck.ruleset import load_rules
from factcheck.text.tokens import language_of

QUAKE = [
    "The earthquake struck Porto Lindo on Monday. Mayor Ana Reis said the harbour of Porto Lindo was closed.",
    "Ana Reis, the mayor of Porto Lindo, said the earthquake had closed the harbour and cracked the old mole.",
    "In Porto Lindo the old mole cracked in the earthquake. The harbour stays closed, Mayor Reis said.",
]
OTHER = [
    "A tremor shook Velden in the night. Governor Tom Haas said a school in Velden had lost its roof.",
    "Tom Haas, the governor, said the school in Velden lost its roof when the tremor came in the night.",
    "Velden sleeps in tents: the tremor took the roof of the school, Governor Haas said.",
]


def told(texts: list[str]) -> list[set[str]]:
    language = language_of(load_rules())
    found = events({str(number): language.tokens(text) for number, text in enumerate(texts)}).sure
    return [{name for name in found if found[name] == event} for event in sorted(set(found.values()))]


def test_two_events_of_one_kind_stay_apart() -> None:
    assert told([*QUAKE, *OTHER]) == [{"0", "1", "2"}, {"3", "4", "5"}]


def test_the_order_of_the_documents_changes_nothing() -> None:
    assert told([*reversed(OTHER), *QUAKE]) == [{"0", "1", "2"}, {"3", "4", "5"}]


def test_reports_of_one_event_stay_together() -> None:
    assert len(told([*QUAKE, QUAKE[0] + " Ferries wait outside."])) == 1


def test_a_few_documents_are_one_event() -> None:
    assert len(told([QUAKE[0], OTHER[0], "It rained."])) == 1
