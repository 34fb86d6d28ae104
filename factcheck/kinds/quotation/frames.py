"""Tokenise the sentences around quotations; each quotation is one token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final, final

from factcheck.kinds.quotation.lexicon import (
    CAPITAL,
    CUE,
    DIGITS,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    QUOTE,
    QUOTED,
    SPEECH,
    Lexicon,
    without_strays,
)
from factcheck.kinds.quotation.parts import Part
from factcheck.model import Sentence
from factcheck.records import record

_RUNS_ON: Final = frozenset(",?!…—–-;:")  # characters that end the quoted words of a sentence that may go on
_OPENING_MARKS: Final = frozenset("“\"„«‘'")  # another quotation begins there, and has its own attribution
_PAUSES: Final = frozenset(",?!")  # characters at the end of quoted words after which the next paragraph may attribute
_MOST_BREAKS: Final = 2  # line breaks between quoted words and the paragraph that attributes them
_LONGEST_ASKED: Final = 60  # characters of a paragraph that only attributes a question: "Kelly asked on Monday."


@final
@record
class Frame:
    """A sentence as tokens: words, punctuation, and one `QUOTED` token for each quotation.

    `bits` are the word classes of each token. `cues` are the tokens that may be cues. `quotes` pairs the token of each
    quotation with its index. `anchors` pairs a token with the offset into `text` from which to search for it. `end` is
    the offset at which the frame ends. `standalone` caches `cues.is_standalone`; None until it is computed.
    """

    text: str
    lexicon: Lexicon
    end: int
    words: list[str]
    bits: list[int]
    cues: list[int]
    quotes: list[tuple[int, int]]
    anchors: list[tuple[int, int]]
    standalone: bool | None = None

    def low(self, at: int) -> str:
        """Return a token in lower case."""
        return self.words[at].lower()

    def start(self, at: int) -> int:
        """Return the offset of a token; computed on demand, since few tokens need one."""
        return self._offset_from(at, *self.anchors[bisect_right(self.anchors, at, key=itemgetter(0)) - 1])

    def _offset_from(self, at: int, token: int, offset: int) -> int:
        """Return the offset of token `at`, searched from an earlier one; only blanks and stops stand between tokens."""
        find = self.text.find
        for word in self.words[token:at]:
            offset = find(word, offset) + len(word)
        return offset if self.bits[at] & QUOTE else find(self.words[at], offset)

    def spelt(self, first: int, last: int) -> str:
        """Return the document's text from token `first` to `last`, on one line and without stray marks."""
        if first == last:
            return without_strays(self.words[first])
        start = self.start(first)
        end = self._offset_from(last, first, start) + len(self.words[last])
        return without_strays(" ".join(self.text[start:end].split()))


@final
@record
class Sentences:
    """The sentences of a document, with their start offsets for bisection."""

    text: str
    spans: Sequence[Sentence]
    starts: list[int]

    def at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


def frames(sentences: Sentences, quotes: Sequence[Part], words: Lexicon) -> list[Frame]:
    """Return the frames of all sentences with quotations, each quotation in exactly one frame."""
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
        found.append(_tokenise(sentences.text, (begin, end), words, quotes[first:index], first))
    return found


def _frame_end(sentences: Sentences, part: Part, words: Lexicon) -> int:
    """Return the offset at which the sentence that holds or follows a quotation ends."""
    text, index = sentences.text, sentences.at(part.closes - 1)
    inside = sentences.spans[index]
    if inside.end > part.closes and text[part.closes : inside.end].strip(" .,\"'”’"):
        return inside.end
    if index + 1 == len(sentences.spans):
        return max(inside.end, part.closes)
    after, last = sentences.spans[index + 1], text[part.end - 1]
    lower, breaks = text[after.start].islower(), text.count("\n", part.closes, after.start)
    near = after.paragraph == inside.paragraph or (breaks == 1 and lower)
    if not near and text[after.start] not in _OPENING_MARKS and breaks <= _MOST_BREAKS and (lower or last in _PAUSES):
        # Copy with each sentence in a paragraph of its own: “Why?” ¶ Kelly asked.
        short = after.end - after.start <= _LONGEST_ASKED or _asks(text, after, words)
        near = bool(lower or last == "," or short) and _has_speech_verb(text, after, words, short=short)
    stopped = "." in text[part.closes : inside.end]  # British style “…”. ends the sentence
    goes_on = lower or (not stopped and (last in _RUNS_ON or last.isalnum()))
    return after.end if near and goes_on else max(inside.end, part.closes)


def _asks(text: str, sentence: Sentence, words: Lexicon) -> bool:
    """Whether a sentence opens with somebody who asks: "Rep. Ann Roe, D-Ohio, asked at the hearing"."""
    first = text[sentence.start : min(sentence.end, sentence.start + _LONGEST_ASKED)].split()
    for word, behind in zip(first, (*first[1:], ""), strict=True):
        if word.rstrip(",.") in words.asking_verbs:
            return word[-1] in ",." or bool(words.bits.get(behind, 0) & PREPOSITION)
    return False


def _has_speech_verb(text: str, sentence: Sentence, words: Lexicon, *, short: bool) -> bool:
    """Whether one of the first six words of a sentence is a verb of speech; any word of a short one."""
    first = text[sentence.start : min(sentence.end, sentence.start + 80)].lower().split()[: None if short else 6]
    bits = [words.bits.get(word.strip(",.:"), 0) for word in first]
    return any(bit & SPEECH and bit & (PAST | PRESENT) for bit in bits)


def narrative(text: str, begin: int, end: int, words: Lexicon) -> Frame:
    """Return the frame of a text range without quotations."""
    return _tokenise(text, (begin, end), words, (), 0)


def _tokenise(text: str, span: tuple[int, int], words: Lexicon, quotes: Sequence[Part], first: int) -> Frame:
    """Tokenise a text range; `first` is the index of its first quotation."""
    at, end = span
    tokens: list[str] = []
    bits: list[int] = []
    quote_tokens: list[tuple[int, int]] = []
    anchors = [(0, at)]
    for index, part in enumerate(quotes, first):
        _append(tokens, bits, text[at : part.opens], words)
        at = part.closes
        quote_tokens.append((len(tokens), index))
        anchors += ((len(tokens), part.opens), (len(tokens) + 1, at))
        tokens.append(QUOTED)
        bits.append(QUOTE)
    _append(tokens, bits, text[at:end], words)
    if "s" in tokens or "No" in tokens:
        _join_detached(tokens, bits, quote_tokens, anchors)
    if "(" in tokens:
        _drop_parties(tokens, bits, quote_tokens, anchors)
    cues = [token for token, bit in enumerate(bits) if bit & CUE]
    return Frame(text, words, end, tokens, bits, cues, quote_tokens, anchors)


def _append(tokens: list[str], bits: list[int], chunk_text: str, words: Lexicon) -> None:
    """Append the tokens of a range between two quotations; the lexicon caches each blank-separated chunk."""
    token_cache = words.token_cache
    for chunk in chunk_text.split():
        found = token_cache[chunk]
        if isinstance(found, int):
            tokens.append(chunk)
            bits.append(found)
        else:
            tokens += found[0]
            bits += found[1]


def _drop_parties(
    words: list[str], bits: list[int], quotes: list[tuple[int, int]], anchors: list[tuple[int, int]]
) -> None:
    """Drop a party in brackets, which parts a name from its place: "Rep. Ann Roe (R) of Ohio"."""
    for at in range(len(words) - 3, 0, -1):
        if words[at] == "(" and len(words[at + 1]) == 1 and words[at + 1].isupper() and words[at + 2] == ")":
            del words[at : at + 3], bits[at : at + 3]
            quotes[:] = [(token - 3 * (token > at), index) for token, index in quotes]
            anchors[:] = [(token - 3 * (token > at), offset) for token, offset in anchors]


def _join_detached(
    words: list[str], bits: list[int], quotes: list[tuple[int, int]], anchors: list[tuple[int, int]]
) -> None:
    """Join a detached possessive ending ("Reid ’ s") to its noun, and mark the figure of "No. 8" as part of a name."""
    for at in range(len(words) - 1, 0, -1):
        if words[at] == "s" and words[at - 1][-1] in "'’":
            bits[at - 1] |= POSSESSIVE
            del words[at], bits[at]
            quotes[:] = [(token - (token > at), index) for token, index in quotes]
            anchors[:] = [(token - (token > at), offset) for token, offset in anchors]
        elif bits[at] & DIGITS and words[at - 1] == "No":
            bits[at] |= CAPITAL
