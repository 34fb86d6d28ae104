"""Read ratios and ordinals in words: "twice as many", "a third of", "the third attack"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factcheck.kinds.quantity.adjacent_units import Unit, hedge_before, stands_alone, unit_after
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.measure import read_measure
from factcheck.kinds.quantity.non_claims import word_before
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.parse_context import AFTER_ONE, Found, ParseContext, finish, may_be_year, no_figure
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

_OVER_ARTICLE: Final = regex(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)
_ONE: Final = Decimal(1)
_HALF_A_POINT: Final = regex(r"\s+(?:of\s+)?an?\s+points?\b")
_SUPERLATIVE: Final = regex(r"-(?:[a-z]{2,}est|best|worst|most|least)\b")


def is_fraction(context: ParseContext, ordinal: Numeral) -> bool:
    """Return whether an ordinal word names a fraction ("a third of", "one third"), not a position in a series."""
    text, pos = context.text, context.pos
    before = text[max(context.floor, pos - 6) : pos].lower()
    if not before.endswith(("a ", "an ", "one ", "one-")):
        return False
    if text[ordinal.end : ordinal.end + 3] == " of" or before.endswith(("one ", "one-")):
        return True
    # "nearly a third" and "fell by a third" are fractions; "and a third was hurt" and "nearly a third match" are not.
    article = pos - 3 if before.endswith("an ") else pos - 2
    if context.article.grammar.phrases.opinion.match(text, ordinal.end):
        return True
    return _is_bounded(context, article, context.article.grammar) and not _noun_follows(context, ordinal.end)


def _is_bounded(context: ParseContext, start: int, g: Grammar) -> bool:
    """Return whether a hedge, or "by", stands before a fraction."""
    return (
        hedge_before(context.text, start, context.floor, g) is not None
        or context.text[max(context.floor, start - 4) : start].lower() == " by "
    )


def _noun_follows(context: ParseContext, end: int) -> bool:
    """Return whether a noun follows, which makes the word before it an ordinal."""
    return noun_phrase(context.text, end, context.limit, context.article.grammar, many=False) is not None


def whole_of(context: ParseContext, end: int, g: Grammar) -> Numeral | None:
    """Return the whole of which a figure is a part, or None: the 5 of "in five", the 10 of "out of 10"."""
    after = g.one_in.after
    found = after.match(context.text, end) if after is not None else None
    whole = g.reader.at(context.text, found.start("whole")) if found else None
    return None if whole is None or not whole.number or may_be_year(context.text, whole) else whole


def is_rate(context: ParseContext, end: int, g: Grammar) -> bool:
    """Return whether the base of a rate follows a figure: "per 1,000", "for every 1,000"."""
    if context.text[end + 1 : end + 4] not in _RATE_STARTS:
        return False
    after = g.one_in.after
    found = after.match(context.text, end) if after is not None else None
    return found is not None and found.groupdict().get("per") is not None


_RATE_STARTS: Final = ("per", "for")


def read_one_of(context: ParseContext, numeral: Numeral, noun: tuple[int, int], g: Grammar) -> Found | None:
    """Return a ratio with its noun between the two numbers, or None: "one child in three", "31 deaths per 1,000
    births".
    """
    if is_rate(context, noun[1], g):
        return _read_per(context, numeral, noun, g)
    if numeral.number > _MAX_PART or not context.text.startswith(" in ", noun[1]):
        return None
    whole = whole_of(context, noun[1], g)
    if (
        whole is None
        or whole.end > context.limit
        or whole.number <= numeral.number
        or whole.number != int(whole.number)
    ):
        return None
    # "two men in three cars": the second number is a count of its own.
    if not stands_alone(context.text, whole.end, g) or noun_phrase(context.text, whole.end, context.limit, g):
        return None
    figure = Figure(numeral.number / whole.number, _ONE)
    found = finish(context, "ratio", (numeral.start, whole.end), g.one_in.rule.id, figure)
    return found.with_figure(replace(found.figure, noun=context.text[noun[0] : noun[1]]))


_MAX_PART: Final = 9  # largest part with its noun in between; larger ones are counts in so many places


def _read_per(context: ParseContext, numeral: Numeral, noun: tuple[int, int], g: Grammar) -> Found | None:
    """Return a ratio of so many per a whole, or None: "31 deaths per 1,000 births"."""
    whole = whole_of(context, noun[1], g)
    if whole is None or whole.end > context.limit:
        return None
    figure = Figure(numeral.number / whole.number, numeral.step / whole.number)
    found = finish(context, "ratio", (numeral.start, whole.end), g.one_in.rule.id, figure)
    return found.with_figure(replace(found.figure, noun=context.text[noun[0] : noun[1]]))


# A name in the genitive: "double Ethiopia's output".
_OF_A_NAME: Final = regex(r" [A-Z][\w.-]*['’]s? ")


def read_multiplier(context: ParseContext, lower: str, g: Grammar) -> Sequence[Found]:
    """Return the factor that a word states: "doubled", "twice as many", "threefold".

    An adverb that multiplies nothing says how often: "shot twice". Other uses give no figure: "a double room".
    """
    text, pos = context.text, context.pos
    end = pos + len(lower)
    verb = lower.endswith(("ed", "ing", "s")) and lower not in g.sets.multiplier_nouns
    as_many = g.phrases.as_many.match(text, end)
    behind = text[end : end + 12].lower()
    bare = not verb and lower not in g.sets.multiplier_nouns
    fits = (
        verb
        or as_many
        or lower.endswith("fold")
        or (bare and (behind.startswith(g.sets.multiplied) or _OF_A_NAME.match(text, end)))
        or (bare and lower not in g.sets.multiplier_adverbs and _follows_to(context))
    )
    if text[pos - 1 : pos] == "-" or behind.startswith("-"):
        return ()
    if not fits:
        return _read_frequency(context, lower, g)
    if verb and (behind.startswith(g.sets.multiplier_particles) or lower in g.sets.multiplier_nouns):
        return ()
    tail = as_many.end() if as_many else end
    figure = Figure(Decimal(g.multipliers[lower]), Decimal(1))
    noun = noun_phrase(text, tail, context.limit, g) if as_many else None
    return (finish(context, "ratio", (pos, tail), "quantity/multiplier", figure, noun=noun),)


def _read_frequency(context: ParseContext, lower: str, g: Grammar) -> Sequence[Found]:
    """Return how often something happened by an adverb, as a count of times: "shot twice in the head".

    Idioms ("think twice", "once or twice") and beginnings of a rate or a comparison ("twice daily") give no figure.
    """
    text, start = context.text, context.pos
    end = start + len(lower)
    if lower not in g.sets.multiplier_adverbs or g.phrases.no_frequency.match(text, end) is not None:
        return ()
    if not context.before or context.before[-1].lower() in g.sets.before_no_frequency:
        return ()
    figure = Figure(Decimal(g.multipliers[lower]), _ONE, words=True, noun=g.sets.times_noun)
    return (finish(context, "count", (start, end), "quantity/frequency", figure),)


def _follows_to(context: ParseContext) -> bool:
    """Return whether "to" stands right before the trigger: "to double"."""
    return context.text[max(context.floor, context.pos - 4) : context.pos].lower().endswith("to ")


_OF_DIGITS: Final = regex(r"(?:\s|-)(?:digits?|figures?)\b", re.IGNORECASE)
_BEFORE, _AFTER = 60, 32  # characters before and after a band in which a word of growth makes it a percentage


def read_band(context: ParseContext, lower: str, g: Grammar) -> Sequence[Found]:
    """Return the range of the figures with so many digits: "in the mid-single digits", "double-digit growth", "high
    teens".

    It is a percentage after a word for percent or near a word of growth.
    """
    text, pos = context.text, context.pos
    end = pos + len(lower)
    part = g.phrases.band_part.search(text, max(context.floor, pos - 14), pos)
    if lower != "teens":
        digits = _OF_DIGITS.match(text, end, context.limit)
        if digits is None or (part is None and digits[0].lower() in (" digit", " figure")):
            return ()
        end = digits.end()
    elif part is None:
        return ()
    low, _, high = g.bands[lower].partition("..")
    if part is not None:
        pos = part.start()
        lowest, highest = (g.bands.get(f"{word.lower()} {lower}") for word in (part[1] or part[2], part[2]))
        if lowest is None or highest is None:
            return ()
        low, high = lowest.partition("..")[0], highest.partition("..")[2]
    figure = Figure(Decimal(low), _ONE, Decimal(high), words=True)
    if percent := g.phrases.percent.match(text, end, context.limit):
        end = percent.end()
    elif not g.phrases.grows.search(text, max(context.floor, pos - _BEFORE), pos) and not g.phrases.grows.search(
        text, end, min(context.limit, end + _AFTER)
    ):
        return (finish(context, "number", (pos, end), "quantity/digits", figure),)
    return (finish(context, "percent", (pos, end), "quantity/digits", replace(figure, unit="percent")),)


def _is_race_place(previous: str, lower: str, g: Grammar) -> bool:
    """Return whether the verb before "first", "second" or "third" makes it a place in a race: "finished second"."""
    least = g.placing.get(previous)
    return least is not None and (least == "first" or lower != "first")


_AMBIGUOUS: Final = frozenset(("first", "second", "third"))


def _is_other_use(lower: str, word: str, before: str, g: Grammar) -> bool:
    """Return whether the context of "first", "second" or "third" makes it a name, an idiom or an adverb ("first
    reported").
    """
    if lower != "first" and not before.endswith("one ") and is_one_of_series(word, g):
        return False
    if not word or word in g.sets.ordinal_names or word in g.idioms.ordinal or word in g.function_words:
        return True
    if lower == "first" and g.verbs[word] and not before.endswith(g.sets.determiners):
        return True
    return before.endswith(("at ", "one ", "a "))


def is_one_of_series(word: str, g: Grammar) -> bool:
    """Return whether a noun is one of those that come one after the other: "a second term", "a third man"."""
    return word in g.sets.ordinal_series or (word in g.persons_only and word not in g.idioms.ordinal)


def is_place(context: ParseContext, lower: str, end: int, g: Grammar) -> bool:
    """Return whether an ordinal is a place: "finished second", "tied for third", "was fifth on the list"."""
    if not context.before:
        return False
    previous = context.before[-1].lower()
    if _is_race_place(previous, lower, g) or g.phrases.tied.search(
        context.text, max(context.floor, context.pos - 12), context.pos
    ):
        return True
    return (
        lower != "first" and previous in g.sets.place_verbs and g.phrases.of_places.match(context.text, end) is not None
    )


def is_position(context: ParseContext, end: int, lower: str, g: Grammar) -> bool:
    """Return whether what follows "first", "second" or "third" shows a position: "second-degree murder", "the third in
    two days", "his third NFL season", "the first time since 1980", "in the second half".
    """
    text, following = context.text, context.text[end : end + 1]
    if g.phrases.counted_part.match(text, end):
        return True
    if following == "-":
        return g.phrases.ordinal_compound.match(text, end) is not None
    if lower == "first" and g.phrases.first_time.match(text, end):
        return True
    if not _follows_determiner(text, context.pos, g):
        return False
    if g.phrases.in_series.match(text, end):
        return g.phrases.shared_position.search(text, max(context.floor, context.pos - 12), context.pos) is None
    named = _NAMED_NOUN.match(text, end)
    return named is not None and named[1] not in g.function_words and not g.verbs[named[1]]


# Names or measures before the noun of an ordinal: "NFL season", "200-yard game", "Black president".
_NAMED_NOUN: Final = regex(r"(?: (?:[A-Z][\w.&’'-]*|\d[\d,.]*-[a-z]+)){1,4} ([a-z][\w-]*)")


def _follows_determiner(text: str, start: int, g: Grammar) -> bool:
    """Return whether an article or a possessive stands right before an ordinal: "the third", "the team's eighth"."""
    before = text[max(0, start - 8) : start].lower()
    return before.endswith((*g.sets.determiners, "'s ", "’s "))


def _is_numbered_name(text: str, start: int, end: int, g: Grammar) -> bool:
    """Return whether a capitalised ordinal says which of several so named: "the Twelfth Doctor", not "Fifth Avenue"."""
    named = _NAME_BEHIND.match(text, end)
    return (
        named is not None
        and text[start - 4 : start].lower() == "the "
        and named[1].lower() not in g.sets.numbered_names
    )


_NAME_BEHIND: Final = regex(r" ([A-Z][a-z]+)\b")


def up_to_verb(text: str, noun: tuple[int, int] | None, g: Grammar) -> tuple[int, int] | None:
    """Return a noun phrase cut off before its verb: "the second video captured", "the first round began"; None if
    empty.
    """
    if noun is None:
        return None
    words = text[noun[0] : noun[1]].split(" ")
    for count, word in enumerate(words):
        # "second unprovoked attack", "third highest paid actor"
        alone = count == 0 and len(words) == 1
        if g.verbs[word] and (alone or (count and not words[count - 1].endswith(("est", "ly")))):
            return (noun[0], noun[0] + len(" ".join(words[:count]))) if count else None
    return noun


def read_ordinal(context: ParseContext, ordinal: Numeral, g: Grammar) -> Sequence[Found]:
    """Return a position in a series: "the third attack", "her 21st win".

    Idioms, streets and names give no figure.
    """
    text, end = context.text, ordinal.end
    following = AFTER_ONE.match(text, end)
    word = following[1] if following else ""
    if superlative := _SUPERLATIVE.match(text, end):
        word = superlative[0][1:]
    written = text[ordinal.start : end]
    before = text[max(context.floor, ordinal.start - 8) : ordinal.start].lower()
    if text[ordinal.start - 1 : ordinal.start] == "-" or (word in g.sets.numbered_names and written[0].isdigit()):
        return no_figure(end, "ordinal")
    lower = written.lower()
    in_place = is_place(context, lower, end, g)
    ambiguous = lower in _AMBIGUOUS
    if ambiguous and not in_place and not is_position(context, end, lower, g) and _is_other_use(lower, word, before, g):
        return ()
    capital = written[0].isupper() and ordinal.start != context.sentence_start
    if capital and (ambiguous or not _is_numbered_name(text, ordinal.start, end, g)):
        return ()
    if ambiguous and (part := g.phrases.counted_part.match(text, end)):
        noun: tuple[int, int] | None = (end + 1, part.end())
    else:
        noun = up_to_verb(text, noun_phrase(text, end, context.limit, g, many=False), g)
    if (
        noun is None
        and not in_place
        and not written[0].isdigit()
        and not _follows_determiner(text, ordinal.start, g)
        and word in g.function_words
    ):
        return ()
    figure = Figure(ordinal.number, _ONE)
    return (finish(context, "ordinal", (ordinal.start, end), "quantity/ordinal", figure, noun=noun, hedge=False),)


def read_fraction(context: ParseContext, numeral: Numeral, g: Grammar) -> Sequence[Found]:
    """Return a fraction in words: "half of voters", "two-thirds".

    With a unit it is a measure ("half a mile"); before a period it is a time and gives no figure.
    """
    text, end = context.text, numeral.end
    word = text[numeral.start : end].lower()
    if (more := _read_unit_and_part(context, numeral, g)) is not None:
        return (more,)
    unit = unit_after(text, end, context.limit, g, digits=False) or _unit_after_article(context, end, g)
    if unit is not None:
        return read_measure(context, numeral, None, unit, None, g)
    if g.phrases.of_time.match(text, end):
        return no_figure(end, "of-time")
    if points := _end_of_points(context, end, g):
        figure = Figure(numeral.number, numeral.step, unit="percentage-point")
        return (finish(context, "percent", (numeral.start, points), "quantity/percentage-point", figure),)
    if text[end : end + 1] == "-" or text[numeral.start - 1 : numeral.start] == "-":
        return ()
    of = g.phrases.of_whole.match(text, end) or g.phrases.as_many.match(text, end)
    bare = word in g.sets.parts_alone
    if bare and word in g.sets.parts_of_towns and _is_part_of_a_town(context, numeral.start, g):
        return ()
    before = text[max(context.floor, numeral.start - 12) : numeral.start].lower()
    if before.endswith(g.sets.part_in_series):
        return ()
    if bare and not of and not before.endswith(g.sets.part_bounds):
        return ()
    if not bare and not of and word.startswith(("a ", "an ")) and word.split()[1] not in g.sets.common_parts:
        return ()
    if (
        word.startswith(("a ", "an "))
        and not of
        and not _is_bounded(context, numeral.start, g)
        and not g.phrases.opinion.match(text, end)
    ):
        return ()
    noun = noun_phrase(text, end, context.limit, g) if of and "of" in of[0] else None
    figure = Figure(numeral.number, numeral.step)
    noun = noun or _singular_whole(context, end, of, g)
    return (finish(context, "ratio", (numeral.start, end), "quantity/fraction", figure, noun=noun),)


def _read_unit_and_part(context: ParseContext, numeral: Numeral, g: Grammar) -> Found | None:
    """Return one unit and a part of it, or None: "a mile and a half"."""
    found = _UNIT_AND.search(context.text, max(context.floor, numeral.start - _UNIT_REACH), numeral.start)
    unit = g.units.get(found[1].lower()) if found else None
    if found is None or unit is None:
        return None
    figure = Figure(_ONE + numeral.number, numeral.step, unit=unit, words=True)
    return finish(context, "quantity", (found.start(), numeral.end), "quantity/unit", figure)


_UNIT_AND: Final = regex(r"\b(?:an?|one) ([a-z]+) and $", re.IGNORECASE)
_UNIT_REACH: Final = 32  # characters before a part in which its unit stands


def _is_part_of_a_town(context: ParseContext, start: int, g: Grammar) -> bool:
    """Return whether a word before a part without an article makes it a place: "the canal quarter of Carsholm"."""
    before = word_before(context.text, start, context.floor).lower()
    return bool(before) and before not in g.hedges.ends and before not in g.sets.part_adjectives


def _end_of_points(context: ParseContext, end: int, g: Grammar) -> int:
    """Return the end of a fraction's percentage points, else 0: "half a percentage point", "a quarter-point cut"."""
    points = g.phrases.of_a_point.match(context.text, end)
    if points is None and not g.sets.interest_words.isdisjoint(context.before):
        points = _HALF_A_POINT.match(context.text, end)
    return points.end() if points else 0


def _unit_after_article(context: ParseContext, end: int, g: Grammar) -> Unit | None:
    """Return the unit after an article, or None: "half a mile", "a quarter of an inch"."""
    found = _OVER_ARTICLE.match(context.text, end)
    return unit_after(context.text, found.end(), context.limit, g, digits=False) if found else None


def _singular_whole(context: ParseContext, end: int, of: re.Match[str] | None, g: Grammar) -> tuple[int, int] | None:
    """Return the whole that a fraction is part of when it is not a plural: "of the town"."""
    if of is None or "of" not in of[0]:
        return None
    return noun_phrase(context.text, end, context.limit, g, many=False)
