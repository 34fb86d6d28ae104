"""What a cluster of quotations is called: their speaker, and the words that most of the documents quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from factcheck.align import Topic
from factcheck.judge.context import shorten
from factcheck.model import Quotation


def quote_label(members: Sequence[Topic]) -> str:
    """Who says it, and the words with which it begins in most of the documents."""
    if len(members) == 1:
        value = members[0].claim.value
        speaker = value.speaker if isinstance(value, Quotation) else None
        return f"{speaker or 'quotation'}: “{_opening(_quote(members[0]))}”"
    return f"{_speaker(members) or 'quotation'}: “{_shared(members)}”"


class _Words(Struct, frozen=True, gc=False):
    """The words of a quotation: each with its offset in the quotation, and those that open a sentence."""

    topic: Topic
    words: tuple[str, ...]
    offsets: tuple[int, ...]
    openings: tuple[int, ...]

    def runs(self, size: int) -> Iterator[tuple[str, ...]]:
        return (self.words[at : at + size] for at in range(len(self.words) - size + 1))


def _shared(members: Sequence[Topic]) -> str:
    """The words that most documents quote, from the beginning of a sentence if they open one in a document."""
    quoted = [found for found in map(_words, members) if found.words]
    if not quoted:
        return _opening(_quote(members[0]))
    size = min(_RUN, *(len(each.words) for each in quoted))
    documents = {(each.topic.claim.document, run) for each in quoted for run in each.runs(size)}
    counts = Counter(run for _, run in documents)
    most = max(counts.values())
    opening = max(
        ((each, at) for each in quoted for at in each.openings if at + size <= len(each.words)),
        key=lambda found: (counts[_run(found[0], found[1], size)], found[1] == 0, len(found[0].words) - found[1]),
        default=None,
    )
    if opening is None or counts[_run(opening[0], opening[1], size)] < min(most, _TWO):
        places = ((each, at) for each in quoted for at in range(len(each.words) - size + 1))
        opening = next((found for found in places if counts[_run(found[0], found[1], size)] == most), (quoted[0], 0))
    found, at = opening
    quote = _quote(found.topic)
    mark = "" if at in found.openings else "… "
    return mark + _opening(quote[found.offsets[at] :])


def _run(found: _Words, at: int, size: int) -> tuple[str, ...]:
    return found.words[at : at + size]


def _words(topic: Topic) -> _Words:
    claim = topic.claim
    tokens = topic.vocabulary.tokens(claim.document)
    quote = _quote(topic)
    indices: list[int] = []
    openings: list[int] = []
    opens = True
    for index in tokens.between(claim.start, claim.end):
        form = tokens.forms[index]
        if form.lexical:
            if opens:
                openings.append(len(indices))
            indices.append(index)
            opens = False
        opens = opens or form.text in _STOPS
    # A quotation is given without its marks, and may be of several pieces: its words are found in it one by one.
    offsets: list[int] = []
    kept: list[str] = []
    at = 0
    for index in indices:
        found = quote.find(tokens.forms[index].text, at)
        if found < 0:
            return _Words(topic, (), (), ())
        offsets.append(found)
        kept.append(tokens.forms[index].folded)
        at = found + tokens.forms[index].size
    return _Words(topic, tuple(kept), tuple(offsets), tuple(openings))


def _speaker(members: Sequence[Topic]) -> str:
    """The speaker whom most of the documents name beside the words; else the one whom most infer, first by a name."""
    quoted = ((each.claim.document, each.claim.value) for each in members)
    said = [(document, value) for document, value in dict.fromkeys(quoted) if isinstance(value, Quotation)]
    values = [value for _, value in sorted(said, key=lambda pair: pair[0]) if value.speaker]
    last = Counter(chain.from_iterable((value.speaker or "").split()[-1:] for value in values))

    def rank(value: Quotation) -> tuple[bool, bool, int, int]:
        name = (value.speaker or "").split()
        beside = name[-1] in (value.named or "").split()
        return (_is_name(name), beside, last[name[-1]], len(name))

    best = max(values, key=rank, default=None)
    return "" if best is None else best.speaker or ""


def _is_name(words: Sequence[str]) -> bool:
    """Whether words are a name and no description: "Olin Marsh", not "the company" or "Marsh's agent"."""
    return all(word[:1].isupper() for word in (words[0], words[-1]))


def _quote(topic: Topic) -> str:
    value = topic.claim.value
    return value.quote if isinstance(value, Quotation) else ""


def _opening(quote: str) -> str:
    return shorten(quote.strip(_MARKS), _OPENING)


_RUN = 3  # words in a row that two documents have in common where they quote the same
_TWO = 2
_STOPS = (".", "!", "?", "…")
_MARKS = " ,“”\"'`’"
_OPENING = 48  # characters of a quotation that its label gives
