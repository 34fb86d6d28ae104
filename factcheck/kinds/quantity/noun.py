"""The counted noun phrase behind a figure, and the clause that says what was counted."""

from __future__ import annotations

import re

from factcheck.kinds.quantity.grammar import Grammar

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-[\w'’]+)*\.?(?:[^\W\d_]\.)*")
_GAP = re.compile(r"[ \u00a0\n]|\s*,\s(?=[a-z]+\s[a-z]+s\b)")
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+|those\s+|these\s+|all\s+)?", re.IGNORECASE)
_LONGEST = 6


def noun_phrase(text: str, at: int, limit: int, g: Grammar, *, many: bool = True) -> tuple[int, int] | None:
    """The span of the noun phrase that starts behind `at`, up to its head: "immigration enforcement agents".

    The head is the first word that looks like a plural (`many`), or the last before a function word. No part-of-speech
    tagger: endings and the lists of nouns.toml decide.
    """
    start = at
    if of := _OF.match(text, at):
        start = of.end()
    elif text[at : at + 1] in (" ", "\u00a0", "-"):
        start = at + 1
    if start == at or start >= limit:
        return None
    end, pos, count = 0, start, 0
    while count < _LONGEST and pos < limit and (word := _WORD.match(text, pos)):
        token = word[0]
        stop = _stops(token, g, first=count == 0)
        if stop:
            break
        count += 1
        end = word.end() - (1 if token.endswith(".") and not token[:-1].isupper() else 0)
        head = many and _is_head(token, g)
        if (head and not _goes_on(text, word.end(), g)) or token.endswith("."):
            return (start, end) if head else _loose(start, end, count, many=many)
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        pos = gap.end()
    return _loose(start, end, count, many=many)


def _loose(start: int, end: int, count: int, *, many: bool) -> tuple[int, int] | None:
    """A phrase whose head did not look like a plural: kept only when it is short, or the number is one."""
    if end and not many and count <= 3:
        return start, end
    return None


def _stops(token: str, g: Grammar, *, first: bool) -> bool:
    word = token.lower().rstrip(".")
    if word in g.number_words or word.partition("-")[0] in g.number_words:
        return True
    if word in g.function_words or (word in g.past_verbs and word not in g.plural_nouns):
        return not (first and word in ("other", "others", "more", "new", "additional", "further", "such"))
    return False


def _is_head(token: str, g: Grammar) -> bool:
    word = token.lower().rstrip(".")
    if word in g.not_nouns:
        return False
    if word in g.plural_nouns or (word in g.nationalities and word.endswith(("s", "ese", "ish", "ch"))):
        return True
    last = word.rsplit("-", 1)[-1]
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))) or last in g.plural_nouns


def _goes_on(text: str, at: int, g: Grammar) -> bool:
    """Whether a plural is only the first part of a compound: "sales managers", "women soldiers"."""
    if text[at : at + 1] != " ":
        return False
    word = _WORD.match(text, at + 1)
    if word is None or _stops(word[0], g, first=False):
        return False
    token = word[0].lower()
    return token in g.person_nouns and _is_head(token, g)
