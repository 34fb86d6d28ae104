"""The readings of dates that were rejected, each with the reason, for `extract --explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.timex.conditions import Match, conditions
from factcheck.kinds.timex.find import fold, starts_before, triggers
from factcheck.kinds.timex.grammar import Grammar, Pattern, TriggerPatterns, first_word, grammar_of
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
    """The rejected readings at every trigger of a document, in text order."""
    grammar, text = grammar_of(ruleset), document.text
    low = fold(text, sentences)
    for start, end, patterns_at in triggers(Words(text, frozenset(grammar.trigger_starts)), low, grammar):
        yield from _at_trigger((start, end), patterns_at, text, low, grammar)


def _at_trigger(
    trigger: tuple[int, int], patterns_at: TriggerPatterns, text: str, low: str, grammar: Grammar
) -> Iterator[Weighed]:
    """The matches of the patterns at a trigger, each with the reason against it, except the one that wins."""
    starts, _ = starts_before(low, 0, trigger[0], grammar)
    candidates = [*reversed(starts), (trigger[0], first_word(low, trigger[0]))]
    fitting: list[tuple[Pattern, Match]] = []
    for offset, word in candidates:
        for pattern in patterns_at.starting_with(word):
            match = pattern.match(low, offset)
            if match is None or match.end() < trigger[1]:
                continue
            if reason := _rejection(pattern, match, trigger, text, low):
                yield Weighed(*match.span(), pattern.rule.id, reason)
            else:
                fitting.append((pattern, match))
    if not fitting:
        return
    # The leftmost, then the longest, then the first in the order of the rules.
    best = min(fitting, key=lambda each: (each[1].start(), -each[1].end()))[1]
    winner = next(each for each in fitting if each[1].span() == best.span())
    for pattern, match in fitting:
        if pattern is not winner[0] or match.span() != best.span():
            yield Weighed(*match.span(), pattern.rule.id, _outranked(match, best, winner[0]))


def _rejection(pattern: Pattern, match: Match, trigger: tuple[int, int], text: str, low: str) -> str:
    """The first condition that a match fails, as a message; empty where it meets all."""
    for name, check in conditions(pattern.rule, pattern.ruleset):
        if not check(match, low):
            return f"{_CONDITIONS[name]} ({name})"
    if is_no_date(pattern, match, trigger, text, low):
        return "letter case or neighbours show a name or another word"
    return ""


def _outranked(match: Match, best: Match, winner: Pattern) -> str:
    """The reason for which an acceptable match lost to the winner."""
    if match.start() > best.start():
        return f"begins later than {winner.rule.id}"
    if match.end() < best.end():
        return f"shorter than {winner.rule.id}"
    return f"stands behind {winner.rule.id} in the order of the rules"
