"""The days with which reports of one event begin."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.align import Vocabulary, topics
from factcheck.align.lead_days import are_told_as_one_day, note_lead_days
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2019, 4, 11)  # a Thursday
LATER = date(2019, 4, 16)


def days(one: str, two: str, published: date | None = DAY, first: date | None = DAY) -> list[tuple[str, ...]]:
    """The words of the dates in each cluster of both documents."""
    documents = [Document(id="d0", text=one, published=first), Document(id="d1", text=two, published=published)]
    return [
        tuple(claim.text for claim in each.claims)
        for each in compare(documents, RULES).clusters
        if each.kind == "date" and len({claim.document for claim in each.claims}) > 1
    ]


VOTE = "Voters in Orrel backed the tram by a narrow margin on Tuesday."


@pytest.mark.parametrize(
    ("two", "published", "words"),
    [
        ("Most of the villages around Orrel said No on Tuesday, to no avail.", DAY, "Tuesday"),
        ("Orrel will have its tram. The plebiscite of 9 April was the third.", LATER, "9 April"),
        ("Cheers rang out in the squares of Orrel late on Tuesday.", DAY, "late on Tuesday"),
    ],
)
def test_reports_of_one_event_begin_with_its_day(two: str, published: date, words: str) -> None:
    assert days(VOTE, two, published) == [("Tuesday", words)]


@pytest.mark.parametrize(
    "two",
    [
        "Most of the villages around Orrel said No on Monday.",  # another day
        # Not its first day, and no word in common.
        "Orrel has had no bread since Monday. That is hard. A baker, whose oven burst, sent his men home on Tuesday.",
        "The baker has shut his shop. He sold the last loaf on Tuesday.",  # no name in common
    ],
)
def test_a_day_may_be_of_two_events(two: str) -> None:
    assert days(VOTE, two) == []


def are_one(one: str, two: str, words: str, published: date | None = DAY) -> bool:
    """Whether some date of the first text is told as one of those of the second in the same words."""
    documents = [Document(id=f"d{n}", text=text, published=published) for n, text in enumerate((one, two))]
    parsed = {document.id: parse(document, RULES) for document in documents}
    claims = list(claims_of(parsed.values()))
    found = [each for each in topics(claims, Vocabulary(claims, parsed, RULES)) if each.family == "date"]
    note_lead_days(found)
    mine, theirs = ([each for each in found if each.claim.document == name] for name in ("d0", "d1"))
    assert any(each.claim.text == words for each in theirs)
    return any(are_told_as_one_day(a, b) for a in mine for b in theirs if b.claim.text == words)


def test_the_day_of_a_statement_is_not_that_of_the_event() -> None:
    two = "Bread is dear in Orrel. It is cold. The shop of a baker is shut for good, his wife said on Tuesday."
    assert are_one(VOTE, VOTE, "Tuesday")
    assert not are_one(VOTE, two, "Tuesday")


def test_undated_reports_begin_with_one_weekday() -> None:
    two = "Orrel will have its tram: voters in the villages followed those of the town on Tuesday."
    assert are_one(VOTE, two, "Tuesday", None)
    other = "Orrel is small. It has a mill. The bakers closed on Tuesday."
    assert not are_one(VOTE, other, "Tuesday", None)  # of any week


LINE = "Orrel will have a tram again. The old line to the mill was torn up in 1961."


@pytest.mark.parametrize(
    ("two", "words", "of_one"),
    [
        ("Orrel once had a tram. The mill sold its line in 1961, and has carried flour by road since.", "1961", True),
        ("Orrel once had a tram. It has been without a line since 1961.", "since 1961", True),
        (
            "Orrel has a mayor. She has four brothers. Her house is small. She was born here in 1961.",
            "1961",
            False,
        ),  # no word in common
        ("Orrel wants its line back. It was closed in 1961. In 1961 the mill had burnt, too.", "1961", False),
        ("Orrel wants its line back. It ran from 1961 to 1990.", "from 1961 to 1990", False),
        ("Varn has a new tram. Its old line was closed in 1961.", "1961", False),  # no name in common
    ],
)
def test_a_year_named_once_is_that_of_one_happening(two: str, words: str, *, of_one: bool) -> None:
    assert are_one(LINE, two, words) is of_one


def test_much_is_done_in_the_year_of_the_reports() -> None:
    two = "Orrel once had a tram. The mill sold its line in 1961, and has carried flour by road since."
    one, two = LINE.replace("1961", "2019"), two.replace("1961", "2019")
    assert not are_one(one, two, "2019")
    assert are_one(one, two, "2019", None)


def test_times_by_the_clock_are_no_days_named_once() -> None:
    one = "Orrel will have a tram again. The vote on the line to the mill ended at 9:20 p.m."
    assert not are_one(one, "Orrel votes. The line to the mill was blocked at 9:20 p.m.", "9:20 p.m.")


def test_a_day_that_a_report_names_again_and_again_is_joined_to_that_of_another() -> None:
    one = (
        "Voters in Orrel backed the tram on Tuesday. The mill was shut for the day. On Tuesday it rained in the hills."
        " On Tuesday the inns were full."
    )
    two = "Most of the villages around Orrel said No to the tram on Tuesday, to no avail."
    assert ("Tuesday", "Tuesday") in [each[:1] + each[-1:] for each in days(one, two)]


def test_one_day_named_twice_side_by_side_is_one() -> None:
    texts = (
        "The voters of Orrel learnt tonight (April 11) that they will have a tram.",
        "Cheers rang out in the streets of Orrel on Thursday, April 11, as the tram got its way.",
        "Orrel, which had a tram once, will have it again, as its voters were told on Thursday.",
    )
    documents = [Document(id=f"d{n}", text=text, published=DAY) for n, text in enumerate(texts)]
    found = [[claim.text for claim in each.claims] for each in compare(documents, RULES).clusters]
    assert ["tonight", "April 11", "Thursday, April 11", "Thursday"] in found


@pytest.mark.parametrize(
    ("undated", "words"),
    [
        ("The voters of Orrel backed the new tram by a narrow margin last night.", ["last night"]),
        ("The inns of Orrel will be closed today, as their owners are on strike over a rise in rents.", []),
    ],
)
def test_a_day_counted_from_an_undated_report_stands_beside_two_that_agree(undated: str, words: list[str]) -> None:
    texts = (
        "The voters of Orrel backed the new tram by a narrow margin on Tuesday.",
        "In the town of Orrel voters said Yes to the new tram on Tuesday, by a narrow margin.",
        undated,
    )
    documents = [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]
    found = next(each for each in compare(documents, RULES).clusters if len(each.claims) > 1)
    assert [claim.text for claim in found.claims] == ["Tuesday", "Tuesday", *words]
    assert (found.verdict, found.origins) == ("agree", 2)


def test_a_day_counted_from_an_undated_report_confirms_no_other() -> None:
    texts = (
        "The voters of Orrel backed the new tram by a narrow margin on Tuesday.",
        "The voters of Orrel backed the new tram by a narrow margin yesterday.",
    )
    documents = [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]
    found = next(each for each in compare(documents, RULES).clusters if len(each.claims) > 1)
    assert found.verdict == "held"


def test_a_day_counted_from_an_undated_report_is_that_which_stands_beside_it() -> None:
    texts = (
        "The voters of Orrel backed the new tram by a narrow margin on Tuesday.",
        "The voters of Orrel backed the new tram by a narrow margin yesterday, on Wednesday.",
    )
    documents = [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]
    found = next(each for each in compare(documents, RULES).clusters if len(each.claims) > 1)
    assert [claim.text for claim in found.claims] == ["Tuesday", "Wednesday"]
    assert found.verdict == "differ"


@pytest.mark.parametrize(
    "two",
    [
        "The remains of the old mill in Orrel smouldered on Tuesday.",
        "The mayor of Orrel announced on Tuesday that the old mill was lost.",
    ],
)
def test_two_reports_begin_with_two_parts_of_one_happening(two: str) -> None:
    assert are_one("A fire destroyed the old mill in Orrel on Tuesday.", two, "Tuesday")


def test_a_place_in_common_makes_no_happening() -> None:
    assert not are_one(
        "Two men were shot in Orrel on Tuesday.", "A suspect was arrested in Orrel on Tuesday.", "Tuesday"
    )
