"""Extract the claims of documents: each extractor runs in turn and may not use spans found by the ones before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factcheck.errors import Failed, leave_out
from factcheck.kinds import KINDS, trigger_words
from factcheck.kinds.room import Room
from factcheck.model import Claim, Mention, Quantity, Span, TimeExpression, Value
from factcheck.segment import Parsed
from factcheck.text.words import Words

Pair = tuple[Mention, Value]


# Characters of text per batch. An extractor reads the whole batch before the next one starts: its code and tables then
# stay in the processor's cache, which saves a sixth of the time.
_BATCH_SIZE: Final = 40_000


def claims_of(documents: Iterable[Parsed], failed: Failed | None = None) -> Iterator[Claim]:
    """The claims of documents, document by document, in text order (a quotation before the figures inside it).

    Documents are consumed in batches, ahead of their claims. If an extractor fails on a document, a DocumentError is
    passed to `failed` and the document is left out; without `failed` it is raised.
    """
    batch: list[_Work] = []
    size = 0
    for parsed in documents:
        document = parsed.document
        try:
            batch.append(_Work(parsed, Words(document.text, trigger_words(parsed.ruleset))))
        except Exception as error:  # the rules of the document's language cannot be used
            leave_out(document.id, error, failed)
            continue
        size += len(document.text)
        if size >= _BATCH_SIZE:
            yield from _claims(batch, failed)
            batch, size = [], 0
    yield from _claims(batch, failed)


class _Work:
    """A document being extracted: the values found so far (`found`) and the spans in use (`taken`), sorted."""

    def __init__(self, parsed: Parsed, words: Words) -> None:
        self.document = parsed.document
        self.sentences = parsed.sentences
        self.ruleset = parsed.ruleset
        self.words = words
        self.found: list[Pair] = []
        self.taken: list[tuple[int, int]] = []
        self.failed = False


def _claims(documents: Sequence[_Work], failed: Failed | None) -> Iterator[Claim]:
    for room in KINDS:
        for each in documents:
            if each.failed or room.name not in each.ruleset.rooms:
                continue
            try:
                _extract(room, each)
            except Exception as error:  # a failure on one document must not lose the others
                each.failed = True
                leave_out(each.document.id, error, failed)
    for each in documents:
        if not each.failed:
            yield from _as_claims(each)


def _extract(room: Room, work: _Work) -> None:
    """Run one extractor on a document and add its values and spans."""
    document, sentences, taken, ruleset = work.document, work.sentences, work.taken, work.ruleset
    found = room.find(document, sentences, ruleset, taken, work.words)
    mentions = [mention for mention in found if mention.start >= document.body]
    if mentions:
        work.found += room.normalise(mentions, document, sentences, ruleset)
        taken += [(mention.start, mention.end) for mention in mentions]
        taken.sort()


def _as_claims(work: _Work) -> Iterator[Claim]:
    document, sentences = work.document, work.sentences
    work.found.sort(key=_text_order)
    text, place, name = document.text, document.places.at, document.id
    index, span = -1, Span(0, 0)
    label = document.places.label if document.places.labels else None
    mapped = document.places if document.places.is_rendered else None
    for mention, value in _without_covered_times(work.found):
        start, end = mention.start, mention.end
        sentence = sentences[mention.sentence]
        if mention.sentence != index:
            index, span = mention.sentence, Span(sentence.start, sentence.end)
        line, column = place(start)
        where = label(start) if label is not None else ""
        yield Claim(
            name,
            mention.kind,
            start,
            end,
            line,
            column,
            text[start:end],
            span,
            mention.rule,
            value,
            sentence.article,
            where,
            mapped,
        )


def _text_order(pair: Pair) -> tuple[int, int, str]:
    mention = pair[0]
    return mention.start, -mention.end, mention.rule


def _without_covered_times(found: list[Pair]) -> Iterator[Pair]:
    """The pairs without time expressions inside the span of a number: "an hour" in "$80 an hour"."""
    covered = -1
    for pair in found:
        value = pair[1]
        if isinstance(value, Quantity):
            covered = pair[0].end
        elif isinstance(value, TimeExpression) and pair[0].end <= covered:
            continue
        yield pair
