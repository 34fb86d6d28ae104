"""The room of direct quotations: their words, who said them, and whether two give the same words."""

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
    """No word: quotations are found by their marks."""
    return frozenset()


def find(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans, _words: Words | None = None
) -> Iterator[Mention]:
    """The quoted stretches of a document."""
    starts = [sentence.start for sentence in sentences]
    for part in parts(document.text, sentences, ruleset, taken):
        yield Mention("quote", part.start, part.end, part.rule, sentence_index(starts, part.start), part)


def normalise(
    mentions: Iterable[Mention], document: Document, sentences: Sequence[Sentence], ruleset: Ruleset
) -> Iterator[tuple[Mention, Value]]:
    """Each quotation with its speaker and cue."""
    found = list(mentions)
    read = [mention.parts for mention in found if isinstance(mention.parts, Part)]
    yield from zip(found, quotations(document, sentences, read, ruleset), strict=True)


def compare(a: Value, b: Value, ruleset: Ruleset) -> Comparison:
    """How two quotations relate."""
    if isinstance(a, Quotation) and isinstance(b, Quotation):
        return compare_wording(a, b, ruleset)
    return Comparison("held", Difference.NO_QUOTATION, "not two quotations")


QUOTATION = Room("quotation", trigger_words, find, normalise, compare)
