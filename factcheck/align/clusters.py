"""Group claims that speak of one fact: the surest pairs first, never chaining unlike ones."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.candidates import Index
from factcheck.align.rarity import rarity_of_value
from factcheck.align.score import Alignment, align, one_sentence
from factcheck.align.topic import Topic
from factcheck.ruleset import Ruleset

Pair = tuple[float, int, int]


def clusters(topics: Sequence[Topic], ruleset: Ruleset) -> list[tuple[Topic, ...]]:
    """The topics in groups of one fact each, in the order of their first claim; most groups hold one topic."""
    settings = ruleset.setting("align")
    index = Index(topics)
    seen: dict[tuple[int, int], Alignment] = {}
    edges: list[Pair] = []
    for position, topic in enumerate(topics):
        for other in index.near(topic):
            if (
                other.order <= topic.order
                or (topic.order, other.order) in seen
                or (topic.family != "quote" and one_sentence(topic, other))
            ):
                continue
            alignment = align(topic, other, ruleset)
            seen[topic.order, other.order] = alignment
            if joins(alignment, topic, settings):
                edges.append((alignment.score, position, other.order))
    places = {topic.order: position for position, topic in enumerate(topics)}
    return _grown(topics, sorted(((-score, a, places[b]) for score, a, b in edges)), settings, ruleset)


def joins(alignment: Alignment, topic: Topic, settings: dict[str, float]) -> bool:
    """Whether a pair is sure enough to stand in one cluster."""
    relation = alignment.comparison.relation
    if relation == "held":
        return False
    kind = "quote" if topic.family == "quote" else "date" if topic.family in ("date", "duration", "set") else "number"
    bonus = settings[f"equal_{rarity_of_value(topic.claim)}"] if relation == "same" and topic.family != "quote" else 0.0
    return (
        alignment.score > settings["least"]
        and alignment.score + bonus >= settings[f"join_{kind}_{'different' if relation == 'different' else 'equal'}"]
    )


def _grown(
    topics: Sequence[Topic],
    edges: Sequence[tuple[float, int, int]],
    settings: dict[str, float],
    ruleset: Ruleset,
) -> list[tuple[Topic, ...]]:
    """Merge along the edges, the surest first, where the groups agree on the whole."""
    group = list(range(len(topics)))
    members: dict[int, list[int]] = {position: [position] for position in group}
    for _, a, b in edges:
        first, second = group[a], group[b]
        if first == second:
            continue
        if not _alike(members[first], members[second], topics, settings, ruleset):
            continue
        keep, gone = min(first, second), max(first, second)
        for position in members[gone]:
            group[position] = keep
        members[keep] += members.pop(gone)
    return [tuple(topics[position] for position in sorted(found)) for _, found in sorted(members.items())]


def _alike(
    first: Sequence[int],
    second: Sequence[int],
    topics: Sequence[Topic],
    settings: dict[str, float],
    ruleset: Ruleset,
) -> bool:
    """Whether two groups may be one: on average their pairs are not below the chaining limit."""
    pairs = [(topics[a], topics[b]) for a in first[:6] for b in second[:6]]
    if any(one_sentence(a, b) for a, b in pairs if a.family != "quote"):
        return False
    aligned = [(a, align(a, b, ruleset)) for a, b in pairs]
    # Reports of two events agree where they tell one figure; what differs between them is another fact.
    if any(a.story != each.topic.story and each.comparison.relation != "same" for a, each in aligned):
        return False
    fitting = sum(joins(each, a, settings) for a, each in aligned)
    enough = len(pairs) * settings["chain"]
    # A few quoted words stand in many quotations: between those one shared part is not enough.
    return fitting > enough if pairs[0][0].family == "quote" else fitting >= enough
