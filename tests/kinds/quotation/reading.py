"""Read the quotations of a text the way the pipeline does."""

from __future__ import annotations

from factcheck.kinds.quotation import QUOTATION
from factcheck.model import Document, Mention, Quotation
from factcheck.ruleset import load_rules
from factcheck.segment import sentences

RULES = load_rules()


def mentions(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[tuple[Mention, Quotation]]:
    """Each quotation of a text with where it was found."""
    document = Document(id="test", text=text)
    spans = sentences(document, RULES)
    found = QUOTATION.find(document, spans, RULES, taken)
    return [(m, v) for m, v in QUOTATION.normalise(found, document, spans, RULES) if isinstance(v, Quotation)]


def read(text: str) -> list[Quotation]:
    """The quotations of a text."""
    return [value for _, value in mentions(text)]


def only(text: str) -> Quotation:
    """The one quotation of a text."""
    (value,) = read(text)
    return value
