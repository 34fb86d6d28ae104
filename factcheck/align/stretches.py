"""The words in a row that two quotations share where each goes on otherwise, as reports of one speech do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec.structs import replace

from factcheck.align.score import Alignment
from factcheck.align.told_otherwise import tells_otherwise
from factcheck.align.topic import Topic
from factcheck.kinds import room_of
from factcheck.kinds.quotation import similarity
from factcheck.kinds.quotation.quote_words import expanded, folded_words
from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import SENSE_CUT, Comparison, Difference, Quotation
from factcheck.records import record
from factcheck.records import replace as replace_record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_SENTENCE_END = regex(r"(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[^\W\d_][^\W\d_][.!?])(?=[^\W\d_])")
_LONG = 7  # words in a row, less those in which two wordings of them differ, that are of one utterance
_OF_A_SENTENCE = 6  # the same where both wordings of them begin, or end, with a sentence
_TELLING = 2  # words among them that are not common
_LETTERS = 4  # of the shortest such word
_SAME_WORDS = 3  # so many times as many words as are changed have two sentences that say something else
_PHRASE = 3  # words in a row that are no chance
_SURE = 0.6  # similarity of two quotations that share such words
_WORDINGS = SENSE_CUT | {Difference.WORDS_CHANGED, Difference.TRIMMED_UNMARKED}
_UNLIKE = _WORDINGS | {Difference.PARAPHRASE}
_OVERLAP = Comparison("consistent", Difference.OVERLAP, "the two overlap, and agree where they do")


@record
class _Stretch:
    """Words in a row of two quotations: how many agree, less those that do not, and the word indices of both ends.

    It is loose where both share further words beside it: then the reporters wrote down freely what they heard.
    """

    size: int
    begin: tuple[int, int]
    end: tuple[int, int]
    is_loose: bool = False


@record
class _Sentences:
    """The sentences of a quotation, their words, and the word index at which each begins, and the last one ends."""

    texts: tuple[str, ...]
    words: tuple[str, ...]
    limits: tuple[int, ...]

    def around(self, start: int, end: int) -> str:
        """The sentences that hold the words from one index up to another."""
        held = zip(self.texts, self.limits, self.limits[1:], strict=False)
        return " ".join(text for text, first, last in held if first < end and last > start)


def by_stretch(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> Alignment | None:
    """The alignment of two quotations by the sentences that both give; None where they share no such sentence."""
    if topic.family != "quote" or alignment.comparison.difference not in _UNLIKE:
        return None
    found = _compared(topic, alignment.topic, ruleset)
    if found is None:
        return None
    one, two = topic.claim.value, alignment.topic.claim.value
    alike = similarity(one, two, ruleset) if isinstance(one, Quotation) and isinstance(two, Quotation) else 0.0
    return replace(alignment, score=max(_SURE, alike), comparison=found)


def share_a_stretch(a: Topic, b: Topic, ruleset: Ruleset) -> bool:
    """Whether two quotations in reports of one event share so many words in a row that they are of one utterance."""
    return _compared(a, b, ruleset) is not None


def _compared(a: Topic, b: Topic, ruleset: Ruleset) -> Comparison | None:
    """How the sentences compare that two quotations share; None where they share none, or two people are named."""
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, Quotation) or not isinstance(two, Quotation) or a.event_cluster != b.event_cluster:
        return None
    if are_different(one, two, ruleset):
        return None
    return _compared_wordings(one.quote, two.quote, ruleset)


@lru_cache(maxsize=1 << 12)
def _compared_wordings(a: str, b: str, ruleset: Ruleset) -> Comparison | None:
    first, second = _sentences(a, ruleset), _sentences(b, ruleset)
    stretch = _stretch(first, second, ruleset)
    if stretch is None:
        return None
    one, two = (
        Quotation(quote=each.around(begin, end), role="quotation")
        for each, begin, end in zip((first, second), stretch.begin, stretch.end, strict=True)
    )
    found = room_of("quote").compare(one, two, ruleset)
    if found.relation != "different" or found.difference not in _WORDINGS or stretch.is_loose:
        return _OVERLAP
    few = found.size * _SAME_WORDS <= min(len(each.quote.split()) for each in (one, two))
    return found if few and tells_otherwise(one, two, ruleset) else _OVERLAP


@lru_cache(maxsize=1 << 12)
def _sentences(quote: str, ruleset: Ruleset) -> _Sentences:
    texts = tuple(_SENTENCE_END.split(quote))
    words = [[word.partition("|")[0] for word in expanded(folded_words(text, ruleset), ruleset)] for text in texts]
    limits = tuple(accumulate(map(len, words), initial=0))
    return _Sentences(texts, tuple(word for each in words for word in each), limits)


def _stretch(a: _Sentences, b: _Sentences, ruleset: Ruleset) -> _Stretch | None:
    """The words in a row that two quotations share; None where they are too few to be of one utterance."""
    known = set(b.words)
    if sum(word in known for word in a.words) < _OF_A_SENTENCE or not _tell(a.words, known, ruleset):
        return None
    found = _longest(a.words, b.words)
    told = a.words[found.begin[0] : found.end[0]], set(b.words[found.begin[1] : found.end[1]])
    if found.size < _OF_A_SENTENCE or not _tell(*told, ruleset):
        return None
    starts = [at in each.limits for at, each in zip(found.begin, (a, b), strict=True)]
    ends = [at in each.limits for at, each in zip(found.end, (a, b), strict=True)]
    if all(starts) or all(ends):
        return found
    return found if found.size >= _LONG and (any(starts) or any(ends)) else None


def _tell(words: Sequence[str], known: set[str], ruleset: Ruleset) -> bool:
    common = ruleset.words("quote_common_word")
    return len({each for each in words if each in known and len(each) >= _LETTERS and each not in common}) >= _TELLING


def _longest(a: Sequence[str], b: Sequence[str]) -> _Stretch:
    """The stretch in which most words agree, less those in which it differs."""
    from difflib import SequenceMatcher

    runs = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    best, size = _Stretch(0, (0, 0), (0, 0)), 0
    begin = end = (0, 0)
    for at, to, length in runs:
        gap = max(at - end[0], to - end[1])
        if gap >= size:
            begin, size, gap = (at, to), 0, 0
        size += length - gap
        end = (at + length, to + length)
        if size > best.size:
            best = _Stretch(size, begin, end)
    rest = (each.size for each in runs if not best.begin[0] <= each.a < best.end[0])
    return replace_record(best, is_loose=any(size >= _PHRASE for size in rest))
