"""Of which ages the reports of an event know one person only: "Raj Chohan, 59", and everywhere else "a 59-year-old
woman".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from factcheck.align.topic import Topic
from factcheck.kinds.quotation.persons import Person, may_be_one
from factcheck.state.lexicon import lexicon_of
from factcheck.state.persons import is_human

_AGE = "age"


class SoleBearer(Struct, frozen=True):
    """The only person of an age whom reports of one event name: a claim with its person, and what all of them tell."""

    topic: Topic
    person: Person
    sexes: frozenset[str]
    parties: frozenset[str]


def note_sole_bearers(topics: Iterable[Topic]) -> None:
    """Enter in the vocabulary of some topics the only named person of each age in each event, where there is one."""
    ages: dict[tuple[int, str], list[tuple[Topic, Person]]] = defaultdict(list)
    for topic in topics:
        if topic.family != _AGE or topic.person is None:
            continue
        if is_human(topic.person, lexicon_of(topic.vocabulary.ruleset)):
            ages[topic.event_cluster, topic.key].append((topic, topic.person))
    for key, members in ages.items():
        sole = _sole(members)
        if sole is not None:
            sole.topic.vocabulary.sole_bearers[key] = sole


def _sole(members: Sequence[tuple[Topic, Person]]) -> SoleBearer | None:
    """The only person of an age, or the one whom every report names that names another of that age as well."""
    named = [each for each in members if each[1].names and not each[1].inferred]
    if not named:
        return None
    persons: list[list[tuple[Topic, Person]]] = []
    for topic, person in named:
        alike = next((each for each in persons if any(_may_be_one(other, person, topic) for _, other in each)), None)
        if alike is None:
            persons.append([(topic, person)])
        else:
            alike.append((topic, person))
    first, *others = sorted(persons, key=lambda each: -len(_documents(each)))
    documents = _documents(first)
    if any(not _documents(each) < documents for each in others) or any(person.many for _, person in first):
        return None
    known = {person.sex for _, person in first if person.sex and not person.guessed}
    if len(known) == 1:  # "Alexis" is a boy here
        for _, person in first:
            person.sex = next(iter(known))
    sexes, parties = ({getattr(person, name) for _, person in first} - {""} for name in ("sex", "party"))
    fullest = max(first, key=lambda each: len(each[1].names[0].split()))
    sole = SoleBearer(*fullest, frozenset(sexes), frozenset(parties))
    # A report that gives the age to somebody else as well knows two persons of it.
    if any(
        _is_nameless(person) and topic.claim.document in documents and not _may_be(person, sole)
        for topic, person in members
    ):
        return None
    return sole


def _may_be_one(a: Person, b: Person, topic: Topic) -> bool:
    """Whether two named persons of one age may be one: also by a given name alone."""
    if may_be_one(a, b, topic.vocabulary.ruleset):
        return True
    short, long = sorted((a.names[0].split(), b.names[0].split()), key=len)
    return len(short) == 1 and short[0] in long


def _documents(members: Iterable[tuple[Topic, Person]]) -> set[str]:
    return {topic.claim.document for topic, _ in members}


def _is_nameless(person: Person) -> bool:
    """Whether no name stands beside an age; one found elsewhere in the document is a guess."""
    return not person.names or person.inferred


def are_of_sole_bearer(a: Topic, b: Topic) -> bool:
    """Whether two equal ages are of the only person of that age whom the reports of their event name, as far as each is
    that person's, or of somebody without a name of whom nothing else is told.
    """
    if a.key != b.key or a.event_cluster != b.event_cluster:
        return False
    sole = a.vocabulary.sole_bearers.get((a.event_cluster, a.key))
    return sole is not None and all(_may_be(topic.person, sole) for topic in (a, b))


def _may_be(person: Person | None, sole: SoleBearer) -> bool:
    if person is None:
        return False
    if not _is_nameless(person):
        return _may_be_one(person, sole.person, sole.topic)
    if person.another or person.owned or person.many or person.then:
        return False
    if person.sex and sole.sexes and person.sex not in sole.sexes:
        return False
    return not person.party or not sole.parties or person.party in sole.parties


def pairs_of_sole_bearers(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Each age without a name with the first of the only person of that age."""
    for topic in topics:
        if topic.family != _AGE or topic.person is None or not _is_nameless(topic.person):
            continue
        sole = topic.vocabulary.sole_bearers.get((topic.event_cluster, topic.key))
        if sole is not None and are_of_sole_bearer(sole.topic, topic):
            yield (sole.topic, topic) if sole.topic.order < topic.order else (topic, sole.topic)
