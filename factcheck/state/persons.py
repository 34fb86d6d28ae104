"""Whose ages a document states: each person as named there, wherever the name stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.kinds.quotation.persons import Person, PersonReader, may_be_one
from factcheck.model import Claim, Quantity, Quotation
from factcheck.records import replace
from factcheck.segment import Parsed
from factcheck.state.lexicon import Lexicon

_ROOM = "quotation"  # whose rules name persons


def person_reader(parsed: Parsed, quotations: Sequence[Claim]) -> PersonReader | None:
    """The reader of the persons of a document; None in a language without rules for them."""
    if _ROOM not in parsed.ruleset.rooms:
        return None
    quoted = [(claim.start, claim.value) for claim in quotations if isinstance(claim.value, Quotation)]
    return PersonReader(parsed.document.text, parsed.sentences, quoted, parsed.ruleset)


def persons_of(
    reader: PersonReader, ages: Sequence[Claim], party: Callable[[Claim], str], lexicon: Lexicon
) -> dict[int, Person]:
    """The persons whose ages a document states, by the offsets of the claims; without those that nothing names.

    Someone who is only described ("a 22-year-old man") is the one person whom the document names with that age, which
    says more than who was told of before; but "another 22-year-old" is not, nor one of the other side of a crime, which
    `party` says.
    """
    found = {claim.start: person for claim in ages if (person := reader.bearer(claim.start, claim.end)) is not None}
    for claim in ages:
        if claim.start in found:
            found[claim.start].party = party(claim)
    for person in found.values():
        if len(person.names) == 1 and not person.head and not person.many:
            person.head = reader.role_of(person)
    for claim in ages:
        person = found.get(claim.start)
        if person is None or person.many or not is_human(person, lexicon) or (person.names and not person.inferred):
            continue
        alike = [
            other
            for each in ages
            if (other := found.get(each.start)) is not None
            and other.names
            and not other.inferred
            and _years(each) == _years(claim) is not None
            and person.sex in ("", other.sex or person.sex)
        ]
        named = _of_party(alike, person.party, reader)
        if person.another or (alike and not named):
            found[claim.start] = replace(person, names=(), inferred=False)
        elif named and all(may_be_one(named[0], other, reader.ruleset) for other in named):
            one = named[0]
            found[claim.start] = replace(
                person, names=one.names, many=False, sex=one.sex, suffix=one.suffix, inferred=True
            )
    return found


def _of_party(named: Sequence[Person], party: str, reader: PersonReader) -> list[Person]:
    """The named persons whom the document does not put on another side than that one everywhere it puts them on one."""
    if not party:
        return list(named)
    kept = []
    for person in named:
        sides = {other.party for other in named if other.party and may_be_one(person, other, reader.ruleset)}
        if not sides or party in sides:
            kept.append(person)
    return kept


def is_human(person: Person, lexicon: Lexicon) -> bool:
    """Whether the bearer of an age is a person, and no building or firm."""
    if person.names or person.is_role or not person.head:
        return True
    return any(lexicon.is_person(each) for each in lexicon.noun_classes[person.head])


def _years(claim: Claim) -> tuple[object, str | None] | None:
    value = claim.value
    return (value.number, value.unit) if isinstance(value, Quantity) and value.number is not None else None
