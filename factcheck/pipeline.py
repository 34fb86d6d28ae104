"""The three jobs, each as the steps read → segment → extract → normalise → align → judge → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from factcheck.align import Index, align, clusters, rarity_of, topics
from factcheck.extract import claims_in
from factcheck.judge import Court, judge_claim, judge_cluster
from factcheck.model import Claim, Document, Report, Sentence
from factcheck.origin import Origins, origins
from factcheck.ruleset import Ruleset
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
    return check_against(prepare(sources, ruleset), drafts, min_origins=min_origins)


class Prepared(Struct, frozen=True, eq=False):
    """Sources with all that does not hang on a draft: their claims, and who copies whom."""

    sources: tuple[Document, ...]
    claims: tuple[Claim, ...]
    origins: Origins
    ruleset: Ruleset


def prepare(sources: Sequence[Document], ruleset: Ruleset) -> Prepared:
    """The sources made ready once, for one check after the other."""
    sources = _in_order(sources)
    _, split, claims = _claims(sources, ruleset)
    return Prepared(tuple(sources), tuple(claims), origins(sources, split, ruleset), ruleset)


def check_against(prepared: Prepared, drafts: Sequence[Document], *, min_origins: int = 2) -> Report:
    """Each claim of the drafts judged against prepared sources: the same report as `check` gives."""
    sources, known, ruleset = prepared.sources, prepared.claims, prepared.ruleset
    by_id = {source.id: source for source in sources}
    written = {draft.id: draft for draft in drafts}
    court = Court(by_id, prepared.origins, ruleset, min_origins, written)
    claims = [claim for draft in drafts for claim in claims_in(draft, sentences(draft, ruleset), ruleset)]
    rarity = rarity_of([*known, *claims], [*sources, *drafts], ruleset)
    index = Index(topics(known, by_id, rarity, ruleset))
    asked = topics(claims, written, rarity, ruleset, first=len(known))
    verdicts = [
        judge_claim(topic, [align(topic, other, ruleset) for other in index.near(topic)], court) for topic in asked
    ]
    return Report(
        "check",
        documents=sources,
        drafts=tuple(drafts),
        origins=prepared.origins.groups,
        judged=tuple(judged for judged, _ in verdicts),
        findings=tuple(finding for _, found in verdicts for finding in found),
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
