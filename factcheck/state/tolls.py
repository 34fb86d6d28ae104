"""Figures of which an event has one: its dead or hurt, if a figure counts them all, and the magnitude of a quake."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from msgspec import Struct

from factcheck.model import Claim, Quantity, Slot
from factcheck.state.clause import Clause, Sentence
from factcheck.state.lexicon import Tag
from factcheck.state.slots import StatementReader
from factcheck.text.folding import fold

_SKIPPED = (Tag.AUXILIARY, Tag.ADVERB, Tag.RELATIVE)
_SKIPPED_BEHIND = (Tag.COORDINATOR, Tag.ADVERB, Tag.PREPOSITION)
_OF_A_LIST = (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.FIGURE)
_TELLING = (Tag.VERB, Tag.NOUN, Tag.NAME)  # in a headline the words of a fate are written as names: "Kills Five"
_LIVES = 3  # tokens beside a figure in which the lives stand that are lost
_OF_AN_OBJECT = (Tag.ADVERB, Tag.DETERMINER)
_NEAR = 3  # tokens beside the figure in which it is said how badly they are hurt
_HARM = 4  # tokens behind "suffered" in which the harm is named
_LEVEL = "level"
_MONTH = 31  # days
_PARTS = frozenset(("part", "addition", "each", "average"))


class Toll(Struct, frozen=True):
    """What became of those whom a figure counts, as a group of fates.

    `whole` says that nothing makes it the count of some of them, or a mention of those told before; `who` is what is
    counted, None for "two dead".
    """

    fate: str
    whole: bool
    who: Slot | None


def toll_of(claim: Claim, reader: StatementReader) -> Toll | None:
    """The toll that a figure states; None where it states none, or only what may happen.

    A magnitude counts as one: an event has one of it as it has one count of its dead.
    """
    value, lexicon = claim.value, reader.lexicon
    if not isinstance(value, Quantity) or value.number is None:
        return None
    if value.unit is not None:
        return _of_a_unit(value.unit, claim, reader) if value.unit in lexicon.event_units else None
    if claim.kind not in ("count", "number") or value.number != int(value.number):
        return None
    fates = _Fates(reader, claim)
    found = fates.read()
    if found is None:
        return None
    fate, whole = found[0], found[1] and found[0] in lexicon.toll_fates
    who = reader.core(claim).measure or _counted_within(claim, reader)
    if who is not None and fold(who.text) in lexicon.life_nouns:
        who = None
    if who is not None and not any(map(lexicon.is_person, who.concepts)):
        if lexicon.is_listed_noun(fold(who.text.split()[-1])):
            return None  # "three times"
        whole = False
    state = reader.statement(claim).state
    # What those do who were killed is no plan to kill them: "killed 40 people seeking shelter".
    if state is not None and (state.start < claim.end or not fates.is_told_before):
        if not lexicon.unreal_states.isdisjoint(state.concepts):
            return None
        whole = whole and lexicon.lenient_states.issuperset(state.concepts)
    return Toll(fate, whole and _counts_all(claim, fate, reader), who)


def _counts_all(claim: Claim, fate: str, reader: StatementReader) -> bool:
    """Whether nothing in its statement makes a figure the count of some, or of those of a longer time."""
    statement = reader.statement(claim)
    if statement.change is not None and statement.change.concepts[0] != _LEVEL:
        return False  # "rose by three", "rose from ten"
    if statement.when is not None and _is_long(statement.when):
        return False
    extent = set(statement.extent.concepts) if statement.extent is not None else set()
    return extent.isdisjoint(_PARTS) or (extent == {"addition"} and _is_of_a_second_fate(claim, fate, reader))


def _of_a_unit(unit: str, claim: Claim, reader: StatementReader) -> Toll | None:
    """A figure in a unit in which an event is measured; of what hangs on its noun."""
    statement = reader.statement(claim)
    if statement.state is not None and not reader.lexicon.unreal_states.isdisjoint(statement.state.concepts):
        return None
    extent = set(statement.extent.concepts) if statement.extent is not None else set()
    sentence, start = reader.sentence(claim), reader.tokens.holding(claim.start)
    listed = sentence.tag(start - 1) is Tag.COORDINATOR and sentence.tag(start - 2) is Tag.FIGURE  # "7.6 and 7.5"
    return Toll(unit, extent.isdisjoint(_PARTS) and not listed, statement.measure)


def _is_long(when: Slot) -> bool:
    """Whether a time is longer than a month, for which deaths are added up."""
    first, last = when.concepts[0], when.concepts[-1]
    return len(when.concepts) > 1 and (date.fromisoformat(last) - date.fromisoformat(first)).days > _MONTH


def _counted_within(claim: Claim, reader: StatementReader) -> Slot | None:
    """The people of "two women dead", where the fate is the last word."""
    tokens, lexicon = reader.tokens, reader.lexicon
    for index in reversed(tokens.between(claim.start, claim.end)):
        classes = lexicon.noun_classes[tokens.forms[index].folded]
        if any(map(lexicon.is_person, classes)):
            return Slot(classes, tokens.forms[index].text, tokens.starts[index], tokens.end(index))
    return None


def _is_of_a_second_fate(claim: Claim, fate: str, reader: StatementReader) -> bool:
    """Whether the sentence tells of another fate before, and counts none of the same: "one dead, three others hurt"."""
    sentence = reader.sentence(claim)
    before = range(sentence.first, reader.tokens.holding(claim.start))
    fates = {fate_of(reader.lexicon.verb_classes[reader.tokens.forms[index].folded], reader) for index in before}
    if not fates - {None, fate}:
        return False
    earlier = (each for each in reader.figures(claim) if each.end <= claim.start)
    return all((told := _Fates(reader, each).read()) is None or told[0] != fate for each in earlier)


def fate_of(classes: Iterable[str], reader: StatementReader) -> str | None:
    """The group of fates of some classes of one word; a word that may mean another thing has none."""
    groups = {reader.lexicon.fate_named(each) for each in classes}
    return groups.pop() if len(groups) == 1 else None


class _Fates:
    """Reads what became of those whom one figure counts: within it, right behind it, right before it, else by the verb
    of which it is the subject.
    """

    def __init__(self, reader: StatementReader, claim: Claim) -> None:
        self._reader, self._claim = reader, claim
        self._clause: Clause = reader.clause(claim)
        self._sentence: Sentence = self._clause.sentence

    def read(self) -> tuple[str, bool] | None:
        """The fate, and whether the words say it of all whom the figure counts and of nobody else."""
        within = self._within()
        fate = within or self._behind() or self._before()
        if fate is not None:
            listed = self._follows_a_list or (within is None and self._begins_a_list)
            return fate, not self._is_definite and not listed and not self._is_of_a_degree
        if (fate := self._named()) is not None:
            return fate, not self._is_definite
        verb = self._clause.verb
        governed = verb is not None and self._clause.is_subject and not self._has_object(verb)
        fate = self._harm() or (self._at(verb) if verb is not None and governed else None)
        return (fate, False) if fate is not None else None

    @property
    def is_told_before(self) -> bool:
        """Whether the fate is told by the verb right before the figure."""
        return self._within() is None and self._behind() is None and self._before() is not None

    @property
    def _is_definite(self) -> bool:
        """Whether the figure speaks of people told before: "the two men"."""
        return self._sentence.tag(self._clause.start - 1) is Tag.DETERMINER

    @property
    def _follows_a_list(self) -> bool:
        """Whether the figure counts the last of those of a list: "three women and one man injured"."""
        tag, before = self._sentence.tag, self._clause.start - 1
        named = tag(before) is Tag.COORDINATOR and tag(before - 1) in (Tag.NOUN, Tag.NAME)
        return named and self._word(before - 1) is None

    @property
    def _begins_a_list(self) -> bool:
        """Whether the figure counts the first of those of a list; one that has its fate does not: "24 people dead and
        249 people injured".
        """
        tag = self._sentence.tag
        return tag(self._clause.end) is Tag.COORDINATOR and tag(self._clause.end + 1) in _OF_A_LIST

    @property
    def _is_of_a_degree(self) -> bool:
        """Whether it is said of those hurt so badly alone: "four were shot and two seriously hurt"."""
        around = range(self._clause.start - _NEAR, min(self._sentence.stop, self._clause.end + _NEAR))
        return any(self._folded(index) in self._reader.lexicon.degrees_of_harm for index in around)

    def _folded(self, index: int) -> str:
        return self._reader.tokens.forms[index].folded

    def _word(self, index: int) -> str | None:
        """The fate that a word tells: "killed", "dead"; "fatally wounded" and "fatally shot" are dead."""
        lexicon = self._reader.lexicon
        classes = lexicon.verb_classes[self._folded(index)]
        fate = fate_of(classes, self._reader)
        deadly = lexicon.deadly.get(self._folded(index - 1)) if index > self._sentence.first else None
        return deadly if deadly and (fate is not None or not lexicon.harming.isdisjoint(classes)) else fate

    def _at(self, index: int) -> str | None:
        """The same, of a verb that may have several words: "taken to hospital"."""
        return self._word(index) or fate_of(self._reader.happening(index, self._sentence), self._reader)

    def _within(self) -> str | None:
        """The fate in the words of the figure: "2 dead", "three wounded men"."""
        harms, last = self._reader.lexicon.harm_nouns, self._clause.end - 1
        words = (each for each in range(last, self._clause.start, -1) if self._folded(each) not in harms)
        return next(filter(None, (self._word(each) for each in words if not self._has_object(each))), None)

    def _behind(self) -> str | None:
        """The fate right behind the figure, but for auxiliaries and adverbs: "were severely injured", "shot dead"."""
        sentence, lexicon = self._sentence, self._reader.lexicon
        index = self._past(self._clause.end, _SKIPPED)
        if index >= sentence.stop or sentence.tag(index) not in _TELLING:
            return None
        if (fate := self._at(index)) is not None:
            return None if index == self._clause.end and self._has_object(index) else fate
        if sentence.tag(index) is Tag.VERB and sentence.tag(index + 1) is Tag.NOUN:
            fate = self._word(index + 1)  # "pronounced dead"
            if fate is not None:
                return fate
        if lexicon.harming.isdisjoint(self._reader.happening(index, sentence)):
            return None
        follows = self._past(index + 1, _SKIPPED_BEHIND)  # "shot and killed", "shot dead", "stabbed to death"
        if follows >= min(sentence.stop, index + 1 + _HARM) or self._has_object(follows):
            return None
        return self._word(follows)

    def _has_object(self, index: int) -> bool:
        """Whether a word is a verb with an object, and those before it are who did it: "two men killed a guard"."""
        behind, start = (
            self._sentence.tag(index + 1),
            self._reader.tokens.starts[min(index + 1, self._sentence.stop - 1)],
        )
        if behind is Tag.FIGURE:
            return any(each.start == start for each in self._reader.figures(self._claim))
        return behind in (Tag.DETERMINER, Tag.PRONOUN)

    def _harm(self) -> str | None:
        """The fate of those who have the harm that is named behind them: "suffered gunshot wounds"."""
        sentence, lexicon = self._sentence, self._reader.lexicon
        index = self._past(self._clause.end, _SKIPPED)
        if lexicon.suffering.isdisjoint(lexicon.verb_classes[self._folded(min(index, sentence.stop - 1))]):
            return None
        return next(filter(None, map(self._word, range(index + 1, min(sentence.stop, index + 1 + _HARM)))), None)

    def _past(self, index: int, tags: Collection[Tag]) -> int:
        """The next token that neither has one of some tags nor is an adverb of manner."""
        sentence = self._sentence
        while index < sentence.stop and (
            sentence.tag(index) in tags or self._reader.lexicon.is_manner(self._folded(index))
        ):
            index += 1
        return index

    def _before(self) -> str | None:
        """The fate right before the figure: "killing six neighbours", "the death of four"."""
        sentence, index = self._sentence, self._clause.start - 1
        while index >= sentence.first and sentence.tag(index) in _OF_AN_OBJECT:
            index -= 1
        if index > sentence.first and self._folded(index) in self._reader.lexicon.whole_prepositions:
            index -= 1
        if index < sentence.first or sentence.tag(index) not in _TELLING:
            return None
        return self._word(index)

    def _named(self) -> str | None:
        """The fate of those whom a toll counts ("the death toll stood at 12"), or who lose their lives."""
        core, lexicon = self._reader.core(self._claim), self._reader.lexicon
        around = range(
            max(self._clause.first, self._clause.start - _LIVES), min(self._clause.stop, self._clause.end + _LIVES)
        )
        if core.event is not None and any(self._folded(index) in lexicon.life_nouns for index in around):
            groups = set(map(lexicon.fate_named, core.event.concepts)) - {None}
            if len(groups) == 1:
                return groups.pop()
        for slot in (core.bearer, core.event):
            if slot is not None and not lexicon.toll_nouns.isdisjoint(map(fold, slot.text.split())):
                return fate_of(slot.concepts, self._reader)
        return None
