"""Whose words each quotation of a document gives, and by which cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.kinds.quotation.cues import (
    Attribution,
    attribution,
    clause_subject,
    introduction,
    is_alone,
    teller,
)
from factcheck.kinds.quotation.frames import Frame, Sentences, frames
from factcheck.kinds.quotation.lexicon import CAPITAL, NOUN, PASSIVE, SPEECH, lexicon
from factcheck.kinds.quotation.names import People
from factcheck.kinds.quotation.parts import Part
from factcheck.kinds.quotation.phrases import head_end
from factcheck.kinds.quotation.resolving import Reading, ResolvedAttribution, people_in, resolve, subjects
from factcheck.kinds.quotation.roles import role_of
from factcheck.kinds.quotation.sources import read_source
from factcheck.kinds.quotation.verbs import is_passive
from factcheck.model import Document, Quotation, Sentence
from factcheck.ruleset import Ruleset

_NESTED: Final = frozenset("\"'”’»")
_MOST_BETWEEN: Final = 4  # sentences
_LEAST_WORDS: Final = 4  # of a quotation that takes the subject of its sentence for its speaker


def quotations(
    document: Document, sentences: Sequence[Sentence], parts: Sequence[Part], ruleset: Ruleset
) -> list[Quotation]:
    """The quotation that each part gives, in their order."""
    if not parts:
        return []
    words, text = lexicon(ruleset), document.text
    spans = Sentences(text, sentences, [sentence.start for sentence in sentences])
    reading = Reading(spans, parts, words, People(text, words, {}), [], {}, {})
    roles: list[str] = []
    for frame in frames(spans, parts, words):
        for at, index in frame.quotes:
            part = parts[index]
            found = attribution(frame, at, _ending(text, part))
            resolved = _told(reading, frame, found) if found else _carried(reading, frame, at, index)
            role = role_of(frame, part, at, resolved.how)
            roles.append(role)
            reading.voices.append(resolved if role == "quotation" else ResolvedAttribution())
    voices = reading.voices
    if any(part.follows is not None for part in parts):
        voices = _whole_chains(parts, voices)
    return [
        Quotation(text[part.start : part.end], resolved.speaker, resolved.cue, role, resolved.named)
        for part, resolved, role in zip(parts, voices, roles, strict=True)
    ]


def _ending(text: str, part: Part) -> str:
    """The last sign of the quoted words, before any nested mark."""
    end = part.end
    while end > part.start and text[end - 1] in _NESTED:
        end -= 1
    return text[end - 1] if end > part.start else ""


def _told(reading: Reading, frame: Frame, found: Attribution) -> ResolvedAttribution:
    """The resolved of a quotation with an attribution of its own."""
    source = read_source(frame, found.source)
    cue = frame.spelt(*found.cue) if found.cue else None
    return ResolvedAttribution(resolve(reading, source), source.text, cue, found.how)


def _carried(reading: Reading, frame: Frame, at: int, index: int) -> ResolvedAttribution:
    """The resolved carried over from a quotation's neighbours, or the subject of its sentence."""
    part = reading.parts[index]
    if part.follows is not None and index:
        return _carry(reading.voices[-1].speaker)
    if is_alone(frame):
        return _monologue(reading, index)
    spoken = [cue for cue in frame.cues if cue < at and frame.bits[cue] & SPEECH]
    if any(is_passive(frame, cue) for cue in spoken):
        return ResolvedAttribution()  # "Kelly was asked whether it was “…”"
    subject = clause_subject(frame, at)
    if subject is None or reading.text.count(" ", part.start, part.end) + 1 < _LEAST_WORDS:
        return ResolvedAttribution()
    source = read_source(frame, subject)
    thing = source.kind == "other" and not frame.bits[head_end(frame, *subject)] & (NOUN | CAPITAL)
    if not spoken and (thing or frame.bits[at - 1] & PASSIVE):
        return ResolvedAttribution()  # what “…” is said of does not speak: "the plan was “a gift to us all”"
    return ResolvedAttribution(resolve(reading, source), named="", how="subject")


def _carry(speaker: str | None) -> ResolvedAttribution:
    return ResolvedAttribution(speaker, named="", how="carried") if speaker else ResolvedAttribution()


def _monologue(reading: Reading, index: int) -> ResolvedAttribution:
    """The resolved of a quotation that is a sentence of its own: who spoke or was spoken of just before."""
    spans, part = reading.sentences.spans, reading.parts[index]
    here = reading.sentences.at(part.opens)
    quoted = reading.text[part.start : part.end]
    if quoted[-1].isalnum() and len(quoted.split()) <= reading.words.scare_words:
        return ResolvedAttribution()  # a heading
    if here == 0 or spans[here - 1].article != spans[here].article:
        return ResolvedAttribution()
    before = spans[here - 1]
    last = _last_speaker(reading, index, before.start)
    if last is not None:
        return _carry(last)
    if index and _goes_on(reading, index, here):
        return _carry(reading.voices[-1].speaker)
    frame = reading.narrative(before.start, before.end)
    introduced = reading.text[before.end - 1] in ":,"
    told = introduction(frame) if introduced else teller(frame)
    if told is not None:
        resolved = _told(reading, frame, told)
        return resolved if introduced else _carry(resolved.speaker)
    _, told_of = subjects(reading, before, before.end)
    if told_of and told_of[0].kind == "pronoun":
        return _carry(resolve(reading, told_of[0]))  # She smiled.
    return _carry(people_in(reading, before, "")[0])


def _goes_on(reading: Reading, index: int, here: int) -> bool:
    """Whether a quotation re-opens the one before it, which nothing closed: copy with each sentence on its line."""
    last = reading.parts[index - 1]
    if last.closes != last.end or here - reading.sentences.at(last.opens) > _MOST_BETWEEN:
        return False
    between = reading.text[last.end : reading.parts[index].opens]
    return "\n\n" not in between and not between.split("\n", 1)[0].strip()


def _last_speaker(reading: Reading, index: int, since: int) -> str | None:
    """The speaker of the last quotation before one that ends behind an offset; scare words have none."""
    for before in range(index - 1, -1, -1):
        if reading.parts[before].closes <= since:
            return None
        if reading.voices[before].speaker:
            return reading.voices[before].speaker
    return None


def _whole_chains(parts: Sequence[Part], voices: list[ResolvedAttribution]) -> list[ResolvedAttribution]:
    """The voices, where a quotation over several paragraphs has its only cue in a later one."""
    whole = list(voices)
    for index in range(len(parts) - 1, 0, -1):
        linked = parts[index].follows == parts[index - 1].start
        own = whole[index].cue is not None or whole[index].how == "chain"
        if linked and own and whole[index - 1].how in {"", "carried"}:
            whole[index - 1] = ResolvedAttribution(whole[index].speaker, named="", how="chain")
    return whole
