"""Filter findings: those excluded by the configuration or suppressed by a comment, a sidecar file or a baseline."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.config import Config
from factcheck.gate.ignores import suppressed
from factcheck.model import Report

__all__ = ["chosen", "gated"]


def gated(report: Report, settings: Config, *, ignores: bool = True) -> Report:
    """The report with the configuration's selection and the draft's ignore directives applied.

    Findings not selected are removed; suppressed ones stay, with the reason given. With `ignores` false, comments and
    sidecar files have no effect. Raises ConfigError for an invalid directive.
    """
    return chosen(suppressed(report, settings.rules) if ignores else report, settings)


def chosen(report: Report, settings: Config) -> Report:
    """The report with only the findings that the configuration selects; claims and verdicts are unchanged."""
    paths = {draft.id: draft.path for draft in report.drafts}
    findings = tuple(each for each in report.findings if settings.wants(each.rule, paths.get(each.document)))
    return replace(report, findings=findings)
