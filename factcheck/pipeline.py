"""The three jobs, each as the steps read → segment → extract → normalise → align → judge → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck import consistency
from factcheck.align import Index, align, clusters, rarity_of, topics
from factcheck.extract import claims_in
from factcheck.judge import Court, judge_claim, judge_cluster
from factcheck.model import Claim, Document, Finding, Report, Sentence
from factcheck.origin import origins
from factcheck.ruleset import Rule, Ruleset
from factcheck.segment import sentences


def extract(documents: Iterable[Document], ruleset: Ruleset) -> Iterator[Claim]:
    """The claims of each document in the order of the text; documents are read as the claims are asked for."""
    for document in documents:
        yield from claims_in(document, sentences(document, ruleset), ruleset)


def compare(documents: Sequence[Document], ruleset: Ruleset) -> Report:
    """Which claims of the documents speak of one fact, and whether they agree."""
    documents = _in_order(documents)
    by_id, split, claims = _claims(documents, ruleset)
    witnesses = origins(documents, split, ruleset)
    court = Court(by_id, witnesses, ruleset)
    rarity = rarity_of(claims, documents, ruleset)
    groups = clusters(topics(claims, by_id, rarity, ruleset), ruleset)
    judged = tuple(judge_cluster(number, members, court) for number, members in enumerate(groups, 1))
    return Report(
        "compare", documents=tuple(documents), origins=witnesses.groups, claims=tuple(claims), clusters=judged
    )


def check(drafts: Sequence[Document], sources: Sequence[Document], ruleset: Ruleset, *, min_origins: int = 2) -> Report:
    """Each claim of the drafts judged against the sources."""
    sources = _in_order(sources)
    by_id, split, known = _claims(sources, ruleset)
    witnesses = origins(sources, split, ruleset)
    written = {draft.id: draft for draft in drafts}
    court = Court(by_id, witnesses, ruleset, min_origins, written)
    _, parts, claims = _claims(drafts, ruleset)
    own = _against_themselves(drafts, parts, claims, ruleset)
    rarity = rarity_of([*known, *claims], [*sources, *drafts], ruleset)
    index = Index(topics(known, by_id, rarity, ruleset))
    asked = topics(claims, written, rarity, ruleset, first=len(known))
    verdicts = [
        judge_claim(topic, [align(topic, other, ruleset) for other in index.near(topic)], court) for topic in asked
    ]
    return Report(
        "check",
        documents=tuple(sources),
        drafts=tuple(drafts),
        origins=witnesses.groups,
        judged=tuple(judged for judged, _ in verdicts),
        findings=_in_text_order([*own, *(finding for _, found in verdicts for finding in found)], drafts),
    )


def check_self(documents: Sequence[Document], ruleset: Ruleset) -> Report:
    """The claims of the documents, and where each contradicts itself."""
    _, split, claims = _claims(documents, ruleset)
    own = _against_themselves(documents, split, claims, ruleset)
    return Report("extract", documents=tuple(documents), claims=tuple(claims), findings=own)


def contradictions(document: Document, ruleset: Ruleset) -> list[tuple[Rule, Finding]]:
    """Where one document contradicts itself, each with the rule that says so."""
    split = sentences(document, ruleset)
    return consistency.slips(document, split, list(claims_in(document, split, ruleset)), ruleset)


def _in_text_order(findings: Sequence[Finding], drafts: Sequence[Document]) -> tuple[Finding, ...]:
    """The findings by draft, in the order in which those were given, then by place."""
    order = {draft.id: number for number, draft in enumerate(drafts)}
    return tuple(sorted(findings, key=lambda each: (order[each.document], each.start, each.end)))


def _against_themselves(
    documents: Sequence[Document], split: Mapping[str, Sequence[Sentence]], claims: Sequence[Claim], ruleset: Ruleset
) -> tuple[Finding, ...]:
    """What each document says of itself that does not fit, in the order of the documents."""
    own: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in claims:
        own[claim.document].append(claim)
    return tuple(
        finding
        for document in documents
        for finding in consistency.findings(document, split[document.id], own[document.id], ruleset)
    )


def _in_order(documents: Sequence[Document]) -> list[Document]:
    """The documents by name, so that the order in which they were given changes nothing."""
    return sorted(documents, key=lambda document: document.id)


def _claims(
    documents: Sequence[Document], ruleset: Ruleset
) -> tuple[dict[str, Document], dict[str, Sequence[Sentence]], list[Claim]]:
    """The documents by name, their sentences by name, and all their claims."""
    by_id = {document.id: document for document in documents}
    split: dict[str, Sequence[Sentence]] = {document.id: sentences(document, ruleset) for document in documents}
    claims = [claim for document in documents for claim in claims_in(document, split[document.id], ruleset)]
    return by_id, split, claims
