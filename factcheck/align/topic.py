"""The topic of a claim: what its sentence says around it, weighted by rarity and nearness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cached_property, lru_cache
from math import log

from msgspec import Struct

from factcheck.align.acronyms import acronyms
from factcheck.align.events import events
from factcheck.align.periods import completed
from factcheck.align.words import TOKEN, Words, stems_of, weights_of, words_of
from factcheck.expressions import expression
from factcheck.kinds.quotation import shared_words
from factcheck.model import Claim, Document, Quantity, Quotation, TimeExpression, Value
from factcheck.ruleset import Ruleset, alternation
from factcheck.text.folding import fold, stem

_YEAR = expression(r"#(?:19|20)\d\d")
_NAME_REACH = 48  # code points before an age in which its bearer is named
_BEFORE = 0.15  # words of the sentence before, in the same paragraph
_FATE_REACH = 0.2  # so near must stand what became of those that a figure counts
_MEANS = 1000  # a count below this that is no whole number is an average
_AFTER = 24  # code points after a figure in which "of the" makes it a part

Place = tuple[str, int, int]


class Marks(Struct, frozen=True, gc=False):
    """What tells a figure from others of its kind that are about something else.

    `part` says that it counts some of a whole ("two of the bombs"), `fate` what became of those it counts (killed,
    hurt) and `toll` that an event has one count of those, `year` which year stands nearest to it, `mean` that it counts
    in fractions ("7.2 goals"), `anyone` that its noun tells no fact from another ("people"); `names` are the
    capitalised words of its noun (a nationality).
    """

    part: bool = False
    fate: str | None = None
    year: str | None = None
    mean: bool = False
    toll: bool = False
    anyone: bool = False
    names: frozenset[str] = frozenset()


_NO_MARKS = Marks()


class Topic(Struct, frozen=True, eq=False, dict=True):
    """A claim with what it speaks of.

    `head` is the stem of the counted noun. `family` says with what the claim may be compared; `key` is its value as a
    lookup key. `full` is its date with what the document says of it elsewhere. What is seldom asked of a source's claim
    is worked out when it is asked for.
    """

    claim: Claim
    family: str
    head: str | None
    key: str
    order: int
    vocabulary: Vocabulary
    full: TimeExpression | None = None

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems of the claim's sentence, and of the one before it, by rarity and nearness."""
        return self.vocabulary.weights(self.claim)

    @cached_property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(self.weights.values())

    def among(self, wanted: Set[str]) -> Set[str]:
        """Those of some stems that have a weight here."""
        if isinstance(self.claim.value, Quotation):
            return wanted & self.weights.keys()
        return wanted & self.vocabulary.stems(self.claim)

    @cached_property
    def event(self) -> tuple[str, str] | None:
        """The name and the verb of the clause that a date belongs to; the name of him whose age it is."""
        return _whose(self.claim, self.vocabulary.words(_place(self.claim))) or _event(
            self.claim, self.vocabulary.folder
        )

    @cached_property
    def story(self) -> int:
        """A number that documents have in common which tell of one event."""
        return self.vocabulary.stories[self.claim.document]

    @cached_property
    def marks(self) -> Marks:
        """What the claim can not be compared with."""
        return _marks(self.claim, self.head, self.weights, self.vocabulary)

    @property
    def value(self) -> Value:
        """The claim's value, completed from its document where the claim leaves something open."""
        return self.full or self.claim.value


class Vocabulary:
    """The sentences of claims as stems, each read once, and how telling each stem is: the rarer, the more."""

    def __init__(self, claims: Iterable[Claim], documents: Iterable[Document], ruleset: Ruleset) -> None:
        """Read the sentences in which the claims stand; every claim's document must be among the documents."""
        self.folder = _folder(ruleset)
        self.ruleset = ruleset
        documents = list(documents)
        self.undated = frozenset(document.id for document in documents if document.anchor is None)
        self._texts = {document.id: document.text for document in documents}
        self._earlier: dict[Place, dict[str, float]] = {}
        self._sentences: dict[Place, Words] = {}
        long = {
            short: tuple(filter(None, map(self.folder.stem, words)))
            for short, words in acronyms(self._texts.values()).items()
        }
        counts: Counter[str] = Counter()
        for claim in claims:
            place = _place(claim)
            if place not in self._sentences:
                text, (_, start, end) = self._texts[claim.document], place
                self._sentences[place] = found = words_of(text, start, end, self.folder.stem, self.folder.joints, long)
                counts.update(set(found.stems))
        many = len(self._sentences) + 1
        self._rarity = {found: 1.0 + log(many / count) for found, count in counts.items()}
        for words in self._sentences.values():
            words.rarity = [self._rarity[found] for found in words.stems]
        self.years = frozenset(found for found in counts if _YEAR.fullmatch(found))

    @cached_property
    def stories(self) -> dict[str, int]:
        """The event that each document tells of, as a number."""
        return events(self._texts, self.folder.stem)

    def text(self, document: str) -> str:
        """The text of a document."""
        return self._texts[document]

    def words(self, place: Place) -> Words:
        """The words of a sentence."""
        return self._sentences[place]

    def earlier(self, place: Place) -> dict[str, float]:
        """The weights of what stands before a sentence in its paragraph, as far back as a sentence usually reaches."""
        found = self._earlier.get(place)
        if found is None:
            text, start = self._texts[place[0]], place[1]
            paragraph = text.rfind("\n", 0, start) + 1
            begin = max(paragraph, text.rfind(". ", paragraph, max(paragraph, start - 3)) + 1)
            stem_of = self.folder.stem
            stems = dict.fromkeys(stem_of(word) for word in TOKEN.findall(text, begin, start))
            self._earlier[place] = found = {each: self.rarity(each) * _BEFORE for each in stems if each}
        return found

    def weights(self, claim: Claim) -> dict[str, float]:
        """The stems around a claim with their weights."""
        if isinstance(claim.value, Quotation):
            return dict.fromkeys(shared_words(claim.value.quote), 1.0)
        place = _place(claim)
        timed = isinstance(claim.value, TimeExpression)
        weights = weights_of(self.words(place), claim.start, claim.end, timed=timed)
        for found, weight in self.earlier(place).items():
            weights.setdefault(found, weight)
        return weights

    def stems(self, claim: Claim) -> set[str]:
        """The stems around a claim that is no quotation."""
        place = _place(claim)
        timed = isinstance(claim.value, TimeExpression)
        return stems_of(self.words(place), claim.start, claim.end, timed=timed).union(self.earlier(place))

    def rarity(self, found: str) -> float:
        """How telling a stem is: 1 for one that stands in every sentence."""
        return self._rarity.get(found, 1.0)


def topics(claims: Iterable[Claim], vocabulary: Vocabulary, first: int = 0) -> list[Topic]:
    """The topics of claims, numbered from `first`."""
    claims = list(claims)
    full = completed(claims, vocabulary.undated, vocabulary.ruleset)
    return [_topic(claim, vocabulary, order, full.get(order - first)) for order, claim in enumerate(claims, first)]


def _place(claim: Claim) -> Place:
    return claim.document, claim.sentence.start, claim.sentence.end


def _topic(claim: Claim, vocabulary: Vocabulary, order: int, full: TimeExpression | None) -> Topic:
    key = value_key(full or claim.value)
    return Topic(claim, family(claim), _head(claim, vocabulary.folder), key, order, vocabulary, full)


def _marks(claim: Claim, head: str | None, weights: Mapping[str, float], vocabulary: Vocabulary) -> Marks:
    value = claim.value
    if not isinstance(value, Quantity):
        return _NO_MARKS
    folder, fate, year, nearest, latest = vocabulary.folder, None, None, _FATE_REACH, 0.0
    fates, years = folder.fates.keys() & weights.keys(), vocabulary.years & weights.keys()
    for found, weight in weights.items() if fates or years else ():
        if found in fates:
            near = weight / vocabulary.rarity(found)
            if near > nearest:
                fate, nearest = found, near
        elif found in years and weight > latest:
            year, latest = found, weight
    noun = value.noun or ""
    names = frozenset(word for word in noun.split() if word[0].isupper()) if noun != noun.lower() else frozenset()
    part = folder.is_part(vocabulary.text(claim.document), claim)
    anyone = head in folder.anyone
    if claim.kind not in ("count", "number"):
        return Marks(part=part, year=year, anyone=anyone, names=names)
    mean = value.number is not None and abs(value.number) < _MEANS and value.number != int(value.number)
    toll = fate is not None and folder.fates[fate] == "toll"
    return Marks(part=part, fate=fate, year=year, mean=mean, toll=toll, anyone=anyone, names=names)


def _head(claim: Claim, folder: Folder) -> str | None:
    noun = getattr(claim.value, "noun", None)
    if not noun:
        return None
    head = folder.stem(noun.split()[-1])
    # "17 dead" names the fate of those that it counts, and not what they are.
    return head if head and head not in folder.fates else None


def _whose(claim: Claim, words: Words) -> tuple[str, str] | None:
    """Whose age it is: the last name in the few words before it ("Rosa Ibarra, a shopkeeper of 44")."""
    if claim.kind != "age":
        return None
    for index in range(len(words.stems) - 1, -1, -1):
        if words.ends[index] <= claim.start:
            if claim.start - words.starts[index] > _NAME_REACH:
                break
            if words.names[index]:
                return words.stems[index], "age"
    return None


def _event(claim: Claim, folder: Folder) -> tuple[str, str] | None:
    """Who did what on a date: the last name before the first verb of its clause, and the verb's stem."""
    clause = claim.value.event if isinstance(claim.value, TimeExpression) else None
    name = ""
    for match in TOKEN.finditer(clause or ""):
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


def value_key(value: Value) -> str:
    """A value as a string by which equal ones are found."""
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
        self.joints = frozenset(ruleset.words("clause_joint"))
        self.fates = ruleset.words("fate")
        self.anyone = frozenset(stem(word) for word in ruleset.words("anyone"))
        self._part = expression(rf"\s?(?:{alternation(ruleset.words('part_after'))})\b", re.IGNORECASE)
        self._rest = expression(rf"(?:{alternation(ruleset.words('part_before'))})(?!\s+than)\b", re.IGNORECASE)
        self._same = {stem(fold(word)): meaning for word, meaning in ruleset.words("synonym").items()}
        self.stem = lru_cache(maxsize=1 << 16)(self._stem)

    def is_verb(self, word: str) -> bool:
        """Whether a word in lower case looks like a verb's past form."""
        return word in self._verbs or (len(word) > 4 and word.endswith("ed"))

    def is_part(self, text: str, claim: Claim) -> bool:
        """Whether a figure counts some of a whole: "two of the bombs", "the other two", "three more"."""
        last = text.rfind(" ", max(0, claim.start - _AFTER), max(0, claim.start - 1)) + 1
        return bool(
            self._part.match(text, claim.end)
            or self._rest.search(text, claim.start, claim.end)
            or self._part.search(text, claim.start, claim.end)
            or self._rest.match(text, last, claim.start)
        )

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
