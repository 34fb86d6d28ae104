"""Where a figure is read, and what comes of it: a figure with its span, kind and rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from factcheck.kinds.quantity.clause import REACH, verb_and_subject
from factcheck.kinds.quantity.figure import Figure
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.surround import hedge_after, hedge_before
from factcheck.kinds.quantity.traps import article_dollar, named_numbers
from factcheck.model import Kind
from factcheck.text.numerals import Numeral

WORD = re.compile(r"[A-Za-z]+")
BETWEEN = re.compile(r"\bbetween\s+(?:minus\s+|negative\s+)?\S{0,4}$", re.IGNORECASE)
AFTER_ONE = re.compile(r"\s+([a-z]+)")
# Not the second half of "plus or minus" and "+/-".
MINUS = re.compile(r"(?:(?<!plus or )\b(?:minus|negative)\s+|(?<![\w\)\]/–-])[-−])$", re.IGNORECASE)
_NOTHING = Figure(Decimal(0), Decimal(1))
_WITHOUT_CLAUSE = frozenset(("age", "ordinal", "ratio"))


class Article(Struct, frozen=True, dict=True, weakref=True):
    """What the whole text says about its figures, worked out when a figure asks."""

    text: str
    grammar: Grammar

    @cached_property
    def names(self) -> frozenset[str]:
        """The longer numbers that the text uses as names."""
        return named_numbers(self.text, self.grammar)

    @cached_property
    def sterling(self) -> bool:
        """Whether the text speaks of sterling."""
        return "£" in self.text or "sterling" in self.text

    @cached_property
    def notes(self) -> bool:
        """Whether the text may hold a list of notes, as encyclopedias print it."""
        return "^" in self.text

    @cached_property
    def dollar(self) -> str:
        """Which country's dollar the text counts in."""
        return article_dollar(self.text, self.grammar)


class Place(Struct, frozen=True, gc=False):
    """Where to read: the trigger, what stands between the blanks before it in its sentence, and the stretch of text
    that a figure there may use. `plain` says that the word before it is a common one that belongs to no figure.
    """

    text: str
    pos: int
    trigger: str
    before: list[str]
    plain: bool
    floor: int
    limit: int
    sentence_start: int
    sentence_end: int
    article: Article


def tokens_before(place: Place, start: int) -> list[str]:
    """What stands between the blanks before a figure, in its sentence, as far back as its verb may stand."""
    if start == place.pos:
        return place.before
    reach = start - REACH
    if reach <= place.sentence_start:
        return place.text[place.sentence_start : start].split()
    words = place.text[reach:start].split()
    return words if place.text[reach - 1].isspace() else words[1:]


class Found(Struct, frozen=True, gc=False):
    """A figure with its span, kind and rule; `kind` None says that the text up to `seen` holds no figure."""

    kind: Kind | None
    start: int
    end: int
    rule: str
    figure: Figure
    seen: int = 0


def no_figure(until: int) -> Sequence[Found]:
    """What a trap gives: the text up to a place holds no figure."""
    return (Found(None, until, until, "", _NOTHING, until),)


def negative(place: Place, figure: Figure, start: int) -> tuple[Figure, int]:
    """A minus sign, or the word, before a figure."""
    if place.plain and start == place.pos:
        return figure, start
    text = place.text
    char = text[start - 1] if start > place.floor else ""
    # "minus" and "negative" end in these letters.
    if not (char in "-−" or (char.isspace() and (text[start - 2] in "sSeE" or text[start - 2].isspace()))):
        return figure, start
    if char == "" or figure.high is not None:
        return figure, start
    found = MINUS.search(text, max(place.floor, start - 10), start)
    if found is None:
        return figure, start
    if found[0] in "-−" and start < len(text) and not text[start].isdigit() and text[start] not in "$£€¥.":
        return figure, start
    return replace(figure, low=-figure.low), found.start()


def like_a_year(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is four bare digits that may be a year."""
    written = text[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1500 <= int(written) <= 2100


def finish(
    place: Place,
    kind: Kind,
    span: tuple[int, int],
    rule: str,
    figure: Figure,
    *,
    noun: tuple[int, int] | None = None,
    hedge: bool = True,
) -> Found:
    """Put the hedge, the noun and the clause on a figure and stretch its span over hedge and noun."""
    text, (start, end), g = place.text, span, place.article.grammar
    words, way, counted, verb, subject = figure.hedge, figure.way, figure.noun, figure.verb, figure.subject
    if hedge:
        if after := hedge_after(text, end, g):
            end, words, way = after
        if (start != place.pos or not place.plain) and (before := hedge_before(text, start, place.floor, g)):
            start, words, way = before
        elif figure.high is not None and (between := BETWEEN.search(text, max(place.floor, start - 12), start)):
            start = between.start()
    if noun is not None:
        counted = text[noun[0] : noun[1]]
        if not counted.isalpha():
            counted = " ".join(counted.split())
        end = max(end, noun[1])
        if words is None and text.startswith((" or ", " at "), end) and (after := hedge_after(text, end, g)):
            # "50 people or more"
            end, words, way = after
    if kind not in _WITHOUT_CLAUSE and verb is None:
        verb, subject = verb_and_subject(text, tokens_before(place, start), end, place.sentence_end, g)
    whole = Figure(
        figure.low,
        figure.step,
        figure.high,
        figure.vague,
        figure.words,
        words,
        way,
        figure.unit,
        counted,
        verb,
        subject,
        figure.held,
    )
    return Found(kind, start, end, rule, whole)
