"""What the finder of the room sees in a text: a figure with its surroundings, not yet an interval."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Figure(Struct, frozen=True, gc=False):
    """A figure as found. `high` is set for a range ("10 to 12"); `vague` for words that only bound it
    ("tens of thousands"). `step` is the place value of the last digit stated. `way` is the hedge's way of bounding.
    """

    low: Decimal
    step: Decimal
    high: Decimal | None = None
    vague: bool = False
    words: bool = False
    hedge: str | None = None
    way: str | None = None
    unit: str | None = None
    noun: str | None = None
    verb: str | None = None
    subject: str | None = None
    held: str | None = None
