"""The values that stand anywhere in the sources: a small figure that none of them has is a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from factcheck.align.topic import Topic
from factcheck.cached import cached_property
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.regex_cache import regex
from factcheck.segment import Parsed
from factcheck.state.lexicon import Lexicon, lexicon_of
from factcheck.text.folding import fold

Found = TypeVar("Found")

_NUMBERED = regex(r"[ \t]*(\d{1,2})[.)][ \t]")
_BULLETED = regex(r"[ \t]*[-*•·–][ \t]")


class StatedValues(Struct, frozen=True, dict=True):
    """The numbers, lengths of time and lists of some sources, each read when it is first asked for.

    Each is kept with the documents that have it: what a report of another event has says nothing of a draft.
    """

    claims: Sequence[Claim] = ()
    parsed: Mapping[str, Parsed] = {}

    def has(self, topic: Topic) -> bool:
        """Whether a source of the claim's event has its value, of whatever it may be, has its words, or lists so many
        items.
        """
        return self._are_of_the_event(topic, self._known, self._documents)

    def counts(self, topic: Topic) -> bool:
        """The same, but for a number that surely counts another thing: 9 minutes are no 9 men."""
        return self._are_of_the_event(topic, self._counted, self._counting)

    def _are_of_the_event(
        self, topic: Topic, known: dict[int, bool], documents: Callable[[Topic], Iterable[str]]
    ) -> bool:
        vocabulary, claim = topic.vocabulary, topic.claim
        found = known.get(topic.order)
        if found is None:
            found = any(not vocabulary.are_two_events(claim.document, each) for each in documents(topic))
            known[topic.order] = found
        return found

    def may_name(self, topic: Topic) -> bool:
        """Whether a source of the claim's event may name the things that a claim counts, or tells what became of them.

        A writer counts two where a source names both, and then the source has their kind and their fate in some words.
        """
        lexicon, stated = lexicon_of(topic.vocabulary.ruleset), topic.core
        counted = set(stated.measure.concepts) - lexicon.generic if stated.measure is not None else set()
        happened = set(stated.event.concepts) & lexicon.wide_classes if stated.event is not None else set()
        if not happened:
            return True
        asked = [each for each in (counted, happened) if each]
        one = topic.claim.document
        others = [name for name in self.parsed if not topic.vocabulary.are_two_events(one, name)]
        return any(not each.isdisjoint(self._meanings(name, lexicon)) for name in others for each in asked)

    def _meanings(self, name: str, lexicon: Lexicon) -> Set[str]:
        """What the words of a document may mean: their concepts and their classes as verbs and nouns."""
        found = self._known_meanings.get(name)
        if found is None:
            forms = {(form.folded, form.concept) for form in self.parsed[name].tokens.forms}
            found = {concept for _, concept in forms}
            for folded, _ in forms:
                found.update(lexicon.noun_classes[folded])
                found.update(lexicon.verb_classes[folded])
            self._known_meanings[name] = found
        return found

    @cached_property
    def _known_meanings(self) -> dict[str, set[str]]:
        """What the words of each document may mean, each read when it is first asked for."""
        return {}

    @cached_property
    def _known(self) -> dict[int, bool]:
        """The answers of `has` by the numbers of the claims, each of which is asked for more than once."""
        return {}

    @cached_property
    def _counted(self) -> dict[int, bool]:
        """The answers of `counts`."""
        return {}

    def _documents(self, topic: Topic) -> Iterator[str]:
        """The documents that have a claim's value or words."""
        value = topic.claim.value
        if isinstance(value, TimeExpression):
            day = _day(value)
            if day is not None:
                yield from self._days.get(day, ())
            yield from self._timexes.get(value.timex or "", ())
        elif isinstance(value, Quantity):
            for claim in self._with_number(value):
                yield claim.document
            yield from self._listing(value)
        else:
            return
        yield from self._writing(topic.claim)

    def _counting(self, topic: Topic) -> Iterator[str]:
        """The documents that have a number, and count with it nothing that is surely another thing."""
        value = topic.claim.value
        if not isinstance(value, Quantity):
            yield from self._documents(topic)
            return
        lexicon = lexicon_of(topic.vocabulary.ruleset)
        mine = _counted(topic.claim, lexicon)
        for claim in self._with_number(value):
            theirs = _counted(claim, lexicon)
            if not mine or not theirs or mine & theirs or _may_be_one(mine, theirs, lexicon):
                yield claim.document
        yield from self._listing(value)

    def _with_number(self, value: Quantity) -> Sequence[Claim]:
        number = value.number if value.number is not None else value.low
        return self._numbers.get(number, ()) if number is not None else ()

    def _listing(self, value: Quantity) -> Set[str]:
        """The documents that list as many items as a quantity counts."""
        number = value.number if value.number is not None else value.low
        return self._list_lengths.get(number, set()) if number is not None else set()

    @cached_property
    def _numbers(self) -> Mapping[Decimal, Sequence[Claim]]:
        found: dict[Decimal, list[Claim]] = {}
        for claim in self.claims:
            value = claim.value
            if isinstance(value, Quantity):
                for number in dict.fromkeys((value.number, value.low, value.high)):
                    if number is not None:
                        found.setdefault(number, []).append(claim)
        return found

    @cached_property
    def _days(self) -> Mapping[date, Set[str]]:
        """The days that the sources name, and those on which they were published."""
        values = ((claim.document, claim.value) for claim in self.claims)
        named = ((_day(value), name) for name, value in values if isinstance(value, TimeExpression))
        published = ((each.document.anchor, name) for name, each in self.parsed.items())
        return _by_value((day, name) for day, name in (*named, *published) if day is not None)

    @cached_property
    def _timexes(self) -> Mapping[str, Set[str]]:
        """The dates and lengths of time, and the weekdays of all days."""
        values = ((claim.document, claim.value) for claim in self.claims)
        timexes = ((each.timex, name) for name, each in values if isinstance(each, TimeExpression) and each.timex)
        weekdays = ((f"XXXX-WXX-{day.isoweekday()}", name) for day, names in self._days.items() for name in names)
        return _by_value((*timexes, *weekdays))

    @cached_property
    def _list_lengths(self) -> Mapping[Decimal, Set[str]]:
        """How many items the lists of the sources have: "four products" counts those that one lists."""
        return _by_value(
            (Decimal(many), name) for name, each in self.parsed.items() for many in _list_lengths(each.document.text)
        )

    def _writing(self, claim: Claim) -> Iterator[str]:
        """The documents that have the words of a claim, read there as another claim or as none."""
        words = claim.text.lower()
        return (name for name, text in self._small_texts.items() if _holds(text, words))

    @cached_property
    def _small_texts(self) -> Mapping[str, str]:
        """The texts of the sources in small letters."""
        return {name: each.document.text.lower() for name, each in self.parsed.items()}


def _counted(claim: Claim, lexicon: Lexicon) -> frozenset[str]:
    """The classes of what a claim counts, or its unit; none where it counts what is not named."""
    value = claim.value
    if isinstance(value, TimeExpression):
        return frozenset(("time",))
    if not isinstance(value, Quantity):
        return frozenset()
    if value.unit is not None:
        return frozenset((value.unit,))
    noun = value.noun.split()[-1] if value.noun else ""
    return frozenset(lexicon.noun_classes[fold(noun)]) if noun else frozenset()


def _may_be_one(one: frozenset[str], two: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether two nouns may stand for one thing: both are people, or one is a kind of the other."""
    if all(any(lexicon.is_person(each) for each in classes) for classes in (one, two)):
        return True
    return any(lexicon.kinds_of.get(each, frozenset()) & two for each in one) or any(
        lexicon.kinds_of.get(each, frozenset()) & one for each in two
    )


def _holds(text: str, words: str) -> bool:
    """Whether words stand in a text, neither as the end nor as the beginning of longer ones."""
    at = text.find(words)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(words) : at + len(words) + 1]
        if not any(each.isalnum() or each == "_" for each in around):
            return True
        at = text.find(words, at + 1)
    return False


def _by_value(pairs: Iterable[tuple[Found, str]]) -> Mapping[Found, Set[str]]:
    found: dict[Found, set[str]] = {}
    for value, name in pairs:
        found.setdefault(value, set()).add(name)
    return found


def _day(value: TimeExpression) -> date | None:
    return value.first if value.first == value.last else None


def _list_lengths(text: str) -> Iterator[int]:
    """The numbers of items of the lists in a text, numbered from 1 or bulleted."""
    lines = text.split("\n")  # most lines are long, and begin a sentence
    expected = 1
    for found in filter(None, map(_NUMBERED.match, lines)):
        number = int(found[1])
        if number not in (1, expected):
            continue
        if number == 1 and expected > 1:
            yield expected - 1
        expected = number + 1
    if expected > 1:
        yield expected - 1
    for bulleted, items in groupby(lines, lambda line: _BULLETED.match(line) is not None):
        if bulleted:
            yield sum(1 for _ in items)
