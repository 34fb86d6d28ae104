"""Records take and set their declared fields, as dataclasses do."""

from __future__ import annotations

import pytest

from factcheck.records import Members, record, replace


@record
class Place:
    """A place in a text."""

    line: int
    column: int = 1
    names: tuple[str, ...] = ()


def test_a_record_is_made_by_position_or_by_name() -> None:
    place = Place(3, names=("a",))
    assert (place.line, place.column, place.names) == (3, 1, ("a",))


def test_a_field_without_default_must_be_given() -> None:
    with pytest.raises(TypeError, match="line"):
        Place()  # type: ignore[call-arg]


def test_a_field_that_is_not_declared_is_refused() -> None:
    with pytest.raises(TypeError, match="row"):
        Place(1, row=2)  # type: ignore[call-arg]


def test_a_copy_has_some_fields_changed() -> None:
    place = Place(3, names=("a",))
    other = replace(place, column=7)
    assert (other.line, other.column, other.names) == (3, 7, ("a",))
    assert (place.column, type(other)) == (1, Place)


def test_a_copy_takes_declared_fields_only() -> None:
    with pytest.raises(TypeError, match="row"):
        replace(Place(1), row=2)


class Rank(Members):
    """Named numbers."""

    LOW = 1
    HIGH = 2


def test_members_are_of_their_class_and_have_their_names() -> None:
    assert isinstance(Rank.HIGH, Rank)
    assert (Rank.LOW.name, Rank.HIGH.name) == ("LOW", "HIGH")


def test_members_compare_and_hash_as_their_numbers() -> None:
    assert Rank.LOW < Rank.HIGH
    assert Rank.HIGH == 2
    assert {Rank.LOW: "low"}[Rank.LOW] == "low"
