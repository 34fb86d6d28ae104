"""Proof-reading of a label: whether what is left out of its sentence leaves a clause that reads on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.state.clause import Sentence
from factcheck.state.lexicon import Lexicon, Tag

GAP = "…"  # stands for the value, on which the documents may differ


class Proof:
    """Proof-reads the labels of one sentence. Tokens are named by their numbers in the document."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, tag: Callable[[int], Tag], mark: Callable[[int], str]):
        self.sentence, self.lexicon, self._tag, self._mark = sentence, lexicon, tag, mark

    def fault(self, parts: Sequence[str], value: range, is_time: Callable[[int], bool]) -> float:
        """How much worse a label reads for what is left out between its parts and behind them."""
        told = sorted({*self._told(parts, value), (value.start, value.stop)})
        fault = 0.0
        at, end = told[0]
        opens = self._tag(at) is Tag.VERB and self._mark(at - 1) == ","
        fault += _BROKEN * (opens and self._mark(at).endswith(self.lexicon.endings.past))  # ", located in the north,"
        led = at - 1 - (self._tag(at - 1) is Tag.ADVERB)
        if self._tag(at) is Tag.NOUN and led < at - 1 and self._tag(led) is Tag.DETERMINER:
            fault += _BROKEN  # "the only (loss coming in May)"
        for first, stop in told[1:]:
            if end < first:
                fault += self._left_out(end, first, is_time)
                relative = first - end == 1 and self._tag(end) is Tag.RELATIVE
                later = any(self._mark(each) == "," for each in range(first, told[-1][1]))
                fault += _BROKEN * (relative and later)  # "the coach (that) left the club, Olin Marsh, leads"
            end = max(end, stop)
        tied = self._mark(end) in _HYPHENS and self.sentence.tokens.touches(end)
        return fault + _BROKEN * (tied and self.sentence.tokens.touches(end + 1))  # "on third(-and-goal)"

    def _told(self, parts: Sequence[str], value: range) -> Iterator[tuple[int, int]]:
        """The stretches of the sentence that a label gives as they stand."""
        tokens = self.sentence.tokens
        least, last = tokens.starts[self.sentence.first], tokens.end(self.sentence.stop - 1)
        begin, end = tokens.starts[value.start], tokens.end(value.stop - 1)
        at = least
        for part in parts:
            before, gap, behind = part.partition(GAP)
            text = before.strip(_MARKS)
            found = tokens.text.rfind(text, least, begin) if gap else self._found(text, at, last)
            if text and found >= 0:
                at = found + len(text)
                yield tokens.holding(found), tokens.at(at)
            text = behind.strip(_MARKS)
            found = tokens.text.find(text, end, last) if text else -1
            if found >= 0:
                yield tokens.holding(found), tokens.at(found + len(text))
            at = max(at, end) if gap else at

    def _found(self, text: str, at: int, last: int) -> int:
        """Where words stand behind an offset, from the beginning of a word on; else before it."""
        tokens = self.sentence.tokens
        for least in (at, tokens.starts[self.sentence.first]):
            found = tokens.text.find(text, least, last)
            while found >= 0 and tokens.starts[tokens.holding(found)] != found:
                found = tokens.text.find(text, found + 1, last)
            if found >= 0:
                return found
        return -1

    def _left_out(self, first: int, stop: int, is_time: Callable[[int], bool]) -> float:
        """How much the clause misses the words between two stretches that it tells."""
        before, opening, closing, behind = (self._tag(each) for each in (first - 1, first, stop - 1, stop))
        if all(is_time(each) or self._tag(each) in _OF_TIMES for each in range(first, stop)):
            return 0.0
        if self._mark(stop - 1).casefold() in self.lexicon.existentials:
            return _BROKEN  # "certain (there) were no militants"
        if closing is Tag.RELATIVE:
            return 0.0  # "a shooting (that) killed"
        joined = closing is Tag.COORDINATOR or self._mark(stop - 1) in _PARTING
        if closing is Tag.PREPOSITION and before is not Tag.PREPOSITION and behind in _NOMINAL_OR_VERB:
            return _BROKEN  # "two charges (of) attempted murder"
        if before is Tag.PREPOSITION and not joined and opening in _NOMINAL:
            return _BROKEN  # "died in (the war waged for) … over"
        names = opening in _NOMINAL and not is_time(first)
        if before is Tag.VERB and names:
            return _BROKEN  # "has accused (the government of bombing the town), killing"
        if before is Tag.NOUN and opening is Tag.NOUN and not self.lexicon.is_manner(self._folded(first)):
            return _BROKEN  # "with reckless (driving) on"
        return _BROKEN if opening is Tag.NEGATION or closing is Tag.NEGATION else 0.0

    def disagrees(self, text: str) -> bool:
        """Whether the first verb of a label is a plural, and its subject is one thing: "Lena Rose were hurt"."""
        words = text.split()
        verb = next((each for each, word in enumerate(words) if word in self.lexicon.plural_auxiliaries), 0)
        return verb > 0 and self._is_one(words[:verb])

    def _is_one(self, words: Sequence[str]) -> bool:
        """Whether a subject is one person by name or one thing: its value, if any, only tells which."""
        if GAP in words or any(word.casefold() in self.lexicon.joining or word == "&" for word in words):
            return False
        bare = [word.strip(_MARKS).casefold() for word in words]
        if any(self.lexicon.is_plural(word) and not word.endswith("ss") for word in bare):
            return False
        last = words[-1].strip(_MARKS)
        named = len(words) > 1 and last.istitle() and words[-2][:1].isupper()
        return named or (any(word.startswith(f"{GAP}-") for word in words) and last.islower())

    def _folded(self, index: int) -> str:
        return self.sentence.tokens.forms[index].folded


_MARKS = " ,;:–—-(“”\"'`’\0"
_HYPHENS = frozenset(("-", "‐", "‑"))
_PARTING = frozenset((",", ";", ":", "—", "–", "--", "(", ")"))
_OF_TIMES = (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.MARK)
_NOMINAL = (Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.DETERMINER)
_NOMINAL_OR_VERB = (*_NOMINAL, Tag.VERB)
_BROKEN = 0.6  # the fault of words that a reader misses
