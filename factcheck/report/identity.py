"""Fingerprints for output formats: numbered within a document, or unique within a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.model import Finding


def numbered(findings: Iterable[Finding]) -> Iterator[str]:
    """`9f2c…:1`: each finding's fingerprint, with a count of its occurrences in the document so far.

    Neither depends on line numbers, so that an edit elsewhere changes nothing.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        known = finding.fingerprint or _digest(finding.rule, finding.message)
        seen[finding.document, known] += 1
        yield f"{known}:{seen[finding.document, known]}"


def unique(findings: Iterable[Finding]) -> Iterator[str]:
    """For each finding a fingerprint unique within the report, for readers that drop repeated fingerprints."""
    findings = list(findings)
    for finding, known in zip(findings, numbered(findings), strict=True):
        yield _digest(finding.document, known)


def _digest(*parts: str) -> str:
    from hashlib import sha256

    return sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:32]
