"""The words around a claim, by which two claims of one document are recognised as stating one fact."""

from __future__ import annotations

from functools import lru_cache

from factcheck.model import Claim, Document
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.tokens import TokenKind, language_of

_NAME = regex(r"(?<![.!?“\"‘] )(?<!^)\b[A-Z][\w'’-]+")
_NEAR = 48  # code points before and after a figure in which the kind of event that it counts is named
_MIN_LETTERS = 3  # of a word that is compared; shorter words occur in any sentence


def context(document: Document, claim: Claim, ruleset: Ruleset) -> frozenset[str]:
    """The stems of the content words of the claim's sentence; synonyms have one stem."""
    return _stems(document.text[claim.sentence.start : claim.sentence.end], ruleset)


def kinds_of_event(document: Document, claim: Claim, ruleset: Ruleset) -> frozenset[str]:
    """The kinds of event (dead, hurt, hire, …) that the words near a claim name; synonyms have one name."""
    start, end = max(claim.sentence.start, claim.start - _NEAR), min(claim.sentence.end, claim.end + _NEAR)
    meanings = _meanings(ruleset)
    return frozenset(
        meanings[form.folded]
        for form in language_of(ruleset).tokens(document.text[start:end]).forms
        if form.kind is TokenKind.WORD and form.folded in meanings
    )


def names(document: Document, claim: Claim) -> frozenset[str]:
    """The capitalised words of the claim's sentence, without a word that begins a sentence or quotation."""
    return frozenset(_NAME.findall(document.text[claim.sentence.start : claim.sentence.end]))


@lru_cache(maxsize=256)
def _stems(text: str, ruleset: Ruleset) -> frozenset[str]:
    meanings, small = _meanings(ruleset), ruleset.words("function_word")
    return frozenset(
        meanings.get(form.folded) or form.stem
        for form in language_of(ruleset).tokens(text).forms
        if form.kind is TokenKind.WORD and len(form.folded) >= _MIN_LETTERS and form.folded not in small
    )


@lru_cache(maxsize=8)
def _meanings(ruleset: Ruleset) -> dict[str, str]:
    return {fold(word): meaning for word, meaning in ruleset.words("synonym").items()}
