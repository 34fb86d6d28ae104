"""Find whose words a letter, a note or a message gives: who wrote it, sent it or had it read."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    PASSIVE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SIGN,
    VERB,
)
from factcheck.kinds.quotation.phrases import Phrase, can_speak, phrase_after, phrase_before
from factcheck.kinds.quotation.subjects import governing_subject, subject_before

_LONGEST_AUTHOR: Final = 14  # tokens of an author with an aside, up to the verb
_MOST_BEFORE: Final = 5  # tokens from a determiner to a letter's noun: "a long and angry letter"


def letter_author(frame: Frame, limit: int) -> Phrase | None:
    """Return the author of the last letter that a sentence tells of before a token; None without one."""
    for at in range(limit - 1, 0, -1):
        if frame.words[at] not in frame.lexicon.letter_nouns:
            continue
        opening = _opening(frame, at)
        if opening is None:
            continue
        found = _author_behind(frame, at, limit) or _author_before(frame, at, opening, limit)
        named = found is not None and (can_speak(frame, found) or frame.low(found[0]) in frame.lexicon.speech_owners)
        return found if named else None
    return None


def _opening(frame: Frame, at: int) -> int | None:
    """Return the determiner or the owner before a letter's noun; None where the word is no noun."""
    for before in range(at - 1, max(-1, at - _MOST_BEFORE), -1):
        bits = frame.bits[before]
        if bits & (DETERMINER | POSSESSIVE):
            return before
        if bits & (SIGN | PREPOSITION | AUXILIARY):
            return None
    return None


def _author_behind(frame: Frame, at: int, limit: int) -> Phrase | None:
    """Read "from Kelly", "written by Kelly", "that Kelly had sent", "on Kelly’s behalf" behind a letter's noun."""
    lexicon, begin = frame.lexicon, at + 1
    if begin >= limit:
        return None
    for behind in range(begin, min(limit - 2, begin + _MOST_BEFORE)):
        if frame.words[behind] == "on" and "behalf" in frame.words[behind : behind + 5]:
            named = frame.words.index("behalf", behind)
            if named == behind + 1:
                return phrase_after(frame, named + 2, limit)
            if not frame.bits[behind + 1] & CAPITAL:
                return behind + 1, named - 1
            return phrase_before(frame, named - 1, behind + 1)
    if frame.words[begin] in lexicon.authoring_verbs and begin + 1 < limit:
        begin += 1
    if frame.words[begin] in lexicon.author_joints and begin + 1 < limit:
        return phrase_after(frame, begin + 1, limit)
    if frame.words[begin] in lexicon.thing_relatives:
        begin += 1
    if begin >= limit or not frame.bits[begin] & (CAPITAL | DETERMINER | PRONOUN):
        return None
    verbs = (
        n for n in range(begin + 1, min(limit, begin + _LONGEST_AUTHOR)) if frame.words[n] in lexicon.authoring_verbs
    )
    verb = next(verbs, None)
    return subject_before(frame, verb, begin) if verb is not None else None


def _author_before(frame: Frame, at: int, opening: int, limit: int) -> Phrase | None:
    """Read "Kelly’s letter", "Kelly wrote a letter" and "Kelly denied it in a letter"."""
    lexicon = frame.lexicon
    if frame.bits[opening] & POSSESSIVE and frame.bits[opening] & CAPITAL:
        return phrase_before(frame, opening)
    verb = opening - 1
    if verb < 0:
        return None
    if frame.low(verb) in lexicon.letter_prepositions:
        behind = next((n + 1 for n in range(at, limit - 1) if frame.words[n] == ","), 0) if not verb else 0
        if behind:
            return phrase_after(frame, behind, limit)  # "In a letter, Kelly denied it"
        spoken = [n for n in range(1, verb) if frame.bits[n] & VERB or frame.words[n].endswith("ed")]
        return (subject_before(frame, spoken[-1]) if spoken else None) or governing_subject(frame, verb)
    if verb > 0 and frame.words[verb] in lexicon.authoring_verbs and not frame.bits[verb - 1] & PASSIVE:
        return _name_right_before(frame, verb) or subject_before(frame, verb)
    return None


def _name_right_before(frame: Frame, verb: int) -> Phrase | None:
    """Return the name that stands right before a verb, whatever precedes it: "On the day of her death Roe left"."""
    first = verb
    while first > 0 and frame.bits[first - 1] & CAPITAL and not frame.bits[first - 1] & PREPOSITION:
        first -= 1
    plain = first < verb and first > 0 and not frame.bits[first - 1] & ~ADVERB
    return (first, verb - 1) if plain else None
