"""Verdicts on a draft's claims: differences, swapped figures, near misses, and what excuses a difference."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document

RULES = load_rules()
DAY = date(2019, 6, 5)


def serious(draft: str, source: str, published: date | None = DAY) -> list[tuple[str, str]]:
    """The names of errors and warnings on a draft, each with the words it marks."""
    written = Document(id="draft", text=draft, published=published)
    report = check([written], [Document(id="source", text=source, published=published)], RULES)
    return [(each.rule, draft[each.start : each.end]) for each in report.findings if each.severity.name != "note"]


@pytest.mark.parametrize(
    ("draft", "source", "found"),
    [
        ("between 80 and 100 ships", "between 90 and 100 ships", "between 80 and 100 ships"),
        ("more than 60 ships", "more than 50 ships", "more than 60 ships"),
        ("about 8.5 million ships", "about 7.5 million ships", "about 8.5 million ships"),
        ("1.6 million ships", "1.65 million ships", "1.6 million ships"),
        ("more than two years", "more than three years", "more than two years"),
    ],
)
def test_another_range_bound_or_rounding_is_a_difference(draft: str, source: str, found: str) -> None:
    sentence = "The harbour of Porto Lindo counted {} for the ministry in the capital."
    assert [words for _, words in serious(sentence.format(draft), sentence.format(source))] == [found]
    assert serious(sentence.format(source), sentence.format(source)) == []


@pytest.mark.parametrize(
    ("draft", "source"), [("90 ships", "90 to 100 ships"), ("1.7 million ships", "1.65 million ships")]
)
def test_an_end_of_a_range_and_a_correct_rounding_are_no_differences(draft: str, source: str) -> None:
    sentence = "The harbour of Porto Lindo counted {} for the ministry in the capital."
    assert serious(sentence.format(draft), sentence.format(source)) == []


def test_two_swapped_figures_are_both_reported() -> None:
    source = "In all 31,200 people came from Corvado and 48,700 came from Islas Bajas."
    draft = "In all 48,700 people came from Corvado and 31,200 came from Islas Bajas."
    assert [rule for rule, _ in serious(draft, source)] == ["number-differs", "number-differs"]
    assert serious(source, source) == []


def test_a_noun_that_the_first_of_two_figures_has_says_nothing_of_which_is_which() -> None:
    source = "Two new patients a day are admitted at present; at the peak, on 3 August, it was nine."
    draft = "At the height of the outbreak nine new patients were counted in a day, and now it is only two."
    assert serious(draft, source) == []


def test_ages_are_swapped_where_each_bearer_has_the_age_of_the_other() -> None:
    source = (
        "For 51 hours 14-year-old Samira beat a spoon on a pipe. Her brother Ilyar, aged six, was lifted out first."
    )
    assert serious("The boy, Ilyar, 6, was dug out first; his sister Samira, 14, had beaten on a pipe.", source) == []
    source = "A 14-year-old girl beat a spoon on a pipe and a six-year-old boy was lifted out."
    draft = "A six-year-old girl beat a spoon on a pipe and a 14-year-old boy was lifted out."
    assert [rule for rule, _ in serious(draft, source)] == ["number-differs", "number-differs"]


def test_degrees_of_an_unnamed_scale_are_those_of_the_other_text() -> None:
    source = "On 1 July the station of Ossel measured 42.4 degrees Celsius."
    assert serious("The thermometer of the station of Ossel climbed to 42.4 degrees.", source) == []
    assert serious("The thermometer of the station of Ossel climbed to 43.4 degrees.", source) != []


def test_figures_in_another_order_are_not_swapped() -> None:
    source = "Corvado follows with 33,140 migrants and Islas Bajas with 20,960 migrants."
    draft = "About 33,000 migrants came from Corvado and 20,960 migrants from Islas Bajas."
    assert serious(draft, source) == []


@pytest.mark.parametrize(
    ("draft", "source", "names"),
    [
        ("Sales rose in the second quarter.", "Sales rose in the third quarter.", ["date-differs"]),
        ("Sales rose in the second quarter.", "Sales rose in Q2.", []),
        ("Sales fell in the prior year.", "Sales fell in prior year.", []),
        ("Sales fell against those of three years ago.", "Sales fell. That was so a year ago too.", ["unsupported"]),
        ("Sales fell against those of a year ago.", "Sales fell. That was so three years ago too.", []),
        ("They open by the end of 2024.", "By the end of 2025 all ten will open.", ["date-differs"]),
        ("They open in the mid-single digits.", "They open in the mid-single digits.", []),
    ],
)
def test_dates_stated_in_undated_texts_are_compared(draft: str, source: str, names: list[str]) -> None:
    assert [rule for rule, _ in serious(draft, source, None)] == names


def test_a_clock_without_a_day_is_not_refuted_by_one_with_a_day() -> None:
    source = "The quake came at 21:47 on 4 June 2019, the institute in Velden said."
    assert serious("The quake came at 9.47pm, the institute in Velden said.", source) == []
    assert serious("The quake came at 9.41pm on 4 June 2019, the institute in Velden said.", source) != []


def test_another_quarter_is_a_near_miss_if_both_are_stated() -> None:
    source = "Third quarter 2019 catches were 340 boxes, up from 180 in the second quarter of 2019. It was calm."
    draft = "The catches of the second quarter of 2019 were 340 boxes."
    assert ("date-differs", "the second quarter of 2019") in serious(draft, source, None)


def test_a_bound_does_not_support_the_figure_within_it() -> None:
    source = "The port raised its outlook from at least $6 a box to approximately $7.50 a box."
    draft = "The port raised its outlook from at least $7 a box to approximately $7.50 a box."
    assert ("number-differs", "at least $7 a box") in serious(draft, source)


@pytest.mark.parametrize(
    ("draft", "source", "names"),
    [
        ("Sales should grow in the double digits.", "Sales should grow in the mid-single digits.", ["number-differs"]),
        ("Sales should grow in the low-single digits.", "Sales should see low single-digit organic growth.", []),
        ("Sales grew by 7%.", "Sales of boats grew by 17%, reflecting high single-digit growth.", ["number-differs"]),
    ],
)
def test_figures_given_by_their_number_of_digits(draft: str, source: str, names: list[str]) -> None:
    assert [rule for rule, _ in serious(draft, source)] == names


def test_a_phrase_relative_to_dates_far_apart_is_held() -> None:
    texts = "The harbour office of Velden closed last month, the mayor said."
    drafts = [Document(id="draft", text=texts, published=date(2020, 6, 5))]
    report = check(drafts, [Document(id="source", text=texts, published=DAY)], RULES)
    assert [(each.verdict, each.reason) for each in report.judged] == [
        ("held", "“last month” is counted from two dates that lie far apart")
    ]
    report = check(
        [Document(id="draft", text="It rained today.", published=date(2019, 6, 6))],
        [Document(id="source", text="It rained today.", published=DAY)],
        RULES,
    )
    assert [each.rule for each in report.findings] == ["date-differs"]


@pytest.mark.parametrize("figure", ["$43.7 million", "$437 million", "$4.73 million", "$4.38 million"])
@pytest.mark.parametrize(
    "draft", ["Building of the Quay depot for {} has begun.", "At the quay the railway spends {} on a depot."]
)
def test_every_near_miss_of_a_figure_is_reported(draft: str, figure: str) -> None:
    source = "Fenwick Rail said the new depot at Harrow Quay will cost $4.37 million."
    assert serious(draft.format(figure), source) == [("number-differs", figure)]
    assert serious(draft.format("$9.12 million"), source) == [("unsupported", "$9.12 million")]


def test_a_difference_between_sources_shows_only_those_that_speak_of_its_fact() -> None:
    draft = "Storm Dora killed 41 people in Quillan on Monday."
    sources = [
        "Storm Dora killed 58 people in Quillan on Monday.",
        "On the quay they said Dora had killed 41 people in all of Quillan.",
        "On the quay they said Dora had injured 41 people in all of Quillan.",
    ]
    documents = [Document(id=f"s{n}", text=text, published=DAY) for n, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft, published=DAY)], documents, RULES)
    (found,) = [each for each in report.findings if each.severity.name != "note"]
    assert (found.rule, found.severity.name) == ("number-differs", "warning")
    assert found.message == "“41 people”, where s0 has “58 people”; s1 has “41 people” as the draft does"
    assert [(each.claim.document, each.relation) for each in found.evidence] == [("s0", "different"), ("s1", "same")]
    alone = check([Document(id="draft", text=draft, published=DAY)], documents[::2], RULES)
    assert [each.severity.name for each in alone.findings if each.rule == "number-differs"] == ["error"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("“The dyke will hold for a hundred days,” engineer Bo Falk said.", ["quote-altered"]),
        ("The engineer spoke of the dyke.", ["quote-not-found"]),
    ],
)
def test_a_figure_in_a_quotation_that_is_reported_is_not_reported_again(source: str, found: list[str]) -> None:
    draft = "“The dyke will hold for a hundred years,” engineer Bo Falk said."
    assert [rule for rule, _ in serious(draft, source)] == found


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Ministers hope to pass a harbour bill of 3.5 billion crowns before the recess.",
            "The harbour bill, which ministers hope to pass before the recess, would cost 3.5 trillion crowns.",
        ),
        (
            "The bill restores the old rates for households with incomes over $1 million.",
            "The bill would restore the old tax rates for households that earn more than $250,000.",
        ),
    ],
)
def test_the_only_figures_of_sentences_of_the_same_words_contradict_each_other(draft: str, source: str) -> None:
    assert [rule for rule, _ in serious(draft, source)] == ["number-differs"]


def test_two_figures_in_sentences_of_the_same_words_may_be_two_facts() -> None:
    source = (
        "The bill would restore the old tax rates for 40 towns, for households that earn more than $250,000 or $90,000."
    )
    draft = "The bill restores the old rates for households with incomes over $1 million."
    assert "number-differs" not in [rule for rule, _ in serious(draft, source)]
