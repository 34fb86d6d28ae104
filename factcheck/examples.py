"""Run the examples of rules through the real pipeline, for `factcheck rules test` and the test suite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from factcheck import consistency, pipeline
from factcheck.kinds import KINDS
from factcheck.model import Claim, Document
from factcheck.report.screen import plain
from factcheck.ruleset import Example, Rule, Ruleset

PUBLISHED = date(2017, 2, 23)  # of the document that an example is put into, unless the example gives a date
NONE = "none"


class Failure(Struct, frozen=True):
    """A failed example: the rule and its file, the example's text, and the problem."""

    rule: str
    path: str
    text: str
    problem: str


def run(ruleset: Ruleset, rules: Iterable[Rule] | None = None) -> Iterator[Failure]:
    """Yield the failed examples of the given rules (default: all rules of the ruleset), in order."""
    for rule in ruleset.rules if rules is None else rules:
        for text, problem in _problems(rule, ruleset):
            yield Failure(rule.id, rule.path, text, problem)


def _problems(rule: Rule, ruleset: Ruleset) -> Iterator[tuple[str, str]]:
    if all(example.find is None for example in rule.examples):
        yield "", "has no example of what it finds; give one with `find`"
    if all(example.find is not None for example in rule.examples):
        yield "", "has no near-miss; give an example without `find`"
    for example in rule.examples:
        for problem in problems(example, rule, ruleset):
            yield example.text, problem


def problems(example: Example, rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """Yield each difference between an example of a rule and the pipeline's result."""
    if rule.room == consistency.ROOM:
        yield from _consistency_problems(example, rule, ruleset)
        return
    if rule.room not in {room.name for room in KINDS}:
        yield from _pattern_problems(example, rule, ruleset)
        return
    document = Document(id="example", text=example.text, published=_published(example))
    claims = list(pipeline.extract([document], ruleset))
    own = [claim for claim in claims if claim.rule == rule.id]
    if example.find is None:
        yield from (f"finds “{claim.text}” in a near-miss" for claim in own)
        return
    found = [claim for claim in own if claim.text == example.find]
    if found:
        yield from min((list(_differences(claim, example)) for claim in found), key=len)
    else:
        yield f"does not find “{example.find}”{_instead(claims)}"


def _pattern_problems(example: Example, rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """The same for a rule that yields no claims: only its pattern is run."""
    match = ruleset.compile(rule.pattern or "(?!)", rule.id).search(example.text)
    found = f"“{match[0]}”" if match else "nothing"
    expected = f"“{example.find}”" if example.find is not None else "nothing"
    if found != expected:
        yield f"matches {found}, not {expected}"


def _consistency_problems(example: Example, rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """The same for a consistency rule, which checks a document against itself: `find` is the claim it marks."""
    document = Document(id="example", text=example.text, published=_published(example))
    own = [
        document.text[finding.start : finding.end]
        for found, finding in pipeline.contradictions(document, ruleset)
        if found.id == rule.id
    ]
    expected = [example.find] if example.find is not None else []
    if own != expected:
        yield f"marks {_listed(own)}, not {_listed(expected)}"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts) or "nothing"


def _published(example: Example) -> date | None:
    if example.published == NONE:
        return None
    return date.fromisoformat(example.published) if example.published else PUBLISHED


def _instead(claims: Iterable[Claim]) -> str:
    others = ", ".join(f"“{claim.text}” ({claim.rule})" for claim in claims)
    return f"; finds {others}" if others else "; finds nothing"


def _differences(claim: Claim, example: Example) -> Iterator[str]:
    if example.kind is not None and claim.kind != example.kind:
        yield f"“{claim.text}” is of kind {claim.kind}, not {example.kind}"
    for name, expected in example.expectations():
        found = getattr(claim.value, name, None)
        if not _equal(found, expected):
            yield f"{name} of “{claim.text}” is {shown(found)}, not {expected}"


def _equal(found: object, expected: str) -> bool:
    if not isinstance(found, Decimal):
        return shown(found) == expected
    try:
        return found == Decimal(expected)
    except InvalidOperation:
        return False


def shown(value: object) -> str:
    """An attribute of a value in the notation of examples."""
    if value is None:
        return NONE
    if isinstance(value, Decimal):
        return plain(value) or NONE
    return value.isoformat() if isinstance(value, date) else str(value)
