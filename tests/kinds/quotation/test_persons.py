"""Whose age it is: the person named, described or pointed back to."""

from __future__ import annotations

import pytest

from factcheck.extract import claims_of
from factcheck.kinds.quotation.persons import Person, PersonReader
from factcheck.model import Document, Quotation
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()


def bearer(text: str, words: str) -> Person:
    """The person of the age with these words."""
    parsed = parse(Document(id="a", text=text), RULES)
    claims = list(claims_of([parsed]))
    quoted = [(claim.start, claim.value) for claim in claims if isinstance(claim.value, Quotation)]
    age = next(claim for claim in claims if claim.kind == "age" and claim.text == words)
    found = PersonReader(text, parsed.sentences, quoted, RULES).bearer(age.start, age.end)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A nurse from Tolvik, Greta Sunde, 41, was flown out.", "41", "Greta Sunde"),
        ("Greta Sunde, who is 41, was burned.", "who is 41", "Greta Sunde"),
        ("Boris Kettler, aged 63, confessed.", "aged 63", "Boris Kettler"),
        ("They asked for nine years for 63-year-old Boris Kettler.", "63-year-old", "Boris Kettler"),
        ("The driver, 35-year-old Mina Osterhof of Lund Bridge, was not hurt.", "35-year-old", "Mina Osterhof"),
        ("Ruud Asselberg (29) won the race.", "29", "Ruud Asselberg"),
        ("Tomas Weld is 50 years old and lives in Cray.", "50 years old", "Tomas Weld"),
        ("At the age of 17, Ida Fenwick left the island.", "age of 17", "Ida Fenwick"),
        ("Ida Fenwick left the island at the age of 17.", "age of 17", "Ida Fenwick"),
        ("Pavel Rook died at his home on Monday. He was 71.", "He was 71", "Pavel Rook"),
        ("Luca Brandt, a 24-year-old student, was arrested.", "24-year-old", "Luca Brandt"),
        ("Dale Rusk was a quiet 34-year-old man.", "34-year-old", "Dale Rusk"),
        ("A 22-year-old man, Olin Marsh, was shot.", "22-year-old", "Olin Marsh"),
        ("A 22-year-old man identified by police as Olin Marsh was shot.", "22-year-old", "Olin Marsh"),
        ("The 22-year-old, Olin Marsh, was shot.", "22-year-old", "Olin Marsh"),
        ("Olin Marsh, of Ferris, 22, was shot.", "22", "Olin Marsh"),
        ("The victims were Una Cole, 31; Olin Marsh, 22; and Al Roe, 40.", "22", "Olin Marsh"),
        ("The oldest was Wenzel Karg, who turned 88 last week.", "turned 88", "Wenzel Karg"),
        ("Ana Wick turned 18 in May.", "turned 18", "Ana Wick"),
        ("Mr Drummond, 48, was sorry. Neil Drummond has two children.", "48", "Neil Drummond"),
        ("Mayor Otto Lind spoke first. The mayor, 55, resigned.", "55", "Otto Lind"),
        ("The teacher, Paula Grim, was suspended. The 39-year-old denies all.", "39-year-old", "Paula Grim"),
        ("The gunman, identified as Carl Dietz, 37, was shot.", "37", "Carl Dietz"),
        ("Piet de Wit, 25, steered. His father, Jan de Wit, 52, slept.", "52", "Jan de Wit"),
        ("Albert Wood, of Memphis, Tennessee, 44, was held.", "44", "Albert Wood"),
        (
            "Three men, Cleveland Tyvon Roe, 30; Al Cole, 21; and Jo Marsh, 32, are charged.",
            "30",
            "Cleveland Tyvon Roe",
        ),
        ("The paper says 53-year-old Duane Marsh's wife called.", "53-year-old", "Duane Marsh"),
        (
            "Three men are charged in the murder of 7-year-old Kirsten Cole.Police said so.",
            "7-year-old",
            "Kirsten Cole",
        ),
        ("It was dark.Kirsten Cole, 27, was hurt.Police said so.", "27", "Kirsten Cole"),
    ],
)
def test_the_bearer_is_named(text: str, words: str, name: str) -> None:
    assert bearer(text, words).names == (name,)


@pytest.mark.parametrize(
    ("text", "words", "head", "owned", "sex"),
    [
        ("A 9-year-old girl was pulled out.", "9-year-old", "girl", False, "f"),
        ("A boy of 13 was rescued.", "13", "boy", False, "m"),
        ("The woman, 70, was not.", "70", "woman", False, "f"),
        ("She was out with her grandson, 8, when it broke.", "8", "grandson", True, "m"),
        ("Officers were called by the gunman's 36-year-old wife.", "36-year-old", "wife", True, "f"),
        ("Their 5-year-old daughter slept.", "5-year-old", "daughter", True, "f"),
        ("The 58-year-old bus driver was treated.", "58-year-old", "driver", False, ""),
        ("Man, 43, drowns in lake", "43", "man", False, "m"),
        ("A man drowned on Saturday. He was 43.", "He was 43", "man", False, "m"),
        ("They praised the 97-year-old lighthouse.", "97-year-old", "lighthouse", False, ""),
    ],
)
def test_the_bearer_is_described(text: str, words: str, head: str, owned: bool, sex: str) -> None:
    found = bearer(text, words)
    assert (found.names, found.head, found.owned, found.sex) == ((), head, owned, sex)


def test_a_name_at_the_end_of_a_quotation_is_not_explained_by_what_follows() -> None:
    text = "Una Cole was calm. ‘It was no attack on Dave Marsh,’ the 30-year-old artist said."
    assert bearer(text, "30-year-old").names == ()


def test_no_name_stands_behind_a_and_an_age() -> None:
    found = bearer("The tourist, a 45-year-old Dutchman, fell.", "45-year-old")
    assert (found.names, found.head, found.sex) == ((), "dutchman", "m")


@pytest.mark.parametrize(
    ("text", "words", "then"),
    [
        ("At the age of 17, Ida Fenwick left the island.", "age of 17", True),
        ("Ida Fenwick left the island at the age of 17.", "age of 17", True),
        ("Ida Fenwick died at the age of 91.", "age of 91", False),
        ("They moved when she was four.", "she was four", True),
        ("Una Cole, who was 18 at the time of the fire, left.", "who was 18", True),
        ("Una Cole, who was 18, left.", "who was 18", False),
        ("Una Cole turns 40 in June.", "turns 40", True),
        ("Una Cole turned 40 in June.", "turned 40", False),
        ("Una Cole, 40, left.", "40", False),
    ],
)
def test_an_age_may_be_that_of_another_time(text: str, words: str, then: bool) -> None:
    assert bearer(text, words).then is then


def test_a_group_is_many() -> None:
    assert bearer("Three men, aged 20, 24 and 31, were held.", "24").many
    assert not bearer("A man, 24, was held.", "24").many


def test_a_new_person_is_not_the_one_told_of_before() -> None:
    found = bearer("Paula Grim was suspended. A 39-year-old was hurt.", "39-year-old")
    assert found.names == ()
    assert not found.inferred


def test_the_one_told_of_before_is_inferred() -> None:
    assert bearer("Paula Grim was suspended. The 39-year-old denies all.", "39-year-old").inferred
    assert not bearer("Paula Grim was suspended. She was 39.", "She was 39").inferred


def test_a_pair_has_two_names_and_a_son_his_suffix() -> None:
    assert len(bearer("Ada Hoff and Nils Hoff, both 11, are in the final.", "both 11").names) == 2
    assert bearer("Ben Stark Jr., 19, owns the mill.", "19").suffix == "jr"
