"""Rules over sentences → mentions → claims: each room reads in turn, earlier rooms take their spans."""

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


# Characters of text that go through the rooms together. A room reads all of them before the next room begins: its
# code and tables then stay in the processor's cache, which spares a sixth of the time.
_TOGETHER: Final = 40_000


def claims_of(documents: Iterable[Parsed], failed: Failed | None = None) -> Iterator[Claim]:
    """The claims of documents, one after the other, each in the order of its text (quotations before the figures inside
    them); documents are read a few ahead of their claims.

    A document on which a room fails is a DocumentError: handed to `failed`, which leaves the document out, else raised.
    """
    some: list[_Read] = []
    size = 0
    for parsed in documents:
        document = parsed.document
        some.append(_Read(parsed, Words(document.text, trigger_words(parsed.ruleset))))
        size += len(document.text)
        if size >= _TOGETHER:
            yield from _claims(some, failed)
            some, size = [], 0
    yield from _claims(some, failed)


class _Read:
    """A document on its way through the rooms: what was found so far, and the spans that are taken."""

    def __init__(self, parsed: Parsed, words: Words) -> None:
        self.document = parsed.document
        self.sentences = parsed.sentences
        self.ruleset = parsed.ruleset
        self.words = words
        self.found: list[Pair] = []
        self.taken: list[tuple[int, int]] = []
        self.failed = False


def _claims(documents: Sequence[_Read], failed: Failed | None) -> Iterator[Claim]:
    for room in KINDS:
        for each in documents:
            if each.failed:
                continue
            try:
                _through(room, each)
            except Exception as error:  # whatever a room cannot do with one document, the others are read
                each.failed = True
                leave_out(each.document.id, error, failed)
    for each in documents:
        if not each.failed:
            yield from _as_claims(each)


def _through(room: Room, read: _Read) -> None:
    """Let a room read a document."""
    document, sentences, taken, ruleset = read.document, read.sentences, read.taken, read.ruleset
    found = room.find(document, sentences, ruleset, taken, read.words)
    mentions = [mention for mention in found if mention.start >= document.body]
    if mentions:
        read.found += room.normalise(mentions, document, sentences, ruleset)
        taken += [(mention.start, mention.end) for mention in mentions]
        taken.sort()


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
