"""The three jobs, each as the steps read → segment → extract → normalise → align → judge → report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factcheck import altered_wording, consistency, numbered_names
from factcheck.align import Alignment, Index, Part, Topic, Vocabulary, align, elided, may_stand, pairs, parts_of, topics
from factcheck.align.beside import Beside
from factcheck.align.precision import is_rounded_bound
from factcheck.align.slots import SlotComparison, slots_of
from factcheck.align.source_words import SourceWords
from factcheck.align.values import StatedValues
from factcheck.errors import DocumentError, Failed, is_of_run, leave_out
from factcheck.extract import claims_of
from factcheck.gate.fingerprint import fingerprinted
from factcheck.judge import ClaimAlignments, JudgementContext, judge_claims, tell_two_facts
from factcheck.model import (
    Claim,
    Difference,
    Document,
    Evidence,
    Finding,
    Judged,
    Quantity,
    Rejected,
    Report,
    Severity,
    TimeExpression,
)
from factcheck.origin import Origins, origins
from factcheck.read.datelines import with_years
from factcheck.ruleset import Rule, Ruleset
from factcheck.segment import Parsed, parse

Made = TypeVar("Made")


def extract(documents: Iterable[Document], ruleset: Ruleset, *, failed: Failed | None = None) -> Iterator[Claim]:
    """The claims of each document in the order of the text; documents are read a few ahead of their claims.

    A document on which a bug of factcheck shows, or whose language has incomplete rules, is a DocumentError. All jobs
    raise it; with `failed` they hand it over, leave the document out and go on with the others.
    """
    return claims_of(_parsed(documents, ruleset, failed), failed)


def extract_explained(documents: Iterable[Document], ruleset: Ruleset, *, failed: Failed | None = None) -> Report:
    """The claims of documents with the readings that were not taken; it takes a few times as long as `extract`."""
    read, told = list(documents), _Once(failed or _raise)
    claims = tuple(extract(read, ruleset, failed=told))
    found: list[Rejected] = []
    for document in read:
        if document.id in told.names:
            continue
        try:
            found += rejected(document, ruleset)
        except Exception as error:
            leave_out(document.id, error, told)
    return Report("extract", documents=tuple(read), claims=claims, rejected=tuple(found))


def _raise(error: DocumentError) -> NoReturn:
    raise error


def rejected(document: Document, ruleset: Ruleset) -> tuple[Rejected, ...]:
    """The readings of a document that were looked at and not taken, in the order of the text."""
    from factcheck.trace import rejected_in  # seldom asked for

    return rejected_in(parse(document, ruleset))


def compare(documents: Sequence[Document], ruleset: Ruleset, *, failed: Failed | None = None) -> Report:
    """Which claims of the documents speak of one fact, and whether they agree; `failed` as in `extract`."""
    dated = with_years(_in_order(documents))
    return _without_failing(dated, lambda some, note: _compare(some, ruleset, note), failed)


def _compare(documents: Sequence[Document], ruleset: Ruleset, failed: Failed | None) -> Report:
    from factcheck.align.clusters import clusters  # all for this job only
    from factcheck.align.counterparts import Counterparts
    from factcheck.align.furniture import facts
    from factcheck.judge.cluster_findings import findings_of
    from factcheck.judge.clusters import judge_cluster
    from factcheck.judge.credits import Credits

    parsed, claims = _claims(documents, ruleset, failed)
    documents = [document for document in documents if document.id in parsed]
    witnesses = origins(parsed, ruleset)
    credits = Credits(_documents(parsed), ruleset)
    context = JudgementContext(_documents(parsed), witnesses, ruleset, credits=credits)
    told = facts(topics(claims, Vocabulary(claims, parsed, ruleset), of_reports=True))
    counterparts = Counterparts(told)
    groups = clusters(told, ruleset, counterparts)
    judged = tuple(judge_cluster(number, members, context, counterparts) for number, members in enumerate(groups, 1))
    found = [
        each for cluster, members in zip(judged, groups, strict=True) for each in findings_of(cluster, members, context)
    ]
    # What a source says of itself is not what the comparison is about: it is shown, and fails nothing by default.
    own = [
        replace(each, severity=min(each.severity, Severity.warning))
        for each in _against_themselves(parsed, claims, ruleset)
    ]
    report = Report(
        "compare",
        documents=tuple(documents),
        origins=witnesses.groups,
        claims=tuple(claims),
        clusters=judged,
        findings=_in_text_order([*found, *own], documents),
    )
    return fingerprinted(report)


def check(
    drafts: Sequence[Document],
    sources: Sequence[Document],
    ruleset: Ruleset,
    *,
    min_origins: int = 2,
    min_origins_by_kind: Mapping[str, int] | None = None,
    failed: Failed | None = None,
) -> Report:
    """Each claim of the drafts judged against the sources; a kind may ask for a number of origins of its own.

    `failed` as in `extract`. Where a draft and a source fail together, the source is left out.
    """
    on_failure = None if failed is None else _Once(failed)
    prepared, by_kind = prepare(sources, ruleset, drafts, failed=on_failure), min_origins_by_kind or {}
    try:
        return _check(prepared, drafts, min_origins, by_kind, on_failure)
    except Exception as error:
        if on_failure is None or is_of_run(error):
            raise
    left_out: list[DocumentError] = []
    try:
        report = _without_failing(
            prepared.sources,
            lambda some, note: _check(_prepare(some, ruleset, note), drafts, min_origins, by_kind, note),
            left_out.append,
            _FEW_SOURCES,
        )
    except Exception as error:
        if is_of_run(error):
            raise
        # It is not the fault of a few sources, so of a draft.
        return check_against(prepared, drafts, min_origins=min_origins, min_origins_by_kind=by_kind, failed=on_failure)
    for each in left_out:
        on_failure(each)
    return report


class Prepared(Struct, frozen=True, eq=False):
    """Sources with all that does not hang on a draft: their texts as parsed, their claims, who copies whom, and the
    words that stand outside quotation marks.
    """

    sources: tuple[Document, ...]
    parsed: dict[str, Parsed]
    claims: tuple[Claim, ...]
    origins: Origins
    ruleset: Ruleset
    words: SourceWords


def prepare(
    sources: Sequence[Document], ruleset: Ruleset, drafts: Sequence[Document] = (), *, failed: Failed | None = None
) -> Prepared:
    """The sources made ready once, for one check after the other; `failed` as in `extract`.

    The days of the drafts give the year of datelines that state none, where no source does.
    """
    dated = with_years(_in_order(sources), drafts)
    return _without_failing(dated, lambda some, note: _prepare(some, ruleset, note), failed)


def _prepare(sources: Sequence[Document], ruleset: Ruleset, failed: Failed | None) -> Prepared:
    parsed, claims = _claims(sources, ruleset, failed)
    kept = tuple(document for document in sources if document.id in parsed)
    return Prepared(kept, parsed, tuple(claims), origins(parsed, ruleset), ruleset, SourceWords(parsed, claims))


def check_against(
    prepared: Prepared,
    drafts: Sequence[Document],
    *,
    min_origins: int = 2,
    min_origins_by_kind: Mapping[str, int] | None = None,
    failed: Failed | None = None,
) -> Report:
    """Each claim of the drafts judged against prepared sources: the same report as `check` gives."""
    by_kind = min_origins_by_kind or {}
    return _without_failing(drafts, lambda some, note: _check(prepared, some, min_origins, by_kind, note), failed)


def _check(
    prepared: Prepared,
    drafts: Sequence[Document],
    min_origins: int,
    min_origins_by_kind: Mapping[str, int],
    failed: Failed | None,
) -> Report:
    written, claims = _claims(drafts, prepared.ruleset, failed)
    drafts = [draft for draft in drafts if draft.id in written]
    own = _against_themselves(written, claims, prepared.ruleset)
    aligned, known = _aligned(prepared, claims, written)
    context = _judgement_context(prepared, written, known, min_origins, min_origins_by_kind)
    verdicts = judge_claims(aligned, context)
    judged = [finding for _, found in verdicts for finding in found]
    altered = [each.finding for each in _altered(prepared, written, verdicts, aligned)]
    report = Report(
        "check",
        documents=prepared.sources,
        drafts=tuple(drafts),
        origins=prepared.origins.groups,
        judged=tuple(each for each, _ in verdicts),
        findings=_in_text_order([*own, *judged, *altered], drafts),
    )
    return fingerprinted(report)


def _altered(
    prepared: Prepared,
    written: Mapping[str, Parsed],
    verdicts: Sequence[tuple[Judged, Sequence[Finding]]],
    aligned: Sequence[ClaimAlignments],
) -> Iterator[altered_wording.Altered]:
    """Where the drafts repeat a sentence and change what it says, unless a figure there is reported already, or the
    sentence tells another figure of another bearer.
    """
    for name, draft in written.items():
        own = [each for each in verdicts if each[0].claim.document == name]
        claims = [judged.claim for judged, _ in own]
        given = (draft, claims, prepared.parsed, prepared.ruleset)
        headings = [t.claim for t, _ in aligned if t.claim.document == name and t.vocabulary.is_dateline(t.claim)]
        reworded = altered_wording.altered(*given)
        misnumbered = (
            each
            for each in numbered_names.misnumbered(*given)
            if not any(_meet(other.passage, each.passage) for other in reworded)
        )
        for altered in (*reworded, *misnumbered):
            (copied,) = (each.claim for each in altered.finding.evidence)
            if any(_answers(judged, found, altered) for judged, found in own):
                continue
            if any(_meet(claim, altered.finding) for claim in headings):
                continue
            if not tell_two_facts(altered.passage, copied, aligned):
                yield altered


def _answers(judged: Judged, found: Sequence[Finding], altered: altered_wording.Altered) -> bool:
    """Whether the verdict on a claim covers the place: it is reported there, the values agree, or another source has it
    as the draft does.
    """
    if any(_meet(each, altered.finding) and each.severity > Severity.note for each in found):
        return True
    if not _meet(judged.claim, altered.finding):
        return False
    (copied,) = (each.claim for each in altered.finding.evidence)
    for each in judged.evidence:
        if each.claim.document != copied.document and (each.relation == "same" or _is_bounded(judged, each)):
            return True
        in_place = each.claim.document == copied.document and _meet(each.claim, copied)
        agree = each.relation in ("same", "consistent") and isinstance(judged.claim.value, Quantity)
        if in_place and agree and (altered.is_figure or each.difference is Difference.CONVERTED):
            return True
        if in_place and _begin_together(judged, each):
            return True
    return False


def _begin_together(judged: Judged, evidence: Evidence) -> bool:
    """Whether what a draft says "since" a day lasts from a source's day on: "became coach on 1 July"."""
    draft, source = judged.claim.value, evidence.claim.value
    if not isinstance(draft, TimeExpression) or not isinstance(source, TimeExpression):
        return False
    if evidence.about is not None and evidence.about.extent is not None:  # "from 3 May 2004 until 2015"
        return False
    lasts = draft.mod == "AFTER" and source.mod is None and evidence.relation in ("same", "consistent")
    return lasts and draft.first is not None and draft.first == source.first


def _is_bounded(judged: Judged, evidence: Evidence) -> bool:
    """Whether a source's figure is what the draft bounds by a round one: "more than 30" of 34."""
    draft, source = judged.claim.value, evidence.claim.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity) or evidence.relation != "consistent":
        return False
    return draft.bound is not None and source.bound is None and is_rounded_bound(draft, source)


def _meet(one: Claim | Finding, other: Claim | Finding) -> bool:
    return one.start < other.end and other.start < one.end


class Candidate(Struct, frozen=True):
    """A source's claim that was held beside a draft's: the pieces of its score, and the slots of the two compared."""

    alignment: Alignment
    parts: tuple[Part, ...]
    slots: tuple[SlotComparison, ...]


class Explained(Struct, frozen=True):
    """A claim of a draft with all that decided its verdict; `candidates` are the sources' claims, the surest first.

    `rejected` are other readings of its words, which were not taken.
    Words that a draft changed in a source's sentence are a claim of their own, with that sentence as evidence.
    """

    judged: Judged
    findings: tuple[Finding, ...]
    candidates: tuple[Candidate, ...]
    rejected: tuple[Rejected, ...] = ()


def explain(
    prepared: Prepared,
    draft: Document,
    *,
    min_origins: int = 2,
    min_origins_by_kind: Mapping[str, int] | None = None,
) -> tuple[Explained, ...]:
    """Every claim of a draft with its candidates, in the order of the text: what `check` weighed."""
    written, claims = _claims([draft], prepared.ruleset)
    aligned, known = _aligned(prepared, claims, written)
    context = _judgement_context(prepared, written, known, min_origins, min_origins_by_kind)
    verdicts = judge_claims(aligned, context)
    altered = list(_altered(prepared, written, verdicts, aligned))
    findings = [each for _, found in verdicts for each in found] + [each.finding for each in altered]
    all_judged = tuple(each for each, _ in verdicts)
    report = Report("check", drafts=(draft,), documents=prepared.sources, judged=all_judged, findings=tuple(findings))
    shown = iter(fingerprinted(report).findings)
    others = rejected(draft, prepared.ruleset)
    explained = [
        Explained(
            judged,
            tuple(next(shown) for _ in found),
            tuple(_candidate(topic, each) for each in sorted(near, key=lambda one: (-one.score, one.topic.order))),
            tuple(each for each in others if each.meets(judged.claim)),
        )
        for (topic, near), (judged, found) in zip(aligned, verdicts, strict=True)
    ]
    for each in altered:
        judged = Judged(each.passage, "differ", 0, each.finding.message, each.finding.evidence)
        explained.append(Explained(judged, (next(shown),), ()))
    return tuple(sorted(explained, key=lambda each: each.judged.claim.start))


def _candidate(topic: Topic, alignment: Alignment) -> Candidate:
    slots = () if topic.family == "quote" else slots_of(topic, alignment.topic).slots
    return Candidate(alignment, parts_of(topic, alignment), slots)


def _judgement_context(
    prepared: Prepared,
    written: Mapping[str, Parsed],
    known: Sequence[Topic],
    min_origins: int,
    min_origins_by_kind: Mapping[str, int] | None,
) -> JudgementContext:
    sources, drafts = _documents(prepared.parsed), _documents(written)
    stated = StatedValues(prepared.claims, prepared.parsed)
    return JudgementContext(
        sources,
        prepared.origins,
        prepared.ruleset,
        min_origins,
        drafts,
        min_origins_by_kind or {},
        pairs(known),
        stated,
        Beside(known),
        prepared.words,
    )


def _documents(parsed: Mapping[str, Parsed]) -> dict[str, Document]:
    """The documents by name, as parsed."""
    return {name: each.document for name, each in parsed.items()}


def _aligned(
    prepared: Prepared, claims: Sequence[Claim], written: Mapping[str, Parsed]
) -> tuple[list[tuple[Topic, list[Alignment]]], list[Topic]]:
    """Each claim of the drafts with the claims of the sources that may speak of the same; all claims of the sources."""
    known, ruleset = prepared.claims, prepared.ruleset
    vocabulary = Vocabulary([*known, *claims], {**prepared.parsed, **written}, ruleset, in_pairs=True)
    known_topics = topics(known, vocabulary)
    asked = topics(claims, vocabulary, first=len(known))
    read = list(elided(known_topics, prepared.parsed, first=len(known) + len(claims)))
    index = Index([*known_topics, *read], asked)
    near = [(topic, [align(topic, other, ruleset) for other in index.near(topic)]) for topic in asked]
    passages = prepared.words.found(asked, vocabulary, first=len(known) + len(claims) + len(read))
    near = [
        (topic, [each for each in (*found, *passages.get(topic.order, ())) if may_stand(each)]) for topic, found in near
    ]
    return near, known_topics


def check_self(documents: Sequence[Document], ruleset: Ruleset, *, failed: Failed | None = None) -> Report:
    """The claims of the documents, and where each contradicts itself; `failed` as in `extract`."""
    return _without_failing(documents, lambda some, note: _check_self(some, ruleset, note), failed)


def _check_self(documents: Sequence[Document], ruleset: Ruleset, failed: Failed | None) -> Report:
    parsed, claims = _claims(documents, ruleset, failed)
    read = tuple(document for document in documents if document.id in parsed)
    own = _in_text_order(_against_themselves(parsed, claims, ruleset), read)
    return fingerprinted(Report("extract", documents=read, drafts=read, claims=tuple(claims), findings=own))


def contradictions(document: Document, ruleset: Ruleset) -> list[tuple[Rule, Finding]]:
    """Where one document contradicts itself, each with the rule that says so."""
    parsed = parse(document, ruleset)
    return consistency.slips(parsed, list(claims_of([parsed])), ruleset)


def _in_text_order(findings: Sequence[Finding], drafts: Sequence[Document]) -> tuple[Finding, ...]:
    """The findings by draft, in the order in which those were given, then by place; each with its place in words."""
    order = {draft.id: number for number, draft in enumerate(drafts)}
    placed = sorted(findings, key=lambda each: (order[each.document], each.start, each.end))
    return tuple(_with_label(finding, drafts[order[finding.document]]) for finding in placed)


def _with_label(finding: Finding, draft: Document) -> Finding:
    places = draft.places
    if not places.labels and not places.is_rendered:
        return finding
    return replace(
        finding,
        where=places.label(finding.start),
        in_file=places.file_span(finding.start, finding.end) if places.is_rendered else None,
    )


def _against_themselves(parsed: Mapping[str, Parsed], claims: Sequence[Claim], ruleset: Ruleset) -> tuple[Finding, ...]:
    """What each document says of itself that does not fit, in the order of the documents."""
    own: dict[str, list[Claim]] = {name: [] for name in parsed}
    for claim in claims:
        own[claim.document].append(claim)
    return tuple(finding for name, each in parsed.items() for finding in consistency.findings(each, own[name], ruleset))


def _in_order(documents: Sequence[Document]) -> list[Document]:
    """The documents by name, so that the order in which they were given changes nothing."""
    return sorted(documents, key=lambda document: document.id)


def _claims(
    documents: Sequence[Document], ruleset: Ruleset, failed: Failed | None = None
) -> tuple[dict[str, Parsed], list[Claim]]:
    """The documents by name, as parsed, and all their claims; without those that failed."""
    left: set[str] = set()

    def note(error: DocumentError) -> None:
        if failed is None:
            raise error
        left.add(error.document)
        failed(error)

    parsed = {each.document.id: each for each in _parsed(documents, ruleset, note)}
    claims = list(claims_of(parsed.values(), note))
    return {name: each for name, each in parsed.items() if name not in left}, claims


def _parsed(documents: Iterable[Document], ruleset: Ruleset, failed: Failed | None) -> Iterator[Parsed]:
    """Each document as its readers see it, cut into tokens and sentences."""
    for given in documents:
        try:
            parsed = parse(given, ruleset)
        except Exception as error:  # whatever goes wrong with one document, the others are read
            leave_out(given.id, error, failed)
        else:
            yield parsed


_FEW_SOURCES = 3  # left out of a check at most where they and a draft fail together; with more the draft is at fault


class _Once:
    """Hands over the failure of each document once, however often the work is tried."""

    def __init__(self, failed: Failed) -> None:
        self.failed = failed
        self.names: set[str] = set()

    def __call__(self, error: DocumentError) -> None:
        if error.document not in self.names:
            self.names.add(error.document)
            self.failed(error)


def _without_failing(
    documents: Sequence[Document],
    work: Callable[[Sequence[Document], Failed | None], Made],
    failed: Failed | None,
    most_left_out: int | None = None,
) -> Made:
    """What the work makes of the documents; without `failed`, whatever it raises is raised.

    With `failed` each document on which the work fails is left out: those of which it says so itself, and, where it
    raises an error as documents meet, the last of the fewest first documents with which it does, found by halving.
    Raises that error where none is at fault, or more than `most_left_out` are.
    """
    if failed is None:
        return work(documents, None)
    note = _Once(failed)

    def fails(some: Sequence[Document]) -> bool:
        try:
            work(some, note)
        except Exception as error:
            if is_of_run(error):
                raise
            return True
        return False

    for found in count():
        left = [document for document in documents if document.id not in note.names]
        try:
            return work(left, note)
        except Exception as error:
            fewest, most = 0, len(left)
            if is_of_run(error) or not left or found == most_left_out or fails([]):
                raise
            while most - fewest > 1:
                middle = (most + fewest) // 2
                fewest, most = (fewest, middle) if fails(left[:middle]) else (middle, most)
            note(DocumentError(left[most - 1].id, error))
    raise AssertionError("unreachable")
