"""Whether two dates are of one happening: who did what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.align import Alignment, Topic, is_rare, one_sentence, rarity_of_value
from factcheck.align.slots import (
    SlotComparisons,
    SlotRelation,
    copied_sentences,
    near_copies,
    slots_of,
    words_alike_before,
)
from factcheck.align.stated import only_contains
from factcheck.align.topic import family
from factcheck.judge.context import JudgementContext
from factcheck.kinds import room_of
from factcheck.kinds.timex.lengths import only_bounds
from factcheck.model import Claim, Difference, Quantity, Slot, Statement, TimeExpression
from factcheck.text.folding import fold

_SAME, _CONFLICTING = SlotRelation.SAME, SlotRelation.CONFLICTING
_PLACED = 2  # words before two dates that are the same, so that one stands where the other does
_LONG_RUN = 5  # words before two dates that are the same, so that these are of one act that is not named
_STRONG_CONTEXT = 0.65  # share of the context from which a slip shows without a slot that is the same
_OWN = 0.5  # share of a contradiction's score from which the draft's own day in the source excuses it
_OF_DAYS = ("date", "time")
_TWO = 2  # independent origins that agree
_ALIKE = (SlotRelation.SAME, SlotRelation.COMPATIBLE)


def is_one_happening(alignment: Alignment, topic: Topic, found: SlotComparisons, *, is_slip: bool) -> bool:
    """Whether two dates that differ are of one event and one actor, or in a near copy that gives no other figure.

    A slip in a full date or in a time of the day shows by itself where either is the same, or the context is.
    """
    other = alignment.topic
    if any(each.vocabulary.is_dateline(each.claim) for each in (topic, other)):
        return False  # two papers report on two days, and neither is the day of the event
    if alignment.comparison.difference is not Difference.START and _is_bound(topic) != _is_bound(other):
        return False
    if copied_sentences(topic, other) or _stand_alike(topic, other, found):
        return not _other_figures(topic, other)
    same = [found.of(name) is _SAME for name in ("event", "bearer")]
    others = found.of("event") is _CONFLICTING or _has_others(topic, other, found)
    shows = is_rare(topic.claim) or topic.claim.kind == "time" or alignment.score >= _STRONG_CONTEXT
    if is_slip and not others and (any(same) or shows):
        return True
    return all(same) and not found.conflicts


def _has_others(topic: Topic, other: Topic, found: SlotComparisons) -> bool:
    """Whether two acts have two actors, neither of whom the other sentence names in any place."""
    mine, theirs = topic.core.bearer, other.core.bearer
    if found.of("bearer") is not _CONFLICTING or mine is None or theirs is None:
        return False
    return not is_named_in(mine, other) and not is_named_in(theirs, topic)


def is_named_in(actor: Slot, other: Topic) -> bool:
    """Whether the words of an actor stand in another claim's sentence."""
    concept = other.vocabulary.language.concept
    return any(concept[fold(word)] in other.sentence_concepts for word in actor.text.split())


def _is_bound(topic: Topic) -> bool:
    """Whether a time begins or ends with a date: "by mid-April" is no other day than "last week"."""
    return topic.statement.extent is not None


def _stand_alike(topic: Topic, other: Topic, found: SlotComparisons) -> bool:
    """Whether the words before two dates are the same and are of one act: one may say something on two days."""
    if topic.sentence_concepts and topic.sentence_concepts == other.sentence_concepts:
        return True
    if not near_copies(topic, other) or _has_others(topic, other, found):
        return False
    return found.of("event") in _ALIKE or words_alike_before(topic, other) >= _LONG_RUN


def only_overlap(claims: Sequence[Claim], context: JudgementContext) -> bool:
    """Whether dates that are consistent agree on no day: each is told by one origin, as a day and its month may be.

    One weekday is one day: which week it is of is read from the tense. One time by the clock is one, on whichever day.
    """
    days: dict[tuple[date | None, date | None], list[Claim]] = {}
    clocks: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.value
        if not isinstance(value, TimeExpression) or claim.kind not in _OF_DAYS or value.first is None:
            return False
        last = value.first if claim.kind == "time" else value.last
        days.setdefault((value.first, last), []).append(claim)
        if (clock := (value.timex or "").partition("T")[2])[:1].isdigit():
            clocks.setdefault(clock, []).append(claim)
    if any(context.confirming(each) >= _TWO for each in clocks.values()):
        return False
    if all(first is not None and first == last for first, last in days):
        return len({first.isoweekday() for first, _ in days if first is not None}) > 1
    return all(context.witnesses(each) < _TWO for each in days.values())


def has_own_day(against: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> bool:
    """Whether a source that has another day has the draft's own day too, and says as much of it.

    In the sentence of the other day that is enough, unless the draft's date stands where the other one does; elsewhere
    the draft's words must stand around it.
    """
    for each in alignments:
        if each.comparison.relation != "same" or each.topic.claim.document != against.topic.claim.document:
            continue
        if each.score < against.score * _OWN:
            continue
        if not one_sentence(each.topic, against.topic):
            if near_copies(topic, each.topic):
                return True
            continue
        placed = words_alike_before(topic, against.topic)
        if placed < _PLACED or words_alike_before(topic, each.topic) >= placed:
            return True
    return False


def confirms(alignment: Alignment, topic: Topic) -> bool:
    """Whether a source's date may be that of the draft's happening; a weekday on which others did other things is not.

    Other words for an act and an actor are no evidence against: only where both texts name both, none is the same, and
    the source's sentence does not name the draft's actor at all.
    """
    if near_copies(topic, alignment.topic):
        return True
    found = slots_of(topic, alignment.topic)
    if found.of("extent") is _CONFLICTING:
        return False
    if found.of("event") in _ALIKE or not is_everyday_date(topic):
        return True
    actor = topic.core.bearer
    if actor is not None and is_named_in(actor, alignment.topic):
        return True
    return not _other_actors(actor, alignment.topic.core.bearer, found.of("bearer"))


def only_coincides(alignment: Alignment, topic: Topic) -> bool:
    """Whether a source's weekday merely lies in the draft's month or year; of one act of one actor it says as much."""
    if alignment.comparison.relation != "consistent" or not only_contains(topic, alignment.topic):
        return False
    found = slots_of(topic, alignment.topic)
    return not all(found.of(name) is _SAME for name in ("event", "bearer"))


def is_only_a_weekday(alignment: Alignment, topic: Topic) -> bool:
    """Whether a source has no more than the weekday of a draft's date, and means that of another week: "Saturday" in a
    report of the 10th for the draft's "Saturday 17 May".
    """
    if (
        alignment.comparison.difference is not Difference.SAME_WEEKDAY
        or topic.claim.value == alignment.topic.claim.value
    ):
        return False
    return any(char.isdigit() for char in topic.claim.text)


def is_only_bounded(alignment: Alignment, topic: Topic) -> bool:
    """Whether a length lies within a bound of another figure: "within 28 days" says nothing of "21 days", nor "21 days"
    of the bound. One that rounds the other does: "more than two years" of 26 months.
    """
    return alignment.comparison.relation == "consistent" and only_bounds(
        topic.value, alignment.topic.value, topic.vocabulary.ruleset
    )


def names_itself(topic: Topic) -> bool:
    """Whether a date is named by a figure or a month, and not counted from the day of the text."""
    months = topic.vocabulary.ruleset.words("month")
    return any(word[-1:].isdigit() or word in months for word in fold(topic.claim.text).replace(".", "").split())


def is_everyday_date(topic: Topic) -> bool:
    """Whether a date is a day that news names without a figure: a weekday, "today"."""
    value = topic.claim.value
    if not isinstance(value, TimeExpression) or rarity_of_value(topic.claim) != "common":
        return False
    return (value.timex or "").startswith("XXXX-WXX-") or (value.first is not None and value.first == value.last)


def _other_actors(one: Slot | None, two: Slot | None, relation: SlotRelation) -> bool:
    """Whether neither of two actors can stand for the other: "the bank" may be any bank, "Marsh's bank" may not.

    Whom a pronoun means may be told of by another word.
    """
    if one is None or two is None or relation is SlotRelation.SAME or one.inferred or two.inferred:
        return False
    named = all(any(word[:1].isupper() for word in slot.text.split()) for slot in (one, two))
    return named or relation is not SlotRelation.COMPATIBLE


def _other_figures(a: Topic, b: Topic) -> bool:
    """Whether the figures that two dates are the time of are others, and none agrees: two surveys, two counts."""
    differ = False
    for claim, statement in _timed(a):
        for other, other_statement in _timed(b):
            if family(claim) != family(other):
                continue
            relation = room_of(claim.kind).compare(claim.value, other.value, a.vocabulary.ruleset).relation
            if relation in ("same", "consistent"):
                return False
            differ = differ or (relation == "different" and _one_thing(claim, other, statement, other_statement))
    return differ


def _timed(date: Topic) -> list[tuple[Claim, Statement]]:
    """The figures whose time a date is."""
    figures = [(claim, date.vocabulary.statement(claim)) for claim in date.vocabulary.figures(date.claim)]
    return [each for each in figures if each[1].when is not None and each[1].when.start == date.claim.start]


def _one_thing(a: Claim, b: Claim, one: Statement, two: Statement) -> bool:
    """Whether two figures count things of one name, have one unit or one measure."""
    if one.measure is not None and two.measure is not None:
        return not set(one.measure.concepts).isdisjoint(two.measure.concepts)
    mine, theirs = a.value, b.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    if mine.noun and theirs.noun:
        return fold(mine.noun) == fold(theirs.noun)
    return mine.unit is not None and mine.unit == theirs.unit
