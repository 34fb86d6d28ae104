"""What is reported of a claim that no source states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec import Struct

from factcheck.align import Alignment, Topic, align, is_rare, one_sentence
from factcheck.align.bearers import are_of_two
from factcheck.align.beside import are_bounded_alike, counts_one_time, digits_of
from factcheck.align.precision import is_narrow, is_rounded_bound
from factcheck.align.score import OTHER_FACT, have_one_speaker, tells_a_part_of_the_other
from factcheck.align.slots import SlotRelation, core_slots_of, slots_of
from factcheck.align.stated import states_a_day
from factcheck.align.values import StatedValues
from factcheck.judge.context import JudgementContext, evidence_from, finding_at, number_of, shorten
from factcheck.judge.everyday import is_everyday, is_pair
from factcheck.judge.measures import is_of_another_event
from factcheck.judge.other_facts import Excluded, OtherFact
from factcheck.judge.scales import (
    is_of_another_scale,
    is_of_one_scale,
    is_slip_of_a_date,
    only_one_is_open,
    with_other_starts,
)
from factcheck.judge.source_words import severity_of_missing
from factcheck.kinds.quantity.compare import as_percent
from factcheck.kinds.quotation import similarity
from factcheck.model import (
    NEAR_MISSES,
    SENSE_CUT,
    Difference,
    Evidence,
    Finding,
    Judged,
    Quantity,
    Quotation,
    Severity,
    TimeExpression,
)


class _Told(Struct, frozen=True):
    """What the sources tell that is shown beside a claim which none of them states, at most one of the three.

    `compatible` says less, `elsewhere` has the value and it is not clear of what, `nearest` is the nearest statement of
    another value. `asked` says whether the claim is reported, `is_like` whether a source quotes its speaker with some
    of the words of a quotation.
    """

    compatible: Sequence[Alignment] = ()
    elsewhere: Sequence[Alignment] = ()
    nearest: Sequence[Alignment] = ()
    asked: bool = False
    is_like: bool = False

    @property
    def reason(self) -> str:
        """What the sources tell, in words."""
        if self.compatible:
            return "a source says less: it neither confirms nor refutes it"
        if self.elsewhere:
            return "a source has the value, and it is not clear of what"
        return "no source states it; the nearest statement is shown" if self.nearest else "no source speaks of it"


def unsupported_verdict(
    topic: Topic,
    agreeing: tuple[Sequence[Alignment], Sequence[Excluded]],
    alignments: Sequence[Alignment],
    taken: Mapping[int, Sequence[Topic]],
    context: JudgementContext,
    *,
    asked: bool,
) -> tuple[Judged, list[Finding]]:
    """The verdict on a claim that no source states, with what is compatible with it, or the nearest statement.

    `agreeing` are the sources' values that are compatible, and the equal figures that are of another fact; `taken` the
    draft's claims that have a source's value: what another claim states is not shown beside this one.
    """
    claim = topic.claim
    compatible = [each for each in agreeing[0] if not only_one_is_open(topic, each)]
    if isinstance(topic.value, TimeExpression):
        alignments = with_other_starts(topic, alignments)
    if agreeing[1]:
        return _of_another_fact(topic, agreeing[1], alignments, taken, context)
    told = _told(topic, compatible, alignments, taken, context, asked=asked)
    if (
        told.elsewhere
        and _may_be_asked(topic)
        and (own := _told_side_by_side(topic, told.elsewhere, alignments, taken)) is not None
    ):
        others = [Excluded(each, OtherFact.BEARER) for each in told.elsewhere]
        return _of_another_fact(topic, others, [own], taken, context)
    if told.asked and not told.elsewhere and topic.family != "quote":
        told = _with_others(topic, told, taken, context)
    evidence = evidence_from(topic, [*told.compatible, *told.elsewhere, *told.nearest], context, names_slots=True)
    judged = Judged(claim, "unsupported", 0, told.reason, evidence)
    if not told.asked or topic.vocabulary.is_dateline(claim):
        return judged, []
    return judged, [_finding(topic, told, evidence, context)]


def _told(
    topic: Topic,
    compatible: Sequence[Alignment],
    alignments: Sequence[Alignment],
    taken: Mapping[int, Sequence[Topic]],
    context: JudgementContext,
    *,
    asked: bool,
) -> _Told:
    """What is shown of the claims that may speak of the same fact."""
    elsewhere = [each for each in compatible if _rounds(topic, each)]
    estimated = all(each.comparison.difference is Difference.ANOTHER_ESTIMATE for each in compatible)
    if not elsewhere and estimated:
        elsewhere = _elsewhere(topic, alignments, taken)
    compatible, nearest = _nearer(topic, [] if elsewhere else compatible, _nearest(topic, alignments, taken))
    counted = _is_counted_otherwise(topic, nearest, elsewhere)
    elsewhere, nearest = ([], nearest) if counted else (elsewhere, [] if elsewhere else nearest)
    asked = asked or counted or worth_a_source(topic, context.stated)
    # A small number that the sources have of other things only is asked for where one tells another number of it.
    asked = asked or (bool(nearest) and _may_be_asked(topic) and not context.stated.counts(topic))
    is_like = topic.family == "quote" and any(_is_of_one_speaker(topic, each) for each in alignments)
    return _Told(compatible, elsewhere, nearest, asked, is_like)


def _is_of_one_speaker(topic: Topic, alignment: Alignment) -> bool:
    """Whether a source quotes the speaker of a draft's quotation; what may be compared has a rarer word in common."""
    draft, source = topic.value, alignment.topic.value
    return isinstance(draft, Quotation) and isinstance(source, Quotation) and have_one_speaker(draft, source)


def _with_others(topic: Topic, told: _Told, taken: Mapping[int, Sequence[Topic]], context: JudgementContext) -> _Told:
    """What is shown where claims that are told in another form, that look alike, or are of one unit, are looked at."""
    near, few = context.beside.near(topic), context.beside.of_one_unit(topic)
    known = [each.topic for each in told.nearest]
    others = [each for each in dict.fromkeys((*near, *few)) if each not in known]
    others = [each for each in others if not _is_told_besides(each, topic, taken)]
    beside = [align(topic, each, context.ruleset) for each in others]
    elsewhere = [a for a in (*told.nearest, *beside) if a.topic in near and _is_equal_otherwise(topic, a)]
    if elsewhere:
        return _Told(elsewhere=elsewhere, asked=told.asked)
    beside = with_other_starts(topic, beside) if isinstance(topic.value, TimeExpression) else beside
    such = frozenset(each.order for each in few)
    compatible, nearest = _nearer(topic, told.compatible, _nearest(topic, [*told.nearest, *beside], taken, such))
    return _Told(compatible, (), nearest, told.asked)


def _is_equal_otherwise(topic: Topic, other: Alignment) -> bool:
    """Whether a value is the draft's in another form: "82 minutes", "the 82nd minute"; "25.3", "25.3 degrees"."""
    if counts_one_time(topic, other.topic):
        return True
    draft, source = topic.value, other.topic.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity) or not is_rare(topic.claim):
        return False
    return topic.family != other.topic.family and draft.number is not None and draft.number == source.number


def _finding(topic: Topic, told: _Told, evidence: tuple[Evidence, ...], context: JudgementContext) -> Finding:
    """The note on a value that a source has of who knows what, or the warning on one that no source has."""
    claim = topic.claim
    name = "quote-not-found" if claim.kind == "quote" else "unsupported"
    text = f"“{shorten(claim.text)}”"
    if told.elsewhere:
        shown = evidence[0].claim
        where = f"stands in {shown.document}"
        if evidence[0].relation != "same":
            where = f"is “{shorten(shown.text)}” in {shown.document}"
        message = f"{text} {where}, and it is not clear of what"
        return finding_at(name, Severity.note, message, claim, evidence)
    # A quotation of which nearly the same words stand in a source may be a slip, whatever the sources are.
    is_far = claim.kind == "quote" and not told.nearest and not told.is_like
    severity = severity_of_missing(context) if is_far else Severity.warning
    message = f"{text} stands in no source"
    if evidence and (claim.kind != "quote" or told.nearest):
        shown = evidence[0].claim
        estimates = evidence[0].difference is Difference.ANOTHER_ESTIMATE
        word = "as far as" if told.compatible and not estimates else "nearest:"
        message = f"{message}; {word} “{shorten(shown.text)}” in {shown.document}"
    return finding_at(name, severity, message, claim, evidence, evidence[0] if told.nearest else None)


def held_verdict(
    topic: Topic, held: Sequence[Alignment], context: JudgementContext, doubt: str | None
) -> tuple[Judged, list[Finding]]:
    """The verdict on a claim that cannot be compared; a figure beside another one of another unit is reported.

    `doubt` is why the claim itself cannot be compared with any.
    """
    claim = topic.claim
    reason = held[0].comparison.reason if held else doubt
    evidence = evidence_from(topic, held, context)
    judged = Judged(claim, "held", 0, reason or "cannot be compared", evidence)
    equal = any(number_of(each.topic.value) == number_of(topic.value) for each in held)
    if doubt or equal or not isinstance(topic.value, Quantity) or not worth_a_source(topic, context.stated):
        return judged, []
    message = f"“{shorten(claim.text)}” stands in no source"
    if not is_of_another_scale(topic, held[0]):
        shown = evidence[0].claim
        message = f"{message}; nearest: “{shorten(shown.text)}” in {shown.document}"
    return judged, [finding_at("unsupported", Severity.warning, message, claim, evidence)]


def names_a_new_day(topic: Topic, stated: StatedValues) -> bool:
    """Whether an undated text's date can be looked for, and is in no source: a day of a month, a month, a weekday."""
    return states_a_day(topic.claim.value) or (
        topic.claim.kind == "date" and topic.vocabulary.names_a_date(topic.claim) and not stated.has(topic)
    )


def _of_another_fact(
    topic: Topic,
    another: Sequence[Excluded],
    alignments: Sequence[Alignment],
    taken: Mapping[int, Sequence[Topic]],
    context: JudgementContext,
) -> tuple[Judged, list[Finding]]:
    """The verdict on a figure that a source has of another fact."""
    claim = topic.claim
    equal = [each.alignment for each in another]
    known = [each.nearest for each in another if each.nearest is not None]
    nearest = known[:1] or [each for each in _nearest(topic, alignments, taken) if each not in equal]
    beside = evidence_from(topic, nearest, context)
    evidence = evidence_from(topic, equal, context) + beside
    shown = evidence[0].claim
    fact = next(each.fact for each in another if each.alignment.topic.claim == shown)
    reason = f"the figure in {shown.document} is {fact.value}: “{shorten(shown.text)}”"
    message = f"“{shorten(claim.text)}” stands in no source; {reason}"
    if beside:
        other = beside[0].claim
        message = f"{message}; nearest: “{shorten(other.text)}” in {other.document}"
    judged = Judged(claim, "unsupported", 0, reason, evidence)
    found = finding_at("unsupported", Severity.warning, message, claim, evidence, beside[0] if beside else None)
    return judged, [found]


def _elsewhere(topic: Topic, alignments: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]]) -> list[Alignment]:
    """The sources' claims with the same value in other surroundings, but for those that measure another thing or tell
    of another event.
    """
    if topic.family == "quote":
        return []
    same = [a for a in alignments if _is_equal(a, topic) and not is_of_another_event(a, topic)]
    same = [a for a in same if topic.claim.kind != "age" or not are_of_two(topic, a.topic)]
    same = [a for a in same if core_slots_of(topic, a.topic).of("measure") is not SlotRelation.CONFLICTING]
    return [a for a in same if not _is_told_besides(a.topic, topic, taken)]


def _told_side_by_side(
    topic: Topic,
    elsewhere: Sequence[Alignment],
    alignments: Sequence[Alignment],
    taken: Mapping[int, Sequence[Topic]],
) -> Alignment | None:
    """The value that a source's sentence tells of what the draft speaks of, beside the draft's own of another: "$1.1
    million for Millbank, $0.7 million for Eddington" where the draft has $1.1 million for Eddington.
    """
    found = [
        each
        for each in alignments
        if each.comparison.relation == "different"
        and each.score >= _SIDE_BY_SIDE
        and not _is_told_besides(each.topic, topic, taken)
        and all(one_sentence(each.topic, other.topic) and _is_told_nearer(each, other, topic) for other in elsewhere)
    ]
    return max(found, key=lambda each: (each.score, -each.topic.order), default=None)


def _is_told_nearer(each: Alignment, other: Alignment, topic: Topic) -> bool:
    """Whether the words around one of two values are the draft's, and its actor or act, and not those of the other."""
    if each.score < 2 * other.score:
        return False
    here, there = slots_of(topic, each.topic), slots_of(topic, other.topic)
    same = [name for name in ("bearer", "event") if here.of(name) is SlotRelation.SAME]
    return bool(same) and not here.conflicts and all(there.of(name) is not SlotRelation.SAME for name in same)


def _is_equal(alignment: Alignment, topic: Topic) -> bool:
    """Whether a source has the value, a length of time also in other units: "71 minutes", "an hour and 11 minutes"."""
    comparison = alignment.comparison
    if comparison.relation == "same" or _is_rounded_to(topic, alignment):
        return True
    return topic.claim.kind in ("duration", "quantity") and comparison.difference is Difference.CONVERTED


def _is_rounded_to(topic: Topic, alignment: Alignment) -> bool:
    """Whether a draft's round figure stands for a longer one of a source: "just under 42,000", 41,860."""
    source = alignment.topic.value
    number = source.number if isinstance(source, Quantity) else None
    if number is None or abs(number) < _LONG or not is_rare(alignment.topic.claim):
        return False
    return _rounds(topic, alignment)


def _rounds(topic: Topic, alignment: Alignment) -> bool:
    """Whether a draft bounds or estimates a source's figure by a rounder one: "more than 6 percent" of 6.3 percent."""
    draft, source = topic.value, alignment.topic.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity) or source.number is None:
        return False
    if alignment.comparison.relation != "consistent" or draft.unit != source.unit or source.bound is not None:
        return False
    return draft.bound == "about" or is_narrow(draft) or (draft.bound is not None and is_rounded_bound(draft, source))


def _is_counted_otherwise(topic: Topic, nearest: Sequence[Alignment], elsewhere: Sequence[Alignment]) -> bool:
    """Whether the nearest statement gives another count of the same things, or of those to whom the same was done: then
    a small figure is asked for, too.
    """
    if topic.claim.kind not in ("count", "number") or topic.vocabulary.is_idiom(topic.claim):
        return False
    if _has_measure(topic, [each for each in nearest if each.score >= _COUNTED_NEAR]):
        return not _has_measure(topic, elsewhere)
    return not elsewhere and any(_counts_alike(topic, each) for each in nearest)


def _counts_alike(topic: Topic, other: Alignment) -> bool:
    found = core_slots_of(topic, other.topic)
    if any(found.of(name) is SlotRelation.CONFLICTING for name in ("measure", "bearer", "event")):
        return False
    same = any(found.of(name) is SlotRelation.SAME for name in ("measure", "event"))
    return same and _nearness(topic, other, _without_slots(topic, other)) >= _COUNTED_ALIKE


def _has_measure(topic: Topic, alignments: Sequence[Alignment]) -> bool:
    return any(core_slots_of(topic, each.topic).of("measure") is SlotRelation.SAME for each in alignments)


def _nearest(
    topic: Topic,
    alignments: Sequence[Alignment],
    taken: Mapping[int, Sequence[Topic]],
    few: Set[int] = frozenset(),
) -> list[Alignment]:
    """The source's statement with another value that is nearest: in its slots, then in what stands around it.

    Of a quotation it is the one of which fewest words differ, whoever said it.
    """
    other = [a for a in alignments if a.comparison.relation in ("different", "held") or _is_of_other_things(a, topic)]
    if topic.family == "quote":
        other = [a for a in other if not _is_told_besides(a.topic, topic, taken)]
        changed = [a for a in other if _is_one_change(a, topic)] or [a for a in other if _is_near(topic, a)]
        return sorted(changed, key=lambda a: (-a.score, a.topic.order))[:1]
    best, most = None, _NEAR_ENOUGH
    stated = topic.core
    slots = sum(slot is not None for slot in (stated.measure, stated.bearer, stated.event))
    # The likeliest first: most of the others cannot come nearer, and their sentences need not be read.
    ranked = sorted((-_without_slots(topic, a), a.topic.order, a) for a in other)
    for far, _, each in ranked:
        if -far + _SLOT * slots < most and not (few and best is None):
            break
        if _is_told_besides(each.topic, topic, taken):
            continue
        nearness = _nearness(topic, each, -far)
        if each.topic.order in few and (nearness >= 0 or _is_another_act(topic, each)):
            nearness = max(nearness, _NEAR_ENOUGH)  # one of so few is worth showing without a word in common
        if nearness > most or (nearness == most and (best is None or each.topic.order < best.topic.order)):
            best, most = each, nearness
    return [best] if best is not None else []


def _nearer(
    topic: Topic, compatible: Sequence[Alignment], nearest: Sequence[Alignment]
) -> tuple[Sequence[Alignment], Sequence[Alignment]]:
    """What says less than a claim, or the nearest statement of another value where that stands nearer."""
    if not compatible or not nearest or any(_is_about_as_much(topic, each) for each in compatible):
        return compatible, nearest if not compatible else []
    less = max(_nearness(topic, each, _without_slots(topic, each)) for each in compatible)
    if topic.family == "quote" or _nearness(topic, nearest[0], _without_slots(topic, nearest[0])) <= less:
        return compatible, []
    return [], nearest


def _is_about_as_much(topic: Topic, alignment: Alignment) -> bool:
    """Whether a source's figure that agrees with a draft's is nearly as large ("more than six in ten", "62 percent"),
    or its date has the same figures ("the end of 2031", "2031").
    """
    draft, source = topic.value, alignment.topic.value
    if isinstance(draft, Quantity) and isinstance(source, Quantity):
        one, two = as_percent(draft).number, as_percent(source).number
        return one is not None and two is not None and abs(one - two) <= abs(one) / _TENTH
    digits = ["".join(filter(str.isdigit, each.claim.text)) for each in (topic, alignment.topic)]
    return digits[0] == digits[1] != ""


_TENTH = 10  # one figure is nearly as large as another within a tenth of it


def _is_told_besides(source: Topic, topic: Topic, taken: Mapping[int, Sequence[Topic]]) -> bool:
    """Whether another claim of the draft has the value of a source's claim, and is of no other measure."""
    others = (each for each in taken.get(source.order, ()) if each is not topic)
    return any(
        source.family == "quote" or core_slots_of(each, source).of("measure") is not SlotRelation.CONFLICTING
        for each in others
    )


def _is_of_other_things(alignment: Alignment, topic: Topic) -> bool:
    """Whether a source has a figure that is no everyday one, and measures another thing with it: "37 reports" of fire
    for the draft's "37 fires".
    """
    if alignment.comparison.relation != "same" or not isinstance(topic.value, Quantity) or is_everyday(topic.claim):
        return False
    return core_slots_of(topic, alignment.topic).of("measure") is SlotRelation.CONFLICTING


def _is_one_change(alignment: Alignment, topic: Topic) -> bool:
    """Whether one word of a quotation differs, or a condition, a negation or a hedge is cut from it.

    Of two or three words, one of which differs, the others are in many quotations.
    """
    comparison = alignment.comparison
    if comparison.difference in SENSE_CUT:
        return True
    words = [each.quote.split() for each in (topic.value, alignment.topic.value) if isinstance(each, Quotation)]
    few = min(map(len, words), default=0) < _A_PHRASE and len(words[0]) != len(words[1])
    return comparison.difference is Difference.WORDS_CHANGED and comparison.size == 1 and not few


def _is_near(topic: Topic, alignment: Alignment) -> bool:
    """Whether most words of two quotations of one speaker are the same: "We have won a contract, now we must deserve
    it", "We have not won a contract, we have won a chair at the table".
    """
    draft, source = topic.value, alignment.topic.value
    if not isinstance(draft, Quotation) or not isinstance(source, Quotation) or not have_one_speaker(draft, source):
        return False
    short, long = sorted(len(each.quote.split()) for each in (draft, source))
    if short < _A_SENTENCE or long > 2 * short:
        return False
    return bool(similarity(draft, source, topic.vocabulary.ruleset) >= _MOST_WORDS)


def _nearness(topic: Topic, alignment: Alignment, without_slots: float) -> float:
    """The share of the context, and a part of it more for each slot that is the same, less for each that conflicts."""
    # A time of day is no other reading of a day, but a part of a day is ("on Tuesday", "on Monday evening").
    if _names_a_clock(topic) != _names_a_clock(alignment.topic):
        return _NO_READING
    if is_of_another_scale(topic, alignment):
        return _NO_READING
    found = core_slots_of(topic, alignment.topic)
    if found.of_other_accounts:
        return _NO_READING
    # What a figure without a unit measures is not read as the measure of one that has a unit.
    told = ("measure", "bearer", "event") if topic.family == alignment.topic.family else ("bearer", "event")
    against = sum(found.of(name) is SlotRelation.CONFLICTING for name in told)
    # That two are ages says nothing of whose they are.
    same = found.agreement - (topic.claim.kind == "age")
    return without_slots + _SLOT * (same - against)


def _is_another_act(topic: Topic, alignment: Alignment) -> bool:
    """Whether of two statements' slots only the event conflicts: an act that is told in other words seems another."""
    found = core_slots_of(topic, alignment.topic)
    if is_of_another_scale(topic, alignment) or found.of_other_fates or found.of_other_accounts:
        return False
    return not any(found.of(name) is SlotRelation.CONFLICTING for name in ("measure", "bearer"))


def _names_a_clock(topic: Topic) -> bool:
    """Whether a time is told by the clock."""
    value = topic.claim.value
    timex = (value.timex or "") if isinstance(value, TimeExpression) and topic.claim.kind == "time" else ""
    return timex.partition("T")[2][:1].isdigit()


def _without_slots(topic: Topic, alignment: Alignment) -> float:
    score = alignment.score
    if alignment.comparison.relation == "different" and tells_a_part_of_the_other(topic, alignment.topic):
        score /= OTHER_FACT  # a part may be what the draft tells as the whole
    if _are_hardly_alike_by_chance(topic, alignment):
        return score + 2 * _SLIP
    if alignment.comparison.difference in NEAR_MISSES or _look_alike(topic.claim.text, alignment.topic.claim.text):
        return score + _SLIP
    if is_slip_of_a_date(topic, alignment.topic):
        return score + _SLIP
    scale = _SCALE if is_of_one_scale(topic.value, alignment.topic.value) else 0.0
    return score + scale + (_SCALE if are_bounded_alike(topic, alignment.topic) else 0.0)


def _are_hardly_alike_by_chance(topic: Topic, alignment: Alignment) -> bool:
    """Whether two measurements have the same digits in two units, or two long figures in another order."""
    if alignment.comparison.difference is Difference.DIGITS_TRANSPOSED:
        return abs(number_of(topic.value)) >= _LONG
    digits = digits_of(topic.claim)
    return alignment.comparison.difference is Difference.UNIT_CHANGED and digits is not None and len(digits) >= _PAIR


def _look_alike(one: str, two: str) -> bool:
    """Whether two values have the same digits, but for one or in another order: "2003" and "2013", "41" and "14"."""
    a, b = ("".join(char for char in text if char.isdigit()) for text in (one, two))
    if len(a) != len(b) or len(a) < _PAIR:
        return a == b != ""
    return sorted(a) == sorted(b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1


_PAIR = 2  # digits
_A_PHRASE, _A_SENTENCE = 4, 5  # words
_MOST_WORDS = 0.7  # likeness of two quotations of one speaker from which one is shown beside the other


_LONG = 1000  # a figure from here on is no other one within the bounds of a round figure by chance
_NO_READING = -1.0  # of a statement that is no other reading of a claim
_SLOT = 0.2  # what a slot that is the same counts as, as a share of the context
_SLIP = 0.25  # the same for a value that differs as a slip of the pen does
_SCALE = 0.1  # the same for a value of one scale
_SIDE_BY_SIDE = 0.15  # share of the context from which a value told beside the draft's own is held to be the draft's
_COUNTED_NEAR = 0.25  # share of the context from which another count of the same things is asked about
_COUNTED_ALIKE = 0.4  # the same as nearness, which has a part for each slot that is the same
_NEAR_ENOUGH = 0.12  # from which another statement is worth showing beside an unsupported claim


def worth_a_source(topic: Topic, stated: StatedValues) -> bool:
    """Whether an editor would ask for the source of a claim: all that carry a value, but for idioms and frames.

    An everyday figure is asked for where no source has that figure at all: one that does is too weak a sign of either.
    """
    claim = topic.claim
    value = claim.value
    if isinstance(value, Quotation):
        return value.role == "quotation" and len(value.quote.split()) > 2
    if not _may_be_asked(topic):
        return False
    if not is_everyday(claim):
        return True
    return not stated.has(topic) and not (is_pair(claim) and stated.may_name(topic))


def _may_be_asked(topic: Topic) -> bool:
    """Whether a claim carries a value and stands in no idiom or frame."""
    return not topic.vocabulary.is_idiom(topic.claim) and _has_value(topic)


def _has_value(topic: Topic) -> bool:
    """Whether a claim has a number or names a date, and is no frame of time: "this year", "months", "several"."""
    claim, value = topic.claim, topic.claim.value
    if not isinstance(value, TimeExpression):
        return isinstance(value, Quantity) and any(each is not None for each in (value.number, value.low, value.high))
    if claim.kind in ("date", "time"):
        return topic.vocabulary.names_a_date(claim) or states_a_day(value)
    # "months", "quarterly": of no number
    return bool(
        value.timex and any(char.isdigit() for char in value.timex) and (" " in claim.text or claim.kind == "duration")
    )
