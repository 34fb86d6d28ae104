"""The words around a claim, for telling whether two claims of one document speak of one fact."""

from __future__ import annotations

from functools import lru_cache

from factcheck.model import Claim, Document
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.tokens import TokenKind, language_of

_NAME = regex(r"(?<![.!?“\"‘] )(?<!^)\b[A-Z][\w'’-]+")
_NEAR = 48  # code points around a figure in which the event that it counts is named
_SHORTEST = 3


def context(document: Document, claim: Claim, ruleset: Ruleset) -> frozenset[str]:
    """The stems of the telling words of the claim's sentence, synonyms as one."""
    return _stems(document.text[claim.sentence.start : claim.sentence.end], ruleset)


def kinds_of_event(document: Document, claim: Claim, ruleset: Ruleset) -> frozenset[str]:
    """What the words next to a claim say became of the counted: dead, hurt, hire, …; synonyms as one."""
    start, end = max(claim.sentence.start, claim.start - _NEAR), min(claim.sentence.end, claim.end + _NEAR)
    meanings = _meanings(ruleset)
    return frozenset(
        meanings[form.folded]
        for form in language_of(ruleset).tokens(document.text[start:end]).forms
        if form.kind is TokenKind.WORD and form.folded in meanings
    )


def names(document: Document, claim: Claim) -> frozenset[str]:
    """The words with a capital inside the claim's sentence."""
    return frozenset(_NAME.findall(document.text[claim.sentence.start : claim.sentence.end]))


@lru_cache(maxsize=256)
def _stems(text: str, ruleset: Ruleset) -> frozenset[str]:
    meanings, small = _meanings(ruleset), ruleset.words("function_word")
    return frozenset(
        meanings.get(form.folded) or form.stem
        for form in language_of(ruleset).tokens(text).forms
        if form.kind is TokenKind.WORD and len(form.folded) >= _SHORTEST and form.folded not in small
    )


@lru_cache(maxsize=8)
def _meanings(ruleset: Ruleset) -> dict[str, str]:
    return {fold(word): meaning for word, meaning in ruleset.words("synonym").items()}
