"""Any text with any date is read and compared without an error; impossible dates and figures are not read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.kinds import TIMEX
from factcheck.kinds.timex.days import OffCalendarError, month_of, plus
from factcheck.model import Claim, Comparison, Document, Quantity, TimeExpression
from factcheck.ruleset import load_rules

RULES = load_rules()
PLACEHOLDERS = [date.min, date(1, 1, 2), date(4, 2, 29), date(1599, 12, 31), date(2400, 1, 1), date.max]


def claims(text: str, published: date | None = date(2015, 5, 5), name: str = "a.txt") -> list[Claim]:
    """The claims of a text published on a day."""
    return list(pipeline.extract([Document(name, text, published=published)], RULES))


def dates(text: str, published: date | None = date(2015, 5, 5)) -> list[TimeExpression]:
    """The time expressions of a text published on a day."""
    return [claim.value for claim in claims(text, published) if isinstance(claim.value, TimeExpression)]


def figures(text: str) -> list[Quantity]:
    """The figures of a text."""
    return [claim.value for claim in claims(text) if isinstance(claim.value, Quantity)]


def compared(one: str, two: str) -> Comparison:
    """How the dates of two texts relate."""
    (first,), (second,) = dates(one), dates(two)
    found, turned = TIMEX.compare(first, second, RULES), TIMEX.compare(second, first, RULES)
    assert (found.relation, found.wording) == (turned.relation, turned.wording)
    return found


# A length of time relative to an unknown date states no date that could be compared.
LATER = [
    "30 years later, it reopened.",
    "Two years on, it opened.",
    "12 years later, it shut.",
    "Two weeks on, it shut.",
]
LATER += ["Three months later, it shut.", "Five days later, it shut.", "Two decades later, it shut."]


@pytest.mark.parametrize("one", LATER)
@pytest.mark.parametrize(
    "two", [*LATER, "It fell Friday.", "It fell in June.", "It fell in June 2014.", "It grew in the second quarter."]
)
def test_a_length_from_an_unknown_date_is_held_against_any_date(one: str, two: str) -> None:
    assert compared(one, two).relation == "held"


def test_a_season_is_no_other_month_than_the_one_of_an_undated_text() -> None:
    (season,), (month,) = dates("It grew in the spring of 2014."), dates("It shut in May.", published=None)
    assert TIMEX.compare(season, month, RULES).relation == "held"


@pytest.mark.parametrize("published", PLACEHOLDERS)
def test_no_date_is_resolved_from_an_implausible_anchor_date(published: date) -> None:
    for text in ("It shut on Saturday.", "It shut last week.", "It will open in June.", "It shut two days ago."):
        (found,) = dates(text, published)
        assert found.first is None
        assert found.held == f"no date can be counted from the document's own, {published}"
    (stated,) = dates("It shut on 3 May 2014.", published)
    assert stated.first == date(2014, 5, 3)


@pytest.mark.parametrize("published", [date(1600, 1, 1), date(2399, 12, 31)])
def test_dates_are_resolved_from_the_first_and_last_plausible_anchor_date(published: date) -> None:
    (found,) = dates("It shut today.", published)
    assert found.first == published


def test_a_source_of_a_day_in_the_year_1_does_not_contradict_a_weekday() -> None:
    draft = Document("draft.md", "The mill opened on Saturday.", published=date(2021, 5, 4))
    source = Document("notes.txt", "The mill opened on Saturday, the mayor said.", published=date(1, 1, 1))
    report = pipeline.check([draft], [source], RULES)
    assert [finding.rule for finding in report.findings if finding.severity.name == "error"] == []
    assert len(report.judged) == 1


def test_there_is_no_day_beyond_the_ends_of_the_calendar() -> None:
    for beyond in (lambda: plus(date.max, 1), lambda: plus(date.min, -1), lambda: plus(date.max, 10**30)):
        with pytest.raises(OffCalendarError):
            beyond()
    for year, month in ((0, 12), (9999, 13), (10**30, 1)):
        with pytest.raises(OffCalendarError):
            month_of(year, month)
    assert month_of(9999, 12) == (date(9999, 12, 1), date.max)


@pytest.mark.parametrize(
    "text", ["It was built in AD 1. It fell two weeks earlier.", "It shut in AD 9999. It shut later."]
)
def test_dates_beyond_the_calendar_are_not_read(text: str) -> None:
    assert dates(text)[0].timex in {"0001", "9999"}


@pytest.mark.parametrize(
    "text",
    [
        "the next couple million euros",
        "a couple million euros",
        "couple of million euros",
        "the last couple  million euros",
    ],
)
def test_a_couple_million_is_two_to_three(text: str) -> None:
    (found,) = figures(f"It will cost {text}.")
    assert (found.low, found.high, found.unit) == (Decimal(2_000_000), Decimal(3_000_000), "EUR")


@pytest.mark.parametrize("text", ["ſeveral hundred people", "tenſ of thousands of people"])
def test_a_letter_equal_to_another_only_when_case_folded_is_no_word(text: str) -> None:
    assert all(isinstance(claim.value, Quantity) for claim in claims(f"It drew {text}."))


LONG = [
    "9" * 29,
    "9" * 5000,
    "1" + ",234" * 1500,
    "0." + "3" * 5000,
    "1 " + "234 " * 1500 + "567",
]
AROUND = ["{} people came.", "A fine of ${}.", "It rose {} percent.", "It took {} days.", "It fell {} days ago."]
AROUND += ["The {}th shop.", "About {} of 3 people.", "From 3 to {} people came.", "He is {}ft 2in tall."]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("digits", LONG, ids=lambda digits: f"{digits[:5]}…")
def test_a_figure_beyond_the_precision_of_arithmetic_is_not_read(digits: str, around: str) -> None:
    found = claims(around.format(digits))
    assert not any(len(claim.text) > 1 and claim.text in digits for claim in found)
    assert not any(digits in claim.text for claim in found)


def test_a_figure_of_28_digits_is_read() -> None:
    (found,) = figures(f"{'9' * 28} grains were counted.")
    assert found.number == Decimal("9" * 28)


@pytest.mark.parametrize("text", ["thousand million " * 2000, "million " * 2000, "5 million " + "trillion " * 2000])
def test_endless_scale_words_are_not_multiplied(text: str) -> None:
    assert all(found.high is None or found.high < Decimal("1e45") for found in figures(text))


@pytest.mark.parametrize("text", ["one doctor per 00,2 people", "31 deaths per 0 births", "one in 0 people"])
def test_a_share_of_zero(text: str) -> None:
    claims(f"It recorded {text}.")


def test_a_range_within_a_range() -> None:
    claims("Output doubled in the Between now and March to 2012.")


@pytest.mark.parametrize("text", ["She lost " + "9" * 28 + "st 7lb.", "Rents rose 5% to $" + "9" * 28 + " from $2."])
def test_results_computed_from_a_long_figure_are_reported(text: str) -> None:
    document = Document("a.txt", text, published=date(2015, 5, 5))
    pipeline.check_self([document], RULES)


PHRASES = sorted({example.text for rule in RULES.rules for example in rule.examples} | {*LATER, "last week", "in June"})
FIGURES = st.one_of(
    st.sampled_from(["0", "00", "1", "31", "99", "0001", "1000", "9999", "9" * 29, "9" * 5000, "." + "3" * 5000]),
    st.integers(0, 100_000).map(str),
)
TEXTS = st.lists(st.one_of(st.sampled_from(PHRASES), FIGURES), min_size=1, max_size=6)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from(PLACEHOLDERS))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([" ", "  ", "\n", "\u00a0", "-", ", "]), DAYS)
def test_no_mix_of_phrases_on_any_day_raises_an_error(phrases: list[str], between: str, published: date | None) -> None:
    text = between.join(phrases)
    for claim in claims(text, published):
        assert text[claim.start : claim.end] == claim.text


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, DAYS, DAYS)
def test_no_two_texts_of_any_days_raise_when_they_are_compared(
    one: list[str], two: list[str], first: date | None, second: date | None
) -> None:
    documents = [
        Document("a.txt", " ".join(one), published=first),
        Document("b.txt", " ".join([*two, *one]), published=second),
    ]
    pipeline.compare(documents, RULES)
    pipeline.check(documents[:1], documents[1:], RULES)


def test_a_length_without_a_count_is_no_date() -> None:
    claims("It fell a last years ago.")
