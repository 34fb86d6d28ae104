"""Where a draft's sentence says what a source's does, but for words that turn it round or that limit it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from factcheck.align.precision import is_range
from factcheck.align.slots import SlotComparisons, SlotRelation, slots_of
from factcheck.align.topic import Topic, Vocabulary, value_key
from factcheck.cached import cached_property
from factcheck.model import Claim, Quantity, Slot, TimeExpression
from factcheck.state.clause import Clause, Phrase, Sentence, clause_around
from factcheck.state.lexicon import Lexicon, Tag, lexicon_of
from factcheck.text.tokens import Phrases, TokenKind, Tokens

_FEWEST = 3  # words of substance that two statements share, so that they are held to be the same one
_UNSHARED = 0.2  # the share of the draft's words of substance that the source's sentence may lack
_SAME_WORDS = 0.8  # the share of its words of substance that each of two sentences has in common with the other
_LEFT_OUT = 0.5  # the share of the source's words of substance around the claim that the draft may lack
_ALLEGED = "alleged"
_PLANNED = "planned"  # of these "will" is no hedge: who writes it for "could" says more
_OF_FIGURES = frozenset(("most", "part"))  # limits of the figure that they stand at, and not of the statement
# Who writes one of these does not say that it is so.
_HEDGING = frozenset(
    (
        "possible",
        "alleged",
        "attempted",
        "planned",
        "most",
        "part",
        "forecast",
        "estimated",
        "asked",
        "offered",
        "denied",
    )
)
_PASSING = 3  # tokens before a modal verb among which its clause begins: "if I", "as you"
_NO_AMOUNTS = ("ordinal", "age")
_CHANGES = frozenset(("change_up", "change_down"))
_LEVEL = "level"
_BEFORE = "level_before"


class Altered(Enum):
    """How the sense of a statement was altered; the value names it in messages."""

    OPPOSITE = "contrary changed"
    LEVEL = "level and change confused"
    DIRECTION = "direction changed"
    ROLES = "roles changed"
    LIMIT = "limit left out"


class Alteration(Struct, frozen=True):
    """The words of a draft that alter what a source says, and the source's: spans of the two documents."""

    altered: Altered
    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def turns(self) -> bool:
        """Whether the draft says something else than the source, and not only more."""
        return self.altered is not Altered.LIMIT


class Mark(Struct, frozen=True):
    """Tokens with a meaning from a word list."""

    first: int
    stop: int
    meaning: str


class Wording:
    """A sentence with what the comparison asks of it, each read when it is first asked for: most pairs need little."""

    def __init__(self, sentence: Sentence, values: Sequence[tuple[int, int]], wordings: Wordings) -> None:
        """Read nothing yet; `values` are the spans of the values that carry no noun."""
        self.sentence = sentence
        self._values = values
        self._wordings = wordings

    @cached_property
    def substance(self) -> dict[int, frozenset[str]]:
        """The words of substance: token → what it may mean. Words of reporting and of values are none."""
        tokens = self.sentence.tokens
        return {
            index: keys
            for index, keys in self._keys.items()
            if tokens.forms[index].concept
            and self._wordings.lexicon.reports.isdisjoint(keys)
            and not any(start <= tokens.starts[index] < end for start, end in self._values)
        }

    @cached_property
    def reports(self) -> bool:
        """Whether a word says that somebody said it."""
        return any(not self._wordings.lexicon.reports.isdisjoint(keys) for keys in self._keys.values())

    @cached_property
    def _keys(self) -> dict[int, frozenset[str]]:
        sentence, wordings = self.sentence, self._wordings
        forms = ((index, sentence.tokens.forms[index]) for index in range(sentence.first, sentence.stop))
        return {index: wordings.keys(form.folded, form.concept) for index, form in forms if form.kind is TokenKind.WORD}

    @cached_property
    def opposites(self) -> tuple[Mark, ...]:
        """The words that have an opposite."""
        tokens = self.sentence.tokens
        return tuple(
            mark
            for phrases in self._wordings.opposites
            for mark in self._marks(phrases)
            if not _hyphenated(tokens, mark.first, mark.stop)
        )

    @cached_property
    def sides(self) -> dict[str, set[str]]:
        """The sides that the words take which have an opposite, by topic."""
        return _sides(self.opposites)

    @cached_property
    def limits(self) -> tuple[Mark, ...]:
        """The words that limit what is said: "some of", "alleged"."""
        return tuple(mark for mark in self._marks(self._wordings.limits) if not self._is_in_passing(mark))

    def _is_in_passing(self, mark: Mark) -> bool:
        """Whether a modal verb ends a clause of its own beside what is said: "If I may, …", "come what may"."""
        sentence = self.sentence
        if mark.stop != mark.first + 1 or sentence.tag(mark.first) is not Tag.AUXILIARY:
            return False
        ends = mark.stop >= sentence.stop or sentence.tag(mark.stop) is Tag.MARK
        before = range(max(sentence.first, mark.first - _PASSING), mark.first)
        return ends and any(sentence.tag(index) in (Tag.SUBORDINATOR, Tag.RELATIVE) for index in before)

    @cached_property
    def negations(self) -> tuple[int, ...]:
        """The tokens that negate."""
        sentence = self.sentence
        return tuple(
            index
            for index in range(sentence.first, sentence.stop)
            if sentence.tag(index) is Tag.NEGATION or sentence.tokens.forms[index].folded.endswith("n't")
        )

    @cached_property
    def hedged(self) -> bool:
        """Whether a word says that it may not be so."""
        return any(
            mark.meaning in _HEDGING
            and not (mark.meaning == _PLANNED and self.sentence.tag(mark.first) is Tag.AUXILIARY)
            for phrases in (self._wordings.limits, self._wordings.modality)
            for mark in self._marks(phrases)
        )

    @cached_property
    def plans(self) -> bool:
        """Whether a word says that it is to come: "will"."""
        return any(mark.meaning == _PLANNED for mark in self._marks(self._wordings.modality))

    def _marks(self, phrases: Phrases) -> Iterator[Mark]:
        sentence = self.sentence
        found = (Mark(*each) for each in phrases.find(sentence.tokens, sentence.first, sentence.stop))
        return (mark for mark in found if not self._is_month(mark))

    def _is_month(self, mark: Mark) -> bool:
        """Whether a word with a capital is of a figure: "May" in "16 May"."""
        sentence = self.sentence
        alone = mark.stop == mark.first + 1
        return alone and sentence.tag(mark.first) is Tag.FIGURE and sentence.tokens.forms[mark.first].capital


class Wordings:
    """The sentences of topics as wordings, each made once, and the word lists that they are read by."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Read nothing yet."""
        self._vocabulary = vocabulary
        self.lexicon: Lexicon = lexicon_of(vocabulary.ruleset)
        self._known: dict[tuple[str, int, int], Wording] = {}
        self._keys: dict[tuple[str, str], frozenset[str]] = {}
        language = vocabulary.language
        self.opposites = [language.phrases(name) for name in ("contrary", "course")]
        self.limits = language.phrases("limit")
        self.modality = language.phrases("modality")
        self.converse = vocabulary.ruleset.words("converse_topic").keys()
        self.courses = vocabulary.ruleset.words("course").keys()
        self.symmetric = vocabulary.ruleset.words("symmetric").keys()

    def of(self, claim: Claim) -> Wording:
        """The wording of a claim's sentence."""
        place = claim.document, claim.sentence.start, claim.sentence.end
        found = self._known.get(place)
        if found is None:
            sentence = self._vocabulary.reader(claim.document).sentence(claim)
            self._known[place] = found = Wording(sentence, self._vocabulary.value_spans(place), self)
        return found

    def clause(self, claim: Claim) -> Clause:
        """The clause of a claim."""
        sentence = self.of(claim).sentence
        tokens = sentence.tokens
        return clause_around(sentence, tokens.holding(claim.start), tokens.at(claim.end))

    def keys(self, folded: str, concept: str) -> frozenset[str]:
        """What a word may mean: its concept, its base form and its classes as a verb and as a noun."""
        found = self._keys.get((folded, concept))
        if found is None:
            verb = self.lexicon.verb(folded)
            verbs = (verb.base, *self.lexicon.verb_classes[folded]) if verb is not None else ()
            found = frozenset((concept, *verbs, *self.lexicon.noun_classes[folded])) - {""}
            self._keys[folded, concept] = found
        return found


@lru_cache(maxsize=1)
def wordings_of(vocabulary: Vocabulary) -> Wordings | None:
    """The wordings of the claims of a vocabulary; None in a language without lists of opposites and limits."""
    known = vocabulary.ruleset.lists
    return Wordings(vocabulary) if {"verb", "contrary", "course", "limit"} <= known.keys() else None


def alteration(topic: Topic, other: Topic, wordings: Wordings) -> Alteration | None:
    """What a draft's claim alters in a source's claim of an equal value; None where both say the same or two facts."""
    pair = _Pair(topic, other, wordings)
    return pair.level() or pair.opposite() or pair.roles() or pair.limit()


def are_opposed(topic: Topic, other: Topic, wordings: Wordings) -> bool:
    """Whether the own parts of two counts or shares say the contrary: "two thirds are men", "two thirds are women".

    All words of each sentence take one side. Which way something moved is told by other means, and what one of two has
    won the other has lost: of such topics only what the figure itself is counts.
    """
    if topic.claim.kind not in _SHARED_OUT or other.claim.kind not in _SHARED_OUT:
        return False
    one, two = wordings.of(topic.claim), wordings.of(other.claim)
    topics = one.sides.keys() & two.sides.keys() - {""}
    opposed = {name for name in topics if one.sides[name].isdisjoint(two.sides[name])}
    opposed = {name for name in opposed if len(one.sides[name]) == len(two.sides[name]) == 1}
    if not opposed or len(one.negations) != len(two.negations):
        return False
    sides = [_opposable(each, wordings, opposed) for each in (topic, other)]
    return not sides[0].isdisjoint(sides[1])


def _opposable(topic: Topic, wordings: Wordings, topics: Iterable[str]) -> set[tuple[str, str]]:
    """The topics of opposites in a figure's own part; of a possessive pronoun with the noun behind it."""
    reader = topic.vocabulary.reader(topic.claim.document)
    clause, wording = reader.clause(topic.claim), wordings.of(topic.claim)
    part = reader.own_part(topic.claim, clause)
    found = set()
    for mark in wording.opposites:
        names = [name for name, _ in _senses(mark.meaning) if name in topics]
        if mark.first not in part or not names:
            continue
        tag, forms = wording.sentence.tag(mark.first), wording.sentence.tokens.forms
        if tag in _OF_SUBSTANCE:
            predicate = mark.first > clause.end and wording.sentence.tag(mark.first - 1) is Tag.AUXILIARY
            found |= {(name, "") for name in names if predicate or name not in wordings.converse}
        elif tag is Tag.DETERMINER and wording.sentence.tag(mark.stop) is Tag.NOUN:
            found |= {(name, forms[mark.stop].concept) for name in names}
    return found


_SHARED_OUT = ("percent", "ratio", "count", "number", "money")
_OF_SUBSTANCE = (Tag.NOUN, Tag.NAME, Tag.VERB)


class _Pair:
    """A draft's claim and a source's, with their sentences."""

    def __init__(self, topic: Topic, other: Topic, wordings: Wordings) -> None:
        self.topic, self.other, self.wordings = topic, other, wordings
        self.mine, self.theirs = wordings.of(topic.claim), wordings.of(other.claim)

    @cached_property
    def clause(self) -> Clause:
        """The clause of the draft's claim."""
        return self.wordings.clause(self.topic.claim)

    @cached_property
    def other_clause(self) -> Clause:
        """The clause of the source's claim."""
        return self.wordings.clause(self.other.claim)

    def level(self) -> Alteration | None:
        """ "fell by 340" for "fell to 340", "rose by 21 percent" for "fell by 21 percent"."""
        one, two = self.topic.statement.change, self.other.statement.change
        if self.topic.claim.kind in _NO_AMOUNTS:
            return None
        if any(isinstance(each.value, Quantity) and is_range(each.value) for each in (self.topic, self.other)):
            return None  # it is the range of a forecast that is "narrowed to 3 to 5 percent"
        if self._ends_where_it_began() or self._moves_by_what_stands(one, two):
            start, other_start = (_start_of_word_before(each) for each in (self.topic, self.other))
            return Alteration(Altered.LEVEL, start, self.topic.claim.end, other_start, self.other.claim.end)
        if one is None or two is None or one.concepts == two.concepts:
            return None
        sides = {*one.concepts, *two.concepts}
        if not sides <= _CHANGES | {_LEVEL} and sides != {_LEVEL, _BEFORE}:
            return None
        found = slots_of(self.topic, self.other)
        if _BEFORE in sides and found.of("event") is not SlotRelation.CONFLICTING:
            return None  # "rose to 48" and "rose from 48" are of two times
        same = found.of("measure") is SlotRelation.SAME and found.of("bearer") is SlotRelation.SAME
        # A rise from a figure and a fall to it are one move, told the other way round.
        apart = found.of("bearer") is SlotRelation.CONFLICTING
        same = same or (_BEFORE in sides and found.of("measure") is SlotRelation.SAME and not apart)
        level = _LEVEL in sides and are_of_one_measure(self.topic, self.other, found)
        if not same and not level and not self.is_one_statement(()):
            return None
        if self.mine.negations or self.theirs.negations:
            return None
        if _parted(one, self.topic) or _parted(two, self.other):
            return None
        how = Altered.LEVEL if _LEVEL in sides and _BEFORE not in sides else Altered.DIRECTION
        start, end = _joined((one.start, one.end), self.topic.claim)
        other_start, other_end = _joined((two.start, two.end), self.other.claim)
        return Alteration(how, start, end, other_start, other_end)

    def _ends_where_it_began(self) -> bool:
        """Whether a move ends at a value from which it began in the other sentence, which shares another figure."""
        starts, ends = self.wordings.lexicon.start_words, self.wordings.lexicon.end_words
        sides = {
            "start" if before and before[-1] in starts else "end" if before and before[-1] in ends else ""
            for before in (self.topic.words_before, self.other.words_before)
        }
        if sides != {"start", "end"} or self.topic.key != self.other.key:
            return False
        return _share_a_figure(self.topic, self.other) and all(
            _moves(topic, self.wordings.lexicon) for topic in (self.topic, self.other)
        )

    def _moves_by_what_stands(self, one: Slot | None, two: Slot | None) -> bool:
        """Whether an account moves by an amount at which it stands in the other: "rose by $3 million", "a profit of $3
        million".
        """
        moved, mover, stands = (one, self.topic, self.other) if two is None else (two, self.other, self.topic)
        if moved is None or (one is not None and two is not None) or not _CHANGES.issuperset(moved.concepts):
            return False
        lexicon, measure = self.wordings.lexicon, stands.core.measure
        if not mover.words_before or mover.words_before[-1] not in lexicon.moving_words:
            return False
        if stands.claim.kind == "percent" or measure is None or not any(map(lexicon.is_account, measure.concepts)):
            return False
        before = stands.words_before[-1:]
        if not before or not (before[0] in lexicon.whole_prepositions or lexicon.auxiliaries.get(before[0]) == "be"):
            return False
        found = slots_of(self.topic, self.other)
        if found.of("measure") is not SlotRelation.SAME or found.of("bearer") is SlotRelation.CONFLICTING:
            return False
        return not _moves(stands, lexicon)

    def opposite(self) -> Alteration | None:
        """A word in the draft's clause whose opposite stands in the source's, where all else is the same."""
        mine, theirs = self.mine.sides, self.theirs.sides
        opposed_topics = {
            topic
            for topic in mine.keys() & theirs.keys()
            if len(mine[topic]) == len(theirs[topic]) == 1 and mine[topic] != theirs[topic]
        }
        if not opposed_topics:
            return None
        for mark in self._within(self.mine.opposites, self.mine, self.clause):
            for topic, _ in _senses(mark.meaning):
                if topic not in opposed_topics:
                    continue
                for opposed in self._within(self.theirs.opposites, self.theirs, self.other_clause):
                    if topic in dict(_senses(opposed.meaning)) and self._opposed(topic, mark, opposed):
                        return self._between(Altered.OPPOSITE if topic else Altered.DIRECTION, mark, opposed)
        return None

    def _opposed(self, topic: str, mark: Mark, opposed: Mark) -> bool:
        if not _carries(mark, self.mine) or not _carries(opposed, self.theirs):
            return False
        denied = [
            sum(not _in(each, (one,)) for each in wording.negations)  # "no longer" is one side of "still"
            for one, wording in ((mark, self.mine), (opposed, self.theirs))
        ]
        if denied[0] != denied[1]:
            return False
        if topic in self.wordings.converse and _before(mark, self.mine).isdisjoint(_before(opposed, self.theirs)):
            return False
        return self.is_one_statement((mark, opposed))

    def roles(self) -> Alteration | None:
        """Two that changed places in a sentence of the same words: "the tenant sued the landlord"."""
        wordings = self.wordings
        if self._are_copies or not self._have_the_same_words or len(self.mine.negations) != len(self.theirs.negations):
            return None
        if any(self._is_symmetric(each) for each in (self.mine, self.theirs)):
            return None
        from factcheck.align.roles import crossed_roles  # few sentences have the same words

        found = crossed_roles(self.mine.sentence, self.theirs.sentence, wordings.lexicon)
        if found is None:
            return None
        start, end = self._span(self.mine, [each.phrase for each in found[:2]])
        other_start, other_end = self._span(self.theirs, [each.phrase for each in found[2:]])
        return Alteration(Altered.ROLES, start, end, other_start, other_end)

    @property
    def _are_copies(self) -> bool:
        """Whether both sentences are word for word the same, and read alike."""
        one, two = self.mine.sentence, self.theirs.sentence
        if list(one.tags) != list(two.tags):
            return False
        ours, others = (each.tokens.forms[each.first : each.stop] for each in (one, two))
        return all(mine.folded == theirs.folded for mine, theirs in zip(ours, others, strict=True))

    @property
    def _have_the_same_words(self) -> bool:
        """Whether both sentences have the same words of substance, but for a few."""
        one, two = (frozenset().union(*each.substance.values()) for each in (self.mine, self.theirs))
        counts = [len(each.substance) for each in (self.mine, self.theirs)]
        shared = [
            sum(not keys.isdisjoint(known) for keys in wording.substance.values())
            for wording, known in ((self.mine, two), (self.theirs, one))
        ]
        return min(shared) >= _FEWEST and all(
            part >= _SAME_WORDS * all_ for part, all_ in zip(shared, counts, strict=True)
        )

    def _is_symmetric(self, wording: Wording) -> bool:
        """Whether a sentence has a word for what two do to each other: "met", "married"."""
        sentence, symmetric = wording.sentence, self.wordings.symmetric
        return any(
            sentence.tag(index) is Tag.VERB and sentence.tokens.forms[index].folded in symmetric
            for index in range(sentence.first, sentence.stop)
        )

    def _span(self, wording: Wording, phrases: Sequence[Phrase]) -> tuple[int, int]:
        tokens = wording.sentence.tokens
        first, stop = min(each.first for each in phrases), max(each.stop for each in phrases)
        return tokens.starts[first], tokens.end(stop - 1)

    def limit(self) -> Alteration | None:
        """A word that limits the source's statement where the draft's has no such word."""
        if not self.theirs.limits or len(self.mine.negations) != len(self.theirs.negations):
            return None
        mine = {mark.meaning for mark in self.mine.limits}
        for mark in self._within(self.theirs.limits, self.theirs, self.other_clause):
            if mark.meaning == _ALLEGED and self.mine.reports:
                continue  # "police said": on somebody's word, too
            if mark.meaning not in _OF_FIGURES and self.topic.claim.kind == "age":
                continue  # "the oldest may be Ola Finn, 63": he is 63
            if mark.meaning == _PLANNED and (self._is_ahead() or self.mine.plans):
                continue  # "they meet on Friday" and "they will cut 230 jobs" are plans, too
            if mark.meaning in _OF_FIGURES:
                if mark.meaning in mine or not self._limits_the_figure(mark):
                    continue
            elif self.mine.hedged or not self._limits_the_statement(mark):
                continue
            if self.is_one_statement((mark,)):
                tokens, claim = self.theirs.sentence.tokens, self.topic.claim
                return Alteration(
                    Altered.LIMIT, claim.start, claim.end, tokens.starts[mark.first], tokens.end(mark.stop - 1)
                )
        return None

    def _is_ahead(self) -> bool:
        """Whether the draft's claim is a day after that of the draft."""
        value, today = self.topic.value, self.topic.vocabulary.anchor(self.topic.claim.document)
        if not isinstance(value, TimeExpression) or value.first is None or today is None:
            return False
        return value.first > today

    def _limits_the_statement(self, mark: Mark) -> bool:
        """Whether a mark stands at no other figure and in nothing joined to the claim: "and perhaps twice as many"."""
        clause, sentence = self.other_clause, self.theirs.sentence
        if sentence.tag(mark.stop) is Tag.FIGURE:
            return mark.stop == clause.start
        between = range(clause.end, mark.first) if mark.first >= clause.end else range(mark.stop, clause.start)
        return not any(sentence.tag(index) is Tag.COORDINATOR for index in between)

    def _limits_the_figure(self, mark: Mark) -> bool:
        """Whether a mark stands right before the claim and does not say where something moved: "up to 64 points"."""
        clause, sentence = self.other_clause, self.theirs.sentence
        if not clause.start <= mark.stop <= clause.end:
            return False
        before = mark.first - 1
        moved = not self.wordings.courses.isdisjoint((sentence.tokens.forms[before].folded,)) if before >= 0 else False
        return not moved and sentence.tag(before) not in (Tag.NAME, Tag.PRONOUN)

    def is_one_statement(self, but: Iterable[Mark]) -> bool:
        """Whether the draft's sentence, or the clause of its claim, has hardly a word that the source's lacks."""
        known: frozenset[str] = frozenset().union(*self.theirs.substance.values())
        left = self._unshared(self.theirs, self.mine, self._reach(self.theirs, self.other_clause), but)
        if left > _LEFT_OUT:
            return False
        spans = [(self.mine.sentence.first, self.mine.sentence.stop), self._reach(self.mine, self.clause)]
        for first, stop in spans:
            ours = [
                keys for index, keys in self.mine.substance.items() if first <= index < stop and not _in(index, but)
            ]
            shared = sum(not keys.isdisjoint(known) for keys in ours)
            if shared >= _FEWEST and len(ours) - shared <= _UNSHARED * len(ours):
                return True
        return False

    def _unshared(self, one: Wording, two: Wording, span: tuple[int, int], but: Iterable[Mark]) -> float:
        known: frozenset[str] = frozenset().union(*two.substance.values())
        words = [keys for index, keys in one.substance.items() if span[0] <= index < span[1] and not _in(index, but)]
        return sum(keys.isdisjoint(known) for keys in words) / len(words) if words else 0.0

    def _within(self, marks: Iterable[Mark], wording: Wording, clause: Clause) -> Iterator[Mark]:
        first, stop = self._reach(wording, clause)
        return (mark for mark in marks if first <= mark.first and mark.stop <= stop)

    def _reach(self, wording: Wording, clause: Clause) -> tuple[int, int]:
        """The clause of a claim, with the one that it is the content of ("denied that she took")."""
        first = clause.first
        sentence = wording.sentence
        if first - 1 > sentence.first and sentence.tag(first - 1) in (Tag.RELATIVE, Tag.DETERMINER, Tag.SUBORDINATOR):
            first = clause_around(sentence, first - 2, first - 1).first
        return first, clause.stop

    def _between(self, how: Altered, mark: Mark, opposed: Mark) -> Alteration:
        tokens, others = self.mine.sentence.tokens, self.theirs.sentence.tokens
        return Alteration(
            how,
            tokens.starts[mark.first],
            tokens.end(mark.stop - 1),
            others.starts[opposed.first],
            others.end(opposed.stop - 1),
        )


def are_of_one_measure(topic: Topic, other: Topic, found: SlotComparisons) -> bool:
    """Whether two figures measure one thing: by their slots, or a figure of many digits stands beside both."""
    if found.of("bearer") is SlotRelation.CONFLICTING:
        return False
    if SlotRelation.SAME in (found.of("measure"), found.of("bearer")):
        return True
    for one, two in ((topic, other), (other, topic)):
        measure, bearer = one.statement.measure, two.statement.bearer
        if measure is not None and bearer is not None and set(measure.concepts) <= set(bearer.concepts):
            return True
    return _share_a_figure(topic, other)


def _moves(topic: Topic, lexicon: Lexicon) -> bool:
    """Whether a word before a claim in its sentence says that something rose or fell."""
    return any(
        word in lexicon.comparatives or any(each in lexicon.ways for each in lexicon.verb_classes[word])
        for word in topic.words_before
    )


def _start_of_word_before(topic: Topic) -> int:
    """The offset of the word before a claim: "to 340"."""
    tokens = topic.vocabulary.tokens(topic.claim.document)
    return tokens.starts[max(0, tokens.holding(topic.claim.start) - 1)]


def _share_a_figure(topic: Topic, other: Topic) -> bool:
    """Whether a figure of many digits, or an equal sum of money, stands beside both of two figures."""
    if any(word[0] == "#" and len(word) > _LONG for word in topic.weights.keys() & other.weights.keys()):
        return True
    mine, theirs = (
        {value_key(each.value) for each in one.vocabulary.figures(one.claim) if each.kind == "money"}
        for one in (topic, other)
    )
    return not mine.isdisjoint(theirs)


_LONG = 4  # "#" and digits, from which on two figures in two sentences are hardly two


def _hyphenated(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether tokens are a part of a compound: "a drop-through", "re-opened"."""
    behind = stop < len(tokens) and tokens.forms[stop].text == "-" and tokens.touches(stop)
    return behind or (first > 0 and tokens.forms[first - 1].text == "-" and tokens.touches(first))


def _parted(change: Slot, topic: Topic) -> bool:
    """Whether a comma stands between a claim and the word of change: "37%, lower the tax"."""
    claim = topic.claim
    tokens = topic.vocabulary.tokens(claim.document)
    between = tokens.between(min(change.end, claim.end), max(change.start, claim.start))
    return any(tokens.forms[index].text == "," for index in between)


def _joined(slot: tuple[int, int], claim: Claim) -> tuple[int, int]:
    return min(slot[0], claim.start), max(slot[1], claim.end)


def _senses(meaning: str) -> list[tuple[str, str]]:
    found = [each.rpartition("/") for each in meaning.split("|")]
    return [(topic, side) for topic, _, side in found]


def _sides(marks: Iterable[Mark]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for mark in marks:
        for topic, side in _senses(mark.meaning):
            found.setdefault(topic, set()).add(side)
    return found


def _carries(mark: Mark, wording: Wording) -> bool:
    """Whether a word of substance is among the marked ones: "by" and "with" are opposites only in a copied sentence."""
    return any(index in wording.substance for index in range(mark.first, mark.stop))


def _before(mark: Mark, wording: Wording) -> frozenset[str]:
    """What the last word of substance before a mark may mean: who did what the mark says."""
    index = max((each for each in wording.substance if each < mark.first), default=None)
    return frozenset() if index is None else wording.substance[index]


def _in(index: int, marks: Iterable[Mark]) -> bool:
    return any(mark.first <= index < mark.stop for mark in marks)


__all__ = ["Alteration", "Altered", "Wordings", "alteration", "wordings_of"]
