"""What a page prints around a story, and words that state nothing: no facts in which reports agree or differ."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.align.topic import Topic
from factcheck.model import Quotation, TimeExpression

_REPORTED = ("date", "time")
_VAGUE = "_REF"  # how TIMEX3 values of "now" and "recently" end


def facts(topics: Iterable[Topic]) -> list[Topic]:
    """The topics that state a fact."""
    return [topic for topic in topics if not is_furniture(topic)]


def is_furniture(topic: Topic) -> bool:
    """Whether a claim is the day of its report ("Updated 5 May", a dateline), "now", of the name of the paper
    ("Isles Today"), or words in scare quotes.
    """
    value = topic.claim.value
    if isinstance(value, Quotation):
        return value.role != "quotation"
    if not isinstance(value, TimeExpression):
        return False
    if topic.vocabulary.reader(topic.claim.document).is_title(topic.claim):
        return True
    if topic.claim.kind not in _REPORTED:
        return False
    if (value.timex or "").endswith(_VAGUE) or topic.vocabulary.is_dateline(topic.claim):
        return True
    return topic.claim.start in topic.vocabulary.reader(topic.claim.document).bare_dates
