"""A draft's sentence that repeats a source's, but for a word that turns or limits what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.align.copied import Change, Copy, Wording, copies
from factcheck.model import Claim, Document, Evidence, Finding, Quotation, Sentence, Severity, Span
from factcheck.productions import SenseOptions
from factcheck.regex_cache import regex
from factcheck.ruleset import Rule, Ruleset
from factcheck.segment import Parsed
from factcheck.text.folding import fold

ROOM = "wording"
FINDING = "wording-altered"

_FIGURE = regex(r",|[^\d.]+$")  # what is no part of a figure's value: commas, the ending of an ordinal

Senses = Counter[str]
Sources = Mapping[str, Parsed]


class Altered(Struct, frozen=True):
    """The changed words of a draft, as a claim that gives its passage, and the finding on them.

    `is_figure` says that one figure stands for another: claims that agree there know better, as of a rounding.
    """

    passage: Claim
    finding: Finding
    is_figure: bool


class Mark(Struct, frozen=True):
    """A word of a rule in a sentence: its place in the text, and what it means there."""

    start: int
    end: int
    sense: str


class Sense(Struct, frozen=True, eq=False):
    """A rule over words made ready: which words, what they mean, and when two meanings differ."""

    rule: Rule
    options: SenseOptions
    pattern: re.Pattern[str]
    meanings: Mapping[str, str]
    differ: Callable[[Senses, Senses], bool]

    def marks(self, text: str, sentence: Sentence) -> list[Mark]:
        """The rule's words in a sentence."""
        return [
            Mark(match.start(), match.end(), self._meaning(match[0]))
            for match in self.pattern.finditer(text, sentence.start, sentence.end)
        ]

    def _meaning(self, words: str) -> str:
        if words[0].isdigit():
            return _FIGURE.sub("", words)  # "11th" is "eleventh"
        plain = " ".join(fold(words).split())
        return self.meanings.get(plain, plain)


def _kept(draft: Senses, source: Senses) -> bool:
    """Whether a word was dropped or added."""
    return draft.total() != source.total()


def _turned(draft: Senses, source: Senses) -> bool:
    """Whether a word stands for its contrary: both name one thing, and another side of it."""
    sides = [dict(_thing_and_side(sense) for sense in senses) for senses in (draft, source)]
    return any(sides[1].get(thing, side) != side for thing, side in sides[0].items())


def _thing_and_side(sense: str) -> tuple[str, str]:
    thing, _, side = sense.rpartition("/")
    return thing, side


def _replaced(draft: Senses, source: Senses) -> bool:
    """Whether a figure stands for another."""
    return draft != source and draft.total() == source.total()


_ABOVE = frozenset(("above", "just_above", "at_least", "after"))
_BELOW = frozenset(("below", "just_below", "at_most", "before"))


def _bounded(draft: Senses, source: Senses) -> bool:
    """Whether a draft bounds a figure on a side on which the source leaves it open, or turns the bound round."""
    sides = [{sense in _ABOVE for sense in senses if sense in _ABOVE | _BELOW} for senses in (draft, source)]
    if len(sides[0]) != 1 or sides[0] == sides[1]:
        return False
    # "Nearly 500" for "about 500" says hardly more.
    return bool(sides[1]) or not draft.keys() & {"just_above", "just_below"}


READINGS: Mapping[str, Callable[[Senses, Senses], bool]] = {
    "kept": _kept,
    "turned": _turned,
    "bounded": _bounded,
    "replaced": _replaced,
}


@lru_cache(maxsize=8)
def senses_of(ruleset: Ruleset) -> tuple[Sense, ...]:
    """The rules over words in force."""
    found = []
    for rule in ruleset.room(ROOM):
        options = rule.read_options(SenseOptions)
        listed = ruleset.words(options.list) if options.list is not None else {}
        meanings = {" ".join(fold(word).split()): meaning for word, meaning in listed.items()}
        pattern = ruleset.compile(rule.pattern or "(?!)", rule.id)
        found.append(Sense(rule, options, pattern, meanings, READINGS[rule.reading or ""]))
    return tuple(found)


def altered(draft: Parsed, claims: Sequence[Claim], sources: Sources, ruleset: Ruleset) -> list[Altered]:
    """The places where a draft repeats a source's sentence and changes what it says, in the order of the text.

    What stands in a quotation is left to the quotation's own comparison, and so is what another source says as the
    draft has it.
    """
    quoted = [claim for claim in claims if isinstance(claim.value, Quotation) and claim.value.role == "quotation"]
    found = []
    for written, repeated in copies(draft, sources, ruleset.setting("wording")):
        copy = repeated[0]
        for change in copy.changes:
            if any(not any(other.meets(change) for other in each.changes) for each in repeated[1:]):
                continue
            pair = _Pair(draft.document, written, sources[copy.source.document].document, copy, change)
            if not _is_within(pair) or any(_holds(claim, pair) for claim in quoted):
                continue
            if (sense := _sense(pair, ruleset)) is not None:
                found.append(_altered(pair, sense))
    return found


class _Pair(Struct, frozen=True):
    """A change with the two sentences in which it stands."""

    draft: Document
    written: Wording
    source: Document
    copy: Copy
    change: Change


def _is_within(pair: _Pair) -> bool:
    """Whether the change is small and stands between words that are the same, or at the end of both sentences."""
    change, mine, theirs = pair.change, pair.written.words, pair.copy.source.words
    if not change.small:
        return False
    begins = change.start > 0 or change.other_start == 0
    ends = change.end < len(mine) or change.other_end == len(theirs)
    return begins and ends


def _holds(claim: Claim, pair: _Pair) -> bool:
    start, end = _span(pair.written, pair.change.start, pair.change.end, around=True)
    return claim.start < end and start < claim.end


def _sense(pair: _Pair, ruleset: Ruleset) -> Sense | None:
    """The rule whose words the change drops, adds or turns; its other words must say nothing of their own."""
    light, small = ruleset.words("says_nothing"), ruleset.words("function_word")
    for sense in senses_of(ruleset):
        mine, my_rest = _read(sense, pair.draft.text, pair.written, pair.change.start, pair.change.end)
        theirs, rest = _read(sense, pair.source.text, pair.copy.source, pair.change.other_start, pair.change.other_end)
        other = my_rest ^ rest
        if not sense.differ(mine, theirs) or other - (small if sense.differ is _bounded else light).keys():
            continue
        if sense.options.names and any(_is_common(word, pair, small) for word in (*mine, *theirs)):
            continue
        # What was only moved within the sentence has not changed.
        whole = [
            Counter(mark.sense for mark in sense.marks(text, wording.sentence))
            for text, wording in ((pair.draft.text, pair.written), (pair.source.text, pair.copy.source))
        ]
        if sense.differ(*whole):
            return sense
    return None


def _is_common(word: str, pair: _Pair, small: Mapping[str, str]) -> bool:
    """Whether a capitalised word is no name: a small word, or one that the texts write in small letters too."""
    alone = regex(rf"\b{re.escape(word)}\b")
    return word in small or bool(alone.search(pair.draft.text) or alone.search(pair.source.text))


def _read(sense: Sense, text: str, wording: Wording, start: int, end: int) -> tuple[Senses, set[str]]:
    """What a rule's words mean in a stretch of a sentence, and the words that are none of the rule's."""
    marks = sense.marks(text, wording.sentence)
    senses: Senses = Counter()
    rest = set()
    for mark in marks:
        if any(_meet(mark, wording.spans[place]) for place in range(start, end)):
            senses[mark.sense] += 1
    for place in range(start, end):
        if not any(_meet(mark, wording.spans[place]) for mark in marks):
            rest.add(wording.words[place])
    return senses, rest


def _meet(mark: Mark, span: tuple[int, int]) -> bool:
    return mark.start < span[1] and span[0] < mark.end


def _span(wording: Wording, start: int, end: int, *, around: bool) -> tuple[int, int]:
    """The place of some words in their text; `around` takes in a neighbour, which an empty stretch needs."""
    if around:
        if end < len(wording.spans):
            end += 1
        elif start:
            start -= 1
    return wording.spans[start][0], wording.spans[end - 1][1]


def _altered(pair: _Pair, sense: Sense) -> Altered:
    change, options = pair.change, sense.options
    empty = change.start == change.end or change.other_start == change.other_end
    mine = passage(
        pair.draft, pair.written.sentence, _span(pair.written, change.start, change.end, around=empty), sense.rule.id
    )
    theirs = passage(
        pair.source,
        pair.copy.source.sentence,
        _span(pair.copy.source, change.other_start, change.other_end, around=empty),
        sense.rule.id,
    )
    how = "dropped" if change.start == change.end else "added" if change.other_start == change.other_end else "changed"
    message = f"{options.what} {how}: “{mine.text}”, where {pair.source.id} has “{theirs.text}”"
    told = Evidence(theirs, "different", pair.source.text[theirs.sentence.start : theirs.sentence.end], score=1.0)
    return Altered(
        mine,
        Finding(
            FINDING,
            Severity[options.severity],
            message,
            mine.document,
            mine.start,
            mine.end,
            mine.line,
            mine.column,
            (told,),
        ),
        options.figure,
    )


def passage(document: Document, sentence: Sentence, span: tuple[int, int], rule: str) -> Claim:
    """Some words of a sentence as a claim: what is said is the words themselves."""
    start, end = span
    words = document.text[start:end]
    return Claim(
        document.id,
        "quote",
        start,
        end,
        *document.places.at(start),
        words,
        Span(sentence.start, sentence.end),
        rule,
        Quotation(words, role="passage"),
        sentence.article,
    )


__all__ = ["FINDING", "ROOM", "Altered", "altered", "passage", "senses_of"]
