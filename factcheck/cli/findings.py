"""The findings that the configuration asks for."""

from __future__ import annotations

import msgspec

from factcheck.config import Config
from factcheck.model import Report


def chosen(report: Report, settings: Config) -> Report:
    """The report with only the findings that are selected and not ignored; claims and verdicts stay."""
    findings = tuple(finding for finding in report.findings if settings.wants(finding.rule))
    return msgspec.structs.replace(report, findings=findings)
