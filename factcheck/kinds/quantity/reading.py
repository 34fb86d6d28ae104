"""Read the figure at a trigger: numeral, range, sign, unit, hedge, noun, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from factcheck.kinds.quantity.adjacent_units import (
    Unit,
    followed_by_word,
    hedge_after,
    money_before,
    stands_alone,
    unit_after,
    with_rate,
)
from factcheck.kinds.quantity.count import read_count, read_score
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.kinds.quantity.grammar import Grammar, Pattern
from factcheck.kinds.quantity.measure import as_sterling, is_unit, named_again, read_height, read_measure
from factcheck.kinds.quantity.non_claims import (
    capital_inside,
    in_a_street,
    labelled,
    past_label,
    trapped_after,
    trapped_before,
)
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.parse_context import (
    AFTER_ONE,
    WORD,
    Found,
    ParseContext,
    finish,
    negative,
    no_figure,
)
from factcheck.kinds.quantity.ranges import changed_to, joins_with_and, repeated_unit, short_scale, spread_of
from factcheck.kinds.quantity.ratios_ordinals import (
    fraction_rather,
    placed,
    read_band,
    read_fraction,
    read_multiplier,
    read_ordinal,
    whole_of,
)
from factcheck.model import Kind
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

_NAME_BEFORE: Final = regex(r"([^\W\d_][\w.’'-]*)(?:,\s|\s\()$")
_NUMBER: Final = regex(r"\d+")
_CODE: Final = regex(r"0\d+(?:[ -]\d{3,})*")  # a telephone number, a serial number
_NEXT: Final = regex(r"\s?-?\s?([A-Za-z]+|[%])")
_ARTICLE_BEFORE: Final = regex(r"\b(?:an?)\s+$", re.IGNORECASE)
_BEFORE_A_SCALE: Final = 24  # code points before a scale in which its quantifier stands


def read(context: ParseContext, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figures that the trigger begins: none, one, or the two of a score."""
    text, pos, trigger = context.text, context.pos, context.trigger
    if trigger in g.names and (name_end := _name_at(text, pos, g.names[trigger])) is not None:
        return no_figure(name_end, "name")
    if trigger[0].isdigit():
        return _read_digits(context, g, last)
    lower = trigger.lower()
    if lower in _LOOSE and not _worth_reading(context, lower, g):
        return _NOT_COUNTED
    numeral = g.reader.simple(text, pos)
    if numeral is not None:
        return _read_words(context, lower, numeral, g, last)
    if lower in g.bands and (band := read_band(context, lower, g)):
        return band
    if lower in g.multipliers:
        return read_multiplier(context, lower, g)
    ordinal = _ordinal_at(text, pos, lower, g)
    if ordinal is not None and not fraction_rather(context, ordinal):
        return read_ordinal(context, ordinal, g)
    return _read_words(context, lower, None, g, last)


# What gives no figure, and keeps none from being read in the words that follow.
_NOT_COUNTED: Final = no_figure(0, "loose")
_NO_NUMERAL: Final = no_figure(0, "no-numeral")
_IN_A_WORD: Final = no_figure(0, "in-a-word")
_ONE_ALONE: Final = no_figure(0, "one")
_SCALE_ALONE: Final = no_figure(0, "scale")
# Words that seldom count: looked at twice before they are read.
_LOOSE: Final = frozenset(("one", "first", "second", "third"))


def _worth_reading(context: ParseContext, lower: str, g: Grammar) -> bool:
    """A cheap look around "one" and "first": most are pronouns, idioms and manners of speaking."""
    text, end = context.text, context.pos + len(lower)
    if lower != "one" and context.before:
        previous = context.before[-1].lower()
        # "finished second"; "nearly a third", "one third".
        if placed(previous, lower, g) or (lower == "third" and previous in ("a", "one")):
            return True
    following = AFTER_ONE.match(text, end)
    if lower == "one" and (text.startswith(_PARTS_OF_ONE, end) or _one_alone(context, end, g)):
        return True
    if following is None:
        return text[end : end + 1] in ("-", " ")
    word = following[1]
    if lower == "one":
        return word in ("in", "out") or text.startswith(" of every ", end) or word not in g.function_words
    return word == "of" or (word not in g.idioms.ordinal and word not in g.function_words)


def _one_alone(context: ParseContext, end: int, g: Grammar) -> bool:
    """ "minus one", "one over three", "killed one and injured two": a number without a noun behind it."""
    if _over_a_number(context.text, end, g) is not None:
        return True
    previous = context.before[-1].lower() if context.before else ""
    if previous not in g.sets.toll_verbs:
        return previous in g.sets.minus_words
    following = AFTER_ONE.match(context.text, end)
    return following is None or following[1] in ("and", "in", "at", "on", "dead")


_PARTS_OF_ONE: Final = (" and a ", " and one ", " and three quarters", " and two thirds")


def _ordinal_at(text: str, pos: int, lower: str, g: Grammar) -> Numeral | None:
    """The ordinal that a word begins: itself, or one further on ("twenty-first", "two hundredth")."""
    if lower not in g.ordinal_words:
        following = WORD.match(text, pos + len(lower) + 1)
        word = following[0].lower() if following else ""
        if word not in g.ordinal_words and word not in g.number_words:
            return None
    return g.reader.ordinal(text, pos)


def _name_at(text: str, pos: int, names: Sequence[tuple[int, str]]) -> int | None:
    """The end of a name with a number in it ("9/11", "Formula One") when one covers the trigger."""
    for before, name in names:
        if text.startswith(name, pos - before) and not text[pos - before - 1 : pos - before].isalnum():
            end = pos - before + len(name)
            return None if text[end : end + 1].isalnum() else end
    return None


def _read_digits(context: ParseContext, g: Grammar, last: Found | None) -> Sequence[Found]:
    text, pos = context.text, context.pos
    if text[pos - 1 : pos] == "." and pos > context.floor and not text[pos - 2 : pos - 1].isalnum():
        pos -= 1
    if trapped_before(text, pos, g):
        return no_figure(_token_end(text, pos), "joined")
    end = context.pos + len(context.trigger)
    if text[end : end + 1] in _ORDINAL_ENDS and (ordinal := g.reader.ordinal(text, pos)) is not None:
        return read_ordinal(context, ordinal, g)
    if text[pos] == "0" and (code := _CODE.match(text, pos)):
        return no_figure(code.end(), "code")
    numeral = g.reader.plain(text, pos) or g.reader.at(text, pos, joined=joins_with_and(context))
    if numeral is None:
        past = g.reader.past_too_many(text, pos)
        return _NO_NUMERAL if past is None else no_figure(_token_end(text, past), "string")
    if trapped_after(text, pos, numeral.end, g, notes=context.article.notes):
        return no_figure(_token_end(text, numeral.end), "string")
    if numeral.form == "fraction" and numeral.number < 1 and _is_of(text, numeral.end):
        return read_fraction(context, numeral, g)
    return _figure(context, numeral, g, last)


# What may stand right behind the digits of an ordinal: "21st", "1,000th".
_ORDINAL_ENDS: Final = frozenset("snrtSNRT,")


def _token_end(text: str, at: int) -> int:
    """The end of the unbroken string around a context: a trap takes it whole."""
    while at < len(text) and not text[at].isspace() and text[at] not in ',;()[]“”"':
        at += 1
    return at


def _read_words(
    context: ParseContext, lower: str, numeral: Numeral | None, g: Grammar, last: Found | None
) -> Sequence[Found]:
    """The figure that a number word begins; `numeral` is given when that word is all of it."""
    text, pos = context.text, context.pos
    if (not context.plain and _hyphen_before(context)) or capital_inside(text, pos, context.sentence_start):
        return _IN_A_WORD
    if numeral is None and (numeral := _in_words(context, lower, g)) is None:
        return _NO_NUMERAL
    single = lower == "one" and numeral.start == pos
    if single and not _one_counts(context, numeral, g) and not _one_more(context, numeral, last, g):
        return _ONE_ALONE
    if numeral.form == "fraction" and numeral.number < 1:
        return read_fraction(context, numeral, g)
    if _bare_scale(context, lower, numeral, g):
        return _SCALE_ALONE
    return _figure(context, numeral, g, last)


def _hyphen_before(context: ParseContext) -> bool:
    """Whether the word is the second part of a compound: "twenty-one", "all-one"."""
    text, pos = context.text, context.pos
    return text[pos - 1 : pos] == "-" and pos - 2 >= context.floor and text[pos - 2].isalnum()


def _in_words(context: ParseContext, lower: str, g: Grammar) -> Numeral | None:
    """The numeral that a number word begins, with the article or the quantifier before it: "several hundred"."""
    text, pos = context.text, context.pos
    quantifier = article = None
    start = pos
    if (scale := lower in g.sets.scales) or lower in g.reader.parts:
        before = text[max(context.floor, pos - _BEFORE_A_SCALE) : pos]
        quantifier = g.phrases.quantifier_before.search(before) if scale else None
        article = _ARTICLE_BEFORE.search(before)
        start = pos - len(before) + article.start() if article else pos
    numeral = g.reader.at(text, start, joined=joins_with_and(context))
    if numeral is not None and numeral.form == "vague" and numeral.start == pos:
        # "a handful of", "a couple of"
        with_article = _ARTICLE_BEFORE.search(text, max(context.floor, pos - 4), pos)
        return numeral.having(start=with_article.start()) if with_article else numeral
    if (
        numeral is not None
        and quantifier
        and quantifier[1].lower() not in g.sets.quantifiers_of_one
        and numeral.form == "words"
        and numeral.start == pos
    ):
        return _multiplied(numeral, pos - len(before) + quantifier.start(), quantifier[1], g)
    return numeral


def _multiplied(numeral: Numeral, start: int, quantifier: str, g: Grammar) -> Numeral | None:
    """ "several hundred": the scale times what the quantifier bounds; None for "ſeveral", which only looks like one."""
    low, _, high = g.quantifiers.get(" ".join(quantifier.lower().split()), "").partition("..")
    if not high:
        return None
    return Numeral(
        start,
        numeral.end,
        numeral.number * int(low),
        numeral.step,
        numeral.number * int(low),
        numeral.number * int(high),
        form="vague",
        scaled=True,
    )


def _bare_scale(context: ParseContext, lower: str, numeral: Numeral, g: Grammar) -> bool:
    """ "million" with nothing before it says no figure ("the million-dollar question", "hundred of")."""
    before = context.text[max(context.floor, context.pos - _BEFORE_A_SCALE) : context.pos]
    return (
        lower in g.sets.scales
        and numeral.form == "words"
        and numeral.start == context.pos
        and numeral.end - numeral.start == len(lower)
        and context.text[numeral.end : numeral.end + 1] != " "
        and g.phrases.quantifier_before.search(before) is None
    )


def _one_counts(context: ParseContext, numeral: Numeral, g: Grammar) -> bool:
    """ "one" is a pronoun or an idiom unless it begins a longer numeral or stands before a word that it counts."""
    if numeral.end - numeral.start > 3:
        return True
    text, end = context.text, numeral.end
    if (
        g.one_in.after is not None
        and (found := g.one_in.after.match(text, end))
        and g.reader.at(text, found.start("whole"))
    ):
        return True
    if _one_alone(context, end, g) or _FOR_EVERY.match(text, end):
        return True
    following = AFTER_ONE.match(text, end)
    if following is None:
        return text[end : end + 1] == "-" and unit_after(text, end, context.limit, g, digits=False) is not None
    word = following[1]
    if word == "point" and text[max(context.floor, numeral.start - 3) : numeral.start].lower() == "at ":
        return False
    if word in g.sets.one_counts or g.phrases.age_behind_one.match(text, end):
        return True
    if g.phrases.participle.match(text, end) and word not in ("being", "seen"):
        return word in g.states
    unit = unit_after(text, end, context.limit, g, digits=False)
    return unit is not None or word == "per" or word in g.sets.percent_names or word in g.sets.scales


_AND_ONE: Final = regex(r",?\s(?:and|plus)\s")


def _one_more(context: ParseContext, numeral: Numeral, last: Found | None, g: Grammar) -> bool:
    """ "11 shops and one repair yard": what is told beside a count is counted too."""
    if last is None or last.kind != "count" or _AND_ONE.fullmatch(context.text, last.end, numeral.start) is None:
        return False
    following = AFTER_ONE.match(context.text, numeral.end)
    return following is not None and following[1] not in g.function_words


# "one officer for every 410 residents", "one doctor per 10,000 people"
_FOR_EVERY: Final = regex(r" (?:[a-z-]+ ){1,3}(?:(?:for|to) every (?!time|one)|per (?=\d))")


def _figure(context: ParseContext, numeral: Numeral, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figure that a plain numeral begins."""
    text, start, end = context.text, numeral.start, numeral.end
    plain = context.plain and start == context.pos
    if not plain:
        sign = money_before(text, start, context.floor, g)
        if sign is not None:
            return _priced(context, numeral, sign, g)
        if labelled(text, start, context.sentence_start, g):
            return no_figure(past_label(text, start, end), "label")
    if in_a_street(text, start, end, g):
        return no_figure(end, "street")
    if not stands_alone(text, end, g):
        return _with_what_follows(context, numeral, g, last)
    if not plain and (ruled := _ruled(context, numeral, end, g, alone=True)):
        return _by_rule(context, numeral, None, ruled, g)
    return read_count(context, numeral, None, g, last, hedge=not plain)


def _priced(context: ParseContext, numeral: Numeral, sign: Unit, g: Grammar) -> Sequence[Found]:
    """The amount of money behind a sign."""
    text = context.text
    numeral, high, _ = spread_of(context, short_scale(text, numeral, g, sign), sign, g)
    end = high.end if high else numeral.end
    unit = with_rate(text, Unit(sign.name, end, named_again(text, end, context.limit, g), True), context.limit, g)
    return read_measure(context, numeral, high, unit, sign, g)


def _with_what_follows(context: ParseContext, numeral: Numeral, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figure of a numeral behind which a scale, a second figure, a unit or the word of a rule may stand."""
    text = context.text
    digits = numeral.form == "digits" or text[numeral.start].isdigit()
    high = None
    bottom = _over_a_number(text, numeral.end, g)
    if bottom is not None and 0 < numeral.number < bottom.number:
        part = Figure(numeral.number / bottom.number, Decimal(1) / bottom.number)
        part, start = negative(context, part, numeral.start)
        return (finish(context, "ratio", (start, bottom.end), "quantity/fraction", part),)
    if not followed_by_word(text, numeral.end):
        numeral = short_scale(text, numeral, g, None)
        if digits and (score := read_score(context, numeral, g)):
            return score
        if digits and (height := read_height(context, numeral)):
            return (height,)
        numeral, high, _ = spread_of(context, numeral, None, g)
    end = high.end if high else numeral.end
    if (ruled := _ruled(context, numeral, end, g)) is not None:
        return _by_rule(context, numeral, high, ruled, g)
    if high is None and (shared := _in_the_second(context, numeral, g)):
        return (shared,)
    unit = unit_after(text, end, context.limit, g, digits=digits)
    bound = hedge_after(text, end, g) if unit is None else None
    if bound is not None:
        unit = unit_after(text, bound[0], context.limit, g, digits=digits)
    if numeral.form == "vague":
        unit = unit or _over_of(context, numeral, g)
        high = numeral.having(number=numeral.high or numeral.number) if unit else None
    if unit is not None and (pounds := as_sterling(context, numeral, unit, g)):
        unit = pounds
    if unit is not None and is_unit(context, numeral, unit, g):
        return read_measure(context, numeral, high, unit, None, g, bound)
    return read_count(context, numeral, high, g, last)


def _over_a_number(text: str, end: int, g: Grammar) -> Numeral | None:
    """The lower figure of a spoken fraction, "one over three", behind which nothing stands that it could count."""
    if not text.startswith(" over ", end):
        return None
    bottom = g.reader.at(text, end + len(" over ")) if end + len(" over ") < len(text) else None
    return bottom if bottom is not None and _NOTHING_MORE.match(text, bottom.end) else None


_NOTHING_MORE: Final = regex(r"\s*(?:[.,;:!?)](?!\d)|\Z)")


def _over_of(context: ParseContext, numeral: Numeral, g: Grammar) -> Unit | None:
    """ "tens of millions of dollars": behind words that only bound a number a unit stands over "of"."""
    if not context.text.startswith(" of ", numeral.end):
        return None
    return unit_after(context.text, numeral.end + len(" of"), context.limit, g, digits=False)


def _in_the_second(context: ParseContext, numeral: Numeral, g: Grammar) -> Found | None:
    """ "from 28 to 33 percent", "from 9.2 to 9.8 million barrels": the first figure in what the second one counts."""
    both = changed_to(context, numeral, g)
    if both is None:
        return None
    text, span, (first, second) = context.text, (numeral.start, numeral.end), both
    figure = Figure(first.number, first.step, words=first.form == "words")
    if (ruled := _ruled(context, second, second.end, g)) is not None:
        rule = ruled[0].rule
        if rule.kind != "percent":
            return None
        figure, start = negative(context, replace(figure, unit=ruled[0].unit), span[0])
        return finish(context, "percent", (start, span[1]), rule.id, figure)
    unit = unit_after(text, second.end, context.limit, g, digits=text[second.start].isdigit())
    if unit is not None and is_unit(context, second, unit, g):
        (found,) = read_measure(context, first, None, unit.at(numeral.end), None, g)
        return found
    noun = noun_phrase(text, second.end, context.limit, g)
    if noun is None and first.number == numeral.number:
        return None
    figure, start = negative(context, figure, span[0])
    counted = " ".join(text[noun[0] : noun[1]].split()) if noun else None
    kind: Kind = "count" if noun else "number"
    return finish(context, kind, (start, span[1]), f"quantity/{kind}", replace(figure, noun=counted))


def _no_rule_before(context: ParseContext, numeral: Numeral, end: int, g: Grammar) -> bool:
    """A cheap look at the last word before a figure, and at the marks that stand for one."""
    if numeral.start != context.pos:
        return False
    previous = context.before[-1] if context.before else ""
    behind = context.text[end : end + 1]
    for pattern in g.untriggered:
        if behind in pattern.behind and (not pattern.ahead or previous[-1:] in pattern.ahead):
            return False
    return previous != "of" and "-" not in previous and previous.lower() not in g.by_word_before


# Before the whole of a part: "one in five", "nine out of 10", "two of every three".
_WHOLES: Final = frozenset(("in", "out", "of", "per"))


def _ruled(
    context: ParseContext, numeral: Numeral, end: int, g: Grammar, *, alone: bool = False
) -> tuple[Pattern, int, int] | None:
    """The first rule of rules.toml that fits around the figure: the rule, its start and its end.

    A figure that stands `alone` has no rule's word behind it.
    """
    text = context.text
    word = ""
    if not alone:
        following = _NEXT.match(text, end)
        word = following[1].lower() if following else ""
    candidates = g.by_word_after.get(word, ()) if word else ()
    if not candidates and word not in _WHOLES and _no_rule_before(context, numeral, end, g):
        return None
    before = text[max(context.floor, numeral.start - 40) : numeral.start]
    tokens = before.rsplit(None, 1)
    previous = tokens[-1] if tokens else ""
    if previous == "of" or "-" in previous:
        tokens = before.replace("-", " ").rsplit(None, 2)[-2:]
        previous = tokens[0] if len(tokens) > 1 and tokens[1] == "of" else tokens[-1] if tokens else ""
    candidates += g.by_word_before.get(previous.lower(), ())
    last, following_char = before[-2:].strip()[-1:], text[end : end + 1]
    for pattern in (*candidates, *g.untriggered):
        if (pattern.ahead and last not in pattern.ahead) or (pattern.behind and following_char not in pattern.behind):
            continue
        # "37 children under 12", "two sons, 9 and 6": the count before took the noun that an age stands behind.
        wide = pattern.beside and (bool(pattern.triggers) or _of_children(context, numeral.start))
        left = text[max(context.sentence_start, numeral.start - 40) : numeral.start] if wide else before
        span = sides_around(pattern, text, left, numeral.start, end)
        if span is not None and allowed(pattern, numeral, text, span, g):
            return pattern, *span
    if word in _WHOLES and (span := sides_around(g.one_in, text, before, numeral.start, end)):
        whole = whole_of(context, end, g)
        if whole is not None and whole.number >= numeral.number > 0 and not _in_so_many(context, numeral, word, g):
            return g.one_in, *span
    return None


def _of_children(context: ParseContext, start: int) -> bool:
    """Whether a word for children and a comma stand right before a figure."""
    children = context.article.grammar.phrases.children
    return children.search(context.text, max(context.sentence_start, start - _KIN_REACH), start) is not None


_KIN_REACH: Final = 32  # code points before a figure in which a word for kin and a comma stand


def _in_so_many(context: ParseContext, numeral: Numeral, word: str, g: Grammar) -> bool:
    """ "killed three in five raids", "won two in four games": a verb took the first figure; it is no part."""
    if word != "in" or numeral.number == 1 or numeral.start != context.pos or not context.before:
        return False
    previous = context.before[-1]
    return g.verbs[previous] and previous not in g.sets.saying_verbs


def sides_around(pattern: Pattern, text: str, before: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a rule's sides stand around a numeral: the start and the end of the whole; None where they do not."""
    left = pattern.before.search(before) if pattern.before else None
    right = pattern.after.match(text, end) if pattern.after else None
    missing = (pattern.before is not None and left is None) + (pattern.after is not None and right is None)
    sides = (pattern.before is not None) + (pattern.after is not None)
    if missing and not (pattern.either and missing < sides):
        return None
    begin = start - len(before) + left.start() if left and not pattern.beside else start
    return begin, right.end() if right else end


def allowed(pattern: Pattern, numeral: Numeral, text: str, span: tuple[int, int], g: Grammar) -> bool:
    """Whether a rule may read a numeral of that size, behind that name."""
    most = pattern.most
    if most is None or pattern.before is None:
        return True
    if numeral.number > most or numeral.number != int(numeral.number) or numeral.number < 1:
        return False
    if "name" not in pattern.before.groupindex:
        return True
    if not (text[numeral.start].isdigit() or _of_a_child(text, numeral, g)):
        return False
    name = _NAME_BEFORE.search(text[max(0, numeral.start - 40) : numeral.start])
    if name is None or any(char.isdigit() for char in name[1]):
        return False
    # "Smith, 24," and "her daughter, 11,"; not "rebounding (10)".
    if not name[1][0].isupper() and name[1].lower() not in g.persons_only:
        return False
    return name[1].lower().rstrip(".") not in g.not_a_surname and span is not None


def _of_a_child(text: str, numeral: Numeral, g: Grammar) -> bool:
    """ "her sons Tom, 12, and Ben, nine": ages in words stand behind the names of children."""
    young = numeral.number < 13 and text[numeral.end] in ",)"
    return young and g.phrases.child.search(text, 0, numeral.start) is not None


def _by_rule(
    context: ParseContext, numeral: Numeral, high: Numeral | None, ruled: tuple[Pattern, int, int], g: Grammar
) -> Sequence[Found]:
    pattern, start, end = ruled
    rule = pattern.rule
    if rule.reading == "one_in":
        whole = whole_of(context, numeral.end, g)
        if whole is None:
            return ()
        step = numeral.step / whole.number if context.text.startswith(" per ", numeral.end) else Decimal(1)
        figure = Figure(numeral.number / whole.number, step)
        noun = noun_phrase(context.text, whole.end, context.limit, g)
        return (finish(context, "ratio", (start, whole.end), rule.id, figure, noun=noun),)
    unit = pattern.unit
    if unit == "year" and pattern.after is not None:
        unit = _age_unit(pattern, context.text, numeral, high, g) or unit
    low, top = numeral.number, high.number if high else None
    if pattern.width:
        top = low + pattern.width
    percent = rule.kind == "percent"
    figure = Figure(low, numeral.step, top, words=numeral.form == "words", unit=unit)
    figure, start = negative(context, figure, start)
    if high is None and percent:
        repeated = repeated_unit(context, figure.low, end, g, lambda second: _percent_again(context, second, pattern))
        if repeated is not None:
            low, top = sorted((figure.low, repeated[0]))
            figure, end = replace(figure, low=low, high=top), repeated[1]
    noun = noun_phrase(context.text, end, context.limit, g) if percent and _is_of(context.text, end) else None
    found = finish(context, rule.kind or "number", (start, end), rule.id, figure, noun=noun)
    if high is None and (rule.id == "quantity/aged" or (rule.kind == "age" and _of_children(context, numeral.start))):
        return found, *_more_ages(context, found)
    return (found,)


# "aged 8, 12 and 15", "ages 15 and 17": ages up to where the phrase ends.
_MORE_AGES: Final = regex(
    r"((?:,\s\d{1,3})*),?\s(?:and|or)\s(\d{1,3})(?=[,.;)]|\s(?:were|was|are|who|from|at|died)\b|$)"
)


def _more_ages(context: ParseContext, first: Found) -> Iterator[Found]:
    """The ages that follow the first of a list."""
    found = _MORE_AGES.match(context.text, first.end, context.limit)
    if found is None:
        return
    for number in _NUMBER.finditer(found[0]):
        span = found.start() + number.start(), found.start() + number.end()
        figure = Figure(Decimal(number[0]), Decimal(1), unit="year")
        yield Found("age", *span, first.rule, figure)


def _percent_again(context: ParseContext, second: Numeral, pattern: Pattern) -> tuple[Decimal, int] | None:
    """The second figure of "4% to 7%"."""
    found = pattern.after.match(context.text, second.end) if pattern.after else None
    return (second.number, found.end()) if found else None


def _is_of(text: str, end: int) -> bool:
    return text[end : end + 4].lower() == " of "


def _age_unit(pattern: Pattern, text: str, numeral: Numeral, high: Numeral | None, g: Grammar) -> str | None:
    found = pattern.after.match(text, high.end if high else numeral.end) if pattern.after else None
    named = found.groupdict().get("unit") if found else None
    return g.sets.age_units[named.lower()] if named else None
