"""The words of a text, cut out in one cheap pass, for the rooms that look for triggers among them."""

from __future__ import annotations

from typing import Final, final

NINE: Final = 0x39  # no letter comes before the figures

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_ASCII: Final = bytes(range(128))
# Capitals become small letters, and what is no letter or figure a blank; the second tells only the sorts apart.
_SMALL: Final = bytes(code if chr(code) in _LETTERS + _DIGITS else 0x20 for code in bytes(range(256)).lower())
_SORTS: Final = bytes.maketrans((_LETTERS + _DIGITS).encode(), b"a" * 26 + b"0" * 10)


@final
class Words:
    """The words of a text in small letters, and those among them that may wake a rule.

    `pieces` are the runs of a to z and 0 to 9; whatever else stands there parts two of them, and two parts side by side
    have an empty piece between them. `triggered` are the places of pieces that are triggers or hold a
    figure, `starts` where in the text these stand. `mixed`: in some a figure stands behind a letter. `beyond` are the
    characters beyond ASCII.
    """

    def __init__(self, text: str, triggers: frozenset[str]) -> None:
        low = text.encode("ascii", "replace").translate(_SMALL)
        pieces = low.decode("ascii").split(" ")
        mixed = b"a0" in low.translate(_SORTS)
        triggered: list[int] = []
        starts: list[int] = []
        at = 0
        for index, piece in enumerate(pieces):
            if piece and (ord(piece[0]) <= NINE or piece in triggers or (mixed and not piece.isalpha())):
                triggered.append(index)
                starts.append(at)
            at += len(piece) + 1  # a part is one character
        self.pieces = pieces
        self.triggered = triggered
        self.starts = starts
        self.mixed = mixed
        self.beyond = "" if text.isascii() else _beyond_ascii(text)


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "replace")
