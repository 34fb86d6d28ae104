"""The topic of a claim: what its sentence says around it, weighted by rarity and nearness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
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


def rarity_of(claims: Sequence[Claim], documents: Sequence[Document], ruleset: Ruleset) -> Mapping[str, float]:
    """How telling each stem is, from the sentences in which the claims stand: the rarer, the more."""
    texts = {document.id: document.text for document in documents}
    places = {(claim.document, claim.sentence.start, claim.sentence.end) for claim in claims if claim.document in texts}
    counts: Counter[str] = Counter()
    for place in places:
        counts.update(set(_words(texts[place[0]], place, _folder(ruleset)).stems))
    return {found: 1.0 + log((len(places) + 1) / count) for found, count in counts.items()}


def topics(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    rarity: Mapping[str, float],
    ruleset: Ruleset,
    first: int = 0,
) -> list[Topic]:
    """The topics of claims, numbered from `first`."""
    folder = _folder(ruleset)
    sentences: dict[Place, tuple[_Words, _Words]] = {}
    found = []
    for order, claim in enumerate(claims, first):
        place = (claim.document, claim.sentence.start, claim.sentence.end)
        if place not in sentences:
            text = documents[claim.document].text
            sentences[place] = _words(text, place, folder), _words(text, _before(text, place), folder)
        found.append(_topic(claim, sentences[place], rarity, order, folder))
    return found


def _before(text: str, place: Place) -> Place:
    """The stretch of the paragraph before a sentence, as far back as a sentence usually reaches."""
    document, start, _ = place
    paragraph = text.rfind("\n", 0, start) + 1
    stop = text.rfind(". ", paragraph, max(paragraph, start - 3))
    return document, max(paragraph, stop + 1), start


def _words(text: str, place: Place, folder: Folder) -> _Words:
    found = [
        (stemmed, match.start(), match.end(), match[0][0].isupper())
        for match in _TOKEN.finditer(text, place[1], place[2])
        if (stemmed := folder.stem(match[0]))
    ]
    return _Words(*zip(*found, strict=True)) if found else _Words((), (), (), ())


def _topic(claim: Claim, near: tuple[_Words, _Words], rarity: Mapping[str, float], order: int, folder: Folder) -> Topic:
    words, earlier = near
    weights: dict[str, float] = {}
    if isinstance(claim.value, Quotation):
        weights = dict.fromkeys(shared_words(claim.value.quote), 1.0)
    else:
        before = sum(1 for end in words.ends if end <= claim.start)
        for index, found in enumerate(words.stems):
            if words.starts[index] >= claim.start and words.ends[index] <= claim.end:
                if isinstance(claim.value, TimeExpression):
                    continue  # its own words are the value, not what it speaks of
                weight = rarity.get(found, 1.0) * _INSIDE
            else:
                distance = before - index - 1 if index < before else index - before
                weight = rarity.get(found, 1.0) * _DECAY[min(distance, 63)]
            if weight > weights.get(found, 0.0):
                weights[found] = weight
        for found in earlier.stems:
            weights.setdefault(found, rarity.get(found, 1.0) * _BEFORE)
    head, event = _head(claim, folder), _whose(claim, words) or _event(claim, folder)
    return Topic(claim, family(claim), weights, sum(weights.values()), head, value_key(claim), order, event)


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
