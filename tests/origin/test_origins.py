"""Articles of one origin: shared copy, one outlet, and pages with several articles."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.origin import Origins, origins
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()

AGENCY = """\
LINDAL, Norland (AP) — The ferry Aurora struck a sandbank outside the harbour before dawn on Tuesday \
with 212 passengers aboard, and was towed free at high water four hours later.

Nobody was hurt, but a bent propeller and a small leak will keep the ship in dock for the rest of the \
month, the company said.

“We owe our passengers an answer, and they shall have one before the week is out,” said Dana Roe, who \
chairs the company. Her father founded it in 1961 with a single boat.

An inquiry by the maritime board is to begin on Monday. The board has found fault with the line twice \
before, in 2009 and again in 2014, each time over the hours that its officers keep."""

REPRINT = """\
Ferry stuck for four hours

The ferry Aurora struck a sandbank outside the harbour before dawn Tuesday with 212 passengers aboard, \
and was towed free at high water four hours later.

Nobody was hurt. A bent propeller and a small leak will keep the ship in dock for the rest of the month, \
the company said.

Families waited on the quay with blankets and coffee.

An inquiry by the maritime board is to begin on Monday. The board has found fault with the line twice \
before, in 2009 and again in 2014."""

OWN = """\
Passengers tell of a cold night

It was the sound that woke Ann Lee: a long groan from under the car deck, and after that no sound at \
all. The Aurora had run aground.

“We owe our passengers an answer, and they shall have one before the week is out,” Dana Roe, the \
chairwoman of Northern Ferries, said on the quay at Lindal.

By the count of the harbour office 212 people were on board. Tugs pulled them clear after four hours."""

OTHER = """\
Council closes valley road

The council of Lindal voted on Monday to close the valley road until the end of the year. Engineers had \
found cracks in two of its bridges.

Traders in the valley said that the closure would cost them a third of their summer trade."""


def grouped(documents: list[Document]) -> Origins:
    return origins({each.id: parse(each, RULES) for each in documents}, RULES)


def of_texts(**texts: str) -> Origins:
    return grouped([Document(id=name, text=text) for name, text in texts.items()])


def post(**texts: str) -> Origins:
    return grouped([Document(id=name, text=text, source="Harbour Post") for name, text in texts.items()])


def test_agency_copy_in_two_papers_is_one_origin():
    found = of_texts(agency=AGENCY, reprint=REPRINT, own=OWN, other=OTHER)
    assert found.of("agency") == found.of("reprint")
    assert len({found.of(name) for name in ("agency", "own", "other")}) == 3
    assert found.count([("agency", 0), ("reprint", 0)]) == 1
    assert found.count([("agency", 0), ("reprint", 0), ("own", 0)]) == 2
    assert found.count([]) == 0


def test_an_origin_names_its_documents_and_says_why():
    found = of_texts(agency=AGENCY, reprint=REPRINT, own=OWN)
    assert [origin.documents for origin in found.groups] == [("agency", "reprint"), ("own",)]
    first, second = found.groups
    assert first.id == found.of("agency") and second.id == found.of("own")
    assert first.reason == "reprint shares 82 % of its unquoted words with agency"
    assert second.reason == ""


def test_the_same_quotation_is_not_the_same_copy():
    other = AGENCY.replace("\n\n", " ")
    quotation = "“We owe our passengers an answer, and they shall have one before the week is out”"
    found = of_texts(own=OWN, other=f"{OTHER}\n\n{quotation}, said Roe.\n\n{quotation}, she said again.")
    assert found.of("own") != found.of("other")
    assert of_texts(agency=AGENCY, joined=other).of("agency") == "o1"


@pytest.mark.parametrize(
    "quoted",
    [
        '"We owe our passengers an answer.\n\nThey shall have one before the week is out. Nobody on this '
        'quay will be sent home without a word.\n\nI have said so to the board of the company today."',
        "``We owe our passengers an answer.\n\nThey shall have one before the week is out. Nobody on this "
        "quay will be "
        "sent home without a word.\n\nI have said so to the board of the company today. ''",
        "“We owe our passengers an answer.\n\n“They shall have one before the week is out. Nobody on this "
        "quay will be "
        "sent home without a word.\n\n“I have said so to the board of the company today.”",
    ],
)
def test_a_quotation_over_several_paragraphs_is_not_copy(quoted):
    found = of_texts(a=f"{OWN}\n\n{quoted}", b=f"{OTHER}\n\n{quoted}")
    assert found.of("a") != found.of("b")
    plain = quoted.translate(dict.fromkeys(map(ord, "\"“”`'")))
    assert of_texts(a=f"{OWN}\n\n{plain}", b=f"{OTHER}\n\n{plain}").of("b") == "o1"


def test_edited_copy_is_copy():
    edited = """Ferry freed

The big ferry Aurora struck a sandbank outside the port before dawn on Tuesday with 212 people aboard, and \
was later towed free at high water.

An inquiry by the board is to begin on Monday. The board has found fault with this line twice before, in \
2009 and also in 2014, over the long hours that its officers keep."""
    found = of_texts(agency=AGENCY, edited=edited)
    assert found.of("agency") == found.of("edited")
    share = int(found.groups[0].reason.split(" % ")[0].split()[-1])
    assert 15 <= share < 50


def test_a_quotation_left_open_hides_only_its_own_paragraph():
    text = OWN.replace("the week is out,”", "the week is out,")
    assert of_texts(a=text, b=text.upper().lower()).count([("a", 0), ("b", 0)]) == 1
    found = of_texts(a=f"“{AGENCY}", b=REPRINT)
    assert found.of("a") == found.of("b")


def test_most_of_a_short_item_is_copy():
    first = AGENCY.split("\n\n", maxsplit=1)[0]
    found = of_texts(agency=AGENCY, brief=first.split(" — ")[1])
    assert found.of("agency") == found.of("brief")


def test_one_stock_sentence_is_not_copy():
    stock = "\n\nThe company did not answer questions that were sent to it on Tuesday evening."
    found = of_texts(own=OWN + stock, other=OTHER + stock)
    assert found.of("own") != found.of("other")


def test_the_articles_of_a_page_are_separate_origins():
    end = "\n\nTom Roe in Oslo contributed to this report.\n\n"
    page = AGENCY.replace("LINDAL, Norland (AP) — ", "") + end + OTHER + "\n\n" + OWN.split("\n\n")[1]
    found = of_texts(page=page, reprint=REPRINT)
    assert found.of("page", 0) == found.of("reprint")
    assert found.of("page", 1) != found.of("page", 0)
    assert found.count([("page", 0), ("page", 1), ("reprint", 0)]) == 2
    assert "page (article 1)" in found.groups[0].reason


def test_a_common_credit_is_shown_but_does_not_join():
    credit = "\n\nCopyright 2019 The Associated Press. All rights reserved."
    assert of_texts(own=OWN + credit, other=OTHER + credit).count([("own", 0), ("other", 0)]) == 2
    found = of_texts(agency=AGENCY, reprint=REPRINT + credit)
    assert found.groups[0].reason.endswith("with agency (both credit Associated Press)")


@pytest.mark.parametrize(
    ("one", "other", "origins_found"),
    [
        ("Harbour Post", "The Harbour Post", 1),
        ("nytimes.com", "The New York Times", 1),
        ("www.guardian.co.uk", "GUARDIAN", 1),
        ("Harbour Post", "Valley Post", 2),
        ("Harbour Post", None, 2),
        (None, None, 2),
        ("", "", 2),
    ],
)
def test_articles_of_one_outlet_are_one_origin(one, other, origins_found):
    documents = [Document(id="a", text=AGENCY, source=one), Document(id="b", text=OWN, source=other)]
    found = grouped(documents)
    assert found.count([("a", 0), ("b", 0)]) == origins_found
    assert found.groups[0].reason == ("a and b are of one outlet" if origins_found == 1 else "")


@pytest.mark.parametrize(
    ("line", "origins_found"),
    [
        ("THE WASHINGTON POST.", 1),
        ("Copyright (c) 2019 Harbour Press & Company, Inc.", 1),
        ("© 2019 The Harbour Post", 1),
        ("A GENERAL HEADING", 2),
        ("Copyright 2019 Reuters", 2),
    ],
)
def test_an_outlet_may_be_named_in_masthead_or_copyright(line, origins_found):
    found = of_texts(a=f"{line}\n\n{AGENCY}", b=f"{OWN}\n\n{line}" if "opyright" in line else f"{line}\n\n{OWN}")
    assert found.count([("a", 0), ("b", 0)]) == origins_found


def test_an_outlet_does_not_join_different_events():
    far = OTHER.replace("Traders", "With the mayor, Ola Berg, traders in Odda, Voss, Bryne and Sola")
    found = post(a=AGENCY, b=OWN, c=far)
    assert found.of("a") == found.of("b") != found.of("c")


def test_an_article_without_names_goes_with_the_only_event_of_its_outlet():
    assert len(post(a=AGENCY, b="Nobody was hurt.").groups) == 1
    assert len(post(a="Nobody was hurt.", b="It rained.").groups) == 1
    far = "In the valley of Odda the mayor, Ola Berg, met with Per Voss and Liv Dahl of Bergholm."
    found = post(a=AGENCY, b=far, c="Nobody was hurt.", d="It rained.")
    assert found.of("c") == found.of("d")
    assert len(found.groups) == 3
    assert len(post(a=AGENCY, b=far, c="Nobody was hurt.").groups) == 3


def test_front_matter_is_not_copy():
    front = (
        "---\ntitle: Ferry stuck\n"
        + "note: the desk of the harbour post keeps this story for the evening\n" * 2
        + "---\n"
    )
    documents = [Document(id=name, text=front + text, body=len(front)) for name, text in (("a", OWN), ("b", OTHER))]
    assert len(grouped(documents).groups) == 2


def test_documents_without_text_are_their_own_origins():
    found = of_texts(a="", b=" \n ", c=OWN)
    assert len({found.of(name) for name in "abc"}) == 3


def test_many_reasons_are_cut_short():
    found = of_texts(**{f"d{number}": AGENCY for number in range(6)})
    assert len(found.groups) == 1
    assert found.groups[0].reason.count("shares") == 3
    assert found.groups[0].reason.endswith("; and 2 more")


@settings(max_examples=20)
@given(st.permutations(["agency", "reprint", "own", "other", "twin"]))
def test_the_order_of_the_documents_changes_nothing(order):
    texts = {"agency": AGENCY, "reprint": REPRINT, "own": OWN, "other": OTHER, "twin": REPRINT}
    found = of_texts(**{name: texts[name] for name in order})
    assert found == of_texts(**texts)


def test_many_articles_are_sampled_and_still_found():
    chance = random.Random(7)
    letters = "bcdfghklmnprstv"
    words = ["".join(chance.choice(letters) + chance.choice("aeiou") for _ in range(3)) for _ in range(900)]
    stories = ["\n\n".join(" ".join(chance.choices(words, k=40)) + "." for _ in range(6)) for _ in range(210)]
    texts = {f"s{number:03}": text for number, text in enumerate(stories)}
    for number in range(20):
        texts[f"t{number:03}"] = "\n\n".join(stories[number].split("\n\n")[:4])
    found = of_texts(**texts)
    assert all(found.of(f"s{number:03}") == found.of(f"t{number:03}") for number in range(20))
    assert len(found.groups) == 210
