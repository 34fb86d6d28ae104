"""Whether two quotations whose words differ give one utterance."""

from __future__ import annotations

import pytest

from factcheck.kinds.quotation import QUOTATION
from factcheck.kinds.quotation.utterance import one_utterance
from factcheck.model import Quotation
from tests.kinds.quotation.reading import RULES

GONE = "the wall is gone and we heard it go"


def told(quote: str, speaker: str | None = "Ann Orr") -> Quotation:
    return Quotation(quote, speaker, "said", "quotation", speaker)


ONE = [
    (told("we are not supposed to use it"), told("we are not supposed to use that word. You know it")),
    (told("we will not leave the valley this year"), told("we will never leave the valley this year", "Orr")),
    (told(GONE), told(GONE.replace("wall", "roof"), "Jo Lund")),
    (told(GONE, None), told(GONE.replace("wall", "roof"))),
    (told("Her credentials are beyond reproach"), told("Her merits are beyond reproach")),
    (told("we look at the harbour as a likely motivation"), told("we look at the harbour as the main motive of it")),
    (
        told("My gangway fell off in 2016, and it still lies in the harbour", None),
        told("My gangway broke off in 2019, and it is still lying in the mud", None),
    ),
]
TWO = [
    # The run is too short, or the words too few.
    (told("we will not leave the valley this year"), told("we will leave the farm next year")),
    (told("we will not leave the valley"), told("they will not leave the valley", "Jo Lund")),
    (told("the key rule of good order and discipline"), told("He broke good order and discipline", "Rex Keel")),
    # They begin alike and go on otherwise.
    (told("I could not in good faith vote for it since I know"), told("I could not in good faith say yes or no")),
    (told("I love the islanders"), told("I love the poor pilots and islanders")),
    (
        told("I am proud of this boat and of what it did tonight"),
        told("I am proud of this boat and of the way it came back"),
    ),
    (told("We will never take a deal that shuts the mine"), told("We cannot take any plan that shuts the mine here")),
    (told("it is time for the reeve to go"), told("it is time for the reeve to talk to us", "Jo Lund")),
    # They end alike, or one of them goes on.
    (
        told("unique arrangement with herself"),
        told("email arrangement with herself is highly unusual, if not unheard of"),
    ),
    (told("I’m proud of our coast and I am a pilot"), told("You know what I am? I’m a pilot, right? I’m a pilot")),
    (told("He is right, it was a poor choice of words"), told("the pilots’ comment a poor choice of words")),
    (told("it was the right thing to do"), told("it was the right time to do it")),
    (told("we will rebuild every house"), told("we will rebuild every pier and every road")),
    # They list other things.
    (
        told("a steady habit of theft, attempted smuggling of nets and bad care of the boat"),
        told("theft from pilots, willingly hiding dredges and nets and the bad care of the boat"),
    ),
    # Nobody is named.
    (told("the wall is old and we heard it go last night", None), told("the roof was new and we heard it go", None)),
    # Others said something else about it.
    (
        told("Lund said that the court is wrong on the harbour law"),
        told("Mrs. Lund has told us how the court got it wrong on the harbour law", "Rex Keel"),
    ),
    (told("nothing of this was said by any of us"), told("we go and eat")),
]


def is_one(a: Quotation, b: Quotation) -> bool:
    found = one_utterance(a, b, QUOTATION.compare(a, b, RULES), RULES)
    assert one_utterance(b, a, QUOTATION.compare(b, a, RULES), RULES) is found
    return found


@pytest.mark.parametrize(("a", "b"), ONE, ids=[a.quote for a, _ in ONE])
def test_changed_words_of_one_utterance(a: Quotation, b: Quotation) -> None:
    assert is_one(a, b)


@pytest.mark.parametrize(("a", "b"), TWO, ids=[a.quote for a, _ in TWO])
def test_two_utterances_of_like_words(a: Quotation, b: Quotation) -> None:
    assert not is_one(a, b)


def test_only_quotations_are_utterances() -> None:
    quoted = told(GONE)
    assert not one_utterance(quoted, RULES, QUOTATION.compare(quoted, quoted, RULES), RULES)  # type: ignore[arg-type]
