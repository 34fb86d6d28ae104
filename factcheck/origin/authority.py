"""On whose word a sentence rests, so that reports which all quote one ministry say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_SMALL = frozenset(("of", "for", "the", "and", "de"))
_POINTS = re.compile(r"\b((?:[A-Za-z]\.){2,})")


def common_authority(sentences: Sequence[str], ruleset: Ruleset) -> str | None:
    """The authority on whose word every one of the sentences rests, by its longest name; None where there is none."""
    if not sentences:
        return None
    first, *others = (_named(sentence, ruleset) for sentence in sentences)
    for name in first:
        alike = [next((other for other in names if _is_one(name, other)), None) for names in others]
        if None not in alike:
            return max([name, *filter(None, alike)], key=len)
    return None


def _named(sentence: str, ruleset: Ruleset) -> list[str]:
    """The authorities that a sentence names, without their article."""
    pattern, cues = _rule(ruleset)
    if not any(cue in sentence for cue in cues):
        return []
    found = (match[match.lastgroup or 0] for match in pattern.finditer(sentence))
    return [name[4:] if name[:4].lower() == "the " else name for name in found]


def _is_one(a: str, b: str) -> bool:
    """Whether two names are one authority's: the same words, a surname, or the initials."""
    one, two = _words(a), _words(b)
    if one == two or _initials(one) == "".join(two) or _initials(two) == "".join(one):
        return True
    few, many = sorted((one, two), key=len)
    return few == many[-len(few) :]


def _words(name: str) -> list[str]:
    plain = _POINTS.sub(lambda match: match[1].replace(".", ""), name)
    return [word.strip(".") for word in fold(plain).split() if word not in _SMALL]


def _initials(words: Sequence[str]) -> str:
    """The initials of a name of several words; an acronym in it stays whole ("us geological survey": usgs)."""
    return "".join(word if word in ("us", "uk", "un", "eu") else word[0] for word in words) if len(words) > 1 else ""


@lru_cache(maxsize=8)
def _rule(ruleset: Ruleset) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rule = next(rule for rule in ruleset.rules if rule.id == "origin/authority")
    return ruleset.compile(rule.pattern or "", rule.id), (*rule.trigger, *ruleset.words("authority_cue"))
