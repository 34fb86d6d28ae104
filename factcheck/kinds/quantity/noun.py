"""The counted noun phrase behind a figure."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.regex_cache import regex

# A word with the blank behind it, or the comma of a list of adjectives ("three young, unarmed men").
_WORD: Final = regex(r"([^\W\d_][\w'’]*(?:-[\w'’]+)*\.?(?:[^\W\d_]\.)*)([ \u00a0\n]|\s*,\s(?=[a-z]+\s[a-z]+s\b))?")
_LONGEST: Final = 6
# "61 percent of those eligible": no noun follows.
_OF_THOSE: Final = regex(r"\s+of\s+(?:those|these)\s+[a-z]+(?:ed|en|ible|able|ing)\b")


def noun_phrase(text: str, at: int, limit: int, g: Grammar, *, many: bool = True) -> tuple[int, int] | None:
    """The span of the noun phrase that starts behind `at`, up to its head: "immigration enforcement agents".

    The head is the first word that looks like a plural (`many`), or the last before a function word. No part-of-speech
    tagger: endings and the lists of nouns.toml decide.
    """
    gap = text[at : at + 1]
    if (
        gap.isspace()
        and (text[at + 1 : at + 2] in "oOh" or text[at + 1].isspace())
        and (of := g.phrases.of.match(text, at))
    ):
        if _OF_THOSE.match(text, at):
            return None
        start = of.end()
    elif gap in (" ", "\u00a0", "-"):
        start = at + 1
    else:
        return None
    if start >= limit:
        return None
    end, pos, count, other = 0, start, 0, 0
    while count < _LONGEST and pos < limit and (word := _WORD.match(text, pos)):
        kind = g.noun_words[word[1]]
        if kind.stops and not (count == 0 and kind.opens):
            break
        count += 1
        behind = word.end(1)
        end = behind - 1 if kind.stopped else behind
        head = many and kind.head
        if head and kind.opens and word[1].lower() == "other" and word[2] and not _stops(text, word.end(), g):
            # "other environmental rules": the phrase ends there only when no plural follows.
            pos, other = word.end(), end
            continue
        if kind.dotted or (head and not _goes_on(text, behind, g)):
            return (start, end) if head else _loose(start, end, count, other, many=many)
        if word[2] is None:
            break
        pos = word.end()
    return _loose(start, end, count, other, many=many)


def _stops(text: str, at: int, g: Grammar) -> bool:
    """Whether no word of a noun phrase stands at a context."""
    word = _WORD.match(text, at)
    return word is None or g.noun_words[word[1]].stops


def _loose(start: int, end: int, count: int, other: int, *, many: bool) -> tuple[int, int] | None:
    """A phrase whose head did not look like a plural: kept only when it is short, and the number is one.

    `other` is where an "other" in it ends, which may stand alone ("two other").
    """
    if other:
        return start, other
    if end and not many and count <= 3:
        return start, end
    return None


def _goes_on(text: str, at: int, g: Grammar) -> bool:
    """Whether a plural is only the first part of a compound: "sales managers", "women soldiers"."""
    if text[at : at + 1] != " ":
        return False
    word = _WORD.match(text, at + 1)
    if word is None:
        return False
    following = g.noun_words[word[1]]
    if following.goes_on:
        return True
    # "police stations", "women voters": behind a plural without an s, one with it.
    return text[at - 1] != "s" and word[1][-1] == "s" and word[1].islower() and following.head and not following.stops
