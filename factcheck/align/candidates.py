"""Which claims may speak of the same fact: an index over families, rare stems and values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from factcheck.align.topic import Topic

_MOST_STEMS = 12  # rarest stems of a claim that are looked up
_COMMON = 400  # a stem that stands in more claims than this finds nothing


class Index:
    """Topics by family and stem, and by family and value."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """Enter the topics; no two of them have one number."""
        self._by_stem: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._by_value: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._topics: dict[int, Topic] = {}
        for topic in topics:
            self._topics[topic.order] = topic
            of_family = self._by_stem[topic.family]
            for found in topic.weights:
                of_family[found].append(topic.order)
            self._by_value[topic.family, topic.key].append(topic.order)

    def near(self, topic: Topic, most: int = 40) -> list[Topic]:
        """The topics that share rare stems or the value with one, the most promising first."""
        hits: Counter[int] = Counter()
        of_family = self._by_stem.get(topic.family, {})
        # Words that no other claim has find nothing, and would crowd out those that do.
        stems = sorted((len(of_family[word]), word) for word in topic.weights if word in of_family)
        for many, word in stems[:_MOST_STEMS]:
            if many > _COMMON:
                break
            hits.update(of_family[word])
        equal = self._by_value.get((topic.family, topic.key), ())[:_COMMON]
        hits.update(equal)
        hits.update(equal)
        hits.pop(topic.order, None)
        # The most hits first, and of those with as many the first in the text.
        ranked = sorted([(-count, order) for order, count in hits.items()])
        return [self._topics[order] for _, order in ranked[:most]]
