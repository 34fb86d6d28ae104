"""JSON, version 1: the structs that readers of the output may rely on, separate from the model.

Fields may be added; changing or removing one would make version 2. Numbers are decimal strings without exponents,
dates are ISO 8601, an open bound is null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict

from factcheck.kinds.timex.lengths import number_and_unit
from factcheck.model import (
    Claim,
    Cluster,
    Document,
    Evidence,
    Finding,
    Judged,
    Places,
    Quantity,
    Quotation,
    Rejected,
    Report,
    Severity,
    Slot,
    Statement,
    TimeExpression,
    Value,
)
from factcheck.report.screen import plain

VERDICTS = ("agree", "differ", "single", "unsupported", "held")
SEVERITIES = (Severity.error, Severity.warning, Severity.note)

_AS_TEXT = Places()

ValueV1 = dict[str, str | None]


class DocumentV1(Struct, omit_defaults=True):
    """The metadata of a document; `path` is present when its id is not the file's name.

    `tier` is the tier that the configuration declares for a source. `words` were read, in this `format`; `claims` is
    the number of claims found, where the job counts them. `remarks` say what is not read as it is shown.
    """

    id: str
    title: str | None
    published: str | None
    published_from: str | None
    source: str | None
    url: str | None
    path: str | None = None
    tier: str | None = None
    words: int = 0
    claims: int | None = None
    format: str = ""
    remarks: tuple[str, ...] = ()


class OriginV1(Struct):
    """Documents that count as one independent origin."""

    id: str
    documents: tuple[str, ...]
    reason: str


class RejectedV1(Struct):
    """A rejected reading of some words: the rule or trap (`by`) and the reason."""

    start: int
    end: int
    text: str
    by: str
    why: str


class RefusedV1(Struct):
    """Words that are no claim, with the rule or trap that rejected them (`by`) and the reason."""

    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    by: str
    why: str


class SlotV1(Struct, gc=False):
    """One slot of a statement: the classes of its words, the words themselves and their span in the document."""

    concepts: tuple[str, ...]
    text: str
    start: int
    end: int


class AboutV1(Struct, gc=False):
    """What a claim states beside its value, slot by slot; null where the text does not say."""

    measure: SlotV1 | None
    bearer: SlotV1 | None
    event: SlotV1 | None
    state: SlotV1 | None
    change: SlotV1 | None
    where: SlotV1 | None
    when: SlotV1 | None
    extent: SlotV1 | None


class ClaimV1(Struct, omit_defaults=True, gc=False):
    """A claim; offsets count code points of the document's text, in Markdown those of the file.

    Lines and columns are counted from 1.

    `sentence` is the span of its sentence, `article` the number of the article within a page, from 0. `trace`, the
    rejected readings of its words, is present with `--explain`; `about`, what it states beside its value, in the result
    of `check`, for all claims but quotations. `where` is the place in words in formats that have one: "page 3".
    """

    document: str
    kind: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: tuple[int, int]
    rule: str
    value: ValueV1
    article: int = 0
    trace: tuple[RejectedV1, ...] | None = None
    about: AboutV1 | None = None
    where: str = ""


class EvidenceV1(Struct, omit_defaults=True):
    """A source's claim, its relation to the draft's claim, and the source's sentence.

    `slots` gives for each slot of the two claims whether it is "same", "compatible", "unknown" or "conflicting".
    """

    claim: ClaimV1
    relation: str
    quote: str
    reason: str
    slots: dict[str, str] | None = None


class JudgedV1(Struct, omit_defaults=True):
    """A draft's claim with its verdict: a claim object with four more fields."""

    document: str
    kind: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: tuple[int, int]
    rule: str
    value: ValueV1
    verdict: str
    origins: int
    reason: str
    evidence: tuple[EvidenceV1, ...]
    article: int = 0
    trace: tuple[RejectedV1, ...] | None = None
    about: AboutV1 | None = None
    where: str = ""


class ClusterV1(Struct, omit_defaults=True):
    """Claims that state one fact; `course`, the values of a toll from the first report to the last, where it rose."""

    id: str
    about: str
    kind: str
    verdict: str
    origins: int
    reason: str
    claims: tuple[ClaimV1, ...]
    course: str = ""


class SuppressionV1(Struct):
    """Why a finding does not count, and the place of the comment or line that suppresses it."""

    kind: str
    reason: str
    path: str
    line: int
    column: int


class FindingV1(Struct, omit_defaults=True):
    """A finding; the fields from `fingerprint` on are present only when they are set.

    `confidence`, from 0 to 1, is how sure it is that the first piece of evidence speaks of the same fact as the draft;
    `nearest` is the source's statement shown beside a claim that no source states.
    """

    rule: str
    severity: str
    message: str
    document: str
    start: int
    end: int
    line: int
    column: int
    evidence: tuple[EvidenceV1, ...]
    fingerprint: str = ""
    baseline: str | None = None
    suppression: SuppressionV1 | None = None
    confidence: float | None = None
    nearest: EvidenceV1 | None = None
    where: str = ""


class SummaryV1(Struct):
    """The number of claims by verdict, and of findings that count by severity."""

    claims: int
    verdicts: dict[str, int]
    findings: dict[str, int]
    sources: int
    origins: int


class ExtractV1(Struct, omit_defaults=True):
    """The result of `extract`; findings are those of `--check-self`.

    `refused`, the words that are no claim, is present with `--explain`.
    """

    version: Literal[1]
    documents: tuple[DocumentV1, ...]
    claims: tuple[ClaimV1, ...]
    findings: tuple[FindingV1, ...]
    suppressed: tuple[FindingV1, ...] = ()
    refused: tuple[RefusedV1, ...] | None = None


class CompareV1(Struct, omit_defaults=True):
    """The result of `compare`; `suppressed` are the findings that do not count."""

    version: Literal[1]
    documents: tuple[DocumentV1, ...]
    origins: tuple[OriginV1, ...]
    clusters: tuple[ClusterV1, ...]
    findings: tuple[FindingV1, ...]
    suppressed: tuple[FindingV1, ...] = ()


class CheckV1(Struct, omit_defaults=True):
    """The result of `check`; `draft` is the first draft, `drafts` is present when there are several.

    `suppressed` are the findings that do not count: ignored by a comment, or known to the baseline.
    """

    version: Literal[1]
    draft: str | None
    documents: tuple[DocumentV1, ...]
    origins: tuple[OriginV1, ...]
    claims: tuple[JudgedV1, ...]
    findings: tuple[FindingV1, ...]
    summary: SummaryV1
    drafts: tuple[str, ...] = ()
    suppressed: tuple[FindingV1, ...] = ()


class PartV1(Struct):
    """One piece of an alignment's score, as text, and what it is for."""

    value: str
    what: str


class CandidateV1(Struct):
    """A source's claim that was held beside a draft's, with its score and how each slot of the two relates."""

    claim: ClaimV1
    score: str
    relation: str
    reason: str
    parts: tuple[PartV1, ...]
    slots: dict[str, str]


class ExplainedV1(Struct):
    """A judged claim with its findings, the rejected readings of its words, and all candidates, the surest first."""

    claim: JudgedV1
    findings: tuple[FindingV1, ...]
    rejected: tuple[RejectedV1, ...]
    candidates: tuple[CandidateV1, ...]


class ExplainV1(Struct):
    """The result of `explain`; `refused` are words at the place that are no claim, where no claim stands there."""

    version: Literal[1]
    explained: tuple[ExplainedV1, ...]
    refused: tuple[RefusedV1, ...]


def of(report: Report) -> ExtractV1 | CompareV1 | CheckV1:
    """The output struct of a report, by its job."""
    numbers = claim_numbers(report)
    documents = tuple(document(each, numbers.get(each.id)) for each in report.documents)
    findings = tuple(finding(each) for each in report.findings if each.counts)
    suppressed = tuple(finding(each) for each in report.findings if not each.counts)
    if report.job == "extract":
        if report.rejected is None:
            return ExtractV1(1, documents, tuple(claim(each) for each in report.claims), findings, suppressed)
        claims = tuple(traced(each, rejected) for each, rejected in report.traced())
        none = tuple(refused(each) for each in report.refused)
        return ExtractV1(1, documents, claims, findings, suppressed, none)
    origins = tuple(OriginV1(each.id, each.documents, each.reason) for each in report.origins)
    if report.job == "compare":
        return CompareV1(1, documents, origins, tuple(cluster(each) for each in report.clusters), findings, suppressed)
    drafts = tuple(each.id for each in report.drafts)
    return CheckV1(
        version=1,
        draft=drafts[0] if drafts else None,
        documents=documents,
        origins=origins,
        claims=tuple(judged(each) for each in report.judged),
        findings=findings,
        summary=summary(report),
        drafts=drafts if len(drafts) > 1 else (),
        suppressed=suppressed,
    )


def claim_numbers(report: Report) -> Mapping[str, int]:
    """The number of claims of each document, if the report has them all."""
    if report.job == "extract":
        found: Iterable[Claim] = report.claims
    elif report.job == "compare":
        found = (each for cluster in report.clusters for each in cluster.claims)
    else:
        return {}
    counted = Counter(each.document for each in found)
    return {each.id: counted[each.id] for each in report.documents}


def document(given: Document, claims: int | None = None) -> DocumentV1:
    """The metadata of a document, without its text; `claims` is their number."""
    published = given.published.isoformat() if given.published else None
    path = given.path if given.path != given.id else None
    return DocumentV1(
        given.id,
        given.title,
        published,
        given.published_from,
        given.source,
        given.url,
        path,
        given.tier,
        len(given.text.split()),
        claims,
        given.format,
        given.remarks,
    )


def claim(given: Claim) -> ClaimV1:
    """One claim object: one line of `extract --output jsonl`."""
    places = given.places or _AS_TEXT
    start, end = places.file_span(given.start, given.end)
    return ClaimV1(
        given.document,
        given.kind,
        start,
        end,
        given.line,
        given.column,
        given.text,
        places.file_span(given.sentence.start, given.sentence.end),
        given.rule,
        value(given.value),
        given.article,
        where=given.where,
    )


def traced(given: Claim, rejected: Iterable[Rejected]) -> ClaimV1:
    """One claim object with the rejected readings of its words."""
    shown = claim(given)
    shown.trace = tuple(map(reading, rejected))
    return shown


def reading(given: Rejected) -> RejectedV1:
    """A rejected reading of a claim's words."""
    return RejectedV1(*(given.in_file or (given.start, given.end)), given.text, given.by, given.why)


def refused(given: Rejected) -> RefusedV1:
    """Words that are no claim."""
    start, end = given.in_file or (given.start, given.end)
    return RefusedV1(given.document, start, end, given.line, given.column, given.text, given.by, given.why)


def value(given: Value) -> ValueV1:
    """The fields of a value as text; rare fields are present only where they are set."""
    if isinstance(given, Quantity):
        return _quantity(given)
    if isinstance(given, TimeExpression):
        return _time(given)
    return _quotation(given)


def _quantity(given: Quantity) -> ValueV1:
    fields: ValueV1 = {
        "number": plain(given.number),
        "low": plain(given.low),
        "high": plain(given.high),
        "hedge": given.hedge,
        "unit": given.unit,
        "noun": given.noun,
    }
    _add(fields, ("bound", given.bound), ("verb", given.verb), ("subject", given.subject), ("held", given.held))
    return fields


def _time(given: TimeExpression) -> ValueV1:
    fields: ValueV1 = {
        "timex": given.timex,
        "type": given.type,
        "first": given.first.isoformat() if given.first else None,
        "last": given.last.isoformat() if given.last else None,
        "mod": given.mod,
    }
    if given.type == "DURATION" and (length := number_and_unit(given.timex)) is not None:
        fields["number"], fields["unit"] = length
    _add(fields, ("hedge", given.hedge), ("event", given.event), ("held", given.held))
    return fields


def _add(fields: ValueV1, *rare: tuple[str, str | None]) -> None:
    """Add the rare fields that are set."""
    for name, text in rare:
        if text is not None:
            fields[name] = text


def _quotation(given: Quotation) -> ValueV1:
    return {"quote": given.quote, "speaker": given.speaker, "cue": given.cue, "role": given.role}


def evidence(given: Evidence) -> EvidenceV1:
    """One piece of evidence."""
    shown = claim(given.claim)
    shown.about = about(given.about, given.claim.places)
    return EvidenceV1(shown, given.relation, given.quote, given.reason, dict(given.slots) or None)


def about(given: Statement | None, places: Places | None = None) -> AboutV1 | None:
    """The slots of a statement in a document with these places."""
    if given is None:
        return None
    return AboutV1(**{name: _slot(getattr(given, name), places or _AS_TEXT) for name in AboutV1.__struct_fields__})


def _slot(given: Slot | None, places: Places) -> SlotV1 | None:
    return None if given is None else SlotV1(given.concepts, given.text, *places.file_span(given.start, given.end))


def judged(given: Judged) -> JudgedV1:
    """A judged claim: the fields of the claim, then those of the verdict."""
    shown = claim(given.claim)
    shown.about = about(given.about, given.claim.places)
    return JudgedV1(
        **{name: getattr(shown, name) for name in ClaimV1.__struct_fields__},
        verdict=given.verdict,
        origins=given.origins,
        reason=given.reason,
        evidence=tuple(evidence(each) for each in given.evidence),
    )


def cluster(given: Cluster) -> ClusterV1:
    """One cluster with its claims."""
    claims = tuple(claim(each) for each in given.claims)
    return ClusterV1(
        given.id, given.about, given.kind, given.verdict, given.origins, given.reason, claims, given.course
    )


def finding(given: Finding) -> FindingV1:
    """One finding with its evidence; the severity is given by name."""
    start, end = given.in_file or (given.start, given.end)
    return FindingV1(
        given.rule,
        given.severity.name,
        given.message,
        given.document,
        start,
        end,
        given.line,
        given.column,
        tuple(evidence(each) for each in given.evidence),
        given.fingerprint,
        given.baseline,
        SuppressionV1(**asdict(given.suppression)) if given.suppression else None,
        given.confidence,
        evidence(given.nearest) if given.nearest else None,
        given.where,
    )


def summary(report: Report) -> SummaryV1:
    """The counts of a check; every verdict and severity is present, also with a count of 0."""
    verdicts: Counter[str] = Counter(each.verdict for each in report.judged)
    severities = Counter(each.severity for each in report.findings if each.counts)
    return SummaryV1(
        claims=len(report.judged),
        verdicts={verdict: verdicts[verdict] for verdict in VERDICTS},
        findings={severity.name: severities[severity] for severity in SEVERITIES},
        sources=len(report.documents),
        origins=len(report.origins),
    )
