"""Conditions that a rule sets on the text around a match of its pattern: one check for each option.

`before` and `after` must match directly before and after the expression; `not_before` (unless `spared` matches after
it) and `not_after` must not, and `not_touching` must not match the one character before it. One of the groups in
`needs` must have matched. A `cue` must stand before the expression, unless a group in `sure` matched or `sure_after`
matches after it. `not_near` must not match in the text around it. A `rate` ("a year") must follow a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from factcheck.productions import ExpressionOptions
from factcheck.ruleset import Rule, Ruleset

Match = re.Match[str]
Check = Callable[[Match, str], bool]

# Characters before an expression in which its cue or exclusion may stand: about five words.
# characters before an expression in which its cue or exclusion may stand; about five words
_CONTEXT_REACH: Final = 28
_RATE_REACH: Final = 56  # characters before "a year" in which its number may stand: about ten words
_TOPIC_REACH: Final = 160  # characters on each side whose words show the topic: about two sentences


def conditions(rule: Rule, ruleset: Ruleset) -> Iterator[tuple[str, Check]]:
    """The checks of a rule, each with the name of its option, cheap ones first."""
    options = rule.read_options(ExpressionOptions)
    if options.needs is not None:
        yield "needs", _one_of(options.needs.split())
    for name, pattern in (("after", rule.after), ("not_after", options.not_after)):
        if pattern:
            yield name, _following(ruleset.compile(pattern, rule.id, case=True), wanted=name == "after")
    if options.not_touching is not None:
        yield "not_touching", _not_touching(ruleset.compile(options.not_touching, rule.id, case=True))
    if rule.before:
        yield "before", _preceding(_at_end(rule.before, rule, ruleset))
    if options.not_before is not None:
        after = ruleset.compile(options.spared, rule.id, case=True) if options.spared else None
        yield "not_before", _not_preceding(_at_end(options.not_before, rule, ruleset), after)
    if options.cue is not None and options.without != "weak":
        yield "cue", cue_check(rule, ruleset)
    if options.rate is not None:
        other = _at_end(options.not_rate or "(?!)", rule, ruleset)
        yield "rate", _rate(_at_end(options.rate, rule, ruleset), other)
    if options.not_near is not None:
        other_topic, needed = (
            ruleset.compile(each, rule.id, case=True) for each in (options.not_near, options.near_half)
        )
        yield "not_near", _on_topic(other_topic, needed)


def cue_check(rule: Rule, ruleset: Ruleset) -> Check:
    """The check that a cue before the expression, a group or the words after it show it to be a time."""
    options = rule.read_options(ExpressionOptions)
    cue = _at_end(options.cue or "", rule, ruleset)
    sure = tuple(options.sure.split())
    after = ruleset.compile(options.sure_after, rule.id, case=True) if options.sure_after else None

    def check(match: Match, low: str) -> bool:
        if any(match[name] for name in sure):
            return True
        start, end = match.span()
        if cue.search(low, max(0, start - _CONTEXT_REACH), start):
            return True
        return after is not None and after.match(low, end) is not None

    return check


def _at_end(pattern: str, rule: Rule, ruleset: Ruleset) -> re.Pattern[str]:
    """A pattern that matches only where it ends at the end of the searched range."""
    return ruleset.compile(f"(?:{pattern})\\Z", rule.id, case=True)


def _one_of(names: list[str]) -> Check:
    return lambda match, low: any(match[name] for name in names)  # noqa: ARG005


def _following(pattern: re.Pattern[str], *, wanted: bool) -> Check:
    return lambda match, low: (pattern.match(low, match.end()) is not None) is wanted


def _not_touching(pattern: re.Pattern[str]) -> Check:
    """The check that the one character before the expression does not match."""

    def check(match: Match, low: str) -> bool:
        start = match.start()
        return not start or pattern.match(low, start - 1, start) is None

    return check


def _preceding(pattern: re.Pattern[str]) -> Check:
    def check(match: Match, low: str) -> bool:
        start = match.start()
        return pattern.search(low, max(0, start - _CONTEXT_REACH), start) is not None

    return check


def _not_preceding(pattern: re.Pattern[str], spared: re.Pattern[str] | None) -> Check:
    """The check that a pattern does not match before the expression, unless `spared` matches after it."""

    def check(match: Match, low: str) -> bool:
        start = match.start()
        if pattern.search(low, max(0, start - _CONTEXT_REACH), start) is None:
            return True
        return spared is not None and spared.match(low, match.end()) is not None

    return check


def _rate(rate: re.Pattern[str], other: re.Pattern[str]) -> Check:
    """The check that "a year" states a frequency: after a number, or with "every", "each" or a count of its own."""

    def check(match: Match, low: str) -> bool:
        groups = match.groupdict()
        if groups.get("times") or groups.get("every") or groups.get("each") in ("each", "every", "every other"):
            return True
        start = match.start()
        begin = max(0, start - _RATE_REACH)
        if other.search(low, begin, start):
            return False
        return groups.get("each") == "per" or rate.search(low, begin, start) is not None

    return check


def _on_topic(other_topic: re.Pattern[str], needed: re.Pattern[str]) -> Check:
    """The check that the text around is about years and not, say, sport: "the second half" of a match is no date.

    A half also needs a word of the calendar near it.
    """

    def check(match: Match, low: str) -> bool:
        start, end = match.span()
        begin, finish = max(0, start - _TOPIC_REACH), end + _TOPIC_REACH
        if other_topic.search(low, begin, finish):
            return False
        return match.groupdict().get("unit") != "half" or needed.search(low, begin, finish) is not None

    return check
