"""A draft's claim beside its sources → verdict and finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from factcheck.align import Alignment, Topic, rarity_of_value
from factcheck.align.precision import states
from factcheck.align.stated import as_the_draft_has_it, counts_back
from factcheck.judge.added_words import added_to, added_verdict
from factcheck.judge.context import (
    MOST_EVIDENCE,
    ClaimAlignments,
    JudgementContext,
    agreed_reason,
    evidence_from,
    finding_at,
    shorten,
)
from factcheck.judge.contradiction import (
    best_support,
    contradicts,
    has_own_figure,
    is_about_the_same,
    is_taken,
    is_told_nearer,
    least_suspicion,
    of_the_words,
    stated_too,
    states_the_fact,
    suspicion,
    swapped_with,
)
from factcheck.judge.course import course_of, fall_reason, has_risen, is_of_an_older_report, is_outdated
from factcheck.judge.dates import is_only_a_weekday, is_only_bounded, only_coincides
from factcheck.judge.measures import only_holds
from factcheck.judge.occasions import are_of_two_occasions
from factcheck.judge.one_fact import is_lone_slip, is_one_fact
from factcheck.judge.other_facts import Excluded, OtherFact, excluded
from factcheck.judge.reworded import altered_statements, altered_verdict, reported_once, stated_elsewhere
from factcheck.judge.source_words import outside_marks
from factcheck.judge.speakers import of_another_speaker, proves_no_other_speaker
from factcheck.judge.support import bound_changed, implied_verdict, is_total, reckoned_verdict, supports
from factcheck.judge.two_facts import tell_two_facts
from factcheck.judge.unsupported import held_verdict, names_a_new_day, unsupported_verdict
from factcheck.judge.witnesses import witnesses_of
from factcheck.kinds.quotation import leaves_out
from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import (
    NEAR_MISSES,
    Claim,
    Difference,
    Evidence,
    Finding,
    Judged,
    Quotation,
    Severity,
    TimeExpression,
    Value,
)

_NONE_TAKEN: Mapping[int, Sequence[Topic]] = {}


def judge_claims(asked: Sequence[ClaimAlignments], context: JudgementContext) -> list[tuple[Judged, list[Finding]]]:
    """The verdict on each claim of a draft, and its findings; `asked` are its alignments."""
    ready = [(topic, [as_the_draft_has_it(a, topic, context.ruleset) for a in found]) for topic, found in asked]
    together: dict[tuple[object, ...], list[ClaimAlignments]] = {}
    for topic, found in ready:
        together.setdefault(_figures_of(topic), []).append((topic, found))
    taken: dict[int, list[Topic]] = {}
    for topic, found in ready:
        for each in found:
            if each.comparison.relation == "same":
                taken.setdefault(each.topic.order, []).append(topic)
    judged = (
        _described(topic, judge_claim(topic, found, context, together[_figures_of(topic)], taken, ready))
        for topic, found in ready
    )
    return _outside_quotations(list(reported_once(judged)))


def _outside_quotations(verdicts: Sequence[tuple[Judged, list[Finding]]]) -> list[tuple[Judged, list[Finding]]]:
    """The verdicts without findings on a figure in a quotation that is itself reported, as severely: one slip is
    reported once, with all of its words. A figure that no source has in a quotation that none has is no other slip.
    """
    reported = [each for judged, found in verdicts if judged.claim.kind == "quote" for each in found]
    return [
        (judged, found if judged.claim.kind == "quote" else [each for each in found if not _is_in(each, reported)])
        for judged, found in verdicts
    ]


def _is_in(finding: Finding, quotations: Sequence[Finding]) -> bool:
    return any(
        quote.document == finding.document
        and quote.rule in _OF_WORDS
        and quote.start <= finding.start
        and finding.end <= quote.end
        and (finding.severity <= quote.severity or (finding.rule == "unsupported" and quote.rule == "quote-not-found"))
        for quote in quotations
    )


_OF_WORDS = ("quote-altered", "quote-not-found")


def _described(topic: Topic, verdict: tuple[Judged, list[Finding]]) -> tuple[Judged, list[Finding]]:
    """A verdict with what the claim states beside its value."""
    judged, findings = verdict
    return (judged if topic.family == "quote" else replace(judged, about=topic.statement)), findings


def _figures_of(topic: Topic) -> tuple[object, ...]:
    """Where a claim stands and what it is: the figures of one kind in one sentence are judged with each other."""
    claim = topic.claim
    return claim.document, claim.sentence.start, topic.family


def judge_claim(
    topic: Topic,
    alignments: Sequence[Alignment],
    context: JudgementContext,
    beside: Sequence[ClaimAlignments] = (),
    taken: Mapping[int, Sequence[Topic]] = _NONE_TAKEN,
    others: Sequence[ClaimAlignments] = (),
) -> tuple[Judged, list[Finding]]:
    """The verdict on a draft's claim; `beside` are the alignments of the figures of its sentence, `others` all of them.

    `taken` are the sources' claims whose value the draft has, each with the draft's claims of that value.
    """
    limits = context.settings()
    agreeing, altered = altered_statements(topic, [a for a in alignments if supports(a, topic, limits)])
    altered = [each for each in altered if not tell_two_facts(topic.claim, each[0].topic.claim, others)]
    another = excluded(agreeing, topic, alignments, taken)
    of_others = [each.alignment for each in another]
    support = [a for a in agreeing if a not in of_others and _states(a, topic, alignments)]
    compatible = [a for a in agreeing if a not in support and a not in of_others]
    against = _against(topic, [a for a in alignments if a not in of_others], support, context, beside, others)
    newer = max((a for a in alignments if has_risen(topic, agreeing, a, context)), key=lambda a: a.score, default=None)
    if newer is not None:
        return _overtaken(topic, newer, agreeing, context)
    against = [
        a
        for a in against
        if not is_outdated(support, a, context)
        and not is_of_an_older_report(topic, support, a, context)
        and not is_told_nearer(a, topic, agreeing)
    ]
    worst = max(against, key=lambda a: a.score, default=None)
    turned = max((each.score for each, found in altered if found.turns), default=0.0)
    if worst is not None and turned >= worst.score and not support:
        return altered_verdict(topic, altered, context)  # the draft's own value of the source, told otherwise
    # A figure that only the words around it tell from the draft's is too near for another one to be an error.
    doubted = [*support, *(each.alignment for each in another if each.fact is OtherFact.WORDS)]
    if worst is not None and _outweighs(worst, doubted, topic, context):
        found = implied_verdict(topic, context, worst) if _is_of_its_own(topic, worst) else None
        against = [a for a in against if _outweighs(a, support, topic, context)]
        return found or _differs(topic, worst, against, support, context)
    if (swapped := swapped_with(topic, alignments, beside, limits)) is not None:
        return _differs(topic, swapped, (), support, context)
    if altered and not stated_elsewhere(topic, support):
        return altered_verdict(topic, altered, context)
    if support:
        return _supported(topic, support, taken, context)
    rival = next((each.rival for each in another if each.rival is not None), None)
    if rival is not None:
        return _differs(topic, rival, (), (), context)
    found = (
        implied_verdict(topic, context)
        or reckoned_verdict(topic, others, context)
        or _of_another_speaker(topic, alignments, context)
    )
    if found is not None:
        return found
    return _not_stated(topic, alignments, (compatible, another), taken, context)


def _is_of_its_own(topic: Topic, against: Alignment) -> bool:
    """Whether a figure is no other reading of one that a source has in its place: then two others may give it."""
    if is_total(topic) or _counts_some_kind(against, topic):
        return True
    return against.comparison.difference not in NEAR_MISSES and rarity_of_value(topic.claim) != "common"


def _counts_some_kind(alignment: Alignment, topic: Topic) -> bool:
    """Whether a draft counts people, and a source those of one kind, who may be some of them: 162 passengers."""
    return topic.head in topic.vocabulary.anyone and alignment.topic.head not in (None, topic.head)


def _not_stated(
    topic: Topic,
    alignments: Sequence[Alignment],
    agreeing: tuple[Sequence[Alignment], Sequence[Excluded]],
    taken: Mapping[int, Sequence[Topic]],
    context: JudgementContext,
) -> tuple[Judged, list[Finding]]:
    """The verdict on a claim that no source states; `agreeing` are the alignments that are compatible, and those
    of another fact.
    """
    contradict = context.settings()["contradict"]
    different = max((a.score for a in alignments if a.comparison.relation == "different"), default=0.0)
    held = [a for a in alignments if a.comparison.relation == "held" and a.score >= max(contradict, different)]
    back = counts_back(topic.claim, context.ruleset)
    if held or (_is_held(topic.claim) and not back and not names_a_new_day(topic, context.stated)):
        return held_verdict(topic, held, context, _is_held(topic.claim))
    doubted = different >= contradict
    asked = back or (doubted and topic.family != "quote")
    return unsupported_verdict(topic, agreeing, alignments, taken, context, asked=asked)


def _against(
    topic: Topic,
    alignments: Sequence[Alignment],
    support: Sequence[Alignment],
    context: JudgementContext,
    beside: Sequence[ClaimAlignments],
    others: Sequence[ClaimAlignments],
) -> list[Alignment]:
    """The sources' claims of the draft's fact that have another value, with their scores as contradictions."""
    limits = context.settings()
    least = least_suspicion(topic, limits)
    return [
        replace(a, score=max(suspicion(a, topic, limits), least))
        for a in alignments
        if a.comparison.relation == "different"
        and (
            (suspicion(a, topic, limits) >= least and is_about_the_same(a, topic, context))
            or is_one_fact(a, topic, alignments)
            or is_lone_slip(a, topic, alignments)
        )
        and not is_taken(a, topic, support, beside)
        and not proves_no_other_speaker(a, topic, support)
        and not (topic.family == "quote" and are_of_two_occasions(topic, a.topic))
        and not has_own_figure(a, topic, alignments, context)
        and not (topic.claim.kind == "ordinal" and tell_two_facts(topic.claim, a.topic.claim, others))
    ]


def _outweighs(against: Alignment, support: Sequence[Alignment], topic: Topic, context: JudgementContext) -> bool:
    limits = context.settings()
    best = best_support(of_the_words(support, against, topic, context), against, limits)
    return contradicts(against, best, topic, limits)


def _states(alignment: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> bool:
    """Whether a source's claim that agrees with a draft's also says all that it says."""
    if topic.family == "quote":
        return True
    if not states(topic.value, alignment.topic.value, alignment.comparison):
        return False
    source = alignment.topic
    if source.vocabulary.is_dateline(source.claim) and not topic.vocabulary.is_dateline(topic.claim):
        return False  # the day of the report is not the day of what it tells
    if only_coincides(alignment, topic) or is_only_a_weekday(alignment, topic) or is_only_bounded(alignment, topic):
        return False
    return not only_holds(alignment, topic, alignments)


def _overtaken(
    topic: Topic, newer: Alignment, support: Sequence[Alignment], context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    """The draft has the toll of an older report."""
    claim, source = topic.claim, newer.topic.claim
    courses = [course_of(each.topic, newer.topic, context) for each in support]
    reason = next((course.reason for course in courses if course is not None), "a later report supersedes")
    evidence = evidence_from(topic, [newer, *support], context)
    message = f"“{shorten(claim.text)}” is overtaken: {source.document} has “{shorten(source.text)}”"
    finding = finding_at("superseded", Severity.warning, message, claim, evidence)
    return Judged(claim, "differ", context.witnesses([source]), reason, evidence), [finding]


def _is_held(claim: Claim) -> str | None:
    return None if isinstance(claim.value, Quotation) else claim.value.held


def _supported(
    topic: Topic, support: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]], context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    claim = topic.claim
    other = [each for a in support if (each := of_another_speaker(a, topic)) is not None]
    if len(other) == len(support):
        return _misattributed(topic, other, context)
    if added := added_to(topic, support, context):
        return added_verdict(topic, support, added, context)
    bound = bound_changed(topic, support)
    support = witnesses_of(topic, support, taken)
    origins = context.witnesses([a.topic.claim for a in support])
    evidence = evidence_from(topic, support, context)
    trimmed = _trimmed(topic, support, evidence, context)
    if origins >= context.least(claim):
        return Judged(
            claim, "agree", origins, agreed_reason(origins, [a.topic.claim for a in support], context), evidence
        ), trimmed
    documents = len({a.topic.claim.document for a in support})
    reason = "one source says so" if documents < 2 else f"{documents} sources say so, all of one origin"
    judged = Judged(claim, "single", origins, reason, evidence)
    name = "single-source" if documents < 2 else "copied-not-confirmed"
    found = [finding_at(name, Severity.note, f"{shorten(claim.text)}: {reason}", claim, evidence), *trimmed]
    if bound:
        found = [finding_at("number-differs", Severity.warning, bound, claim, evidence)]
    return judged, found


def _trimmed(
    topic: Topic, support: Sequence[Alignment], evidence: tuple[Evidence, ...], context: JudgementContext
) -> list[Finding]:
    """The note on a quotation without the fillers of a source's ("you know"), unless a source leaves them out too."""
    for each in support:
        if each.comparison.difference is not Difference.TRIMMED_UNMARKED or of_the_words(support, each, topic, context):
            continue
        claim, source = topic.claim, each.topic.claim
        if _leaves_out(claim.value, source.value, context):
            texts = f"“{shorten(claim.text)}”, where {source.document} has “{shorten(source.text)}”"
            message = f"{each.comparison.reason}: {texts}"
            return [finding_at("quote-trimmed-unmarked", Severity.note, message, claim, evidence)]
    return []


def _differs(
    topic: Topic,
    worst: Alignment,
    against: Sequence[Alignment],
    support: Sequence[Alignment],
    context: JudgementContext,
) -> tuple[Judged, list[Finding]]:
    """The error that the source's claim `worst` shows; its evidence is all that speaks `against` the draft's claim,
    then what supports it.
    """
    claim, source, comparison = topic.claim, worst.topic.claim, worst.comparison
    others = [a for a in against if a.topic.order != worst.topic.order]
    evidence = (
        *evidence_from(topic, [worst], context),
        *evidence_from(topic, others, context),
        *evidence_from(topic, [a for a in support if states_the_fact(a, topic)], context),
    )[:MOST_EVIDENCE]
    how = "" if comparison.difference in _SAYS_NOTHING else f"{comparison.wording}: "
    if comparison.difference is Difference.TRIMMED_UNMARKED:
        how = "words left out: " if _leaves_out(claim.value, source.value, context) else "words added: "
    message = f"{how}“{shorten(claim.text)}”, where {source.document} has “{shorten(source.text)}”"
    if comparison.difference is Difference.OTHER_SPEAKER:
        message = f"“{shorten(claim.text)}”: {_speaker(claim)} here, {_speaker(source)} in {source.document}"
    judged = Judged(claim, "differ", context.witnesses([source]), f"{how}{comparison.reason}", evidence)
    name, severity = _name(claim, comparison.difference), Severity.error
    if (fall := fall_reason(worst, support, context)) is not None:
        severity, message = Severity.warning, f"{message}: {fall}"
        judged = replace(judged, reason=fall)
    elif comparison.difference in _OF_PERIODS:
        severity = Severity.warning  # a rent is paid by the month, a price by the piece: readers know, or ask
    elif (own := stated_too(topic, worst, support)) is not None:
        severity = Severity.warning
        told = own.topic.claim
        as_well = f" and “{shorten(told.text)}” as well"
        other = told.document != source.document
        message += f"; {told.document} has “{shorten(told.text)}” as the draft does" if other else as_well
    finding = finding_at(name, severity, message, claim, evidence)
    if name == "quote-misattributed":
        finding = _at_speaker(finding, claim, context)
    findings = [finding]
    if name == "quote-altered" and not support and _other_speaker(claim.value, source.value, context):
        message = f"“{shorten(claim.text)}”: {_speaker(claim)} here, {_speaker(source)} in {source.document}"
        findings.append(finding_at("quote-misattributed", Severity.warning, message, claim, evidence))
    return judged, findings


def _of_another_speaker(
    topic: Topic, alignments: Sequence[Alignment], context: JudgementContext
) -> tuple[Judged, list[Finding]] | None:
    """The verdict on words that the sources give to others: so few that more than one person may have said them; or on
    a report's own words between quotation marks.
    """
    others = [
        each
        for each in alignments
        if each.comparison.difference is Difference.OTHER_SPEAKER
        and each.score >= context.settings()["join_quote_different"]
    ]
    return _misattributed(topic, others, context) if others else outside_marks(topic, alignments, context)


def _misattributed(
    topic: Topic, others: Sequence[Alignment], context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    claim, source = topic.claim, others[0].topic.claim
    evidence = evidence_from(topic, others, context)
    reason = f"{_speaker(claim)} here, {_speaker(source)} in {source.document}"
    finding = finding_at("quote-misattributed", Severity.warning, f"“{shorten(claim.text)}”: {reason}", claim, evidence)
    return Judged(claim, "unsupported", 0, reason, evidence), [_at_speaker(finding, claim, context)]


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


def _other_speaker(draft: Value, source: Value, context: JudgementContext) -> bool:
    """Whether the two name people of different last names: a joint statement may be read as one name of two."""
    if not isinstance(draft, Quotation) or not isinstance(source, Quotation):
        return False
    here, there = ((value.speaker or "").rpartition(" ")[2] for value in (draft, source))
    return here != there and are_different(draft, source, context.ruleset)


def _leaves_out(draft: Value, source: Value, context: JudgementContext) -> bool:
    return isinstance(draft, Quotation) and isinstance(source, Quotation) and leaves_out(draft, source, context.ruleset)


_NEAR = 160  # code points around a quotation in which its speaker is named


def _at_speaker(finding: Finding, claim: Claim, context: JudgementContext) -> Finding:
    """The finding drawn from the quotation to the name that is wrong, where it stands beside it."""
    draft = context.drafts.get(claim.document)
    named = claim.value.named or claim.value.speaker if isinstance(claim.value, Quotation) else None
    if draft is None or not named:
        return finding
    at = draft.text.find(named, claim.end, claim.end + _NEAR)
    if at < 0:
        at = draft.text.rfind(named, max(0, claim.start - _NEAR), claim.start)
    if at < 0:
        return finding
    start, end = min(finding.start, at), max(finding.end, at + len(named))
    line, column = draft.places.at(start)
    return replace(finding, start=start, end=end, line=line, column=column)


def _name(claim: Claim, difference: Difference) -> str:
    if isinstance(claim.value, Quotation):
        return "quote-misattributed" if difference is Difference.OTHER_SPEAKER else "quote-altered"
    if isinstance(claim.value, TimeExpression):
        return "date-differs"
    return "unit-differs" if difference in _OF_UNITS else "number-differs"


_OF_PERIODS = (Difference.PERIOD_LEFT_OUT, Difference.PERIOD_ADDED)
_OF_UNITS = (Difference.UNIT_CHANGED, *_OF_PERIODS)
