"""Which sentences of a draft repeat a source's nearly word for word, and where the words differ."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.model import Sentence
from factcheck.segment import Parsed

_LEAST = 0.25  # this share of a sentence's runs stands in a sentence that it may repeat
_MOST = 4  # sentences of the sources that one of a draft is held beside
_LONGEST = 4  # words of one change; what is longer was rewritten

Run = tuple[str, str, str]


class Wording(Struct, frozen=True):
    """A sentence as words in lower case, with the places of the words in the text of its document."""

    document: str
    sentence: Sentence
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


class Change(Struct, frozen=True):
    """Where two sentences differ: the words `start` to `end` of one stand for those from `other_start` to `other_end`.

    One of the two stretches may be empty.
    """

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def small(self) -> bool:
        """Whether it is a change of a few words, and no rewriting."""
        return self.end - self.start <= _LONGEST and self.other_end - self.other_start <= _LONGEST

    def meets(self, other: Change) -> bool:
        """Whether both touch the same words of the one sentence."""
        return self.start <= other.end and other.start <= self.end


class Copy(Struct, frozen=True):
    """A source's sentence that a draft's repeats, and the changes in the order of the draft's words."""

    source: Wording
    changes: tuple[Change, ...]


def copies(
    draft: Parsed,
    sources: Mapping[str, Parsed],
    settings: Mapping[str, float],
) -> Iterator[tuple[Wording, list[Copy]]]:
    """The draft's sentences that repeat one of the sources, each with those that it repeats, the nearest first."""
    asked = [_wording(draft, each) for each in draft.sentences]
    wanted: dict[Run, list[int]] = {}
    for place, each in enumerate(asked):
        if len(each.words) >= settings["words"]:
            for run in _runs(each.words):
                wanted.setdefault(run, []).append(place)
    least = [_LEAST * (len(each.words) - 2) for each in asked]
    near: dict[int, list[tuple[int, Parsed, Sentence]]] = {}
    for source in sources.values():
        for sentence, place, shared in _met(source, wanted, least):
            near.setdefault(place, []).append((shared, source, sentence))
    for place in sorted(near):
        surest = sorted(near[place], key=lambda each: (-each[0], each[1].document.id, each[2].start))[:_MOST]
        found = (_copy(asked[place], _wording(source, sentence), settings) for _, source, sentence in surest)
        if repeated := [each for each in found if each is not None]:
            yield asked[place], repeated


def _met(
    source: Parsed, wanted: Mapping[Run, list[int]], least: Sequence[float]
) -> Iterator[tuple[Sentence, int, int]]:
    """The sentences of a source that share enough runs of words with one of the draft's: which one, and how many."""
    tokens = source.tokens
    words = source.folded
    whole = Counter(asked for run in filter(wanted.__contains__, _runs(words)) for asked in wanted[run])
    enough = {asked for asked, shared in whole.items() if shared >= least[asked]}
    if not enough:
        return
    # Most sources have a few common runs only, which need no places.
    hits = [(place, run) for place, run in enumerate(_runs(words)) if run in wanted]
    starts = [tokens.starts[index] for index in tokens.words(0, len(tokens.text))]
    begins = [sentence.start for sentence in source.sentences]
    found: Counter[tuple[int, int]] = Counter()
    for place, run in hits:
        if not enough.isdisjoint(wanted[run]):
            sentence = bisect_right(begins, starts[place]) - 1
            found.update((sentence, asked) for asked in wanted[run] if asked in enough)
    for (place, asked), shared in found.items():
        if place >= 0 and shared >= least[asked]:
            yield source.sentences[place], asked, shared


def _runs(words: Sequence[str]) -> Iterable[Run]:
    """The words three by three, by which sentences find each other."""
    return zip(words, words[1:], words[2:], strict=False)


def _wording(parsed: Parsed, sentence: Sentence) -> Wording:
    tokens = parsed.tokens
    places = tokens.words(sentence.start, sentence.end)
    words = tuple(tokens.forms[index].folded for index in places)
    spans = tuple((tokens.starts[index], tokens.end(index)) for index in places)
    return Wording(parsed.document.id, sentence, words, spans)


def _copy(draft: Wording, source: Wording, settings: Mapping[str, float]) -> Copy | None:
    """The changes that make a draft's sentence of a source's, when they are few; the source may say more around it."""
    changes = _changes(draft.words, source.words)
    kept = len(draft.words) - sum(each.end - each.start for each in changes)
    within = [each for each in changes if each.end > each.start or 0 < each.start < len(draft.words)]
    added = sum(each.other_end - each.other_start for each in within)
    if kept < settings["words"] or kept < settings["share"] * max(len(draft.words), kept + added):
        return None
    return Copy(source, tuple(changes))


def _changes(one: Sequence[str], other: Sequence[str]) -> list[Change]:
    """The stretches in which two sentences differ."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    last, other_last = len(one) - end, len(other) - end
    if last == other_last == start:
        return []
    if start in (last, other_last) or last == other_last == start + 1:
        return [Change(start, last, start, other_last)]
    from difflib import SequenceMatcher  # for the few sentences with more than one change

    matcher = SequenceMatcher(None, one[start:last], other[start:other_last], autojunk=False)
    return [
        Change(start + a, start + b, start + c, start + d)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
