"""Times by the clock of one event: one moment is one fact, and two times of one harm are a conflict."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Cluster, Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2015, 5, 12)  # a Tuesday


def clusters(*texts: str, published: date | None = DAY) -> list[Cluster]:
    """The clusters of dates that two or more of the reports stand in."""
    documents = [Document(id=f"s{number}", text=text, published=published) for number, text in enumerate(texts)]
    timed = [each for each in compare(documents, RULES).clusters if each.kind in ("date", "time")]
    return [each for each in timed if len({claim.document for claim in each.claims}) > 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A caller told the police of the flames at 3:33 a.m.", "At 3:33 a.m. a guest at the inn saw smoke."),
        ("The mill burned from 3:30 a.m. on, when it was set alight.", "Flames were seen at the mill at 3:30 a.m."),
        ("The shooting happened about 7:30 p.m. Saturday.", "The girl was shot around 7:15 p.m. Saturday."),
        ("The blast at the mill happened at 3:33 a.m.", "The mill was hit by a blast at 3:30 a.m."),
        ("Marsh was shot shortly after 2 p.m. on Saturday.", "The shooting happened at 2:12 p.m. Saturday."),
        ("Olin Marsh was arrested around 1:30 a.m. Saturday.", "Olin Marsh drove west about 1:30 a.m. Saturday."),
    ],
)
def test_one_moment(one: str, other: str) -> None:
    (cluster,) = clusters(one, other)
    assert cluster.verdict == "agree"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The shells hit the school at 3.45pm on Tuesday.", "An attack came on the school at about 3pm on Tuesday."),
        ("Marsh was shot at 9:40 p.m. on Saturday.", "The shooting happened at 9:10 p.m. Saturday."),
        ("The quake struck at 0737 GMT.", "The quake struck at 7:37 a.m. local time."),
    ],
)
@pytest.mark.parametrize("published", [DAY, None])
def test_two_times_of_one_harm_differ(one: str, other: str, published: date | None) -> None:
    (cluster,) = clusters(one, other, published=published)
    assert cluster.verdict == "differ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marsh was shot at 9:40 p.m. on Saturday.", "Police were called to the mill at 9:10 p.m. on Saturday."),
        ("Marsh was shot at 9:40 p.m. on Saturday.", "The first shooting happened at 9:10 p.m. on Saturday."),
        ("Marsh was shot at 9:40 p.m. on Saturday.", "A boy was stabbed at 9:10 p.m. on Saturday."),
        ("Marsh was shot at 9:40 p.m. on Saturday.", "The shooting happened at 1:10 p.m. on Saturday."),
        ("The quake struck at 0737 GMT.", "The quake struck at 2:37 p.m. local time."),
        ("The fire was out by 6:40 a.m.", "A guest at the inn saw smoke at 6:40 a.m."),
    ],
)
def test_two_moments(one: str, other: str) -> None:
    assert [each for each in clusters(one, other) if each.verdict != "single"] == []


def test_a_report_of_two_times_contradicts_none() -> None:
    found = clusters(
        "A man was shot in Tarn at 9 p.m. on Saturday.\n\nA woman was shot on the quay at 10:30 p.m. on Saturday.",
        "The shooting happened at 9:40 p.m. on Saturday.",
    )
    assert "differ" not in {each.verdict for each in found}


def test_the_weekday_of_an_undated_report_is_that_of_the_others() -> None:
    documents = [
        Document(id="s0", text="The mill in Orrel burned down on Saturday.", published=DAY),
        Document(id="s1", text="A blaze destroyed the mill in Orrel on Saturday."),
        Document(id="s2", text="Fire took the mill in Orrel on 9 May 2014.", published=date(2014, 5, 20)),
    ]
    dated = [each for each in compare(documents, RULES).clusters if each.kind == "date" and len(each.claims) > 1]
    assert [{claim.document for claim in each.claims} for each in dated] == [{"s0", "s1"}]


def test_a_time_told_to_be_local_may_be_rounded_elsewhere() -> None:
    one = "Shells hit the mill in Orrel at 2:53 p.m. local time on Saturday, the guards said."
    two = "On Saturday at approximately 3:00 p.m. shells hit the mill in Orrel."
    documents = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate((one, two))]
    assert all(each.verdict != "differ" for each in compare(documents, RULES).clusters)


def test_one_time_by_the_clock_is_confirmed_on_whichever_day_each_report_is_of() -> None:
    texts = (
        ("The robbers of the museum in Harn forced its skylight at 2:50 a.m. on Sunday.", date(2026, 4, 12)),
        ("The guard of Harn's museum saw the robbers force the skylight at 2.50 a.m. and ran.", date(2026, 4, 27)),
    )
    documents = [Document(id=f"d{n}", text=text, published=day) for n, (text, day) in enumerate(texts)]
    found = next(each for each in compare(documents, RULES).clusters if each.kind == "time")
    assert [claim.text for claim in found.claims] == ["2:50 a.m. on Sunday", "2.50 a.m."]
    assert (found.verdict, found.origins) == ("agree", 2)


def test_a_time_beside_two_days_of_an_undated_report_keeps_its_clock() -> None:
    texts = (
        "A quake hit Orrel. Wednesday's quake struck at 7:48 am (2248 GMT Tuesday) just off the coast.",
        "The quake struck Orrel's coast at 7:48 a.m. and cut off the town.",
    )
    documents = [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]
    found = next(each for each in compare(documents, RULES).clusters if len(each.claims) > 1)
    assert [claim.text for claim in found.claims] == ["7:48 am", "7:48 a.m."]
    assert found.verdict == "agree"
