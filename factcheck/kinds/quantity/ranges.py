"""Read ranges: the second figure of "10 to 12", with the scale, sign and unit that both share."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from factcheck.kinds.quantity.adjacent_units import Unit, money_before
from factcheck.kinds.quantity.figure import Figure
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.non_claims import is_non_claim_after
from factcheck.kinds.quantity.parse_context import MINUS_REACH, WORD, Found, ParseContext
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

_JOIN: Final = regex(r"(?:-?\s+(to|through|or|and)\s+(?:as\s+(?:many|much)\s+as\s+)?|-to-|\s?[-–—]\s?|~)")


# Characters before a range in which "between" or a verb of change stands.
_VERB_WINDOW: Final = 32


def joins_with_and(context: ParseContext) -> bool:
    """Return whether "and" may be part of the numeral here, which it is not after "between"."""
    before = context.text[max(context.floor, context.pos - 16) : context.pos]
    return "etween" not in before or context.article.grammar.phrases.between.search(before) is None


def short_scale(text: str, numeral: Numeral, g: Grammar, sign: Unit | None) -> Numeral:
    """Return the numeral with a scale letter that touches it, if any: "$2.4m", "10k".

    Without a currency sign, letters that may also be units are left alone.
    """
    if numeral.scaled or numeral.form != "digits":
        return numeral
    spaced = (sign or numeral.step < 1) and text[numeral.end : numeral.end + 1] == " "
    found = WORD.match(text, numeral.end) or (WORD.match(text, numeral.end + 1) if spaced else None)
    if found is None:
        return numeral
    letter = found[0]
    sure = ("k", "K") if spaced else ("k", "K", "M", "B")
    if letter not in g.short_scales or (
        sign is None and letter not in sure and not (letter == "b" and numeral.step < 1)
    ):
        return numeral
    factor = Decimal(g.short_scales[letter])
    return Numeral(numeral.start, found.end(), numeral.number * factor, numeral.step * factor, scaled=True)


def read_range(
    context: ParseContext, numeral: Numeral, sign: Unit | None, g: Grammar
) -> tuple[Numeral, Numeral | None, Unit | None]:
    """Return both numbers of a range and the currency sign, with a shared scale applied to the first.

    The second number is None when there is no range.
    """
    text = context.text
    first_end = numeral.end
    join = _JOIN.match(text, first_end, context.limit)
    if join is None or numeral.form == "vague":
        return numeral, None, sign
    word = join[1]
    before = text[max(context.floor, numeral.start - _VERB_WINDOW) : numeral.start]
    between = g.phrases.between.search(before) is not None
    by = word == "to" and join[0][0] != "-" and _BY.search(before) is not None
    is_change = word == "to" and join[0][0] != "-" and not by and _follows_change_verb(before, g)
    if is_change or (word == "and" and not between):
        return numeral, None, sign
    below = _minus_before(context, numeral) if word else None
    again = g.phrases.minus_again.match(text, join.end()) if below is not None else None
    at = again.end() if again else join.end()
    second_sign = None
    if at < context.limit and not text[at].isalnum():
        stop = at
        while stop < context.limit and stop < at + 4 and not text[stop].isdigit():
            stop += 1
        second_sign = money_before(text, stop, at, g) if stop < context.limit and text[stop].isdigit() else None
        at = stop if second_sign else at
    if at >= context.limit or (sign is None and second_sign is not None) or not text[at].isalnum():
        return numeral, None, sign
    second = g.reader.at(text, at)
    if second is None or second.form == "vague" or (second_sign and sign and second_sign.name != sign.name):
        return numeral, None, sign
    if (join[0].strip() in "-–—") and is_non_claim_after(text, at, second.end, g, notes=context.article.notes):
        return numeral, None, sign
    second = short_scale(text, second, g, sign)
    low = _share_scale(numeral, second)
    if below is not None:
        return *_negative_range(low, second, below, again=again is not None), sign
    if low.number >= second.number or (word == "or" and second.number - low.number > low.number):
        return numeral, None, sign
    if by and second.number > _MAX_RANGE_RATIO * low.number:
        return numeral, None, sign
    return low, second, sign


def _minus_before(context: ParseContext, numeral: Numeral) -> int | None:
    """Return the start of the minus before the first figure of a range, or None."""
    start = numeral.start
    if context.after_plain_word and start == context.pos:
        return None
    minus = context.article.grammar.phrases.minus
    found = minus.search(context.text, max(context.floor, start - MINUS_REACH), start)
    return found.start() if found else None


def _negative_range(low: Numeral, second: Numeral, start: int, *, again: bool) -> tuple[Numeral, Numeral]:
    """Return both ends of a range that begins below zero, in order: "minus 5 to minus 8", "minus 5 to 3"."""
    ends = sorted((-low.number, -second.number if again else second.number))
    return low.replace(start=start, number=ends[0]), second.replace(number=ends[1])


def changed_to(context: ParseContext, numeral: Numeral, g: Grammar) -> tuple[Numeral, Numeral] | None:
    """Return both figures of a change, the first in the scale of the second: "from 9.2 to 9.8 million"; else None."""
    join = _JOIN.match(context.text, numeral.end, context.limit)
    if join is None or join[1] != "to" or join.end() >= context.limit or not context.text[join.end()].isalnum():
        return None
    if not _FROM_ONLY.search(context.text[max(context.floor, numeral.start - _VERB_WINDOW) : numeral.start]):
        return None
    second = g.reader.at(context.text, join.end())
    if second is None or second.form == "vague":
        return None
    second = short_scale(context.text, second, g, None)
    if numeral.scaled or not second.scaled or numeral.number >= 1000 or second.number < 1000:
        return numeral, second
    factor = Decimal(10) ** (3 * (second.number.adjusted() // 3))
    size = second.number / factor
    if max(size, numeral.number) > min(size, numeral.number) * _MAX_CHANGE_RATIO:
        return numeral, second
    return numeral.times(factor), second


_FROM_ONLY: Final = regex(r"\bfrom\s+(?:\w+\s+){0,2}\S?$", re.IGNORECASE)
# Largest ratio between two figures of a change that share a scale: 800 in "from 800 to 1.2 million" is no million.
_MAX_CHANGE_RATIO: Final = 20


def _share_scale(first: Numeral, second: Numeral) -> Numeral:
    """Return the first figure in the scale of the second: "26 to 31 million"."""
    if first.scaled or not second.scaled or first.number >= 1000 or second.number < 1000:
        return first
    factor = Decimal(10) ** (3 * (second.number.adjusted() // 3))
    if second.number / factor <= first.number:
        return first
    return first.times(factor)


_LOWER_BOUNDS, _UPPER_BOUNDS = frozenset(("above", "at_least")), frozenset(("below", "at_most"))
BOUNDS: Final = _LOWER_BOUNDS | _UPPER_BOUNDS
_BETWEEN_BOUNDS: Final = regex(r",?\s(?:and|but)\s")


def between_bounds(text: str, first: Found, second: Found) -> Found | None:
    """Return the range between two bounds of one figure: "more than 200 but fewer than 300 pupils"; else None."""
    a, b = first.figure, second.figure
    if a.hedge_type in _LOWER_BOUNDS and b.hedge_type in _UPPER_BOUNDS:
        low, high = a, b
    elif a.hedge_type in _UPPER_BOUNDS and b.hedge_type in _LOWER_BOUNDS:
        low, high = b, a
    else:
        return None
    if low.low >= high.low or low.high is not None or high.high is not None or (a.unit and a.unit != b.unit):
        return None
    if (a.noun and a.noun != b.noun) or _BETWEEN_BOUNDS.fullmatch(text, first.end, second.start) is None:
        return None
    hedge = f"{a.hedge} … {b.hedge}"
    whole = Figure(low.low, b.step, high.low, b.vague, b.words, hedge, None, b.unit, b.noun, a.verb, a.subject, b.held)
    return Found(second.kind, first.start, second.end, second.rule, whole)


def repeated_unit(
    context: ParseContext,
    low: Decimal,
    end: int,
    g: Grammar,
    read_in_unit: Callable[[Numeral], tuple[Decimal, int] | None],
) -> tuple[Decimal, int] | None:
    """Return the second value of a range that repeats its unit, and its end, or None: "44 mg to 50 mg", "4% to 7%".

    `read_in_unit` gives the value and the end of the second figure when the same unit follows it.
    """
    text = context.text
    join = _JOIN.match(text, end, context.limit)
    if join is None:
        return None
    again = g.phrases.minus_again.match(text, join.end()) if low < 0 and join[1] else None
    at = again.end() if again else join.end()
    if at >= context.limit or not text[at].isalnum():
        return None
    before = text[max(context.floor, context.pos - _VERB_WINDOW) : context.pos]
    if (
        join[1] == "or"
        or (join[1] == "and" and g.phrases.between.search(before) is None)
        or (join[1] == "to" and _is_change(before, g))
    ):
        return None
    second = g.reader.at(text, at)
    found = read_in_unit(second) if second else None
    if found is None:
        return None
    value = -found[0] if again else found[0]
    return (value, found[1]) if value > low or again else None


# Largest ratio of a range after "by": "fell by 15 to 20 percent" is one, "fell by 15 to 320" a change and its result.
_MAX_RANGE_RATIO: Final = 2
# "by" before the size of a change: "fell by 2.7 percent to 7.6 percent" is a change and its result.
_BY: Final = regex(r"\bby\s(?:\w+\s)?\S?$", re.IGNORECASE)


def _is_change(before: str, g: Grammar) -> bool:
    """Return whether the words before show a change, not a range: "rose from 5 to 7", not "ranging from 5 to 7"."""
    return _BY.search(before) is not None or _follows_change_verb(before, g)


def _follows_change_verb(before: str, g: Grammar) -> bool:
    """Return whether a verb of change stands before the first figure, and no word for ranges."""
    return g.phrases.changed.search(before) is not None and not g.phrases.ranging.search(before)
