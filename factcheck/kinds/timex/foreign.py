"""Full dates in other languages: the only ones that dateparser is asked, never prose and never without a language."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

# Only a base for the parser: with day, month and year stated, none of it shows in the date.
_BASE = datetime(2000, 1, 1)


@lru_cache(maxsize=512)
def foreign_date(written: str, language: str) -> date | None:
    """The day that a full date in a language states."""
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
