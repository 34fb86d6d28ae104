"""Rejected readings, which `extract --explain` prints; ordinary runs do not collect them."""

from __future__ import annotations

from msgspec import Struct


class Weighed(Struct, frozen=True, order=True):
    """A possible reading of a span that was rejected.

    `by` names the rule, word list or trap (a pattern of text that is no claim); `why` is the reason for the rejection.
    """

    start: int
    end: int
    by: str
    why: str
