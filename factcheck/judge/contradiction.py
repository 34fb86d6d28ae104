"""Whether a source's claim with another value contradicts a draft's claim."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from msgspec.structs import replace

from factcheck.align import Alignment, Topic, is_rare, one_sentence, rarity_of_value
from factcheck.align.bearers import are_surely_one, is_of_another
from factcheck.align.contrasts import contrast, named_beside
from factcheck.align.going_on import may_pass
from factcheck.align.score import incompatibility
from factcheck.align.slots import SlotComparisons, SlotRelation, are_twins, near_copies, slots_of
from factcheck.align.stated import TURNED
from factcheck.align.topic import family
from factcheck.judge.context import ClaimAlignments, JudgementContext
from factcheck.judge.dates import has_own_day, is_one_happening
from factcheck.judge.measures import is_part_of
from factcheck.judge.speakers import as_named
from factcheck.judge.support import states_outright
from factcheck.kinds.quantity.compare import base_of
from factcheck.model import (
    NEAR_MISSES,
    Comparison,
    Difference,
    Quantity,
    TimeExpression,
    Value,
)
from factcheck.state.lexicon import lexicon_of
from factcheck.text.folding import fold

_SAME_SLOTS = 2  # that agree, so that another value contradicts
_STRONG_CONTEXT = 0.65  # share of the context from which one slot that is the same is enough
_COMPARABLE = 0.5  # share of a contradiction's score from which an equal figure in its sentence excuses it


def is_taken(against: Alignment, topic: Topic, support: Sequence[Alignment], beside: Sequence[ClaimAlignments]) -> bool:
    """Whether another figure of the sentence states what the source's claim says, and this one stands there as well:
    then nothing is contradicted, though the two may be swapped.
    """
    order = against.topic.order
    if not any(one_sentence(each.topic, against.topic) for each in support):
        return False
    return any(
        each.topic.order == order and states_outright(each)
        for other, found in beside
        if other is not topic
        for each in found
    )


def swapped_with(
    topic: Topic, alignments: Sequence[Alignment], beside: Sequence[ClaimAlignments], limits: dict[str, Any]
) -> Alignment | None:
    """The source's claim that shows a figure changed places with another of its sentence.

    Two figures are swapped when each stands better where the sources have the other, by `swapped` in all; two ages when
    each is borne by whom a source's sentence gives the other.
    """
    own = [a for a in alignments if a.comparison.relation == "same"]
    mine = {a.topic.order for a in own}
    kept = max((a.score for a in own), default=0.0)
    for other, found in beside:
        if other is topic or not own:
            continue
        theirs = {a.topic.order: a.score for a in found if a.comparison.relation == "same"}
        crossed = max((a for a in alignments if a.topic.order in theirs), key=lambda a: a.score, default=None)
        back = max((a.score for a in found if a.topic.order in mine), default=0.0)
        if crossed is None or crossed.comparison.relation != "different":
            continue
        # The scores are at hand: most pairs are told by them, and their sentences need not be read.
        gained = crossed.score + back - kept - max(theirs.values())
        is_age = topic.claim.kind == "age"
        if not is_age and (crossed.score <= kept or gained < limits["swapped"]):
            continue
        shared = any(_share_a_noun(topic, other) and _share_a_noun(each.topic, crossed.topic) for each in own)
        if shared and not near_copies(topic, crossed.topic):
            continue
        if _is_of_its_own_state(topic, alignments, theirs) or _is_of_its_own_state(other, found, mine):
            continue
        if is_age and not any(_ages_crossed(topic, other, each.topic, crossed.topic) for each in own):
            continue
        how = f"{topic.claim.text} and {other.claim.text} stand the other way round in the source"
        return replace(crossed, comparison=Comparison("different", Difference.FIGURES_SWAPPED, how))
    return None


def _is_of_its_own_state(topic: Topic, alignments: Sequence[Alignment], others: Collection[int]) -> bool:
    """Whether a source says of a figure what the draft does, and of the other one that it was of another state: "first
    offered 2 percent", "had offered 2 percent", where 5 percent was accepted. `others` are the claims of the other.
    """
    own = any(
        (found := slots_of(topic, each.topic)).of("event") is SlotRelation.SAME and not found.conflicts
        for each in alignments
        if each.comparison.relation == "same"
    )
    return own and any(
        slots_of(topic, each.topic).of("state") is SlotRelation.CONFLICTING
        for each in alignments
        if each.topic.order in others
    )


def _share_a_noun(one: Topic, two: Topic) -> bool:
    """Whether one of two counts stands without the noun of both: "nine patients then, and only two now".

    Whichever comes first in a sentence has the noun, so that it says nothing of which is which.
    """
    heads = [topic.head for topic in (one, two)]
    return heads.count(None) == 1 and all(topic.claim.kind in ("count", "number") for topic in (one, two))


def _ages_crossed(topic: Topic, other: Topic, equal: Topic, crossed: Topic) -> bool:
    """Whether a source's sentence gives each bearer of two ages the other age; `equal` has the first's value."""
    if topic.claim.kind != "age" or not one_sentence(equal, crossed):
        return False
    one, two, first, second = (
        frozenset(each.core.bearer.concepts) if each.core.bearer is not None else frozenset()
        for each in (topic, other, crossed, equal)
    )
    return bool(one and two) and one.isdisjoint(two) and one == first and two == second


def has_own_figure(
    against: Alignment, topic: Topic, alignments: Sequence[Alignment], context: JudgementContext
) -> bool:
    """Whether the source's sentence gives the draft's own figure as well, of the same measure, bearer or happening.

    In a near copy the place of a figure says which of the two is meant. Of a quotation: whether the source quotes the
    draft's words as well.
    """
    if topic.family == "date":
        return has_own_day(against, topic, alignments)
    if topic.family == "quote":
        same = [a for a in alignments if a.comparison.relation in ("same", "consistent")]
        document = against.topic.claim.document
        return any(a.topic.claim.document == document for a in of_the_words(same, against, topic, context))
    follows = any(each.topic.unit_of is against.topic for each in alignments)
    if follows and slots_of(topic, against.topic).of("event") is not SlotRelation.SAME:
        return True  # "allows 2 million tonnes. It emits 4 million."
    if any(each.comparison.relation == "same" and is_part_of(each.topic, against.topic) for each in alignments):
        return True
    if near_copies(topic, against.topic):
        return False
    for each in alignments:
        if each.score < against.score * _COMPARABLE:
            continue
        if each.comparison.relation == "same" and one_sentence(each.topic, against.topic):
            found = slots_of(topic, each.topic)
            if any(found.of(name) is SlotRelation.SAME for name in ("measure", "bearer", "event")):
                return True
    return False


def stated_too(topic: Topic, worst: Alignment, support: Sequence[Alignment]) -> Alignment | None:
    """The statement by which a source, that of the other value or another one, gives the draft's own value of the same.

    Then the sources say both, and the draft may have either. Of two that changed places each is said of another.
    """
    swapped = worst.comparison.difference is Difference.FIGURES_SWAPPED
    if swapped or topic.family in ("date", "quote") or topic.claim.kind == "ordinal":
        return None
    for each in support:
        found = slots_of(topic, each.topic)
        if found.conflicts or not _has_the_number_of(each.topic, topic):
            continue
        if found.agreement >= _SAME_SLOTS and each.comparison.relation == "same":
            return each
        if each.topic.claim.document != worst.topic.claim.document and _counts_the_same(topic, found):
            return each
    return None


def _counts_the_same(topic: Topic, found: SlotComparisons) -> bool:
    """Whether two figures count one thing that is not counted everywhere, as people are; a share moves with time."""
    measure, lexicon = topic.core.measure, lexicon_of(topic.vocabulary.ruleset)
    if found.of("measure") is not SlotRelation.SAME or measure is None or topic.claim.kind != "count":
        return False
    return lexicon.generic_persons.isdisjoint(measure.concepts)


def is_told_nearer(against: Alignment, topic: Topic, agreeing: Sequence[Alignment]) -> bool:
    """Whether a source has the draft's own value with more that speaks for the draft's fact than `against` has: then
    the other value is of another fact, or of another day.
    """
    if topic.family in ("date", "quote") or topic.claim.kind == "ordinal":
        return False
    if against.comparison.difference is Difference.FIGURES_SWAPPED:
        return False
    return any(
        _has_the_number_of(each.topic, topic)
        and not one_sentence(each.topic, against.topic)
        and _is_nearer(each, against, topic)
        for each in agreeing
    )


def _has_the_number_of(other: Topic, topic: Topic) -> bool:
    mine, theirs = topic.value, other.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    return mine.number is not None and mine.number == theirs.number


def _is_nearer(each: Alignment, against: Alignment, topic: Topic) -> bool:
    if topic.claim.kind == "age":
        # "The driver was 39"
        return each.topic.claim.kind == "number" and _names_the_person(topic, each.topic)
    own, other = slots_of(topic, each.topic), slots_of(topic, against.topic)
    if own.of("measure") is SlotRelation.SAME and len(own.conflicts) < len(other.conflicts):
        return True
    if own.conflicts or own.of("event") is not SlotRelation.SAME:
        return False
    if own.of("when") is SlotRelation.SAME and other.of("when") is not SlotRelation.SAME:
        return True
    if _is_of_that_name(each.topic, against.topic, topic):
        return True
    return other.of("event") is SlotRelation.SAME and may_pass(topic) and not _is_older(each.topic, against.topic)


def _is_of_that_name(each: Topic, against: Topic, topic: Topic) -> bool:
    """Whether a sentence has all names of the draft's, and that of `against` has others for some: "the Saint Bride" of
    the draft is not "the Saint Elva".
    """
    mine, own, other = (named_beside(one) for one in (topic, each, against))
    return mine <= own and not mine <= other and not other <= own


def _names_the_person(topic: Topic, other: Topic) -> bool:
    """Whether the sentence of a claim names the person of an age by the same word."""
    person = topic.core.bearer
    if person is None:
        return False
    return topic.vocabulary.language.concept[fold(person.text.split()[-1])] in other.sentence_concepts


def _is_older(one: Topic, two: Topic) -> bool:
    """Whether a report is of an earlier day than another one, where both have one."""
    days = [topic.vocabulary.anchor(topic.claim.document) for topic in (one, two)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def is_about_the_same(alignment: Alignment, topic: Topic, context: JudgementContext) -> bool:
    """Whether a claim with another value states the same measure of the same bearer, or stands in a near copy."""
    if topic.family == "quote":
        from factcheck.kinds.quotation.utterance import one_utterance

        turned = alignment.comparison.difference is Difference.NEGATION_CUT and alignment.score >= TURNED
        here, there = as_named(topic), as_named(alignment.topic)
        return turned or one_utterance(here, there, alignment.comparison, context.ruleset)
    if topic.claim.kind == "age" and is_of_another(topic, alignment.topic):
        return False
    slipped = _is_slip_of_the_unit(topic, alignment)
    if not slipped and contrast(topic, alignment.topic) is not None:
        return False
    if slipped or _is_age_of_one(topic, alignment):
        return True
    found = slots_of(topic, alignment.topic)
    if topic.family == "date":
        return is_one_happening(alignment, topic, found, is_slip=_is_near_miss(topic, alignment))
    if found.of("when") is SlotRelation.CONFLICTING:
        return False
    same = found.agreement
    if _is_near_miss(topic, alignment) and (
        same or alignment.score >= _STRONG_CONTEXT or is_rare(topic.claim) or topic.claim.kind == "time"
    ):
        return True
    if found.of_other_accounts:
        return False
    if near_copies(topic, alignment.topic):
        return True
    if found.conflicts:
        return False
    if found.counts_a_fate and same and alignment.comparison.difference in NEAR_MISSES:
        return True
    return _is_enough(same, alignment)


def _is_enough(same: int, alignment: Alignment) -> bool:
    return same >= _SAME_SLOTS or (same > 0 and alignment.score >= _STRONG_CONTEXT)


def states_the_fact(alignment: Alignment, topic: Topic) -> bool:
    """Whether a source that has the draft's value says it of the same fact: an error shows it as well.

    It asks for as much as a contradiction does.
    """
    if topic.family == "quote" or near_copies(topic, alignment.topic):
        return True
    found = slots_of(topic, alignment.topic)
    return not found.conflicts and _is_enough(found.agreement, alignment)


def of_the_words(
    support: Sequence[Alignment], against: Alignment, topic: Topic, context: JudgementContext
) -> Sequence[Alignment]:
    """The support that speaks of what a source has otherwise; of a quotation that has the words in question."""
    if topic.family != "quote":
        return support
    from factcheck.kinds.quotation.utterance import has_words_changed

    return [a for a in support if has_words_changed(a.topic.value, topic.value, against.topic.value, context.ruleset)]


def contradicts(worst: Alignment, best: float, topic: Topic, limits: dict[str, Any]) -> bool:
    """Whether another value of the same statement outweighs the surest support, whose score is `best`."""
    if worst.score < least_suspicion(topic, limits):
        return False
    if topic.family == "quote":
        return worst.score > best
    if worst.comparison.difference is not Difference.STATED_OTHERWISE and _other_grain(topic.value, worst.topic.value):
        return False
    return worst.score > best


def least_suspicion(topic: Topic, limits: dict[str, Any]) -> float:
    """The score below which another value contradicts nothing, whatever it measures."""
    least: float = limits["join_quote_different" if topic.family == "quote" else "contradict"]
    return least


def suspicion(alignment: Alignment, topic: Topic, limits: dict[str, Any]) -> float:
    """The score of a contradiction: a near miss of a telling figure is evidence for a slip by itself."""
    sure = float(limits["contradict"])
    if _is_age_of_one(topic, alignment):
        return max(alignment.score, sure)
    if _is_slip_of_a_long_figure(topic, alignment):
        return max(alignment.score + float(limits["near_miss"]), sure)
    if _is_alone_in_a_twin(topic, alignment) or _is_slip_of_the_unit(topic, alignment):
        return max(alignment.score, sure)
    near = _is_near_miss(topic, alignment)
    return min(1.0, alignment.score + limits["near_miss"]) if near else alignment.score


def _is_alone_in_a_twin(topic: Topic, alignment: Alignment) -> bool:
    """Whether two figures stand in sentences of nearly the same words, in any order, each as the only one of its kind.

    Then one stands for the other, however little of the words is near them; a slot that conflicts says otherwise, but
    for the state, which such sentences may word in two ways ("want to pass", "would cost").
    """
    other = alignment.topic
    if topic.family in ("date", "quote") or alignment.comparison.relation != "different":
        return False
    if not are_twins(topic, other) or incompatibility(topic, other):
        return False
    if any(each.name != "state" for each in slots_of(topic, other).conflicts):
        return False
    return _is_alone(topic) and _is_alone(other)


def _is_alone(topic: Topic) -> bool:
    """Whether a figure is the only one of its sentence that it may be compared with."""
    return sum(family(each) == topic.family for each in topic.vocabulary.figures(topic.claim)) == 1


def _is_age_of_one(topic: Topic, alignment: Alignment) -> bool:
    """Whether two ages are of one person: of one name, or of one role and as near as a slip of the pen.

    Whose age it is says all: what else is said of the person does not matter.
    """
    if topic.claim.kind != "age":
        return False
    if are_surely_one(topic, alignment.topic):
        return True
    mine, theirs = topic.core.bearer, alignment.topic.core.bearer
    if mine is None or theirs is None:
        return False
    if set(mine.concepts).isdisjoint(theirs.concepts):
        return False
    surname = mine.text.split()[-1]
    of_one_name = surname[:1].isupper() and surname == theirs.text.split()[-1]
    return of_one_name or alignment.comparison.difference in NEAR_MISSES


def _is_slip_of_a_long_figure(topic: Topic, alignment: Alignment) -> bool:
    """Whether a figure of many digits differs as a slip does: few words in common are enough for such a figure."""
    digits = _SLIPS.get(alignment.comparison.difference)
    number = topic.value.number if isinstance(topic.value, Quantity) else None
    if digits is None or number is None or alignment.score < _SOME_CONTEXT:
        return False
    found = slots_of(topic, alignment.topic)
    return len(number.normalize().as_tuple().digits) >= digits and not found.conflicts and not found.of_other_accounts


def _is_slip_of_the_unit(topic: Topic, alignment: Alignment) -> bool:
    """Whether a measurement has the digits of a source's in another unit of the same dimension: "18.2 megawatts" for
    gigawatts. Three digits are hardly shared by chance; fewer must stand in the same context.
    """
    if topic.claim.kind != "quantity" or alignment.comparison.difference is not Difference.UNIT_CHANGED:
        return False
    one, two = topic.value, alignment.topic.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.number is None:
        return False
    dimensions = {
        base[0] if (base := base_of(each.unit or "", topic.vocabulary.ruleset)) else None for each in (one, two)
    }
    digits = len(one.number.normalize().as_tuple().digits)
    return len(dimensions) == 1 and (digits >= _TELLING_DIGITS or (digits > 1 and alignment.score >= _ONE_CONTEXT))


_TELLING_DIGITS = 3
_ONE_CONTEXT = 0.25  # share of the context

# Differences by a slip, and from how many digits on two figures that differ so are hardly two figures.
_SLIPS = {Difference.FACTOR: 2, Difference.DIGITS_TRANSPOSED: 3, Difference.ONE_DIGIT_CHANGED: 3}
_SOME_CONTEXT = 0.12  # share of the context


def _is_near_miss(topic: Topic, alignment: Alignment) -> bool:
    """Whether a telling value differs as a slip of the pen does."""
    difference = alignment.comparison.difference
    short = difference in _DIGIT_SLIPS and _is_short(topic.value) and _is_short(alignment.topic.value)
    if short and not _is_surely_about_the_same(topic, alignment.topic):
        return False
    missed = difference in NEAR_MISSES or _one_part_differs(topic.value, alignment.topic.value)
    return missed and rarity_of_value(topic.claim) != "common"


def _is_surely_about_the_same(a: Topic, b: Topic) -> bool:
    """Whether two claims have two slots in common, stand in one sentence but for a few words, or beside one figure."""
    if near_copies(a, b) or slots_of(a, b).agreement >= _SAME_SLOTS:
        return True
    return any(word[0] == "#" and len(word) > _LONG for word in a.weights.keys() & b.weights.keys())


_DIGIT_SLIPS = (Difference.ONE_DIGIT_CHANGED, Difference.DIGITS_TRANSPOSED)


def _is_short(value: Value) -> bool:
    """Whether a figure has one digit or two: any two such figures are a digit or two apart."""
    number = value.number if isinstance(value, Quantity) else None
    return number is not None and len(number.normalize().as_tuple().digits) < _LONG


_LONG = 3  # digits from which a digit that differs is more likely a slip than another figure


def _one_part_differs(a: Value, b: Value) -> bool:
    """Whether two dates name one day, month, quarter or end of two years, or two quarters of one year.

    Two bare years may be of anything.
    """
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression) or not a.timex or not b.timex:
        return False
    if a.timex[:6] == b.timex[:6] and a.timex[4:6] == "-Q":
        return a.timex != b.timex
    named = a.timex[4:5] == "-" or (a.mod is not None and a.mod == b.mod)
    return named and a.timex[4:] == b.timex[4:] and a.timex[:4] != b.timex[:4]


def _other_grain(a: Value, b: Value) -> bool:
    """Whether one date names a day and the other a month or a year: "July" is not refuted by "2018"."""
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression):
        return False
    grains = [value.timex[:10].count("-") if value.timex and value.timex[0].isdigit() else -1 for value in (a, b)]
    return grains[0] != grains[1] and -1 not in grains


_BAND = "quantity/digits"  # "single digits" name no end of their range


def best_support(support: Sequence[Alignment], worst: Alignment, limits: dict[str, Any]) -> float:
    """The surest support: an equal rare figure is evidence by itself, unless it stands in the sentence that
    contradicts: there the places of the figures decide, and two may be swapped.
    """
    best = 0.0
    # The nearer the contradiction is to a twin of the sentence, the less an equal figure excuses it.
    excuse = min(1.0, (1.0 - worst.score) / limits["twin"])
    for each in support:
        end = each.comparison.difference is Difference.END_OF_RANGE and each.topic.claim.rule != _BAND
        equal_clock = each.comparison.difference is Difference.SAME_CLOCK
        if each.comparison.relation != "same" and not end and not equal_clock:
            # A wider figure or a coarser date agrees with much: it says less than one that differs as precisely.
            score = each.score * limits["wider"] + limits["margin"]
        elif one_sentence(each.topic, worst.topic):
            score = each.score + limits["margin"] * excuse
        else:
            equal = limits[f"equal_{rarity_of_value(each.topic.claim)}"]
            score = each.score + limits["margin"] + equal * excuse
        best = max(best, score)
    return best
