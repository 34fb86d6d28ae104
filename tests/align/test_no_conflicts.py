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


@pytest.mark.parametrize(
    ("two", "conflict"),
    [
        ("Rita Cole finished with 22 points and nine rebounds for Rovers as they won in Orrel.", False),
        ("Rita Cole finished with 22 points and 16 rebounds for Rovers as they won in Orrel.", True),
    ],
)
def test_two_counts_that_both_differ_are_of_another_match(two: str, conflict: bool) -> None:
    one = "Rita Cole finished with 25 points and 16 rebounds for Rovers as they won in Orrel."
    assert differs(one, two) is conflict


@pytest.mark.parametrize(("total", "conflict"), [("has so far lost", False), ("has lost", True)])
def test_a_count_until_now_is_of_another_scope(total: str, conflict: bool) -> None:
    one = "The army of Sudmark has lost 15 tanks in the fighting at the bridge of Orrel."
    assert differs(one, f"The army of Sudmark {total} 17 tanks in the fighting at the bridge of Orrel.") is conflict


@pytest.mark.parametrize(("word", "conflict"), [("by", False), ("at", True)])
def test_the_latest_times_of_two_reports_may_both_hold(word: str, conflict: bool) -> None:
    one = f"A fire destroyed the dairy of Palmwood on Tuesday. It was put out {word} 7 a.m. with foam."
    assert differs(one, one.replace("7 a.m. with", "6:40 a.m. with the help of")) is conflict


@pytest.mark.parametrize(("bound", "conflict"), [("less than ", False), ("", True)])
def test_a_measure_in_brackets_has_the_bound_of_the_one_before(bound: str, conflict: bool) -> None:
    one = f"The camp of Yarrow was hit by an air strike, {bound}50 km (30 miles) from the border with Sudmark."
    two = f"Nobody died in the air strike on the camp of Yarrow, {bound}25 km (15 miles) from the border with Sudmark."
    assert differs(one, two) is conflict


def test_a_report_of_an_unknown_day_has_either_age_of_a_birthday() -> None:
    texts = [f"Olin Marsh, {age}, was charged with arson in Orrel." for age in (34, 35, 35)]
    days = (DAY, LATER, None)
    documents = [
        Document(f"d{at}", text, published=day) for at, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    assert not any(each.verdict == "differ" for each in compare(documents, RULES).clusters)
    assert any(each.verdict == "differ" for each in compare([documents[0], documents[2]], RULES).clusters)


@pytest.mark.parametrize(
    ("bound", "published", "conflict"),
    [
        ("at least 70", DAY, True),
        ("at least 95", DAY, False),
        ("at least 70", NEXT, True),  # a later report that knows of fewer
    ],
)
def test_a_toll_far_beyond_a_bound_is_another_toll(bound: str, published: date, conflict: bool) -> None:
    one = "Riots broke out in Orrel after a boy was shot. About 100 people have been injured in the riots."
    two = f"Riots have wracked Orrel since a boy was shot, leaving {bound} people injured in the town."
    assert differs(one, two, published) is conflict


@pytest.mark.parametrize(("paper", "conflict"), [("Ridings Echo", False), ("Orrel Post", True)])
def test_shares_of_two_polls_are_of_two_facts(paper: str, conflict: bool) -> None:
    one = "An opinion poll for the Orrel Post found that 68 percent of voters believe the council has failed them."
    two = f"An opinion poll for the {paper} found that 83 percent of voters believe the council has failed them all."
    assert differs(one, two) is conflict


def test_two_bounds_of_a_toll_may_both_hold() -> None:
    one = "Riots broke out in Orrel after a boy was shot. More than 100 people have been injured in the riots."
    assert not differs(one, "Riots have wracked Orrel since a boy was shot, leaving at least 70 people injured there.")


def test_a_toll_that_rose_from_a_bound_is_no_conflict() -> None:
    one = "Riots have wracked Orrel since a boy was shot, leaving at least 70 people injured in the town."
    two = "Riots broke out in Orrel after a boy was shot. About 100 people have been injured in the riots."
    assert not differs(one, two, NEXT)
