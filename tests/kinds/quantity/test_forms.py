"""Surface forms of numbers and the values that they state."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.kinds.quantity.reading import numbers, only


@pytest.mark.parametrize(
    "text", ["$3.2 million", "$3.2m", "3.2 million dollars", "USD 3.2 mn", "US$3.2 million", "$3.2-million"]
)
def test_money_in_many_spellings(text: str) -> None:
    value = only(f"They paid {text} for it.").value
    assert (value.number, value.low, value.high, value.unit) == (3200000, 3150000, 3250000, "USD")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("A$50", "50", "AUD"),
        ("£1.5bn", "1500000000", "GBP"),
        ("€20", "20", "EUR"),
        ("75p", "0.75", "GBP"),
        ("30 cents", "0.30", "USD"),
        ("9.9 billion yuan", "9900000000", "CNY"),
        ("£60 a head", "60", "GBP/person"),
        ("$70 per barrel", "70", "USD/barrel"),
        ("$8,000 an hour", "8000", "USD/hour"),
        ("500 Swiss francs", "500", "CHF"),
        ("50p", "0.50", "GBP"),
        ("40 pence", "0.40", "GBP"),
        ("C$9", "9", "CAD"),
        ("HK$9", "9", "HKD"),
        ("¥500", "500", "JPY"),
        ("₹3.2 crore", "32000000", "INR"),
        ("Rs 75 lakh", "7500000", "INR"),
        ("EUR 12", "12", "EUR"),
        ("12 CHF", "12", "CHF"),
        ("$3.50/lb", "3.50", "USD/pound"),
        ("$100,000 a year", "100000", "USD/year"),
        ("€20 per person", "20", "EUR/person"),
        ("3m euros", "3000000", "EUR"),
        ("Rs 1,042 cr", "10420000000", "INR"),
        ("£25-an-hour", "25", "GBP/hour"),
        ("$1MM", "1000000", "USD"),
        ("15 dollars 50", "15.50", "USD"),
        ("one and a half billion dollars", "1500000000", "USD"),
    ],
)
def test_money(text: str, number: str, unit: str) -> None:
    claim = only(f"It costs {text} now.")
    assert (claim.kind, claim.value.number, claim.value.unit) == ("money", Decimal(number), unit)
    assert claim.text == text


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("100 miles", "100", "mile"),
        ("5km", "5", "kilometer"),
        ("90 km/h", "90", "kilometer/hour"),
        ("60 miles per hour", "60", "mile/hour"),
        ("six feet", "6", "foot"),
        ("6ft 2in", "6.166667", "foot"),
        ("5lb 3oz", "5.1875", "pound"),
        ("250 acres", "250", "acre"),
        ("2 tonnes", "2", "metric_ton"),
        ("40 degrees Celsius", "40", "degree_Celsius"),
        ("850 megawatts", "850", "megawatt"),
        ("3 million barrels a day", "3000000", "barrel/day"),
        ("12 hectares", "12", "hectare"),
        ("5 sq km", "5", "square_kilometer"),
        ("3 cubic metres", "3", "cubic_meter"),
        ("9 litres", "9", "liter"),
        ("10 gallons", "10", "gallon"),
        ("500mg", "500", "milligram"),
        ("20°C", "20", "degree_Celsius"),
        ("-12F", "-12", "degree_Fahrenheit"),
        ("104 degrees", "104", "degree"),
        ("5 knots", "5", "knot"),
        ("75 kWh", "75", "kilowatt_hour"),
        ("30 psi", "30", "pound_force_per_square_inch"),
        ("980 hPa", "980", "hectopascal"),
        ("5GB", "5", "gigabyte"),
        ("100 Mbps", "100", "megabit/second"),
        ("40 miles per gallon", "40", "mile/gallon"),
        ("50 decibels", "50", "decibel"),
        ("9.5 million acre-feet", "9500000", "acre_foot"),
        ("13.4 billion light-years", "13400000000", "light_year"),
        ("421 parts per million", "421", "part_per_million"),
        ("6 feet 2 inches", "6.166667", "foot"),
        ("6-foot-3", "6.25", "foot"),
        ("15st 4lb", "15.285714", "stone"),
        ("a magnitude of 6.1", "6.1", "magnitude"),
        ("The magnitude-6.4 quake struck.", "6.4", "magnitude"),
        ("7.0 on the Richter scale", "7.0", "magnitude"),
        ("half a mile", "0.5", "mile"),
        ("a quarter of an inch", "0.25", "inch"),
        ("12,000-plus miles", "12000", "mile"),
    ],
)
def test_measures(text: str, number: str, unit: str) -> None:
    claim = only(f"They measured {text} there.")
    assert (claim.kind, claim.value.number, claim.value.unit) == ("quantity", Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("more than 59,000 voters", 59000, None, "more than"),
        ("nearly 48,000 voters", 47000, 48000, "nearly"),
        ("at least 40 voters", 40, None, "at least"),
        ("up to 60 voters", None, 60, "up to"),
        ("fewer than 100 voters", None, 100, "fewer than"),
        ("about 500 voters", 450, 550, "about"),
        ("some 750,000 voters", 675000, 825000, "some"),
        ("50 or more voters", 50, None, "or more"),
        ("20-plus voters", 20, None, "-plus"),
        ("as many as 300 voters", None, 300, "as many as"),
        ("31,000 voters", 30500, 31500, None),
        ("10,000 voters", 9500, 10500, None),
        ("143,057 voters", 143057, 143057, None),
        ("31 voters", 31, 31, None),
        ("10 to 12 voters", 10, 12, None),
        ("10–12 voters", 10, 12, None),
        ("between 26 and 31 million voters", 26000000, 31000000, None),
        ("tens of thousands of voters", 20000, 99999, None),
        ("several hundred voters", 300, 900, None),
        ("a dozen voters", 12, 12, None),
        ("two dozen voters", 24, 24, None),
        ("half a million voters", 495000, 505000, None),
        ("a couple of voters", 2, 3, None),
        ("a couple of dozen voters", 24, 36, None),
        ("a handful of voters", 2, 9, None),
        ("hundreds of thousands of voters", 200000, 999999, None),
        ("thousands of millions of voters", 2 * 10**9, 10**10 - 1, None),
        ("lakhs of voters", 200000, 9999999, None),
        ("hundreds of crores of voters", 2 * 10**9, 10**10 - 1, None),
        ("one hundred and twenty-three thousand voters", 122500, 123500, None),
        ("just under 50 voters", 49, 50, "just under"),
        ("just over 50 voters", 50, 51, "just over"),
        ("an estimated 50 voters", 45, 55, "an estimated"),
        ("no fewer than 50 voters", 50, None, "no fewer than"),
        ("not more than 50 voters", None, 50, "not more than"),
        ("in excess of 50 voters", 50, None, "in excess of"),
        ("~50 voters", 45, 55, "~"),
        ("50+ voters", 50, None, "+"),
        ("50 voters or more", 50, None, "or more"),
        ("50 voters or so", 45, 55, "or so"),
        ("50 voters at most", None, 50, "at most"),
        ("10 through 12 voters", 10, 12, None),
        ("two or three voters", 2, 3, None),
        ("between minus 10 and 15 voters", -10, 15, None),
        ("larger than 20 and less or equal than 35 voters", 20, 35, "larger than … less or equal than"),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None, hedge: str | None) -> None:
    claim = only(f"They saw {text} there.")
    assert (claim.value.low, claim.value.high, claim.value.hedge) == (low, high, hedge)
    assert claim.text == text
    assert claim.value.noun == "voters"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one in five homes", "0.2"),
        ("nine out of 10 homes", "0.9"),
        ("two-thirds of homes", "0.6666666666666666666666666667"),
        ("half of the homes", "0.5"),
        ("almost twice as many homes", "2"),
        ("three times as many homes", "3"),
        ("a tenfold rise", "10"),
        ("twofold", "2"),
        ("half what it was", "0.5"),
        ("half as many homes", "0.5"),
        ("a 10-fold rise", "10"),
        ("1,836 times heavier than", "1836"),
        ("double Ghana's output", "2"),
        ("three-fifths of homes", "0.6"),
        ("31 deaths per 1,000 births", "0.031"),
        ("2.3 per 100,000 people", "0.000023"),
        ("one over four.", "0.25"),
        ("1/40 of homes", "0.025"),
        ("3/4 of homes", "0.75"),
    ],
)
def test_ratios(text: str, number: str) -> None:
    claim = only(f"They found {text} in it.")
    assert (claim.kind, claim.value.number) == ("ratio", Decimal(number))


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("a 24-year-old driver", "24", "year"),
        ("a driver aged 24", "24", "year"),
        ("Jo Grant, 24, of Leeds", "24", "year"),
        ("an 18-month-old boy", "18", "month"),
        ("a woman in her 30s", None, "year"),
        ("a boy age 9", "9", "year"),
        ("a pair, both 62,", "62", "year"),
        ("people over 65,", "65", "year"),
        ("cubs aged between five and 11", None, "year"),
        ("her daughter Zoe, nine,", "9", "year"),
        ("an 18- to 24-year-old", None, "year"),
        ("a woman 24 years of age", "24", "year"),
    ],
)
def test_ages(text: str, number: str | None, unit: str) -> None:
    claim = only(f"It was {text} they met.")
    assert (claim.kind, claim.value.unit) == ("age", unit)
    assert claim.value.number == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    "text",
    [
        "He carried an AR-15 rifle.",
        "The G20 met in Rome.",
        "Covid-19 spread.",
        "It was open 24/7 in town.",
        "The 9/11 attacks changed it.",
        "It was a Catch-22 for him.",
        "Flight 370 vanished.",
        "See page 12 again.",
        "A footnote[12] says so.",
        "Notes:\n 12. ^ a note",
        "The end of it.\n1 2 3 563",
        "One might ask why.",
        "No one came.",
        "one of the best",
        "For the first time he spoke.",
        "Wait a second.",
        "http://example.org/2000/15/a",
        "Call 555-1234 now.",
        "The Boeing 737 landed. Its 737 was old.",
        "He uses an iPhone 4 now.",
        "The FTSE 100 was flat.",
        "a score at 3:15 was wrong",
        "It was a six-figure sum.",
        "They aim for net zero.",
        "A zero-tolerance policy failed.",
        "It shut between junctions 10 and 11.",
        "See Articles 50 and 51.",
        "The Group of 77 met.",
        "They queued for iPhone 4 repairs.",
        "Part 24703L202 broke.",
        "It was first reported by a blog.",
        "It won by a hundredth of a second.",
        "A 3-D film.",
        "Its long-range 787 flew.",
        "He lives at 221B Elm Street.",
        "He backed S. 567 in the house.",
    ],
)
def test_no_figure(text: str) -> None:
    assert [claim.text for claim in numbers(text)] == []


def test_noun_of_the_previous_count_carries_over() -> None:
    first, second = numbers("Seven people were killed and nine injured.")
    assert (first.value.noun, second.value.noun) == ("people", "people")
    assert (first.text, second.text) == ("Seven people", "nine injured")


def test_list_of_nationalities() -> None:
    found = numbers(
        "It returned more than 59,000 Guatemalan migrants, and nearly 48,000 Hondurans and 31,000 Salvadorans."
    )
    assert [claim.text for claim in found] == [
        "more than 59,000 Guatemalan migrants",
        "nearly 48,000 Hondurans",
        "31,000 Salvadorans",
    ]


def test_vote_is_two_numbers() -> None:
    assert [claim.value.number for claim in numbers("The senate voted 52-48 to pass it.")] == [52, 48]


def test_letter_m_is_metres_or_millions() -> None:
    assert only("It was 50m then.").value.held == "“m” may be metres or millions"
    assert only("The list hit 7.6m then.").value.held == "“m” may be metres or millions"
    assert only("It lost £50m then.").value.number == 50000000
    assert only("It reached 50m people.").value.number == 50000000
    assert only("She won the 50m freestyle.").value.unit == "meter"


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Support rose from 28 to 33 percent.", [("28", "28", "percent"), ("33 percent", "33", "percent")]),
        (
            "Output went from 9.8 to 9.2 million tons.",
            [("9.8", "9800000", "ton"), ("9.2 million tons", "9200000", "ton")],
        ),
        ("It grew from 2 to 3 million.", [("2", "2000000", None), ("3 million", "3000000", None)]),
        ("It fell from 800 to 1.2 million.", [("800", "800", None), ("1.2 million", "1200000", None)]),
        ("Rates went from minus 1 to 4%.", [("minus 1", "-1", "percent"), ("4%", "4", "percent")]),
    ],
)
def test_first_figure_of_a_change_shares_the_unit_of_the_second(
    text: str, claimed: list[tuple[str, str, str | None]]
) -> None:
    found = [(claim.text, claim.value.number, claim.value.unit) for claim in numbers(text)]
    assert found == [(surface, Decimal(number), unit) for surface, number, unit in claimed]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("minus 5 to minus 8 degrees Celsius", "-8", "-5", "degree_Celsius"),
        ("between minus 5 and 3 degrees Celsius", "-5", "3", "degree_Celsius"),
        ("-18 °C to -34 °C", "-34", "-18", "degree_Celsius"),
        ("-2% to 3%", "-2", "3", "percent"),
        ("between 44 mg to 50 mg", "44", "50", "milligram"),
        ("£500m-£600m", "500000000", "600000000", "GBP"),
        ("$12-15 billion", "12000000000", "15000000000", "USD"),
        ("tens of millions of dollars", "20000000", "99999999", "USD"),
        ("several hundred million dollars", "300000000", "900000000", "USD"),
        ("thousands of miles", "2000", "9999", "mile"),
    ],
)
def test_ranges_of_a_unit(text: str, low: str, high: str, unit: str) -> None:
    claim = only(f"They found {text} there.")
    assert (claim.text, claim.value.number) == (text, None)
    assert (claim.value.low, claim.value.high, claim.value.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "surface", "noun"),
    [
        ("A 10-member panel met.", "10-member", "member"),
        ("The 300-bed hospital shut.", "300-bed", "bed"),
        ("A 120,000-strong crowd came.", "120,000-strong crowd", "crowd"),
        ("The 15- to 20-page report came.", "15- to 20-page", "page"),
        ("A 12-to-18-member team came.", "12-to-18-member", "member"),
        ("It made 1,500 head of cattle ill.", "1,500 head of cattle", "cattle"),
        ("They shut a handful of other local schools.", "a handful of other local schools", "other local schools"),
        ("She owns four MRIs.", "four MRIs", "MRIs"),
    ],
)
def test_counted_noun(text: str, surface: str, noun: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.text, claim.value.noun) == ("count", surface, noun)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("It made 1,500 arrests, 400 of them in town.", ["1,500 arrests", "400 of them"]),
        ("It had 4,500 clerks, down from about 6,000.", ["4,500 clerks", "about 6,000"]),
        ("They heard 12 clerks, eight of whom left.", ["12 clerks", "eight of whom"]),
        ("It won 43 seats, four fewer than before.", ["43 seats", "four"]),
        ("Of the 250 guests, 38 were Danes.", ["250 guests", "38"]),
        ("Nine of the 12 jurors agreed.", ["Nine", "12 jurors"]),
        ("He completed 24 of 36 passes.", ["24", "36 passes"]),
        ("Six of Ada's eight titles count.", ["Six", "eight titles"]),
        ("The Blues won 37 seats, the Greens 33 and the Reds six.", ["37 seats", "33", "six"]),
    ],
)
def test_two_counts_share_a_noun(text: str, counts: list[str]) -> None:
    found = numbers(text)
    assert [claim.text for claim in found] == counts
    assert len({claim.value.noun for claim in found}) == 1


def test_states_are_counted_separately() -> None:
    assert [claim.value.noun for claim in numbers("At least 41 dead, 100 injured in a fire.")] == ["dead", "injured"]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("It rose by a quarter of a percentage point.", "0.25", "percentage-point"),
        ("A half-point rate cut came.", "0.5", "percentage-point"),
        ("It raised rates by half a point.", "0.5", "percentage-point"),
        ("It fell 5 pct on the day.", "5", "percent"),
        ("It fell 5pc on the day.", "5", "percent"),
        ("It moved 11 bps then.", "11", "basis-point"),
        ("It is right by plus or minus 3 percentage points.", "3", "percentage-point"),
    ],
)
def test_percent_and_points(text: str, number: str, unit: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.value.number, claim.value.unit) == ("percent", Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("the third attack", 3, "attack"),
        ("the world's third-largest port", 3, "largest port"),
        ("the twenty-first win", 21, "win"),
        ("the second video captured that day", 2, "video"),
        ("a seventh died", 7, None),
        ("his two hundredth", 200, None),
    ],
)
def test_ordinals(text: str, number: int, noun: str | None) -> None:
    claim = only(f"It was {text}.")
    assert (claim.kind, claim.value.number, claim.value.noun) == ("ordinal", number, noun)


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("He was found guilty of second-degree murder.", 2, "degree murder"),
        ("It was a first-round loss.", 1, "round loss"),
        ("He was held on a charge of assault in the third degree.", 3, "degree"),
        ("It was her third NFL season.", 3, "NFL season"),
        ("The port's first Black mayor left.", 1, "Black mayor"),
        ("A second man died.", 2, "man"),
        ("It was the third in as many days.", 3, None),
        ("It was the team's eighth in a row.", 8, None),
        ("The bridge was shut for the first time since the war.", 1, "time"),
        ("For the second time, the mill burned.", 2, "time"),
        ("It was the first to be closed.", 1, None),
        ("They led midway through the first half.", 1, "half"),
        ("After a second-half surge they won.", 2, "half"),
        ("She tied for third.", 3, None),
        ("He is fourth in points.", 4, None),
        ("She will play the Twelfth Warden.", 12, "Warden"),
        ("The Ninth Circuit upheld it.", 9, "Circuit"),
    ],
)
def test_positions_told_by_the_words_behind(text: str, number: int, noun: str | None) -> None:
    claim = next(claim for claim in numbers(text) if claim.kind == "ordinal")
    assert (claim.value.number, claim.value.noun) == (number, noun)


@pytest.mark.parametrize(
    "text",
    [
        "For the first time she smiled.",
        "It was one of the first in the town.",
        "He is second in command and second to none.",
        "A second-hand boat and a first-class ticket were found.",
        "They met on Fifth Avenue.",
        "He was first in line.",
        "The first of its kind sank.",
        "He is a third party and a second cousin.",
        "She would be the first to admit it.",
    ],
)
def test_idioms_are_no_positions(text: str) -> None:
    assert [claim.text for claim in numbers(text) if claim.kind == "ordinal"] == []


@pytest.mark.parametrize("text", ["52-48", "52 to 48", "52-to-48"])
def test_scores_in_many_spellings(text: str) -> None:
    assert [claim.value.number for claim in numbers(f"The measure passed by a vote of {text}.")] == [52, 48]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The Otters (10-3) meet Lowick on Sunday.", [10, 3]),
        ("The Otters (9-14) are last.", [9, 14]),
        ("The Otters are 14-2, and Lowick stands at 9-7.", [14, 2, 9, 7]),
        ("The jurors were split; the foreman put it at 9-3.", [9, 3]),
        ("Harwick routed Lowick 34-12 in the rain.", [34, 12]),
        ("The keeper finished with a 162-139 mark.", [162, 139]),
    ],
)
def test_results_and_records_without_a_word_of_votes(text: str, figures: list[int]) -> None:
    assert [claim.value.number for claim in numbers(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "The 737-400 lands at noon.",
        "It is the Renn 30-20 on show.",
        "The shop moved to 42-15 Elm Street.",
        "Cut a board of 8-1/2 by hand.",
        "The ages (9-14) are as told.",
        "Marsh (5-11,220) left.",
    ],
)
def test_figures_of_a_name_are_no_result(text: str) -> None:
    assert [claim for claim in numbers(text) if claim.rule == "quantity/score"] == []


def test_twice_counts_times_as_two_times_does() -> None:
    once, again = only("The ferry was hit twice in the fog."), only("The ferry was hit two times in the fog.")
    assert once.kind == again.kind == "count"
    assert (once.value.number, once.value.noun, once.value.verb) == (2, again.value.noun, again.value.verb)


def test_ages_in_a_list() -> None:
    found = numbers("The boys, aged 8, 12 and 15, were found.")
    assert [(claim.kind, claim.value.number) for claim in found] == [("age", 8), ("age", 12), ("age", 15)]


def test_second_amount_of_money_has_its_own_span() -> None:
    found = numbers("It got $24 million from the state and $75 million more from us.")
    assert [(claim.text, claim.value.number) for claim in found] == [
        ("$24 million", 24000000),
        ("$75 million more", 75000000),
    ]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("She weighs 180 lbs.", "180 lbs"),
        ("She ran 5 mi. and swam.", "5 mi."),
        ("His pressure was 150 over 95 then.", "95"),
        ("The firm turned over €2.3bn then.", "€2.3bn"),
        ("It fell short of the 420,000 analysts expected.", "420,000"),
        ("The raid killed one.", "one"),
        ("It was minus one.", "minus one"),
        ("It left thousands without power.", "thousands"),
        ("Floods displace 400.", "400"),
        ("She carded a 67 then.", "67"),
    ],
)
def test_span_of_a_figure(text: str, surface: str) -> None:
    claim = numbers(text)[-1]
    assert (claim.text, claim.value.hedge) == (surface, None)


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Ten people died there.", "died"), ("Two hundred people left.", "left"), ("It owed 12 banks.", "owed")],
)
def test_verb_of_a_count(text: str, verb: str) -> None:
    assert only(text).value.verb == verb


def test_or_more_than_begins_another_figure() -> None:
    assert [claim.text for claim in numbers("It fell 678 points or more than 7.3% then.")] == [
        "678 points",
        "more than 7.3%",
    ]


def test_wins_and_losses_are_a_score() -> None:
    assert [claim.value.number for claim in numbers("The team improved to 25-7 after it.")] == [25, 7]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Debt fell from 18.4 million euros to 7.2 million.", "EUR"),
        ("The rent rose from 900 crowns to about 1,150 in May.", "SEK"),
        ("It rose from $5 a barrel to 7.", "USD/barrel"),
        ("It fell from 7 percent to 5 in May.", "percent"),
        ("It fell from 7 per cent to 5.4 in May.", "percent"),
        ("Profit fell from 69 cents to 31.", None),
        ("The rent of 900 crowns brought them to 1,150.", None),
    ],
)
def test_the_end_of_a_change_has_the_unit_of_its_beginning(text: str, unit: str | None) -> None:
    assert numbers(text)[1].value.unit == unit


def test_a_rate_stands_behind_a_bound() -> None:
    claim = only("A berth costs $75 or less per month.")
    assert (claim.text, claim.value.unit, claim.value.bound) == ("$75 or less per month", "USD/month", "below")


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("It has a one-seat majority.", 1, "seat"),
        ("He left after one season as coach.", 1, "season"),
        ("Seven Norse and Frisian sailors met.", 7, "Norse and Frisian sailors"),
        ("Nine public or private schools shut.", 9, "public or private schools"),
    ],
)
def test_counts_of_joined_nouns(text: str, number: int, noun: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.value.number, claim.value.noun) == ("count", number, noun)


@pytest.mark.parametrize("text", ["It was a one-man show.", "It is a one-way street.", "A one-off sale was held."])
def test_idioms_with_one_count_nothing(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize("text", ["He took 12 and left others.", "They won seven Friday and voters cheered."])
def test_what_follows_another_verb_is_not_counted(text: str) -> None:
    assert [claim.value.noun for claim in numbers(text)] == [None]


def test_vague_counts_with_modifiers_and_more() -> None:
    (homes,) = numbers("Hundreds of public and private buildings were damaged.")
    assert (homes.kind, homes.value.noun) == ("count", "public and private buildings")
    _, more = numbers("It killed 170 people in the port and dozens more in the hills.")
    assert (more.value.low, more.value.high) == (24, 99)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The 7.6 and 7.5 magnitude quakes struck.", [("7.6", "magnitude"), ("7.5", "magnitude")]),
        ("He ran 3 and 5 miles.", [("3", "mile"), ("5", "mile")]),
        ("Shares of 12 and 30 percent were sold.", [("12", "percent"), ("30", "percent")]),
        ("He has 2 and 500 miles of rope.", [("2", None), ("500", "mile")]),
        ("He has 12 and 2.5 miles of rope.", [("12", None), ("2.5", "mile")]),
        ("He gave 12 and 30 euros.", [("12", None), ("30", "EUR")]),
        ("It is a mile and a half away.", [("1.5", "mile")]),
    ],
)
def test_units_that_two_figures_share(text: str, values: list[tuple[str, str | None]]) -> None:
    assert [(str(claim.value.number), claim.value.unit) for claim in numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("He was hurt in week 15, they say.", "week 15", 15),
        ("The Week 9 bye helped.", "Week 9", 9),
        ("On Day six of the siege they fled.", "Day six", 6),
    ],
)
def test_weeks_and_days_of_a_series(text: str, label: str, number: int) -> None:
    claim = only(text)
    assert (claim.kind, claim.text, claim.value.number) == ("ordinal", label, number)


@pytest.mark.parametrize(
    "text",
    [
        "Week 3: Lowick at home.",
        "He wore a Day 0 badge.",
        "Day 120 came.",
        "On day one she left.",
        "Page 4 of the Week.",
    ],
)
def test_headings_and_idioms_are_no_place_in_a_series(text: str) -> None:
    assert [claim for claim in numbers(text) if claim.kind == "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He returned three punts for touchdowns.", ["count"]),
        ("It passed the 1,000 mark.", ["number"]),
        ("The pier cost $76 million (in 2006 dollars).", ["money"]),
        ("He paid 500 German marks and 3 million punts.", ["money", "money"]),
    ],
)
def test_words_that_are_seldom_money(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in numbers(text)] == kinds


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Brandt, now 16, was armed.", ["16"]),
        ("Ana Okafor (then 31) fell.", ["31"]),
        ("Tom Brandt Jr., 16 — who fled — ran.", ["16"]),
        ("Two boys, ages 14, 16 and 18 — all hurt — ran.", ["14", "16", "18"]),
        ("Her children, ranging from ages 5 to 19, ran.", ["None"]),
        ("The fleet, now 16, grew.", []),
        ("Brandt (5-11, 220) ran.", []),
    ],
)
def test_ages_behind_names_with_more_words_or_dashes(text: str, ages: list[str]) -> None:
    assert [str(claim.value.number) for claim in numbers(text) if claim.kind == "age"] == ages


@pytest.mark.parametrize("text", ["She called 911.", "He dialled 999 at once."])
def test_emergency_numbers_are_no_figures(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(("text", "verb"), [("One person died.", "died"), ("One woman called police.", "called")])
def test_the_noun_of_one_ends_before_its_verb(text: str, verb: str) -> None:
    claim = only(text)
    assert (claim.value.verb, claim.value.noun) == (verb, text.split()[1])


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("One harbour officer died.", "harbour officer"),
        ("The blast killed one Norse sailor.", "Norse sailor"),
        ("One elderly woman was later pronounced dead.", "elderly woman"),
        ("One person remains unaccounted for.", "person"),
    ],
)
def test_one_counts_a_person_of_whom_harm_is_told(text: str, noun: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.value.number, claim.value.noun) == ("count", 1, noun)


@pytest.mark.parametrize("text", ["One senior official said so.", "One former player left.", "One old tower was hit."])
def test_one_of_whom_no_harm_is_told_counts_nobody(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The jab is for adults 65 and older.", 65, None),
        ("Children 5 and under ride free.", None, 5),
        ("You must be 18 or older.", 18, None),
        ("Drivers 21 or over pay more.", 21, None),
    ],
)
def test_age_limits_told_by_the_words_behind(text: str, low: int | None, high: int | None) -> None:
    claim = only(text)
    assert (claim.kind, claim.value.low, claim.value.high, claim.value.unit) == ("age", low, high, "year")


def test_a_score_or_under_is_no_age() -> None:
    assert [claim.kind for claim in numbers("He scored 30 or under; 65 and over were sold.")] == ["number", "number"]


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("A Category 4 storm hit.", "Category 4", 4),
        ("They lost in Game 7.", "Game 7", 7),
        ("It is in Phase 3 of the trial.", "Phase 3", 3),
    ],
)
def test_labels_of_a_series_or_a_scale(text: str, label: str, number: int) -> None:
    claim = only(text)
    assert (claim.kind, claim.text, claim.value.number) == ("ordinal", label, number)


def test_a_quarter_mile_is_a_distance() -> None:
    claim = only("It lies a quarter-mile off.")
    assert (claim.kind, str(claim.value.number), claim.value.unit) == ("quantity", "0.25", "mile")
