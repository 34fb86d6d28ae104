"""Reports that all attribute a fact to one named authority are noted as such."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import check, compare, load_rules
from factcheck.model import Document
from factcheck.origin.authority import common_authority
from factcheck.origin.credit import outlet_of

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
def test_common_authority(sentences: list[str], authority: str | None) -> None:
    assert common_authority(sentences, RULES) == authority


def test_a_project_may_add_a_leading_article(tmp_path: Path) -> None:
    (tmp_path / "origin.toml").write_text('[lists]\nleading_article = ["ye"]\n')
    rules = load_rules(tmp_path)
    sentences = ["Ye Harbour Office said so.", "It was so, according to the Harbour Office."]
    assert common_authority(sentences, RULES) == "Ye Harbour Office"
    assert common_authority(sentences, rules) == "Harbour Office"
    assert outlet_of("Ye Harbour Post", [], rules) == outlet_of("The Harbour Post", [], rules) == "harbour post"


STORIES = [
    "The tremor threw down 412 chimneys in Velden, the Seismic Institute said on Tuesday.",
    "According to the Seismic Institute, 412 chimneys fell when the tremor came to Velden in the night.",
    "After the tremor 412 chimneys lay in the streets of Velden.",
]


def documents(count: int) -> list[Document]:
    return [Document(id=f"d{n}", text=text, published=date(2019, 6, 5)) for n, text in enumerate(STORIES[:count])]


def test_agreement_names_the_common_authority() -> None:
    reasons = [each.reason for each in compare(documents(2), RULES).clusters if len(each.claims) > 1]
    assert "2 independent origins agree, all on the word of Seismic Institute" in reasons
    reasons = [each.reason for each in compare(documents(3), RULES).clusters if len(each.claims) > 1]
    assert "3 independent origins agree" in reasons


def test_the_verdict_on_a_draft_names_the_common_authority() -> None:
    draft = Document(id="draft", text="The tremor threw down 412 chimneys in Velden.", published=date(2019, 6, 6))
    (judged,) = check([draft], documents(2), RULES).judged
    assert (judged.verdict, judged.reason) == (
        "agree",
        "2 independent origins agree, all on the word of Seismic Institute",
    )
