"""Find and attribute the quotations of a text as the pipeline does."""

from __future__ import annotations

from factcheck.kinds.quotation import QUOTATION
from factcheck.model import Document, Mention, Quotation
from factcheck.ruleset import load_rules
from factcheck.segment import sentences

RULES = load_rules()


def mentions(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[tuple[Mention, Quotation]]:
    """Return each quotation of a text with its mention; `taken` are the spans that other kinds have claimed."""
    document = Document(id="test", text=text)
    spans = sentences(document, RULES)
    found = QUOTATION.find(document, spans, RULES, taken)
    return [(m, v) for m, v in QUOTATION.normalise(found, document, spans, RULES) if isinstance(v, Quotation)]


def read(text: str) -> list[Quotation]:
    """Return the quotations of a text."""
    return [value for _, value in mentions(text)]


def only(text: str) -> Quotation:
    """Return the only quotation of a text; fails when there is another number."""
    (value,) = read(text)
    return value
