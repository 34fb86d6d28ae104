"""What a rule asks of the text around its match, beside the pattern: one check for each option that is set.

`before` and `after` must stand right there, `not_before` (unless what is `spared` follows) and `not_after` must not,
nor `not_touching` as the one character right before; one of the groups in `needs` must be found; a `cue` must stand
before, unless a group in `sure` was found or `sure_after` follows; nothing of `not_near` may stand in the lines
around; a `rate` such as "a year" must follow a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from factcheck.productions import ExpressionOptions
from factcheck.ruleset import Rule, Ruleset

Match = re.Match[str]
Check = Callable[[Match, str], bool]

_LOOK: Final = 28  # how far before an expression its conditions look
_FAR_LOOK: Final = 56  # how far before it the number of a rate may stand
_AROUND: Final = 160  # how far around an expression the lines are read that tell what it is about


def conditions(rule: Rule, ruleset: Ruleset) -> Iterator[tuple[str, Check]]:
    """The checks of a rule, each with the name of what asks for it, the cheap ones first."""
    options = rule.read_options(ExpressionOptions)
    if options.needs is not None:
        yield "needs", _one_of(options.needs.split())
    for name, pattern in (("after", rule.after), ("not_after", options.not_after)):
        if pattern:
            yield name, _following(ruleset.compile(pattern, rule.id, case=True), wanted=name == "after")
    if options.not_touching is not None:
        yield "not_touching", _clear_of(ruleset.compile(options.not_touching, rule.id, case=True))
    if rule.before:
        yield "before", _preceding(_ending(rule.before, rule, ruleset))
    if options.not_before is not None:
        after = ruleset.compile(options.spared, rule.id, case=True) if options.spared else None
        yield "not_before", _not_preceding(_ending(options.not_before, rule, ruleset), after)
    if options.cue is not None and options.without != "weak":
        yield "cue", cue_check(rule, ruleset)
    if options.rate is not None:
        other = _ending(options.not_rate or "(?!)", rule, ruleset)
        yield "rate", _rate(_ending(options.rate, rule, ruleset), other)
    if options.not_near is not None:
        elsewhere, needed = (
            ruleset.compile(each, rule.id, case=True) for each in (options.not_near, options.near_half)
        )
        yield "not_near", _about(elsewhere, needed)


def cue_check(rule: Rule, ruleset: Ruleset) -> Check:
    """Whether the words stand before an expression that show it is one."""
    options = rule.read_options(ExpressionOptions)
    cue = _ending(options.cue or "", rule, ruleset)
    sure = tuple(options.sure.split())
    after = ruleset.compile(options.sure_after, rule.id, case=True) if options.sure_after else None

    def check(match: Match, low: str) -> bool:
        if any(match[name] for name in sure):
            return True
        start, end = match.span()
        if cue.search(low, max(0, start - _LOOK), start):
            return True
        return after is not None and after.match(low, end) is not None

    return check


def _ending(pattern: str, rule: Rule, ruleset: Ruleset) -> re.Pattern[str]:
    return ruleset.compile(f"(?:{pattern})\\Z", rule.id, case=True)


def _one_of(names: list[str]) -> Check:
    return lambda match, low: any(match[name] for name in names)  # noqa: ARG005


def _following(pattern: re.Pattern[str], *, wanted: bool) -> Check:
    return lambda match, low: (pattern.match(low, match.end()) is not None) is wanted


def _clear_of(pattern: re.Pattern[str]) -> Check:
    def check(match: Match, low: str) -> bool:
        start = match.start()
        return not start or pattern.match(low, start - 1, start) is None

    return check


def _preceding(pattern: re.Pattern[str]) -> Check:
    def check(match: Match, low: str) -> bool:
        start = match.start()
        return pattern.search(low, max(0, start - _LOOK), start) is not None

    return check


def _not_preceding(pattern: re.Pattern[str], spared: re.Pattern[str] | None) -> Check:
    def check(match: Match, low: str) -> bool:
        start = match.start()
        if pattern.search(low, max(0, start - _LOOK), start) is None:
            return True
        return spared is not None and spared.match(low, match.end()) is not None

    return check


def _rate(rate: re.Pattern[str], other: re.Pattern[str]) -> Check:
    """Whether "a year" says how often; each and every, and what says its times itself, always do."""

    def check(match: Match, low: str) -> bool:
        groups = match.groupdict()
        if groups.get("times") or groups.get("every") or groups.get("each") in ("each", "every", "every other"):
            return True
        start = match.start()
        begin = max(0, start - _FAR_LOOK)
        if other.search(low, begin, start):
            return False
        return groups.get("each") == "per" or rate.search(low, begin, start) is not None

    return check


def _about(elsewhere: re.Pattern[str], needed: re.Pattern[str]) -> Check:
    """Whether the lines around speak of what the rule is about: quarters and halves of years, not of matches."""

    def check(match: Match, low: str) -> bool:
        start, end = match.span()
        begin, finish = max(0, start - _AROUND), end + _AROUND
        if elsewhere.search(low, begin, finish):
            return False
        return match.groupdict().get("unit") != "half" or needed.search(low, begin, finish) is not None

    return check
