"""The explanation of a verdict as text: the claim's reading and rule, and its candidates with their scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Document, Quotation, Rejected, Report
from factcheck.report.phrasing import at, witness
from factcheck.report.place import path_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, gist, paint, shorten
from factcheck.ruleset import Ruleset

if TYPE_CHECKING:
    from factcheck.align import Alignment, Part
    from factcheck.pipeline import Explained

_CANDIDATES = 6  # candidates shown for each claim, those with the highest scores


def render(
    found: Sequence[Explained], documents: Mapping[str, Document], ruleset: Ruleset, options: RenderOptions = PLAIN
) -> str:
    """The explanations, one paragraph each."""
    summaries = {rule.id: rule.summary for rule in ruleset.rules}
    return "\n".join("\n".join(_explained(each, documents, summaries, options)) + "\n" for each in found)


def _explained(
    found: Explained, documents: Mapping[str, Document], summaries: Mapping[str, str], options: RenderOptions
) -> Iterator[str]:
    claim, judged = found.judged.claim, found.judged
    place = f"{flat(path_of(claim.document, documents))}:{claim.line}:{claim.column}:"
    yield f"{paint(place, 'strong', options)} “{flat(claim.text)}”"
    copied = isinstance(claim.value, Quotation) and claim.value.role == "passage"
    reading = "words as they stand" if copied else f"{claim.kind}: {flat(gist(claim.value))}"
    yield f"  read as   {reading}"
    yield f"  by        {claim.rule}{f': {summaries[claim.rule]}' if claim.rule in summaries else ''}"
    yield from (f"  not by    {not_taken(each)}" for each in found.rejected)
    yield f"  verdict   {paint(judged.verdict, judged.verdict, options)}: {flat(judged.reason)}"
    for finding in found.findings:
        yield f"  finding   {finding.severity.name} {finding.rule} (#{finding.fingerprint[:12]})"
    if copied:
        yield from (f"  source    {witness(each, documents)}" for each in judged.evidence)
        return
    if not found.candidates:
        yield "  no claim of the sources shares its value, or rare words around it"
        return
    many = len(found.candidates)
    yield "  held beside it:" if many <= _CANDIDATES else f"  of {many} claims held beside it, the surest:"
    for alignment, parts in found.candidates[:_CANDIDATES]:
        yield from _candidate(alignment, parts, documents, options)


def readings(report: Report, ruleset: Ruleset, options: RenderOptions = PLAIN) -> str:
    """Each claim of an `extract` with its reading and the readings that lost, then the readings that gave no claim."""
    summaries = {rule.id: rule.summary for rule in ruleset.rules}
    lines: list[str] = []
    for claim, rejected in report.traced():
        lines.append(f"{at(claim, options)} “{flat(claim.text)}”")
        lines.append(f"  read as   {claim.kind}: {flat(gist(claim.value))}")
        lines.append(f"  by        {claim.rule}{f': {summaries[claim.rule]}' if claim.rule in summaries else ''}")
        lines += [f"  not by    {not_taken(each)}" for each in rejected]
    none = report.refused
    if none:
        lines += ["", "looked at, and no claim:"] if lines else ["looked at, and no claim:"]
    return "".join(f"{line}\n" for line in lines) + refused(none, options)


def refused(found: Sequence[Rejected], options: RenderOptions = PLAIN) -> str:
    """Readings that gave no claim, one line each, with the rule or trap that rejected them."""
    return "".join(f"{at(each, options)} {not_taken(each)}\n" for each in found)


def not_taken(each: Rejected) -> str:
    """`timex/month “May”: shorter than timex/month-year`."""
    return f"{each.by} “{shorten(flat(each.text), 60)}”: {flat(each.why)}"


def _candidate(
    alignment: Alignment, parts: Sequence[Part], documents: Mapping[str, Document], options: RenderOptions
) -> Iterator[str]:
    other, comparison = alignment.topic.claim, alignment.comparison
    place = f"{flat(path_of(other.document, documents))}:{other.line}:{other.column}"
    how = f" ({comparison.wording})" if comparison.wording else ""
    yield f"    {alignment.score:.2f} {paint(place, 'strong', options)} “{shorten(flat(other.text), 60)}”"
    yield f"         {comparison.relation}{how}{f': {flat(comparison.reason)}' if comparison.reason else ''}"
    for part in parts:
        yield f"         {part.value:>6} {flat(part.what)}"
