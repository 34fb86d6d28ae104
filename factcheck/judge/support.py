"""Whether a source's claim states what a draft's claim says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from factcheck.align import Alignment, Topic, implied, is_rare, topic_score
from factcheck.align.bearers import are_of_two
from factcheck.align.implied import Implied, reckoned_beside
from factcheck.align.precision import is_narrow, states
from factcheck.align.slots import SlotRelation, are_twins, core_slots_of
from factcheck.align.topic import family, value_key
from factcheck.judge.context import ClaimAlignments, JudgementContext, evidence_from, finding_at, shorten
from factcheck.judge.dates import confirms
from factcheck.judge.measures import is_another_rank, is_of_another_event, is_told_in_other_words
from factcheck.judge.source_words import is_of_prose
from factcheck.judge.unsupported import worth_a_source
from factcheck.model import (
    Claim,
    Comparison,
    Difference,
    Finding,
    Judged,
    Quantity,
    Severity,
)
from factcheck.text.folding import fold


def states_outright(each: Alignment) -> bool:
    """Whether a draft states what a source does; a date or a bound that only holds it, or another unit, does not."""
    if each.comparison.relation != "consistent":
        return each.comparison.relation == "same"
    value = each.topic.claim.value
    return (
        isinstance(value, Quantity)
        and value.bound not in ("above", "below")
        and each.comparison.difference is not Difference.CONVERTED
    )


def supports(alignment: Alignment, topic: Topic, limits: dict[str, Any]) -> bool:
    """Whether a source's claim with an equal or compatible value speaks of the draft's claim surely enough."""
    if alignment.comparison.relation not in ("same", "consistent"):
        return False
    if topic.family == "quote":
        return not _is_scrap(alignment.topic.claim, topic.claim) and not is_of_prose(alignment)
    if is_another_rank(alignment, topic):
        return False
    if topic.claim.kind == "age" and are_of_two(topic, alignment.topic):
        return False
    # The same words with a figure in them ("28 minutes later") say as much as a rare figure.
    verbatim = fold(topic.claim.text) == fold(alignment.topic.claim.text) and len(topic.claim.text.split()) > 2
    least = limits["support"] if verbatim or is_rare(topic.claim) else limits["support_common"]
    sure = bool(alignment.score >= least)
    # What reads both sentences stands last.
    if topic.family == "date":
        return sure and not is_of_another_event(alignment, topic) and confirms(alignment, topic)
    return (sure or is_told_in_other_words(alignment, topic)) and not is_of_another_event(alignment, topic)


def _is_scrap(part: Claim, whole: Claim) -> bool:
    """Whether a source quotes a word or two of a long quotation: they stand in many, and confirm none."""
    words = len(part.text.split())
    return words <= _SCRAP and words * _TIMES_A_SCRAP <= len(whole.text.split())


_SCRAP = 2  # words
_TIMES_A_SCRAP = 3  # so many times as long is a quotation of which they are a scrap


_RECKONED = ("percent", "ratio", "duration")  # kinds that a reader reckons from two figures


def implied_verdict(
    topic: Topic, context: JudgementContext, against: Alignment | None = None
) -> tuple[Judged, list[Finding]] | None:
    """The verdict on a claim that no source states and two claims of a source give together.

    `against` is a claim that contradicts it: what is reckoned stands against it only where it is one of the two, or of
    another measure.
    """
    claim = topic.claim
    if not context.pairs or not (claim.kind in _RECKONED or worth_a_source(topic, context.stated)):
        return None
    found = implied(topic, context.pairs, context.settings()["implied"], context.ruleset)
    if found is None or (against is not None and _is_stronger(against, topic, found)):
        return None
    reason = f"implied by the source: {found.reason}"
    both = [
        Alignment(each, topic_score(topic, each), Comparison("consistent", Difference.IMPLIED, reason))
        for each in found.by
    ]
    origins = context.witnesses([each.claim for each in found.by])
    evidence = evidence_from(topic, both, context)
    note = finding_at("single-source", Severity.note, f"{shorten(claim.text)}: {reason}", claim, evidence)
    return Judged(claim, "single", origins, reason, evidence), [note]


def reckoned_verdict(
    topic: Topic, others: Sequence[ClaimAlignments], context: JudgementContext
) -> tuple[Judged, list[Finding]] | None:
    """The verdict on a share or a change that two figures of its own sentence give, both of which the sources have."""
    claim, limits = topic.claim, context.settings()
    beside = {
        other.order: (other, found)
        for other, found in others
        if other.claim.document == claim.document and other.claim.sentence == claim.sentence
    }
    for found in reckoned_beside(topic, [other for other, _ in beside.values()], context.ruleset):
        stated = [_surest_equal(*beside[each.order], limits) for each in found.by]
        both = [each for each in stated if each is not None]
        if len(both) < len(stated):
            continue
        reason = f"reckoned from the draft's own figures: {found.reason}"
        both = [replace(each, comparison=Comparison("consistent", Difference.IMPLIED, reason)) for each in both]
        origins = context.witnesses([each.topic.claim for each in both])
        evidence = evidence_from(topic, both, context)
        note = finding_at("single-source", Severity.note, f"{shorten(claim.text)}: {reason}", claim, evidence)
        return Judged(claim, "single", origins, reason, evidence), [note]
    return None


def _surest_equal(topic: Topic, found: Sequence[Alignment], limits: dict[str, Any]) -> Alignment | None:
    """The source's claim that surely gives a figure of the draft; None where none does."""
    equal = (
        each
        for each in found
        if supports(each, topic, limits) and states(topic.value, each.topic.value, each.comparison)
    )
    return max(equal, key=lambda a: (a.score, -a.topic.order), default=None)


def _is_stronger(against: Alignment, topic: Topic, found: Implied) -> bool:
    """Whether a source that states another value outright says more than two of its figures that give the draft's."""
    if any(each.order == against.topic.order for each in found.by):
        return _stands_for(topic, against.topic, found)
    return core_slots_of(topic, against.topic).of("measure") is not SlotRelation.CONFLICTING


def is_total(topic: Topic) -> bool:
    """Whether a draft's clause says that a figure is what several come to together."""
    reader = topic.vocabulary.reader(topic.claim.document)
    clause = reader.clause(topic.claim)
    phrases = reader.tokens.language.phrases("summing")
    return any(True for _ in phrases.find(reader.tokens, clause.first, clause.stop))


def _stands_for(topic: Topic, against: Topic, found: Implied) -> bool:
    """Whether a draft's figure stands in the place of `against`, one of two figures of a sentence: the draft has the
    other one beside it in the same words, and says nothing of how far the two are apart.
    """
    other = next((each for each in found.by if each.order != against.order), None)
    if other is None or topic.claim.kind in _RECKONED or topic.statement.change is not None:
        return False
    beside = topic.vocabulary.figures(topic.claim)
    if not any(value_key(each.value) == other.key and family(each) == other.family for each in beside):
        return False
    return are_twins(topic, against)


def _made_exact(topic: Topic, support: Sequence[Alignment]) -> str | None:
    """The draft has "exactly 600" where its sources all estimate: "around 600"."""
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.hedge is None or value.bound is not None:
        return None
    if not support or any(getattr(each.topic.claim.value, "bound", None) != "about" for each in support):
        return None
    source = max(support, key=lambda a: a.score).topic.claim
    return f"bound changed: “{topic.claim.text}”, where {source.document} has “{source.text}”"


def bound_changed(topic: Topic, support: Sequence[Alignment]) -> str | None:
    """The draft bounds a figure ("more than 500") that its sources only give or estimate ("about 500").

    "Nearly" and "roughly" a ratio are the same: who writes "nearly twice" has counted no more than "roughly double".
    """
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.number is None:
        return None
    if value.bound not in ("above", "below"):
        return _made_exact(topic, support)
    if topic.claim.kind == "ratio" and is_narrow(value):
        return None
    same = [
        a for a in support if isinstance(a.topic.claim.value, Quantity) and a.topic.claim.value.number == value.number
    ]
    if len(same) < len(support) or any(getattr(a.topic.claim.value, "bound", None) == value.bound for a in same):
        return None
    source = max(same, key=lambda a: a.score).topic.claim
    return f"bound changed: “{topic.claim.text}”, where {source.document} has “{source.text}”"
