"""Whether a source's figure that agrees with a draft's is surely of another fact: two of their slots conflict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from factcheck.align import Alignment, Topic, one_sentence
from factcheck.align.bearers import Bearers, bearers
from factcheck.align.reworded import are_opposed, wordings_of
from factcheck.align.slots import (
    SlotComparisons,
    SlotRelation,
    are_named_alike,
    are_two_named,
    core_slots_of,
    near_copies,
    slots_of,
)
from factcheck.judge.measures import is_of_another_measure, is_part_of
from factcheck.judge.own_words import is_of_another_group, rivals_in_the_words
from factcheck.judge.reworded import are_turned
from factcheck.kinds.timex.lengths import length
from factcheck.model import Quantity, TimeExpression

_CORE = ("measure", "bearer", "event")
_COUNTED = ("count", "number")
_PART = "part"
_PLANNED = "planned"
_ADDITION = "addition"
_LEVEL = "level"
_BEFORE = "level_before"
_ENDS = 2  # days of a time, its first and its last
_LONGER = Decimal("1.5")  # so many times as long is another period
_ABOUT = timedelta(days=7)
_OF_NO_TIME = ("age", "ordinal")  # whose age it is and which it was says nothing of when


class OtherFact(Enum):
    """What tells a figure that agrees from the draft's; the value names it in messages."""

    PART = "of a part"
    MEASURE = "of another measure"
    TIME = "of another time"
    BEARER = "told of another"
    WHOLE = "of the whole"
    ADDITION = "an addition to others"
    PLAN = "of what is planned"
    GROUP = "of another group"
    CONTRARY = "told of the contrary"
    WORDS = "told of something else"
    DIRECTION = "of a move the other way"


class Excluded(Struct, frozen=True):
    """A source's figure that agrees with a draft's and is of another fact.

    `rival` is the source's figure of the draft's own fact, where one surely is; `nearest` one that may be.
    """

    alignment: Alignment
    fact: OtherFact
    rival: Alignment | None = None
    nearest: Alignment | None = None


def excluded(
    agreeing: Sequence[Alignment],
    topic: Topic,
    alignments: Sequence[Alignment],
    taken: Mapping[int, Sequence[Topic]],
) -> list[Excluded]:
    """The figures that agree with a draft's and are of another fact.

    What is read on one side only makes no conflict. `taken` are the draft's claims that have a source's value.
    """
    if not isinstance(topic.value, Quantity) and topic.claim.kind != "duration":
        return []
    return [found for each in agreeing if (found := _excluded(each, topic, alignments, taken)) is not None]


def _excluded(
    each: Alignment, topic: Topic, alignments: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]]
) -> Excluded | None:
    worded = next(rivals_in_the_words(each, topic, alignments, taken), None)
    if worded is not None:
        return Excluded(each, OtherFact.WORDS, nearest=worded)
    if not isinstance(each.topic.value, Quantity) or not isinstance(topic.value, Quantity):
        return None
    if is_of_another_measure(each, topic, alignments, taken):
        return Excluded(each, OtherFact.MEASURE)
    if topic.claim.kind not in _OF_NO_TIME:
        found = slots_of(topic, each.topic)
        if _is_of_another_time(
            found, is_copied=near_copies(topic, each.topic), one_day=_are_of_one_day(topic, each.topic)
        ):
            return Excluded(each, OtherFact.TIME, next(_of_that_time(each, topic, alignments), None))
    if are_turned(topic, each.topic):
        return Excluded(each, OtherFact.DIRECTION)
    if _is_still_planned(each, topic):
        return Excluded(each, OtherFact.PLAN)
    if topic.claim.kind not in _OF_NO_TIME and _is_of_another_period(each, topic):
        return Excluded(each, OtherFact.TIME)
    rival = next(_of_that_bearer(each, topic, alignments), None)
    if rival is not None:
        return Excluded(each, OtherFact.BEARER, rival)
    if is_of_another_group(each.topic, topic):
        return Excluded(each, OtherFact.GROUP, nearest=next(_of_one_unit(each, alignments), None))
    wordings = wordings_of(topic.vocabulary) if each.comparison.relation == "same" else None
    if wordings is not None and are_opposed(topic, each.topic, wordings):
        return Excluded(each, OtherFact.CONTRARY)
    return _of_another_extent(each, topic, alignments)


def _of_another_extent(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> Excluded | None:
    """A figure that is of a part or of the whole where the draft's is not, or that adds to others."""
    if next(_wholes(each, topic, alignments), None) is not None:
        return Excluded(each, OtherFact.PART)
    if topic.claim.kind not in _COUNTED or each.topic.claim.kind not in _COUNTED:
        return None
    if _is_of_the_whole(each, topic):
        return Excluded(each, OtherFact.WHOLE)
    part = next(_parts(each, topic, alignments), None)
    if part is not None:
        return Excluded(each, OtherFact.WHOLE, nearest=part)
    total = next(_totals(each, topic, alignments), None)
    return Excluded(each, OtherFact.ADDITION, total) if total is not None else None


def _wholes(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The wholes of which an equal figure is a part in its sentence, where the draft's is no part and stands nearer to
    the whole: "260 kilometres will be electrified" of "620 kilometres will be electrified, 260 of them in the north".
    """
    if topic.features.part or not each.topic.features.part or near_copies(topic, each.topic):
        return
    for other in _rivals(each, alignments):
        if other.topic.features.part or other.score <= each.score or not _is_less(each.topic, other.topic):
            continue
        if other.topic.claim.start > each.topic.claim.start:
            continue  # "shut four of its 16 beds": what is told is told of the four
        found = core_slots_of(topic, other.topic)
        if all(found.of(name) is not SlotRelation.CONFLICTING for name in _CORE):
            yield other


def _is_of_the_whole(each: Alignment, topic: Topic) -> bool:
    """Whether a draft counts a part of those whom a source counts in all, and tells of another happening: "nine of the
    crew died" of a ship that "sank with a crew of nine".
    """
    mine = topic.statement.extent
    if mine is None or _PART not in mine.concepts or each.topic.statement.extent is not None:
        return False
    found = core_slots_of(topic, each.topic)
    return found.of("measure") is SlotRelation.SAME and found.of("event") is SlotRelation.CONFLICTING


def _parts(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The parts right before a whole of which a source tells what the draft tells of the whole: it has "replaced all 22
    tanks", where "seven of its 22 tanks have been replaced".
    """
    whole = core_slots_of(topic, each.topic)
    if whole.of("event") is not SlotRelation.SAME or whole.counts_a_fate:  # "two of the four dead"
        return
    if near_copies(topic, each.topic) or topic.vocabulary.counts_a_part_before(topic.claim):
        return  # the draft tells it of a part, too
    for other in _rivals(each, alignments):
        if is_part_of(other.topic, each.topic) and core_slots_of(topic, other.topic).of("event") is SlotRelation.SAME:
            yield other


def _is_still_planned(each: Alignment, topic: Topic) -> bool:
    """Whether a draft has for done what a source of about the same day has for planned, of one measure or one act: "has
    closed 14 shops", "is to shut 14 stores by the end of the year".
    """
    mine, theirs = topic.statement.state, each.topic.statement.state
    if mine is not None or theirs is None or _PLANNED not in theirs.concepts or theirs.start > each.topic.claim.start:
        return False
    if not _are_of_one_day(topic, each.topic) or not topic.vocabulary.reader(topic.claim.document).is_done(topic.claim):
        return False
    found = core_slots_of(topic, each.topic)
    return SlotRelation.SAME in (found.of("measure"), found.of("event"))


def _totals(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The totals to which the sentence of an equal figure adds it, where the draft's is a toll and no addition: "three
    more have died, bringing the number of deaths to eight".

    A toll that the draft tells of a time may be what that time added, and so is what it tells by the act that did so:
    "eight bodies were found by divers", "rose to 19 after divers found eight more bodies".
    """
    mine, theirs = topic.statement.extent, each.topic.statement.extent
    if mine is not None or theirs is None or _ADDITION not in theirs.concepts or topic.statement.when is not None:
        return
    if not core_slots_of(topic, each.topic).counts_a_fate or _tell_one_act(topic, each.topic):
        return
    for other in _rivals(each, alignments):
        found = slots_of(topic, other.topic)
        if found.counts_a_fate and found.of("extent") is SlotRelation.SAME and _is_less(topic, other.topic):
            yield other


def _tell_one_act(a: Topic, b: Topic) -> bool:
    """Whether two figures are told by one verb, that of what was done to those counted and not of their fate."""
    verbs = [_verb(topic) for topic in (a, b)]
    return verbs[0] is not None and verbs[0] == verbs[1]


def _verb(topic: Topic) -> str | None:
    """The verb that governs a figure, as a concept; None where it tells a fate, as "died" does."""
    reader = topic.vocabulary.reader(topic.claim.document)
    clause = reader.clause(topic.claim)
    if clause.verb is None or not reader.lexicon.fates.isdisjoint(reader.happening(clause.verb, clause.sentence)):
        return None
    return reader.tokens.forms[clause.verb].concept


def _is_less(one: Topic, two: Topic) -> bool:
    few, many = one.value, two.value
    if not isinstance(few, Quantity) or not isinstance(many, Quantity) or few.number is None or many.number is None:
        return False
    return few.number < many.number


def _are_of_one_day(a: Topic, b: Topic) -> bool:
    """Whether two reports are of about one day, as far as is known: a later move begins where an earlier one ended."""
    days = [topic.vocabulary.anchor(topic.claim.document) for topic in (a, b)]
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= _ABOUT


def _is_of_another_time(found: SlotComparisons, *, is_copied: bool, one_day: bool) -> bool:
    """Whether both sides say when, and not the same: "a profit of 48 million in 2020", "up from 48 million in 2019".

    So do the two ends of one move, "rose to 48" and "rose from 48". Of figures that have nothing in common one of the
    times is more likely misread; a date that differs in a copied sentence is itself reported.
    """
    change = next(each for each in found.slots if each.name == "change")
    ends = [slot.concepts[0] if slot is not None else None for slot in (change.one, change.two)]
    alike = any(found.of(name) is SlotRelation.SAME for name in _CORE)
    if set(ends) == {_LEVEL, _BEFORE} and alike and one_day and found.of("when") is not SlotRelation.SAME:
        return True
    if found.of("when") is not SlotRelation.CONFLICTING:
        return False
    return ends.count(_BEFORE) == 1 or (alike and not is_copied)


def _is_of_another_period(each: Alignment, topic: Topic) -> bool:
    """Whether one figure came about in a longer time than the other: "38 million last year", "38 million over the past
    three years". The time of a change may be that of what it is compared with.
    """
    changes = any(one.statement.change is not None for one in (topic, each.topic))
    if each.comparison.relation != "same" or changes:
        return False
    lengths = [_length_of_period(one) for one in (topic, each.topic)]
    if lengths == [None, None]:
        return False
    one, two = (found or _length_of_time(of) for found, of in zip(lengths, (topic, each.topic), strict=True))
    return one is not None and two is not None and max(one, two) > min(one, two) * _LONGER


def _length_of_period(topic: Topic) -> Decimal | None:
    """The days of the length of time in which a figure came about; None where none is told."""
    told = topic.vocabulary.reader(topic.claim.document).period(topic.claim)
    return length(told.value.timex) if told is not None and isinstance(told.value, TimeExpression) else None


def _length_of_time(topic: Topic) -> Decimal | None:
    """The days of the year, quarter or month of a figure's fact; None where none is told, or a day."""
    when = topic.statement.when
    if when is None or len(when.concepts) != _ENDS:
        return None
    first, last = (date.fromisoformat(day) for day in when.concepts)
    return Decimal((last - first).days + 1) if first < last < date.max else None


def _rivals(each: Alignment, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The other values that stand in the sentence of an equal figure."""
    for other in alignments:
        if other.comparison.relation == "different" and one_sentence(other.topic, each.topic):
            yield other


def _of_one_unit(each: Alignment, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The other figures of an equal figure's sentence that have its unit."""
    for other in _rivals(each, alignments):
        if getattr(other.topic.value, "unit", None) == getattr(each.topic.value, "unit", None):
            yield other


def _of_that_time(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The source's figures of the time that the draft names."""
    for other in _rivals(each, alignments):
        found = slots_of(topic, other.topic)
        told = found.of("when") is SlotRelation.SAME and any(found.of(name) is SlotRelation.SAME for name in _CORE)
        if told and all(found.of(name) is not SlotRelation.CONFLICTING for name in ("measure", "change")):
            yield other


def _of_that_bearer(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The source's figures of the one whom the draft names, where the equal figure is of another: they were swapped."""
    if topic.claim.kind == "age":
        if bearers(topic, each.topic) is Bearers.TWO:
            yield from (other for other in _rivals(each, alignments) if bearers(topic, other.topic) >= Bearers.MAYBE)
        return
    if not are_two_named(topic, each.topic):
        return
    for other in _rivals(each, alignments):
        named = are_named_alike(topic, other.topic) and are_two_named(each.topic, other.topic)
        if named and core_slots_of(topic, other.topic).of("measure") is not SlotRelation.CONFLICTING:
            yield other
