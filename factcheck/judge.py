"""Cluster → verdict and reason; a draft's claim beside its sources → verdict and finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factcheck.align import Alignment, Topic, align, implied, is_rare, joins, one_sentence, rarity_of_value, topic_score
from factcheck.align.precision import states
from factcheck.align.slots import SlotRelation, near_copies, slots_of
from factcheck.align.stated import as_the_draft_has_it, counts_back, states_a_day
from factcheck.kinds.quotation import leaves_out, one_utterance
from factcheck.model import (
    NEAR_MISSES,
    Claim,
    Cluster,
    Comparison,
    Difference,
    Document,
    Evidence,
    Finding,
    Judged,
    Quantity,
    Quotation,
    Severity,
    TimeExpression,
    Value,
    Verdict,
)
from factcheck.origin import Origins
from factcheck.origin.authority import common_authority
from factcheck.origin.index import root_of
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_MOST_PAIRS = 400
_MOST_EVIDENCE = 5


class JudgementContext(Struct, frozen=True):
    """What a judgement needs beside the claims: the documents, who copies whom, the rules.

    `pairs` are the figures, and the dates, that one sentence of a source states side by side: what they give together
    is implied.
    """

    documents: Mapping[str, Document]
    origins: Origins
    ruleset: Ruleset
    min_origins: int = 2
    drafts: Mapping[str, Document] = {}
    min_origins_by_kind: Mapping[str, int] = {}
    pairs: Sequence[tuple[Topic, Topic]] = ()

    def least(self, claim: Claim) -> int:
        """How many independent origins confirm a claim of that kind."""
        return self.min_origins_by_kind.get(claim.kind, self.min_origins)

    def settings(self) -> dict[str, Any]:
        """The limits of alignment."""
        found: dict[str, Any] = self.ruleset.setting("align")
        return found

    def sentence(self, claim: Claim) -> str:
        """The claim's sentence as it stands in its document."""
        return self.documents[claim.document].text[claim.sentence.start : claim.sentence.end]

    def witnesses(self, claims: Sequence[Claim]) -> int:
        """How many independent origins the claims come from."""
        return self.origins.count((claim.document, claim.article) for claim in claims)


def judge_cluster(number: int, members: Sequence[Topic], context: JudgementContext) -> Cluster:
    """The verdict on claims that speak of one fact."""
    claims = tuple(topic.claim for topic in members)
    origins = context.witnesses(claims)
    verdict, reason = _verdict(members, origins, context)
    return Cluster(f"c{number}", about(claims), claims[0].kind, verdict, origins, reason, claims)


def _verdict(members: Sequence[Topic], origins: int, context: JudgementContext) -> tuple[Verdict, str]:
    claims = [topic.claim for topic in members]
    held = ""
    parents = {topic.order: topic.order for topic in members}
    for a, b in islice(combinations(members, 2), _MOST_PAIRS):
        alignment = align(a, b, context.ruleset)
        found = alignment.comparison
        # Two claims may stand in one cluster by a third; they differ when they are themselves near enough.
        if found.relation == "different" and joins(alignment, a, context.settings()):
            how = f"{found.wording}: " if found.wording else ""
            course = _course(a, b, context)
            return "differ", course.reason if course else f"{how}{found.reason}"
        if found.relation == "held":
            held = found.reason
        elif found.relation != "different":
            parents[root_of(parents, a.order)] = root_of(parents, b.order)
    # Two that cannot be compared still agree where each agrees with a third.
    if held and len({root_of(parents, order) for order in parents}) > 1:
        return "held", held
    if origins >= 2:
        return "agree", _agreed(origins, claims, context)
    if len({claim.document for claim in claims}) > 1:
        return "single", "the documents that say so share one origin"
    return "single", "one document says so"


def _agreed(origins: int, claims: Sequence[Claim], context: JudgementContext) -> str:
    """How many origins agree, and that they all rest on one authority's word where they do."""
    authority = None
    if not isinstance(claims[0].value, Quotation):
        authority = common_authority([context.sentence(claim) for claim in claims], context.ruleset)
    on = f", all on the word of {authority}" if authority else ""
    return f"{origins} independent origins agree{on}"


class _Course(Struct, frozen=True):
    """How a count that only grows went on from one report to a later one: it rises, or `falls` and needs a look."""

    falls: bool
    reason: str


def _course(a: Topic, b: Topic, context: JudgementContext) -> _Course | None:
    """What the later of two reports makes of a count that only grows: a toll rises, and neither report was wrong in its
    day; one that falls needs a look.
    """
    first, second = context.documents[a.claim.document].anchor, context.documents[b.claim.document].anchor
    if first is None or second is None or first == second or a.claim.kind not in ("count", "number"):
        return None
    if not context.ruleset.words("cumulative").keys() & a.weights.keys() & b.weights.keys():
        return None
    early, late = (a, b) if first < second else (b, a)
    before, after = _number(early.claim.value), _number(late.claim.value)
    if not before or not after or before == after:
        return None
    shown = f"{before:f} on {min(first, second)}, {after:f} on {max(first, second)}"
    if after > before:
        return _Course(falls=False, reason=f"a later report supersedes: {shown}")
    return _Course(falls=True, reason=f"a count that only grows falls in a later report: {shown}")


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


ClaimAlignments = tuple[Topic, Sequence[Alignment]]


def judge_claims(asked: Sequence[ClaimAlignments], context: JudgementContext) -> list[tuple[Judged, list[Finding]]]:
    """The verdict on each claim of a draft, and what there is to tell the user; `asked` are its alignments."""
    ready = [(topic, [as_the_draft_has_it(a, topic, context.ruleset) for a in found]) for topic, found in asked]
    together: dict[tuple[object, ...], list[ClaimAlignments]] = {}
    for topic, found in ready:
        together.setdefault(_figures_of(topic), []).append((topic, found))
    return [judge_claim(topic, found, context, together[_figures_of(topic)]) for topic, found in ready]


def _figures_of(topic: Topic) -> tuple[object, ...]:
    """Where a claim stands and what it is: the figures of one kind in one sentence are judged with each other."""
    claim = topic.claim
    return claim.document, claim.sentence.start, topic.family


def judge_claim(
    topic: Topic, alignments: Sequence[Alignment], context: JudgementContext, beside: Sequence[ClaimAlignments] = ()
) -> tuple[Judged, list[Finding]]:
    """The verdict on a draft's claim; `beside` are the alignments of the figures of its sentence."""
    limits = context.settings()
    agreeing = [a for a in alignments if _supports(a, topic, limits)]
    support = [a for a in agreeing if topic.family == "quote" or states(topic.value, a.topic.value, a.comparison)]
    compatible = [a for a in agreeing if a not in support]
    against = [
        a
        for a in alignments
        if a.comparison.relation == "different"
        and not _taken(a, topic, support, beside)
        and _is_about_the_same(a, topic, context)
        and not _has_own_figure(a, topic, alignments)
    ]
    against = [replace(a, score=_suspicion(a, topic, limits)) for a in against]
    newer = max((a for a in against if _risen(topic, support, a, context)), key=lambda a: a.score, default=None)
    if newer is not None:
        return _overtaken(topic, newer, support, context)
    against = [a for a in against if not _outdated(support, a, context)]
    worst = max(against, key=lambda a: a.score, default=None)
    if worst is not None and _contradicts(worst, _best(support, worst, limits), topic, limits):
        # A figure of its own that two of the source's give is no other reading of one of them.
        own = worst.comparison.difference not in NEAR_MISSES and rarity_of_value(topic.claim) != "common"
        found = _implied(topic, context) if own else None
        return found or _differs(topic, worst, support, context)
    if (swapped := _swapped(topic, alignments, beside, limits)) is not None:
        return _differs(topic, swapped, support, context)
    if support:
        return _supported(topic, support, context)
    if (found := _implied(topic, context)) is not None:
        return found
    held = [a for a in alignments if a.comparison.relation == "held" and a.score >= limits["contradict"]]
    back = counts_back(topic.claim, context.ruleset)
    if held or (_is_held(topic.claim) and not back and not states_a_day(topic.claim.value)):
        reason = held[0].comparison.reason if held else _is_held(topic.claim)
        evidence = _evidence(held, context)
        return Judged(topic.claim, "held", 0, reason or "cannot be compared", evidence), []
    doubted = any(a.comparison.relation == "different" and a.score >= limits["contradict"] for a in alignments)
    return _unsupported(topic, compatible, alignments, context, asked=back or (doubted and topic.family != "quote"))


def _risen(topic: Topic, support: Sequence[Alignment], other: Alignment, context: JudgementContext) -> bool:
    """Whether the draft has a toll as sources gave it, all of them older than one with a higher toll."""
    if other.score < context.settings()["contradict"] or _number(topic.claim.value) >= _number(other.topic.claim.value):
        return False
    stated = [each for each in support if _number(each.topic.claim.value) == _number(topic.claim.value)]
    return bool(stated) and all(_rises(each.topic, other.topic, context) for each in stated)


def _outdated(support: Sequence[Alignment], other: Alignment, context: JudgementContext) -> bool:
    """Whether a source that differs only gave the toll of an earlier day."""
    return any(_rises(other.topic, each.topic, context) for each in support)


def _rises(early: Topic, late: Topic, context: JudgementContext) -> bool:
    """Whether the second of two counts of what only grows is the higher and the later one."""
    course = _course(early, late, context)
    return course is not None and not course.falls and _number(early.claim.value) < _number(late.claim.value)


def _number(value: Value) -> Decimal:
    number = (value.number or value.low) if isinstance(value, Quantity) else None
    return number or Decimal(0)


def _overtaken(
    topic: Topic, newer: Alignment, support: Sequence[Alignment], context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    """The draft has the toll of an older report."""
    claim, source = topic.claim, newer.topic.claim
    courses = [_course(each.topic, newer.topic, context) for each in support]
    reason = next((course.reason for course in courses if course is not None), "a later report supersedes")
    evidence = _evidence([newer, *support], context)
    message = f"“{shorten(claim.text)}” is overtaken: {source.document} has “{shorten(source.text)}”"
    finding = _finding("superseded", Severity.warning, message, claim, evidence)
    return Judged(claim, "differ", context.witnesses([source]), reason, evidence), [finding]


def _taken(against: Alignment, topic: Topic, support: Sequence[Alignment], beside: Sequence[ClaimAlignments]) -> bool:
    """Whether another figure of the sentence states what the source's claim says, and this one stands there as well:
    then nothing is contradicted, though the two may be swapped.
    """
    order = against.topic.order
    if not any(one_sentence(each.topic, against.topic) for each in support):
        return False
    return any(
        each.topic.order == order and _states(each) for other, found in beside if other is not topic for each in found
    )


def _states(each: Alignment) -> bool:
    """Whether a draft states what a source does; a date or a bound that only holds it, or another unit, does not."""
    if each.comparison.relation != "consistent":
        return each.comparison.relation == "same"
    value = each.topic.claim.value
    return (
        isinstance(value, Quantity)
        and value.bound not in ("above", "below")
        and each.comparison.difference is not Difference.CONVERTED
    )


def _swapped(
    topic: Topic, alignments: Sequence[Alignment], beside: Sequence[ClaimAlignments], limits: dict[str, Any]
) -> Alignment | None:
    """The source's claim that shows a figure changed places with another of its sentence.

    Two figures are swapped when each stands better where the sources have the other, by `swapped` in all.
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
        if crossed.score > kept and crossed.score + back >= kept + max(theirs.values()) + limits["swapped"]:
            how = f"{topic.claim.text} and {other.claim.text} stand the other way round in the source"
            return replace(crossed, comparison=Comparison("different", Difference.FIGURES_SWAPPED, how))
    return None


def _supports(alignment: Alignment, topic: Topic, limits: dict[str, Any]) -> bool:
    if alignment.comparison.relation not in ("same", "consistent"):
        return False
    if topic.family == "quote":
        return True
    # The same words with a figure in them ("28 minutes later") say as much as a rare figure.
    verbatim = fold(topic.claim.text) == fold(alignment.topic.claim.text) and len(topic.claim.text.split()) > 2
    least = limits["support"] if verbatim or is_rare(topic.claim) else limits["support_common"]
    return bool(alignment.score >= least)


def _has_own_figure(against: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> bool:
    """Whether the source's sentence gives the draft's own figure as well, of the same measure, bearer or happening.

    In a near copy the place of a figure tells which of the two is meant.
    """
    if topic.family == "quote" or near_copies(topic, against.topic):
        return False
    for each in alignments:
        if each.score < against.score * _COMPARABLE:
            continue
        if each.comparison.relation == "same" and one_sentence(each.topic, against.topic):
            found = slots_of(topic, each.topic)
            if any(found.of(name) is SlotRelation.SAME for name in ("measure", "bearer", "event")):
                return True
    return False


def _is_about_the_same(alignment: Alignment, topic: Topic, context: JudgementContext) -> bool:
    """Whether a claim with another value states the same measure of the same bearer, or stands in a near copy."""
    if topic.family == "quote":
        return near_copies(topic, alignment.topic) or one_utterance(
            topic.value, alignment.topic.value, alignment.comparison, context.ruleset
        )
    found = slots_of(topic, alignment.topic)
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
    return same >= _SAME_SLOTS or (same > 0 and alignment.score >= _STRONG_CONTEXT)


def _contradicts(worst: Alignment, best: float, topic: Topic, limits: dict[str, Any]) -> bool:
    if topic.family == "quote":
        return worst.score >= limits["join_quote_different"] and worst.score > best
    if worst.score < limits["contradict"]:
        return False
    if worst.comparison.difference is not Difference.STATED_OTHERWISE and _other_grain(topic.value, worst.topic.value):
        return False
    return worst.score > best


def _suspicion(alignment: Alignment, topic: Topic, limits: dict[str, Any]) -> float:
    """The score of a contradiction: a near miss of a telling figure is evidence for a slip by itself."""
    near = _is_near_miss(topic, alignment)
    return min(1.0, alignment.score + limits["near_miss"]) if near else alignment.score


def _is_near_miss(topic: Topic, alignment: Alignment) -> bool:
    """Whether a telling value differs as a slip of the pen does."""
    missed = alignment.comparison.difference in NEAR_MISSES or _one_part_differs(topic.value, alignment.topic.value)
    return missed and rarity_of_value(topic.claim) != "common"


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


def _best(support: Sequence[Alignment], worst: Alignment, limits: dict[str, Any]) -> float:
    """The surest support: an equal rare figure is evidence by itself, unless it stands in the sentence that
    contradicts: there the places of the figures decide, and two may be swapped.
    """
    best = 0.0
    # The nearer the contradiction is to a twin of the sentence, the less an equal figure excuses it.
    excuse = min(1.0, (1.0 - worst.score) / limits["twin"])
    for each in support:
        end = each.comparison.difference is Difference.END_OF_RANGE and each.topic.claim.rule != _BAND
        if each.comparison.relation != "same" and not end:
            # A wider figure or a coarser date agrees with much: it says less than one that differs as precisely.
            score = each.score * limits["wider"] + limits["margin"]
        elif one_sentence(each.topic, worst.topic):
            score = each.score + limits["margin"] * excuse
        else:
            equal = limits[f"equal_{rarity_of_value(each.topic.claim)}"]
            score = each.score + limits["margin"] + equal * excuse
        best = max(best, score)
    return best


def _is_held(claim: Claim) -> str | None:
    return None if isinstance(claim.value, Quotation) else claim.value.held


def _evidence(alignments: Sequence[Alignment], context: JudgementContext) -> tuple[Evidence, ...]:
    ranked = sorted(alignments, key=lambda a: (-a.score, a.topic.order))[:_MOST_EVIDENCE]
    return tuple(
        Evidence(
            claim=a.topic.claim,
            relation=a.comparison.relation,
            quote=context.sentence(a.topic.claim),
            reason=a.comparison.reason,
            score=round(a.score, 3),
        )
        for a in ranked
    )


def _supported(topic: Topic, support: Sequence[Alignment], context: JudgementContext) -> tuple[Judged, list[Finding]]:
    claim = topic.claim
    origins = context.witnesses([a.topic.claim for a in support])
    evidence = _evidence(support, context)
    if origins >= context.least(claim):
        return Judged(
            claim, "agree", origins, _agreed(origins, [a.topic.claim for a in support], context), evidence
        ), []
    documents = len({a.topic.claim.document for a in support})
    reason = "one source says so" if documents < 2 else f"{documents} sources say so, all of one origin"
    judged = Judged(claim, "single", origins, reason, evidence)
    name = "single-source" if documents < 2 else "copied-not-confirmed"
    found = [_finding(name, Severity.note, f"{shorten(claim.text)}: {reason}", claim, evidence)]
    if bound := _bound_changed(topic, support):
        found = [_finding("number-differs", Severity.warning, bound, claim, evidence)]
    return judged, found


_RECKONED = ("percent", "ratio", "duration")  # kinds that a reader reckons from two figures


def _implied(topic: Topic, context: JudgementContext) -> tuple[Judged, list[Finding]] | None:
    """The verdict on a claim that no source states and two claims of a source give together."""
    claim = topic.claim
    if not context.pairs or not (claim.kind in _RECKONED or worth_a_source(topic)):
        return None
    found = implied(topic, context.pairs, context.settings()["implied"], context.ruleset)
    if found is None:
        return None
    reason = f"implied by the source: {found.reason}"
    both = [
        Alignment(each, topic_score(topic, each), Comparison("consistent", Difference.IMPLIED, reason))
        for each in found.by
    ]
    origins = context.witnesses([each.claim for each in found.by])
    evidence = _evidence(both, context)
    note = _finding("single-source", Severity.note, f"{shorten(claim.text)}: {reason}", claim, evidence)
    return Judged(claim, "single", origins, reason, evidence), [note]


def _bound_changed(topic: Topic, support: Sequence[Alignment]) -> str | None:
    """The draft bounds a figure ("more than 500") that its sources only give or estimate ("about 500")."""
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.bound not in ("above", "below") or value.number is None:
        return None
    same = [
        a for a in support if isinstance(a.topic.claim.value, Quantity) and a.topic.claim.value.number == value.number
    ]
    if len(same) < len(support) or any(getattr(a.topic.claim.value, "bound", None) == value.bound for a in same):
        return None
    source = max(same, key=lambda a: a.score).topic.claim
    return f"bound changed: “{topic.claim.text}”, where {source.document} has “{source.text}”"


def _differs(
    topic: Topic, worst: Alignment, support: Sequence[Alignment], context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    claim, source, comparison = topic.claim, worst.topic.claim, worst.comparison
    evidence = _evidence([worst, *support], context)
    how = "" if comparison.difference in _SAYS_NOTHING else f"{comparison.wording}: "
    message = f"{how}“{shorten(claim.text)}”, where {source.document} has “{shorten(source.text)}”"
    if comparison.difference is Difference.OTHER_SPEAKER:
        message = f"“{shorten(claim.text)}”: {_speaker(claim)} here, {_speaker(source)} in {source.document}"
    judged = Judged(claim, "differ", context.witnesses([source]), f"{how}{comparison.reason}", evidence)
    name, severity = _name(claim, comparison.difference), Severity.error
    if (fall := _fall(worst, support, context)) is not None:
        severity, message = Severity.warning, f"{message}: {fall}"
        judged = replace(judged, reason=fall)
    if comparison.difference is Difference.TRIMMED_UNMARKED and _leaves_out(claim.value, source.value, context):
        name, severity = "quote-trimmed-unmarked", Severity.note
    finding = _finding(name, severity, message, claim, evidence)
    if name == "quote-misattributed":
        finding = _at_speaker(finding, claim, context)
    return judged, [finding]


def _fall(worst: Alignment, support: Sequence[Alignment], context: JudgementContext) -> str | None:
    """That the draft has the newest toll, and an older report a higher one."""
    courses = [_course(each.topic, worst.topic, context) for each in support if each.comparison.relation == "same"]
    return next((course.reason for course in courses if course is not None and course.falls), None)


# What the two texts side by side say already.
_SAYS_NOTHING = frozenset(
    (
        Difference.NONE,
        Difference.ANOTHER_NUMBER,
        Difference.ANOTHER_RANGE,
        Difference.ANOTHER_ESTIMATE,
        Difference.ANOTHER_BOUND,
    )
)


def _speaker(claim: Claim) -> str:
    return (claim.value.speaker if isinstance(claim.value, Quotation) else None) or "nobody"


def _leaves_out(draft: Value, source: Value, context: JudgementContext) -> bool:
    return isinstance(draft, Quotation) and isinstance(source, Quotation) and leaves_out(draft, source, context.ruleset)


_NEAR = 160  # code points around a quotation in which its speaker is named


def _at_speaker(finding: Finding, claim: Claim, context: JudgementContext) -> Finding:
    """The finding moved from the quotation to the name that is wrong, where it stands beside it."""
    draft = context.drafts.get(claim.document)
    named = claim.value.named or claim.value.speaker if isinstance(claim.value, Quotation) else None
    if draft is None or not named:
        return finding
    at = draft.text.find(named, claim.end, claim.end + _NEAR)
    if at < 0:
        at = draft.text.rfind(named, max(0, claim.start - _NEAR), claim.start)
    if at < 0:
        return finding
    line, column = draft.places.at(at)
    return replace(finding, start=at, end=at + len(named), line=line, column=column)


def _name(claim: Claim, difference: Difference) -> str:
    if isinstance(claim.value, Quotation):
        return "quote-misattributed" if difference is Difference.OTHER_SPEAKER else "quote-altered"
    if isinstance(claim.value, TimeExpression):
        return "date-differs"
    return "unit-differs" if difference is Difference.UNIT_CHANGED else "number-differs"


def _unsupported(
    topic: Topic,
    compatible: Sequence[Alignment],
    alignments: Sequence[Alignment],
    context: JudgementContext,
    *,
    asked: bool,
) -> tuple[Judged, list[Finding]]:
    """The verdict on a claim that no source states, with what is compatible with it, or the nearest statement."""
    claim = topic.claim
    nearest = [] if compatible else _nearest(topic, alignments)
    evidence = _evidence([*compatible, *nearest], context)
    reason = "no source speaks of it"
    if compatible:
        reason = "a source says less: it neither confirms nor refutes it"
    elif nearest:
        reason = "no source states it; the nearest statement is shown"
    judged = Judged(claim, "unsupported", 0, reason, evidence)
    if not asked and not worth_a_source(topic):
        return judged, []
    name = "quote-not-found" if claim.kind == "quote" else "unsupported"
    message = f"“{shorten(claim.text)}” stands in no source"
    if evidence and claim.kind != "quote":
        shown = evidence[0].claim
        word = "as far as" if compatible else "nearest:"
        message = f"{message}; {word} “{shorten(shown.text)}” in {shown.document}"
    return judged, [_finding(name, Severity.warning, message, claim, evidence)]


def _nearest(topic: Topic, alignments: Sequence[Alignment]) -> list[Alignment]:
    """The source's statement of the same measure that is nearest in what stands around it."""
    if topic.family == "quote":
        return []
    near = [a for a in alignments if a.comparison.relation == "different" and a.score >= _NEAR_ENOUGH]
    same = [a for a in near if slots_of(topic, a.topic).of("measure") is SlotRelation.SAME]
    best = max(same, key=lambda a: a.score, default=None)
    return [best] if best is not None else []


_SAME_SLOTS = 2  # that agree, so that another value contradicts
_STRONG_CONTEXT = 0.65  # share of the context from which one slot that is the same is enough
_COMPARABLE = 0.5  # share of a contradiction's score from which an equal figure in its sentence excuses it
_NEAR_ENOUGH = 0.15  # share of the context from which another statement is worth showing beside an unsupported claim


def worth_a_source(topic: Topic) -> bool:
    """Whether an editor would ask for the source of a claim: all that carry a value, but for idioms and frames."""
    claim = topic.claim
    value = claim.value
    if isinstance(value, Quotation):
        return value.role == "quotation" and len(value.quote.split()) > 2
    if topic.vocabulary.is_idiom(claim) or _is_small(topic):
        return False
    if not isinstance(value, TimeExpression):
        return value.number is not None or value.low is not None
    if claim.kind in ("date", "time"):
        return topic.vocabulary.names_a_date(claim) or states_a_day(value)
    # "months", "quarterly": of no number
    return bool(
        value.timex and any(char.isdigit() for char in value.timex) and (" " in claim.text or claim.kind == "duration")
    )


def _is_small(topic: Topic) -> bool:
    """Whether a claim is an everyday figure or a frame of time that a source is seldom asked for: "two men"."""
    claim, value = topic.claim, topic.claim.value
    if isinstance(value, TimeExpression):
        dated = any(char.isdigit() for char in claim.text) and value.first is not None
        return claim.kind != "date" or not (dated or states_a_day(value))
    if not isinstance(value, Quantity) or claim.kind in ("money", "percent", "quantity"):
        return False
    if claim.kind in ("ordinal", "age"):
        return not claim.text[:1].isdigit()
    number = value.number if value.number is not None else value.low
    return number is None or abs(number) <= _SMALL


_SMALL = 12  # an unsupported count up to here is not reported


def _finding(rule: str, severity: Severity, message: str, claim: Claim, evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(rule, severity, message, claim.document, claim.start, claim.end, claim.line, claim.column, evidence)


def shorten(text: str, most: int = 80) -> str:
    """A text on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
