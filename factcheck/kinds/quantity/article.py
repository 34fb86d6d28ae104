"""What the whole text says about its figures."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.traps import article_dollar, named_numbers


class Article(Struct, frozen=True, dict=True, weakref=True):
    """A text and its own usage, worked out when a figure asks."""

    text: str
    grammar: Grammar

    @cached_property
    def names(self) -> frozenset[str]:
        """The longer numbers that the text uses as names."""
        return named_numbers(self.text, self.grammar)

    @cached_property
    def sterling(self) -> bool:
        """Whether the text speaks of sterling."""
        return "£" in self.text or "sterling" in self.text

    @cached_property
    def notes(self) -> bool:
        """Whether the text may hold a list of notes, as encyclopedias print it."""
        return "^" in self.text

    @cached_property
    def dollar(self) -> str:
        """Which country's dollar the text counts in."""
        return article_dollar(self.text, self.grammar)
