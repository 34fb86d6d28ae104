"""Cluster → verdict, reason and label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice

from factcheck.align import Topic
from factcheck.align.clusters import compared, joins
from factcheck.judge.context import JudgementContext, agreed_reason, number_of
from factcheck.judge.course import course_of, told_course
from factcheck.judge.dates import only_overlap
from factcheck.judge.labels import label
from factcheck.model import (
    Claim,
    Cluster,
    Verdict,
)
from factcheck.origin.index import root_of

_MOST_PAIRS = 400
_TWO = 2  # independent origins that a conflict needs


def judge_cluster(number: int, members: Sequence[Topic], context: JudgementContext) -> Cluster:
    """The verdict on claims that speak of one fact."""
    claims = tuple(topic.claim for topic in members)
    pairs = _Pairs(members, context)
    origins = context.witnesses(claims)
    course = ""
    if pairs.conflict is None and pairs.courses:
        # The verdict is on the newest value: the older ones were right in their day.
        course = told_course(members, pairs.courses, context)
        steps = {order for pair in pairs.courses for order in pair}
        last = max(number_of(topic.claim.value) for topic in members if topic.order in steps)
        newest = [claim for claim in claims if number_of(claim.value) == last]
        origins = context.witnesses(newest)
    verdict, reason = _verdict(claims, origins, pairs, context)
    reason = "; ".join(filter(None, (course and f"changed with time: {course}", reason)))
    return Cluster(f"c{number}", label(members), claims[0].kind, verdict, origins, reason, claims, course)


class _Pairs:
    """How the claims of a cluster compare two by two, as far as two are near enough to be compared.

    `conflict` says how the first two of independent origins differ, `within` how one origin differs from itself, `held`
    why two cannot be compared; `courses` are the pairs of an older and a newer count, by the order of their topics.
    """

    def __init__(self, members: Sequence[Topic], context: JudgementContext) -> None:
        self.conflict: str | None = None
        self.within = self.held = ""
        self.courses: list[tuple[int, int]] = []
        self.parents = {topic.order: topic.order for topic in members}
        for a, b in islice(combinations(members, 2), _MOST_PAIRS):
            self._compare(a, b, context)

    def _compare(self, a: Topic, b: Topic, context: JudgementContext) -> None:
        alignment = compared(a, b, context.ruleset)
        found = alignment.comparison
        # Two claims may stand in one cluster by a third; they differ when they are themselves near enough.
        if found.relation == "different" and _names_its_values(a, b) and joins(alignment, a, context.settings()):
            how = f"{found.wording}: " if found.wording else ""
            if context.witnesses((a.claim, b.claim)) < _TWO:  # an edition that puts its own story right
                self.within = self.within or f"one origin gives two values: {how}{found.reason}"
                return
            course = course_of(a, b, context)
            if course is not None and not course.falls:
                early, late = (a, b) if number_of(a.claim.value) < number_of(b.claim.value) else (b, a)
                self.courses.append((early.order, late.order))
            else:
                self.conflict = self.conflict or (course.reason if course else f"{how}{found.reason}")
        if found.relation == "held":
            self.held = found.reason
        elif found.relation != "different":
            self.parents[root_of(self.parents, a.order)] = root_of(self.parents, b.order)

    @property
    def are_apart(self) -> bool:
        """Whether some claims are compared with none of the others, not even through a third."""
        return len({root_of(self.parents, order) for order in self.parents}) > 1


def _names_its_values(a: Topic, b: Topic) -> bool:
    """Whether two claims name what they may differ on: "through the night" and "today" name no day."""
    return all(each.family != "date" or each.vocabulary.names_a_date(each.claim) for each in (a, b))


def _verdict(claims: Sequence[Claim], origins: int, pairs: _Pairs, context: JudgementContext) -> tuple[Verdict, str]:
    if pairs.conflict is not None:
        return "differ", pairs.conflict
    # Two that cannot be compared still agree where each agrees with a third.
    if pairs.held and pairs.are_apart and not pairs.courses:
        return "held", pairs.held
    if origins >= _TWO and only_overlap(claims, context):
        return "held", "no two origins give the same day: one of the dates lies within the other or meets it"
    if origins >= _TWO:
        return "agree", "; ".join(filter(None, (agreed_reason(origins, claims, context), pairs.within)))
    if pairs.within:
        return "single", pairs.within
    if len({claim.document for claim in claims}) > 1 and not pairs.courses:
        return "single", "the documents that say so share one origin"
    return "single", "one document says so"
