"""Which documents tell of one event, so that two earthquakes in one folder stay apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt

from factcheck.expressions import expression

_WORD = expression(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d[\d.,:]*\d")
_LINKED = 0.2  # groups are one event from this share of the usual nearness of two nearest documents on
_COPY = 0.5  # documents nearer than this share copy, and say nothing of how near two reports of one event are
_FEW = 4  # in fewer documents than this there is nothing to tell events apart by
_WIDE = 60  # a word of more documents than this names no candidates

Similar = dict[int, dict[int, float]]


def events(texts: Mapping[str, str], stem: Callable[[str], str]) -> dict[str, int]:
    """The event that each document tells of, as a number; documents are grouped by names and by all their words.

    Average linkage, the nearest first: two groups are one event while their documents are on average near enough,
    measured by how near a document's nearest usually is. The order of the documents changes nothing.
    """
    names = sorted(texts)
    if len(names) < _FEW:
        return dict.fromkeys(names, 0)
    bags = [_bag(texts[name], stem) for name in names]
    near: Similar = {place: {} for place in range(len(names))}
    for kind in (0, 1):
        _add_similar(near, [bag[kind] for bag in bags])
    group = _grouped(near)
    return {name: group[place] for place, name in enumerate(names)}


def _bag(text: str, stem: Callable[[str], str]) -> tuple[Counter[str], Counter[str]]:
    """The stems of all words and figures of a text, and those of its words with a capital."""
    every: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        found = "#" + word if word[0].isdigit() else stem(word)
        if found:
            every[found] += times
            if word[0].isupper():
                named[found] += times
    return every, named


def _add_similar(near: Similar, bags: Sequence[Counter[str]]) -> None:
    """Add half the cosine of every two documents that share a word; words are weighted by rarity."""
    posted: dict[str, list[tuple[int, float]]] = {}
    many = len(bags) + 1
    counts = Counter(word for bag in bags for word in bag)
    for place, bag in enumerate(bags):
        weights = {
            word: (1.0 + log(times)) * log(many / counts[word]) for word, times in bag.items() if counts[word] > 1
        }
        size = sqrt(2.0 * sum(weight * weight for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            posted.setdefault(word, []).append((place, weight / size))
    for word in sorted(posted):
        holders = posted[word]
        if len(holders) > _WIDE and many > 4 * _WIDE:
            continue
        for index, (later, weight) in enumerate(holders):
            row = near[later]
            for earlier, other in holders[:index]:
                row[earlier] = row.get(earlier, 0.0) + weight * other
    for later, row in near.items():
        for earlier, value in row.items():
            if earlier < later:
                near[earlier][later] = value


def _grouped(near: Similar) -> dict[int, int]:
    """The group of each place: average linkage over the pairs that share anything."""
    from statistics import median  # with all that it imports, for many documents only

    least = _LINKED * median(min(_COPY, max(row.values(), default=0.0)) for row in near.values())
    members = {place: [place] for place in near}
    sums = {place: dict(row) for place, row in near.items()}
    heap = [(-value, a, b) for a, row in sums.items() for b, value in row.items() if a < b]
    heapify(heap)
    while heap:
        value, a, b = heappop(heap)
        if -value < least:
            break
        if a not in members or b not in members or _average(sums, members, a, b) != -value:
            continue
        for other, total in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        members[a] += members.pop(b)
        for other in sorted(sums[a]):
            first, second = min(a, other), max(a, other)
            heappush(heap, (-_average(sums, members, first, second), first, second))
    return {place: head for head, places in members.items() for place in places}


def _average(sums: Similar, members: Mapping[int, list[int]], a: int, b: int) -> float:
    return sums[a].get(b, 0.0) / (len(members[a]) * len(members[b]))
