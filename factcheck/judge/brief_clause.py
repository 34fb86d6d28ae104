"""The clause of a claim in few words, with a gap for its value: "Gray was hit … times"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.align import Topic
from factcheck.judge.label_proof import GAP, Proof
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.regex_cache import regex
from factcheck.state.clause import Clause, Phrase, Sentence, clause_around, noun_phrase_before, subject_of
from factcheck.state.lexicon import Lexicon, Tag
from factcheck.state.slots import StatementReader
from factcheck.text.tokens import Tokens


class Brief(Struct, frozen=True):
    """A clause in few words, and how far it is from one that a reader understands by itself: 0 is the best."""

    text: str
    fault: float


def brief_clause(topic: Topic) -> Brief:
    """What the clause of a claim says: its subject, its verb, what stands at the value."""
    return _Writer(topic).brief()


def plain_label(topic: Topic) -> Brief:
    """What a claim's value counts or dates, without its clause."""
    return _Writer(topic).plain()


def verbatim(topic: Topic) -> Brief:
    """The words of the clause of a claim as they stand, for a clause that is not read surely."""
    return _Writer(topic).verbatim()


def excerpt(topic: Topic) -> str:
    """The words around a claim's value."""
    return _Writer(topic).excerpt()


def without_verb(name: str, topic: Topic) -> str:
    """A name without the verb before it in a heading ("Board Names Olin Marsh") that was taken for a part of it."""
    first, _, rest = name.partition(" ")
    reader = topic.vocabulary.reader(topic.claim.document)
    if " " not in rest or reader.lexicon.verb(first.casefold()) is None:
        return name
    return rest if reader.tokens.text.count(rest) > reader.tokens.text.count(name) else name


class _Tags(dict[int, Tag]):
    """The tags of the tokens of a sentence; MARK outside it."""

    def __missing__(self, _: int) -> Tag:
        return Tag.MARK


class _Surfaces(dict[int, str]):
    """The surfaces of tokens; empty outside the document."""

    def __init__(self, tokens: Tokens, found: dict[int, str]) -> None:
        super().__init__(found)
        self.tokens = tokens

    def __missing__(self, index: int) -> str:
        return self.tokens.forms[index].text if 0 <= index < len(self.tokens) else ""


class _Lookups(Struct, frozen=True, eq=False):
    """The tag and the surface of a token, and what is known of tokens: looked up some hundred times for each label."""

    tag: Callable[[int], Tag]
    mark: Callable[[int], str]
    parting: dict[int, bool] = {}
    times: dict[int, bool] = {}
    ends: dict[int, int] = {}  # where verbs end


@lru_cache(maxsize=32)  # labels are written in the order of the claims, several for each sentence
def _lookups(sentence: Sentence) -> _Lookups:
    forms = sentence.tokens.forms[sentence.first : sentence.stop]
    surfaces = dict(enumerate([form.text for form in forms], sentence.first))
    tags = _Tags(enumerate(sentence.tags, sentence.first))
    if Tag.RELATIVE in sentence.tags:
        _name_relatives(sentence, tags)
    return _Lookups(tags.__getitem__, _Surfaces(sentence.tokens, surfaces).__getitem__)


def _name_relatives(sentence: Sentence, tags: dict[int, Tag]) -> None:
    """Tag as a name a relative pronoun that is a part of one: "Doctor Who returned". In a heading all have capitals."""
    forms = sentence.tokens.forms
    for index in range(sentence.first + 1, sentence.stop):
        if tags[index] is Tag.RELATIVE and tags[index - 1] is Tag.NAME and forms[index].capital:
            nouns = (forms[each] for each, tag in tags.items() if tag is Tag.NOUN)
            if forms[index - 1].capital and not all(form.capital for form in nouns):
                tags[index] = Tag.NAME


class _Writer:
    """Writes the label of one claim. Tokens are named by their numbers in the document."""

    def __init__(self, topic: Topic) -> None:
        claim = topic.claim
        self.topic, self.claim = topic, claim
        self.reader: StatementReader = topic.vocabulary.reader(claim.document)
        self.tokens: Tokens = self.reader.tokens
        self.lexicon: Lexicon = self.reader.lexicon
        self._forms = self.tokens.forms
        self._subjects: dict[int, Phrase | None] = {}
        self.sentence: Sentence = self.reader.sentence(claim)
        known = _lookups(self.sentence)
        self._tag, self._mark = known.tag, known.mark
        self._parting, self._times, self._ends = known.parting, known.times, known.ends
        self.clause: Clause = self.reader.clause(claim)
        self.first = self.tokens.holding(claim.start)
        self.stop = max(self.tokens.at(self._value_end(claim)), self.first + 1)
        if self.stop - 1 > self.first and self._mark(self.stop - 1) in _TIES:
            self.stop -= 1  # "four-step": the hyphen stays
        if claim.kind == "age" and self.tokens.forms[self.stop - 1].folded in self.lexicon.aged:
            self.stop = self.first + 1  # "…-year-old"
        self.end = max(self.stop, self.tokens.at(claim.end))
        self.value = range(self.first, self.stop)
        if self._mark(self.end) == "(" and self.end == self.stop:  # "25 km (15 miles)"
            closed = (each + 1 for each in range(self.end, self.end + _BRACKETED) if self._mark(each) == ")")
            self.stop = self.end = next(closed, self.stop)
            self.clause = clause_around(self.sentence, self.first, self.stop)
        # The year in "a 2013 saloon car" belongs to its noun.
        determined = self._tag(self.first - 1) is Tag.DETERMINER
        self.tells_which = claim.text.isdigit() and (
            self._is_nominal(self.stop) or (determined and self._is_verb(self.stop))
        )
        self.is_time = isinstance(claim.value, TimeExpression) and not self.tells_which
        self.unit = ""
        self.fault = 0.0
        self.told_stop = 0  # behind the last token of the label that stands behind the value
        self.subject_stop: int | None = None  # behind the subject that the label tells, where it is known
        self.in_relative = False  # whether the verb of the label is in a relative clause

    def _value_end(self, claim: Claim) -> int:
        """Where a claim's value ends: before the noun that a figure counts."""
        noun = claim.value.noun if isinstance(claim.value, Quantity) else None
        at = claim.text.rfind(noun) if noun else -1
        if at > 0 and claim.kind in _WHOLES:  # "14 % of the voters", "the third of his goals"
            words = range(self.tokens.at(claim.start) + 1, self.tokens.at(claim.start + at))
            whole = next((each for each in words if self.tokens.forms[each].folded in self.lexicon.binding), None)
            at = self.tokens.starts[whole] - claim.start if whole is not None else at
        if at <= 0 and claim.kind == "count":
            last = self.tokens.at(claim.end) - 1
            verb = self.lexicon.verb(self.tokens.forms[last].folded)
            if verb is not None and verb.participle and self.tokens.starts[last] > claim.start:
                return self.tokens.starts[last]  # "200 injured"
        return claim.start + at if at > 0 else claim.end

    def brief(self) -> Brief:
        parts = self._written()
        proof = Proof(self.sentence, self.lexicon, self._tag, self._mark)
        self.fault += proof.fault(parts, self.value, self._is_time)
        text = _joined(parts)
        self.fault += _NO_VERB * proof.disagrees(text)
        words = text.split()
        many = len(words)
        determined = self._tag(self.first - 1) is Tag.DETERMINER and self._mark(self.first - 1) in words[-2:-1]
        self.fault += _CUT * (self._is_cut() or (self.is_time and text.endswith(GAP) and determined))
        self.fault += _ASIDE * ("(" in text)
        opening = words[0].casefold() if words else ""
        if _CONTRACTED.match(opening):
            text, doubt = self._uncontracted(text)
            self.fault += doubt
        if opening in self.lexicon.owners:
            owner = self._owner(opening)
            self.fault += _GUESSED if owner else _PRONOUN
            text = f"{owner}{text[len(opening) :]}" if owner else text
        closing = words[-1].casefold() if words else ""
        self.fault += _NO_VERB * (closing in self.lexicon.auxiliaries)
        self.fault += (
            _TOO_LONG * max(0, many - _LONGEST)
            + _LONGER * max(0, many - _LONG)
            + _THIN * (many < _SHORT)
            + _SPARE * (many <= _BARE and text.startswith(GAP))
        )
        return Brief(text, self.fault)

    def plain(self) -> Brief:
        """What the value counts or dates without the clause, for a clause that is not read surely."""
        begin, stop = self._phrase_begin(self.first), self._phrase_stop(self.end)
        verb, names = self.clause.verb, stop > self.end  # "the 2013 shooting"
        if self.is_time and verb is not None and not names:
            told = [self._text(verb, self._behind(verb))]
            told += self._some(self._behind(verb), self.sentence.stop, _MOST - len(told))
            return Brief(_joined((f"{self.claim.kind}:", *told)), _PLAIN if len(told) > 1 else _PRONOUN)
        begin += self.tokens.forms[begin].folded in self.lexicon.owners
        told = [self._gapped(begin, stop)]
        told += self._some(stop, self.sentence.stop, _PLAIN_WORDS - _length(told))
        if self._tag(stop) is Tag.RELATIVE:
            told += self._linked(stop, stop + 1)[0]  # "… people who saw it"
        bare = _length(told) < _SHORT
        text = _joined(told)
        return Brief(
            text, _PLAIN + _GUESSED * bare + _PRONOUN * (text == GAP) + _PRONOUN * (self.is_time and not names)
        )

    def verbatim(self) -> Brief:
        """The words around the value from where a clause begins to where one ends, as far as they are not too many."""
        first = self._clause_begin()
        stop = begun = self._phrase_stop(self.end)
        adjunct = self._tag(first) in (Tag.PREPOSITION, Tag.SUBORDINATOR)  # "With two minutes left, Olin"
        for begin, end in self._bounds(begun + (self._mark(begun) == ","), self.sentence.stop):
            told = self._end_of(begun, end)
            whole = any(self._tag(each) in _VERBAL for each in range(first, stop))
            if adjunct and self._mark(begin) == ",":
                whole = adjunct = False
            if self.tokens.end(told - 1) - self.tokens.starts[first] > _WIDTH or (whole and self._parts(begin)):
                break
            stop = max(stop, told)
        self.told_stop = stop
        fault = _VERBATIM + _NO_VERB * (not any(self._tag(each) in _VERBAL for each in range(first, stop)))
        fault += _CUT * self._is_cut() + _ASIDE * (self._mark(first - 1) == ",")
        begins = self._tag(first) in _BEGINNINGS or "'" in self.tokens.forms[first].folded  # "I'm"
        fault += _GUESSED * (first < self.first and not begins)
        bare = self.claim.kind in _NEEDS_A_NOUN and begun == self.end
        fault += _NO_VERB * (first == self.first > self.sentence.first and (bare or self._mark(begun) == ","))
        text = _joined((self._gapped(first, stop),))
        fault += _NO_VERB * Proof(self.sentence, self.lexicon, self._tag, self._mark).disagrees(text)
        if _CONTRACTED.match(text):
            text, doubt = self._uncontracted(text)
            fault += doubt
        elif self._tag(first) is Tag.PRONOUN:
            name = self.reader.person_meant(self.tokens.starts[first], self.tokens.end(first))
            speaker = self.reader.speaker_around(self.claim)
            fault += (_INFERRED if name else 0) if name or speaker else _GUESSED
            if name:
                text = f"{without_verb(name, self.topic)} {text.partition(' ')[2]}"
            elif speaker:
                text = f"{speaker}: {text}"
        return Brief(text, fault + _THIN * (len(text.split()) < _BARE))

    def _clause_begin(self) -> int:
        """Where the words before a value begin that are told with it: at best the sentence, or a clause with a verb."""
        best, found = _OPENINGS, self.first
        verbal = False
        for begin in range(self.first, self.sentence.first - 1, -1):
            if self.tokens.starts[self.first] - self.tokens.starts[begin] > _REACH:
                break
            tag = self._tag(begin)
            verbal = verbal or tag in _VERBAL
            if tag in (Tag.MARK, Tag.COORDINATOR) or self._mark(begin - 1) in _OPENED:
                continue
            if begin == self.sentence.first:
                return begin
            if not self._parts(begin - 1) or self._is_genitive(begin - 1):
                continue
            clause = verbal and tag in _NOMINAL
            rank = (0 if self._mark(begin - 1) != "," else 1) if clause else 2
            if rank < best:
                best, found = rank, begin
        return found

    def _is_cut(self) -> bool:
        """Whether the label ends within a phrase."""
        stop = max(self.told_stop, self.end)
        infinitive = self._mark(stop) in self.lexicon.infinitive and not self._is_nominal(stop + 1)
        return infinitive or self._tag(stop) in _NEVER_FIRST

    def excerpt(self) -> str:
        """The words around a value of which neither a clause nor a noun tells, as they stand."""
        first = max(self.sentence.first, self.first - _AROUND)
        stop = min(self.sentence.stop, self.stop + _AROUND)
        text = _joined((self._gapped(first, stop),)).rstrip(_CLOSING).strip(_MARKS)
        return f"{self.claim.kind} in “{text}”" if len(text.split()) > 1 else f"{self.claim.kind} in a line by itself"

    def _uncontracted(self, text: str) -> tuple[str, float]:
        """A label that opens with a pronoun and its verb in one word, "he's", behind the name meant; its fault."""
        pronoun = text.partition("'")[0].partition("’")[0]
        if pronoun.casefold() not in self.lexicon.pronouns:
            return text, 0.0
        for index in range(self.first - 1, self.sentence.first - 1, -1):
            if self.tokens.forms[index].folded.startswith((f"{pronoun.casefold()}'", f"{pronoun.casefold()}’")):
                start = self.tokens.starts[index]
                name = self.reader.person_meant(start, start + len(pronoun))
                name = None if name is None else without_verb(name, self.topic)
                return (text, _PRONOUN) if name is None else (f"{name}: {text}", _INFERRED)
        return text, _PRONOUN

    def _owner(self, word: str) -> str:
        """The name of whom a word like "his" before the value means, in the genitive; empty where nobody is known."""
        before = range(self.first - 1, self.sentence.first - 1, -1)
        at = next((each for each in before if self.tokens.forms[each].folded == word), None)
        name = None if at is None else self.reader.person_meant(self.tokens.starts[at], self.tokens.end(at))
        known = name is not None and name.split()[0].casefold() not in self.lexicon.owners  # not "his son"
        return f"{name}'s" if known else ""

    def _written(self) -> list[str]:
        """The words of the label in order."""
        told = self._bracketed()
        if told is not None:
            return told
        verb = self.clause.verb
        if verb is None and (copula := self._copula()) is not None:
            return self._before_verb(copula)
        verb = self._verb_before() if verb is None or (self.tells_which and verb == self.stop) else verb
        while verb is not None and verb < self.first and self._is_compound(verb):
            verb = self._verb_before(verb)
        if verb is None and (later := self._behind_appositions()) is not None:
            return self._before_verb(later)
        if verb is None:
            return self._leading() or self._fragment()
        if verb >= self.stop:
            return self._before_verb(verb)
        if self.is_time and (told := self._opening(verb)) is not None:
            return told
        if (passive := self._listed_subject()) is not None:
            return self._before_verb(passive)
        return self._said(verb) if self._only_says(verb) else self._as_object(verb)

    def _is_verb(self, index: int) -> bool:
        return self._tag(index) is Tag.VERB

    def _may_be_verb(self, index: int) -> bool:
        """Whether a word is a verb, or a noun that may be a participle: "was accidentally shot and killed"."""
        if self._tag(index) is not Tag.NOUN:
            return self._is_verb(index)
        verb = self.lexicon.verb(self.tokens.forms[index].folded)
        return verb is not None and verb.participle

    def _is_manner(self, index: int) -> bool:
        return self._tag(index) is Tag.NOUN and self.lexicon.is_manner(self.tokens.forms[index].folded)

    def _is_named(self, index: int) -> bool:
        return self._tag(index) in (Tag.NOUN, Tag.NAME)

    def _opening(self, verb: int) -> list[str] | None:
        """The label of a time that opens a clause: "Police said that in 2011 he left"; None of another."""
        begin, stop = self._phrase_begin(self.first), self._phrase_stop(self.end)
        begin -= self._tag(begin - 1) is Tag.PREPOSITION
        if not verb < begin or self._tag(begin - 1) is not Tag.RELATIVE:
            return None
        stop += self._mark(stop) == ","
        later = self._main_verb(stop)
        if later is None:
            return None
        subject = noun_phrase_before(self.sentence, self._verb_group(later, stop) - 1, stop)
        return None if subject is None else self._behind_adjunct(later, subject, begin, self.end)

    def _leading(self) -> list[str] | None:
        """The label of a value that opens a sentence and is parted from its clause: "On Friday, when all were out, the
        dam broke"; None of another.
        """
        begin = self._phrase_begin(self.first)
        begin -= self._led(begin) or self._tag(begin - 1) is Tag.SUBORDINATOR
        if not self._opens(begin) or not (self.is_time or begin < self._phrase_begin(self.first)):
            return None
        for comma in range(self.end, self.sentence.stop):
            if self._mark(comma) != "," or (later := self._main_verb(comma + 1)) is None:
                continue
            subject = noun_phrase_before(self.sentence, self._verb_group(later, comma + 1) - 1, comma + 1)
            if subject is not None and subject.first == comma + 1:
                return self._behind_adjunct(later, subject, begin, self._phrase_stop(self.end))
        return None

    def _listed_subject(self) -> int | None:
        """The verb of a subject of which the value is the last thing: "three women and two men, were killed"."""
        if self._tag(self._phrase_begin(self.first) - 1) is not Tag.COORDINATOR:
            return None
        stop = self._phrase_stop(self.end)
        stop += self._mark(stop) == ","
        return self._main_verb(stop) if self._tag(stop) is Tag.AUXILIARY else None

    def _copula(self) -> int | None:
        """The auxiliary that alone follows a value: "four children were home"."""
        index = self._phrase_stop(self.end)
        while self._tag(index + 1) in _SKIPPED:
            index += 1
        return self._main_verb(index) if self._tag(index) is Tag.AUXILIARY else None

    # A value in brackets: what a value before them is in another unit, or what they add to the clause.

    def _bracketed(self) -> list[str] | None:
        opened = self.first - 1
        if opened <= self.sentence.first or self._mark(opened) != "(":
            return None
        closed = next((each for each in range(self.stop, self.sentence.stop) if self._mark(each) == ")"), None)
        if closed is None:
            return None
        behind = self._text(self.stop, closed)
        self.fault += _NO_VERB * (self.is_time and not behind)
        other = self.reader.claim_ending_at(self.tokens.end(opened - 1), self.claim)
        if not self.is_time and (other is None or behind):
            self.fault += _NO_VERB
            named = self._text(self._phrase_begin(opened), opened) if self._is_named(opened - 1) else ""
            before = clause_around(self.sentence, opened, closed + 1).subject
            named = named or (self._named(before) if before is not None else self._bearer_text())
            return [f"{named}:" if named else "", GAP, behind]
        first, stop = opened, opened
        if other is not None:
            first, stop = self.tokens.holding(other.start), self.tokens.at(self._value_end(other))
            self.unit = self._text(stop, opened) or self._listed(first, stop)
        self.value = range(first, stop)
        self.first, self.stop = first, closed + 1
        self.end = self.stop
        self.clause = clause_around(self.sentence, first, closed + 1)
        return self._written()

    # The value stands before the verb: "12 people were killed in the crash", "On Friday the board sued".

    def _before_verb(self, verb: int) -> list[str]:
        begin, stop = self._phrase_begin(self.first), self._phrase_stop(self.end)
        if self.is_time and self.topic.is_said and self.tokens.forms[verb].folded in self.lexicon.telling:
            return self._statement(verb)
        group = self._verb_group(verb, stop)
        another = self._tag(stop) is Tag.COORDINATOR and self._tag(stop + 1) in _VERBAL
        if another and self._verb_before() is not None:
            return self._as_earlier()  # "was hired in May and posted a record"
        if stop > verb or self._mark(group).casefold() in self.lexicon.infinitive:
            return self._as_earlier()  # "five counts of attempted murder", "is due in May to open"
        if self._has_auxiliary(stop, group) and (main := self._main_verb(stop)) is not None:
            verb, group = main, self._verb_group(main, stop)  # not "said" of "were in a car, police said"
        told = self._as_adjunct(verb, group, begin, stop)
        if told is not None:
            return told
        parted = any(self._parts(each) for each in range(stop, group))
        parted = parted or (stop < group and self._tag(group - 1) is Tag.PREPOSITION)
        if parted and self._tag(stop) is Tag.RELATIVE and (main := self._main_verb(stop)) is not None:
            verb, group, self.in_relative = main, self._verb_group(main, stop), True
        elif (parted and self._mark(stop) != ",") or self._is_within_a_clause(begin):
            return self._as_earlier()
        if self._mark(stop) != "," and self._is_reduced(group, stop):
            main = self._finite_behind(verb + 1)
            if main is None:
                self.fault += _NO_VERB
            else:  # "the two officers involved in the shooting were held"
                parts = [self._gapped(self._whole_begin(begin, stop), main + 1)]
                return [*parts, *self._some(self._behind(main), self.sentence.stop, _MOST - _length(parts))]
        begun = self._whole_begin(begin, stop)
        if begun < begin and self._mark(begin - 1) == "," and self._mark(stop) == "," and stop > self.value.stop:
            stop = max(stop, group)  # "Olin, a six-foot man in black, was"
        self.fault += _NO_VERB * (stop < group and self._tag(stop) in _OTHER_SUBJECT)
        bare = begin == self.first and stop == self.end and self.claim.kind in _NEEDS_A_NOUN
        self.fault += _NO_SUBJECT * bare
        parts = [self._gapped(self._whole_begin(begin, stop), stop), self._verb_text(group, verb)]
        parts += self._some(self._behind(verb), self.sentence.stop, _MOST - _length(parts))
        self.fault += _GUESSED * (_length(parts) < _BARE) + _NO_SUBJECT * (self.is_time and not parts[0].strip(GAP))
        return parts

    def _is_within_a_clause(self, begin: int) -> bool:
        """Whether a phrase hangs on a verb before it."""
        return not self._opens(begin - self._led(begin)) and self._verb_before() is not None

    def _as_earlier(self) -> list[str]:
        """The label of a value that hangs on the verb before it, if there is one."""
        verb = self._verb_before()
        if verb is None:
            return self._leading() or self._fragment()
        return self._said(verb) if self._only_says(verb) else self._as_object(verb)

    def _as_adjunct(self, verb: int, group: int, begin: int, stop: int) -> list[str] | None:
        """The label of a value that stands before the subject, or between it and the verb; None of another."""
        led = self._led(begin)
        subject = noun_phrase_before(self.sentence, group - 1, stop) if stop < group else None
        if subject is not None and self._opens(begin - led) and (led or self.is_time):
            return self._behind_adjunct(verb, subject, begin - led, stop)
        bound = led and self._mark(begin - 1).casefold() in self.lexicon.binding
        if not self.is_time or begin != self.first or bound or not self._is_nominal(begin - led - 1):
            return None
        subject = noun_phrase_before(self.sentence, begin - led - 1, self.sentence.first)
        if subject is None or not self._opens(self._coordinated(subject.first)):
            return None
        return self._behind_adjunct(verb, subject, begin - led, stop)  # "A fire Friday caused 12 deaths"

    def _led(self, begin: int) -> bool:
        """Whether a phrase stands behind a preposition."""
        return begin > self.sentence.first and self._tag(begin - 1) is Tag.PREPOSITION

    def _whole_begin(self, begin: int, stop: int) -> int:
        """Where the subject begins that the phrase of the value is a part of: "The boy along with three girls was"."""
        apposed = self._mark(begin - 1) == "," and stop == self.end == self.value.stop  # "Zane, 2, was shot"
        if not apposed and (not self._led(begin) or self._opens(begin - 1)):
            return begin
        whole = noun_phrase_before(self.sentence, begin - 2, self.sentence.first)
        return begin if whole is None or begin - whole.first > _SUBJECT else whole.first

    def _opens(self, begin: int) -> bool:
        """Whether a phrase opens its sentence or its clause."""
        return begin <= self.sentence.first or self._parts(begin - 1)

    def _behind_adjunct(self, verb: int, subject: Phrase, begin: int, stop: int) -> list[str]:
        group = self._verb_group(verb, max(subject.stop, stop) if subject.stop > self.first else stop)
        bearer = self.topic.core.bearer
        named = bearer.text if bearer is not None and bearer.inferred else self._named(subject)
        if self.claim.kind == "duration" and self._tag(stop) in (Tag.SUBORDINATOR, Tag.PREPOSITION):
            reach = range(stop, min(stop + _APPOSED, subject.first))
            stop = next((each for each in reach if self._mark(each) == ","), stop)  # "a week after the vote"
        adjunct = self._within(begin, self._gapped(begin, stop))
        parts = [named, self._verb_text(group, verb)]
        parts += self._some(self._behind(verb), self.sentence.stop, _MOST - _length([*parts, adjunct]))
        return [*parts, adjunct]

    # The value stands behind the verb: "The storm tore roofs from 1,400 houses".

    def _as_object(self, verb: int) -> list[str]:
        found = self.lexicon.verb(self.tokens.forms[verb].folded)
        if found is not None and not found.participle and self._tag(verb - 1) is Tag.VERB:
            verb -= 1  # "tore roofs": a noun
        main = self._main_before(verb)
        begun = self._verb_group(verb, self.sentence.first)
        gerund = self._tag(begun - 1) is Tag.PREPOSITION and not self._is_past(begun)
        gerund = gerund or self.tokens.forms[begun].folded in self.lexicon.prepositional
        if main is not None and (gerund or (self.is_time and self._is_adjunct())):
            verb, main = main, None  # "was wanted for failing to appear"
        bearer = self.topic.core.bearer
        subject = self._agent(verb, main)
        group = self._verb_group(verb, self._least(verb))
        through = self._through(main, group, subject)
        begin, stop = self._value_begin(self._behind(verb)), self._phrase_stop(self.end)
        lead, value = [subject, *through, self._verb_text(group, verb)], self._gapped(begin, stop)
        if (place := self._place_before(begin)) is not None:
            lead, begin = [f"{self._text(place, begin - 1)},"], self._behind(verb)
        if not subject and (speaker := self.reader.speaker_around(self.claim)):
            lead = [f"{speaker}:", self._text(min(self.clause.first, group), verb + 1)]
        phrases = list(self._bounds(self._behind(verb), begin))
        if (thing := self._relative_object(group)) is not None:
            lead.append(self._shortened(thing))
        gapped = bearer is not None and self.clause.subject is not None and verb == self.clause.verb
        if gapped and bearer is not None and self.tokens.end(verb + 1) <= bearer.start < self.claim.start:
            lead[0], phrases = bearer.text, []  # "Miller averages 15 points, Olin 14"
            self.fault += _GUESSED
        if self.claim.kind in _MOVABLE and self.is_time and begin == self.first and stop > self.stop and phrases:
            # "a shooting Monday of two men"
            phrases[-1:] = [phrases[-1], (self.stop, stop)]
            value, stop = GAP, self.stop
        between = self._between(phrases, _MOST - _length([*lead, value]))
        if between and self._mark(begin - 1) == "," and not self._led(begin + 1):
            value = f", {value}"
        if not through and self._is_reduced(group):
            self.fault += _GUESSED / 2 if self.is_time else _GUESSED
        parts = [*lead, *between, value]
        if self.is_time and not between and self.claim.kind in _MOVABLE and stop == self.end:
            return [*lead, *self._some(stop, self.sentence.stop, _MOST - _length(parts)), value]
        if self._needs_more(parts):
            parts += self._some(stop, self.sentence.stop, _MOST - _length(parts))
        return parts

    def _place_before(self, begin: int) -> int | None:
        """Where the thing begins whose distance a quantity gives: "the camp, 25 km from the border"; else None."""
        apposed = self._mark(begin - 1) == "," and self._is_named(begin - 2) and not self._led(begin + 1)
        if self.claim.kind != "quantity" or not apposed:
            return None
        whole = self._phrase_begin(begin - 1)
        return None if self._led(whole) or self._parts(whole - 1) else whole

    def _agent(self, verb: int, main: int | None) -> str:
        """Who does what a verb says, which may hang on a main verb."""
        if main is not None and self._is_nominal(verb - 1) and self._hangs(verb):  # "a shooting involving two men"
            return self._text(self._phrase_begin(verb), verb)
        if main is not None and (told := self._controlled(verb, main)) is not None:
            return self._shortened(told)
        return self._subject(verb if main is None else main)

    def _between(self, phrases: Sequence[tuple[int, int]], room: int) -> list[str]:
        """What fits of the phrases before a value; in doubt where a verb is left out on which the value may hang."""
        between = self._fitting(phrases, room)
        kept = " ".join(between)
        dropped = (each for each in phrases if self._text(*each).strip(_MARKS) not in kept)
        self.fault += _DROPPED * any(map(self._governs, (at for each in dropped for at in range(*each))))
        return between

    def _through(self, main: int | None, group: int, subject: str) -> list[str]:
        """The main clause between its subject and a participle or an infinitive: "scored twice" before "to clinch"."""
        if main is None:
            return self._skipped(group) if subject else []
        if not subject or self._text(group - 1, group) == subject.rsplit(maxsplit=1)[-1]:
            return []
        begun = self._verb_group(main, self._least(main))
        if not begun < group or group - begun > _MAIN:
            self.fault += _DROPPED
            return []
        comma = self._mark(group - 1) == ","
        return [self._text(begun, group - comma) + "," * comma]

    def _is_reduced(self, group: int, first: int | None = None) -> bool:
        """Whether a verb may only tell which thing is meant: "tests conducted in May showed", "yards rushing"."""
        if self._mark(group).casefold() in self.lexicon.infinitive:
            # "helped them become the only clubs to win", but not in a heading: "Clubs to play on Friday"
            return any(self._tag(each) in _VERBAL for each in range(self.sentence.first, group))
        if self._tag(group) is not Tag.VERB:
            return False
        if not self._is_past(group):
            return True
        return not self._governs_noun(group) and self._finite_behind(first or self.end, group + 1) is not None

    def _finite_behind(self, first: int, least: int = 0) -> int | None:
        """The last verb of the first finite group behind a token, up to what parts it from there."""
        for index in range(max(first, least), self.sentence.stop):
            if self._parts(index) or self._tag(index) is Tag.PRONOUN:
                return None
            if self._tag(index) in _VERBAL:
                return self._main_verb(index) if self._is_past(index) and self._is_finite(index) else None
        return None

    def _skipped(self, group: int) -> list[str]:
        """What stands between a subject and its verb, if it holds a verb of the clause: "was walking along parked"."""
        first = self.subject_stop
        if first is None or not first < group or self._parts(first) or self._mark(first) == "(":
            return []
        verb = next((each for each in range(first, group) if self._tag(each) in _VERBAL), None)
        if verb is None:
            return []
        joined = self._tag(group - 1) is Tag.COORDINATOR
        joined = joined or (self._mark(group - 1) == "," and self._lists_a_verb(group))
        if joined and self._is_past(verb) and self._is_past(group):
            return []  # "rushed for 404 yards and caught"
        if self._mark(group - 1) == "," and verb == first and self._is_verb(verb) and self._is_past(verb):
            return []  # "Olin, the challenger named by the board, fell"
        if group - first > _MAIN or any(self._mark(each) in _HARD for each in range(first, group)):
            self.fault += _DROPPED
            return []
        return [self._text(first, group)]

    def _lists_a_verb(self, group: int) -> bool:
        """Whether the last verb of a list follows: "rushed for 404 yards, caught 52 passes and scored"."""
        behind = range(group + 1, self.sentence.stop - 1)
        return any(self._tag(each) is Tag.COORDINATOR and self._is_verb(each + 1) for each in behind)

    def _governs(self, index: int) -> bool:
        """Whether a token may be a verb on which hangs what stands behind it."""
        verb = self._tag(index) in _VERBAL
        joined = self._tag(index - 1) is Tag.COORDINATOR and self._may_be_verb(index)
        return (
            verb
            or joined
            or (
                self._mark(index - 1).casefold() in self.lexicon.infinitive
                and self.lexicon.verb(self.tokens.forms[index].folded) is not None
            )
        )

    def _relative_object(self, group: int) -> Phrase | None:
        """What a relative pronoun means that is not the subject: "the hall, which the town had valued at 40,000"."""
        subject = noun_phrase_before(self.sentence, group - 1, self.sentence.first)
        if subject is None or self._tag(subject.first - 1) is not Tag.RELATIVE or subject.stop != group:
            return None
        if self._is_none(subject) or self._led(subject.first - 1):  # "a man who fatally shot his sons", "in which he"
            return None
        last = subject.first - 2
        thing = noun_phrase_before(self.sentence, last - (self._mark(last) == ","), self.sentence.first)
        return None if thing is None or self._led(thing.first) else thing  # "the first time in years that a club"

    def _controlled(self, verb: int, main: int) -> Phrase | None:
        """Who is to do what an infinitive says behind a verb like "allow": the object of that verb."""
        found = self.lexicon.verb(self.tokens.forms[main].folded)
        if found is None or found.base not in self.lexicon.object_control or self._is_past(verb) is False:
            return None
        return noun_phrase_before(self.sentence, self._verb_group(verb, main + 1) - 1, main + 1)

    def _is_adjunct(self) -> bool:
        """Whether a time stands by itself or behind a preposition, and is no part of a noun phrase."""
        before = self.first - 1
        bound = self._mark(before).casefold() in self.lexicon.binding
        return self._phrase_begin(self.first) == self.first and not bound

    def _least(self, verb: int) -> int:
        """The token behind the subject of a verb."""
        subject = self._subject_of(verb)
        found = subject is not None and subject.stop <= verb and not self._is_none(subject)
        return subject.stop if subject is not None and found else self.sentence.first

    def _main_before(self, verb: int) -> int | None:
        """The verb on whose subject a participle or an infinitive hangs: "stopped him to keep the title"."""
        infinitive = self._mark(verb - 1).casefold() in self.lexicon.infinitive
        agent = self._is_named(verb - 1) and self._mark(verb + 1).casefold() in self.lexicon.agent_words
        if not infinitive and self._is_past(verb) and not agent:  # "burned the church attended by the mayor"
            return None
        if (
            self._tag(verb - 1) in (Tag.AUXILIARY, Tag.ADVERB)
            or self._mark(verb - 1).casefold() in self.lexicon.detaching
        ):
            return None
        for index in range(verb - 2, self.sentence.first - 1, -1):
            if self._mark(index) in _HARD or self._tag(index) in (Tag.RELATIVE, Tag.SUBORDINATOR):
                return None
            if self._tag(index) is Tag.VERB and not self._hangs(index):
                return index
        return None

    def _hangs(self, verb: int) -> bool:
        infinitive = self._mark(verb - 1).casefold() in self.lexicon.infinitive
        progressive = self.tokens.forms[verb].folded.endswith(self.lexicon.endings.progressive)
        return infinitive or (progressive and self._tag(verb - 1) is not Tag.AUXILIARY)

    def _needs_more(self, parts: Sequence[str]) -> bool:
        """Whether a label says too little without what stands behind the value."""
        if self.claim.kind not in _ADJUNCTS or _length(parts) <= _BARE:
            return True
        if (
            self.claim.kind == "ordinal"
            and self._mark(self._phrase_stop(self.end)).casefold() in self.lexicon.infinitive
        ):
            return True  # "the fifth player to score"
        return self.claim.kind == "duration"

    # The verb only says: "Police said 12 people died", "Police said on Friday".

    def _only_says(self, verb: int) -> bool:
        found = self.lexicon.verb(self.tokens.forms[verb].folded)
        if found is None or (found.base not in self.lexicon.speech_verbs and found.name not in self.lexicon.reports):
            return False
        if self.is_time:
            inner = (each for each in range(verb + 1, self.first) if self._tag(each) in _VERBAL)
            return self.topic.is_said and next(inner, None) is None  # not "said there were shots at 3 p.m."
        if found.name in self.lexicon.reports:
            return True
        begin = self._phrase_begin(self.first)
        return all(self._tag(each) in _SAYING_LINKS for each in range(verb + 1, begin))

    def _said(self, verb: int) -> list[str]:
        if self.is_time and self.topic.is_said:
            return self._statement(verb)
        begin, stop = verb + 1, self._phrase_stop(self.end)
        while begin < self.first and self._tag(begin) in (Tag.RELATIVE, Tag.ADVERB, Tag.PRONOUN):
            begin += 1
        if self.first - begin > _SUBJECT or any(self._parts(each) for each in range(begin, self.first)):
            begin = max(self._phrase_begin(self.first), verb + 1)
        parts, main = [self._gapped(begin, stop)], self._main_verb(self._behind_apposition(stop))
        if main is None:
            return self._as_object(verb)  # "Olin Marsh added 16 points"
        parts.append(self._text(self._verb_group(main, stop), main + 1))
        return [*parts, *self._some(main + 1, self.sentence.stop, _MOST - _length(parts))]

    def _main_verb(self, first: int) -> int | None:
        """The verb of a subject that ends before a token, over a relative clause."""
        relative, found = self._tag(first) is Tag.RELATIVE, None
        for index in range(first + relative, self.sentence.stop):
            if self._parts(index):
                break
            if self._tag(index) not in _VERBAL:
                if relative and found == index - 1 and self._is_verb(found) and self._is_finite(index):
                    return index  # "who were hurt remain in hospital": a base form, taken for a noun
                continue
            joined = found is not None and all(self._tag(each) in _SKIPPED for each in range(found, index))
            if found is None or joined:
                found = index
            elif relative and self._is_finite(index):
                found, relative = index, False
        return found

    def _behind_appositions(self) -> int | None:
        """The verb of a subject from which a list parts it: "three groups, Olin, Marsh and Lane, sued"."""
        for index in range(self._phrase_stop(self.end), self.sentence.stop):
            if self._tag(index) in _VERBAL:
                return self._main_verb(index) if self._mark(index - 1) == "," and self._is_past(index) else None
            if self._mark(index) in _HARD or self._tag(index) in (Tag.RELATIVE, Tag.SUBORDINATOR):
                return None
        return None

    def _behind_apposition(self, stop: int) -> int:
        """The token of the verb that commas part from a subject: "two boys, aged 5 and 6, were"; else the token."""
        if self._mark(stop) != ",":
            return stop
        closed = next((each for each in range(stop + 1, stop + _APPOSED) if self._mark(each) == ","), stop)
        return closed + 1 if self._tag(closed + 1) in _VERBAL else stop

    def _is_finite(self, index: int) -> bool:
        """Whether a verb has a subject of its own, as far as its form says."""
        if self._tag(index) is Tag.AUXILIARY:
            return True
        verb = self.lexicon.verb(self.tokens.forms[index].folded)
        led = self._mark(index - 1).casefold() in self.lexicon.infinitive
        return verb is not None and not verb.participle and not led

    def _statement(self, verb: int) -> list[str]:
        """The day of a statement: whose it is, and what it says, where that stands before it."""
        behind = (verb + 1, self._behind_value())
        led = verb < self.first and any(self._tag(each) is Tag.PREPOSITION for each in behind)
        if led or any(map(self._is_content, behind)):
            return self._as_object(verb)  # "responded on Friday to a call"
        speaker, said = self._subject(verb), ""
        self.fault += _SAYING
        verbs = (each for each in range(self.sentence.first, self.clause.first) if self._tag(each) in _VERBAL)
        other = next(verbs, None)
        phrase = None if other is None else noun_phrase_before(self.sentence, other - 1, self.sentence.first)
        if phrase is not None and other is not None and self._tag(phrase.head) is not Tag.PRONOUN:
            first = self._coordinated(phrase.first)
            said = self._within(first, self._linked(first, other + 1)[0][0])
        if not said and not speaker:
            self.fault += _NO_SUBJECT
        told = [speaker, self._verb_text(self._verb_group(verb, self._least(verb)), verb), f"{GAP}:" if said else GAP]
        return [*told, said]

    def _behind_value(self) -> int:
        """The token behind the phrase of a value."""
        return self._phrase_stop(self.end)

    # No verb: a heading, a list.

    def _is_compound(self, verb: int) -> bool:
        """Whether a participle is the end of a compound that tells which thing is meant: "the top-ranked club"."""
        return self._mark(verb - 1) in _TIES and self.tokens.touches(verb) and self._is_nominal(verb + 1)

    def _verb_before(self, before: int | None = None) -> int | None:
        """The verb before a value whose part of the sentence has none: "grow wheat, rye or some 20 kinds of beans"."""
        for index in range((self.first if before is None else before) - 1, self.sentence.first - 1, -1):
            if self._mark(index) in _APART:
                return None
            if self._tag(index) in _VERBAL:
                return index
        return None

    def _fragment(self) -> list[str]:
        self.fault += _NO_VERB
        begin, stop = self._phrase_begin(self.first), self._phrase_stop(self.end)
        parts = [self._gapped(begin, stop)]
        parts += self._some(stop, self.sentence.stop, _MOST - _length(parts))
        parting = (each + 1 for each in range(begin - 1, self.clause.first - 1, -1) if self._parts(each))
        between = list(self._bounds(next(parting, self.clause.first), begin))
        parts = [*self._fitting(between, _MOST - _length(parts)), *parts]
        bearer = self._bearer_text()
        if bearer and _length(parts) < _BARE and bearer not in " ".join(parts):
            parts = [f"{bearer}:", *parts]
        return parts

    def _bearer_text(self) -> str:
        bearer = self.topic.core.bearer
        return "" if bearer is None else bearer.text

    # The subject

    def _subject(self, verb: int) -> str:
        """The subject of a verb by its name, empty where it has none."""
        bearer = self.topic.core.bearer
        follows = bearer is not None and self.tokens.starts[verb] < bearer.start < self.claim.start
        if bearer is not None and bearer.inferred and not follows and self._may_be_meant():
            own = self.clause.subject
            self.subject_stop = own.stop if own is not None and own.stop <= verb else None
            self.fault += _INFERRED
            return without_verb(bearer.text, self.topic).removesuffix("'s").removesuffix("’s")
        group = self._verb_group(verb, self.sentence.first)
        # Of "was shot and killed" the subject is that of the first.
        joined = range(group, verb) if self._tag(group) is Tag.AUXILIARY else ()
        subject = self._subject_of(next((each for each in joined if self._may_be_verb(each)), verb))
        if subject is not None and self._is_reporter(subject, group):
            subject = self._searched(group)  # "Officials said Olin Marsh, 49, took": it says who said so
            subject = None if subject is not None and self._is_reporter(subject, group) else subject
        lost = subject is None or (self._is_none(subject) and subject.first >= group)
        if lost and self._is_nominal(group - 1) and not self._is_time(group - 1) and not self._is_manner(group - 1):
            # "the changes made in May", "a 13-year-old was hurt"
            begin = self._phrase_begin(group)
            whole = self._headed(Phrase(begin, group, group - 1))
            self.subject_stop = whole.stop
            return self._text(whole.first, whole.stop)
        plural = self.lexicon.is_plural(self.tokens.forms[group - 1].folded)
        if lost and plural and group == verb and self._is_verb(group - 1) and self._is_nominal(group - 2):
            return self._text(self._phrase_begin(group - 1), group)  # "rule changes made in May": no verb
        if subject is None or self._is_none(subject):
            subject = self._searched(group)
        if subject is None or self._is_none(subject):
            self.fault += _NO_SUBJECT
            return ""
        opening = subject.first
        plural = self.lexicon.is_plural(self.tokens.forms[subject.head].folded)
        if self._tag(opening) is Tag.NOUN and not plural and opening == self._coordinated(opening):
            self.fault += _GUESSED  # "able", "reason": seldom a subject
        self.subject_stop = subject.stop if subject.stop <= group else None
        return self._named(subject, verb)

    def _searched(self, group: int) -> Phrase | None:
        """The phrase before what stands between a subject and its verb: "Zane, 37, died", "who died", "and died"."""
        last = group - 1
        if self._tag(last) is Tag.COORDINATOR:
            if self._may_be_verb(last - 1) and self._is_past(last - 1) and self._tag(last - 2) in (Tag.NOUN, Tag.NAME):
                begin = self._phrase_begin(last - 1)  # "Olin Marsh shot and killed"
                return Phrase(begin, last - 1, last - 2)
            before = (each for each in range(last - 1, self.sentence.first - 1, -1) if self._tag(each) is Tag.VERB)
            verb = next(before, None)
            return None if verb is None else self._subject_of(verb)
        if self._tag(last) is Tag.RELATIVE:
            last -= 1
            if self._tag(last) is Tag.NOUN:
                return Phrase(self._phrase_begin(last + 1), last + 1, last)
        elif self._mark(last) in (",", ")"):
            reach = range(last - 1, max(self.sentence.first, last - _APPOSED), -1)
            opened = next((each for each in reach if self._mark(each) in (",", "(")), None)
            if opened is None:
                return None
            last = opened
        else:
            return None
        last -= self._mark(last) in (",", "(")
        last -= self._mark(last) == "."  # "Zane Jr., 37,"
        return noun_phrase_before(self.sentence, last, self.sentence.first)

    def _subject_of(self, verb: int) -> Phrase | None:
        if verb == self.clause.verb and self.clause.subject is not None:
            return self.clause.subject
        if verb not in self._subjects:
            self._subjects[verb] = subject_of(self.sentence, verb)
        return self._subjects[verb]

    def _may_be_meant(self) -> bool:
        """Whether the subject may be taken for a name found elsewhere: "it" is seldom what it seems to be."""
        subject = self.clause.subject
        if subject is None or self._tag(subject.head) is not Tag.PRONOUN:
            return True
        asked = self.lexicon.pronouns.get(self.tokens.forms[subject.head].folded)
        speaker, bearer = self.reader.speaker_around(self.claim), self.topic.core.bearer
        if asked and speaker and bearer and speaker.rsplit(maxsplit=1)[-1] in bearer.text:
            return False  # "“He killed all three,” Doyle said": who speaks is not "he"
        return asked != "thing"

    def _is_none(self, subject: Phrase) -> bool:
        """Whether a phrase is no subject: "according to the police", "seriously"."""
        first = self.tokens.forms[subject.first].folded
        led = self._tag(subject.first + 1) is Tag.PREPOSITION
        led = led and first.endswith(self.lexicon.endings.progressive)
        return led or self.lexicon.is_manner(first)

    def _named(self, subject: Phrase, verb: int | None = None) -> str:
        """The subject of a verb in words that need no other sentence."""
        if self._tag(subject.first - 1) is Tag.AUXILIARY:  # "patches are available on the first Friday"
            copula = self._verb_group(subject.first - 1, self.sentence.first)
            before = noun_phrase_before(self.sentence, copula - 1, self.sentence.first)
            if verb is not None and verb >= subject.stop:
                behind = subject.stop + (self._mark(subject.stop) == ",")
                if before is not None and self._tag(behind) is not Tag.RELATIVE:
                    subject = before  # "the racks are small, hold 768 cards"; not "The reason was Olin, who won"
            elif before is not None and self._tag(before.head) is not Tag.PRONOUN:
                return f"{self._shortened(before)} {self._text(copula, subject.stop)}"
        if self._tag(subject.head) is not Tag.PRONOUN:
            subject = self._headed(subject)
            explains = verb is not None and self._verb_group(verb, subject.stop) > subject.stop
            return self._shortened((explains and self._apposed(subject)) or subject)
        word = self._text(subject.head, subject.head + 1)
        if self.tokens.forms[subject.head].folded in self.lexicon.existentials:
            return word.capitalize()
        asked = self.lexicon.pronouns.get(self.tokens.forms[subject.head].folded)
        empty = asked == "thing" and verb is not None and self._tag(verb + 1) is Tag.RELATIVE
        empty = empty or (asked == "thing" and bool(self.reader.speaker_around(self.claim)))
        found = None if empty else self.reader.antecedent(self.claim, subject.head)  # "it was reported that"
        if found is not None:
            sentence, first, stop = found
            determined = sentence.tag(first - 1) is Tag.DETERMINER
            named = (
                asked == "person"
                and sentence.tag(first) is Tag.NAME
                and self.tokens.forms[first].folded not in self.lexicon.closed
            )
            if determined or named:
                self.fault += _GUESSED
                return self._text(first - determined, stop)
        speaker = self.reader.speaker_around(self.claim)
        self.fault += (_DROPPED if asked == "thing" else _GUESSED) if speaker else _PRONOUN
        return f"{speaker}: {word}" if speaker else word

    def _headed(self, subject: Phrase) -> Phrase:
        """The whole of a subject of which a phrase is only the end: "A shot fired in Orme", "A ferry carrying ten men".

        Where it cannot be found, the label is in doubt.
        """
        first = self._coordinated(subject.first)
        if self._mark(first - 1) == "," == self._mark(subject.stop) and self._tag(first) is Tag.NOUN:
            whole = noun_phrase_before(self.sentence, first - 2, self.sentence.first)
            if whole is not None and self._tag(whole.head) is not Tag.PRONOUN:
                return self._headed(whole)  # "The camp, located in the north, holds"
        before = self._tag(first - 1)
        hangs = before is Tag.VERB and self._mark(first - 2) not in _TIES  # not "the top-seeded Bears"
        hangs = hangs or before is Tag.PREPOSITION or self._is_second(first)
        relative = self._tag(subject.stop + (self._mark(subject.stop) == ",")) is Tag.RELATIVE
        if relative or not hangs or self._reports(first - 1):
            return subject
        begun = first
        while begun > self.sentence.first and (self._in_subject(begun - 1) or self._is_manner(begun - 1)):
            begun -= 1
        if begun > self.sentence.first and self._mark(begun - 1) == "," == self._mark(subject.stop):
            whole = noun_phrase_before(self.sentence, begun - 2, self.sentence.first)
            if whole is not None and self._tag(whole.head) is not Tag.PRONOUN:
                return self._headed(whole)  # "The camp, set up in the north of the county, holds"
        opened = begun <= self.sentence.first or self._parts(begun - 1) or self._reports(begun - 1)
        begun += self._reports(begun)
        if not opened or self._tag(begun) in (Tag.PREPOSITION, Tag.VERB):
            self.fault += _NO_VERB
            return subject
        if not any(self._is_verb(each) for each in range(begun, first)) and first - begun <= _SUBJECT:
            return Phrase(begun, subject.stop, subject.head)
        stop = begun + 1
        while (
            stop < first
            and self._tag(stop) in (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER)
            and not self._is_manner(stop)
        ):
            stop += 1
        verbs = (each for each in range(stop, first) if self._is_verb(each) and self._is_past(each))
        if any(map(self._governs_noun, verbs)):
            self.subject_stop = stop  # "Olin launched a line called Marsh"
        return Phrase(begun, stop, stop - 1)

    def _is_reporter(self, subject: Phrase, group: int) -> bool:
        """Whether a phrase before a verb is the subject of one that says what somebody says."""
        return any(self._is_verb(each) and self._reports(each) for each in range(subject.stop, group))

    def _is_second(self, first: int) -> bool:
        """Whether a phrase is the second of two that hang on a preposition: "between Lane and Doyle Streets"."""
        if self._tag(first - 1) is not Tag.COORDINATOR or not self._is_nominal(first - 2):
            return False
        alike = self._tag(first) is self._tag(first - 2)
        return alike and self._led(self._phrase_begin(first - 1))

    def _in_subject(self, index: int) -> bool:
        """Whether a token may be within a subject that opens its clause: no finite verb, no mark."""
        tag = self._tag(index)
        if self._reports(index) and (tag is Tag.VERB or self._tag(index + 1) in _OPENERS):
            return False
        if tag is Tag.VERB:
            return self._tag(index - 1) in (Tag.NOUN, Tag.NAME, Tag.FIGURE)
        return tag in _SUBJECTS or (
            tag is Tag.COORDINATOR and self._is_nominal(index - 1) and self._is_nominal(index + 1)
        )

    def _reports(self, index: int) -> bool:
        """Whether a word says what somebody says, behind whom its clause opens."""
        verb = self.lexicon.verb(self.tokens.forms[index].folded)
        return verb is not None and (verb.base in self.lexicon.speech_verbs or verb.name in self.lexicon.reports)

    def _apposed(self, subject: Phrase) -> Phrase | None:
        """The name that a phrase between commas explains: "Olin, the challenger named by the board, fell"."""
        if self._mark(subject.first - 1) != "," or self._tag(subject.first) is not Tag.DETERMINER:
            return None
        found = noun_phrase_before(self.sentence, subject.first - 2, self.sentence.first)
        return found if found is not None and self._tag(found.head) is Tag.NAME else None

    def _shortened(self, subject: Phrase) -> str:
        """A subject without what hangs on it when it is long, and without what is no part of it."""
        first, stop, forms = self._coordinated(subject.first), subject.stop, self.tokens.forms
        nouns = (Tag.NOUN, Tag.NAME)
        for index in range(first + 1, stop - 1):
            if self._tag(index) is Tag.DETERMINER and self._tag(index - 1) in nouns:
                first = index  # two phrases: "the list of fugitives a man who"
            if forms[index].capital or self._tag(index) is not Tag.NOUN:
                continue
            if self._tag(index - 1) is Tag.DETERMINER:
                continue
            verb = self.lexicon.verb(forms[index].folded)
            manner = self.lexicon.is_manner(forms[index].folded) and self._tag(index + 1) is not Tag.NOUN
            if manner or (verb is not None and verb.sure):
                stop = index
                break
            if verb is not None and verb.name in self.lexicon.reports and self._tag(index + 1) in _OPENERS:
                first = index + 1  # "Police say Ward fired"
        first -= self._tag(first - 1) is Tag.NEGATION  # "No club"
        links = [each for each in range(first + 2, stop) if self._tag(each) is Tag.PREPOSITION]
        relative = stop + (self._mark(stop) == ",")
        if self._tag(relative) is Tag.RELATIVE:  # "murder for a shooting that killed one man"
            person = self.tokens.forms[relative].folded in self.lexicon.person_relatives
            openers = _OPENERS if person else (Tag.DETERMINER,)
            second = self._tag(first + 1) is Tag.PREPOSITION and self._tag(first + 2) is Tag.DETERMINER
            links = [first + 1, *links] if second else links
            first = next((each + 1 for each in reversed(links) if self._begins_phrase(each, openers)), first)
            links = [each for each in links if each > first + 1]
        if stop - first > _SUBJECT and links and len(self._text(first, stop).split()) > _SUBJECT:
            stop = max((each for each in links if each - first <= _SUBJECT), default=links[0])
        if any(self._tag(each) in _VERBAL for each in range(first, stop)):
            self.fault += _NO_VERB  # no subject, but a clause that was not parted
        return self._text(first, stop)

    def _coordinated(self, first: int) -> int:
        """Where a subject begins, with the things before "and", and with the word before its hyphen."""
        while self._mark(first - 1) in _TIES and (
            self.tokens.touches(first) or self._mark(first) in self.lexicon.genitive_letters
        ):
            first = self._phrase_begin(first - 2)
        begun = (
            each.start for each in self.reader.figures(self.claim) if each.start < self.tokens.starts[first] < each.end
        )
        first = self.tokens.holding(next(begun, self.tokens.starts[first]))
        if self._tag(first - 1) is Tag.COORDINATOR and self._is_nominal(first - 2):
            before = noun_phrase_before(self.sentence, first - 2, self.sentence.first)
            if before is not None and self._opens(before.first):
                return before.first
        return first

    def _begins_phrase(self, preposition: int, openers: Sequence[Tag]) -> bool:
        """Whether a phrase begins behind a preposition that a relative clause may be about."""
        bound = self.tokens.forms[preposition].folded in self.lexicon.binding
        return self._tag(preposition + 1) in ((Tag.DETERMINER,) if bound else openers)

    # Phrases

    def _verb_group(self, verb: int, least: int) -> int:
        """Where a verb with its auxiliaries begins."""
        first = verb
        while first > least:
            tag, form = self._tag(first - 1), self.tokens.forms[first - 1]
            infinitive = tag is Tag.PREPOSITION and form.folded in self.lexicon.infinitive
            chained = tag is Tag.VERB and self._tag(first) is Tag.PREPOSITION
            manner = self._is_manner(first - 1)
            if tag is Tag.COORDINATOR and self._may_be_verb(first - 2):
                begun = first - 2
                while begun > least and (self._tag(begun - 1) in _SKIPPED or self._is_manner(begun - 1)):
                    begun -= 1
                if self._tag(begun) is Tag.AUXILIARY:  # "was accidentally shot and killed"
                    first = begun
                    continue
            if tag not in _SKIPPED and not infinitive and not chained and not manner:
                break
            first -= 1
        return first

    def _verb_text(self, group: int, verb: int) -> str:
        return self._text(group, self._behind(verb))

    def _behind(self, verb: int) -> int:
        """The token behind a verb and the word that makes another one of it: "picked up"."""
        stop = self._ends.get(verb)
        if stop is None:
            stop = self._ends[verb] = self.reader.verb_end(verb)
        return stop if verb >= self.stop or stop <= self.first else verb + 1

    def _value_begin(self, least: int) -> int:
        """Where the phrase that holds the value begins, with its preposition."""
        begin = max(self._phrase_begin(self.first), least)
        while begin > least and self._tag(begin - 1) in (Tag.PREPOSITION, Tag.ADVERB):
            begin -= 1
            if self.tokens.forms[begin].folded in self.lexicon.binding:
                begin = max(self._phrase_begin(begin), least)
        if self.is_time and begin > least and self._tag(begin - 1) is Tag.SUBORDINATOR:
            begin -= 1  # "until 2015", "as of Friday"
        return begin

    def _phrase_begin(self, index: int) -> int:
        """Where the noun phrase that ends before a token begins."""
        first, least = index, self.sentence.first
        owned = self._mark(index - 1).endswith(self.lexicon.genitives)
        if (
            self.is_time
            and index == self.first
            and self._is_nominal(index - 1)
            and not self.tokens.touches(index)
            and not owned
        ):
            return first  # "destroyed the church Saturday"
        if index == self.first and (self._follows_a_place(index) or (not self.is_time and self._is_time(index - 1))):
            return first  # "In Orme 30 mm of rain fell", "last month 30 people left"
        while first > least:
            before, tag = self.tokens.forms[first - 1], self._tag(first - 1)
            if tag is Tag.DETERMINER:
                bound = self._mark(first - 2).casefold() in self.lexicon.binding and self._is_nominal(first - 3)
                if not bound:
                    return first - 1
                first -= 2
            elif tag in (Tag.NOUN, Tag.NAME, Tag.FIGURE) or self._is_genitive(first - 1):
                first -= 1
            elif before.text in _TIES and first - 1 > least and self._joins(first - 1):
                first -= 2
            elif tag is Tag.PREPOSITION and before.folded in self.lexicon.binding and self._is_nominal(first - 2):
                first -= 1
            else:
                break
        return first

    def _follows_a_place(self, index: int) -> bool:
        """Whether a value opens its clause behind a place: "In Orme 30 mm of rain fell"."""
        place = index - 1
        while self._tag(place) is Tag.NAME:
            place -= 1
        return place < index - 1 and self._tag(place) is Tag.PREPOSITION and self._opens(place)

    def _is_genitive(self, index: int) -> bool:
        """Whether a token is the mark of a plural's genitive: "the members' fees"."""
        return (
            self._mark(index) in self.lexicon.genitives and self.tokens.touches(index) and self._is_nominal(index - 1)
        )

    def _joins(self, index: int) -> bool:
        """Whether a hyphen joins two words."""
        return self.tokens.touches(index) and self.tokens.touches(index + 1)

    def _is_nominal(self, index: int) -> bool:
        return self._tag(index) in (Tag.NOUN, Tag.NAME, Tag.FIGURE)

    def _phrase_stop(self, index: int) -> int:
        """Where the noun phrase that a token continues ends."""
        stop = index
        if index == self.stop and self._tag(index) is Tag.COORDINATOR and self._lists_a_figure(index + 1):
            stop += 2  # "the … and 7.5 magnitude quakes"
            while self._tag(stop) is Tag.FIGURE:
                stop += 1
        while stop < self.sentence.stop and self._continues(stop, index):
            stop += 1
        return max(self._end_of(index, stop), index)

    def _lists_a_figure(self, index: int) -> bool:
        """Whether a token is a figure that shares its noun with the value before it."""
        figure = self._tag(index) is Tag.FIGURE and not self.is_time and not self._is_time(index)
        return figure and self.claim.kind == "number" and self._tag(index + 1) in (Tag.NOUN, Tag.FIGURE)

    def _continues(self, index: int, first: int) -> bool:
        tag, form, before = self._tag(index), self.tokens.forms[index], self._mark(index - 1)
        if index == first == self.stop and self.tells_which:
            return True  # "a 1998 aggravated assault"
        if index == first and tag is Tag.FIGURE and self._mark(index + 1) in _TIES and self._joins(index + 1):
            return not self._is_time(index)  # "her third 200-metre race"
        owned = index > first == self.stop and self.is_time and self._mark(first - 1).endswith(self.lexicon.genitives)
        if owned and tag is Tag.FIGURE and not self._is_time(index):
            return True  # "Friday's dispiriting 88-72 loss"
        if tag in (Tag.NOUN, Tag.NAME) or (before in _TIES and self.tokens.touches(index)):
            return True
        if form.text in _TIES:
            return self._joins(index)
        if tag is Tag.PREPOSITION:
            return form.folded in self.lexicon.binding and self._opens_noun(index + 1)
        if tag is Tag.DETERMINER and index == first and self.claim.kind in _TIMES_WHAT:
            return self._is_nominal(index + 1)  # "a quarter the power"
        if tag is Tag.DETERMINER:
            return before.casefold() in self.lexicon.binding
        bound = before.casefold() in self.lexicon.binding
        if tag is Tag.VERB:  # "four counts of aggravated assault", "of first-degree murder"
            return (bound and self._is_nominal(index + 1)) or (index > first and self._mark(index - 2) in _TIES)
        tied = index > first and (before in _TIES or self._tag(index - 1) is Tag.DETERMINER)
        return tag is Tag.FIGURE and (tied or (bound and self._is_nominal(index + 1)))

    def _opens_noun(self, index: int) -> bool:
        tag = self._tag(index)
        if tag in (Tag.NOUN, Tag.NAME, Tag.DETERMINER):
            return True
        return tag in (Tag.FIGURE, Tag.VERB) and self._is_nominal(index + 1)

    def _governs_noun(self, verb: int) -> bool:
        """Whether an object stands right behind a verb."""
        return self._opens_noun(verb + 1) and not self._is_time(verb + 1)

    def _bounds(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """The phrases of a stretch, each of which may be left out with those behind it."""
        begin = first
        for index in range(first + 1, stop):
            if self._opens_phrase(index):
                yield begin, index
                begin = index
        if begin < stop:
            yield begin, stop

    def _opens_phrase(self, index: int) -> bool:
        """Whether a label may end before a token."""
        tag, before, form = self._tag(index), self._tag(index - 1), self.tokens.forms[index]
        if self._mark(index - 1) in _TIES and self.tokens.touches(index):
            return False  # "drive-by"
        if tag is Tag.PREPOSITION:
            hangs = form.folded in self.lexicon.binding and self._is_nominal(index - 1)
            if before is Tag.VERB and form.folded in self.lexicon.infinitive:
                return False  # "failing to appear"
            bare = before is Tag.NOUN and self._tag(index - 2) is Tag.PREPOSITION  # "in connection with"
            return not hangs and not bare and before not in (Tag.PREPOSITION, Tag.DETERMINER)
        if tag in _LINKS:
            return not (tag is Tag.COORDINATOR and before is self._tag(index + 1) is Tag.NAME)
        if tag is Tag.VERB and not self._is_past(index) and self._tag(index - 2) is Tag.PREPOSITION:
            return self._opens_noun(index + 1)  # "of drunk driving on Friday", but "in a town hosting the race"
        if tag is Tag.VERB and self._mark(index - 2) in _TIES and self._is_nominal(index + 1):
            return False  # "non-life threatening injuries"
        qualified = self._tag(index - 2) is Tag.DETERMINER or self._mark(index - 2) in _TIES
        if tag is Tag.VERB and not self._is_past(index) and qualified:
            return self._governs_noun(index)  # "in an accidental shooting"
        if tag is Tag.VERB:
            return before not in (Tag.PREPOSITION, Tag.AUXILIARY, Tag.DETERMINER, Tag.ADVERB)
        if self._is_time(index):
            return not self._is_time(index - 1) and before not in (Tag.PREPOSITION, Tag.DETERMINER)
        return tag is Tag.MARK and not (form.text in _TIES and self._joins(index)) and form.text not in _WITHIN

    def _fitting(self, phrases: Sequence[tuple[int, int]], room: int) -> list[str]:
        """The phrases between a verb and its value that fit, the object of the verb first; no mere times.

        Of what is coordinated with the value the preposition is kept: "for 364 yards and three goals". Where leaving
        words out would part what belongs together, all are kept, as far as they fit.
        """
        told = [each for each in phrases if not self._is_mere_time(*each)]
        if not told:
            return []
        last, led = told[-1][0], self._tag(told[-1][1]) is Tag.PREPOSITION
        lists = self._parts(last) and not led and self._tag(self._phrase_stop(self.end)) is Tag.COORDINATOR
        joins = self._tag(last) is Tag.COORDINATOR and told[-1][1] - last == 1
        coordinated = len(told) > 1 and (joins or lists)
        strong = any(self._parts(first) for first, _ in told[: -1 if coordinated else len(told)])
        texts = [self._text(*each) for each in told]
        if not strong and _length(texts) <= room:
            return texts
        kept: list[str] = []
        parted = 0  # the phrases that are told before the first that is left out
        for place, (first, _) in enumerate(told):
            if self._parts(first) and place:
                if coordinated:
                    begun = told[place - 1]
                    kept[-1:] = [self._governor(*begun) if self._tag(begun[0]) is Tag.PREPOSITION else ""]
                break
            if coordinated and place == len(told) - 2:
                kept.append(self._governor(*told[place]))
                break
            if place and _length(kept) + _length(texts[place : place + 1]) > room:
                if coordinated:
                    kept.append(self._governor(*told[-2]))
                break
            kept.append(texts[place].strip(_MARKS))
            parted = place + 1
        if self._may_leave_out(told[parted:], coordinated):
            return kept
        if _length(texts) <= room + _WHOLE and not any(map(self._is_hard, range(told[0][0], told[-1][1]))):
            return texts
        self.fault += _DROPPED
        return kept

    def _governor(self, first: int, stop: int) -> str:
        """The words of a phrase up to the last preposition on which a thing that is coordinated with its end hangs."""
        for index in range(stop - 1, first - 1, -1):
            if self._tag(index) is Tag.PREPOSITION and self.tokens.forms[index].folded not in self.lexicon.binding:
                return self._text(first, index + 1)
        return ""

    def _may_leave_out(self, phrases: Sequence[tuple[int, int]], coordinated: bool) -> bool:
        """Whether a clause reads on without some phrases right before its value."""
        if not phrases or coordinated:
            return not any(self._tag(at) in _VERBAL for each in phrases for at in range(*each))
        value = self._tag(phrases[-1][1])
        whole = all(self._tag(first) is Tag.PREPOSITION for first, _ in phrases)
        whole = whole and not any(self._tag(at) in _VERBAL for each in phrases for at in range(*each))
        return whole and (value is Tag.PREPOSITION or self.is_time)

    def _is_hard(self, index: int) -> bool:
        return self._mark(index) in _HARD

    def _is_mere_time(self, first: int, stop: int) -> bool:
        """Whether a phrase is a time and no more, so that the clause reads on without it: "on Friday"."""
        if not any(map(self._is_time, range(first, stop))) or self._mark(stop - 1).endswith(self.lexicon.genitives):
            return False
        return all(
            self._is_time(each) or self._tag(each) in (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.MARK)
            for each in range(first, stop)
        )

    def _is_time(self, index: int) -> bool:
        if self._tag(index) is not Tag.FIGURE:
            return False
        found = self._times.get(index)
        if found is None:
            found = self._times[index] = self.reader.is_time_at(self.tokens.starts[index])
        return found

    def _some(self, first: int, stop: int, room: int) -> list[str]:
        told, self.told_stop = self._phrases_behind(first, stop, room)
        return told

    def _phrases_behind(self, first: int, stop: int, room: int) -> tuple[list[str], int]:
        """The phrases behind a token that fit, up to what begins another clause; those with a time are left out."""
        if (whole := self._whole_rest(first, stop, room)) is not None:
            return [self._text(first, whole)], whole
        last = first
        kept: list[str] = []
        for begin, end in self._bounds(first, min(stop, self.sentence.stop)):
            if begin == first and self.claim.kind == "duration" and self._tag(begin) is Tag.SUBORDINATOR:
                return self._linked(begin, end)
            if begin == first and self._is_content(begin):
                return self._linked(begin, end)
            if self._parts(begin) or self._has_auxiliary(begin, end):
                break
            if self.in_relative and self._is_verb(begin) and self._is_past(begin) and begin > first:
                break  # "who were told to leave the party returned"
            if any(map(self._is_time, range(begin, end))):
                if self._is_mere_time(begin, end):
                    continue
                break
            told = self._end_of(begin, end)
            if begin == first and self._is_particle(begin, end):
                told = end
            parked = told == begin + 1 and begin > first and self._parks(begin)
            if parked or told <= begin or (kept and _length(kept) + told - begin > room):
                break
            kept.append(self._text(begin, told))
            last = told
            if told < end:
                break
        return kept, last

    def _parks(self, index: int) -> bool:
        """Whether a verb tells where a thing is: "inside a van parked in Orme"."""
        return self._is_verb(index) and self._led(index + 2) and self._is_named(index - 1)

    def _whole_rest(self, first: int, stop: int, room: int) -> int | None:
        """Where the clause ends whose words behind a token all fit; None where they do not."""
        stop = min(stop, self.sentence.stop, first + _WHOLE_REST)
        parting = [each for each in range(first, stop) if self._parts(each)]
        for close in (next(filter(self._closes, parting), stop), next(iter(parting), stop)):
            # With what is coordinated, if there is room.
            words = range(first, close)
            if not words or any(map(self._is_time, words)) or self._has_auxiliary(first, close):
                return None
            if self.in_relative and any(self._is_verb(each) and self._is_past(each) for each in words):
                return None
            told = self._end_of(first, close)
            if told > first and _length((self._text(first, told),)) <= room:
                return told
        return None

    def _closes(self, index: int) -> bool:
        """Whether a clause ends before a token."""
        tag = self._tag(index)
        if self._is_genitive(index) or (self._mark(index - 1) in _TIES and self.tokens.touches(index)):
            return False  # "hit-and-run"
        if tag is Tag.SUBORDINATOR:
            behind = range(index + 1, min(index + 1 + _APPOSED, self.sentence.stop))
            until = next((each for each in behind if self._parts(each)), behind.stop)
            verbs = (self._tag(each) in _VERBAL for each in range(index + 1, until))
            return not self._opens_noun(index + 1) or any(verbs)  # not "seven seasons as a coach"
        if tag is Tag.COORDINATOR and self._is_nominal(index - 1) and self._opens_noun(index + 1):
            behind = range(index + 1, min(index + 1 + _APPOSED, self.sentence.stop))
            until = next((each for each in behind if self._parts(each)), behind.stop)
            return any(self._tag(each) in _VERBAL for each in range(index + 1, until))
        return self._parts(index)

    def _is_content(self, first: int) -> bool:
        """Whether what stands behind a verb is a clause that it needs: "suggested that", "believe the city has"."""
        before = first - 1
        if first == self.end:  # behind a time that stands between: "announced on Friday it would"
            before = self.first - 1 - (self._tag(self.first - 1) is Tag.PREPOSITION)
        if self._tag(before) is not Tag.VERB or self._mark(first) in _STRONG:
            return False
        if self._tag(first) is Tag.RELATIVE:
            return self._reports(before)
        close = first
        while close < self.sentence.stop and not self._closes(close):
            close += 1
        opens = self._opens_noun(first) or self._tag(first) is Tag.PRONOUN
        return opens and not self._is_time(first) and self._has_auxiliary(first, close)

    def _linked(self, first: int, stop: int) -> tuple[list[str], int]:
        """The clause from which a duration is counted: "before the players were to meet"."""
        parting = (each for each in range(first + 1, self.sentence.stop) if self._parts(each))
        stop = max(stop, min(next(parting, self.sentence.stop), first + _CLAUSE))
        while stop < self.sentence.stop and self._is_nominal(stop) and not self._is_time(stop):
            stop += 1
        stop = self._end_of(first, stop)
        return [self._text(first, stop)], stop

    def _is_particle(self, first: int, stop: int) -> bool:
        """Whether a word goes with the verb before it: "shots rang out"."""
        particle = self._tag(first) in (Tag.PREPOSITION, Tag.ADVERB) and stop == first + 1
        ends = self._tag(stop) in (Tag.MARK, Tag.PREPOSITION) or self._parts(stop)
        return particle and ends and self._tag(first - 1) is Tag.VERB

    def _has_auxiliary(self, first: int, stop: int) -> bool:
        first += self._mark(first).casefold() in self.lexicon.infinitive  # "to be"
        first += self._tag(first) is Tag.AUXILIARY and self._mark(first - 1).casefold() in self.lexicon.infinitive
        return any(self._tag(each) is Tag.AUXILIARY for each in range(first, stop))

    def _end_of(self, first: int, stop: int) -> int:
        """Where a phrase ends without the words that only lead to a next one."""
        while stop > first:
            tag, before, behind = (self._tag(each) for each in (stop - 1, stop - 2, stop))
            if self._is_time(stop - 1) and self._is_time(stop):
                stop -= 1  # a part of a time: "of the" before "day"
                continue
            if tag is Tag.NOUN and before is Tag.PREPOSITION and self._is_mere_quality(stop):
                stop -= 1
                continue
            quoted = self._mark(stop) in _QUOTES
            if tag in _ENDS and not quoted and self.tokens.forms[stop - 1].folded not in self.lexicon.standards:
                break
            noun = tag is Tag.VERB and before is Tag.PREPOSITION and behind is not Tag.PREPOSITION
            if noun and self._is_past(stop - 1) and self._mark(stop - 2).casefold() not in self.lexicon.infinitive:
                break  # "the leader in steals"
            leads = quoted or self._mark(stop).casefold() in self.lexicon.infinitive
            named = tag is Tag.VERB and not self._is_past(stop - 1) and not self._governs_noun(stop - 1)
            qualified = before is Tag.NOUN and self._tag(stop - 3) is Tag.DETERMINER
            if named and (qualified or self._mark(stop - 3) in _TIES):
                break  # "in an accidental shooting"
            if tag is Tag.VERB and behind is Tag.MARK and self._mark(stop - 2).casefold() in self.lexicon.infinitive:
                break  # "were to meet."
            if tag is Tag.VERB and self._is_past(stop - 1) and before is not Tag.PREPOSITION:
                whole = self.reader.verb_end(stop - 1)
                if whole > stop and not leads:
                    return whole  # "had not been picked up"
                if behind in _BEHIND_A_VERB and not leads:
                    break
            stop -= 1
        return stop

    def _is_mere_quality(self, stop: int) -> bool:
        """Whether a second word follows one that tells of a later noun: "in separate, but related, shootings"."""
        return self._mark(stop) == "," and self._tag(stop + 1) is Tag.COORDINATOR

    def _is_past(self, index: int) -> bool:
        return not self.tokens.forms[index].folded.endswith(self.lexicon.endings.progressive)

    def _gapped(self, first: int, stop: int) -> str:
        """A stretch with a gap for the value."""
        before, behind = self._text(first, self.first), self._text(self.stop, stop)
        if before and self.tokens.touches(self.first):
            before += _TIED
        if behind and self.tokens.touches(self.stop):
            behind = _TIED + behind
        return " ".join(filter(None, (before, self._measured(), behind)))

    def _measured(self) -> str:
        """The gap, with the word of the value that says what it measures: "… magnitude", "magnitude …"."""
        if self.is_time or not (self.unit or self.claim.kind == "quantity"):
            return GAP
        if self.unit:
            return f"{GAP} {self.unit}"
        noun = self._listed(self.value.start, self.value.stop)
        words = self._text(self.value.start, self.value.stop).lower()
        if noun and words.startswith(noun):
            return f"{noun} {GAP}"
        return f"{GAP}-{noun}" if f"-{noun}" in words else f"{GAP} {noun}".strip()

    def _listed(self, first: int, stop: int) -> str:
        nouns = (each for each in range(first, stop) if self.lexicon.is_listed_noun(self.tokens.forms[each].folded))
        found = next(nouns, None)
        return "" if found is None else self._text(found, found + 1).lower()

    def _within(self, first: int, text: str) -> str:
        """A stretch that opens its sentence as it stands within one."""
        folded = self.tokens.forms[first].folded
        common = folded in self.lexicon.closed or self.lexicon.is_listed_noun(folded)
        return f"{text[:1].lower()}{text[1:]}" if common else text

    def _parts(self, index: int) -> bool:
        """Whether a token links two clauses or two things, or parts them."""
        found = self._parting.get(index)
        if found is None:
            mark = self._mark(index)
            found = not self._joins(index) if mark in _TIES else self._tag(index) in _LINKS or mark in _STRONG
            self._parting[index] = found
        return found

    def _text(self, first: int, stop: int) -> str:
        """The words of a stretch."""
        return self.tokens.text[self.tokens.starts[first] : self.tokens.end(stop - 1)] if first < stop else ""


def _joined(parts: Iterable[str]) -> str:
    """The parts of a label as one text, with no mark at its ends."""
    text = " ".join(" ".join(parts).split())
    if _LEFT_BEHIND.search(text):
        for mark in _MARKS_OF_QUOTES:
            text = text.replace(mark, " ")
        text = " ".join(text.split())
        text = text.replace(f" {_TIED}", "").replace(f"{_TIED} ", "").replace(_TIED, "")
        for gapped, closed in _JOINTS:
            text = text.replace(gapped, closed)
        text = text.strip(_MARKS)
        return f"{text})" if text.count("(") > text.count(")") else text
    return text.strip(_MARKS)


def _length(parts: Sequence[str]) -> int:
    return len(" ".join(parts).split())


_CLOSING = ".)”"
_TIED = "\0"  # where two words are joined without a blank
_MARKS = " ,;:–—-(“”\"'`’"
_HARD = frozenset((";", ":", "“", "”", '"', "``", "''"))
_APART = frozenset((";", ":"))
_OPENED = frozenset(("(", "[", ")", "]"))
_OPENINGS = 3  # how many ways there are to open a label with the words as they stand
_STRONG = _HARD | {"—", "–", "(", ")", "[", "]", ",", "--"}
_MARKS_OF_QUOTES = ("``", "''", "“", "”", '"')
_LEFT_BEHIND = regex(r"[\0`\"“”()]|''|,[ ,]| ,")
_CONTRACTED = regex(r"[A-Za-z]+['’][a-z]+\b")
_JOINTS = ((" ,", ","), (",,", ","), ("( ", "("), (" )", ")"), (" ()", ""))  # what words left out leave behind
_QUOTES = frozenset(("“", '"', "``"))
_TIES = frozenset(("-", "'", "’", "/", "‐", "‑", "–"))
_WITHIN = frozenset((".", "'", "’", "&", "%", "$"))
_LINKS = (Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE)
_SKIPPED = (Tag.AUXILIARY, Tag.NEGATION, Tag.ADVERB)
_VERBAL = (Tag.VERB, Tag.AUXILIARY)
_OPENERS = (Tag.DETERMINER, Tag.NAME)
_BEGINNINGS = (
    Tag.NOUN,
    Tag.NAME,
    Tag.FIGURE,
    Tag.DETERMINER,
    Tag.PRONOUN,
    Tag.PREPOSITION,
    Tag.SUBORDINATOR,
    Tag.ADVERB,
)
_OTHER_SUBJECT = (Tag.DETERMINER, Tag.PRONOUN)
_NOMINAL = (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER, Tag.PRONOUN)
_SUBJECTS = (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB)
_SAYING_LINKS = (Tag.RELATIVE, Tag.DETERMINER, Tag.ADVERB, Tag.FIGURE, Tag.PREPOSITION)
_ENDS = frozenset((Tag.NOUN, Tag.NAME, Tag.FIGURE))
_NEVER_FIRST = (Tag.DETERMINER, Tag.AUXILIARY, Tag.VERB, Tag.PRONOUN)  # of what a clause can be told without
_BEHIND_A_VERB = (Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ADVERB, Tag.MARK, Tag.COORDINATOR, Tag.FIGURE, Tag.RELATIVE)
_WHOLES = ("percent", "ratio", "ordinal")
_NEEDS_A_NOUN = ("number", "percent", "ratio")  # a figure that stands for those that it counts
_MOVABLE = frozenset(("date", "time"))  # which may stand behind all else
_TIMES_WHAT = frozenset(("ratio", "number", "duration"))
_ADJUNCTS = frozenset(("date", "time", "duration", "set", "ordinal"))  # which seldom need what stands behind them
_MOST = 15  # words of a label, as far as its phrases can be left out
_LONG, _LONGEST, _SHORT = 13, 19, 3
_BARE = 4  # words; a label of no more says little
_BRACKETED = 8  # tokens in brackets behind a value
_APPOSED = 9  # tokens between commas that may part a subject from its verb
_MAIN = 8  # tokens of a main clause that is told before a participle
_CLAUSE = 9  # words of a clause from which a duration is counted
_SUBJECT = 7  # words of a subject with all that hangs on it
# What each makes worse, by how much a reader misses it.
_TOO_LONG, _THIN, _NO_VERB, _NO_SUBJECT, _GUESSED, _PRONOUN, _SAYING, _DROPPED = 0.1, 0.7, 0.6, 0.9, 0.3, 1.0, 0.3, 0.6
_SPARE = 0.12
_CUT = 0.3  # a label that ends within a phrase
_ASIDE = 0.1  # brackets
_LONGER = 0.015
_INFERRED = 0.12  # a subject that is known from elsewhere
_WHOLE = 6  # words more for phrases that cannot be left out
_VERBATIM = 0.35  # the fault of a label that is no clause by itself
_REACH, _WIDTH = 110, 140  # code points before a value, and of a whole label of the words as they stand
_WHOLE_REST = 22  # tokens behind a value that may be told with all marks
_AROUND = 5  # tokens before and behind a value that an excerpt gives
_PLAIN, _PLAIN_WORDS = 0.55, 11  # the fault of a label without a clause, and its words
