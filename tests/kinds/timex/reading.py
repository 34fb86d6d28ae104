"""Find and resolve the time expressions of a text, as helpers for the tests of this module."""

from __future__ import annotations

from datetime import date

from factcheck.kinds.timex import TIMEX
from factcheck.model import Document, Mention, TimeExpression
from factcheck.ruleset import load_rules
from factcheck.segment import sentences

RULES = load_rules()
THURSDAY = date(2017, 2, 23)


def read(text: str, published: date | None = THURSDAY, **facts: str) -> list[tuple[str, Mention, TimeExpression]]:
    """The time expressions of a text, each with its surface, mention and value, in text order."""
    document = Document(id="text", text=text, published=published, **facts)
    lines = sentences(document, RULES)
    mentions = list(TIMEX.find(document, lines, RULES, ()))
    return [(text[m.start : m.end], m, v) for m, v in TIMEX.normalise(mentions, document, lines, RULES)]


def values(text: str, published: date | None = THURSDAY) -> dict[str, str | None]:
    """The surfaces of a text with their TIMEX3 values."""
    return {surface: value.timex for surface, _, value in read(text, published)}


def only(text: str, published: date | None = THURSDAY, **facts: str) -> TimeExpression:
    """The value of the only time expression in a text."""
    ((_, _, value),) = read(text, published, **facts)
    return value


def first_and_last(value: TimeExpression) -> tuple[str | None, str | None]:
    """The first and last day of a value, each as an ISO date."""
    first = value.first.isoformat() if value.first else None
    return first, value.last.isoformat() if value.last else None
