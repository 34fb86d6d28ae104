"""Find the figures of a text: trigger words and digits first, then a full reading at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from factcheck.kinds.quantity.article import Article
from factcheck.kinds.quantity.clause import VERB_REACH
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
_DIGITS: Final = "0123456789"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def trigger_words(ruleset: Ruleset) -> frozenset[str]:
    """Return the words that may begin a figure."""
    return grammar(ruleset).triggers.words


def find(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, reserved: Spans, words: Words | None = None
) -> Iterator[Mention]:
    """Yield the figures of a document in text order, outside the reserved spans.

    `words` are the words of the text, if they have been split already. Two bounds of one figure are merged into a
    range.
    """
    pending: Found | None = None
    sentence = 0
    words = words or Words(document.text, trigger_words(ruleset))
    for index, found in figures(document, sentences, ruleset, reserved, words):
        if pending is not None:
            if found.figure.hedge_type in BOUNDS and index == sentence:
                both = between_bounds(document.text, pending, found)
                if both is not None:
                    pending = both
                    continue
            yield Mention(pending.kind or "number", pending.start, pending.end, pending.rule, sentence, pending.figure)
        pending, sentence = found, index
    if pending is not None:
        yield Mention(pending.kind or "number", pending.start, pending.end, pending.rule, sentence, pending.figure)


def figures(
    document: Document,
    sentences: Sequence[Sentence],
    ruleset: Ruleset,
    reserved: Spans,
    words: Words,
    weighed: list[tuple[ParseContext, Found]] | None = None,
) -> Iterator[tuple[int, Found]]:
    """Yield each figure with the index of its sentence.

    Where `weighed` is given, append to it every context that was read with its result, including those without a
    figure.
    """
    g = grammar(ruleset)
    text = document.text
    if not sentences:
        return
    triggers = _triggers(text, words, g)
    article = Article(text, g, triggers)
    # Times within a figure are not reserved: "an hour" in "$80 an hour", "a quarter" in "a quarter million".
    parts = g.sets.part_words
    spans = [span for span in reserved if not (text.startswith(parts, span[0]) and _is_part_of_figure(text, *span, g))]
    # An empty span at the end of the text, so that the loop below needs no check for the end of the list.
    spans.append((len(text), len(text)))
    done, next_span, reserved_until, index = 0, 0, 0, 0
    sentence, last_index = sentences[0], len(sentences) - 1
    # `last` is the figure whose noun the next one may leave out, `previous` the one right before it.
    last: Found | None = None
    previous: Found | None = None
    for pos, end in triggers:
        if pos < done:
            continue
        while spans[next_span][1] <= pos:
            reserved_until = spans[next_span][1]
            next_span += 1
        if spans[next_span][0] <= pos:
            continue
        while index < last_index and sentences[index + 1].start <= pos:
            index, last, previous = index + 1, None, None
            sentence = sentences[index]
        if not sentence.start <= pos < sentence.end:
            continue
        bounds = max(sentence.start, done, reserved_until), min(sentence.end, spans[next_span][0])
        context = _context_at(article, pos, end, sentence, bounds, previous)
        for found in read(context, g, last):
            done = max(done, found.end, found.read_until)
            if weighed is not None:
                weighed.append((context, found))
            if found.kind is None:
                continue
            previous = found
            if last is None or found.figure.noun:
                last = found
            yield index, found


def _triggers(text: str, words: Words, g: Grammar) -> list[tuple[int, int]]:
    """Return the spans of the triggers: digits, and number words written as "two", "Two" or "TWO"."""
    if words.beyond and _ODD_DIGIT.search(words.beyond):
        return _every_trigger(text, g)
    found: list[tuple[int, int]] = []
    pieces, numbers = words.pieces, g.triggers.words
    for index, pos in zip(words.triggered, words.starts, strict=True):
        piece = pieces[index]
        if ord(piece[0]) <= NINE:
            if _word_begins(text, pos):
                size = len(piece)
                found.append((pos, pos + (size if piece.isdigit() else size - len(piece.lstrip(_DIGITS)))))
        elif piece in numbers:
            if _is_number_word(text, pos, pos + len(piece)):
                found.append((pos, pos + len(piece)))
        elif words.mixed and not piece.isalpha() and _word_begins(text, pos):
            code = g.triggers.attached.match(text, pos)
            if code is not None:
                found.append((pos, code.end()))
    return found


def _word_begins(text: str, pos: int) -> bool:
    """Return whether a word may begin at an offset."""
    return not pos or ord(text[pos - 1]) == _BLANK or EDGE.match(text, pos - 1) is not None


def _every_trigger(text: str, g: Grammar) -> list[tuple[int, int]]:
    """Return the triggers of a text that contains digits other than 0 to 9 or fraction characters."""
    first = g.triggers.first.match(text)
    return [match.span(1) for match in chain((first,) if first else (), g.triggers.every.finditer(text))]


def _is_number_word(text: str, pos: int, end: int) -> bool:
    """Return whether a number word is a whole word, written "two", "Two" or "TWO"."""
    if not _word_begins(text, pos):
        return False
    after = text[end : end + 1]
    if after == "_" or after.isalnum():
        return False
    word = text[pos:end]
    return word.islower() or word[1:].islower() or word.isupper()


def _context_at(
    article: Article, pos: int, end: int, sentence: Sentence, bounds: tuple[int, int], previous_figure: Found | None
) -> ParseContext:
    """Return the parse context of a trigger; `bounds` limit the text that a figure there may use."""
    text = article.text
    trigger = text[pos:end]
    if trigger[-1].isdigit() and not trigger[0].isdigit():
        # "USD34": the figure begins behind the currency code.
        trigger = trigger.lstrip(_LETTERS)
        pos = end - len(trigger)
    window_start = pos - VERB_REACH
    before = text[max(sentence.start, window_start) : pos].split()
    if window_start > sentence.start and before and not text[window_start - 1].isspace():
        # The window begins inside a word; drop its rest.
        del before[0]
    previous = before[-1] if before else ""
    after_plain_word = (
        text[pos - 1] == " " and previous.isalpha() and previous.lower() not in article.grammar.before_words
    )
    start, stop = sentence.start, sentence.end
    return ParseContext(text, pos, trigger, before, after_plain_word, *bounds, start, stop, article, previous_figure)


def _is_part_of_figure(text: str, start: int, end: int, g: Grammar) -> bool:
    """Return whether a time expression is part of a figure.

    It is one as a rate ("an hour", not "every 10 minutes" or "an hour and 11 minutes") or as a fraction of a scale
    ("a quarter million").
    """
    if (scale := g.phrases.of_a_scale.match(text, start)) and (
        scale["scale"] or g.phrases.opinion.match(text, scale.end())
    ):
        return True
    rate = g.phrases.rate_of_time.match(text, start)
    if rate is None or g.triggers.first.match(text, rate.end()) is not None:
        return False
    return g.triggers.every.search(text, rate.end(), end) is None
