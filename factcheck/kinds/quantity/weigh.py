"""The rejected readings of numbers: traps, and rules that match but come after the one that was used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.quantity.find import figures, trigger_words
from factcheck.kinds.quantity.grammar import Grammar, Pattern, grammar
from factcheck.kinds.quantity.non_claims import TRAPS
from factcheck.kinds.quantity.parse_context import Found, ParseContext
from factcheck.kinds.quantity.reading import is_allowed, rule_span
from factcheck.kinds.room import Spans
from factcheck.kinds.weighed import Weighed
from factcheck.model import Document, Sentence
from factcheck.ruleset import Ruleset
from factcheck.text.words import Words

_BEFORE = 40  # characters before a numeral to which the pattern of a rule is applied
_MARKS = frozenset("-–—/.#@$€£¥'’&+")  # characters that join the number of a trap to the word around it
_STOPS = frozenset(".,;:!?…")


def weigh(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, reserved: Spans) -> Iterator[Weighed]:
    """Yield the rejected readings at every trigger of a document outside the reserved spans."""
    g, contexts = grammar(ruleset), list[tuple[ParseContext, Found]]()
    for _ in figures(document, sentences, ruleset, reserved, Words(document.text, trigger_words(ruleset)), contexts):
        pass
    for context, found in contexts:
        if found.kind is None:
            start, end = _with_joined_text(
                document.text, context.pos, max(context.pos + len(context.trigger), found.read_until)
            )
            yield Weighed(start, end, f"trap {found.rule}", TRAPS[found.rule])
        else:
            yield from _other_rules(context, found, g)
    yield from _reserved_for_dates(document, sentences, ruleset, reserved)


def _reserved_for_dates(
    document: Document, sentences: Sequence[Sentence], ruleset: Ruleset, reserved: Spans
) -> Iterator[Weighed]:
    """Yield the figures that are not read because dates and times have reserved their spans."""
    words = Words(document.text, trigger_words(ruleset))
    for _, found in figures(document, sentences, ruleset, (), words):
        if any(start < found.end and found.start < end for start, end in reserved):
            yield Weighed(found.start, found.end, found.rule, "dates and times are read first")


def _other_rules(context: ParseContext, found: Found, g: Grammar) -> Iterator[Weighed]:
    """Yield the rules whose patterns match around a figure, except the one that was used."""
    text = context.text
    numeral = g.reader.plain(text, context.pos) or g.reader.at(text, context.pos)
    if numeral is None:
        return
    before = text[max(context.floor, numeral.start - _BEFORE) : numeral.start]
    following = text[numeral.end : numeral.end + 1]
    for pattern in _patterns(g):
        if pattern.rule.id == found.rule or not _marks_fit(pattern, before, following):
            continue
        span = rule_span(pattern, text, before, numeral.start, numeral.end)
        if span is None:
            continue
        fits = is_allowed(pattern, numeral, text, span, g)
        yield Weighed(*span, pattern.rule.id, f"{found.rule} goes first" if fits else "the figure is none for it")


def _patterns(g: Grammar) -> dict[Pattern, None]:
    """Return all rules with patterns, each once, in the order in which they are tried."""
    triggered = (*g.by_word_after.values(), *g.by_word_before.values(), g.untriggered)
    return dict.fromkeys(pattern for patterns in triggered for pattern in patterns)


def _marks_fit(pattern: Pattern, before: str, following: str) -> bool:
    """Return whether the characters next to the numeral are among those that the rule requires."""
    last = before[-2:].strip()[-1:]
    return (not pattern.ahead or last in pattern.ahead) and (not pattern.behind or following in pattern.behind)


def _with_joined_text(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a number with the characters joined to it: the whole of "AR-15"."""
    while start and (text[start - 1].isalnum() or text[start - 1] in _MARKS):
        start -= 1
    while end > start + 1 and text[end - 1] in _STOPS:
        end -= 1
    return start, end
