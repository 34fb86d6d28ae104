"""Who did what to whom in two sentences of the same words."""

from __future__ import annotations

import pytest

from tests.test_reworded import altered


@pytest.mark.parametrize(
    ("draft", "source", "words"),
    [
        ("The landlord sued the tenant for 18,000 euros.", "The tenant sued the landlord for 18,000 euros.",
         "The landlord sued the tenant"),
        ("Parents support the merger of the schools while teachers oppose it, a survey of 900 found.",
         "A survey of 900 found that teachers support the merger of the schools while parents oppose it.",
         "Parents support the merger of the schools while teachers"),
        ("Belm was sued by Orme Foods for $3 million.", "Orme Foods was sued by Belm for $3 million.",
         "Belm was sued by Orme Foods"),
        ("Belm sold the mill to Orme Foods for $3 million.", "Orme Foods sold the mill to Belm for $3 million.",
         "Belm sold the mill to Orme Foods"),
        ("In May the guard hit the prisoner.", "The prisoner hit the guard in May.",
         "the guard hit the prisoner"),
        ("Nurses blame doctors for the 40 errors.", "Doctors blame nurses for the 40 errors.", "Nurses blame doctors"),
        ("The convoy drove from Orme to Boden with 40 trucks.", "The convoy drove from Boden to Orme with 40 trucks.",
         "Orme to Boden"),
        ("The ministry accused the hospital of 40 false bills.", "The hospital accused the ministry of 40 false bills.",
         "The ministry accused the hospital"),
    ],
)  # fmt: skip
def test_two_that_changed_places_are_told(draft: str, source: str, words: str) -> None:
    (found,) = altered(draft, source)
    assert found.message.startswith(f"roles changed: “{words}”")
    assert altered(draft, draft) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The landlord sued the tenant for 18,000 euros.", "The tenant was sued by the landlord for 18,000 euros."),
        ("For 18,000 euros the landlord sued the tenant.", "The landlord sued the tenant for 18,000 euros."),
        ("Ana met Ivo at 4 a.m. in Skarn.", "Ivo met Ana at 4 a.m. in Skarn."),
        ("Doctors and nurses blame us for the 40 errors.", "Nurses and doctors blame us for the 40 errors."),
        ("Belm bought the mill from Orme Foods for $3 million.", "Orme Foods sold the mill to Belm for $3 million."),
        ("A survey of 900 found that parents oppose the merger and teachers support it.",
         "A survey of 900 found that teachers support the merger and parents oppose it."),
        ("The landlord did not sue the tenant for 18,000 euros.", "The tenant sued the landlord for 18,000 euros."),
    ],
)  # fmt: skip
def test_the_same_roles_in_another_order_are_no_change(draft: str, source: str) -> None:
    assert not any("roles" in each.message for each in altered(draft, source))
