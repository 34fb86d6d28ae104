"""Which sentences of a draft and a source tell two facts, so that no word of one is a slip for a word of the other."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import Alignment, Topic
from factcheck.align.contrasts import Contrast, contrast
from factcheck.judge.context import ClaimAlignments
from factcheck.model import Claim

_NAMED = ("ordinal", "date", "time", "set")  # they say which is meant or when, and state no figure of it


def tell_two_facts(mine: Claim, theirs: Claim, asked: Sequence[ClaimAlignments]) -> bool:
    """Whether the sentences of two claims give two bearers two figures: "the first train carried 210, the second 260".

    A word that says which is meant may be a slip where all else is the same, but hardly where the figure differs, too.
    """
    return any(
        topic.claim.document == mine.document
        and topic.claim.sentence == mine.sentence
        and topic.family != "quote"
        and topic.claim.kind not in _NAMED
        and _has_another(topic, alignments, theirs)
        for topic, alignments in asked
    )


def _has_another(topic: Topic, alignments: Sequence[Alignment], theirs: Claim) -> bool:
    """Whether a figure differs from each of a source's sentence, and one of these is told of another bearer."""
    there = [
        each
        for each in alignments
        if each.topic.claim.document == theirs.document and each.topic.claim.sentence == theirs.sentence
    ]
    if any(each.comparison.relation in ("same", "consistent") for each in there):
        return False
    return any(
        each.comparison.relation == "different" and contrast(topic, each.topic) is Contrast.BEARER for each in there
    )
