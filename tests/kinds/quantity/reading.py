"""Read a line of text as the pipeline does, for the tests of the room."""

from __future__ import annotations

from factcheck.extract import claims_of
from factcheck.model import NUMBER_KINDS, Claim, Document
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()


def numbers(text: str) -> list[Claim]:
    """The number claims of a text, in order."""
    document = Document(id="text", text=text)
    return [c for c in claims_of([parse(document, RULES)]) if c.kind in NUMBER_KINDS]


def only(text: str) -> Claim:
    """The one number claim of a text."""
    (claim,) = numbers(text)
    return claim
