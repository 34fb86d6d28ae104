"""The three jobs, each as the steps read → segment → extract → normalise → align → judge → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from factcheck.align import Index, align, clusters, rarity_of, topics
from factcheck.extract import claims_in
from factcheck.gate.fingerprint import fingerprinted
from factcheck.judge import Court, judge_claim, judge_cluster
from factcheck.model import Claim, Document, Report, Sentence
from factcheck.origin import origins
from factcheck.ruleset import Ruleset
from factcheck.segment import sentences


def extract(documents: Iterable[Document], ruleset: Ruleset) -> Iterator[Claim]:
    """The claims of each document in the order of the text; documents are read as the claims are asked for."""
    for document in documents:
        read = _as_read(document)
        yield from claims_in(read, sentences(read, ruleset), ruleset)


def compare(documents: Sequence[Document], ruleset: Ruleset) -> Report:
    """Which claims of the documents speak of one fact, and whether they agree."""
    documents = _in_order(documents)
    by_id, split, claims = _claims(documents, ruleset)
    witnesses = origins(list(by_id.values()), split, ruleset)
    court = Court(by_id, witnesses, ruleset)
    rarity = rarity_of(claims, list(by_id.values()), ruleset)
    groups = clusters(topics(claims, by_id, rarity, ruleset), ruleset)
    judged = tuple(judge_cluster(number, members, court) for number, members in enumerate(groups, 1))
    return Report(
        "compare", documents=tuple(documents), origins=witnesses.groups, claims=tuple(claims), clusters=judged
    )


def check(
    drafts: Sequence[Document],
    sources: Sequence[Document],
    ruleset: Ruleset,
    *,
    min_origins: int = 2,
    min_origins_by_kind: Mapping[str, int] | None = None,
) -> Report:
    """Each claim of the drafts judged against the sources; a kind may ask for a number of origins of its own."""
    sources = _in_order(sources)
    by_id, split, known = _claims(sources, ruleset)
    witnesses = origins(list(by_id.values()), split, ruleset)
    written = {draft.id: _as_read(draft) for draft in drafts}
    court = Court(by_id, witnesses, ruleset, min_origins, written, min_origins_by_kind or {})
    claims = list(extract(drafts, ruleset))
    rarity = rarity_of([*known, *claims], [*by_id.values(), *written.values()], ruleset)
    index = Index(topics(known, by_id, rarity, ruleset))
    asked = topics(claims, written, rarity, ruleset, first=len(known))
    verdicts = [
        judge_claim(topic, [align(topic, other, ruleset) for other in index.near(topic)], court) for topic in asked
    ]
    report = Report(
        "check",
        documents=tuple(sources),
        drafts=tuple(drafts),
        origins=witnesses.groups,
        judged=tuple(judged for judged, _ in verdicts),
        findings=tuple(finding for _, found in verdicts for finding in found),
    )
    return fingerprinted(report)


def _in_order(documents: Sequence[Document]) -> list[Document]:
    """The documents by name, so that the order in which they were given changes nothing."""
    return sorted(documents, key=lambda document: document.id)


def _claims(
    documents: Sequence[Document], ruleset: Ruleset
) -> tuple[dict[str, Document], dict[str, Sequence[Sentence]], list[Claim]]:
    """The documents by name, their sentences by name, and all their claims."""
    documents = [_as_read(document) for document in documents]
    by_id = {document.id: document for document in documents}
    split: dict[str, Sequence[Sentence]] = {document.id: sentences(document, ruleset) for document in documents}
    claims = [claim for document in documents for claim in claims_in(document, split[document.id], ruleset)]
    return by_id, split, claims


def _as_read(document: Document) -> Document:
    """The document as its readers see it: without its comments, all else where it was."""
    return replace(document, text=document.prose()) if document.comments else document
