"""The measures on the marked events stay at or above tests/floors.toml, which is only ever raised."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests import gold


@pytest.mark.parametrize("name", sorted(gold.floors()))
def test_measure_is_not_below_its_floor(name: str) -> None:
    tally = gold.measure()
    misses = [miss for miss in tally.misses if miss.startswith(f"{name}: ")]
    assert tally.shares()[name] >= gold.floors()[name], "\n".join(misses)


def test_every_measure_has_a_floor() -> None:
    assert set(gold.measure().shares()) == set(gold.floors())


def test_a_floor_is_never_lowered() -> None:
    old = {"recall.count": Decimal("0.9"), "traps": Decimal("0.5"), "gone": Decimal("0.7")}
    new = gold.raised(old, {"recall.count": Decimal("0.8"), "traps": Decimal("0.6"), "new": Decimal("0.1")})
    assert new == {
        "recall.count": Decimal("0.9"),
        "traps": Decimal("0.6"),
        "gone": Decimal("0.7"),
        "new": Decimal("0.1"),
    }


def test_a_share_is_rounded_down() -> None:
    tally = gold.Tally()
    for hit in (True, True, False):
        tally.add("traps", hit, "a place")
    assert tally.shares() == {"traps": Decimal("0.666")}
    assert tally.misses == ["traps: a place"]
