"""Whether two ages are of one person, and which ages of one person the documents state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from factcheck.align.score import Alignment
from factcheck.align.topic import Topic
from factcheck.kinds.quotation.persons import Person, are_one, may_be_one
from factcheck.model import Difference, Quantity
from factcheck.records import Members
from factcheck.state.clause import noun_phrase_before
from factcheck.state.lexicon import Lexicon, Tag, lexicon_of
from factcheck.state.persons import is_human
from factcheck.text.folding import fold

_MOST_VALUES = 12  # full names and ages that share a name, and are compared each with each
_GENERATION = 16  # years from which two ages of one name are rather a parent's and a child's
_YEAR = 365  # days
_BIRTHDAY = 46  # days between two reports from which a birthday is more likely than a mistake of a year
_NOUGHT = Decimal(0)
_SEVERAL = 2  # persons


class Bearers(Members):
    """How the persons of two ages stand to each other."""

    TWO = 0  # two persons, or a person and a thing
    UNKNOWN = 1  # nothing tells
    ALIKE = 2  # described by the same noun: "a girl, 9", "the nine-year-old girl"
    MAYBE = 3  # named, and the names may be one: a surname alone, a misspelling
    ONE = 4  # of one given name and surname


def bearers(a: Topic, b: Topic) -> Bearers:
    """How the persons of two ages stand to each other, by their names, else by how they are described; symmetric."""
    one, two, ruleset = a.person, b.person, a.vocabulary.ruleset
    if one is None or two is None:
        return Bearers.UNKNOWN
    lexicon = lexicon_of(ruleset)
    if is_human(one, lexicon) != is_human(two, lexicon):
        return Bearers.TWO
    if one.names and two.names:
        if are_one(one, two, ruleset):
            return Bearers.ONE
        return Bearers.MAYBE if may_be_one(one, two, ruleset) else Bearers.TWO
    if (one.sex and two.sex and one.sex != two.sex) or one.another != two.another:
        return Bearers.TWO
    if one.party and two.party and one.party != two.party:
        return Bearers.TWO
    if not one.head or not two.head:
        return Bearers.UNKNOWN
    if one.names or two.names:
        return Bearers.ALIKE if _have_one_role(one, two, lexicon) else Bearers.UNKNOWN
    return _described(one, two, lexicon)


def _have_one_role(one: Person, two: Person, lexicon: Lexicon) -> bool:
    """Whether two persons, of whom one is named, are described by one noun that says more than "man" or "daughter"."""
    if one.owned or two.owned:
        return False
    classes = lexicon.noun_classes[one.head]
    if classes != lexicon.noun_classes[two.head] or one.head in lexicon.generic:
        return False
    return not any(each in lexicon.generic_persons or each in lexicon.sexed for each in classes)


def are_on_one_side(a: Topic, b: Topic) -> bool:
    """Whether both documents tell that the person was harmed, or that they are held to have done the harm."""
    one, two = a.person, b.person
    return one is not None and two is not None and bool(one.party) and one.party == two.party


def are_one_by_role(a: Topic, b: Topic, found: Bearers) -> bool:
    """Whether one of two persons is named, and the other described as that one is: "Jo Pohl, the guard", "a guard"."""
    one, two = a.person, b.person
    return found is Bearers.ALIKE and one is not None and two is not None and bool(one.names) != bool(two.names)


def are_of_one_role(a: Topic, b: Topic) -> bool:
    """Whether two ages are of one by a role; see `are_one_by_role`."""
    return are_one_by_role(a, b, bearers(a, b))


def _described(one: Person, two: Person, lexicon: Lexicon) -> Bearers:
    if lexicon.noun_classes[one.head] == lexicon.noun_classes[two.head]:
        return Bearers.ALIKE
    return Bearers.TWO if one.owned and two.owned else Bearers.UNKNOWN


def are_surely_one(a: Topic, b: Topic) -> bool:
    """Whether two ages are of one person who is named in full beside both, or by a pronoun."""
    one, two = a.person, b.person
    if one is None or two is None or one.inferred or two.inferred:
        return False
    return bearers(a, b) is Bearers.ONE


def are_of_two(a: Topic, b: Topic) -> bool:
    """Whether two ages are of two persons, each of whom is named beside the age itself."""
    one, two = a.person, b.person
    if one is None or two is None or one.inferred or two.inferred or not one.names or not two.names:
        return False
    mine, theirs = a.core.bearer, b.core.bearer
    if mine is None or theirs is None or not set(mine.concepts).isdisjoint(theirs.concepts):
        return False  # a surname by itself ("McCarthy, 51") may be that of either of two
    return bearers(a, b) is Bearers.TWO


def is_of_another(a: Topic, b: Topic) -> bool:
    """Whether two ages that differ are no contradiction: of two bearers, or of one who has aged between the reports."""
    found = bearers(a, b)
    if found is Bearers.UNKNOWN and (_tells_apart(a, b) or _tells_apart(b, a)):
        return True
    return found is Bearers.TWO or (found is Bearers.ONE and (_of_other_times(a, b) or has_aged(a, b)))


def _tells_apart(a: Topic, b: Topic) -> bool:
    """Whether the sentence of `b` has the bearer of `a` beside its own: "his passenger, a woman of 24, died; the driver
    was held" says nothing of the driver's age.

    Who is only "a woman" may be the driver, unless she explains another ("his passenger, a woman of 24").
    """
    one, two = a.person, b.person
    if one is None or two is None or one.names or not one.head or not two.head:
        return False
    lexicon = lexicon_of(a.vocabulary.ruleset)
    heads = lexicon.noun_classes[one.head]
    if not b.vocabulary.names_beside(b.claim, heads):
        return False
    explained = _explained(b)
    if explained is not None:
        return set(lexicon.noun_classes[explained]).isdisjoint(heads)
    own = set(lexicon.noun_classes[two.head])
    return own.isdisjoint(heads) and own.isdisjoint(lexicon.generic_persons)


def _explained(topic: Topic) -> str | None:
    """The noun that a phrase with an age explains behind a comma: "his passenger, a 24-year-old woman"."""
    sentence = topic.vocabulary.reader(topic.claim.document).sentence(topic.claim)
    tokens, index = sentence.tokens, sentence.tokens.holding(topic.claim.start) - 1
    while index > sentence.first and sentence.tag(index) in (Tag.DETERMINER, Tag.NOUN):
        index -= 1
    if tokens.forms[index].text != ",":
        return None
    phrase = noun_phrase_before(sentence, index - 1, sentence.first)
    return tokens.forms[phrase.head].folded if phrase is not None else None


def are_in_conflict(a: Topic, alignment: Alignment, found: Bearers) -> bool:
    """Whether two ages that differ can be of one person, told otherwise by two documents.

    Ages of one document are of two persons: it tells of a father and a son of one name, or of several victims. Someone
    without a name is the same only where neither document gives such people two ages.
    """
    b = alignment.topic
    if a.claim.document == b.claim.document:
        return False
    if found is Bearers.ALIKE:
        return all(a.vocabulary.ages_of_such(each) == 1 for each in (a, b))
    if not are_surely_one(a, b) or _of_other_times(a, b):
        return False
    older, younger = sorted((_years(a), _years(b)), reverse=True)
    if older - younger >= _GENERATION and alignment.comparison.difference is not Difference.DIGITS_TRANSPOSED:
        return False
    return not has_aged(a, b)


def are_alone_of_age(a: Topic, b: Topic) -> bool:
    """Whether neither document names two persons of the age of which a nameless one of the other is."""
    return all(each.vocabulary.names_of_age(each) < _SEVERAL for each in (a, b))


def _of_other_times(a: Topic, b: Topic) -> bool:
    """Whether only one of two ages is that of the time of the report."""
    one, two = a.person, b.person
    return one is not None and two is not None and one.then != two.then


def _years(topic: Topic) -> Decimal:
    value = topic.claim.value
    return value.number or _NOUGHT if isinstance(value, Quantity) else _NOUGHT


def has_aged(a: Topic, b: Topic) -> bool:
    """Whether the time between two reports makes the difference: a later one gives a higher age."""
    days = [topic.vocabulary.anchor(topic.claim.document) for topic in (a, b)]
    if days[0] is None or days[1] is None:
        return False
    between, grown = (days[1] - days[0]).days, _years(b) - _years(a)
    if between < 0:
        between, grown = -between, -grown
    whole = between // _YEAR
    return between >= _BIRTHDAY and whole <= grown <= whole + 1


def likely_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of ages that may be of one person by a name in common, by a noun, or by the age and what became of them.

    Each name and each age is linked to the one before and to a few others, so that the pairs grow with the ages.
    """
    found: dict[tuple[str, ...], list[tuple[str, Topic]]] = defaultdict(list)
    for topic in topics:
        person = topic.person if topic.family == "age" else None
        if person is None:
            continue
        for name in person.names:
            folded = fold(name)
            for part in {*folded.split()[:1], *folded.split()[-1:]}:
                found[(part,)].append((folded, topic))
        if person.head:
            concepts = lexicon_of(topic.vocabulary.ruleset).noun_classes[person.head]
            if not person.names:
                found["", topic.key, *concepts].append(("", topic))
            found["", *concepts].append(("named" if person.names else "", topic))
        if person.party:
            found["", topic.key, person.party].append((fold(person.names[0]) if person.names else "", topic))
    for members in found.values():
        first: dict[tuple[str, str, int], Topic] = {}
        for name, topic in members:
            place = (name, topic.key, topic.event_cluster)
            if place in first:
                yield first[place], topic
            else:
                for earlier in list(first.values())[:_MOST_VALUES]:
                    yield earlier, topic
                first[place] = topic
