"""The words of a sentence as stems with their places, and how much each weighs around a claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from math import exp
from typing import final

from factcheck.text.tokens import TokenKind, Tokens

_CLAUSE_MARKS = frozenset((",", ";", ":", "—", "–", "(", ")", "“", "”", '"', "``", "''"))
_REACH = 4.0  # words over which a context word loses most of its weight
_FLOOR = 0.05  # what the far end of a sentence still weighs
_STEP = 10  # from one word to the next; distances are whole numbers
_FUNCTION_STEP = 3  # over a function word
_JOINT_STEP = 10  # over a word that joins two clauses
_FIGURE_STEP = 30  # what stands beyond another figure belongs to that one,
_MARK_STEP = 30  # and beyond a comma to another clause
_FARTHEST = 399  # from here on a word is at the far end
_LINK_WEIGHT = 1.5  # the function word right before: "to" and "from" tell old from new
_INSIDE = 1.4  # words of the claim itself: its noun
_FIGURE = TokenKind.FIGURE
_BREAK = TokenKind.BREAK
_DECAY = [_FLOOR + (1 - _FLOOR) * exp(-step / _STEP / _REACH) for step in range(_FARTHEST + 1)]


@final
class Words:
    """A sentence as stems and figures with their places and how far they stand from its beginning (`steps`).

    `names` says which begin with a capital; `links` are the function words by their ends. `rarity` is how telling each
    is, once that is known.
    """

    def __init__(self) -> None:
        self.stems: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.steps: list[int] = []
        self.names: list[bool] = []
        self.links: dict[int, str] = {}
        self.rarity: list[float] = []


def words_of(tokens: Tokens, start: int, end: int, long: Mapping[str, tuple[str, ...]]) -> Words:
    """The words of a sentence of a text; an acronym stands for the words of its long form."""
    found = Words()
    stems, starts, ends, steps, names = found.stems, found.starts, found.ends, found.steps, found.names
    at = 0
    span = tokens.between(start, end)
    forms, offsets = tokens.forms[span.start : span.stop], tokens.starts[span.start : span.stop]
    concept_of = tokens.language.concept
    for index, form, begin in zip(span, forms, offsets, strict=True):
        if not form.lexical:
            if _parts_clauses(tokens, index):
                at += _MARK_STEP
            continue
        close = begin + form.size
        if form.text in long:
            at += _STEP
            concepts = long[form.text]
            stems += concepts
            starts += [begin] * len(concepts)
            ends += [close] * len(concepts)
            steps += [at] * len(concepts)
            names += [form.capital] * len(concepts)
            continue
        if form.kind is _FIGURE:
            at += _FIGURE_STEP
            concept = form.concept
        elif concept := concept_of[form.folded]:
            at += _STEP
        else:
            at += _JOINT_STEP if "clause_joint" in form.classes else _FUNCTION_STEP
            found.links[close] = form.folded
            continue
        stems.append(concept)
        starts.append(begin)
        ends.append(close)
        steps.append(at)
        names.append(form.capital)
    return found


def _parts_clauses(tokens: Tokens, index: int) -> bool:
    """Whether a mark or a line break parts two clauses: a comma, a bracket, a dash, a full stop before a blank."""
    form = tokens.forms[index]
    if form.kind is _BREAK or form.text in _CLAUSE_MARKS:
        return True
    blank = form.spaced or (index + 1 < len(tokens) and tokens.forms[index + 1].kind is _BREAK)
    if form.text == ".":
        return blank
    return form.text == "-" and blank and not tokens.touches(index)


def _place(words: Words, start: int, end: int) -> tuple[int, int]:
    """The first word of a span and the first word behind it, by their numbers."""
    before = bisect_right(words.ends, start)
    return before, bisect_left(words.starts, end, before)


def stems_of(words: Words, start: int, end: int, *, timed: bool) -> set[str]:
    """The stems and figures that have a weight around the claim at a span: the keys of `weights_of`."""
    before, after = _place(words, start, end)
    found = {*words.stems[:before], *words.stems[after:]}
    if not timed:
        found.update(each for each in words.stems[before:after] if each[0] != "#")
    link = words.links.get(start - 1)
    if link is not None:
        found.add("<" + link)
    return found


def weights_of(words: Words, start: int, end: int, *, timed: bool) -> dict[str, float]:
    """The stems and figures of a sentence by rarity and nearness to the claim at a span.

    The words of a date are its value and not its topic; nor are the digits of any claim.
    """
    weights: dict[str, float] = {}
    stems, steps, rarity = words.stems, words.steps, words.rarity
    before, after = _place(words, start, end)
    if before < after:
        left = steps[before] - (_FIGURE_STEP if stems[before][0] == "#" else _STEP)
        right = steps[after - 1] + _STEP
    else:
        left = steps[before - 1] if before else 0
        right = steps[after] if after < len(steps) else 0
    # One loop for each side: this is where an alignment spends most of its time.
    get = weights.get
    for found, step, rare in zip(stems[:before], steps[:before], rarity[:before], strict=True):
        away = left - step
        weight = rare * (_DECAY[away] if away <= _FARTHEST else _FLOOR)
        if weight > get(found, 0.0):
            weights[found] = weight
    if not timed:
        for found, rare in zip(stems[before:after], rarity[before:after], strict=True):
            if found[0] != "#" and rare * _INSIDE > get(found, 0.0):
                weights[found] = rare * _INSIDE
    for found, step, rare in zip(stems[after:], steps[after:], rarity[after:], strict=True):
        away = step - right
        weight = rare * (_DECAY[away] if away <= _FARTHEST else _FLOOR)
        if weight > get(found, 0.0):
            weights[found] = weight
    link = words.links.get(start - 1)
    if link is not None:
        weights["<" + link] = _LINK_WEIGHT
    return weights
