"""Which sources count as witnesses of a claim, so that two of them agree."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Judged
from factcheck.pipeline import check
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2021, 3, 12)  # a Friday


def judged(draft: str, on: str, *sources: str) -> Judged:
    written = Document(id="draft", text=draft, published=DAY)
    papers = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(sources)]
    report = check([written], papers, RULES)
    return next(each for each in report.judged if each.claim.text == on)


ROLL = "The yard at Skarn sent 6,000 riflemen to the strait, the admiral wrote in his letters."


@pytest.mark.parametrize(
    ("draft", "on", "other", "verdict"),
    [
        ("The yard at Skarn sent 6,000 riflemen to the strait.", "6,000", "the yard of Skarn has sent 6,000", "agree"),
        (
            "The yard at Skarn sent 6,000 riflemen to the strait.",
            "6,000",
            "the yard of Skarn has sent more than 6,000",
            "single",
        ),
        (
            "The yard at Skarn sent about 6,000 riflemen to the strait.",
            "about 6,000",
            "the yard of Skarn has sent between 5,700 and 6,200",
            "single",
        ),
    ],
)
def test_a_bound_or_a_range_is_no_witness_of_a_figure(draft: str, on: str, other: str, verdict: str) -> None:
    assert judged(draft, on, ROLL, f"To the strait {other} riflemen, Ida Roth found.").verdict == verdict


@pytest.mark.parametrize(("year", "verdict"), [("2008", "agree"), ("2006", "single")])
def test_a_figure_of_another_year_is_no_witness(year: str, verdict: str) -> None:
    draft = "In 2008 the yard sent 6,000 riflemen to the strait."
    same = "It was in 2008 that 6,000 riflemen were sent to the strait by the yard."
    other = f"The yard sent 6,000 riflemen to the strait in {year}, Ida Roth found."
    assert judged(draft, "6,000", same, other).verdict == verdict


def test_one_word_in_quotation_marks_is_said_by_many() -> None:
    draft = "Critics at the fair called the plan a question of “faith” and left."
    sermon = "“There is a tendency in all of us that can distort our faith and our hope,” the dean said."
    letter = "“Nobody of good faith would sell the meadow to a stranger,” Ida Roth wrote to the council."
    assert judged(draft, "faith", sermon, letter).verdict != "agree"


def test_a_month_counted_from_the_day_needs_the_same_act() -> None:
    draft = "The senate issued its first veto last month."
    veto = "The first veto of the senate was issued last month."
    assert judged(draft, "last month", veto, "The senate issued a veto in February.").verdict == "agree"
    assert judged(draft, "last month", veto, "A bill on herring passed in February.").verdict == "single"


@pytest.mark.parametrize(("part", "verdict"), [("morning", "single"), ("afternoon", "differ")])
def test_parts_of_one_day_are_two_times(part: str, verdict: str) -> None:
    draft = "Police found the stolen barge early on Thursday morning."
    assert judged(draft, "early on Thursday morning", f"Police found the barge on Thursday {part}.").verdict == verdict


def test_a_weekday_of_another_week_states_no_date() -> None:
    final = "The final is on Saturday 20 March."
    assert judged(final, "Saturday 20 March", "Rovers play the final on Saturday 20 March.").verdict == "single"
    report = "ORME, Saturday - Rovers beat Orme in the semi-final on Saturday and are in the final."
    assert judged(final, "Saturday 20 March", report).verdict == "unsupported"


def test_a_figure_told_twice_has_the_witnesses_of_the_nearer_fact() -> None:
    draft = (
        "Roth has been fixated on getting the $25 billion in a lump sum for the dyke. "
        "The Greens offered $25 billion last spring in return for a vote on herring."
    )
    sources = (
        "Roth has been fixated on getting the $25 billion in a lump sum for the dyke, aides said.",
        "Aides say Roth wants the $25 billion for the dyke in a lump sum at once.",
    )
    written = Document(id="draft", text=draft, published=DAY)
    papers = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(sources)]
    sums = [each for each in check([written], papers, RULES).judged if each.claim.kind == "money"]
    assert [each.verdict == "agree" for each in sums] == [True, False]


MARKET = "Ida Roth, the mayor of Skarn, opened the new fish market on Thursday."


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("On Thursday the new market for fish at Skarn was opened by the mayor.", "agree"),
        ("Mayor Ida Roth, who is up for election, unveiled the fish market at Skarn on Thursday.", "agree"),
        ("On Thursday Ida Roth, the mayor of Skarn, paid a visit to the lighthouse keepers of Orme.", "single"),
        ("Ida Roth, the mayor of Skarn, left the hospital of Orme on Thursday after a night of tests.", "single"),
        ("“Our dyke will hold,” the mayor of Skarn, Ida Roth, said on Thursday.", "single"),
        ("The mayor told the Post on Thursday that the rowers of Orme want a market of their own.", "single"),
    ],
)
def test_a_weekday_needs_the_same_act(other: str, verdict: str) -> None:
    first = "SKARN - The mayor, Ida Roth, opened Skarn's new fish market on Thursday, and the herring was free."
    assert judged(MARKET, "Thursday", first, other).verdict == verdict


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("She took the oath ahead of the 2019 Orme harbour election.", "agree"),
        ("She took the oath ahead of the 2019 herring season.", "single"),
    ],
)
def test_a_date_may_tell_which_thing_is_meant(other: str, verdict: str) -> None:
    draft = "Turnout rose by a fifth in the 2019 harbour election, when Skarn and Orme first voted together."
    first = "In the 2019 harbour election Skarn and Orme first voted together, and turnout rose by a fifth."
    assert judged(draft, "2019", first, other).verdict == verdict


def test_a_vague_number_of_another_noun_is_no_witness() -> None:
    draft = "The flood of the strait could take thousands of lives, the memo warned."
    first = "The flood could take thousands of lives at the strait, a memo warned."
    assert judged(draft, "thousands of lives", first, "The flood could take thousands of lives.").verdict == "agree"
    other = "The flood of the strait could take thousands of barges, the memo warned."
    assert judged(draft, "thousands of lives", first, other).verdict == "single"


def test_a_clock_outside_the_part_of_a_day_is_another_time() -> None:
    draft = "Ida Roth opened fire at the customs house on Tuesday afternoon, and the police found her sledge."
    first = "It was on Tuesday afternoon that Ida Roth opened fire at the customs house."
    other = "Around 2 a.m. on Tuesday the police found the sledge of Ida Roth at the customs house, they said."
    assert judged(draft, "Tuesday afternoon", first, other).verdict != "agree"


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("On Thursday Ida Roth's neighbours in Orme closed their shops during the shooting.", "agree"),
        ("On Thursday Ida Roth's neighbours in Orme closed their shops during the wedding.", "single"),
    ],
)
def test_a_happening_may_be_named_beside_another_act(other: str, verdict: str) -> None:
    draft = "Ida Roth was amazed that nobody in Orme was killed in the shooting on Thursday."
    first = "Nobody was killed at Orme in the shooting on Thursday, which amazed Ida Roth."
    assert judged(draft, "Thursday", first, other).verdict == verdict


def test_a_part_of_a_day_states_no_clock() -> None:
    draft = "Police were called to the customs house at 9:15 p.m. on Thursday."
    first = "A call reached the police at 9:15 p.m. on Thursday, from the customs house."
    assert judged(draft, "9:15 p.m. on Thursday", first, draft.replace("Police", "Watchmen")).verdict == "agree"
    other = "Watchmen were called to the customs house on Thursday night."
    assert judged(draft, "9:15 p.m. on Thursday", first, other).verdict == "single"


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("Ida Roth left the hospital of Orme on Thursday after a night of tests.", "single"),
        ("Ida Roth told the Post on Thursday that the hospital of Orme is full.", "agree"),
    ],
)
def test_what_was_said_on_a_day_is_no_act_of_it(other: str, verdict: str) -> None:
    draft = "Ida Roth said on Thursday that quotas for herring would be cut again."
    first = "Quotas for herring would again be cut, Ida Roth said on Thursday."
    assert judged(draft, "Thursday", first, other).verdict == verdict
