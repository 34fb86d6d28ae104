"""Cluster → verdict and reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice

from factcheck.align import Topic, align
from factcheck.align.clusters import joins
from factcheck.align.rates import of_one_period
from factcheck.judge.context import JudgementContext, agreed_reason
from factcheck.judge.course import course_of
from factcheck.model import (
    Claim,
    Cluster,
    Quantity,
    TimeExpression,
    Verdict,
)
from factcheck.origin.index import root_of

_MOST_PAIRS = 400
_TWO = 2  # independent origins that a conflict needs


def judge_cluster(number: int, members: Sequence[Topic], context: JudgementContext) -> Cluster:
    """The verdict on claims that speak of one fact."""
    claims = tuple(topic.claim for topic in members)
    origins = context.witnesses(claims)
    verdict, reason = _verdict(members, origins, context)
    return Cluster(f"c{number}", about(claims), claims[0].kind, verdict, origins, reason, claims)


def _verdict(members: Sequence[Topic], origins: int, context: JudgementContext) -> tuple[Verdict, str]:
    claims = [topic.claim for topic in members]
    held = within = ""
    parents = {topic.order: topic.order for topic in members}
    for a, b in islice(combinations(members, 2), _MOST_PAIRS):
        alignment = of_one_period(align(a, b, context.ruleset), a, context.ruleset)
        found = alignment.comparison
        # Two claims may stand in one cluster by a third; they differ when they are themselves near enough.
        if found.relation == "different" and joins(alignment, a, context.settings()):
            how = f"{found.wording}: " if found.wording else ""
            if context.witnesses((a.claim, b.claim)) < _TWO:  # an edition that puts its own story right
                within = within or f"one origin gives two values: {how}{found.reason}"
                continue
            course = course_of(a, b, context)
            return "differ", course.reason if course else f"{how}{found.reason}"
        if found.relation == "held":
            held = found.reason
        elif found.relation != "different":
            parents[root_of(parents, a.order)] = root_of(parents, b.order)
    # Two that cannot be compared still agree where each agrees with a third.
    if held and len({root_of(parents, order) for order in parents}) > 1:
        return "held", held
    if origins >= 2:
        return "agree", "; ".join(filter(None, (agreed_reason(origins, claims, context), within)))
    if within:
        return "single", within
    if len({claim.document for claim in claims}) > 1:
        return "single", "the documents that say so share one origin"
    return "single", "one document says so"


def about(claims: Sequence[Claim]) -> str:
    """What a cluster speaks of, in a few words of its fullest claim."""
    best = max(claims, key=lambda claim: (len(_subject(claim)), -claim.start))
    return _subject(best) or best.text


def _subject(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, Quantity):
        return value.noun or ""
    if isinstance(value, TimeExpression):
        return value.event or ""
    return f"{value.speaker or 'quotation'}: {value.quote}"
