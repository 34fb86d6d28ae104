"""Page stamps: dates and times that say when a text was published or changed, and nothing of what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from factcheck.kinds.timex.find import LINE_END, fold
from factcheck.model import Claim, Document, Sentence
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation

_REACH: Final = 40  # characters before a date in which the words of its stamp stand
_LONGEST: Final = 160  # characters of a line that is a stamp as a whole
_WORD: Final = regex(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_CLOSES: Final = regex(r"[\s.]*(?:[)\]]\s*[:–|-]?|[:|]|[–-](?=[\s–-])|\x00|\Z)")
_FULL: Final = regex(r"\d[:.]\d\d|\b\d{4}\b|\d\s?[ap]\.?m\b|\d/\d")
_HANDLE: Final = regex(r"\(@\w+\)\s*\Z")  # of the author of a post, before the day on which it was written
_MOST_CAPITALS: Final = 4  # words in capitals beside a date on its line: the place, the agency
_OPENS: Final = frozenset('\x00.!?|([•*–—-"”')


def stamps(
    document: Document, sentences: Sequence[Sentence], dates: Iterable[Claim], ruleset: Ruleset, *, bare: bool = False
) -> frozenset[int]:
    """The offsets of the dates and times of a document that are stamps; `dates` are all that it has, in text order.

    With `bare` those that stand alone on their line, without a word of publishing, are among them, and those of posts
    that a text embeds: "— Ida Roth (@idaroth) May 5, 2015".
    """
    spans = [(claim.start, claim.end) for claim in dates]
    if not spans or not _patterns(ruleset).words:
        return frozenset()
    low = fold(document.text, sentences)
    text, found = document.text, enumerate(spans)
    return frozenset(start for index, (start, _) in found if is_stamp(text, low, index, spans, ruleset, bare=bare))


def is_stamp(
    text: str, low: str, index: int, spans: Sequence[tuple[int, int]], ruleset: Ruleset, *, bare: bool = True
) -> bool:
    """Whether the date at `spans[index]` is a stamp: "Updated: 5 May 2023", "(Published Monday, May 4, 2015)".

    `low` is the folded text, `spans` are those of all dates, in text order. `bare` as in `stamps`.
    """
    start, end = spans[index]
    patterns = _patterns(ruleset)
    before = patterns.before.search(low, max(0, start - _REACH), start)
    if before is not None and _is_opened(text, low, before.start(), start) and _is_closed(text, low, before, end):
        return True
    if bare and _HANDLE.search(low, max(0, start - _REACH), start):
        return True
    begin = low.rfind(LINE_END, max(0, start - _LONGEST), start) + 1
    if start - begin > _LONGEST:
        return False
    if begin == start or not low[begin:start].strip(" ([*|"):
        behind = patterns.behind.match(low, end)
        if behind is not None and _FULL.search(low, start, end):
            return True
    stop = low.find(LINE_END, end, begin + _LONGEST)
    if stop < 0:
        stop = len(low)
    return stop - begin <= _LONGEST and _is_line_of_stamps(text, low, (begin, stop), index, spans, patterns, bare=bare)


def _is_opened(text: str, low: str, word: int, start: int) -> bool:
    """Whether the words before a date begin a line or stand behind a mark, or are a label: "Posted: May 5"."""
    at = word
    while at and low[at - 1] == " ":
        at -= 1
    if not at or low[at - 1] in _OPENS:
        return True
    return text[word].isupper() and low[word:start].rstrip().endswith(":")


def _is_closed(text: str, low: str, before: re.Match[str], end: int) -> bool:
    """Whether what stands behind the date ends the stamp: a mark, the line, or another stamp."""
    if _CLOSES.match(low, end):
        return True
    label = before[0].rstrip().endswith(":") and text[before.start()].isupper()
    return label and _FULL.search(low, before.end(), end) is not None


def _is_line_of_stamps(
    text: str,
    low: str,
    line: tuple[int, int],
    index: int,
    spans: Sequence[tuple[int, int]],
    patterns: _Patterns,
    *,
    bare: bool,
) -> bool:
    """Whether a line says nothing but when a text was published, and perhaps by whom.

    It has a full date or a time by the clock, and no words but those of publishing; behind "Posted by" stand names.
    """
    begin, stop = line
    own = [span for span in spans[max(0, index - 2) : index + 3] if begin <= span[0] < stop]
    if not any(_FULL.search(low, *span) for span in own) and not (bare and _FULL.search(low, begin, stop)):
        return False
    words: list[re.Match[str]] = []
    others: list[re.Match[str]] = []
    capitals = 0
    for word in _WORD.finditer(low, begin, stop):
        if any(first <= word.start() < last for first, last in own):
            continue
        if bare and word[0] in patterns.neutral:
            continue
        if bare and not words and len(word[0]) > 1 and text[word.start() : word.end()].isupper():
            capitals += 1
            if capitals > _MOST_CAPITALS:
                return False
            continue
        words.append(word)
        if word[0] not in patterns.words:
            others.append(word)
            if not patterns.words.get(words[0][0]) or not text[word.start()].isupper():
                return False  # as in most lines, which are prose
    if not others:
        # A date by itself heads what follows; it is all that a text of one line has to say.
        return bool(words) or (bare and (len(low) > stop or begin > 0))
    return len(words) > 1 and words[1][0] in patterns.authors


_NEUTRAL = ("weekday", "half_of_the_day", "time_zone", "stamp_unit")


class _Patterns:
    """The words of stamps, and what stands before and behind a date that is one."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.words = ruleset.words("stamp")
        self.authors = frozenset(ruleset.words("stamp_author"))
        self.neutral = frozenset(word for name in _NEUTRAL for word in ruleset.words(name))
        names = alternation(word for word, meaning in self.words.items() if meaning)
        joints = alternation(word for word, meaning in self.words.items() if not meaning and word.isalpha())
        self.before = regex(rf"\b(?:{joints}\s+)*\b{names}\b(?:\s*[:@(\[|,-]|\s+{joints}\b)*\s*$")
        self.behind = regex(rf"[\s)\]]*[:|,–-]?\s*(?:{joints}\s+)*{names}\b\s*(?:[:|–-]|\x00|\Z)")


@lru_cache(maxsize=8)
def _patterns(ruleset: Ruleset) -> _Patterns:
    return _Patterns(ruleset)
