"""Whether two values that differ are of one fact told in other words, however few words stand around both."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import timedelta

from factcheck.align import Alignment, Topic
from factcheck.align.contrasts import contrast
from factcheck.align.reworded import Wording, Wordings, wordings_of
from factcheck.align.score import incompatibility
from factcheck.align.slots import SlotComparison, SlotComparisons, SlotRelation, core_slots_of, slots_of
from factcheck.align.topic import family, value_key
from factcheck.cached import cached_property
from factcheck.model import Comparison, Difference, Quantity, TimeExpression
from factcheck.state.clause import Clause, Phrase, Sentence, noun_phrase_before
from factcheck.state.lexicon import Lexicon, Tag, lexicon_of

_SAME, _CONFLICTING = SlotRelation.SAME, SlotRelation.CONFLICTING
_ALIKE = (SlotRelation.SAME, SlotRelation.COMPATIBLE)
_PLANNED = ("planned",)
_LEAST = 0.05  # share of the context: two claims that have not a word in common are of two matters
_FEWEST = 2  # words that both clauses have
_UNSHARED = 0.2  # share of the words of one of the two clauses that the other's sentence may lack
_OF_A_NOUN = (Tag.DETERMINER, Tag.NOUN, Tag.NAME)
# Kinds whose bearers are told by rules of their own.
_BY_OTHER_RULES = ("quote", "age", "ordinal")
# How two values differ of which only one can be right: a bound may hold beside another.
_DIFFERENCES = frozenset(
    (
        Difference.ANOTHER_NUMBER,
        Difference.FACTOR,
        Difference.DIGITS_TRANSPOSED,
        Difference.ONE_DIGIT_CHANGED,
        Difference.UNITS,
        Difference.DATE,
        Difference.DAY,
        Difference.MONTH,
        Difference.YEAR,
        Difference.START,
        Difference.DURATION,
        Difference.ONE_DAY_OFF,
        Difference.ONE_WEEK_OFF,
        Difference.DAY_AND_MONTH_SWAPPED,
    )
)
_UNSHARED_OF_ONE_NAME = 0.34  # the same where both name one subject in full
_FULL_NAME = 2  # words
_REPORTED = timedelta(days=8)  # before a report lies what it tells without a date


def is_one_fact(alignment: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> bool:
    """Whether a source's claim states what the draft's does in other words, and its document gives no other such value.

    Both have one subject, one of the two clauses has hardly a word that the other's sentence lacks, no slot conflicts,
    and each value is the only one of its kind in its clause.
    """
    other = alignment.topic
    if alignment.comparison.relation != "different" or alignment.comparison.difference not in _DIFFERENCES:
        return False
    if alignment.score < _LEAST or topic.claim.kind in _BY_OTHER_RULES or not _measure_alike(topic, other):
        return False
    wordings = wordings_of(topic.vocabulary)
    if _stands_beside(topic, other) or _stands_beside(other, topic):
        return False
    if wordings is None or incompatibility(topic, other):
        return False
    if core_slots_of(topic, other).conflicts or not _of_one_time(topic, other):
        return False
    found = slots_of(topic, other)  # what costs more stands last
    if found.conflicts and topic.family not in ("date", "share"):
        return False
    if not _may_be_one(found, topic):
        return False
    is_start = alignment.comparison.difference is Difference.START
    pair = _Pair(_Side(topic, wordings), _Side(other, wordings), found, is_start=is_start)
    if not pair.are_alone or pair.are_of_two_wholes or not pair.is_one_statement():
        return False
    return contrast(topic, other) is None and not any(_is_rival(each, alignment, topic) for each in alignments)


def is_lone_slip(alignment: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> bool:
    """Whether a value has a source's digits in another order, or its day of another year, and no slot or further value
    of the source speaks for two facts: that two values of one thing differ so by chance is rare.
    """
    other = alignment.topic
    if alignment.comparison.relation != "different" or alignment.score < _LEAST_OF_A_SLIP:
        return False
    if topic.claim.kind in _BY_OTHER_RULES or not _measure_alike(topic, other):
        return False
    if not (_has_digits_of(topic, other, alignment.comparison) or _is_day_of_another_year(topic, other)):
        return False
    found = core_slots_of(topic, other)
    if found.conflicts or not _of_one_time(topic, other) or _stands_beside(topic, other):
        return False
    if not _is_surely_of_one_kind(found, alignment, topic):
        return False
    wordings = wordings_of(topic.vocabulary)
    if wordings is None or incompatibility(topic, other) or not _may_be_one_in_any_state(slots_of(topic, other)):
        return False
    pair = _Pair(_Side(topic, wordings), _Side(other, wordings), found)
    if pair.are_of_two_wholes or pair.are_of_two() or contrast(topic, other) is not None:
        return False
    return not any(_is_rival_slip(each, alignment, topic) for each in alignments)


def _has_digits_of(topic: Topic, other: Topic, comparison: Comparison) -> bool:
    """Whether two figures, or two years, have the same digits in another order."""
    if comparison.difference is Difference.DIGITS_TRANSPOSED:
        return True
    texts = [each.claim.text[-_YEAR:] for each in (topic, other)]
    years = comparison.difference is Difference.YEAR and all(text.isdigit() for text in texts)
    return years and texts[0] != texts[1] and sorted(texts[0]) == sorted(texts[1])


def _is_day_of_another_year(topic: Topic, other: Topic) -> bool:
    """Whether two dates name one day of a month of two years; accounts and contracts begin and end with a month."""
    a, b = topic.value, other.value
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression) or a.first is None or b.first is None:
        return False
    if a.first != a.last or b.first != b.last or a.first.year == b.first.year:
        return False
    if not all(each.claim.text[-_YEAR:].isdigit() for each in (topic, other)):
        return False
    return (a.first.month, a.first.day) == (b.first.month, b.first.day) and 1 < a.first.day < _LAST_DAYS


_YEAR = 4  # digits
_LAST_DAYS = 28
_LEAST_OF_A_SLIP = 0.1  # share of the context


def _is_surely_of_one_kind(found: SlotComparisons, alignment: Alignment, topic: Topic) -> bool:
    """Whether two figures measure one thing that is not counted everywhere, or are of one act or one bearer; two years
    may stand in one context instead. A day of a month tells enough by itself.
    """
    if found.of("measure") is _SAME:
        measure = topic.core.measure
        return measure is not None and lexicon_of(topic.vocabulary.ruleset).generic_persons.isdisjoint(measure.concepts)
    if topic.family == "date" and (alignment.score >= _CONTEXT or _is_day_of_another_year(topic, alignment.topic)):
        return True
    return topic.claim.kind not in _COUNTED and _SAME in (found.of("bearer"), found.of("event"))


_CONTEXT = 0.4  # share of the context


def _may_be_one_in_any_state(found: SlotComparisons) -> bool:
    if found.of_other_accounts or found.of_other_fates or found.of_other_means:
        return False
    return all(each.name in ("state", "extent") for each in found.conflicts)


def _is_rival_slip(each: Alignment, alignment: Alignment, topic: Topic) -> bool:
    """Whether the document has the draft's value too, or another one that measures the same."""
    if each.topic.claim.document != alignment.topic.claim.document or each.topic.order == alignment.topic.order:
        return False
    if each.comparison.relation == "same":
        return True
    if each.topic.key == alignment.topic.key or not _measure_alike(topic, each.topic):
        return False
    found = core_slots_of(topic, each.topic)
    if found.conflicts or not found.agreement:
        return False
    return found.agreement >= core_slots_of(topic, alignment.topic).agreement


def _measure_alike(topic: Topic, other: Topic) -> bool:
    """Whether two values are of one unit; two counts must count the same where both say what."""
    a, b = topic.value, other.value
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        return a.type == b.type
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    return a.unit == b.unit or topic.family == "share"


def _may_be_one(found: SlotComparisons, topic: Topic) -> bool:
    if found.of_other_accounts or found.of_other_fates or found.of_other_means:
        return False
    return all(
        (each.name == "state" and _is_future(each, found))
        or (each.name == "extent" and topic.family == "share" and found.of("event") is _SAME)  # each is of a whole
        for each in found.conflicts
    )


def _is_future(state: SlotComparison, found: SlotComparisons) -> bool:
    """Whether one clause has the present for the future that the other has: "opens on 17 July", "will open on …"."""
    sides = {each.concepts for each in (state.one, state.two) if each is not None}
    return sides == {_PLANNED} and found.of("event") is _SAME


def _stands_beside(topic: Topic, other: Topic) -> bool:
    """Whether the sentence of a claim has the other's value as well, or the value is a part of a name ("Turbo 6")."""
    key = value_key(other.claim.value)
    if any(value_key(each.value) == key for each in topic.vocabulary.figures(topic.claim)):
        return True
    tokens, claim = topic.vocabulary.tokens(topic.claim.document), topic.claim
    before = tokens.holding(claim.start) - 1
    return (
        claim.kind == "number"
        and before >= 0
        and tokens.forms[before].capital
        and tokens.starts[before] >= claim.sentence.start
    )


def _is_rival(each: Alignment, alignment: Alignment, topic: Topic) -> bool:
    """Whether the document has another value that may be the draft's as well: then nobody can say which of them is."""
    if each.topic.claim.document != alignment.topic.claim.document or each.topic.order == alignment.topic.order:
        return False
    if each.comparison.relation == "same":
        return True
    if each.topic.key == alignment.topic.key:
        return False
    return each.score >= alignment.score and not slots_of(topic, each.topic).conflicts


def _of_one_time(topic: Topic, other: Topic) -> bool:
    """Whether both facts are of one time, as far as it is stated: a date in only one of two sentences must be of the
    days of its report.
    """
    if topic.family == "date":
        return True
    one, two = _days(topic), _days(other)
    return all(
        any(_meet(day, each) for each in theirs) or _is_of_the_report(day, of)
        for days, theirs, of in ((one, two, topic), (two, one, other))
        for day in days
    )


def _days(topic: Topic) -> list[TimeExpression]:
    """The time of a claim's fact, or else the dates before it in its sentence."""
    claim, when = topic.claim, topic.statement.when
    dates = topic.vocabulary.dates(claim)
    own = [each for each in dates if when is not None and each.start == when.start]
    dates = own or [each for each in dates if each.start < claim.start]
    return [each.value for each in dates if isinstance(each.value, TimeExpression)]


def _meet(one: TimeExpression, two: TimeExpression) -> bool:
    if one.first is None or two.first is None:
        return one.timex == two.timex
    return one.first <= (two.last or two.first) and two.first <= (one.last or one.first)


def _is_of_the_report(day: TimeExpression, topic: Topic) -> bool:
    anchor = topic.vocabulary.anchor(topic.claim.document)
    if anchor is None or day.first is None:
        return day.first is None  # a weekday of an undated text
    return abs(day.first - anchor) <= _REPORTED


def _is_small(topic: Topic) -> bool:
    """Whether a value is one of which there are many: a weekday, a count that is said in one word."""
    value = topic.claim.value
    if isinstance(value, Quantity):
        return value.number is not None and abs(value.number) <= _SMALL and topic.claim.kind in _COUNTED
    return topic.claim.kind == "time" or not topic.vocabulary.names_a_month(topic.claim)


_SMALL = 12
_COUNTED = ("count", "number")


class _Pair:
    """Two claims with what their clauses have in common."""

    def __init__(self, one: _Side, two: _Side, found: SlotComparisons, *, is_start: bool = False) -> None:
        self.one, self.two, self.found, self.is_start = one, two, found, is_start

    @property
    def are_alone(self) -> bool:
        """Whether each value is the only one of its kind in its clause."""
        return self.one.is_alone and self.two.is_alone

    @property
    def are_of_two_wholes(self) -> bool:
        """Whether each says of which whole it is a part, and the two are others: "among voters", "among members"."""
        one, two = self.one.whole, self.two.whole
        return bool(one and two) and one.isdisjoint(two)

    @cached_property
    def _is_one_event(self) -> bool:
        """Whether one thing is done, or one measure's noun says what the other's verb does; of two starts it is."""
        if self.is_start:
            return True
        if self.found.of("event") in _ALIKE:
            return True
        return not self.one.acts.isdisjoint(self.two.acts)

    @cached_property
    def _is_one_measure(self) -> bool:
        return self.found.of("measure") in _ALIKE

    def are_of_two(self) -> bool:
        """Whether both have a subject, and neither may stand for the other."""
        one, two = self.one.subject, self.two.subject
        if one is None or two is None or not one.all or not two.all or one.generic or two.generic:
            return False
        return not one.is_one_with(two) and one.all.isdisjoint(self.two.known) and two.all.isdisjoint(self.one.known)

    def is_one_statement(self) -> bool:
        """Whether both have one subject, and what one says beside it the other says as well."""
        subject = self._subjects()
        if subject is None or not (self._is_one_event or self._only_has()):
            return False
        if isinstance(self.one.topic.value, TimeExpression) and None in (self.one.subject, self.two.subject):
            return False
        if _is_small(self.one.topic) and not (subject and self._is_one_event and self._is_one_measure):
            return False  # of small counts and of weekdays there are many
        # Two claims that are subjects themselves are of one fact only by what is said beside them.
        said = self._is_one_event + (self._is_one_measure and self._tells()) if subject else 0
        said += subject if subject else 1
        return any(self._is_told(a, b, said) for a, b in ((self.one, self.two), (self.two, self.one)))

    def _only_has(self) -> bool:
        """Whether both say of one thing how much of one measure it is or has, and not what is done."""
        return self._is_one_measure and self.one.topic.family != "date" and self.one.only_has and self.two.only_has

    def _tells(self) -> bool:
        """Whether the measure tells one count from another: people are counted everywhere."""
        measure = self.one.topic.core.measure
        return measure is None or self.one.lexicon.generic_persons.isdisjoint(measure.concepts)

    def _subjects(self) -> int | None:
        """1 where both clauses have one subject, 0 where one has none and names the other's; None where they differ."""
        one, two = self.one.subject, self.two.subject
        if one is not None and two is not None:
            return 1 if one.is_one_with(two) else None
        if one is None and two is None:
            return 0
        named, bare = (one, self.two) if one is not None else (two, self.one)
        assert named is not None
        return 1 if named.is_named_by(bare.known) else None

    def _is_told(self, side: _Side, other: _Side, said: int) -> bool:
        words = [
            keys
            for index, keys in side.complements.items()
            if not (self._is_one_event and side.is_of_the_event(index))
            and not (self._is_one_measure and side.is_of_the_measure(index))
        ]
        shared = sum(not keys.isdisjoint(other.known) for keys in words)
        spared = _UNSHARED_OF_ONE_NAME if self._is_of_one_name else _UNSHARED
        return said + shared >= _FEWEST and len(words) - shared <= spared * len(words)

    @cached_property
    def _is_of_one_name(self) -> bool:
        """Whether both subjects have two words of a name in common: then it is hardly another's."""
        one, two = self.one.subject, self.two.subject
        return one is not None and two is not None and len(one.names & two.names) >= _FULL_NAME


class _Subject:
    """The subject of a clause: what its head, names and other words may mean, and those around a generic one."""

    def __init__(
        self, head: frozenset[str], names: frozenset[str], others: frozenset[str], around: Set[str] | None = None
    ) -> None:
        self.head, self.names, self.others, self.around = head, names, others, around or frozenset()

    @property
    def generic(self) -> bool:
        """Whether it may stand for a name that stands around it: "the company"."""
        return bool(self.around)

    def is_one_with(self, other: _Subject) -> bool:
        """Whether two subjects have one head or one name, and no words that tell them apart."""
        mine, theirs = self.others - other.all, other.others - self.all
        if mine and theirs:
            return False  # "the closure of the smelter", "the closure of the mine"
        if not self.head.isdisjoint(other.head):
            return not (self.names and other.names and self.names.isdisjoint(other.names))
        if self.names and not self.names.isdisjoint(other.names):
            return True
        return any(
            each.generic and bool(name.names) and not name.names.isdisjoint(each.around)
            for each, name in ((self, other), (other, self))
        )

    @cached_property
    def all(self) -> frozenset[str]:
        """What all of its words may mean."""
        return self.head | self.names | self.others

    def is_named_by(self, known: frozenset[str]) -> bool:
        """Whether its name stands in a sentence, or its head where it has none."""
        return not (self.names or self.all).isdisjoint(known)


class _Side:
    """A claim with the words of its clause and of its sentence."""

    def __init__(self, topic: Topic, wordings: Wordings) -> None:
        self.topic = topic
        self.reader = topic.vocabulary.reader(topic.claim.document)
        self.clause: Clause = self.reader.clause(topic.claim)
        self.wording: Wording = wordings.of(topic.claim)
        self.wordings = wordings
        self.lexicon: Lexicon = lexicon_of(topic.vocabulary.ruleset)
        self.sentence: Sentence = self.wording.sentence
        self.tokens = self.sentence.tokens

    @cached_property
    def is_alone(self) -> bool:
        """Whether the value is the only one of its kind in its clause."""
        tokens, claim = self.tokens, self.topic.claim
        start, end = tokens.starts[self.clause.first], tokens.end(self.clause.stop - 1)
        vocabulary = self.topic.vocabulary
        others = vocabulary.dates(claim) if self.topic.family == "date" else vocabulary.figures(claim)
        return sum(family(each) == self.topic.family and start <= each.start < end for each in others) <= 1

    @cached_property
    def complements(self) -> dict[int, frozenset[str]]:
        """The words of substance of the clause but for its subject and verbs of being and having."""
        clause, subject = self.clause, self.clause.subject
        first, stop = self._accompanied or self._reach
        return {
            index: keys
            for index, keys in self.wording.substance.items()
            if first <= index < stop
            and not (subject is not None and subject.first <= index < subject.stop)
            and not (index == clause.verb and (self._is_light(index) or self._assesses))
            and not (
                clause.end <= index <= clause.end + 1 and self.tokens.forms[index].folded in self.lexicon.dimensions
            )
        }

    @property
    def _reach(self) -> tuple[int, int]:
        """The clause between the commas around verb and value, without what is aimed at ("to reach her ward")."""
        clause, forms, tag = self.clause, self.tokens.forms, self.sentence.tag
        verb = clause.verb if clause.verb is not None and clause.first <= clause.verb < clause.stop else clause.start
        first, stop = min(verb, clause.start), max(verb + 1, clause.end)
        while first > clause.first and forms[first - 1].text != ",":
            first -= 1
        while stop < clause.stop:
            behind = tag(stop + 1)
            if forms[stop].text == "," and behind not in (Tag.NOUN, Tag.NAME):  # "in India, Thailand and Laos" goes on
                break
            if forms[stop].folded in self.lexicon.infinitive and behind is Tag.VERB:
                break
            stop += 1
        return first, stop

    @cached_property
    def _accompanied(self) -> tuple[int, int] | None:
        """The phrase of a claim that is given to its subject by "with": "The firm, with 310 people, will close"."""
        before = self.clause.start - 1
        while before > self.clause.first and self.sentence.tag(before) in (Tag.DETERMINER, Tag.ADVERB):
            before -= 1
        if self.tokens.forms[before].folded not in self.lexicon.accompanying or before == self.sentence.first:
            return None
        if self.tokens.forms[before - 1].text != "," and self.sentence.tag(before - 1) not in (Tag.NOUN, Tag.NAME):
            return None
        stop = self.clause.end
        while stop < self.clause.stop and self.tokens.forms[stop].text != ",":
            stop += 1
        return before, stop

    def _is_light(self, index: int) -> bool:
        classes = self.lexicon.verb_classes[self.tokens.forms[index].folded]
        return self.sentence.tag(index) is Tag.AUXILIARY or not self.lexicon.courses.isdisjoint(classes[:1])

    @cached_property
    def only_has(self) -> bool:
        """Whether the clause says what is or what something has, and no act."""
        verb = self.clause.verb
        if self._accompanied is not None:
            return True
        if verb is None:
            sentence = self.sentence
            return not any(sentence.tag(each) is Tag.VERB for each in range(sentence.first, sentence.stop))
        return self._is_light(verb)

    @cached_property
    def _assesses(self) -> bool:
        """Whether somebody gives the value for what stands behind the verb: "Police put the crowd at"."""
        return self.reader.assessed(self.clause) is not None

    @cached_property
    def acts(self) -> frozenset[str]:
        """What is done, by the verb or by the noun of the measure: "with 300 employees", "an income of"."""
        core = self.topic.core
        found = set(core.event.concepts) if core.event is not None and not self._assesses else set()
        if self.only_has or self._assesses:
            for noun in core.measure.concepts if core.measure is not None else ():
                found |= self.lexicon.measure_verbs.get(noun, frozenset())
        if self._room is not None:
            found |= self.lexicon.room_classes
        return frozenset(found)

    @cached_property
    def _verb_words(self) -> range:
        verb = self.clause.verb
        return range(0) if verb is None else self.reader.verb_words(verb, self.sentence)

    @cached_property
    def _room(self) -> int | None:
        """The noun of a value that says how many fit in: "room for 300"."""
        noun, forms = self.clause.start - 2, self.tokens.forms
        if noun < self.clause.first or forms[noun + 1].folded not in self.lexicon.beneficiary:
            return None
        return noun if forms[noun].folded in self.lexicon.room_nouns else None

    def is_of_the_event(self, index: int) -> bool:
        """Whether a word is the verb, or in the noun that stands for it."""
        event, start = self.topic.core.event, self.tokens.starts[index]
        if (
            index in (self.clause.verb, self._room)
            or index in self._verb_words
            or (event is not None and event.start <= start < event.end)
        ):
            return True
        return self.is_of_the_measure(index)

    def is_of_the_measure(self, index: int) -> bool:
        """Whether a word is what the value counts or measures."""
        measure, start = self.topic.core.measure, self.tokens.starts[index]
        return self.clause.start <= index < self.clause.end or (
            measure is not None and measure.start <= start < measure.end
        )

    @cached_property
    def whole(self) -> frozenset[str]:
        """What the words may mean, in the value or right behind it, that say of what it is a part."""
        clause = self.clause
        links = range(clause.start, min(clause.end + 1, clause.stop))
        forms, tag = self.tokens.forms, self.sentence.tag
        link = next((at for at in links if forms[at].folded in self.lexicon.whole_prepositions), None)
        if link is None:
            return frozenset()
        stop = link + 1
        while stop < clause.stop and tag(stop) in _OF_A_NOUN:
            stop += 1
        return frozenset().union(*(self._keys(at) for at in range(link + 1, stop) if tag(at) in _OF_A_NOUN[1:]))

    @cached_property
    def known(self) -> frozenset[str]:
        """What the words of the sentence may mean, and those of what its pronoun stands for."""
        subject = self.subject
        return frozenset().union(*self.wording.substance.values(), subject.all if subject is not None else ())

    def _keys(self, index: int) -> frozenset[str]:
        form = self.tokens.forms[index]
        return self.wordings.keys(form.folded, form.concept)

    @cached_property
    def subject(self) -> _Subject | None:
        """The clause's subject, or what its pronoun stands for; None where the claim is the subject."""
        phrase = self._subject_phrase()
        if phrase is None:
            return None
        sentence = self.sentence
        if sentence.tag(phrase.head) is Tag.PRONOUN:
            found = self.reader.antecedent(self.topic.claim, phrase.head)
            return _Subject(frozenset(), frozenset(), frozenset()) if found is None else self._read(*found)
        subject = self._read(sentence, phrase.first, phrase.stop)
        if self.is_of_the_measure(phrase.head) and subject.others:  # "Unemployment in the province stands at"
            return _Subject(subject.others, frozenset(), frozenset())
        if not subject.names and sentence.tag(phrase.first) is Tag.DETERMINER:
            earlier = self.reader.named_before(self.topic.claim, phrase.head)
            if earlier is not None:
                return self._read(*earlier)
        return subject

    def _subject_phrase(self) -> Phrase | None:
        clause = self.clause
        subject = clause.subject
        if subject is not None and self.tokens.forms[subject.head].folded in self.lexicon.existentials:
            return None
        if self._assesses:
            return None
        if subject is not None or self._accompanied is None:
            return subject
        before = self._accompanied[0] - 1
        if self.tokens.forms[before].text == ",":
            before -= 1
        return noun_phrase_before(self.sentence, before, self.sentence.first)

    def _read(self, sentence: Sentence, first: int, stop: int) -> _Subject:
        """The subject that stands in a stretch; an owner and what hangs on a preposition are its other words."""
        head, names, others = frozenset[str](), set[str](), set[str]()
        index, begin = first, first
        while index < stop and sentence.tag(index) is not Tag.PREPOSITION:
            if self.tokens.forms[index].folded.endswith(("'s", "s'")):
                begin = index + 1
            index += 1
        for at in range(first, stop):
            if sentence.tag(at) not in (Tag.NOUN, Tag.NAME):
                continue
            keys = self._keys(at)
            if not begin <= at < index:
                others |= keys
            elif sentence.tag(at) is Tag.NAME:
                names |= keys
            if begin <= at < index:
                head = keys
        generic = not names and not self.lexicon.generic.isdisjoint(head)
        return _Subject(head, frozenset(names), frozenset(others), self.topic.weights.keys() if generic else None)
