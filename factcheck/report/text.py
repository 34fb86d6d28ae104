"""Text for people: findings as a compiler shows them, comparisons and claims as tables."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Document, Evidence, Finding, Report, Severity
from factcheck.report import table
from factcheck.report.look import PLAIN, Look
from factcheck.report.screen import flat, paint, pointed, shorten
from factcheck.report.v1 import SEVERITIES, VERDICTS, summary

EVIDENCE_SHOWN = 4
NOTES_SHOWN = 8
_VERBS = {"agree": ("agrees", "agree"), "differ": ("differs", "differ")}


def render(report: Report, look: Look = PLAIN) -> str:
    """The report for a terminal or a page."""
    if report.job == "extract":
        blocks = [table.claims(report.claims, look), *_findings(report, look)]
    elif report.job == "compare":
        blocks = [table.clusters(report, look), *_findings(report, look), _compared(report)]
    else:
        blocks = [*_findings(report, look), _covered(report, look)]
    return "\n".join(block for block in blocks if block)


def _findings(report: Report, look: Look) -> Iterator[str]:
    """Errors and warnings with their evidence, a paragraph each; the first notes, a line each, in a last one."""
    documents = {document.id: document for document in (*report.documents, *report.drafts)}
    notes = []
    for finding in report.findings:
        if finding.severity > Severity.note:
            yield "\n".join(_explained(finding, documents.get(finding.document), look)) + "\n"
        else:
            notes.append(headline(finding, look) + "\n")
    if len(notes) > NOTES_SHOWN + 1:
        notes[NOTES_SHOWN:] = [f"… and {len(notes) - NOTES_SHOWN:,} more notes; `--output concise` shows all\n"]
    yield "".join(notes)


def headline(finding: Finding, look: Look = PLAIN) -> str:
    """`draft.md:14:22: error number-differs: message`, on one line."""
    place = paint(f"{flat(finding.document)}:{finding.line}:{finding.column}:", "strong", look)
    name = paint(f"{finding.severity.name} {finding.rule}:", finding.severity.name, look)
    return f"{place} {name} {flat(finding.message)}"


def _explained(finding: Finding, document: Document | None, look: Look) -> Iterator[str]:
    yield headline(finding, look)
    gutter = max(5, len(str(finding.line)) + 1)
    if document is not None:
        line, marks = pointed(document.text, finding.start, finding.end, look.width - gutter - 3)
        yield f"{finding.line:>{gutter}} | {line}"
        yield f"{'':>{gutter}} | {paint(marks, finding.severity.name, look)}"
    apart = [each for each in finding.evidence if not _shown_already(each, finding)]
    told = sorted(apart, key=lambda each: each.relation != "different")
    for evidence in told[:EVIDENCE_SHOWN]:
        yield from _witness(evidence, finding.message, gutter, look)
    if len(told) > EVIDENCE_SHOWN:
        yield f"{'':>{gutter}} = and {len(told) - EVIDENCE_SHOWN} more"


def _shown_already(evidence: Evidence, finding: Finding) -> bool:
    """Whether evidence stands in the very sentence that the finding marks."""
    sentence = evidence.claim.sentence
    return evidence.claim.document == finding.document and sentence.start <= finding.start < sentence.end


def _witness(evidence: Evidence, message: str, gutter: int, look: Look) -> Iterator[str]:
    """A source's sentence with its place, and the reason where the message has not given it."""
    claim = evidence.claim
    place = paint(f"{flat(claim.document)}:{claim.line}:{claim.column}", "strong", look)
    yield f"{'':>{gutter}} = {place} ({evidence.relation})"
    quote = flat(evidence.quote)
    focus = quote.find(flat(claim.text))
    width = look.width - gutter - 5
    if focus < 0:
        yield f"{'':>{gutter}}   “{shorten(quote, width)}”"
    else:
        yield f"{'':>{gutter}}   “{pointed(quote, focus, focus + len(flat(claim.text)), width)[0]}”"
    if evidence.reason and flat(evidence.reason) not in flat(message):
        yield f"{'':>{gutter}}   {shorten(flat(evidence.reason), width)}"


def _covered(report: Report, look: Look) -> str:
    """What was looked at and how it came out: "31 claims: 24 agree, 2 differ, 3 single, 2 unsupported"."""
    counts = summary(report)
    if not counts.claims:
        return "no claims\n"
    parts = [
        paint(f"{counts.verdicts[verdict]} {_verb(verdict, counts.verdicts[verdict])}", verdict, look)
        for verdict in VERDICTS
        if counts.verdicts[verdict]
    ]
    found = [_count(counts.findings[each.name], each.name) for each in SEVERITIES if counts.findings[each.name]]
    sources = f"{_count(counts.sources, 'source')}, {_count(counts.origins, 'independent origin')}"
    return f"{_count(counts.claims, 'claim')}: {', '.join(parts)}\n{sources}; {', '.join(found) or 'no findings'}\n"


def _compared(report: Report) -> str:
    verdicts = [cluster.verdict for cluster in report.clusters]
    parts = [
        f"{verdicts.count(verdict)} {_verb(verdict, verdicts.count(verdict))}"
        for verdict in VERDICTS
        if verdict in verdicts
    ]
    sources = f"{_count(len(report.documents), 'source')}, {_count(len(report.origins), 'independent origin')}"
    return f"{_count(len(verdicts), 'fact')}: {', '.join(parts) or 'nothing to compare'}\n{sources}\n"


def _verb(verdict: str, count: int) -> str:
    return _VERBS.get(verdict, (verdict, verdict))[count != 1]


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
