"""What the finder of the room sees in a text: a figure with its surroundings, not yet an interval."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import final


@final
@dataclass(eq=False)
class Figure:
    """A figure as found. `high` is set for a range ("10 to 12"); `vague` for words that only bound it
    ("tens of thousands"). `step` is the context value of the last digit stated. `way` is the hedge's way of bounding.
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


def replace(  # noqa: PLR0913, PLR0917 - one argument for each field that is ever replaced
    figure: Figure,
    low: Decimal | None = None,
    high: Decimal | None = None,
    hedge: str | None = None,
    way: str | None = None,
    unit: str | None = None,
    noun: str | None = None,
    verb: str | None = None,
) -> Figure:
    """The figure with what is given in context of its own."""
    return Figure(
        figure.low if low is None else low,
        figure.step,
        figure.high if high is None else high,
        figure.vague,
        figure.words,
        figure.hedge if hedge is None else hedge,
        figure.way if way is None else way,
        figure.unit if unit is None else unit,
        figure.noun if noun is None else noun,
        figure.verb if verb is None else verb,
        figure.subject,
        figure.held,
    )
