"""What the word lists say of a word's part in a clause: its tag, and the class of what it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache

import msgspec
from msgspec import Struct

from factcheck import disk_cache
from factcheck.model import Slot
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.remembered import Remembered
from factcheck.text.tokens import Form, Language, TokenKind, language_of

_WIDE = 2  # words from which a class of happenings is known well enough to be told from another


class Tag(IntEnum):
    """A word's part in its clause, as far as word lists can tell it."""

    NOUN = 0  # any open-class word that is no verb here: nouns, adjectives
    NAME = 1
    VERB = 2
    AUXILIARY = 3
    NEGATION = 4
    DETERMINER = 5
    PREPOSITION = 6
    COORDINATOR = 7
    SUBORDINATOR = 8
    RELATIVE = 9
    PRONOUN = 10
    ADVERB = 11
    FIGURE = 12
    MARK = 13


# In this order: "that" is a determiner before it is a relative pronoun, "no" a negation before a determiner.
_CLOSED: tuple[tuple[str, Tag], ...] = (
    ("state_negation", Tag.NEGATION),
    ("auxiliary", Tag.AUXILIARY),
    ("state_pronoun", Tag.PRONOUN),
    ("state_relative", Tag.RELATIVE),
    ("state_determiner", Tag.DETERMINER),
    ("state_coordinator", Tag.COORDINATOR),
    ("state_preposition", Tag.PREPOSITION),
    ("state_subordinator", Tag.SUBORDINATOR),
    ("state_adverb", Tag.ADVERB),
)


class Verb(Struct, frozen=True, array_like=True, gc=False):
    """A surface that may be a verb: its class, and whether it is a form that only a verb has or may be a noun too."""

    base: str
    name: str
    sure: bool
    participle: bool


class _Inflected(Struct, frozen=True, array_like=True):
    """The words of the lists in all their forms; made once for a set of lists and stored in the disk cache."""

    persons: dict[str, str]
    generic_persons: dict[str, str]
    generic_bearers: dict[str, str]
    measures: dict[str, str]
    events: dict[str, str]
    verbs: dict[str, Verb]


_INFLECTED = ("person_class", "generic_person", "generic_bearer", "measured", "event_noun", "verb", "irregular_verb")


class Lexicon:
    """The classes of words for reading statements, by folded form."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Inflect the verbs and nouns of the lists."""
        self.language: Language = language_of(ruleset)
        self.closed: dict[str, Tag] = {}
        for name, tag in _CLOSED:
            for word in ruleset.words(name):
                self.closed.setdefault(fold(word), tag)
        self.auxiliaries = _folded(ruleset.words("auxiliary"))
        self.infinitive = frozenset(_folded(ruleset.words("state_infinitive")))
        self.places = frozenset(_folded(ruleset.words("state_place_preposition")))
        inflected = _inflected(ruleset)
        self.persons = inflected.persons
        self._person_classes = frozenset(self.persons.values())
        irregular = {singular: plural for plural, singular in ruleset.words("irregular_noun").items()}
        self._plurals = {fold(plural): fold(singular) for singular, plural in irregular.items()}
        self.generic_persons = frozenset(
            each for word, meaning in inflected.generic_persons.items() for each in (word, meaning)
        )
        self.generic_bearers = inflected.generic_bearers
        self.measures = inflected.measures
        self.events = inflected.events
        self.verbs = inflected.verbs
        self.generic_classes = frozenset(self.generic_bearers.values()) | frozenset(self.generic_bearers)
        counts = Counter(
            [each for word, each in ruleset.words("verb").items() if each and each != word]
            + list(ruleset.words("event_noun").values())
        )
        self.wide_classes = frozenset(name for name, many in counts.items() if many >= _WIDE)
        self.reports = frozenset(ruleset.words("report_class"))
        self._accounts = frozenset(ruleset.words("account_measure"))
        self.happenings = ruleset.words("happening_class")
        self.fates = frozenset(self.happenings.values())
        self._fate_groups = ruleset.words("fate_group")
        self.means = ruleset.words("mean")
        self.comparatives = ruleset.words("state_comparative")
        self.standards = frozenset(ruleset.words("state_standard"))
        self.start_words = frozenset(ruleset.words("start_word"))
        self.level_words = frozenset(ruleset.words("level_word"))
        self.courses = frozenset(ruleset.words("course_class"))
        self.turning_classes = frozenset(ruleset.words("turning_class"))
        self.state_groups = ruleset.words("state_group")
        self.lenient_states = frozenset(ruleset.words("lenient_state"))
        self.lenient_extents = frozenset(ruleset.words("lenient_extent"))
        self.kinds_of = {fold(word): frozenset(whole.split("|")) for word, whole in ruleset.words("broader").items()}
        self._senses = {fold(word): tuple(more.split("|")) for word, more in ruleset.words("verb_other_sense").items()}
        self.noun_classes: Remembered[tuple[str, ...]] = Remembered(self._noun_classes)
        self.verb_classes: Remembered[tuple[str, ...]] = Remembered(self._verb_classes)

    def _noun_classes(self, folded: str) -> tuple[str, ...]:
        """The class of what a noun names: a measure, a happening, a group of people; else its stem."""
        bare = folded.removesuffix("'s")
        for word in (bare, self._plurals.get(bare, "")):
            for table in (self.measures, self.events, self.persons):
                found = table.get(word)
                if found:
                    return (found,)
            if word in self.generic_persons:
                return (word,)
        concept = self.language.concept[folded]
        return (concept,) if concept else ()

    def _verb_classes(self, folded: str) -> tuple[str, ...]:
        """The classes of what a verb says happens, the sense that rules in news first."""
        verb = self.verbs.get(folded)
        if verb is None:
            return self._noun_classes(folded)
        return (verb.name, *self._senses.get(verb.base, ()))

    def is_account(self, name: str) -> bool:
        """Whether a class is a measure of which news keeps accounts: profit, sales, debt."""
        return name in self._accounts

    def fate_group(self, event: Slot | None) -> str | None:
        """What became of those that a figure counts, such that no count of one group is a count of another."""
        if event is None or len(event.concepts) > 1:
            return None
        return self._fate_groups.get(event.concepts[0])

    def is_person(self, name: str) -> bool:
        """Whether a class is one of people."""
        return name in self._person_classes or name in self.generic_persons

    def tag(self, form: Form) -> Tag:
        """The tag of a word by itself: a verb form that may be a noun is a noun until its neighbours are seen."""
        if form.kind is TokenKind.FIGURE:
            return Tag.FIGURE
        if form.kind is not TokenKind.WORD:
            return Tag.MARK
        closed = self.closed.get(form.folded)
        if closed is not None:
            return closed
        if form.folded.endswith("n't"):
            return Tag.AUXILIARY
        return Tag.NAME if form.capital else Tag.NOUN


@lru_cache(maxsize=8)
def lexicon_of(ruleset: Ruleset) -> Lexicon:
    """The lexicon of a ruleset, made once."""
    return Lexicon(ruleset)


def _folded(words: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): meaning for word, meaning in words.items()}


def _inflected(ruleset: Ruleset) -> _Inflected:
    """The inflected lists of a ruleset, from the disk cache where they are unchanged."""
    lists = [ruleset.words(name) for name in _INFLECTED]
    made_from = msgspec.msgpack.encode((lists, ruleset.setting("inflection")))
    name, digest = f"lexicon-{ruleset.language}.msgpack", disk_cache.digest_of([("lists", made_from)])
    found = disk_cache.load(name, digest, _Inflected)
    if found is None:
        inflection = _Inflection(ruleset)
        persons, generic, bearers, measures, events = (_nouns(words, inflection) for words in lists[:5])
        verbs = _verbs(ruleset, {*measures, *events, *persons}, inflection)
        found = _Inflected(persons, generic, bearers, measures, events, verbs)
        disk_cache.store(name, digest, found)
    return found


class _Inflection:
    """The inflected surfaces of base forms, by the patterns of the language's rules."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._patterns = {
            name: [(re.compile(pattern), put) for pattern, put in ruleset.setting(f"inflection.{name}")]
            for name in ("plural", "past", "progressive")
        }

    def of(self, base: str, name: str) -> Iterator[str]:
        """The surfaces that the patterns of one name give; of several words the last one is inflected."""
        first, blank, last = base.rpartition(" ")
        for pattern, put in self._patterns[name]:
            surface, fits = pattern.subn(put, last, count=1)
            if fits:
                yield f"{first}{blank}{surface}"


def _nouns(words: Mapping[str, str], inflection: _Inflection) -> dict[str, str]:
    """The nouns of a list, singular and plural, with their classes."""
    found: dict[str, str] = {}
    for word, meaning in words.items():
        folded = fold(word)
        for surface in (folded, *inflection.of(folded, "plural")):
            found.setdefault(surface, meaning or folded)
    return found


def _verbs(ruleset: Ruleset, nouns: Collection[str], inflection: _Inflection) -> dict[str, Verb]:
    """The verbs of the lists in all their forms."""
    found: dict[str, Verb] = {}
    names = {fold(word): meaning or fold(word) for word, meaning in ruleset.words("verb").items() if " " not in word}
    for base, name in names.items():
        for surface in inflection.of(base, "plural"):
            found.setdefault(surface, Verb(base, name, sure=surface not in nouns, participle=False))
        for kind in ("past", "progressive"):
            for surface in inflection.of(base, kind):
                found.setdefault(surface, Verb(base, name, sure=surface not in nouns, participle=True))
        found.setdefault(base, Verb(base, name, sure=False, participle=False))
    for surface, base in _folded(ruleset.words("irregular_verb")).items():
        found[surface] = Verb(base, names.get(base, base), sure=surface not in nouns, participle=True)
    return found
