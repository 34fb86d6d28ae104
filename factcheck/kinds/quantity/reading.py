"""Read the figure at a trigger: numeral, range, currency sign, unit, hedge and noun, in that order."""

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
from factcheck.kinds.quantity.measure import as_sterling, end_of_repeated_currency, is_unit, read_height, read_measure
from factcheck.kinds.quantity.non_claims import (
    end_of_counter,
    end_of_label,
    follows_a_label_word,
    is_capitalised_inside,
    is_house_number,
    is_non_claim_after,
    is_non_claim_before,
    word_before,
)
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.parse_context import (
    AFTER_ONE,
    WORD,
    Found,
    ParseContext,
    finish,
    may_be_year,
    negative,
    no_figure,
)
from factcheck.kinds.quantity.ranges import changed_to, joins_with_and, read_range, repeated_unit, short_scale
from factcheck.kinds.quantity.ratios_ordinals import (
    is_fraction,
    is_one_of_series,
    is_place,
    is_position,
    is_rate,
    read_band,
    read_fraction,
    read_multiplier,
    read_ordinal,
    up_to_verb,
    whole_of,
)
from factcheck.kinds.quantity.telephone import end_of_telephone_number
from factcheck.model import Kind
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

_NAME_BEFORE: Final = regex(r"([^\W\d_][\w.’'-]*)(?:,\s|\s\()$")
_NUMBER: Final = regex(r"\d+")
_CODE: Final = regex(r"0\d+(?:[ -]\d{3,})*")  # a telephone number, a serial number
_NEXT: Final = regex(r"\s?-?\s?([A-Za-z]+|[%])")
_ARTICLE_BEFORE: Final = regex(r"\b(?:an?)\s+$", re.IGNORECASE)
_BEFORE_A_SCALE: Final = 24  # characters before a scale in which its quantifier stands


def read(context: ParseContext, g: Grammar, last: Found | None) -> Sequence[Found]:
    """Return the figures that begin at the trigger of a context: none, one, or the two of a score.

    `last` is the previous figure of the sentence. Text that is no figure gives a result without a kind, with the
    reason.
    """
    text, pos, trigger = context.text, context.pos, context.trigger
    if trigger in g.names and (name_end := _name_at(text, pos, g.names[trigger])) is not None:
        return no_figure(name_end, "name")
    if trigger[0].isdigit():
        return _read_digits(context, g, last)
    lower = trigger.lower()
    if lower in _SELDOM_NUMBERS and not _may_be_number(context, lower, g):
        return _NOT_COUNTED
    numeral = g.reader.simple(text, pos)
    if numeral is not None:
        return _read_words(context, lower, numeral, g, last)
    if lower in g.bands and (band := read_band(context, lower, g)):
        return band
    if lower in g.multipliers:
        return read_multiplier(context, lower, g)
    ordinal = _ordinal_at(text, pos, lower, g)
    if ordinal is not None and not is_fraction(context, ordinal):
        return read_ordinal(context, ordinal, g)
    return _read_words(context, lower, None, g, last)


# Results without a figure that end at offset 0, so that reading goes on with the next word.
_NOT_COUNTED: Final = no_figure(0, "loose")
_NO_NUMERAL: Final = no_figure(0, "no-numeral")
_IN_A_WORD: Final = no_figure(0, "in-a-word")
_ONE_ALONE: Final = no_figure(0, "one")
_SCALE_ALONE: Final = no_figure(0, "scale")
# Words that are seldom numbers and get a quick check first.
_SELDOM_NUMBERS: Final = frozenset(("one", "first", "second", "third"))


def _may_be_number(context: ParseContext, lower: str, g: Grammar) -> bool:
    """Return whether "one" or "first" may be a number here: a quick check, since most are pronouns or idioms."""
    text, end = context.text, context.pos + len(lower)
    # "finished second"; "nearly a third", "one third".
    if lower != "one" and (is_place(context, lower, end, g) or (lower == "third" and _follows_one(context))):
        return True
    following = AFTER_ONE.match(text, end)
    if lower == "one" and (text.startswith(_PARTS_OF_ONE, end) or _one_without_noun(context, end, g)):
        return True
    if following is None:
        return text[end : end + 1] in ("-", " ")
    word = following[1]
    if lower == "one":
        return word in ("in", "out") or text.startswith(" of every ", end) or word not in g.function_words
    if word not in g.idioms.ordinal and word not in g.function_words:
        return True
    return word == "of" or (lower != "first" and is_one_of_series(word, g)) or is_position(context, end, lower, g)


def _follows_one(context: ParseContext) -> bool:
    """Return whether an article or "one" stands right before the trigger."""
    return bool(context.before) and context.before[-1].lower() in ("a", "one")


def _one_without_noun(context: ParseContext, end: int, g: Grammar) -> bool:
    """Return whether "one" is a number without a noun: "minus one", "one over three", "killed one and injured two"."""
    if _denominator_after_over(context.text, end, g) is not None:
        return True
    previous = context.before[-1].lower() if context.before else ""
    if previous not in g.sets.toll_verbs:
        return previous in g.sets.minus_words
    following = AFTER_ONE.match(context.text, end)
    return following is None or following[1] in ("and", "in", "at", "on", "dead")


_PARTS_OF_ONE: Final = (" and a ", " and one ", " and three quarters", " and two thirds")


def _ordinal_at(text: str, pos: int, lower: str, g: Grammar) -> Numeral | None:
    """Return the ordinal that a word begins, alone or with later words ("twenty-first", "two hundredth"); else None."""
    if lower not in g.ordinal_words:
        following = WORD.match(text, pos + len(lower) + 1)
        word = following[0].lower() if following else ""
        if word not in g.ordinal_words and word not in g.number_words:
            return None
    return g.reader.ordinal(text, pos)


def _name_at(text: str, pos: int, names: Sequence[tuple[int, str]]) -> int | None:
    """Return the end of a name that covers the trigger and contains a number ("9/11", "Formula One"), or None."""
    for before, name in names:
        if text.startswith(name, pos - before) and not text[pos - before - 1 : pos - before].isalnum():
            end = pos - before + len(name)
            return None if text[end : end + 1].isalnum() else end
    return None


def _read_digits(context: ParseContext, g: Grammar, last: Found | None) -> Sequence[Found]:
    """Read the figure that begins with digits."""
    text, pos = context.text, context.pos
    if text[pos - 1 : pos] == "." and pos > context.floor and not text[pos - 2 : pos - 1].isalnum():
        pos -= 1
    if is_non_claim_before(text, pos, g):
        return no_figure(_token_end(text, pos), "joined")
    end = context.pos + len(context.trigger)
    if (dialled := end_of_telephone_number(text, context.pos, end, context.before, g)) is not None:
        return no_figure(dialled, "telephone")
    if (counted := end_of_counter(text, context.pos, end)) is not None:
        return no_figure(counted, "counter")
    if text[end : end + 1] in _ORDINAL_ENDS and (ordinal := g.reader.ordinal(text, pos)) is not None:
        return read_ordinal(context, ordinal, g)
    if text[pos] == "0" and (code := _CODE.match(text, pos)):
        return no_figure(code.end(), "code")
    numeral = g.reader.plain(text, pos) or g.reader.at(text, pos, joined=joins_with_and(context))
    if numeral is None:
        past = g.reader.end_of_overlong(text, pos)
        return _NO_NUMERAL if past is None else no_figure(_token_end(text, past), "string")
    if is_non_claim_after(text, pos, numeral.end, g, notes=context.article.notes):
        return no_figure(_token_end(text, numeral.end), "string")
    if numeral.form == "fraction" and numeral.number < 1 and _of_follows(text, numeral.end):
        return read_fraction(context, numeral, g)
    return _read_numeral(context, numeral, g, last)


# Characters that may follow the digits of an ordinal: "21st", "1,000th".
_ORDINAL_ENDS: Final = frozenset("snrtSNRT,")


def _token_end(text: str, at: int) -> int:
    """Return the end of the string without spaces at an offset, so that a trap covers all of it."""
    while at < len(text) and not text[at].isspace() and text[at] not in ',;()[]“”"':
        at += 1
    return at


def _read_words(
    context: ParseContext, lower: str, numeral: Numeral | None, g: Grammar, last: Found | None
) -> Sequence[Found]:
    """Read the figure that a number word begins; `numeral` is given when the word is all of the number."""
    text, pos = context.text, context.pos
    if (not context.after_plain_word and _hyphen_before(context)) or is_capitalised_inside(
        text, pos, context.sentence_start
    ):
        return _IN_A_WORD
    if numeral is None and (numeral := _numeral_in_words(context, lower, g)) is None:
        return _NO_NUMERAL
    single = lower == "one" and numeral.start == pos
    if single and not _one_is_number(context, numeral, g) and not _one_continues_list(context, numeral, last, g):
        return _ONE_ALONE
    if numeral.form == "fraction" and numeral.number < 1:
        return read_fraction(context, numeral, g)
    if _is_bare_scale(context, lower, numeral, g):
        return _SCALE_ALONE
    return _read_numeral(context, numeral, g, last)


def _hyphen_before(context: ParseContext) -> bool:
    """Return whether the word is the second part of a compound: "twenty-one", "all-one"."""
    text, pos = context.text, context.pos
    return text[pos - 1 : pos] == "-" and pos - 2 >= context.floor and text[pos - 2].isalnum()


def _numeral_in_words(context: ParseContext, lower: str, g: Grammar) -> Numeral | None:
    """Return the numeral that a number word begins, with the article or quantifier before it: "several hundred"."""
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
        return numeral.replace(start=with_article.start()) if with_article else numeral
    if (
        numeral is not None
        and quantifier
        and quantifier[1].lower() not in g.sets.quantifiers_of_one
        and numeral.form == "words"
        and numeral.start == pos
    ):
        return _times_quantifier(numeral, pos - len(before) + quantifier.start(), quantifier[1], g)
    return numeral


def _times_quantifier(numeral: Numeral, start: int, quantifier: str, g: Grammar) -> Numeral | None:
    """Return the scale times the bounds of its quantifier: "several hundred".

    None for a word that only matches a quantifier in Unicode case folding ("ſeveral").
    """
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


def _is_bare_scale(context: ParseContext, lower: str, numeral: Numeral, g: Grammar) -> bool:
    """Return whether a scale has no number: "the million-dollar question", "hundred of"."""
    before = context.text[max(context.floor, context.pos - _BEFORE_A_SCALE) : context.pos]
    return (
        lower in g.sets.scales
        and numeral.form == "words"
        and numeral.start == context.pos
        and numeral.end - numeral.start == len(lower)
        and context.text[numeral.end : numeral.end + 1] != " "
        and g.phrases.quantifier_before.search(before) is None
    )


def _one_is_number(context: ParseContext, numeral: Numeral, g: Grammar) -> bool:
    """Return whether "one" is a number.

    It is a pronoun or an idiom unless it begins a longer numeral or stands before a word that it counts.
    """
    if numeral.end - numeral.start > 3:
        return True
    text, end = context.text, numeral.end
    if (
        (after := g.one_in.after) is not None
        and (found := after.match(text, end))
        and g.reader.at(text, found.start("whole"))
    ):
        return True
    if _one_without_noun(context, end, g) or _FOR_EVERY.match(text, end):
        return True
    if _counts_a_victim(context, end, g):
        return True
    following = AFTER_ONE.match(text, end)
    if following is None:
        joined = _JOINED_WORD.match(text, end)
        if joined is not None and joined[1] in g.sets.one_compounds:
            return True
        return text[end : end + 1] == "-" and unit_after(text, end, context.limit, g, digits=False) is not None
    word = following[1]
    if word == "point" and text[max(context.floor, numeral.start - 3) : numeral.start].lower() == "at ":
        return False
    if word in g.sets.one_counts or g.phrases.age_behind_one.match(text, end):
        return True
    if _is_limited(context.before, g) and word not in g.function_words and word not in g.sets.one_idioms:
        return True
    if g.phrases.participle.match(text, end) and word not in ("being", "seen"):
        return word in g.states
    unit = unit_after(text, end, context.limit, g, digits=False)
    return unit is not None or word == "per" or word in g.sets.percent_names or word in g.sets.scales


def _counts_a_victim(context: ParseContext, end: int, g: Grammar) -> bool:
    """Return whether "one" counts a person with modifiers of whom harm or an arrest is told: "killed one Norse sailor",
    "one young girl was hurt"; "one senior official said" counts nobody.
    """
    found = noun_phrase(context.text, end, context.limit, g, many=False)
    noun = up_to_verb(context.text, found, g)
    if noun is None:
        return False
    words = context.text[noun[0] : noun[1]].lower().split()
    if len(words) < 2 or words[-1] not in g.persons_only:
        return False
    previous = context.before[-1].lower() if context.before else ""
    return previous in g.sets.toll_verbs or g.phrases.fate_behind.match(context.text, noun[1]) is not None


_JOINED_WORD: Final = regex(r"-([a-z]+)(?![\w’'-])")


def _is_limited(before: Sequence[str], g: Grammar) -> bool:
    """Return whether words before "one" say that it is one and no more; "the only one" is a pronoun."""
    if not before or before[-1].lower() not in g.sets.one_limits:
        return False
    return len(before) < 2 or f"{before[-2].lower()} " not in g.sets.determiners


_AND_ONE: Final = regex(r",?\s(?:and|plus)\s")


def _one_continues_list(context: ParseContext, numeral: Numeral, last: Found | None, g: Grammar) -> bool:
    """Return whether "one" continues a list of counts: "11 shops and one repair yard"."""
    if last is None or last.kind != "count" or _AND_ONE.fullmatch(context.text, last.end, numeral.start) is None:
        return False
    following = AFTER_ONE.match(context.text, numeral.end)
    return following is not None and following[1] not in g.function_words


# A ratio that makes "one" a count: "one officer for every 410 residents", "one doctor per 10,000 people".
_FOR_EVERY: Final = regex(r" (?:[a-z-]+ ){1,3}(?:(?:for|to) every (?!time|one)|per (?=\d))")


def _read_numeral(context: ParseContext, numeral: Numeral, g: Grammar, last: Found | None) -> Sequence[Found]:
    """Read the figure that begins with a plain numeral."""
    text, start, end = context.text, numeral.start, numeral.end
    follows_plain_word = context.after_plain_word and start == context.pos
    if not follows_plain_word:
        sign = money_before(text, start, context.floor, g)
        if sign is not None:
            return _read_money(context, numeral, sign, g)
        if (counted := _label_that_counts(context, numeral, g)) is not None:
            return (counted,)
        if follows_a_label_word(text, start, context.sentence_start, g):
            return no_figure(end_of_label(text, start, end, g), "label")
    if is_house_number(text, start, end, g):
        return no_figure(end, "street")
    if not stands_alone(text, end, g):
        return _read_with_suffix(context, numeral, g, last)
    if not follows_plain_word and (match := _matching_rule(context, numeral, end, g, alone=True)):
        return _read_by_rule(context, numeral, None, match, g)
    return read_count(context, numeral, None, g, last, hedge=not follows_plain_word)


def _label_that_counts(context: ParseContext, numeral: Numeral, g: Grammar) -> Found | None:
    """Return the position that a label of a series states, or None: "Week 15", "on day six of the trial"."""
    text, end = context.text, numeral.end
    word = word_before(text, numeral.start, context.sentence_start)
    if word.lower() not in g.sets.ordinal_labels or numeral.scaled or not 0 < numeral.number <= _LONGEST_SERIES:
        return None
    if numeral.step != 1 or text[numeral.start] == "0" or not _SERIES_GOES_ON.match(text, end):
        return None
    if word.islower() and noun_phrase(text, end, context.limit, g) is not None:
        return None  # "that day 30 boats sank"
    start = numeral.start - len(word) - 1
    figure = Figure(numeral.number, Decimal(1), noun=word.lower())
    return finish(context, "ordinal", (start, end), "quantity/ordinal-label", figure, hedge=False)


_LONGEST_SERIES: Final = 99
# A label stands in a clause; a heading ("Week 3: Lowick") and a list of labels go on otherwise.
_SERIES_GOES_ON: Final = regex(r"(?: [a-z]| ?[,;.)](?:\s|$)|['’]s\b|$)")


def _read_money(context: ParseContext, numeral: Numeral, sign: Unit, g: Grammar) -> Sequence[Found]:
    """Read the amount of money after a currency sign."""
    text = context.text
    numeral, high, _ = read_range(context, short_scale(text, numeral, g, sign), sign, g)
    end = high.end if high else numeral.end
    named = Unit(sign.name, end, end_of_repeated_currency(text, end, context.limit, g), True)
    unit = with_rate(text, named, context.limit, g)
    if unit is named and (bound := hedge_after(text, named.end, g)) is not None:
        rated = with_rate(text, Unit(sign.name, bound[0], bound[0], True), context.limit, g)
        if "/" in rated.name:  # "$75 or less per month"
            return read_measure(context, numeral, high, rated, sign, g, bound)
    return read_measure(context, numeral, high, unit, sign, g)


def _read_with_suffix(context: ParseContext, numeral: Numeral, g: Grammar, last: Found | None) -> Sequence[Found]:
    """Read a figure that a scale, a second figure, a unit or the trigger of a rule may follow."""
    text = context.text
    digits = numeral.form == "digits" or text[numeral.start].isdigit()
    high = None
    bottom = _denominator_after_over(text, numeral.end, g)
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
        numeral, high, _ = read_range(context, numeral, None, g)
    end = high.end if high else numeral.end
    if (match := _matching_rule(context, numeral, end, g)) is not None:
        return _read_by_rule(context, numeral, high, match, g)
    if high is None and (shared := _first_of_change(context, numeral, g) or _first_of_pair(context, numeral, g)):
        return (shared,)
    unit = unit_after(text, end, context.limit, g, digits=digits)
    bound = hedge_after(text, end, g) if unit is None else None
    if bound is not None:
        unit = unit_after(text, bound[0], context.limit, g, digits=digits)
    if numeral.form == "vague":
        unit = unit or _unit_after_of(context, numeral, g)
        high = numeral.replace(number=numeral.high or numeral.number) if unit else None
    if unit is not None and unit.money and high is None and _is_year_of_money(context, numeral, g):
        return no_figure(unit.end, "year")
    if unit is not None and (pounds := as_sterling(context, numeral, unit, g)):
        unit = pounds
    if unit is not None and is_unit(context, numeral, unit, g):
        return read_measure(context, numeral, high, unit, None, g, bound)
    return read_count(context, numeral, high, g, last)


def _is_year_of_money(context: ParseContext, numeral: Numeral, g: Grammar) -> bool:
    """Return whether a figure before a currency is a year: "$76 million in 2006 dollars"."""
    if not may_be_year(context.text, numeral) or not context.before:
        return False
    return context.before[-1].lower().lstrip("(") in g.sets.years_of_money


def _denominator_after_over(text: str, end: int, g: Grammar) -> Numeral | None:
    """Return the denominator of a spoken fraction ("one over three") that ends its clause, or None."""
    if not text.startswith(" over ", end):
        return None
    bottom = g.reader.at(text, end + len(" over ")) if end + len(" over ") < len(text) else None
    return bottom if bottom is not None and _NOTHING_MORE.match(text, bottom.end) else None


_NOTHING_MORE: Final = regex(r"\s*(?:[.,;:!?)](?!\d)|\Z)")


def _unit_after_of(context: ParseContext, numeral: Numeral, g: Grammar) -> Unit | None:
    """Return the unit after "of", or None: "tens of millions of dollars"."""
    if not context.text.startswith(" of ", numeral.end):
        return None
    return unit_after(context.text, numeral.end + len(" of"), context.limit, g, digits=False)


def _first_of_change(context: ParseContext, numeral: Numeral, g: Grammar) -> Found | None:
    """Return the first figure of a change, with the unit or noun of the second, or None.

    Examples: "from 28 to 33 percent", "from 9.2 to 9.8 million barrels".
    """
    both = changed_to(context, numeral, g)
    if both is None:
        return None
    text, span, (first, second) = context.text, (numeral.start, numeral.end), both
    figure = Figure(first.number, first.step, words=first.form == "words")
    if (match := _matching_rule(context, second, second.end, g)) is not None:
        rule = match[0].rule
        if rule.kind != "percent":
            return None
        figure, start = negative(context, replace(figure, unit=match[0].unit), span[0])
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


def _first_of_pair(context: ParseContext, numeral: Numeral, g: Grammar) -> Found | None:
    """Return the first of two figures with the percent or the unit that the second names, or None.

    Examples: "7.6 and 7.5 magnitude quakes", "rates of 4.2 and 5.1 percent".
    """
    text = context.text
    joint = _PAIR.match(text, numeral.end, context.limit)
    if joint is None or numeral.form != "digits" or numeral.scaled or may_be_year(text, numeral):
        return None
    second = g.reader.plain(text, joint.end()) if text[joint.end()].isdigit() else None
    if second is None or second.scaled or not _are_alike(numeral, second):
        return None
    match = _matching_rule(context, second, second.end, g)
    if match is not None:
        if (
            match[0].unit is None
            or match[0].rule.kind not in ("percent", "quantity")
            or match[0].rule.id == "quantity/aged"
        ):
            return None
        figure = Figure(numeral.number, numeral.step, unit=match[0].unit)
        return finish(context, match[0].rule.kind, (numeral.start, numeral.end), match[0].rule.id, figure)
    unit = unit_after(text, second.end, context.limit, g, digits=True)
    if unit is None or unit.money or not is_unit(context, second, unit, g):
        return None
    (found,) = read_measure(context, numeral, None, unit.at(numeral.end), None, g)
    return found


def _are_alike(one: Numeral, two: Numeral) -> bool:
    """Return whether two figures may be of one unit: both whole or both not, and of about one size."""
    low, high = sorted((one.number, two.number))
    return (one.step < 1) == (two.step < 1) and low > 0 and high <= low * _MAX_PAIR_RATIO


_PAIR: Final = regex(r" and (?=\d)")
_MAX_PAIR_RATIO: Final = 20


def _no_rule_before(context: ParseContext, numeral: Numeral, end: int, g: Grammar) -> bool:
    """Return whether no rule can match by the word and the characters before a figure: a quick check."""
    if numeral.start != context.pos:
        return False
    previous = context.before[-1] if context.before else ""
    behind = context.text[end : end + 1]
    for pattern in g.untriggered:
        if behind in pattern.behind and (not pattern.ahead or previous[-1:] in pattern.ahead):
            return False
    return previous != "of" and "-" not in previous and previous.lower().lstrip("(") not in g.by_word_before


_RULE_REACH: Final = 40  # characters before a numeral to which the pattern of a rule is applied
# Words that join a part to its whole: "one in five", "nine out of 10", "two of every three".
_PART_JOINTS: Final = frozenset(("in", "out", "of", "per"))


def _matching_rule(
    context: ParseContext, numeral: Numeral, end: int, g: Grammar, *, alone: bool = False
) -> tuple[Pattern, int, int] | None:
    """Return the first rule of rules.toml that matches around the figure, with its start and end; None without one.

    With `alone`, no word follows the figure, and only the text before it selects rules.
    """
    text = context.text
    word = ""
    if not alone:
        following = _NEXT.match(text, end)
        word = following[1].lower() if following else ""
    candidates = g.by_word_after.get(word, ()) if word else ()
    joins = word in _PART_JOINTS or (text.startswith(" for e", end) and is_rate(context, end, g))
    if not candidates and not joins and _no_rule_before(context, numeral, end, g):
        return None
    before = text[max(context.floor, numeral.start - _RULE_REACH) : numeral.start]
    tokens = before.rsplit(None, 1)
    previous = tokens[-1] if tokens else ""
    if previous == "of" or "-" in previous:
        tokens = before.replace("-", " ").rsplit(None, 2)[-2:]
        previous = tokens[0] if len(tokens) > 1 and tokens[1] == "of" else tokens[-1] if tokens else ""
    candidates += g.by_word_before.get(previous.lower().lstrip("("), ())
    last, following_char = before[-2:].strip()[-1:], text[end : end + 1]
    for pattern in (*candidates, *g.untriggered):
        if (pattern.ahead and last not in pattern.ahead) or (pattern.behind and following_char not in pattern.behind):
            continue
        # "37 children under 12", "two sons, 9 and 6": an age may use the noun that belongs to the previous count.
        wide = pattern.beside and (bool(pattern.triggers) or _follows_kin(context, numeral.start))
        left = text[max(context.sentence_start, numeral.start - _RULE_REACH) : numeral.start] if wide else before
        span = rule_span(pattern, text, left, numeral.start, end)
        if span is not None and is_allowed(pattern, numeral, text, span, g):
            return pattern, *span
    if joins and (span := rule_span(g.one_in, text, before, numeral.start, end)):
        whole = whole_of(context, end, g)
        if (
            whole is not None
            and whole.number >= numeral.number > 0
            and not _is_object_of_verb(context, numeral, word, g)
        ):
            return g.one_in, *span
    return None


def _follows_kin(context: ParseContext, start: int) -> bool:
    """Return whether a word for kin and a comma or bracket stand right before a figure, which makes it an age."""
    children = context.article.grammar.phrases.children
    return children.search(context.text, max(context.sentence_start, start - _KIN_REACH), start) is not None


_KIN_REACH: Final = 32  # characters before a figure in which a word for kin and a comma stand


def _is_object_of_verb(context: ParseContext, numeral: Numeral, word: str, g: Grammar) -> bool:
    """Return whether the first figure is the object of a verb, not a part: "killed three in five raids"."""
    if word != "in" or numeral.number == 1 or numeral.start != context.pos or not context.before:
        return False
    previous = context.before[-1]
    return g.verbs[previous] and previous not in g.sets.saying_verbs


def rule_span(pattern: Pattern, text: str, before: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a numeral with the text that a rule matches around it; None where the rule does not match.

    `before` is the text before `start` to which the rule's first pattern is applied.
    """
    either = pattern.either and bool(pattern.rule.before and pattern.rule.after)
    behind = pattern.after
    right = behind.match(text, end) if behind is not None else None
    if behind is not None and right is None and not either:
        return None  # before the other pattern is compiled, and searched for
    ahead = pattern.before
    left = ahead.search(before) if ahead is not None else None
    if ahead is not None and left is None and not (either and right is not None):
        return None
    begin = start - len(before) + left.start() if left and not pattern.beside else start
    return begin, right.end() if right else end


def is_allowed(pattern: Pattern, numeral: Numeral, text: str, span: tuple[int, int], g: Grammar) -> bool:
    """Return whether a rule allows the size of a numeral and, for an age, the person's name before it."""
    most = pattern.most
    before = pattern.before
    if most is None or before is None:
        return True
    if not (pattern.least or 1) <= numeral.number <= most or numeral.number != int(numeral.number):
        return False
    if "name" not in before.groupindex:
        return True
    if not (text[numeral.start].isdigit() or _follows_child_name(text, numeral, g)):
        return False
    name = _NAME_BEFORE.search(text[max(0, numeral.start - _RULE_REACH) : numeral.start])
    if name is None or any(char.isdigit() for char in name[1]):
        return False
    # "Smith, 24," and "her daughter, 11,"; not "rebounding (10)".
    if not name[1][0].isupper() and name[1].lower() not in g.persons_only:
        return False
    return name[1].lower().rstrip(".") not in g.not_a_surname and span is not None


def _follows_child_name(text: str, numeral: Numeral, g: Grammar) -> bool:
    """Return whether an age below 13 in words follows the name of a child: "her sons Tom, 12, and Ben, nine"."""
    young = numeral.number < 13 and text[numeral.end] in ",)"
    return young and g.phrases.child.search(text, 0, numeral.start) is not None


def _read_by_rule(
    context: ParseContext, numeral: Numeral, high: Numeral | None, match: tuple[Pattern, int, int], g: Grammar
) -> Sequence[Found]:
    """Read the figure with the rule that matched."""
    pattern, start, end = match
    rule = pattern.rule
    if rule.reading == "one_in":
        whole = whole_of(context, numeral.end, g)
        if whole is None:
            return ()
        step = numeral.step / whole.number if is_rate(context, numeral.end, g) else Decimal(1)
        figure = Figure(numeral.number / whole.number, step)
        noun = noun_phrase(context.text, whole.end, context.limit, g)
        return (finish(context, "ratio", (start, whole.end), rule.id, figure, noun=noun),)
    unit = pattern.unit
    if unit == "year" and pattern.rule.after:
        unit = _age_unit(pattern, context.text, numeral, high, g) or unit
    low, top = numeral.number, high.number if high else None
    if top is not None and pattern.most is not None and top > pattern.most:
        return no_figure(end, "dimensions")  # height and weight: "Marsh (5-11, 220)"
    if pattern.width:
        top = low + pattern.width
    percent = rule.kind == "percent"
    figure = Figure(low, numeral.step, top, words=numeral.form == "words", unit=unit)
    figure, start = negative(context, figure, start)
    if high is None and percent:
        repeated = repeated_unit(context, figure.low, end, g, lambda second: _second_percent(context, second, pattern))
        if repeated is not None:
            low, top = sorted((figure.low, repeated[0]))
            figure, end = replace(figure, low=low, high=top), repeated[1]
    noun = noun_phrase(context.text, end, context.limit, g) if percent and _of_follows(context.text, end) else None
    found = finish(context, rule.kind or "number", (start, end), rule.id, figure, noun=noun)
    if high is None and (rule.id == "quantity/aged" or (rule.kind == "age" and _follows_kin(context, numeral.start))):
        return found, *_more_ages(context, found)
    return (found,)


# The further ages of "aged 8, 12 and 15" and "ages 15 and 17", up to the end of the phrase.
_MORE_AGES: Final = regex(
    r"((?:,\s\d{1,3})*),?\s(?:and|or)\s(\d{1,3})(?=[,.;)]|\s(?:were|was|are|who|from|at|died)\b|\s?[—–]|\s-\s|$)"
)


def _more_ages(context: ParseContext, first: Found) -> Iterator[Found]:
    """Yield the ages that follow the first of a list."""
    found = _MORE_AGES.match(context.text, first.end, context.limit)
    if found is None:
        return
    for number in _NUMBER.finditer(found[0]):
        span = found.start() + number.start(), found.start() + number.end()
        figure = Figure(Decimal(number[0]), Decimal(1), unit="year")
        yield Found("age", *span, first.rule, figure)


def _second_percent(context: ParseContext, second: Numeral, pattern: Pattern) -> tuple[Decimal, int] | None:
    """Return the second value of "4% to 7%" and its end, or None."""
    after = pattern.after
    found = after.match(context.text, second.end) if after is not None else None
    return (second.number, found.end()) if found else None


def _of_follows(text: str, end: int) -> bool:
    """Return whether "of" follows."""
    return text[end : end + 4].lower() == " of "


def _age_unit(pattern: Pattern, text: str, numeral: Numeral, high: Numeral | None, g: Grammar) -> str | None:
    """Return the unit that an age names (years, months …), or None."""
    after = pattern.after
    found = after.match(text, high.end if high else numeral.end) if after is not None else None
    named = found.groupdict().get("unit") if found else None
    return g.sets.age_units[named.lower()] if named else None
