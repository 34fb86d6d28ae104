"""The pieces that `explain` shows make up the score that the judge used."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import load_rules
from factcheck.model import Document
from factcheck.pipeline import explain, prepare

RULES = load_rules()
SOURCE = (
    "The ferry company counted 43,800 crossings in the spring of 2019. Ana Reis signed the order on 2 May 2019.\n"
    "The company bought 12 new buses for Velden, and 300 passengers waited in the rain.\n"
)


def reckoned(parts: list[str]) -> float:
    """The score that the pieces give, in their order."""
    score = 0.0
    for part in parts:
        score = score * float(part[1:]) if part.startswith("×") else min(1.0, score + float(part))
    return score


@pytest.mark.parametrize(
    "text",
    [
        "The ferry company counted 48,300 crossings in the spring of 2019.",
        "Ana Reis signed the order on 3 May 2019.",
        "The ferry company counted 300 crossings, and 12 passengers waited in the rain.",
    ],
)
def test_the_pieces_of_a_score_make_it(text: str) -> None:
    source, draft = (
        Document(id=name, text=body, published=date(2019, 6, 5)) for name, body in (("s", SOURCE), ("d", text))
    )
    found = [one for each in explain(prepare([source], RULES), draft) for one in each.candidates]
    assert found
    for one in found:
        assert reckoned([part.value for part in one.parts]) == pytest.approx(one.alignment.score, abs=0.006)
