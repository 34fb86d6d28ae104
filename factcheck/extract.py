"""Rules over sentences → mentions → claims: each room reads in turn, earlier rooms take their spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds import KINDS
from factcheck.model import Claim, Document, Mention, Quantity, Sentence, Span, TimeExpression, Value
from factcheck.ruleset import Ruleset

Pair = tuple[Mention, Value]


def claims_in(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset) -> Iterator[Claim]:
    """The claims of a document in the order of the text (quotations before the figures inside them)."""
    found: list[Pair] = []
    taken: list[tuple[int, int]] = []
    for room in KINDS:
        mentions = [m for m in room.find(document, sentences, ruleset, taken) if m.start >= document.body]
        if mentions:
            found += room.normalise(mentions, document, sentences, ruleset)
            taken += [(mention.start, mention.end) for mention in mentions]
            taken.sort()
    found.sort(key=_in_text)
    text, place, name = document.text, document.places.at, document.id
    index, span = -1, Span(0, 0)
    for mention, value in _whole(found):
        start, end = mention.start, mention.end
        sentence = sentences[mention.sentence]
        if mention.sentence != index:
            index, span = mention.sentence, Span(sentence.start, sentence.end)
        line, column = place(start)
        yield Claim(
            name, mention.kind, start, end, line, column, text[start:end], span, mention.rule, value, sentence.article
        )


def _in_text(pair: Pair) -> tuple[int, int, str]:
    mention = pair[0]
    return mention.start, -mention.end, mention.rule


def _whole(found: list[Pair]) -> Iterator[Pair]:
    """Without the times that a number took into its own span: "an hour" in "$80 an hour"."""
    covered = -1
    for pair in found:
        value = pair[1]
        if isinstance(value, Quantity):
            covered = pair[0].end
        elif isinstance(value, TimeExpression) and pair[0].end <= covered:
            continue
        yield pair
