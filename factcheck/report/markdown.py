"""A comment for a merge request: what was found as a table, the notes folded away, the coverage last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Cluster, Document, Evidence, Finding, Report, Severity
from factcheck.report.markup import markdown
from factcheck.report.phrasing import RELATIONS, by_weight, count, counting, place
from factcheck.report.place import documents_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import gist, shorten
from factcheck.report.table import telling
from factcheck.report.text import coverage

LONGEST = 60_000  # characters; a comment on GitHub ends at 65,536
SHOWN = 160
WITNESSES = 3


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as a comment in GitHub's and GitLab's Markdown."""
    if report.job == "extract":
        lines = ["### factcheck", "", *_claims(report), *_found(report)]
    elif report.job == "compare":
        lines = ["### factcheck", "", *_facts(report), *_found(report), *_covered(report)]
    else:
        lines = [f"### factcheck: {_outcome(report)}", "", *_found(report), *_covered(report)]
    return "\n".join(_short(lines)) + "\n"


def _outcome(report: Report) -> str:
    """The heading's few words: the worst that was found."""
    worst = max((finding.severity for finding in counting(report)), default=Severity.never)
    return {Severity.error: "differences found", Severity.warning: "claims without a source"}.get(
        worst, "no differences found"
    )


def _short(lines: Iterable[str]) -> Iterator[str]:
    """The lines as long as a comment may be."""
    room, left_out = LONGEST, 0
    for line in lines:
        room -= len(line) + 1
        if room >= 0:
            yield line
        else:
            left_out += 1
    if left_out:
        yield from ("", f"… and {left_out:,} more lines, which a comment cannot hold.")


def _covered(report: Report) -> Iterator[str]:
    yield from ("", *(markdown(line) + "  " for line in coverage(report).splitlines()))


def _found(report: Report) -> Iterator[str]:
    documents = documents_of(report)
    findings = counting(report)
    grave = [finding for finding in findings if finding.severity > Severity.note]
    notes = [finding for finding in findings if finding.severity <= Severity.note]
    if grave:
        rows = [(*_where(finding), _sources(finding, documents)) for finding in grave]
        yield from _table(("at", "finding", "draft", "sources"), rows)
    if notes:
        yield from ("", f"<details><summary>{count(len(notes), 'note')}</summary>", "")
        yield from _table(("at", "finding", "draft"), [_where(finding) for finding in notes])
        yield from ("", "</details>")


def _where(finding: Finding) -> tuple[str, str, str]:
    where = f"{finding.document}:{finding.line}:{finding.column}"
    return (
        markdown(where),
        f"{finding.severity.name} {markdown(finding.rule)}",
        markdown(shorten(finding.message, 2 * SHOWN)),
    )


def _sources(finding: Finding, documents: Mapping[str, Document]) -> str:
    told = [_source(evidence, documents) for evidence in by_weight(finding.evidence)[:WITNESSES]]
    return "<br>".join(told)


def _source(evidence: Evidence, documents: Mapping[str, Document]) -> str:
    quote = markdown(shorten(evidence.quote, SHOWN))
    return f"{markdown(place(evidence, documents))} {RELATIONS[evidence.relation]}: “{quote}”"


def _facts(report: Report) -> Iterator[str]:
    rows = [_fact(cluster) for cluster in sorted(report.clusters, key=telling)]
    yield from _table(("about", "who says what", "verdict", "origins"), rows)


def _fact(cluster: Cluster) -> tuple[str, str, str, str]:
    told: dict[str, list[str]] = {}
    for claim in cluster.claims:
        told.setdefault(claim.text, []).append(claim.document)
    values = [f"{markdown(text)} ({markdown(', '.join(dict.fromkeys(who)))})" for text, who in told.items()]
    return markdown(shorten(cluster.about, SHOWN)), "<br>".join(values), cluster.verdict, str(cluster.origins)


def _claims(report: Report) -> Iterator[str]:
    rows = [
        (
            markdown(f"{claim.document}:{claim.line}:{claim.column}"),
            claim.kind,
            markdown(shorten(claim.text, SHOWN)),
            markdown(gist(claim.value)),
        )
        for claim in report.claims
    ]
    yield from _table(("at", "kind", "text", "read as"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
