"""The narrative around quotations as tokens with their bits, each quotation one token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, final

from factcheck.kinds.quotation.lexicon import (
    CAPITAL,
    CUE,
    DIGITS,
    PAST,
    POSSESSIVE,
    PRESENT,
    QUOTE,
    QUOTED,
    SPEECH,
    Lexicon,
    without_strays,
)
from factcheck.kinds.quotation.parts import Part
from factcheck.model import Sentence

_RUNS_ON: Final = frozenset(",?!…—–-;:")


@final
@dataclass(eq=False)
class Frame:
    """A sentence with its quotations as tokens: words, signs, a QUOTE for each quotation.

    `cues` are the tokens that may be cues. `quotes` are the tokens that stand for quotations with the index of each;
    `anchors` are tokens with the offset into `text` from which each is to be looked for.
    """

    text: str
    lexicon: Lexicon
    end: int
    words: list[str]
    bits: list[int]
    cues: list[int]
    quotes: list[tuple[int, int]]
    anchors: list[tuple[int, int]]
    alone: bool | None = None  # whether nothing but quotations stands in it, once that was asked

    def low(self, at: int) -> str:
        """A token in lower case."""
        return self.words[at].lower()

    def start(self, at: int) -> int:
        """The offset into `text` of a token; few are asked for, so that none is kept."""
        return self._reach(at, *self.anchors[bisect_right(self.anchors, at, key=itemgetter(0)) - 1])

    def _reach(self, at: int, token: int, offset: int) -> int:
        """The offset of a token, looked for from an earlier one; only blanks and stops stand between two."""
        find = self.text.find
        for word in self.words[token:at]:
            offset = find(word, offset) + len(word)
        return offset if self.bits[at] & QUOTE else find(self.words[at], offset)

    def spelt(self, first: int, last: int) -> str:
        """The document's words from one token to another, on one line and without stray marks."""
        if first == last:
            return without_strays(self.words[first])
        start = self.start(first)
        end = self._reach(last, first, start) + len(self.words[last])
        return without_strays(" ".join(self.text[start:end].split()))


@final
@dataclass(eq=False)
class Sentences:
    """The sentences of a document, with their starts for looking up an offset."""

    text: str
    spans: Sequence[Sentence]
    starts: list[int]

    def at(self, offset: int) -> int:
        """Which sentence holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


def frames(sentences: Sentences, quotes: Sequence[Part], words: Lexicon) -> list[Frame]:
    """The stretches of sentences that hold quotations, each quotation in exactly one."""
    found: list[Frame] = []
    index = 0
    while index < len(quotes):
        begin = sentences.starts[sentences.at(quotes[index].opens)]
        if found:
            begin = max(begin, found[-1].end)
        end, first = _frame_end(sentences, quotes[index], words), index
        index += 1
        while index < len(quotes) and quotes[index].opens < end:
            end = max(end, _frame_end(sentences, quotes[index], words))
            index += 1
        begin = min(begin, quotes[first].opens)
        found.append(_read(sentences.text, (begin, end), words, quotes[first:index], first))
    return found


def _frame_end(sentences: Sentences, part: Part, words: Lexicon) -> int:
    """Where the sentence that holds or follows a quotation ends."""
    text, index = sentences.text, sentences.at(part.closes - 1)
    inside = sentences.spans[index]
    if inside.end > part.closes and text[part.closes : inside.end].strip(" .,\"'”’"):
        return inside.end
    if index + 1 == len(sentences.spans):
        return max(inside.end, part.closes)
    after, last = sentences.spans[index + 1], text[part.end - 1]
    small = text[after.start].islower()
    next_line = text.count("\n", part.closes, after.start) == 1
    near = after.paragraph == inside.paragraph or (
        next_line and (small or (last == "," and _tells(text, after, words)))
    )
    stopped = "." in text[part.closes : inside.end]  # British style: “…”. The next sentence is another's
    goes_on = small or (not stopped and (last in _RUNS_ON or last.isalnum()))
    return after.end if near and goes_on else max(inside.end, part.closes)


def _tells(text: str, sentence: Sentence, words: Lexicon) -> bool:
    """Whether one of a sentence's first words is a verb of speech."""
    first = text[sentence.start : min(sentence.end, sentence.start + 80)].lower().split()[:6]
    bits = [words.bits.get(word.strip(",.:"), 0) for word in first]
    return any(bit & SPEECH and bit & (PAST | PRESENT) for bit in bits)


def narrative(text: str, begin: int, end: int, words: Lexicon) -> Frame:
    """The tokens of a stretch without quotations."""
    return _read(text, (begin, end), words, (), 0)


def _read(text: str, span: tuple[int, int], words: Lexicon, quotes: Sequence[Part], first: int) -> Frame:
    """The tokens of a stretch; `first` is the index of its first quotation."""
    at, end = span
    tokens: list[str] = []
    bits: list[int] = []
    places: list[tuple[int, int]] = []
    anchors = [(0, at)]
    for index, part in enumerate(quotes, first):
        _append(tokens, bits, text[at : part.opens], words)
        at = part.closes
        places.append((len(tokens), index))
        anchors += ((len(tokens), part.opens), (len(tokens) + 1, at))
        tokens.append(QUOTED)
        bits.append(QUOTE)
    _append(tokens, bits, text[at:end], words)
    if "s" in tokens or "No" in tokens:
        _mend(tokens, bits, places, anchors)
    cues = [token for token, bit in enumerate(bits) if bit & CUE]
    return Frame(text, words, end, tokens, bits, cues, places, anchors)


def _append(tokens: list[str], bits: list[int], stretch: str, words: Lexicon) -> None:
    """Append the tokens between two quotations, blank by blank: most of what stands between is remembered."""
    seen = words.seen
    for chunk in stretch.split():
        found = seen[chunk]
        if isinstance(found, int):
            tokens.append(chunk)
            bits.append(found)
        else:
            tokens += found[0]
            bits += found[1]


def _mend(words: list[str], bits: list[int], quotes: list[tuple[int, int]], anchors: list[tuple[int, int]]) -> None:
    """Put a possessive ending set apart ("Reid ’ s") back at its noun; the figure of "No. 8" is a name."""
    for at in range(len(words) - 1, 0, -1):
        if words[at] == "s" and words[at - 1][-1] in "'’":
            bits[at - 1] |= POSSESSIVE
            del words[at], bits[at]
            quotes[:] = [(token - (token > at), index) for token, index in quotes]
            anchors[:] = [(token - (token > at), offset) for token, offset in anchors]
        elif bits[at] & DIGITS and words[at - 1] == "No":
            bits[at] |= CAPITAL
