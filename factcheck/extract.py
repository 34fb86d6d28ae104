"""Rules over sentences → mentions → claims: each room reads in turn, earlier rooms take their spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.kinds import KINDS
from factcheck.model import Claim, Document, Mention, Quantity, Sentence, Span, TimeExpression, Value
from factcheck.ruleset import Ruleset


def claims_in(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset) -> Iterator[Claim]:
    """The claims of a document in the order of the text (quotations before the figures inside them)."""
    found: list[tuple[Mention, Value]] = []
    taken: list[tuple[int, int]] = []
    for room in KINDS:
        mentions = [m for m in room.find(document, sentences, ruleset, taken) if m.start >= document.body]
        found += room.normalise(mentions, document, sentences, ruleset)
        taken = sorted([*taken, *((mention.start, mention.end) for mention in mentions)])
    found = _whole(found)
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end, pair[0].rule))
    for mention, value in found:
        yield _claim(document, sentences[mention.sentence], mention, value)


def _whole(found: list[tuple[Mention, Value]]) -> list[tuple[Mention, Value]]:
    """Without the times that a number took into its own span: "an hour" in "$80 an hour"."""
    numbers = sorted((mention.start, mention.end) for mention, value in found if isinstance(value, Quantity))
    starts = [start for start, _ in numbers]

    def taken(mention: Mention) -> bool:
        at = bisect_right(starts, mention.start) - 1
        return at >= 0 and numbers[at][1] >= mention.end

    return [pair for pair in found if not (isinstance(pair[1], TimeExpression) and taken(pair[0]))]


def _claim(document: Document, sentence: Sentence, mention: Mention, value: Value) -> Claim:
    line, column = document.places.at(mention.start)
    return Claim(
        document=document.id,
        kind=mention.kind,
        start=mention.start,
        end=mention.end,
        line=line,
        column=column,
        text=document.text[mention.start : mention.end],
        sentence=Span(sentence.start, sentence.end),
        rule=mention.rule,
        value=value,
        article=sentence.article,
    )
