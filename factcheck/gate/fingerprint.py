"""Fingerprints of findings: hashes of rule and normalised claim, which an edit elsewhere does not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from msgspec.structs import replace

from factcheck.model import Claim, Finding, Quantity, Report, TimeExpression
from factcheck.text.folding import fold, words

LENGTH = 16  # hexadecimal digits: 64 bits, ample for the findings of one draft


def fingerprinted(report: Report) -> Report:
    """The report with a fingerprint added to each finding without one."""
    claims: dict[str, list[Claim]] = {}
    compared = (claim for cluster in report.clusters for claim in cluster.claims)
    for claim in (*(judged.claim for judged in report.judged), *compared):
        claims.setdefault(claim.document, []).append(claim)
    prose = {document.id: document.text for document in (*report.drafts, *report.documents)}
    findings = tuple(
        finding
        if finding.fingerprint
        else replace(finding, fingerprint=fingerprint(finding, claims.get(finding.document, ()), prose))
        for finding in report.findings
    )
    return replace(report, findings=findings)


def fingerprint(finding: Finding, claims: Sequence[Claim], texts: Mapping[str, str]) -> str:
    """The fingerprint of a finding, given the claims of its document; without a claim it hashes the words marked."""
    text = texts.get(finding.document, "")[finding.start : finding.end]
    claim = _claim(finding, claims)
    parts = [finding.rule, *([] if claim is None else _normal(claim))]
    if claim is None or (claim.start, claim.end) != (finding.start, finding.end):
        parts.append(_plain(text))
    return digest(parts)


def digest(parts: Sequence[str]) -> str:
    """The first `LENGTH` hexadecimal digits of the SHA-256 of the parts."""
    digits: str = _sha256()("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()
    return digits[:LENGTH]


@cache
def _sha256() -> Any:
    """SHA-256 from CPython's own module, whose name depends on the version: hashlib would load all of OpenSSL."""
    for name in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError):
            return import_module(name).sha256
    raise ImportError("this Python has no SHA-256")


def _claim(finding: Finding, claims: Sequence[Claim]) -> Claim | None:
    """The claim of a finding: the one at its span, or for a finding on a speaker the nearest quotation."""
    for claim in claims:
        if (claim.start, claim.end) == (finding.start, finding.end):
            return claim
    if not finding.rule.startswith("quote-"):
        return None
    quotes = [claim for claim in claims if claim.kind == "quote"]
    return min(quotes, key=lambda claim: (_gap(claim, finding), claim.start), default=None)


def _gap(claim: Claim, finding: Finding) -> int:
    return max(claim.start - finding.end, finding.start - claim.end)


def _normal(claim: Claim) -> Iterator[str]:
    """Yield the parts of the claim's normalised value; nothing that depends on the context."""
    value = claim.value
    yield claim.kind
    if isinstance(value, Quantity):
        figures = (value.low, value.high) if value.number is None else (value.number,)
        yield "..".join("" if figure is None else f"{figure.normalize():f}" for figure in figures)
        yield from (value.bound or "", value.unit or "", _plain(value.noun or ""))
    elif isinstance(value, TimeExpression):
        # A relative date ("Thursday") is hashed by its words: its value changes with the date of the draft.
        stated = value.timex if value.timex and value.timex[:4] in claim.text else None
        yield stated or _plain(claim.text)
    else:
        yield " ".join(words(value.quote))


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
