"""What a source has in the stead of what a draft has: a few words to exchange, which the writer may take or leave."""

from __future__ import annotations

import re

from msgspec import Struct

from factcheck.model import Claim, Document, Evidence, Finding, Quantity, Quotation, Report, TimeExpression

_FIGURE = re.compile(
    r"(?:[$€£¥]\s?)?\d+(?:[.,:]\d+)*(?:\s?(?:hundred|thousand|million|billion|trillion|bn|m|k)\b)?", re.IGNORECASE
)
_LONGER = 1.5  # a quotation that is so much longer or shorter is another stretch of the speech
_MORE_WORDS = 2  # a date that says so much more or less says something else


class Correction(Struct, frozen=True):
    """A stretch of the draft's text, what a source has there, and who says so."""

    start: int
    end: int
    text: str
    evidence: Evidence


def correction(finding: Finding, draft: Document, report: Report) -> Correction | None:
    """What the source has in the stead of what differs; None when that is no matter of a few words."""
    against = next((each for each in finding.evidence if each.relation == "different"), None)
    if against is None:
        return None
    source, value = against.claim, against.claim.value
    if finding.rule == "quote-misattributed":
        start, end = finding.start, finding.end
        text = value.speaker if isinstance(value, Quotation) else None
    else:
        claim = _claim(finding, report)
        if claim is None:
            return None
        first, last, text = _exchanged(claim, source)
        start, end = claim.start + first, claim.start + last
    if not text or draft.text[start:end] == text:
        return None
    return Correction(start, end, " ".join(text.split()), against)


def _claim(finding: Finding, report: Report) -> Claim | None:
    spans = (judged.claim for judged in report.judged if judged.claim.document == finding.document)
    return next((claim for claim in spans if (claim.start, claim.end) == (finding.start, finding.end)), None)


def _exchanged(claim: Claim, source: Claim) -> tuple[int, int, str | None]:
    """The part of the claim's text to exchange, and for what."""
    if isinstance(claim.value, Quotation) and isinstance(source.value, Quotation):
        return _words(claim, source.value.quote)
    if _FIGURE.sub("", claim.text) == _FIGURE.sub("", source.text) or _bounded_alike(claim, source):
        own, other = list(_FIGURE.finditer(claim.text)), list(_FIGURE.finditer(source.text))
        if len(own) == len(other) == 1 and own[0][0] != other[0][0]:
            return *own[0].span(), other[0][0]
    if isinstance(claim.value, TimeExpression):
        alike = abs(len(claim.text.split()) - len(source.text.split())) <= _MORE_WORDS
        return 0, len(claim.text), source.text if alike else None
    end = _before_noun(claim)
    return 0, end, _begun_like(claim.text, source.text[: _before_noun(source)])


def _words(claim: Claim, quote: str) -> tuple[int, int, str | None]:
    """The words of a quotation for those of the source, when they are of about one length."""
    start = max(claim.text.find(claim.value.quote), 0) if isinstance(claim.value, Quotation) else 0
    end = start + len(claim.value.quote) if isinstance(claim.value, Quotation) else len(claim.text)
    fewer, more = sorted((len(claim.text[start:end].split()), len(quote.split())))
    return start, end, quote if more <= _LONGER * fewer else None


def _bounded_alike(claim: Claim, source: Claim) -> bool:
    """Whether two figures of one unit have the same word before them: then only the figure is to change."""
    a, b = claim.value, source.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and (a.hedge, a.unit) == (b.hedge, b.unit)


def _before_noun(claim: Claim) -> int:
    """Where what was counted begins in the claim's text; its end where it is not named."""
    noun = claim.value.noun if isinstance(claim.value, Quantity) else None
    kept = claim.text.removesuffix(noun) if noun else claim.text
    return len(kept.rstrip()) or len(claim.text)


def _begun_like(written: str, text: str) -> str:
    """The text with a capital where the draft has one, as at the start of a sentence, and else without."""
    if written[:1].isupper():
        return text[:1].upper() + text[1:]
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
