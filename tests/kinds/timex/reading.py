"""Read a line of text as the room does, for its tests."""

from __future__ import annotations

from datetime import date

from factcheck.kinds.timex import TIMEX
from factcheck.model import Document, Mention, TimeExpression
from factcheck.ruleset import load_rules
from factcheck.segment import sentences

RULES = load_rules()
THURSDAY = date(2017, 2, 23)


def read(text: str, published: date | None = THURSDAY, **facts: str) -> list[tuple[str, Mention, TimeExpression]]:
    """The time expressions of a text with their surfaces, in order."""
    document = Document(id="text", text=text, published=published, **facts)
    lines = sentences(document, RULES)
    mentions = list(TIMEX.find(document, lines, RULES, ()))
    return [(text[m.start : m.end], m, v) for m, v in TIMEX.normalise(mentions, document, lines, RULES)]


def values(text: str, published: date | None = THURSDAY) -> dict[str, str | None]:
    """Surface → TIMEX3 value."""
    return {surface: value.timex for surface, _, value in read(text, published)}


def only(text: str, published: date | None = THURSDAY, **facts: str) -> TimeExpression:
    """The value of a text's one time expression."""
    ((_, _, value),) = read(text, published, **facts)
    return value


def said(value: TimeExpression) -> tuple[str | None, str | None]:
    """First and last day as text."""
    first = value.first.isoformat() if value.first else None
    return first, value.last.isoformat() if value.last else None
