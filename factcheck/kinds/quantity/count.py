"""Counts with their noun, plain numbers, votes and scores."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.expressions import expression
from factcheck.kinds.quantity.figure import Figure, replace
from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.noun import noun_phrase
from factcheck.kinds.quantity.place import WORD, Found, Place, finish, like_a_year, negative, no_figure
from factcheck.kinds.quantity.share import read_one_of
from factcheck.kinds.quantity.spread import FROM
from factcheck.kinds.quantity.surround import hedge_after, hedge_before
from factcheck.kinds.quantity.traps import (
    follows_a_determiner,
    follows_a_label,
    follows_a_name,
    goes_on_as_a_count,
    stands_for_a_word,
)
from factcheck.text.numerals import Numeral

_SCORE = expression(
    r"(?:\s?[-–]\s?|\s+to\s+)(\d{1,3})(?![\w%-]|[.,]\d|\s?(?:percent|per cent|million|billion|thousand))"
)
PARTICIPLE = expression(
    r"(?:\s+(?:others?|more|were|was|are|is|have|had|been|also|still|seriously|critically|badly))*\s+([a-z]+(?:ed|en|ing)|dead|hurt|hospitali[sz]ed|missing)\b"
)


def read_score(place: Place, numeral: Numeral, g: Grammar) -> Sequence[Found]:
    """The two figures of a vote or a score; nothing when it is none."""
    text = place.text
    found = _SCORE.match(text, numeral.end)
    if found is None or numeral.number != int(numeral.number) or numeral.number > 999:
        return ()
    second = Decimal(found[1])
    near = WORD.findall(text[max(place.sentence_start, numeral.start - 60) : numeral.start].lower())
    after = WORD.findall(text[found.end() : min(found.end() + 24, place.sentence_end)].lower())
    dash = "to" not in found[0]
    about_votes = not g.sure_score_words.isdisjoint(near + after) or ("by" in near and dash)
    if second > numeral.number and not (about_votes and dash):
        return ()
    if not about_votes or (not dash and FROM.search(text[max(place.floor, numeral.start - 16) : numeral.start])):
        return no_figure(found.end()) if dash and second < numeral.number else ()
    return (
        Found("number", numeral.start, numeral.end, "quantity/score", Figure(numeral.number, Decimal(1))),
        Found("number", found.start(1), found.end(1), "quantity/score", Figure(second, Decimal(1))),
    )


def read_count(
    place: Place, numeral: Numeral, high: Numeral | None, g: Grammar, last: Found | None, *, hedge: bool = True
) -> Sequence[Found]:
    """A count with its noun, or a plain number; without `hedge` nothing around it can bound it."""
    text = place.text
    end = high.end if high else numeral.end
    vague = numeral.form == "vague"
    after = hedge_after(text, end, g) if hedge else None
    noun_from = after[0] if after else end
    noun = noun_phrase(text, noun_from, place.limit, g, many=numeral.number != 1 or numeral.scaled)
    if high is None and numeral.form == "digits" and _a_name(place, numeral, noun, g):
        return no_figure(end)
    top = high.number if high else numeral.high if vague else None
    figure = Figure(numeral.number, numeral.step, top, vague=vague, words=numeral.form == "words")
    figure, start = negative(place, figure, numeral.start)
    if noun is not None:
        if high is None and (part := read_one_of(place, numeral, noun, g)):
            return (part,)
        found = finish(place, "count", (start, end), "quantity/count", figure, noun=noun, hedge=hedge)
        return (_carried(found, last, g),)
    if numeral.form == "digits" and like_a_year(text, numeral):
        return ()
    carried = last.figure.noun if last and last.kind == "count" and PARTICIPLE.match(text, end) else None
    if carried:
        return (finish(place, "count", (start, end), "quantity/count", replace(figure, noun=carried), hedge=hedge),)
    if vague and not _alone(place, numeral, g):
        return ()
    return (finish(place, "number", (start, end), "quantity/number", figure, hedge=hedge),)


def _alone(place: Place, numeral: Numeral, g: Grammar) -> bool:
    """Whether "dozens" or "thousands" says a figure without its noun: "dozens were hurt", "injured dozens"."""
    text, end = place.text, numeral.end
    previous = place.before[-1] if place.before else ""
    if PARTICIPLE.match(text, end) or previous in g.states or g.is_verb(previous):
        return True
    return numeral.start != place.pos and text[end : end + 1] in (" ", ",", ".", "")


def _carried(found: Found, last: Found | None, g: Grammar) -> Found:
    """ "seven people were killed and nine injured": the noun of the count before carries over."""
    noun = found.figure.noun
    if noun is None or noun.lower() not in g.states or last is None or last.figure.noun is None:
        return found
    return found.reading(replace(found.figure, noun=last.figure.noun, verb=noun.lower()))


def _a_name(place: Place, numeral: Numeral, noun: tuple[int, int] | None, g: Grammar) -> bool:
    """Whether a plain number is a model, an index or a title: by its neighbours, or elsewhere in the text."""
    text, start = place.text, numeral.start
    written = text[start : numeral.end]
    if place.before and stands_for_a_word(text, start, numeral.end, place.before[-1], g):
        return True
    if not written.isdigit() and (len(written) != 3 or written[1] != "."):
        return False
    if written.isdigit() and 2 < len(written) < 5 and written in place.article.names:
        return True
    if noun is not None or (not place.plain and hedge_before(text, start, place.floor, g)):
        return False
    if follows_a_label(text, start, place.floor, g) and numeral.number < 10000:
        return True
    return follows_a_name(text, start, place.sentence_start, g) or (
        numeral.number >= 13
        and follows_a_determiner(text, start, place.floor)
        and not goes_on_as_a_count(text, numeral.end)
    )
