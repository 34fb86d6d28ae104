"""Which claims may speak of the same fact: an index over families, rare stems and values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from factcheck.align.tally import bits_of, most_frequent
from factcheck.align.topic import Topic
from factcheck.kinds.quantity.compare import as_percent, base_of
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.model import Claim, Quantity, Quotation

MOST_NEAR = 40  # candidates of a claim
_MOST_STEMS = 12  # rarest stems of a claim that are looked up
_COMMON = 400  # a stem that stands in more claims than this finds nothing
_LEAST_KEPT = 8  # entries of a list from which its set of bits is kept: so many claims look it up
_MOST_AS_BITS = 16_000  # claims of a family up to which lists are counted as sets of bits, which grow with their number
_LEAST_AS_BITS = 150  # entries of some lists from which that takes less time than counting them one by one
_MOST_WITHIN = 12  # figures within the interval of a rounded one that are looked up
_QUOTE = "quote"
_BARE = "number"  # the kind and family of a figure without a unit
_WITH_UNIT = ("money", "age", "quantity")  # the families whose units a second figure may leave out
_MEASURED = "quantity"
_CONVERSION = Decimal("0.02")  # share of a measure within which one in another unit is looked up
_STRETCH = Decimal("0.25")  # how far from an open bound figures are looked up, as a share of it


class Index:
    """Topics by family and stem, and by family and value."""

    def __init__(self, topics: Iterable[Topic], asked: Iterable[Topic]) -> None:
        """Enter the topics, no two of which have one number; only those that are `asked` can be looked up."""
        self._by_stem: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._by_value: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._topics: dict[int, Topic] = {}
        wanted: dict[str, set[str]] = {}
        for topic in asked:
            wanted.setdefault(topic.family, set()).update(topic.weights)
        for topic in topics:
            self._topics[topic.order] = topic
            self._by_value[topic.family, topic.key].append(topic.order)
            if topic.family not in wanted:
                continue
            of_family = self._by_stem[topic.family]
            for found in topic.among(wanted[topic.family]):
                of_family[found].append(topic.order)
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

    def near(self, topic: Topic, most: int = MOST_NEAR) -> list[Topic]:
        """The topics that share rare stems or the value with one, the most promising first."""
        of_family = self._by_stem.get(topic.family, {})
        equal = [*self._by_value.get((topic.family, topic.key), ())[:_COMMON]]
        if self._by_size:
            equal += self._without_unit(topic)
        posted = [of_family[word] for word in _telling(topic, of_family)]
        hits = Counter(chain.from_iterable((*posted, equal, equal, self._within(topic))))
        if not hits and topic.family == _QUOTE:
            hits = Counter(_quoting(topic, self._topics.values()))
        hits.pop(topic.order, None)
        return [self._topics[order] for order in _ranked(hits, most)]


class PairIndex:
    """Topics by family and stem, and by family and value, for looking up each of them among the others."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """Enter the topics, no two of which have one number."""
        families: dict[str, list[Topic]] = defaultdict(list)
        for topic in sorted(topics, key=_order):
            families[topic.family].append(topic)
        self._families = {name: _Family(each) for name, each in families.items()}

    def near(self, topic: Topic, most: int = MOST_NEAR) -> list[Topic]:
        """The topics of its family that share rare stems or the value with one of the topics, as `Index.near`."""
        return self._families[topic.family].near(topic, most)


class _Family:
    """The topics of one family, by their places among them in the order of the text."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._topics = topics
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_value: dict[str, list[int]] = defaultdict(list)
        for place, topic in enumerate(topics):
            self._by_value[topic.key].append(place)
            for found in topic.weights:
                self._by_stem[found].append(place)
        self._sets_by_stem: dict[str, int] = {}
        self._sets_by_value: dict[str, int] = {}

    def near(self, topic: Topic, most: int) -> list[Topic]:
        """The topics that share rare stems or the value with one, the most promising first."""
        stems, topics = _telling(topic, self._by_stem), self._topics
        own = bisect_left(topics, topic.order, key=_order)
        equal = self._by_value[topic.key][:_COMMON]
        posted = [self._by_stem[word] for word in stems]
        if len(topics) <= _MOST_AS_BITS and sum(map(len, posted)) + len(equal) >= _LEAST_AS_BITS:
            sets = [_set(word, self._by_stem, self._sets_by_stem) for word in stems]
            equal_set = _set(topic.key, self._by_value, self._sets_by_value)
            return [topics[place] for place in most_frequent((*sets, equal_set, equal_set), most, own)]
        hits = Counter(chain.from_iterable((*posted, equal, equal)))
        hits.pop(own, None)
        return [topics[place] for place in _ranked(hits, most)]


def _order(topic: Topic) -> int:
    return topic.order


def _telling(topic: Topic, by_stem: Mapping[str, Sequence[int]]) -> list[str]:
    """The rarest stems of a topic that others have; words that none has find nothing, and would crowd out those."""
    stems = sorted((len(by_stem[word]), word) for word in topic.weights if word in by_stem)
    return [word for many, word in stems[:_MOST_STEMS] if many <= _COMMON]


def _quoting(topic: Topic, others: Iterable[Topic]) -> Iterator[int]:
    """The quotations that have the words of one without a word by which it is indexed: "Now it is ash"."""
    words = f" {_plain(topic)} "
    return (other.order for other in others if other.family == _QUOTE and words in f" {_plain(other)} ")


def _ranked(hits: Counter[int], most: int) -> list[int]:
    """The numbers with the most hits, and of those with as many the lowest first."""
    enough = _enough(hits, most)
    near = {order: count for order, count in hits.items() if count >= enough}
    return sorted(sorted(near), key=near.__getitem__, reverse=True)[:most]


def _set(word: str, lists: Mapping[str, Sequence[int]], kept: dict[str, int]) -> int:
    """The places of a list as a set of bits; of a longer list it is kept."""
    found = kept.get(word)
    if found is None:
        places = lists[word][:_COMMON]
        found = bits_of(places)
        if len(places) >= _LEAST_KEPT:
            kept[word] = found
    return found


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
