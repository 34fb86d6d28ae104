"""What a claim states beside its value: measure, bearer, event, state, change, extent."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import load_rules
from factcheck.extract import claims_of
from factcheck.model import Claim, Document, Statement
from factcheck.segment import parse
from factcheck.state.slots import StatementReader

RULES = load_rules()


def read(text: str, words: str) -> tuple[StatementReader, Claim]:
    """The reader of a text and its claim with these words."""
    parsed = parse(Document(id="a", text=text, published=date(2020, 5, 4)), RULES)
    claims = list(claims_of([parsed]))
    return StatementReader(parsed, claims), next(each for each in claims if each.text == words)


def statement(text: str, words: str) -> Statement:
    """The statement of the claim with these words."""
    reader, claim = read(text, words)
    return reader.statement(claim)


def concepts(text: str, words: str, slot: str) -> tuple[str, ...]:
    """The concepts of one slot; empty where the text does not say."""
    found = getattr(statement(text, words), slot)
    return found.concepts if found is not None else ()


@pytest.mark.parametrize(
    ("text", "words", "slot", "expected"),
    [
        ("Profit rose to $3.4 million.", "$3.4 million", "measure", ("profit",)),
        ("The court imposed a $3.4 million fine on the firm.", "$3.4 million", "measure", ("fine",)),
        ("The quake killed 48 people in Orme.", "48 people", "event", ("die",)),
        ("The quake left 48 dead in Orme.", "48 dead", "event", ("die",)),
        ("The quake killed 48 people and injured 112 others.", "112 others", "event", ("injure",)),
        ("The quake, which killed 48 people, began at dawn.", "48 people", "bearer", ("earthquake",)),
        ("The board plans to spend $3.4 million on the pier.", "$3.4 million", "state", ("planned",)),
        ("The board spent $3.4 million on the pier.", "$3.4 million", "state", ()),
        ("Sales rose by 12 percent.", "12 percent", "change", ("change_up",)),
        ("Sales were 12 percent lower than in May.", "12 percent", "change", ("change_down",)),
        ("Sales rose to 340 boxes.", "340 boxes", "change", ("level",)),
        ("Each family will get $340.", "$340", "extent", ("each",)),
        ("The number of people who crossed the river rose by 12 percent.", "12 percent", "bearer", ("people",)),
        ("The hall, built in 1931, was full.", "1931", "bearer", ("hall",)),
        ("Juri Tamm, 52, was there.", "52", "bearer", ("juri", "tamm")),
        ("This year 340 men, women and children have drowned.", "340 men", "event", ("die", "drown")),
        ("Ten men and 12 women were arrested.", "Ten men", "event", ("arrest",)),
        ("The keeper, who is 38 and played her last match, made 14 saves.", "14 saves", "bearer", ("goalkeeper",)),
        ("The keeper made 14 saves.", "14 saves", "measure", ("sav",)),
        ("LIPA, May 1 (CNA) - The board spent $3.4 million.", "$3.4 million", "when", ()),
        # Verbs of several words, with the object between them or not.
        ("The rail firm laid off 340 people.", "340 people", "event", ("lay off",)),
        ("The court put 340 people behind bars.", "340 people", "event", ("sentence",)),
        ("The quake left about 340 people homeless.", "about 340 people", "event", ("displace",)),
        ("Prices went up by 12 percent.", "12 percent", "change", ("change_up",)),
        ("The mayor called the strike off on 3 May.", "3 May", "event", ("cancel",)),
        ("The mayor called on 340 people to vote.", "340 people", "event", ("urge",)),
        # A preposition belongs to the verb only right behind it, and nothing does across another verb.
        ("The mayor called a doctor on 3 May.", "3 May", "event", ("ask", "call")),
        ("The mayor left those who were homeless on 3 May.", "3 May", "event", ()),
        # Nouns of several words name one thing.
        ("Net profit rose to $3.4 million.", "$3.4 million", "measure", ("profit",)),
        ("The bottom line shrank to $3.4 million.", "$3.4 million", "measure", ("profit",)),
        ("The firm has 340 local residents.", "340 local residents", "measure", ("resident",)),
        ("The net of profit rose to $3.4 million.", "$3.4 million", "measure", ("net",)),
        ("It said that net profit for the year was $3.4 million.", "$3.4 million", "measure", ("profit",)),
        ("The plan has a 20% surcharge.", "20%", "measure", ("surcharg",)),
        ("The mine has a workforce of 340.", "340", "measure", ("worker",)),
        ("The plan was 20% dearer.", "20%", "measure", ("plan",)),
        ("The dam is 38 metres high.", "38 metres", "measure", ("height",)),
        # A figure without its noun counts what was told before.
        ("The quake hurt 112 people, and 48 of them died.", "48 of them", "measure", ("people",)),
        ("Thirty-five of the 210 branches close.", "Thirty-five", "measure", ("branch",)),
        # A number in words stands behind a verb as one in digits does.
        ("A coach overturned, killing four people.", "four people", "event", ("die",)),
        # What somebody raises or lowers to a value, or by it, is what is measured.
        ("The bank raised its key rate by a quarter point to 4 percent.", "4 percent", "measure", ("interest rate",)),
        ("The bank raised its key rate by a quarter point to 4 percent.", "4 percent", "change", ("level",)),
        ("The bank raised its key rate by 4 percent.", "4 percent", "change", ("change_up",)),
        ("The firm cut its forecast to $48 million from $61 million.", "$61 million", "measure", ("forecast",)),
        ("The firm cut its forecast to $48 million from $61 million.", "$61 million", "change", ("level_before",)),
        ("The bill would raise wages for 5 million people.", "5 million people", "change", ()),
        ("The party would raise fees and cut rents to 40 crowns.", "40 crowns", "event", ("cut", "fall")),
        # Whose the measure is has it; a number of things is counted by these.
        ("Belm's quarterly profit was $3.4 million.", "$3.4 million", "measure", ("profit",)),
        ("Belm's quarterly profit was $3.4 million.", "$3.4 million", "bearer", ("belm",)),
        ("The number of dead rose to 48.", "48", "measure", ()),
        ("The ship sank with a crew of nine.", "nine", "measure", ("crew member",)),
        ("The tremor hit 33 km off the coast.", "33 km", "measure", ("distance away",)),
        # Who has a share is not measured by it.
        ("Marouk had 52 percent.", "52 percent", "measure", ()),
        ("Marouk had 52 percent.", "52 percent", "bearer", ("marouk",)),
        # Who loses a sum is not measured by it.
        ("The investors lost $3.4 million.", "$3.4 million", "bearer", ("investor",)),
    ],
)
def test_a_slot_is_read_from_the_clause(text: str, words: str, slot: str, expected: tuple[str, ...]) -> None:
    assert concepts(text, words, slot) == expected


def test_a_slot_has_the_place_of_its_words() -> None:
    text = "It rained. Profit rose to $3.4 million."
    slot = statement(text, "$3.4 million").measure
    assert slot is not None
    assert text[slot.start : slot.end] == slot.text == "Profit"


def test_a_clause_without_a_verb_states_no_event() -> None:
    assert statement("A bill of $3.4 million.", "$3.4 million").event is None


@pytest.mark.parametrize(
    ("text", "words", "slot", "expected"),
    [
        ("The town will pay each family 40,000 crowns.", "40,000 crowns", "bearer", ("family", "town")),
        ("The town paid for each family 40,000 crowns.", "40,000 crowns", "bearer", ("town",)),
        ("The bakery on Quay Lane pays 14 dollars.", "14 dollars", "event", ("pay", "spend")),
        ("Guards in the port earn 14 dollars.", "14 dollars", "event", ("earn",)),
        ("A guard in the port charge 14 dollars a day.", "14 dollars a day", "event", ()),
        ("The night crew zonked 510 boxes.", "510 boxes", "bearer", ("crew member", "night")),
        ("On Quay Lane in two raids 14 guards were hurt.", "14 guards", "event", ("injure",)),
        ("Sigrid Ohl, his sister, ran the race in 41 minutes.", "41 minutes", "bearer", ("ohl", "sigrid")),
        ("The pier, a sight, ran the length of 41 miles.", "41 miles", "bearer", ("sight",)),
        ("With 310 guards, the slate mine is the largest.", "310 guards", "bearer", ("mine", "slat")),
        ("With its 310 guards the slate mine is the largest.", "310 guards", "bearer", ("mine", "slat")),
        ("With 310 guards hired, the slate mine is the largest.", "310 guards", "event", ("hire", "sign")),
        ("With 310 guards, large.", "310 guards", "bearer", ()),
        ("With 310 guards large is the mine.", "310 guards", "bearer", ()),
        ("The pier opened with 310 guards, the mine was shut.", "310 guards", "bearer", ("pier",)),
        ("In May the board spent $3.4 million.", "$3.4 million", "state", ()),
        ("The board may spend $3.4 million.", "$3.4 million", "state", ("possible",)),
    ],
)
def test_recipients_appositions_and_doubtful_verbs_are_read(
    text: str, words: str, slot: str, expected: tuple[str, ...]
) -> None:
    assert concepts(text, words, slot) == expected


UP = "Ostby Foods made a profit of $61 million in 2019, up from $48 million"


@pytest.mark.parametrize(
    ("text", "words", "slot", "expected"),
    [
        (f"{UP} a year earlier.", "$61 million", "when", ("2019-01-01", "2019-12-31")),
        (f"{UP} a year earlier.", "$48 million", "when", ("2018-01-01", "2018-12-31")),
        (f"{UP} a year earlier.", "$48 million", "change", ("level_before",)),
        (f"{UP} a year earlier.", "$48 million", "measure", ("profit",)),
        (f"{UP} a year earlier.", "$48 million", "extent", ()),
        (f"{UP}.", "$48 million", "when", ()),
        (f"{UP}.", "$61 million", "change", ()),
        ("Profit was $61 million, compared with $48 million in 2018.", "$48 million", "measure", ("profit",)),
        (
            "The rate rose to 3.4 percent in March from 3.1 percent in April.",
            "3.1 percent",
            "change",
            ("level_before",),
        ),
        ("The rate rose to 3.4 percent in March from 3.1 percent.", "3.1 percent", "when", ()),
        ("Thieves stole $61 million from 48 banks.", "48 banks", "change", ()),
        ("Sales rose 61 percent to 90 boats, up from 48.", "48", "measure", ("boat",)),
        ("It sold 61 boats in 2018 and 48 in 2019.", "48", "when", ("2019-01-01", "2019-12-31")),
        ("Arvo sold 61 boats and Belm 48.", "48", "bearer", ("belm",)),
        ("Ash lost with 48.2 percent to Quell's 51.8 percent.", "51.8 percent", "bearer", ("quell",)),
        ("Quell won 48 percent against 51 percent for Ash.", "51 percent", "bearer", ("ash",)),
        ("Quell won 52 percent, with Mr. Ash at 48 percent.", "48 percent", "bearer", ("ash", "mr")),
        ("Quell was re-elected with 52 percent.", "52 percent", "bearer", ("quell",)),
        ("It sold 61 boats in Varn and 48 in Moss.", "48", "where", ("moss",)),
        ("It sold 61 boats in 2018 and 48 cars.", "48 cars", "when", ("2018-01-01", "2018-12-31")),
    ],
)
def test_a_figure_compared_with_another_is_of_its_own_time(
    text: str, words: str, slot: str, expected: tuple[str, ...]
) -> None:
    assert concepts(text, words, slot) == expected


def test_words_before_another_figure_say_nothing_of_the_one_before() -> None:
    assert concepts("Sales grew by 7 percent to just over $3.4 million.", "7 percent", "extent") == ()
    assert concepts("The quake hurt fewer than 48 people.", "fewer than 48 people", "change") == ()
    assert concepts("The blasts killed three and hurt about 150.", "three", "extent") == ()
    assert concepts("The blasts killed three and hurt about 150.", "about 150", "extent") == ("about",)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Marta Quell lost. She took 48 percent.", "48 percent", "Marta Quell"),
        ("Skadden settled. It agreed to pay $3.4 million.", "$3.4 million", "Skadden"),
        ("The inspectors came. They found 48 faults.", "48 faults", "The inspectors"),
        ("Mayor Jo Brand spoke. The mayor spent $3.4 million.", "$3.4 million", "Jo Brand"),
        ("The shop was full. It was 48 degrees.", "48 degrees", None),
        ("There were 48 faults.", "48 faults", None),
        ("The mayor spent $3.4 million.", "$3.4 million", "The mayor"),
    ],
)
def test_a_pronoun_or_a_role_means_who_was_told_of_before(text: str, words: str, expected: str | None) -> None:
    bearer = statement(text, words).bearer
    assert (bearer.text if bearer is not None else None) == expected
    assert bearer is None or text[bearer.start : bearer.end] == bearer.text


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Ida Roth said on Thursday that the yard was full.", "Thursday", True),
        ("Ida Roth told the Post Thursday that the yard was full.", "Thursday", True),
        ("The yard warned on Thursday that it was full.", "Thursday", True),
        ("The yard announced a new pier on Thursday.", "Thursday", False),
        ("The yard will announce on Thursday a new pier.", "Thursday", False),
        ("Ida Roth left the yard on Thursday.", "Thursday", False),
    ],
)
def test_a_date_is_of_what_was_said_or_done(text: str, words: str, *, said: bool) -> None:
    reader, claim = read(text, words)
    assert reader.is_said(claim) is said


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Snow fell ahead of the 2019 U.S. harbour ballot.", "2019", {"fall", "harbour", "vote"}),
        ("Snow fell in 2019, Ida Roth wrote.", "2019", {"fall"}),
        ("Ida Roth on Thursday said no.", "Thursday", set()),
    ],
)
def test_the_words_beside_a_date_tell_of_what_it_is(text: str, words: str, expected: set[str]) -> None:
    reader, claim = read(text, words)
    assert reader.words_beside(claim) == expected


def test_the_words_of_an_act_are_no_names_of_the_bearer() -> None:
    reader, claim = read("Ida Roth opened the market of Skarn on Thursday.", "Thursday")
    assert reader.act_words(claim, named=True).keys() == {"skarn"}
    assert reader.act_words(claim, named=False).keys() == {"open", "market"}
    assert "open" in reader.act_words(claim, named=False)["open"]


def test_happenings_are_named_by_nouns() -> None:
    reader, claim = read("Shops closed during the shooting on Thursday.", "Thursday")
    assert reader.happenings(claim) == {"shoot"}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The bridge was opened on 9 May 2019.", "9 May 2019", ()),
        ("May 2019 is when the bridge was opened.", "May 2019", ()),
        ("The bridge may open on 9 May 2019.", "9 May 2019", ("possible",)),
    ],
)
def test_the_month_of_a_date_is_no_hedge(text: str, words: str, expected: tuple[str, ...]) -> None:
    assert concepts(text, words, "state") == expected
