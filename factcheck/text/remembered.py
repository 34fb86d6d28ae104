"""A dictionary that computes a missing value from its key and stores it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
_MAX_ENTRIES = 50_000  # bounds the memory of a long-running process, whose texts keep bringing new words


class Remembered(dict[str, Found]):
    """A cache from a word to the result of a function, computed at the first look-up of the word.

    Only `cache[word]` computes: `get` finds no more than the words asked for before. The cache is
    emptied when it holds `_MAX_ENTRIES` words.
    """

    def __init__(self, compute: Callable[[str], Found]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, word: str) -> Found:
        if len(self) >= _MAX_ENTRIES:
            self.clear()
        found = self[word] = self._compute(word)
        return found
