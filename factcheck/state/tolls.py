"""Figures of which an event has one: its dead or hurt, if a figure counts them all, and the magnitude of a quake."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from msgspec import Struct

from factcheck.model import Claim, Quantity, Slot, Statement
from factcheck.state.clause import Clause, Sentence
from factcheck.state.lexicon import Lexicon, Tag
from factcheck.state.slots import StatementReader
from factcheck.text.folding import fold

_SKIPPED = (Tag.AUXILIARY, Tag.ADVERB, Tag.RELATIVE)
_SKIPPED_BEHIND = (Tag.COORDINATOR, Tag.ADVERB, Tag.PREPOSITION)
_OF_A_PHRASE = (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.FIGURE, Tag.PRONOUN)
_OF_AN_OBJECT = (Tag.ADVERB, Tag.DETERMINER)
_NEAR = 3  # tokens beside the figure in which it is said how badly they are hurt
_HARM = 4  # tokens behind "suffered" in which the harm is named
_ADDED = 14  # tokens of an apposition
_MONTH = 31  # days
_SEVERAL = 3  # events; one of two blasts may be told without the other
_IN_HOSPITAL, _TREAT = "hospitalise", "treat"  # classes of verbs
_TOTAL = "total"
_LEVEL = "level"
_TELLING = (Tag.VERB, Tag.NOUN, Tag.NAME)  # in a headline the words of a fate are written as names: "Kills Five"
_LIVES = 3  # tokens beside a figure in which the lives stand that are lost
_PARTS = frozenset(("part", "addition", "each", "average"))


class Toll(Struct, frozen=True):
    """What became of those whom a figure counts, as a group of fates.

    `whole` says that nothing makes it the count of some of them, or a mention of those told before; `who` is what is
    counted, None for "two dead". `of_several` says that they are those of several events, and `with_culprits` that the
    one who did it is counted as well; `apart_from` is the fate of others whom the sentence counts by themselves, and
    `is_a_total` says that the figure is what their number is said to be: "brought the death toll to 11".
    """

    fate: str
    whole: bool
    who: Slot | None
    of_several: bool = False
    with_culprits: bool = False
    apart_from: str | None = None
    is_a_total: bool = False


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
    found = _Fates(reader, claim).read()
    if found is None:
        return None
    statement = reader.statement(claim)
    fate, whole = found.fate, found.whole and found.fate in lexicon.toll_fates
    who = None if found.of_a_number else statement.measure or _counted_within(claim, reader)
    if who is not None and (who.start >= claim.end or fold(who.text) in lexicon.life_nouns):
        who = None  # "five fatally", "five lives"
    if who is not None and not any(map(lexicon.is_person, who.concepts)):
        noun = who.text.split()[-1]
        if lexicon.is_listed_noun(fold(noun)):
            return None  # "three times"
        whole = whole and noun[0].isupper() and lexicon.is_plural(fold(noun))  # "40 Palestinians"
    # What is said behind the fate is of something else: "four people wounded are expected to recover".
    state = statement.state if statement.state is not None and statement.state.start < found.end else None
    if state is not None:
        if not lexicon.unreal_states.isdisjoint(state.concepts):
            return None
        whole = whole and lexicon.lenient_states.issuperset(state.concepts)
    whole = whole and _counts_all(claim, fate, statement, reader)
    beside = reader.figures(claim) if fate in lexicon.fates_within else ()
    others = (_Fates(reader, each).read() for each in beside if each != claim)
    apart = next((each.fate for each in others if each is not None and each.fate != fate), None)
    total = found.of_a_number or _is_a_total(claim, reader)
    return Toll(fate, whole, who, _is_of_several(claim, reader), _counts_culprits(claim, reader), apart, total)


def _is_a_total(claim: Claim, reader: StatementReader) -> bool:
    """Whether a figure without a noun is what a toll came to: "brought the death toll to 11"."""
    start, sentence = reader.tokens.holding(claim.start), reader.sentence(claim)
    before = range(max(sentence.first, start - _LIVES), start)
    return not _noun_of(claim) and any(reader.tokens.forms[at].folded in reader.lexicon.toll_nouns for at in before)


def _noun_of(claim: Claim) -> str:
    """The last word of what a figure counts; empty where it names nothing."""
    noun = claim.value.noun if isinstance(claim.value, Quantity) else None
    return fold(noun.split()[-1]) if noun else ""


def _counts_all(claim: Claim, fate: str, statement: Statement, reader: StatementReader) -> bool:
    """Whether nothing in its statement makes a figure the count of some, or of those of a longer time."""
    counted = _noun_of(claim)
    if statement.change is not None and statement.change.concepts[0] != _LEVEL:
        return False  # "rose by three", "rose from ten"
    if counted in reader.lexicon.body_nouns:
        return False  # "eleven bodies had been found"
    if statement.when is not None and _is_long(statement.when):
        return False
    extent = set(statement.extent.concepts) if statement.extent is not None else set()
    return extent.isdisjoint(_PARTS) or (extent == {"addition"} and _is_of_a_second_fate(claim, fate, reader))


def _is_of_several(claim: Claim, reader: StatementReader) -> bool:
    """Whether the sentence counts the events in which people died or were hurt: "40 wounded in 33 shootings"."""
    for each in reader.figures(claim):
        value = each.value
        many = isinstance(value, Quantity) and value.number is not None and value.number >= _SEVERAL and value.noun
        if many and each != claim and _is_event(reader.tokens.at(each.end) - 1, reader):
            return True
    return False


def _is_event(index: int, reader: StatementReader) -> bool:
    """Whether a word is the plural of an event in which people may be harmed: "blasts", "incidents"."""
    folded, lexicon = reader.tokens.forms[index].folded, reader.lexicon
    if not lexicon.is_plural(folded):
        return False
    act = lexicon.act(folded)
    harm = act is not None and act in reader.ruleset.words("harm_class") and lexicon.fate_named(act) is None
    return harm or reader.ruleset.words("harm_word").get(folded) == ""


def _counts_culprits(claim: Claim, reader: StatementReader) -> bool:
    """Whether the sentence says behind a figure that it counts the one who did it: "six died, including the gunman"."""
    tokens, lexicon, sentence = reader.tokens, reader.lexicon, reader.sentence(claim)
    words = [tokens.forms[index].folded for index in range(tokens.at(claim.end), sentence.stop)]
    return any(
        word in lexicon.including and not lexicon.culprits.isdisjoint(words[at + 1 : at + 1 + _HARM])
        for at, word in enumerate(words)
    )


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
    return all((told := _Fates(reader, each).read()) is None or told.fate != fate for each in earlier)


def fate_of(classes: Iterable[str], reader: StatementReader) -> str | None:
    """The group of fates of some classes of one word; a word that may mean another thing has none."""
    groups = {reader.lexicon.fate_named(each) or _fate_of_kind(each, reader.lexicon) for each in classes}
    return groups.pop() if len(groups) == 1 else None


def _fate_of_kind(name: str, lexicon: Lexicon) -> str | None:
    """The group of fates of which a class is a kind, as drowning is of dying; one that leaves it open is of none."""
    broader = lexicon.kinds_of.get(name, frozenset()) if name not in lexicon.harming else frozenset()
    return lexicon.fate_named(next(iter(broader))) if len(broader) == 1 else None


class _Fate(Struct, frozen=True):
    """What became of those whom a figure counts.

    `whole` says that the words say it of all of them and of nobody else, `end` where the words end (a code point), and
    `of_a_number` that the figure is what their number is said to be.
    """

    fate: str
    whole: bool
    end: int
    of_a_number: bool = False


class _Fates:
    """Reads what became of those whom one figure counts: within it, right behind it, right before it, else by the verb
    of which it is the subject.
    """

    def __init__(self, reader: StatementReader, claim: Claim) -> None:
        self._reader, self._claim = reader, claim
        self._clause: Clause = reader.clause(claim)
        self._sentence: Sentence = self._clause.sentence

    def read(self) -> _Fate | None:
        """The fate of those whom the figure counts; None where the words around it tell of none."""
        for told in (self._within, self._behind, self._before, self._in_words, self._treated):
            if (found := told()) is not None:
                fate, index = found
                whole = not self._is_definite and not self._is_of_a_degree
                shared = index < self._clause.start  # "killed three women and one man"
                whole = whole and not (self._is_shared if shared else self._is_listed)
                return _Fate(fate, whole, self._reader.tokens.end(index))
        if (named := self._named()) is not None:
            return _Fate(named[0], not self._is_definite, named[1])
        if (named := self._numbered()) is not None:
            return _Fate(named[0], not self._is_definite, named[1], of_a_number=True)
        verb = self._clause.verb
        governed = verb is not None and self._clause.is_subject and not self._has_object(verb)
        found = self._harm() or (self._told_by(verb) if verb is not None and governed else None)
        return _Fate(found[0], whole=False, end=self._reader.tokens.end(found[1])) if found is not None else None

    @property
    def _is_definite(self) -> bool:
        """Whether the figure speaks of people told before: "the two men", but not "all four men"."""
        before = self._clause.start - 1
        return self._sentence.tag(before) is Tag.DETERMINER and not self._is_total(before)

    def _is_total(self, index: int) -> bool:
        """Whether a determiner says that nobody is left out: "all"."""
        found = self._reader.tokens.language.phrases("extent").match(self._reader.tokens, index, index + 1)
        return found is not None and found[1] == _TOTAL

    @property
    def _is_listed(self) -> bool:
        """Whether the figure counts the last of a list that has one fate: "three women and one man injured"."""
        sentence, last = self._sentence, self._clause.start - 2
        if sentence.tag(last + 1) is not Tag.COORDINATOR or sentence.tag(last) not in (Tag.NOUN, Tag.NAME):
            return False
        if self._word(last) is not None:
            return False
        first = last
        while sentence.tag(first - 1) in _OF_A_PHRASE:
            first -= 1
        before = sentence.tag(first - 1)
        if before is Tag.PREPOSITION:  # "died in the crash and two were injured"
            return self._folded(first - 1) in self._reader.lexicon.whole_prepositions
        return before is not Tag.VERB or self._at(first - 1) is None  # "killed two men and two women were hurt"

    @property
    def _is_shared(self) -> bool:
        """Whether what the words before tell of those whom the figure counts, they tell of others as well: "killed two
        adults and four children", but not "killed two adults and four children were hurt".
        """
        tag, behind = self._sentence.tag, self._clause.end + 1
        if tag(self._clause.start - 1) is Tag.COORDINATOR:
            return True
        if tag(self._clause.end) is not Tag.COORDINATOR or tag(behind) not in _OF_A_PHRASE:
            return False
        while tag(behind) in _OF_A_PHRASE:
            behind += 1
        return self._word(behind - 1) is None and self._word(self._past(behind, _SKIPPED)) is None

    @property
    def _is_of_a_degree(self) -> bool:
        """Whether it is said of those hurt so badly alone: "four were shot and two seriously hurt"."""
        for step, index in ((-1, self._clause.start - 1), (1, self._clause.end)):
            for at in range(index, index + step * _NEAR, step):
                if self._sentence.tag(at) in (Tag.MARK, Tag.COORDINATOR):
                    break  # "four wounded, one critically"
                if self._folded(at) in self._reader.lexicon.degrees_of_harm:
                    return True
        within = range(self._clause.start, self._clause.end)
        return any(self._folded(at) in self._reader.lexicon.degrees_of_harm for at in within)

    def _folded(self, index: int) -> str:
        return self._reader.tokens.forms[index].folded

    def _word(self, index: int) -> str | None:
        """The fate that a word tells: "killed", "dead"; "fatally wounded" and "fatally shot" are dead."""
        lexicon = self._reader.lexicon
        if self._folded(index) in lexicon.loose_fate_nouns:
            return None
        classes = lexicon.verb_classes[self._folded(index)]
        fate = fate_of(classes, self._reader)
        deadly = lexicon.deadly.get(self._folded(index - 1)) if index > self._sentence.first else None
        return deadly if deadly and (fate is not None or not lexicon.harming.isdisjoint(classes)) else fate

    def _at(self, index: int) -> str | None:
        """The same, of a verb that may have several words: "taken to hospital"."""
        return self._word(index) or fate_of(self._reader.happening(index, self._sentence), self._reader)

    def _found(self, index: int) -> tuple[str, int] | None:
        """The fate that a word tells, with the word."""
        fate = self._word(index)
        return (fate, index) if fate is not None else None

    def _told_by(self, verb: int) -> tuple[str, int] | None:
        """The fate that a verb tells, with the verb."""
        fate = self._at(verb)
        return (fate, verb) if fate is not None else None

    def _within(self) -> tuple[str, int] | None:
        """The fate in the words of the figure: "2 dead", "three wounded men"."""
        harms, last = self._reader.lexicon.harm_nouns, self._clause.end - 1
        words = (each for each in range(last, self._clause.start, -1) if self._folded(each) not in harms)
        return next(filter(None, (self._found(each) for each in words if not self._has_object(each))), None)

    def _behind(self) -> tuple[str, int] | None:
        """The fate right behind the figure, but for auxiliaries and adverbs: "were severely injured", "shot dead"."""
        sentence, lexicon = self._sentence, self._reader.lexicon
        deadly = lexicon.deadly.get(self._folded(min(self._clause.end, sentence.stop - 1)))
        if deadly is not None:  # "seven were shot, five fatally", but not "two guards fatally shot a man"
            return None if self._has_object(self._clause.end + 1) else (deadly, self._clause.end)
        index = self._past(self._behind_apposition(), _SKIPPED)
        if index >= sentence.stop or sentence.tag(index) not in _TELLING:
            return None
        if (fate := self._at(index)) is not None:
            return None if index == self._clause.end and self._has_object(index) else (fate, index)
        said = sentence.tag(index) is Tag.VERB or sentence.tag(index - 1) is Tag.AUXILIARY
        if said and sentence.tag(index + 1) is Tag.NOUN and (found := self._found(index + 1)) is not None:
            return found  # "pronounced dead"
        if lexicon.harming.isdisjoint(self._reader.happening(index, sentence)):
            return None
        follows = self._past(index + 1, _SKIPPED_BEHIND)  # "shot and killed", "shot dead", "stabbed to death"
        if follows >= min(sentence.stop, index + 1 + _HARM) or self._has_object(follows):
            return None
        return self._found(follows)

    def _behind_apposition(self) -> int:
        """The token behind the figure and what is told of it between commas: "One man, a teacher, was killed"."""
        end, stop = self._clause.end, self._sentence.stop
        if end >= stop or self._folded(end) != ",":
            return end
        close = next((at for at in range(end + 1, min(stop, end + _ADDED)) if self._folded(at) == ","), end)
        return close + 1 if close > end and self._sentence.tag(close + 1) is Tag.AUXILIARY else end

    def _has_object(self, index: int) -> bool:
        """Whether a word is a verb with an object, and those before it are who did it: "two men killed a guard"."""
        if index + 1 in self._reader.verb_words(index, self._sentence):
            return False  # "lost their lives"
        behind, start = (
            self._sentence.tag(index + 1),
            self._reader.tokens.starts[min(index + 1, self._sentence.stop - 1)],
        )
        if behind is Tag.FIGURE:
            return any(each.start == start for each in self._reader.figures(self._claim))
        written_small = not self._reader.tokens.forms[index].capital
        return behind in (Tag.DETERMINER, Tag.PRONOUN) or (behind is Tag.NAME and written_small)

    def _harm(self) -> tuple[str, int] | None:
        """The fate of those who have the harm that is named behind them: "suffered gunshot wounds", "with burns"."""
        sentence, lexicon = self._sentence, self._reader.lexicon
        index = self._past(self._clause.end, _SKIPPED)
        folded = self._folded(min(index, sentence.stop - 1))
        if lexicon.suffering.isdisjoint(lexicon.verb_classes[folded]) and folded not in lexicon.accompanying:
            return None
        harms = range(index + 1, min(sentence.stop, index + 1 + _HARM))
        return next(filter(None, map(self._found, harms)), None)

    def _past(self, index: int, tags: Collection[Tag]) -> int:
        """The next token that neither has one of some tags nor is an adverb of manner."""
        sentence = self._sentence
        while index < sentence.stop and (
            sentence.tag(index) in tags or self._reader.lexicon.is_manner(self._folded(index))
        ):
            index += 1
        return index

    def _before(self) -> tuple[str, int] | None:
        """The fate right before the figure: "killing six neighbours", "the death of four"."""
        sentence, index = self._sentence, self._clause.start - 1
        while index >= sentence.first and sentence.tag(index) in _OF_AN_OBJECT:
            index -= 1
        if index > sentence.first and self._folded(index) in self._reader.lexicon.whole_prepositions:
            index -= 1
        if index < sentence.first or sentence.tag(index) not in _TELLING:
            return None
        return self._found(index)

    def _in_words(self) -> tuple[str, int] | None:
        """The fate told by a verb of several words, the last of which are in the figure or beside it: "claimed five
        lives", "took the lives of five", "sent five to hospital".
        """
        verb, words = self._clause.verb, self._words_of_the_verb
        if verb is None or verb > self._clause.start or not words:
            return None
        last = words.stop
        while last < self._clause.start and self._sentence.tag(last) in _OF_AN_OBJECT:
            last += 1
        stands = last == self._clause.start or self._clause.start <= words.start <= self._clause.end
        return self._told_by(verb) if stands else None

    def _treated(self) -> tuple[str, int] | None:
        """The fate of people who are in hospital, need treatment or are treated for what was done to them: "was
        treating nine people", "17 needed treatment", "left nine people in hospital".
        """
        sentence, lexicon, verb = self._sentence, self._reader.lexicon, self._clause.verb
        hurt = lexicon.fate_named(_IN_HOSPITAL)
        noun = _noun_of(self._claim)
        if hurt is None or (noun and not any(map(lexicon.is_person, lexicon.noun_classes[noun]))):
            return None
        behind = self._past(self._clause.end, _SKIPPED)
        within = behind + 1 < sentence.stop and self._folded(behind) in lexicon.spanning
        if within and self._folded(behind + 1) in lexicon.hospitals:
            return hurt, behind + 1
        if verb is None or sentence.tag(verb) is not Tag.VERB:
            return None
        classes = lexicon.verb_classes[self._folded(verb)]
        if _TREAT in classes:
            words = {self._folded(index) for index in range(sentence.first, sentence.stop)}
            cared = not words.isdisjoint(lexicon.hospitals) or not words.isdisjoint(lexicon.reasons_of_treatment)
            return (hurt, verb) if cared else None
        if verb < self._clause.end or lexicon.needing.isdisjoint(classes):
            return None
        needs = range(verb + 1, min(sentence.stop, verb + 1 + _NEAR))
        # The verb is no state of it, as it is of what is needed.
        needed = any(self._folded(at) in lexicon.treatments for at in needs)
        return (hurt, self._clause.end - 1) if needed else None

    @property
    def _words_of_the_verb(self) -> range:
        verb = self._clause.verb
        return range(0) if verb is None else self._reader.verb_words(verb, self._sentence)

    def _named(self) -> tuple[str, int] | None:
        """The fate of those whom a toll counts ("the death toll stood at 12"), or who lose their lives, with where its
        word ends.
        """
        core, lexicon = self._reader.core(self._claim), self._reader.lexicon
        around = range(
            max(self._clause.first, self._clause.start - _LIVES), min(self._clause.stop, self._clause.end + _LIVES)
        )
        if core.event is not None and any(self._folded(index) in lexicon.life_nouns for index in around):
            groups = set(map(lexicon.fate_named, core.event.concepts)) - {None}
            if len(groups) == 1 and (fate := groups.pop()) is not None:
                return fate, core.event.end
        for slot in (core.bearer, core.event):
            if slot is not None and not lexicon.toll_nouns.isdisjoint(map(fold, slot.text.split())):
                fate = fate_of(slot.concepts, self._reader)
                if fate is not None:
                    return fate, slot.end
        return None

    def _numbered(self) -> tuple[str, int] | None:
        """The fate of those whose number a bare figure is: "the number of people hurt has gone up to 17", "bringing to
        ten the number of guards who have been killed", "pushed the death toll above 680".
        """
        if getattr(self._claim.value, "noun", None) or not self._is_a_level:
            return None
        sentence, nouns, tokens = self._sentence, self._reader.lexicon.toll_nouns, self._reader.tokens
        counts = (each for each in self._reader.figures(self._claim) if each.kind in ("count", "number"))
        before = max((tokens.at(each.end) for each in counts if each.end <= self._claim.start), default=sentence.first)
        for index in range(self._clause.start - 1, before - 1, -1):
            if self._folded(index) in nouns:
                return self._of_the_number(index, self._clause.start)
        for index in range(self._clause.end, min(sentence.stop, self._clause.end + _LIVES)):
            if self._folded(index) in nouns:
                return self._of_the_number(index, sentence.stop)
        return None

    @property
    def _is_a_level(self) -> bool:
        """Whether a verb, or a word for where a count stands, leads to the figure: "reached 12", "to 12"."""
        lexicon, index = self._reader.lexicon, self._clause.start - 1
        while index > self._sentence.first and self._sentence.tag(index) in (Tag.ADVERB, Tag.FIGURE):  # "is now 12"
            index -= 1
        if index < self._sentence.first or self._folded(index) in lexicon.toll_nouns:
            return index >= self._sentence.first
        return self._folded(index) in lexicon.level_words or self._sentence.tag(index) in (Tag.VERB, Tag.AUXILIARY)

    def _of_the_number(self, index: int, stop: int) -> tuple[str, int] | None:
        """The fate of those whose number a noun means, told before or behind it: "death toll", "number of deaths"."""
        sentence, lexicon = self._sentence, self._reader.lexicon
        if index > sentence.first and (fate := self._word(index - 1)) is not None:
            crime = lexicon.act(self._folded(index - 1)) in self._reader.ruleset.words("crime_of_fate")
            return None if crime else (fate, self._reader.tokens.end(index))
        if index + 2 >= stop or self._folded(index + 1) not in lexicon.whole_prepositions:
            return None
        first = self._past(index + 2, _OF_AN_OBJECT)
        for at in (first, first + 1):  # "of deaths", "of confirmed deaths"
            if at < stop and self._word(at) is not None and not self._has_object(at):
                return self._word(at) or "", self._reader.tokens.end(at)
        last = first
        while last < stop and sentence.tag(last) in (Tag.NOUN, Tag.NAME):
            last += 1
        if last == first or not self._means_people(last - 1):
            return None
        at = self._past(last, _SKIPPED)
        if at >= stop or self._has_object(at):
            return None
        if sentence.tag(at - 1) is Tag.RELATIVE and sentence.tag(at + 1) is Tag.NOUN:
            return None  # "the number of men who killed seals"
        fate = self._at(at)
        return (fate, self._reader.tokens.end(at)) if fate is not None else None

    def _means_people(self, index: int) -> bool:
        """Whether a noun is one of people, or the name of a people: "Israelis"."""
        lexicon, form = self._reader.lexicon, self._reader.tokens.forms[index]
        if any(map(lexicon.is_person, lexicon.noun_classes[form.folded])):
            return True
        return form.capital and lexicon.is_plural(form.folded)
