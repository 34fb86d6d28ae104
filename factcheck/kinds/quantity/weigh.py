"""The readings of numbers that were looked at and not taken: traps, and rules behind the one that fits first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.quantity.find import figures, trigger_words
from factcheck.kinds.quantity.grammar import Grammar, Pattern, grammar
from factcheck.kinds.quantity.non_claims import TRAPS
from factcheck.kinds.quantity.parse_context import Found, ParseContext
from factcheck.kinds.quantity.reading import allowed, sides_around
from factcheck.kinds.room import Spans
from factcheck.kinds.weighed import Weighed
from factcheck.model import Document, Sentence
from factcheck.ruleset import Ruleset
from factcheck.text.words import Words

_BEFORE = 40  # characters before a numeral in which the side of a rule stands
_MARKS = frozenset("-–—/.#@$€£¥'’&+")  # what may join a trap's number to the word around it
_STOPS = frozenset(".,;:!?…")


def weigh(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans) -> Iterator[Weighed]:
    """The readings that lost, at every trigger of a document outside the spans that are taken."""
    g, seen = grammar(ruleset), list[tuple[ParseContext, Found]]()
    for _ in figures(document, sentences, ruleset, taken, Words(document.text, trigger_words(ruleset)), seen):
        pass
    for context, found in seen:
        if found.kind is None:
            start, end = _whole(document.text, context.pos, max(context.pos + len(context.trigger), found.seen))
            yield Weighed(start, end, f"trap {found.rule}", TRAPS[found.rule])
        else:
            yield from _rules(context, found, g)
    yield from _dated(document, sentences, ruleset, taken)


def _dated(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans) -> Iterator[Weighed]:
    """The figures that would be read were there no dates."""
    words = Words(document.text, trigger_words(ruleset))
    for _, found in figures(document, sentences, ruleset, (), words):
        if any(start < found.end and found.start < end for start, end in taken):
            yield Weighed(found.start, found.end, found.rule, "dates and times are read first")


def _rules(context: ParseContext, found: Found, g: Grammar) -> Iterator[Weighed]:
    """The rules whose sides stand around a figure, but for the one that is taken."""
    text = context.text
    numeral = g.reader.plain(text, context.pos) or g.reader.at(text, context.pos)
    if numeral is None:
        return
    before = text[max(context.floor, numeral.start - _BEFORE) : numeral.start]
    following = text[numeral.end : numeral.end + 1]
    for pattern in _patterns(g):
        if pattern.rule.id == found.rule or not _marks_fit(pattern, before, following):
            continue
        span = sides_around(pattern, text, before, numeral.start, numeral.end)
        if span is None:
            continue
        fits = allowed(pattern, numeral, text, span, g)
        yield Weighed(*span, pattern.rule.id, f"{found.rule} goes first" if fits else "the figure is none for it")


def _patterns(g: Grammar) -> dict[Pattern, None]:
    """All rules with sides, each once, in the order in which they are tried."""
    triggered = (*g.by_word_after.values(), *g.by_word_before.values(), g.untriggered)
    return dict.fromkeys(pattern for patterns in triggered for pattern in patterns)


def _marks_fit(pattern: Pattern, before: str, following: str) -> bool:
    last = before[-2:].strip()[-1:]
    return (not pattern.ahead or last in pattern.ahead) and (not pattern.behind or following in pattern.behind)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A number with what is joined to it: the whole of "AR-15"."""
    while start and (text[start - 1].isalnum() or text[start - 1] in _MARKS):
        start -= 1
    while end > start + 1 and text[end - 1] in _STOPS:
        end -= 1
    return start, end
