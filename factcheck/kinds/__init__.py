"""The rooms of the kinds of claim, in the order in which they read a text: earlier rooms reserve their spans."""

from functools import lru_cache

from factcheck.kinds.quantity import QUANTITY
from factcheck.kinds.quotation import QUOTATION
from factcheck.kinds.room import Room
from factcheck.kinds.timex import TIMEX
from factcheck.model import NUMBER_KINDS, TIME_KINDS
from factcheck.ruleset import Ruleset

KINDS: tuple[Room, ...] = (TIMEX, QUANTITY, QUOTATION)

__all__ = ["KINDS", "room_of", "trigger_words"]


@lru_cache(maxsize=8)
def trigger_words(ruleset: Ruleset) -> frozenset[str]:
    """Return the trigger words of all rooms that have rules."""
    return frozenset[str]().union(*(room.triggers(ruleset) for room in KINDS if room.name in ruleset.rooms))


def room_of(kind: str) -> Room:
    """Return the room that reads and compares claims of a kind."""
    if kind in TIME_KINDS:
        return TIMEX
    return QUANTITY if kind in NUMBER_KINDS else QUOTATION
