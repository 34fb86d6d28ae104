"""Values that differ and are no conflict: birthdays, free renderings, counts since a time, tolls that fall far."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY, NEXT, LATER = date(2019, 4, 11), date(2019, 4, 12), date(2019, 6, 20)


def differs(one: str, two: str, published: date = DAY) -> bool:
    documents = [Document(id="d0", text=one, published=DAY), Document(id="d1", text=two, published=published)]
    return any(each.verdict == "differ" for each in compare(documents, RULES).clusters)


@pytest.mark.parametrize(("published", "conflict"), [(NEXT, True), (LATER, False)])
def test_a_birthday_may_lie_between_two_reports(published: date, conflict: bool) -> None:
    one, two = "Olin Marsh, 34, was charged with arson in Orrel.", "Olin Marsh, 35, was charged with arson in Orrel."
    assert differs(one, two, published) is conflict


def test_a_free_rendering_is_no_altered_quotation() -> None:
    one = "“We shall rebuild the old mill and open the doors to all before the first snow,” said Edda Flint."
    assert differs(one, one.replace("mill", "bridge"))
    free = "“We shall mend the great barn and throw the gates wide to everybody before first snow,” said Edda Flint."
    assert not differs(one, free)


def test_a_count_since_a_time_is_of_another_scope() -> None:
    one = "Olin Marsh was arrested four times for theft in Orrel."
    assert differs(one, "Olin Marsh was arrested three times for theft in Orrel.")
    assert not differs(one, "Olin Marsh was arrested three times since October for theft in Orrel.")


@pytest.mark.parametrize(("count", "conflict"), [("33", True), ("11", False)])
def test_a_toll_that_falls_far_is_of_another_event(count: str, conflict: bool) -> None:
    one = "At least 35 people were wounded in a shooting in Orrel on Wednesday."
    assert differs(one, f"{count} people were wounded in a shooting in Orrel on Wednesday.", NEXT) is conflict
