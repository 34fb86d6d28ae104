"""Test cue verbs in context: whether a form is a verb, which fixed phrase it begins, whether its subject agrees."""

from __future__ import annotations

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
    CAPITAL,
    DETERMINER,
    FUNCTION,
    GROUP,
    NOUN,
    PAPER,
    PARTICIPLE,
    PASSIVE,
    PAST,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    SPEECH,
    SPEECH_NOUN,
    VERB,
)


def cue_end(frame: Frame, at: int) -> int | None:
    """Return the last token of the cue that begins at a token, a verb or a fixed phrase; None for any other word."""
    bits = frame.bits[at]
    if bits & PHRASE:
        for rest in frame.lexicon.phrases[frame.low(at)]:
            last = at + len(rest)
            if tuple(word.lower() for word in frame.words[at + 1 : last + 1]) == rest:
                return last
    return at if bits & VERB and not is_noun_here(frame, at) and not is_aspectual(frame, at) else None


def is_aspectual(frame: Frame, at: int) -> bool:
    """Whether a verb only says how far another verb has come: "prices continued to rise", "voters began leaving"."""
    if frame.low(at) not in frame.lexicon.aspect_verbs or at + 1 >= len(frame.words):
        return False
    behind = frame.words[at + 1]
    if behind == "to":
        return at + 2 < len(frame.words) and not frame.bits[at + 2] & (SPEECH | DETERMINER | CAPITAL)
    return behind.endswith("ing") and not frame.bits[at + 1] & SPEECH


def is_noun_here(frame: Frame, at: int) -> bool:
    """Whether a form of a cue verb is used as a noun: "his claims", "in the report", "Comment"."""
    if at == 0:
        return False
    bits, before = frame.bits[at], frame.bits[at - 1]
    if (
        bits & SPEECH_NOUN
        and frame.words[at - 1].endswith("ing")
        and not before & (NOUN | VERB | CAPITAL | PREPOSITION)
    ):
        return True  # "airing claims"
    if bits & PARTICIPLE:
        return bool(before & (DETERMINER | POSSESSIVE)) and not before & (GROUP | PRONOUN)
    if bits & PAST and not bits & (BASE | PRESENT):
        return frame.low(at - 1) in frame.lexicon.articles
    if frame.words[at - 1] in frame.lexicon.subject_determiners and bits & PRESENT and not bits & SPEECH_NOUN:
        return False  # "one says"
    if at > 1 and frame.bits[at - 2] & (DETERMINER | POSSESSIVE) and not frame.bits[at - 2] & GROUP:
        # "the first chants", "the northern states": an adjective is in between; "the makers call" has a plural noun.
        plain = not before & (NOUN | CAPITAL | FUNCTION | VERB) and bits & (SPEECH_NOUN | PAPER | GROUP)
        plain = plain and not frame.low(at - 1).endswith("s")
        written = (
            bits & PAPER and frame.low(at - 2) in frame.lexicon.indefinite_articles and not bits & PAST
        )  # "a police report"
        if plain or written or (before & ADVERB and not before & AUXILIARY):
            return True
    if at > 1 and frame.words[at - 1] == "that" and frame.bits[at - 2] & PAPER and not frame.bits[at - 2] & CAPITAL:
        return False  # "signs that read"
    if before & (POSSESSIVE | PREPOSITION) or (before & DETERMINER and not before & GROUP):
        return frame.low(at - 1) != "to"
    return bool(bits & CAPITAL)


def is_passive(frame: Frame, at: int) -> bool:
    """Whether a form of "be" stands before a past form, so that its subject did not speak."""
    if not frame.bits[at] & PAST:
        return False
    before = at - 1
    while before >= 0 and frame.bits[before] & ADVERB:
        before -= 1
    return before >= 0 and bool(frame.bits[before] & PASSIVE)


def agrees(frame: Frame, at: int) -> bool:
    """Whether a base form has a subject that it agrees with ("officials say", "would say"); True for other forms."""
    bits = frame.bits[at]
    if bits & (PAST | PRESENT) or not bits & BASE:
        return True
    word = frame.low(at - 1)
    if word == "to":
        return False
    if word.endswith("ly") and at > 1 and not frame.bits[at - 1] & CAPITAL:
        at, word = at - 1, frame.low(at - 2)  # "aides privately call"
    joins = frame.bits[at - 1] & (GROUP | AUXILIARY | ADVERB)
    return bool(joins) or word in frame.lexicon.plural_pronouns or word.endswith("s")
