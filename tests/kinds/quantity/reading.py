"""Helpers that extract number claims from a line of text with the whole pipeline."""

from __future__ import annotations

from factcheck.extract import claims_of
from factcheck.model import NUMBER_KINDS, Claim, Document
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()


def numbers(text: str) -> list[Claim]:
    """Return the number claims of a text, in text order."""
    document = Document(id="text", text=text)
    return [c for c in claims_of([parse(document, RULES)]) if c.kind in NUMBER_KINDS]


def only(text: str) -> Claim:
    """Return the number claim of a text that has exactly one."""
    (claim,) = numbers(text)
    return claim
