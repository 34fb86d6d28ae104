"""Read money and measures: a figure with its currency or unit, and a smaller unit that follows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factcheck.kinds.quantity.adjacent_units import Unit, stands_alone, unit_after, with_rate
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.parse_context import WORD, Found, ParseContext, finish, negative
from factcheck.kinds.quantity.ranges import repeated_unit
from factcheck.model import Kind
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

_MILLION: Final = Decimal(1_000_000)
# A minus sign between spaces; elsewhere than before a temperature it is a dash.
_SPACED_MINUS: Final = regex(r"(?:^|\s)[-−]\s$")
_FEET_INCHES: Final = regex(r"['’′](\d{1,2})(?:[\"”″]|''|(?!\w))")
_NO_TEMPERATURE: Final = regex(r" (?:of |in (?!(?:the|parts|some|places|many)\b)[a-z])")
# Units that a smaller unit may follow, with the number of smaller units in one.
_SUBUNITS: Final = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("meter", "centimeter"): 100}
_WITH_SUBUNITS: Final = frozenset(large for large, _ in _SUBUNITS)
_INCHES: Final = regex(r"\s?in\b\.?")
_BETWEEN_PARTS: Final = regex(r"(?:\s*(?:,\s*|and\s+|-)?)")


def read_height(context: ParseContext, numeral: Numeral) -> Found | None:
    """Return feet and inches written with marks (5'10"), or inches alone (9"); None when neither is there.

    A double mark alone means inches only where it does not close a quotation.
    """
    text, end = context.text, numeral.end
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


def end_of_repeated_currency(text: str, end: int, limit: int, g: Grammar) -> int:
    """Return the end of a currency's name that repeats its sign ("$23 billion dollars"), else `end`."""
    unit = unit_after(text, end, limit, g, digits=False)
    return unit.end if unit and unit.money and unit.factor == 1 and "/" not in unit.name else end


def as_sterling(context: ParseContext, numeral: Numeral, unit: Unit, g: Grammar) -> Unit | None:
    """Return "pounds" as money, or None when they are a weight.

    They are money in the millions, near a word for money, or in an article that mentions sterling.
    """
    if unit.money or unit.name.partition("/")[0] != "pound":
        return None
    currency = g.money.ambiguous.get(context.text[unit.start : unit.end].split(" ")[0].lower())
    if currency != "GBP":
        return None
    if not (context.article.sterling or _is_about_money(context, unit.end, g)):
        millions = numeral.scaled and numeral.number >= 1000000
        if not millions or context.text.startswith(" of ", unit.end):
            return None
    return with_rate(context.text, Unit(currency, unit.start, unit.start + len("pounds"), True), context.limit, g)


def _is_about_money(context: ParseContext, end: int, g: Grammar) -> bool:
    """Return whether a word near the figure concerns money: "spent", "a fine of", "of public money"."""
    behind = WORD.findall(context.text[end : min(end + _MONEY_WINDOW, context.sentence_end)])
    return any(word.lower() in g.money.words for word in (*context.before[-_NEAR_BEFORE:], *behind[:_NEAR]))


# Words before and after a figure among which a word for money makes its pounds money. Before it may stand the subject,
# with a place and a first figure: "the price of a house in Oslo rose 6 percent to 412,000 pounds".
_NEAR_BEFORE: Final = 10
_NEAR: Final = 5
_MONEY_WINDOW: Final = 40  # characters after a figure that hold those words


def is_unit(context: ParseContext, numeral: Numeral, unit: Unit, g: Grammar) -> bool:
    """Return whether an ambiguous word names a unit: "stone" may be a material, "degrees" those of a university."""
    surface = context.text[unit.start : unit.end]
    lower = surface.lower()
    if lower in g.sets.units_or_words:
        return (not surface[:1].isupper() and lower not in g.sets.units_or_verbs) or numeral.scaled
    if lower in g.sets.units_joined:
        return context.text[unit.start - 1] == "-"
    if surface in g.sets.units_or_prepositions:
        return surface == "in" and context.text[unit.start - 1].isdigit() and numeral.step < 1
    if surface == "stone" and context.text[unit.start - 1] == " " and g.phrases.of_stone.match(context.text, unit.end):
        return False
    if surface != "degrees":
        return True
    # "104 degrees in Phoenix", but "12 degrees in law" and "360 degrees of freedom".
    return _NO_TEMPERATURE.match(context.text, unit.end) is None


def read_measure(
    context: ParseContext,
    numeral: Numeral,
    high: Numeral | None,
    unit: Unit,
    sign: Unit | None,
    g: Grammar,
    bound: tuple[int, str, str] | None = None,
) -> Sequence[Found]:
    """Return an amount of money or a measure, with a smaller unit that may follow ("6ft 2in").

    `high` is the second number of a range, `sign` the currency sign before the figure, and `bound` a hedge between
    figure and unit ("12,000-plus miles").
    """
    text = context.text
    surface = text[unit.start : unit.end]
    held = unit.held
    low, step = numeral.number * unit.factor, numeral.step * unit.factor
    top = high.number * unit.factor if high else None
    name, end = unit.name, unit.end
    if high is None and sign is None and (more := _with_subunit(context, low, unit, g)):
        low, end = more
        step = min(step, Decimal("0.01"))
    may_be_millions = surface == "m" and sign is None and text[unit.start - 1].isdigit()
    if may_be_millions and not g.phrases.metres.match(text, unit.end):
        money = unit_after(text, unit.end, context.limit, g, digits=False)
        if money is not None and money.money:
            amount = numeral.times(_MILLION)
            above = high.times(_MILLION) if high else None
            return read_measure(context, amount, above, money, None, g)
        if noun := noun_phrase(text, unit.end, context.limit, g):
            million = Figure(numeral.number * 1000000, numeral.step * 1000000, high.number * 1000000 if high else None)
            return (finish(context, "count", (numeral.start, unit.end), "quantity/count", million, noun=noun),)
        if not g.phrases.converted.search(text, max(0, numeral.start - 12), numeral.start):
            held = "“m” may be metres or millions"
    if name.startswith("USD") and _plain_dollar(text, sign, unit, g) and context.article.dollar != "USD":
        name = context.article.dollar + name[3:]
    figure = Figure(low, step, top, words=numeral.form == "words", unit=name, held=held)
    if bound is not None:
        figure = replace(figure, hedge=bound[1], hedge_type=bound[2])
    start = sign.start if sign else numeral.start
    figure, start = negative(context, figure, start)
    if (
        figure.low > 0
        and name.startswith("degree_")
        and _SPACED_MINUS.search(text, max(context.floor, start - 3), start)
    ):
        figure, start = replace(figure, low=-figure.low), start - 2
    kind: Kind = "money" if unit.money or sign else "quantity"
    rule = "quantity/money" if kind == "money" else "quantity/unit"
    if high is None and (
        repeated := repeated_unit(context, figure.low, end, g, lambda second: _second_in_unit(context, second, name, g))
    ):
        low, top = sorted((figure.low, repeated[0]))
        figure, end = replace(figure, low=low, high=top), repeated[1]
    if more_found := g.phrases.more.match(text, end):
        end = more_found.end() if kind == "money" else end
    return (finish(context, kind, (start, end), rule, figure),)


def _second_in_unit(context: ParseContext, second: Numeral, name: str, g: Grammar) -> tuple[Decimal, int] | None:
    """Return the value and the end of the second figure of a range when the same unit follows it, else None."""
    digits = context.text[second.start].isdigit()
    unit = unit_after(context.text, second.end, context.limit, g, digits=digits)
    return (second.number * unit.factor, unit.end) if unit is not None and unit.name == name else None


def _plain_dollar(text: str, sign: Unit | None, unit: Unit, g: Grammar) -> bool:
    """Return whether a dollar bears no country's name, so that it is the one the article means."""
    surface = text[sign.start : sign.end] if sign else text[unit.start : unit.end]
    return surface.lower().strip().split(" ")[0] in g.sets.plain_dollars


def _with_subunit(context: ParseContext, value: Decimal, unit: Unit, g: Grammar) -> tuple[Decimal, int] | None:
    """Return the sum in the larger unit and the end of the smaller one, or None.

    Examples: "6ft 2in", "5lb 3oz", "three dollars and 50 cents".
    """
    if not unit.money and (unit.name not in _WITH_SUBUNITS or value != int(value)):
        return None
    gap = _BETWEEN_PARTS.match(context.text, unit.end)
    at = gap.end() if gap else unit.end
    if at >= context.limit or not (context.text[at].isdigit() or (context.text[at].isalpha() and at > unit.end)):
        return None
    second = g.reader.at(context.text, at)
    if second is None:
        return None
    if unit.money and unit.factor != 1:
        return None
    if unit.money:
        cents = unit_after(context.text, second.end, context.limit, g, digits=True)
        if cents is None:
            end = second.end if _are_cents(context, unit, second, g) else 0
        else:
            end = cents.end if cents.money and cents.factor < 1 and second.number < 100 else 0
        return (value + second.number / 100, end) if end else None
    small = unit_after(context.text, second.end, context.limit, g, digits=True) or _inches(context.text, second.end)
    if small is None and unit.name == "foot" and context.text[unit.end] == "-":
        # "the 6-foot-5 guard"
        small = Unit("inch", second.end, second.end)
    per = _SUBUNITS.get((unit.name, small.name)) if small else None
    if small is None or per is None or second.number >= per or value >= _MAX_COMPOUND:
        return None
    return (value + second.number / per).quantize(Decimal("0.000001")), small.end


def _are_cents(context: ParseContext, unit: Unit, second: Numeral, g: Grammar) -> bool:
    """Return whether a second number below 100 is cents without their name: "15 dollars 50"."""
    if unit.factor != 1 or "/" in unit.name or second.scaled or not 0 < second.number < 100:
        return False
    if second.number != int(second.number):
        return False
    if context.text.startswith(g.sets.apiece, second.end):
        return True
    if not stands_alone(context.text, second.end, g):
        return False
    if "and" in context.text[unit.end : second.start] and context.text[second.end : second.end + 1].isspace():
        return False
    return noun_phrase(context.text, second.end, context.limit, g) is None


# Upper limit of a measure in two units; with six decimals, larger values do not fit the decimal precision.
_MAX_COMPOUND: Final = Decimal(10) ** 15


def _inches(text: str, end: int) -> Unit | None:
    """Return "in" or "in." after a number as inches; the caller has seen feet before it."""
    found = _INCHES.match(text, end)
    return Unit("inch", found.start(), found.end()) if found else None
