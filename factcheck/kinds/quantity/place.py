"""Where a figure is read, and what comes of it: a figure with its span, kind and rule."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from factcheck.kinds.quantity.clause import verb_and_subject
from factcheck.kinds.quantity.figure import Figure
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.surround import hedge_after, hedge_before
from factcheck.model import Kind
from factcheck.text.numerals import Numeral

WORD = re.compile(r"[A-Za-z]+")
BETWEEN = re.compile(r"\bbetween\s+\S{0,4}$", re.IGNORECASE)
AFTER_ONE = re.compile(r"\s+([a-z]+)")
_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?<![\w\)\]])[-−])$", re.IGNORECASE)
NOTHING = Figure(Decimal(0), Decimal(1))


class Article(Struct, frozen=True):
    """What the whole text says about its figures: the numbers it uses as names, whether it speaks of sterling,
    and which country's dollar it counts in.
    """

    names: frozenset[str] = frozenset()
    sterling: bool = False
    dollar: str = "USD"


class Place(Struct, frozen=True, gc=False):
    """Where to read: the trigger and the stretch of text that a figure there may use."""

    text: str
    pos: int
    floor: int
    limit: int
    sentence_start: int
    sentence_end: int
    article: Article


class Found(Struct, frozen=True, gc=False):
    """A figure with its span, kind and rule; `kind` None says that the text up to `seen` holds no figure."""

    kind: Kind | None
    start: int
    end: int
    rule: str
    figure: Figure
    seen: int = 0


def negative(place: Place, figure: Figure, start: int) -> tuple[Figure, int]:
    """A minus sign, or the word, before a figure."""
    found = _MINUS.search(place.text, max(place.floor, start - 10), start)
    if found is None or figure.high is not None:
        return figure, start
    if (
        found[0] in "-−"
        and start < len(place.text)
        and not place.text[start].isdigit()
        and place.text[start] not in "$£€¥."
    ):
        return figure, start
    return replace(figure, low=-figure.low), found.start()


def like_a_year(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is four bare digits that may be a year."""
    written = text[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1500 <= int(written) <= 2100


def finish(place: Place, found: Found, g: Grammar, *, noun: tuple[int, int] | None = None, hedge: bool = True) -> Found:
    """Put the hedge, the noun and the clause on a figure and stretch its span over hedge and noun."""
    text, start, end, figure = place.text, found.start, found.end, found.figure
    if hedge and (after := hedge_after(text, end, g)):
        end, words, way = after
        figure = replace(figure, hedge=words, way=way)
    if hedge and (before := hedge_before(text, start, place.floor, g)):
        start, words, way = before
        figure = replace(figure, hedge=words, way=way)
    elif hedge and figure.high is not None and (between := BETWEEN.search(text, max(place.floor, start - 12), start)):
        start = between.start()
    if noun is not None:
        figure = replace(figure, noun=" ".join(text[noun[0] : noun[1]].split()))
        end = max(end, noun[1])
    if found.kind not in ("age", "ordinal", "ratio") and figure.verb is None:
        verb, subject = verb_and_subject(text, start, end, (place.sentence_start, place.sentence_end), g)
        figure = replace(figure, verb=verb, subject=subject)
    return Found(found.kind, start, end, found.rule, figure)
