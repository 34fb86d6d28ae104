"""Which changes between two reports of one utterance matter, and what `compare` makes of those that do not."""

from datetime import date

import pytest

from factcheck.align.told_otherwise import tells_otherwise
from factcheck.model import Document, Quotation, Report
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules

RULES = load_rules()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Another word of substance, another figure, a denial, a doubt, the contrary.
        ("the harbour wall fell in the middle of the night", "the harbour wall fell in the middle of the storm", True),
        ("we pulled four of them out of the water", "we pulled five of them out of the water", True),
        ("we are going to close the ferry line this winter", "we are not going to close the ferry line", True),
        ("the pilot probably saw the buoy too late", "the pilot saw the buoy too late", True),
        ("this year the harvest was better than we hoped", "this year the harvest was worse than we hoped", True),
        # Small words, tenses, other forms of a word, a denial moved, a word left out, initials.
        ("we heard it from the men who were there", "we heard it from men who had been there", False),
        ("she needs all the help that she can get", "she needs all the help she could get", False),
        ("these are the acts of a reckless crew", "these are the actions of a reckless crew", False),
        ("I think the crew weren't ready for the storm", "I don't think the crew were ready for the storm", False),
        ("it is a loss that is easily avoided", "it is a loss that can be avoided", False),
        ("come down and help us solve this today", "come down and help us out with this today", False),
        ("we ask every RDA crew to stay ashore", "we ask every Rescue Diver Association crew to stay ashore", False),
    ],
)
def test_a_change_matters_by_its_words(one: str, other: str, *, expected: bool) -> None:
    a, b = (Quotation(quote=text, role="quotation") for text in (one, other))
    assert tells_otherwise(a, b, RULES) is expected
    assert tells_otherwise(b, a, RULES) is expected


def compared(*quotes: str) -> Report:
    texts = [f"HARNE — The ferry sank on Monday. “{quote},” harbour master Ola Venn said." for quote in quotes]
    day = date(2021, 3, 10)
    return compare([Document(id=f"d{i}", text=text, published=day) for i, text in enumerate(texts)], RULES)


def verdicts(report: Report) -> list[tuple[str, int]]:
    return [(each.verdict, len(each.claims)) for each in report.clusters if each.kind == "quote"]


WHOLE = "We told them twice that the old ferry should never leave the harbour in such a wind"


def test_reports_of_one_utterance_agree_but_for_small_words() -> None:
    report = compared(WHOLE, WHOLE.replace("that the", "the").replace("should never leave", "should never have left"))
    assert verdicts(report) == [("agree", 2)]
    assert report.findings == ()


def test_a_trimmed_quotation_is_no_conflict() -> None:
    report = compared(WHOLE, WHOLE.replace("old ", ""), " ".join(WHOLE.split()[5:]))
    assert verdicts(report) == [("agree", 3)]
    assert report.findings == ()


def test_another_word_of_substance_is_one() -> None:
    report = compared(WHOLE, WHOLE.replace("wind", "fog"))
    assert verdicts(report) == [("differ", 2)]
    assert [each.rule for each in report.findings] == ["sources-differ"]


def test_a_denial_that_is_left_out_is_one() -> None:
    assert verdicts(compared(WHOLE, WHOLE.replace("never ", ""))) == [("differ", 2)]


def test_a_few_words_of_two_people_are_two_quotations() -> None:
    texts = [f"“For the foreseeable future,” {name} said of the closed harbour." for name in ("Ola Venn", "Ria Abel")]
    report = compare([Document(id=name, text=text) for name, text in zip("ab", texts, strict=True)], RULES)
    assert verdicts(report) == [("single", 1), ("single", 1)]


def test_two_parts_of_one_long_quotation_are_of_one_utterance() -> None:
    long = "We told the owners twice. The old ferry should never sail in such a wind. Nobody listened to us in Harne"
    first, second = "We told the owners twice", "The old ferry should never sail in such a wind"
    assert verdicts(compared(long, first, second)) == [("agree", 3)]
