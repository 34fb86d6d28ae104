"""Direct quotations: find them, attribute them to a speaker, and compare their wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.kinds.quotation.attribution import quotations
from factcheck.kinds.quotation.parts import Part, parts
from factcheck.kinds.quotation.quote_compare import compare as compare_wording
from factcheck.kinds.quotation.quote_compare import leaves_out, shared_words, similarity
from factcheck.kinds.room import Room, Spans, sentence_index
from factcheck.model import Comparison, Difference, Document, Mention, Quotation, Sentence, Value
from factcheck.ruleset import Ruleset
from factcheck.text.words import Words

__all__ = ["QUOTATION", "leaves_out", "shared_words", "similarity"]


def trigger_words(_ruleset: Ruleset) -> frozenset[str]:
    """Return the empty set: quotations are found by their marks, not by words."""
    return frozenset()


def find(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans, _words: Words | None = None
) -> Iterator[Mention]:
    """Yield a mention for each quoted span of a document, in text order.

    `taken` are the spans that earlier kinds have claimed; a mark inside one (12" as a measure) is no quotation mark.
    """
    starts = [sentence.start for sentence in sentences]
    for part in parts(document.text, sentences, ruleset, taken):
        yield Mention("quote", part.start, part.end, part.rule, sentence_index(starts, part.start), part)


def normalise(
    mentions: Iterable[Mention], document: Document, sentences: Sequence[Sentence], ruleset: Ruleset
) -> Iterator[tuple[Mention, Value]]:
    """Yield each mention with its `Quotation`: words, speaker, cue and role."""
    found = list(mentions)
    read = [mention.parts for mention in found if isinstance(mention.parts, Part)]
    yield from zip(found, quotations(document, sentences, read, ruleset), strict=True)


def compare(a: Value, b: Value, ruleset: Ruleset) -> Comparison:
    """Compare the wording and the speakers of two quotations; "held" when either value is no quotation."""
    if isinstance(a, Quotation) and isinstance(b, Quotation):
        return compare_wording(a, b, ruleset)
    return Comparison("held", Difference.NO_QUOTATION, "not two quotations")


QUOTATION = Room("quotation", trigger_words, find, normalise, compare)
