"""The narrative around quotations as tokens with their bits, each quotation one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from factcheck.kinds.quotation.lexicon import (
    CAPITAL,
    DIGITS,
    MARK,
    PAST,
    POSSESSIVE,
    PRESENT,
    QUOTE,
    SPEECH,
    STOP,
    Lexicon,
)
from factcheck.kinds.quotation.marks import Part
from factcheck.kinds.room import sentence_index
from factcheck.model import Sentence

_TOKEN = re.compile(r"\w+(?:[.&'’@/-]\w+)*['’]?|[^\s\w.'’]")
_MOST_REMEMBERED = 200_000
_RUNS_ON = frozenset(",?!…—–-;:")
_GOES_ON = frozenset(",?!…—–-")
_NESTED = frozenset(" \t\n\u00a0\"'”’»“«`")


class Frame(Struct, frozen=True):
    """A stretch of sentences as tokens: words and signs, a STOP between sentences, a QUOTE for each quotation.

    `quotes` are the tokens that stand for quotations with the index of each; `starts` are offsets.
    """

    words: list[str]
    bits: list[int]
    starts: list[int]
    quotes: list[tuple[int, int]]
    end: int

    def text(self, first: int, last: int, text: str) -> str:
        """The words of the document from one token to another."""
        return text[self.starts[first] : self.starts[last] + len(self.words[last])]


def frames(text: str, quotes: Sequence[Part], sentences: Sequence[Sentence], words: Lexicon) -> list[Frame]:
    """The stretches of sentences that hold quotations, each quotation in exactly one."""
    starts = [sentence.start for sentence in sentences]
    found: list[Frame] = []
    index = 0
    while index < len(quotes):
        begin = starts[sentence_index(starts, quotes[index].opens)]
        if found:
            begin = max(begin, found[-1].end)
        end, first = _frame_end(text, quotes[index], sentences, starts, words), index
        index += 1
        while index < len(quotes) and quotes[index].opens < end:
            end = max(end, _frame_end(text, quotes[index], sentences, starts, words))
            index += 1
        found.append(
            tokens(text, min(begin, quotes[first].opens), end, words, starts, (quotes[first:index], first))
        )
    return found


def _frame_end(
    text: str, part: Part, sentences: Sequence[Sentence], starts: Sequence[int], words: Lexicon
) -> int:
    """Where the sentence that holds or follows a quotation ends."""
    inside = sentences[sentence_index(starts, part.closes - 1)]
    if inside.end > part.closes and text[part.closes : inside.end].strip(" .,\"'”’"):
        return inside.end
    index = sentence_index(starts, part.closes - 1) + 1
    if index == len(sentences):
        return max(inside.end, part.closes)
    after = sentences[index]
    gap = text[part.closes : after.start]
    wanted = text[after.start].islower() or (text[part.end - 1] == "," and _tells(text, after, words))
    near = after.paragraph == inside.paragraph or (gap.count("\n") == 1 and wanted)
    goes_on = text[part.end - 1] in _RUNS_ON or text[part.end - 1].isalnum() or text[after.start].islower()
    return after.end if near and goes_on else max(inside.end, part.closes)


def _tells(text: str, sentence: Sentence, words: Lexicon) -> bool:
    """Whether one of a sentence's first words is a verb of speech."""
    first = text[sentence.start : min(sentence.end, sentence.start + 80)].lower().split()[:6]
    bits = [words.bits.get(word.strip(",.:"), 0) for word in first]
    return any(bit & SPEECH and bit & (PAST | PRESENT) for bit in bits)


def tokens(  # noqa: PLR0913
    text: str,
    begin: int,
    end: int,
    words: Lexicon,
    starts: Sequence[int] = (),
    quotes: tuple[Sequence[Part], int] = ((), 0),
) -> Frame:
    """The tokens of a stretch; `quotes` are the quotations in it and the index of the first."""
    frame = Frame([], [], [], [], end)
    at = begin
    for index, part in enumerate(quotes[0], quotes[1]):
        _narrative(frame, text, at, part.opens, words, starts)
        frame.quotes.append((len(frame.words), index))
        _push(frame, "“”", QUOTE, part.opens)
        at = part.closes
    _narrative(frame, text, at, end, words, starts)
    return frame


def _push(frame: Frame, word: str, bits: int, start: int) -> None:
    frame.words.append(word)
    frame.bits.append(bits)
    frame.starts.append(start)


def _narrative(frame: Frame, text: str, begin: int, end: int, words: Lexicon, starts: Sequence[int]) -> None:
    """Append the tokens between two quotations, with a stop where a new sentence begins."""
    if begin >= end:
        return
    all_words, all_bits, all_starts, seen = frame.words, frame.bits, frame.starts, words.seen
    index = bisect_right(starts, begin)
    following = starts[index] if index < len(starts) else end
    closing = _last_sign(text, begin) if all_bits and all_bits[-1] & QUOTE else ""
    for match in _TOKEN.finditer(text, begin, end):
        word, start = match[0], match.start()
        if start >= following:
            if all_words and (not closing or closing not in _GOES_ON):
                _push(frame, ".", STOP, start)
            index = bisect_right(starts, start)
            following = starts[index] if index < len(starts) else end
        elif closing == "." and word[0].isupper():
            _push(frame, ".", STOP, start)
        closing = ""
        bits = seen.get(word)
        if bits is None:
            bits = _bits(word, words)
        if word == "s" and all_words and all_words[-1][-1] in "'’":
            all_bits[-1] |= POSSESSIVE
            continue
        if bits & DIGITS and all_words and all_words[-1] == "No":
            bits |= CAPITAL
        all_words.append(word)
        all_bits.append(bits)
        all_starts.append(start)


def _last_sign(text: str, closes: int) -> str:
    """The last sign of a quotation, inside its marks."""
    at = closes - 1
    while at > 0 and text[at] in _NESTED:
        at -= 1
    return text[at]


def _bits(word: str, words: Lexicon) -> int:
    """A token's bits, remembered for its next occurrence."""
    if len(words.seen) > _MOST_REMEMBERED:
        words.seen.clear()
    low = word.lower()
    bits = words.bits.get(low, 0)
    if not word[0].isalnum():
        bits = MARK
    elif word[0].isdigit():
        bits |= DIGITS
    elif word[0].isupper() or ("-" in word and word[word.index("-") + 1].isupper()):
        bits |= CAPITAL
    if low not in words.bits:
        bits |= _possessive(low, words.bits)
    words.seen[word] = bits
    return bits


def _possessive(low: str, known: dict[str, int]) -> int:
    """The bits of a possessive: those of its noun, and that it owns."""
    if low.endswith(("'s", "’s")):
        return known.get(low[:-2], 0) | POSSESSIVE
    if low.endswith(("'", "’")):
        return known.get(low[:-1], 0) | (POSSESSIVE if low[-2:-1] in {"s", "z"} else 0)
    return 0
