"""Full dates with month names of other languages, read by dateparser.

dateparser sees only a matched date and its language, never prose: it would find dates in ordinary words.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

# The parser wants a base date; since day, month and year are required, it never affects the result.
_BASE = datetime(2000, 1, 1)


@lru_cache(maxsize=512)
def foreign_date(written: str, language: str) -> date | None:
    """The date that a full date in a language states; None where dateparser cannot read it."""
    import dateparser

    found = dateparser.parse(
        written,
        languages=[language],
        settings={
            "RELATIVE_BASE": _BASE,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
            "TIMEZONE": "UTC",
        },
    )
    return found.date() if found else None
