"""Small words that change what a figure says, and other words that do not."""

from __future__ import annotations

import pytest

from factcheck.model import Severity
from tests.test_reworded import checked


def told(draft: str, source: str) -> list[str]:
    """The warnings and errors of a draft, each with its severity."""
    return [f"{each.severity.name}: {each.message}" for each in checked(draft, source).findings
            if each.severity >= Severity.warning]  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "source", "start"),
    [
        ("Exactly 600 voters were turned away.", "Around 600 voters were turned away, observers said.",
         "warning: bound changed"),
        ("Precisely 40 boats sank in the bay.", "About 40 boats sank in the bay.", "warning: bound changed"),
        ("Three-quarters of the reef has bleached since March.",
         "Two-thirds of the reef has bleached since March, divers say.", "error: “Three-quarters"),
        ("Three-quarters of the tea comes from a single valley.", "One quarter of the tea comes from a single valley.",
         "error: one digit changed"),
        ("Half of the nurses quit.", "A third of the nurses quit.", "error: “Half of the nurses”"),
        ("The bill would halve the supply of rural doctors by 2030.",
         "The bill would halve the shortage of rural doctors by 2030.", "error: contrary changed"),
        ("The 40 guards at the port are no longer in danger.", "The 40 guards at the port are still in danger.",
         "error:"),
        ("The fare went up by €4.20.", "The fare went up to €4.20, from €3.90.", "error: level and change confused"),
        ("The lease costs the club £12,000 a month.", "The lease costs the club £12,000 a year.",
         "error: unit changed"),
        ("Revenue was $52 million and profit $7 million.",
         "Revenue came to $7 million and profit to $52 million, thanks to a sale.",
         "warning: “$52 million” stands in no source; the figure in s1 is of another measure"),
    ],
)  # fmt: skip
def test_a_small_word_changes_the_sense(draft: str, source: str, start: str) -> None:
    assert any(each.startswith(start) for each in told(draft, source)), told(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Exactly 600 voters were turned away.", "600 voters were turned away, observers said."),
        ("Some 600 voters were turned away.", "Around 600 voters were turned away, observers said."),
        ("A third of the nurses quit.", "One in three nurses quit."),
        ("The lease costs the club £12,000 a year.", "The lease costs the club £1,000 a month."),
        ("The ferry leaves every 30 minutes.", "A ferry leaves every half hour."),
        ("The ferry leaves every half an hour.", "A ferry leaves every 30 minutes."),
        ("Owen Tate has been coach of the Harriers since 1 July 2018.",
         "Owen Tate became coach of the Harriers on 1 July 2018."),
        ("The firm first offered the miners a rise of 2 percent, and later 5 percent, which they took.",
         "The miners accepted a rise of 5 percent. Their employer had first offered 2 percent."),
        ("The 71-year-old was led out of the court in the old house.",
         "They will mend the 140-year-old house, where the court is."),
    ],
)  # fmt: skip
def test_other_words_for_the_same_are_quiet(draft: str, source: str) -> None:
    assert not any(each.startswith("error") for each in told(draft, source))
