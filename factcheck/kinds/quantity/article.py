"""Properties of a whole text that decide how its figures are read."""

from __future__ import annotations

from typing import final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.kinds.quantity.non_claims import article_dollar, named_numbers


@final
class Article:
    """A text with properties that are computed when a figure first needs them.

    `triggers` are the spans of its digits and number words. `sterling` says that the text mentions sterling, so that
    "pounds" may be money. `notes` says that it may hold a list of notes as encyclopedias print them ("7. ^ memo").
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
        """The numbers of three or four digits that the text uses as names ("Boeing 737")."""
        if self._names is None:
            self._names = named_numbers(self.text, self.triggers, self.grammar)
        return self._names

    @property
    def dollar(self) -> str:
        """The code of the currency that a plain "$" means in the text."""
        if not self._dollar:
            self._dollar = article_dollar(self.text, self.grammar)
        return self._dollar
