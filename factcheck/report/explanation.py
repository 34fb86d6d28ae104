"""The explanation of a verdict as text: the claim's reading and rule, and its candidates with their scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Document, Quotation, Rejected, Report
from factcheck.report import v1
from factcheck.report.json import encode
from factcheck.report.phrasing import at, witness
from factcheck.report.place import path_of
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import columns, flat, gist, paint, shorten
from factcheck.ruleset import Ruleset

if TYPE_CHECKING:
    from factcheck.align.slots import SlotComparison
    from factcheck.pipeline import Candidate, Explained

_MARGIN = 9  # columns before a candidate's table of slots
_NAMES = 8 + 1 + 11 + 1  # columns of a slot's name and relation
_WORDS = 16  # columns of a slot's words at least
_RELATION_STYLES = {"same": "agree", "conflicting": "differ"}
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
    for candidate in found.candidates[:_CANDIDATES]:
        yield from _candidate(candidate, documents, options)


def as_json(found: Sequence[Explained], refused: Sequence[Rejected] = ()) -> str:
    """The explanations as one JSON object of version 1; `refused` are words that are no claim."""
    return encode(v1.ExplainV1(1, tuple(map(_as_v1, found)), tuple(map(v1.refused, refused)))) + "\n"


def _as_v1(found: Explained) -> v1.ExplainedV1:
    rejected = tuple(map(v1.reading, found.rejected))
    return v1.ExplainedV1(
        claim=v1.judged(found.judged),
        findings=tuple(map(v1.finding, found.findings)),
        rejected=rejected,
        candidates=tuple(map(_candidate_v1, found.candidates)),
    )


def _candidate_v1(found: Candidate) -> v1.CandidateV1:
    alignment = found.alignment
    claim = v1.claim(alignment.topic.claim)
    if found.slots:
        claim.about = v1.about(alignment.topic.statement, alignment.topic.claim.places)
    return v1.CandidateV1(
        claim=claim,
        score=f"{alignment.score:.2f}",
        relation=alignment.comparison.relation,
        reason=alignment.comparison.reason,
        parts=tuple(v1.PartV1(part.value, part.what) for part in found.parts),
        slots={each.name: each.relation.name.lower() for each in found.slots},
    )


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


def _candidate(found: Candidate, documents: Mapping[str, Document], options: RenderOptions) -> Iterator[str]:
    alignment, parts = found.alignment, found.parts
    other, comparison = alignment.topic.claim, alignment.comparison
    place = f"{flat(path_of(other.document, documents))}:{other.line}:{other.column}"
    how = f" ({comparison.wording})" if comparison.wording else ""
    yield f"    {alignment.score:.2f} {paint(place, 'strong', options)} “{shorten(flat(other.text), 60)}”"
    yield f"         {comparison.relation}{how}{f': {flat(comparison.reason)}' if comparison.reason else ''}"
    for part in parts:
        yield f"         {part.value:>6} {flat(part.what)}"
    yield from _slots(found.slots, options)


def _slots(slots: Sequence[SlotComparison], options: RenderOptions) -> Iterator[str]:
    """The slots of two claims as a table: the relation, and the words it was read from in the draft and the source.

    Slots that neither side has are named in one line.
    """
    read = [each for each in slots if each.one is not None or each.two is not None]
    if read:
        most = max((options.width - _MARGIN - _NAMES - 2) // 2, _WORDS)
        sides = [[shorten(flat(slot.text), most) if slot else "–" for slot in (each.one, each.two)] for each in read]
        width = max(columns(side) for side in ("draft", *(draft for draft, _ in sides)))
        yield f"{'':{_MARGIN}}{'slot':<8} {'relation':<11} {'draft':<{width}}  source"
        for each, (draft, source) in zip(read, sides, strict=True):
            relation = each.relation.name.lower()
            shown = paint(f"{relation:<11}", _RELATION_STYLES.get(relation, ""), options)
            yield f"{'':{_MARGIN}}{each.name:<8} {shown} {draft}{' ' * (width - columns(draft))}  {source}"
    left = [each.name for each in slots if each not in read]
    if left:
        yield f"{'':{_MARGIN}}on neither side: {', '.join(left)}"
