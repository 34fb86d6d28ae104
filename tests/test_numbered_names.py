"""Names whose number differs from the sources."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.model import Document

RULES = load_rules()


def found(draft: str, *sources: str) -> list[tuple[str, str, str]]:
    known = [Document(id=f"source-{number}", text=text) for number, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft)], known, RULES)
    return [
        (each.rule, draft[each.start : each.end], each.message)
        for each in report.findings
        if each.severity.name != "note"
    ]


def test_a_number_that_no_source_has_for_the_name_is_unsupported() -> None:
    source = "In spring the company took delivery of the first Skylark 9. It is a fast boat."
    assert found("The Skylark 8 was delivered early in the year.", source) == [
        ("unsupported", "Skylark 8", "“Skylark 8” stands in no source; source-0 has “Skylark 9”")
    ]
    assert found("The Skylark 9 was delivered early in the year.", source) == []


def test_a_number_in_one_word_with_its_letter_is_unsupported() -> None:
    source = "The yard shows a 3D model of the boat, and the island has had 5G since spring."
    assert found("The yard shows a 2D model.", source) == [
        ("unsupported", "2D", "“2D” stands in no source; source-0 has “3D”")
    ]
    assert found("The yard shows a 3D model.", source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("They sailed the Skylark 8 home.", "The yard built the Skylark 9 and the Skylark 7 in those years."),
        ("They sailed the Skylark 8 home.", "The yard built the Skylark 9 after the Skylark 8."),
        ("They sailed the Skylark 8 home.", "The yard built the boat after the war."),
        ("They came home on March 3.", "Nobody left before March 3 of that spring, or on March 3."),
        ("See Page 8 for more.", "Turn to Page 9 now."),
    ],
)
def test_series_dates_pages_and_years_are_not_reported(draft: str, source: str) -> None:
    assert "unsupported" not in [rule for rule, _, _ in found(draft, source)]


def test_a_copied_sentence_is_reported_once() -> None:
    sentence = "The council bought the ferry Skylark {} for the line to the island."
    assert [rule for rule, _, _ in found(sentence.format(8), sentence.format(9))] == ["wording-altered"]


def test_the_edition_of_a_fair_is_not_contradicted_by_another_edition() -> None:
    written, source = "Velden 2017 was a fair for boats.", "Velden 2015 was the first of the fairs."
    assert [(rule, words) for rule, words, _ in found(written, source)] == [("unsupported", "2017")]
