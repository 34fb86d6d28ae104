"""The long forms that texts give for acronyms: "Department of Homeland Security (DHS)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.regex_cache import regex
from factcheck.text.tokens import TokenKind, Tokens

_OPENING = regex(r"\(")
_LETTERS = range(2, 8)  # of an acronym
_REACH = 16  # tokens before the parenthesis in which the long form stands
_MOST_SMALL = 2  # words such as "of" and "the" between two that have initials


def acronyms(texts: Iterable[Tokens]) -> Mapping[str, tuple[str, ...]]:
    """The words of the long form by acronym; an acronym for which the texts give two long forms is left out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for tokens in texts:
        forms = tokens.forms
        for opening in _OPENING.finditer(tokens.text):
            index = tokens.at(opening.start())
            if index + 2 >= len(forms) or forms[index].text != "(" or forms[index + 2].text != ")":
                continue
            short = forms[index + 1].text
            if not short.isupper():
                short = short.removesuffix("s")
            letters = short.isascii() and short.isalpha() and short.isupper() and len(short) in _LETTERS
            if letters and (long := _long_form(tokens, index, short)):
                found.setdefault(short, set()).add(long)
    return {short: next(iter(forms)) for short, forms in sorted(found.items()) if len(forms) == 1}


def _long_form(tokens: Tokens, end: int, short: str) -> tuple[str, ...] | None:
    """The last words before a parenthesis that begin with the letters of an acronym; small words stand between them."""
    words: list[str] = []
    left = list(short)
    skipped = 0
    for index in range(end - 1, max(-1, end - 1 - _REACH), -1):
        form = tokens.forms[index]
        if form.kind is not TokenKind.WORD:
            continue
        word = form.text
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
