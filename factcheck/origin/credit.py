"""Find the outlet and the agencies of an article in mastheads, credits and copyright lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_MASTHEAD = 3  # paragraphs at the start of an article that may be its masthead
_MAX_MASTHEAD = 60  # characters; a masthead is a name and little more


def outlet_of(source: str | None, paragraphs: Sequence[str], ruleset: Ruleset) -> str | None:
    """The outlet of an article: its source, else its masthead, else its copyright holder; None if unknown."""
    if source and source.strip():
        return _outlet(source, ruleset) or _name(source, ruleset)
    known = (_outlet(line, ruleset) for line in paragraphs[:_MASTHEAD] if len(line) < _MAX_MASTHEAD)
    return next(filter(None, known), None) or _holder(paragraphs, ruleset)


def agencies_of(paragraphs: Sequence[str], ruleset: Ruleset) -> frozenset[str]:
    """The full names of the agencies that an article credits."""
    triggers, pattern = _rule(ruleset, "origin/agency")
    agencies = _folded(ruleset, "agency")
    found = set()
    for paragraph in paragraphs:
        if any(word in paragraph for word in triggers):
            for match in pattern.finditer(paragraph):
                found.add(agencies[_name(match[match.lastgroup or 0], ruleset)])
    return frozenset(found)


def outlet_name(name: str, ruleset: Ruleset) -> str:
    """The name by which an outlet or an agency with several names is known, else the name itself, folded."""
    known = _outlet(name, ruleset) or _folded(ruleset, "agency").get(_name(name, ruleset))
    return known or _folded(ruleset, "credited_outlet").get(_name(name, ruleset)) or _name(name, ruleset)


def _holder(paragraphs: Sequence[str], ruleset: Ruleset) -> str | None:
    triggers, pattern = _rule(ruleset, "origin/copyright")
    agencies = _folded(ruleset, "agency")
    for paragraph in paragraphs:
        match = pattern.search(paragraph) if any(word in paragraph for word in triggers) else None
        if match and _name(match["holder"], ruleset) not in agencies:
            return _outlet(match["holder"], ruleset) or _name(match["holder"], ruleset)
    return None


def _outlet(name: str, ruleset: Ruleset) -> str | None:
    return _folded(ruleset, "outlet").get(_name(name, ruleset))


def _name(name: str, ruleset: Ruleset) -> str:
    """A name folded for comparison, without "www.", a leading article and trailing punctuation."""
    return _edges(ruleset).sub("", " ".join(fold(name).split()))


@lru_cache(maxsize=8)
def _edges(ruleset: Ruleset) -> re.Pattern[str]:
    return ruleset.compile(r"^(?:www\.|{leading_article}\s+)+|[\s.,:]+$", "origin/copyright")


@lru_cache(maxsize=8)
def _folded(ruleset: Ruleset, name: str) -> dict[str, str]:
    return {_name(surface, ruleset): meaning for surface, meaning in ruleset.words(name).items()}


@lru_cache(maxsize=8)
def _rule(ruleset: Ruleset, name: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    rule = next(rule for rule in ruleset.rules if rule.id == name)
    return rule.trigger, ruleset.compile(rule.pattern or "", name)
