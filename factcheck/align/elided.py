"""A figure that leaves its unit to one before it: "The permit allows 2 million tonnes. It emits 4 million."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from factcheck.align.score import Alignment
from factcheck.align.topic import Topic, family
from factcheck.model import Claim, Quantity, TimeExpression, Value
from factcheck.segment import Parsed
from factcheck.text.tokens import TokenKind

_MEASURED = ("percent", "money", "quantity", "duration")
_NEAR = 240  # code points between two figures, the second of which leaves its unit to the first


def elided(topics: Sequence[Topic], parsed: Mapping[str, Parsed], first: int) -> Iterator[Topic]:
    """The topics of bare numbers with the unit of the last figure before them, numbered from `first`.

    Each is one of two readings, and may only confirm: an index that "closed at 41" behind "9 percent" has no unit.
    """
    measured: Topic | None = None
    order = first
    for topic in topics:
        claim = topic.claim
        if measured is not None and measured.claim.document != claim.document:
            measured = None
        if claim.kind in _MEASURED:
            measured = topic
        elif measured is not None and _may_leave_its_unit(claim, measured.claim, parsed):
            value = _measured(claim.value, measured.claim.value)
            if value is not None:
                read = replace(claim, kind=measured.claim.kind, value=value)
                yield Topic(read, family(read), None, _key(value, topic), order, topic.vocabulary, unit_of=measured)
                order += 1


def may_stand(alignment: Alignment) -> bool:
    """Whether an alignment says something: a reading with the unit of another figure may only confirm."""
    return alignment.topic.unit_of is None or alignment.comparison.relation == "same"


def _key(value: Value, topic: Topic) -> str:
    return f"t{value.timex}" if isinstance(value, TimeExpression) else topic.key


def _may_leave_its_unit(claim: Claim, measured: Claim, parsed: Mapping[str, Parsed]) -> bool:
    """Whether a bare number ends its clause, in the sentence of a measured figure or the next of its paragraph."""
    if claim.kind != "number" or claim.start - measured.end > _NEAR:
        return False
    tokens = parsed[claim.document].tokens
    if "\n" in tokens.text[measured.end : claim.start]:
        return False
    behind = tokens.at(claim.end)
    if behind < len(tokens) and tokens.forms[behind].kind in (TokenKind.WORD, TokenKind.FIGURE):
        return False
    ends = sum(form.text == "." for form in tokens.forms[tokens.at(measured.end) : tokens.at(claim.start)])
    return ends <= 1


def _measured(value: Value, model: Value) -> Value | None:
    """A number with the unit of a measured value; None where it can have none."""
    if not isinstance(value, Quantity) or value.number is None or value.held is not None:
        return None
    if isinstance(model, Quantity):
        return replace(value, unit=model.unit)
    if not isinstance(model, TimeExpression) or model.timex is None or model.timex[:1] != "P" or "T" in model.timex:
        return None
    if not model.timex[1:-1].isdigit() or value.number != int(value.number):
        return None
    return TimeExpression(f"P{int(value.number)}{model.timex[-1]}", "DURATION")
