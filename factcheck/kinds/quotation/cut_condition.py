"""Find the condition that a partial quotation leaves out beside what it keeps of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from factcheck.kinds.quotation.cut_negation import denies
from factcheck.kinds.quotation.quote_alignment import Words
from factcheck.kinds.quotation.quote_editing import is_negated
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation

_SENTENCE_END = regex(r"[.;!?…]+(?=\s|$|[\"”])|[\"“”]")
_CLAUSE_END = regex(r"[,:–—()]|\s-+\s")
_ENDS = 4  # words of the part, at its beginning and at its end, by which it is found
_ELLIPSIS = 3  # words of "but we will"
_KIND = 3  # words of a kind with the word for all before it: "every insured grower"
_SHOWN = 8  # words of the condition that are shown


def condition_beside(part: str, whole: str, ruleset: Ruleset) -> Words:
    """Return the condition that the whole quotation has in a sentence right before or right behind the part, else
    nothing: "I will resign" of "I will resign if the court tells me to", "If it rains, we lose".

    "Even if", "as if" and manners of speaking ("if you ask me") are no conditions.
    """
    words = folded_words(part, ruleset)
    if not words:
        return ()
    for sentence in _SENTENCE_END.split(whole):
        found = _behind(words, sentence, ruleset) or _before(words, sentence, ruleset)
        if found:
            return found[:_SHOWN]
    return ()


def names_a_condition(text: str, ruleset: Ruleset) -> bool:
    """Whether a text states a condition anywhere."""
    return _expressions(ruleset)[1].search(" ".join(folded_words(text, ruleset))) is not None


def _behind(part: Words, text: str, ruleset: Ruleset) -> Words:
    sentence, end = folded_words(text, ruleset), part[-_ENDS:]
    last = range(len(end), len(sentence))
    at = next((n for n in last if sentence[n - len(end) : n] == end), None)
    # A condition behind a joint ("but if you ask him") is of what follows.
    if at is None:
        return ()
    limits = ruleset.words("quote_limit_of_denial")
    if sentence[at : at + 1] and sentence[at] in limits and is_negated(part, ruleset):
        return sentence[at:]
    if _expressions(ruleset)[1].match(" ".join(sentence[at:])) or _takes_back(part, sentence[at:], ruleset):
        return sentence[at:]
    return sentence[at:] if _limits_all(part, sentence[at:], text, ruleset) else ()


def _limits_all(part: Words, behind: Words, text: str, ruleset: Ruleset) -> bool:
    """Whether the words behind a part are a clause that limits of whom all is said: "every grower | who was insured".

    Behind a comma it tells more of them and limits nothing.
    """
    relatives = (*ruleset.words("quote_person_relative"), *ruleset.words("quote_owning_relative"))
    if len(behind) < _ELLIPSIS or behind[0] not in relatives or f", {behind[0]} {behind[1]}" in text.lower():
        return False
    return not ruleset.words("quote_universal").keys().isdisjoint(part[-_KIND:])


def _takes_back(part: Words, behind: Words, ruleset: Ruleset) -> bool:
    """Whether the words behind a part say the contrary of the same subject: "we do not wish to sue, but we will"."""
    joint, subject, verb = (*behind[:_ELLIPSIS], "", "", "")[:_ELLIPSIS]
    if joint not in ruleset.words("quote_contrary_joint") or subject not in ruleset.words("quote_pronoun"):
        return False
    if verb not in ruleset.words("auxiliary") and not verb.endswith("n't"):
        return False
    rest, negated = behind[_ELLIPSIS:], is_negated((verb,), ruleset)
    condition = _expressions(ruleset)[1]
    if is_negated(rest[:1], ruleset) and condition.match(" ".join(rest)) is None:
        rest, negated = rest[1:], True
    ends = not rest or condition.match(" ".join(rest)) is not None
    return ends and denies(part, ruleset) is not negated


def _before(part: Words, sentence: str, ruleset: Ruleset) -> Words:
    clauses = [words for piece in _CLAUSE_END.split(sentence) if (words := folded_words(piece, ruleset))]
    for clause, following in pairwise(clauses):
        begin = part[: min(_ENDS, len(following))]
        if following[: len(begin)] != begin:
            continue
        if _opens(clause, ruleset) or (_is_inverted(clause, ruleset) and _is_unreal(following, ruleset)):
            return clause
    return ()


def _opens(words: Words, ruleset: Ruleset) -> bool:
    """Whether words begin with a condition, behind a joint ("and if")."""
    return _expressions(ruleset)[0].match(" ".join(words)) is not None


def _is_inverted(words: Words, ruleset: Ruleset) -> bool:
    """Whether a clause begins as a condition without "if": "Had we known", "Should it rain"."""
    return len(words) > 1 and words[0] in ruleset.words("quote_inverted") and words[1] not in ruleset.words("auxiliary")


def _is_unreal(words: Words, ruleset: Ruleset) -> bool:
    return any(word in ruleset.words("quote_unreal") or word.endswith("'d") for word in words)


@lru_cache(maxsize=8)
def _expressions(ruleset: Ruleset) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A condition at the beginning of some words, and one anywhere among them."""
    condition, idiom = (alternation(ruleset.words(name)) for name in ("quote_condition", "quote_condition_idiom"))
    joint = alternation(ruleset.words("quote_condition_joint"))
    opening = rf"(?!{idiom}\b){condition}\b"
    return regex(rf"(?:{joint} )?{opening}"), regex(rf"\b{opening}")
