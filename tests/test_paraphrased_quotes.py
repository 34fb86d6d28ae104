"""Two outlets' translations of one utterance: shown side by side by `compare`, and no error of a draft."""

from datetime import date

import pytest

from factcheck.model import Document, Severity
from factcheck.pipeline import check, compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2021, 3, 10)
ONE = (
    "“It is a plain fact that fishermen feel anger and worry over what are seen as rules that may harm fishermen and "
    "the trade of fishermen here and abroad,” minister Ola Venn said."
)
OTHER = (
    "“There is anger and worry among fishermen about what are taken for rules that could be harmful for fishermen "
    "in Orsk and abroad,” minister Ola Venn said."
)


def document(name: str, text: str) -> Document:
    return Document(id=name, text=text, published=DAY)


def test_compare_shows_them_as_one_row_and_no_conflict() -> None:
    rows = compare([document("one", ONE), document("other", OTHER)], RULES).clusters
    found = [(each.verdict, len(each.claims)) for each in rows if each.kind == "quote"]
    assert found == [("held", 2)]


def test_another_speaker_said_something_else() -> None:
    rows = compare([document("one", ONE), document("other", OTHER.replace("Ola Venn", "Tor Lund"))], RULES).clusters
    assert [len(each.claims) for each in rows if each.kind == "quote"] == [1, 1]


def test_a_draft_with_the_one_is_not_contradicted_by_the_other() -> None:
    findings = check([document("draft", ONE)], [document("other", OTHER)], RULES).findings
    assert [each for each in findings if each.severity is Severity.error] == []


SPOKEN = "“There will be no closing of the harbour for the regatta this summer,” harbour master Ina Rode said{}."
IN_SMALL_WORDS = SPOKEN.format(" on the quay").replace("closing of the harbour", "closing of a harbour")


def sections(*texts: str) -> list[tuple[str, int]]:
    rows = compare([document(name, text) for name, text in zip("abc", texts, strict=False)], RULES).clusters
    return [(each.verdict, len(each.claims)) for each in rows if each.kind == "quote"]


def test_two_reports_that_differ_in_small_words_agree() -> None:
    assert sections(SPOKEN.format(""), IN_SMALL_WORDS) == [("agree", 2)]


def third(wording: str) -> str:
    return f"She spoke to reporters. {wording.format(' in the evening')} The race starts at nine."


def test_a_report_differs_from_the_words_that_two_others_have_in_common() -> None:
    otherwise = SPOKEN.replace("for the regatta this", "at the regatta in the").format(" on the quay")
    assert sections(SPOKEN.format(""), otherwise, third(SPOKEN)) == [("differ", 3)]


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("closing of the harbour", "closing of a harbour"),
        ("for the regatta", "for regatta"),
        ("There will be", "And there would be"),
    ],
)
def test_one_word_otherwise_is_no_other_wording(heard: str, written: str) -> None:
    assert sections(SPOKEN.format(""), SPOKEN.replace(heard, written).format(" there"), third(SPOKEN)) == [("agree", 3)]


def test_another_translation_differs_from_one_that_two_reports_have() -> None:
    assert sections(ONE, f"{ONE} He spoke in the port.", OTHER) == [("differ", 3)]
