"""Fold text for comparison: case, accents, typographic marks, English spelling variants, light stems."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from factcheck.expressions import expression

WORD: Final = expression(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS: Final = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u00ad": None,
    }
)


def fold(text: str) -> str:
    """Lower case, without accents, with plain quotation marks and hyphens.

    The length may change: for comparing words, never for offsets.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", text.translate(_MARKS))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def words(text: str) -> list[str]:
    """The folded words of a text, in order; apostrophes inside a word stay ("nobody's")."""
    return WORD.findall(fold(text))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A light stem of a folded English word: plural, possessive, -ed and -ing endings off.

    Not a linguist's lemma: it only has to send the forms of one word to one string, cheaply.
    """
    if word.endswith(("'s", "s'")):
        word = word[:-2]
    if len(word) < 4:
        return word
    for ending, least, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)] + put
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y"):
        word = word[:-1] + "i"
    return word


_ENDINGS: Final[tuple[tuple[str, int, str], ...]] = (
    ("sses", 2, "ss"),
    ("ies", 2, "y"),
    ("ied", 2, "y"),
    ("ation", 4, "at"),
    ("ations", 4, "at"),
    ("ing", 3, ""),
    ("eed", 2, "ee"),
    ("ed", 3, ""),
    ("ches", 2, "ch"),
    ("shes", 2, "sh"),
    ("xes", 2, "x"),
    ("ss", 1, "ss"),
    ("us", 2, "us"),
    ("is", 2, "is"),
    ("s", 3, ""),
)
