"""The interface of a kind's room to the pipeline, and helpers that the rooms share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.model import Comparison, Document, Mention, Sentence, Value
from factcheck.ruleset import Ruleset
from factcheck.text.numerals import Lexicon, NumeralReader
from factcheck.text.words import Words

Spans = Sequence[tuple[int, int]]
TriggerWords = Callable[[Ruleset], frozenset[str]]
Finder = Callable[[Document, Sequence[Sentence], Ruleset, Spans, Words | None], Iterable[Mention]]
Normaliser = Callable[[Iterable[Mention], Document, Sequence[Sentence], Ruleset], Iterator[tuple[Mention, Value]]]
Comparer = Callable[[Value, Value, Ruleset], Comparison]


class Room(Struct, frozen=True):
    """The functions with which a kind of claim is found, read and compared.

    `find` yields mentions in text order, outside the spans reserved by earlier rooms. `normalise` gives the value of
    each mention in that order and omits those it cannot read. `compare` is symmetric in its relation. `triggers` gives
    the trigger words of `find`, so that one pass over a text can look for those of all rooms.
    """

    name: str
    triggers: TriggerWords
    find: Finder
    normalise: Normaliser
    compare: Comparer


def sentence_index(starts: Sequence[int], offset: int) -> int:
    """Return the index of the sentence that holds an offset, given the start offsets of all sentences."""
    return max(0, bisect_right(starts, offset) - 1)


@lru_cache(maxsize=8)
def numerals(ruleset: Ruleset) -> NumeralReader:
    """Return the numeral reader for the number words of a ruleset."""
    return NumeralReader(
        Lexicon(
            cardinal=ruleset.words("cardinal"),
            scale=ruleset.words("scale"),
            scale_plural=ruleset.words("scale_plural"),
            vague=ruleset.words("vague"),
            denominator=ruleset.words("denominator"),
            ordinal=ruleset.words("ordinal"),
            vulgar_fraction=ruleset.words("vulgar_fraction"),
            part_alone=ruleset.words("part_alone"),
        )
    )
