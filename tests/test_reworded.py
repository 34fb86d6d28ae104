"""A draft that puts a source's statement in another order and turns it round, or leaves out what limits it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Finding, Judged, Places, Report
from factcheck.pipeline import check
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2024, 5, 6)


def checked(draft: str, *sources: str) -> Report:
    written = Document(id="draft", text=draft, published=DAY, places=Places(draft))
    known = [Document(id=f"s{number}", text=text, published=DAY) for number, text in enumerate(sources, 1)]
    return check([written], known, RULES)


def altered(draft: str, *sources: str) -> list[Finding]:
    return [each for each in checked(draft, *sources).findings if each.rule == "wording-altered"]


def verdict(draft: str, on: str, *sources: str) -> Judged:
    return next(each for each in checked(draft, *sources).judged if on in each.claim.text)


def test_a_move_ends_where_it_began() -> None:
    source = "Harsk Steel posted a net profit of 230 million euros for 2022, up 15 percent from 200 million."
    found = altered("Harsk Steel's profit rose by 230 million euros in 2022 to 200 million.", source)
    assert [each.message.partition(": ")[2] for each in found] == [
        "“by 230 million euros”, where s1 has “of 230 million euros”",
        "“to 200 million”, where s1 has “from 200 million”",
    ]
    assert altered("Harsk Steel's profit of 230 million euros in 2022 was up from 200 million.", source) == []


@pytest.mark.parametrize(
    ("draft", "source", "message"),
    [
        (
            "The herd on Skarn fell by 340 animals in the winter.",
            "In the winter the herd on Skarn fell to 340 animals.",
            "level and change confused: “fell by 340 animals”, where s1 has “fell to 340 animals”",
        ),
        (
            "The board lifted its charge by 3.80 euros.",
            "The board lifted its charge to 3.80 euros from 3.40 euros.",
            "level and change confused: “lifted its charge by 3.80 euros”, where s1 has “lifted its charge to 3.80 "
            "euros”",
        ),
        (
            "Harsk Steel's profit rose by 230 million euros in 2022.",
            "Harsk Steel posted a net profit of 230 million euros for 2022, up 15 percent.",
            "level and change confused: “by 230 million euros”, where s1 has “of 230 million euros”",
        ),
        (
            "New business slipped by 17 percent, large projects in the Gulf notwithstanding.",
            "The yard has full books: new orders were 17 percent higher in the past quarter.",
            "direction changed: “slipped by 17 percent”, where s1 has “17 percent higher”",
        ),
        (
            "Turnout fell to 71.3 percent, the commission said.",
            "Turnout rose to 71.3 percent, from 66.8 percent, helped by fine weather.",
            "direction changed: “fell”, where s1 has “rose”",
        ),
        (
            "The clinic says that new infections rose by 18 percent this week.",
            "The clinic counted 85 new infections, against 104 in the week before, a fall of 18 percent.",
            "direction changed: “rose”, where s1 has “fall”",
        ),
        (
            "Arrests in Harsk rose by 21 percent last year.",
            "Last year arrests fell by 21 percent in Harsk.",
            "direction changed: “rose by 21 percent”, where s1 has “fell by 21 percent”",
        ),
        (
            "In June the board of the Orme ferry rejected a plea for 12 new boats.",
            "A plea for 12 new boats was granted by the board of the Orme ferry in June.",
            "contrary changed: “rejected”, where s1 has “granted”",
        ),
        (
            "Olga Penn has admitted to her lawyer that she took 3 paintings.",
            "The lawyer of Olga Penn said that she denied taking 3 paintings.",
            "contrary changed: “admitted to”, where s1 has “denied”",
        ),
    ],
)
def test_a_statement_is_turned_round(draft: str, source: str, message: str) -> None:
    (finding,) = altered(draft, source)
    assert (finding.severity.name, finding.message) == ("error", message)


@pytest.mark.parametrize(
    ("draft", "source", "limit"),
    [
        (
            "The ferry sank on 6 June because of an open hatch, the diver Nils Aaby said.",
            "An open hatch may have been why the ferry sank on 6 June, said a diver, Nils Aaby.",
            "may have",
        ),
        (
            "If they are found guilty, the pilots face 22 years in jail.",
            "Both pilots face up to 22 years in jail if they are found guilty.",
            "up to",
        ),
        (
            "The quarry will cost the islands of Harsk about 300 jobs.",
            "The quarry could cost the islands of Harsk about 300 jobs.",
            "could",
        ),
    ],
)
def test_a_limit_is_left_out(draft: str, source: str, limit: str) -> None:
    (finding,) = altered(draft, source)
    assert finding.severity.name == "warning"
    assert finding.message.startswith("limit left out: ")
    assert finding.message.endswith(f"where s1 has “{limit}”")


def test_a_limit_is_told_once_for_all_figures_of_a_sentence() -> None:
    draft = "The clerk moved 37 cheques worth 912,000 crowns to his own account."
    source = "Prosecutors allege that 37 cheques, worth 912,000 crowns, were moved by the clerk to his own account."
    (finding,) = altered(draft, source)
    assert draft[finding.start : finding.end] == "37 cheques"
    assert verdict(draft, "912,000", source).verdict == "differ"


def test_what_is_turned_round_does_not_support() -> None:
    found = verdict(
        "Arrests in Harsk rose by 21 percent last year.", "21", "Last year arrests fell by 21 percent in Harsk."
    )
    assert (found.verdict, found.reason) == (
        "differ",
        "direction changed: “rose by 21 percent”, where s1 has “fell by 21 percent”",
    )


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        # One fact from its two sides.
        ("Orme beat Harsk 31-24 in the cup on Friday.", "Harsk lost to Orme 31-24 in the cup on Friday."),
        ("The mill bought 300 sheep from the farm at Orme.", "The farm at Orme sold 300 sheep to the mill."),
        # Both sides of the pair stand in both sentences.
        (
            "In Harsk arrests rose by 21 percent and fines fell.",
            "Arrests rose by 21 percent and fines fell in Harsk.",
        ),
        # A negation makes up for the opposite.
        (
            "In May the mayor of Orme did not reject the plan for 300 flats.",
            "The plan for 300 flats was approved by the mayor of Orme in May.",
        ),
        # Two levels.
        ("Net debt of the club fell to below $25 million.", "The club saw net debt fall below $25 million."),
        # Another fact with an equal figure.
        (
            "The council rejected a plea for 300 new flats by the canal.",
            "The court granted the owners of a brewery in Harsk leave to sell 300 barrels.",
        ),
        # A part of a compound.
        (
            "Earnings of the Orme ferry expanded to $16.3 million.",
            "Earnings of the Orme ferry, on a drop-through of costs, came to $16.3 million.",
        ),
        # The draft limits it by another word.
        (
            "The quarry is expected to cost the islands of Harsk about 300 jobs.",
            "The quarry could cost the islands of Harsk about 300 jobs.",
        ),
        # On somebody's word in both.
        (
            "Police said the clerk moved 37 cheques to his own account.",
            "Prosecutors allege that 37 cheques were moved by the clerk to his own account.",
        ),
        # The limit of another figure.
        (
            "On 6 June 6,300 people slept in the shelters.",
            "On 6 June 6,300 people slept in the shelters and perhaps three times as many in cars.",
        ),
        # Not a limit, but how far something moved.
        ("Lyon now have 64 points from 32 games.", "The win moved Lyon up to 64 points from 32 games."),
    ],
)
def test_the_same_or_another_fact_is_not_altered(draft: str, source: str) -> None:
    assert altered(draft, source) == []


def test_a_source_that_has_it_as_the_draft_wins() -> None:
    draft = "Arrests in Harsk rose by 21 percent last year."
    assert (
        altered(draft, "Last year arrests fell by 21 percent in Harsk.", "Arrests rose by 21 percent in Harsk.") == []
    )


def test_two_ages_that_changed_bearers_are_swapped() -> None:
    source = "The storm killed a 27-year-old woman and a 41-year-old man."
    swapped = verdict("A 41-year-old woman and a 27-year-old man were killed in the storm.", "41", source)
    assert swapped.verdict == "differ"
    kept = verdict("A 41-year-old man and a 27-year-old woman were killed in the storm.", "41", source)
    assert kept.verdict == "single"


def test_two_measures_that_move_apart_by_one_figure_are_two_facts() -> None:
    assert altered("Car thefts rose by 12 percent.", "The price of barley fell by 12 percent in May.") == []
    source = "He said that they would raise the sales tax and cut the tax on earnings over £150,000 to 40p."
    assert altered("They would cut the tax on earnings over £150,000 and raise the sales tax, he said.", source) == []


def test_a_linking_word_between_commas_parts_no_subject_from_its_verb() -> None:
    source = "The operating margin narrowed to 14.2 percent from 15.1 percent because of dear helium."
    for link in ("though", "however", "meanwhile"):
        [found] = altered(f"The operating margin, {link}, widened to 14.2 percent.", source)
        assert found.message.startswith("direction changed")


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Among the happiest was bus driver Walter Prinn, 63, who passed.",
            "The oldest of the happiest may be Walter Prinn, a bus driver of 63, who passed.",
        ),
        ("The yard will shed 230 posts in the spring.", "The yard plans to shed 230 posts in the spring."),
        (
            "The two sides meet again on Friday 10 May under a mediator.",
            "Both sides have agreed to meet again on Friday 10 May under a mediator.",
        ),
        (
            "The road to Kelmet was reopened on Thursday 2 May, the ministry said.",
            "Ministry, 4 May: the road to Kelmet was reopened on Thursday 2 May.",
        ),
    ],
)
def test_a_plan_told_as_a_plan_leaves_no_limit_out(draft: str, source: str) -> None:
    assert altered(draft, source) == []


def test_a_percent_beside_one_sum_rises_or_falls() -> None:
    draft = "Parcelway made a profit of 640 million crowns last year, a rise of 12 percent."
    source = "The group reported a net profit of 640 million crowns for 2023, 12 percent {} than in 2022."
    assert altered(draft, source.format("more")) == []
    [found] = altered(draft, source.format("less"))
    assert found.message.startswith("direction changed")


def test_a_limit_is_missed_beside_a_negation_of_both() -> None:
    source = "Drivers caught without a permit will pay a fine of up to 500 euros."
    [found] = altered("Drivers caught without a permit will pay a fine of 500 euros.", source)
    assert found.message.startswith("limit left out")


def test_a_range_that_is_narrowed_is_no_level_and_no_fall() -> None:
    draft = "Kestrane expects its sales to grow by between 3 and 5 percent this year."
    source = "Full-year guidance for sales growth at Kestrane was narrowed to 3-5 percent from 3-7 percent."
    assert altered(draft, source) == []


@pytest.mark.parametrize(
    "draft",
    [
        "Two men lost their lives in the laying of the pipeline.",
        "The laying of the pipeline claimed two lives.",
        "Two workers died in the laying of the pipeline.",
    ],
)
def test_lives_that_are_lost_are_those_of_the_dead(draft: str) -> None:
    assert verdict(draft, "wo ", "Two workers died while the pipeline was laid.").verdict == "single"


def test_what_somebody_wants_is_what_he_asks_for() -> None:
    source = "Prosecutors are asking for 12 years in prison for Lena Orvik."
    assert altered("Prosecutors want Lena Orvik jailed for 12 years.", source) == []
    found = altered("Lena Orvik was sentenced to 12 years in prison.", source)
    assert [each.message for each in found] == ["limit left out: “12 years”, where s1 has “asking for”"]
