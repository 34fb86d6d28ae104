"""Shared copy: the runs of words that two articles have in common outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any
from zlib import crc32

from msgspec import Struct

from factcheck.expressions import expression
from factcheck.origin.index import meeting
from factcheck.text.folding import words

Run = tuple[str, ...]
Runs = frozenset[Run]

_QUOTED = expression(r"(?:[“„«\"]|``).*?(?:([”»\"]|'')|\Z)", re.DOTALL)
# One class stands first: the engine then looks only at these characters.
_MARK = expression(r"[“„«”»\"`'](?:(?<=[“„«”»\"])|(?<=`)`|(?<=')')")
_CLOSING = expression(r"[”»]|''|\"(?=\W|\Z)")
_REACH = 4  # paragraphs that a quotation may run on without a mark


class Article(Struct, frozen=True, eq=False):
    """An article made ready for comparison: its paragraphs without quotations, as text and as runs."""

    document: str
    number: int
    paragraphs: tuple[str, ...]
    paragraph_runs: tuple[Runs, ...]
    runs: Runs

    @property
    def key(self) -> tuple[str, int]:
        """What tells this article from all others."""
        return self.document, self.number


class Overlap(Struct, frozen=True):
    """How much of the shorter of two articles stands in the longer."""

    shorter: Article
    longer: Article
    share: float


def article(document: str, number: int, paragraphs: Sequence[str], length: int) -> Article:
    """An article made ready for comparison by runs of `length` words."""
    unquoted = [[words(piece) for piece in pieces] for pieces in unquoted_pieces(paragraphs)]
    runs = [Runs(chain.from_iterable(_runs(piece, length) for piece in pieces)) for pieces in unquoted]
    texts = [" ".join(chain.from_iterable(pieces)) for pieces in unquoted]
    return Article(document, number, tuple(texts), tuple(runs), frozenset().union(*runs))


def unquoted_pieces(paragraphs: Sequence[str]) -> Iterator[list[str]]:
    """What stands between the quotations of each paragraph; a quotation may close in a later paragraph."""
    closes = -1
    for index, paragraph in enumerate(paragraphs):
        start = 0
        if index < closes:
            yield []
            continue
        mark = _MARK.search(paragraph)
        if mark is None:
            yield [paragraph]
            continue
        if index == closes or mark[0] in ("”", "»", "''"):
            start = mark.end()
        pieces, last = [], start
        for quoted in _QUOTED.finditer(paragraph, start):
            pieces.append(paragraph[last : quoted.start()])
            last = quoted.end()
            if quoted[1] is None:
                closes = _closing_paragraph(paragraphs, index)
        yield [*pieces, paragraph[last:]]


def _closing_paragraph(paragraphs: Sequence[str], opened: int) -> int:
    """The paragraph that closes a quotation left open, before another one opens; -1 when none does."""
    for index in range(opened + 1, min(opened + 1 + _REACH, len(paragraphs))):
        mark = _MARK.search(paragraphs[index])
        if mark:
            return index if _CLOSING.match(paragraphs[index], mark.start()) else -1
    return -1


def _runs(tokens: Sequence[str], length: int) -> Iterator[Run]:
    return zip(*(tokens[start:] for start in range(length)), strict=False)


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """A number for a word by which runs are sampled; not hash(), which differs from process to process."""
    return crc32(word.encode())


def overlaps(articles: Sequence[Article], setting: Mapping[str, Any]) -> Iterator[Overlap]:
    """The pairs of articles that share copy, in the order of the articles.

    An index over the runs names the candidates, so that the cost grows with the text and not with all pairs.
    """
    step = setting["sample"] if len(articles) >= setting["sample_from"] else 1
    sampled: list[Iterable[Run]] = [
        each.runs if step == 1 else [run for run in each.runs if _number(run[0] + run[-1]) % step == 0]
        for each in articles
    ]
    for earlier, later, common in meeting(sampled, setting["heads"]):
        pair = (articles[earlier], articles[later])
        shorter, longer = sorted(pair, key=lambda each: (len(each.runs), each.key))
        if 2 * common * step < setting["document"] * len(shorter.runs):
            continue
        shared = len(shorter.runs & longer.runs)
        share = shared / len(shorter.runs)
        if share >= setting["document"] and _shares_copy(shorter, longer, shared, share, setting):
            yield Overlap(shorter, longer, share)


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
    """Whether a paragraph of one article is copied, or edited, from the other."""
    runs = shorter.paragraph_runs[index]
    share = len(runs & longer.runs) / len(runs)
    if share >= setting["copied"] or share < setting["edited"]:
        return bool(share >= setting["copied"])
    from rapidfuzz.fuzz import token_set_ratio

    best = max(range(len(longer.paragraphs)), key=lambda other: len(runs & longer.paragraph_runs[other]))
    ratio = token_set_ratio(shorter.paragraphs[index], longer.paragraphs[best])
    return bool(ratio >= setting["edited_ratio"])
