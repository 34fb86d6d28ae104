"""The words of a quotation under which spellings, contractions and figures compare equal."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.kinds.quotation.quote_alignment import Words
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation
from factcheck.text.folding import WORD, fold
from factcheck.text.remembered import Remembered

_INITIALS = regex(r"\b(?:[^\W\d_]\.[ ]?){2,}")
_PERCENT = regex(r"\s?%|\bper cent\b")
_AMPERSAND = regex(r"(?<=\s)&(?=\s)")
_BROKEN = regex(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[a-z])")  # a word that goes on in the next line
# What a speaker breaks off and begins again: "in the -- in the steel", "n-- no".
_BEGUN_AGAIN = regex(
    r"(?i)(?<![\w'’-])(?:((?:[\w'’]+\s){0,3}?[\w'’]+),?\s*(?:-{2,}|[–—])\s*(?=\1(?![\w'’]))"
    r"|([^\W\d_]{1,3})\s?(?:-{2,}|[–—])\s?(?=\2[^\W\d_]))"
)
_STUTTER = regex(r"(?i)(?<![\w'’-])(?:([^\W\d_])-(?=\1))+")

_SLASHED = regex(r"(?i)(?<!\w)(?:w/o|w/|b/c)(?!\w*/)")
_SIGN_BEFORE = regex(r"([$£€])\s?(\d[\d.,]*(?:\s?[^\W\d_]+)?)")
_CAPITALS = regex(r"\b[A-Z]{2}\b")
_POINT = regex(r"(?<=\d)[.:](?=\d)")  # 1.2 is one figure, 1-2 are two; 10.30 and 10:30 are one hour
_GROUP = regex(r"(?<=\d),(?=\d{3}\b)")
_SCALED = regex(r"(?<=\d)[a-z]{1,3}\b")  # 3.5m
_DIGITS = regex(r"\d+")
_SHORTEST_RESPELT = 5  # letters; shorter words are spelt in one way but for those of the list
_SHORTEST_STEM = 3  # letters before an ending that is respelt; "raise" keeps its own
_CONTRACTED = 2  # words in a contraction
_TENS = 2  # digits of a figure to which the next word adds the last one: "twenty" and "one"


@lru_cache(maxsize=1 << 14)
def folded_words(quote: str, ruleset: Ruleset) -> Words:
    """Return a quotation's words without case, accents, marks and spelling variants of English."""
    # Most quotations have none of these, and looking for a character takes a fraction of matching a pattern.
    text = quote
    if text.count(".") > 1:
        text = _INITIALS.sub(lambda match: match[0].replace(".", "").replace(" ", "") + " ", text)
    if "&" in text:
        text = _AMPERSAND.sub("and", text.replace("&amp;", "&"))
    if "\n" in text:
        text = whole_words(text)
    if "--" in text or "–" in text or "—" in text:
        text = _BEGUN_AGAIN.sub("", text)
    if "-" in text:
        text = _STUTTER.sub("", text)  # "w-we"
    if "/" in text:
        full = ruleset.words("quote_slashed")
        text = _SLASHED.sub(lambda match: f"{full[match[0].lower()]} ", text)
    if not (text.islower() or text.isupper()):
        initials, names = ruleset.words("quote_initials"), _names_with_initials(ruleset)
        text = _CAPITALS.sub(lambda match: initials.get(match[0], match[0]), text)
        text = names.sub(lambda match: match[0].replace(" ", ""), text)
    if _DIGITS.search(text) is not None:
        text = _SIGN_BEFORE.sub(lambda match: _spelt_out(match[1], match[2], ruleset), text)
    text = fold(text)
    if "%" in text or "per cent" in text:
        text = _PERCENT.sub(" percent", text)
    if _DIGITS.search(text) is not None:
        text = _GROUP.sub("", _POINT.sub("point", text))
        scales = ruleset.words("quote_scale")
        text = _SCALED.sub(lambda match: f" {scales[match[0]]}" if match[0] in scales else match[0], text)
    return tuple(_counted(WORD.findall(text), ruleset))


def whole_words(text: str) -> str:
    """Return a text with those words whole that a hyphen breaks at the end of a line."""
    return _BROKEN.sub("", text) if "-\n" in text or "- \n" in text else text


@lru_cache(maxsize=8)
def _names_with_initials(ruleset: Ruleset) -> re.Pattern[str]:
    """The names that have initials, each of which counts as one word as its initials do."""
    return regex(rf"(?i:\b{alternation(ruleset.words('quote_initials').values())}\b)")


def _spelt_out(sign: str, figure: str, ruleset: Ruleset) -> str:
    """A sum as it is said: "12 million dollars" for "$12 million"; a word behind the figure that is no scale stays."""
    digits, _, word = figure.partition(" ")
    currency = ruleset.words("quote_currency").get(sign, "")
    scales = ruleset.words("quote_scale").values()
    return f"{figure} {currency}" if not word or word.lower() in scales else f"{digits} {currency} {word}"


def _counted(words: Sequence[str], ruleset: Ruleset) -> list[str]:
    """Return the words in their usual spelling, "twenty-one" as one figure."""
    out: list[str] = []
    tens = False
    spelling = usual_spellings(ruleset)
    for word in words:
        usual = spelling[word]
        named = usual.isdigit() and not word.isdigit()
        if tens and named and len(usual) == 1 and usual != "0":
            out[-1] = out[-1][:-1] + usual
            tens = False
            continue
        out.append(usual)
        tens = named and len(usual) == _TENS and usual[-1] == "0"
    return out


@lru_cache(maxsize=8)
def usual_spellings(ruleset: Ruleset) -> Remembered[str]:
    """Return the spelling of each folded word under which the word and its variants compare equal."""
    whole, within = ruleset.words("quote_spelling"), ruleset.words("quote_spelling_our")
    by_ending = ruleset.words("quote_spelling_ending")
    # Most words have nothing that may be spelt in another way.
    variants, endings = regex(alternation(within)), tuple(by_ending)

    def respelt(word: str) -> str:
        common = whole.get(word)
        if common is not None or len(word) < _SHORTEST_RESPELT or not word.isalpha():
            return common or word
        if variants.search(word):
            for variant, usual in within.items():
                if variant in word:
                    return word.replace(variant, usual)
        if word.endswith(endings):
            for ending, usual in by_ending.items():
                if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                    return word[: -len(ending)] + usual
        return word

    return Remembered(respelt)


def letters(words: Sequence[str]) -> str:
    """Return the letters of the words without blanks and apostrophes."""
    return "".join(words).replace("'", "")


def figures(words: Sequence[str]) -> list[str]:
    """Return the runs of digits in the words: "1-2 million" and "12 million" have the same letters only."""
    return [digits for word in words for digits in _DIGITS.findall(word)]


def shown(words: Sequence[str]) -> str:
    """Return folded words as a reader may see them."""
    return regex(r"(?<=\d)point(?=\d)").sub(".", " ".join(words)).replace("is|has", "is")


def expanded(words: Sequence[str], ruleset: Ruleset) -> list[str]:
    """Return the words with contractions expanded; an ambiguous ending becomes "is|has"."""
    whole, endings = ruleset.words("quote_contraction"), ruleset.words("quote_contraction_ending")
    out: list[str] = []
    for word in words:
        if word in whole:
            out += whole[word].split()
            continue
        ending = next((e for e in endings if word.endswith(e) and len(word) > len(e)), None) if "'" in word else None
        out += [word] if ending is None else [word[: -len(ending)], endings[ending]]
    return out


def same_word(one: str, other: str) -> bool:
    """Whether two expanded words agree; an ambiguous ending agrees with each of its readings."""
    return one == other or one in other.split("|") or other in one.split("|")


def expanded_alike(first: Words, second: Words, ruleset: Ruleset) -> tuple[Words, Words]:
    """Return both wordings with those contractions expanded that one of them writes in full, as it reads there."""
    readings = {**_read_in_full(first, second, ruleset), **_read_in_full(second, first, ruleset)}
    if not readings:
        return first, second
    one, two = (tuple(part for word in words for part in readings.get(word, (word,))) for words in (first, second))
    return one, two


def _read_in_full(words: Words, other: Words, ruleset: Ruleset) -> dict[str, Words]:
    whole = ruleset.words("quote_contraction")
    contracted = [word for word in words if "'" in word or word in whole]
    if not contracted:
        return {}
    pairs = set(itertools.pairwise(other))
    found: dict[str, Words] = {}
    for word in contracted:
        parts = expanded((word,), ruleset)
        if len(parts) != _CONTRACTED:
            continue
        for reading in parts[1].split("|"):
            if (parts[0], reading) in pairs:
                found[word] = (parts[0], reading)
    return found
