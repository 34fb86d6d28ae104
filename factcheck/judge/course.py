"""How a count that only grows went on from report to report: tolls."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from factcheck.align import Alignment, Topic
from factcheck.judge.context import JudgementContext, number_of


class Course(Struct, frozen=True):
    """How a count that only grows went on from one report to a later one: it rises, or `falls` and needs a look."""

    falls: bool
    reason: str


def course_of(a: Topic, b: Topic, context: JudgementContext) -> Course | None:
    """What the later of two reports makes of a count that only grows: a toll rises, and neither report was wrong in its
    day; one that falls needs a look.
    """
    first, second = context.documents[a.claim.document].anchor, context.documents[b.claim.document].anchor
    if first is None or second is None or first == second or a.claim.kind not in ("count", "number"):
        return None
    if not context.ruleset.words("cumulative").keys() & a.weights.keys() & b.weights.keys():
        return None
    early, late = (a, b) if first < second else (b, a)
    before, after = number_of(early.claim.value), number_of(late.claim.value)
    if not before or not after or before == after:
        return None
    shown = f"{before:f} on {min(first, second)}, {after:f} on {max(first, second)}"
    if after > before:
        return Course(falls=False, reason=f"a later report supersedes: {shown}")
    return Course(falls=True, reason=f"a count that only grows falls in a later report: {shown}")


def has_risen(topic: Topic, support: Sequence[Alignment], other: Alignment, context: JudgementContext) -> bool:
    """Whether the draft has a toll as sources gave it, all of them older than one with a higher toll."""
    if other.score < context.settings()["contradict"] or number_of(topic.claim.value) >= number_of(
        other.topic.claim.value
    ):
        return False
    stated = [each for each in support if number_of(each.topic.claim.value) == number_of(topic.claim.value)]
    return bool(stated) and all(_rises(each.topic, other.topic, context) for each in stated)


def is_outdated(support: Sequence[Alignment], other: Alignment, context: JudgementContext) -> bool:
    """Whether a source that differs only gave the toll of an earlier day."""
    return any(_rises(other.topic, each.topic, context) for each in support)


def _rises(early: Topic, late: Topic, context: JudgementContext) -> bool:
    """Whether the second of two counts of what only grows is the higher and the later one."""
    course = course_of(early, late, context)
    return course is not None and not course.falls and number_of(early.claim.value) < number_of(late.claim.value)


def fall_reason(worst: Alignment, support: Sequence[Alignment], context: JudgementContext) -> str | None:
    """That the draft has the newest toll, and an older report a higher one."""
    courses = [course_of(each.topic, worst.topic, context) for each in support if each.comparison.relation == "same"]
    return next((course.reason for course in courses if course is not None and course.falls), None)
