"""One line per finding, claim or cluster, for grep and for editors."""

from __future__ import annotations

from factcheck.model import Claim, Cluster, Report
from factcheck.report.phrasing import at, by_severity, headline
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat, gist, paint


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """One line for each cluster and finding, or for each claim."""
    claims = (line(claim, options) for claim in report.claims) if report.job == "extract" else ()
    clusters = (_cluster(cluster, options) for cluster in report.clusters)
    findings = (headline(finding, options) + "\n" for finding in by_severity(report))
    return "".join((*claims, *clusters, *findings))


def line(claim: Claim, options: RenderOptions = PLAIN) -> str:
    """`draft.md:14:22: count “nearly 48,000 people” = 47000..48000`."""
    return f"{at(claim, options)} {claim.kind} “{flat(claim.text)}” = {flat(gist(claim.value))}\n"


def _cluster(cluster: Cluster, options: RenderOptions) -> str:
    claims = "; ".join(
        f"{flat(claim.document)}:{claim.line}:{claim.column} “{flat(claim.text)}”" for claim in cluster.claims
    )
    verdict = paint(cluster.verdict, cluster.verdict, options)
    return f"{verdict} {cluster.kind} ({flat(cluster.about)}): {claims}\n"
