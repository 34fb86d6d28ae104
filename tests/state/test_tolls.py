"""The toll that a figure states: which fate, and whether it counts all of whom it became so."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import load_rules
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.segment import parse
from factcheck.state.slots import StatementReader
from factcheck.state.tolls import Toll, toll_of

RULES = load_rules()


def toll(text: str, words: str) -> Toll | None:
    """The toll of the claim with these words."""
    parsed = parse(Document(id="a", text=text, published=date(2020, 5, 4)), RULES)
    claims = list(claims_of([parsed]))
    claim = next(each for each in claims if each.text == words)
    return toll_of(claim, StatementReader(parsed, claims))


@pytest.mark.parametrize(
    ("text", "words", "fate"),
    [
        ("The storm killed six people in Orme.", "six people", "dead"),
        ("Two men died and seven were instantly injured.", "seven", "hurt"),
        ("The blast left one man dead and nine others hurt.", "nine others", "hurt"),
        ("Two men were killed and three others injured.", "three others", "hurt"),
        ("Two people were shot and killed in Orme.", "Two people", "dead"),
        ("Three people were found dead in the mill.", "Three people", "dead"),
        ("A guard fatally shot two people.", "two people", "dead"),
        ("One victim was fatally wounded.", "One victim", "dead"),
        ("Five teens were taken to hospital on Monday.", "Five teens", "hurt"),
        ("St Anne's Hospital said it was treating nine people.", "nine people", "hurt"),
        ("Seventeen people were treated for burns.", "Seventeen people", "hurt"),
        ("The crash left nine people in hospital.", "nine people", "hurt"),
        ("One died and 17 needed treatment.", "17", "hurt"),
        ("The fire ended in the deaths of four miners.", "four miners", "dead"),
        ("Three soldiers died when the shell hit the post.", "Three soldiers", "dead"),
        # Each of two has a fate of its own.
        ("The slide left two men dead and three others hurt.", "two men dead", "dead"),
        ("The slide left three injured and two men dead.", "three injured", "hurt"),
        ("Nine people died in the crash and four were hurt.", "four", "hurt"),
        ("The slide killed two men and four women were hurt.", "two men", "dead"),
        ("Four wounded, one critically, in Orme.", "Four wounded", "hurt"),
        ("Nine people were shot, five fatally.", "five", "dead"),
        ("The slide left two men dead, and nobody will be charged.", "two men dead", "dead"),
        ("Two slides that left four people injured were not forecast.", "four people injured", "hurt"),
        ("The slide killed all 40 people in the mill.", "40 people", "dead"),
        # Headlines.
        ("2 Killed, Many Hurt in Orme Blast", "2", "dead"),
        ("Guard Slain, 3 Hurt as Wall Falls", "3", "hurt"),
        # Verbs of several words.
        ("The slide claimed five lives.", "five lives", "dead"),
        ("The slide has claimed at least five lives.", "at least five lives", "dead"),
        ("The slide claimed the lives of five people.", "five people", "dead"),
        ("Five people lost their lives in the slide.", "Five people", "dead"),
        ("Five people were pronounced dead at the scene.", "Five people", "dead"),
        # Where the number of them stands.
        ("The death toll from the quake rose to 120.", "120", "dead"),
        ("The death toll stands at 120.", "120", "dead"),
        ("Officials put the number of dead at 120.", "120", "dead"),
        ("The number of injured rose to 1,200.", "1,200", "hurt"),
        ("A tank killed 40 Velmians in Orme.", "40 Velmians", "dead"),
        ("Forty passengers drowned when the ferry sank.", "Forty passengers", "dead"),
        ("The ferry sank, drowning 40 passengers.", "40 passengers", "dead"),
        ("Bus Crash Kills Five Near Orme", "Five", "dead"),
        ("Eight Miners Die In Pit Blast", "Eight Miners", "dead"),
        ("The raid killed 40 villagers seeking shelter.", "40 villagers", "dead"),
        ("We have counted 24 people dead and 249 people injured.", "24 people dead", "dead"),
        ("Death toll rises to 12 in Orme.", "12", "dead"),
        ("Officials put the death toll at 12.", "12", "dead"),
        ("The number of injured rose to 45.", "45", "hurt"),
        ("The blaze claimed 12 lives.", "12 lives", "dead"),
        ("The storm has claimed at least 12 lives.", "at least 12 lives", "dead"),
        ("The wreck cost 12 people their lives.", "12 people", "dead"),
        ("One man, a former teacher aged 71, was killed.", "One man", "dead"),
        ("The number of people hurt when a tram hit a wall has gone up to 17.", "17", "hurt"),
        ("The number of guards who have been killed has risen to 31.", "31", "dead"),
        ("The number of confirmed deaths is now 14.", "14", "dead"),
        ("The raid pushed the death toll above 680.", "above 680", "dead"),
        ("That took the number of Velmians killed in the war to 22.", "22", "dead"),
    ],
)
def test_a_whole_toll(text: str, words: str, fate: str) -> None:
    found = toll(text, words)
    assert found is not None
    assert (found.fate, found.whole) == (fate, True)


@pytest.mark.parametrize(
    ("text", "words", "fate"),
    [
        ("Police pronounced two of the victims dead.", "two of the victims", "dead"),
        ("Four people were shot and two seriously hurt.", "two", "hurt"),
        ("Three women and one man injured.", "one man injured", "hurt"),
        ("The five men hurt by the blast are miners.", "five men", "hurt"),
        ("This year 40 people were killed on the road.", "40 people", "dead"),
        ("A man is accused of killing two people.", "two people", "dead"),
        ("Three more people died overnight.", "Three more people", "dead"),
        ("Four victims suffered gunshot wounds.", "Four victims", "hurt"),
        ("Police found six people with gunshot wounds.", "six people", "hurt"),
        ("The slide killed three women and one man.", "three women", "dead"),
        ("The slide killed three women and a man.", "three women", "dead"),
        ("His wife and two children were killed.", "two children", "dead"),
        ("By noon they had pulled eleven bodies from the mill.", "eleven bodies", "dead"),
        ("Two of the eight wounded are expected to live.", "eight wounded", "hurt"),
        ("The death toll rose by three to 12.", "three", "dead"),
        ("The number of people killed in the raid fell from 30.", "30", "dead"),
        ("Two died, bringing to ten the number of Velmians who have been killed.", "ten", "dead"),
        ("The death toll rose from 10 to 12.", "10", "dead"),
        ("Police say that the raid killed some 40 Freelanders last year.", "some 40 Freelanders", "dead"),
    ],
)
def test_a_toll_of_some(text: str, words: str, fate: str) -> None:
    found = toll(text, words)
    assert found is not None
    assert (found.fate, found.whole) == (fate, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two men killed three guards and a dog.", "Two men"),
        ("Two guards fatally shot Dorian Ash.", "Two guards"),
        ("Two men were killed and two others remain in critical condition.", "two others"),
        ("Ten people were shot in Orme.", "Ten people"),
        ("The trial treated 300 people with the new drug.", "300 people"),
        ("Nine people needed tickets in Orme.", "Nine people"),
        ("He was shot three times in Orme.", "three times"),
        ("She has 3 wounds.", "3 wounds"),
        ("The quake could kill 300 people.", "300 people"),
        ("The storm killed six people, including three children.", "three children"),
        ("Two police officers were sent to Orme.", "Two police officers"),
        ("The number of men who killed seals rose to 17.", "17"),
        ("The number of raids in which people were killed rose to 17.", "17"),
        ("The number of people fined rose to 17.", "17"),
        ("The raid brings the town's homicide total to 17 this week.", "17"),
    ],
)
def test_no_toll(text: str, words: str) -> None:
    assert toll(text, words) is None
