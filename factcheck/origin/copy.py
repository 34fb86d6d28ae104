"""Detect shared copy by the runs of words (n-grams) that two articles have in common outside quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any
from zlib import crc32

from msgspec import Struct

from factcheck.cached import cached_property
from factcheck.origin.index import meeting
from factcheck.text.tokens import Tokens

Run = tuple[str, ...]
Runs = frozenset[Run]

Bounds = tuple[int, int]

_OPENING = frozenset(("“", "„", "«", '"', "``"))
_CLOSING = frozenset(("”", "»", '"', "''"))
_CLOSING_ONLY = _CLOSING - _OPENING
_QUOTES = _OPENING | _CLOSING
_REACH = 4  # paragraphs after its first over which a quotation may extend without a mark


class Article(Struct, frozen=True, eq=False, dict=True):
    """An article prepared for comparison: its paragraphs without quotations, as pieces of words, and their runs of
    `length` words.
    """

    document: str
    number: int
    paragraphs: tuple[list[list[str]], ...]
    length: int
    runs: Runs

    @cached_property
    def paragraph_runs(self) -> tuple[Runs, ...]:
        """The runs of each paragraph; they are needed for articles that share copy only."""
        return tuple(_runs_of(pieces, self.length) for pieces in self.paragraphs)

    @property
    def key(self) -> tuple[str, int]:
        """The document's id and the article's number in it, which identify the article."""
        return self.document, self.number

    def text(self, paragraph: int) -> str:
        """The words of a paragraph outside quotations."""
        return " ".join(chain.from_iterable(self.paragraphs[paragraph]))


class Overlap(Struct, frozen=True):
    """The share (0 to 1) of the shorter article's runs that occur in the longer one.

    `whole` says that the two share copy on the whole; else some of their passages are shared.
    """

    shorter: Article
    longer: Article
    share: float
    whole: bool = True


def article(document: str, number: int, tokens: Tokens, paragraphs: Sequence[Bounds], length: int) -> Article:
    """Prepare an article for comparison by runs of `length` words; `paragraphs` are spans of the text."""
    unquoted = [[_words(tokens, *piece) for piece in pieces] for pieces in unquoted_pieces(tokens, paragraphs)]
    runs = _runs_of(chain.from_iterable(unquoted), length)
    return Article(document, number, tuple(unquoted), length, runs)


def _words(tokens: Tokens, first: int, stop: int) -> list[str]:
    return [form.folded for form in tokens.forms[first:stop] if form.lexical]


def unquoted_pieces(tokens: Tokens, paragraphs: Sequence[Bounds]) -> Iterator[list[Bounds]]:
    """Yield for each paragraph the token ranges outside quotations.

    A quotation may close in a later paragraph.
    """
    stretches = [tokens.between(*paragraph) for paragraph in paragraphs]
    quotes = {form for form in set(tokens.forms) if form.text in _QUOTES}
    every = [index for index, form in enumerate(tokens.forms) if form in quotes] if quotes else []
    marks = [every[bisect_left(every, each.start) : bisect_left(every, each.stop)] for each in stretches]
    closes = -1
    for number, stretch in enumerate(stretches):
        if number < closes:
            yield []
            continue
        found = iter(marks[number])
        pieces: list[Bounds] = []
        last = stretch.start
        if marks[number] and (number == closes or tokens.forms[marks[number][0]].text in _CLOSING_ONLY):
            last = next(found) + 1
        for opened in found:
            if tokens.forms[opened].text not in _OPENING:
                continue
            pieces.append((last, opened))
            closing = next((index for index in found if tokens.forms[index].text in _CLOSING), None)
            last = stretch.stop if closing is None else closing + 1
            if closing is None:
                closes = _closing_paragraph(tokens, marks, number)
        yield [*pieces, (last, stretch.stop)]


def _closing_paragraph(tokens: Tokens, marks: Sequence[Sequence[int]], opened: int) -> int:
    """The paragraph that closes a quotation left open before another one opens; -1 if there is none."""
    for number in range(opened + 1, min(opened + 1 + _REACH, len(marks))):
        if marks[number]:
            mark = marks[number][0]
            closes = tokens.forms[mark].text in _CLOSING and not tokens.touches_word(mark + 1)
            return number if closes else -1
    return -1


def _runs_of(pieces: Iterable[Sequence[str]], length: int) -> Runs:
    return Runs(chain.from_iterable([_runs(piece, length) for piece in pieces if len(piece) >= length]))


def _runs(tokens: Sequence[str], length: int) -> Iterator[Run]:
    return zip(*[tokens[start:] for start in range(length)], strict=False)


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    """A hash of a word, for sampling runs; not `hash()`, which differs between processes."""
    return crc32(word.encode())


def overlaps(articles: Sequence[Article], setting: Mapping[str, Any]) -> Iterator[Overlap]:
    """Yield the pairs of articles that share copy, on the whole or in part, in the order of the articles.

    Candidates come from an index over the runs, so that the cost grows with the text and not with the number of pairs.
    """
    step = setting["sample"] if len(articles) >= setting["sample_from"] else 1
    sampled: list[Iterable[Run]] = [
        each.runs if step == 1 else [run for run in each.runs if _word_hash(run[0] + run[-1]) % step == 0]
        for each in articles
    ]
    for earlier, later, common in meeting(sampled, setting["heads"]):
        pair = (articles[earlier], articles[later])
        shorter, longer = sorted(pair, key=lambda each: (len(each.runs), each.key))
        if 2 * common * step < setting["part"] * len(shorter.runs):
            continue
        shared = len(shorter.runs & longer.runs)
        share = shared / len(shorter.runs)
        if share >= setting["document"] and _shares_copy(shorter, longer, shared, share, setting):
            yield Overlap(shorter, longer, share)
        elif share >= setting["part"] and shared >= setting["whole_runs"]:
            yield Overlap(shorter, longer, share, whole=False)


def _shares_copy(shorter: Article, longer: Article, shared: int, share: float, setting: Mapping[str, Any]) -> bool:
    if share >= setting["whole"] and shared >= setting["whole_runs"]:
        return True
    copied = 0
    for index, runs in enumerate(shorter.paragraph_runs):
        if len(runs) >= setting["paragraph_runs"] and _is_copied(shorter, index, longer, setting):
            copied += 1
            if copied >= setting["paragraphs"]:
                return True
    return False


def _is_copied(shorter: Article, index: int, longer: Article, setting: Mapping[str, Any]) -> bool:
    """Whether a paragraph of the shorter article is copied from the longer, with or without edits."""
    runs = shorter.paragraph_runs[index]
    share = len(runs & longer.runs) / len(runs)
    if share >= setting["copied"] or share < setting["edited"]:
        return bool(share >= setting["copied"])
    from rapidfuzz.fuzz import token_set_ratio

    best = max(range(len(longer.paragraphs)), key=lambda other: len(runs & longer.paragraph_runs[other]))
    ratio = token_set_ratio(shorter.text(index), longer.text(best))
    return bool(ratio >= setting["edited_ratio"])
