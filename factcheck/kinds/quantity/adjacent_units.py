"""What stands around a numeral: hedges, currency, unit, rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.regex_cache import regex

_WORDS_AFTER: Final = regex(
    r"(?:[ \u00a0]?-?[ \u00a0]?|-)"
    r"((?:[^\W\d_]|[°º²³%″′’/.^$]|[^\w\s\x00-\u009f\u2000-\u206f])+(?:[ -](?:[^\W\d_])+[²³]?){0,3}2?3?)"
)
# One whole word: a cheap look first.
_WORD_AFTER: Final = regex(r"[ -]([A-Za-z]+)(?=[ ,;:)-])")
_HEAD: Final = regex(r"[ /.-]")
_PARTS: Final = regex(r"[ -]")


@final
@dataclass(eq=False)
class Unit:
    """A unit behind or before a figure: its name, the end of its text, what the figure is multiplied by."""

    name: str
    start: int
    end: int
    money: bool = False
    factor: Decimal = Decimal(1)
    held: str | None = None

    def at(self, context: int) -> Unit:
        """The same unit, read at a context where no name of it stands."""
        return Unit(self.name, context, context, self.money, self.factor, self.held)


# A figure that ends there, or a whole word behind it.
_BEHIND: Final = regex(r" ([A-Za-z]+)(?=[ \n,;:)]|\.(?!\w)|$)|[,;:!?)](?!\d)|\.(?=\s|$|[\"”])|\Z")


def stands_alone(text: str, end: int, g: Grammar) -> bool:
    """Whether nothing behind a figure can belong to it: a mark ends it, or a word that begins no unit or bound."""
    found = _BEHIND.match(text, end)
    return found is not None and (found[1] is None or found[1].lower() not in g.behind_words)


def followed_by_word(text: str, end: int) -> bool:
    """Whether a word stands behind a figure that does not join it to another."""
    word = text[end + 1 : end + 3]
    return text[end : end + 1] == " " and len(word) > 1 and word.isalpha() and not text.startswith(_JOINTS, end + 1)


_JOINTS: Final = ("to ", "or ", "and ", "through ", "to\n", "or\n", "and\n")


def hedge_before(text: str, start: int, floor: int, g: Grammar) -> tuple[int, str, str] | None:
    """The hedge that ends where the figure starts: its start, the words, the way it bounds."""
    if start <= floor:
        return None
    char = text[start - 1]
    if not char.isspace():
        return (start - 1, char, g.hedges.before.get(char, "about")) if char in _HEDGE_SIGNS else None
    window = text[max(floor, start - 32) : start]
    tokens = window.rsplit(None, 1)
    if not tokens or tokens[-1].lower() not in g.hedges.ends:
        return None
    two = " ".join(word.lstrip(_OPENERS) for word in window.lower().rsplit(None, 2)[-2:])
    if tokens[-1].lower() not in g.hedges.before and two not in g.hedges.tails:
        return None
    tokens = window.rsplit(None, 5)[-5:]
    tokens[0] = tokens[0].rsplit(None, 1)[-1].lstrip(_OPENERS)
    for first in range(len(tokens)):
        words = " ".join((tokens[first].lstrip(_OPENERS), *tokens[first + 1 :])).lower()
        way = g.hedges.before.get(words)
        if way:
            if words == "over" and first and tokens[first - 1].lower() in g.sets.over_verbs:
                return None
            at = _nth_from_end(window, len(tokens) - first)
            return start - len(window) + at, words, way
    return None


_OPENERS: Final = "(“\"‘'[—–-"
_HEDGE_SIGNS: Final = frozenset("~≈<>≥≤")


def _nth_from_end(window: str, count: int) -> int:
    """Where the last `count` words of a window begin."""
    at = len(window.rstrip())
    for _ in range(count):
        begin = at
        while begin > 0 and not window[begin - 1].isspace():
            begin -= 1
        at = begin
        if _ < count - 1:
            while at > 0 and window[at - 1].isspace():
                at -= 1
    while window[at] in _OPENERS:
        at += 1
    return at


def hedge_after(text: str, end: int, g: Grammar) -> tuple[int, str, str] | None:
    """The hedge behind the figure: its end, the words, the way it bounds."""
    char = text[end : end + 1]
    if char not in " -+\n" or (
        char == " " and text[end + 1 : end + 2].isalpha() and text[end + 1] not in g.sets.hedge_heads
    ):
        return None
    found = g.phrases.hedge_after.match(text, end)
    if found is None:
        return None
    words = " ".join(found[0].lower().split())
    if words in ("+", "-+"):
        return (found.end(), "+", "at_least") if not text[found.end() : found.end() + 1].isalnum() else None
    way = g.hedges.after.get(words)
    return (found.end(), words, way) if way else None


def money_before(text: str, start: int, floor: int, g: Grammar) -> Unit | None:
    """The currency sign or code that ends where the figure starts."""
    char = text[start - 1] if start > floor else "\n"
    if char == " " and start > floor + 1:
        char = text[start - 2]
    if char not in g.money.sign_ends:
        return None
    end = start - 1 if text[start - 1] in " \u00a0" else start
    if char not in g.money.sign_tails and text[end - 2 : end] not in g.money.sign_tails:
        return None
    for size in range(min(6, end - floor), 0, -1):
        surface = text[end - size : end]
        name = (
            g.money.signs.get(surface)
            or g.money.codes.get(surface)
            or (g.money.signs.get(surface.upper()) if size > 2 else None)
        )
        if name and not (surface[0].isalpha() and text[end - size - 1 : end - size].isalnum()):
            return Unit(name, end - size, start, money=True)
    return None


def unit_after(text: str, end: int, limit: int, g: Grammar, *, digits: bool) -> Unit | None:
    """The longest unit or currency whose name stands behind the figure, with its rate."""
    first = _WORD_AFTER.match(text, end)
    if first is not None and first[1].lower() not in g.unit_heads:
        return None
    found = _WORDS_AFTER.match(text, end, min(limit, end + 48))
    if found is None:
        return None
    phrase = found[1]
    head = _HEAD.split(phrase, maxsplit=1)[0].lower()
    if head in g.unit_heads:
        phrase = _named_words(phrase, g)
    elif head.isalpha():
        return None
    attached = found.start(1) == end
    while phrase:
        unit = _unit_named(phrase, found.start(1), g, attached=attached, digits=digits)
        if unit is not None and not _goes_on(text, unit):
            return with_rate(text, _scaled(text, unit, limit, g) if unit.money else _before_stop(text, unit), limit, g)
        phrase = _shorter(phrase)
    return None


def _before_stop(text: str, unit: Unit) -> Unit:
    """Without the dot of an abbreviation that ends its sentence: "weighs 180 lbs."."""
    if text[unit.end - 1] == "." and (unit.end == len(text) or text[unit.end] == "\n" or _NEW.match(text, unit.end)):
        return Unit(unit.name, unit.start, unit.end - 1, held=unit.held)
    return unit


_NEW: Final = regex(r"[”\")’]?\s+[“\"‘]?[A-Z]")


def _goes_on(text: str, unit: Unit) -> bool:
    """Whether a unit's name is only the beginning of a word, a model ("F-150") or, of a doubtful code, of words in
    capitals ("5 TOP PICKS").
    """
    behind = text[unit.end : unit.end + 2]
    if behind[:1].isdigit() and unit.name in _IN_PARTS:
        return False
    if behind[:1].isalnum() or (behind[:1] == "-" and unit.end - unit.start == 1 and behind[1:].isalnum()):
        return True
    return unit.held is not None and behind[:1] in (" ", "-") and behind[1:].isupper()


# "6ft2in", "15st4lb"
_IN_PARTS: Final = frozenset(("foot", "stone", "pound"))


def _named_words(phrase: str, g: Grammar) -> str:
    """The words of a phrase that some unit's name begins with."""
    first, *more = _PARTS.split(phrase.lower())
    start = first
    for word in more:
        start = f"{start} {word}"
        if start not in g.unit_starts:
            return phrase[: len(start) - len(word) - 1]
    return phrase


def _scaled(text: str, unit: Unit, limit: int, g: Grammar) -> Unit:
    """ "75 USD million": the scale behind a currency code."""
    scale = g.phrases.scale_after.match(text, unit.end, limit) if text[unit.start : unit.end].isupper() else None
    if scale is None:
        return unit
    return Unit(unit.name, unit.start, scale.end(), True, unit.factor * Decimal(g.sets.scales[scale[1]]))


def _shorter(phrase: str) -> str:
    cut = max(phrase.rfind(" "), phrase.rfind("-"), phrase.rfind("/"), phrase.rfind("."))
    return phrase[:cut].rstrip() if cut > 0 else ""


def _unit_named(phrase: str, start: int, g: Grammar, *, attached: bool, digits: bool) -> Unit | None:
    end = start + len(phrase)
    lower = phrase.lower().replace("-", " ")
    name = g.units.get(phrase.lower()) or g.units.get(lower) or g.units_cased.get(phrase)
    if name:
        return Unit(name, start, end)
    if (
        currency := g.money.names.get(lower)
        or g.money.codes.get(phrase)
        or g.money.ambiguous.get(lower)
        or g.money.signs.get(phrase)
    ):
        return Unit(currency, start, end, money=True)
    if len(phrase) == 4 and phrase[0] == "M" and (code := g.money.codes.get(phrase[1:])):
        return Unit(code, start, end, money=True, factor=Decimal(1000000))
    if cent := g.money.cents.get(lower):
        return Unit(cent, start, end, money=True, factor=Decimal("0.01"))
    if not digits:
        return None
    if doubtful := g.money.doubtful.get(phrase):
        return Unit(doubtful, start, end, money=True, held=f"“{phrase}” may be a currency or a word")
    if cent := g.money.cent_signs.get(phrase):
        return Unit(cent, start, end, money=True, factor=Decimal("0.01"))
    if (attached or phrase in g.sets.units_spaced) and (name := g.units_ambiguous.get(phrase)):
        return Unit(name, start, end)
    return None


def with_rate(text: str, unit: Unit, limit: int, g: Grammar) -> Unit:
    """The unit with the rate that follows it: "$8,000 an hour", "litres per person"."""
    char = text[unit.end : unit.end + 1]
    if char != "/" and not ((char.isspace() or char == "-") and _may_begin_rate(text[unit.end + 1 : unit.end + 2], g)):
        return unit
    found = g.phrases.rate.match(text, unit.end, limit)
    if found is None:
        return unit
    words = found[2].lower()
    rate, end = g.rates.get(words), found.end()
    if rate is None and (" " in words or "-" in words):
        first = words.replace("-", " ").partition(" ")[0]
        rate, end = g.rates.get(first), found.start(2) + len(first)
    if rate is None or "/" in unit.name or (rate in g.sets.periods and g.phrases.compared.match(text, end)):
        return unit
    loose = found[1] is not None and found[1].lower() not in g.sets.sure_rate_words
    if loose and not unit.money and rate not in g.sets.periods:
        return unit
    return Unit(f"{unit.name}/{rate}", unit.start, end, unit.money, unit.factor, unit.held)


def _may_begin_rate(char: str, g: Grammar) -> bool:
    """A cheap look at the character behind a unit and a blank."""
    return char in "/ \n" or char in g.sets.rate_starts
