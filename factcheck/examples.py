"""Run the examples of rules through the real pipeline, for `factcheck rules test` and the test suite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from factcheck import consistency, pipeline
from factcheck.kinds import KINDS
from factcheck.model import Claim, Document
from factcheck.report.v1 import plain
from factcheck.ruleset import Example, Rule, Ruleset

PUBLISHED = date(2017, 2, 23)
NONE = "none"


class Failure(Struct, frozen=True):
    """An example that does not hold: the rule and its file, the example's text, what is wrong."""

    rule: str
    path: str
    text: str
    problem: str


def run(ruleset: Ruleset, rules: Iterable[Rule] | None = None) -> Iterator[Failure]:
    """What does not hold among the examples of all rules, or of some of them, in their order."""
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
    """What the pipeline finds otherwise than the example of that rule says."""
    if rule.room == consistency.ROOM:
        yield from _uncontradicted(example, rule, ruleset)
        return
    if rule.room not in {room.name for room in KINDS}:
        yield from _unmatched(example, rule, ruleset)
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


def _unmatched(example: Example, rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """The same for a rule that makes no claims: its pattern is all that can be tried on its own."""
    match = ruleset.compile(rule.pattern or "(?!)", rule.id).search(example.text)
    found = f"“{match[0]}”" if match else "nothing"
    wanted = f"“{example.find}”" if example.find is not None else "nothing"
    if found != wanted:
        yield f"matches {found}, not {wanted}"


def _uncontradicted(example: Example, rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """The same for a rule that holds a document against itself: `find` is the claim that it marks."""
    document = Document(id="example", text=example.text, published=_published(example))
    own = [
        document.text[finding.start : finding.end]
        for found, finding in pipeline.contradictions(document, ruleset)
        if found.id == rule.id
    ]
    wanted = [example.find] if example.find is not None else []
    if own != wanted:
        yield f"marks {_listed(own)}, not {_listed(wanted)}"


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
    for name, wanted in example.expectations():
        found = getattr(claim.value, name, None)
        if not _equal(found, wanted):
            yield f"{name} of “{claim.text}” is {shown(found)}, not {wanted}"


def _equal(found: object, wanted: str) -> bool:
    if not isinstance(found, Decimal):
        return shown(found) == wanted
    try:
        return found == Decimal(wanted)
    except InvalidOperation:
        return False


def shown(value: object) -> str:
    """A value's attribute as examples write it."""
    if value is None:
        return NONE
    if isinstance(value, Decimal):
        return plain(value) or NONE
    return value.isoformat() if isinstance(value, date) else str(value)
