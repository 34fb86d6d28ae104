"""Split a text into words in one cheap pass, so that the extractors can look for trigger words among them."""

from __future__ import annotations

from itertools import accumulate
from typing import Final, final

NINE: Final = 0x39  # ASCII code of "9": in a piece, whose characters are a to z and 0 to 9, codes up to it are digits

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_ASCII: Final = bytes(range(128))
# `_LOWER` maps bytes to lower case and everything but letters and digits to blanks. `_CLASSES` maps each letter to "a"
# and each digit to "0", so that one search finds a digit behind a letter.
_LOWER: Final = bytes(code if chr(code) in _LETTERS + _DIGITS else 0x20 for code in bytes(range(256)).lower())
_CLASSES: Final = bytes.maketrans((_LETTERS + _DIGITS).encode(), b"a" * 26 + b"0" * 10)


@final
class Words:
    """The words of a text in lower case, and the indices of those that may trigger a rule.

    `pieces` are the runs of a to z and 0 to 9; every other character separates two pieces, and two such characters in a
    row have an empty piece between them. `triggered` are the indices of the pieces that are trigger words or contain a
    digit, `starts` their offsets in the text. `mixed` is true if some piece has a digit behind a letter. `beyond` holds
    the text's characters outside ASCII.
    """

    def __init__(self, text: str, triggers: frozenset[str]) -> None:
        lower = _lower(text)
        pieces = lower.decode("ascii").split(" ")
        mixed = b"a0" in lower.translate(_CLASSES)
        triggered = [
            index
            for index, piece in enumerate(pieces)
            if piece and (piece in triggers or not piece.isalpha())  # which has a digit
        ]
        letters = list(accumulate(map(len, pieces), initial=0))  # before each piece
        starts = [letters[index] + index for index in triggered]  # a separator is one character
        self.pieces = pieces
        self.triggered = triggered
        self.starts = starts
        self.mixed = mixed
        self.beyond = "" if text.isascii() else _beyond_ascii(text)


def pieces_of(text: str) -> list[str]:
    """The pieces of a text, as in `Words`."""
    return _lower(text).decode("ascii").split(" ")


def _lower(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_LOWER)


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "replace")
