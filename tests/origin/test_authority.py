"""Reports that all rest on one named authority say so."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, compare, load_rules
from factcheck.model import Document
from factcheck.origin.authority import common_authority

RULES = load_rules()


@pytest.mark.parametrize(
    ("sentences", "authority"),
    [
        (["The Harbour Office said so.", "It was so, according to the Harbour Office."], "Harbour Office"),
        (["The U.S. Coast Patrol said so.", "The USCP reported it."], "U.S. Coast Patrol"),
        (["The interior ministry said so.", "So the interior ministry announced."], "interior ministry"),
        (["Ana Reis said so.", "Reis told reporters."], "Ana Reis"),
        (["Mayor Ana Reis said so, and the police confirmed it.", "The police said so."], "police"),
        (["Ana Reis said so.", "Tom Haas said so."], None),
        (["Ana Reis said so.", "It was so."], None),
        (["She said so.", "She said so."], None),
        (["Residents said so.", "Residents said so."], None),
        ([], None),
    ],
)
def test_whose_word_it_is(sentences: list[str], authority: str | None) -> None:
    assert common_authority(sentences, RULES) == authority


STORIES = [
    "The tremor threw down 412 chimneys in Velden, the Seismic Institute said on Tuesday.",
    "According to the Seismic Institute, 412 chimneys fell when the tremor came to Velden in the night.",
    "After the tremor 412 chimneys lay in the streets of Velden.",
]


def documents(count: int) -> list[Document]:
    return [Document(id=f"d{n}", text=text, published=date(2019, 6, 5)) for n, text in enumerate(STORIES[:count])]


def test_agreement_on_one_authority_is_told() -> None:
    reasons = [each.reason for each in compare(documents(2), RULES).clusters if len(each.claims) > 1]
    assert "2 independent origins agree, all on the word of Seismic Institute" in reasons
    reasons = [each.reason for each in compare(documents(3), RULES).clusters if len(each.claims) > 1]
    assert "3 independent origins agree" in reasons


def test_a_draft_is_told_as_well() -> None:
    draft = Document(id="draft", text="The tremor threw down 412 chimneys in Velden.", published=date(2019, 6, 6))
    (judged,) = check([draft], documents(2), RULES).judged
    assert (judged.verdict, judged.reason) == (
        "agree",
        "2 independent origins agree, all on the word of Seismic Institute",
    )
