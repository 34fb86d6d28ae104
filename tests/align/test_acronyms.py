"""An acronym stands for the words of its long form, where the texts give one."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import compare, load_rules
from factcheck.align.acronyms import acronyms
from factcheck.model import Document
from factcheck.text.tokens import language_of

RULES = load_rules()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Department of Harbour Safety (DHS) said", {"DHS": ("Department", "Harbour", "Safety")}),
        ("the Velden Coast Patrol (VCP) said", {"VCP": ("Velden", "Coast", "Patrol")}),
        ("Institute for the Study of the Sea (ISS)", {"ISS": ("Institute", "Study", "Sea")}),
        ("the ferry Estrella (IMO) sank", {}),
        ("he lost (DNF) the race", {}),
        ("the harbour union of all the small crews (HUC)", {}),
        ("the Harbour Office (HO) and the Hallow Orchestra (HO)", {}),
        ("", {}),
    ],
)
def test_long_forms(text: str, found: dict[str, tuple[str, ...]]) -> None:
    assert acronyms([language_of(RULES).tokens(text)]) == found


def test_an_acronym_meets_its_long_form_in_another_report() -> None:
    texts = [
        "The Department of Harbour Safety (DHS) is small.\n\nDHS hired two crews for the winter.",
        "Two crews come to the Department of Harbour Safety when it gets cold.",
    ]
    documents = [Document(id=f"d{n}", text=text, published=date(2019, 6, 5)) for n, text in enumerate(texts)]
    joined = [[each.text for each in group.claims] for group in compare(documents, RULES).clusters]
    assert ["two crews", "Two crews"] in joined
    undefined = [
        Document(id="d0", text="DHS hired two crews for the winter.", published=date(2019, 6, 5)),
        documents[1],
    ]
    assert ["two crews", "Two crews"] not in [
        [each.text for each in group.claims] for group in compare(undefined, RULES).clusters
    ]
