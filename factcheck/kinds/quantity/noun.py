"""Find the counted noun phrase after a figure."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.regex_cache import regex

# A word with the space after it, or the comma of a list of adjectives ("three young, unarmed men").
_WORD: Final = regex(r"([^\W\d_][\w'’]*(?:-[\w'’]+)*\.?(?:[^\W\d_]\.)*)([ \u00a0\n]|\s*,\s(?=[a-z]+\s[a-z]+s\b))?")
_LONGEST: Final = 6  # words in a noun phrase, up to its head
# "61 percent of those eligible": no noun follows.
_OF_THOSE: Final = regex(r"\s+of\s+(?:those|these)\s+[a-z]+(?:ed|en|ible|able|ing)\b")


def noun_phrase(text: str, at: int, limit: int, g: Grammar, *, many: bool = True) -> tuple[int, int] | None:
    """Return the span of the noun phrase that starts after `at`, up to its head: "immigration enforcement agents".

    With `many`, the head is the first word that looks like a plural; otherwise it is the last word before a function
    word, of at most three. Endings and the lists of nouns.toml decide; there is no part-of-speech tagger.
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
            joint = _end_after_joint(text, pos, limit, g) if many and count else 0
            return (start, joint) if joint else _singular_phrase(start, end, count, other, many=many)
        count += 1
        if "." in word[1][:-1] and word[2] == " " and text[word.end() : word.end() + 1].islower():
            pos = word.end()  # "U.S. troops": an abbreviated name before the noun
            continue
        behind = word.end(1)
        end = behind - 1 if kind.stopped else behind
        head = many and kind.head
        if (
            head
            and kind.opens
            and word[1].lower() == "other"
            and word[2]
            and not _is_outside_phrase(text, word.end(), g)
        ):
            # "other environmental rules": the phrase ends there only when no plural follows.
            pos, other = word.end(), end
            continue
        if kind.dotted or (head and not _is_modifier(text, behind, g)):
            return (start, end) if head else _singular_phrase(start, end, count, other, many=many)
        if word[2] is None:
            break
        pos = word.end()
    return _singular_phrase(start, end, count, other, many=many)


def _end_after_joint(text: str, at: int, limit: int, g: Grammar) -> int:
    """Return the end of the head that two modifiers share, or 0: "government and private buildings"."""
    joint = _JOINT.match(text, at)
    if joint is None or joint[1] not in g.sets.noun_joints:
        return 0
    pos = joint.end()
    for _ in range(_AFTER_JOINT):
        word = _WORD.match(text, pos, limit)
        if word is None:
            return 0
        kind = g.noun_words[word[1]]
        if kind.stops or kind.opens or kind.dotted:
            return 0
        if kind.head and not _is_modifier(text, word.end(1), g):
            return word.end(1) if pos > joint.end() else 0
        if word[2] is None:
            return 0
        pos = word.end()
    return 0


_JOINT: Final = regex(r"([a-z]+) ")
_AFTER_JOINT: Final = 3  # words behind "and" up to the head, itself included


def _is_outside_phrase(text: str, at: int, g: Grammar) -> bool:
    """Return whether no word of a noun phrase stands at an offset."""
    word = _WORD.match(text, at)
    return word is None or g.noun_words[word[1]].stops


def _singular_phrase(start: int, end: int, count: int, other: int, *, many: bool) -> tuple[int, int] | None:
    """Return a phrase without a plural head: only when it is short and the number is one.

    `other` is the end of an "other" in it, which may be the noun itself ("two other").
    """
    if other:
        return start, other
    if end and not many and count <= 3:
        return start, end
    return None


def _is_modifier(text: str, at: int, g: Grammar) -> bool:
    """Return whether a plural is only the first part of a compound: "sales managers", "women soldiers"."""
    if text[at : at + 1] != " ":
        return False
    word = _WORD.match(text, at + 1)
    if word is None:
        return False
    following = g.noun_words[word[1]]
    if following.goes_on:
        return True
    # "police stations", "women voters": a plural in -s follows one without.
    return text[at - 1] != "s" and word[1][-1] == "s" and word[1].islower() and following.head and not following.stops
