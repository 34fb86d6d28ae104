"""Find the person to whom a value belongs, such as an age, by the means that find the speaker of a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, final

from factcheck.kinds.quotation.frames import Frame, Sentences, narrative
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    DIGITS,
    FINITE,
    FUNCTION,
    GROUP,
    MARK,
    NO_GIVEN_NAME,
    NOUN,
    OTHER_VERB,
    PARTICLE,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SIGN,
    SUFFIX,
    TITLE,
    Lexicon,
    lexicon,
)
from factcheck.kinds.quotation.names import People
from factcheck.kinds.quotation.parts import parts
from factcheck.kinds.quotation.phrases import Phrase, is_name, main_subject, phrase_after, phrase_before
from factcheck.kinds.quotation.resolving import Reading, ResolvedAttribution, people_in, resolve
from factcheck.kinds.quotation.sources import Source, read_source
from factcheck.kinds.quotation.speakers import same_full_name, same_person
from factcheck.kinds.quotation.subjects import subject_before
from factcheck.model import Quotation, Sentence
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_LOOK_BACK: Final = 3  # sentences before "the 27-year-old" in which its person is looked for
_ASIDE: Final = 8  # tokens behind a description within which "identified as" introduces the name
_WORDS_BETWEEN: Final = 2  # adjectives between an article and an age: "a quiet young 24-year-old student"
_FULL_NAME: Final = 2  # words of a given name and a surname
_PLACE_NAMES: Final = 3  # names of one place at most: a town, its county, its state
_GLUED: Final = regex(r"[^\W\d_A-Z]{2}[.!?](?=[A-Z][a-z])")  # a stop between two sentences without a blank
_APOSTROPHES: Final = ("'", "’")
_INDEFINITE: Final = ("a", "an")


@final
@record
class Person:
    """A person as a document names or describes them.

    `names` are the fullest names that the document gives, without titles: none of a person who is only described, two
    of a pair. `head` is the head noun of a description in lower case, empty for a bare pronoun; `is_role` says that it
    is listed as a noun for a person. `owned` says that the description is relative to another person ("her son"),
    `many` that it is of several people. `sex` is "m", "f" or "" (unknown). `suffix` follows the name ("jr").
    `inferred` says that a description was taken for a person named elsewhere, which is less certain than a pronoun.
    `then` says that the person had the age at the time of something else, or will have it: "left at the age of 17".
    `another` says that someone described is none of whom was told before, `party` on which side of a crime they are,
    `guessed` that the sex is only that which a given name mostly has.
    """

    names: tuple[str, ...] = ()
    head: str = ""
    is_role: bool = False
    owned: bool = False
    many: bool = False
    sex: str = ""
    suffix: str = ""
    inferred: bool = False
    then: bool = False
    another: bool = False
    party: str = ""
    guessed: bool = False


@final
class PersonReader:
    """Reads the persons of one document; the quotations of the document help to resolve pronouns."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quotations: Iterable[tuple[int, Quotation]], ruleset: Ruleset
    ) -> None:
        """Read nothing yet; `quotations` are given with the offsets at which their claims start."""
        self.words: Lexicon = lexicon(ruleset)
        self.ruleset = ruleset
        self.spans = Sentences(text, sentences, [sentence.start for sentence in sentences])
        self.people = People(text, self.words, {})
        self._quotations = dict(quotations)
        self._reading: Reading | None = None
        self._between = frozenset(ruleset.words("between_name_and_age"))
        self._then = frozenset(ruleset.words("at_that_time"))
        self._dying = frozenset(ruleset.words("verb_of_dying"))
        self._reaching = frozenset(ruleset.words("verb_of_reaching"))
        self._named_as = frozenset(ruleset.words("named_as"))
        self._another, self._placing = (
            frozenset(ruleset.words(name)) for name in ("another_one", "preposition_of_place")
        )
        self._at, self._who, self._when, self._of, self._as = (
            frozenset(ruleset.words(name))
            for name in ("before_an_age", "bearer_of_an_age", "time_of_an_age", "age_of", "names_as")
        )
        self._at_the_time = [phrase.split() for phrase in ruleset.words("time_behind_an_age")]
        self._old, self._olds = (tuple(ruleset.words(name)) for name in ("age_ending", "age_of_many_ending"))

    @property
    def reading(self) -> Reading:
        """What resolves pronouns and roles: the quotations of the document, each attributed."""
        if self._reading is None:
            text = self.spans.text
            quoted = parts(text, self.spans.spans, self.ruleset)
            attributions = []
            for part in quoted:
                said = self._quotations.get(part.start)
                speaker = said.speaker if said is not None and said.role == "quotation" else None
                attributions.append(ResolvedAttribution(speaker))
            self._reading = Reading(self.spans, quoted, self.words, self.people, attributions, {}, {})
        return self._reading

    def bearer(self, start: int, end: int) -> Person | None:
        """Return whose age stands at a span of the text; None when nobody is named or described beside it."""
        sentence = self.spans.spans[self.spans.at(start)]
        begin, close = self._unglued(sentence, start, end)
        frame = narrative(self.spans.text, begin, close, self.words)
        first, stop = _tokens_of(frame, begin, start, end)
        if first >= len(frame.words):
            return None
        found = self._found(frame, first, stop, sentence)
        if found is not None:
            found.then = self._is_then(frame, first, stop)
            found.another = not found.names and self._is_another(frame, first)
        return found

    def referent(self, start: int, end: int) -> str | None:
        """Return whom or what a pronoun, or the role of one person, at a span of the text means: the fullest name or
        description that the document gives; None where it is not known.
        """
        frame = narrative(self.spans.text, start, end, self.words)
        if not frame.words:
            return None
        source = read_source(frame, (0, len(frame.words) - 1))
        if source.kind not in {"pronoun", "role"}:
            return None
        known = resolve(self.reading, source)
        return None if known == source.text or known in self.words.pronouns else known

    def role_of(self, person: Person) -> str:
        """Return the noun by which the document introduces someone whom it names: "Vasko Drell, the former mayor of",
        "former mayor Vasko Drell"; "" without one.
        """
        name = person.names[0]
        start = self.spans.text.find(name)
        if start < 0 or " " not in name:
            return ""
        sentence = self.spans.spans[self.spans.at(start)]
        frame = narrative(self.spans.text, sentence.start, sentence.end, self.words)
        first, stop = _tokens_of(frame, sentence.start, start, start + len(name))
        if first and frame.words[first - 1] in self.ruleset.words("person_noun"):
            return frame.low(first - 1)
        if stop <= first or stop >= len(frame.words):
            return ""
        described = self._explained_by(frame, (first, stop - 1), stop, Person(person.names))
        return described.head

    def _found(self, frame: Frame, first: int, stop: int, sentence: Sentence) -> Person | None:
        many = frame.low(stop - 1).endswith(self._olds)
        found = self._beside(frame, first, stop)
        if isinstance(found, Person):
            return found
        if found is not None:
            person = self._person(frame, found)
            person.many = person.many or many
            return self._explained_by(frame, found, stop, person)
        if frame.low(stop - 1).endswith(self._old) and first and frame.bits[first - 1] & DETERMINER:
            if many or frame.low(first - 1) not in self.words.pointing_determiners:
                return Person(many=many)
            return self._told_before(sentence) or Person()  # whoever it is, a person: "The 71-year-old was led out"
        return None

    def _explained_by(self, frame: Frame, name: Phrase, stop: int, person: Person) -> Person:
        """Return a named person with the description beside name and age: "Emeric Salder, 71, a retired teacher",
        "the guard, Dirk Rool, 41".
        """
        if len(person.names) != 1:
            return person
        phrase = next(((name[0], at - 1) for at in range(name[0] + 1, name[1]) if frame.words[at] == ","), None)
        behind = frame.words[stop : stop + 2]
        if phrase is None and behind[:1] == [","] and behind[-1] in self.words.articles:
            phrase = phrase_after(frame, stop + 1, len(frame.words))
        elif phrase is None and name[0] > 1 and frame.words[name[0] - 1] == ",":
            phrase = phrase_before(frame, name[0] - 2)
            if phrase is not None and phrase[0] and frame.bits[phrase[0] - 1] & PREPOSITION:
                return person  # "After the match, Dirk Rool, 41, …"
        if phrase is None or not frame.bits[phrase[0]] & DETERMINER:
            return person
        ends = (at - 1 for at in range(phrase[0] + 1, phrase[1]) if frame.bits[at] & PREPOSITION)
        phrase = phrase[0], next(ends, phrase[1])  # "the former mayor of Ferris"
        return self._described_as(person, self._describes(read_source(frame, phrase), frame, phrase))

    def _is_another(self, frame: Frame, first: int) -> bool:
        """Whether the phrase of an age begins with "another" or the like: "a second 22-year-old"."""
        for at in range(first - 1, max(-1, first - 2 - _WORDS_BETWEEN), -1):
            if frame.low(at) in self._another:
                return True
            if frame.bits[at] & SIGN:
                break
        return False

    def _is_then(self, frame: Frame, first: int, stop: int) -> bool:
        """Whether an age is that of another time: "at the age of 17", "then 19", "was 17 when", "turns 40 in June"."""
        before = frame.low(first - 1) if first else ""
        if before in self._then or frame.low(first) in self._reaching:
            return True
        behind = frame.low(stop) if stop < len(frame.words) else ""
        lived = self._dying.isdisjoint(map(str.lower, frame.words))
        if frame.bits[first] & PRONOUN:
            return lived and not self._when.isdisjoint((before, behind))
        at = before in self._at or (before in self.words.articles and first > 1 and frame.low(first - 2) in self._at)
        timed = behind in self._when or any(frame.words[stop : stop + len(each)] == each for each in self._at_the_time)
        return lived and (at or (before in self.words.copulas and timed))

    def _unglued(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """Return the sentence around a span; pages that lost their line breaks glue two: "of Una Cole.Police said"."""
        text, begin, close = self.spans.text, sentence.start, max(sentence.end, end)
        for glued in _GLUED.finditer(text, begin, close):
            if glued.end() <= start:
                begin = glued.end()
            elif glued.start() >= end:
                return begin, glued.end()
        return begin, close

    def _beside(self, frame: Frame, first: int, stop: int) -> Phrase | Person | None:
        """Return the phrase that names or describes the bearer of the age at tokens `first` to `stop`."""
        opening = frame.bits[first]
        if opening & PRONOUN and frame.low(first) in self.words.pronouns and not opening & RELATIVE:
            return first, first  # "she was 46"
        if frame.low(first) in self._who:
            return self._in_apposition(frame, subject_before(frame, first + 1))
        if first > 1 and frame.low(first - 1) in self._at and frame.low(first - 2) in self._who:
            return subject_before(frame, first - 1)  # "Falk, who at 26 has won"
        if frame.low(first) not in self._between and self._is_verb(frame, first):
            return subject_before(frame, first)  # "Ana turned 18"
        if frame.low(stop - 1).endswith(self._old):
            return self._around_compound(frame, first, stop)
        return self._before(frame, first, stop)

    def _around_compound(self, frame: Frame, first: int, stop: int) -> Phrase | Person | None:
        """Return the bearer of "22-year-old": who stands behind it, or whom that explains, or the subject of "is"."""
        behind = self._described(frame, stop)
        opening = self._opening(frame, first)
        named = self._explained(frame, opening)
        if behind is None:
            if named is not None:
                return named
            if first and frame.bits[first - 1] & (AUXILIARY | ADVERB) and not frame.bits[first - 1] & DETERMINER:
                return subject_before(frame, first)  # "Weld is 50 years old"
            if stop < len(frame.words) and frame.words[stop] == ",":
                after = self._name_after(frame, stop + 1)  # "The 22-year-old, Olin Marsh, …"
                if after is not None:
                    return after
            if first and frame.words[first - 1] == ",":
                return self._before(frame, first, stop)  # "Olin Marsh, 22 years old"
            return None
        for at in range(behind[0], behind[1] + 1):
            noun = frame.low(at).removesuffix("s")  # "the 33-year-old singer's lawyer, Tam Reed"
            if noun.endswith(_APOSTROPHES) and not frame.bits[at] & CAPITAL:
                noun = noun.rstrip("".join(_APOSTROPHES))
                return Person(head=noun, is_role=True, sex=self._sex(noun))
        person = self._person(frame, behind)
        if person.names and behind[0] == behind[1] and frame.low(opening) in _INDEFINITE:
            word = frame.low(behind[0])
            person = Person(head=word, is_role=True, sex=self._sex(word))  # "a 45-year-old Dutchman" is no name
        if person.names:
            word = "" if frame.bits[stop] & CAPITAL else frame.low(stop)
            return self._described_as(person, Person(head=word, sex=self._sex(word)))
        name = named or self._introduced(frame, behind[1])
        if name is not None:
            return self._described_as(self._person(frame, name), person)
        owner = frame.bits[opening] & POSSESSIVE or frame.low(opening) in self.words.pronouns
        person.owned = person.owned or bool(owner and opening < first)
        return person

    def _described_as(self, person: Person, described: Person) -> Person:
        """Return a named person with the sex and the head of a description: "a 4-year-old boy, Kim Rao"."""
        if len(person.names) == 1:
            if described.sex and (person.guessed or not person.sex):
                person.sex, person.guessed = described.sex, False
            person.head = described.head
        return person

    def _in_apposition(self, frame: Frame, phrase: Phrase | None) -> Phrase | Person | None:
        """Return the person whom a description behind a comma explains: "Jeroen Pohl, the guard, who is 36"."""
        if phrase is None or not frame.bits[phrase[0]] & DETERMINER:
            return phrase
        name = self._explained(frame, phrase[0])
        if name is None:
            return phrase
        described = self._describes(read_source(frame, phrase), frame, phrase)
        return self._described_as(self._person(frame, name), described)

    def _described(self, frame: Frame, at: int) -> Phrase | None:
        """Return the noun phrase behind "22-year-old"; None where a verb, a mark or a function word follows."""
        if at >= len(frame.words):
            return None
        bits = frame.bits[at]
        if bits & (SIGN | FUNCTION | RELATIVE) and not bits & CAPITAL:
            return None
        verb = bits & (FINITE | OTHER_VERB) or (frame.words[at].endswith("ed") and not bits)
        if verb and not bits & (NOUN | CAPITAL):
            return (at + 1, at + 1) if self._is_of_noun(frame, at) else None
        last = at
        while frame.bits[last] & CAPITAL and not frame.bits[last] & POSSESSIVE and last + 1 < len(frame.words):
            last += 1
        if last > at and frame.bits[last] & CAPITAL and frame.bits[last] & POSSESSIVE:
            return at, last  # "53-year-old Duane Sylvester's wife"
        phrase = phrase_after(frame, at, len(frame.words))
        if phrase is not None:
            return phrase
        return (at, at) if not bits & (ADVERB | FUNCTION | SIGN) else None

    def _is_of_noun(self, frame: Frame, at: int) -> bool:
        """Whether a participle says what somebody is: "retired teacher", but not "attacked a teacher"."""
        behind = at + 1
        if not frame.words[at].endswith("ed") or behind >= len(frame.words) or frame.low(behind).endswith("s"):
            return False
        return frame.words[behind] in self.ruleset.words("person_noun")

    def _opening(self, frame: Frame, first: int) -> int:
        """Return the determiner or possessive that opens the phrase of an age; `first` without one."""
        for at in range(first - 1, max(-1, first - 2 - _WORDS_BETWEEN), -1):
            if frame.bits[at] & (DETERMINER | POSSESSIVE):
                return at
            if frame.bits[at] & (SIGN | FUNCTION):
                break
        return first

    def _explained(self, frame: Frame, opening: int) -> Phrase | None:
        """Return the name that "a 24-year-old student" explains: before a comma, or the subject of "was"."""
        if opening < 2 or frame.low(opening) not in self.words.articles:
            return None
        before = opening - 1
        if frame.words[before] == ",":
            comma = frame.start(before)
            if not frame.text[comma + 1 : frame.start(opening)].isspace() or not frame.text[comma - 1].isalnum():
                return None  # “We go to Kelly,” the 24-year-old said: the comma is of what is quoted
            phrase = phrase_before(frame, before - 1)
            if phrase is not None and phrase[0] and frame.low(phrase[0] - 1) in self._placing:
                return None  # "In East Harlem, a 20-year-old man was shot"
        elif frame.low(before) in self.words.copulas or frame.bits[before] & AUXILIARY:
            phrase = subject_before(frame, before)
        else:
            return None
        return phrase if phrase is not None and self._person(frame, phrase).names else None

    def _introduced(self, frame: Frame, last: int) -> Phrase | None:
        """Return the name behind a description: "a 22-year-old man, Olin Marsh," or "identified as Olin Marsh"."""
        at = last + 1
        if at + 1 >= len(frame.words):
            return None
        if frame.words[at] == ",":
            found = self._name_after(frame, at + 1)
            if found is not None:
                return found
        for near in range(at, min(at + _ASIDE, len(frame.words) - 1)):
            if frame.low(near) in self._named_as:
                joined = near + 1 + (frame.low(near + 1) in self._as)
                for begin in range(joined, min(joined + _ASIDE, len(frame.words))):
                    if frame.bits[begin] & SIGN:
                        break
                    if frame.low(begin) in self._as or (begin == joined and frame.bits[begin] & CAPITAL):
                        return self._name_after(frame, begin + (frame.low(begin) in self._as), closed=False)
                break
            if frame.bits[near] & SIGN and frame.words[near] != ",":
                break
        return None

    def _name_after(self, frame: Frame, first: int, *, closed: bool = True) -> Phrase | None:
        """Return the person's name that begins at a token; `closed` asks for a mark or the end behind it."""
        phrase = phrase_after(frame, first, len(frame.words)) if first < len(frame.words) else None
        if phrase is None or not is_name(frame, phrase) or phrase[0] == phrase[1]:
            return None
        behind = phrase[1] + 1
        if closed and behind < len(frame.words) and not frame.bits[behind] & MARK:
            return None
        return phrase if self._person(frame, phrase).names else None

    def _before(self, frame: Frame, first: int, stop: int) -> Phrase | Person | None:
        """Return whom an age behind them belongs to: "Marsh, 22,", "a girl of nine", "left at the age of 17"."""
        at, clausal = first - 1, False
        while at >= 0:
            bits, word = frame.bits[at], frame.low(at)
            if word in self._of and not clausal:
                return self._in_apposition(frame, phrase_before(frame, at - 1))
            listed = bits & CONJUNCTION and at and frame.bits[at - 1] & DIGITS
            if word in {",", "(", "["} or word in self._between or bits & DIGITS or listed:
                at -= 1
            elif word in self._at or (bits & DETERMINER and at and frame.low(at - 1) in self._at):
                at, clausal = at - 1, True
            else:
                break
        if at < 0:
            comma = next((n for n in range(stop, len(frame.words)) if frame.words[n] == ","), stop - 1)
            return phrase_after(frame, comma + 1, len(frame.words))
        if clausal or self._is_verb(frame, at):
            while at >= 0 and not self._is_verb(frame, at):
                at -= 1
            return (subject_before(frame, at) if at > 0 else None) or main_subject(frame, first)
        return self._nearest(frame, at)

    def _is_verb(self, frame: Frame, at: int) -> bool:
        bits = frame.bits[at]
        if bits & (CAPITAL | NOUN):
            return False
        return bool(bits & (FINITE | OTHER_VERB | AUXILIARY)) or (frame.words[at].endswith("ed") and not bits)

    def _nearest(self, frame: Frame, last: int) -> Phrase | None:
        """Return the person named or described right before an age, over the place where they live."""
        phrase = phrase_before(frame, last)
        begin = self._name_begins(frame, last)
        if begin < last and frame.bits[last] & CAPITAL and self.people.is_person(frame.spelt(begin, last)):
            whole = phrase is not None and phrase[0] <= begin and self._person(frame, phrase).names
            return phrase if whole else (begin, last)
        if phrase is None:
            return (last, last) if frame.bits[last] & CAPITAL and not frame.bits[last] & FUNCTION else None
        return self._resident(frame, begin) or phrase

    def _resident(self, frame: Frame, begin: int) -> Phrase | None:
        """Return who lives at the place that begins at a token: Marsh in "Marsh, of Ferris, Ohio, 22"."""
        for _ in range(_PLACE_NAMES):
            before = begin - 1
            if before > 0 and frame.bits[before] & PREPOSITION:
                home = before - 1 - (frame.words[before - 1] == ",")
                lives = phrase_before(frame, home) if home >= 0 else None
                return lives if lives is not None and self._person(frame, lives).names else None
            if before < 1 or frame.words[before] != "," or not frame.bits[before - 1] & CAPITAL:
                return None
            begin = self._name_begins(frame, before - 1)
        return None

    def _name_begins(self, frame: Frame, last: int) -> int:
        """Return the first of the capitalised words that end at a token, with the particles between them."""
        begin = at = last
        while at > 0 and frame.bits[at - 1] & (CAPITAL | PARTICLE) and not frame.bits[at - 1] & (FUNCTION | SIGN):
            at -= 1
            if frame.bits[at] & CAPITAL:
                begin = at
        return begin

    def _person(self, frame: Frame, phrase: Phrase) -> Person:
        """Return the person of a phrase, resolved within the document."""
        phrase = _to_suffix(frame, phrase)
        last = phrase[1]
        suffix = frame.low(last).rstrip(".") if frame.bits[last] & SUFFIX else ""
        source = read_source(frame, phrase)
        if source.kind == "pronoun":
            return self._of_text(resolve(self.reading, source), source.sex)
        noun = source.names[0].lower() if source.kind == "name" and " " not in source.names[0] else ""
        if noun and self.words.bits.get(noun, 0) & (ROLE | TITLE | GROUP):
            return self._describes(source, frame, phrase, noun)
        if source.names:
            names = tuple(self.people.full(name, source.sex) for name in source.names)
            if len(names) == 1 and names[0] == source.name:
                names = (self._with_place(frame, phrase, names[0]),)
            sex = source.sex or self.people.sex(names[0])
            return Person(names, sex=sex, suffix=suffix, guessed=not source.sex)
        if source.kind == "role":
            known = resolve(self.reading, source)
            if known and known != source.text and not known.islower():
                return Person((known,), sex=self.people.sex(known), guessed=True)
        name = self._with_common_surname(frame, phrase)
        if name is not None:
            return Person((self.people.full(name),), suffix=suffix)
        return self._describes(source, frame, phrase)

    def _with_common_surname(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return a name whose surname is another word as well: "Lavon White", "Keisha Houston", before a suffix."""
        first, last = phrase
        while last > first and frame.bits[last] & SUFFIX:
            last -= 1
        words, bits = frame.words[first : last + 1], frame.bits[first : last + 1]
        if len(words) < _FULL_NAME or not all(bit & CAPITAL for bit in bits) or bits[0] != CAPITAL:
            return None
        if bits[-1] & (NOUN | POSSESSIVE | DETERMINER) or not bits[-1] & (PLACE | NO_GIVEN_NAME):
            return None
        return frame.spelt(first, last)

    def _with_place(self, frame: Frame, phrase: Phrase, name: str) -> str:
        """Return a name with the given name that is a place's as well: "Cleveland Tyvon Smelley"."""
        before = frame.spelt(*phrase).partition(name)[0].split()
        if not before or not before[-1].istitle() or not before[-1].isalpha():
            return name
        bits = self.words.bits.get(before[-1].lower(), 0)
        return f"{before[-1]} {name}" if bits & PLACE and not bits & (NOUN | DETERMINER) else name

    def _describes(self, source: Source, frame: Frame, phrase: Phrase, head: str = "") -> Person:
        """Return the person whom a phrase describes, by its head noun."""
        head = head or source.head
        owned = any(
            frame.bits[at] & POSSESSIVE or frame.low(at) in self.words.pronouns
            for at in range(phrase[0], phrase[1] + 1)
        )
        bits, sex = self.words.bits.get(head, 0), source.sex or self._sex(head)
        many = bool(bits & GROUP) or (head.endswith("s") and not head.endswith("ss"))
        return Person(head=head, is_role=bool(sex or bits & (ROLE | TITLE)), owned=owned, many=many, sex=sex)

    def _sex(self, noun: str) -> str:
        sex = self.words.noun_sex.get(noun)
        if sex is None:
            sex = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
        return sex

    def _of_text(self, text: str | None, sex: str) -> Person:
        """Return the person whom a pronoun refers to, given as the name or the words that describe them."""
        if not text:
            return Person(sex=sex)
        frame = narrative(text, 0, len(text), self.words)
        source = read_source(frame, (0, len(frame.words) - 1)) if frame.words else None
        if source is None or source.kind in {"pronoun", "pair"}:
            return Person(sex=sex)
        if source.names:
            return Person((self.people.full(source.names[0], sex),), sex=sex)
        described = self._describes(source, frame, (0, len(frame.words) - 1))
        described.sex = sex
        return described

    def _told_before(self, sentence: Sentence) -> Person:
        """Return the person of "the 27-year-old": whom the nearest sentence before is about."""
        index = self.spans.at(sentence.start)
        for before in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
            earlier = self.spans.spans[before]
            if earlier.article != sentence.article:
                break
            for sex in ("m", "f"):
                found, _ = people_in(self.reading, earlier, sex)
                if found is not None:
                    person = self._of_text(found, sex)
                    person.inferred = True
                    return person
        return Person()


def _to_suffix(frame: Frame, phrase: Phrase) -> Phrase:
    """Return a phrase up to the suffix of a name in it, behind which a caption or the next sentence begins."""
    first, last = phrase
    behind = next((at for at in range(first + 1, last) if frame.bits[at] & SUFFIX), last)
    return (first, behind) if frame.bits[behind + 1 if behind < last else last] & CAPITAL else phrase


def _tokens_of(frame: Frame, begin: int, start: int, end: int) -> tuple[int, int]:
    """Return the first token of a span and the one behind its last; `begin` is the offset of the frame."""
    first, stop, at = len(frame.words), len(frame.words), begin
    for token, word in enumerate(frame.words):
        at = max(at, frame.text.find(word, at))
        if at + len(word) > start and token < first:
            first = token
        if at >= end:
            stop = token
            break
        at += len(word)
    return first, max(stop, first + 1)


def may_be_one(a: Person, b: Person, ruleset: Ruleset) -> bool:
    """Whether two named persons may be one by their names: a surname alone, a misspelling, one of a pair."""
    words = lexicon(ruleset)
    return any(same_person(one, two, words) for one in a.names for two in b.names)


def are_one(a: Person, b: Person, ruleset: Ruleset) -> bool:
    """Whether two named persons are surely one: of a given name and a surname both have both, and the same suffix.

    A pair ("Olin and Tam Marsh, 19 and 21") is not surely either of the two.
    """
    if len(a.names) != 1 or len(b.names) != 1 or a.suffix != b.suffix:
        return False
    return same_full_name(a.names[0], b.names[0], lexicon(ruleset))
