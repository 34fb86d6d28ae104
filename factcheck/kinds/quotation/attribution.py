"""Whose words each quotation of a document gives, and by which cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.kinds.quotation.cues import (
    Attribution,
    attribution,
    clause_subject,
    introduction,
    is_alone,
    sentence_bounds,
    teller,
)
from factcheck.kinds.quotation.frames import Frame, frames, tokens
from factcheck.kinds.quotation.lexicon import CAPITAL, GIVEN, ROLE, SUBORDINATOR, TITLE, Lexicon, lexicon
from factcheck.kinds.quotation.marks import Part
from factcheck.kinds.quotation.names import People, Source, read_source
from factcheck.kinds.quotation.phrases import main_subject, phrase_after
from factcheck.kinds.quotation.roles import role_of
from factcheck.kinds.room import sentence_index
from factcheck.model import Document, Quotation, Sentence
from factcheck.ruleset import Ruleset

_LOOK_BACK = 6
_HONORIFIC_SEX = {"m": "m", "f": "f"}
_NAME = r"(?:[^\W\d_a-z][\w.’'-]*\s+){0,3}[^\W\d_a-z][\w’-]+"
_NAME_NEXT = re.compile(rf"s?\s+(?:of\s+(?:the\s+)?[A-Z]\w+\s+)?({_NAME})")
_NAME_BEFORE = re.compile(
    rf"({_NAME}),\s+(?:the|a|an|his|her|its|their|who\s+is|who\s+was|who)?\s?[^,.;:“”\"]{{0,60}}$"
)
_RANKS = ("vice", "former", "deputy", "prime", "assistant", "ex-")


class Voice(Struct, frozen=True):
    """Who speaks a quotation: resolved, as written beside it, and the cue."""

    speaker: str | None = None
    named: str | None = None
    cue: str | None = None
    how: str = ""


class Reading(Struct, frozen=True):
    """A document while its quotations are read in order; `voices` grows with each."""

    text: str
    sentences: Sequence[Sentence]
    starts: list[int]
    parts: Sequence[Part]
    words: Lexicon
    people: People
    voices: list[Voice]
    narratives: dict[tuple[int, int], Frame]

    def narrative(self, start: int, end: int) -> Frame:
        """The tokens of a stretch, read once."""
        found = self.narratives.get((start, end))
        if found is None:
            found = self.narratives[start, end] = tokens(self.text, start, end, self.words)
        return found


def quotations(
    document: Document, sentences: Sequence[Sentence], parts: Sequence[Part], ruleset: Ruleset
) -> Iterator[Quotation]:
    """The quotation that each part gives, in their order."""
    words = lexicon(ruleset)
    text = document.text
    reading = Reading(
        text, sentences, [s.start for s in sentences], parts, words, People(text, words, {}), [], {}
    )
    for frame in frames(text, parts, sentences, words):
        for at, index in frame.quotes:
            part = parts[index]
            bounds = sentence_bounds(frame, at)
            found = attribution(frame, at, bounds, _ending(text, part), words)
            voice = _told(reading, frame, found) if found else _carried(reading, frame, at, bounds, index)
            role = role_of(text, part, frame, at, voice.how, words)
            if role != "quotation":
                voice = Voice()
            reading.voices.append(voice)
            quote = text[part.start : part.end]
            yield Quotation(quote, voice.speaker, voice.cue, role, voice.named)


def _ending(text: str, part: Part) -> str:
    """The last sign of the quoted words, before any nested mark."""
    return text[part.start : part.end].rstrip("\"'”’»")[-1:]


def _told(reading: Reading, frame: Frame, found: Attribution) -> Voice:
    """The voice of a quotation with an attribution of its own."""
    source = read_source(frame, found.source, reading.text, reading.words)
    cue = frame.text(*found.cue, reading.text) if found.cue else None
    speaker = resolve(reading, source, frame)
    return Voice(speaker, source.text, " ".join(cue.split()) if cue else None, found.how)


def _carried(reading: Reading, frame: Frame, at: int, bounds: tuple[int, int], index: int) -> Voice:
    """The voice carried over from a quotation's neighbours, or the subject of its sentence."""
    part, previous = reading.parts[index], reading.voices[-1] if reading.voices else None
    if part.follows is not None and previous is not None:
        return Voice(previous.speaker, named="", how="carried")
    if is_alone(frame, bounds):
        return _monologue(reading, index, previous)
    subject = clause_subject(frame, at, bounds, reading.words)
    if subject is None or reading.text.count(" ", part.start, part.end) < 3:
        return Voice()
    source = read_source(frame, subject, reading.text, reading.words)
    if source.kind == "other" and not source.head:
        return Voice()
    return Voice(resolve(reading, source, frame), named="", how="subject")


def _monologue(reading: Reading, index: int, previous: Voice | None) -> Voice:
    """The voice of a quotation that is a sentence of its own: who spoke or was spoken of just before."""
    part = reading.parts[index]
    here = sentence_index(reading.starts, part.opens)
    if here == 0:
        return Voice()
    before = reading.sentences[here - 1]
    if before.article != reading.sentences[here].article:
        return Voice()
    if index and reading.parts[index - 1].closes > before.start and previous is not None:
        return Voice(previous.speaker, named="", how="carried") if previous.speaker else Voice()
    frame = reading.narrative(before.start, before.end)
    introduced = reading.text[before.end - 1] in ":,"
    told = introduction(frame, reading.words) if introduced else teller(frame, reading.words)
    if told is not None:
        voice = _told(reading, frame, told)
        return voice if introduced or voice.speaker is None else Voice(voice.speaker, named="", how="carried")
    person = _subject_person(reading, before, "")
    return Voice(person, named="", how="carried") if person else Voice()


def resolve(reading: Reading, source: Source, frame: Frame) -> str | None:
    """The fullest name for a source; None for a pronoun that leads to nobody."""
    if source.kind == "name":
        full = reading.people.full(source.name, source.sex)
        role = full == source.name and reading.words.bits.get(full.lower(), 0) & (ROLE | TITLE)
        return (role and _holder(reading, source)) or full
    if source.kind == "pair":
        return " and ".join(reading.people.full(half) for half in source.name.split("&"))
    if source.kind == "role":
        return _holder(reading, source) or source.text
    if source.kind == "pronoun":
        return _antecedent(reading, source, frame)
    return source.text or None


def _antecedent(reading: Reading, source: Source, frame: Frame) -> str | None:
    """Whom a pronoun stands for: the subject or speaker of the nearest sentence before it."""
    sex = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(source.text.lower(), source.sex)
    if sex in {"1", "r"}:
        return None
    here = sentence_index(reading.starts, source.start)
    # Surely a person first; a bare surname that the text never explains only when no one else is near.
    for sure in (True, False) if sex in {"m", "f"} else (False,):
        for index in range(here, max(-1, here - _LOOK_BACK), -1):
            sentence = reading.sentences[index]
            if sentence.article != reading.sentences[here].article:
                break
            person = _speaker_in(reading, sentence, source.start, sex)
            if person is None:
                person = _subject_person(reading, sentence, sex, source.start, sure=sure)
            if person is not None:
                return person
    return None


def _speaker_in(reading: Reading, sentence: Sentence, limit: int, sex: str) -> str | None:
    """The speaker of the last quotation that ends in a sentence, before an offset."""
    for index in range(len(reading.voices) - 1, -1, -1):
        part = reading.parts[index]
        if part.closes <= sentence.start:
            return None
        if part.opens < min(sentence.end, limit):
            speaker = reading.voices[index].speaker
            if speaker and _fits(reading, speaker, sex):
                return speaker
    return None


def _subject_person(
    reading: Reading, sentence: Sentence, sex: str, limit: int | None = None, *, sure: bool = True
) -> str | None:
    """The person who is the subject of a sentence."""
    if _is_quoted(reading, sentence):
        return None
    end = min(sentence.end, limit) if limit is not None else sentence.end
    frame = reading.narrative(sentence.start, end)
    told = teller(frame, reading.words)
    subjects = [told.source if told else None, main_subject(frame, 0, len(frame.words), reading.words)]
    if limit is not None and frame.bits and frame.bits[0] & SUBORDINATOR:
        subjects.append(phrase_after(frame, 1, len(frame.words), reading.words))
    for subject in subjects:
        if subject is not None:
            source = read_source(frame, subject, reading.text, reading.words)
            person = _person_of(reading, source, sex, sure=sure)
            if person is not None:
                return person
            if source.kind == "pronoun" or (source.kind == "name" and reading.people.is_person(source.name)):
                return None
    return _introduced(reading, frame, sex) if sex in {"m", "f"} else None


def _introduced(reading: Reading, frame: Frame, sex: str) -> str | None:
    """The first person whom a sentence names in full."""
    for at in range(len(frame.words) - 1):
        if frame.bits[at] & GIVEN and frame.bits[at] & frame.bits[at + 1] & CAPITAL:
            person = f"{frame.words[at]} {frame.words[at + 1]}"
            if _fits(reading, person, sex):
                return person
    return None


def _person_of(reading: Reading, source: Source, sex: str, *, sure: bool) -> str | None:
    """The person a source is, if a pronoun can stand for it."""
    if source.kind == "name":
        speaker = reading.people.full(source.name, source.sex)
        person = reading.people.is_person(speaker)
        if sex == "n":
            return None if person else speaker
        sure_enough = person or bool(source.sex) or (not sure and reading.people.may_be_person(speaker))
        return speaker if sure_enough and _fits(reading, speaker, sex, source.sex) else None
    if source.kind == "someone":
        return source.text if sex not in {"p", "n"} else None
    if source.kind == "role":
        return _holder(reading, source) or (source.text if sex not in {"p", "n"} else None)
    if sex == "p" and source.kind in {"other", "pair"} or sex == "n" and source.kind == "other":
        return source.text
    return None


def _is_quoted(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence begins inside a quotation."""
    for part in reversed(reading.parts):
        if part.opens <= sentence.start:
            return sentence.start < part.closes
    return False


def _fits(reading: Reading, speaker: str, sex: str, known: str = "") -> bool:
    """Whether a pronoun can stand for a speaker."""
    if sex == "p":
        return speaker[:1].islower() or " and " in speaker
    if sex == "n":
        return not reading.people.is_person(speaker)
    if sex in {"m", "f"}:
        if speaker[:1].islower():
            return not speaker.endswith("s")
        return (known or reading.people.sex(speaker)) in {sex, ""} and reading.people.may_be_person(speaker)
    return True


def _holder(reading: Reading, source: Source) -> str | None:
    """The person whom the document names with a role: "the mayor" → "Mayor Jo Brand".

    The last of them who spoke, else the one named nearest before.
    """
    ranks = [rank for rank in _RANKS if rank in source.text.lower()]
    named: list[tuple[int, str]] = []
    head = source.head or source.name.lower()
    for noun in (head, head.capitalize()):
        at = reading.text.rfind(noun, 0, source.start)
        while at >= 0:
            person = _named_at(reading, at, len(noun), ranks)
            if person:
                named.append((at, person))
            at = reading.text.rfind(noun, 0, at)
    people = {person for _, person in named}
    spoke = next((voice.speaker for voice in reversed(reading.voices) if voice.speaker in people), None)
    return spoke or max(named, default=(0, None))[1]


def _named_at(reading: Reading, at: int, length: int, ranks: list[str]) -> str | None:
    text = reading.text
    lead = text[max(0, at - 12) : at].lower()
    if any((rank in lead) != (rank in ranks) for rank in _RANKS):
        return None
    match = _NAME_NEXT.match(text, at + length)
    if match is None and not text[at + length : at + length + 2].strip(" ,.").isalpha():
        match = _NAME_BEFORE.search(text, max(0, at - 100), at)
    if match is None:
        return None
    frame = tokens(text, match.start(1), match.end(1), reading.words)
    if not frame.words:
        return None
    source = read_source(frame, (0, len(frame.words) - 1), text, reading.words)
    if source.kind != "name" or not reading.people.is_person(source.name):
        return None
    return reading.people.full(source.name)
