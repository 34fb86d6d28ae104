"""Find the authority to which sentences attribute a fact, so that reports which all quote one ministry are noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_POINTS = regex(r"\b((?:[A-Za-z]\.){2,})")


def common_authority(sentences: Sequence[str], ruleset: Ruleset) -> str | None:
    """The authority to which all sentences attribute what they say, by its longest name; None if there is none."""
    if not sentences:
        return None
    first, *others = (_authorities(sentence, ruleset) for sentence in sentences)
    for name in first:
        matches = [next((other for other in names if _is_same(name, other, ruleset)), None) for names in others]
        if None not in matches:
            return max([name, *filter(None, matches)], key=len)
    return None


def _authorities(sentence: str, ruleset: Ruleset) -> list[str]:
    """The authorities named in a sentence, without a leading article."""
    pattern, cues = _rule(ruleset)
    if not any(cue in sentence for cue in cues):
        return []
    found = (match[match.lastgroup or 0] for match in pattern.finditer(sentence))
    return [_without_article(name, ruleset) for name in found]


def _without_article(name: str, ruleset: Ruleset) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ruleset.words("leading_article") else name


def _is_same(a: str, b: str, ruleset: Ruleset) -> bool:
    """Whether two names are of one authority: the same words, the last words of the other, or its initials."""
    (one, short), (two, other) = _words(a, ruleset), _words(b, ruleset)
    if one == two or short == "".join(two) or other == "".join(one):
        return True
    few, many = sorted((one, two), key=len)
    return few == many[-len(few) :]


def _words(name: str, ruleset: Ruleset) -> tuple[list[str], str]:
    """The folded words of a name without particles, and its initials, which are empty for a name of one word.

    An acronym in the name is part of the initials as a whole: USCP for "U.S. Coast Patrol".
    """
    plain = _POINTS.sub(lambda match: match[1].replace(".", ""), name)
    kept = [word.strip(".") for word in plain.split() if fold(word) not in ruleset.words("name_particle")]
    initials = "".join(word if word.isupper() else word[:1] for word in kept) if len(kept) > 1 else ""
    return [fold(word) for word in kept], fold(initials)


@lru_cache(maxsize=8)
def _rule(ruleset: Ruleset) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rule = next(rule for rule in ruleset.rules if rule.id == "origin/authority")
    return ruleset.compile(rule.pattern or "", rule.id), (*rule.trigger, *ruleset.words("authority_cue"))
