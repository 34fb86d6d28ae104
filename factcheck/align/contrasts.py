"""Whether two alike sentences tell of two bearers, of a part and its whole, or of a plan and its deed."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from factcheck.align.slots import SlotComparisons, SlotRelation, slots_of
from factcheck.align.topic import Topic
from factcheck.cached import cached_property
from factcheck.model import Quantity, Value
from factcheck.state.clause import Clause, Sentence, noun_phrase_before
from factcheck.state.contrast_words import ContrastWords, contrast_words_of
from factcheck.state.lexicon import Tag, Verb
from factcheck.state.slots import StatementReader
from factcheck.text.tokens import Tokens

_COUNTED = ("count", "number")


class Contrast(Enum):
    """Why two claims tell two facts; the value names it in messages."""

    BEARER = "they are told of two"
    PART = "one is a part of the other"
    PLACE = "one is of a place within the other's"
    STATE = "one is not done yet"


class _Nominal(Struct, frozen=True):
    """A noun phrase: the token of its head, those before the head, and the phrases that hang on it by a preposition."""

    head: int
    before: tuple[int, ...]
    behind: tuple[tuple[str, _Nominal], ...] = ()


def contrast(a: Topic, b: Topic) -> Contrast | None:
    """What tells two claims apart, though their sentences may be alike; None where nothing surely does.

    Only what is read on both sides counts: an unnamed bearer, place or state may be the other's.
    """
    if "verb" not in a.vocabulary.ruleset.lists:
        return None
    return _Pair(a, b).contrast()


def have_one_holder(a: Topic, b: Topic) -> bool:
    """Whether two clauses say of one holder how many it has: "holds 31 of the seats", "has 13 seats"."""
    return "verb" in a.vocabulary.ruleset.lists and _Pair(a, b).have_one_holder()


def named_beside(topic: Topic) -> frozenset[str]:
    """The words of the names in a claim's sentence."""
    if "verb" not in topic.vocabulary.ruleset.lists:
        return frozenset()
    return _Side(topic, contrast_words_of(topic.vocabulary.ruleset)).named


class _Pair:
    """Two claims with the clauses in which they stand."""

    def __init__(self, a: Topic, b: Topic) -> None:
        self.a, self.b = a, b
        self.words: ContrastWords = contrast_words_of(a.vocabulary.ruleset)

    @cached_property
    def one(self) -> _Side:
        return _Side(self.a, self.words)

    @cached_property
    def two(self) -> _Side:
        return _Side(self.b, self.words)

    def contrast(self) -> Contrast | None:
        found = slots_of(self.a, self.b)
        if self._other_bearers(found):
            return Contrast.BEARER
        if self.a.family == "date":
            return None
        if self._is_part(found):
            return Contrast.PART
        if self._other_levels():
            return Contrast.PLACE
        if self._other_states(found):
            return Contrast.STATE
        return None

    def have_one_holder(self) -> bool:
        """Whether both subjects have one head, and both verbs say that they have something."""
        if not self.one.holds or not self.two.holds:
            return False
        mine, theirs = self.one.bearer, self.two.bearer
        if mine is None or theirs is None:
            return False
        return self.one.concept(mine.head) == self.two.concept(theirs.head)

    # Bearers

    def _other_bearers(self, found: SlotComparisons) -> bool:
        if self._other_givers() or self._other_holders() or self._is_elsewhere() or self._other_owners():
            return True
        mine, theirs = self.one.bearer, self.two.bearer
        alike = self.one.gives == self.two.gives
        if alike and mine and theirs and self._others(mine, theirs, one_act=self._is_one_act(found)):
            return True
        return self._others_counted()

    def _is_elsewhere(self) -> bool:
        """Whether one figure is told of a neighbour or rival by name, and the other sentence names others alone."""
        return any(
            bool(named) and bool(two.named) and named.isdisjoint(two.named) and one.named.isdisjoint(two.named)
            for one, two in ((self.one, self.two), (self.two, self.one))
            if (named := one.neighbours)
        )

    def _other_owners(self) -> bool:
        """Whether what is measured belongs to two: "Velmo said its sales rose", "sales at Boden rose"."""
        mine, theirs = self.one.owner, self.two.owner
        if not mine or not theirs:
            return False
        return self.words.are_two_names(mine, theirs) and mine != theirs

    def _other_givers(self) -> bool:
        """Whether one clause says who gives and the other from whom it is received, and these are not one."""
        if self.one.gives == self.two.gives:
            return False
        mine, theirs = self.one.giver, self.two.giver
        if mine is None or theirs is None:
            return False
        return self.one.concepts(mine).isdisjoint(self.two.concepts(theirs))

    def _other_holders(self) -> bool:
        """Whether one clause names who has the value, the other to whom it is handed, and these are two names."""
        if self.one.gives == self.two.gives:
            return False
        mine, theirs = self.one.holder, self.two.holder
        if mine is None or theirs is None:
            return False
        return self.words.are_two_names(self.one.holder_names(mine), self.two.holder_names(theirs))

    def _is_one_act(self, found: SlotComparisons) -> bool:
        """Whether both clauses say that one thing is done, by a verb of one class or by one auxiliary."""
        if found.of("event") is SlotRelation.SAME:
            return True
        verbs = [side.verb for side in (self.one, self.two)]
        return verbs[0] is not None and verbs[0] == verbs[1]

    def _others_counted(self) -> bool:
        """Whether what two figures count is told apart by a word at it: "60 older homes", "80 homes in Ostby"."""
        mine, theirs = self.one.counted, self.two.counted
        if mine is None or theirs is None:
            return False
        return self._contrasted(mine, theirs) or self._other_complements(mine, theirs)

    def _others(self, mine: _Nominal, theirs: _Nominal, *, one_act: bool) -> bool:
        """Whether two phrases in one place name two things.

        Two common nouns do so only as the subjects of one act: else they may be parts of two views of one fact.
        """
        names = self.one.names(mine), self.two.names(theirs)
        if all(names):
            if self.words.are_two_names(*names):
                return True
        elif any(names):
            return self._contrasted(mine, theirs)
        elif self._other_heads(mine, theirs):
            return one_act and not self.one.is_measured(mine) and not self.two.is_measured(theirs)
        return self._contrasted(mine, theirs) or self._other_complements(mine, theirs)

    def _contrasted(self, mine: _Nominal, theirs: _Nominal) -> bool:
        """Whether words of two sides of one dimension stand at two nouns: "older", "newer"."""
        here, there = self.one.sides(mine), self.two.sides(theirs)
        return any(here[each].isdisjoint(there[each]) for each in here.keys() & there.keys())

    def _other_heads(self, mine: _Nominal, theirs: _Nominal) -> bool:
        """Whether two common nouns name two kinds of things, neither of which the other sentence names as well."""
        one, two = self.one.word(mine.head), self.two.word(theirs.head)
        if self.two.concept(theirs.head) in self.a.sentence_concepts:
            return False
        if self.one.concept(mine.head) in self.b.sentence_concepts:
            return False
        capital = [side.is_capital(phrase.head) for side, phrase in ((self.one, mine), (self.two, theirs))]
        if capital[0] != capital[1] and not self.words.is_common_noun(one if capital[0] else two):
            return False  # "Norvik", "the airline"
        return self.words.are_two_kinds(one, two)

    def _other_complements(self, mine: _Nominal, theirs: _Nominal) -> bool:
        """Whether what hangs on two nouns by one preposition is of two names: "on Mill Lane", "on Kiln Lane"."""
        behind = dict(reversed(theirs.behind))
        for preposition, phrase in dict(reversed(mine.behind)).items():
            other = behind.get(preposition)
            if other is None:
                continue
            names = self.one.names(phrase), self.two.names(other)
            if all(names) and self.words.are_two_names(*names):
                return True
            if self._contrasted(phrase, other):
                return True
        return False

    # Extents

    def _is_part(self, found: SlotComparisons) -> bool:
        """Whether one figure counts a part of those whom the other, larger one counts by what became of them all."""
        if found.of("measure") is SlotRelation.CONFLICTING or self.have_one_holder():
            return False
        return any(
            part.is_part
            and not whole.is_part
            and _is_less(part.topic.value, whole.topic.value)
            and part.is_of_those_who(whole.happened)
            for part, whole in ((self.one, self.two), (self.two, self.one))
        )

    def _other_levels(self) -> bool:
        """Whether one figure is told of a place that is narrower than the other's, and is smaller."""
        one = self.one.level
        two = self.two.level if one is not None else None
        if one is None or two is None or one == two:
            return False
        less, more = (self.a, self.b) if one < two else (self.b, self.a)
        return _is_less(less.value, more.value)

    # States

    def _other_states(self, found: SlotComparisons) -> bool:
        """Whether one figure is planned or asked for and the other is of what was done, or of what was allowed."""
        if found.of("state") is not SlotRelation.CONFLICTING:
            return False
        one_act = found.of("event") is SlotRelation.SAME
        if one_act and self.one.is_unrealised and self.two.is_unrealised:
            return True
        return any(
            planned.is_unrealised and planned.is_apart_from(done, one_act=one_act)
            for planned, done in ((self.one, self.two), (self.two, self.one))
        )


class _Side:
    """A claim with what its clause says of its bearer, its place and whether it was done; read when it is asked for."""

    def __init__(self, topic: Topic, words: ContrastWords) -> None:
        self.topic, self.words, self.lexicon = topic, words, words.lexicon
        self.reader: StatementReader = topic.vocabulary.reader(topic.claim.document)
        self.clause: Clause = self.reader.clause(topic.claim)
        self.sentence: Sentence = self.clause.sentence
        self.tokens: Tokens = self.sentence.tokens

    @property
    def verb(self) -> str | None:
        """The word of the verb or auxiliary that governs the claim."""
        verb = self.clause.verb
        return None if verb is None else self.tokens.forms[verb].folded

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital, which says nothing at the beginning of a sentence."""
        return self.tokens.forms[index].capital

    def word(self, index: int) -> str:
        return self.tokens.forms[index].folded.removesuffix("'s").removesuffix("'")

    def concepts(self, phrase: _Nominal) -> frozenset[str]:
        """The concepts of the words of a phrase, without what hangs on it."""
        return frozenset(self.concept(index) for index in (*phrase.before, phrase.head))

    @cached_property
    def gives(self) -> bool:
        """Whether somebody is named right behind a verb of giving, as the one to whom the value is handed."""
        return self.reader.names_a_recipient(self.clause)

    @property
    def holds(self) -> bool:
        """Whether the verb says that the subject has something."""
        verb = self.clause.verb
        return verb is not None and not self.words.holding.isdisjoint((self.verb, *self._classes(verb)))

    @property
    def holder(self) -> _Nominal | None:
        """Who has the value: the subject of a verb of having, or to whom a verb of giving hands it."""
        if not self.gives:
            return self.bearer if self.holds else None
        recipient = self.reader.recipient(self.clause)
        return self._nominal(recipient[0], recipient[-1] + 1) if recipient else None

    @property
    def giver(self) -> _Nominal | None:
        """Who hands the value to another: the subject of a verb of giving, or whoever stands behind "from"."""
        if self.gives:
            return self.bearer
        verb = self.finite_verb
        if verb is None or self.words.receiving.isdisjoint(self._classes(verb)):
            return None
        behind = self.clause.end
        if self.tokens.forms[behind].folded not in self.words.giver_prepositions:
            return None
        return self._nominal(behind + 1, self.clause.stop)

    def concept(self, index: int) -> str:
        return self.tokens.forms[index].concept

    @property
    def bearer(self) -> _Nominal | None:
        """The subject, where the claim is none; of an age the person. None for a pronoun and for one of several."""
        if self.topic.claim.kind == "age":
            return self._person()
        subject = self.clause.subject
        if subject is None or self.sentence.tag(subject.head) is Tag.PRONOUN:
            return None
        if self.sentence.tag(subject.first - 1) is Tag.COORDINATOR:
            return None
        return self._nominal(subject.first, subject.stop)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of the names in the sentence."""
        words = range(self.sentence.first, self.sentence.stop)
        return frozenset(self.word(index) for index in words if self._is_name(index))

    @cached_property
    def neighbours(self) -> frozenset[str]:
        """The words of the names behind a word for a neighbour or a rival, before the claim in its sentence."""
        found: set[str] = set()
        for mark in range(self.sentence.first, self.clause.start):
            if self.word(mark) not in self.words.neighbour_words:
                continue
            stop = next((each for each in range(mark + 1, self.sentence.stop) if not self._is_nominal(each)), mark + 1)
            found.update(self.word(each) for each in range(mark + 1, stop) if self.sentence.tag(each) is Tag.NAME)
        return frozenset(found)

    def _is_nominal(self, index: int) -> bool:
        return self.sentence.tag(index) in (Tag.NOUN, Tag.NAME)

    @cached_property
    def teller(self) -> _Nominal | None:
        """Who says what the claim's clause tells: the subject of the verb of reporting before it."""
        subject = self.clause.subject
        for index in range((subject.first if subject is not None else self.clause.first) - 1, self.sentence.first, -1):
            if self.sentence.tag(index) is Tag.VERB:
                if self.lexicon.reports.isdisjoint(self._classes(index)):
                    return None
                phrase = noun_phrase_before(self.sentence, index - 1, self.sentence.first)
                return self._nominal(phrase.first, phrase.stop) if phrase is not None else None
        return None

    @cached_property
    def owner(self) -> tuple[str, ...]:
        """The name of the one to whom what is measured belongs: behind "at" or "of", or who says "its sales"."""
        subject = self.clause.subject
        phrase = self._nominal(subject.first, subject.stop) if subject is not None else None
        if subject is None or phrase is None or not self.is_measured(phrase):
            return ()
        own = dict(reversed(phrase.behind))
        hanging = next((own[each] for each in self.words.owner_prepositions if each in own), None)
        if hanging is not None:
            return self.names(hanging)
        if self.tokens.forms[subject.first].folded not in self.words.own_words or self.teller is None:
            return ()
        return self.holder_names(self.teller)

    def is_measured(self, phrase: _Nominal) -> bool:
        """Whether a phrase names what the value measures: "Profit rose to …", "The tunnel is 3 miles long"."""
        measure = self.topic.core.measure
        return measure is not None and measure.start <= self.tokens.starts[phrase.head] < measure.end

    def _person(self) -> _Nominal | None:
        slot = self.topic.core.bearer
        if slot is None:
            return None
        stretch = self.tokens.between(slot.start, slot.end)
        return self._nominal(stretch.start, stretch.stop)

    @property
    def counted(self) -> _Nominal | None:
        """What the figure counts, with the words before it and the phrases that hang on it."""
        value = self.topic.claim.value
        if not isinstance(value, Quantity) or not value.noun:
            return None
        stop = self.clause.end
        while stop < self.clause.stop and self.sentence.tag(stop) in _OF_A_PHRASE:
            stop += 1
        return self._nominal(self.clause.start, stop)

    def _nominal(self, first: int, stop: int) -> _Nominal | None:
        """The noun phrase that stands in a stretch of tokens, read as far as it is one."""
        index, inside = first, []
        while index < stop and self.sentence.tag(index) is not Tag.PREPOSITION:
            if self.sentence.tag(index) is not Tag.DETERMINER or self._is_side(index):
                inside.append(index)
            index += 1
        heads = [each for each in inside if self.sentence.tag(each) in (Tag.NOUN, Tag.NAME)]
        if not heads:
            return None
        behind = []
        if index + 1 < stop:
            hanging = self._nominal(index + 1, stop)
            if hanging is not None:
                behind = [(self.tokens.forms[index].folded, hanging), *hanging.behind]
        return _Nominal(heads[-1], tuple(each for each in inside if each < heads[-1]), tuple(behind))

    def _is_side(self, index: int) -> bool:
        return bool(self.words.side(self.tokens.forms[index].folded))

    def names(self, phrase: _Nominal) -> tuple[str, ...]:
        """The words of a phrase that are parts of a name, without titles and offices."""
        return tuple(
            self.word(index)
            for index in (*phrase.before, phrase.head)
            if self._is_name(index) and not self.words.is_title(self.word(index))
        )

    def holder_names(self, phrase: _Nominal) -> tuple[str, ...]:
        """The parts of a holder's name; a lone word that begins the sentence is one unless it is a known noun."""
        word = self.word(phrase.head)
        alone = self.is_capital(phrase.head) and not phrase.before and not self.words.is_common_noun(word)
        return (word,) if alone else self.names(phrase)

    def _is_name(self, index: int) -> bool:
        """Whether a word is written as a name is; the first of a sentence only beside another name."""
        if self.sentence.tag(index) is not Tag.NAME:
            return False
        return index > self.sentence.first or self.sentence.tag(index + 1) is Tag.NAME

    def sides(self, phrase: _Nominal) -> dict[str, set[str]]:
        """The sides that the words at a noun take, by dimension; "the party" takes that of who speaks of it."""
        found: dict[str, set[str]] = {}
        words = [*phrase.before, phrase.head]
        if not phrase.before and self.words.is_umbrella(self.word(phrase.head)) and self.teller is not None:
            words += [*self.teller.before, self.teller.head]
        for index in words:
            if self._is_within_a_value(index) or (self.words.is_party(self.word(index)) and not self.is_capital(index)):
                continue
            dimension, _, side = self.words.side(self.word(index)).rpartition("/")
            if side:
                found.setdefault(dimension, set()).add(side)
        return found

    def _is_within_a_value(self, index: int) -> bool:
        """Whether a word is of the value that is compared: "second" of an ordinal, "first" of "the first quarter"."""
        claim = self.topic.claim
        counts = claim.kind != "ordinal" and bool(getattr(claim.value, "noun", None))
        return not counts and claim.start <= self.tokens.starts[index] < claim.end

    # Extents

    @property
    def is_part(self) -> bool:
        """Whether the figure counts some of those that are meant: "six of the rowers", "six rowers hurt … were"."""
        return self.topic.features.part or self._restricted is not None

    @property
    def _restricted(self) -> tuple[int, int] | None:
        """The participle that says which of them are counted, and the verb that says what these did or suffered."""
        clause = self.clause
        if not (clause.is_subject or clause.verb is None) or self.sentence.tag(clause.start - 1) is Tag.DETERMINER:
            return None
        first = self._first_verb()
        if first is None or not self._is_participle(first):
            return None
        said = self._finite_behind(first)
        return None if said is None else (first, said)

    def _first_verb(self) -> int | None:
        """The verb that touches the claim, or with which its noun ends: "four students injured"."""
        last = self.clause.end - 1
        if self._is_participle(last) and not self.tokens.forms[last].capital:
            return last
        return last + 1 if self.sentence.tag(last + 1) is Tag.VERB else None

    def _is_participle(self, index: int) -> bool:
        verb: Verb | None = self.lexicon.verb(self.tokens.forms[index].folded)
        return verb is not None and verb.participle

    def _finite_behind(self, index: int) -> int | None:
        """The auxiliary or verb behind a participle and what hangs on it; brackets are passed over."""
        inside = False
        for each in range(index + 1, self.sentence.stop):
            tag, text = self.sentence.tag(each), self.tokens.forms[each].text
            if inside or text == "(":
                inside = text != ")"
            elif tag is Tag.AUXILIARY or (tag is Tag.VERB and self.sentence.tag(each - 1) is not Tag.PREPOSITION):
                return each
            elif text != ")" and tag in (Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE):
                return None
        return None

    @property
    def happened(self) -> frozenset[str]:
        """The classes of what became of those that the figure counts."""
        event = self.topic.core.event
        return frozenset(event.concepts) if event is not None else frozenset()

    def is_of_those_who(self, happened: frozenset[str]) -> bool:
        """Whether a part is of those of whom another figure tells what happened: the part itself did something else."""
        restricted = self._restricted
        if restricted is None:
            return bool(self.happened and happened) and self.happened.isdisjoint(happened)
        participle, finite = restricted
        verbs = (index for index in range(finite, self.sentence.stop) if self.sentence.tag(index) is Tag.VERB)
        verb = next(verbs, None)  # none where it is in no list
        said = frozenset() if verb is None else self._classes(verb)
        return said.isdisjoint(happened) and bool(said or not self._classes(participle).isdisjoint(happened))

    def _classes(self, index: int) -> frozenset[str]:
        return frozenset(self.lexicon.verb_classes[self.tokens.forms[index].folded])

    @property
    def level(self) -> float | None:
        """How wide the place is that the clause names; all places of a level are wider than one of them."""
        first = self.clause.first
        opening = range(self.sentence.first, first)
        if all(self.sentence.tag(index) not in _PREDICATES for index in opening):
            first = opening.start  # "In her village, …"
        found = {level for index in range(first, self.clause.stop) if (level := self._level_at(index))}
        return found.pop() if len(found) == 1 else None

    def _level_at(self, index: int) -> float:
        word = self.word(index)
        reach = self.words.reaches.get(word)
        if reach is not None:
            return reach
        level = self.words.level(word)
        if level is None:
            return 0.0
        before = index - 1
        while before > self.sentence.first and self.sentence.tag(before) in (Tag.NOUN, Tag.NAME, Tag.DETERMINER):
            before -= 1
        if self.sentence.tag(before) is not Tag.PREPOSITION or self.word(before) not in self.lexicon.places:
            return 0.0
        if self.sentence.tag(index + 1) in (Tag.NOUN, Tag.NAME):
            return 0.0
        every = any(self.word(each) in self.words.wholes for each in range(before + 1, index))
        return level + _ALL if every and self.words.singular(word) != word else level

    # States

    @property
    def is_unrealised(self) -> bool:
        state = self.topic.statement.state
        return state is not None and not self.words.unrealised.isdisjoint(state.concepts)

    @cached_property
    def finite_verb(self) -> int | None:
        """The verb on which the claim's verb hangs: "was given $3 million to build 9 miles"; else that verb."""
        verb = self.clause.verb
        if verb is None or self.sentence.tag(verb) is not Tag.VERB:
            return None
        if self.tokens.forms[verb - 1].folded not in self.lexicon.infinitive:
            return verb
        before = range(verb - 2, self.clause.first - 1, -1)
        return next((index for index in before if self.sentence.tag(index) is Tag.VERB), verb)

    @property
    def is_asked(self) -> bool:
        """Whether the verb itself says that it is wanted: "asked for $3 million"."""
        state, verb = self.topic.statement.state, self.finite_verb
        return state is not None and verb is not None and state.start <= self.tokens.starts[verb] < state.end

    @property
    def is_realised(self) -> bool:
        """Whether the clause says that it was done: by a verb in the past and without a word of modality."""
        verb = self.finite_verb
        if verb is None or self.topic.statement.state is not None:
            return False
        if verb >= self.clause.end and self.sentence.tag(verb - 1) is not Tag.AUXILIARY:
            return False
        goes_on = self.tokens.forms[verb].folded.endswith(self.lexicon.endings.progressive)
        return self._is_participle(verb) and not goes_on

    def is_apart_from(self, done: _Side, *, one_act: bool) -> bool:
        """Whether a plan is not of what another clause tells: done, given where it is asked for, or there as it is."""
        if done.is_realised:
            return one_act or (self.is_asked and done.is_granted)
        return done.counts_what_is and self.topic.core.event is not None

    @property
    def counts_what_is(self) -> bool:
        """Whether a count is only said to be: "there are about 2,500 troops"."""
        verb = self.clause.verb
        if self.topic.claim.kind not in _COUNTED or verb is None or self.topic.statement.state is not None:
            return False
        return self.sentence.tag(verb) is Tag.AUXILIARY

    @property
    def is_granted(self) -> bool:
        """Whether the verb says that what somebody asked for was given or received."""
        verb = self.finite_verb
        return verb is not None and not self.words.granted.isdisjoint(self._classes(verb))


_ALL = 0.5  # of a level: how much wider all of them are than one
_PREDICATES = (Tag.VERB, Tag.AUXILIARY)
_OF_A_PHRASE = (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER, Tag.PREPOSITION)


def _is_less(one: Value, two: Value) -> bool:
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    few = one.high if one.high is not None else one.number
    many = two.low if two.low is not None else two.number
    return few is not None and many is not None and few < many
