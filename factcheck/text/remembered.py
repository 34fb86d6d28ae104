"""What is worked out of a word once, and looked up from then on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
_MOST = 50_000


class Remembered(dict[str, Found]):
    """Word → what a function makes of it, worked out when the word is first asked for.

    Texts bring ever new words: where too many are remembered, all are forgotten.
    """

    def __init__(self, work_out: Callable[[str], Found]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Found:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._work_out(word)
        return found
