"""Two claims in alike sentences: of two bearers, of a part and its whole, of a plan and its deed, or one fact."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import load_rules
from factcheck.align import Topic, Vocabulary, topics
from factcheck.align.contrasts import Contrast, contrast, have_one_holder
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.segment import parse
from factcheck.state.contrast_words import contrast_words_of

RULES = load_rules()
DAY = date(2021, 3, 10)
KINDS = ("count", "number", "money", "quantity", "duration", "age", "date", "percent")


def two(one: str, other: str) -> tuple[Topic, Topic]:
    """The topics of the last figures of two texts that are no rank or rate."""
    parsed = {
        name: parse(Document(id=name, text=text, published=DAY), RULES) for name, text in (("a", one), ("b", other))
    }
    claims = list(claims_of(parsed.values()))
    found = topics(claims, Vocabulary(claims, parsed, RULES))
    last = {each.claim.document: each for each in found if each.claim.kind in KINDS}
    return last["a"], last["b"]


def told_apart(one: str, other: str) -> Contrast | None:
    """What tells two texts apart, which is the same from both sides."""
    first, second = two(one, other)
    found = contrast(first, second)
    assert contrast(second, first) is found
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The florist on Harbour Street employs 23 people.", "The butcher on Harbour Street employs 28 people."),
        ("Teachers in the valley earn 2,900 euros.", "Nurses in the valley earn 2,400 euros."),
        ("The museum drew 310,000 visitors.", "The zoo drew 380,000 visitors."),
        ("The upper dam holds 40 boats.", "The lower dam holds 46 boats."),
        ("The eastern tunnel is 3.2 kilometres long.", "The western tunnel is 3.8 kilometres long."),
        ("The smaller of the two ships carried 300 containers.", "The larger of the two ships carried 900 containers."),
        ("The outgoing board spent 1.4 million crowns.", "The incoming board spent 1.9 million crowns."),
        ("The first train was carrying 210 passengers.", "The second train was carrying 260 passengers."),
        ("The men's team scored 71 points.", "The women's team scored 77 points."),
        ("Karin Vold finished the race in 41 minutes.", "Maja Vold, her cousin, finished the race in 47 minutes."),
        ("Tormont Steel employs 5,200 people.", "Belmont Steel employs 5,800 people."),
        ("The Sea Heron was carrying 14 crew.", "The Sea Falcon was carrying 19 crew."),
        ("Norvik Air flew 6.2 million passengers.", "Its rival Sorvik Air flew 6.8 million passengers."),
        ("The mayor of Ostby earns 92,000 crowns.", "The mayor of Vestby earns 98,000 crowns."),
        ("The road to Karsk was closed for 11 days.", "The road to Minde was closed for 17 days."),
        ("Swedish farmers lost 3,200 sheep.", "Norwegian farmers lost 3,700 sheep."),
        (
            "Patients wait an average of 27 days for a scan in Marford.",
            "In nearby Port Elgin, patients wait an average of 41 days for a scan.",
        ),
        (
            "Liberal spokeswoman Ann Holt said the party had delivered 90,000 leaflets.",
            "Greens activists delivered 120,000 leaflets, Tom Vance said.",
        ),
        ("Velmo said its sales rose 9 percent.", "Sales at Boden rose 14 percent."),
        ("The night shift packed 5,100 boxes.", "The day shift packed 5,900 boxes."),
        ("Goalkeeper Anton Reeve, 31, signed.", "Striker Luka Reeve, 34, signed."),
        ("The town has 60 older homes.", "The town has 80 newer homes."),
        ("The firm has 400 workers at Norby.", "The firm has 600 workers at Karsk."),
        ("The pier of the old town cost 4 million euros.", "The pier of the new town cost 9 million euros."),
        ("Denmark has given the Pier Fund $10 million.", "The Pier Fund received $100 million from allied states."),
    ],
)
def test_two_bearers_of_one_shape_are_told_apart(one: str, other: str) -> None:
    assert told_apart(one, other) is Contrast.BEARER


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Five of the miners were treated for burns.", "19 miners were rescued from the shaft.", Contrast.PART),
        ("Six of the rowers pulled from the lake could not swim.", "14 rowers were pulled out.", Contrast.PART),
        ("Four sailors injured (some badly) in the blast were flown home.", "34 sailors were hurt.", Contrast.PART),
        ("Four sailors injured in the blast were flown home.", "34 sailors were hurt.", Contrast.PART),
        ("Twelve of the rowers were pulled out.", "9 rowers were pulled from the lake.", None),  # no part is the larger
        ("The four sailors hurt in the blast were flown home.", "34 sailors were hurt.", None),
        ("Four sailors hurt in the blast, the navy said.", "34 sailors were hurt.", None),
        ("Four sailors hurt.", "34 sailors were hurt.", None),
        ("Five of the miners were rescued.", "19 miners were rescued from the shaft.", None),
        ("Five of the miners were treated.", "Nine of the miners were rescued.", None),
        ("The party holds 13 of the seats.", "The party has 31 seats.", None),
        (
            "About 300 farmers in the district lost crops.",
            "About 12,000 farmers nationwide lost crops.",
            Contrast.PLACE,
        ),
        ("In her village, 40 homes had no water.", "In the whole province 9,000 homes had no water.", Contrast.PLACE),
        ("Police arrested 18 people in the capital.", "Police arrested 240 people across the country.", Contrast.PLACE),
        (
            "Some 300 clerks in her county were not paid.",
            "Some 900 clerks in all counties were not paid.",
            Contrast.PLACE,
        ),
        ("Police arrested 480 people in the capital.", "Police arrested 240 people across the country.", None),
        ("Some 300 clerks in the town hall were paid.", "Some 900 clerks across the country were paid.", None),
        ("The town hired 300 clerks.", "The country hired 900 clerks.", Contrast.BEARER),
        ("The club had hoped to sell 20,000 seats.", "The club sold 14,000 seats.", Contrast.STATE),
        ("The union demanded a raise of 6 percent.", "The union got a raise of 4 percent.", Contrast.STATE),
        (
            "The board asked for $9 million to build 65 miles.",
            "The board was given money to build 55 miles.",
            Contrast.STATE,
        ),
        ("The firm wanted permission to build 220 flats.", "The firm may build 140 flats.", None),
        ("The firm offered to build 220 flats.", "The firm was allowed to build 140 flats.", Contrast.STATE),
        ("Tamm will keep around 3,000 guards in Orsk.", "There are about 2,500 guards in Orsk.", Contrast.STATE),
        ("The yard plans to hire 700 pilots.", "The yard intends to hire 400 pilots.", None),
        ("The yard plans to hire 700 pilots.", "The yard is hiring 400 pilots.", None),
        ("The yard plans to hire 700 pilots.", "The yard, 400 pilots said, is small.", None),
        ("The yard had asked for $9 million.", "The yard lost $8 million.", None),
    ],
)
def test_a_part_a_narrower_place_and_a_plan_are_told_apart(one: str, other: str, expected: Contrast | None) -> None:
    assert told_apart(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ferry terminal in Lund Bay cost 41 million euros.",
            "The ferry terminal at Lund Bay cost 47 million euros.",
        ),
        ("Velmo said its sales rose 9 percent.", "Sales at Velmo rose 14 percent."),
        ("Velmo said its sales rose 9 percent.", "Sales at the shoemaker rose 14 percent."),
        (
            "Patients wait an average of 27 days for a scan in Port Elgin.",
            "In nearby Port Elgin, patients wait an average of 41 days for a scan.",
        ),
        (
            "Liberal spokeswoman Ann Holt said the party had delivered 90,000 leaflets.",
            "The Liberals delivered 120,000 leaflets, Tom Vance said.",
        ),
        ("The firm pays 2,900 euros a month.", "The company pays 2,400 euros a month."),
        ("The brewery sold 45,000 cans.", "The business sold 41,000 cans."),
        ("The clinic treated 140 patients.", "The hospital treated 90 patients."),
        ("The barn burned for six hours.", "The old barn burned for nine hours."),
        ("Karin Vold finished the race in 41 minutes.", "Vold finished the race in 47 minutes."),
        ("Mayor Juri Tamm paid 40,000 crowns.", "Juri Tamm paid 70,000 crowns."),
        ("Bill Harlow paid 40,000 crowns.", "William Harlow paid 70,000 crowns."),
        ("J. Harlow paid 40,000 crowns.", "Jonas Harlow paid 70,000 crowns."),
        ("Orla Finch paid 250,000 pounds.", "Orla Fynch paid 280,000 pounds."),
        ("Orla Finch paid 250,000 pounds.", "Orla Fnich paid 280,000 pounds."),
        ("Tormont Steel hired 520 people.", "Tormont Steel Group hired 580 people."),
        ("Orla Finch paid 250,000 pounds.", "Orla Fintch paid 280,000 pounds."),
        ("Sebold Harlow paid 40,000 crowns.", "Seb Harlow paid 70,000 crowns."),
        ("Tormont Business hired 520 people.", "Tormont Company hired 580 people."),
        ("Tormont Group hired 520 people.", "Tormont Company hired 580 people."),
        ("In May UN staff hired 520 guards.", "In May United Nations staff hired 580 guards."),
        ("Norvik flew 620 guests to Orsk.", "The airline flew 680 guests to Orsk."),
        ("The prosecution called 14 witnesses.", "Prosecutors called 18 witnesses."),
        ("The mayor paid 40,000 crowns.", "The council paid 70,000 crowns."),
        ("The opera's orchestra gave 64 concerts.", "The orchestra of the opera gave 61 concerts."),
        ("The pier of the port cost 4 million euros.", "The port spent 9 million euros."),
        ("It hired 23 people.", "The butcher hired 28 people."),
        ("Tamm and Vold hired 23 people.", "Tamm hired 28 people."),
        ("Each widow will get 3,000 crowns.", "The parish will pay each widow 30,000 crowns."),
        ("They got 3,000 crowns from the parish.", "The parish will pay each widow 30,000 crowns."),
        ("Widows got 3,000 crowns from the parish.", "The parish gave each widow 30,000 crowns."),
        ("Profit rose to 12 million euros.", "The gain rose to 14 million euros."),
        ("The bridge opened in 1931.", "The bridge opened in 1935."),
    ],
)
def test_one_bearer_in_other_words_is_not_told_apart(one: str, other: str) -> None:
    assert told_apart(one, other) is None


def test_two_tunnels_have_two_days() -> None:
    assert told_apart("The upper tunnel opened in 1931.", "The lower tunnel opened in 1935.") is Contrast.BEARER


def test_one_holder_has_one_number_of_a_whole() -> None:
    assert have_one_holder(*two("The party holds 31 of the seats.", "The party has 13 seats."))
    assert not have_one_holder(*two("The party sold 31 of the boats.", "The party has 13 boats."))
    assert not have_one_holder(*two("The party holds 31 of the seats.", "The union has 13 seats."))
    assert not have_one_holder(*two("There, 31 of the seats.", "The union has 13 seats."))


def test_the_words_of_contrasts_fold_and_inflect() -> None:
    words = contrast_words_of(RULES)
    assert words.side("older") != words.side("newer")
    assert (words.side("swedish"), words.side("pier")) == ("nation/sweden", "")
    assert words.singular("counties") == "county"
    assert words.is_umbrella("companies")
    assert not words.are_two_kinds("quakes", "tremor")
    assert words.are_two_kinds("bakery", "laundry")
