"""A word that a user's folder adds to a list is read wherever the list's own words are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model import Claim, Document, Quantity, Quotation
from factcheck.ruleset import Ruleset, load_rules

PUBLISHED = date(2017, 2, 23)
Layered = Callable[[str], Ruleset]


@pytest.fixture
def layered(tmp_path: Path) -> Layered:
    """The built-in rules with one file of a user's over them."""

    def load(toml: str) -> Ruleset:
        (tmp_path / "own.toml").write_text(toml, encoding="utf-8")
        return load_rules(tmp_path)

    return load


def claims(text: str, rules: Ruleset) -> list[Claim]:
    """What the whole pipeline extracts from a text."""
    return list(pipeline.extract([Document(id="t", text=text, published=PUBLISHED)], rules))


def test_a_scale_multiplies_behind_a_quantifier_as_it_does_behind_a_figure(layered: Layered) -> None:
    rules = layered(
        '[lists]\nscale = { milliard = "1000000000" }\nscale_plural = { milliards = "1000000000" }\n'
        'vague = { milliards = "2000000000..9999999999" }\n'
    )
    (claim,) = claims("The bank lost several milliard euros.", rules)
    assert isinstance(claim.value, Quantity)
    assert (claim.value.low, claim.value.high, claim.value.unit) == (3 * 10**9, 9 * 10**9, "EUR")
    assert claim.text == "several milliard euros"


def test_kin_of_a_user_have_ages_behind_a_comma(layered: Layered) -> None:
    rules = layered('[lists]\nkin = ["stepson", "stepsons"]\n')
    found = claims("She leaves two stepsons, 9 and 6.", rules)
    assert [(c.kind, c.text) for c in found if c.kind == "age"] == [("age", "9"), ("age", "6")]


@pytest.mark.parametrize("text", ["The bridge is safe, per Mayor Holt: “It held.”", "“It held,” per Mayor Holt."])
def test_an_attributing_preposition_of_a_user_names_the_speaker(text: str, layered: Layered) -> None:
    rules = layered('[lists]\nquote_according = ["per"]\n')
    (claim,) = (found for found in claims(text, rules) if isinstance(found.value, Quotation))
    assert isinstance(claim.value, Quotation)
    assert (claim.value.speaker, claim.value.cue) == ("Holt", "per")
