"""What the self-check finds in a text."""

from __future__ import annotations

from datetime import date

from factcheck import pipeline
from factcheck.model import Document
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2017, 2, 23)


def found(text: str, published: date | None = DAY) -> list[tuple[str, str]]:
    """The name of each finding with the words that it marks."""
    document = Document(id="x", text=text, published=published)
    return [(each.rule, text[each.start : each.end]) for _, each in pipeline.contradictions(document, RULES)]


def severities(text: str, published: date | None = DAY) -> list[str]:
    """How bad each finding is."""
    document = Document(id="x", text=text, published=published)
    return [each.severity.name for _, each in pipeline.contradictions(document, RULES)]


def messages(text: str, published: date | None = DAY) -> list[str]:
    """What each finding says."""
    document = Document(id="x", text=text, published=published)
    return [each.message for _, each in pipeline.contradictions(document, RULES)]
