"""Whether two quotations are told of two occasions, so that no word of one is a slip for a word of the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from factcheck.align import Topic
from factcheck.model import Claim, TimeExpression
from factcheck.state.lexicon import Tag

_APART = timedelta(days=31)  # between two days on which one utterance may be told to have been made
_LONG_UNITS = frozenset(("M", "Q", "6M", "Y", "DE", "CE", "ML"))
_COUNTED_BACK = frozenset(("timex/later", "timex/ago", "timex/turn-unit"))


class _Occasion(Struct, frozen=True):
    """When a quotation was said: the days that are told beside it, or else that of its document.

    `is_told` says which; `long_ago` is what is counted back, by months or years, from a day that is not known.
    """

    days: Sequence[tuple[date, date]]
    is_told: bool
    long_ago: bool


def are_of_two_occasions(one: Topic, other: Topic) -> bool:
    """Whether two quotations were said at times that lie more than a month apart: "In 2017, Orth told a rally" beside
    "Orth said on Monday" in a report of 2020. One of the two must have its time beside it.
    """
    a, b = _occasion(one), _occasion(other)
    if a.long_ago or b.long_ago:
        return not (a.is_told and b.is_told)
    if not (a.is_told or b.is_told) or not a.days or not b.days:
        return False
    return all(first[0] - second[1] > _APART or second[0] - first[1] > _APART for first in a.days for second in b.days)


def _occasion(topic: Topic) -> _Occasion:
    claim, reader = topic.claim, topic.vocabulary.reader(topic.claim.document)
    claims = [each for each in topic.vocabulary.claims_of(claim.document) if each.kind == "date"]
    said = [
        each
        for each in claims
        if claim.sentence.start <= each.start < claim.sentence.end
        and not claim.start <= each.start < claim.end
        and reader.is_said(each)
        and not _is_of_a_thing(each, topic)
    ]
    told = [days for each in said if (days := _days(each)) is not None]
    if told:
        return _Occasion(told, is_told=True, long_ago=False)
    if any(_is_long_ago(each, topic) for each in said):
        return _Occasion((), is_told=True, long_ago=True)
    day = topic.vocabulary.anchor(claim.document)
    if day is not None:
        return _Occasion([(day, day)], is_told=False, long_ago=False)
    of_report = (_days(each) for each in claims if reader.is_dateline(each))
    return _Occasion([days for days in of_report if days is not None], is_told=False, long_ago=False)


def _is_of_a_thing(claim: Claim, topic: Topic) -> bool:
    """Whether a year is of what was spoken of and not of the speaking: "Roe said of the 2015 bill"."""
    clause = topic.vocabulary.reader(claim.document).clause(claim)
    before, spanning = clause.start - 1, topic.vocabulary.ruleset.words("spanning_preposition")
    while clause.sentence.tag(before) is Tag.DETERMINER:
        before -= 1
    if clause.sentence.tag(before) is not Tag.PREPOSITION or claim.text[:1].isalpha():
        return False
    return clause.sentence.tokens.forms[before].folded not in spanning


def _days(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a time; None where one of them is not known."""
    value = claim.value
    if not isinstance(value, TimeExpression) or value.first is None or value.last is None:
        return None
    return value.first, value.last


def _is_long_ago(claim: Claim, topic: Topic) -> bool:
    """Whether a time is counted back by months or years: "two years earlier"."""
    units = (topic.vocabulary.ruleset.words("time_unit").get(word) for word in claim.text.lower().split())
    return claim.rule in _COUNTED_BACK and not _LONG_UNITS.isdisjoint(units)
