"""Resolve the words that name a speaker to a person: full names, pronouns and role nouns, across sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import Final, final

from factcheck.kinds.quotation.cues import Attribution, narrative_attribution
from factcheck.kinds.quotation.descriptions import may_describe, party_member
from factcheck.kinds.quotation.frames import Frame, Sentences, narrative
from factcheck.kinds.quotation.lexicon import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    FUNCTION,
    GIVEN,
    GROUP,
    ORGANISATION,
    PAPER,
    PAST,
    PERSON_NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    ROLE,
    SIGN,
    SPEECH,
    SUBORDINATOR,
    TITLE,
    Lexicon,
)
from factcheck.kinds.quotation.names import People
from factcheck.kinds.quotation.papers import letter_author
from factcheck.kinds.quotation.parts import Part
from factcheck.kinds.quotation.phrases import Phrase, head_end, main_subject, phrase_after, phrase_before
from factcheck.kinds.quotation.sources import Source, read_source
from factcheck.kinds.quotation.subjects import subject_before
from factcheck.kinds.quotation.verbs import agrees, cue_end
from factcheck.model import Sentence
from factcheck.records import record
from factcheck.regex_cache import regex

_OBJECTS: Final = {"m": "him", "f": "her"}
_CUE_NEAR: Final = 80  # characters after a quotation in which its cue and an object pronoun stand
_opening = attrgetter("opens")
_LOOK_BACK: Final = 6  # unquoted sentences searched for an antecedent; farther ones are rarely meant
_LOOK_AHEAD: Final = 2  # unquoted sentences behind a pronoun that may introduce the person whom it means
_SHORTEST_TAIL: Final = 24  # characters behind a quotation that may name somebody else: " he said of Ms. Roe, too."
_LONGEST_OPENING: Final = 8  # sentences of quotations that may open a text before the first that names their speaker
_MOST_PAUSE: Final = 2  # sentences from a question to its answer, the question's own among them
_LONGEST_NAMING: Final = 14  # tokens from a description to the name that somebody gives
_FOCUS: Final = 3  # sentences, its own among them, in which the person whom a description means is in focus
_INTRODUCED: Final = 3000  # characters before a description in which its role may have been introduced
_LONGEST_CLAUSES: Final = 1000  # characters of its own sentence that are searched for the antecedent of a pronoun
# A dateline before the text: “MEXICO CITY — ”, “New Delhi, July 25: ”.
_DATELINE: Final = regex(r"(?:[A-Z]{3,}[\w .,’'/()-]{0,40}?|[A-Z][\w .,]{2,30}\d{1,2}) ?(?:—|–|--|:|•) ?(?=[A-Z“\"])")
# Words of a name; a stop ends only initials and short forms of titles.
_NAME: Final = r"(?:[^\W\d_a-z](?:\w{0,3}\.|\.(?:\w\.)+|[\w.’'-]*[\w’'-])?\s+){0,3}[^\W\d_a-z][\w’-]+"
_NAME_NEXT: Final = regex(rf"s?\s+(?:of\s+(?:the\s+)?[A-Z]\w+\s+)?({_NAME})")
_NAME_BETWEEN: Final = regex(rf"s?,\s+({_NAME})(?=[,.;])")  # "the commissioner, Ann Roe,"
_NAME_BEFORE: Final = regex(
    rf"({_NAME}),\s+(?:the|a|an|his|her|its|their|who\s+is|who\s+was|who)?\s?[^,.;:“”\"]{{0,60}}$"
)


@final
@record
class ResolvedAttribution:
    """The speaker of a quotation with the words that name them beside it and the cue.

    `speaker` is None when unresolved. `named` is "" for a speaker inherited from the context. `how` is the `how` of the
    attribution, or "subject", "carried", "chain" for a quotation without one, or "" when it has no speaker.
    """

    speaker: str | None = None
    named: str | None = None
    cue: str | None = None
    how: str = ""


@final
class RoleMention:
    """The mentions of a role noun that have a person named beside them.

    `offsets` and `people` give the position and the person of each, `first` the first offset of each person; `seen` is
    the offset up to which the text has been searched.
    """

    def __init__(self) -> None:
        self.offsets: list[int] = []
        self.people: list[str] = []
        self.first: dict[str, int] = {}
        self.seen = 0


@final
class Skips:
    """Positions that hold no antecedent for a sex, so that later pronouns skip them."""

    def __init__(self) -> None:
        self._next: dict[tuple[str, int], int] = {}

    def add(self, sex: str, at: int) -> None:
        """Record that a position has no antecedent for a sex and never will."""
        self._next[sex, at] = at - 1

    def back(self, sex: str, at: int) -> int:
        """Return the nearest position at or before `at` that still has to be examined; -1 when there is none."""
        end = at
        while (sex, end) in self._next:
            end = self._next[sex, end]
        while at != end:  # path compression keeps all look-ups together linear
            self._next[sex, at], at = end, self._next[sex, at]
        return end


@final
class Reading:
    """The state while the quotations of a document are resolved in order; `attributions` grows by one for each."""

    def __init__(
        self,
        sentences: Sentences,
        parts: Sequence[Part],
        words: Lexicon,
        people: People,
        attributions: list[ResolvedAttribution],
        narratives: dict[tuple[int, int], Frame],
        subjects: dict[tuple[int, int], tuple[Frame, list[Source]]],
    ) -> None:
        self.sentences = sentences
        self.parts = parts
        self.words = words
        self.people = people
        self.attributions = attributions
        self.narratives = narratives
        self.subjects = subjects
        self.role_mentions: dict[tuple[str, ...], RoleMention] = {}
        self.last_quotation: dict[str, int] = {}  # the last of the first `counted` quotations of each speaker
        self.counted = 0
        self.sexes: dict[str, str] = {}  # of those whom no name or noun tells, by the pronouns that meant them
        self.things: dict[str, bool] = {}  # whether the text goes on with "which" behind a name
        self.misfits = Skips()  # quotations whose speaker does not agree with a pronoun of that sex
        self.quoted_skips = Skips()  # sentences inside quotations without an antecedent

    @property
    def text(self) -> str:
        """The document's text."""
        return self.sentences.text

    def last_of(self, people: Collection[str]) -> str | None:
        """Return which of these people spoke last; None when none has spoken."""
        for index in range(self.counted, len(self.attributions)):
            speaker = self.attributions[index].speaker
            if speaker is not None:
                self.last_quotation[speaker] = index
        self.counted = len(self.attributions)
        spoken = [(self.last_quotation[person], person) for person in people if person in self.last_quotation]
        return max(spoken)[1] if spoken else None

    def narrative(self, start: int, end: int) -> Frame:
        """Return the frame of a text range, built once."""
        found = self.narratives.get((start, end))
        if found is None:
            found = self.narratives[start, end] = narrative(self.text, start, end, self.words)
        return found


def resolve(reading: Reading, source: Source, *, behind: bool = False) -> str | None:
    """Return the fullest name of a source; None for a pronoun without an antecedent.

    `behind` says that the source stands behind the words it speaks; what those words name is then another person:
    Roe should “…,” she said.
    """
    if source.kind == "name":
        full = reading.people.full(source.name, source.sex)
        is_role = full == source.name and reading.words.bits.get(full.lower(), 0) & (ROLE | TITLE)
        return (is_role and _holder(reading, source)) or full
    if source.kind == "pair":
        return " and ".join(map(reading.people.full, source.names))
    if source.kind == "role":
        return (
            party_member(source.text, reading.text, source.start, reading.people)
            or _holder(reading, source)
            or _described(reading, source, behind=behind)
            or source.text
        )
    if source.kind == "someone":
        return _own_name(source) or source.text or None
    if source.kind == "pronoun":
        if behind:
            return _referent(reading, source, behind=True) or _referent(reading, source)
        return _referent(reading, source)
    return source.text or None


def _described(reading: Reading, source: Source, *, behind: bool) -> str | None:
    """Return the person whom a description means that nobody bears by name; None when that cannot be told.

    It is who spoke last, or whom the sentence before it is about.
    """
    text, start = reading.text, source.start
    if _is_introduced(reading, source):
        return None  # "a nurse", then "the nurse"
    here, asker = reading.sentences.at(start), _last_asker(reading, source)
    for index in range(here - 1, max(-1, here - _FOCUS), -1):
        sentence = reading.sentences.spans[index]
        if sentence.article != reading.sentences.spans[here].article:
            break
        person = _speaker_in(reading, sentence, source)
        if person is None:
            sure, doubtful = people_in(reading, sentence, "", start)
            person = sure or (doubtful if doubtful and reading.people.is_used_as_name(doubtful) else None)
        if person is None:
            continue
        if person == asker or f"the {source.head}" in text[sentence.start : sentence.end].lower():
            return None  # who asked; "Roe was in the governor’s office. The governor paced"
        sex, known = _noun_sex(reading, source.head), reading.people.sex(person)
        fits = reading.people.may_be_person(person) and not (sex and known and sex != known)
        first = behind and not _names_agent(reading, sentence) and text.find(f"the {source.head}", 0, start) < 0
        aged = source.head[:1].isdigit()  # "the 54-year-old"
        if not fits or not (aged or may_describe(source.head, person, text, reading.words, first=first)):
            return None
        return person
    return None


def _last_asker(reading: Reading, source: Source) -> str | None:
    """Return who asked the question that the words of a source follow at once; it is not who answers."""
    index = len(reading.attributions)
    if not index or index >= len(reading.parts) or source.start < reading.parts[index].opens:
        return None
    last, part = reading.parts[index - 1], reading.parts[index]
    between = reading.text[last.closes : part.opens].strip()
    is_question = reading.text[last.end - 1] == "?" and between.endswith(".")
    return reading.attributions[index - 1].speaker if is_question and reading.text[part.end - 1] != "?" else None


def _names_agent(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names who acted on its subject, whom a description may mean: "Roe was replaced by Kelly"."""
    frame = reading.narrative(sentence.start, sentence.end)
    return any(
        frame.words[at] in frame.lexicon.agent_prepositions and frame.bits[at + 1] & frame.bits[at + 2] & CAPITAL
        for at in range(len(frame.words) - 2)
    )


def _is_introduced(reading: Reading, source: Source) -> bool:
    """Whether an earlier sentence introduces somebody without a name by the same role: "a nurse", "his nurse"."""
    if not source.head:
        return False
    owner = "|".join((*sorted(reading.words.introducing_words), r"\w+['’]s"))
    found = regex(rf"\b(?:{owner})\s(?:[\w-]+\s){{0,3}}{re.escape(source.head)}\b")
    return found.search(reading.text, max(0, source.start - _INTRODUCED), source.start) is not None


def _referent(reading: Reading, source: Source, *, behind: bool = False) -> str | None:
    """Return the antecedent of a pronoun: who answers a question, else the subject or speaker of the nearest sentence
    before it, else whom the text introduces behind it; None without one.
    """
    if source.sex not in {"m", "f", "p", "n"}:
        return None
    person = asker = None
    if source.sex == "n" and not source.frame.bits[source.first] & POSSESSIVE:
        person = _writer(reading, source)
    if source.sex in _OBJECTS:
        person, asker = _answering(reading, source)
    if person is None and asker is not None:
        person = _before(reading, source, behind=behind, other_than=asker)
    person = person or _before(reading, source, behind=behind)
    if person is None and source.sex in _OBJECTS:
        person = _mentioned(reading, source) or _introduced_later(reading, source)
    if person is not None and source.sex in _OBJECTS:
        reading.sexes.setdefault(person, source.sex)
    return person


def _writer(reading: Reading, source: Source) -> str | None:
    """Return who wrote the letter of the sentence before, which "it" means: “…,” it read; None without one."""
    here, spans = reading.sentences.at(source.start), reading.sentences.spans
    part = len(reading.attributions)
    if part < len(reading.parts):
        here = min(here, reading.sentences.at(reading.parts[part].opens))
    if not here or spans[here - 1].article != spans[here].article or _is_quoted(reading, spans[here - 1]):
        return None
    sentence = spans[here - 1]
    if part and reading.parts[min(part, len(reading.parts)) - 1].closes > sentence.start:
        return None  # whoever it quotes goes on
    if reading.words.letter_nouns.isdisjoint(
        reading.text[sentence.start : sentence.end].rstrip(".:").replace(",", "").split()
    ):
        return None
    frame = reading.narrative(sentence.start, sentence.end)
    author = letter_author(frame, len(frame.words))
    return resolve(reading, read_source(frame, author)) if author is not None else None


def _mentioned(reading: Reading, source: Source) -> str | None:
    """Return the only person whom the sentences up to a pronoun name in full or with a title, in whatever place.

    Roe in "He went to Ms. Roe with it and she told him", Kelly in "Aides to Senator Kelly denied it. … he said".
    """
    here, spans = reading.sentences.at(source.start), reading.sentences.spans
    for index in range(here, max(-1, here - _FOCUS), -1):
        sentence = spans[index]
        if sentence.article != spans[here].article or _is_quoted(reading, sentence):
            continue
        end = min(sentence.end, source.start)
        if end - sentence.start > _LONGEST_CLAUSES:
            return None
        frame = reading.narrative(sentence.start, end)
        found: set[str] = set()
        for at in range(len(frame.words) - 1):
            bits = frame.bits[at]
            if bits & frame.bits[at + 1] & CAPITAL and bits & (GIVEN | TITLE):
                named = read_source(frame, phrase_after(frame, at, len(frame.words)) or (at, at + 1))
                if named.kind == "pair":
                    return None
                person = reading.people.full(named.name, named.sex) if named.kind == "name" else ""
                if person and _agrees_with_pronoun(reading, person, source.sex, named.sex):
                    found.add(person)
        if found and frame.lexicon.pronouns.get(frame.low(0)) == source.sex:
            return None  # "He met Tom Hale. Later he said": somebody else
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _introduced_later(reading: Reading, source: Source) -> str | None:
    """Return whom the sentences behind a pronoun are about, which nothing before it explains; None without a person."""
    here, left, spans = reading.sentences.at(source.start), _LOOK_AHEAD, reading.sentences.spans
    frame = reading.narrative(spans[here].start, spans[here].end)
    if frame.words and frame.bits[0] & (SUBORDINATOR | PREPOSITION):
        subject = main_subject(frame, len(frame.words))
        named = read_source(frame, subject) if subject is not None else None
        if named is not None and named.start > source.start:
            return _person_of(reading, named, source.sex, sure=True)  # "When he heard of it, Kelly said"
    first = max(0, here - _LONGEST_OPENING)
    if first and spans[first].article == spans[here].article:
        return None  # it stands too far down to open the text
    opens = not here or spans[here - 1].article != spans[here].article
    for before in range(here, here if opens else first - 1, -1):
        if spans[before].article != spans[here].article:
            break
        if not _is_quoted(reading, spans[before]):
            return None
    for sentence in spans[here + 1 : here + 1 + _LONGEST_OPENING]:
        if not left or sentence.article != spans[here].article:
            break
        if _is_quoted(reading, sentence):
            continue
        left -= 1
        person, _ = people_in(reading, sentence, source.sex)
        if person is not None:
            return person
    return None


def _answering(reading: Reading, source: Source) -> tuple[str | None, str | None]:
    """Return who answers with the words of a pronoun, and who asked and is therefore not meant; None where unknown."""
    index = len(reading.attributions)
    if index >= len(reading.parts) or abs(source.start - reading.parts[index].opens) > _LONGEST_CLAUSES:
        return None, None
    opens = min(source.start, reading.parts[index].opens)
    here, spans = reading.sentences.at(opens), reading.sentences.spans
    before = spans[here - 1] if here and spans[here - 1].article == spans[here].article else None
    if before is not None and not _is_quoted(reading, before):
        asked, asker = _asked_in(reading, before.start, before.end, source.sex)
        if asked is not None or asker is not None:
            return asked, asker
    answers = _verb_behind(source) in reading.words.answering_verbs
    start = spans[reading.sentences.at(source.start)].start
    if (
        answers and start < source.start < reading.parts[index].opens
    ):  # "Kelly asked Roe if she knew, to which she replied"
        asked, _ = _asked_in(reading, start, source.start, source.sex)
        if asked is not None:
            return asked, None
    part = reading.parts[index - 1] if index else None
    pause = here - reading.sentences.at(part.closes - 1) if part else _MOST_PAUSE + 1
    if part is None or pause > _MOST_PAUSE:
        return None, None
    last, text = reading.attributions[index - 1], reading.text
    answers = answers and _opens_clause(source)
    is_question = text[part.end - 1] == "?" and last.cue in reading.words.asking_verbs
    if last.speaker is None or not (answers or (is_question and "\n" in text[part.closes : opens])):
        return None, None
    told, first = None, index - 1
    while told is None and first >= max(0, index - _MOST_PAUSE) and reading.attributions[first].speaker == last.speaker:
        told, first = addressee(reading, first, source.sex), first - 1
    return told, last.speaker if pause <= 1 else None


def _opens_clause(source: Source) -> bool:
    """Whether only function words stand between a pronoun and what is before it: "To which she replied"."""
    frame, at = source.frame, source.first - 1
    while at >= 0 and frame.bits[at] & (FUNCTION | ADVERB):
        at -= 1
    return at < 0 or bool(frame.bits[at] & SIGN)


def _verb_behind(source: Source) -> str:
    """Return the verb behind a pronoun; empty at the end of its sentence."""
    frame, at = source.frame, source.first + 1
    while at < len(frame.words) and frame.bits[at] & (ADVERB | AUXILIARY):
        at += 1
    return frame.low(at) if at < len(frame.words) else ""


def _asked_in(reading: Reading, start: int, end: int, sex: str) -> tuple[str | None, str | None]:
    """Return who is asked in a range of text that reports a question, or else who asks.

    Roe is asked in "Kelly asked Roe whether he knew", Kelly asks in "Kelly asked if she knew".
    """
    if reading.words.asking_verbs.isdisjoint(reading.text[start:end].split()):
        return None, None
    frame = reading.narrative(start, end)
    size = len(frame.words)
    for cue, word in enumerate(frame.words):
        if not cue or word not in frame.lexicon.asking_verbs or frame.bits[cue - 1] & (AUXILIARY | DETERMINER):
            continue
        if cue + 1 < size and frame.words[cue + 1] in frame.lexicon.question_words:
            subject = subject_before(frame, cue)
            asker = _person_of(reading, read_source(frame, subject), sex, sure=False) if subject else None
            return None, asker
        asked = phrase_after(frame, cue + 1, size)
        if asked is None or frame.bits[asked[0]] & PRONOUN & ~DETERMINER:
            continue
        pressed = word not in frame.lexicon.requesting_verbs
        if pressed or any(frame.words[at] in frame.lexicon.question_words for at in range(asked[1] + 1, size)):
            return _person_of(reading, read_source(frame, asked), sex, sure=False), None
    return None, None


def addressee(reading: Reading, index: int, sex: str) -> str | None:
    """Return to whom a quotation is said: the object of its cue, or whom its words address; None without one."""
    part, cue = reading.parts[index], reading.attributions[index].cue
    end = reading.sentences.spans[reading.sentences.at(part.closes)].end
    following = index + 1 < len(reading.parts) and reading.parts[index + 1].opens
    frame = reading.narrative(part.closes, min(end, following) if following else end)
    told = next((at for at, word in enumerate(frame.words) if word == cue), None)
    phrases = [(frame, phrase_after(frame, told + 1, len(frame.words)))] if told is not None else []
    quoted = reading.narrative(part.start, part.end)
    phrases += [(quoted, phrase) for phrase in _addressed(quoted)]
    for frame, phrase in phrases:
        person = _person_of(reading, read_source(frame, phrase), sex, sure=False) if phrase else None
        if person is not None and person != reading.attributions[index].speaker:
            return person
    return None


def _addressed(frame: Frame) -> list[Phrase]:
    """Return the names with a title that words address, at their beginning or end: "Ms. Roe, sit down"."""
    size, found = len(frame.words), []
    for first in (0, *range(max(2, size - 4), size - 1)):
        if (
            first + 1 >= size
            or not frame.bits[first] & TITLE
            or not frame.bits[first] & frame.bits[first + 1] & CAPITAL
        ):
            continue
        last = first + 1
        while last + 1 < size and frame.bits[last + 1] & CAPITAL:
            last += 1
        if (frame.words[last + 1 : last + 2] == [","]) if not first else frame.words[first - 1] == ",":
            found.append((first, last))
    return found


def _before(reading: Reading, source: Source, *, behind: bool, other_than: str | None = None) -> str | None:
    """Return the subject or speaker of the nearest sentence before a pronoun that agrees with it; None without one.

    A speaker that may be no person is returned only when no certain one is near.
    """
    here, doubtful, left = reading.sentences.at(source.start), None, _LOOK_BACK
    spans = reading.sentences.spans
    index = here
    while index >= 0 and spans[index].article == spans[here].article and left:
        sentence = spans[index]
        quoted = _is_quoted(reading, sentence) or _goes_on(reading, sentence)
        left -= not quoted  # a long quotation in between does not make the antecedent farther
        person = _speaker_in(reading, sentence, source, other_than)
        if person is not None:
            return person
        if not quoted and not (behind and index == here):
            if index == here and source.start - sentence.start > _LONGEST_CLAUSES:
                return None  # which of so many clauses names the person cannot be told
            person, unsure = people_in(reading, sentence, source.sex, source.start, other_than)
            if person is not None:
                return person
            # An unexplained surname counts only when no other person is near, or as subject of the pronoun's sentence.
            if unsure is not None and index != here and _has_pronoun(reading, sentence, unsure, source.sex):
                return unsure  # "Kelly shook her head."
            doubtful = doubtful or unsure
            if index == here and doubtful is not None:
                return doubtful
        elif quoted and source.sex in _OBJECTS and index != here:
            person = _in_tail(reading, sentence, source.sex)
            if person is not None and person != other_than:
                return person
        if quoted and other_than is None and _is_attributed(reading, sentence.end) and sentence.end <= source.start:
            reading.quoted_skips.add(source.sex, index)
        index = reading.quoted_skips.back(source.sex, index - 1)
    return doubtful


def _in_tail(reading: Reading, sentence: Sentence, sex: str) -> str | None:
    """Return a person of a known sex whom the words behind a quotation name: “…,” he said to his wife, Ann."""
    index = min(bisect_left(reading.parts, sentence.end, key=_opening), len(reading.attributions)) - 1
    if index < 0 or not (sentence.start <= reading.parts[index].closes < sentence.end or _goes_on(reading, sentence)):
        return None
    start = max(sentence.start, reading.parts[index].closes)
    if sentence.end - start < _SHORTEST_TAIL:
        return None
    frame = reading.narrative(start, sentence.end)
    for at in range(1, len(frame.words)):
        if not frame.bits[at] & CAPITAL:
            continue
        person = _person_of(reading, read_source(frame, _name_at(frame, at)), sex, sure=True)
        if person is not None:
            role = frame.low(at - 2) if at > 1 and frame.words[at - 1] == "," else ""
            if sex in {reading.people.sex(person), _noun_sex(reading, role)}:
                return person
    return None


def _name_at(frame: Frame, first: int) -> Phrase:
    """Return the capitalised words that begin at a token."""
    last = first
    while last + 1 < len(frame.words) and frame.bits[last + 1] & CAPITAL:
        last += 1
    return first, last


def _has_pronoun(reading: Reading, sentence: Sentence, name: str, sex: str) -> bool:
    """Whether a sentence goes on with a pronoun of that sex behind the name with which it begins."""
    last = name.rsplit(maxsplit=1)[-1]
    if sex not in _OBJECTS or not reading.text.startswith(last, sentence.start) or last.endswith("ly"):
        return False
    bits = reading.words.bits.get(last.lower(), 0)
    if (bits and not bits & GIVEN) or not reading.people.is_used_as_name(name):
        return False
    words = reading.text[sentence.start : sentence.end].lower().split()[1:]
    return any(reading.words.pronouns.get(word.strip(",.;")) == sex for word in words)


def _is_attributed(reading: Reading, offset: int) -> bool:
    """Whether every quotation that opens before an offset has been attributed."""
    return bisect_left(reading.parts, offset, key=_opening) <= len(reading.attributions)


def _speaker_in(reading: Reading, sentence: Sentence, pronoun: Source, other_than: str | None = None) -> str | None:
    """Return the speaker of the last quotation that ends in a sentence before a pronoun that agrees with them."""
    limit = min(sentence.end, pronoun.start)
    index = min(bisect_left(reading.parts, limit, key=_opening), len(reading.attributions)) - 1
    while (index := reading.misfits.back(pronoun.sex, index)) >= 0:
        if reading.parts[index].closes <= sentence.start:
            return None
        speaker = reading.attributions[index].speaker
        if speaker is not None and speaker == other_than:
            index -= 1
            continue
        if (
            speaker
            and not _is_spoken_to(reading, index, pronoun.sex)
            and _agrees_with_pronoun(reading, speaker, pronoun.sex)
        ):
            return speaker
        reading.misfits.add(pronoun.sex, index)
    return None


def _is_spoken_to(reading: Reading, index: int, sex: str) -> bool:
    """Whether an object pronoun after the cue excludes the speaker: "Kelly told her" before "she"."""
    cue, text, at = reading.attributions[index].cue, reading.text, reading.parts[index].closes
    if cue is None or sex not in _OBJECTS:
        return False
    behind = text.find(f"{cue} {_OBJECTS[sex]}", at, at + _CUE_NEAR)
    end = behind + len(cue) + 4
    return behind >= 0 and not text[end : end + 1].isalnum() and not text[end : end + 2].strip().isalpha()


def people_in(
    reading: Reading, sentence: Sentence, sex: str, limit: int | None = None, other_than: str | None = None
) -> tuple[str | None, str | None]:
    """Return the person whom a sentence is about: its speaker, else its subject, else the person it introduces.

    `other_than` is somebody who is not meant. The first result is certain; the second, set only without a first, may be
    no person.
    """
    if _is_quoted(reading, sentence):
        return None, None
    own, doubtful, named = 0, None, None
    frame, sources = subjects(reading, sentence, sentence.end if limit is None else min(sentence.end, limit))
    within = limit is not None and limit < sentence.end
    if within and _excludes(frame):
        return None, None
    named = None if within else _other_subject(frame, sex)
    for source in sources:
        if named is not None and source.first >= named:
            continue  # "He said Kelly would …": Kelly is not "he"
        person = _person_of(reading, source, sex, sure=True)
        if person is not None and person != other_than:
            return person, None
        unsure = _person_of(reading, source, sex, sure=False)
        doubtful = doubtful or (unsure if unsure != other_than else None)
        if source.kind == "pronoun" and source.sex == sex:
            # "Kelly frowned when he said" means Kelly; "an aide was hurt, he said" means somebody else.
            own = source.first
            named = own if own and source.frame.words[own - 1] != "," else 0
    if named is not None:
        clause = own > 1 and frame.bits[0] & SUBORDINATOR
        opened = _introduced(reading, frame, sex, within=False, stop=own) if clause and sex in _OBJECTS else None
        known = opened != other_than and bool(opened and reading.people.sex(opened))
        return (opened if known else None), doubtful  # "When aides met Kelly, he frowned."
    doubtful = doubtful or _viewpoint(reading, frame, sex)
    either = any(source.kind == "pair" for source in sources)  # which of the two cannot be told
    introduced = (
        _introduced(reading, frame, sex, within=within, stop=_pronoun_at(frame, sex))
        if sex in _OBJECTS and not either
        else None
    )
    if introduced is not None and introduced != other_than:
        return introduced, doubtful
    if doubtful is None and not within and sex in _OBJECTS:
        acted = next((cue for cue in frame.cues if cue and frame.bits[cue] & (PAST | PRESENT)), None)
        upon = phrase_after(frame, acted + 1, len(frame.words)) if acted is not None else None
        if upon is not None:
            object_ = read_source(frame, (upon[0], head_end(frame, *upon)))  # "accused the president of lying"
            doubtful = _person_of(reading, object_, sex, sure=False)
    return None, doubtful if doubtful != other_than else None  # "Aides accused the president of it. He replied"


def _excludes(frame: Frame) -> bool:
    """Whether the words before a pronoun name somebody else: "Asked by Kelly if it was over, he", "According to Kelly,
    he yelled".
    """
    if not frame.words:
        return False
    if frame.low(0) in frame.lexicon.asking_verbs:
        return True
    return bool(frame.bits[0] & ACCORDING) and frame.words.count(",") == 1 and frame.words[-1] == ","


def _other_subject(frame: Frame, sex: str) -> int | None:
    """Return where a sentence has a pronoun behind an opening clause: "When it was over she walked up to Ann Roe"."""
    other = _pronoun_at(frame, sex) if frame.bits and frame.bits[0] & SUBORDINATOR else None
    return other if other is not None and not frame.bits[other - 1] & (SUBORDINATOR | SIGN) else None


def subjects(reading: Reading, sentence: Sentence, end: int) -> tuple[Frame, list[Source]]:
    """Return the frame of a sentence up to `end`, with its speaker and subject as sources; read once."""
    found = reading.subjects.get((sentence.start, end))
    if found is not None:
        return found
    dateline = _DATELINE.match(reading.text, sentence.start, end)
    frame = reading.narrative(dateline.end() if dateline else sentence.start, end)
    reported, size = narrative_attribution(frame), len(frame.words)
    heading = end == sentence.end and reading.text[end - 1].isalnum()
    phrases = [reported.source if reported else None, None if heading else main_subject(frame, size)]
    if frame.bits and frame.bits[0] & SUBORDINATOR:
        phrases.append(phrase_after(frame, 1, size))
        comma = next((at for at in range(size) if frame.words[at] == ","), size)
        if reported is not None and reported.source[0] < comma:
            phrases[:2] = phrases[1::-1]  # "When a reporter asked, Kelly bristled": the main clause comes first
        phrases.insert(0, _asked_person(frame, reported))
    if end < sentence.end:
        # "His spokesman says Kelly told them he …": the nearest subject of a verb of speech comes first.
        spoken = (cue for cue in reversed(frame.cues) if cue and frame.bits[cue] & SPEECH)
        verbs = (cue for cue in spoken if cue_end(frame, cue) is not None and agrees(frame, cue))
        phrases += [subject_before(frame, cue) for cue in verbs]
    phrases += [_owner(frame, phrase) for phrase in phrases[:2] if phrase is not None]
    if not any(phrases):
        phrases.append(
            next((phrase_before(frame, at) for at in range(1, min(5, size)) if _is_possessive_name(frame, at)), None)
        )
    found = frame, [read_source(frame, phrase) for phrase in phrases if phrase is not None]
    reading.subjects[sentence.start, end] = found
    return found


def _viewpoint(reading: Reading, frame: Frame, sex: str) -> str | None:
    """Return the person whose view a sentence gives: Kelly in "For Kelly, the answer is simple"."""
    if (
        sex not in _OBJECTS
        or len(frame.words) < len(("For", "Kelly", ","))
        or frame.low(0) not in frame.lexicon.viewpoint_prepositions
    ):
        return None
    phrase = phrase_after(frame, 1, len(frame.words))
    if phrase is None or frame.words[phrase[1] + 1 : phrase[1] + 2] != [","]:
        return None
    return _person_of(reading, read_source(frame, phrase), sex, sure=False)


def _asked_person(frame: Frame, reported: Attribution | None) -> Phrase | None:
    """Return who is asked in a clause that opens a sentence: Kelly in "When reporters asked Kelly about it, he …"."""
    cue = reported.cue[1] if reported is not None and reported.cue else None
    if cue is None or frame.words[cue] not in frame.lexicon.asking_verbs:
        return None
    return phrase_after(frame, cue + 1, len(frame.words))


def _owner(frame: Frame, phrase: Phrase) -> Phrase | None:
    """Return the person who owns the head of a phrase: Kelly in "Kelly’s answer"."""
    return next(((phrase[0], at) for at in range(phrase[0], phrase[1]) if _is_possessive_name(frame, at)), None)


def _is_possessive_name(frame: Frame, at: int) -> bool:
    """Whether a token is the possessive of a name or a role."""
    return bool(frame.bits[at] & POSSESSIVE) and bool(frame.bits[at] & (CAPITAL | ROLE))


def _introduced(reading: Reading, frame: Frame, sex: str, *, within: bool, stop: int | None = None) -> str | None:
    """Return the first person whom a sentence names in full or with a title; None when there is none.

    `within` means that the pronoun is in the same sentence; a name after a preposition is then somebody else: "Met by
    Ann Roe, she said".
    """
    for at in range((stop or len(frame.words)) - 1):
        bits = frame.bits[at]
        described = bool(bits & CAPITAL) and _is_described(frame, at)
        if not described and not (bits & frame.bits[at + 1] & CAPITAL and bits & (GIVEN | TITLE)):
            continue
        if within and at and frame.bits[at - 1] & PREPOSITION:
            continue
        source = read_source(frame, phrase_after(frame, at, len(frame.words)) or (at, at + 1))
        if described and _noun_sex(reading, frame.low(at - 2)) not in {"", sex}:
            continue
        if source.kind != "name" or (bits & TITLE and not source.sex):
            continue
        person = reading.people.full(source.name, source.sex)
        if _agrees_with_pronoun(reading, person, sex, source.sex):
            return person
    return None


def _pronoun_at(frame: Frame, sex: str) -> int | None:
    """Return where a sentence has a subject pronoun of a sex; whom it names behind it is somebody else: "When it was
    over she walked up to Ann Roe".
    """
    for at in range(1, len(frame.words) - 1):
        if (
            frame.bits[at] & PRONOUN
            and not frame.bits[at] & DETERMINER
            and frame.lexicon.pronouns.get(frame.words[at]) == sex
        ):
            return at if frame.words[at] not in frame.lexicon.object_pronouns else None
    return None


def _is_described(frame: Frame, at: int) -> bool:
    """Whether a noun for a person and a comma stand before a name: "a schoolgirl, Una Rask"."""
    if at < 2 or frame.words[at - 1] != "," or frame.bits[at - 2] & CAPITAL:
        return False
    return bool(frame.bits[at - 2] & ROLE) or frame.low(at - 2) in frame.lexicon.noun_sex


def _person_of(reading: Reading, source: Source, sex: str, *, sure: bool) -> str | None:
    """Return the person, group or thing of a source if a pronoun of this sex can refer to it, else None."""
    if source.kind == "name":
        speaker = reading.people.full(source.name, source.sex)
        role = _role_before(source)
        person = reading.people.is_person(speaker) or bool(role)
        if sex == "n":
            return None if person else speaker
        known = person or bool(source.sex) or (not sure and reading.people.may_be_person(speaker))
        stated = source.sex or _noun_sex(reading, role)
        return speaker if known and _agrees_with_pronoun(reading, speaker, sex, stated) else None
    if source.kind == "pair" and sex in _OBJECTS:
        names = [reading.people.full(name) for name in source.names]
        found = [name for name in names if reading.people.sex(name) == sex]
        return found[0] if len(found) == 1 else None  # "Ms. Roe and Mr. Hale met. … she said"
    if source.kind in {"someone", "role"}:
        holder = _holder(reading, source) if source.kind == "role" else _own_name(source)
        if holder is None and source.head[:1].isdigit():
            holder = _described(reading, source, behind=False)
        if holder is not None:
            unlike = sex in _OBJECTS and reading.people.sex(holder) not in {"", sex}
            if unlike:  # "The judge said he": not Ann Roe, a retired judge
                return None if source.first else source.text
            return holder
        known_sex = _noun_sex(reading, source.head) or reading.sexes.get(source.text, "")
        return source.text if sex not in {"p", "n"} and known_sex in {sex, ""} else None
    if sex == "n":
        one = not source.text.endswith("s") or reading.words.bits.get(source.head, 0) & ORGANISATION
        return source.text if source.kind == "other" and one else None
    return source.text if sex == "p" and not _is_one_paper(reading, source.head) else None


def _role_before(source: Source) -> str:
    """Return the noun for a person that a name explains: "wife" in "his wife, Ann, nodded"; empty without one."""
    frame, role = source.frame, source.first - 2
    explains = role >= 0 and frame.words[role + 1] == "," and frame.bits[role] & ROLE and not frame.bits[role] & CAPITAL
    if not explains or frame.bits[role - 1] & ORGANISATION:
        return ""  # "the energy regulator, Ofpower,"
    return frame.low(role)


def _own_name(source: Source) -> str | None:
    """Return the name by which somebody is known in the clause behind them: "a man who gave his name only as Roe"."""
    frame = source.frame
    for at in range(source.first + 2, min(len(frame.words) - 1, source.first + _LONGEST_NAMING)):
        if frame.words[at] not in frame.lexicon.as_words or not frame.bits[at + 1] & CAPITAL:
            continue
        if not frame.lexicon.self_naming_words.isdisjoint(frame.words[max(source.first, at - 4) : at]):
            named = phrase_after(frame, at + 1, len(frame.words))
            given = read_source(frame, named) if named is not None else None
            return (given.name if len(given.name) > 1 else given.text) or None if given else None  # "Officer B"
    return None


def _is_one_paper(reading: Reading, words: str) -> bool:
    """Whether words name one document, which is never "they"."""
    bits = [reading.words.bits.get(word, 0) & (PAPER | ORGANISATION | PERSON_NOUN) for word in words.lower().split()]
    return PAPER in bits and not any(bit & ~PAPER for bit in bits) and not words.endswith("s")


def _noun_sex(reading: Reading, noun: str) -> str:
    """Return the sex that a role noun implies ("spokeswoman", "father"): "m", "f" or ""."""
    sex = reading.words.noun_sex.get(noun)
    if sex is None:
        sex = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
    return sex


def _is_quoted(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence begins inside a quotation."""
    index = bisect_right(reading.parts, sentence.start, key=_opening) - 1
    return index >= 0 and sentence.start < reading.parts[index].closes


def _goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence only attributes the quotation before it: “…?” ¶ asked Kelly, the chair."""
    if not reading.text[sentence.start].islower():
        return False
    index = bisect_right(reading.parts, sentence.start, key=_opening) - 1
    return index >= 0 and not reading.text[reading.parts[index].closes : sentence.start].strip()


def _agrees_with_pronoun(reading: Reading, speaker: str, sex: str, known: str = "") -> bool:
    """Whether a pronoun can refer to a speaker."""
    if sex == "p":
        return (speaker[:1].islower() and not _is_one_paper(reading, speaker)) or " and " in speaker
    if sex == "n":
        return not reading.people.is_person(speaker)
    if sex not in _OBJECTS:
        return True
    if reading.sexes.get(speaker, sex) != sex or (sex in _OBJECTS and _is_followed_by_which(reading, speaker)):
        return False
    if speaker[:1].islower():
        bits = [reading.words.bits.get(word, 0) for word in speaker.split()]
        one = any(bit & ROLE for bit in bits) or not any(bit & (GROUP | PAPER | ORGANISATION) for bit in bits)
        head = next((word for word, bit in zip(speaker.split(), bits, strict=True) if bit & ROLE), "")
        return one and not speaker.endswith("s") and _noun_sex(reading, head) in {sex, ""}
    return (known or reading.people.sex(speaker)) in {sex, ""} and reading.people.may_be_person(speaker)


def _is_followed_by_which(reading: Reading, speaker: str) -> bool:
    """Whether a text goes on with "which" behind a name, so that it is no person's."""
    found = reading.things.get(speaker)
    if found is None:
        found = reading.things[speaker] = f"{speaker}, which " in reading.text
    return found


def _holder(reading: Reading, source: Source) -> str | None:
    """Return the person named with a role: "the mayor" → "Mayor Jo Brand"; None when nobody is.

    Of several, the one who spoke last, else the one named nearest before.
    """
    low = source.text.lower().removesuffix(source.head)  # "the deputy" has no rank before its noun
    ranks = [rank for rank in reading.words.ranks if rank in low]
    head = source.head or source.name.lower()
    nearest, holder = -1, None
    people: set[str] = set()
    for noun in (head, head.capitalize(), *reading.words.abbreviations.get(head, ())):
        role_mention = _role_mention(reading, noun, ranks, source.start)
        count = bisect_right(role_mention.offsets, source.start - len(noun))
        people.update(person for person, at in role_mention.first.items() if at <= source.start - len(noun))
        if count and (role_mention.offsets[count - 1], role_mention.people[count - 1]) > (nearest, holder or ""):
            nearest, holder = role_mention.offsets[count - 1], role_mention.people[count - 1]
    return reading.last_of(people) or holder


def _role_mention(reading: Reading, noun: str, ranks: list[str], end: int) -> RoleMention:
    """Return the mentions of a role noun with a person, searched up to an offset; each range is searched once."""
    key = (noun, *ranks)
    role_mention = reading.role_mentions.get(key)
    if role_mention is None:
        role_mention = reading.role_mentions[key] = RoleMention()
    at = reading.text.find(noun, role_mention.seen, end)
    while at >= 0:
        person = _named_at(reading, at, len(noun), ranks)
        if person:
            role_mention.offsets.append(at)
            role_mention.people.append(person)
            role_mention.first.setdefault(person, at)
        role_mention.seen = at + len(noun)
        at = reading.text.find(noun, role_mention.seen, end)
    role_mention.seen = max(role_mention.seen, end - len(noun) + 1)
    return role_mention


def _named_at(reading: Reading, at: int, length: int, ranks: list[str]) -> str | None:
    """Return the person named beside a role noun: "Mayor Jo Brand", "Jo Brand, the city's mayor"; else None."""
    text = reading.text
    lead = text[max(0, at - 12) : at].lower()
    if any((rank in lead) != (rank in ranks) for rank in reading.words.ranks):
        return None
    match = _NAME_NEXT.match(text, at + length) or _NAME_BETWEEN.match(text, at + length)
    if match is None and not text[at + length : at + length + 1].isalnum():
        match = _NAME_BEFORE.search(text, max(0, at - 100), at)
    if match is None:
        return None
    frame = reading.narrative(match.start(1), match.end(1))
    source = read_source(frame, (0, len(frame.words) - 1))
    return reading.people.full(source.name) if source.name and reading.people.is_person(source.name) else None
