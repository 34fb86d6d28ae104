"""Find the words of a draft's quotations in the text of the sources outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import compress, count
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.align.score import Alignment, align
from factcheck.align.topic import Topic, Vocabulary, topics
from factcheck.cached import cached_property
from factcheck.kinds.quotation.quote_words import usual_spellings
from factcheck.model import Claim, Quotation, Span
from factcheck.ruleset import Ruleset
from factcheck.segment import ITEM, Parsed
from factcheck.text.tokens import language_of

if TYPE_CHECKING:
    from factcheck.kinds.quotation.voices import Voices

RULE = "quotation/words"  # of a passage that stands outside quotation marks

_RUN = 3  # words by which a quotation is found
_LEAST = 0.15  # this share of a quotation's runs stands in a passage that it may repeat
_COMMON = 0.6  # this share of a quotation's words stands in a passage that may be of one utterance with it
_FILLERS = 4  # words around a passage among which it may go on: "you know", "um"
_STRAY = 12  # words between two runs of one passage: a time code, a remark in brackets, words left out
_MISPLACED = 0.1  # of a run, for each word that two runs stand nearer or farther than in the quotation
_MOST_CHAINS = 3  # times that a quotation is looked for in one place
_LINKS = 40  # runs before one among which the one that it follows is looked for
_MOST_SENTENCES = 3  # by which a passage is drawn out to the end of a sentence that runs on

Run = tuple[str, ...]


class _Asked(Struct, frozen=True, eq=False, dict=True):
    """A draft's quotation with its words as they are looked for, and those of them that are not common."""

    topic: Topic
    words: tuple[str, ...]
    rare: frozenset[str]

    @cached_property
    def least(self) -> float:
        """So many of its runs must stand in a passage."""
        return max(1.0, _LEAST * sum(not self.rare.isdisjoint(run) for run in _runs(self.words)))


class SourceWords:
    """The texts of the sources, and who speaks in each; read as far as a draft's quotations ask for it."""

    def __init__(self, parsed: Mapping[str, Parsed], claims: Sequence[Claim]) -> None:
        """Enter the sources with their claims, of which those between quotation marks are left to themselves."""
        self._parsed = parsed
        self._quoted: dict[str, list[Claim]] = {}
        for claim in claims:
            if claim.kind == "quote":
                self._quoted.setdefault(claim.document, []).append(claim)
        self._voices: dict[str, Voices] = {}

    def voices(self, document: str) -> Voices:
        """Who speaks in a document."""
        found = self._voices.get(document)
        if found is None:
            from factcheck.kinds.quotation.voices import Voices  # most checks meet no words outside quotation marks

            source = self._parsed[document]
            values = [each.value for each in self._quoted.get(document, ()) if isinstance(each.value, Quotation)]
            self._voices[document] = found = Voices(source.document, values, source.ruleset)
        return found

    def found(self, asked: Sequence[Topic], vocabulary: Vocabulary, first: int) -> dict[int, list[Alignment]]:
        """The passages that may have the words of the draft's quotations, by the order of these; numbered from `first`.

        Words of a report, and those of which nothing shows whose they are, are kept where they are the draft's.
        """
        ruleset = vocabulary.ruleset
        wanted = [each for topic in asked if (each := _as_asked(topic, ruleset)) is not None]
        found: dict[int, list[Alignment]] = {}
        for topic, claim, refutes in self._passages(wanted, vocabulary):
            (passage,) = topics([claim], vocabulary, first=first)
            alignment = align(topic, passage, ruleset)
            if refutes or alignment.comparison.relation in ("same", "consistent"):
                found.setdefault(topic.order, []).append(alignment)
                first += 1
        return found

    def _passages(self, asked: Sequence[_Asked], vocabulary: Vocabulary) -> Iterator[tuple[Topic, Claim, bool]]:
        """Each quotation with the passages of the sources that have some of its runs of words, and whether other words
        there are a change.
        """
        wanted: dict[Run, list[tuple[int, int]]] = {}
        for number, each in enumerate(asked):
            for place, run in enumerate(_runs(each.words)):
                if not each.rare.isdisjoint(run):
                    wanted.setdefault(run, []).append((number, place))
        rare = frozenset().union(*(each.rare for each in asked))
        for name in sorted(self._parsed) if asked else ():
            for number, start, end in _met(self._parsed[name], wanted, rare, asked):
                topic = asked[number].topic
                found = self._claim(name, start, end, topic, vocabulary)
                if found is not None:
                    yield topic, *found

    def _claim(
        self, name: str, start: int, end: int, topic: Topic, vocabulary: Vocabulary
    ) -> tuple[Claim, bool] | None:
        """A passage of a source as a claim, and whether it is surely somebody's own words; None where it stands between
        quotation marks.
        """
        source, value = self._parsed[name], topic.claim.value
        if start < source.document.body or not isinstance(value, Quotation):
            return None
        inside = sum(max(0, min(end, each.end) - max(start, each.start)) for each in self._quoted.get(name, ()))
        if 2 * inside > end - start:
            return None
        voices = self.voices(name)
        draft, sentence = vocabulary.tokens(topic.claim.document).text, topic.claim.sentence
        voice = voices.voice(start, end, value, draft[sentence.start : sentence.end])
        if inside and voice.is_prose:
            return None
        begin, stop, article = self._whole(source, start, end)
        text = source.document.text
        words = voices.spoken(begin, stop)
        role = "passage" if voice.is_prose else "quotation"
        claim = Claim(
            name,
            "quote",
            begin,
            stop,
            *source.document.places.at(begin),
            text[begin:stop],
            Span(begin, stop),
            RULE,
            Quotation(words, voice.speaker, None, role, voice.speaker),
            article,
            source.document.places.label(begin),
        )
        return claim, not (voice.is_prose or voice.is_doubtful)

    def _whole(self, source: Parsed, start: int, end: int) -> tuple[int, int, int]:
        """The sentences around a span within what one speaker says, and the number of their article."""
        text, sentences = source.document.text, source.sentences
        first, last = self.voices(source.document.id).span_around(start)
        starts = [each.start for each in sentences]
        begin = max(0, bisect_right(starts, start) - 1)
        stop = max(begin, bisect_left(starts, min(end, last)) - 1)
        for _ in range(_MOST_SENTENCES):
            if begin and sentences[begin - 1].end > first and self._runs_on(source, begin - 1):
                begin -= 1
            if stop + 1 < len(sentences) and sentences[stop + 1].start < last and self._runs_on(source, stop):
                stop += 1
        opens, closes = max(first, sentences[begin].start), min(last, sentences[stop].end)
        return opens, opens + len(text[opens:closes].rstrip()), sentences[begin].article

    def _runs_on(self, source: Parsed, number: int) -> bool:
        """Whether a sentence runs on into the next one: no mark ends it, and it is no heading and no item of a list.

        Subtitles and numbered lines cut a sentence at any word.
        """
        text, before, following = source.document.text, source.sentences[number], source.sentences[number + 1]
        last = text[before.end - 1]
        if not (last.isalnum() or last in {",", ";", "-", "–", "—"}):
            return False
        if self.voices(source.document.id).is_cut(before.start, following.start):
            return True
        if ITEM.match(text, following.start):
            return False
        return last in {",", "-", "–", "—"} or text[following.start].islower()


def _as_asked(topic: Topic, ruleset: Ruleset) -> _Asked | None:
    """A quotation with its words, where it is speech and not a word or two."""
    value = topic.claim.value
    if not isinstance(value, Quotation) or value.role != "quotation":
        return None
    forms = language_of(ruleset).tokens(value.quote).forms
    spelling = usual_spellings(ruleset)
    words = tuple(spelling[form.folded] for form in forms if form.lexical)
    common = ruleset.words("quote_common_word")
    rare = frozenset(word for word in words if len(word) > _RUN and word not in common) or frozenset(words)
    return _Asked(topic, words, rare) if len(words) >= _RUN else None


def _met(
    source: Parsed, wanted: Mapping[Run, Sequence[tuple[int, int]]], rare: Set[str], asked: Sequence[_Asked]
) -> Iterator[tuple[int, int, int]]:
    """The quotations of which enough runs stand together in a source: which one, and the span of its words there."""
    tokens, words = source.tokens, source.folded
    spelling = usual_spellings(source.ruleset)
    respelt = {word: usual for word in set(words) if (usual := spelling[word]) != word}
    if respelt:
        words = [respelt.get(word, word) for word in words]
    # The rarer words show where to look: the runs of all words need not be made.
    near = sorted({at - back for at in compress(count(), map(rare.__contains__, words)) for back in range(_RUN)})
    runs = [(at, run) for at in near if at >= 0 and (run := tuple(words[at : at + _RUN])) in wanted]
    whole = Counter(number for run in {run for _, run in runs} for number in {each for each, _ in wanted[run]})
    enough = {number for number, shared in whole.items() if shared >= asked[number].least}
    if not enough:
        return
    hits: dict[int, list[tuple[int, int]]] = {}
    for at, run in runs:
        for number, place in wanted[run]:
            if number in enough:
                hits.setdefault(number, []).append((at, place))
    places = tokens.words(0, len(tokens.text))
    for number in sorted(hits):
        for start, end in _windows(hits[number], asked[number], len(words)):
            # Few of the words are there, in whatever order: no utterance of the draft's, and not worth a reading.
            around = words[max(0, start - _FILLERS) : end + _FILLERS]
            common = Counter(asked[number].words) & Counter(around)
            if common.total() < _COMMON * len(asked[number].words):
                continue
            yield number, tokens.starts[places[start]], tokens.end(places[end - 1])


def _windows(hits: Sequence[tuple[int, int]], asked: _Asked, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of a source's words in which most runs of a quotation stand: the best, and those as good."""
    groups: list[list[tuple[int, int]]] = []
    for at, place in hits:
        if groups and at - groups[-1][-1][0] <= len(asked.words) + _STRAY:
            groups[-1].append((at, place))
        else:
            groups.append([(at, place)])
    chains = [chain for group in groups for chain in _chains(group, asked.least)]
    best = max((score for score, _ in chains), default=0.0)
    for score, chain in chains:
        if score < max(best, asked.least):
            continue
        start = max(0, chain[0][0] - chain[0][1])
        end = min(last, chain[-1][0] + len(asked.words) - chain[-1][1])
        yield start, max(end, chain[-1][0] + _RUN)


def _chains(hits: Sequence[tuple[int, int]], least: float) -> Iterator[tuple[float, list[tuple[int, int]]]]:
    """The chains of enough runs: more than one where somebody says again what was said right before."""
    for _ in range(_MOST_CHAINS):
        if len(hits) < least:
            return
        score, chain = _chain(hits)
        yield score, chain
        hits = [each for each in hits if not chain[0][0] <= each[0] <= chain[-1][0]]


def _chain(hits: Sequence[tuple[int, int]]) -> tuple[float, list[tuple[int, int]]]:
    """The most runs that stand in one order in both texts, with their number, less for each word more or less between
    two of them; a run of common words that stands nearby by chance is left out.
    """
    scores: list[float] = []
    before: list[int] = []
    for number, (at, place) in enumerate(hits):
        best, link = 0.0, -1
        for earlier in range(max(0, number - _LINKS), number):
            other, its_place = hits[earlier]
            if its_place < place and other < at:
                score = scores[earlier] - _MISPLACED * min(_STRAY, abs(at - other - place + its_place))
                if score > best:
                    best, link = score, earlier
        scores.append(best + 1)
        before.append(link)
    end = max(range(len(hits)), key=scores.__getitem__)
    score, chain = scores[end], []
    while end >= 0:
        chain.append(hits[end])
        end = before[end]
    return score, chain[::-1]


def _runs(words: Sequence[str]) -> Iterator[Run]:
    return zip(words, words[1:], words[2:], strict=False)
