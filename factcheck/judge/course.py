"""How a count that only grows went on from report to report: tolls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from factcheck.align import Alignment, Topic, one_sentence
from factcheck.align.precision import is_rounded_bound
from factcheck.align.score import incompatibility
from factcheck.align.slots import slots_of
from factcheck.judge.context import JudgementContext, number_of
from factcheck.model import Difference, Quantity, TimeExpression
from factcheck.state.lexicon import lexicon_of
from factcheck.text.folding import fold


class Course(Struct, frozen=True):
    """How a count that only grows went on from one report to a later one: it rises, or `falls` and needs a look."""

    falls: bool
    reason: str


def course_of(a: Topic, b: Topic, context: JudgementContext) -> Course | None:
    """What the later of two reports makes of a count that only grows: a toll rises, and neither report was wrong in its
    day; one that falls needs a look.
    """
    if a.claim.kind not in ("count", "number") or b.claim.kind not in ("count", "number"):
        return None
    from factcheck.align.courses import acts_in_common, order_of  # few claims are counts of one thing

    cumulative = context.ruleset.words("cumulative").keys()
    if (
        not cumulative & a.weights.keys() & b.weights.keys()
        and not _are_tolls(a, b)
        and not slots_of(a, b).counts_a_fate
        and not acts_in_common(a, b)
    ):
        return None
    one, two = context.documents[a.claim.document], context.documents[b.claim.document]
    if one.anchor is None or two.anchor is None or (one.anchor == two.anchor and order_of(one, two) is None):
        return _course_told(a, b)
    first, second = one.anchor, two.anchor
    early, late = (a, b) if order_of(one, two) or (order_of(one, two) is None and first < second) else (b, a)
    before, after = number_of(early.claim.value), number_of(late.claim.value)
    if not before or not after or before == after:
        return None
    shown = f"{before:f} on {min(first, second)}, {after:f} on {max(first, second)}"
    if after > before:
        return Course(falls=False, reason=f"a later report supersedes: {shown}")
    return Course(falls=True, reason=f"a count that only grows falls in a later report: {shown}")


def _are_tolls(a: Topic, b: Topic) -> bool:
    """Whether both count those of one fate that lasts, in whatever words: "left 16 injured", "wounded 17"."""
    one, two = a.toll, b.toll
    if one is None or two is None or one.fate != two.fate:
        return False
    return one.fate in lexicon_of(a.vocabulary.ruleset).toll_fates


def told_course(members: Sequence[Topic], courses: Sequence[tuple[int, int]], context: JudgementContext) -> str:
    """The values of a count that changed, from the first report to the last: "3 → 10 on 2015-05-02".

    `courses` are pairs of an older and a newer claim, by the order of their topics.
    """
    steps = {order for pair in courses for order in pair}
    days: dict[Decimal, list[date]] = {}
    for topic in members:
        if topic.order in steps:
            day = context.documents[topic.claim.document].anchor
            days.setdefault(number_of(topic.claim.value), []).extend([day] if day else [])
    told = values_in_order(members, courses)
    return " → ".join(f"{value:f} on {min(days[value])}" if days[value] else f"{value:f}" for value in told)


def values_in_order(members: Sequence[Topic], courses: Sequence[tuple[int, int]]) -> list[Decimal]:
    """The values of a count that changed, the oldest first: each follows those that it is newer than."""
    number = {topic.order: number_of(topic.claim.value) for topic in members}
    older: dict[Decimal, set[Decimal]] = {}
    for early, late in courses:
        older.setdefault(number[early], set())
        older.setdefault(number[late], set()).add(number[early])
    return sorted(older, key=lambda value: (len(older[value]), value))


def _course_told(a: Topic, b: Topic) -> Course | None:
    """The course of two counts of one day, or of days that are not known: one that says it "rose to" is the later."""
    rose = [_says_it_rose(topic) or (topic.toll is not None and _is_the_latest(topic)) for topic in (a, b)]
    early, late = (a, b) if rose[1] else (b, a)
    before, after = number_of(early.claim.value), number_of(late.claim.value)
    if rose[0] == rose[1] or not before or after <= before:
        return None
    return Course(falls=False, reason=f"a report in which the count rose supersedes: {before:f}, then {after:f}")


def _says_it_rose(topic: Topic) -> bool:
    """Whether a count is where a rise ended: "rose to", "has climbed to"."""
    change = topic.statement.change
    if change is None or change.concepts != ("level",):
        return False
    return lexicon_of(topic.vocabulary.ruleset).verb_classes[fold(change.text)][:1] == ("rise",)


def _is_the_latest(topic: Topic) -> bool:
    """Whether the sentence of a toll says that lower ones were given before: "according to the latest count"."""
    tokens, sentence = topic.vocabulary.tokens(topic.claim.document), topic.claim.sentence
    words = (tokens.forms[index].folded for index in tokens.words(sentence.start, sentence.end))
    return not lexicon_of(topic.vocabulary.ruleset).latest_words.isdisjoint(words)


def has_risen(topic: Topic, agreeing: Sequence[Alignment], other: Alignment, context: JudgementContext) -> bool:
    """Whether the draft has a toll as sources gave or bounded it, all of them older than one with a higher toll."""
    mine, theirs = number_of(topic.claim.value), number_of(other.topic.claim.value)
    if mine >= theirs or not is_one_count(topic, other, context) or _rounds(topic, other.topic):
        return False
    stated = [each for each in agreeing if number_of(each.topic.claim.value) == mine]
    if not stated or not all(_rises(each.topic, other.topic, context) for each in stated):
        return False
    return not any(_adds_to(each.topic, other.topic) for each in stated) and not is_another_accident(topic, other.topic)


def _adds_to(part: Topic, total: Topic) -> bool:
    """Whether a sentence gives a count as what was added to another one: "rose to 19 after eight more were found"."""
    extent = part.statement.extent
    return extent is not None and _ADDITION in extent.concepts and one_sentence(part, total)


_ADDITION = "addition"


def is_another_accident(a: Topic, b: Topic) -> bool:
    """Whether two tolls are of two accidents: of two years, or of two days and two places, as far as the dates and
    places nearest to them in their sentences say.

    Where and when one of the injured died later are others than those of the accident: so one that "rose", or that a
    report gives which names the other's place in another sentence, may be of the same accident.
    """
    if incompatibility(a, b):
        return True
    if _says_it_rose(a) or _says_it_rose(b):
        return False
    days = [_day_beside(topic) for topic in (a, b)]
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) <= _A_NIGHT:
        return False
    here, there = (topic.vocabulary.reader(topic.claim.document).place_beside(topic.claim) for topic in (a, b))
    if here is None or there is None or here == there:
        return False
    return here in b.sentence_concepts or not b.vocabulary.has_any(b.claim.document, (here,))


_A_NIGHT = timedelta(days=1)


def _day_beside(topic: Topic) -> date | None:
    """The single day nearest to a claim in its sentence, but for that of a report."""
    claim, vocabulary = topic.claim, topic.vocabulary
    days = (each for each in vocabulary.dates(claim) if not vocabulary.is_dateline(each))
    nearest = min(days, key=lambda each: abs(each.start - claim.start), default=None)
    value = nearest.value if nearest is not None else None
    if not isinstance(value, TimeExpression) or value.held or value.first != value.last:
        return None
    return value.first


def _rounds(topic: Topic, other: Topic) -> bool:
    """Whether a draft bounds a count by its round figure: "more than thirty" of 34."""
    draft, source = topic.claim.value, other.claim.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return False
    return draft.bound == "above" and source.bound is None and is_rounded_bound(draft, source)


def is_one_count(topic: Topic, other: Alignment, context: JudgementContext) -> bool:
    """Whether two counts are of one toll, in whatever words, or stand in one context."""
    limits = context.settings()
    if other.score >= limits["contradict"]:
        return True
    if other.score < limits["support_common"] or topic.is_of_another_event(other.topic):
        return False
    found = slots_of(topic, other.topic)
    parts = topic.features.part or other.topic.features.part
    # Where a toll "rose to" is a level, as is one given without a course.
    conflicts = [each for each in found.conflicts if each.name != "change" or not _says_it_rose(other.topic)]
    return found.counts_a_fate and not parts and not conflicts


def is_outdated(support: Sequence[Alignment], other: Alignment, context: JudgementContext) -> bool:
    """Whether a source that differs only gave the toll of an earlier day."""
    return any(_rises(other.topic, each.topic, context) for each in support)


def _rises(early: Topic, late: Topic, context: JudgementContext) -> bool:
    """Whether the second of two counts of what only grows is the higher and the later one."""
    course = course_of(early, late, context)
    return course is not None and not course.falls and number_of(early.claim.value) < number_of(late.claim.value)


def is_of_an_older_report(
    topic: Topic, support: Sequence[Alignment], other: Alignment, context: JudgementContext
) -> bool:
    """Whether a source that differs is older than one that says what the draft does of the same fact.

    What a poll, a price or a number of new cases was last month refutes nothing that is told of this month.
    """
    if topic.family in ("quote", "age") or topic.claim.kind == "ordinal":
        return False
    told = context.documents[other.topic.claim.document].anchor
    if told is None or other.comparison.difference is Difference.FIGURES_SWAPPED:
        return False
    for each in support:
        day = context.documents[each.topic.claim.document].anchor
        newer = each.comparison.relation == "same" and day is not None and day > told
        if newer and each.score >= other.score * _AS_NEAR and course_of(each.topic, other.topic, context) is None:
            return True
    return False


_AS_NEAR = 0.75  # share of a contradiction's score from which a newer report that agrees is of the same fact


def fall_reason(worst: Alignment, support: Sequence[Alignment], context: JudgementContext) -> str | None:
    """That the draft has the newest toll, and an older report a higher one."""
    courses = [course_of(each.topic, worst.topic, context) for each in support if each.comparison.relation == "same"]
    return next((course.reason for course in courses if course is not None and course.falls), None)
