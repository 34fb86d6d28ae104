"""The context in which a figure is read, and the result: a figure with its span, kind and rule."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, final

from factcheck.kinds.quantity.adjacent_units import hedge_after, hedge_before
from factcheck.kinds.quantity.article import Article
from factcheck.kinds.quantity.clause import VERB_REACH, verb_and_subject
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.model import Kind
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

WORD: Final = regex(r"[A-Za-z]+")
AFTER_ONE: Final = regex(r"\s+([a-z]+)")
MINUS_REACH: Final = 16  # characters before a figure in which its minus stands
_NOTHING: Final = Figure(Decimal(0), Decimal(1))
_WITHOUT_CLAUSE: Final = frozenset(("age", "ordinal", "ratio"))


@final
@record
class ParseContext:
    """A trigger and the text around it that a figure there may use.

    `pos` is the offset of the `trigger`; `before` holds the strings between spaces before it, within its sentence.
    `after_plain_word` says that the word before it is a common one that belongs to no figure, which skips several
    checks. A figure may use the text from `floor` to `limit`. `previous` is the figure before it in its sentence.
    """

    text: str
    pos: int
    trigger: str
    before: list[str]
    after_plain_word: bool
    floor: int
    limit: int
    sentence_start: int
    sentence_end: int
    article: Article
    previous: Found | None


def tokens_before(context: ParseContext, start: int) -> list[str]:
    """Return the strings between spaces before a figure, within its sentence and VERB_REACH characters."""
    if start == context.pos:
        return context.before
    window_start = start - VERB_REACH
    if window_start <= context.sentence_start:
        return context.text[context.sentence_start : start].split()
    words = context.text[window_start:start].split()
    return words if context.text[window_start - 1].isspace() else words[1:]


@final
@record
class Found:
    """A figure with its span, kind and rule.

    When `kind` is None, the text up to `read_until` holds no figure, and `rule` is the trap that says why (a key of
    TRAPS).
    """

    kind: Kind | None
    start: int
    end: int
    rule: str
    figure: Figure
    read_until: int = 0

    def with_figure(self, figure: Figure) -> Found:
        """Return the same span, kind and rule with another figure."""
        return Found(self.kind, self.start, self.end, self.rule, figure, self.read_until)


def no_figure(until: int, trap: str) -> Sequence[Found]:
    """Return the result that the text up to an offset holds no figure; `trap` is a key of TRAPS in non_claims.py."""
    return (Found(None, until, until, trap, _NOTHING, until),)


def negative(context: ParseContext, figure: Figure, start: int) -> tuple[Figure, int]:
    """Return the figure and its start with a minus sign or minus word before it applied, if there is one."""
    if context.after_plain_word and start == context.pos:
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


def may_be_year(text: str, numeral: Numeral) -> bool:
    """Return whether a numeral is four bare digits from 1500 to 2100."""
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
    """Return the figure with hedge, noun, verb and subject, its span extended over hedge and noun.

    `span` covers the number with its unit; `noun` is the span of the counted noun. Without `hedge`, none is looked for.
    """
    text, (start, end), g = context.text, span, context.article.grammar
    words, hedge_type, counted, verb, subject = (
        figure.hedge,
        figure.hedge_type,
        figure.noun,
        figure.verb,
        figure.subject,
    )
    if hedge:
        if after := hedge_after(text, end, g):
            end, words, hedge_type = after
        if (start != context.pos or not context.after_plain_word) and (
            before := hedge_before(text, start, context.floor, g)
        ):
            start, words, hedge_type = before
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
            end, words, hedge_type = after
    if kind not in _WITHOUT_CLAUSE and verb is None:
        verb, subject = verb_and_subject(text, tokens_before(context, start), end, context.sentence_end, g)
    whole = Figure(
        figure.low,
        figure.step,
        figure.high,
        figure.vague,
        figure.words,
        words,
        hedge_type,
        figure.unit,
        counted,
        verb,
        subject,
        figure.held,
    )
    return Found(kind, start, end, rule, whole)
