"""Clusters and a draft's claims → verdicts, reasons and findings."""

from factcheck.judge.claims import judge_claim, judge_claims
from factcheck.judge.clusters import about, judge_cluster
from factcheck.judge.context import ClaimAlignments, JudgementContext, shorten
from factcheck.judge.two_facts import tell_two_facts

__all__ = [
    "ClaimAlignments",
    "JudgementContext",
    "about",
    "judge_claim",
    "judge_claims",
    "judge_cluster",
    "shorten",
    "tell_two_facts",
]
