"""Clusters and a draft's claims → verdicts, reasons and findings."""

from factcheck.judge.claims import judge_claim, judge_claims
from factcheck.judge.context import ClaimAlignments, JudgementContext, shorten
from factcheck.judge.two_facts import tell_two_facts

__all__ = ["ClaimAlignments", "JudgementContext", "judge_claim", "judge_claims", "shorten", "tell_two_facts"]
