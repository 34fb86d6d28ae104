"""What a room looked at and did not take: for `extract --explain`, never in a run that does not ask."""

from __future__ import annotations

from msgspec import Struct


class Weighed(Struct, frozen=True, order=True):
    """A reading of some words that was not taken: the rule, word list or trap, and why it was not."""

    start: int
    end: int
    by: str
    why: str
