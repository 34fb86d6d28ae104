"""Find figures in a text: cheap triggers first, then the careful reading where one fires."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from string import ascii_letters

from factcheck.expressions import expression
from factcheck.kinds.quantity.article import Article
from factcheck.kinds.quantity.clause import REACH
from factcheck.kinds.quantity.grammar import Grammar, grammar
from factcheck.kinds.quantity.place import Found, Place
from factcheck.kinds.quantity.reading import read
from factcheck.kinds.quantity.share import OPINION
from factcheck.kinds.quantity.spread import BOUNDS, between_bounds
from factcheck.kinds.room import Spans
from factcheck.model import Document, Mention, Sentence
from factcheck.ruleset import Ruleset

# Times that may belong to a figure: "an hour" in "$80 an hour", "a quarter" in "a quarter million".
_PART_WORDS = ("a ", "an ", "per ", "each ", "every ", "A ", "one ", "three ", "One ", "Three ")
_RATE = expression(r"(?:an?|per|each|every) ")
_OF_A_SCALE = expression(
    r"(?:a|one|three)[ -]quarters?\b"
    r"(?P<scale>[ -](?:thousand|million|billion|trillion|(?:full )?percentage[ -]points?|points?)\b"
    r"|\sof an? (?!year|decade|century))?",
    re.IGNORECASE,
)


def find(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans) -> Iterator[Mention]:
    """The figures of a document in the order of the text, outside the spans that are taken."""
    waiting: Found | None = None
    sentence = 0
    for index, found in _figures(document, sentences, ruleset, taken):
        if waiting is not None:
            if found.figure.way in BOUNDS and index == sentence:
                both = between_bounds(document.text, waiting, found)
                if both is not None:
                    waiting = both
                    continue
            yield Mention(waiting.kind or "number", waiting.start, waiting.end, waiting.rule, sentence, waiting.figure)
        waiting, sentence = found, index
    if waiting is not None:
        yield Mention(waiting.kind or "number", waiting.start, waiting.end, waiting.rule, sentence, waiting.figure)


def _figures(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans
) -> Iterator[tuple[int, Found]]:
    """Each figure with the sentence that holds it."""
    g = grammar(ruleset)
    text = document.text
    if not sentences:
        return
    article = Article(text, g)
    # The end of the text closes both lists, so that the reading below need not look for their ends.
    spans = [span for span in taken if not (text.startswith(_PART_WORDS, span[0]) and _is_part(text, span[0], g))]
    spans.append((len(text), len(text)))
    done, take, taken_until, index = 0, 0, 0, 0
    sentence, last_index = sentences[0], len(sentences) - 1
    last: Found | None = None
    first = g.first_trigger.match(text)
    for match in chain((first,) if first else (), g.triggers.finditer(text)):
        pos = match.start()
        if not text[pos].isalnum():
            pos += 1
        if pos < done:
            continue
        while spans[take][1] <= pos:
            taken_until = spans[take][1]
            take += 1
        if spans[take][0] <= pos:
            continue
        while index < last_index and sentences[index + 1].start <= pos:
            index, last = index + 1, None
            sentence = sentences[index]
        if not sentence.start <= pos < sentence.end:
            continue
        stretch = max(sentence.start, done, taken_until), min(sentence.end, spans[take][0])
        place = _place(article, pos, match.end(), sentence, stretch)
        for found in read(place, g, last):
            done = max(done, found.end, found.seen)
            if found.kind is None:
                continue
            if last is None or found.figure.noun:
                last = found
            yield index, found


def _place(article: Article, pos: int, end: int, sentence: Sentence, stretch: tuple[int, int]) -> Place:
    """The place of a trigger: its word or digits, and what stands before."""
    text = article.text
    trigger = text[pos:end]
    if trigger[-1].isdigit() and not trigger[0].isdigit():
        # "USD34": the code is no trigger.
        trigger = trigger.lstrip(ascii_letters)
        pos = end - len(trigger)
    reach = pos - REACH
    before = text[max(sentence.start, reach) : pos].split()
    if reach > sentence.start and before and not text[reach - 1].isspace():
        # The first is half of a word.
        del before[0]
    previous = before[-1] if before else ""
    plain = text[pos - 1] == " " and previous.isalpha() and previous.lower() not in article.grammar.before_words
    return Place(text, pos, trigger, before, plain, *stretch, sentence.start, sentence.end, article)


def _is_part(text: str, start: int, g: Grammar) -> bool:
    """Whether a time belongs to a figure: a rate ("an hour", not "every 10 minutes"), or "a quarter million"."""
    if (scale := _OF_A_SCALE.match(text, start)) and (scale["scale"] or OPINION.match(text, scale.end())):
        return True
    rate = _RATE.match(text, start)
    return rate is not None and g.first_trigger.match(text, rate.end()) is None
