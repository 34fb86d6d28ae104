"""The words of a text, cut out in one cheap pass, for the rooms that look for triggers among them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, final

_LONGEST: Final = 20_000  # characters of a text whose words are kept for the next room
_KEPT: Final = 64

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_ASCII: Final = bytes(range(128))
# Capitals become small letters, and what is no letter or figure a blank; the second tells only the sorts apart.
_SMALL: Final = bytes(code if chr(code) in _LETTERS + _DIGITS else 0x20 for code in bytes(range(256)).lower())
_SORTS: Final = bytes.maketrans((_LETTERS + _DIGITS).encode(), b"a" * 26 + b"0" * 10)


@final
class Words:
    """The words of a text in small letters.

    `pieces` are the runs of a to z and 0 to 9; whatever else stands there parts two of them. With one character for
    each part they give the text's length, so that a running sum says where each stands; two parts side by side have
    an empty piece between them. `mixed`: in some a figure stands behind a letter. `beyond` are the characters beyond
    ASCII.
    """

    def __init__(self, text: str) -> None:
        low = text.encode("ascii", "replace").translate(_SMALL)
        self.pieces: list[str] = low.decode("ascii").split(" ")
        self.mixed = b"a0" in low.translate(_SORTS)
        self.beyond = "" if text.isascii() else _beyond_ascii(text)


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "replace")


def words_of(text: str) -> Words:
    """The words of a text; of the last short texts they are at hand."""
    return _kept(text) if len(text) <= _LONGEST else Words(text)


_kept = lru_cache(maxsize=_KEPT)(Words)
