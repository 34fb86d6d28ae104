"""Find the negation that a partial quotation leaves out before its first word, behind its last or within."""

from __future__ import annotations

from factcheck.kinds.quotation.quote_alignment import Words
from factcheck.kinds.quotation.quote_editing import is_negated
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_CLAUSE_END = regex(r"[.;:!?,–—…]|\s-+\s|[\"“”]")
_BEFORE = 4  # words before the part among which a negation is of the part
_FEWEST = 3  # words of a part that stand in no other statement by chance
_TOLD = 2  # words of "they say"
_SUBJECT = 5  # words before the verb among which those stand who say so: "your report of 10 June says"
_OPENING = 4  # words of the part by which it is found


def negation_before(part: str, whole: str, ruleset: Ruleset) -> Words:
    """Return the words from a negation up to the part, in the clause where the whole quotation has it; else nothing.

    "No longer fit to run" is not "fit to run"; "There is no doubt that it will rain" is "it will rain" all the same.
    """
    opening = next((words for piece in _CLAUSE_END.split(part) if (words := folded_words(piece, ruleset))), ())
    opening = opening[:_OPENING]
    for piece in _CLAUSE_END.split(whole):
        words = folded_words(piece, ruleset)
        at = next((n for n in range(1, len(words)) if words[n : n + len(opening)] == opening), None)
        if at is None:
            continue
        if told := _told_of_others(words[:at], ruleset):
            return told
        # "Nobody in this office is proud of it": what opens a clause is of all of it.
        opens = words[:at] if is_negated(words[:1], ruleset) else ()
        before = opens or words[max(0, at - _BEFORE) : at]
        denying = [n for n, word in enumerate(before) if denies((word,), ruleset)]
        if len(denying) == 1 and "only" not in before:
            return before[denying[0] :]
    return ()


def _told_of_others(before: Words, ruleset: Ruleset) -> Words:
    """The words by which a speaker gives what follows as what others say or think: "some people say that"."""
    verb = before[:-1] if before[-1:] == ("that",) else before
    if len(verb) < _TOLD or verb[-1] not in ruleset.words("quote_embedding"):
        return ()
    return before if any(word in ruleset.words("quote_others") for word in verb[-1 - _SUBJECT : -1]) else ()


def negation_behind(part: str, whole: str, ruleset: Ruleset) -> Words:
    """Return the negation right behind the part in the whole quotation, where it ends the clause; else nothing.

    "We should have acted, and we did" is cut from "…, and we did not".
    """
    pieces = reversed(_CLAUSE_END.split(part))
    closing = next((words for piece in pieces if (words := folded_words(piece, ruleset))), ())[-_OPENING:]
    for piece in _CLAUSE_END.split(whole):
        words = folded_words(piece, ruleset)
        if closing and words[:-1][-len(closing) :] == closing and is_negated(words[-1:], ruleset):
            return words[-1:]
    return ()


def negation_within(part: str, whole: str, ruleset: Ruleset) -> Words:
    """Return the negation without which a clause of the whole quotation is the part; else nothing.

    "We have beaten it" is cut from "We have not beaten it, we have cornered it".
    """
    words = folded_words(part, ruleset)
    if len(words) < _FEWEST or denies(words, ruleset):
        return ()
    for piece in _CLAUSE_END.split(whole):
        told = folded_words(piece, ruleset)
        at = next((n for n, word in enumerate(told) if is_negated((word,), ruleset)), None)
        if at is not None and told[:at] + told[at + 1 :] == words:
            return told[at : at + 1]
    return ()


def denies(words: Words, ruleset: Ruleset) -> bool:
    """Whether the words negate or deny what they speak of."""
    denials = ruleset.words("quote_denial")
    return is_negated(words, ruleset) or any(word in denials for word in words)
