"""Decide whether two speakers' names can belong to one person."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quotation.lexicon import (
    BASE,
    DETERMINER,
    FUNCTION,
    GIVEN,
    GROUP,
    ORGANISATION,
    PAPER,
    PARTICLE,
    PLACE,
    ROLE,
    SUFFIX,
    TITLE,
    Lexicon,
    lexicon,
)
from factcheck.model import Quotation
from factcheck.ruleset import Ruleset
from factcheck.text.folding import WORD, fold

_ALIKE: Final = 85  # rapidfuzz ratio (0 to 100) of two names from which one is taken as a misspelling of the other
_MOST_INITIALS: Final = 3  # letters of initials, and of a title that is written in its own: JD, AG, CEO
_FULL_NAME: Final = 2  # words of a given name and a surname
_SHORT_NAME: Final = 6  # letters; a shorter name occurs in longer ones by chance, so it is compared whole


def are_different(a: Quotation, b: Quotation, ruleset: Ruleset) -> bool:
    """Whether both quotations name their speaker beside them and the two are surely different people."""
    words = lexicon(ruleset)
    if not (a.speaker and b.speaker and _is_named(a, words) and _is_named(b, words)):
        return False
    return not same_person(a.speaker, b.speaker, words)


def names_a_person(quotation: Quotation, ruleset: Ruleset) -> bool:
    """Whether a person's name stands beside a quotation as its speaker."""
    return bool(quotation.speaker) and _is_named(quotation, lexicon(ruleset))


def _is_named(quotation: Quotation, words: Lexicon) -> bool:
    """Whether a person's name stands beside the quotation: no pronoun, role or inherited speaker."""
    named = (quotation.speaker if quotation.named is None else quotation.named) or ""
    if not named or not _ends_in_name(named, words) or _is_description(named, quotation.speaker or "", words):
        return False
    cue = quotation.cue or ""
    if cue.istitle() and named.endswith("s") and " " not in named and words.bits.get(cue.lower(), 0) & BASE:
        return False  # a headline's verb agrees with several: "Millers Warn Roe"
    addressed = words.honorifics.get(named.split(maxsplit=1)[0].lower().rstrip("."))
    return bool(addressed) or _is_person(quotation.speaker or "", words)


def _ends_in_name(named: str, words: Lexicon) -> bool:
    """Whether the last word beside the quotation is capitalised and no pronoun."""
    last = named.rsplit(maxsplit=1)[-1]
    return not last.islower() and last.lower() not in words.pronouns


def _is_description(named: str, speaker: str, words: Lexicon) -> bool:
    """Whether what stands beside the quotation is no name of its speaker: "the Oregon Republican"."""
    last = words.bits.get(named.rsplit(maxsplit=1)[-1].lower(), 0)
    return bool(last & ROLE) and set(_parts(named, words)).isdisjoint(_parts(speaker, words))


def _is_person(name: str, words: Lexicon) -> bool:
    """Whether a speaker has the form of one person's name."""
    parts = name.split()
    bits = [words.bits.get(part.lower().strip("."), 0) for part in parts]
    if any(part[0].islower() and not bit & PARTICLE for part, bit in zip(parts, bits, strict=True)):
        return False
    if bits[0] & (DETERMINER | FUNCTION) or " and " in name or name.isupper():
        return False
    if len(parts) > 1:
        return bool(bits[0] & GIVEN) or not bits[-1] & (ORGANISATION | PLACE | GROUP | PAPER | ROLE)
    return not bits[-1] & (ORGANISATION | PLACE | GROUP | PAPER | ROLE | TITLE)


def same_person(a: str, b: str, words: Lexicon) -> bool:
    """Whether two names may be one person's: a surname alone, a short form, or a misspelling."""
    first, second = _parts(a, words), _parts(b, words)
    if not first or not second or set(first) <= set(second) or set(second) <= set(first):
        return True
    if first[-1] == second[-1] and _same_given(first[0], second[0], words):
        return True
    from rapidfuzz import fuzz

    short, long = sorted(("".join(first), "".join(second)), key=len)
    if len(short) < _SHORT_NAME:
        return fuzz.ratio(short, long) >= _ALIKE
    return fuzz.ratio(short, long) >= _ALIKE or (
        len(first) != len(second) and fuzz.partial_ratio(short, long) >= _ALIKE
    )


def same_full_name(a: str, b: str, words: Lexicon) -> bool:
    """Whether two names have a given name and a surname and both are the same; middle names may be left out."""
    first, second = _parts(a, words), _parts(b, words)
    if min(len(first), len(second)) < _FULL_NAME:
        return False
    return first[-1] == second[-1] and _same_given(first[0], second[0], words)


def _parts(name: str, words: Lexicon) -> list[str]:
    """Return a name's folded words without titles, initials and suffixes."""
    found = [word.removesuffix("'s") for word in WORD.findall(fold(name))]
    short = {fold(word) for word in name.split() if word.isupper() and len(word) <= _MOST_INITIALS}
    kept = [word for word in found if len(word) > 1 and not words.bits.get(word, 0) & SUFFIX]
    if not name.isupper():
        kept = [word for word in kept if word not in short] or kept
    while len(kept) > 1 and words.bits.get(kept[0], 0) & TITLE:
        kept = kept[1:]
    return kept


def _same_given(first: str, second: str, words: Lexicon) -> bool:
    """Whether two given names may be one: one begins the other, or is its short form."""
    if first.startswith(second) or second.startswith(first):
        return True
    return words.short_names.get(first, first) == words.short_names.get(second, second)
