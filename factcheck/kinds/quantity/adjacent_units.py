"""Hedges, currencies, units and rates next to a numeral."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.records import record
from factcheck.regex_cache import regex

_WORDS_AFTER: Final = regex(
    r"(?:[ \u00a0]?-?[ \u00a0]?|-)"
    r"((?:[^\W\d_]|[°º²³%″′’/.^$]|[^\w\s\x00-\u009f\u2000-\u206f])+(?:[ -](?:[^\W\d_])+[²³]?){0,3}2?3?)"
)
# One whole word: a quick check before the longer pattern above.
_WORD_AFTER: Final = regex(r"[ -]([A-Za-z]+)(?=[ ,;:)-])")
_HEAD: Final = regex(r"[ /.-]")
_PARTS: Final = regex(r"[ -]")


@final
@record
class Unit:
    """A unit or currency next to a figure.

    `name` is its canonical name with its rate ("USD/hour"); `start` and `end` are the span of its surface form;
    `factor` multiplies the figure. `held` is set when the reading is doubtful: the reason why the claim is not
    compared.
    """

    name: str
    start: int
    end: int
    money: bool = False
    factor: Decimal = Decimal(1)
    held: str | None = None

    def at(self, offset: int) -> Unit:
        """Return the same unit with an empty span at an offset, for a figure that shares the unit of another."""
        return Unit(self.name, offset, offset, self.money, self.factor, self.held)


# Punctuation that ends a figure, or the whole word after it (group 1).
_END_OR_WORD: Final = regex(r" ([A-Za-z]+)(?=[ \n,;:)]|\.(?!\w)|$)|[,;:!?)](?!\d)|\.(?=\s|$|[\"”])|\Z")


def stands_alone(text: str, end: int, g: Grammar) -> bool:
    """Return whether the figure ends there: punctuation follows, or a word that begins no unit, hedge or range."""
    found = _END_OR_WORD.match(text, end)
    return found is not None and (found[1] is None or found[1].lower() not in g.behind_words)


def followed_by_word(text: str, end: int) -> bool:
    """Return whether a word follows the figure that does not join it to a second figure."""
    word = text[end + 1 : end + 3]
    return (
        text[end : end + 1] == " " and len(word) > 1 and word.isalpha() and not text.startswith(_RANGE_WORDS, end + 1)
    )


_RANGE_WORDS: Final = ("to ", "or ", "and ", "through ", "to\n", "or\n", "and\n")


def hedge_before(text: str, start: int, floor: int, g: Grammar) -> tuple[int, str, str] | None:
    """Return the hedge that ends where the figure starts: its start, its words and its hedge type; None without one.

    `floor` is the first offset that it may use. The longest hedge of up to five words wins.
    """
    if start <= floor:
        return None
    char = text[start - 1]
    if not char.isspace():
        return (start - 1, char, g.hedges.before.get(char, "about")) if char in _HEDGE_SIGNS else None
    window = text[max(floor, start - _HEDGE_WINDOW) : start]
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
        hedge_type = g.hedges.before.get(words)
        if hedge_type:
            if words == "over" and first and tokens[first - 1].lower() in g.sets.over_verbs:
                return None
            if words == _UP_TO and first and tokens[first - 1].lower() in g.sets.up_verbs:
                return None
            at = _nth_from_end(window, len(tokens) - first)
            return start - len(window) + at, words, hedge_type
    return None


_UP_TO: Final = "up to"

# Characters before a figure in which a hedge is looked for; the longest hedges are shorter.
_HEDGE_WINDOW: Final = 32
_OPENERS: Final = "(“\"‘'[—–-"
_HEDGE_SIGNS: Final = frozenset("~≈<>≥≤")


def _nth_from_end(window: str, count: int) -> int:
    """Return the index at which the last `count` words of a window begin, without opening punctuation."""
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
    """Return the hedge after the figure: its end, its words and its hedge type; None without one."""
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
    hedge_type = g.hedges.after.get(words)
    return (found.end(), words, hedge_type) if hedge_type else None


def money_before(text: str, start: int, floor: int, g: Grammar) -> Unit | None:
    """Return the currency sign or code that ends where the figure starts, or None."""
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
    """Return the longest unit or currency after the figure, with its rate, or None.

    `digits` says that the figure is written in digits; ambiguous symbols are units only then.
    """
    first = _WORD_AFTER.match(text, end)
    if first is not None and first[1].lower() not in g.unit_heads:
        return None
    found = _WORDS_AFTER.match(text, end, min(limit, end + _UNIT_WINDOW))
    if found is None:
        return None
    phrase = found[1]
    head = _HEAD.split(phrase, maxsplit=1)[0].lower()
    if head in g.unit_heads:
        phrase = _known_prefix(phrase, g)
    elif head.isalpha():
        return None
    attached = found.start(1) == end
    while phrase:
        unit = _look_up_unit(phrase, found.start(1), g, attached=attached, digits=digits)
        if unit is not None and not _is_part_of_more(text, unit):
            return with_rate(
                text, _with_scale(text, unit, limit, g) if unit.money else _without_full_stop(text, unit), limit, g
            )
        phrase = _shorter(phrase)
    return None


# Characters after a figure in which its unit is looked for; the longest unit names are shorter.
_UNIT_WINDOW: Final = 48


def _without_full_stop(text: str, unit: Unit) -> Unit:
    """Return the unit without the dot of an abbreviation that ends its sentence: "weighs 180 lbs."."""
    if text[unit.end - 1] == "." and (
        unit.end == len(text) or text[unit.end] == "\n" or _SENTENCE_START.match(text, unit.end)
    ):
        return Unit(unit.name, unit.start, unit.end - 1, held=unit.held)
    return unit


_SENTENCE_START: Final = regex(r"[”\")’]?\s+[“\"‘]?[A-Z]")


def _is_part_of_more(text: str, unit: Unit) -> bool:
    """Return whether the matched surface form is no unit because of the text after it.

    It is the beginning of a longer word, part of a model name ("F-150") or, for a doubtful currency code, part of a
    heading in capitals ("5 TOP PICKS").
    """
    behind = text[unit.end : unit.end + 2]
    if behind[:1].isdigit() and unit.name in _WITH_SUBUNITS:
        return False
    if behind[:1].isalnum() or (behind[:1] == "-" and unit.end - unit.start == 1 and behind[1:].isalnum()):
        return True
    return unit.held is not None and behind[:1] in (" ", "-") and behind[1:].isupper()


# Units that a number may follow directly: "6ft2in", "15st4lb".
_WITH_SUBUNITS: Final = frozenset(("foot", "stone", "pound"))


def _known_prefix(phrase: str, g: Grammar) -> str:
    """Return the longest beginning of a phrase with which the name of some unit begins."""
    first, *more = _PARTS.split(phrase.lower())
    start = first
    for word in more:
        start = f"{start} {word}"
        if start not in g.unit_starts:
            return phrase[: len(start) - len(word) - 1]
    return phrase


def _with_scale(text: str, unit: Unit, limit: int, g: Grammar) -> Unit:
    """Return a currency code with the scale word after it: "75 USD million"."""
    scale = g.phrases.scale_after.match(text, unit.end, limit) if text[unit.start : unit.end].isupper() else None
    if scale is None:
        return unit
    return Unit(unit.name, unit.start, scale.end(), True, unit.factor * Decimal(g.sets.scales[scale[1]]))


def _shorter(phrase: str) -> str:
    """Return the phrase without its last word; empty when it has only one."""
    cut = max(phrase.rfind(" "), phrase.rfind("-"), phrase.rfind("/"), phrase.rfind("."))
    return phrase[:cut].rstrip() if cut > 0 else ""


def _look_up_unit(phrase: str, start: int, g: Grammar, *, attached: bool, digits: bool) -> Unit | None:
    """Return the unit whose surface form is the whole phrase; `attached` says that it touches the figure."""
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
    """Return the unit with the rate that follows it: "$8,000 an hour", "litres per person"."""
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
    """Return whether a rate may begin with this character, which follows a unit and a space."""
    return char in "/ \n" or char in g.sets.rate_starts
