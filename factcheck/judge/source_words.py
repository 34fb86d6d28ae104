"""What is reported of a quotation by the form of the sources: words outside quotation marks, records, stories."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import Alignment, Topic
from factcheck.judge.context import JudgementContext, evidence_from, finding_at, shorten
from factcheck.kinds.quotation.speakers import names_a_person
from factcheck.model import Document, Finding, Judged, Quotation, Severity

_FEWEST = 3  # words of a quotation that is asked for


def is_of_prose(alignment: Alignment) -> bool:
    """Whether a source has the words as its own and not as the draft's speaker's."""
    value = alignment.topic.claim.value
    return isinstance(value, Quotation) and value.role == "passage"


def outside_marks(
    topic: Topic, alignments: Sequence[Alignment], context: JudgementContext
) -> tuple[Judged, list[Finding]] | None:
    """The verdict on a quotation whose words a source has without quotation marks and not from the draft's speaker: the
    report's own words, which a draft must not give to a person as direct speech. None where no source has them so.
    """
    value = topic.claim.value
    found = [each for each in alignments if is_of_prose(each) and each.comparison.relation in ("same", "consistent")]
    if not found or not isinstance(value, Quotation) or len(value.quote.split()) < _FEWEST:
        return None
    claim, evidence = topic.claim, evidence_from(topic, found, context)
    shown = evidence[0].claim
    whose = f"not as words of {value.speaker}" if names_a_person(value, context.ruleset) else "not as a quotation"
    reason = f"the words stand in {shown.document} without quotation marks, and {whose}"
    message = f"“{shorten(claim.text)}” stands in {shown.document} without quotation marks, and {whose}"
    finding = finding_at("quote-not-found", severity_of_missing(context), message, claim, evidence)
    return Judged(claim, "unsupported", 0, reason, evidence), [finding]


def severity_of_missing(context: JudgementContext) -> Severity:
    """How severe it is that no source has a quotation: other outlets' stories may quote other words of one speech."""
    sources = context.documents.values()
    is_story = bool(sources) and all(_is_story(each, context) for each in sources)
    return Severity.note if is_story else Severity.warning


def _is_story(source: Document, context: JudgementContext) -> bool:
    """Whether a source is another outlet's story: by its tier, or by its form where it has none that says so."""
    settings = context.ruleset.setting("quotations")
    tier = (source.tier or "").lower()
    if tier in settings["records"] or tier in settings["stories"]:
        return tier in settings["stories"]
    return context.words is not None and context.words.voices(source.id).is_report
