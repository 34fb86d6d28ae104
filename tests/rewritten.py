"""Drafts in other words than their sources: what `check` says of each marked claim.

Those of fixtures/rewritten were looked at while the program was written, those of fixtures/retold and then of
fixtures/told came later. In fixtures/borrowed most wrong values stand in a source, of another fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct
from rapidfuzz.fuzz import ratio

from factcheck import pipeline
from factcheck.model import Claim, Document, Finding, Judged, Report, Severity
from factcheck.ruleset import load_rules
from tests.marks import FIXTURES

FOLDERS = ("rewritten", "retold", "told", "borrowed")

Count = Callable[[str, bool, str], None]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """What one outlet wrote."""

    name: str
    text: str
    published: date | None = None


class Expected(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the draft that carry a claim, and what the sources do with it."""

    text: str
    expected: Literal["supported", "contradicted", "unsupported"]
    why: str


class Rewritten(Struct, frozen=True, forbid_unknown_fields=True):
    """A draft with its sources, and every claim of it marked."""

    published: date
    draft: str
    sources: tuple[Source, ...]
    marks: tuple[Expected, ...]


def events(folder: str) -> Iterator[tuple[str, Rewritten]]:
    """The events of a folder by name."""
    for path in sorted((FIXTURES / folder).glob("*.json")):
        yield path.stem, msgspec.json.decode(path.read_bytes(), type=Rewritten)


def checked(event: Rewritten) -> Report:
    """The draft of an event, checked against its sources."""
    sources = [Document(id=each.name, text=each.text, published=each.published) for each in event.sources]
    draft = Document(id="draft", text=event.draft, published=event.published)
    return pipeline.check([draft], sources, load_rules())


def count_rewritten(count: Count) -> None:
    """Count what is said of every marked claim, and the errors that stand at a contradicted one."""
    found = [(each, name, event) for each in FOLDERS for name, event in events(each)]
    for folder, name, event in found:
        report = checked(event)
        wrong: list[tuple[int, int]] = []
        for mark in event.marks:
            start = event.draft.index(mark.text)
            end = start + len(mark.text)
            if mark.expected == "contradicted":
                wrong.append((start, end))
            severity, verdicts = _said_of(report, start, end, quoted=_is_quoted(event.draft, start, mark.text))
            where = f"{name}: {mark.text!r}, {mark.why}"
            if mark.expected == "supported":
                confirmed = severity < Severity.warning and bool(verdicts & {"agree", "single"})
                count(f"{folder}.supported-confirmed", confirmed, where)
                count(f"{folder}.supported-quiet", severity < Severity.warning, where)
            elif mark.expected == "contradicted":
                count(f"{folder}.contradicted-errors", severity is Severity.error, where)
                count(f"{folder}.contradicted-reported", severity >= Severity.warning, where)
            else:
                count(f"{folder}.unsupported-reported", severity is Severity.warning, where)
        for finding in report.findings:
            if finding.severity is Severity.error:
                spans = [(finding.start, finding.end)]
                if finding.rule == _OF_SPEAKERS:
                    spans += [(each.start, each.end) for each in _beside(finding, report)]
                right = any(start < last and first < end for start, end in wrong for first, last in spans)
                count(f"{folder}.errors-right", right, f"{name}: {finding.message}")


def _is_quoted(draft: str, start: int, text: str) -> bool:
    """Whether a mark holds a quotation mark or stands between two."""
    return "“" in text or draft.rfind("“", 0, start) > draft.rfind("”", 0, start)


_OF_SPEAKERS = "quote-misattributed"
_REACH = 170  # code points between a quotation and the name of its speaker


def _beside(finding: Finding, report: Report) -> list[Claim]:
    """The quotation of which a finding at the name of a speaker is told: that which its evidence has."""
    quotations = [each.claim for each in report.judged if each.claim.kind == "quote"]
    near = [each for each in quotations if each.start - _REACH < finding.start < each.end + _REACH]
    words = finding.evidence[0].claim.text if finding.evidence else ""
    return sorted(near, key=lambda each: -ratio(each.text, words))[:1]


def _said_of(report: Report, start: int, end: int, *, quoted: bool) -> tuple[Severity, set[str]]:
    """The highest severity of what is reported of a span, and the verdicts on its claims.

    Of a span with a quotation only what is said of the quotation counts, of another only what is said of its values.
    """

    def meets(one: Finding | Judged) -> bool:
        place = one.claim if isinstance(one, Judged) else one
        of_quote = one.claim.kind == "quote" if isinstance(one, Judged) else one.rule.startswith("quote")
        if isinstance(one, Finding) and one.rule == _OF_SPEAKERS:
            return quoted and any(each.start < end and start < each.end for each in _beside(one, report))
        return place.start < end and start < place.end and (quoted or not of_quote)

    found = [each.severity for each in report.findings if meets(each)]
    judged = [each for each in report.judged if meets(each)]
    if quoted and any(each.claim.kind == "quote" for each in judged):
        judged = [each for each in judged if each.claim.kind == "quote"]
    return max(found, default=Severity.note), {each.verdict for each in judged}
