"""The readings of dates that were looked at and not taken, each with what spoke against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.timex.conditions import Match, conditions
from factcheck.kinds.timex.find import fold, starts_before, triggers
from factcheck.kinds.timex.grammar import Grammar, Pattern, Woken, first_word, grammar_of
from factcheck.kinds.timex.names import is_no_date
from factcheck.kinds.weighed import Weighed
from factcheck.model import Document, Sentence
from factcheck.ruleset import Ruleset
from factcheck.text.words import Words

_CONDITIONS = {
    "needs": "a part that the rule needs is missing",
    "after": "what must stand behind it does not",
    "not_after": "what stands behind it speaks against it",
    "not_touching": "it touches what it must not",
    "before": "what must stand before it does not",
    "not_before": "what stands before it speaks against it",
    "cue": "no word before it shows that it is a time",
    "rate": "no number before it is told by time",
    "not_near": "the lines around speak of something else",
}


def weigh(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset) -> Iterator[Weighed]:
    """The readings that lost, at every trigger of a document, in the order of the text."""
    grammar, text = grammar_of(ruleset), document.text
    low = fold(text, sentences)
    for start, end, triggered in triggers(Words(text, frozenset(grammar.openings)), low, grammar):
        yield from _at_trigger((start, end), triggered, text, low, grammar)


def _at_trigger(trigger: tuple[int, int], triggered: Woken, text: str, low: str, grammar: Grammar) -> Iterator[Weighed]:
    """What the patterns that a trigger wakes make of the words around it, but for the one that is taken."""
    starts, _ = starts_before(low, 0, trigger[0], grammar)
    places = [*reversed(starts), (trigger[0], first_word(low, trigger[0]))]
    fitting: list[tuple[Pattern, Match]] = []
    for place, word in places:
        for pattern in triggered.opened_by(word):
            match = pattern.match(low, place)
            if match is None or match.end() < trigger[1]:
                continue
            if why := _against(pattern, match, trigger, text, low):
                yield Weighed(*match.span(), pattern.rule.id, why)
            else:
                fitting.append((pattern, match))
    if not fitting:
        return
    # The leftmost, then the longest, then the first in the order of the rules.
    best = min(fitting, key=lambda each: (each[1].start(), -each[1].end()))[1]
    taken = next(each for each in fitting if each[1].span() == best.span())
    for pattern, match in fitting:
        if pattern is not taken[0] or match.span() != best.span():
            yield Weighed(*match.span(), pattern.rule.id, _lost(match, best, taken[0]))


def _against(pattern: Pattern, match: Match, trigger: tuple[int, int], text: str, low: str) -> str:
    """What speaks against a match, nothing where all conditions hold."""
    for name, check in conditions(pattern.rule, pattern.ruleset):
        if not check(match, low):
            return f"{_CONDITIONS[name]} ({name})"
    if is_no_date(pattern, match, trigger, text, low):
        return "letter case or neighbours show a name or another word"
    return ""


def _lost(match: Match, best: Match, taken: Pattern) -> str:
    if match.start() > best.start():
        return f"begins later than {taken.rule.id}"
    if match.end() < best.end():
        return f"shorter than {taken.rule.id}"
    return f"stands behind {taken.rule.id} in the order of the rules"
