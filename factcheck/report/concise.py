"""One line a finding, a claim or a cluster: for grep, for editors, for a glance."""

from __future__ import annotations

from factcheck.model import Claim, Cluster, Report
from factcheck.report.look import PLAIN, Look
from factcheck.report.screen import flat, gist, paint
from factcheck.report.wording import at, counting, headline


def render(report: Report, look: Look = PLAIN) -> str:
    """One line for each cluster and finding, or for each claim."""
    claims = (line(claim, look) for claim in report.claims) if report.job == "extract" else ()
    clusters = (_cluster(cluster, look) for cluster in report.clusters)
    findings = (headline(finding, look) + "\n" for finding in counting(report))
    return "".join((*claims, *clusters, *findings))


def line(claim: Claim, look: Look = PLAIN) -> str:
    """`draft.md:14:22: count “nearly 48,000 people” = 47000..48000`."""
    return f"{at(claim, look)} {claim.kind} “{flat(claim.text)}” = {flat(gist(claim.value))}\n"


def _cluster(cluster: Cluster, look: Look) -> str:
    told = "; ".join(
        f"{flat(claim.document)}:{claim.line}:{claim.column} “{flat(claim.text)}”" for claim in cluster.claims
    )
    verdict = paint(cluster.verdict, cluster.verdict, look)
    return f"{verdict} {cluster.kind} ({flat(cluster.about)}): {told}\n"
