"""The slots of a statement: what a value measures, of whom, in which state, when, where and of how much of a whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from datetime import date

from msgspec.structs import replace

from factcheck.cached import cached_property
from factcheck.kinds.quantity.compare import base_of
from factcheck.kinds.quotation.persons import Person, PersonReader
from factcheck.kinds.timex import stamps
from factcheck.model import Claim, Quantity, Quotation, Slot, Statement, TimeExpression
from factcheck.regex_cache import regex
from factcheck.segment import Parsed
from factcheck.state.clause import (
    Clause,
    Phrase,
    Sentence,
    accompanied,
    clause_around,
    clause_behind,
    noun_phrase_before,
    tagged,
)
from factcheck.state.lexicon import Lexicon, Tag, lexicon_of
from factcheck.state.persons import person_reader, persons_of
from factcheck.text.folding import fold
from factcheck.text.tokens import TokenKind, Tokens

_BESIDE = 3  # tokens beside a claim in which the words stand that make it a part, an addition, a change
_TITLE = 4  # words of the longest name of a paper that stands alone on a line
_WORDS = regex(r"[ \t]*[^\W\d_]|[ \t]*[\"“‘']")  # behind a dash; "17 September 2013-21:29" has a time there
_YEAR = regex(r"\b\d{4}\b")
_PLACE = 8  # tokens in which a dateline names its place, and then its agency
_PARTING = frozenset((";", ":", "–", "—"))
_DASHES = frozenset(("-", "--", "–", "—", ":"))
_PART = "part"
_EACH = "each"
_WAYS = {"rise": "change_up", "widen": "change_up", "fall": "change_down", "narrow": "change_down"}
_BEFORE = "level_before"
_COMPARED = 7  # tokens before a figure within which the words stand that make it the level of an earlier time
_OF_A_COMPARED = (Tag.DETERMINER, Tag.ADVERB, Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.FIGURE)
_ENDS_COMPARED = (Tag.MARK, Tag.FIGURE, Tag.COORDINATOR, Tag.SUBORDINATOR)
_CHANGES = ("change_up", "change_down")
_COUNTED = ("count", "number")
_TIMED = ("date", "time")
_LEVELLED = ("money", "percent", "quantity", "number")
_OF_A_NOUN = (Tag.DETERMINER, Tag.NOUN, Tag.NAME)
_NO_END = date.max
_OBJECT = 7  # tokens between a verb and what makes it a verb of several words: "left about 46,000 people homeless"
_IN_OBJECT = (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER, Tag.PRONOUN, Tag.ADVERB)
_PAIR = 2  # figures of a sentence of which one may have its verb told for the other
_PREDICATES = (Tag.VERB, Tag.AUXILIARY)
_COMPOUND = 3  # words of a name for one thing
_OPEN = (Tag.NOUN, Tag.NAME, Tag.VERB)
_NOMINAL = (Tag.NOUN, Tag.NAME, Tag.FIGURE)
_LENGTH = "length"  # the dimension of metres


class StatementReader:
    """Reads the statements of one document; each sentence is tagged once."""

    def __init__(self, parsed: Parsed, claims: Iterable[Claim]) -> None:
        """Read nothing yet: a sentence is tagged when the first of its claims is asked for.

        The words of dates, sums and measures say nothing of who and what; of a count the noun does.
        """
        self._values: dict[int, list[tuple[int, int]]] = {}
        self._dates: dict[int, list[Claim]] = {}
        self._counted: dict[int, list[tuple[int, int]]] = {}
        self._figures: dict[int, list[Claim]] = {}
        self._lengths: dict[int, list[Claim]] = {}
        self._times: list[Claim] = []
        self._ages: list[Claim] = []
        self._quotations: list[Claim] = []
        for claim in claims:
            if claim.kind == "age":
                self._ages.append(claim)
            elif isinstance(claim.value, Quotation):
                self._quotations.append(claim)
            if isinstance(claim.value, Quantity):
                self._figures.setdefault(claim.sentence.start, []).append(claim)
                if claim.value.noun:
                    self._counted.setdefault(claim.sentence.start, []).append((claim.start, claim.end))
            elif claim.kind == "date":
                self._dates.setdefault(claim.sentence.start, []).append(claim)
            elif claim.kind == "duration":
                self._lengths.setdefault(claim.sentence.start, []).append(claim)
            if claim.kind in _TIMED:
                self._times.append(claim)
            if isinstance(claim.value, TimeExpression) or (isinstance(claim.value, Quantity) and not claim.value.noun):
                self._values.setdefault(claim.sentence.start, []).append(
                    (claim.start, min(claim.end, claim.sentence.end))
                )
        self._parsed = parsed
        self._persons: dict[int, Person] | None = None
        self.tokens: Tokens = parsed.tokens
        self.ruleset = parsed.ruleset
        self.lexicon: Lexicon = lexicon_of(parsed.ruleset)
        self._sentences: dict[tuple[int, int], Sentence] = {}
        self._clauses: dict[tuple[int, int, str], Clause] = {}
        self._cores: dict[tuple[int, int, str], Statement] = {}
        self._reaches: dict[tuple[int, int, int], Set[str]] = {}

    def sentence(self, claim: Claim) -> Sentence:
        """The tagged sentence of a claim."""
        place = (claim.sentence.start, claim.sentence.end)
        found = self._sentences.get(place)
        if found is None:
            self._sentences[place] = found = tagged(
                self.tokens, *place, self._values.get(place[0], ()), self.lexicon, self._counted.get(place[0], ())
            )
        return found

    def sentence_before(self, claim: Claim) -> Sentence | None:
        """The tagged sentence before a claim's; None where that one begins a paragraph."""
        split = self._parsed.sentences
        index = bisect_left(split, claim.sentence.start, key=lambda each: each.start)
        if index == 0 or index >= len(split) or split[index - 1].paragraph != split[index].paragraph:
            return None
        place = (split[index - 1].start, split[index - 1].end)
        found = self._sentences.get(place)
        if found is None:
            self._sentences[place] = found = tagged(
                self.tokens, *place, self._values.get(place[0], ()), self.lexicon, self._counted.get(place[0], ())
            )
        return found

    def antecedent(self, claim: Claim, pronoun: int) -> tuple[Sentence, int, int] | None:
        """The phrase for which a pronoun of a claim's sentence stands, as tokens of a sentence: the first phrase of the
        sentence before that agrees with it; None where there is no such phrase.
        """
        sentence, asked = self.sentence_before(claim), self.lexicon.pronouns.get(self.tokens.forms[pronoun].folded)
        if sentence is None or asked is None:
            return None
        return next(
            (found for found in self._phrases_of(sentence) if self._agrees(found[2] - 1, sentence, asked)), None
        )

    def named_before(self, claim: Claim, head: int) -> tuple[Sentence, int, int] | None:
        """The phrase of the sentence before with the noun that heads a phrase of a claim's sentence: "the Orme Bridge"
        before "the bridge"; None where there is none.
        """
        sentence, concept = self.sentence_before(claim), self.tokens.forms[head].concept
        if sentence is None:
            return None
        phrases = self._phrases_of(sentence)
        return next((found for found in phrases if self.tokens.forms[found[2] - 1].concept == concept), None)

    def _phrases_of(self, sentence: Sentence) -> Iterator[tuple[Sentence, int, int]]:
        """The runs of nouns and names of a sentence, up to a word that may be a verb ("Engineers fear that")."""
        index = sentence.first
        while index < sentence.stop:
            stop = index
            while sentence.tag(stop) in (Tag.NOUN, Tag.NAME) and not (
                stop > index and self._may_govern(stop, sentence)
            ):
                stop += 1
            if stop > index:
                yield sentence, index, stop
            index = stop + 1

    def _may_govern(self, index: int, sentence: Sentence) -> bool:
        """Whether a word behind a plural may be its verb: "Engineers fear that", "Architects admire the tower"."""
        if not self.lexicon.is_plural(self.tokens.forms[index - 1].folded):
            return False
        verb = self.lexicon.verb(self.tokens.forms[index].folded)
        behind = sentence.tag(index + 1) in (Tag.DETERMINER, Tag.PRONOUN)
        return behind or (verb is not None and not verb.participle)

    def _agrees(self, head: int, sentence: Sentence, asked: str) -> bool:
        """Whether a noun may be that for which a pronoun stands, "thing", "person" or "many"."""
        word = self.tokens.forms[head].folded
        if word.endswith(("'s", "'")):
            return False
        capital = sentence.tag(head) is Tag.NAME and head > sentence.first
        plural = not capital and self.lexicon.is_plural(word)
        if plural or asked == "many":
            return plural and asked == "many"
        person = any(self.lexicon.is_person(each) for each in self._of(head))
        if asked == "person":
            return person or capital
        return not person

    def is_dateline(self, claim: Claim) -> bool:
        """Whether a date is that of the report: "KELBRIDGE, March 11 (CNA) -" at the start of a line, "Updated 5 May
        2023" on a line of its own, "June 2, 2021 -" at the start of a text.

        Several lines that open with a date and a dash are a chronicle, whose dates are those of what happened.
        """
        if claim.kind in _TIMED and claim.start in self._stamps:
            return True
        if claim.kind != "date":
            return False
        tokens, start = self.tokens, self.tokens.holding(claim.start)
        first = tokens.holding(claim.sentence.start)
        if not 0 <= start - first <= _PLACE or tokens.text[: claim.sentence.start].rstrip(" \t")[-1:] not in ("", "\n"):
            return False
        if start == first:
            return claim.start in self._opening_dates and len(self._opening_dates) == 1
        if any(tokens.forms[each].text[:1].islower() for each in range(first, start)):
            return False
        return self._dash_behind(claim) is not None

    def _dash_behind(self, claim: Claim) -> int | None:
        """The dash behind a date, perhaps after an agency in brackets: "March 11 (CNA) -"; None without one."""
        tokens, stop = self.tokens, self.tokens.at(claim.end)
        if stop < len(tokens) and tokens.forms[stop].text == "(":
            closed = (each for each in range(stop, min(len(tokens), stop + _PLACE)) if tokens.forms[each].text == ")")
            stop = next(closed, stop) + 1
        return stop if stop < len(tokens) and tokens.forms[stop].text in _DASHES else None

    @cached_property
    def _opening_dates(self) -> frozenset[int]:
        """The offsets of the full dates that open a line and stand before a dash and words; a range of days is none."""
        text, found = self.tokens.text, set()
        for claim in self._times:
            line = text.rfind("\n", 0, claim.start) + 1
            if claim.kind != "date" or text[line : claim.start].strip(" \t*_") or not _YEAR.search(claim.text):
                continue
            dash = self._dash_behind(claim)
            if dash is not None and self.tokens.forms[dash].text != ":" and _WORDS.match(text, self.tokens.end(dash)):
                found.add(claim.start)
        return frozenset(found)

    def is_title(self, claim: Claim) -> bool:
        """Whether a time is a word of the paper's name on the first line: "Isles Today", "The Malk Daily"."""
        text = self.tokens.text
        line = text.lstrip().partition("\n")[0].split()
        first = len(text) - len(text.lstrip())
        stop = text.find("\n", first)
        if stop < 0 or not first < claim.start < stop or not 1 < len(line) <= _TITLE:
            return False
        return all(word.isalpha() and word[0].isupper() for word in line)

    @cached_property
    def _stamps(self) -> frozenset[int]:
        """The offsets of the dates that say when the text was published or changed."""
        return stamps(self._parsed.document, self._parsed.sentences, self._times, self.ruleset)

    @cached_property
    def bare_dates(self) -> frozenset[int]:
        """The offsets of those dates, and of the dates that stand alone on their line."""
        return stamps(self._parsed.document, self._parsed.sentences, self._times, self.ruleset, bare=True)

    def statement(self, claim: Claim) -> Statement:
        """The statement of a claim."""
        clause, core = self.clause(claim), self.core(claim)
        return Statement(
            measure=core.measure,
            bearer=core.bearer,
            event=core.event,
            state=self._state(clause),
            change=self._change(claim, clause, core.measure),
            where=self._where(clause),
            when=self._when(claim, clause),
            extent=self._bound(claim, clause) if claim.kind == "date" else self._extent(claim, clause),
        )

    def clause(self, claim: Claim) -> Clause:
        """The clause of a claim; most claims are asked for no more."""
        place = (claim.start, claim.end, claim.kind)
        found = self._clauses.get(place)
        if found is None:
            self._clauses[place] = found = self._read_clause(claim)
        return found

    def claim_ending_at(self, offset: int, claim: Claim) -> Claim | None:
        """The figure or time of a claim's sentence that ends at an offset; None without one."""
        beside = (*self._figures.get(claim.sentence.start, ()), *self._times)
        return next((each for each in beside if each.end == offset), None)

    @cached_property
    def _time_offsets(self) -> frozenset[int]:
        """The offsets of the tokens of dates and times."""
        spans = (self.tokens.between(each.start, each.end) for each in self._times)
        return frozenset(self.tokens.starts[index] for span in spans for index in span)

    def is_time_at(self, offset: int) -> bool:
        """Whether a token that starts at an offset is one of a date or a time."""
        return offset in self._time_offsets

    def person_meant(self, start: int, end: int) -> str | None:
        """The name of the person that a pronoun or a role at a span means; None where the document does not say."""
        return None if self._people is None else self._people.referent(start, end)

    def speaker_around(self, claim: Claim) -> str | None:
        """Who says the quotation that a claim stands in; None outside quotations, or where nobody is named."""
        values = (each.value for each in self._quotations if each.start <= claim.start < each.end)
        return next((value.speaker for value in values if isinstance(value, Quotation)), None)

    def clause_concepts(self, claim: Claim) -> dict[str, tuple[str, ...]]:
        """The words of a claim's clause without those of the claim, each concept with the classes of its word."""
        clause = self.clause(claim)
        places = (index for index in range(clause.first, clause.stop) if not clause.start <= index < clause.end)
        forms = self.tokens.forms
        return {
            forms[index].concept: (*self._of(index), *self.lexicon.verb_classes[forms[index].folded])
            for index in places
            if forms[index].kind is TokenKind.WORD and forms[index].concept
        }

    def act_words(self, claim: Claim, *, named: bool) -> dict[str, frozenset[str]]:
        """The words of a claim's clause that tell what happens, each concept with itself and its classes: those that
        name something, or the others.

        The names of the bearer do not, who has a part in much; of him who says something no word does.
        """
        clause = self.clause(claim)
        forms, starts = self.tokens.forms, self.tokens.starts
        bearer = self.core(claim).bearer if named or self.is_said(claim) else None
        found: dict[str, frozenset[str]] = {}
        for index in range(clause.first, clause.stop):
            form = forms[index]
            opens = index == clause.sentence.first and not forms[min(index + 1, len(forms) - 1)].capital
            if not form.concept or (form.capital and not opens) != named:
                continue
            if clause.sentence.tag(index) not in _OPEN or self._says(index, clause.sentence):
                continue
            if bearer is not None and bearer.start <= starts[index] < bearer.end:
                continue
            found[form.concept] = frozenset((form.concept, *self._of(index), *self.lexicon.verb_classes[form.folded]))
        return found

    def happenings(self, claim: Claim) -> frozenset[str]:
        """The classes of what happens by the nouns of a claim's clause: "Saturday night's deadly shooting"."""
        clause = self.clause(claim)
        nouns = (index for index in range(clause.first, clause.stop) if clause.sentence.tag(index) is Tag.NOUN)
        named = (self.lexicon.act(self.tokens.forms[index].folded) for index in nouns)
        return frozenset(each for each in named if each is not None)

    def is_said(self, claim: Claim) -> bool:
        """Whether the verb that governs a claim is one of saying: a date is of the day on which something was said.

        To announce a thing is an act; so the verb must have no object, unless it is one of whom is told.
        """
        clause = self.clause(claim)
        if clause.verb is None or not self._says(clause.verb, clause.sentence):
            return False
        folded = self.tokens.forms[clause.verb].folded
        verb, index, tag = self.lexicon.verb(folded), clause.verb + 1, clause.sentence.tag
        if folded in self.lexicon.telling or (verb is not None and verb.base in self.lexicon.reports):
            return True
        while tag(index) in (Tag.ADVERB, Tag.FIGURE) or (
            tag(index) is Tag.PREPOSITION and tag(index + 1) is Tag.FIGURE
        ):
            index += 1
        return tag(index) not in (Tag.DETERMINER, Tag.NOUN)

    def _says(self, index: int, sentence: Sentence) -> bool:
        if sentence.tag(index) is not Tag.VERB:
            return False
        verb = self.lexicon.verb(self.tokens.forms[index].folded)
        spoken = verb is not None and verb.base in self.lexicon.speech_verbs
        return spoken or not self.lexicon.reports.isdisjoint(self._verb(index, sentence))

    def words_beside(self, claim: Claim) -> frozenset[str]:
        """The nearest words of substance before and behind a date in its clause and the nouns of the phrase that it is
        a part of, as concepts: "the 2020 presidential election" is of an election. Names and verbs of saying are left
        out, of whom and with which much is told.
        """
        clause, forms = self.clause(claim), self.tokens.forms
        sentence, start, end = clause.sentence, clause.start, clause.end
        found: list[int] = []
        for side in (range(start - 1, min(clause.first, start) - 1, -1), range(end, max(clause.stop, end))):
            found += [index for index in side if forms[index].concept and sentence.tag(index) in _OPEN][:1]
        before = (sentence.tag(index) for index in range(start - 1, sentence.first - 1, -1))
        opening = next((tag for tag in before if tag not in _NOMINAL), None)
        if opening is Tag.DETERMINER or forms[end - 1].folded.endswith("'s"):
            stop = end
            while sentence.tag(stop) in _NOMINAL or (stop < sentence.stop and forms[stop].text == "."):  # "U.S."
                found.append(stop)
                stop += 1
        plain = (index for index in found if not forms[index].capital and not self._says(index, sentence))
        return frozenset(forms[index].concept for index in plain) - {""}

    def is_done(self, claim: Claim) -> bool:
        """Whether a claim's clause says that something has been done by now: "has closed 14 shops"."""
        clause = self.clause(claim)
        tag, verb = clause.sentence.tag, clause.verb
        if verb is None or tag(verb) is not Tag.VERB:
            return False
        known, index = self.lexicon.verb(self.tokens.forms[verb].folded), verb - 1
        while tag(index) is Tag.ADVERB:
            index -= 1
        if known is None or not known.participle:
            return False
        return self.tokens.forms[index].folded in self.lexicon.perfect_auxiliaries

    def own_words(self, claim: Claim) -> dict[str, tuple[str, ...]]:
        """The words of substance in the part of a clause that is one figure's own, each concept with the classes of its
        word; digits have a "#" before them.
        """
        clause, forms = self.clause(claim), self.tokens.forms
        found: dict[str, tuple[str, ...]] = {}
        for index in self.own_part(claim, clause):
            tag, form = clause.sentence.tag(index), forms[index]
            if tag in (Tag.NOUN, Tag.NAME, Tag.VERB) and form.kind is TokenKind.WORD:
                classes = self.lexicon.verb_classes[form.folded] if tag is Tag.VERB else self._of(index)
                if form.concept and not (tag is Tag.VERB and clause.start <= index < clause.end):
                    found[form.concept] = classes
            elif tag is Tag.FIGURE and not clause.start <= index < clause.end:
                word = form.concept if form.kind is TokenKind.WORD else f"#{form.text}"
                if word:
                    found[word] = ()
        return found

    def period(self, claim: Claim) -> Claim | None:
        """The length of time in which a figure came about, right behind it or at the head of its sentence: "over three
        years".
        """
        clause, lengths = self.clause(claim), self._lengths.get(claim.sentence.start, ())
        for each in lengths:
            first = self.tokens.holding(each.start)
            if self._stands_right_behind(clause.end, first, clause) and first > clause.end:
                return each
            if first == clause.sentence.first + 1 and clause.sentence.tag(clause.sentence.first) is Tag.PREPOSITION:
                return each
        return None

    def spans(self, claim: Claim) -> frozenset[str]:
        """The lengths of time over which came about what a claim's sentence tells: "over an eight-hour stretch"."""
        found = set()
        for each in self._lengths.get(claim.sentence.start, ()):
            index, sentence = self.tokens.holding(each.start), self.sentence(claim)
            while sentence.tag(index) in (Tag.DETERMINER, Tag.FIGURE) and index > sentence.first:
                index -= 1
            if self.tokens.forms[index].folded in self.lexicon.spanning:
                found.add(getattr(each.value, "timex", None) or each.text)
        return frozenset(found)

    def is_pointed_at(self, claim: Claim) -> bool:
        """Whether a pronoun or a noun of shares stands for what a figure measures: "it is 44", "the rate was"."""
        clause = self.clause(claim)
        if clause.subject is None or clause.verb is None or clause.sentence.tag(clause.verb) is not Tag.AUXILIARY:
            return False
        if clause.sentence.tag(clause.subject.head) is Tag.PRONOUN:
            return True
        nouns = self._nouns(clause.sentence, clause.subject.first, clause.subject.stop)
        return len(nouns) == 1 and self.tokens.forms[nouns[0]].folded in self.lexicon.share_nouns

    def words_pointed_at(self, claim: Claim) -> frozenset[str]:
        """What the words before a figure in its sentence may mean, where a pronoun in its own part stands for one."""
        clause = self.clause(claim)
        sentence = clause.sentence
        if not any(sentence.tag(index) is Tag.PRONOUN for index in self.own_part(claim, clause)):
            return frozenset()
        before = self._nouns(sentence, sentence.first, clause.start)
        return frozenset(each for index in before for each in (self.tokens.forms[index].concept, *self._of(index)))

    def is_parted(self, one: Claim, two: Claim) -> bool:
        """Whether a figure stands before another one, with a mark or a joining word between them."""
        return one.end <= two.start and self.own_part(two, self.clause(two)).start > self.tokens.at(one.end)

    def own_nouns(self, claim: Claim) -> dict[str, frozenset[str]]:
        """The nouns and names in a figure's own part beside it, each with what it may mean."""
        clause, forms = self.clause(claim), self.tokens.forms
        part = self.own_part(claim, clause)
        nouns = self._nouns(clause.sentence, part.start, part.stop)
        beside = (index for index in nouns if not clause.start <= index < clause.end)
        return {forms[index].folded: frozenset((forms[index].concept, *self._of(index))) for index in beside}

    def own_part(self, claim: Claim, clause: Clause) -> range:
        """A figure's clause up to the marks and joining words that part it from the figures beside it."""
        sentence, forms = clause.sentence, self.tokens.forms
        first, stop = clause.first, clause.stop
        place = claim.sentence.start
        for other in (*self._figures.get(place, ()), *self._lengths.get(place, ())):
            if other.end <= claim.start:
                end = self.tokens.at(other.end)
                cuts = (at + 1 for at in range(clause.start - 1, end - 1, -1) if self._parts(at, sentence))
                first = max(first, next(cuts, end))
            elif other.start >= claim.end:
                start = self.tokens.holding(other.start)
                cuts = (at for at in range(clause.end, start) if self._parts(at, sentence))
                stop = min(stop, next(cuts, start))
        first = max([first, *(at + 1 for at in range(first, clause.start) if forms[at].text in _PARTING)])
        return range(first, min([stop, *(at for at in range(clause.end, stop) if forms[at].text in _PARTING)]))

    def _parts(self, index: int, sentence: Sentence) -> bool:
        """Whether a token parts two figures of a sentence: a mark, a joining word, "against", "than", "from", "to"."""
        tag = sentence.tag(index)
        return tag in (Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR) or self.tokens.forms[index].folded in (
            self.lexicon.parting_words
        )

    def core(self, claim: Claim) -> Statement:
        """The measure, the bearer and the event of a statement alone, which are read in half the time."""
        place = (claim.start, claim.end, claim.kind)
        found = self._cores.get(place)
        if found is None:
            self._cores[place] = found = self._read_core(claim)
        return found

    def person(self, claim: Claim) -> Person | None:
        """Whose age a claim states, as far as the document says; None for a claim that is no age."""
        if self._persons is None:
            reader = self._people if self._ages else None
            self._persons = persons_of(reader, self._ages, self._party, self.lexicon) if reader is not None else {}
        return self._persons.get(claim.start)

    def _party(self, claim: Claim) -> str:
        """On which side of a crime the bearer of an age is."""
        from factcheck.state.parties import party_of  # for comparisons of many documents only

        return party_of(self.sentence(claim), self.tokens.holding(claim.start), self.tokens.at(claim.end), self.lexicon)

    @cached_property
    def _people(self) -> PersonReader | None:
        """What resolves names, roles and pronouns: the means that find the speakers of quotations."""
        return person_reader(self._parsed, self._quotations)

    def names_beside(self, claim: Claim, concepts: Collection[str]) -> bool:
        """Whether the sentence of a figure names one of some things, which the figure neither counts nor is a part of:
        "nine engines" and "several people", but not the committees of "the six chairs of the committees".
        """
        sentence = self.sentence(claim)
        start, end = self.tokens.holding(claim.start), self.tokens.at(claim.end)
        behind = None
        if sentence.tag(end) is Tag.PREPOSITION and self.tokens.forms[end].folded in self.lexicon.whole_prepositions:
            behind = self._phrase_behind(sentence, end + 1, sentence.stop)
        stop = behind.stop if behind is not None else end
        return any(
            sentence.tag(index) is Tag.NOUN
            and sentence.tag(index + 1) not in (Tag.NOUN, Tag.NAME)
            and not start <= index < stop
            and not set(self._of(index)).isdisjoint(concepts)
            for index in range(sentence.first, sentence.stop)
        )

    def _read_clause(self, claim: Claim) -> Clause:
        start, end = self.tokens.holding(claim.start), self.tokens.at(claim.end)
        clause = clause_around(self.sentence(claim), start, end)
        if clause.verb is None and isinstance(claim.value, TimeExpression):
            return clause_behind(clause) or clause
        if self._accompanies(clause):
            return accompanied(clause) or clause
        return clause

    def _read_core(self, claim: Claim) -> Statement:
        clause = self.clause(claim)
        sentence = clause.sentence
        event = self._parted_act(claim, clause) or self._event(clause)
        measure = self._measure(claim, clause)
        if claim.kind == "ratio" and (doubled := self._multiplied(claim, clause)) is not None:
            return doubled
        if (before := self._base_of(claim, clause)) is not None:
            core = self.core(before)
            return Statement(measure=measure or core.measure, bearer=core.bearer, event=core.event)
        if (listed := self._listed(claim, clause)) is not None:
            return listed
        if (gapped := self._gapped(claim, clause)) is not None:
            named, earlier = gapped
            core = self.core(earlier)
            if measure is not None and self._is_within(named.head, measure):
                measure = None  # "Ash at 52 percent"
            bearer = self._slot(self._all(self._nouns(sentence, named.first, named.stop)), named.first, named.stop)
            return Statement(measure=measure or core.measure, bearer=bearer, event=core.event)
        if claim.kind in _COUNTED and measure is None and (numbered := self._numbered(clause)) is not None:
            return numbered
        if measure is not None and claim.kind in _COUNTED:
            happening = self.lexicon.happenings.get(measure.concepts[0])
            if happening is not None:  # "six dead": what became of those counted
                event, measure = Slot((happening,), measure.text, measure.start, measure.end), None
        return Statement(measure, self._bearer(claim, clause, measure), event)

    def _multiplied(self, claim: Claim, clause: Clause) -> Statement | None:
        """What a verb multiplies that is itself the value: the burglaries of "burglaries in the borough doubled"."""
        if " " in claim.text or self.lexicon.verb(self.tokens.forms[clause.start].folded) is None:
            return None
        sentence, last = clause.sentence, clause.start - 1
        while last > clause.first and sentence.tag(last) in (Tag.AUXILIARY, Tag.ADVERB):
            last -= 1
        subject = noun_phrase_before(sentence, last, clause.first)
        if subject is None or sentence.tag(subject.head) is Tag.PRONOUN:
            return None
        first = self._behind_owner(subject, sentence)
        measure = self._slot(self._all(self._nouns(sentence, first, subject.head + 1)), first, subject.head + 1)
        others = [
            each for each in self._nouns(sentence, subject.first, subject.stop) if not first <= each <= subject.head
        ]
        return Statement(measure, self._slot(self._all(others), subject.first, subject.stop), None)

    def _is_length(self, claim: Claim) -> bool:
        """Whether a claim is a length, which leads up and down as well."""
        unit = claim.value.unit if isinstance(claim.value, Quantity) and claim.kind == "quantity" else None
        base = base_of(unit, self.ruleset) if unit else None
        return base is not None and base[0] == _LENGTH

    def _numbered(self, clause: Clause) -> Statement | None:
        """What a figure counts that "the number of people killed" rose to, and what became of them."""
        sentence, forms = clause.sentence, self.tokens.forms
        if clause.verb is None or clause.is_subject:
            return None
        for index in range(clause.first, clause.verb - 2):
            if forms[index].folded not in self.lexicon.counting_nouns:
                continue
            if forms[index + 1].folded not in self.lexicon.of_words:
                return None
            counted = self._phrase_behind(sentence, index + 2, clause.verb)
            if counted is None or sentence.tag(counted.stop) is not Tag.VERB or counted.stop == clause.verb:
                return None
            verb = self.lexicon.verb(forms[counted.stop].folded)
            if verb is None or not verb.participle:
                return None
            happened = self._slot(self._verb(counted.stop, sentence), counted.stop, counted.stop + 1)
            return Statement(self._slot(self._of(counted.head), counted.head, counted.stop), None, happened)
        return None

    def _base_of(self, claim: Claim, clause: Clause) -> Claim | None:
        """The figure that is compared with a claim, and says what both measure: 61 of "61 boats, up from 48"."""
        figures = self._figures.get(claim.sentence.start, ())
        if claim.kind == "age" or len(figures) < _PAIR:
            return None
        before = [each for each in figures if each.end <= claim.start and _may_be_of_one_unit(claim, each)]
        if not before or self._compared(clause) is None:
            return None
        return max(before, key=lambda one: one.end)

    def _listed(self, claim: Claim, clause: Clause) -> Statement | None:
        """The statement of a figure that a list gives for another measure than the one before it, whose verb is told
        for both: "revenue came to $7 million and profit to $52 million".
        """
        figures = self._figures.get(claim.sentence.start, ())
        if claim.kind not in _LEVELLED or len(figures) < _PAIR:
            return None
        sentence, stop = clause.sentence, clause.start
        if self.tokens.forms[stop - 1].folded in self.lexicon.level_words:
            stop -= 1
        first = stop
        while sentence.tag(first - 1) is Tag.NOUN:
            first -= 1
        if first == stop or sentence.tag(first - 1) is not Tag.COORDINATOR:
            return None
        start = self.tokens.starts[first]
        before = (each for each in figures if each.end <= start and _may_share_a_unit(claim, each))
        earlier = max(before, key=lambda one: one.end, default=None)
        if earlier is None or self.tokens.at(earlier.end) < first - _BESIDE:
            return None
        around, core = self.clause(earlier), self.core(earlier)
        subject = around.subject
        if subject is None or core.measure is None or not self._is_within(subject.head, core.measure):
            return None
        measure = self._slot(self._all(range(first, stop)), first, stop)
        return Statement(measure=measure, bearer=core.bearer, event=core.event)

    def _gapped(self, claim: Claim, clause: Clause) -> tuple[Phrase, Claim] | None:
        """The name of a figure whose verb is told for another before it, and that other figure: "Arvo cut 90 jobs and
        Belm 40", "Ash lost with 48 percent to Quell's 52".
        """
        figures = self._figures.get(claim.sentence.start, ())
        if claim.kind in ("age", "ordinal", "ratio") or len(figures) < _PAIR:
            return None
        named = self._name_before(clause) or self._name_behind(claim, clause)
        if named is None:
            return None
        start = self.tokens.starts[min(named.first, clause.start)]
        before = (each for each in figures if each.end <= start and _may_share_a_unit(claim, each))
        earlier = max(before, key=lambda one: one.end, default=None)
        if earlier is None:
            return None
        between = range(self.tokens.at(earlier.end), clause.start)
        return None if any(clause.sentence.tag(index) in _PREDICATES for index in between) else (named, earlier)

    def _name_before(self, clause: Clause) -> Phrase | None:
        """The name right before a figure that begins a further member of a list: "and Belm 40", "with Ash at 46"."""
        sentence, stop = clause.sentence, clause.start
        if self.tokens.forms[stop - 1].folded in self.lexicon.level_words:
            stop -= 1
        first = stop
        while sentence.tag(first - 1) is Tag.NAME and not self._is_dated(first - 1, clause):
            first -= 1
        if first < stop and self.tokens.forms[first - 1].text == "." and sentence.tag(first - 2) is Tag.NAME:
            first -= 2  # "Mr. Ash"
        opens = (
            sentence.tag(first - 1) in (Tag.COORDINATOR, Tag.PREPOSITION) or self.tokens.forms[first - 1].text == ","
        )
        return Phrase(first, stop, stop - 1) if sentence.first < first < stop and opens else None

    def _name_behind(self, claim: Claim, clause: Clause) -> Phrase | None:
        """The name for whom a share is given: "52 percent for challenger Dorian Ash"."""
        if claim.kind not in ("percent", "number"):
            return None
        if self.tokens.forms[min(clause.end, len(self.tokens) - 1)].folded not in self.lexicon.share_words:
            return None
        found = self._phrase_behind(clause.sentence, clause.end + 1, clause.sentence.stop)
        return found if found is not None and clause.sentence.tag(found.head) is Tag.NAME else None

    def _accompanies(self, clause: Clause) -> bool:
        """Whether a claim opens its sentence behind a preposition that gives it to the subject: "With 310 people"."""
        tag = clause.sentence.tag
        first = clause.start - 2 if tag(clause.start - 1) is Tag.DETERMINER else clause.start - 1
        return first == clause.sentence.first and self.tokens.forms[first].folded in self.lexicon.accompanying

    def _slot(self, concepts: Iterable[str], first: int, stop: int) -> Slot | None:
        found = frozenset(each for each in concepts if each)
        if not found or stop <= first:
            return None
        start, end = self.tokens.starts[first], self.tokens.end(stop - 1)
        return Slot(tuple(sorted(found)), self.tokens.text[start:end], start, end)

    def _of(self, index: int) -> tuple[str, ...]:
        return self.lexicon.noun_classes[self.tokens.forms[index].folded]

    def _of_word(self, word: str) -> tuple[str, ...]:
        return self.lexicon.noun_classes[fold(word)]

    def _verb(self, index: int, sentence: Sentence) -> tuple[str, ...]:
        """The classes of a verb, or the one of the words that it forms a verb with: "called off", "put him in jail"."""
        folded = self.tokens.forms[index].folded
        phrases = self.lexicon.phrases_behind[folded]
        reached = self._reached(index, sentence) if phrases else ()
        for words, classes in phrases:
            if words[0] in reached and self._behind(words, index, sentence) is not None:
                return classes
        return self.lexicon.verb_classes[folded]

    def happening(self, index: int, sentence: Sentence) -> tuple[str, ...]:
        """The classes of what a word says happens, with what makes a verb of several words of it."""
        return self._verb(index, sentence)

    def figures(self, claim: Claim) -> Sequence[Claim]:
        """The figures of a claim's sentence."""
        return self._figures.get(claim.sentence.start, ())

    def verb_words(self, index: int, sentence: Sentence) -> range:
        """The tokens behind a verb of several words that are a part of it: "its doors" in "opens its doors"."""
        phrases = self.lexicon.phrases_behind[self.tokens.forms[index].folded]
        reached = self._reached(index, sentence) if phrases else ()
        for words, _ in phrases:
            first = self._behind(words, index, sentence) if words[0] in reached else None
            if first is not None:
                return range(first, first + len(words))
        return range(0)

    def verb_end(self, index: int) -> int:
        """The token behind a verb and the words right behind it that make another verb of it: "picked up"."""
        forms, stop = self.tokens.forms, index + 1
        for words, _ in self.lexicon.phrases_behind[forms[index].folded]:
            behind = forms[stop : stop + len(words)]
            if behind and behind[0].folded == words[0] and [each.folded for each in behind] == list(words):
                return stop + len(words)
        return stop

    def _behind(self, words: tuple[str, ...], verb: int, sentence: Sentence) -> int | None:
        """The token at which words stand behind a verb, or behind its object where they are no preposition of another
        noun; None where they do not.
        """
        forms, many = self.tokens.forms, len(words)
        particle = many == 1 and self.lexicon.closed.get(words[0]) is Tag.PREPOSITION
        last = min(sentence.stop - many, verb + 1 + _OBJECT)
        for first in range(verb + 1, last + 1):
            if forms[first].folded == words[0] and self._stand_at(words, first):
                stands = not particle or first == verb + 1 or sentence.tag(first + 1) not in _IN_OBJECT
                return first if stands else None
            if not _may_be_in_object(first, sentence):
                return None
        return None

    def _reached(self, verb: int, sentence: Sentence) -> Set[str]:
        """The words behind a verb, up to the first behind its object: elsewhere none stand that are a part of it."""
        place = (verb, sentence.first, sentence.stop)
        found = self._reaches.get(place)
        if found is None:
            forms, found = self.tokens.forms, set[str]()
            for index in range(verb + 1, min(sentence.stop, verb + _OBJECT + 2)):
                found.add(forms[index].folded)
                if not _may_be_in_object(index, sentence):
                    break
            self._reaches[place] = found
        return found

    def _stand_at(self, words: Sequence[str], first: int) -> bool:
        """Whether some words stand one behind the other from a token on."""
        forms = self.tokens.forms[first : first + len(words)]
        return all(form.folded == word for form, word in zip(forms, words, strict=True))

    def _all(self, indices: Iterable[int]) -> list[str]:
        """The classes of some words; several that stand together and name one thing have one ("net profit")."""
        found: list[str] = []
        indices = list(indices)
        while indices:
            many = self._compound(indices)
            if many:
                name = self.lexicon.compound_class(self._joined(indices[:many]))
                found.append(name or "")
            else:
                found += self._of(indices[0])
            del indices[: many or 1]
        return found

    def _compound(self, indices: Sequence[int]) -> int:
        """How many of some words, from the first on, are one name; 0 where the first is a word by itself."""
        for many in range(min(_COMPOUND, len(indices)), 1, -1):
            together = indices[many - 1] - indices[0] == many - 1
            if together and self.lexicon.compound_class(self._joined(indices[:many])) is not None:
                return many
        return 0

    def _joined(self, indices: Iterable[int]) -> str:
        return " ".join(self.tokens.forms[index].folded for index in indices)

    def _nouns(self, sentence: Sentence, first: int, stop: int) -> list[int]:
        return [index for index in range(first, stop) if sentence.tag(index) in (Tag.NOUN, Tag.NAME)]

    # Measure

    def _measure(self, claim: Claim, clause: Clause) -> Slot | None:
        """What the value measures: the counted noun, the noun that a sum or share belongs to, or the governing noun."""
        sentence = clause.sentence
        if isinstance(claim.value, TimeExpression):
            return None
        if claim.kind == "age":
            return self._slot(("age",), clause.start, clause.end)
        if claim.kind in ("count", "number", "ordinal") and isinstance(claim.value, Quantity) and claim.value.noun:
            nouns = self._nouns(sentence, clause.start, clause.end)
            if nouns:
                named = next((part for many in (3, 2) if self._compound(part := nouns[-many:]) == many), nouns[-1:])
                return self._slot(self._all(named), named[0], nouns[-1] + 1)
        if claim.kind in _COUNTED and (counted := self._counted_behind(clause)) is not None:
            return counted
        if claim.kind in _COUNTED and (held := self._held_by(clause)) is not None:
            return held
        if claim.kind == "count" and isinstance(claim.value, Quantity) and claim.value.noun:
            # "700 of these", "about 46,000 have no roof": counted by the noun told before
            return self._slot(self._of_word(claim.value.noun.split()[-1]), clause.start, clause.end)
        return self._measured_noun(clause, claim.kind)

    def _counted_behind(self, clause: Clause) -> Slot | None:
        """The noun of the whole of which a figure without a noun is a part: "three of its four carriages"."""
        phrases = self.tokens.language.phrases("extent")
        for first, last, meaning in phrases.find(self.tokens, clause.end, min(clause.stop, clause.end + _BESIDE)):
            if first == clause.end and meaning == _PART:
                whole = self._phrase_behind(clause.sentence, last, clause.stop)
                head = None if whole is None else self._counted_within(whole, clause.sentence)
                return None if head is None else self._slot(self._of(head), head, head + 1)
        return None

    def _counted_within(self, phrase: Phrase, sentence: Sentence) -> int:
        """The head of a phrase; what a figure in it counts is one for sure: "of the 210 branches close"."""
        starts = self.tokens.starts
        for begin, end in self._counted.get(starts[sentence.first], ()):
            if starts[phrase.first] <= begin <= starts[phrase.head]:
                return self.tokens.at(end) - 1
        return phrase.head

    def _measured_noun(self, clause: Clause, kind: str) -> Slot | None:
        """The nouns behind a value ("a $3 million fine"), those before it ("earnings per share of $3"), or the subject.

        The subject is measured where the verb says how it moved or stood: "profit rose to $3 million".
        """
        sentence = clause.sentence
        if kind == "quantity":
            dimension = self._phrases("dimension_word", clause.end, clause.end + 2)
            if dimension is not None and dimension[0] == clause.end:
                return self._slot([dimension[2]], dimension[0], dimension[1])
        if (moved := self._moved(clause)) is not None:
            return self._slot(self._all(self._nouns(sentence, moved.first, moved.stop)), moved.first, moved.stop)
        last = clause.end
        while last < clause.stop and sentence.tag(last) in (Tag.NOUN, Tag.NAME):
            last += 1
        behind = self._slot(self._all(range(clause.end, last)), clause.end, last)
        if clause.subject is not None and clause.verb is not None:
            verb = self.tokens.forms[clause.verb].folded
            course = not self.lexicon.courses.isdisjoint(self._verb(clause.verb, clause.sentence)[:1])
            auxiliary = self.lexicon.auxiliaries.get(verb)
            if behind is not None and auxiliary is not None and auxiliary not in self.lexicon.courses:
                return behind  # "The plan has a 20% co-payment"
            if course or auxiliary is not None:
                if auxiliary is not None and auxiliary not in self.lexicon.courses:
                    # "The firm had a profit of $3 million", "It has a workforce of 530"; who has is not measured.
                    return self._noun_before(clause)
                first = self._behind_owner(clause.subject, sentence)
                stop = clause.subject.head + 1
                if kind in _COUNTED and (whole := self._substance(sentence, clause.subject)) is not None:
                    first, stop = whole.first, whole.stop
                elif self.tokens.forms[clause.subject.head].folded in self.lexicon.counting_nouns:
                    return None  # "The number of dead rose to 48": of whom it is says what is counted
                return self._slot(self._all(self._nouns(sentence, first, stop)), first, stop)
        return behind or self._noun_before(clause)

    def _behind_owner(self, phrase: Phrase, sentence: Sentence) -> int:
        """Where a phrase begins but for whom its head belongs to: the profit of "Belm's quarterly profit"."""
        owners = (
            index
            for index in range(phrase.first, phrase.head)
            if sentence.tag(index) is Tag.NAME and self.tokens.forms[index].folded.endswith(("'s", "s'"))
        )
        return max(owners, default=phrase.first - 1) + 1

    def _held_by(self, clause: Clause) -> Slot | None:
        """The group that has as many members as a figure says: "a crew of nine"."""
        first = clause.start - 1
        if (
            self.tokens.forms[first].folded not in self.lexicon.of_words
            or clause.sentence.tag(first - 1) is not Tag.NOUN
        ):
            return None
        noun = self.tokens.forms[first - 1].folded
        if not self.lexicon.is_listed_noun(noun) or self.lexicon.act(noun) is not None:
            return None
        return self._slot(self._of(first - 1), first - 1, first)

    def _substance(self, sentence: Sentence, subject: Phrase) -> Phrase | None:
        """The phrase that names what a subject measures: the refugees of "the number of refugees who cross"."""
        if self.tokens.forms[subject.head].folded not in self.lexicon.bare_amounts:
            return None
        stop = subject.head + 1
        if self.tokens.forms[stop].folded not in self.lexicon.whole_prepositions:
            return None
        return self._phrase_behind(sentence, stop + 1, sentence.stop)

    def _noun_before(self, clause: Clause) -> Slot | None:
        """The nouns before a value and its preposition: "earnings per share of $3"."""
        sentence = clause.sentence
        before = clause.start - 1
        while before >= clause.first and sentence.tag(before) in (Tag.DETERMINER, Tag.ADVERB):
            before -= 1
        if before > clause.first and sentence.tag(before) is Tag.PREPOSITION:
            if (assessed := self.assessed(clause)) is not None:
                return assessed
            first = before
            while first > clause.first and sentence.tag(first - 1) in (Tag.NOUN, Tag.NAME, Tag.PREPOSITION):
                first -= 1
            nouns = self._nouns(sentence, first, before)
            if nouns:
                return self._slot(self._all(nouns), nouns[0], before)
        return None

    def assessed(self, clause: Clause) -> Slot | None:
        """What a figure is given for: the crowd in "put the crowd in the square at 12,040"."""
        verb, preposition = clause.verb, clause.start - 1
        if verb is None or not clause.first <= verb < preposition:
            return None
        if self.tokens.forms[preposition].folded not in self.lexicon.assessing_prepositions:
            return None
        if self.tokens.forms[verb].folded not in self.lexicon.assessing:
            return None
        nouns = self._nouns(clause.sentence, verb + 1, preposition)
        return self._slot(self._all(nouns), nouns[0], preposition) if nouns else None

    # Bearer

    def _bearer(self, claim: Claim, clause: Clause, measure: Slot | None) -> Slot | None:
        """Of whom or of what: the subject, what hangs on the measure with "of", an owner; of an age the person."""
        sentence = clause.sentence
        if claim.kind == "age":
            return self._person(clause)
        first, stop = clause.end, clause.end
        names: list[int] = []
        if clause.subject is not None:
            phrase = clause.subject
            nouns = self._nouns(sentence, phrase.first, phrase.stop)
            names += [each for each in nouns if self.tokens.forms[each].folded not in self.lexicon.counting_nouns]
            if names:  # a pronoun names nobody
                first, stop = phrase.first, phrase.stop
            if (meant := self._meant(phrase, clause)) is not None:
                return meant
        if sentence.tag(clause.end) is Tag.PREPOSITION:
            behind = self._phrase_behind(sentence, clause.end + 1, clause.stop)
            if behind is not None:
                names += self._nouns(sentence, behind.first, behind.stop)
                first, stop = (behind.first, behind.stop) if not names or first == stop else (first, stop)
        names += self.recipient(clause)
        measured = set(measure.concepts) if measure is not None else set()
        concepts = self._all(names)
        return self._slot([each for each in concepts if each not in measured], first, stop)

    def _meant(self, phrase: Phrase, clause: Clause) -> Slot | None:
        """Whom or what a pronoun or a role means as the subject, where the document names or describes it.

        "It is" and "it was" mostly stand for nothing.
        """
        word = self.tokens.forms[phrase.head].folded
        if clause.sentence.tag(phrase.head) is Tag.PRONOUN:
            copula = clause.verb is not None and clause.sentence.tag(clause.verb) is Tag.AUXILIARY
            if word not in self.lexicon.referring or (copula and word in self.lexicon.expletives):
                return None
        elif not self._is_role(phrase, clause.sentence):
            return None
        people = self._people
        if people is None:
            return None
        start = self.tokens.starts[phrase.first]
        name = people.referent(start, self.tokens.end(phrase.head))
        if name is None:
            return None
        text = self.tokens.text
        found = max(text.rfind(name, 0, start), text.rfind(f"{name[:1].upper()}{name[1:]}", 0, start))
        begin = found if found >= 0 else text.find(name)
        if begin < 0:
            return None
        named = self.tokens.between(begin, begin + len(name))
        words = [index for index in named if self.tokens.forms[index].folded not in self.lexicon.closed]
        role = self._nouns(clause.sentence, phrase.first, phrase.stop)
        found_slot = self._slot([*self._all(words), *self._all(role)], named.start, named.stop)
        return None if found_slot is None else replace(found_slot, inferred=True)

    def _is_role(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Whether a phrase says what one known person is, and not who: "the mayor"."""
        if sentence.tag(phrase.first) is not Tag.DETERMINER or phrase.stop != phrase.head + 1:
            return False
        if any(sentence.tag(index) is Tag.NAME for index in range(phrase.first + 1, phrase.stop)):
            return False
        return any(self.lexicon.is_person(each) for each in self._of(phrase.head))

    def recipient(self, clause: Clause) -> list[int]:
        """The nouns between a verb of giving and the value, as tokens: the family in "will pay each family 40,000"."""
        if clause.verb is None or clause.verb + 1 >= clause.start or clause.sentence.tag(clause.verb) is not Tag.VERB:
            return []
        between = range(clause.verb + 1, clause.start)
        if any(clause.sentence.tag(index) not in _OF_A_NOUN for index in between):
            return []
        if self.lexicon.giving.isdisjoint(self._verb(clause.verb, clause.sentence)):
            return []
        return self._nouns(clause.sentence, between.start, between.stop)

    def names_a_recipient(self, clause: Clause) -> bool:
        """Whether the clause names behind its verb to whom the value is handed."""
        return bool(self.recipient(clause))

    def _phrase_behind(self, sentence: Sentence, first: int, stop: int) -> Phrase | None:
        index, head = first, None
        while index < stop and sentence.tag(index) in (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.FIGURE):
            if sentence.tag(index) in (Tag.NOUN, Tag.NAME):
                head = index
            index += 1
        return Phrase(first, index, head) if head is not None else None

    def _person(self, clause: Clause) -> Slot | None:
        """Whose age it is: who stands behind it ("22-year-old Olin Marsh") or before it ("Marsh, 22,")."""
        sentence = clause.sentence
        index = clause.end
        if sentence.tag(index) in (Tag.NOUN, Tag.NAME):
            stop = index
            while sentence.tag(stop) in (Tag.NOUN, Tag.NAME):
                stop += 1
            return self._slot(self._all(range(index, stop)), index, stop)
        index = clause.start - 1
        while index >= sentence.first and (
            self.tokens.forms[index].text in (",", "(")
            or sentence.tag(index) in (Tag.AUXILIARY, Tag.RELATIVE, Tag.ADVERB, Tag.DETERMINER, Tag.PREPOSITION)
        ):
            index -= 1
        stop = index + 1
        while index >= sentence.first and sentence.tag(index) is Tag.NAME:
            index -= 1
        if index + 1 < stop:
            return self._slot(self._all(range(index + 1, stop)), index + 1, stop)
        phrase = noun_phrase_before(sentence, stop - 1, sentence.first)
        if phrase is None:
            return None
        return self._slot(self._all(self._nouns(sentence, phrase.first, phrase.stop)), phrase.first, phrase.stop)

    # Event and state

    def _event(self, clause: Clause) -> Slot | None:
        """The class of the governing verb."""
        if clause.verb is None or clause.sentence.tag(clause.verb) is not Tag.VERB:
            return None
        classes = self._verb(clause.verb, clause.sentence)
        if not self.lexicon.reports.isdisjoint(classes[:1]):
            return self._said_of_themselves(clause)
        return self._slot(classes, clause.verb, clause.verb + 1)

    def _parted_act(self, claim: Claim, clause: Clause) -> Slot | None:
        """What happened by a noun of several words that the figure parts: "the loss of six lives"."""
        forms, link = self.tokens.forms, clause.start - 1
        if claim.kind not in _COUNTED or link <= clause.sentence.first:
            return None
        if forms[link].folded not in self.lexicon.whole_prepositions:
            return None
        name = self.lexicon.compound_class(self._joined((link - 1, link, clause.end - 1)))
        return self._slot([name], link - 1, link) if name is not None else None

    def _said_of_themselves(self, clause: Clause) -> Slot | None:
        """What those whom a claim counts said that they do: "44 percent said they wanted to leave"."""
        sentence, index = clause.sentence, (clause.verb or 0) + 1
        if not clause.is_subject:
            return None
        if sentence.tag(index) in (Tag.RELATIVE, Tag.DETERMINER):  # "that"
            index += 1
        if sentence.tag(index) is not Tag.PRONOUN:
            return None
        index += 1
        found: list[int] = []
        while sentence.tag(index) in (Tag.AUXILIARY, Tag.ADVERB, Tag.NEGATION, Tag.VERB, Tag.PREPOSITION):
            if sentence.tag(index) is Tag.VERB:
                found.append(index)
            elif (
                sentence.tag(index) is Tag.PREPOSITION
                and self.tokens.forms[index].folded not in self.lexicon.infinitive
            ):
                break
            index += 1
        classes = [each for verb in found for each in self._verb(verb, sentence)]
        return self._slot(classes, found[0], found[-1] + 1) if found else None

    def _state(self, clause: Clause) -> Slot | None:
        """Planned, asked for, possible, denied …: the words of modality in the clause before the claim."""
        phrases = self.tokens.language.phrases("modality")
        for first, stop, meaning in phrases.find(self.tokens, clause.first, clause.stop):
            # "the board's plan for", "in May": a noun, a month.
            owned = self.tokens.forms[first - 1].folded.endswith("'s") if first else False
            if first >= clause.end and not clause.is_subject and clause.sentence.tag(stop) is Tag.VERB:
                continue  # "spoke for 40 minutes in an effort to stop it": of what is aimed at
            if clause.start <= first < clause.end and self.tokens.forms[first].capital:
                continue  # the month of the claim itself: "9 May 2021"
            if not owned and clause.sentence.tag(first - 1) is not Tag.DETERMINER and not self._is_dated(first, clause):
                return self._slot([self.lexicon.state_groups.get(meaning, meaning)], first, stop)
        return None

    def _is_dated(self, index: int, clause: Clause) -> bool:
        """Whether a token is a part of another value of the sentence than the clause's claim."""
        start = self.tokens.starts[index]
        place = self.tokens.starts[clause.sentence.first]
        own = self.tokens.starts[clause.start]
        return any(begin <= start < end and not begin <= own < end for begin, end in self._values.get(place, ()))

    def _extent(self, claim: Claim, clause: Clause) -> Slot | None:
        """A part, an addition, a total, an average, each: by the words around and within the claim."""
        if isinstance(claim.value, TimeExpression):
            return None
        phrases = self.tokens.language.phrases("extent")
        stop = min(clause.stop, clause.end + _BESIDE)
        for first, last, meaning in phrases.find(self.tokens, max(clause.first, clause.start - _BESIDE), stop):
            # "of the" is a part behind the figure and within it, not before it.
            if meaning != _PART or (clause.start <= first <= clause.end):
                if self._is_dated(first, clause) or self._is_before_another(first, last, claim, clause):
                    continue
                return self._slot([meaning], first, last)
        for first, last, meaning in phrases.find(self.tokens, clause.first, clause.stop):
            if meaning == _EACH:
                return self._slot([meaning], first, last)
        return None

    def _is_before_another(self, first: int, last: int, claim: Claim, clause: Clause) -> bool:
        """Whether words behind a claim belong to the next figure: "killed three and hurt about 150"."""
        if first <= clause.end:
            return False
        place = self.tokens.starts[first]
        start = self.tokens.starts[last] if last < len(self.tokens) else -1
        figures = self._figures.get(claim.sentence.start, ())
        return any(each.start == start or each.start <= place < each.end for each in figures)

    def _change(self, claim: Claim, clause: Clause, measure: Slot | None) -> Slot | None:
        """Whether the value is a change: by the words beside it ("rose by", "a drop of", "more than")."""
        if isinstance(claim.value, TimeExpression):
            return None
        if (compared := self._compared(clause)) is not None:
            return compared
        behind = self.tokens.forms[clause.end].folded if clause.end + 1 < clause.stop else ""
        way = self.lexicon.comparatives.get(behind)
        if way is not None and self.tokens.forms[clause.end + 1].folded in self.lexicon.standards:
            return self._slot([way], clause.end, clause.end + 1)  # "17 percent more than"
        if clause.verb is not None and not clause.is_subject:
            before = self.tokens.forms[clause.start - 1].folded
            moves = before in self.lexicon.moving_words  # "cut its staff by 300": whatever else it may mean
            way = self._way(clause)
            if way is None and moves:
                way = next((each for each in self._verb(clause.verb, clause.sentence) if each in _WAYS), None)
            if way is not None and self._is_level(clause):
                return self._slot(["level"], clause.verb, clause.verb + 1)
            moved = moves or (self._is_amount(clause) and self._moved(clause) is not None)
            if way is not None and (claim.kind in _COUNTED or moved):
                beside = moves and clause.verb == clause.start - 2
                return self._slot([_WAYS[way]], clause.verb, clause.start if beside else clause.verb + 1)
            if way is None and claim.kind in _LEVELLED and before in self.lexicon.standing_words:
                return self._slot(["level"], clause.start - 1, clause.start)
        found = self._phrases("change", max(clause.first, clause.start - _BESIDE), min(clause.stop, clause.end + 2))
        if found is None or found[2] not in _CHANGES or self._is_hedge(claim, found[0], found[1]):
            return None
        if found[0] == clause.end and found[2] in _CHANGES and self._is_length(claim):
            return None  # "sent ash 4 kilometres up" says where to
        ends = found[1] <= clause.start and self._is_level(clause)
        slot = self._slot(["level" if ends else found[2]], found[0], found[1])
        # "a loss of $3 million", "the loss of six lives": the loss is what is measured, or what happened.
        named = (measure, self._parted_act(claim, clause))
        return None if slot and any(each and slot.start <= each.start < slot.end for each in named) else slot

    def _way(self, clause: Clause) -> str | None:
        """How the verb says that something rose or fell: it itself, or what stands behind it ("raised rates to")."""
        if clause.verb is None:
            return None
        classes = self._verb(clause.verb, clause.sentence)
        return next((each for each in classes if each in _WAYS), None) if self._moved(clause) else _first_way(classes)

    def _moved(self, clause: Clause) -> Phrase | None:
        """What a verb raises or lowers to a value behind it: the rate in "raised its key rate to 4 percent"."""
        verb = clause.verb
        if verb is None or verb + 1 >= clause.start or clause.sentence.tag(verb) is not Tag.VERB:
            return None
        if set(self._verb(verb, clause.sentence)).isdisjoint(_WAYS):
            return None
        if not (self._is_level(clause) or self._is_amount(clause)):
            return None
        found = self._phrase_behind(clause.sentence, verb + 1, clause.start)
        return found if found is not None and clause.sentence.tag(found.stop) is Tag.PREPOSITION else None

    def _is_amount(self, clause: Clause) -> bool:
        """Whether a change is by the value: "raised its key rate by 4 percent"."""
        return self.tokens.forms[clause.start - 1].folded in self.lexicon.amount_words

    def _compared(self, clause: Clause) -> Slot | None:
        """The words before a figure that make it the level of an earlier time: "up from a loss of 48", "rose from 48".

        Behind a verb "from" does so only where something rose or fell: money is raised "from 48 shops".
        """
        phrases = self.tokens.language.phrases("change")
        for first in range(clause.start - 1, max(clause.sentence.first, clause.start - _COMPARED) - 1, -1):
            found = phrases.match(self.tokens, first, clause.start)
            if found is not None and found[1] == _BEFORE and self._compares(first, found[0], clause):
                return self._slot([_BEFORE], first, found[0])
            if clause.sentence.tag(first) in _ENDS_COMPARED and not self._is_dated(first, clause):
                return None
        return None

    def _compares(self, first: int, stop: int, clause: Clause) -> bool:
        """Whether the words of an earlier level govern a figure: "up from last year's 48", "rose from 48"."""
        tag, last = clause.sentence.tag, self.tokens.forms[stop - 1].folded
        if self.lexicon.closed.get(last) is not Tag.PREPOSITION:
            return tag(stop - 1) is Tag.NOUN and stop == clause.start and stop - first == 1  # "versus 48"
        if last in self.lexicon.start_words and (stop - first == 1 or tag(first) is Tag.VERB):
            return self._way(clause) is not None and self._is_phrase(
                stop, clause.start, clause, (Tag.DETERMINER, Tag.ADVERB)
            )
        return self._is_phrase(stop, clause.start, clause, _OF_A_COMPARED)

    def _is_phrase(self, first: int, stop: int, clause: Clause, tags: Collection[Tag]) -> bool:
        """Whether nothing but words of some tags, and "of", stands between two places."""
        return all(
            clause.sentence.tag(index) in tags or self.tokens.forms[index].folded in self.lexicon.whole_prepositions
            for index in range(first, stop)
        )

    def _is_hedge(self, claim: Claim, first: int, stop: int) -> bool:
        """Whether words are those that bound the figure itself: "fewer than 60 patients" are no fall."""
        if not isinstance(claim.value, Quantity) or claim.value.bound is None or not claim.value.hedge:
            return False
        hedge = claim.value.hedge.split()
        return claim.start <= self.tokens.starts[first] and all(
            self.tokens.forms[index].folded in hedge for index in range(first, stop)
        )

    def _bound(self, claim: Claim, clause: Clause) -> Slot | None:
        """Whether a time begins or ends with a date: "since May", "from May", "until May", "by May"."""
        first, stop = max(clause.sentence.first, clause.start - _BESIDE), clause.end
        best = None
        for begin, end, meaning in self.tokens.language.phrases("date_bound").find(self.tokens, first, stop):
            if begin < clause.start <= end or clause.start == begin < stop - 1:
                best = self._slot([meaning], begin, end)
        if best is None and isinstance(claim.value, TimeExpression) and "/" in (claim.value.timex or ""):
            return self._slot(["range"], clause.start, clause.end)
        return best

    def _when(self, claim: Claim, clause: Clause) -> Slot | None:
        """The date right behind a figure or before what it measures, else the one of its clause that hangs on its verb.

        Else the one that stands by itself beside the clauses ("In May, …"). A date on which something was said is not
        the time of the fact, nor is that of a thing ("in a 2010 letter").
        """
        if isinstance(claim.value, TimeExpression):
            return None
        own, beside = [], []
        measure = self.core(claim).measure if self._compared(clause) is None else None
        for dated in self._dates.get(claim.sentence.start, ()):
            if (dated.start < claim.end and claim.start < dated.end) or self.is_dateline(dated):
                continue
            first, stop = self.tokens.holding(dated.start), self.tokens.at(dated.end)
            around = clause_around(clause.sentence, first, stop)
            told = around.verb is not None and not self.lexicon.reports.isdisjoint(
                self._verb(around.verb, clause.sentence)[:1]
            )
            right = self._stands_right_behind(clause.end, first, clause) and not (told and _is_day(dated))
            if right or (measure is not None and self._is_within(stop, measure)):
                own = [dated]
                break
            if told or self._is_of_another_figure(claim, dated, clause) or self._tells_which(first, stop, clause):
                continue
            same = clause.first <= first < clause.stop and around.verb == clause.verb
            if same or (around.stop == clause.first - 1 and self._is_by_the_way(claim, clause)):
                own.append(dated)
            elif around.verb is None and self._leads(clause.sentence, first):
                beside.append(dated)
        nearest = _narrowest(own) or min(own or beside, key=lambda one: (_gap(one, claim), one.start), default=None)
        if nearest is None or (not own and len(beside) > 1) or self._are_two_before(own, claim):
            return None
        concepts = days_of(nearest)
        return Slot(concepts, nearest.text, nearest.start, nearest.end) if concepts else None

    def _is_by_the_way(self, claim: Claim, clause: Clause) -> bool:
        """Whether a clause begins with a participle and tells what the one before it brought: ", killing 31 people"; a
        date behind the figure is rather its own.
        """
        first = clause.first
        if any(each.start >= claim.end for each in self._dates.get(claim.sentence.start, ())):
            return False
        return (
            clause.verb == first
            and self.tokens.forms[first - 1].text == ","
            and self.tokens.forms[first].folded.endswith(self.lexicon.endings.progressive)
        )

    def _is_within(self, index: int, slot: Slot) -> bool:
        return index < len(self.tokens) and slot.start <= self.tokens.starts[index] < slot.end

    def _tells_which(self, first: int, stop: int, clause: Clause) -> bool:
        """Whether a date only says which thing is meant: "their July bill", "in a 2010 letter"; what opens a sentence
        says when: "In the July survey, …".
        """
        tag = clause.sentence.tag
        if tag(first - 1) is not Tag.DETERMINER or tag(stop) not in (Tag.NOUN, Tag.NAME):
            return False
        if first - 2 <= clause.sentence.first:
            return False
        return clause.subject is None or not clause.subject.first <= stop < clause.subject.stop

    def _are_two_before(self, own: Sequence[Claim], claim: Claim) -> bool:
        """Whether a clause names two times before a figure: "Olin in 2016 and Marsh in 2012 won by 11 points"."""
        return len(own) > 1 and all(each.end <= claim.start for each in own) and _narrowest(own) is None

    def _is_of_another_figure(self, claim: Claim, dated: Claim, clause: Clause) -> bool:
        """Whether a date is rather that of another figure: of one between the two, or of one before it from which the
        claim is parted by a comma, or with which it is compared ("61 boats in 2023 from 48"). A position has none.
        """
        between = range(min(claim.end, dated.end), max(claim.start, dated.start))
        figures = [each for each in self._figures.get(claim.sentence.start, ()) if each.kind != "ordinal"]
        if any(each.start in between for each in figures):
            return True
        before = [each for each in figures if each.end <= dated.start]
        if dated.start > claim.start or not before:
            return False
        if self._has_comma(dated.end, claim.start) and not self._has_comma(before[-1].end, dated.start):
            return True
        first = self.tokens.holding(dated.start)
        ends = [self.tokens.at(each.end) for each in before]
        compared = self._compared(clause) is not None
        return compared and any(self._stands_right_behind(end, first, clause) for end in ends)

    def _has_comma(self, start: int, end: int) -> bool:
        return any(self.tokens.forms[index].text == "," for index in self.tokens.between(start, end))

    def _stands_right_behind(self, end: int, first: int, clause: Clause) -> bool:
        """Whether nothing but a preposition and determiners stands between a figure and a date: "48 in the quarter"."""
        return 0 <= first - end <= _BESIDE and all(
            clause.sentence.tag(index) in (Tag.PREPOSITION, Tag.DETERMINER) for index in range(end, first)
        )

    def _leads(self, sentence: Sentence, first: int) -> bool:
        """Whether a date opens its sentence or hangs on a preposition, which the day of a dateline does not."""
        return first == sentence.first or sentence.tag(first - 1) in (Tag.PREPOSITION, Tag.DETERMINER)

    def _is_level(self, clause: Clause) -> bool:
        """Whether a change ends or begins at the value: "fell to 340", "fell below 340" (a bound may begin it)."""
        beside = {self.tokens.forms[each].folded for each in (clause.start - 1, clause.start) if each >= 0}
        return not self.lexicon.level_words.isdisjoint(beside)

    def _where(self, clause: Clause) -> Slot | None:
        """The place beside a figure ("in Moss 31", "31 in Moss"), else the first that the clause names."""
        places = self._places(clause, clause.first, clause.stop)
        beside = (each for each in places if each.stop == clause.start or each.first == clause.end + 1)
        found = next(beside, None) or next(iter(places), None)
        return self._slot(self._all(range(found.first, found.stop)), found.first, found.stop) if found else None

    def place_beside(self, claim: Claim) -> str | None:
        """The concept of the place that is named nearest to a claim in its sentence."""
        clause = self.clause(claim)
        places = self._places(clause, clause.sentence.first, clause.sentence.stop)
        nearest = min(places, key=lambda each: abs(each.first - clause.start), default=None)
        return self.tokens.forms[nearest.head].concept if nearest is not None else None

    def _places(self, clause: Clause, begin: int, end: int) -> list[Phrase]:
        """The names behind "in", "at", "near" among some tokens of a clause's sentence; a month is none."""
        sentence, found = clause.sentence, []
        for index in range(begin, end):
            if sentence.tag(index) is not Tag.PREPOSITION or self.tokens.forms[index].folded not in self.lexicon.places:
                continue
            first = index + 1
            if sentence.tag(first) is Tag.DETERMINER:
                first += 1
            stop = first
            while stop < end and sentence.tag(stop) is Tag.NAME and not self._is_dated(stop, clause):
                stop += 1
            if stop > first:
                found.append(Phrase(first, stop, stop - 1))
        return found

    def _phrases(self, name: str, first: int, stop: int) -> tuple[int, int, str] | None:
        return next(self.tokens.language.phrases(name).find(self.tokens, first, stop), None)


def _may_be_in_object(index: int, sentence: Sentence) -> bool:
    """Whether a token may be of the object of a verb before it, or a hedge of its figure: "about 46,000", "at least
    46,000".
    """
    tag = sentence.tag(index)
    if tag is not Tag.PREPOSITION:
        return tag in _IN_OBJECT
    behind = sentence.tag(index + 1)
    return behind is Tag.FIGURE or (behind is Tag.ADVERB and sentence.tag(index + 2) is Tag.FIGURE)


def _first_way(classes: Sequence[str]) -> str | None:
    return classes[0] if classes and classes[0] in _WAYS else None


def _may_share_a_unit(gapped: Claim, figure: Claim) -> bool:
    """Whether a figure may have the unit of one before it: "Ash had 52 percent and Quell 48"."""
    one, two = gapped.value, figure.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or figure.kind in ("age", "ordinal", "ratio"):
        return False
    return one.unit in (None, two.unit)


def _may_be_of_one_unit(compared: Claim, figure: Claim) -> bool:
    """Whether two figures may be compared: of one unit, or the second without it: "61 million crowns, up from 48"."""
    one, two = compared.value, figure.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return one.unit == two.unit or (one.unit is None and figure.kind not in ("percent", "age", "ordinal", "ratio"))


def _gap(one: Claim, two: Claim) -> int:
    """The code points between two claims."""
    return max(one.start - two.end, two.start - one.end)


def _is_day(dated: Claim) -> bool:
    """Whether a date names one day."""
    value = dated.value
    return isinstance(value, TimeExpression) and value.first is not None and value.first == value.last


def _narrowest(dates: Sequence[Claim]) -> Claim | None:
    """The date that lies in all others: Thursday of "on Thursday, for the third time this year".

    None where there are not several, or they are of times apart.
    """
    if len(dates) < _PAIR:
        return None
    times = [each.value for each in dates if isinstance(each.value, TimeExpression)]
    first = max((each.first for each in times if each.first is not None), default=None)
    last = min((each.last or _NO_END for each in times), default=None)
    if first is None or last is None:
        return None
    found = (each for each in dates if isinstance(each.value, TimeExpression))
    return next((each for each in found if _spans(each, first, last)), None)


def _spans(dated: Claim, first: date, last: date) -> bool:
    value = dated.value
    return isinstance(value, TimeExpression) and value.first == first and (value.last or _NO_END) == last


def days_of(dated: Claim) -> tuple[str, ...]:
    """The first and the last day of a date, or the month and day that are known of one without a year."""
    value = dated.value
    if not isinstance(value, TimeExpression):
        return ()
    if value.first is not None:
        return value.first.isoformat(), (value.last or _NO_END).isoformat()
    timex = value.timex or ""
    return (timex,) if timex.startswith("XXXX-") and timex[5:7].isdigit() else ()
