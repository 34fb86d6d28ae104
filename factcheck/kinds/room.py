"""What a kind's room gives to the pipeline: three functions."""

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
    """One room: `find` gives mentions in the order of the text, never inside the spans that earlier rooms took;
    `normalise` reads them in that order and leaves out what cannot be read; `compare` is symmetric. `triggers` are the
    words at which `find` looks closer: it may be given those of a text, cut out once for all rooms.
    """

    name: str
    triggers: TriggerWords
    find: Finder
    normalise: Normaliser
    compare: Comparer


def sentence_index(starts: Sequence[int], offset: int) -> int:
    """Which sentence holds an offset, given the starts of all sentences."""
    return max(0, bisect_right(starts, offset) - 1)


@lru_cache(maxsize=8)
def numerals(ruleset: Ruleset) -> NumeralReader:
    """The reader for the number words of a ruleset."""
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
