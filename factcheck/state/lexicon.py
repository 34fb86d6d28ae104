"""What the word lists say of a word's part in a clause: its tag, and the class of what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec
from msgspec import Struct

from factcheck import disk_cache
from factcheck.cached import cached_property
from factcheck.model import Slot
from factcheck.records import Members
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.remembered import Remembered
from factcheck.text.tokens import Form, Language, TokenKind, language_of

_FIGURE = TokenKind.FIGURE
_WIDE = 2  # words from which a class of happenings is known well enough to conflict with another


class Tag(Members):
    """A word's part in its clause, as far as word lists can say."""

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


class Verb(Struct, frozen=True, gc=False):
    """A surface that may be a verb: its class, and whether it is a form that only a verb has or may be a noun too."""

    base: str
    name: str
    sure: bool
    participle: bool


class _Table(Struct, frozen=True, array_like=True):
    """A mapping in which few words are ever looked up, stored so that it need not be decoded as a whole.

    The entries are texts by their first three letters, "\\0word\\tmeaning" one after the other: a document has a few
    hundred of the 14,000 words.
    """

    texts: dict[str, str]

    def get(self, word: str) -> str | None:
        """The meaning of a word; None if it is not in the table."""
        text = self.texts.get(word[:_START], "")
        found = text.find(f"\0{word}\t")
        if found < 0:
            return None
        begin = found + len(word) + 2
        end = text.find("\0", begin)
        return text[begin:] if end < 0 else text[begin:end]

    def opens(self, word: str) -> bool:
        """Whether an entry of several words begins with a word."""
        return f"\0{word} " in self.texts.get(f"{word} "[:_START], "")


_START = 3  # letters by which the entries of a table are grouped: with two, the texts to search are three times as long


def _table(words: Mapping[str, str]) -> _Table:
    texts: dict[str, list[str]] = {}
    for word, meaning in words.items():
        texts.setdefault(word[:_START], []).append(f"\0{word}\t{meaning}")
    return _Table({start: "".join(entries) for start, entries in texts.items()})


class _Inflected(Struct, frozen=True, array_like=True):
    """The words of the lists in all their forms; made once for a set of lists and stored in the disk cache.

    `verbs` gives for each form of a verb whether only a verb has it, whether it is a participle (0 or 1 each), and the
    base; `names` gives the class of each base, and `phrases` what follows a base in verbs of several words, the longest
    first, each with its class ("off=cancel|on=ask"). The generic words are given with their classes. `wide_classes` are
    those of several words.
    """

    persons: _Table
    measures: _Table
    events: _Table
    verbs: _Table
    names: _Table
    phrases: _Table
    person_classes: frozenset[str]
    generic_persons: frozenset[str]
    generic_bearers: frozenset[str]
    wide_classes: frozenset[str]


class Endings(Struct, frozen=True):
    """How words of some forms end; others may end so, too."""

    third_person: tuple[str, ...]
    plural: tuple[str, ...]
    past: tuple[str, ...]
    progressive: tuple[str, ...]


_PREPOSITIONS = ("accompanying", "infinitive", "place_preposition", "whole_preposition")
_WORDS = ("share", "amount", "of", "counting_noun", "referring", "expletive")
_INFLECTED = ("person_class", "generic_person", "generic_bearer", "measured", "event_noun", "verb", "irregular_verb")


class _Tags(dict[Form, Tag]):
    """The tag of each form, worked out at its first look-up; forms are shared by all texts of a language."""

    def __init__(self, tag: Callable[[Form], Tag]) -> None:
        super().__init__()
        self._tag = tag

    def __missing__(self, form: Form) -> Tag:
        if len(self) >= _MOST_TAGS:
            self.clear()
        found = self[form] = self._tag(form)
        return found


_MOST_TAGS = 50_000  # forms; bounds the memory of a long-running process


class Lexicon:
    """The classes of words for reading statements, by folded form."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Inflect the verbs and nouns of the lists."""
        self.language: Language = language_of(ruleset)
        self._ruleset = ruleset
        self.closed: dict[str, Tag] = {}
        for name, tag in _CLOSED:
            for word in ruleset.words(name):
                self.closed.setdefault(fold(word), tag)
        self.auxiliaries = _folded(ruleset.words("auxiliary"))
        self.giving = frozenset(ruleset.words("giving_class"))
        self.endings = Endings(*(tuple(ruleset.words(f"{name}_ending")) for name in Endings.__struct_fields__))
        self.accompanying, self.infinitive, self.places, self.whole_prepositions = (
            frozenset(_folded(ruleset.words(f"state_{name}"))) for name in _PREPOSITIONS
        )
        inflected = _inflected(ruleset)
        self._person_classes = inflected.person_classes
        irregular = {singular: plural for plural, singular in ruleset.words("irregular_noun").items()}
        self._plurals = {fold(plural): fold(singular) for singular, plural in irregular.items()}
        self.generic_persons = inflected.generic_persons
        self.generic = inflected.generic_bearers | inflected.generic_persons
        self.wide_classes = inflected.wide_classes
        self._nouns = (inflected.measures, inflected.events, inflected.persons)
        self._verb_forms, self._verb_names, self._phrases = inflected.verbs, inflected.names, inflected.phrases
        self._verbs: Remembered[Verb | None] = Remembered(self._read_verb)
        self.reports = frozenset(ruleset.words("report_class"))
        self._accounts = frozenset(ruleset.words("account_measure"))
        self._account_groups = ruleset.words("account_group")
        self.happenings = ruleset.words("happening_class")
        self.fates = frozenset(self.happenings.values())
        self._fate_groups = ruleset.words("fate_group")
        self.share_words, self.amount_words, self.of_words, self.counting_nouns, self.referring, self.expletives = (
            frozenset(ruleset.words(f"state_{name}")) for name in _WORDS
        )
        self.standards, self.level_words, self.moving_words, self.standing_words, self.bare_amounts = (
            frozenset(ruleset.words(name))
            for name in ("state_standard", "level_word", "moving_word", "standing_word", "bare_amount")
        )
        self.ways = ruleset.words("way")
        self.courses = frozenset(ruleset.words("course_class"))
        self.state_groups = ruleset.words("state_group")
        self._senses = {fold(word): tuple(more.split("|")) for word, more in ruleset.words("verb_other_sense").items()}
        self.noun_classes: Remembered[tuple[str, ...]] = Remembered(self._noun_classes)
        self.verb_classes: Remembered[tuple[str, ...]] = Remembered(self._verb_classes)
        self.phrases_behind: Remembered[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = Remembered(
            self._phrases_behind
        )

    # What few pairs of claims are asked about is read when it is asked for.

    @cached_property
    def cardinals(self) -> Mapping[str, str]:
        """Numbers in words."""
        return self._ruleset.words("cardinal")

    @cached_property
    def telling(self) -> Collection[str]:
        """Verbs of saying whose object is who is told."""
        return self._ruleset.words("quote_never_inverted").keys()

    @cached_property
    def speech_verbs(self) -> Collection[str]:
        """Verbs that introduce what somebody said, as base forms."""
        return self._ruleset.words("quote_speech_verb").keys()

    @cached_property
    def comparatives(self) -> Mapping[str, str]:
        """Words that compare, with what each says."""
        return self._ruleset.words("state_comparative")

    @cached_property
    def turning_classes(self) -> frozenset[str]:
        """Classes of happenings that turn a figure."""
        return frozenset(self._ruleset.words("turning_class"))

    @cached_property
    def pronouns(self) -> Mapping[str, str]:
        """Pronouns, with whom each stands for."""
        return self._ruleset.words("state_antecedent")

    @cached_property
    def adverbs(self) -> frozenset[str]:
        """Words that stand between an auxiliary and its verb and are elsewhere other parts of speech."""
        return frozenset(self._ruleset.words("state_adverb_of_verb"))

    @cached_property
    def passing_fates(self) -> frozenset[str]:
        """The groups of fates that do not last: who is missing is found."""
        return frozenset(self._ruleset.words("passing_fate"))

    @cached_property
    def toll_fates(self) -> frozenset[str]:
        """The fates of which an event has one count each."""
        return frozenset(self._ruleset.words("toll_fate"))

    @cached_property
    def fates_within(self) -> Mapping[str, str]:
        """The fates a count of which may count those of another fate as well, with that one."""
        return self._ruleset.words("fate_within")

    @cached_property
    def culprits(self) -> frozenset[str]:
        """The nouns for those who do harm: "gunman"."""
        return frozenset(self._ruleset.words("culprit"))

    @cached_property
    def including(self) -> frozenset[str]:
        """The words before some of those whom a figure counts."""
        return frozenset(self._ruleset.words("including_word"))

    @cached_property
    def toll_nouns(self) -> frozenset[str]:
        """The nouns for a count of those of one fate: "the death toll"."""
        return frozenset(self._ruleset.words("toll_noun"))

    @cached_property
    def loose_fate_nouns(self) -> frozenset[str]:
        """The nouns that tell what became of people in some news only: "cases"."""
        return frozenset(self._ruleset.words("loose_fate_noun"))

    @cached_property
    def latest_words(self) -> frozenset[str]:
        """The words by which a count that only grows says that lower ones were given before: "the latest count"."""
        return frozenset(self._ruleset.words("latest_word"))

    @cached_property
    def body_nouns(self) -> frozenset[str]:
        """The nouns for the dead who have been found: "bodies"."""
        return frozenset(self._ruleset.words("body_noun"))

    @cached_property
    def life_nouns(self) -> frozenset[str]:
        """The nouns for what the dead lose: "claimed 12 lives"."""
        return frozenset(self._ruleset.words("life_noun"))

    @cached_property
    def event_units(self) -> frozenset[str]:
        """The units of which an event has one figure."""
        return frozenset(self._ruleset.words("event_unit"))

    @cached_property
    def unreal_states(self) -> frozenset[str]:
        """The states of what has not happened."""
        return frozenset(self._ruleset.words("unreal_state"))

    @cached_property
    def harming(self) -> frozenset[str]:
        """The classes of verbs of harm that leave open what became of those harmed: "shot"."""
        return frozenset(self._ruleset.words("harming_class"))

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """The classes of verbs that put their object on a side: among those harmed, or those held for it."""
        return self._ruleset.words("party")

    @cached_property
    def party_nouns(self) -> Mapping[str, str]:
        """The classes of nouns for people of one of these sides."""
        return self._ruleset.words("party_noun")

    @cached_property
    def accumulating(self) -> frozenset[str]:
        """Classes of what is done to ever more people or things while an event goes on."""
        return frozenset(self._ruleset.words("accumulating_class"))

    @cached_property
    def hospitals(self) -> frozenset[str]:
        """Where people are taken who are hurt, and who takes care of them."""
        return frozenset(self._ruleset.words("hospital_word"))

    @cached_property
    def reasons_of_treatment(self) -> frozenset[str]:
        """What people are treated for to whom harm was done."""
        return frozenset(self._ruleset.words("treated_harm"))

    @cached_property
    def treatments(self) -> frozenset[str]:
        """What those need who are hurt."""
        return frozenset(self._ruleset.words("treatment_word"))

    @cached_property
    def needing(self) -> frozenset[str]:
        """Classes of verbs of which treatment is the object."""
        return frozenset(self._ruleset.words("needing_class"))

    @cached_property
    def moment_words(self) -> frozenset[str]:
        """Words that say that something is so now, or still."""
        return frozenset(self._ruleset.words("moment_word"))

    @cached_property
    def supplies(self) -> frozenset[str]:
        """What homes are supplied with: power, water."""
        return frozenset(self._ruleset.words("supply"))

    @cached_property
    def lacking(self) -> frozenset[str]:
        """Words beside a supply that say that it has failed: "without", "out"."""
        return frozenset(self._ruleset.words("lacking"))

    @cached_property
    def earlier_words(self) -> frozenset[str]:
        """Adjectives that put what is counted before the event: "prior"."""
        return frozenset(self._ruleset.words("earlier_word"))

    @cached_property
    def outages(self) -> frozenset[str]:
        """Words for a failure of power: "outage", "blackout"."""
        return frozenset(self._ruleset.words("outage"))

    @cached_property
    def supplied(self) -> frozenset[str]:
        """Classes of nouns for those who are supplied: homes, customers."""
        return frozenset(self._ruleset.words("supplied_class"))

    @cached_property
    def harm_adjectives(self) -> frozenset[str]:
        """Adjectives that say what became of someone: "dead", "wounded"."""
        return frozenset(self._ruleset.words("harm_adjective"))

    @cached_property
    def finding(self) -> frozenset[str]:
        """The classes of verbs behind which another participle says what became of someone: "was found shot"."""
        return frozenset(self._ruleset.words("finding_class"))

    @cached_property
    def spanning(self) -> frozenset[str]:
        """The prepositions of the time over which something came about: "within two days"."""
        return frozenset(self._ruleset.words("spanning_preposition"))

    @cached_property
    def reflexives(self) -> frozenset[str]:
        """The pronouns by which who does something does it to themselves."""
        return frozenset(self._ruleset.words("reflexive"))

    @cached_property
    def person_relatives(self) -> frozenset[str]:
        """The relative pronouns that stand for a person: "who"."""
        return frozenset(self._ruleset.words("bearer_of_an_age"))

    @cached_property
    def passive_auxiliaries(self) -> frozenset[str]:
        """The auxiliaries of the passive."""
        return frozenset(self._ruleset.words("quote_passive_aux"))

    @cached_property
    def suffering(self) -> frozenset[str]:
        """The classes of verbs whose object is the harm to those who are their subject: "suffered injuries"."""
        return frozenset(self._ruleset.words("suffering_class"))

    @cached_property
    def deadly(self) -> Mapping[str, str]:
        """Adverbs that say what became of those harmed, with the fate: "fatally"."""
        return self._ruleset.words("deadly_manner")

    @cached_property
    def harm_nouns(self) -> frozenset[str]:
        """The nouns that count harms, of which one person may have several: "three wounds"."""
        return frozenset(self._ruleset.words("harm_noun"))

    @cached_property
    def degrees_of_harm(self) -> frozenset[str]:
        """Adverbs that say how badly people are hurt."""
        return frozenset(self._ruleset.words("degree_of_harm"))

    @cached_property
    def sexed(self) -> frozenset[str]:
        """The classes of nouns for people that tell their sex."""
        return frozenset(self._ruleset.words("sexed_person"))

    @cached_property
    def object_pronouns(self) -> frozenset[str]:
        """Pronouns that are never the subject of a clause."""
        return frozenset(self._ruleset.words("state_object_pronoun"))

    @cached_property
    def demonstratives(self) -> frozenset[str]:
        """Determiners that may stand for what was told before, as the subject of a sentence."""
        return frozenset(self._ruleset.words("state_demonstrative"))

    @cached_property
    def _manner_endings(self) -> tuple[str, ...]:
        return tuple(self._ruleset.words("manner_ending"))

    def is_manner(self, folded: str) -> bool:
        """Whether a word ends as adverbs of manner do: "severely"."""
        return folded.endswith(self._manner_endings)

    def fate_named(self, name: str) -> str | None:
        """The group of fates of a class of happenings; None where it tells of none."""
        return self._fate_groups.get(self.happenings.get(name, name))

    @cached_property
    def means(self) -> Mapping[str, str]:
        """Words that say which middle of many a figure is: "average", "median"."""
        return self._ruleset.words("mean")

    @cached_property
    def kinds_of(self) -> dict[str, frozenset[str]]:
        """The broader classes of a class of happenings."""
        words = self._ruleset.words("broader").items()
        return {fold(word): frozenset(whole.split("|")) for word, whole in words}

    @cached_property
    def measure_verbs(self) -> dict[str, frozenset[str]]:
        """The classes of verbs by which the bearer of a measure may be told: employees and "employs"."""
        return {noun: frozenset(verbs.split("|")) for noun, verbs in self._ruleset.words("measure_verb").items()}

    @cached_property
    def assessing(self) -> frozenset[str]:
        """The verbs by which somebody gives a figure for what stands behind them: "put the crowd at"."""
        return frozenset(self._ruleset.words("state_assessing"))

    @cached_property
    def assessing_prepositions(self) -> frozenset[str]:
        """The prepositions between what a figure is given for and the figure."""
        return frozenset(self._ruleset.words("state_assessing_preposition"))

    @cached_property
    def existentials(self) -> frozenset[str]:
        """The pronouns of a clause that has its subject behind the verb: "there"."""
        return frozenset(self._ruleset.words("state_existential"))

    @cached_property
    def lasting(self) -> dict[str, frozenset[str]]:
        """What lasts from an entry on, by the class of the entry: who was elected serves."""
        return {entry: frozenset(verbs.split("|")) for entry, verbs in self._ruleset.words("lasting_class").items()}

    @cached_property
    def dimensions(self) -> frozenset[str]:
        """The words behind a value that say along which side of a thing it is."""
        return frozenset(self._ruleset.words("dimension_word"))

    @cached_property
    def beneficiary(self) -> frozenset[str]:
        """The prepositions between a noun of room and those who fit in."""
        return frozenset(self._ruleset.words("state_room_preposition"))

    @cached_property
    def room_nouns(self) -> frozenset[str]:
        """The nouns before "for" and a count that say how many fit in."""
        return frozenset(self._ruleset.words("state_room"))

    @cached_property
    def room_classes(self) -> frozenset[str]:
        """The classes of verbs that say how many fit in."""
        return frozenset(self._ruleset.words("state_room_class"))

    @cached_property
    def perfect_auxiliaries(self) -> frozenset[str]:
        """The words before a participle that tell what has been done by now."""
        return frozenset(self._ruleset.words("perfect_auxiliary"))

    @cached_property
    def share_nouns(self) -> frozenset[str]:
        """The nouns that say only that a share is told, and not of what."""
        return frozenset(self._ruleset.words("share_noun"))

    @cached_property
    def parting_words(self) -> frozenset[str]:
        """The words between two figures of a sentence at which what is said of the one ends."""
        return frozenset(self._ruleset.words("parting_word"))

    @cached_property
    def start_words(self) -> frozenset[str]:
        """The words of a beginning, which a date may be that of."""
        return frozenset(self._ruleset.words("start_word"))

    @cached_property
    def binding(self) -> frozenset[str]:
        """The prepositions behind which a phrase goes on: "the mayor of Orme", "points per game"."""
        return frozenset(self._ruleset.words("binding_preposition"))

    @cached_property
    def detaching(self) -> frozenset[str]:
        """The prepositions before what another does than the subject: "accused them of hiding"."""
        return frozenset(self._ruleset.words("detaching_preposition"))

    @cached_property
    def genitives(self) -> tuple[str, ...]:
        """How a genitive ends: "Olin's", "the members'"."""
        return tuple(self._ruleset.words("genitive_ending"))

    @cached_property
    def genitive_letters(self) -> frozenset[str]:
        """The letters of the endings of genitives, where they stand apart from the mark."""
        return frozenset(filter(None, (each.strip("'’") for each in self.genitives)))

    @cached_property
    def object_control(self) -> frozenset[str]:
        """The verbs whose object does what the infinitive behind it says: "allowed them to leave"."""
        return frozenset(self._ruleset.words("object_control_verb"))

    @cached_property
    def prepositional(self) -> frozenset[str]:
        """The participles that stand for prepositions: "following"."""
        return frozenset(self._ruleset.words("prepositional_participle"))

    @cached_property
    def aged(self) -> frozenset[str]:
        """How an age ends that gives its unit: "4 years old"."""
        return frozenset(self._ruleset.words("age_ending"))

    @cached_property
    def owners(self) -> frozenset[str]:
        """The words before a noun that say whose it is and name nobody: "its"."""
        return frozenset(self._ruleset.words("own_word"))

    @cached_property
    def alternatives(self) -> frozenset[str]:
        """The coordinators behind which the same is told in other words: "or 40 percent"."""
        return frozenset(self._ruleset.words("alternative_word"))

    @cached_property
    def agent_words(self) -> frozenset[str]:
        """The words behind a passive and before who did it: "by"."""
        return frozenset(self._ruleset.words("agent_word"))

    @cached_property
    def end_words(self) -> frozenset[str]:
        """The words of the end of a rise or fall, behind which stands where it ended."""
        return frozenset(self._ruleset.words("end_word"))

    @cached_property
    def lenient_states(self) -> frozenset[str]:
        """The states that only one of two statements of one fact may mark."""
        return frozenset(self._ruleset.words("lenient_state"))

    @cached_property
    def lenient_extents(self) -> frozenset[str]:
        """The extents that only one of two statements of one fact may mark."""
        return frozenset(self._ruleset.words("lenient_extent"))

    @cached_property
    def giving(self) -> frozenset[str]:
        """The classes of verbs whose subject gives."""
        return frozenset(self._ruleset.words("giving_class"))

    @cached_property
    def receiving(self) -> frozenset[str]:
        """The classes of verbs whose subject receives."""
        return frozenset(self._ruleset.words("receiving_class"))

    @cached_property
    def _titles(self) -> frozenset[str]:
        return frozenset((*self._ruleset.words("quote_title"), *self._ruleset.words("name_title")))

    def verb(self, folded: str) -> Verb | None:
        """What a surface is as a verb; None where it is none."""
        return self._verbs[folded]

    def _read_verb(self, folded: str) -> Verb | None:
        form = self._verb_forms.get(folded)
        if form is None:
            return None
        base = form[2:]
        return Verb(base, self._verb_names.get(base) or base, sure=form[0] == "1", participle=form[1] == "1")

    def _phrases_behind(self, folded: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """What makes a verb of several words of this one when it follows, each with its classes, the longest first."""
        verb = self._verbs[folded]
        found = self._phrases.get(verb.base) if verb is not None else None
        pairs = (each.partition("=") for each in found.split("|")) if found else ()
        base = verb.base if verb is not None else ""
        return tuple(
            (tuple(words.split()), (name, *self._senses.get(f"{base} {words}", ()))) for words, _, name in pairs
        )

    def compound_class(self, folded: str) -> str | None:
        """The class of what several words name together: "net profit", "job losses"; None where they are no name."""
        return next((found for table in self._nouns if (found := table.get(folded))), None)

    def _noun_classes(self, folded: str) -> tuple[str, ...]:
        """The class of what a noun names: a measure, a happening, a group of people; else its stem."""
        bare = folded.removesuffix("'s")
        for word in (bare, self._plurals.get(bare, "")):
            for table in self._nouns:
                found = table.get(word)
                if found:
                    return (found,)
            if word in self.generic_persons:
                return (word,)
        concept = self.language.concept[folded]
        return (concept,) if concept else ()

    def _verb_classes(self, folded: str) -> tuple[str, ...]:
        """The classes of what a verb says happens, the sense that rules in news first."""
        verb = self._verbs[folded]
        if verb is None:
            return self._noun_classes(folded)
        return (verb.name, *self._senses.get(verb.base, ()))

    def is_account(self, name: str) -> bool:
        """Whether a class is a measure of which news keeps accounts: profit, sales, debt."""
        return name in self._accounts

    def act(self, folded: str) -> str | None:
        """The class of verb whose acts a noun counts: "burglaries" those of "burgle"; None where it counts no acts."""
        return self._nouns[1].get(folded)

    def account_group(self, name: str) -> str:
        """What an account may be called as well: sales and revenue are of one group; else its own name."""
        return self._account_groups.get(name, name)

    def fate_group(self, event: Slot | None) -> str | None:
        """What became of those that a figure counts, such that no count of one group is a count of another.

        A fate that is only another sense of a verb says nothing: jobs "go", and workers "lose" them.
        """
        if event is None:
            return None
        groups = {self._fate_groups.get(each) for each in event.concepts} - {None}
        if groups and len(event.concepts) > 1:
            ruling = self.verb_classes[fold(event.text)][:1]
            if ruling and ruling[0] in event.concepts and ruling[0] not in self._fate_groups:
                return None
        return groups.pop() if len(groups) == 1 else None

    def fate_of_act(self, folded: str) -> str | None:
        """The group of what became of those to whom the acts were done that a noun counts: "arrests"."""
        act = self.act(folded)
        return self._fate_groups.get(act) if act is not None else None

    def is_person(self, name: str) -> bool:
        """Whether a class is one of people."""
        return name in self._person_classes or name in self.generic_persons

    def is_title(self, folded: str) -> bool:
        """Whether a word is a title before a name."""
        return folded.rstrip(".") in self._titles or folded in self._titles

    def is_plural(self, folded: str) -> bool:
        """Whether a noun is written as a plural."""
        return folded in self._plurals or folded.endswith(self.endings.plural)

    def is_listed_noun(self, folded: str) -> bool:
        """Whether a list has a word as a noun of a measure, a happening or a group of people."""
        return folded in self.generic_persons or any(table.get(folded) for table in self._nouns)

    @cached_property
    def opens_name(self) -> Remembered[bool]:
        """Whether a name for a thing of several words begins with a word."""
        return Remembered(lambda word: any(table.opens(word) for table in self._nouns))

    @cached_property
    def _tags(self) -> _Tags:
        return _Tags(self.tag)

    def tags(self, forms: Iterable[Form]) -> list[Tag]:
        """The tags of some words by themselves."""
        return list(map(self._tags.__getitem__, forms))

    def tag(self, form: Form) -> Tag:
        """The tag of a word by itself: a verb form that may be a noun is a noun until its neighbours are seen."""
        if not form.lexical:
            return Tag.MARK
        if form.kind is _FIGURE:
            return Tag.FIGURE
        closed = self.closed.get(form.folded)
        if closed is not None and not (form.text.isupper() and form.size > 1):  # "WHO", "US"
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
    made_from = [(name, ruleset.packed(name)) for name in _INFLECTED]
    made_from.append(("inflection", msgspec.msgpack.encode(ruleset.setting("inflection"))))
    name, digest = f"lexicon-{ruleset.language}.msgpack", disk_cache.digest_of(made_from)
    found = disk_cache.load(name, digest, _Inflected)
    if found is None:
        found = _inflect(ruleset)
        disk_cache.store(name, digest, found)
    return found


def _inflect(ruleset: Ruleset) -> _Inflected:
    inflection = _inflection_of(ruleset)
    persons, generic, bearers, measures, events = (_nouns(ruleset.words(name), inflection) for name in _INFLECTED[:5])
    verbs, names, phrases = _verbs(ruleset, {*measures, *events, *persons}, inflection)
    counts = Counter(
        [each for word, each in ruleset.words("verb").items() if each and each != word]
        + list(ruleset.words("event_noun").values())
    )
    return _Inflected(
        persons=_table(persons),
        measures=_table(measures),
        events=_table(events),
        verbs=_table(verbs),
        names=_table(names),
        phrases=_table(phrases),
        person_classes=frozenset(persons.values()),
        generic_persons=frozenset((*generic, *generic.values())),
        generic_bearers=frozenset((*bearers, *bearers.values())),
        wide_classes=frozenset(name for name, many in counts.items() if many >= _WIDE),
    )


class _Inflection:
    """The inflected surfaces of base forms, by the patterns of the language's rules."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._patterns = {
            name: [(regex(pattern), put) for pattern, put in ruleset.setting(f"inflection.{name}")]
            for name in ("plural", "past", "progressive")
        }

    def of(self, base: str, name: str) -> Iterator[str]:
        """The surfaces that the patterns of one name give; of several words the last one is inflected."""
        first, blank, last = base.rpartition(" ")
        for pattern, put in self._patterns[name]:
            surface, fits = pattern.subn(put, last, count=1)
            if fits:
                yield f"{first}{blank}{surface}"


@lru_cache(maxsize=8)
def _inflection_of(ruleset: Ruleset) -> _Inflection:
    return _Inflection(ruleset)


def inflections_of(bases: Iterable[str], name: str, ruleset: Ruleset) -> dict[str, str]:
    """The inflected surfaces of words (`name` is "plural", "past" or "progressive"), each with its base form."""
    inflection = _inflection_of(ruleset)
    return {surface: base for base in bases for surface in inflection.of(base, name)}


def _nouns(words: Mapping[str, str], inflection: _Inflection) -> dict[str, str]:
    """The nouns of a list, singular and plural, with their classes."""
    found: dict[str, str] = {}
    for word, meaning in words.items():
        folded = fold(word)
        for surface in (folded, *inflection.of(folded, "plural")):
            found.setdefault(surface, meaning or folded)
    return found


def _verbs(
    ruleset: Ruleset, nouns: Collection[str], inflection: _Inflection
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """The verbs of the lists in all their forms, the classes of their bases, and the verbs of several words by the
    first of them; see `_Inflected`.
    """
    found: dict[str, str] = {}
    listed = {fold(word): meaning or fold(word) for word, meaning in ruleset.words("verb").items()}
    names = {word: meaning for word, meaning in listed.items() if " " not in word}
    behind: dict[str, list[tuple[str, str]]] = {}
    for word, meaning in listed.items():
        first, blank, rest = word.partition(" ")
        if blank:
            behind.setdefault(first, []).append((rest, meaning))
    for base in names:
        for surface in inflection.of(base, "plural"):
            found.setdefault(surface, f"{surface not in nouns:d}0{base}")
        for kind in ("past", "progressive"):
            for surface in inflection.of(base, kind):
                found.setdefault(surface, f"{surface not in nouns:d}1{base}")
        found.setdefault(base, f"00{base}")
    for surface, base in _folded(ruleset.words("irregular_verb")).items():
        found[surface] = f"{surface not in nouns:d}1{base}"
    phrases = {
        base: "|".join(f"{rest}={name}" for rest, name in sorted(rests, key=lambda one: (-len(one[0].split()), one[0])))
        for base, rests in behind.items()
    }
    return found, names, phrases
