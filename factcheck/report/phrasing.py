"""Phrases that several formats share: counts, relations, a piece of evidence in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model import Claim, Document, Evidence, Finding, Rejected, Relation, Report
from factcheck.report.place import path_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, paint, safe

RELATIONS: dict[Relation, str] = {
    "same": "agrees",
    "consistent": "is compatible",
    "different": "differs",
    "held": "cannot be compared",
}


_BESIDE = {"same": "has the value", "different": "is nearest"}  # of a claim that no source states


def relation(evidence: Evidence, finding: Finding) -> str:
    """How a source's claim relates to what the finding says: "differs", or "is nearest" where no source states it."""
    beside = _BESIDE.get(evidence.relation) if finding.rule == "unsupported" else None
    return beside or RELATIONS[evidence.relation]


def count(number: int, thing: str) -> str:
    """`1 source`, `2 sources`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def headline(finding: Finding, options: RenderOptions = PLAIN) -> str:
    """`draft.md:14:22: error number-differs: message`, on one line."""
    name = paint(f"{finding.severity.name} {finding.rule}:", finding.severity.name, options)
    where = f"{flat(finding.where)}: " if finding.where else ""
    return f"{at(finding, options)} {name} {where}{flat(finding.message)}"


def at(item: Finding | Claim | Rejected, options: RenderOptions = PLAIN) -> str:
    """`draft.md:14:22:`, for the beginning of a line."""
    # Sanitised as a whole: a file name that ends in a colon would form "::", which begins a CI command.
    return paint(safe(f"{flat(item.document)}:{item.line}:{item.column}:"), "strong", options)


def counting(report: Report) -> list[Finding]:
    """The findings that count: neither suppressed nor in the baseline."""
    return [finding for finding in report.findings if finding.counts]


def by_severity(report: Report) -> list[Finding]:
    """The findings that count, errors before warnings before notes; those of one severity by draft and place."""
    return sorted(counting(report), key=lambda each: -each.severity)


def by_weight(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence, sources that differ first."""
    return sorted(evidence, key=lambda each: each.relation != "different")


def place(evidence: Evidence, documents: Mapping[str, Document]) -> str:
    """`notes/wires.jsonl:3:120 (wire-3) [agency]`, `notes/report.pdf:41:7, page 3`: the place of a source's claim.

    The document's name is given only where it is not the file's, the tier only where one is declared.
    """
    claim = evidence.claim
    path = path_of(claim.document, documents)
    name = "" if path == claim.document else f" ({flat(claim.document)})"
    document = documents.get(claim.document)
    tier = f" [{flat(document.tier)}]" if document is not None and document.tier else ""
    where = f", {flat(claim.where)}" if claim.where else ""
    return f"{flat(path)}:{claim.line}:{claim.column}{where}{name}{tier}"


def witness(evidence: Evidence, documents: Mapping[str, Document], finding: Finding | None = None) -> str:
    """A piece of evidence in one line: its place, its relation to the claim, its sentence."""
    how = relation(evidence, finding) if finding is not None else RELATIONS[evidence.relation]
    return f"{place(evidence, documents)} {how}: “{flat(evidence.quote)}”"
