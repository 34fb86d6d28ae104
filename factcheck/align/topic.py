"""The topic of a claim: what its sentence says around it, weighted by rarity and nearness."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.align.acronyms import acronyms
from factcheck.align.currencies import in_currency
from factcheck.align.events import EventClusters, EventWords, are_two_events, event_words, events
from factcheck.align.periods import completed
from factcheck.align.rarity import rarity_of_value
from factcheck.align.words import Words, stems_of, weights_of, words_of
from factcheck.cached import cached_property
from factcheck.kinds.quotation import shared_words
from factcheck.kinds.quotation.persons import Person, may_be_one
from factcheck.model import Claim, Document, Quantity, Quotation, Sentence, Slot, Statement, TimeExpression, Value
from factcheck.ruleset import Ruleset
from factcheck.segment import Parsed
from factcheck.state.lexicon import lexicon_of
from factcheck.state.slots import StatementReader, days_of
from factcheck.text.folding import fold
from factcheck.text.tokens import Language, TokenKind, Tokens, language_of

_YEARS = ("#19", "#20")
_YEAR_LENGTH = len("#2018")
_NAME_REACH = 48  # code points before an age in which its bearer is named
_BEFORE = 0.15  # words of the sentence before, in the same paragraph
_IDIOM = 4  # tokens around a claim in which an idiom begins or ends
_FATE_REACH = 0.2  # so near must stand what became of those that a figure counts
_MEANS = 1000  # a count below this that is no whole number is an average

if TYPE_CHECKING:
    from factcheck.align.event_dates import Happening
    from factcheck.align.moments import HarmClock
    from factcheck.align.sole_bearers import SoleBearer
    from factcheck.state.scores import MatchScore
    from factcheck.state.tolls import Toll

Place = tuple[str, int, int]


class ClaimFeatures(Struct, frozen=True, gc=False):
    """What separates a figure from others of its kind that are about something else.

    `part` says that it counts some of a whole ("two of the bombs"), `fate` what became of those it counts (killed,
    hurt) and `toll` that an event has one count of those, `year` which year stands nearest to it, `mean` that it counts
    in fractions ("7.2 goals"), `anyone` that its noun separates no fact from another ("people"); `names` are the
    capitalised words of its noun (a nationality).
    """

    part: bool = False
    fate: str | None = None
    year: str | None = None
    mean: bool = False
    toll: bool = False
    anyone: bool = False
    names: frozenset[str] = frozenset()


_TOTAL = 4  # words before a figure among which it is told that it is counted until now
_BESIDE = 2  # words behind a figure among which it is told since when it counts
_NO_FEATURES = ClaimFeatures()


class Topic(Struct, frozen=True, eq=False, dict=True):
    """A claim with what it speaks of.

    `head` is the stem of the counted noun. `family` says with what the claim may be compared; `key` is its value as a
    lookup key. `full` is its date with what the document says of it elsewhere. `unit_of` is the topic of the figure to
    which it leaves its unit, in a reading that may only confirm. What is seldom asked of a source's claim is worked out
    when it is asked for.
    """

    claim: Claim
    family: str
    head: str | None
    key: str
    order: int
    vocabulary: Vocabulary
    full: TimeExpression | Quantity | None = None
    unit_of: Topic | None = None

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems of the claim's sentence, and of the one before it, by rarity and nearness."""
        return self.vocabulary.weights(self.claim)

    @cached_property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(self.weights.values())

    def among(self, wanted: Set[str]) -> Set[str]:
        """Those of some stems that have a weight here."""
        if isinstance(self.claim.value, Quotation):
            return wanted & self.weights.keys()
        return wanted & self.vocabulary.stems(self.claim)

    @cached_property
    def sentence_concepts(self) -> frozenset[str]:
        """The concepts of the words of the claim's sentence; values are left out, which may be what differs."""
        place, words = _place(self.claim), self.vocabulary.words(_place(self.claim))
        stems = list(words.stems)
        for begin, end in self.vocabulary.value_spans(place):
            first, stop = bisect_left(words.starts, begin), bisect_left(words.starts, end)
            stems[first:stop] = "#" * (stop - first)  # as for a figure
        return frozenset(stem for stem in stems if stem[0] != "#")

    @cached_property
    def clause(self) -> dict[str, float]:
        """The words of the claim's clause and their classes, by rarity."""
        return self.vocabulary.clause(self.claim)

    @cached_property
    def act_words(self) -> Mapping[str, frozenset[str]]:
        """The words of the claim's clause that tell what happens, with their classes; no names."""
        return self.vocabulary.act_words(self.claim, named=False)

    @cached_property
    def act_names(self) -> Mapping[str, frozenset[str]]:
        """The names in the claim's clause beside that of the bearer, with their classes."""
        return self.vocabulary.act_words(self.claim, named=True)

    @cached_property
    def words_beside(self) -> frozenset[str]:
        """The concepts of the words next to a date that tell of what it is."""
        return self.vocabulary.words_beside(self.claim)

    @cached_property
    def happenings(self) -> frozenset[str]:
        """The classes of what happens by the nouns of the claim's clause."""
        return self.vocabulary.happenings(self.claim)

    @cached_property
    def is_said(self) -> bool:
        """Whether the claim hangs on a verb of saying."""
        return self.vocabulary.is_said(self.claim)

    @cached_property
    def own_words(self) -> dict[str, frozenset[str]]:
        """The words of the part of the claim's clause that is its own, each with what it may mean."""
        found = self.vocabulary.reader(self.claim.document).own_words(self.claim)
        return {word: frozenset((word, *classes)) for word, classes in found.items()}

    @cached_property
    def words_pointed_at(self) -> frozenset[str]:
        """What the words before the claim may mean, where a pronoun beside it stands for one of them."""
        return self.vocabulary.reader(self.claim.document).words_pointed_at(self.claim)

    @cached_property
    def words_before(self) -> tuple[str, ...]:
        """The words before the claim in its sentence."""
        tokens, claim = self.vocabulary.tokens(self.claim.document), self.claim
        return tuple(tokens.forms[index].folded for index in tokens.words(claim.sentence.start, claim.start))

    @cached_property
    def counts_since(self) -> bool:
        """Whether it is told since when something is counted, at the beginning of the sentence or right behind the
        figure ("arrested three times since October"), or that it is counted until now ("has so far lost seven").
        """
        tokens, claim = self.vocabulary.tokens(self.claim.document), self.claim
        since, total = (self.vocabulary.ruleset.words(name) for name in ("record_since", "running_total"))
        behind = tokens.words(claim.end, claim.sentence.end)[:_BESIDE]
        if _has_phrase(self.words_before[-_TOTAL:], total) or _has_phrase(
            [tokens.forms[index].folded for index in behind], total
        ):
            return True
        words = [*tokens.words(claim.sentence.start, claim.start)][:1]
        words += [*tokens.words(claim.end, claim.sentence.end)][:_BESIDE]
        return any(tokens.forms[index].folded in since for index in words)

    @cached_property
    def mean(self) -> str | None:
        """Which middle of many the last such word before the claim names: an average or a median."""
        means = lexicon_of(self.vocabulary.ruleset).means
        return next((means[word] for word in reversed(self.words_before) if word in means), None)

    @cached_property
    def core(self) -> Statement:
        """The measure, the bearer and the event of what the claim states."""
        return self.vocabulary.core(self.claim)

    @cached_property
    def statement(self) -> Statement:
        """The slots of what the claim states."""
        return self.vocabulary.statement(self.claim)

    @cached_property
    def event(self) -> tuple[str, str] | None:
        """The name and the verb of the clause that a date belongs to; the name of him whose age it is."""
        return _whose(self.claim, self.vocabulary.words(_place(self.claim))) or _event(
            self.claim, self.vocabulary.language
        )

    @cached_property
    def person(self) -> Person | None:
        """Whose age the claim states; None for another claim, or where nobody is named."""
        return self.vocabulary.person(self.claim)

    @cached_property
    def toll(self) -> Toll | None:
        """The toll of an event that the claim states; None where it states none."""
        return self.vocabulary.toll(self.claim) if self.family in _TOLLED else None

    @cached_property
    def rarity(self) -> str:
        """How telling an equal value is; see `rarity_of_value`."""
        return rarity_of_value(self.claim)

    @cached_property
    def is_told_once(self) -> bool:
        """Whether its document gives the value in one place only."""
        return self.vocabulary.states_once(self.claim)

    @cached_property
    def match_score(self) -> MatchScore | None:
        """The score of a match or a vote of which the claim states a figure; None where it states none."""
        if self.claim.kind != "number":
            return None
        from factcheck.state.scores import score_of  # for comparisons of many documents only

        return score_of(self.claim, self.vocabulary.figures)

    @cached_property
    def names_beside(self) -> frozenset[str]:
        """The concepts of the names in the claim's sentence, of words that its document writes with a capital only."""
        return self.vocabulary.names_in(_place(self.claim))

    @cached_property
    def event_cluster(self) -> int:
        """A number that documents have in common which report one event."""
        return self.vocabulary.event_clusters[self.claim.document]

    def is_of_another_event(self, other: Topic) -> bool:
        """Whether the claim's document and another's tell of two events."""
        return self.vocabulary.are_two_events(self.claim.document, other.claim.document)

    @cached_property
    def features(self) -> ClaimFeatures:
        """What the claim can not be compared with."""
        return _features(self.claim, self.head, self.weights, self.vocabulary)

    @property
    def value(self) -> Value:
        """The claim's value, completed from its document where the claim leaves something open."""
        return self.full or self.claim.value


class Vocabulary:
    """The sentences of claims as stems, each read once, and how telling each stem is: the rarer, the more."""

    def __init__(
        self, claims: Iterable[Claim], parsed: Mapping[str, Parsed], ruleset: Ruleset, *, in_pairs: bool = False
    ) -> None:
        """Read the sentences in which the claims stand; every claim's document must be among the parsed ones.

        With `in_pairs` two documents are told to be of one event by what the two say; else all are grouped by event.
        """
        self.ruleset = ruleset
        self._in_pairs = in_pairs
        self._event_words: dict[str, EventWords] = {}
        self._two_events: dict[tuple[str, str], bool] = {}
        self.dated_happenings: dict[int, Happening | None] = {}  # by the order of the topics of dates, each read once
        self.lead_days: dict[str, int] = {}  # where each document has its first day, if that is in its lead
        self.coming_days: dict[str, set[date]] = {}  # the days ahead that each document names
        self.harm_clocks: dict[str, list[HarmClock]] = {}  # by document
        self.sole_bearers: dict[tuple[int, str], SoleBearer] = {}  # by event cluster and age
        self.neighbours: set[tuple[int, int]] = set()  # the orders of equal figures beside which equal ones stand
        self.in_other_forms: set[tuple[int, int]] = set()  # the orders of figures of two kinds that are one
        self.language = language_of(ruleset)
        self.fates = ruleset.words("fate")
        self.anyone = frozenset(map(self.language.stem.__getitem__, ruleset.words("anyone")))
        self.undated = frozenset(name for name, each in parsed.items() if each.document.anchor is None)
        self._parsed = parsed
        self._readers: dict[str, StatementReader] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._by_sentence: dict[str, dict[int, list[Claim]]] = {}
        self._stated: dict[str, Counter[tuple[str, str]]] = {}  # how often each document gives a value of a kind
        self._tolls: dict[tuple[str, int], Toll | None] = {}
        self._first_tolls: dict[str, dict[str, Claim]] = {}
        self._tolls_told: dict[tuple[str, str], frozenset[Decimal]] = {}
        self._earlier: dict[Place, dict[str, float]] = {}
        self._reports_with: dict[tuple[str, str, int], int] | None = None
        self._sentences: dict[Place, Words] = {}
        long = {
            short: tuple(filter(None, map(self.language.concept.__getitem__, words)))
            for short, words in acronyms(each.tokens for each in parsed.values()).items()
        }
        counts: Counter[str] = Counter()
        for claim in claims:
            place = _place(claim)
            self._claims.setdefault(claim.document, []).append(claim)
            if place not in self._sentences:
                document, start, end = place
                self._sentences[place] = found = words_of(parsed[document].tokens, start, end, long)
                counts.update(set(found.stems))
        many = len(self._sentences) + 1
        self._rarity = {found: 1.0 + log(many / count) for found, count in counts.items()}
        for words in self._sentences.values():
            words.rarity = [self._rarity[found] for found in words.stems]
        self.years = frozenset(each for each in counts if len(each) == _YEAR_LENGTH and each.startswith(_YEARS))

    @cached_property
    def _events(self) -> EventClusters:
        return events({name: each.tokens for name, each in self._parsed.items()})

    @property
    def event_clusters(self) -> Mapping[str, int]:
        """The event that each document likely reports, as a number."""
        return self._events.likely

    def are_surely_one_event(self, one: str, other: str) -> bool:
        """Whether two documents report one event so surely that they may contradict each other."""
        return self._events.sure[one] == self._events.sure[other]

    def are_two_events(self, one: str, other: str) -> bool:
        """Whether two documents tell of two events."""
        if not self._in_pairs:
            return not self.are_surely_one_event(one, other)
        found = self._two_events.get((one, other))
        if found is None:
            found = are_two_events(self._event_words_of(one), self._event_words_of(other))
            self._two_events[one, other] = found
        return found

    def share_a_name(self, one: str, other: str) -> bool:
        """Whether two documents name a person, a place or a thing in common."""
        mine, theirs = self._event_words_of(one), self._event_words_of(other)
        return not (mine.names.isdisjoint(theirs.capital) and theirs.names.isdisjoint(mine.capital))

    def reports_with(self, topic: Topic) -> int:
        """How many documents of a topic's event give its value."""
        if self._reports_with is None:
            told: dict[tuple[str, str, int], set[str]] = {}
            for claim in self.claims():
                if claim.kind == "duration":
                    at = (family(claim), value_key(claim.value), self.event_clusters[claim.document])
                    told.setdefault(at, set()).add(claim.document)
            self._reports_with = {at: len(documents) for at, documents in told.items()}
        return self._reports_with.get((topic.family, topic.key, topic.event_cluster), 0)

    def names_in(self, place: Place) -> frozenset[str]:
        """The concepts of the names in a sentence."""
        return self._event_words_of(place[0]).names.intersection(self.words(place).stems)

    def states_once(self, claim: Claim) -> bool:
        """Whether a document gives a figure of that kind and value in one place only."""
        counts = self._stated.get(claim.document)
        if counts is None:
            values = ((each.kind, value_key(each.value)) for each in self._claims.get(claim.document, ()))
            self._stated[claim.document] = counts = Counter(values)
        return counts[claim.kind, value_key(claim.value)] == 1

    def _event_words_of(self, document: str) -> EventWords:
        found = self._event_words.get(document)
        if found is None:
            self._event_words[document] = found = event_words(self.tokens(document), self.ruleset)
        return found

    def statement(self, claim: Claim) -> Statement:
        """The slots of a claim, read from its sentence; empty in a language without a list of verbs."""
        reader = self._reader(claim)
        return Statement() if reader is None else reader.statement(claim)

    def core(self, claim: Claim) -> Statement:
        """The measure, the bearer and the event of a claim, as in its statement."""
        reader = self._reader(claim)
        return Statement() if reader is None else reader.core(claim)

    def clause(self, claim: Claim) -> dict[str, float]:
        """The words of a claim's clause and their classes, by rarity; none in a language without a list of verbs."""
        reader = self._reader(claim)
        found: dict[str, float] = {}
        for concept, classes in reader.clause_concepts(claim).items() if reader is not None else ():
            rarity = self.rarity(concept)
            for each in (concept, *classes):
                found[each] = max(rarity, found.get(each, 0.0))
        return found

    def act_words(self, claim: Claim, *, named: bool) -> Mapping[str, frozenset[str]]:
        """The words of a claim's clause that tell what happens; see `StatementReader.act_words`."""
        reader = self._reader(claim)
        return {} if reader is None else reader.act_words(claim, named=named)

    def words_beside(self, claim: Claim) -> frozenset[str]:
        """The concepts of the words next to a date; see `StatementReader.words_beside`."""
        reader = self._reader(claim)
        return frozenset() if reader is None else reader.words_beside(claim)

    def happenings(self, claim: Claim) -> frozenset[str]:
        """The classes of what happens by the nouns of a claim's clause."""
        reader = self._reader(claim)
        return frozenset() if reader is None else reader.happenings(claim)

    def is_said(self, claim: Claim) -> bool:
        """Whether a claim hangs on a verb of saying."""
        reader = self._reader(claim)
        return reader is not None and reader.is_said(claim)

    def person(self, claim: Claim) -> Person | None:
        """Whose age a claim states; see `Topic.person`."""
        reader = self._reader(claim) if claim.kind == "age" else None
        return None if reader is None else reader.person(claim)

    def toll(self, claim: Claim) -> Toll | None:
        """The toll that a claim states; see `Topic.toll`."""
        place = (claim.document, claim.start)
        if place not in self._tolls:
            from factcheck.state.tolls import toll_of  # for comparisons of many documents only

            reader = self._reader(claim)
            self._tolls[place] = None if reader is None else toll_of(claim, reader)
        return self._tolls[place]

    def first_toll(self, document: str, fate: str) -> Claim | None:
        """The first claim of a document that gives a whole toll of a fate; None where none does.

        "Killed six children, bringing the death toll to 11" gives 11.
        """
        if document not in self._first_tolls:
            self._first_tolls[document] = first = dict[str, Claim]()
            for claim in sorted(self._claims.get(document, ()), key=lambda one: one.start):
                toll = self.toll(claim) if family(claim) in _TOLLED else None
                if toll is None or not toll.whole:
                    continue
                known = first.setdefault(toll.fate, claim)
                if toll.is_a_total and claim.sentence == known.sentence:
                    first[toll.fate] = claim
        return self._first_tolls[document].get(fate)

    def tolls(self, document: str, fate: str) -> frozenset[Decimal]:
        """How many people a document says that a fate befell; "one man" is one of them at most."""
        found = self._tolls_told.get((document, fate))
        if found is None:
            self._tolls_told[document, fate] = found = frozenset(self._tolls_of(document, fate))
        return found

    def _tolls_of(self, document: str, fate: str) -> Iterator[Decimal]:
        lexicon = lexicon_of(self.ruleset)
        for claim in self._claims.get(document, ()):
            toll = self.toll(claim) if family(claim) in _TOLLED else None
            if toll is None or toll.fate != fate or not isinstance(claim.value, Quantity) or claim.value.number is None:
                continue
            who = set(toll.who.concepts) if toll.who is not None else set()
            if not who or (who & lexicon.generic_persons and not who & lexicon.sexed):
                yield claim.value.number

    def only_date(self, claim: Claim) -> Slot | None:
        """The date of a claim's sentence as the time of a statement, where it has one."""
        dates = self.dates(claim)
        return _as_time(dates[0]) if len(dates) == 1 else None

    def date_before(self, claim: Claim) -> Slot | None:
        """The last date of the sentence before a claim's."""
        split = self._parsed[claim.document].sentences
        index = bisect_left(split, claim.sentence.start, key=_start)
        if index == 0 or index >= len(split):
            return None
        before = split[index - 1]
        dates = [
            each
            for each in self._claims.get(claim.document, ())
            if each.kind == "date" and before.start <= each.start < before.end
        ]
        return _as_time(max(dates, key=lambda one: one.start)) if dates else None

    def names_a_day_of(self, document: str, first: date, last: date) -> bool:
        """Whether a document names a date within a time."""
        values = (claim.value for claim in self._claims.get(document, ()) if claim.kind == "date")
        return any(
            isinstance(each, TimeExpression)
            and each.first is not None
            and each.first <= last
            and first <= (each.last or each.first)
            for each in values
        )

    def has_any(self, document: str, concepts: Iterable[str]) -> bool:
        """Whether a document has a word of some concepts."""
        return not self._event_words_of(document).words.isdisjoint(concepts)

    def ages_of_such(self, topic: Topic) -> int:
        """How many ages a document gives people described as the bearer of an age is: "a boy, 14", "a boy, 15"."""
        reader = self._reader(topic.claim)
        if reader is None or topic.person is None:
            return 1
        such = reader.lexicon.noun_classes[topic.person.head]
        ages = (each for each in self._claims[topic.claim.document] if each.kind == "age")
        return len(
            {
                value_key(each.value)
                for each in ages
                if (person := reader.person(each)) is not None and reader.lexicon.noun_classes[person.head] == such
            }
        )

    def names_of_age(self, topic: Topic) -> int:
        """How many persons of an age its document names, whom no name in common makes one."""
        reader = self._reader(topic.claim)
        if reader is None:
            return 0
        found: list[Person] = []
        for each in self._claims[topic.claim.document]:
            if each.kind != "age" or value_key(each.value) != topic.key:
                continue
            person = reader.person(each)
            if person is None or not person.names or person.inferred or " " not in person.names[0]:
                continue
            if not any(may_be_one(person, other, self.ruleset) for other in found):
                found.append(person)
        return len(found)

    def anchor(self, document: str) -> date | None:
        """The day of a document; None where it has none."""
        return self._parsed[document].document.anchor

    def document(self, name: str) -> Document:
        """A document by its name."""
        return self._parsed[name].document

    def claims_of(self, document: str) -> Sequence[Claim]:
        """The claims of a document."""
        return self._claims.get(document, ())

    def names_beside(self, claim: Claim, concepts: Collection[str]) -> bool:
        """Whether the sentence of a figure names one of some things beside what the figure counts."""
        reader = self._reader(claim)
        return reader is not None and reader.names_beside(claim, concepts)

    def reads(self, claim: Claim) -> bool:
        """Whether the language of a claim has a list of verbs, by which statements are read."""
        return "verb" in self._parsed[claim.document].ruleset.lists

    def _reader(self, claim: Claim) -> StatementReader | None:
        return self.reader(claim.document) if self.reads(claim) else None

    def reader(self, document: str) -> StatementReader:
        """The reader of a document's statements."""
        found = self._readers.get(document)
        if found is None:
            self._readers[document] = found = StatementReader(self._parsed[document], self._claims.get(document, ()))
        return found

    def is_dateline(self, claim: Claim) -> bool:
        """Whether a date is the day of a report, not of what it tells."""
        return self.reader(claim.document).is_dateline(claim)

    def value_spans(self, place: Place) -> list[tuple[int, int]]:
        """The spans of the values that carry no noun in a sentence: sums, measures, dates."""
        return [
            (claim.start, claim.end)
            for claim in self._beside(place[0], place[1])
            if not isinstance(claim.value, Quotation) and not getattr(claim.value, "noun", None)
        ]

    def claims(self) -> Iterator[Claim]:
        """All claims, document by document."""
        return chain.from_iterable(self._claims.values())

    def figures(self, claim: Claim) -> list[Claim]:
        """The figures that stand in a claim's sentence."""
        return [each for each in self._beside(claim.document, claim.sentence.start) if isinstance(each.value, Quantity)]

    def _beside(self, document: str, start: int) -> Sequence[Claim]:
        """The claims of the sentence of a document that starts at an offset."""
        found = self._by_sentence.get(document)
        if found is None:
            self._by_sentence[document] = found = {}
            for each in self._claims.get(document, ()):
                found.setdefault(each.sentence.start, []).append(each)
        return found.get(start, ())

    def counts_a_part_before(self, claim: Claim) -> bool:
        """Whether a figure stands right before another one of which it counts a part: "29 of 34 passes"."""
        lexicon, tokens = lexicon_of(self.ruleset), self.tokens(claim.document)
        for each in self.figures(claim):
            between = tokens.between(each.end, claim.start) if each.end <= claim.start else range(0)
            words = [tokens.forms[index].folded for index in between]
            if words and words[0] in lexicon.whole_prepositions and all(word in lexicon.closed for word in words):
                return True
        return False

    def dates(self, claim: Claim) -> list[Claim]:
        """The dates that stand in a claim's sentence."""
        return [each for each in self._beside(claim.document, claim.sentence.start) if each.kind == "date"]

    def quotation_around(self, claim: Claim) -> Quotation | None:
        """The quotation in which a claim stands; None where it stands in the writer's own words."""
        for each in self._claims.get(claim.document, ()):
            if isinstance(each.value, Quotation) and each.start <= claim.start and claim.end <= each.end:
                return each.value
        return None

    def is_idiom(self, claim: Claim) -> bool:
        """Whether a claim stands in an idiom or a framing phrase: "one day", "two of them", "second thoughts"."""
        tokens = self.tokens(claim.document)
        first, stop = tokens.holding(claim.start), tokens.at(claim.end)
        around = range(max(0, first - _IDIOM), min(len(tokens), stop + _IDIOM))
        found = self.language.phrases("idiom").find(tokens, around.start, around.stop)
        return any(begin < stop and first < end for begin, end, _ in found)

    def names_a_date(self, claim: Claim) -> bool:
        """Whether a date is named by figures, a weekday or a month, and not only as a frame ("this year")."""
        tokens = self.tokens(claim.document)
        forms = [tokens.forms[index] for index in tokens.between(claim.start, claim.end)]
        known = self._weekdays | self._months
        return any(form.kind is TokenKind.FIGURE or form.folded in known for form in forms)

    def names_a_weekday(self, claim: Claim) -> bool:
        """Whether a date is named by a weekday, alone or beside others."""
        tokens = self.tokens(claim.document)
        return any(tokens.forms[index].folded in self._weekdays for index in tokens.between(claim.start, claim.end))

    def names_a_month(self, claim: Claim) -> bool:
        """Whether a date is named by a month, a year or another figure: not "Monday", "today"."""
        tokens = self.tokens(claim.document)
        forms = [tokens.forms[index] for index in tokens.between(claim.start, claim.end)]
        return any(form.kind is TokenKind.FIGURE or form.folded in self._months for form in forms)

    @cached_property
    def _weekdays(self) -> frozenset[str]:
        return frozenset(map(fold, self.ruleset.words("weekday")))

    @cached_property
    def _months(self) -> frozenset[str]:
        return frozenset(map(fold, self.ruleset.words("month")))

    def tokens(self, document: str) -> Tokens:
        """The tokens of a document."""
        return self._parsed[document].tokens

    def words(self, place: Place) -> Words:
        """The words of a sentence."""
        return self._sentences[place]

    def earlier(self, place: Place) -> dict[str, float]:
        """The weights of the words of the sentence before, where it stands in the same paragraph."""
        found = self._earlier.get(place)
        if found is None:
            self._earlier[place] = found = {each: self.rarity(each) * _BEFORE for each in self._concepts_before(place)}
        return found

    def _concepts_before(self, place: Place) -> Iterable[str]:
        parsed = self._parsed[place[0]]
        split = parsed.sentences
        index = bisect_left(split, place[1], key=_start)
        if index == 0 or index >= len(split) or split[index - 1].paragraph != split[index].paragraph:
            return ()
        tokens = parsed.tokens
        forms = (tokens.forms[each] for each in tokens.between(split[index - 1].start, place[1]))
        return dict.fromkeys(form.concept for form in forms if form.kind is TokenKind.WORD and form.concept)

    def weights(self, claim: Claim) -> dict[str, float]:
        """The stems around a claim with their weights."""
        if isinstance(claim.value, Quotation):
            return dict.fromkeys(shared_words(claim.value.quote, self.ruleset), 1.0)
        place = _place(claim)
        timed = isinstance(claim.value, TimeExpression)
        weights = weights_of(self.words(place), claim.start, claim.end, timed=timed)
        for found, weight in self.earlier(place).items():
            weights.setdefault(found, weight)
        return weights

    def stems(self, claim: Claim) -> set[str]:
        """The stems around a claim that is no quotation."""
        place = _place(claim)
        timed = isinstance(claim.value, TimeExpression)
        return stems_of(self.words(place), claim.start, claim.end, timed=timed).union(self.earlier(place))

    def rarity(self, found: str) -> float:
        """How telling a stem is: 1 for one that stands in every sentence."""
        return self._rarity.get(found, 1.0)


def topics(claims: Iterable[Claim], vocabulary: Vocabulary, first: int = 0) -> list[Topic]:
    """The topics of claims, numbered from `first`."""
    claims = list(claims)
    full: dict[int, TimeExpression | Quantity] = {}
    full |= completed(claims, vocabulary.undated, vocabulary.ruleset)
    full |= in_currency(claims, vocabulary.claims(), vocabulary.ruleset)
    return [_topic(claim, vocabulary, order, full.get(order - first)) for order, claim in enumerate(claims, first)]


def _has_phrase(words: Sequence[str], phrases: Collection[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _as_time(dated: Claim) -> Slot | None:
    """A date as the time of a statement."""
    found = days_of(dated)
    return Slot(found, dated.text, dated.start, dated.end) if found else None


def _start(sentence: Sentence) -> int:
    return sentence.start


def _place(claim: Claim) -> Place:
    return claim.document, claim.sentence.start, claim.sentence.end


def _topic(claim: Claim, vocabulary: Vocabulary, order: int, full: TimeExpression | Quantity | None) -> Topic:
    key = value_key(full or claim.value)
    return Topic(claim, family(claim), _head(claim, vocabulary), key, order, vocabulary, full)


def _features(claim: Claim, head: str | None, weights: Mapping[str, float], vocabulary: Vocabulary) -> ClaimFeatures:
    value = claim.value
    if not isinstance(value, Quantity):
        return _NO_FEATURES
    fate, year, nearest, latest = None, None, _FATE_REACH, 0.0
    fates, years = vocabulary.fates.keys() & weights.keys(), vocabulary.years & weights.keys()
    for found, weight in weights.items() if fates or years else ():
        if found in fates:
            near = weight / vocabulary.rarity(found)
            if near > nearest:
                fate, nearest = found, near
        elif found in years and weight > latest:
            year, latest = found, weight
    noun = value.noun or ""
    names = frozenset(word for word in noun.split() if word[0].isupper()) if noun != noun.lower() else frozenset()
    part = _is_part(vocabulary.tokens(claim.document), claim) or _is_included(vocabulary, claim, noun)
    anyone = head in vocabulary.anyone
    if claim.kind not in ("count", "number"):
        return ClaimFeatures(part=part, year=year, anyone=anyone, names=names)
    mean = value.number is not None and abs(value.number) < _MEANS and value.number != int(value.number)
    toll = fate is not None and vocabulary.fates[fate] == "toll"
    return ClaimFeatures(part=part, fate=fate, year=year, mean=mean, toll=toll, anyone=anyone, names=names)


def _is_included(vocabulary: Vocabulary, claim: Claim, noun: str) -> bool:
    """Whether a figure counts some of what the one before it counts: "hit six times, including twice in the hull"."""
    tokens = vocabulary.tokens(claim.document)
    first = tokens.at(claim.start)
    if not noun or not first or tokens.forms[first - 1].folded not in lexicon_of(vocabulary.ruleset).including:
        return False
    return any(
        each.end <= claim.start and getattr(each.value, "noun", None) == noun for each in vocabulary.figures(claim)
    )


def _head(claim: Claim, vocabulary: Vocabulary) -> str | None:
    noun = getattr(claim.value, "noun", None)
    if not noun:
        return None
    head = vocabulary.language.concept[noun.split()[-1]]
    # "17 dead" names the fate of those that it counts, and not what they are.
    return head if head and head not in vocabulary.fates else None


def _whose(claim: Claim, words: Words) -> tuple[str, str] | None:
    """Whose age it is: the last name in the few words before it ("Rosa Ibarra, a shopkeeper of 44")."""
    if claim.kind != "age":
        return None
    for index in range(len(words.stems) - 1, -1, -1):
        if words.ends[index] <= claim.start:
            if claim.start - words.starts[index] > _NAME_REACH:
                break
            if words.names[index]:
                return words.stems[index], "age"
    return None


def _event(claim: Claim, language: Language) -> tuple[str, str] | None:
    """Who did what on a date: the last name before the first verb of its clause, and the verb's stem."""
    clause = claim.value.event if isinstance(claim.value, TimeExpression) else None
    name = ""
    for form in language.tokens(clause or "").forms:
        if form.kind is not TokenKind.WORD:
            continue
        if form.capital:
            name = form.concept or name
        elif "past_verb" in form.classes:
            return (name, form.concept) if name else None
    return None


def _is_part(tokens: Tokens, claim: Claim) -> bool:
    """Whether a figure counts some of a whole: "two of the bombs", "the other two", "three more"."""
    language = tokens.language
    first, after = tokens.at(claim.start), tokens.at(claim.end)
    behind, before = language.phrases("part_after"), language.phrases("part_before")
    if behind.match(tokens, after, len(tokens)) or any(True for _ in behind.find(tokens, first, after)):
        return True
    for _, end, _ in before.find(tokens, max(0, first - 1), after):
        if end >= len(tokens) or "comparison_link" not in tokens.forms[end].classes:  # "more than 40" is no rest
            return True
    return False


_TOLLED = ("number", "quantity")  # the families of figures of which an event may have one
_FAMILY = {"count": "number", "number": "number", "ratio": "share", "percent": "share", "time": "date"}


def family(claim: Claim) -> str:
    """What a claim may be compared with: counts with numbers, percents with ratios, times with dates."""
    return _FAMILY.get(claim.kind, claim.kind)


def value_key(value: Value) -> str:
    """A value as a string by which equal ones are found."""
    if isinstance(value, Quantity):
        number = value.number if value.number is not None else value.low
        return f"n{number.normalize():f}" if number is not None else "n"
    if isinstance(value, TimeExpression):
        return f"t{value.first or value.timex}"
    return "q" + fold(value.quote)[:40]
