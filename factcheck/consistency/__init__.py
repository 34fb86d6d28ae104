"""Checks of one document against itself: sums, percent changes, units, time zones, weekdays, ages, headlines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module

from msgspec import Struct

from factcheck.cached import cached_property
from factcheck.consistency import calendar, display, twice
from factcheck.consistency.outline import SIGNS, Hit, Slip, by_sentence, outline_of
from factcheck.model import Claim, Document, Evidence, Finding, Quotation, Severity
from factcheck.productions import CheckOptions
from factcheck.ruleset import Rule, Ruleset
from factcheck.segment import Parsed

ROOM = "consistency"

# The module that has the function of each reading: most drafts ask for none of them.
READINGS: Mapping[str, str] = {
    "parts_and_total": "sums",
    "split_of_total": "sums",
    "part_above_total": "sums",
    "percent_change": "changes",
    "percentages": "changes",
    "direction": "changes",
    "times_change": "changes",
    "loss_and_level": "changes",
    "share": "changes",
    "ratio_and_percent": "changes",
    "unit_pair": "pairs",
    "zone_pair": "pairs",
    "age": "calendar",
}
# Names of the rules that have no pattern over a sentence: they check one claim, or the whole document.
WEEKDAY, HEADLINE, HEADLINE_QUOTE = "weekday-mismatch", "headline-mismatch", "headline-quote"
IMPOSSIBLE = "impossible-date"
_SHORTEST_DATE = len("Mon 3 May")  # code points; a shorter date names no weekday
TWICE, AGE_TWICE, QUOTE_TWICE = "self-contradiction", "age-contradiction", "quote-contradiction"


class Check(Struct, frozen=True, eq=False, dict=True):
    """A rule over sentences; `signs` are the claim signs a sentence must contain, each with its minimum number."""

    rule: Rule
    ruleset: Ruleset
    signs: tuple[tuple[str, int], ...]

    @cached_property
    def reading(self) -> Callable[[Hit], Slip | None]:
        """The function of the rule's reading."""
        name = self.rule.reading or ""
        found: Callable[[Hit], Slip | None] = getattr(import_module(f"{__name__}.{READINGS[name]}"), name)
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The rule's pattern; compiled when the first sentence asks for it, since most documents need few."""
        return self.ruleset.compile(self.rule.pattern or "(?!)", self.rule.id)


class Checks(Struct, frozen=True, eq=False, dict=True):
    """The checks of a ruleset: those with a pattern over sentences, and the other rules by short name.

    `by_signs` caches the checks for each sequence of signs; `directions` matches words for a rise or a fall.
    """

    patterns: tuple[Check, ...]
    others: Mapping[str, Rule]
    weekday: re.Pattern[str] | None
    impossible: re.Pattern[str] | None
    by_signs: dict[str, tuple[Check, ...]]
    directions: re.Pattern[str]

    def of(self, signs: str) -> tuple[Check, ...]:
        """The checks to run on a sentence with these signs."""
        found = self.by_signs.get(signs)
        if found is None:
            found = tuple(
                check for check in self.patterns if all(signs.count(sign) >= least for sign, least in check.signs)
            )
            self.by_signs[signs] = found
        return found


@lru_cache(maxsize=8)
def checks_of(ruleset: Ruleset) -> Checks:
    """The checks of a ruleset, cached."""
    patterns: list[Check] = []
    others: dict[str, Rule] = {}
    date_patterns: dict[str, re.Pattern[str]] = {}
    for rule in ruleset.room(ROOM):
        name = rule.id.split("/", 1)[1]
        if rule.reading is None:
            others[name] = rule
            if name in (WEEKDAY, IMPOSSIBLE) and rule.pattern:
                date_patterns[name] = ruleset.compile(rule.pattern, rule.id)
            continue
        needs = rule.read_options(CheckOptions).signs
        signs = tuple((sign, needs.count(sign)) for sign in sorted(set(needs)))
        patterns.append(Check(rule, ruleset, signs))
    directions = ruleset.compile(r"\b(?:({rise})|{fall})\b", ROOM)
    return Checks(tuple(patterns), others, date_patterns.get(WEEKDAY), date_patterns.get(IMPOSSIBLE), {}, directions)


def findings(parsed: Parsed, claims: Sequence[Claim], ruleset: Ruleset) -> list[Finding]:
    """The places where the document contradicts itself, in the order of the text; `claims` are all its claims."""
    return [finding for _, finding in slips(parsed, claims, ruleset)]


def slips(parsed: Parsed, claims: Sequence[Claim], ruleset: Ruleset) -> list[tuple[Rule, Finding]]:
    """The same findings, each with its rule; at most one finding of a name for each claim."""
    found: dict[tuple[int, int, str], tuple[Rule, Finding]] = {}
    for rule, slip in _all(parsed, claims, ruleset):
        finding = _finding(rule, slip, parsed.document, claims)
        found.setdefault((finding.start, finding.end, finding.rule), (rule, finding))
    return [found[key] for key in sorted(found)]


def _all(parsed: Parsed, claims: Sequence[Claim], ruleset: Ruleset) -> Iterator[tuple[Rule, Slip]]:
    document, sentences = parsed.document, parsed.sentences
    checks = checks_of(ruleset)
    yield from _in_sentences(document, claims, checks, ruleset)
    if checks.impossible is not None:
        rule = checks.others[IMPOSSIBLE]
        yield from ((rule, slip) for slip in calendar.impossible(document, sentences, rule, checks.impossible, ruleset))
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        kinds[claim.kind].append(claim)
    figures = [claim for kind in twice.FIGURES for claim in kinds[kind]]
    spans = display.displays(document, sentences, ruleset)
    for name, found in (
        (WEEKDAY, _weekdays(document, [*kinds["date"], *kinds["time"]], checks, ruleset)),
        (HEADLINE, display.display_figures(document, claims, spans, ruleset)),
        (TWICE, twice.figures_twice(document, figures, spans, ruleset)),
        (AGE_TWICE, twice.ages_twice(document, kinds["age"])),
    ):
        if name in checks.others:
            yield from ((checks.others[name], slip) for slip in found)
    for where, slip in twice.quotations_twice(kinds["quote"], spans, ruleset):
        name = HEADLINE_QUOTE if where == "display" else QUOTE_TWICE
        if name in checks.others:
            yield checks.others[name], slip


def _weekdays(document: Document, claims: Sequence[Claim], checks: Checks, ruleset: Ruleset) -> Iterator[Slip]:
    if checks.weekday is None:
        return
    for claim in claims:
        if len(claim.text) >= _SHORTEST_DATE and (match := checks.weekday.search(claim.text)):
            slip = calendar.weekday(claim, match, document, ruleset)
            if slip is not None:
                yield slip


def _in_sentences(
    document: Document, claims: Sequence[Claim], checks: Checks, ruleset: Ruleset
) -> Iterator[tuple[Rule, Slip]]:
    for signs, group in by_sentence(claims):
        wanted = checks.of(signs)
        if not wanted:
            continue
        outline = outline_of(document.text, group, checks.directions if "%" in signs or "½" in signs else None)
        lowered = outline.text.lower()
        triggered: dict[tuple[str, ...], bool] = {}
        for check in wanted:
            words = check.rule.trigger
            if words not in triggered:
                triggered[words] = not words or any(word in lowered for word in words)
            if not triggered[words]:
                continue
            for match in check.pattern.finditer(outline.text):
                slip = check.reading(Hit(outline, match, document, ruleset))
                if slip is not None:
                    yield check.rule, slip


def _finding(rule: Rule, slip: Slip, document: Document, claims: Sequence[Claim]) -> Finding:
    claim, severity = slip.claim, slip.severity
    # A mismatch inside a quotation may be the speaker's mistake, not the writer's.
    if severity > Severity.warning and _is_quoted(claim, claims):
        severity = Severity.warning
    evidence = tuple(
        Evidence(other, "different", document.text[other.sentence.start : other.sentence.end], slip.message, 1.0)
        for other in slip.others
    )
    name = slip.name or rule.read_options(CheckOptions).finding or rule.id.split("/", 1)[1]
    return Finding(
        name, severity, slip.message, claim.document, claim.start, claim.end, claim.line, claim.column, evidence
    )


def _is_quoted(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        isinstance(each.value, Quotation) and each.start < claim.start and claim.end < each.end for each in claims
    )


__all__ = ["ROOM", "SIGNS", "checks_of", "findings", "slips"]
