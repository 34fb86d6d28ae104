"""Who an article names as its outlet and its agency, in mastheads, credits and copyright lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_EDGES = regex(r"^(?:www\.|the\s+)+|[\s.,:]+$")
_MASTHEAD = 3  # a masthead is one of the first paragraphs


def outlet_of(source: str | None, paragraphs: Sequence[str], ruleset: Ruleset) -> str | None:
    """The outlet of an article: its source, else its masthead, else the holder of its copyright."""
    if source and source.strip():
        return _outlet(source, ruleset) or _name(source)
    known = (_outlet(line, ruleset) for line in paragraphs[:_MASTHEAD] if len(line) < 60)
    return next(filter(None, known), None) or _holder(paragraphs, ruleset)


def agencies_of(paragraphs: Sequence[str], ruleset: Ruleset) -> frozenset[str]:
    """The agencies that an article credits, by their full names."""
    triggers, pattern = _rule(ruleset, "origin/agency")
    agencies = _folded(ruleset, "agency")
    found = set()
    for paragraph in paragraphs:
        if any(word in paragraph for word in triggers):
            for match in pattern.finditer(paragraph):
                found.add(agencies[_name(match[match.lastgroup or 0])])
    return frozenset(found)


def _holder(paragraphs: Sequence[str], ruleset: Ruleset) -> str | None:
    triggers, pattern = _rule(ruleset, "origin/copyright")
    agencies = _folded(ruleset, "agency")
    for paragraph in paragraphs:
        match = pattern.search(paragraph) if any(word in paragraph for word in triggers) else None
        if match and _name(match["holder"]) not in agencies:
            return _outlet(match["holder"], ruleset) or _name(match["holder"])
    return None


def _outlet(name: str, ruleset: Ruleset) -> str | None:
    return _folded(ruleset, "outlet").get(_name(name))


def _name(name: str) -> str:
    return _EDGES.sub("", " ".join(fold(name).split()))


@lru_cache(maxsize=8)
def _folded(ruleset: Ruleset, name: str) -> dict[str, str]:
    return {_name(surface): meaning for surface, meaning in ruleset.words(name).items()}


@lru_cache(maxsize=8)
def _rule(ruleset: Ruleset, name: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    rule = next(rule for rule in ruleset.rules if rule.id == name)
    return rule.trigger, ruleset.compile(rule.pattern or "", name)
