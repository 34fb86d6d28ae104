"""Which documents report one event, so that two earthquakes in one folder stay apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import chain
from math import log, sqrt

from factcheck.records import record
from factcheck.ruleset import Ruleset
from factcheck.text.tokens import TokenKind, Tokens, language_of

_LINKED = 0.2  # groups are one event from this share of the usual nearness of two nearest documents on
_LIKELY = 0.15  # and are likely one from this share on: their equal figures are one fact, unlike ones are no conflict
_COPY = 0.5  # documents nearer than this share copy, and say nothing of how near two reports of one event are
_FEW = 4  # in fewer documents than this there is too little to separate events by
_WIDE = 60  # a word of more documents than this names no candidates
_FEWEST_NAMES = 4  # a document with fewer names does not tell its event
_SHARED_NAMES = 0.15  # the share of the names of the document with fewer, from which two documents tell of one event
_SHARED_WORDS = 0.22  # the same for all words but function words

_WORD = TokenKind.WORD

Similar = dict[int, dict[int, float]]
Bag = dict[str, int]


@record
class EventClusters:
    """The event that each document reports, as a number: those that are likely one, and those that surely are."""

    likely: Mapping[str, int]
    sure: Mapping[str, int]


def events(texts: Mapping[str, Tokens]) -> EventClusters:
    """The event that each document reports; documents are grouped by names and by all their words.

    Average linkage, the nearest first: two groups are one event while their documents are on average near enough,
    measured by how near a document's nearest usually is. The order of the documents changes nothing.
    """
    names = sorted(texts)
    if len(names) < _FEW:
        return EventClusters(dict.fromkeys(names, 0), dict.fromkeys(names, 0))
    every, named = zip(*(_bags(texts[name]) for name in names), strict=True)
    near: Similar = {place: defaultdict(float) for place in range(len(names))}
    for bags in (every, named):
        _add_similar(near, bags)
    likely, sure = ({name: group[place] for place, name in enumerate(names)} for group in _grouped(near))
    return EventClusters(likely, sure)


@record
class EventWords:
    """The words of a document that tell its event from others, as concepts.

    `names` are the words that it writes with a capital only, `capital` all that it writes with one, each without the
    calendar's, `words` all words but function words.
    """

    names: frozenset[str]
    capital: frozenset[str]
    words: frozenset[str]


def event_words(tokens: Tokens, ruleset: Ruleset) -> EventWords:
    """The words of a document that tell its event from others."""
    concept_of = tokens.language.concept
    words = [form for form in set(tokens.forms) if form.kind is _WORD]
    small = {concept_of[form.folded] for form in words if not form.capital}
    every = {concept_of[form.folded] for form in words if form.capital}
    small.discard("")
    every.discard("")
    capital = every - _calendar(ruleset)
    return EventWords(frozenset(capital - small), frozenset(capital), frozenset(small | every))


@lru_cache(maxsize=8)
def _calendar(ruleset: Ruleset) -> frozenset[str]:
    """The concepts of the names of months, weekdays and holidays."""
    concept = language_of(ruleset).concept
    return frozenset(concept[word] for name in ("month", "weekday", "calendar_name") for word in ruleset.words(name))


def are_two_events(one: EventWords, other: EventWords) -> bool:
    """Whether two documents share too few names and too few words to tell of one event.

    It rests on the two alone: what other documents stand beside them changes nothing.
    """
    names = min(len(one.names), len(other.names))
    if names < _FEWEST_NAMES:
        return False
    if max(len(one.names & other.capital), len(other.names & one.capital)) >= _SHARED_NAMES * names:
        return False
    return len(one.words & other.words) < _SHARED_WORDS * min(len(one.words), len(other.words))


def _bags(tokens: Tokens) -> tuple[Bag, Bag]:
    """How often each stem and figure stands in a text, all of them and those of words with a capital."""
    every: Bag = {}
    named: Bag = {}
    for form, times in Counter(tokens.forms).items():
        found = form.concept
        if not found or (form.kind is TokenKind.FIGURE and form.size == 1):
            continue
        every[found] = every.get(found, 0) + times
        if form.capital:
            named[found] = named.get(found, 0) + times
    return every, named


def _add_similar(near: Similar, bags: Sequence[Bag]) -> None:
    """Add half the cosine of every two documents that share a word; words are weighted by rarity."""
    counts = Counter(chain.from_iterable(bags))
    rarity = {word: log((len(bags) + 1) / count) for word, count in counts.items() if count > 1}
    wide = {word for word in rarity if counts[word] > _WIDE} if len(bags) + 1 > 4 * _WIDE else ()
    posted: dict[str, list[tuple[int, float]]] = {}
    for place, bag in enumerate(bags):
        weights = {word: (1.0 + log(times)) * rarity[word] for word, times in bag.items() if word in rarity}
        size = sqrt(2.0 * sum(weight * weight for weight in weights.values())) or 1.0
        row = near[place]
        for word in sorted(weights):  # the sums must not hang on the order of the words
            if word in wide:
                continue
            weight = weights[word] / size
            holders = posted.setdefault(word, [])
            for earlier, other in holders:
                row[earlier] += weight * other
            holders.append((place, weight))
    for later, row in near.items():
        for earlier, value in row.items():
            if earlier < later:
                near[earlier][later] = value


def _grouped(near: Similar) -> tuple[dict[int, int], dict[int, int]]:
    """The group of each place, likely and sure: average linkage over the pairs that share anything."""
    nearest = sorted(min(_COPY, max(row.values(), default=0.0)) for row in near.values())
    middle = len(nearest) // 2
    usual = (nearest[middle] + nearest[-1 - middle]) / 2  # of an odd number the one in the middle, twice
    least, sure = _LIKELY * usual, None
    members = {place: [place] for place in near}
    sums = near
    # Most pairs share a few words only: those can be one event by others, and lead to none themselves.
    heap = [(-value, a, b) for a, row in sums.items() for b, value in row.items() if a < b and value >= least]
    heapify(heap)
    while heap:
        value, a, b = heappop(heap)
        if a not in members or b not in members:
            continue
        own = sums[a]
        if own.get(b, 0.0) / (len(members[a]) * len(members[b])) != -value:
            continue
        if sure is None and -value < _LINKED * usual:  # the nearness of what is merged only falls
            sure = _heads(members)
        for other, total in sums.pop(b).items():
            row = sums[other]
            del row[b]
            if other != a:
                own[other] = row[a] = own.get(other, 0.0) + total
        members[a] += members.pop(b)
        size = len(members[a])
        for other, total in own.items():
            average = total / (size * len(members[other]))
            if average >= least:
                heappush(heap, (-average, min(a, other), max(a, other)))
    likely = _heads(members)
    return likely, likely if sure is None else sure


def _heads(members: Mapping[int, Sequence[int]]) -> dict[int, int]:
    return {place: head for head, places in members.items() for place in places}
