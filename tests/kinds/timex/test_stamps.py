"""Which dates say when a text was published or changed, and which are told by a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract import claims_of
from factcheck.kinds.timex import stamps
from factcheck.model import Document
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()


def dates(text: str) -> list[str]:
    """The dates of a text that are no stamps, nor alone on their line."""
    parsed = parse(Document(id="text", text=text, published=date(2015, 5, 5)), RULES)
    found = [claim for claim in claims_of([parsed]) if claim.kind in ("date", "time")]
    stamped = stamps(parsed.document, parsed.sentences, found, RULES, bare=True)
    return [claim.text for claim in found if claim.start not in stamped]


@pytest.mark.parametrize(
    "stamp",
    [
        "Published Monday, May 4, 2015",
        "(Published Monday, May 4, 2015)",
        "Updated: 6:45 p.m. | Posted: 2:58 p.m.",
        "4 May 2015 Last updated at 10:10 GMT",
        "Last updated at 10:39 a.m. on Sunday, May 3",
        "Posted by Ida Roth on 4 May 2015",
        "By Ida Roth. CREATED May 4, 2015 - UPDATED: May 5, 2015",
        "Monday, May 4, 2015",
        "May 4, 2015 10:00 PM",
        "Mill burns in Orrel Posted: Monday, May 4, 2015 11:24 AM EST Updated: Tuesday, May 5, 2015 3:45 PM EST",
    ],
)
def test_the_time_of_a_stamp_is_no_claim(stamp: str) -> None:
    assert dates(f"{stamp}\n\nThe mill burned down on Sunday.") == ["Sunday"]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE @ 12:30 p.m. (May 4): The mill burned down on Sunday.",
        "UPDATE 8:30 PM, MAY 4 - The mill burned down on Sunday.",
        "UPDATED May 4: The mill burned down on Sunday.",
        "[2 p.m.] UPDATE: The mill burned down on Sunday.",
        "The mill burned down on Sunday. (Published Monday, May 4, 2015)",
    ],
)
def test_a_stamp_before_or_behind_a_sentence_is_no_claim(text: str) -> None:
    assert dates(text) == ["Sunday"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The novel was published 12 June 1950.", "12 June 1950"),
        ("Published 12 June 1950 in Dublin, the novel sold well.", "12 June 1950"),
        ("Update: On May 4, 2015, the charges were dropped.", "May 4, 2015"),
        ("Updated rules take effect on Monday.", "Monday"),
        ("Plans Filed on Monday Draw Protest", "Monday"),
        ("Monday, May 4, 2015", "Monday, May 4, 2015"),
        ("Opening hours\n\nJanuary\n\nThe mill is closed.", "January"),
    ],
)
def test_a_date_that_a_sentence_tells_is_a_claim(text: str, found: str) -> None:
    assert dates(text) == [found]


def test_a_date_alone_on_its_line_may_be_what_a_text_tells() -> None:
    parsed = parse(Document(id="text", text="Mill burns\n\nMonday, May 4, 2015\n\nIt burnt.", published=None), RULES)
    found = [claim for claim in claims_of([parsed]) if claim.kind == "date"]
    (told,) = found
    assert not stamps(parsed.document, parsed.sentences, found, RULES)
    assert stamps(parsed.document, parsed.sentences, found, RULES, bare=True) == {told.start}
