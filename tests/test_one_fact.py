"""A value contradicted by a source that tells of it in other words, and what looks alike and is another fact."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import pipeline
from factcheck.model import Document, Severity
from factcheck.ruleset import load_rules

DAY = date(2024, 3, 14)


def errors(draft: str, source: str) -> list[str]:
    """The claims of a draft that a source contradicts, as written."""
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("source", source))]
    report = pipeline.check(documents[:1], documents[1:], load_rules())
    return [draft[each.start : each.end] for each in report.findings if each.severity is Severity.error]


TOLD_OTHERWISE = [
    ("The new Empire cinema holds 780.", "The Empire has seats for 870 people, its manager said.", "780"),
    (
        "The Corvell Bridge, completed in 1958, rusts.",
        "Engineers fear for the Corvell Bridge. It was finished in 1985.",
        "1958",
    ),
    (
        "The Halvey Brewery, founded in 1898, was sold.",
        "A rival bought the Halvey Brewery. The brewery was established in 1889.",
        "1898",
    ),
    ("The club, set up in 2005, is broke.", "Notes from the club. It was set up in 2015 by a nurse.", "2005"),
    (
        "Fourteen people lost their lives when the ferry Aurelia sank.",
        "The sinking of the ferry Aurelia cost 41 lives.",
        "Fourteen people",
    ),
    (
        "The firm, with 2,300 employees, cut its dividend.",
        "The firm, which employs 3,200 people, will pay a dividend.",
        "2,300 employees",
    ),
    (
        "More than half of the teachers want to leave.",
        "In the survey 44 percent of the teachers said they wanted to leave.",
        "More than half of the teachers",
    ),
    ("Unemployment in the province stands at 9 percent.", "The province has a jobless rate of 6 percent.", "9 percent"),
    ("The plan was opposed by 12 councillors.", "Twenty-one councillors voted against the plan.", "12 councillors"),
    ("The museum opens its doors on 17 July.", "The museum will open to the public on 27 July.", "17 July"),
    ("The actress Dorothea Vane has died aged 91.", "Dorothea Vane, the actress, died at 94 in her sleep.", "aged 91"),
]


@pytest.mark.parametrize(("draft", "source", "wrong"), TOLD_OTHERWISE)
def test_value_told_otherwise_in_other_words_is_an_error(draft, source, wrong):
    assert errors(draft, source) == [wrong]


@pytest.mark.parametrize(
    ("draft", "source", "wrong"),
    [
        ("Monitors counted 130 explosions.", "The mission recorded 310 explosions on 12 March.", "130 explosions"),
        (
            "He put the loss in fares at 7.6 million kroner.",
            "He estimated lost fares at 6.7 million kroner.",
            "7.6 million kroner",
        ),
        (
            "They were registered there on 3 November 2021, when a heater burnt.",
            "The fire broke out on 3 November 2022 when a heater set a bed alight.",
            "3 November 2021",
        ),
        (
            "Marsha Quill has been Labour MP for Hexley since 2005.",
            "Marsha Quill was first elected MP for Hexley in 2015.",
            "since 2005",
        ),
        ("The opera house seats 2,300.", "There is room for 1,800 people in the opera house.", "2,300"),
    ],
)
def test_slip_of_the_digits_is_an_error_in_other_words(draft, source, wrong):
    assert errors(draft, source) == [wrong]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "He put the loss in fares at 7.6 million kroner.",
            "The town estimated the cost of repairs at 6.7 million kroner.",
        ),
        ("Fishermen saved 121.", "Of 112 people in the hall nobody was hurt."),
        ("They were registered there on 3 November 2021.", "The mayor was sworn in on 3 November 2022."),
        ("Marsha Quill has led the agency since 2011.", "Marsha Quill joined the agency as a clerk in 2001."),
        ("Monitors counted 130 explosions.", "In the war of 1991 the mission recorded 310 explosions."),
    ],
)
def test_values_that_look_like_a_slip_are_no_error(draft, source):
    assert errors(draft, source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The new Empire cinema holds 780.", "The Empire's rival, the Rex, has seats for 870 people."),
        (
            "The Corvell Bridge, completed in 1958, rusts.",
            "Engineers fear for the Corvell Bridge. Its footway was finished in 1985.",
        ),
        (
            "The Halvey Brewery, founded in 1898, was sold.",
            "A rival, Orme Ales, bought the Halvey Brewery in May; Orme was established in 1989.",
        ),
        ("The club, set up in 2005, is broke.", "The club owes money. Its host, an orchestra, was set up in 2015."),
        (
            "Fourteen people lost their lives when the ferry Aurelia sank.",
            "The fire in the nightclub cost 41 lives; the ferry Aurelia had sunk before.",
        ),
        ("The firm, with 2,300 employees, cut its dividend.", "The firm will shut a mill, which employs 320 people."),
        (
            "More than half of the teachers want to leave.",
            "In the survey 44 percent of the nurses said they wanted to leave.",
        ),
        (
            "Unemployment in the province stands at 9 percent.",
            "The country as a whole has a jobless rate of 6 percent.",
        ),
        ("The plan was opposed by 12 councillors.", "Twenty-one councillors voted for the plan."),
        ("The museum opens its doors on 17 July.", "The museum's cafe will open to the public on 27 July."),
        ("About two-thirds of members backed the strike.", "A year ago, a strike was backed by 51 percent of members."),
        ("Built for 220 patients, the hall opened in May.", "The hall had to take in 341 patients on Thursday night."),
        ("The truck comes with a Turbo 6 motor.", "The truck comes with two motors."),
        ("The report runs to 310 pages.", "The report has 310 pages. Its summary is 13 pages long."),
        ("Orme pays 334 million, 281 million of it in cash.", "For the mill the firm Orme will hand over 334 million."),
    ],
)
def test_value_of_another_fact_is_no_error(draft, source):
    assert errors(draft, source) == []


def test_value_that_the_source_gives_as_well_is_no_error():
    source = "The stampede at the shrine killed 28 people, and not 31: three bodies had been counted twice."
    assert errors("The stampede at the shrine killed 28 people.", source) == []
