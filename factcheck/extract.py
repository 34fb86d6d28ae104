"""Rules over sentences → mentions → claims: each room reads in turn, earlier rooms take their spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factcheck.kinds import KINDS, waking
from factcheck.model import Claim, Mention, Quantity, Span, TimeExpression, Value
from factcheck.segment import Parsed
from factcheck.text.words import Words

Pair = tuple[Mention, Value]


# Characters of text that go through the rooms together. A room reads all of them before the next room begins: its
# code and tables then stay in the processor's cache, which spares a sixth of the time.
_TOGETHER: Final = 40_000


def claims_of(documents: Iterable[Parsed]) -> Iterator[Claim]:
    """The claims of documents, one after the other, each in the order of its text (quotations before the figures inside
    them); documents are read a few ahead of their claims.
    """
    some: list[_Read] = []
    size = 0
    for parsed in documents:
        document = parsed.document
        some.append(_Read(parsed, Words(document.text, waking(parsed.ruleset))))
        size += len(document.text)
        if size >= _TOGETHER:
            yield from _claims(some)
            some, size = [], 0
    yield from _claims(some)


class _Read:
    """A document on its way through the rooms: what was found so far, and the spans that are taken."""

    def __init__(self, parsed: Parsed, words: Words) -> None:
        self.document = parsed.document
        self.sentences = parsed.sentences
        self.ruleset = parsed.ruleset
        self.words = words
        self.found: list[Pair] = []
        self.taken: list[tuple[int, int]] = []


def _claims(documents: Sequence[_Read]) -> Iterator[Claim]:
    for room in KINDS:
        find, normalise = room.find, room.normalise
        for each in documents:
            document, sentences, taken, ruleset = each.document, each.sentences, each.taken, each.ruleset
            mentions = [m for m in find(document, sentences, ruleset, taken, each.words) if m.start >= document.body]
            if mentions:
                each.found += normalise(mentions, document, sentences, ruleset)
                taken += [(mention.start, mention.end) for mention in mentions]
                taken.sort()
    for each in documents:
        yield from _as_claims(each)


def _as_claims(read: _Read) -> Iterator[Claim]:
    document, sentences = read.document, read.sentences
    read.found.sort(key=_in_text)
    text, place, name = document.text, document.places.at, document.id
    index, span = -1, Span(0, 0)
    for mention, value in _whole(read.found):
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
