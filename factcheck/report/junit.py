"""JUnit XML: a test case for each claim of a draft, under the draft's name.

A finding at or above `--fail-on` is a failure, a warning below it a skipped case, a note the output of a case that
passes. Names contain no line numbers, so that a server recognises a case after an edit elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from factcheck.model import Document, Evidence, Finding, Report, Severity
from factcheck.report.markup import xml
from factcheck.report.phrasing import by_weight, counting, witness
from factcheck.report.place import documents_of, path_of
from factcheck.report.render_options import PLAIN, RenderOptions

NO_FINDING: tuple[None] = (None,)  # a claim without findings gives one case


class Case(Struct, frozen=True):
    """One test case: its name and place, its finding if there is one, and the evidence."""

    name: str
    document: str
    line: int
    finding: Finding | None = None
    evidence: tuple[Evidence, ...] = ()


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The report as an XML document with a test suite for each checked document."""
    documents = documents_of(report)
    cases = list(_cases(report))
    shown = [_shown(case, documents, options) for case in cases]
    checked = report.drafts if report.job == "check" else report.documents
    suites: dict[str, list[str]] = {document.id: [] for document in checked}
    for case, text in zip(cases, shown, strict=True):
        suites.setdefault(case.document, []).append(text)
    written = [
        f'  <testsuite name="{xml(path_of(name, documents))}" {_counts(own)}>\n{"".join(own)}  </testsuite>\n'
        for name, own in suites.items()
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="factcheck" {_counts(shown)}>\n{"".join(written)}</testsuites>\n'


def _counts(shown: Iterable[str]) -> str:
    cases = list(shown)
    failures = sum("<failure " in case for case in cases)
    skipped = sum("<skipped " in case for case in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _cases(report: Report) -> Iterator[Case]:
    """The claims with their findings, then the findings that mark no claim."""
    claims = [(judged.claim, judged.evidence) for judged in report.judged]
    if report.job == "extract":
        claims = [(claim, ()) for claim in report.claims]
    waiting: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in counting(report):
        waiting.setdefault((finding.document, finding.start, finding.end), []).append(finding)
    seen: Counter[tuple[str, str]] = Counter()
    for claim, evidence in claims:
        own = waiting.pop((claim.document, claim.start, claim.end), [])
        for one in own or NO_FINDING:
            name = _numbered(f"{claim.kind} “{claim.text}”", claim.document, seen)
            yield Case(name, claim.document, claim.line, one, evidence)
    for each in (finding for rest in waiting.values() for finding in rest):
        name = _numbered(f"{each.rule}: {each.message}", each.document, seen)
        yield Case(name, each.document, each.line, each, each.evidence)


def _numbered(name: str, document: str, seen: Counter[tuple[str, str]]) -> str:
    """The name, numbered from its second occurrence on, since servers keep one case per name."""
    seen[document, name] += 1
    count = seen[document, name]
    return name if count == 1 else f"{name} ({count})"


def _shown(case: Case, documents: Mapping[str, Document], options: RenderOptions) -> str:
    path = xml(path_of(case.document, documents))
    start = f'    <testcase name="{xml(case.name)}" classname="{path}" file="{path}" line="{case.line}"'
    finding = case.finding
    if finding is None:
        return f"{start}/>\n"
    message = f"{finding.severity.name} {finding.rule}: {finding.message}"
    details = [f"{path_of(case.document, documents)}:{finding.line}:{finding.column}: {message}"]
    details += [witness(each, documents) for each in by_weight(case.evidence)]
    lines = "\n".join(xml(line) for line in details)
    if options.fail_on is not Severity.never and finding.severity >= options.fail_on:
        result = f'<failure type="{xml(finding.rule)}" message="{xml(message)}">{lines}</failure>'
    elif finding.severity >= Severity.warning:
        result = f'<skipped message="{xml(message)}"/>'
    else:
        result = f"<system-out>{lines}</system-out>"
    return f"{start}>\n      {result}\n    </testcase>\n"
