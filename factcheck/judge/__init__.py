"""Clusters and a draft's claims → verdicts, reasons and findings."""

from factcheck.judge.claims import judge_claim, judge_claims
from factcheck.judge.context import JudgementContext, shorten

__all__ = ["JudgementContext", "judge_claim", "judge_claims", "shorten"]
