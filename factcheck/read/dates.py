"""Parse dates in metadata: ISO and numeric dates here, other forms by dateparser; ambiguous ones are rejected."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from factcheck.regex_cache import regex

_ISO = regex(r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})(?![\d])")
_FIGURES = regex(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_MAX_LENGTH = 80  # characters of a date; longer values are prose, on which dateparser is slow
_LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "pl"]


def day_of(value: str | None) -> date | None:
    """The calendar day as written, ignoring the time zone; None if the value is incomplete or ambiguous."""
    if not value or not any(char.isdigit() for char in value):
        return None
    iso = _ISO.match(value)
    if iso:
        return _day(int(iso[1]), int(iso[3]), int(iso[4]))
    figures = _FIGURES.match(value)
    if figures:
        return _day_of_figures(int(figures[1]), figures[2], int(figures[3]), int(figures[4]))
    return _parsed(value.strip())


def moment_of(value: str | None) -> datetime | None:
    """The day and the time of an ISO date with a time; None for midnight, which stands for a day without one."""
    if not value or _ISO.match(value) is None:
        return None
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return found if found.hour or found.minute else None


def _day_of_figures(first: int, mark: str, second: int, year: int) -> date | None:
    """The day of a numeric date; None if ambiguous: 01/02/2017, but not 23/02/2017 or 01.02.2017 (day first)."""
    if mark == "." or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _parsed(value: str) -> date | None:
    if not re.search(r"\b\d{4}\b", value) or len(value) > _MAX_LENGTH:
        return None
    from dateparser import parse  # importing it takes 50 ms, and most dates are ISO

    found = parse(
        value,
        languages=_LANGUAGES,
        settings={"RELATIVE_BASE": datetime(2000, 1, 1), "STRICT_PARSING": True, "TIMEZONE": "UTC"},
    )
    return found.date() if found and str(found.year) in value else None
