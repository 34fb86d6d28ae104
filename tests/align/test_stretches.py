"""Reports that quote an utterance in pieces, or go on from shared words in their own way, quote one utterance."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()


def statements(*texts: str) -> list[tuple[str, str]]:
    """The verdict of each statement that several reports quote, and the reports."""
    documents = [
        Document(id="abcdef"[number], text=f"ORME — The mill on the quay burnt down on Monday. {text}", published=DAY)
        for number, text in enumerate(texts)
    ]
    found = [
        (each.verdict, "".join(sorted({claim.document for claim in each.claims})))
        for each in compare(documents, RULES).clusters
        if each.kind == "quote"
    ]
    return [each for each in found if len(each[1]) > 1]


DAY = date(2019, 4, 11)
BEGINS = "“We carried the old looms down to the landing in the dark"
WHOLE = f"{BEGINS}. Nobody slept until the roof of the mill had fallen in,” Tova Lind said."


def test_pieces_that_do_not_overlap_are_one_statement_by_the_whole() -> None:
    one = f"{BEGINS},” Tova Lind said that night."
    two = "Lind did not go home. “Nobody slept until the roof of the mill had fallen in,” she said."
    assert statements(one, two) == []
    assert statements(one, two, WHOLE) == [("agree", "abc")]


def test_short_pieces_are_of_the_whole_that_has_them_all() -> None:
    whole = "“Looms are family. We mend looms. They feed us in the winter,” Tova Lind said."
    assert statements(whole, "“Looms are family,” Tova Lind said. “We mend looms,” she added.") == [("agree", "ab")]


def test_a_few_words_of_two_statements_do_not_join_them() -> None:
    one = "“Nobody knows where the keys of the boiler house were kept,” Tova Lind said."
    two = "“Nobody knows how many barrels of oil the cellar had,” Tova Lind said at noon."
    [found] = statements(one, two, "“Nobody knows,” Tova Lind said in the evening.")
    assert found in [("agree", "ac"), ("agree", "bc")]


@pytest.mark.parametrize(
    "other",
    [
        # A shared beginning, a shared end, a shared middle with a word left out.
        f"{BEGINS}, and then my brother came with the cart from the upper farm,” Tova Lind said.",
        "“My father called us. Nobody slept until the roof of the mill had finally fallen in,” Tova Lind said.",
        "“My brother came with the cart. We carried the old looms down to the landing. It was cold,” Lind said.",
    ],
)
def test_quotations_with_a_sentence_in_common_are_one_statement(other: str) -> None:
    assert statements(WHOLE, other) == [("agree", "ab")]


def test_what_differs_in_the_shared_sentence_is_told() -> None:
    other = "“It was my father who called us. Nobody slept until the tower of the mill had fallen in,” Tova Lind said."
    assert statements(WHOLE, other) == [("differ", "ab")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # A name of many words in the middle of two sentences; small words alone; two people.
        (
            "“The new rules weaken the scientific basis of the Harbour Protection Act and help few,” Tova Lind said.",
            "“Years of neglect have undone the scientific basis of the Harbour Protection Act, and today that ends,” "
            "Tova Lind said.",
        ),
        (
            "“I just wanted to say that I am glad that the crews were so quick to come,” Tova Lind said.",
            "“I just wanted to say that I would rather have lost the house than the horses,” Tova Lind said.",
        ),
        (
            "“We pray for the families of the men who worked there, and open the church hall tonight,” Ann Roe said.",
            "“We pray for the families of the men who worked there. The town pays for the burials,” Tom Falk said.",
        ),
    ],
)
def test_quotations_with_a_phrase_in_common_are_two_statements(one: str, two: str) -> None:
    assert statements(one, two) == []


def test_another_name_for_the_speaker_is_noted() -> None:
    texts = (WHOLE, WHOLE.replace("Tova Lind", "Ann Roe"))
    assert statements(*texts) == [("agree", "ab")]
    documents = [Document(id=name, text=text, published=DAY) for name, text in zip("ab", texts, strict=True)]
    [found] = [each for each in compare(documents, RULES).clusters if each.kind == "quote"]
    assert "Tova Lind here, Ann Roe there" in found.reason
