"""On whose word a sentence rests, so that reports which all quote one ministry say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_POINTS = regex(r"\b((?:[A-Za-z]\.){2,})")


def common_authority(sentences: Sequence[str], ruleset: Ruleset) -> str | None:
    """The authority on whose word every one of the sentences rests, by its longest name; None where there is none."""
    if not sentences:
        return None
    first, *others = (_named(sentence, ruleset) for sentence in sentences)
    for name in first:
        alike = [next((other for other in names if _is_one(name, other, ruleset)), None) for names in others]
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


def _is_one(a: str, b: str, ruleset: Ruleset) -> bool:
    """Whether two names are one authority's: the same words, a surname, or the initials."""
    (one, short), (two, other) = _words(a, ruleset), _words(b, ruleset)
    if one == two or short == "".join(two) or other == "".join(one):
        return True
    few, many = sorted((one, two), key=len)
    return few == many[-len(few) :]


def _words(name: str, ruleset: Ruleset) -> tuple[list[str], str]:
    """The words of a name without small ones, and its initials; an acronym in it stays whole (U.S. Coast Patrol: USCP).

    A name of one word has no initials.
    """
    plain = _POINTS.sub(lambda match: match[1].replace(".", ""), name)
    kept = [word.strip(".") for word in plain.split() if fold(word) not in ruleset.words("name_particle")]
    initials = "".join(word if word.isupper() else word[:1] for word in kept) if len(kept) > 1 else ""
    return [fold(word) for word in kept], fold(initials)


@lru_cache(maxsize=8)
def _rule(ruleset: Ruleset) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rule = next(rule for rule in ruleset.rules if rule.id == "origin/authority")
    return ruleset.compile(rule.pattern or "", rule.id), (*rule.trigger, *ruleset.words("authority_cue"))
