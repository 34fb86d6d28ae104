"""What the gate lets pass: findings that the configuration, a comment, a sidecar file or a baseline answers for."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.config import Config
from factcheck.gate.ignores import suppressed
from factcheck.model import Report

__all__ = ["chosen", "gated"]


def gated(report: Report, settings: Config, *, ignores: bool = True) -> Report:
    """The report as the configuration asks for it.

    Suppressed findings stay, with the reason given; those that are not selected go. With `ignores` off, comments and
    sidecar files silence nothing. Raises ConfigError for a comment that cannot be understood.
    """
    return chosen(suppressed(report, settings.rules) if ignores else report, settings)


def chosen(report: Report, settings: Config) -> Report:
    """The report with only the findings that are selected and not ignored; claims and verdicts stay."""
    paths = {draft.id: draft.path for draft in report.drafts}
    findings = tuple(each for each in report.findings if settings.wants(each.rule, paths.get(each.document)))
    return replace(report, findings=findings)
