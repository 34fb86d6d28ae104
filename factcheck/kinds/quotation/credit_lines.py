"""Read who a quotation is credited to below it: a line with a dash or a name, or "That was how Kelly put it"."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    GIVEN,
    OTHER_VERB,
    PAST,
    PERSON_NOUN,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    RELATIVE,
    SIGN,
    Lexicon,
)
from factcheck.kinds.quotation.phrases import Phrase, is_name, phrase_after
from factcheck.kinds.quotation.verbs import cue_end
from factcheck.regex_cache import regex

CREDIT_MARKS: Final = frozenset("—–-―~(")
_BEFORE_DESCRIPTION: Final = frozenset((",", "(", "—", "–", "-"))
_LONGEST_LINE: Final = 24  # tokens of a credit; a longer line is a sentence of the article
_LONGEST_NAME: Final = 7  # words of a name with its office
_BLANK_LINES: Final = 2  # line breaks between a quotation and its credit; more separate two items of a page


def is_near_below(gap: str) -> bool:
    """Whether the text between a quotation and what stands below it lets that be its credit."""
    return not gap.strip(" \n\u00a0.\"”’'") and gap.count("\n") <= _BLANK_LINES


def credit_line(frame: Frame) -> Phrase | None:
    """Return whom a line credits: "— Mayor Ann Roe, on Monday"; "Ann Roe, a scholar, on the plan." None for others.

    A name without a dash credits only a quotation that stands alone in its line.
    """
    words, size = frame.words, len(frame.words)
    if not 0 < size <= _LONGEST_LINE or words[-1] in {",", ":", ";"}:
        return None
    marked = words[0] in CREDIT_MARKS
    first = next((at for at in range(size) if not frame.bits[at] & SIGN), size)
    if first >= size:
        return None
    told_of = next((at for at in range(first, size) if marked and frame.bits[at] & RELATIVE), size)
    if _has_verb(frame, first, told_of):
        return None
    source = phrase_after(frame, first, size)
    if source is None or source[0] != first or frame.bits[first] & PRONOUN & ~DETERMINER:
        return None
    behind = source[1] + 1
    closed = behind >= size or frame.bits[behind] & (SIGN | PREPOSITION)
    if marked:
        spoken = frame.bits[source[1]] & (CAPITAL | PERSON_NOUN) or frame.bits[first] & (CAPITAL | DETERMINER)
        return source if closed and spoken else None
    named = is_name(frame, source) and source[0] < source[1]
    described = behind + 1 < size and words[behind] in _BEFORE_DESCRIPTION
    given = any(frame.bits[at] & GIVEN for at in range(source[0], source[1]))
    return source if named and (described or (behind >= size and given)) else None


def _has_verb(frame: Frame, first: int, stop: int) -> bool:
    """Whether a line has a finite verb between two tokens: it is then a sentence of the article."""
    for at in range(first, stop):
        bits = frame.bits[at]
        if bits & (AUXILIARY | OTHER_VERB) and frame.words[at] != "to":
            return True
        if bits & (PAST | PRESENT) and cue_end(frame, at) is not None:
            return True
        if not bits & CAPITAL and frame.words[at].endswith("ed"):
            return True
    return False


def begins_with_name(text: str, start: int, end: int) -> bool:
    """Whether a line may begin with a name, up to its first comma; cheaper than to read the line."""
    words = regex(r",|\s[(–—-]").split(text[start:end], maxsplit=1)[0].split()
    return 1 < len(words) <= _LONGEST_NAME and words[0][0].isupper() and words[-1][0].isupper()


def points_back(text: str, start: int, words: Lexicon) -> bool:
    """Whether the first word of a sentence may point back to a quotation; cheaper than to read the sentence."""
    return text[start : text.find(" ", start)].lower() in words.pointing_back


def pointing_back(frame: Frame, words: Lexicon) -> Phrase | None:
    """Return the speaker in a sentence that points back to a quotation: "That was how Ann Roe put it"."""
    if not frame.words:
        return None
    for rest in words.pointing_back.get(frame.low(0), ()):
        end = len(rest) + 1
        if tuple(word.lower() for word in frame.words[1:end]) == rest:
            return phrase_after(frame, end, len(frame.words)) if end < len(frame.words) else None
    return None
