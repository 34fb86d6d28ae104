"""Read the figure at a trigger: numeral, range, sign, unit, hedge, noun, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from factcheck.expressions import expression
from factcheck.kinds.quantity.count import PARTICIPLE, read_count, read_score
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.kinds.quantity.grammar import Grammar, Pattern
from factcheck.kinds.quantity.measure import as_sterling, is_unit, named_again, read_height, read_measure
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.place import (
    AFTER_ONE,
    WORD,
    Found,
    Place,
    finish,
    negative,
    no_figure,
)
from factcheck.kinds.quantity.share import (
    fraction_rather,
    placed,
    read_band,
    read_fraction,
    read_multiplier,
    read_ordinal,
    whole_of,
)
from factcheck.kinds.quantity.spread import changed_to, joins_with_and, repeated_unit, short_scale, spread_of
from factcheck.kinds.quantity.surround import (
    Unit,
    followed_by_word,
    hedge_after,
    money_before,
    stands_alone,
    unit_after,
    with_rate,
)
from factcheck.kinds.quantity.traps import (
    capital_inside,
    in_a_street,
    labelled,
    past_label,
    trapped_after,
    trapped_before,
)
from factcheck.model import Kind
from factcheck.text.numerals import Numeral

_NAME_BEFORE: Final = expression(r"([^\W\d_][\w.’'-]*)(?:,\s|\s\()$")
_NUMBER: Final = expression(r"\d+")
_CODE: Final = expression(r"0\d+(?:[ -]\d{3,})*")  # a telephone number, a serial number
_NEXT: Final = expression(r"\s?-?\s?([A-Za-z]+|[%])")
_ARTICLE_BEFORE: Final = expression(r"\b(?:an?)\s+$", re.IGNORECASE)
_SCALES: Final = frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"))


def read(place: Place, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figures that the trigger begins: none, one, or the two of a score."""
    text, pos, trigger = place.text, place.pos, place.trigger
    if trigger in g.names and (name_end := _name_at(text, pos, g.names[trigger])) is not None:
        return no_figure(name_end)
    if trigger[0].isdigit():
        return _read_digits(place, g, last)
    lower = trigger.lower()
    if lower in _LOOSE and not _worth_reading(place, lower, g):
        return ()
    numeral = g.reader.simple(text, pos)
    if numeral is not None:
        return _read_words(place, lower, numeral, g, last)
    if lower in g.bands and (band := read_band(place, lower, g)):
        return band
    if lower in g.multipliers:
        return read_multiplier(place, lower, g)
    ordinal = _ordinal_at(text, pos, lower, g)
    if ordinal is not None and not fraction_rather(place, ordinal):
        return read_ordinal(place, ordinal, g)
    return _read_words(place, lower, None, g, last)


# Words that seldom count: looked at twice before they are read.
_LOOSE: Final = frozenset(("one", "first", "second", "third"))


def _worth_reading(place: Place, lower: str, g: Grammar) -> bool:
    """A cheap look around "one" and "first": most are pronouns, idioms and manners of speaking."""
    text, end = place.text, place.pos + len(lower)
    if lower != "one" and place.before:
        previous = place.before[-1].lower()
        # "finished second"; "nearly a third", "one third".
        if placed(previous, lower, g) or (lower == "third" and previous in ("a", "one")):
            return True
    following = AFTER_ONE.match(text, end)
    if lower == "one" and (text.startswith(_PARTS_OF_ONE, end) or _one_alone(place, end, g)):
        return True
    if following is None:
        return text[end : end + 1] in ("-", " ")
    word = following[1]
    if lower == "one":
        return word in ("in", "out") or text.startswith(" of every ", end) or word not in g.function_words
    return word == "of" or (word not in g.idioms.ordinal and word not in g.function_words)


def _one_alone(place: Place, end: int, g: Grammar) -> bool:
    """ "minus one", "one over three", "killed one and injured two": a number without a noun behind it."""
    if _over_a_number(place.text, end, g) is not None:
        return True
    previous = place.before[-1].lower() if place.before else ""
    if previous not in g.toll_verbs:
        return previous in ("minus", "negative")
    following = AFTER_ONE.match(place.text, end)
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


def _read_digits(place: Place, g: Grammar, last: Found | None) -> Sequence[Found]:
    text, pos = place.text, place.pos
    if text[pos - 1 : pos] == "." and pos > place.floor and not text[pos - 2 : pos - 1].isalnum():
        pos -= 1
    if trapped_before(text, pos, g):
        return no_figure(_token_end(text, pos))
    end = place.pos + len(place.trigger)
    if text[end : end + 1] in _ORDINAL_ENDS and (ordinal := g.reader.ordinal(text, pos)) is not None:
        return read_ordinal(place, ordinal, g)
    if text[pos] == "0" and (code := _CODE.match(text, pos)):
        return no_figure(code.end())
    numeral = g.reader.plain(text, pos) or g.reader.at(text, pos, joined=joins_with_and(place))
    if numeral is None:
        past = g.reader.past_too_many(text, pos)
        return () if past is None else no_figure(_token_end(text, past))
    if trapped_after(text, pos, numeral.end, g, notes=place.article.notes):
        return no_figure(_token_end(text, numeral.end))
    if numeral.form == "fraction" and numeral.number < 1 and _is_of(text, numeral.end):
        return read_fraction(place, numeral, g)
    return _figure(place, numeral, g, last)


# What may stand right behind the digits of an ordinal: "21st", "1,000th".
_ORDINAL_ENDS: Final = frozenset("snrtSNRT,")


def _token_end(text: str, at: int) -> int:
    """The end of the unbroken string around a place: a trap takes it whole."""
    while at < len(text) and not text[at].isspace() and text[at] not in ',;()[]“”"':
        at += 1
    return at


def _read_words(place: Place, lower: str, numeral: Numeral | None, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figure that a number word begins; `numeral` is given when that word is all of it."""
    text, pos = place.text, place.pos
    if (not place.plain and _hyphen_before(place)) or capital_inside(text, pos, place.sentence_start):
        return ()
    if numeral is None and (numeral := _in_words(place, lower, g)) is None:
        return ()
    single = lower == "one" and numeral.start == pos
    if single and not _one_counts(place, numeral, g) and not _one_more(place, numeral, last, g):
        return ()
    if numeral.form == "fraction" and numeral.number < 1:
        return read_fraction(place, numeral, g)
    if _bare_scale(place, lower, numeral, g):
        return ()
    return _figure(place, numeral, g, last)


def _hyphen_before(place: Place) -> bool:
    """Whether the word is the second part of a compound: "twenty-one", "all-one"."""
    text, pos = place.text, place.pos
    return text[pos - 1 : pos] == "-" and pos - 2 >= place.floor and text[pos - 2].isalnum()


def _in_words(place: Place, lower: str, g: Grammar) -> Numeral | None:
    """The numeral that a number word begins, with the article or the quantifier before it: "several hundred"."""
    text, pos = place.text, place.pos
    quantifier = article = None
    start = pos
    if (scale := lower in _SCALES) or lower in g.reader.parts:
        before = text[max(place.floor, pos - 18) : pos]
        quantifier = g.quantifiers.before.search(before) if scale else None
        article = _ARTICLE_BEFORE.search(before)
        start = pos - len(before) + article.start() if article else pos
    numeral = g.reader.at(text, start, joined=joins_with_and(place))
    if numeral is not None and numeral.form == "vague" and numeral.start == pos:
        # "a handful of", "a couple of"
        with_article = _ARTICLE_BEFORE.search(text, max(place.floor, pos - 4), pos)
        return numeral.having(start=with_article.start()) if with_article else numeral
    if (
        numeral is not None
        and quantifier
        and quantifier[1].lower() != "another"
        and numeral.form == "words"
        and numeral.start == pos
    ):
        return _multiplied(numeral, pos - len(before) + quantifier.start(), quantifier[1], g)
    return numeral


def _multiplied(numeral: Numeral, start: int, quantifier: str, g: Grammar) -> Numeral | None:
    """ "several hundred": the scale times what the quantifier bounds; None for "ſeveral", which only looks like one."""
    low, _, high = g.quantifiers.bounds.get(" ".join(quantifier.lower().split()), "").partition("..")
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


def _bare_scale(place: Place, lower: str, numeral: Numeral, g: Grammar) -> bool:
    """ "million" with nothing before it says no figure ("the million-dollar question", "hundred of")."""
    return (
        lower in _SCALES
        and numeral.form == "words"
        and numeral.start == place.pos
        and numeral.end - numeral.start == len(lower)
        and place.text[numeral.end : numeral.end + 1] != " "
        and g.quantifiers.before.search(place.text[max(place.floor, place.pos - 18) : place.pos]) is None
    )


def _one_counts(place: Place, numeral: Numeral, g: Grammar) -> bool:
    """ "one" is a pronoun or an idiom unless it begins a longer numeral or stands before a word that it counts."""
    if numeral.end - numeral.start > 3:
        return True
    text, end = place.text, numeral.end
    if (
        g.one_in.after is not None
        and (found := g.one_in.after.match(text, end))
        and g.reader.at(text, found.start("whole"))
    ):
        return True
    if _one_alone(place, end, g) or _FOR_EVERY.match(text, end):
        return True
    following = AFTER_ONE.match(text, end)
    if following is None:
        return text[end : end + 1] == "-" and unit_after(text, end, place.limit, g, digits=False) is not None
    word = following[1]
    if word == "point" and text[max(place.floor, numeral.start - 3) : numeral.start].lower() == "at ":
        return False
    if word in g.one_counts or text.startswith((" year old", " year-old", " month old"), end):
        return True
    if PARTICIPLE.match(text, end) and word not in ("being", "seen"):
        return word in ("killed", "injured", "wounded", "dead", "missing", "hurt")
    unit = unit_after(text, end, place.limit, g, digits=False)
    return unit is not None or word in ("percent", "per", "hundred", "thousand")


_AND_ONE: Final = expression(r",?\s(?:and|plus)\s")


def _one_more(place: Place, numeral: Numeral, last: Found | None, g: Grammar) -> bool:
    """ "11 shops and one repair yard": what is told beside a count is counted too."""
    if last is None or last.kind != "count" or _AND_ONE.fullmatch(place.text, last.end, numeral.start) is None:
        return False
    following = AFTER_ONE.match(place.text, numeral.end)
    return following is not None and following[1] not in g.function_words


# "one officer for every 410 residents", "one doctor per 10,000 people"
_FOR_EVERY: Final = expression(r" (?:[a-z-]+ ){1,3}(?:(?:for|to) every (?!time|one)|per (?=\d))")


def _figure(place: Place, numeral: Numeral, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figure that a plain numeral begins."""
    text, start, end = place.text, numeral.start, numeral.end
    plain = place.plain and start == place.pos
    if not plain:
        sign = money_before(text, start, place.floor, g)
        if sign is not None:
            return _priced(place, numeral, sign, g)
        if labelled(text, start, place.sentence_start, g):
            return no_figure(past_label(text, start, end))
    if in_a_street(text, start, end):
        return no_figure(end)
    if not stands_alone(text, end, g):
        return _with_what_follows(place, numeral, g, last)
    if not plain and (ruled := _ruled(place, numeral, end, g, alone=True)):
        return _by_rule(place, numeral, None, ruled, g)
    return read_count(place, numeral, None, g, last, hedge=not plain)


def _priced(place: Place, numeral: Numeral, sign: Unit, g: Grammar) -> Sequence[Found]:
    """The amount of money behind a sign."""
    text = place.text
    numeral, high, _ = spread_of(place, short_scale(text, numeral, g, sign), sign, g)
    end = high.end if high else numeral.end
    unit = with_rate(text, Unit(sign.name, end, named_again(text, end, place.limit, g), True), place.limit, g)
    return read_measure(place, numeral, high, unit, sign, g)


def _with_what_follows(place: Place, numeral: Numeral, g: Grammar, last: Found | None) -> Sequence[Found]:
    """The figure of a numeral behind which a scale, a second figure, a unit or the word of a rule may stand."""
    text = place.text
    digits = numeral.form == "digits" or text[numeral.start].isdigit()
    high = None
    bottom = _over_a_number(text, numeral.end, g)
    if bottom is not None and 0 < numeral.number < bottom.number:
        part = Figure(numeral.number / bottom.number, Decimal(1) / bottom.number)
        part, start = negative(place, part, numeral.start)
        return (finish(place, "ratio", (start, bottom.end), "quantity/fraction", part),)
    if not followed_by_word(text, numeral.end):
        numeral = short_scale(text, numeral, g, None)
        if digits and (score := read_score(place, numeral, g)):
            return score
        if digits and (height := read_height(place, numeral)):
            return (height,)
        numeral, high, _ = spread_of(place, numeral, None, g)
    end = high.end if high else numeral.end
    if (ruled := _ruled(place, numeral, end, g)) is not None:
        return _by_rule(place, numeral, high, ruled, g)
    if high is None and (shared := _in_the_second(place, numeral, g)):
        return (shared,)
    unit = unit_after(text, end, place.limit, g, digits=digits)
    bound = hedge_after(text, end, g) if unit is None else None
    if bound is not None:
        unit = unit_after(text, bound[0], place.limit, g, digits=digits)
    if numeral.form == "vague":
        unit = unit or _over_of(place, numeral, g)
        high = numeral.having(number=numeral.high or numeral.number) if unit else None
    if unit is not None and (pounds := as_sterling(place, numeral, unit, g)):
        unit = pounds
    if unit is not None and is_unit(place, numeral, unit):
        return read_measure(place, numeral, high, unit, None, g, bound)
    return read_count(place, numeral, high, g, last)


def _over_a_number(text: str, end: int, g: Grammar) -> Numeral | None:
    """The lower figure of a spoken fraction, "one over three", behind which nothing stands that it could count."""
    if not text.startswith(" over ", end):
        return None
    bottom = g.reader.at(text, end + len(" over ")) if end + len(" over ") < len(text) else None
    return bottom if bottom is not None and _NOTHING_MORE.match(text, bottom.end) else None


_NOTHING_MORE: Final = expression(r"\s*(?:[.,;:!?)](?!\d)|\Z)")


def _over_of(place: Place, numeral: Numeral, g: Grammar) -> Unit | None:
    """ "tens of millions of dollars": behind words that only bound a number a unit stands over "of"."""
    if not place.text.startswith(" of ", numeral.end):
        return None
    return unit_after(place.text, numeral.end + len(" of"), place.limit, g, digits=False)


def _in_the_second(place: Place, numeral: Numeral, g: Grammar) -> Found | None:
    """ "from 28 to 33 percent", "from 9.2 to 9.8 million barrels": the first figure in what the second one counts."""
    both = changed_to(place, numeral, g)
    if both is None:
        return None
    text, span, (first, second) = place.text, (numeral.start, numeral.end), both
    figure = Figure(first.number, first.step, words=first.form == "words")
    if (ruled := _ruled(place, second, second.end, g)) is not None:
        rule = ruled[0].rule
        if rule.kind != "percent":
            return None
        figure, start = negative(place, replace(figure, unit=rule.options["unit"]), span[0])
        return finish(place, "percent", (start, span[1]), rule.id, figure)
    unit = unit_after(text, second.end, place.limit, g, digits=text[second.start].isdigit())
    if unit is not None and is_unit(place, second, unit):
        (found,) = read_measure(place, first, None, unit.at(numeral.end), None, g)
        return found
    noun = noun_phrase(text, second.end, place.limit, g)
    if noun is None and first.number == numeral.number:
        return None
    figure, start = negative(place, figure, span[0])
    counted = " ".join(text[noun[0] : noun[1]].split()) if noun else None
    kind: Kind = "count" if noun else "number"
    return finish(place, kind, (start, span[1]), f"quantity/{kind}", replace(figure, noun=counted))


def _no_rule_before(place: Place, numeral: Numeral, end: int, g: Grammar) -> bool:
    """A cheap look at the last word before a figure, and at the marks that stand for one."""
    if numeral.start != place.pos:
        return False
    previous = place.before[-1] if place.before else ""
    behind = place.text[end : end + 1]
    for pattern in g.untriggered:
        if behind in pattern.behind and (not pattern.ahead or previous[-1:] in pattern.ahead):
            return False
    return previous != "of" and "-" not in previous and previous.lower() not in g.by_word_before


# Before the whole of a part: "one in five", "nine out of 10", "two of every three".
_WHOLES: Final = frozenset(("in", "out", "of", "per"))


def _ruled(
    place: Place, numeral: Numeral, end: int, g: Grammar, *, alone: bool = False
) -> tuple[Pattern, int, int] | None:
    """The first rule of rules.toml that fits around the figure: the rule, its start and its end.

    A figure that stands `alone` has no rule's word behind it.
    """
    text = place.text
    word = ""
    if not alone:
        following = _NEXT.match(text, end)
        word = following[1].lower() if following else ""
    candidates = g.by_word_after.get(word, ()) if word else ()
    if not candidates and word not in _WHOLES and _no_rule_before(place, numeral, end, g):
        return None
    before = text[max(place.floor, numeral.start - 40) : numeral.start]
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
        wide = pattern.beside and (bool(pattern.rule.trigger) or _of_children(place, numeral.start))
        left = text[max(place.sentence_start, numeral.start - 40) : numeral.start] if wide else before
        span = _sides(pattern, text, left, numeral.start, end)
        if span is not None and _allowed(pattern, numeral, text, span, g):
            return pattern, *span
    if word in _WHOLES and (span := _sides(g.one_in, text, before, numeral.start, end)):
        whole = whole_of(place, end, g)
        if whole is not None and whole.number >= numeral.number > 0 and not _in_so_many(place, numeral, word, g):
            return g.one_in, *span
    return None


def _of_children(place: Place, start: int) -> bool:
    """Whether a word for children and a comma stand right before a figure."""
    return _CHILDREN.search(place.text, max(place.sentence_start, start - 20), start) is not None


def _in_so_many(place: Place, numeral: Numeral, word: str, g: Grammar) -> bool:
    """ "killed three in five raids", "won two in four games": a verb took the first figure; it is no part."""
    if word != "in" or numeral.number == 1 or numeral.start != place.pos or not place.before:
        return False
    previous = place.before[-1]
    return g.verbs[previous] and previous not in _OF_SPEECH


# Behind these begins a clause: "said three in five voters were tired".
_OF_SPEECH: Final = frozenset(("said", "found", "showed", "estimated", "thought", "believed", "reported", "suggested"))


def _sides(pattern: Pattern, text: str, before: str, start: int, end: int) -> tuple[int, int] | None:
    left = pattern.before.search(before) if pattern.before else None
    right = pattern.after.match(text, end) if pattern.after else None
    missing = (pattern.before is not None and left is None) + (pattern.after is not None and right is None)
    sides = (pattern.before is not None) + (pattern.after is not None)
    if missing and not (pattern.either and missing < sides):
        return None
    begin = start - len(before) + left.start() if left and not pattern.beside else start
    return begin, right.end() if right else end


def _allowed(pattern: Pattern, numeral: Numeral, text: str, span: tuple[int, int], g: Grammar) -> bool:
    most = pattern.rule.options.get("most")
    if most is None or pattern.before is None:
        return True
    if numeral.number > int(most) or numeral.number != int(numeral.number) or numeral.number < 1:
        return False
    if "name" not in pattern.before.groupindex:
        return True
    if not (text[numeral.start].isdigit() or _of_a_child(text, numeral)):
        return False
    name = _NAME_BEFORE.search(text[max(0, numeral.start - 40) : numeral.start])
    if name is None or any(char.isdigit() for char in name[1]):
        return False
    # "Smith, 24," and "her daughter, 11,"; not "rebounding (10)".
    if not name[1][0].isupper() and name[1].lower() not in g.persons_only:
        return False
    return name[1].lower().rstrip(".") not in g.not_a_surname and span is not None


def _of_a_child(text: str, numeral: Numeral) -> bool:
    """ "her sons Tom, 12, and Ben, nine": ages in words stand behind the names of children."""
    return numeral.number < 13 and text[numeral.end] in ",)" and _CHILD.search(text, 0, numeral.start) is not None


_KIN: Final = (
    r"\b(?:sons?|daughters?|brothers?|sisters?|siblings|children|twins?|boys?|girls?|nephews?|nieces?"
    r"|grandsons?|granddaughters?|grandchildren)"
)
_CHILD: Final = expression(_KIN + r"\b[^.;]{0,60}$", re.IGNORECASE)
_CHILDREN: Final = expression(_KIN + r"(?:,\s|\s\()$", re.IGNORECASE)


def _by_rule(
    place: Place, numeral: Numeral, high: Numeral | None, ruled: tuple[Pattern, int, int], g: Grammar
) -> Sequence[Found]:
    pattern, start, end = ruled
    rule = pattern.rule
    if rule.reading == "one_in":
        whole = whole_of(place, numeral.end, g)
        if whole is None:
            return ()
        step = numeral.step / whole.number if place.text.startswith(" per ", numeral.end) else Decimal(1)
        figure = Figure(numeral.number / whole.number, step)
        noun = noun_phrase(place.text, whole.end, place.limit, g)
        return (finish(place, "ratio", (start, whole.end), rule.id, figure, noun=noun),)
    unit = rule.options.get("unit")
    if unit == "year" and pattern.after is not None:
        unit = _age_unit(pattern, place.text, numeral, high) or unit
    low, top = numeral.number, high.number if high else None
    if rule.options.get("width"):
        top = low + int(rule.options["width"])
    percent = rule.kind == "percent"
    figure = Figure(low, numeral.step, top, words=numeral.form == "words", unit=unit)
    figure, start = negative(place, figure, start)
    if high is None and percent:
        repeated = repeated_unit(place, figure.low, end, g, lambda second: _percent_again(place, second, pattern))
        if repeated is not None:
            low, top = sorted((figure.low, repeated[0]))
            figure, end = replace(figure, low=low, high=top), repeated[1]
    noun = noun_phrase(place.text, end, place.limit, g) if percent and _is_of(place.text, end) else None
    found = finish(place, rule.kind or "number", (start, end), rule.id, figure, noun=noun)
    if high is None and (rule.id == "quantity/aged" or (rule.kind == "age" and _of_children(place, numeral.start))):
        return found, *_more_ages(place, found)
    return (found,)


# "aged 8, 12 and 15", "ages 15 and 17": ages up to where the phrase ends.
_MORE_AGES: Final = expression(
    r"((?:,\s\d{1,3})*),?\s(?:and|or)\s(\d{1,3})(?=[,.;)]|\s(?:were|was|are|who|from|at|died)\b|$)"
)


def _more_ages(place: Place, first: Found) -> Iterator[Found]:
    """The ages that follow the first of a list."""
    found = _MORE_AGES.match(place.text, first.end, place.limit)
    if found is None:
        return
    for number in _NUMBER.finditer(found[0]):
        span = found.start() + number.start(), found.start() + number.end()
        figure = Figure(Decimal(number[0]), Decimal(1), unit="year")
        yield Found("age", *span, first.rule, figure)


def _percent_again(place: Place, second: Numeral, pattern: Pattern) -> tuple[Decimal, int] | None:
    """The second figure of "4% to 7%"."""
    found = pattern.after.match(place.text, second.end) if pattern.after else None
    return (second.number, found.end()) if found else None


def _is_of(text: str, end: int) -> bool:
    return text[end : end + 4].lower() == " of "


def _age_unit(pattern: Pattern, text: str, numeral: Numeral, high: Numeral | None) -> str | None:
    found = pattern.after.match(text, high.end if high else numeral.end) if pattern.after else None
    named = found.groupdict().get("unit") if found else None
    return named.lower().rstrip("s").replace("yr", "year") if named else None
