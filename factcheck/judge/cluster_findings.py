"""What `compare` reports of a cluster: sources that differ, and copies that confirm nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factcheck.align import Topic
from factcheck.align.clusters import compared
from factcheck.judge.clusters import TWO_VALUES
from factcheck.judge.context import MOST_EVIDENCE, JudgementContext, evidence_from, finding_at, shorten
from factcheck.model import Cluster, Finding, Severity


def findings_of(cluster: Cluster, members: Sequence[Topic], context: JudgementContext) -> Iterator[Finding]:
    """`sources-differ` where two origins give two values, `copied-not-confirmed` where several documents have one copy,
    `self-contradiction` where the copies differ.

    The first stands at the value that the fewest origins give, of the last document that gives it: at what an editor
    would look into first.
    """
    if cluster.verdict == "differ":
        yield _conflict(cluster, members, context)
    elif cluster.verdict == "single" and not cluster.course and len({each.document for each in cluster.claims}) > 1:
        yield _of_one_origin(cluster, members[-1], members[:-1], context)


def _conflict(cluster: Cluster, members: Sequence[Topic], context: JudgementContext) -> Finding:
    by_value: dict[str, list[Topic]] = {}
    for topic in members:
        by_value.setdefault(topic.key, []).append(topic)

    def weight(topics: list[Topic]) -> tuple[int, int]:
        return context.witnesses([each.claim for each in topics]), -topics[-1].order

    shown = min(by_value.values(), key=weight)[-1]
    # The first of each other value, then the rest: no side goes unshown because another has many documents.
    others = [topics[0] for topics in by_value.values() if shown not in topics]
    others += [each for each in members if each is not shown and each not in others]
    values = "; ".join(
        f"“{shorten(topics[0].claim.text)}” in {', '.join(dict.fromkeys(each.claim.document for each in topics))}"
        for topics in by_value.values()
    )
    return _finding("sources-differ", Severity.error, f"{cluster.about}: {values}", shown, others, context)


def _of_one_origin(cluster: Cluster, shown: Topic, others: Sequence[Topic], context: JudgementContext) -> Finding:
    """Documents of one origin that say the same, or of which a later one says otherwise."""
    said = shorten(shown.claim.text)
    found = _finding("copied-not-confirmed", Severity.note, f"“{said}”: {cluster.reason}", shown, others, context)
    differing = next((each for each in found.evidence if each.relation == "different"), None)
    if differing is None:
        return found
    message = f"“{said}”: {TWO_VALUES}: {differing.reason}"
    return replace(found, rule="self-contradiction", message=message)


def _finding(
    rule: str, severity: Severity, message: str, shown: Topic, others: Sequence[Topic], context: JudgementContext
) -> Finding:
    aligned = [compared(shown, each, context.ruleset) for each in others[:MOST_EVIDENCE]]
    return finding_at(rule, severity, message, shown.claim, evidence_from(shown, aligned, context))
