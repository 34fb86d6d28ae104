"""The relation between two wordings, from verbatim to paraphrase, in either order."""

from __future__ import annotations

import pytest

from factcheck.kinds.quotation import QUOTATION, leaves_out, shared_words, similarity
from factcheck.model import Comparison, Quantity, Quotation
from tests.kinds.quotation.reading import RULES

WHOLE = "We will not shut the northern pier before the spring storms are over, and nobody has asked us to."


def compared(one: str, two: str) -> Comparison:
    first, second = Quotation(one), Quotation(two)
    found, turned = QUOTATION.compare(first, second, RULES), QUOTATION.compare(second, first, RULES)
    assert (found.relation, found.wording) == (turned.relation, turned.wording)
    return found


LADDER = [
    (WHOLE, WHOLE, "same", "verbatim"),
    (WHOLE, WHOLE.upper(), "same", "typography"),
    ("It’s over – now,", "It's over, now.", "same", "typography"),
    ("the colour of the harbour", "the color of the harbor", "same", "typography"),
    ("we organised the programme", "we organized the program", "same", "typography"),
    ("moving towards the centre", "moving toward the center", "same", "typography"),
    ("we travelled and analysed", "we traveled and analyzed", "same", "typography"),
    ("20 per cent of us", "20% of us", "same", "typography"),
    ("20 percent of seven", "20 per cent of 7", "same", "typography"),
    ("the U.S. coast", "the US coast", "same", "typography"),
    ("the Koran of Sheik Mohamed", "the Quran of Sheikh Muhammad", "same", "typography"),
    ("we sail w/ nets w/o ice b/c we must", "we sail with nets without ice because we must", "same", "typography"),
    ("we sail 24/7 and/or sink", "we sail 24 7 and or sink", "same", "typography"),
    ("there is r-- rot in the -- in the mast", "there is rot in the mast", "same", "typography"),
    ("there is ro— rot in the mast – in the mast", "there is rot in the mast", "same", "typography"),
    ("w-we saw the mast and I-I knew", "we saw the mast and I knew", "same", "typography"),
    ("the mast – a long mast – broke", "the mast, a long mast, broke", "same", "typography"),
    ("the mast – long – broke", "the mast broke", "different", "trimmed unmarked"),
    ("and then we, you know, we cut the mast down", "and then we cut the mast down", "consistent", "trimmed unmarked"),
    ("we cut the, uh, the mast down at noon", "we cut the mast down at noon", "consistent", "trimmed unmarked"),
    ("close co-ordination", "close coordination", "same", "spacing"),
    ("t hey left", "they left", "same", "spacing"),
    ("nobody's seen it", "nobody has seen it", "consistent", "contraction"),
    ("we're sure we can't", "we are sure we cannot", "consistent", "contraction"),
    ("I'd say it isn't so", "I would say it is not so", "consistent", "contraction"),
    (WHOLE, "shut the northern pier", "consistent", "part of"),
    (WHOLE, "We won't shut the northern pier", "consistent", "part of"),
    (WHOLE, "nobody's asked us to", "consistent", "part of"),
    ("a plan for close co-ordination of crews", "close coordination", "consistent", "part of"),
    (WHOLE, "We will not shut the northern pier … and nobody has asked us to.", "consistent", "trimmed"),
    (WHOLE, "We will not shut ... before the spring storms are over", "consistent", "trimmed"),
    (WHOLE, "We will not shut [it] before the spring storms are over", "consistent", "trimmed"),
    ("shut the pier (in Hull) before spring", "we will shut the pier before spring", "consistent", "trimmed"),
    (WHOLE, "We will not shut the pier before the spring storms are over", "different", "trimmed unmarked"),
    (WHOLE, WHOLE.replace("northern", "southern"), "different", "one word changed"),
    (WHOLE, WHOLE.replace("We will not", "They will now"), "different", "two words changed"),
    (WHOLE, "They will not shut the northern pier", "different", "one word changed"),
    (WHOLE, "before the spring storms are gone", "different", "one word changed"),
    ("we will … never shut it", "we will ... always shut it", "different", "one word changed"),
    ("the pier is safe", "the pier is not safe", "different", "one word changed"),
    ("the pier isn't safe", "the pier safe", "different", "one word changed"),
    ("we will shut it soon", "we will shut it very soon", "different", "trimmed unmarked"),
    ("“nobody’s” — seen it", '"Nobody\'s" - seen it', "same", "typography"),
    ("they'd gone, y'all", "they had gone, you all", "consistent", "contraction"),
    (WHOLE, "[The mayor] will not shut the northern pier", "consistent", "trimmed"),
    (WHOLE, "We will not shut the northern pier [in Hull] before the spring storms are over", "consistent", "trimmed"),
    (WHOLE, "Nothing of the kind is planned by any of us this year.", "different", "paraphrase"),
    ("northern pier", "spring tide", "different", "paraphrase"),
    ("It rains. The pier is shut for good.", "The pier is shut for good. We sail.", "consistent", "overlap"),
    (
        "The pier is shut for good. It rains.",
        "Now the pier is open for good. It snows.",
        "different",
        "two words changed",
    ),
    ("…", WHOLE, "held", "no words"),
    ("we lost farms & barns", "we lost farms and barns", "same", "typography"),
    ("twenty-one boats and 1,200 nets", "21 boats and 1200 nets", "same", "typography"),
    ("we paid them £3.5m, not 2bn", "we paid them £3.5 million, not 2 billion", "same", "typography"),
    ("we paid them £3.5m", "we paid them £3.5 billion", "different", "one word changed"),
    ("the 5th boat and the 3d one", "the 5 boat and the 3 one", "different", "two words changed"),
    ("meet me at 10.30 by the pier", "meet me at 10:30 by the pier", "same", "typography"),
    ("we found 3-5 grams in each toy", "we found 3.5 grams in each toy", "different", "two words changed"),
    ("take 1-2 million nets ashore", "take 12 million nets ashore", "different", "two words changed"),
    ("get that d***ed boat off the pier", "get that damned boat off the pier", "consistent", "overlap"),
    ("what the [expletive] is going on here", "what the hell is going on here", "consistent", "trimmed"),
    ("then [Keel] is going to stay by it", "then he's going to stay by it", "consistent", "overlap"),
    ("they call us mad for [our views]. And in part", "they call us mad for that belief", "consistent", "overlap"),
    ("we will [not] shut the northern pier", "we will shut the northern pier", "different", "one word changed"),
    ("the pier is [closed] until we go", "the pier is never safe until we go", "different", "negation left out"),
    ("the pier is ... safe until we go", "the pier is not safe until we go", "different", "negation left out"),
    ("the oil … harm[s] small fish", "the oil may harm small fish", "different", "hedge left out"),
    ("the oil … harm[s] small fish", "the oil, my father says, may also harm small fish", "consistent", "trimmed"),
    ("we are not … going to shut it", "we are not, I repeat, not going to shut it", "consistent", "trimmed"),
    ("we knew [in March] of the crack", "we knew in May of the crack", "different", "two words changed"),
    ("we knew [in May] of the crack", "we knew then of the crack", "consistent", "trimmed"),
    ("we knew [on Monday] of the crack", "we knew on Friday of the crack", "different", "two words changed"),
    ("we told [40] of them", "we told 14 of them", "different", "one word changed"),
    ("... safe until we go", "the pier is not safe until we go", "different", "negation left out"),
    ("the pier is ... safe", "the pier is old and not as good as it was, but safe", "consistent", "trimmed"),
    ("here @realRexKeel is taking our nets", "here Rex Keel is taking our nets", "consistent", "overlap"),
    ("here @realRexKeel is taking our nets", "here John Tiller is taking our nets", "different", "two words changed"),
    (
        "I do not know what to make of it. I do not have a book for it but this, I am sorry.",
        "I do not have a book for it but this, I am sorry. We go through it now, and then we go to bed.",
        "consistent",
        "overlap",
    ),
    (
        "I saw that the men who slept in the cabin that was painted the day before we left woke up sick",
        "I saw that men who slept in the cabin … woke up sick, and the cook did not",
        "consistent",
        "trimmed",
    ),
    ("the men who slept in the cabin woke up", "the men who slept in a cabin woke up", "different", "one word changed"),
    (
        "His mother asked that … again. Who has to get them?",
        "Who has to give them nets?",
        "different",
        "one word changed",
    ),
    (
        "the best of the boats … the best of the nets",
        "the best of the crews, the best of the nets",
        "different",
        "one word changed",
    ),
    (
        "and so no [email protected] e-mails of that year were kept by us",
        "and so no ann@orr.com emails of that year were kept by us",
        "consistent",
        "overlap",
    ),
    (
        "and so no [box] emails of that year were kept by us",
        "and so no ann@orr.com e-mails of that year were kept by us",
        "consistent",
        "overlap",
    ),
    (
        "and so no [box] 1-2 nets of that year were kept by us",
        "and so no ann@orr.com 12 nets of that year were kept by us",
        "different",
        "four words changed",
    ),
    ("it was, you know, a long night", "it was a long night", "consistent", "trimmed unmarked"),
    ("it was a, a long night", "it was a long night", "consistent", "trimmed unmarked"),
    ("it was, you know, a long cold night", "it was a long night", "different", "trimmed unmarked"),
    ("wants to take your nets away", "wants to take away your nets", "different", "one word changed"),
    (
        "if it does not rain on us we will sail",
        "if it doesn't rain on you we will sail",
        "different",
        "one word changed",
    ),
]


@pytest.mark.parametrize(("one", "two", "relation", "how"), LADDER, ids=[f"{c[3]}: {c[1][:40]}" for c in LADDER])
def test_relation(one: str, two: str, relation: str, how: str) -> None:
    found = compared(one, two)
    assert (found.relation, found.wording) == (relation, how)


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("use of military forces in immigration", "use of military force for immigration", "“forces in” → “force for”"),
        ("force for immigration here", "forces in immigration here", "“force for” → “forces in”"),
        ("at a rate that we never saw, sir", "at a rate we never saw here", "“that” missing; “sir” → “here”"),
        ("a rate we never saw, sir", "a rate that we never saw here", "“that” added; “sir” → “here”"),
        ("the pier is safe", "the pier is not safe", "“not” added"),
        ("shut the pier at last", "shut the old pier at last", "“old” left out without a mark"),
    ],
)
def test_the_reason_shows_the_words(one: str, two: str, reason: str) -> None:
    assert compared(one, two).reason == reason


def test_spelling_rules_do_not_merge_different_words() -> None:
    assert compared("we filled four forms", "we filed for forms").relation == "different"


def test_eleven_changed_words_are_counted_in_figures() -> None:
    changed = " ".join(["keep"] * 14 + [f"old{n}" for n in range(11)] + ["end"])
    other = " ".join(["keep"] * 14 + [f"new{n}" for n in range(11)] + ["end"])
    assert compared(changed, other).wording == "11 words changed"


@pytest.mark.parametrize(
    ("trimmed", "whole", "expected"),
    [
        ("We shut the pier at last", "We shut the old pier at last", True),
        ("We shut the old pier at last", "We shut the pier at last", False),
        ("We shut the pier at last", "We shut the old pier at last, and we are glad of it", True),
        ("We shut the old pier at last", "We shut the pier at last, and we are glad of it", False),
        ("We shut the pier at last", "We shut the pier at last", False),
        ("We shut it", "We did not shut it", False),
    ],
)
def test_leaves_out_is_true_only_of_the_shorter_wording(trimmed: str, whole: str, expected: bool) -> None:
    assert leaves_out(Quotation(trimmed), Quotation(whole), RULES) is expected


def said(speaker: str | None, named: str | None = None) -> Quotation:
    return Quotation("The pier is shut", speaker, "said", "quotation", named)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (said("John Keel"), said("Rex Tiller")),
        (said("John Keel"), said("Tiller")),
        (said("Bill Clarion"), said("Maria Clarion")),
        (said("John Keel", "Mr. Keel"), said("Rex Tiller", "Secretary of State Rex Tiller")),
    ],
)
def test_other_speaker(one: Quotation, two: Quotation) -> None:
    found = QUOTATION.compare(one, two, RULES)
    assert (found.relation, found.wording) == ("different", "other speaker")
    assert QUOTATION.compare(two, one, RULES).wording == "other speaker"
    assert str(one.speaker) in found.reason
    assert str(two.speaker) in found.reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (said("John Keel"), said("Keel")),
        (said("John F. Keel"), said("John Keel")),
        (said("John Keel Jr."), said("John Keel")),
        (said("Mr. Keel"), said("John Keel")),
        (said("Bob Keel"), said("Robert Keel")),
        (said("Rob Keel"), said("Robert Keel")),
        (said("Enrique Peña Nidal"), said("Pena Nidal")),
        (said("Enrique Peña Nidal"), said("Pe a Nidal")),
        (said("Andrew Wetzler"), said("Andrew Welzler")),
        (said("Osuna"), said("Miguel Ángel Osuna Chard")),
        (said("John Keel"), said(None)),
        (said("John Keel"), said("Rex Tiller", "he")),
        (said("John Keel"), said("Rex Tiller", "the secretary")),
        (said("John Keel"), said("Rex Tiller", "")),
        (said("John Keel"), said("a harbour official")),
        (said("John Keel"), said("the Harbour Board")),
        (said("John Keel"), said("White House")),
        (said("John Keel"), said("HCN")),
        (said("John Keel"), said("police")),
        (said("John Keel"), said("John Keel and Rex Tiller")),
        (said("Lee"), said("Leo")),
    ],
)
def test_no_other_speaker(one: Quotation, two: Quotation) -> None:
    if {one.speaker, two.speaker} == {"Lee", "Leo"}:
        assert QUOTATION.compare(one, two, RULES).wording == "other speaker"
    else:
        assert QUOTATION.compare(one, two, RULES).relation == "same"


def test_changed_words_count_more_than_the_speaker() -> None:
    one, two = Quotation("The pier is shut today", "John Keel"), Quotation("The pier is open today", "Rex Tiller")
    assert QUOTATION.compare(one, two, RULES).wording == "one word changed"


def test_a_borrowed_word_is_held_and_not_counted_as_altered() -> None:
    scare = Quotation("the northern pier", role="scare")
    assert QUOTATION.compare(scare, Quotation("the southern pier"), RULES).relation == "held"
    assert QUOTATION.compare(scare, Quotation("the northern pier"), RULES).relation == "same"


def test_a_quotation_against_another_kind_is_held() -> None:
    assert QUOTATION.compare(Quotation("no"), Quantity(None, None, None), RULES).relation == "held"


def test_similarity() -> None:
    whole = Quotation(WHOLE)
    assert similarity(whole, whole, RULES) == 1
    assert similarity(whole, Quotation("nobody has asked us to"), RULES) > 0.9
    assert similarity(whole, Quotation("The budget was agreed on Friday night in Oslo."), RULES) < 0.6
    reworded = Quotation("The northern pier stays open until the storms of spring have gone.")
    assert (
        0.5
        < similarity(whole, reworded, RULES)
        < similarity(whole, Quotation(WHOLE.replace("northern", "southern")), RULES)
    )
    assert similarity(whole, Quotation("…"), RULES) == 0
    assert similarity(whole, reworded, RULES) == similarity(reworded, whole, RULES)


def test_a_longer_part_is_more_similar_than_a_shorter_one() -> None:
    whole = Quotation(WHOLE)
    assert similarity(whole, Quotation("pier"), RULES) < similarity(whole, Quotation(WHOLE[:40]), RULES) < 1


def test_shared_words() -> None:
    assert shared_words("They were going towards the harbours", RULES) == shared_words("toward harbors", RULES)
    assert shared_words("as an adjective", RULES) == {"adjectiv"}
    assert shared_words("to be or not", RULES) == {"to", "be", "or", "not"}
    assert shared_words("…", RULES) == frozenset()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (said("John Keel", "the Oregon Republican"), said("Rex Tiller")),
        (said("Oregon Democrat", "The Oregon Democrat"), said("John Keel")),
        (said("AG Keel"), said("John Keel")),
        (said("JD Keel"), said("James Keel")),
    ],
)
def test_a_description_or_a_title_in_capitals_is_no_other_name(one: Quotation, two: Quotation) -> None:
    assert QUOTATION.compare(one, two, RULES).relation == "same"
    assert QUOTATION.compare(two, one, RULES).relation == "same"
