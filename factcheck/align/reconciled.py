"""Which unlike values of one fact are no conflict, as both may hold, and which are one though they do."""

from __future__ import annotations

from collections.abc import Iterable, Set

from factcheck.align.bearers import has_aged
from factcheck.align.facts import of_one_toll
from factcheck.align.precision import is_open
from factcheck.align.restated import restated_pairs
from factcheck.align.topic import Topic
from factcheck.model import Comparison, Difference, Quantity, TimeExpression
from factcheck.ruleset import Ruleset


def may_both_hold(a: Topic, b: Topic, capped: Set[int]) -> bool:
    """Whether two unlike values bound one thing from the same side: "out by 7 a.m.", "out by 6:40", "less than 50 km",
    "less than 25 km"; `capped` are the orders of the measures that restate a bounded one.
    """
    one, two = a.claim.value, b.claim.value
    if isinstance(one, TimeExpression) and isinstance(two, TimeExpression):
        return _is_latest(a) and _is_latest(b)
    return _is_capped(a, capped) and _is_capped(b, capped)


def are_both_least(a: Topic, b: Topic) -> bool:
    """Whether two tolls are the least that two reports know of: "at least five people", "at least 50 people"."""
    values = [topic.claim.value for topic in (a, b)]
    if a.toll is None or b.toll is None:
        return False
    return all(isinstance(each, Quantity) and each.bound == "above" and is_open(each) for each in values)


def are_of_two_polls(a: Topic, b: Topic) -> bool:
    """Whether two shares are of polls whose sentences have no name in common, but for those that the shares count."""
    if a.family != "share" or b.family != "share" or not (_tells_of_a_poll(a) and _tells_of_a_poll(b)):
        return False
    one, two = (topic.names_beside - {topic.head} for topic in (a, b))
    return one.isdisjoint(two)


def _tells_of_a_poll(topic: Topic) -> bool:
    tokens, sentence = topic.vocabulary.tokens(topic.claim.document), topic.claim.sentence
    polls = topic.vocabulary.ruleset.words("poll_word")
    return any(tokens.forms[index].folded in polls for index in tokens.words(sentence.start, sentence.end))


def are_far_tolls(a: Topic, b: Topic, comparison: Comparison) -> bool:
    """Whether a toll of one event is far beyond the bound that another report gives of it: "at least 70 people", "about
    100 people". Nobody who knows of 100 writes of at least 70; two bounds may both hold.
    """
    if comparison.difference is not Difference.BOUND_STRETCHED or a.toll is None or b.toll is None:
        return False
    values = (topic.claim.value for topic in (a, b))
    return not all(isinstance(each, Quantity) and is_open(each) for each in values) and of_one_toll(a, b) is True


def restating_bounds(topics: Iterable[Topic], ruleset: Ruleset) -> frozenset[int]:
    """The orders of the measures in brackets that give a bounded one in another unit: "less than 50 km (30 miles)"."""
    pairs = restated_pairs(topics, ruleset)
    return frozenset(
        b.order for a, b in pairs if isinstance(a.claim.value, Quantity) and a.claim.value.bound == "below"
    )


def _is_capped(topic: Topic, capped: Set[int]) -> bool:
    value = topic.claim.value
    return topic.order in capped or (isinstance(value, Quantity) and _is_cap(value))


def _is_cap(value: Quantity) -> bool:
    """Whether a figure says only what something is below: "less than 50", not "nearly 50"."""
    return value.bound == "below" and is_open(value)


def _is_latest(topic: Topic) -> bool:
    """Whether a time is the last by which something happened: "by 7 a.m."."""
    latest = topic.vocabulary.ruleset.words("latest_time")
    return bool(topic.words_before) and topic.words_before[-1] in latest


def aged_values(topics: Iterable[Topic]) -> frozenset[frozenset[str]]:
    """The pairs of unlike ages of which a birthday between two reports is the likely reason.

    A report of an unknown day that gives one of them is no conflict with one that gives the other.
    """
    ages = [topic for topic in topics if topic.family == "age"]
    return frozenset(
        frozenset((a.key, b.key))
        for number, a in enumerate(ages)
        for b in ages[:number]
        if a.key != b.key and has_aged(a, b)
    )
