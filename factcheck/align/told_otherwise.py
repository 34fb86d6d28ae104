"""Whether two reports of one utterance differ in words that matter.

Reporters write down what is spoken, each for themselves: small words come and go, and a verb changes its tense.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from factcheck.kinds.quotation.quote_editing import differing_words
from factcheck.kinds.quotation.quote_words import expanded, figures
from factcheck.model import Quotation
from factcheck.ruleset import Ruleset
from factcheck.state.lexicon import lexicon_of
from factcheck.text.tokens import language_of

_MOST_CHANGED = 5  # words that two wordings of one utterance may have otherwise and still be word for word
_SHORTEST_ROOT = 3  # letters that two forms of a word have in common: "acts", "actions"


def tells_otherwise(a: Quotation, b: Quotation, ruleset: Ruleset) -> bool:
    """Whether one of two wordings that differ denies or doubts what the other does not, has another figure, says the
    contrary, or has a word of substance in the place of another.

    No such change is a word left out, another form or a synonym of it, or one that the other wording has elsewhere; nor
    is one of many, as where two reporters write down freely what they heard.
    """
    found = differing_words(a.quote, b.quote, ruleset)
    sides = [(expanded(each.removed, ruleset), expanded(each.added, ruleset)) for each in found.changes]
    removed, added = ([word for side in sides for word in side[place]] for place in (0, 1))
    if any(_count(removed, words) != _count(added, words) for words in _turning(ruleset)):
        return True
    if any(_are_other_figures(*side) or _are_contrary(*side, ruleset) for side in sides):
        return True
    if sum(max(len(one), len(two)) for one, two in sides) > _MOST_CHANGED:
        return False
    return any(
        _are_others(_not_in(found.second, one, ruleset), _not_in(found.first, two, ruleset), ruleset)
        for one, two in sides
    )


def words_otherwise(a: Quotation, b: Quotation, ruleset: Ruleset) -> int:
    """How many words two wordings have otherwise, without those that lead one of them in: "And", "Well"."""
    found = differing_words(a.quote, b.quote, ruleset)
    return sum(
        max(len(each.removed), len(each.added))
        for each in found.changes
        if not (_leads_in(each.removed, each.at, ruleset) or _leads_in(each.added, each.to, ruleset))
    )


def _leads_in(words: Sequence[str], at: int, ruleset: Ruleset) -> bool:
    return at == 0 and bool(words) and all(word in ruleset.words("quote_filler") for word in words)


def _count(words: Sequence[str], listed: Set[str]) -> int:
    return sum(word in listed for word in words)


@lru_cache(maxsize=8)
def _turning(ruleset: Ruleset) -> tuple[Set[str], Set[str]]:
    """The words that deny, and those that doubt; "may" and "could" come and go as other verbs do."""
    hedges = ruleset.words("quote_hedge").keys() - ruleset.words("quote_auxiliary").keys()
    return ruleset.words("quote_negation").keys(), hedges


def _are_other_figures(one: Sequence[str], two: Sequence[str]) -> bool:
    here, there = set(figures(one)), set(figures(two))
    return bool(here and there) and here != there


def _are_contrary(one: Sequence[str], two: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether two runs of words have a word of two sides of one topic: "more", "less"."""
    contrary = ruleset.words("contrary") if "contrary" in ruleset.lists else {}
    here, there = (
        {side for word in words for side in contrary.get(word, "").split("|") if side} for words in (one, two)
    )
    topics = {each.partition("/")[0] for each in here} & {each.partition("/")[0] for each in there}
    return bool(topics) and here.isdisjoint(there)


def _not_in(other: Iterable[str], words: Iterable[str], ruleset: Ruleset) -> list[str]:
    """The words of substance that a wording has neither so nor in another form."""
    known = {concept for word in other for concept in _concepts(word, ruleset)}
    return [word for word in words if known.isdisjoint(found := _concepts(word, ruleset)) and found]


@lru_cache(maxsize=1 << 14)
def _concepts(word: str, ruleset: Ruleset) -> frozenset[str]:
    """What a word of substance names, as a noun and as a verb; nothing of a function word, a common one or a figure."""
    if word in _small(ruleset) or word.isdigit() or not language_of(ruleset).concept[word]:
        return frozenset()
    lexicon = lexicon_of(ruleset)
    return frozenset((*lexicon.noun_classes[word], *lexicon.verb_classes[word]))


@lru_cache(maxsize=8)
def _small(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(word for name in _SMALL for word in ruleset.words(name))


_SMALL = ("quote_common_word", "quote_filler", "quote_adverb", "quote_auxiliary", "quote_pronoun", "quote_preposition")


def _are_others(one: Sequence[str], two: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether both have words, and those of the shorter one are not all of a root of the other's, or its initials."""
    few, many = sorted((one, two), key=len)
    if not few or "".join(few) == "".join(word[0] for word in many):
        return False
    return not all(any(_have_one_root(word, other, ruleset) for other in many) for word in few)


def _have_one_root(one: str, two: str, ruleset: Ruleset) -> bool:
    short, long = sorted((language_of(ruleset).stem[word] for word in (one, two)), key=len)
    return len(short) >= _SHORTEST_ROOT and long.startswith(short)
