"""Find figures in a text: cheap triggers first, then the careful reading where one fires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from string import ascii_letters, digits
from typing import Final

from factcheck.kinds.quantity.article import Article
from factcheck.kinds.quantity.clause import REACH
from factcheck.kinds.quantity.grammar import EDGE, PARTS, Grammar, grammar
from factcheck.kinds.quantity.parse_context import Found, ParseContext
from factcheck.kinds.quantity.ranges import BOUNDS, between_bounds
from factcheck.kinds.quantity.reading import read
from factcheck.kinds.room import Spans
from factcheck.model import Document, Mention, Sentence
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.words import NINE, Words

_ODD_DIGIT: Final = regex(rf"[\d{PARTS}]")
_BLANK: Final = 0x20


def trigger_words(ruleset: Ruleset) -> frozenset[str]:
    """The words that may begin a figure."""
    return grammar(ruleset).triggers.words


def find(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans, words: Words | None = None
) -> Iterator[Mention]:
    """The figures of a document in the order of the text, outside the spans that are taken."""
    waiting: Found | None = None
    sentence = 0
    words = words or Words(document.text, trigger_words(ruleset))
    for index, found in figures(document, sentences, ruleset, taken, words):
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


def figures(
    document: Document,
    sentences: Sequence[Sentence],
    ruleset: Ruleset,
    taken: Spans,
    words: Words,
    weighed: list[tuple[ParseContext, Found]] | None = None,
) -> Iterator[tuple[int, Found]]:
    """Each figure with the sentence that holds it; `weighed` takes, where it is given, all that was looked at."""
    g = grammar(ruleset)
    text = document.text
    if not sentences:
        return
    triggers = _triggers(text, words, g)
    article = Article(text, g, triggers)
    # The end of the text closes both lists, so that the reading below need not look for their ends.
    # Times that may belong to a figure: "an hour" in "$80 an hour", "a quarter" in "a quarter million".
    parts = g.sets.part_words
    spans = [span for span in taken if not (text.startswith(parts, span[0]) and _is_part(text, span[0], g))]
    spans.append((len(text), len(text)))
    done, take, taken_until, index = 0, 0, 0, 0
    sentence, last_index = sentences[0], len(sentences) - 1
    last: Found | None = None
    for pos, end in triggers:
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
        context = _place(article, pos, end, sentence, stretch)
        for found in read(context, g, last):
            done = max(done, found.end, found.seen)
            if weighed is not None:
                weighed.append((context, found))
            if found.kind is None:
                continue
            if last is None or found.figure.noun:
                last = found
            yield index, found


def _triggers(text: str, words: Words, g: Grammar) -> list[tuple[int, int]]:
    """Where the triggers of figures stand: digits, and number words in the three cases that news uses."""
    if words.beyond and _ODD_DIGIT.search(words.beyond):
        return _every_trigger(text, g)
    found: list[tuple[int, int]] = []
    pieces, numbers = words.pieces, g.triggers.words
    for index, pos in zip(words.triggered, words.starts, strict=True):
        piece = pieces[index]
        if ord(piece[0]) <= NINE:
            if _edges(text, pos):
                size = len(piece)
                found.append((pos, pos + (size if piece.isdigit() else size - len(piece.lstrip(digits)))))
        elif piece in numbers:
            if _stands_apart(text, pos, pos + len(piece)):
                found.append((pos, pos + len(piece)))
        elif words.mixed and not piece.isalpha() and _edges(text, pos):
            code = g.triggers.attached.match(text, pos)
            if code is not None:
                found.append((pos, code.end()))
    return found


def _edges(text: str, pos: int) -> bool:
    """Whether a word begins at a context."""
    return not pos or ord(text[pos - 1]) == _BLANK or EDGE.match(text, pos - 1) is not None


def _every_trigger(text: str, g: Grammar) -> list[tuple[int, int]]:
    """The triggers of a text with figures beyond 0 to 9."""
    first = g.triggers.first.match(text)
    return [match.span(1) for match in chain((first,) if first else (), g.triggers.every.finditer(text))]


def _stands_apart(text: str, pos: int, end: int) -> bool:
    """Whether a number word is a word by itself, and written "two", "Two" or "TWO"."""
    if not _edges(text, pos):
        return False
    after = text[end : end + 1]
    if after == "_" or after.isalnum():
        return False
    word = text[pos:end]
    return word.islower() or word[1:].islower() or word.isupper()


def _place(article: Article, pos: int, end: int, sentence: Sentence, stretch: tuple[int, int]) -> ParseContext:
    """The context of a trigger: its word or digits, and what stands before."""
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
    return ParseContext(text, pos, trigger, before, plain, *stretch, sentence.start, sentence.end, article)


def _is_part(text: str, start: int, g: Grammar) -> bool:
    """Whether a time belongs to a figure: a rate ("an hour", not "every 10 minutes"), or "a quarter million"."""
    if (scale := g.phrases.of_a_scale.match(text, start)) and (
        scale["scale"] or g.phrases.opinion.match(text, scale.end())
    ):
        return True
    rate = g.phrases.rate_of_time.match(text, start)
    return rate is not None and g.triggers.first.match(text, rate.end()) is None
