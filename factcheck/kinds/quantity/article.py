"""What the whole text says about its figures."""

from __future__ import annotations

from typing import final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.non_claims import article_dollar, named_numbers


@final
class Article:
    """A text and its own usage, worked out when a figure asks.

    `triggers` are the spans of its digits and number words; `sterling`: it speaks of sterling; `notes`: it may hold a
    list of notes, as encyclopedias print it.
    """

    def __init__(self, text: str, grammar: Grammar, triggers: list[tuple[int, int]]) -> None:
        self.text = text
        self.grammar = grammar
        self.triggers = triggers
        self.sterling = "£" in text or "sterling" in text
        self.notes = "^" in text
        self._names: frozenset[str] | None = None
        self._dollar = ""

    @property
    def names(self) -> frozenset[str]:
        """The longer numbers that the text uses as names."""
        if self._names is None:
            self._names = named_numbers(self.text, self.triggers, self.grammar)
        return self._names

    @property
    def dollar(self) -> str:
        """Which country's dollar the text counts in."""
        if not self._dollar:
            self._dollar = article_dollar(self.text, self.grammar)
        return self._dollar
