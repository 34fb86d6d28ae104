"""Find figures in a text: cheap triggers first, then the careful reading where one fires."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.kinds.quantity.grammar import Grammar, grammar
from factcheck.kinds.quantity.place import Article, Found, Place
from factcheck.kinds.quantity.reading import read
from factcheck.kinds.quantity.traps import article_dollar, named_numbers
from factcheck.kinds.room import Spans
from factcheck.model import Document, Mention, Sentence
from factcheck.ruleset import Ruleset

# "an hour" in "$80 an hour" is the amount's rate, though it may be a time elsewhere.
_RATE_WORDS = ("a ", "an ", "per ", "each ", "every ")
_DIGIT = re.compile(r"\d+")


def find(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans) -> Iterator[Mention]:
    """The figures of a document in the order of the text, outside the spans that are taken."""
    g = grammar(ruleset)
    text = document.text
    taken = [span for span in taken if not text.startswith(_RATE_WORDS, span[0])]
    digits = list(_DIGIT.finditer(text))
    around = _article(text, digits, g)
    done, take, index = 0, 0, 0
    last: dict[int, Found] = {}
    hits = [match.start() for match in digits]
    hits += [match.start() for match in g.words.finditer(text)]
    hits.sort()
    for pos in hits:
        if pos < done:
            continue
        while take < len(taken) and taken[take][1] <= pos:
            take += 1
        if take < len(taken) and taken[take][0] <= pos:
            continue
        while index + 1 < len(sentences) and sentences[index + 1].start <= pos:
            index += 1
        if not sentences or pos >= sentences[index].end or pos < sentences[index].start:
            continue
        limit = min(sentences[index].end, taken[take][0] if take < len(taken) else len(text))
        floor = max(sentences[index].start, done, taken[take - 1][1] if take else 0)
        for found in read(
            Place(text, pos, floor, limit, sentences[index].start, sentences[index].end, around),
            g,
            last.get(index),
        ):
            done = max(done, found.end, found.seen)
            if found.kind is None:
                continue
            last = {index: found} if found.figure.noun or index not in last else last
            yield Mention(found.kind, found.start, found.end, found.rule, index, found.figure)


def _article(text: str, digits: Sequence[re.Match[str]], g: Grammar) -> Article:
    """What the whole text says about its figures."""
    long = [match for match in digits if 2 < match.end() - match.start() < 5]
    return Article(named_numbers(text, long, g), "£" in text or "sterling" in text, article_dollar(text, g))
