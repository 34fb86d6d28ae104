"""Find sentences copied from a source in which a word that alters the meaning was changed, dropped or added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.align.copied import Change, Copy, Wording, copies
from factcheck.cached import cached_property
from factcheck.model import Claim, Document, Evidence, Finding, Quotation, Sentence, Severity, Span
from factcheck.productions import SenseOptions
from factcheck.regex_cache import regex
from factcheck.ruleset import Rule, Ruleset
from factcheck.segment import Parsed
from factcheck.text.folding import fold

ROOM = "wording"
FINDING = "wording-altered"
SWAPPED = "wording/places"  # no rule of a word: two words that changed places

_LISTED = regex(r"\\b\{([a-z_]+)\}\\b")  # the pattern of a rule that is a list of words
_FIGURE = regex(r",|[^\d.]+$")  # removed to compare figures: commas, the ending of an ordinal

Senses = Counter[str]
Sources = Mapping[str, Parsed]


class Altered(Struct, frozen=True):
    """The changed words of a draft, as a claim with role "passage", and the finding on them.

    `is_figure` is true if a figure was replaced by another. Such a finding yields to number claims that agree at the
    same place, which allow for rounding.
    """

    passage: Claim
    finding: Finding
    is_figure: bool


class Sense(Struct, frozen=True, eq=False, dict=True):
    """A wording rule: its pattern, its word list, and the test whether meanings differ."""

    rule: Rule
    options: SenseOptions
    differ: Callable[[Senses, Senses], bool]
    ruleset: Ruleset

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The rule's expression, compiled at first use: some hold thousands of words."""
        return self.ruleset.compile(self.rule.pattern or "(?!)", self.rule.id)

    @cached_property
    def _surfaces(self) -> bytes | None:
        """The words of a rule that has a list of them and nothing else, in lower case; None for other rules."""
        listed = _LISTED.fullmatch(self.rule.pattern or "")
        return self.ruleset.packed(listed[1]).lower() if listed else None

    def may_mark(self, word: str) -> bool:
        """Whether an occurrence of the rule's words may hold a word of a text: a quick test, which errs on this side.

        A rule's words are not even decoded for it: they hold the word as a run of bytes, or not.
        """
        surfaces = self._surfaces
        return surfaces is None or not (word.isascii() and word.isalnum()) or word.lower().encode() in surfaces

    def marks(self, text: str, sentence: Sentence) -> list[re.Match[str]]:
        """The occurrences of the rule's words in a sentence."""
        return list(self.pattern.finditer(text, sentence.start, sentence.end))

    def meaning(self, mark: re.Match[str]) -> str:
        """What an occurrence means."""
        words: str = mark[0]
        if words[0].isdigit():
            return _FIGURE.sub("", words)  # "11th" is "eleventh"
        plain = " ".join(fold(words).split())
        return self._meanings.get(plain, plain)

    @cached_property
    def _meanings(self) -> Mapping[str, str]:
        """The meanings of the rule's words; the lists are long, and few changed words are on one."""
        listed = self.ruleset.words(self.options.list) if self.options.list is not None else {}
        return {" ".join(fold(word).split()): meaning for word, meaning in listed.items()}


def _kept(draft: Senses, source: Senses) -> bool:
    """Whether the number of words differs: one was dropped or added."""
    return draft.total() != source.total()


def _turned(draft: Senses, source: Senses) -> bool:
    """Whether a word was replaced by its opposite: a meaning "topic/side" with the same topic and another side."""
    mine, theirs = sides_of(draft), sides_of(source)
    return any(mine[topic].isdisjoint(theirs[topic]) for topic in mine.keys() & theirs.keys())


def sides_of(senses: Iterable[str]) -> dict[str, set[str]]:
    """The sides that words take, by topic; a word of several senses has them split by "|"."""
    found: dict[str, set[str]] = {}
    for sense in senses:
        for each in sense.split("|"):
            topic, _, side = each.rpartition("/")
            found.setdefault(topic, set()).add(side)
    return found


def _replaced(draft: Senses, source: Senses) -> bool:
    """Whether a word was replaced by another."""
    return draft != source and draft.total() == source.total()


_ABOVE = frozenset(("above", "just_above", "at_least", "after"))
_BELOW = frozenset(("below", "just_below", "at_most", "before"))


def _bounded(draft: Senses, source: Senses) -> bool:
    """Whether the draft's bound on a figure reverses the source's, or is one that the source does not have."""
    sides = [{sense in _ABOVE for sense in senses if sense in _ABOVE | _BELOW} for senses in (draft, source)]
    if len(sides[0]) != 1 or sides[0] == sides[1]:
        return False
    # A tight bound is not reported where the source has none: "nearly 500" for "about 500".
    return bool(sides[1]) or not draft.keys() & {"just_above", "just_below"}


READINGS: Mapping[str, Callable[[Senses, Senses], bool]] = {
    "kept": _kept,
    "turned": _turned,
    "bounded": _bounded,
    "replaced": _replaced,
}


@lru_cache(maxsize=8)
def senses_of(ruleset: Ruleset) -> tuple[Sense, ...]:
    """The compiled wording rules of a ruleset."""
    found = []
    for rule in ruleset.room(ROOM):
        options = rule.read_options(SenseOptions)
        found.append(Sense(rule, options, READINGS[rule.reading or ""], ruleset))
    return tuple(found)


def altered(draft: Parsed, claims: Sequence[Claim], sources: Sources, ruleset: Ruleset) -> list[Altered]:
    """The passages in which a draft repeats a source's sentence with an altered meaning, in text order.

    A change inside a quotation is left to the comparison of quotations. A change is not reported if another source that
    has the sentence words it as the draft does.
    """
    quoted = [claim for claim in claims if isinstance(claim.value, Quotation) and claim.value.role == "quotation"]
    found: list[Altered] = []
    for written, repeated in copies(draft, sources, ruleset.setting("wording")):
        copy = repeated[0]
        source = sources[copy.source.document].document
        found += (
            each
            for each in _swapped(draft.document, written, source, copy, ruleset)
            if not any(each.passage.start < claim.end and claim.start < each.passage.end for claim in quoted)
        )
        for change in copy.changes:
            if any(not any(other.meets(change) for other in each.changes) for each in repeated[1:]):
                continue
            pair = _Pair(draft.document, written, sources[copy.source.document].document, copy, change)
            if not _is_enclosed(pair) or any(_overlaps_change(claim, pair) for claim in quoted):
                continue
            if (sense := _sense(pair, ruleset)) is not None:
                found.append(_altered(pair, sense))
    return found


def _swapped(draft: Document, written: Wording, source: Document, copy: Copy, ruleset: Ruleset) -> Iterator[Altered]:
    """Two things that changed places in a copied sentence: "boys … than girls" for "girls … than boys".

    What only "and" joins may change places, and so may the two of whom one thing is said ("met", "married").
    """
    mine, theirs = written.words, copy.source.words
    replaced = [each for each in copy.changes if each.end > each.start and each.small]
    for index, one in enumerate(replaced):
        for two in replaced[index + 1 :]:
            crossed = (
                mine[one.start : one.end] == theirs[two.other_start : two.other_end]
                and mine[two.start : two.end] == theirs[one.other_start : one.other_end]
            )
            if crossed and not _may_change_places(mine[two.start], mine[one.end : two.start], ruleset):
                yield _altered_roles(draft, written, source, copy, one, two)


def _may_change_places(last: str, between: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether two of a list, or two of whom one thing is said, stand with some words between them."""
    if not between or not ruleset.words("symmetric").keys().isdisjoint(between):
        return True
    farthest = 1 if last[0].isdigit() else _LIST
    return between[-1] in ruleset.words("state_coordinator") and len(between) <= farthest


_LIST = 6  # words between the first and the last item of a list that says the same in any order


def _altered_roles(
    draft: Document, written: Wording, source: Document, copy: Copy, one: Change, two: Change
) -> Altered:
    mine = passage(draft, written.sentence, (written.spans[one.start][0], written.spans[two.end - 1][1]), SWAPPED)
    spans = copy.source.spans
    span = spans[one.other_start][0], spans[two.other_end - 1][1]
    theirs = passage(source, copy.source.sentence, span, SWAPPED)
    message = f"places changed: “{shown(mine)}”, where {source.id} has “{shown(theirs)}”"
    return _finding(mine, theirs, Severity.error, message, source, is_figure=False)


class _Pair(Struct, frozen=True):
    """A change with its two sentences, the draft's and the source's."""

    draft: Document
    written: Wording
    source: Document
    copy: Copy
    change: Change


def _is_enclosed(pair: _Pair) -> bool:
    """Whether the change is small and has equal words, or the end of both sentences, on either side."""
    change, mine, theirs = pair.change, pair.written.words, pair.copy.source.words
    if not change.small:
        return False
    begins = change.start > 0 or change.other_start == 0
    ends = change.end < len(mine) or change.other_end == len(theirs)
    return begins and ends


def _overlaps_change(claim: Claim, pair: _Pair) -> bool:
    start, end = _span(pair.written, pair.change.start, pair.change.end, around=True)
    return claim.start < end and start < claim.end


def _sense(pair: _Pair, ruleset: Ruleset) -> Sense | None:
    """The first rule whose words the change drops, adds or replaces; None if the other changed words carry meaning."""
    empty_words, function_words = ruleset.words("says_nothing"), ruleset.words("function_word")
    change, source = pair.change, pair.copy.source
    here, there = range(change.start, change.end), range(change.other_start, change.other_end)
    its_words = {source.words[index] for index in there}
    my_words = {pair.written.words[index] for index in here}
    mine_written, its_written = _as_written(pair.draft, pair.written, here), _as_written(pair.source, source, there)
    # The changed words that only one of the two sentences has: each is empty, or one of the rule's.
    alone = [each for each in mine_written if each[0] not in its_words]
    alone += [each for each in its_written if each[0] not in my_words]
    for sense in senses_of(ruleset):
        empty = (function_words if sense.differ is _bounded else empty_words).keys()
        if any(word not in empty and not sense.may_mark(text) for word, text in alone):
            continue
        if not _may_differ(sense, mine_written, its_written):
            continue
        my_marks = sense.marks(pair.draft.text, pair.written.sentence)
        my_rest = _rest(my_marks, pair.written, here)
        if my_rest - its_words - empty:
            continue  # as for most rules: the source's sentence need not be searched
        marks = sense.marks(pair.source.text, source.sentence)
        if (my_rest ^ _rest(marks, source, there)) - empty:
            continue
        mine, theirs = _senses(sense, my_marks, pair.written, here), _senses(sense, marks, source, there)
        if not sense.differ(mine, theirs):
            continue
        if sense.options.names and any(_is_common(word, pair, function_words) for word in (*mine, *theirs)):
            continue
        # A word that only moved within the sentence has not changed: compare the whole sentences, too.
        whole = [
            Counter(map(sense.meaning, sense.marks(text, wording.sentence)))
            for text, wording in ((pair.draft.text, pair.written), (pair.source.text, pair.copy.source))
        ]
        if whole[0] != whole[1] if sense.differ is _turned else sense.differ(*whole):
            return sense
    return None


def _as_written(document: Document, wording: Wording, words: range) -> list[tuple[str, str]]:
    """Each word of a range as it is compared and as it is written."""
    places = zip(words, wording.spans[words.start : words.stop], strict=True)
    return [(wording.words[index], document.text[start:end]) for index, (start, end) in places]


def _may_differ(sense: Sense, mine: Iterable[tuple[str, str]], theirs: Iterable[tuple[str, str]]) -> bool:
    """Whether the changed words may hold those of a rule on the sides where its reading needs them: a quick test."""
    here = any(sense.may_mark(text) for _, text in mine)
    if sense.differ is _bounded:
        return here
    if sense.differ is _kept:
        return here or any(sense.may_mark(text) for _, text in theirs)
    return here and any(sense.may_mark(text) for _, text in theirs)


def _is_common(word: str, pair: _Pair, function_words: Mapping[str, str]) -> bool:
    """Whether a capitalised word is no proper name: a function word, or a word that occurs in either text."""
    alone = re.compile(rf"\b{re.escape(word)}\b")  # not cached: a word of a text
    return word in function_words or bool(alone.search(pair.draft.text) or alone.search(pair.source.text))


def _senses(sense: Sense, marks: Iterable[re.Match[str]], wording: Wording, words: range) -> Senses:
    """The meanings of a rule's words in a range of words of a sentence."""
    found = (mark for mark in marks if any(_overlap(mark, wording.spans[index]) for index in words))
    return Counter(map(sense.meaning, found))


def _rest(marks: Sequence[re.Match[str]], wording: Wording, words: range) -> set[str]:
    """The words of a range that are none of a rule's."""
    return {wording.words[index] for index in words if not any(_overlap(mark, wording.spans[index]) for mark in marks)}


def _overlap(mark: re.Match[str], span: tuple[int, int]) -> bool:
    return mark.start() < span[1] and span[0] < mark.end()


def _span(wording: Wording, start: int, end: int, *, around: bool) -> tuple[int, int]:
    """The span in the text of a range of words; `around` adds a neighbouring word, needed for an empty range."""
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
    return _finding(mine, theirs, Severity[options.severity], message, pair.source, is_figure=options.figure)


def _finding(
    mine: Claim, theirs: Claim, severity: Severity, message: str, source: Document, *, is_figure: bool
) -> Altered:
    evidence = Evidence(theirs, "different", source.text[theirs.sentence.start : theirs.sentence.end], score=1.0)
    place = mine.document, mine.start, mine.end, mine.line, mine.column
    return Altered(mine, Finding(FINDING, severity, message, *place, (evidence,)), is_figure)


def shown(found: Claim) -> str:
    """The words of a passage on one line."""
    return " ".join(found.text.split())


def passage(document: Document, sentence: Sentence, span: tuple[int, int], rule: str) -> Claim:
    """A span of a sentence as a claim whose value is the words themselves, with role "passage"."""
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
