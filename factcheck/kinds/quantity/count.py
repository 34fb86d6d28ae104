"""Read counts with their noun, plain numbers, votes and scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factcheck.kinds.quantity.adjacent_units import hedge_after, hedge_before
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.non_claims import (
    counts_after_determiner,
    follows_a_determiner,
    follows_a_name,
    follows_a_singular_noun,
    is_digit_for_word,
)
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.parse_context import WORD, Found, ParseContext, finish, may_be_year, negative, no_figure
from factcheck.kinds.quantity.ratios_ordinals import read_one_of
from factcheck.regex_cache import regex
from factcheck.text.numerals import Numeral

# "150 over 95": between two plain figures "over" is no hedge.
_OVER: Final = regex(r"(?<![\w.,])\d{1,3}\s+over\s+$")
# The noun of a compound: "10-member panel", "300-bed hospital", "2,000-strong crowd".
_COMPOUND: Final = regex(r"-([a-z]{3,})(?![\w’'])")
# Dimensions and ratios ("3-D", "a 2-for-1 split"), not scores ("7-for-14 from the line").
_DIMENSIONS: Final = regex(r"-(?:D\b|for-(?:(\d{1,3})\b|\w+))", re.IGNORECASE)
# What follows a count whose noun stands with the previous count: "400 of them", "four fewer than", "38 were children".
_REFERS: Final = regex(r"\s+(?:of\s+(?:them|whom|which)\b|(?:fewer|more|less)\s+than\b|(?:were|are|had|have)\b)")
# The text between a count and that of another subject: "37 seats, the Greens 33 and the Reds six".
_ELLIPSIS: Final = regex(r"[,;]?\s(?:(?:and|with|while|but)\s)?(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2}\s")
_ENDS: Final = regex(r"[,;.](?!\d)|\sand\s(?:the\s)?[A-Z]|$")
_YEAR: Final = no_figure(0, "year")
_VAGUE: Final = no_figure(0, "vague")
_SHARED: Final = frozenset(("count", "percent"))  # kinds whose noun or unit the next figure of a list may omit
_FROM_COUNT: Final = regex(r",?\s(?:and\s)?(?:up|down)\sfrom\s(?:[a-z]+\s){0,2}")


# Characters before and after two joined figures in which a word of votes or matches makes them a score.
_SCORE_BEFORE: Final = 60
_SCORE_AFTER: Final = 24


def read_score(context: ParseContext, numeral: Numeral, g: Grammar) -> Sequence[Found]:
    """Return the two figures of a vote or a score; empty when the text is neither."""
    text = context.text
    found = g.phrases.score.match(text, numeral.end)
    if found is None or numeral.number != int(numeral.number) or numeral.number > 999:
        return ()
    second = Decimal(found[1])
    near = WORD.findall(text[max(context.sentence_start, numeral.start - _SCORE_BEFORE) : numeral.start].lower())
    after = WORD.findall(text[found.end() : min(found.end() + _SCORE_AFTER, context.sentence_end)].lower())
    dash = "to" not in found[0]
    about_votes = not g.sure_score_words.isdisjoint(near + after) or ("by" in near and dash)
    if second > numeral.number and not (about_votes and dash):
        return ()
    if dash and second < numeral.number and not about_votes:
        if not _is_result(context, numeral, second, found.end(), g):
            return no_figure(found.end(), "score")
    elif not about_votes or (
        not dash and g.phrases.changed.search(text[max(context.floor, numeral.start - 16) : numeral.start])
    ):
        return ()
    return (
        Found("number", numeral.start, numeral.end, "quantity/score", Figure(numeral.number, Decimal(1))),
        Found("number", found.start(1), found.end(1), "quantity/score", Figure(second, Decimal(1))),
    )


def _is_result(context: ParseContext, numeral: Numeral, second: Decimal, end: int, g: Grammar) -> bool:
    """Return whether two joined figures, the smaller last, are a result or a record: "(10-3)", "now 10-0", "at 9-3".

    Ranges rise, and the numbers of models, roads and houses follow a name, without a word of matches near.
    """
    text, start = context.text, numeral.start
    if text[start - 1 : start] == "(":
        return text[end : end + 1] in (")", ",") and text[start - 3 : start - 2].isalnum()
    if g.phrases.street.match(text, end) is not None:
        return False
    near = WORD.findall(text[max(context.sentence_start, start - _SCORE_BEFORE) : start].lower())
    after = WORD.findall(text[end : min(end + _SCORE_AFTER, context.sentence_end)].lower())
    if not g.sets.match_words.isdisjoint(near + after):
        return True
    if max(numeral.number, second) > _HIGHEST_SCORE or not context.before or start != context.pos:
        return False
    previous = context.before[-1]
    return text[start - 1] == " " and previous.islower() and (previous in g.function_words or g.verbs[previous])


_HIGHEST_SCORE: Final = 99  # of a result without a word of matches near; larger figures are models ("the 737-400")


def read_count(
    context: ParseContext, numeral: Numeral, high: Numeral | None, g: Grammar, last: Found | None, *, hedge: bool = True
) -> Sequence[Found]:
    """Return a count with its noun, or a plain number.

    `high` is the second number of a range; `last` is the previous figure of the sentence, whose noun may carry over.
    Without `hedge`, words next to the number are not read as its hedge.
    """
    text = context.text
    end = high.end if high else numeral.end
    if text[end : end + 1] == "-" and hedge_after(text, end, g) is None:
        if (ratio := _DIMENSIONS.match(text, end)) and not (ratio[1] and int(ratio[1]) >= numeral.number):
            return no_figure(ratio.end(), "dimensions")
        if compound := _COMPOUND.match(text, end, context.limit):
            return _read_compound(context, numeral, high, compound, g)
    vague = numeral.form == "vague"
    after = hedge_after(text, end, g) if hedge else None
    noun_from = after[0] if after else end
    noun = noun_phrase(text, noun_from, context.limit, g, many=numeral.number != 1 or numeral.scaled)
    if noun is not None and _names_forecasters(text, numeral.start, noun, g):
        noun = None
    elliptic = noun is None and last is not None and last.kind in _SHARED and _in_ellipsis(text, last, numeral.start)
    measure = context.previous if noun is None and high is None else None
    shared = measure if _shares_unit(context, measure, numeral, g) else None
    measured = _noun_after_measure(context, end, g) if noun is None else None
    may_be_name = high is None and numeral.form == "digits" and not elliptic and not shared and measured is None
    if may_be_name and _is_name(context, numeral, noun, g):
        return no_figure(end, "like-a-name")
    top = high.number if high else numeral.high if vague else None
    figure = Figure(numeral.number, numeral.step, top, vague=vague, words=numeral.form == "words", noun=measured)
    figure, start = negative(context, figure, numeral.start)
    if noun is not None:
        if high is None and (part := read_one_of(context, numeral, noun, g)):
            return (part,)
        found = finish(context, "count", (start, end), "quantity/count", figure, noun=noun, hedge=hedge)
        return (_with_previous_noun(found, last, g),)
    if shared is not None and shared.kind is not None:
        figure = replace(figure, unit=shared.figure.unit)
        return (finish(context, shared.kind, (start, end), shared.rule, figure, hedge=hedge),)
    return _without_noun(context, numeral, figure, (start, end), g, last, hedge=hedge)


def _shares_unit(context: ParseContext, last: Found | None, numeral: Numeral, g: Grammar) -> bool:
    """Return whether a figure leaves its unit to the one before: "9 pounds, the pike 41", "15 euros for adults and 9
    for children".
    """
    if last is None or last.figure.unit is None or last.kind not in _MEASURED_KINDS or numeral.form == "vague":
        return False
    text, (begin, start, end) = context.text, (last.end, numeral.start, numeral.end)
    if start - begin > _FARTHEST_UNIT or may_be_year(text, numeral):
        return False
    paired = g.phrases.paired.fullmatch(text, begin, start)
    if paired is None or not text.startswith(f" {paired[1]} ", end):
        if _ENDS.match(text, end) is None:
            return False
        if g.phrases.other_subject.fullmatch(text, begin, start) is None and not _in_ellipsis(text, last, start):
            return False
    return not any(g.verbs[word] for word in WORD.findall(text[begin:start]))


_MEASURED_KINDS: Final = frozenset(("percent", "money", "quantity"))
_FARTHEST_UNIT: Final = 64  # characters between a figure with a unit and one that leaves its unit to it


def _names_forecasters(text: str, start: int, noun: tuple[int, int], g: Grammar) -> bool:
    """Return whether the noun names those who forecast a figure: "short of the 420,000 analysts had expected"."""
    return g.phrases.forecast.match(text, noun[1]) is not None and text[start - 4 : start].lower() == "the "


def _without_noun(
    context: ParseContext,
    numeral: Numeral,
    figure: Figure,
    span: tuple[int, int],
    g: Grammar,
    last: Found | None,
    *,
    hedge: bool,
) -> Sequence[Found]:
    """Read a count whose noun stands elsewhere in the sentence, or a plain number."""
    text, (start, end) = context.text, span
    if (
        numeral.form == "digits"
        and may_be_year(text, numeral)
        and not (hedge and _hedge_excludes_year(context, end, start))
    ):
        return _YEAR
    if hedge and _OVER.search(text, max(context.sentence_start, start - 12), start):
        hedge = False
    if counted := _noun_of_whole(context, end, g) or figure.noun:
        return (finish(context, "count", span, "quantity/count", replace(figure, noun=counted), hedge=hedge),)
    if (
        last
        and last.kind == "count"
        and figure.low == int(figure.low)
        and (until := _end_of_elliptic_count(context, last, start, end))
    ):
        figure = replace(figure, noun=last.figure.noun)
        return (finish(context, "count", (start, until), "quantity/count", figure, hedge=hedge),)
    if last is not None and last.figure.unit and _ends_change(context, last, start):  # "from 900 crowns to 1,150"
        return (finish(context, last.kind or "number", span, last.rule, replace(figure, unit=last.figure.unit)),)
    if figure.vague and not _counts_without_noun(context, numeral, g):
        return _VAGUE
    return (finish(context, "number", span, "quantity/number", figure, hedge=hedge),)


def _ends_change(context: ParseContext, last: Found, start: int) -> bool:
    """Return whether a figure is the end of a change whose beginning is the figure before: "from 9 euros to 12"."""
    text = context.text
    cents = context.article.grammar.money.cents.keys()
    if last.kind == "money" and not cents.isdisjoint(text[last.start : last.end].lower().split()):
        return False
    between = _TO_FIGURE.fullmatch(text, last.end, start) is not None
    return between and _FROM.search(text, context.sentence_start, last.start) is not None


_TO_FIGURE: Final = regex(r"(?:,?\s(?:a|an|per)\s\w+)?,?\sto\s(?:\w+\s){0,3}")
_FROM: Final = regex(r"\bfrom\s(?:\w+\s){0,2}$")


def _hedge_excludes_year(context: ParseContext, end: int, start: int) -> bool:
    """Return whether a hedge shows that four digits are a count: "fell below 2000", "at least 1800 died"."""
    g = context.article.grammar
    bound = hedge_before(context.text, start, context.floor, g) if not context.after_plain_word else None
    if bound is None or bound[1] in g.sets.bounds_of_time:
        return False
    following = _NEXT_WORD.match(context.text, end)
    return bound[2] != "about" or bool(following and g.verbs[following[1]]) or bool(_REFERS.match(context.text, end))


def _in_ellipsis(text: str, last: Found, start: int) -> bool:
    """Return whether only a new subject stands between two counts: "37 seats, the Greens 33"."""
    return _ELLIPSIS.fullmatch(text, last.end, start) is not None


def _end_of_elliptic_count(context: ParseContext, last: Found, start: int, end: int) -> int:
    """Return the end of a count that leaves its noun to the previous count; 0 when it does not."""
    if last.figure.noun and last.figure.noun.lower() in context.article.grammar.states:
        return 0
    if _in_ellipsis(context.text, last, start) and _ENDS.match(context.text, end):
        return end
    if context.article.grammar.phrases.participle.match(context.text, end):
        return end
    if found := _REFERS.match(context.text, end):
        return found.end() if found[0].lstrip().startswith("of") else end
    return end if _FROM_COUNT.fullmatch(context.text, last.end, start) else 0


def _noun_of_whole(context: ParseContext, end: int, g: Grammar) -> str | None:
    """Return the noun of the whole that a count is part of, or None: "nine of the 12 jurors"."""
    found = g.phrases.of_a_number.match(context.text, end, context.limit)
    whole = g.reader.at(context.text, found.end()) if found else None
    noun = noun_phrase(context.text, whole.end, context.limit, g) if whole else None
    return " ".join(context.text[noun[0] : noun[1]].split()) if noun else None


_MEASURED: Final = regex(r" (\d[\d,.]*|[a-z]+)-[a-z]+(?:-[a-z]+)*(?= )")


def _noun_after_measure(context: ParseContext, end: int, g: Grammar) -> str | None:
    """Return the noun after a compound that contains a figure itself, or None: "three 500-pound bombs"."""
    found = _MEASURED.match(context.text, end)
    if found is None or not (found[1][0].isdigit() or found[1] in g.number_words):
        return None
    noun = noun_phrase(context.text, found.end(), context.sentence_end, g)
    return " ".join(context.text[noun[0] : noun[1]].split()) if noun else None


def _read_compound(
    context: ParseContext, numeral: Numeral, high: Numeral | None, compound: re.Match[str], g: Grammar
) -> Sequence[Found]:
    """Read a number joined to a word by a hyphen: "a 10-member panel", "a 2,000-strong crowd".

    Idioms ("a six-figure sum") and names ("the 737-powered fleet") give no figure.
    """
    text, word, end = context.text, compound[1], compound.end()
    written = text[numeral.start : numeral.end]
    if word in g.idioms.compound or (high is None and written in context.article.names):
        return no_figure(end, "compound")
    figure = Figure(numeral.number, numeral.step, high.number if high else None, words=numeral.form == "words")
    start = numeral.start
    if word in g.sets.strength_words:
        noun = noun_phrase(text, end, context.limit, g) or _next_word(text, end)
        return (finish(context, "count", (start, end), "quantity/count", figure, noun=noun),)
    if word in g.function_words or (word.endswith("ed") and g.verbs[word]):
        return (finish(context, "number", (start, high.end if high else numeral.end), "quantity/number", figure),)
    return (finish(context, "count", (start, end), "quantity/count", figure, noun=compound.span(1)),)


def _next_word(text: str, end: int) -> tuple[int, int] | None:
    """Return the span of the lower-case word after a space, or None."""
    found = _NEXT_WORD.match(text, end)
    return found.span(1) if found else None


_NEXT_WORD: Final = regex(r"\s([a-z]+)\b")


def _counts_without_noun(context: ParseContext, numeral: Numeral, g: Grammar) -> bool:
    """Return whether a vague number counts without its noun: "dozens were hurt", "injured dozens"."""
    text, end = context.text, numeral.end
    previous = context.before[-1] if context.before else ""
    if text.endswith(" of", 0, end):
        return False
    if (
        g.phrases.participle.match(text, end)
        or g.phrases.more.match(text, end)
        or previous in g.states
        or g.verbs[previous]
        or previous.lower() in g.sets.toll_verbs
    ):
        return True
    return numeral.start != context.pos and text[end : end + 1] in (" ", ",", ".", "")


def _with_previous_noun(found: Found, last: Found | None, g: Grammar) -> Found:
    """Return the count with the noun of the previous count: "seven people were killed and nine injured"."""
    noun = found.figure.noun
    if noun is None or noun.lower() not in g.states or last is None or last.figure.noun is None:
        return found
    if last.figure.noun.lower() in g.states:
        return found
    return found.with_figure(replace(found.figure, noun=last.figure.noun, verb=noun.lower()))


def _is_whole_of_part(text: str, start: int, g: Grammar) -> bool:
    """Return whether the number is the whole of which a part was counted before it: "23 of the 300 on board"."""
    found = g.phrases.part_of.search(text, max(0, start - 24), start)
    return found is not None and (found[1].isdigit() or found[1].lower() in g.number_words)


def _is_name(context: ParseContext, numeral: Numeral, noun: tuple[int, int] | None, g: Grammar) -> bool:
    """Return whether a plain number names a model, an index or a title, by its neighbours or the rest of the text."""
    text, start = context.text, numeral.start
    written = text[start : numeral.end]
    if context.before and is_digit_for_word(text, start, numeral.end, context.before[-1], g):
        return True
    if not written.isdigit() and (len(written) != 3 or written[1] != "."):
        return False
    if written.isdigit() and 2 < len(written) < 5 and written in context.article.names:
        return True
    if noun is not None or (not context.after_plain_word and hedge_before(text, start, context.floor, g)):
        return False
    if follows_a_singular_noun(text, start, context.floor, g) and numeral.number < 10000:
        return True
    return follows_a_name(text, start, context.sentence_start, g) or (
        numeral.number >= 13
        and follows_a_determiner(text, start, context.floor, g)
        and not counts_after_determiner(text, numeral.end, g)
        and not _is_whole_of_part(text, start, g)
    )
