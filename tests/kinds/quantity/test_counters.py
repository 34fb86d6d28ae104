"""Counters of pictures and pages are no figures; a fraction is one."""

from __future__ import annotations

import pytest

from tests.kinds.quantity.reading import numbers


@pytest.mark.parametrize(
    "text",
    [
        "Image 2 of 31 Firefighters at the mill.",
        "Photo 2/31",
        "2/31 The mill in May.",
        "The mill by night 2 / 31 Back to the page",
    ],
)
def test_image_counters_are_no_figures(text: str) -> None:
    assert numbers(f"The mill burned.\n{text}\nNobody was hurt.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("The mill sold 3 of 12 looms.", ["3", "12 looms"]), ("1/5 of the looms were lost.", ["1/5 of the looms"])],
)
def test_parts_and_fractions_are_figures(text: str, found: list[str]) -> None:
    assert [claim.text for claim in numbers(text)] == found
