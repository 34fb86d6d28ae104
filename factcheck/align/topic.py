"""The topic of a claim: what its sentence says around it, weighted by rarity and nearness."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import exp, log

from msgspec import Struct

from factcheck.kinds.quotation import shared_words
from factcheck.model import Claim, Document, Quantity, Quotation, TimeExpression
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold, stem

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_REACH = 5.0  # words over which a context word loses most of its weight
_FLOOR = 0.2  # what the far end of a sentence still weighs
_INSIDE = 1.4  # words of the claim itself: its noun
_NAME_REACH = 48  # code points before an age in which its bearer is named
_BEFORE = 0.3  # words of the sentence before, in the same paragraph
_DECAY = tuple(_FLOOR + (1 - _FLOOR) * exp(-distance / _REACH) for distance in range(64))

Place = tuple[str, int, int]


class Topic(Struct, frozen=True, eq=False):
    """A claim with what it speaks of.

    `weights` are the stems of its sentence, by rarity and nearness, and `total` is their sum; `head` is the stem of the
    counted noun, `event` the name and the verb of the clause that a date belongs to. `family` says with what the claim
    may be compared; `key` is its value as a lookup key.
    """

    claim: Claim
    family: str
    weights: dict[str, float]
    total: float
    head: str | None
    key: str
    order: int
    event: tuple[str, str] | None = None


class _Words(Struct, frozen=True):
    """A sentence as stems with their places."""

    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capital: tuple[bool, ...]


class Vocabulary:
    """The sentences of claims as stems, each read once, and how telling each stem is: the rarer, the more."""

    def __init__(self, claims: Iterable[Claim], documents: Iterable[Document], ruleset: Ruleset) -> None:
        """Read the sentences in which the claims stand; every claim's document must be among the documents."""
        self.folder = _folder(ruleset)
        self._texts = {document.id: document.text for document in documents}
        self._earlier: dict[Place, tuple[str, ...]] = {}
        self._sentences: dict[Place, _Words] = {}
        counts: Counter[str] = Counter()
        for claim in claims:
            place = (claim.document, claim.sentence.start, claim.sentence.end)
            if place not in self._sentences:
                self._sentences[place] = found = _words(self._texts[claim.document], place, self.folder)
                counts.update(set(found.stems))
        many = len(self._sentences) + 1
        self._rarity = {found: 1.0 + log(many / count) for found, count in counts.items()}

    def words(self, place: Place) -> _Words:
        """The words of a sentence."""
        return self._sentences[place]

    def earlier(self, place: Place) -> tuple[str, ...]:
        """The stems of what stands before a sentence in its paragraph, as far back as a sentence usually reaches."""
        found = self._earlier.get(place)
        if found is None:
            text, start = self._texts[place[0]], place[1]
            paragraph = text.rfind("\n", 0, start) + 1
            begin = max(paragraph, text.rfind(". ", paragraph, max(paragraph, start - 3)) + 1)
            stem_of = self.folder.stem
            stems = dict.fromkeys(stem_of(word) for word in _TOKEN.findall(text, begin, start))
            self._earlier[place] = found = tuple(filter(None, stems))
        return found

    def rarity(self, found: str) -> float:
        """How telling a stem is: 1 for one that stands in every sentence."""
        return self._rarity.get(found, 1.0)


def topics(claims: Iterable[Claim], vocabulary: Vocabulary, first: int = 0) -> list[Topic]:
    """The topics of claims, numbered from `first`."""
    return [_topic(claim, vocabulary, order) for order, claim in enumerate(claims, first)]


def _words(text: str, place: Place, folder: Folder) -> _Words:
    found = [
        (stemmed, match.start(), match.end(), match[0][0].isupper())
        for match in _TOKEN.finditer(text, place[1], place[2])
        if (stemmed := folder.stem(match[0]))
    ]
    return _Words(*zip(*found, strict=True)) if found else _Words((), (), (), ())


def _topic(claim: Claim, vocabulary: Vocabulary, order: int) -> Topic:
    value, folder = claim.value, vocabulary.folder
    place = (claim.document, claim.sentence.start, claim.sentence.end)
    words = vocabulary.words(place)
    if isinstance(value, Quotation):
        weights = dict.fromkeys(shared_words(value.quote), 1.0)
    else:
        weights = _weights(claim, words, vocabulary)
        for found in vocabulary.earlier(place):
            if found not in weights:
                weights[found] = vocabulary.rarity(found) * _BEFORE
    head, event = _head(claim, folder), _whose(claim, words) or _event(claim, folder)
    return Topic(claim, family(claim), weights, sum(weights.values()), head, value_key(claim), order, event)


def _weights(claim: Claim, words: _Words, vocabulary: Vocabulary) -> dict[str, float]:
    """The stems of the claim's sentence, by rarity and nearness; the words of a date are its value, not its topic."""
    weights: dict[str, float] = {}
    start, end, timed = claim.start, claim.end, isinstance(claim.value, TimeExpression)
    before = bisect_right(words.ends, start)
    for index, found in enumerate(words.stems):
        if index < before:
            near = _DECAY[min(before - index - 1, 63)]
        elif words.starts[index] >= start and words.ends[index] <= end:
            if timed:
                continue
            near = _INSIDE
        else:
            near = _DECAY[min(index - before, 63)]
        weight = vocabulary.rarity(found) * near
        if weight > weights.get(found, 0.0):
            weights[found] = weight
    return weights


def _head(claim: Claim, folder: Folder) -> str | None:
    noun = getattr(claim.value, "noun", None)
    if not noun:
        return None
    return folder.stem(noun.split()[-1]) or None


def _whose(claim: Claim, words: _Words) -> tuple[str, str] | None:
    """Whose age it is: the last name in the few words before it ("Rosa Ibarra, a shopkeeper of 44")."""
    if claim.kind != "age":
        return None
    for index in range(len(words.stems) - 1, -1, -1):
        if words.ends[index] <= claim.start:
            if claim.start - words.starts[index] > _NAME_REACH:
                break
            if words.capital[index]:
                return words.stems[index], "age"
    return None


def _event(claim: Claim, folder: Folder) -> tuple[str, str] | None:
    """Who did what on a date: the last name before the first verb of its clause, and the verb's stem."""
    clause = claim.value.event if isinstance(claim.value, TimeExpression) else None
    name = ""
    for match in _TOKEN.finditer(clause or ""):
        word = match[0]
        if word[0].isupper():
            name = folder.stem(word) or name
        elif folder.is_verb(word):
            return (name, folder.stem(word)) if name else None
    return None


_FAMILY = {"count": "number", "number": "number", "ratio": "share", "percent": "share", "time": "date"}


def family(claim: Claim) -> str:
    """What a claim may be compared with: counts with numbers, percents with ratios, times with dates."""
    return _FAMILY.get(claim.kind, claim.kind)


def value_key(claim: Claim) -> str:
    """The value as a string by which equal values are found."""
    value = claim.value
    if isinstance(value, Quantity):
        number = value.number if value.number is not None else value.low
        return f"n{number.normalize():f}" if number is not None else "n"
    if isinstance(value, TimeExpression):
        return f"t{value.first or value.timex}"
    return "q" + fold(value.quote)[:40]


class Folder:
    """Sends a word to its stem, and synonyms to one stem; function words to nothing."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Prepare the word lists."""
        self._stop = frozenset(ruleset.words("function_word")) | frozenset(ruleset.words("cardinal"))
        self._verbs = frozenset(ruleset.words("past_verb"))
        self._same = {stem(fold(word)): meaning for word, meaning in ruleset.words("synonym").items()}
        self.stem = lru_cache(maxsize=1 << 16)(self._stem)

    def is_verb(self, word: str) -> bool:
        """Whether a word in lower case looks like a verb's past form."""
        return word in self._verbs or (len(word) > 4 and word.endswith("ed"))

    def _stem(self, word: str) -> str:
        folded = fold(word)
        if folded.endswith("'s"):
            folded = folded[:-2]
        if folded in self._stop or len(folded) < 2:
            return ""
        plain = stem(folded.replace(".", ""))
        return self._same.get(plain, plain)


@lru_cache(maxsize=8)
def _folder(ruleset: Ruleset) -> Folder:
    return Folder(ruleset)
