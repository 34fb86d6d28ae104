"""The year of datelines that state none."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import YEAR_OF_DRAFT, YEAR_OF_FLAG, YEAR_OF_SOURCES, Document
from factcheck.read import dated
from factcheck.read.datelines import with_years

WIRE = "KELBRIDGE, March 11 (CNA) - The bridge was shut."


def source(name: str = "wire.txt", text: str = WIRE, published: date | None = None) -> Document:
    return Document(id=name, text=text, published=published, published_from="metadata" if published else None)


@pytest.mark.parametrize(
    ("neighbour", "day"),
    [
        (date(2014, 3, 12), date(2014, 3, 11)),
        (date(2014, 3, 9), date(2014, 3, 11)),  # a source may be later than its neighbours
        (date(2015, 1, 2), date(2015, 3, 11)),
        (date(2014, 11, 2), date(2015, 3, 11)),
    ],
)
def test_the_neighbours_give_the_nearest_year(neighbour: date, day: date) -> None:
    found, _ = with_years(
        [source(), source("other.txt", "A text.", neighbour)], [source("draft", "x", date(1999, 1, 1))]
    )
    assert (found.published, found.published_from) == (day, YEAR_OF_SOURCES)


@pytest.mark.parametrize(
    ("draft", "day"),
    [
        (date(2014, 3, 11), date(2014, 3, 11)),
        (date(2014, 3, 10), date(2013, 3, 11)),
        (date(2014, 12, 31), date(2014, 3, 11)),
    ],
)
def test_the_draft_gives_the_last_such_day(draft: date, day: date) -> None:
    (found,) = with_years([source()], [source("draft", "x", draft)])
    assert (found.published, found.published_from) == (day, YEAR_OF_DRAFT)


def test_neighbours_of_two_years_give_none() -> None:
    found, *_ = with_years([source(), source("a", "x", date(2014, 3, 9)), source("b", "x", date(2009, 3, 9))])
    assert found.published is None and found.published_from is None


def test_nothing_gives_a_year_and_a_stated_day_stays() -> None:
    stated = source("a", WIRE, date(2011, 1, 1))
    assert with_years([source(), source("b", "No dateline.")]) == [source(), source("b", "No dateline.")]
    assert with_years([stated, source("b", "No dateline.")]) == [stated, source("b", "No dateline.")]


def test_the_29th_of_february_is_that_of_a_leap_year() -> None:
    leap = source(text="KELBRIDGE, Feb. 29 (CNA) - The bridge was shut.")
    assert with_years([leap], [source("draft", "x", date(2016, 3, 1))])[0].published == date(2016, 2, 29)
    assert with_years([leap], [source("draft", "x", date(2018, 3, 1))])[0].published is None


def test_the_flag_gives_the_last_such_day() -> None:
    found = dated(source(), date(2014, 3, 20))
    assert (found.published, found.published_from) == (date(2014, 3, 11), YEAR_OF_FLAG)
    assert dated(source(text="No dateline."), date(2014, 3, 20)).published_from == "flag"
