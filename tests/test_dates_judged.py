"""Dates as `check` judges them: who did what, with which day a time begins, which toll is the newest."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Severity
from factcheck.pipeline import check, compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2021, 3, 10)


def told(draft: str, *sources: str, days: tuple[date, ...] = (DAY,), of_draft: date = DAY) -> dict[str, str]:
    """The rules of the errors and warnings by the claim at which they stand."""
    papers = [
        Document(id=f"s{number}", text=text, published=days[number % len(days)]) for number, text in enumerate(sources)
    ]
    report = check([Document(id="draft", text=draft, published=of_draft)], papers, RULES)
    return {draft[each.start : each.end]: each.rule for each in report.findings if each.severity > Severity.note}


def verdicts(draft: str, *sources: str) -> dict[str, str]:
    papers = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft, published=DAY)], papers, RULES)
    return {each.claim.text: each.verdict for each in report.judged}


@pytest.mark.parametrize(
    ("draft", "source", "rule"),
    [
        ("Roth has led the shop since 3 May 2004.", "Roth led the shop from 3 May 2011 until 2015.", "date-differs"),
        ("Roth has led the shop since 3 May 2004.", "Roth led the shop from 3 May 2004 until 2015.", "wording-altered"),
        ("The pit has been closed since May 1987.", "The pit closed in May 1994, the union said.", "date-differs"),
        ("The pit has been closed since May 1987.", "The pit closed in May 1987, the union said.", None),
        ("Ida Roth has worked here since May 1987.", "Ida Roth worked here in May 1994.", "unsupported"),
    ],
)  # fmt: skip
def test_a_start_is_compared_with_a_start(draft: str, source: str, rule: str | None) -> None:
    assert next(iter(told(draft, source).values()), None) == rule


def test_a_date_is_refuted_only_of_the_same_act_of_the_same_actor() -> None:
    closed = "The bridge at Sorn was closed on Tuesday."
    assert told(closed, "The bridge at Sorn was closed on Monday, the council said.") == {"Tuesday": "date-differs"}
    heard = "“It will hold,” engineer Ida Roth told a press conference Friday."
    assert "Friday" not in told(heard, "“It fell,” Pia Lund told a press conference Thursday. Rain came on Friday.")
    assert "date-differs" not in told(heard, "“It fell,” Pia Lund told a press conference Thursday.").values()


def test_a_weekday_of_another_act_confirms_nothing() -> None:
    draft = "On Friday, Roth sued Lund over the sale of the barge."
    assert verdicts(draft, "On Friday, divers looked at Lund's barge.")["Friday"] == "unsupported"
    assert verdicts(draft, "Roth took Lund to court on Friday.")["Friday"] == "single"


@pytest.mark.parametrize(
    ("draft", "source", "verdict"),
    [
        ("Roth sent the letter this week.", "Roth met the board on Tuesday.", "unsupported"),
        ("Roth sent the letter this week.", "Roth sent the letter on Tuesday.", "single"),
        ("Roth left her post at the end of this month.", "On Sunday Roth sold her car.", "unsupported"),
        ("The pit was shut between March 2018 and August 2020.", "The pit was sold in July 2019.", "unsupported"),
    ],
)
def test_a_day_within_a_wider_time_confirms_it_only_of_one_act(draft: str, source: str, verdict: str) -> None:
    assert list(verdicts(draft, source).values()) == [verdict]


@pytest.mark.parametrize(
    ("clock", "rule"),
    [("about a quarter past six", None), ("about seven o'clock", "date-differs"), ("6:15 p.m.", "date-differs")],
)
def test_an_approximate_time_is_about_the_clock_of_a_source(clock: str, rule: str | None) -> None:
    draft = f"The plane landed at {clock} on Tuesday evening."
    assert next(iter(told(draft, "The plane landed at 6:14 p.m. on Tuesday evening.").values()), None) == rule


def test_the_day_of_a_dateline_is_no_other_day_of_the_event() -> None:
    source = "LIPA, March 10 (CNA) - The rocket Heron rose to its orbit late at night, the agency said."
    assert told("The rocket Heron rose to its orbit on Tuesday 9 March.", source) == {"Tuesday 9 March": "unsupported"}
    source = "The rocket Heron rose to its orbit on 10 March, late at night, the agency said."
    assert told("The rocket Heron rose to its orbit on Tuesday 9 March.", source) == {"Tuesday 9 March": "date-differs"}


def test_another_act_on_the_same_weekday_is_no_second_witness() -> None:
    draft = "The legislature of Orme approved the overhaul of the harbour dues on Tuesday."
    same = "The harbour dues of Orme were approved by its legislature on Tuesday."
    other = "The governor met fishermen on Tuesday to hear of the dues, the harbour and its pilots."
    assert verdicts(draft, same, "On Tuesday the legislature approved new dues for the harbour.") == {
        "Tuesday": "agree"
    }
    assert verdicts(draft, same, other) == {"Tuesday": "single"}


def test_the_day_of_a_report_confirms_no_event() -> None:
    source = "LIPA, March 10, 2021 (CNA) - The dam at Varn burst last Friday, officials said."
    assert verdicts("The dam at Varn burst on 10 March 2021.", source) == {"10 March 2021": "differ"}


@pytest.mark.parametrize("dateline", ["LIPA, March 9 (AP) -", "LIPA, 9 March 2021 –", "Lipa, March 9, 2021:"])
def test_the_day_of_a_report_is_no_claim(dateline: str) -> None:
    source = "LIPA, 8 March 2021 – The ferry company counted 43,800 crossings in 2020."
    assert told(f"{dateline} The ferry company counted 43,800 crossings in 2020.", source) == {}
    assert told(f"{dateline} The ferry company counted 43,900 crossings in 2020.", source) == {
        "43,900 crossings": "number-differs"
    }


@pytest.mark.parametrize(
    ("stamp", "other"),
    [
        ("Published 12 June 2022", "Published 14 June 2022"),
        ("Last updated: June 3, 2021, 4:15 p.m.", "Last updated: June 2, 2021, 9:10 a.m."),
        ("By Ida Roth | First published on 8 August 2020", "Posted 9 August 2020"),
    ],
)
def test_the_day_on_which_a_text_was_published_is_no_claim(stamp: str, other: str) -> None:
    source = f"{other}\n\nThe ferry company counted 43,800 crossings in 2020."
    assert told(f"{stamp}\n\nThe ferry company counted 43,800 crossings in 2020.", source) == {}


@pytest.mark.parametrize("text", ["The novel was published {}.", "Published {} in Dublin, the novel sold well."])
def test_a_day_of_publication_in_a_sentence_is_a_claim(text: str) -> None:
    assert told(text.format("12 June 1950"), text.format("14 June 1950")) == {"12 June 1950": "date-differs"}


def test_a_weekday_within_a_year_confirms_nothing() -> None:
    draft = "In 2021 most skippers were worried about fuel."
    assert verdicts(draft, "Skippers met on the quay on Monday to talk of fuel.")["2021"] == "unsupported"
    assert verdicts(draft, "Most skippers were worried about fuel in 2021.")["2021"] == "single"
    papers = ["Half of the harbour board faces the voters this year.", "The harbour board voted on the toll on Monday."]
    documents = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(papers)]
    groups = [{claim.text for claim in each.claims} for each in compare(documents, RULES).clusters]
    assert {"this year", "Monday"} not in groups and {"Monday"} in groups


def test_a_source_that_has_the_drafts_own_day_as_well_refutes_nothing() -> None:
    source = "Roth scored in the win over Harsk on Tuesday. The win over Harsk on Wednesday was missed."
    days = date(2021, 3, 12)
    own, other = (f"Roth scored in the win over Harsk on {day}." for day in ("Wednesday", "Monday"))
    assert "date-differs" not in told(own, source, days=(days,), of_draft=days).values()
    assert told(other, source, days=(days,), of_draft=days) == {"Monday": "date-differs"}


def test_two_surveys_of_two_months_are_no_contradiction() -> None:
    source = "In the March survey 44 percent of farmers backed the levy."
    found = told("In the June survey 41 percent of farmers backed the levy.", source)
    assert set(found.values()) == {"unsupported"}
    assert told("In the June survey 44 percent of farmers backed the levy.", source) == {"June": "date-differs"}
    assert told("In the March survey 41 percent of farmers backed the levy.", source) == {
        "41 percent of farmers": "number-differs"
    }


def test_the_day_that_one_utterance_names_is_not_counted_from_two_papers() -> None:
    quoted = "“We will know more tomorrow,” fire chief Ida Roth said."
    assert told(quoted, quoted, days=(date(2021, 3, 9),)) == {}


@pytest.mark.parametrize(
    "later", ["The death toll from the mudslide rose to nine, police said.", "Nine people died in the mudslide."]
)
def test_a_toll_that_rose_supersedes(later: str) -> None:
    early = "At least four people died in the mudslide, police said."
    days = (date(2021, 3, 8), date(2021, 3, 9))
    assert told("Four people have died in the mudslide.", early, later, days=days) == {"Four people": "superseded"}
    assert told("Nine people have died in the mudslide.", early, later, days=days) == {}


def test_a_toll_that_rose_is_the_later_one_on_one_day() -> None:
    early, later = "Four people died in the mudslide.", "The death toll from the mudslide rose to nine."
    assert told("Four people have died in the mudslide.", early, later) == {"Four people": "superseded"}
    assert told("Nine people have died in the mudslide.", early, later) == {}


@pytest.mark.parametrize(
    ("draft", "source", "verdict"),
    [
        ("She has 21 days to appeal.", "She can appeal within 28 days.", "unsupported"),
        ("She can appeal within 28 days.", "She has 21 days to appeal.", "unsupported"),
        ("She has 28 days to appeal.", "She can appeal within 28 days.", "single"),
        ("She has two weeks to appeal.", "She can appeal within 14 days.", "single"),
        ("She was treasurer for more than two years.", "She was treasurer for 26 months.", "single"),
        ("She was treasurer for 26 months.", "She was treasurer for about two years.", "single"),
    ],
)
def test_a_length_within_a_bound_of_another_figure_is_not_stated(draft: str, source: str, verdict: str) -> None:
    assert list(verdicts(draft, source).values()) == [verdict]


def test_a_time_of_the_day_is_not_of_the_day_of_another_sentence() -> None:
    draft = "Divers found eight people on Sunday. The barge left Tolbeck at a quarter past five in the morning."
    one = "The barge left Tolbeck at 5:15 a.m. and sank off Halden early on Friday."
    other = "The barge had left Tolbeck at 5.45 a.m., police said."
    days = (date(2021, 3, 6), date(2021, 3, 6))
    assert "a quarter past five in the morning" not in told(draft, one, other, days=days)
    assert "a quarter past five in the morning" not in told(draft, one, days=days)
    papers = [Document(id="s", text=other, published=days[0])]
    report = check([Document(id="draft", text=draft, published=DAY)], papers, RULES)
    assert [each.message.partition(":")[0] for each in report.findings if each.rule == "date-differs"] == [
        "time differs"
    ]
