"""What two figures of a source give together supports a claim, and the evidence says how."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Judged, Severity

RULES = load_rules()
DAY = date(2019, 6, 5)
SOURCE = (
    "The port of Velden handled 1,260 ships in 2017 and 1,575 ships in 2018.\n"
    "The council of Hallow paid £3.2 million for the bridge and £1.4 million for the road.\n"
    "Of 840 pupils in Orel, 210 pupils stayed at home on the day of the storm.\n"
    "The ferry line to Corvado opened in 2003 and closed in 2017.\n"
)


def judged(draft: str, source: str = SOURCE) -> dict[str, Judged]:
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("source", source))]
    report = check(documents[:1], documents[1:], RULES)
    return {each.claim.text: each for each in report.judged}


@pytest.mark.parametrize(
    ("draft", "claim", "reckoned"),
    [
        ("The port of Velden handled 315 ships more than before.", "315 ships", "1,575 less 1,260 is 315"),
        ("In two years the port of Velden handled 2,835 ships.", "2,835 ships", "1,260 and 1,575 make 2,835"),
        (
            "Ships handled in the port of Velden rose by 25 percent.",
            "25 percent",
            "from 1,260 to 1,575 is a change of 25 percent",
        ),
        (
            "The council of Hallow paid £4.6 million for the bridge and the road.",
            "£4.6 million",
            "3,200,000 GBP and 1,400,000 GBP make 4,600,000",
        ),
        ("In Orel 25 percent of the pupils stayed at home.", "25 percent of the pupils", "210 of 840 is 25 percent"),
        ("In Orel one in four pupils stayed at home.", "one in four pupils", "210 by 840 is 0.25"),
        ("The ferry line to Corvado ran for 14 years until it closed.", "14 years", "from “2003” to “2017”"),
    ],
)
def test_what_a_source_implies_supports_a_claim(draft: str, claim: str, reckoned: str) -> None:
    found = judged(draft)[claim]
    assert (found.verdict, found.reason) == ("single", f"implied by the source: {reckoned}")
    assert {each.claim.document for each in found.evidence} == {"source"}
    assert len(found.evidence) == 2


def test_a_figure_in_the_place_of_another_is_no_difference_of_two() -> None:
    source = "A ticket for the ferry costs 15 euros for adults and 9 euros for children."
    assert judged(source.replace("9 euros", "6 euros"), source)["6 euros"].verdict == "differ"


@pytest.mark.parametrize(
    ("draft", "claim", "verdict"),
    [
        ("Storm: 210 of the 840 pupils of Orel stayed at home, or 25%.", "25%", "single"),
        ("Storm: 210 of the 840 pupils of Orel stayed at home, one in four.", "one in four", "single"),
        ("Storm: 210 of the 700 pupils of Orel stayed at home, or 30%.", "30%", "unsupported"),
        ("Rain fell by 25%, and 210 of the 840 pupils of Orel stayed at home.", "25%", "unsupported"),
    ],
)
def test_a_share_of_two_figures_that_the_source_has_is_supported(draft: str, claim: str, verdict: str) -> None:
    source = "A storm hit Orel. All 840 pupils had the day off. Those who stayed at home were 210 pupils."
    found = judged(draft, source)[claim]
    assert found.verdict == verdict
    assert (found.reason or "").startswith("reckoned from the draft's own figures") is (verdict == "single")


@pytest.mark.parametrize(
    ("draft", "claim"),
    [
        ("The port of Velden handled 316 ships more than before.", "316 ships"),
        ("Ships handled in the port of Velden rose by 35 percent.", "35 percent"),
        ("The museum of Lisle sold 315 tickets on its first evening.", "315 tickets"),
        ("The ferry line to Corvado ran for 11 years until it closed.", "11 years"),
    ],
)
def test_what_does_not_follow_or_speaks_of_something_else_is_not_implied(draft: str, claim: str) -> None:
    assert not judged(draft)[claim].reason.startswith("implied")


def test_bounds_and_estimates_are_not_reckoned_with() -> None:
    source = "The port of Velden handled about 1,200 ships in 2017 and more than 1,575 ships in 2018."
    assert not judged("The port of Velden handled 375 ships more than before.", source)["375 ships"].reason.startswith(
        "implied"
    )


@pytest.mark.parametrize(
    ("draft", "claim", "source"),
    [
        ("Profit at Velden rose 25 percent.", "25 percent", "Velden sold 125,000 cars, up from 100,000 cars."),
        ("Rye prices rose 25% in Orel.", "25%", "Rye prices rose 8% in Orel, and barley prices rose 10%."),
        ("The firm has 1,243 clerks in Orel.", "1,243 clerks", "The firm has 1,240 mills, 3 of them in Orel."),
        ("The firm has 1,243 mills in all.", "1,243 mills", "The firm has 1,240 mills, 3 of the mills in Orel."),
        ("Of the members 75 percent voted.", "75 percent", "The members who voted rose from 400 to 100."),
        ("The choir has sung for 40 years.", "40 years", "The tenor, born in 1940, went to Orel in 1980."),
    ],
)
def test_figures_of_other_things_imply_nothing(draft: str, claim: str, source: str) -> None:
    assert not judged(draft, source)[claim].reason.startswith("implied")


def test_a_fall_is_reckoned_from_the_larger_figure() -> None:
    source = "Ships handled in Velden fell from 1,600 ships to 1,200 ships."
    fell = judged("Ships handled in Velden fell by 25 percent.", source)["25 percent"]
    assert fell.reason == "implied by the source: from 1,600 to 1,200 is a change of 25 percent"
    assert not judged("Ships handled in Velden rose by 33 percent.", source)["33 percent"].reason.startswith("implied")


def test_what_is_reckoned_does_not_excuse_another_figure_of_the_same_measure() -> None:
    source = "The mill hired 120 clerks in 2017 and 150 clerks in 2018. Its clerks rose by 40 percent in all."
    assert judged("Clerks hired by the mill rose by 25 percent.", source)["25 percent"].verdict != "single"


def test_persons_of_two_kinds_make_a_sum() -> None:
    source = "There were {} aboard the boat when it left Orsk."
    draft = "There were {} people aboard the boat."
    for people, aboard, verdict in [
        ("48", "44 passengers and four crew", "single"),
        ("47", "44 passengers and four crew", "unsupported"),
        ("eight", "five passengers and three crew", "unsupported"),
        ("48", "44 cups and four lamps", "unsupported"),
    ]:
        found = judged(draft.format(people), source.format(aboard))
        assert found[f"{people} people"].verdict == verdict


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The number of inspectors fell by 25 percent.", "The agency has 60 inspectors, down from 80 two years ago."),
        ("Together the two hospitals treated 700 burns patients.",
         "Northgate Hospital treated 300 burns patients and Priory Hospital 400."),
        ("Between them the hospitals treated 700 burns patients.",
         "Northgate Hospital treated 300 burns patients and Priory Hospital 400."),
        ("Rents rose by half.", "The rent went from 400 euros to 600 euros."),
        ("The number of inspectors fell by a quarter.", "The agency has 60 inspectors, down from 80 two years ago."),
    ],
)  # fmt: skip
def test_what_a_reader_reckons_from_two_figures_is_stated(draft: str, source: str) -> None:
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("s", source))]
    report = check(documents[:1], documents[1:], RULES)
    assert any("implied by the source" in each.reason for each in report.judged)
    assert not any(each.severity is Severity.error for each in report.findings)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The two hospitals treated 700 burns patients.",
         "Northgate Hospital treated 300 burns patients and Priory Hospital 400."),
        ("Burglary was down by a quarter.", "Burglary fell by 20 percent to 3,120 and theft by 9 percent to 2,340."),
        ("The number of inspectors rose by 25 percent.", "The agency has 60 inspectors, down from 80 two years ago."),
        ("The number of inspectors fell by 33 percent.", "The agency has 60 inspectors, down from 80 two years ago."),
    ],
)  # fmt: skip
def test_figures_that_do_not_give_it_imply_nothing(draft: str, source: str) -> None:
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("s", source))]
    report = check(documents[:1], documents[1:], RULES)
    assert not any("implied by the source" in each.reason for each in report.judged)
