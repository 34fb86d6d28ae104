"""The long forms that texts give for acronyms: "Department of Homeland Security (DHS)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.expressions import expression

_MARKED = expression(r"\(([A-Z]{2,7})s?\)")
_WORD = expression(r"[A-Za-z][\w&'’-]*")
_REACH = 90  # code points before the parenthesis in which the long form stands
_MOST_SMALL = 2  # words such as "of" and "the" between two that have initials


def acronyms(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The words of the long form by acronym; an acronym for which the texts give two long forms is left out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for text in texts:
        for match in _MARKED.finditer(text):
            if long := _long_form(text[max(0, match.start() - _REACH) : match.start()], match[1]):
                found.setdefault(match[1], set()).add(long)
    return {short: next(iter(forms)) for short, forms in sorted(found.items()) if len(forms) == 1}


def _long_form(before: str, short: str) -> tuple[str, ...] | None:
    """The last words before a parenthesis that begin with the letters of an acronym; small words stand between them."""
    words: list[str] = []
    left = list(short)
    skipped = 0
    for word in reversed(_WORD.findall(before)):
        if word[0].upper() == left[-1] and (word[0].isupper() or not words):
            words.append(word)
            left.pop()
            skipped = 0
            if not left:
                return tuple(reversed(words))
        elif word.islower() and words:
            skipped += 1
            if skipped > _MOST_SMALL:
                return None
        else:
            return None
    return None
