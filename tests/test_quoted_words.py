"""What may be written otherwise in a quotation, and what a cut may not leave out, beside a release of the words."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.model import Document

RULES = load_rules()
RELEASE = """STATEMENT BY MAYOR EDDA FLINT

4 May 2020

I thank you all for coming to the harbour. {} That is all that I have to say tonight."""
STORY = "ORME, 4 May 2020 — It was cold.\n\n“{},” Mayor Edda Flint said."


def found(quote: str, source: str) -> set[str]:
    draft = Document(id="draft", text=f"“{quote},” Mayor Edda Flint said.")
    findings = check([draft], [Document(id="source", text=source)], RULES).findings
    return {each.rule for each in findings if each.rule != "single-source"}


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("I met General Marcus Bell on the night of the fire.", "I met Gen. Marcus Bell on the night of the fire"),
        (
            "I met Lt. Col. Marcus Bell at the gate of the yard.",
            "I met Lieutenant Colonel Marcus Bell at the gate of the yard",
        ),
        ("We sailed for the United States on 12 March.", "We sailed for the U.S. on 12 Mar."),
        ("The pier has cost us twelve million dollars so far.", "The pier has cost us $12 million so far"),
        ("The har\u200bbour has been closed for nine weeks.", "The harbour has been closed for nine weeks"),
        ("We thank Smith &amp; Sons for the work they did.", "We thank Smith & Sons for the work they did"),
        ("Our labour and our honour built these walls long ago.", "Our labor and our honor built these walls long ago"),
    ],
)
def test_what_changes_nothing(said: str, quote: str) -> None:
    assert found(quote, RELEASE.format(said)) == set()


@pytest.mark.parametrize("masked", ["f---ing", "f——ing", "f*****g"])
def test_masked_letters_change_nothing(masked: str) -> None:
    assert (
        found(f"This is a {masked} mess and they know it", STORY.format("This is a fucking mess and they know it"))
        == set()
    )


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        # A negation right before a piece, however much is cut out.
        ("The boat is safe, but it is not permitted to sail in winter.", "The boat is … permitted to sail in winter"),
        (
            "I am far from happy with the way the ministry treats us.",
            "I am … happy with the way the ministry treats us",
        ),
        ("We must stop selling our boats to the mainland.", "We must … [sell] our boats to the mainland"),
        # A denied subject, and one that brackets take the place of.
        ("Nobody in this office is proud of how long the talks have taken.", "proud of how long the talks have taken"),
        ("Nobody from the yard has ever stood on that pier.", "[The yard] has … stood on that pier"),
        # What others say.
        ("Some people say we took the money from the ferry fund.", "We took the money from the ferry fund"),
        ("They lie when they say that we took the money.", "We took the money"),
        # Limits.
        ("We will not sell the old night boat until the union agrees.", "We will not sell the old night boat"),
        ("We will sell the old night boat, but not this year.", "We will sell the old night boat"),
        # What takes it back.
        ("We do not wish to sue the mainland, but we will if we must.", "We do not wish to sue the mainland"),
        ("We hoped to keep the night boat, but we can't.", "We hoped to keep the night boat"),
        ("We want to keep the night boat, though we may not.", "We want to keep the night boat"),
    ],
)
def test_a_cut_that_turns_the_sense_is_an_altered_quotation(said: str, quote: str) -> None:
    assert found(quote, RELEASE.format(said)) == {"quote-altered"}


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("I think that we took the right way out of the harbour.", "we took the right way out of the harbour"),
        ("We will sail until the ice comes to the harbour mouth.", "We will sail"),
        ("We want to keep the night boat, but we will not keep the pier.", "We want to keep the night boat"),
        ("We want to keep the night boat, but we will if we must.", "We want to keep the night boat"),
        ("We do not wish to sue the mainland, but we are ready.", "We do not wish to sue the mainland"),
        ("No doubt the boat will be late again this winter.", "the boat will be late again this winter"),
    ],
)
def test_a_cut_that_leaves_the_sense_is_none(said: str, quote: str) -> None:
    assert found(quote, RELEASE.format(said)) == set()
