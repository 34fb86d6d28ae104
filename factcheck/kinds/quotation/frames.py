"""The narrative around quotations as tokens with their bits, each quotation one token."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    CAPITAL,
    DIGITS,
    FUNCTION,
    KNOWN,
    MARK,
    ODD,
    PARTICLE,
    PAST,
    PHRASE,
    POSSESSIVE,
    PRESENT,
    QUOTE,
    SPEECH,
    SPEECH_NOUN,
    VERB,
    WEAK,
    Lexicon,
)
from factcheck.kinds.quotation.parts import Part
from factcheck.kinds.room import sentence_index
from factcheck.model import Sentence

_TOKEN = re.compile(r"\w+(?:[.&'’@/-]\w+)*['’]?|[^\s\w.'’]")
_MOST_REMEMBERED = 200_000
_RUNS_ON = frozenset(",?!…—–-;:")
_NEVER_OWNS = VERB | PHRASE | SPEECH | WEAK | SPEECH_NOUN | FUNCTION | ADVERB


class Frame(Struct, frozen=True):
    """A sentence with its quotations as tokens: words, signs, a QUOTE for each quotation.

    `quotes` are the tokens that stand for quotations with the index of each; `starts` are offsets into `text`.
    """

    text: str
    lexicon: Lexicon
    end: int
    words: list[str]
    bits: list[int]
    starts: list[int]
    quotes: list[tuple[int, int]]

    def low(self, at: int) -> str:
        """A token in lower case."""
        return self.words[at].lower()

    def spelt(self, first: int, last: int) -> str:
        """The document's words from one token to another, on one line."""
        return " ".join(self.text[self.starts[first] : self.starts[last] + len(self.words[last])].split())


class Sentences(Struct, frozen=True):
    """The sentences of a document, with their starts for looking up an offset."""

    text: str
    spans: Sequence[Sentence]
    starts: list[int]

    def at(self, offset: int) -> int:
        """Which sentence holds an offset."""
        return sentence_index(self.starts, offset)


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
    goes_on = last in _RUNS_ON or last.isalnum() or small
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
    frame = Frame(text, words, end, [], [], [], [])
    for index, part in enumerate(quotes, first):
        _append(frame, at, part.opens)
        frame.quotes.append((len(frame.words), index))
        _push(frame, "“”", QUOTE, part.opens)
        at = part.closes
    _append(frame, at, end)
    return frame


def _push(frame: Frame, word: str, bits: int, start: int) -> None:
    frame.words.append(word)
    frame.bits.append(bits)
    frame.starts.append(start)


def _append(frame: Frame, begin: int, end: int) -> None:
    """Append the tokens between two quotations."""
    words, bits, places, seen = frame.words, frame.bits, frame.starts, frame.lexicon.seen
    for match in _TOKEN.finditer(frame.text, begin, end):
        word = match[0]
        found = seen.get(word) or _bits(word, frame.lexicon)
        if found & ODD:
            if word == "s" and words and words[-1][-1] in "'’":
                bits[-1] |= POSSESSIVE
                continue
            if found & DIGITS and words and words[-1] == "No":
                found |= CAPITAL
        words.append(word)
        bits.append(found)
        places.append(match.start())


def _bits(word: str, words: Lexicon) -> int:
    """A token's bits, remembered for its next occurrence."""
    if len(words.seen) > _MOST_REMEMBERED:
        words.seen.clear()
    low = word.lower()
    bits = words.bits.get(low, 0)
    if not word[0].isalnum():
        bits = MARK
    elif word[0].isdigit():
        bits |= DIGITS | ODD
    elif word[0].isupper() or (words.bits.get(low.split("-")[0], 0) & PARTICLE and not word.islower()):
        bits |= CAPITAL  # "al-Hamid" too
    if low not in words.bits:
        bits |= _possessive(low, words.bits)
    bits |= ODD if word == "s" else KNOWN
    words.seen[word] = bits
    return bits


def _possessive(low: str, known: dict[str, int]) -> int:
    """The bits of a possessive: those of its noun, and that it owns."""
    if low.endswith(("'s", "’s")):
        return known.get(low[:-2], 0) & ~_NEVER_OWNS | POSSESSIVE
    if low.endswith(("'", "’")):
        return known.get(low[:-1], 0) & ~_NEVER_OWNS | (POSSESSIVE if low[-2:-1] in {"s", "z"} else 0)
    return 0
