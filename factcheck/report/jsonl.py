"""JSON lines: one object per line, each in the form of JSON, version 1.

`extract` gives its claims, then the findings of `--check-self` or, with `--explain`, the words that are no claim;
`compare` gives its clusters, `check` its findings.
"""

from __future__ import annotations

from factcheck.model import Claim, Report
from factcheck.report import v1
from factcheck.report.json import encode
from factcheck.report.phrasing import counting
from factcheck.report.render_options import PLAIN, RenderOptions


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """One line for each claim, cluster or finding."""
    if report.rejected is not None:
        traced = "".join(encode(v1.traced(*each)) + "\n" for each in report.traced())
        return traced + "".join(encode(v1.refused(each)) + "\n" for each in report.refused)
    claims = "".join(line(claim, options) for claim in report.claims) if report.job == "extract" else ""
    if report.job == "compare":
        return "".join(encode(v1.cluster(cluster)) + "\n" for cluster in report.clusters)
    return claims + "".join(encode(v1.finding(finding)) + "\n" for finding in counting(report))


def line(claim: Claim, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """One claim as one line, for writing claims while documents are still being read."""
    return encode(v1.claim(claim)) + "\n"
