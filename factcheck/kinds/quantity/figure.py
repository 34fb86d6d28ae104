"""The figure that the finder extracts: numbers and their surroundings, not yet an interval."""

from __future__ import annotations

from decimal import Decimal
from typing import final

from factcheck.records import record


@final
@record
class Figure:
    """A figure as found in the text.

    `high` is set for a range ("10 to 12"). `vague` marks words that state only bounds ("tens of thousands"), `words` a
    number written in words. `step` is the place value of the last digit stated. `hedge` holds the words of the hedge
    and `hedge_type` its meaning ("at_least", "about"). `held` is the reason why a doubtful figure is not compared.
    """

    low: Decimal
    step: Decimal
    high: Decimal | None = None
    vague: bool = False
    words: bool = False
    hedge: str | None = None
    hedge_type: str | None = None
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
    hedge_type: str | None = None,
    unit: str | None = None,
    noun: str | None = None,
    verb: str | None = None,
) -> Figure:
    """Return the figure with the given fields replaced."""
    return Figure(
        figure.low if low is None else low,
        figure.step,
        figure.high if high is None else high,
        figure.vague,
        figure.words,
        figure.hedge if hedge is None else hedge,
        figure.hedge_type if hedge_type is None else hedge_type,
        figure.unit if unit is None else unit,
        figure.noun if noun is None else noun,
        figure.verb if verb is None else verb,
        figure.subject,
        figure.held,
    )
