"""Read the figure at a trigger: numeral, range, sign, unit, hedge, noun, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from factcheck.kinds.quantity.clause import verb_and_subject
from factcheck.kinds.quantity.figure import Figure
from factcheck.kinds.quantity.grammar import Grammar, Pattern
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.surround import (
    Unit,
    hedge_after,
    hedge_before,
    money_before,
    unit_after,
    with_rate,
)
from factcheck.kinds.quantity.traps import (
    capital_inside,
    follows_a_determiner,
    follows_a_name,
    goes_on_as_a_count,
    labelled,
    trapped_after,
    trapped_before,
)
from factcheck.model import Kind
from factcheck.text.numerals import Numeral

_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"\d+|[A-Za-z]+")
_NEXT = re.compile(r"\s?-?\s?([A-Za-z]+|[%])")
_JOIN = re.compile(r"(?:-?\s+(to|or|and)\s+(?:as\s+(?:many|much)\s+as\s+)?|\s?[-–—]\s?)")
_SCORE = re.compile(
    r"(?:\s?[-–]\s?|\s+to\s+)(\d{1,3})(?![\w%-]|[.,]\d|\s?(?:percent|per cent|million|billion|thousand))"
)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?)\s+$", re.IGNORECASE)
_QUANTIFIER_BEFORE = re.compile(
    r"\b(several|many|(?:a\s+)?few|(?:a\s+)?couple(?:\s+of)?|another)\s+$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+\S{0,4}$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|rose|fell|went|grew|increased|decreased|dropped|climbed|raised|cut|lowered|changed|moved)\s+(?:\w+\s+)?\S{0,4}$",
    re.IGNORECASE,
)
_AS_MANY = re.compile(
    r"\s+as\s+(?:many|much|high|large|big|likely|fast|long|often|far|low|old|expensive)\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"\s+(?:of\b|the\b|all\b|its\b|their\b|his\b|her\b|those\b|an?\b)", re.IGNORECASE)
_AFTER_ONE = re.compile(r"\s+([a-z]+)")
_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?<![\w\)\]])[-−])$", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?:\s+(?:others?|more|were|was|are|is|have|had|been|also|still|seriously|critically|badly))*\s+([a-z]+(?:ed|en|ing)|dead|hurt|hospitali[sz]ed|missing)\b"
)
_MORE = re.compile(r"\s+(?:more|others?|additional|further)\b(?!\s+than)")
_RACE = re.compile(
    r"\s+(?:tall|wide|long|deep|high|away|from|race|final|freestyle|hurdles|sprint|backstroke|butterfly|breaststroke|relay|dash)\b"
)
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"))
NOTHING = Figure(Decimal(0), Decimal(1))
HALF = Decimal("0.5")


class Article(Struct, frozen=True):
    """What the whole text says about its figures: the numbers it uses as names, whether it speaks of sterling,
    and which country's dollar it counts in.
    """

    names: frozenset[str] = frozenset()
    sterling: bool = False
    dollar: str = "USD"


class Place(Struct, frozen=True):
    """Where to read: the trigger and the stretch of text that a figure there may use."""

    text: str
    pos: int
    floor: int
    limit: int
    sentence_start: int
    sentence_end: int
    article: Article


class Found(Struct, frozen=True):
    """A figure with its span, kind and rule; `kind` None says that the text up to `seen` holds no figure."""

    kind: Kind | None
    start: int
    end: int
    rule: str
    figure: Figure
    seen: int = 0


def read(place: Place, g: Grammar, last: Found | None) -> Iterator[Found]:
    """The figures that the trigger begins: none, one, or the two of a score."""
    text, pos = place.text, place.pos
    if (name_end := _name_at(text, pos, g)) is not None:
        yield Found(None, pos, pos, "", NOTHING, name_end)
        return
    if text[pos].isdigit():
        yield from _read_digits(place, g, last)
        return
    word = _WORD.match(text, pos)
    lower = word[0].lower() if word else ""
    if lower in g.multipliers:
        yield from _multiplier(place, lower, g)
    elif (ordinal := g.reader.ordinal(text, pos)) is not None and not _fraction_rather(place, ordinal, g):
        yield from _ordinal(place, ordinal, g)
    else:
        yield from _read_words(place, lower, g, last)


def _name_at(text: str, pos: int, g: Grammar) -> int | None:
    """The end of a name with a number in it ("9/11", "Formula One") when one covers the trigger."""
    token = _TOKEN.match(text, pos)
    for before, name in g.names.get(token[0], ()) if token else ():
        if text.startswith(name, pos - before) and not text[pos - before - 1 : pos - before].isalnum():
            end = pos - before + len(name)
            return None if text[end : end + 1].isalnum() else end
    return None


def _read_digits(place: Place, g: Grammar, last: Found | None) -> Iterator[Found]:
    text, pos = place.text, place.pos
    if text[pos - 1 : pos] == "." and pos > place.floor and not text[pos - 2 : pos - 1].isalnum():
        pos -= 1
    if trapped_before(text, pos, g):
        yield Found(None, pos, pos, "", NOTHING, _token_end(text, pos))
        return
    if (ordinal := g.reader.ordinal(text, pos)) is not None:
        yield from _ordinal(place, ordinal, g)
        return
    if text[pos] == "0" and text[pos + 1 : pos + 2].isdigit():
        yield Found(None, pos, pos, "", NOTHING, _token_end(text, pos))
        return
    numeral = g.reader.at(text, pos, joined=_joined(place))
    if numeral is None:
        return
    if trapped_after(text, pos, numeral.end, g):
        yield Found(None, pos, pos, "", NOTHING, _token_end(text, numeral.end))
        return
    yield from _figure(place, numeral, g, last)


def _token_end(text: str, at: int) -> int:
    """The end of the unbroken string around a place: a trap takes it whole."""
    while at < len(text) and not text[at].isspace() and text[at] not in ',;()[]“”"':
        at += 1
    return at


def _joined(place: Place) -> bool:
    before = place.text[max(place.floor, place.pos - 16) : place.pos]
    return "etween" not in before or _BETWEEN.search(before) is None


def _read_words(place: Place, lower: str, g: Grammar, last: Found | None) -> Iterator[Found]:
    text, pos = place.text, place.pos
    before = text[max(place.floor, pos - 18) : pos]
    if (before[-1:] == "-" and before[-2:-1].isalnum()) or capital_inside(text, pos, place.sentence_start):
        return
    scale = lower in _SCALES
    quantifier = _QUANTIFIER_BEFORE.search(before) if scale else None
    article = _ARTICLE_BEFORE.search(before) if scale or lower in g.reader.parts else None
    start = pos - len(before) + article.start() if article else pos
    numeral = g.reader.at(text, start, joined=_joined(place))
    if numeral is None:
        return
    if quantifier and quantifier[1].lower() != "another" and numeral.form == "words" and numeral.start == pos:
        numeral = _multiplied(numeral, pos - len(before) + quantifier.start(), quantifier[1], g)
    elif lower == "one" and not _one_counts(place, numeral, g):
        return
    if numeral.form == "fraction" and numeral.number < 1:
        yield from _fraction(place, numeral, g)
        return
    if _bare_scale(lower, numeral, start == pos and not quantifier, text):
        return
    yield from _figure(place, numeral, g, last)


def _multiplied(numeral: Numeral, start: int, quantifier: str, g: Grammar) -> Numeral:
    """ "several hundred": the scale times what the quantifier bounds."""
    low, _, high = g.quantifiers[" ".join(quantifier.lower().split())].partition("..")
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


def _bare_scale(lower: str, numeral: Numeral, alone: bool, text: str) -> bool:
    """ "million" with nothing before it says no figure ("the million-dollar question", "hundred of")."""
    return (
        alone
        and numeral.form == "words"
        and lower in _SCALES
        and (numeral.end - numeral.start == len(lower) and text[numeral.end : numeral.end + 1] != " ")
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
    following = _AFTER_ONE.match(text, end)
    if following is None:
        return text[end : end + 1] == "-" and unit_after(text, end, place.limit, g, digits=False) is not None
    word = following[1]
    if word == "point" and text[max(place.floor, numeral.start - 3) : numeral.start].lower() == "at ":
        return False
    if word in g.one_counts or text.startswith((" year old", " year-old", " month old"), end):
        return True
    if _PARTICIPLE.match(text, end) and word not in ("being", "seen"):
        return word in ("killed", "injured", "wounded", "dead", "missing", "hurt")
    unit = unit_after(text, end, place.limit, g, digits=False)
    return unit is not None or word in ("percent", "per", "hundred", "thousand")


def _fraction_rather(place: Place, ordinal: Numeral, g: Grammar) -> bool:
    """ "a third of", "one third", "the third quarter": whether the word is a part and not a place in a series."""
    text, pos = place.text, place.pos
    before = text[max(place.floor, pos - 6) : pos].lower()
    if not (before.endswith(("a ", "an ", "one ", "one-"))):
        return not text[pos : ordinal.end].lower().endswith(("first", "second")) and False
    return text[ordinal.end : ordinal.end + 3] == " of" or before.endswith(("one ", "one-"))


def _multiplier(place: Place, lower: str, g: Grammar) -> Iterator[Found]:
    """ "doubled", "twice as many", "threefold"; "a double room" and "twice a week" are other things."""
    text, pos = place.text, place.pos
    end = pos + len(lower)
    verb = lower.endswith(("ed", "ing", "s")) and lower not in ("doubles", "triples")
    as_many = _AS_MANY.match(text, end)
    behind = text[end : end + 12].lower()
    fits = (
        verb
        or as_many
        or lower.endswith("fold")
        or (
            lower in ("double", "triple", "twice", "quadruple", "treble")
            and behind.startswith((" the ", " its ", " their ", " what ", " his ", " that "))
        )
        or (
            lower in ("double", "triple", "treble")
            and text[max(place.floor, pos - 4) : pos].lower().endswith("to ")
        )
    )
    if not fits or text[pos - 1 : pos] == "-" or behind.startswith("-"):
        return
    if verb and (
        behind.startswith((" down", " over", " back", " up ", " as ")) or lower in ("doubles", "triples")
    ):
        return
    tail = as_many.end() if as_many else end
    figure = Figure(Decimal(g.multipliers[lower]), Decimal(1))
    noun = noun_phrase(text, tail, place.limit, g) if as_many else None
    yield _finish(place, "ratio", "quantity/multiplier", pos, tail, figure, noun, g)


def _ordinal(place: Place, ordinal: Numeral, g: Grammar) -> Iterator[Found]:
    text, end = place.text, ordinal.end
    following = _AFTER_ONE.match(text, end)
    word = following[1] if following else ""
    written = text[ordinal.start : end]
    before = text[max(place.floor, ordinal.start - 8) : ordinal.start].lower()
    if text[ordinal.start - 1 : ordinal.start] == "-" or (
        word in ("street", "avenue", "century", "centuries") and written[0].isdigit()
    ):
        yield Found(None, end, end, "", NOTHING, end)
        return
    lower = written.lower()
    loose = lower in ("first", "second", "third")
    if loose and (
        not word
        or word in g.ordinal_idioms
        or word in g.function_words
        or before.endswith(("at ", "one ", "a "))
    ):
        return
    if not written[0].isdigit() and (written[0].isupper() and ordinal.start != place.sentence_start):
        return
    if (
        word in ("percentile", "amendment", "quarter", "half", "floor", "grade", "grader", "anniversary")
        and loose
    ):
        return
    noun = noun_phrase(text, end, place.limit, g, many=False)
    if noun is None and not written[0].isdigit() and not before.endswith("the ") and word in g.function_words:
        return
    yield _finish(
        place,
        "ordinal",
        "quantity/ordinal",
        ordinal.start,
        end,
        Figure(ordinal.number, Decimal(1)),
        noun,
        g,
        hedge=False,
    )


def _fraction(place: Place, numeral: Numeral, g: Grammar) -> Iterator[Found]:
    """ "half of voters", "two-thirds"; with a unit it is a measure ("half a mile"), before a period a time."""
    text, end = place.text, numeral.end
    word = text[numeral.start : end].lower()
    unit = unit_after(text, end, place.limit, g, digits=False) or _unit_over_article(place, end, g)
    if unit is not None:
        yield from _measured(place, numeral, None, unit, None, g)
        return
    if text[end : end + 1] == "-" or text[numeral.start - 1 : numeral.start] == "-":
        return
    of = _OF_WHOLE.match(text, end)
    bare = word in ("half", "quarter")
    before = text[max(place.floor, numeral.start - 12) : numeral.start].lower()
    if before.endswith(
        ("first ", "second ", "other ", "third ", "fourth ", "this ", "last ", "final ", "next ", "latest ")
    ):
        return
    if (
        bare
        and not of
        and not before.endswith((" by ", "than ", "nearly ", "about ", "almost ", "least ", "over ", "in "))
    ):
        return
    if (
        not bare
        and not of
        and word.startswith(("a ", "an "))
        and word.split()[1] not in ("quarter", "third", "half", "fifth", "tenth")
    ):
        return
    if word.startswith("a ") and not of and not hedge_before(text, numeral.start, place.floor, g):
        return
    noun = noun_phrase(text, end, place.limit, g) if of and "of" in of[0] else None
    figure = Figure(numeral.number, numeral.step)
    yield _finish(
        place,
        "ratio",
        "quantity/fraction",
        numeral.start,
        end,
        figure,
        noun or _to_noun(place, end, of, g),
        g,
    )


def _unit_over_article(place: Place, end: int, g: Grammar) -> Unit | None:
    """ "half a mile", "a quarter of an inch"."""
    found = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE).match(place.text, end)
    return unit_after(place.text, found.end(), place.limit, g, digits=False) if found else None


def _to_noun(place: Place, end: int, of: re.Match[str] | None, g: Grammar) -> tuple[int, int] | None:
    """The whole that a fraction is part of, when it is no plural: "of the town"."""
    if of is None or "of" not in of[0]:
        return None
    return noun_phrase(place.text, end, place.limit, g, many=False)


def _figure(place: Place, numeral: Numeral, g: Grammar, last: Found | None) -> Iterator[Found]:
    """The figure that a plain numeral begins."""
    text = place.text
    digits = numeral.form == "digits" or text[numeral.start].isdigit()
    sign = money_before(text, numeral.start, place.floor, g)
    if sign is None and labelled(text, numeral.start, numeral.end, place.sentence_start, g):
        yield Found(None, numeral.end, numeral.end, "", NOTHING, numeral.end)
        return
    numeral = _short_scale(text, numeral, g, sign)
    if digits and sign is None and (score := _score(place, numeral, g)):
        yield from score
        return
    if digits and sign is None and (height := _height(place, numeral)):
        yield height
        return
    numeral, high, sign = _range(place, numeral, sign, g)
    end = high.end if high else numeral.end
    if sign is not None:
        unit = with_rate(
            text, Unit(sign.name, end, _named_again(text, end, place.limit, sign, g), True), place.limit, g
        )
        yield from _measured(place, numeral, high, unit, sign, g)
        return
    if (ruled := _ruled(place, numeral, end, g)) is not None:
        yield from _by_rule(place, numeral, high, ruled, g)
        return
    unit_found = unit_after(text, end, place.limit, g, digits=digits)
    if unit_found is not None and (pounds := _sterling(place, numeral, unit_found, g)):
        unit_found = pounds
    if unit_found is not None and _is_unit(place, numeral, unit_found, g):
        yield from _measured(place, numeral, high, unit_found, None, g)
        return
    yield from _counted(place, numeral, high, g, last)


_FEET_INCHES = re.compile(r"['’′](\d{1,2})(?:[\"”″]|''|(?!\w))")


def _height(place: Place, numeral: Numeral) -> Found | None:
    """5'10": feet and inches in marks; 9" alone, where the mark closes no quotation, is inches."""
    text, end = place.text, numeral.end
    if text[end : end + 1] in ("'", "’", "′") and numeral.number < 10:
        found = _FEET_INCHES.match(text, end)
        if found and int(found[1]) < 12:
            feet = (numeral.number + Decimal(found[1]) / 12).quantize(Decimal("0.000001"))
            figure = Figure(feet, Decimal("0.01"), unit="foot")
            return Found("quantity", numeral.start, found.end(), "quantity/unit", figure)
    if text[end : end + 1] == '"' and text.count('"', text.rfind("\n", 0, end) + 1, end) % 2 == 0:
        return Found(
            "quantity",
            numeral.start,
            end + 1,
            "quantity/unit",
            Figure(numeral.number, numeral.step, unit="inch"),
        )
    return None


def _short_scale(text: str, numeral: Numeral, g: Grammar, sign: Unit | None) -> Numeral:
    """ "$2.4m", "10k": a letter against the figure. Without a currency only "k", "mn", "bn" are sure."""
    if numeral.scaled or numeral.form != "digits":
        return numeral
    found = _WORD.match(text, numeral.end) or (
        _WORD.match(text, numeral.end + 1) if sign and text[numeral.end : numeral.end + 1] == " " else None
    )
    if found is None:
        return numeral
    letter = found[0]
    if letter not in g.short_scales or (sign is None and letter not in ("k", "K", "M", "B")):
        return numeral
    factor = Decimal(g.short_scales[letter])
    return Numeral(numeral.start, found.end(), numeral.number * factor, numeral.step * factor, scaled=True)


def _named_again(text: str, end: int, limit: int, sign: Unit, g: Grammar) -> int:
    """Past a currency's name that repeats its sign: "$23 billion dollars"."""
    unit = unit_after(text, end, limit, g, digits=False)
    return unit.end if unit and unit.money and unit.factor == 1 and "/" not in unit.name else end


def _score(place: Place, numeral: Numeral, g: Grammar) -> list[Found] | None:
    """The two figures of a vote or a score; None when it is none."""
    text = place.text
    found = _SCORE.match(text, numeral.end)
    if found is None or numeral.number != int(numeral.number) or numeral.number > 999:
        return None
    second = Decimal(found[1])
    near = {
        word.lower()
        for word in _WORD.findall(text[max(place.sentence_start, numeral.start - 60) : numeral.start])
    }
    after = {
        word.lower() for word in _WORD.findall(text[found.end() : min(found.end() + 24, place.sentence_end)])
    }
    dash = "to" not in found[0]
    about_votes = bool((near | after) & g.score_words - {"by", "up", "down"}) or (near & {"by"} and dash)
    if second > numeral.number and not (about_votes and dash):
        return None
    if not about_votes or (
        not dash and _FROM.search(text[max(place.floor, numeral.start - 16) : numeral.start])
    ):
        return (
            [Found(None, found.end(), found.end(), "", NOTHING, found.end())]
            if dash and second < numeral.number
            else None
        )
    return [
        Found("number", numeral.start, numeral.end, "quantity/score", Figure(numeral.number, Decimal(1))),
        Found("number", found.start(1), found.end(1), "quantity/score", Figure(second, Decimal(1))),
    ]


def _range(
    place: Place, numeral: Numeral, sign: Unit | None, g: Grammar
) -> tuple[Numeral, Numeral | None, Unit | None]:
    """The second figure of a range, with the scale and the sign that both share."""
    text = place.text
    first_end = numeral.end
    join = _JOIN.match(text, first_end, place.limit)
    if join is None or numeral.form == "vague":
        return numeral, None, sign
    word = join[1]
    before = text[max(place.floor, numeral.start - 32) : numeral.start]
    between = _BETWEEN.search(before) is not None
    if (word == "and" and not between) or (word == "to" and _changes(before)):
        return numeral, None, sign
    at = join.end()
    second_sign = None
    if at < place.limit and not text[at].isalnum():
        stop = at
        while stop < place.limit and stop < at + 4 and not text[stop].isdigit():
            stop += 1
        second_sign = money_before(text, stop, at, g) if stop < place.limit and text[stop].isdigit() else None
        at = stop if second_sign else at
    if at >= place.limit or (sign is None and second_sign is not None) or not text[at].isalnum():
        return numeral, None, sign
    second = g.reader.at(text, at)
    if second is None or second.form == "vague" or (second_sign and sign and second_sign.name != sign.name):
        return numeral, None, sign
    if (join[0].strip() in "-–—") and trapped_after(text, at, second.end, g):
        return numeral, None, sign
    second = _short_scale(text, second, g, sign)
    low = _share_scale(numeral, second)
    if low.number >= second.number or (word == "or" and second.number - low.number > low.number):
        return numeral, None, sign
    return low, second, sign


def _share_scale(first: Numeral, second: Numeral) -> Numeral:
    """ "26 to 31 million": the first figure takes the scale of the second."""
    if first.scaled or not second.scaled or first.number >= 1000 or second.number < 1000:
        return first
    factor = Decimal(10) ** (3 * (second.number.adjusted() // 3))
    if second.number / factor <= first.number:
        return first
    return replace(first, number=first.number * factor, step=first.step * factor)


def _ruled(place: Place, numeral: Numeral, end: int, g: Grammar) -> tuple[Pattern, int, int] | None:
    """The first rule of rules.toml that fits around the figure: the rule, its start and its end."""
    text = place.text
    following = _NEXT.match(text, end)
    word = following[1].lower() if following else ""
    before = text[max(place.floor, numeral.start - 40) : numeral.start]
    candidates = g.by_word_after.get(word, ())
    tokens = before.replace("-", " ").rsplit(None, 2)[-2:]
    if tokens:
        previous = tokens[0] if len(tokens) > 1 and tokens[1] == "of" else tokens[-1]
        candidates += g.by_word_before.get(previous.lower(), ())
    last, following_char = before[-2:].strip()[-1:], text[end : end + 1]
    for pattern in (*candidates, *g.untriggered):
        if (pattern.ahead and last not in pattern.ahead) or (
            pattern.behind and following_char not in pattern.behind
        ):
            continue
        span = _sides(pattern, text, before, numeral.start, end)
        if span is not None and _allowed(pattern, numeral, text, span, g):
            return pattern, *span
    if word in ("in", "out", "of") and (span := _sides(g.one_in, text, before, numeral.start, end)):
        return (g.one_in, *span) if _whole_of(place, end, g) is not None else None
    return None


def _sides(pattern: Pattern, text: str, before: str, start: int, end: int) -> tuple[int, int] | None:
    left = pattern.before.search(before) if pattern.before else None
    right = pattern.after.match(text, end) if pattern.after else None
    missing = (pattern.before is not None and left is None) + (pattern.after is not None and right is None)
    sides = (pattern.before is not None) + (pattern.after is not None)
    if missing and not (pattern.either and missing < sides):
        return None
    begin = (
        start - len(before) + left.start() if left and pattern.rule.id != "quantity/age-apposition" else start
    )
    return begin, right.end() if right else end


def _allowed(pattern: Pattern, numeral: Numeral, text: str, span: tuple[int, int], g: Grammar) -> bool:
    most = pattern.rule.options.get("most")
    if most is None:
        return True
    if (
        numeral.number > int(most)
        or numeral.number != int(numeral.number)
        or numeral.number < 1
        or not text[numeral.start].isdigit()
    ):
        return False
    name = re.search(r"([^\W\d_][\w.’'-]*)(?:,\s|\s\()$", text[max(0, numeral.start - 40) : numeral.start])
    return name is not None and name[1].lower().rstrip(".") not in g.not_a_surname and span is not None


def _by_rule(
    place: Place, numeral: Numeral, high: Numeral | None, ruled: tuple[Pattern, int, int], g: Grammar
) -> Iterator[Found]:
    pattern, start, end = ruled
    rule = pattern.rule
    if rule.reading == "one_in":
        whole = _whole_of(place, numeral.end, g)
        if whole is None or not whole.number or whole.number < numeral.number:
            return
        figure = Figure(numeral.number / whole.number, Decimal(1))
        noun = noun_phrase(place.text, whole.end, place.limit, g)
        yield _finish(place, "ratio", rule.id, start, whole.end, figure, noun, g)
        return
    unit = rule.options.get("unit")
    if unit == "year" and pattern.after is not None:
        unit = _age_unit(pattern, place.text, numeral, high) or unit
    low, top, sign_start = numeral.number, high.number if high else None, start
    if rule.options.get("width"):
        top = low + int(rule.options["width"])
    figure = Figure(low, numeral.step, top, words=numeral.form == "words", unit=unit)
    figure, sign_start = _negative(place, figure, start)
    noun = noun_phrase(place.text, end, place.limit, g) if rule.kind == "percent" else None
    yield _finish(
        place,
        rule.kind or "number",
        rule.id,
        sign_start,
        end,
        figure,
        noun if noun and _is_of(place.text, end) else None,
        g,
    )


def _is_of(text: str, end: int) -> bool:
    return text[end : end + 4].lower() == " of "


def _whole_of(place: Place, end: int, g: Grammar) -> Numeral | None:
    found = g.one_in.after.match(place.text, end) if g.one_in.after else None
    whole = g.reader.at(place.text, found.start("whole")) if found else None
    return None if whole is None or _like_a_year(place.text, whole) else whole


def _age_unit(pattern: Pattern, text: str, numeral: Numeral, high: Numeral | None) -> str | None:
    found = pattern.after.match(text, high.end if high else numeral.end) if pattern.after else None
    named = found.groupdict().get("unit") if found else None
    return named.lower().rstrip("s").replace("yr", "year") if named else None


def _negative(place: Place, figure: Figure, start: int) -> tuple[Figure, int]:
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


def _sterling(place: Place, numeral: Numeral, unit: Unit, g: Grammar) -> Unit | None:
    """ "pounds" of money: millions of them, or in an article that speaks of sterling; else they are a weight."""
    currency = g.currencies_ambiguous.get(place.text[unit.start : unit.end].lower())
    if currency != "GBP" or unit.money:
        return None
    if not (place.article.sterling or (numeral.scaled and numeral.number >= 1000000)):
        return None
    return with_rate(place.text, Unit(currency, unit.start, unit.start + len("pounds"), True), place.limit, g)


def _is_unit(place: Place, numeral: Numeral, unit: Unit, g: Grammar) -> bool:
    """Whether a word that may name a unit does: "5m" alone may be metres or millions; "won 3" is a verb."""
    surface = place.text[unit.start : unit.end]
    if surface.lower() in (
        "won",
        "real",
        "rand",
        "sole",
        "stone",
        "bar",
        "bars",
        "hands",
        "knots",
        "points",
        "point",
    ):
        return not surface[:1].isupper() and surface.lower() != "won" or numeral.scaled
    if surface in ("in", "a", "at", "to", "as"):
        return False
    return not (surface == "degrees" and place.text[unit.end : unit.end + 4] in (" of ", " in "))


def _measured(
    place: Place, numeral: Numeral, high: Numeral | None, unit: Unit, sign: Unit | None, g: Grammar
) -> Iterator[Found]:
    """Money or a measure, with the smaller unit that may follow ("6ft 2in")."""
    text = place.text
    surface = text[unit.start : unit.end]
    held = unit.held
    low, top, step = (
        numeral.number * unit.factor,
        high.number * unit.factor if high else None,
        numeral.step * unit.factor,
    )
    name, end = unit.name, unit.end
    if high is None and sign is None and (more := _smaller(place, low, unit, g)):
        low, end = more
        step = min(step, Decimal("0.01"))
    if surface == "m" and sign is None:
        if noun := noun_phrase(text, unit.end, place.limit, g):
            million = Figure(
                numeral.number * 1000000, numeral.step * 1000000, high.number * 1000000 if high else None
            )
            yield _finish(place, "count", "quantity/count", numeral.start, unit.end, million, noun, g)
            return
        if not _RACE.match(text, unit.end) and numeral.number == int(numeral.number):
            held = "“m” may be metres or millions"
    if place.article.dollar != "USD" and name.startswith("USD") and _plain_dollar(text, sign, unit):
        name = place.article.dollar + name[3:]
    figure = Figure(low, step, top, words=numeral.form == "words", unit=name, held=held)
    start = sign.start if sign else numeral.start
    figure, start = _negative(place, figure, start)
    kind: Kind = "money" if unit.money or sign else "quantity"
    rule = "quantity/money" if kind == "money" else "quantity/unit"
    if high is None and (repeated := _repeated(place, low, name, end, sign is not None or unit.money, g)):
        top, end = repeated
        figure = replace(figure, high=top)
    if more_found := _MORE.match(text, end):
        end = more_found.end() if kind == "money" else end
    yield _finish(place, kind, rule, start, end, figure, None, g)


def _repeated(
    place: Place, low: Decimal, name: str, end: int, money: bool, g: Grammar
) -> tuple[Decimal, int] | None:
    """ "44 mg to 50 mg", "between 5 km and 8 km": the second figure of a range that names its unit twice."""
    text = place.text
    join = _JOIN.match(text, end, place.limit)
    if join is None or join.end() >= place.limit or not text[join.end()].isalnum():
        return None
    before = text[max(place.floor, place.pos - 24) : place.pos]
    if (
        join[1] == "or"
        or (join[1] == "and") == (_BETWEEN.search(before) is None)
        or (join[1] == "to" and _changes(before))
    ):
        return None
    second = g.reader.at(text, join.end())
    unit = unit_after(text, second.end, place.limit, g, digits=text[join.end()].isdigit()) if second else None
    if second is None or unit is None or unit.name != name or second.number * unit.factor <= low:
        return None
    return second.number * unit.factor, unit.end


def _changes(before: str) -> bool:
    """Whether the words before say that one figure became the other: "rose from 5 to 7"; not "ranging from 5 to 7"."""
    return _FROM.search(before) is not None and not _RANGING.search(before)


_RANGING = re.compile(
    r"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything|span(?:s|ned|ning)?|between|of|aged|ages)\s+(?:\w+\s+)?from\s+\S{0,4}$",
    re.IGNORECASE,
)


def _plain_dollar(text: str, sign: Unit | None, unit: Unit) -> bool:
    """Whether a dollar bears no country's name: then it is the one that the article speaks of."""
    surface = text[sign.start : sign.end] if sign else text[unit.start : unit.end]
    return surface.lower().strip().split(" ")[0] in ("$", "dollar", "dollars", "cent", "cents")


_PAIRS = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("meter", "centimeter"): 100}
_BETWEEN_PARTS = re.compile(r"(?:\s*(?:,\s*|and\s+|-)?)")


def _smaller(place: Place, value: Decimal, unit: Unit, g: Grammar) -> tuple[Decimal, int] | None:
    """ "6ft 2in", "5lb 3oz", "three dollars and 50 cents": the sum in the larger unit, and where it ends."""
    gap = _BETWEEN_PARTS.match(place.text, unit.end)
    at = gap.end() if gap else unit.end
    if at >= place.limit or not (place.text[at].isdigit() or (place.text[at].isalpha() and at > unit.end)):
        return None
    second = g.reader.at(place.text, at)
    if second is None:
        return None
    if unit.money:
        cents = unit_after(place.text, second.end, place.limit, g, digits=True)
        fits = cents is not None and cents.money and cents.factor < 1 and second.number < 100
        return (value + second.number / 100, cents.end) if cents is not None and fits else None
    small = unit_after(place.text, second.end, place.limit, g, digits=True) or _inches(place.text, second.end)
    per = _PAIRS.get((unit.name, small.name)) if small else None
    if small is None or per is None or second.number >= per:
        return None
    return (value + second.number / per).quantize(Decimal("0.000001")), small.end


def _inches(text: str, end: int) -> Unit | None:
    """ "in" and "in." behind feet are inches."""
    found = re.compile(r"\s?in\b\.?").match(text, end)
    return Unit("inch", found.start(), found.end()) if found else None


def _counted(
    place: Place, numeral: Numeral, high: Numeral | None, g: Grammar, last: Found | None
) -> Iterator[Found]:
    """A count with its noun, or a plain number."""
    text = place.text
    end = high.end if high else numeral.end
    written = text[numeral.start : numeral.end]
    digits_only = written.isdigit() or (len(written) == 3 and written[1] == ".")
    vague = numeral.form == "vague"
    top = high.number if high else numeral.high if vague else None
    figure = Figure(numeral.number, numeral.step, top, vague=vague, words=numeral.form == "words")
    after = hedge_after(text, end, g)
    noun_from = after[0] if after else end
    noun = noun_phrase(text, noun_from, place.limit, g, many=numeral.number != 1 or numeral.scaled)
    if high is None and digits_only and _a_name(place, numeral, noun, g):
        yield Found(None, end, end, "", NOTHING, end)
        return
    figure, start = _negative(place, figure, numeral.start)
    if noun is not None:
        found = _finish(place, "count", "quantity/count", start, end, figure, noun, g)
        yield _carried(found, last, g)
        return
    if numeral.form == "digits" and _like_a_year(text, numeral):
        return
    carried = last.figure.noun if last and last.kind == "count" and _PARTICIPLE.match(text, end) else None
    if carried:
        yield _finish(place, "count", "quantity/count", start, end, replace(figure, noun=carried), None, g)
        return
    if vague and not (text[end : end + 1] in (" ", ",", ".", "") and numeral.start != place.pos):
        return
    yield _finish(place, "number", "quantity/number", start, end, figure, None, g)


def _carried(found: Found, last: Found | None, g: Grammar) -> Found:
    """ "seven people were killed and nine injured": the noun of the count before carries over."""
    noun = found.figure.noun
    if noun is None or noun.lower() not in g.states or last is None or last.figure.noun is None:
        return found
    return replace(found, figure=replace(found.figure, noun=last.figure.noun, verb=noun.lower()))


def _a_name(place: Place, numeral: Numeral, noun: tuple[int, int] | None, g: Grammar) -> bool:
    """Whether a plain number is a model, an index or a title: by its neighbours, or elsewhere in the text."""
    text, start = place.text, numeral.start
    if text[start : numeral.end] in place.article.names:
        return True
    if noun is not None or hedge_before(text, start, place.floor, g):
        return False
    return follows_a_name(text, start, place.sentence_start, g) or (
        numeral.number >= 13
        and follows_a_determiner(text, start, place.floor)
        and not goes_on_as_a_count(text, numeral.end)
    )


def _like_a_year(text: str, numeral: Numeral) -> bool:
    written = text[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1500 <= int(written) <= 2100


def _finish(
    place: Place,
    kind: Kind,
    rule: str,
    start: int,
    end: int,
    figure: Figure,
    noun: tuple[int, int] | None,
    g: Grammar,
    *,
    hedge: bool = True,
) -> Found:
    """Put the hedge and the noun on a figure and stretch its span over them."""
    text = place.text
    if hedge and (after := hedge_after(text, end, g)):
        end, words, way = after
        figure = replace(figure, hedge=words, way=way)
    if hedge and (before := hedge_before(text, start, place.floor, g)):
        start, words, way = before
        figure = replace(figure, hedge=words, way=way)
    elif (
        hedge
        and figure.high is not None
        and (between := _BETWEEN.search(text, max(place.floor, start - 12), start))
    ):
        start = between.start()
    if noun is not None:
        figure = replace(figure, noun=" ".join(text[noun[0] : noun[1]].split()))
        end = max(end, noun[1])
    if kind != "age" and figure.verb is None:
        verb, subject = verb_and_subject(text, start, end, (place.sentence_start, place.sentence_end), g)
        figure = replace(figure, verb=verb, subject=subject)
    return Found(kind, start, end, rule, figure)
