"""Reports of two origins that share some of their copy: what they quote and tell in like words has one origin."""

from __future__ import annotations

from datetime import date

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 11)

SHARED = "The owner has had the hull looked at by divers from the naval yard, and a crane is on its way."
ONE = f"""The ferry Halden ran on the rocks off Orrel on Monday with 61 people aboard.

{SHARED}

“We heard a noise like a barn door,” said Bill Tarn. He counted nine gashes in the plates of the hull as the tide fell.

Fishermen from the north shore had been first beside the wreck. Their boats took the oldest passengers, who were wrapped
in sails against the wind, and a girl held on to a cage with two hens all the way in."""
TWO = f"""Sixty-one people were brought ashore when a ferry struck rocks near Orrel on Monday.

{SHARED} The harbour office will not say how long the port stays closed to ships of any size.

“We heard a noise like a barn door,” Tarn recalled. Others, who came down to the beach with lamps and dogs, spoke of
nine gashes in the plates of the hull, and of one that was longer than a man is tall.

Mayor Edda Flint opened the school for those who could not go home. Bread came from the bakers in Mill Street, and by
midnight a band was playing for the children. The winter timetable is now in doubt, her office said."""


def verdicts(one: str, two: str) -> dict[str, str]:
    """The verdicts on what both reports tell, by the words of the first."""
    documents = [Document(id="d0", text=one, published=DAY), Document(id="d1", text=two, published=DAY)]
    found = [each for each in compare(documents, RULES).clusters if len({c.document for c in each.claims}) > 1]
    return {each.claims[0].text: each.verdict for each in found}


def test_what_they_quote_and_tell_in_like_words_has_one_origin() -> None:
    found = verdicts(ONE, TWO)
    assert found["We heard a noise like a barn door,"] == "single"
    assert found["nine gashes"] == "single"


def test_what_each_tells_in_its_own_words_has_two() -> None:
    assert verdicts(ONE, TWO)["61 people"] == "agree"


def test_so_has_all_of_reports_without_a_common_passage() -> None:
    found = verdicts(ONE.replace(SHARED, "Divers will look at it."), TWO.replace(SHARED, "A crane is on its way."))
    assert found["We heard a noise like a barn door,"] == "agree"
    assert found["nine gashes"] == "agree"
