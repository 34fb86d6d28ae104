"""Datelines without a year: which year a source means, from what is known outside its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from factcheck.model import YEAR_OF_DRAFT, YEAR_OF_SOURCES, Document


def with_years(sources: Sequence[Document], drafts: Sequence[Document] = ()) -> list[Document]:
    """The sources; one whose dateline states no year gets its day of publication from its neighbours or the drafts.

    The neighbours are the sources that state a full day: the dateline's day is the one nearest to theirs. Without any
    it is the last such day up to the drafts'. Where neighbours, or drafts, would give two years, none is taken.
    """
    if all(source.published is not None for source in sources):
        return list(sources)
    from factcheck.kinds.timex import yearless_dateline  # slow to import: it compiles the date rules

    near = _days(sources)
    latest = _days(drafts)
    found = []
    for source in sources:
        stated = None if source.published is not None else yearless_dateline(source.text[source.body :])
        if stated is None:
            found.append(source)
            continue
        day = _only(nearest(day, stated) for day in near) if near else _only(last_before(day, stated) for day in latest)
        by = YEAR_OF_SOURCES if near else YEAR_OF_DRAFT
        found.append(source if day is None else replace(source, published=day, published_from=by))
    return found


def last_before(day: date, stated: tuple[int, int]) -> date | None:
    """The last day with a given month and day that is not after a day; None where the calendar has none nearby."""
    return max((each for each in _around(day, stated) if each <= day), default=None)


def nearest(day: date, stated: tuple[int, int]) -> date | None:
    """The day with a given month and day that is nearest to a day, the earlier one of two."""
    return min(_around(day, stated), key=lambda each: (abs(each - day), each), default=None)


def _around(day: date, stated: tuple[int, int]) -> Iterable[date]:
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            yield date(year, *stated)
        except ValueError:
            continue  # the 29th of February


def _days(documents: Iterable[Document]) -> set[date]:
    return {document.anchor for document in documents if document.anchor is not None}


def _only(days: Iterable[date | None]) -> date | None:
    """The day on which all agree."""
    found = set(days)
    return found.pop() if len(found) == 1 else None
