"""Outlets that sentences credit, and reports that take a fact from one of them as one origin in `compare`."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import compare, load_rules
from factcheck.model import Cluster, Document
from factcheck.origin.credited import are_same, credited_in, outlets_of

RULES = load_rules()
KNOWN = frozenset({("patch",), ("times",)})


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("The driver told the Orme Herald that two men ran.", "orme herald"),
        ("Two men ran, the Velden Journal-Tribune reported.", "velden journal tribune"),
        ("He was 43, according to a report from People.", "people"),
        ("In an interview with the BBC on Monday she named two men.", "bbc"),
        ("AFP reported 12 dead.", "agence france presse"),
        ("A poll published by Ethnos newspaper said 43 percent agree.", "ethnos"),
        ("He told the French newspaper Le Monde that two men ran.", "monde"),
        ("She told CNN's Ida Holm that two men ran.", "cnn"),
        ("“Two men ran,” he told KORM-TV.", "korm tv"),
        ("Two men ran, said doctor Ema Roe to AFP.", "agence france presse"),
        ("Two men ran, said the retired ferry driver Ema Roe to AFP.", "agence france presse"),
        ("He told Agence-France Presse that two men ran.", "agence france presse"),
        ("A star who described herself to People as shy ran off.", "people"),
        ("Ema Roe, a Reuters photographer, said two men ran.", "reuters"),
        ("On Monday Reuters reported two arrests.", "reuters"),
        ("Two men ran, Patch reported.", "patch"),
        ("Two men ran, CBS 58 reported.", "cbs 58"),
        ("The bill was first reported by Politico on Sunday.", "politico"),
        ("He told the Herald that two men ran, as the Orme Herald had it.", "orme herald"),
    ],
)
def test_a_frame_of_reporting_credits_an_outlet(sentence: str, outlet: str) -> None:
    found = credited_in(sentence, sentence, frozenset(), KNOWN, RULES)
    assert {" ".join(name) for name in found} == {outlet}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police told reporters that two men ran.",
        "The police said two men ran.",
        "Two men ran, according to the Orme County Medical Examiner's Office.",
        "Police Chief Ann Post said two men ran.",
        "People said two men ran.",
        "Two shops closed, according to Times Square Alliance.",
        "The Post Office said 12 branches would close.",
        "He told Congress that 12 branches would close.",
        "Patch said it would hire 12 editors.",
        "Independent reports said two men ran.",
        "A Reuters photographer was hurt when two men ran.",
    ],
)
def test_persons_and_authorities_are_no_outlets(sentence: str) -> None:
    assert not credited_in(sentence, sentence, frozenset(), KNOWN, RULES)


def test_names_of_one_outlet() -> None:
    (domain,) = outlets_of("www.ormeherald.com", [], RULES)
    assert are_same(domain, ("orme", "herald"))
    assert are_same(("vjt",), ("velden", "journal", "tribune"))
    assert are_same(("daily", "news"), ("orme", "daily", "news"))
    assert not are_same(("times",), ("orme", "times"))
    assert not are_same(("orme", "herald"), ("velden", "herald"))


def fact(texts: list[tuple[str, str]], value: str) -> Cluster:
    documents = [
        Document(id=f"s{number}", text=text, published=date(2015, 5, 5), source=source)
        for number, (source, text) in enumerate(texts, 1)
    ]
    found = compare(documents, RULES).clusters
    (cluster,) = (each for each in found if len(each.claims) > 1 and value in each.claims[0].text)
    return cluster


TOLL = "The fire at the Orme mill killed 12 people on Monday"
REPHRASED = "In Orme, 12 people were killed in Monday's fire at the mill"


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("A", f"{TOLL}, the Orme Herald reported."), ("B", f"{REPHRASED}, a guard told the Orme Herald."), "single"),
        (("Orme Herald", f"{TOLL}, police said."), ("B", f"{REPHRASED}, the Orme Herald reported."), "single"),
        (("ormeherald.com", f"{TOLL}, police said."), ("B", f"{REPHRASED}, the Orme Herald reported."), "single"),
        # Each paper heard the police, or an outlet of its own.
        (("A", f"{TOLL}, police said."), ("B", f"{REPHRASED}, police said."), "agree"),
        (("A", f"{TOLL}, the Orme Herald reported."), ("B", f"{REPHRASED}, a guard told the BBC."), "agree"),
        (("A", f"{TOLL}, police said."), ("B", f"{REPHRASED}, the Orme Herald reported."), "agree"),
        # The second says so itself, too.
        (
            ("A", f"{TOLL}, the Orme Herald reported."),
            (
                "B",
                f"{REPHRASED}, a guard told the Orme Herald. Police counted 12 people killed in the fire at the mill.",
            ),
            "agree",
        ),
    ],
)
def test_reports_that_credit_one_outlet_are_one_origin(
    first: tuple[str, str], second: tuple[str, str], verdict: str
) -> None:
    found = fact([first, second], "12")
    assert (found.verdict, found.origins) == (verdict, 2 if verdict == "agree" else 1)
    assert ("credit one outlet" in found.reason) == (verdict == "single")


def test_a_third_report_of_its_own_confirms_the_credited_one() -> None:
    texts = [
        ("A", f"{TOLL}, the Orme Herald reported."),
        ("B", f"{REPHRASED}, a guard told the Orme Herald."),
        ("C", "Police said that 12 people were killed in the fire at the Orme mill on Monday."),
    ]
    found = fact(texts, "12")
    assert (found.verdict, found.origins) == ("agree", 2)


def test_reports_that_credit_one_outlet_may_still_differ() -> None:
    other = f"{REPHRASED.replace('12', '21')}, the Orme Herald reported."
    found = fact([("A", f"{TOLL}, the Orme Herald reported."), ("B", other)], "12")
    assert found.verdict == "differ"


def test_a_quotation_given_to_one_outlet_is_of_one_origin() -> None:
    texts = [
        ("A", "“We had no idea what caused the fire,” the mill's owner, Tom Roe, told the Orme Herald."),
        ("B", "Tom Roe said in an interview with the Orme Herald: “We had no idea what caused the fire.”"),
    ]
    assert fact(texts, "idea").verdict == "single"


def test_a_long_quotation_is_credited_where_it_ends() -> None:
    one = "Tom Roe spoke at length. “We had no idea what caused it. Nobody slept,” he told the Orme Herald. It rained."
    two = "“We had no idea what caused it. Nobody slept,” the mill's owner, Tom Roe, told the Orme Herald."
    assert fact([("A", one), ("B", two)], "idea").verdict == "single"
    assert fact([("A", one), ("B", two.replace(" the Orme Herald", " police"))], "idea").verdict == "agree"


WORDS = "“I saw the roof of the mill come down on two men, and then the whole yard was dark,”"


@pytest.mark.parametrize(
    ("frames", "verdict"),
    [
        # The sentence that names the speaker says who heard him.
        (("Ema Roe, a driver, told the Orme Herald. {} she said.", "{} Roe told the Orme Herald."), "single"),
        (("Ema Roe, a Reuters photographer, saw it. {} she said.", "{} Ema Roe told Reuters."), "single"),
        (("Ema Roe told People that she ran. {} she told the court.", "{} Ema Roe told People."), "agree"),
        (("Ema Roe, a driver, said. {} she said.", "{} Roe told the Orme Herald."), "agree"),
        # What two heard from one outlet was spoken to it.
        (("{} Ema Roe told the Orme Herald.", "{} Ema Roe told the Orme Herald.", "{} said Ema Roe."), "single"),
        (
            ("{} Ema Roe told the Orme Herald.", "{} Ema Roe told the Orme Herald.", "{} Ema Roe told the court."),
            "agree",
        ),
        (("{} Ema Roe told the Orme Herald.", "{} Ema Roe told the BBC.", "{} said Ema Roe."), "agree"),
    ],
)
def test_a_quotation_is_credited_where_its_speaker_is_named(frames: tuple[str, ...], verdict: str) -> None:
    opening = "The mill at Orme burnt down on Monday. "
    texts = [(f"Paper {number}", opening + frame.format(WORDS)) for number, frame in enumerate(frames)]
    assert fact(texts, "roof of the mill").verdict == verdict
