"""A comment for a merge request: the findings as a table, the notes folded, the coverage last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Cluster, Document, Evidence, Finding, Report, Severity
from factcheck.report.facts import DIFFERING, IN_SECTIONS, Section, about, by_value, excerpt, in_sections, names_of
from factcheck.report.markup import markdown
from factcheck.report.phrasing import by_severity, by_weight, count, place, relation
from factcheck.report.place import documents_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, gist, shorten
from factcheck.report.text import coverage

MAX_LENGTH = 60_000  # characters; GitHub's limit for a comment is 65,536
MAX_QUOTE = 160  # columns of a quoted sentence; a message may take twice as many
MAX_EVIDENCE = 3  # sources in one row


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
    """The outcome for the heading, by the worst severity found."""
    worst = max((finding.severity for finding in by_severity(report)), default=Severity.never)
    return {Severity.error: "differences found", Severity.warning: "claims without a source"}.get(
        worst, "no differences found"
    )


def _short(lines: Iterable[str]) -> Iterator[str]:
    """The lines up to the length limit of a comment, then the number of lines left out."""
    room, left_out = MAX_LENGTH, 0
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
    findings = by_severity(report)
    if report.job == "compare":
        findings = [finding for finding in findings if finding.rule not in IN_SECTIONS]
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
        markdown(shorten(finding.message, 2 * MAX_QUOTE)),
    )


def _sources(finding: Finding, documents: Mapping[str, Document]) -> str:
    return "<br>".join(_source(evidence, finding, documents) for evidence in by_weight(finding.evidence)[:MAX_EVIDENCE])


def _source(evidence: Evidence, finding: Finding, documents: Mapping[str, Document]) -> str:
    quote = markdown(shorten(evidence.quote, MAX_QUOTE))
    return f"{markdown(place(evidence, documents))} {relation(evidence, finding)}: “{quote}”"


def _facts(report: Report) -> Iterator[str]:
    """A table of facts for each section; those of one origin are folded.

    Where the sources differ, each value has the sentence of a source that gives it.
    """
    names, documents = names_of(report.documents), documents_of(report)
    for section, clusters in in_sections(report.clusters).items():
        heading = f"{section.value} ({len(clusters):,})"
        quoted = documents if section in DIFFERING else {}
        rows = [_fact(cluster, names, quoted) for cluster in clusters]
        folded = section is Section.SINGLE
        yield from (f"<details><summary>{heading}</summary>", "") if folded else (f"#### {heading}", "")
        yield from _table(("fact", "who says what", "origins"), rows)
        yield from ("", "</details>", "") if folded else ("",)


def _fact(cluster: Cluster, names: Mapping[str, str], quoted: Mapping[str, Document]) -> tuple[str, str, str]:
    values = []
    for claims in by_value(cluster):
        sources = "; ".join(names.get(each.document, flat(each.document)) for each in claims)
        sentence = excerpt(claims[0], quoted, MAX_QUOTE)
        shown = f": “{markdown(sentence)}”" if sentence else ""
        values.append(f"{markdown(flat(claims[0].text))} ({markdown(sources)}){shown}")
    told = [markdown(shorten(cluster.course, MAX_QUOTE))] if cluster.course else []
    return markdown(shorten(about(cluster), MAX_QUOTE)), "<br>".join([*told, *values]), str(cluster.origins)


def _claims(report: Report) -> Iterator[str]:
    rows = [
        (
            markdown(f"{claim.document}:{claim.line}:{claim.column}"),
            claim.kind,
            markdown(shorten(claim.text, MAX_QUOTE)),
            markdown(gist(claim.value)),
        )
        for claim in report.claims
    ]
    yield from _table(("at", "kind", "text", "read as"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
