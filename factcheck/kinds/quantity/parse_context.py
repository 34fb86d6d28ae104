"""Where a figure is read, and what comes of it: a figure with its span, kind and rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, final

from factcheck.kinds.quantity.adjacent_units import hedge_after, hedge_before
from factcheck.kinds.quantity.article import Article
from factcheck.kinds.quantity.clause import REACH, verb_and_subject
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.model import Kind
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

WORD: Final = regex(r"[A-Za-z]+")
AFTER_ONE: Final = regex(r"\s+([a-z]+)")
MINUS_REACH: Final = 16  # code points before a figure in which its minus stands
_NOTHING: Final = Figure(Decimal(0), Decimal(1))
_WITHOUT_CLAUSE: Final = frozenset(("age", "ordinal", "ratio"))


@final
@dataclass(eq=False)
class ParseContext:
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


def tokens_before(context: ParseContext, start: int) -> list[str]:
    """What stands between the blanks before a figure, in its sentence, as far back as its verb may stand."""
    if start == context.pos:
        return context.before
    reach = start - REACH
    if reach <= context.sentence_start:
        return context.text[context.sentence_start : start].split()
    words = context.text[reach:start].split()
    return words if context.text[reach - 1].isspace() else words[1:]


@final
@dataclass(eq=False)
class Found:
    """A figure with its span, kind and rule.

    `kind` None says that the text up to `seen` holds no figure; `rule` is then the name of the trap that says so.
    """

    kind: Kind | None
    start: int
    end: int
    rule: str
    figure: Figure
    seen: int = 0

    def reading(self, figure: Figure) -> Found:
        """The same context with another figure."""
        return Found(self.kind, self.start, self.end, self.rule, figure, self.seen)


def no_figure(until: int, trap: str) -> Sequence[Found]:
    """What a trap gives, one of TRAPS in traps.py: the text up to a context holds no figure."""
    return (Found(None, until, until, trap, _NOTHING, until),)


def negative(context: ParseContext, figure: Figure, start: int) -> tuple[Figure, int]:
    """A minus sign, or the word, before a figure."""
    if context.plain and start == context.pos:
        return figure, start
    text = context.text
    char = text[start - 1] if start > context.floor else ""
    g = context.article.grammar
    if not (char in "-−" or (char.isspace() and (text[start - 2] in g.sets.minus_ends or text[start - 2].isspace()))):
        return figure, start
    if char == "" or figure.high is not None:
        return figure, start
    found = g.phrases.minus.search(text, max(context.floor, start - MINUS_REACH), start)
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
    context: ParseContext,
    kind: Kind,
    span: tuple[int, int],
    rule: str,
    figure: Figure,
    *,
    noun: tuple[int, int] | None = None,
    hedge: bool = True,
) -> Found:
    """Put the hedge, the noun and the clause on a figure and stretch its span over hedge and noun."""
    text, (start, end), g = context.text, span, context.article.grammar
    words, way, counted, verb, subject = figure.hedge, figure.way, figure.noun, figure.verb, figure.subject
    if hedge:
        if after := hedge_after(text, end, g):
            end, words, way = after
        if (start != context.pos or not context.plain) and (before := hedge_before(text, start, context.floor, g)):
            start, words, way = before
        elif figure.high is not None and (
            between := g.phrases.between.search(text, max(context.floor, start - 12), start)
        ):
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
        verb, subject = verb_and_subject(text, tokens_before(context, start), end, context.sentence_end, g)
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
