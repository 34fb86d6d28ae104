"""Fold text for comparison: lower case, no accents, plain quotation marks and hyphens."""

from __future__ import annotations

import unicodedata
from typing import Final

from factcheck.regex_cache import regex

WORD: Final = regex(r"[^\W_]+(?:['’][^\W_]+)*")
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
        "\u200b": None,
        "\u200c": None,
        "\u2060": None,
        "\ufeff": None,
    }
)


def fold(text: str) -> str:
    """Lower case, without accents, with plain quotation marks and hyphens.

    The length may change, so offsets in the result do not apply to the text.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = text.translate(_MARKS)
    if plain.isascii():  # most texts have typographic marks and no other letters
        return plain.lower()
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def words(text: str) -> list[str]:
    """The folded words of a text, in order; apostrophes inside a word stay ("nobody's")."""
    return WORD.findall(fold(text))
