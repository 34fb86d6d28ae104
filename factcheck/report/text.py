"""Text for people: findings in the style of compiler messages, comparisons and claims as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import INFERRED_YEARS, Document, Evidence, Finding, Report, Severity
from factcheck.report import facts, table
from factcheck.report.catalogue import advice
from factcheck.report.changes import focus
from factcheck.report.phrasing import by_severity, by_weight, count, headline, place, relation
from factcheck.report.place import documents_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, paint, pointed, shorten
from factcheck.report.v1 import SEVERITIES, VERDICTS, summary

EVIDENCE_SHOWN = 4  # sources shown for one finding
NOTES_SHOWN = 8  # notes shown one by one
_MOST_NAMED = 5  # undated sources named in the last line
GUTTER = 5  # columns for line numbers
_VERBS = {"agree": ("agrees", "agree"), "differ": ("differs", "differ")}
_STYLES = {"different": "differ", "held": "held"}


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The report for a terminal or a page."""
    blocks = [*_findings(report, options)]
    if report.job == "extract":
        blocks.insert(0, table.claims(report.claims, options))
    elif report.job == "compare":
        blocks = [*facts.sections(report, options), *blocks, facts.origins(report, options)]
    if options.claims:
        blocks.append(table.judged(report, options))
    if options.statistics:
        blocks.append(table.statistics(report, options))
    if report.job != "extract":
        blocks.append(coverage(report, options))
    return "\n".join(block for block in blocks if block)


def _findings(report: Report, options: RenderOptions) -> Iterator[str]:
    """Errors and warnings with their evidence, a paragraph each; then a paragraph with the first notes, a line each."""
    documents = documents_of(report)
    notes = []
    advised: set[str] = set()
    for finding in by_severity(report):
        if report.job == "compare" and finding.rule in facts.IN_SECTIONS:
            continue
        if finding.severity > Severity.note:
            lines = [headline(finding, options), *_shown(finding, documents, options)]
            if finding.rule not in advised:  # help is given once for each kind of finding
                lines += [f"{'':>{GUTTER}} = help: {line}" for line in _help(finding)]
            advised.add(finding.rule)
            yield "\n".join(lines) + "\n"
        else:
            notes.append(headline(finding, options) + "\n")
    if len(notes) > NOTES_SHOWN + 1:
        notes[NOTES_SHOWN:] = [f"… and {len(notes) - NOTES_SHOWN:,} more notes; `--output concise` shows all\n"]
    yield "".join(notes)


def _help(finding: Finding) -> Iterable[str]:
    """What to do about a finding; where the sources are divided, not to take the figure of one of them."""
    if finding.severity is Severity.error and any(each.relation == "same" for each in finding.evidence):
        return ("the sources differ, and some have what the draft says: find out which of them is right",)
    return advice(finding.rule)


def _shown(finding: Finding, documents: Mapping[str, Document], options: RenderOptions) -> Iterator[str]:
    """The draft's line, then the line of each source with its place."""
    evidence = [each for each in by_weight(finding.evidence) if not _in_view(each, finding)]
    document = documents.get(finding.document)
    if document is not None:
        start, end = finding.start, finding.end
        if finding.rule == "quote-altered" and evidence:
            first, last = focus(document.text[start:end], evidence[0].claim.text)
            start, end = start + first, start + last
        yield from _pointed(document.text, (start, end), finding.line, finding.severity.name, options)
    for each in evidence[:EVIDENCE_SHOWN]:
        yield from _witness(each, finding, documents, options)
    if len(evidence) > EVIDENCE_SHOWN:
        yield f"{'':>{GUTTER}} = and {count(len(evidence) - EVIDENCE_SHOWN, 'more source')}"


def _in_view(evidence: Evidence, finding: Finding) -> bool:
    """Whether evidence is in the sentence that the finding marks, as it may be in a check of a text against itself."""
    sentence = evidence.claim.sentence
    return evidence.claim.document == finding.document and sentence.start <= finding.start < sentence.end


def _pointed(text: str, span: tuple[int, int], line: int, style: str, options: RenderOptions) -> Iterator[str]:
    """A numbered line with its span underlined."""
    mark = "^" if style in ("error", "warning", "note") else "-"
    shown, marks = pointed(text, *span, options.width - GUTTER - 3, mark)
    yield f"{line:>{GUTTER}} | {shown}"
    yield f"{'':>{GUTTER}} | {' ' * (len(marks) - len(marks.lstrip()))}{paint(marks.lstrip(), style, options)}"


def _witness(
    evidence: Evidence, finding: Finding, documents: Mapping[str, Document], options: RenderOptions
) -> Iterator[str]:
    """A source's place, its sentence with the span underlined, and the reason unless the message contains it."""
    claim = evidence.claim
    style = _STYLES.get(evidence.relation, "agree")
    yield f"{'-->':>{GUTTER}} {paint(place(evidence, documents), 'strong', options)} {relation(evidence, finding)}"
    start = _start(evidence)
    if start is None:
        yield f"{claim.line:>{GUTTER}} | {shorten(flat(evidence.quote), options.width - GUTTER - 3)}"
    else:
        first, last = 0, len(claim.text)
        if finding.rule == "quote-altered" and evidence.relation == "different":
            document = documents.get(finding.document)
            first, last = focus(claim.text, document.text[finding.start : finding.end] if document else "")
        # A sentence that continues over several lines is shown as one.
        flattened = evidence.quote.replace("\n", " ").replace("\r", " ")
        yield from _pointed(flattened, (start + first, start + last), claim.line, style, options)
    if evidence.reason and flat(evidence.reason) not in flat(finding.message):
        yield f"{'':>{GUTTER}} = {shorten(flat(evidence.reason), options.width - GUTTER - 3)}"


def _start(evidence: Evidence) -> int | None:
    """The offset of the claim in the quoted sentence in code points; None when it is not in it."""
    claim, quote = evidence.claim, evidence.quote
    start = claim.start - claim.sentence.start
    if start >= 0 and quote[start : start + len(claim.text)] == claim.text:
        return start
    found = quote.find(claim.text)
    return found if found >= 0 else None


def coverage(report: Report, options: RenderOptions = PLAIN) -> str:
    """The counts of claims or facts, verdicts, sources and findings: "31 claims: 24 agree, 2 differ, 5 single"."""
    checked = report.job == "check"
    verdicts = [each.verdict for each in (report.judged if checked else report.clusters)]
    if checked and not verdicts:
        return "no claims\n"
    parts = [
        paint(f"{verdicts.count(verdict)} {_verb(verdict, verdicts.count(verdict))}", verdict, options)
        for verdict in VERDICTS
        if verdict in verdicts
    ]
    things = count(len(verdicts), "claim" if checked else "fact")
    sources = f"{count(len(report.documents), 'source')}, {count(len(report.origins), 'independent origin')}"
    found = f"; {_found(report)}" if checked or report.findings else ""
    days = (shorten(line, options.width) for line in _days(report.documents))
    lines = (f"{things}: {', '.join(parts) or 'nothing to compare'}", f"{sources}{found}", *days)
    return "".join(f"{line}\n" for line in lines)


def _days(sources: Sequence[Document]) -> Iterator[str]:
    """The sources whose day of publication is inferred in part, then those that state none, one line each."""
    for source in sources:
        if source.published_from in INFERRED_YEARS:
            yield f"{flat(source.id)}: read as of {source.published} ({source.published_from})"
    undated = [flat(source.id) for source in sources if source.anchor is None]
    if undated:
        named = ", ".join(undated[:_MOST_NAMED])
        more = f" and {len(undated) - _MOST_NAMED:,} more" if len(undated) > _MOST_NAMED else ""
        yield f"no day of publication in {named}{more}"


def _found(report: Report) -> str:
    """`2 errors, 1 note; 3 suppressed`."""
    counts = summary(report)
    parts = [count(counts.findings[each.name], each.name) for each in SEVERITIES if counts.findings[each.name]]
    suppressed = sum(finding.suppression is not None for finding in report.findings)
    known = sum(not finding.counts for finding in report.findings) - suppressed
    quiet = [f"{suppressed:,} suppressed"] * bool(suppressed) + [f"{known:,} in the baseline"] * bool(known)
    return "; ".join([", ".join(parts) or "no findings", *quiet])


def _verb(verdict: str, number: int) -> str:
    return _VERBS.get(verdict, (verdict, verdict))[number != 1]
