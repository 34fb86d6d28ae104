"""Which claims may speak of the same fact: an index over families, rare stems and values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from factcheck.align.topic import Topic
from factcheck.kinds.quantity.compare import as_percent, base_of
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.model import Claim, Quantity, Quotation

MOST_NEAR = 40  # candidates of a claim
_MOST_STEMS = 12  # rarest stems of a claim that are looked up
_COMMON = 400  # a stem that stands in more claims than this finds nothing
_MOST_WITHIN = 12  # figures within the interval of a rounded one that are looked up
_QUOTE = "quote"
_BARE = "number"  # the kind and family of a figure without a unit
_WITH_UNIT = ("money", "age", "quantity")  # the families whose units a second figure may leave out
_MEASURED = "quantity"
_CONVERSION = Decimal("0.02")  # share of a measure within which one in another unit is looked up
_STRETCH = Decimal("0.25")  # how far from an open bound figures are looked up, as a share of it


class Index:
    """Topics by family and stem, and by family and value."""

    def __init__(self, topics: Iterable[Topic], asked: Iterable[Topic] | None = None) -> None:
        """Enter the topics, no two of which have one number; where `asked` are given, only these can be looked up."""
        self._by_stem: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._by_value: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_size: dict[str, list[tuple[Decimal, int]]] = {}
        self._topics: dict[int, Topic] = {}
        wanted: dict[str, set[str]] = {}
        for topic in asked or ():
            wanted.setdefault(topic.family, set()).update(topic.weights)
        for topic in topics:
            self._topics[topic.order] = topic
            self._by_value[topic.family, topic.key].append(topic.order)
            if asked is not None and topic.family not in wanted:
                continue
            of_family = self._by_stem[topic.family]
            for found in topic.weights if asked is None else topic.among(wanted[topic.family]):
                of_family[found].append(topic.order)

        if asked is not None:
            self._by_size = _sizes(self._topics.values())

    def _within(self, topic: Topic) -> Sequence[int]:
        """The topics whose figures lie in the interval of a rounded or bounded one, the nearest first."""
        span = _span(topic)
        sizes = self._by_size.get(_dimension(topic), ()) if span is not None else ()
        if span is None or not sizes:
            return ()
        low, number, high = span
        found = sizes[bisect_left(sizes, (low, -1)) : bisect_right(sizes, (high, len(self._topics)))]
        return [order for _, order in sorted(found, key=lambda one: (abs(one[0] - number), one[1]))[:_MOST_WITHIN]]

    def _without_unit(self, topic: Topic) -> Iterator[int]:
        """The topics of a topic's value where one of the two leaves out its unit: "60 million euros", "60 million"."""
        if topic.family in _WITH_UNIT:
            equal = self._by_value.get((_BARE, topic.key), ())
            yield from (each for each in equal[:_MOST_WITHIN] if is_bare(self._topics[each].claim))
        elif topic.family == _BARE and is_bare(topic.claim):
            for family in _WITH_UNIT:
                yield from self._by_value.get((family, topic.key), ())[:_MOST_WITHIN]

    def _quoting(self, topic: Topic) -> Iterator[int]:
        """The quotations that have the words of one without a word by which it is indexed: "Now it is ash"."""
        words = f" {_plain(topic)} "
        quotations = ((order, other) for order, other in self._topics.items() if other.family == _QUOTE)
        return (order for order, other in quotations if words in f" {_plain(other)} ")

    def near(self, topic: Topic, most: int = MOST_NEAR) -> list[Topic]:
        """The topics that share rare stems or the value with one, the most promising first."""
        of_family = self._by_stem.get(topic.family, {})
        # Words that no other claim has find nothing, and would crowd out those that do.
        stems = sorted((len(of_family[word]), word) for word in topic.weights if word in of_family)
        equal = [*self._by_value.get((topic.family, topic.key), ())[:_COMMON]]
        if self._by_size:
            equal += self._without_unit(topic)
        posted = [of_family[word] for many, word in stems[:_MOST_STEMS] if many <= _COMMON]
        hits = Counter(chain.from_iterable((*posted, equal, equal, self._within(topic))))
        if not hits and topic.family == _QUOTE:
            hits = Counter(self._quoting(topic))
        hits.pop(topic.order, None)
        # The most hits first, and of those with as many the first in the text.
        enough = _enough(hits, most)
        near = {order: count for order, count in hits.items() if count >= enough}
        ranked = sorted(sorted(near), key=near.__getitem__, reverse=True)
        return [self._topics[order] for order in ranked[:most]]


def _plain(topic: Topic) -> str:
    """The words of a quotation with single blanks between them."""
    value = topic.claim.value
    return " ".join(folded_words(value.quote, topic.vocabulary.ruleset)) if isinstance(value, Quotation) else ""


def is_bare(claim: Claim) -> bool:
    """Whether a figure has neither a unit nor a noun: it may leave out those of a figure before it."""
    value = claim.value
    return claim.kind == _BARE and isinstance(value, Quantity) and not value.noun and value.unit is None


def _enough(hits: Counter[int], most: int) -> int:
    """So many hits have at least `most` topics, where there are so many: the others need no ranking."""
    if len(hits) < most:
        return 0
    for count, topics in sorted(Counter(hits.values()).items(), reverse=True):
        most -= topics
        if most <= 0:
            return count
    return 0


def _sizes(topics: Iterable[Topic]) -> dict[str, list[tuple[Decimal, int]]]:
    """The figures of some topics by size, in each family; a share as a percentage."""
    found: dict[str, list[tuple[Decimal, int]]] = defaultdict(list)
    for topic in topics:
        size = _size(topic)
        if size is not None:
            found[_dimension(topic)].append((size, topic.order))
    return {family: sorted(each) for family, each in found.items()}


def _base(topic: Topic) -> tuple[str, Decimal, Decimal] | None:
    """The dimension of a measure with the factor and offset to its base unit; None of any other figure."""
    unit = topic.claim.value.unit if topic.claim.kind == _MEASURED and isinstance(topic.claim.value, Quantity) else None
    return base_of(unit, topic.vocabulary.ruleset) if unit is not None else None


def _dimension(topic: Topic) -> str:
    """The figures among which one of about its size is looked for: those of its family, or of its dimension."""
    base = _base(topic)
    return topic.family if base is None else f"{topic.family} {base[0]}"


def _size(topic: Topic) -> Decimal | None:
    """The figure of a topic, a share as a percentage, a measure in the base unit of its dimension."""
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.number is None:
        return None
    base = _base(topic)
    return as_percent(value).number if base is None else value.number * base[1] + base[2]


def _span(topic: Topic) -> tuple[Decimal, Decimal, Decimal] | None:
    """The least, the stated and the greatest figure that a topic's may stand for; None where it is exact."""
    value, number = topic.claim.value, _size(topic)
    if not isinstance(value, Quantity) or number is None:
        return None
    base = _base(topic)
    if base is not None:
        ends = [None if each is None else each * base[1] + base[2] for each in (value.low, value.high)]
        slack = abs(number) * _CONVERSION
        low = number - slack if ends[0] is None else min(ends[0], number - slack)
        high = number + slack if ends[1] is None else max(ends[1], number + slack)
        return low, number, high
    value = as_percent(value)
    low = value.low if value.low is not None else number * (1 - _STRETCH)
    high = value.high if value.high is not None else number * (1 + _STRETCH)
    return (low, number, high) if low < high or topic.claim.kind == "ratio" else None
