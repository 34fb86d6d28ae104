"""An equal figure supports a claim only where it may be of the same measure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck import check, load_rules
from factcheck.align.precision import is_rounded_bound
from factcheck.model import Document, Finding, Judged, Quantity

RULES = load_rules()
DAY = date(2019, 6, 5)


def judged(draft: str, source: str, claim: str) -> tuple[Judged, list[Finding]]:
    written = Document(id="draft", text=draft, published=DAY)
    report = check([written], [Document(id="source", text=source, published=DAY)], RULES)
    found = next(each for each in report.judged if each.claim.text == claim)
    return found, [each for each in report.findings if each.start == found.claim.start]


@pytest.mark.parametrize(
    ("draft", "source", "claim", "shown"),
    [
        (
            "In Orel 212 sailors were killed.",
            "In Orel 212 sailors were hurt when the ferry sank.",
            "212 sailors",
            "212 sailors",
        ),
        (
            "Some 7,300 ballots were burnt in Velden.",
            "Velden got 7,300 letters from readers; 212 ballots were burnt.",
            "Some 7,300 ballots",
            "7,300 letters",
        ),
        (
            "Constables made 96 arrests during the fair weekend.",
            "Police said 96 officers were hurt or assaulted in the fair weekend and that 275 people were arrested.",
            "96 arrests",
            "96 officers",
        ),
        (
            "Applications for aid came to 700 in the autumn.",
            "In the autumn 2,150 farmers applied for aid. Dairy farmers accounted for 700 of the applications.",
            "700",
            "700 of the applications",
        ),
        (
            "The goalkeeper of Orel saved 7 of the penalties he faced.",
            "The clubs of Orel were each given 7 penalties on average.",
            "7 of the penalties",
            "7 penalties",
        ),
        (
            "The average clerk in Orel earns £48,300.",
            "Pay is low: the median is £48,300 in Orel, a clerk said.",
            "£48,300",
            "£48,300",
        ),
        (
            "In Velden 12,929 patients lay in hospital.",
            "Velden had 12,929 cases of plague, and 410 patients in hospital.",
            "12,929 patients",
            "12,929 cases",
        ),
        (
            "Velden Mills had a profit of £975 million.",
            "Velden Mills paid its clerks well on sales of £975 million.",
            "£975 million",
            "£975 million",
        ),
        ("Rents rose 8 percent.", "Wages rose 8 percent while rents rose too, Velden said.", "8 percent", "8 percent"),
        ("Exports fell by 5 percent.", "Imports fell by 5 percent while exports grew.", "5 percent", "5 percent"),
        (
            "The dam is 38 metres high.",
            "The dam is 38 metres wide at its crest, and stands high above Hallow.",
            "38 metres",
            "38 metres",
        ),
        # The source's sentence names what the draft counts, beside another thing that has the figure.
        (
            "The fire killed 19 people.",
            "19 engines fought the fire, which killed several people.",
            "19 people",
            "19 engines",
        ),
        (
            "Some 36 people were arrested in the raids.",
            "Officers raided 36 houses and arrested people in all of them.",
            "Some 36 people",
            "36 houses",
        ),
        (
            "Rescuers found 17 survivors.",
            "Rescuers found 17 bodies and several survivors.",
            "17 survivors",
            "17 bodies",
        ),
        ("The hospital treated 45 patients.", "The hospital has 45 beds for patients.", "45 patients", "45 beds"),
        (
            "The union says 2,800 nurses walked out.",
            "The union has 2,800 members, and many nurses walked out.",
            "2,800 nurses",
            "2,800 members",
        ),
    ],
)
def test_an_equal_figure_of_another_measure_is_shown_and_supports_nothing(
    draft: str, source: str, claim: str, shown: str
) -> None:
    found, findings = judged(draft, source, claim)
    assert found.verdict == "unsupported"
    assert found.reason == f"the figure in source is of another measure: “{shown}”"
    assert [(each.rule, each.severity.name) for each in findings] == [("unsupported", "warning")]
    assert found.reason in findings[0].message
    assert found.evidence[0].claim.text == shown


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        # Other words, and no other figure for what the draft counts.
        ("Orel has 4,460 lorries.", "Orel has 4,460 wagons and 12 sheds.", "4,460 lorries"),
        # A figure without a noun counts what the one before it counts.
        (
            "Late on Monday 135 delegates rejected a levy that the mayor had asked for.",
            "Of those who sit in the hall 122 delegates passed it, and 135 rejected the levy.",
            "135 delegates",
        ),
        # The draft names what the source counts.
        (
            "Hallow wants 140 ferries, and deliveries are to begin soon, the yard said.",
            "A clerk at the yard spoke of 140 deliveries to Hallow. It has built 12 ferries.",
            "140 ferries",
        ),
        # The draft's noun is the whole of which the source counts a part, or part of a name.
        ("Six committees met in Orel.", "The six chairs of the committees met in Orel.", "Six committees"),
        (
            "Orel wants 19 ferries, and their delivery is near.",
            "A clerk spoke of 19 deliveries and of ferries.",
            "19 ferries",
        ),
        (
            "The two inquiries in Orel go on.",
            "Two charges were brought in Orel beside another inquiry.",
            "two inquiries",
        ),
        ("Dozens of staff met in Orel.", "Dozens of aides met the staff secretary in Orel.", "Dozens of staff"),
        ("In Orel 212 sailors were hurt.", "In Orel 212 sailors were taken to hospital.", "212 sailors"),
        ("Revenue grew to £1.84 billion.", "Sales were up 7 per cent at £1.84 billion.", "£1.84 billion"),
        ("Sales fell by £1.2 billion.", "Sales fell by £1.2 billion, the group said.", "£1.2 billion"),
    ],
)
def test_other_words_for_a_measure_are_not_another_measure(draft: str, source: str, claim: str) -> None:
    assert judged(draft, source, claim)[0].verdict == "single"


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        # The measure in another word for people, with nothing else in common.
        (
            "The blaze forced about 400 residents out on Saturday.",
            "Flames swept through a mill in Orel, which drove about 400 people into the streets.",
            "about 400 residents",
        ),
        (
            "A trawler and the navy saved 68 of those on board.",
            "Sixty-eight people were rescued by two cutters south of Hallow.",
            "68",
        ),
        ("Some £410,000 has been recouped to date.", "The receiver has recovered £410,000.", "Some £410,000"),
        ("Her rival is 57 years old.", "“We heard them first,” says the 57-year-old skipper.", "57 years old"),
        ("The recorder shows that it was doing nearly 120 km/h.", "It raced at 118 km/h.", "nearly 120 km/h"),
        ("The mine employs 530 people.", "It lies in Orel and has a workforce of 530.", "530 people"),
        ("The storm knocked out power to 62,000 homes.", "In Orel 62,000 households sat in the dark.", "62,000 homes"),
        ("The train was packed with close to 180 people.", "It carried some 180 passengers.", "close to 180 people"),
        ("More than a third of homes are empty.", "35 percent of homes stand vacant.", "More than a third of homes"),
        ("Almost 50,000 fans saw it.", "It drew a crowd of 48,216 fans.", "Almost 50,000 fans"),
        # Nothing but the slots and the size of the figure shows that the source speaks of it.
        (
            "Since May, nearly 9,000 migrants have landed there.",
            "In all 8,900 people came ashore.",
            "nearly 9,000 migrants",
        ),
        ("More than 4,000 had to leave.", "In Orel some 4,500 people were evacuated by boat.", "More than 4,000"),
        ("Joblessness rose by almost 5 per cent.", "Unemployment went up by 4.9 per cent.", "almost 5 per cent"),
    ],
)
def test_a_telling_figure_in_wholly_other_words_is_confirmed(draft: str, source: str, claim: str) -> None:
    # Other sentences make the words around the figures rare, as in any story.
    others = " The mayor sang in the hall. A clerk from Velden wrote of it. Rain fell on the harbour all day."
    assert judged(draft + others, source + others, claim)[0].verdict == "single"


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        # Everyday figures, figures of another measure, a rounding without a word for it.
        ("The blaze forced 4 residents out.", "Flames swept through a mill, which drove 4 people away.", "4 residents"),
        ("The blaze forced 400 residents out.", "Flames swept through a mill that made 400 hats.", "400 residents"),
        ("The storm knocked out power to 62,000 homes.", "In Orel 62,000 cattle sat in the dark.", "62,000 homes"),
        ("Since May 9,000 migrants have landed there.", "In all 8,900 people came ashore.", "9,000 migrants"),
        ("More than 4,000 had to leave.", "In Orel some 5,500 people were evacuated by boat.", "More than 4,000"),
        ("The navy saved 70 of those on board.", "Seventy-one people were rescued by two cutters.", "70"),
    ],
)
def test_a_figure_in_wholly_other_words_is_not_confirmed_by_chance(draft: str, source: str, claim: str) -> None:
    others = " The mayor sang in the hall. A clerk from Velden wrote of it. Rain fell on the harbour all day."
    assert judged(draft + others, source + others, claim)[0].verdict in ("unsupported", "differ")


@pytest.mark.parametrize(
    ("figure", "verdict"), [("8,483", "single"), ("9,483", "unsupported"), ("12,483", "unsupported")]
)
def test_a_bound_is_confirmed_in_other_words_only_by_a_figure_that_it_rounds(figure: str, verdict: str) -> None:
    draft = "The absentee count goes on until more than 8,000 forms from Hallow are in."
    source = f"From Hallow {figure} absentee ballots were to come, said Velden."
    found, _ = judged(draft, source, "more than 8,000 forms")
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("bound", "number", "expected"),
    [
        ("above", 8483, True),
        ("above", 8999, True),
        ("above", 9000, False),
        ("above", 7999, False),
        ("below", 7483, True),
        ("below", 7000, False),
        ("below", 8001, False),
    ],
)
def test_a_bound_rounds_the_figures_up_to_its_next_digit(bound: str, number: int, expected: bool) -> None:
    draft = Quantity(Decimal(8000), None, None, bound=bound)
    assert is_rounded_bound(draft, Quantity(Decimal(number), None, None)) is expected


def test_a_bound_that_holds_a_figure_of_the_same_measure_is_confirmed() -> None:
    found, _ = judged("More than 500 sailors sang in Orel.", "In Orel 612 sailors sang.", "More than 500 sailors")
    assert found.verdict == "single"


def test_an_end_of_the_range_of_another_matter_supports_nothing() -> None:
    source = "The builders' invoices were padded by between 12 and 18 per cent."
    assert judged("Fares on the ferry rose by 18 per cent.", source, "18 per cent")[0].verdict == "unsupported"
    draft = "In the end the builders had padded them by 18 per cent."
    assert judged(draft, source, "18 per cent")[0].verdict == "single"


def test_a_bound_is_not_of_the_farther_figure_of_a_sentence() -> None:
    source = "Garden flats account for 51,200 of those on the list, attics for 60,300."
    draft = "More than {} of those on the list want a garden flat."
    assert judged(draft.format("52,000"), source, "More than 52,000")[0].verdict != "single"
    assert judged(draft.format("51,000"), source, "More than 51,000")[0].verdict == "single"


def test_a_share_of_those_to_whom_something_else_was_done_supports_nothing() -> None:
    source = "Orel has given 25% of its clerks at least one dose of the vaccine. It has fully vaccinated 14%."
    draft = "Orel has fully vaccinated {} of its clerks."
    assert judged(draft.format("25%"), source, "25% of its clerks")[0].verdict != "single"
    assert judged(draft.format("14%"), source, "14% of its clerks")[0].verdict == "single"


def test_the_acts_that_a_noun_counts_are_those_of_its_verb() -> None:
    source = "In all, 640 homes have been burgled. In June the pace slowed, with only around 140 burglaries."
    assert judged("Some 640 burglaries have been reported.", source, "Some 640 burglaries")[0].verdict == "single"
    assert judged("Some 640 robberies have been reported.", source, "Some 640 robberies")[0].verdict != "single"


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("The tool is built to help shops increase takings by up to 50%.", "unsupported"),
        ("The tool is built to help shops increase takings by up to 30%.", "single"),
    ],
)
def test_a_bound_is_not_confirmed_because_something_rose(draft: str, verdict: str) -> None:
    source = "Increase takings: those whom we serve have seen a 30% increase in takings within six months."
    claim = draft[draft.index("up to") : -1]
    assert judged(draft, source, claim)[0].verdict == verdict


def test_the_age_of_a_person_does_not_confirm_a_limit_of_age() -> None:
    draft = "The ferry bars anyone under 21 years of age from its deck."
    found, _ = judged(draft, "19-year-old Nils Krum cooked on the deck of the ferry.", "under 21 years of age")
    assert found.verdict == "unsupported"


def test_a_part_of_a_day_is_told_by_its_day() -> None:
    found, _ = judged("The mayor sang on Tuesday morning.", "The mayor sang on Tuesday.", "Tuesday morning")
    assert found.verdict == "single"


def test_a_clock_is_not_told_by_its_day() -> None:
    found, _ = judged("The mayor sang at 5 p.m. on Tuesday.", "The mayor sang on Tuesday.", "5 p.m. on Tuesday")
    assert found.verdict == "unsupported"


def test_a_bound_that_is_rounded_from_the_sources_bound_is_no_difference() -> None:
    found, findings = judged(
        "More than 300 guests came to the wedding.", "At least 320 guests came to the wedding.", "More than 300 guests"
    )
    assert (found.verdict, [each.severity.name for each in findings]) == ("single", ["note"])


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("It was the 12th straight victory of the smiths of Orel.", "unsupported"),
        ("In Orel the mayor won the 12th prize for his crew.", "single"),
        ("The crew of Orel lost the 12th prize contest to the clerks.", "single"),
    ],
)
def test_an_equal_rank_of_another_thing_supports_nothing(source: str, verdict: str) -> None:
    found, _ = judged("The crew of the ferry in Orel wants the 12th prize for the mayor.", source, "12th prize")
    assert found.verdict == verdict


def test_a_bound_without_a_lower_end_asks_for_a_source() -> None:
    draft, source = "The storm may drown up to 2 million hens.", "The storm may drive out up to 100 million hens."
    found, findings = judged(draft, source, "up to 2 million hens")
    assert (found.verdict, [each.severity.name for each in findings]) == ("unsupported", ["warning"])


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        ("The average clerk in Orel earns £48,300.", "The median clerk in Orel earns £48,300.", "£48,300"),
        (
            "Sales of the group fell by £1.2 billion last year.",
            "Sales of the group fell to £1.2 billion last year.",
            "£1.2 billion",
        ),
    ],
)
def test_one_word_that_makes_a_figure_another_measure_is_reported(draft: str, source: str, claim: str) -> None:
    found, _ = judged(draft, source, claim)
    assert found.verdict == "differ"


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        (
            "The stolen van was found burnt out 40 kilometres away.",
            "Roads for 40 kilometres around were searched. The van was found burnt out in a pit 14 kilometres away.",
            "40 kilometres",
        ),
        (
            "Employers at the docks have proposed 5.4 percent and a single payment.",
            "Employers at the docks offered 4.5 percent and a single payment. "
            "Lund would not say whether it could be 5.4 percent.",
            "5.4 percent",
        ),
        (
            "The divers arrived on Tuesday and brought nine pontoons.",
            "On Tuesday the ferry brought nine people and six pontoons to the beach.",
            "nine pontoons",
        ),
    ],
)
def test_an_equal_figure_yields_to_another_that_stands_in_the_drafts_words(draft: str, source: str, claim: str) -> None:
    assert judged(draft, source, claim)[0].verdict in ("unsupported", "differ")


def test_a_figure_that_the_draft_has_too_is_no_better_one() -> None:
    draft = "Roads were searched for 40 kilometres around. The van was found burnt out 14 kilometres away."
    source = "The van was found burnt out in a pit 14 kilometres away. Roads for 40 kilometres around were searched."
    assert judged(draft, source, "40 kilometres")[0].verdict == "single"


def test_nobody_has_the_rest_of_a_whole_of_which_a_part_is_his() -> None:
    source = "To pay for it she will need the council, where her bloc has 21 of 45 seats."
    assert judged("Her bloc holds only 24 of the 45 council seats.", source, "24")[0].verdict in (
        "differ",
        "unsupported",
    )
    assert judged("The other parties hold 24 of the 45 council seats.", source, "24")[0].verdict == "single"


def test_an_equal_figure_of_another_measure_hides_no_other_toll() -> None:
    draft = "The death toll of the flood in Hallow has risen to 4,460."
    source = "The agency put up 4,460 tents after the flood in Hallow. The death toll stands at 2,310."
    found, findings = judged(draft, source, "4,460")
    assert (found.verdict, found.evidence[0].claim.text) == ("differ", "2,310")
    assert [each.rule for each in findings] == ["number-differs"]


def test_a_part_supports_no_whole_that_its_sentence_gives_before_it() -> None:
    source = "By 2031 some 620 kilometres of line will be electrified, 145 of them between Holm and Varde."
    assert judged("The plan pays for electrifying 145 kilometres of line.", source, "145 kilometres")[0].verdict == (
        "unsupported"
    )
    beds = "The ward closed four of its 16 beds in 2017."
    assert judged("The ward closed four beds in 2017.", beds, "four beds")[0].verdict == "single"


def test_the_digits_of_a_source_in_another_unit_are_a_slip() -> None:
    source = "Peak load on the national grid reached 18.2 gigawatts in the afternoon of Wednesday, a summer record."
    found, findings = judged("Demand for electricity climbed to 18.2 megawatts.", source, "18.2 megawatts")
    assert (found.verdict, [each.rule for each in findings]) == ("differ", ["unit-differs"])
    assert judged("The pond holds 18.2 litres of it.", source, "18.2 litres")[0].verdict != "differ"


def test_a_telling_figure_in_the_same_context_is_of_one_event() -> None:
    draft = (
        "Demand for electricity reached an unprecedented 18.6 gigawatts, and Ida Roth, Ola Venn, Pia Lund and Jon Falk "
        "of the Valderra Weather Service spoke in Castelrosso of fires, schools and trains."
    )
    source = (
        "A grid passed a mark: demand for electricity of 18.6 gigawatts, the most ever. Energy Monitor South counted "
        "imports over the Nordel, Skarn, Orme and Hallow cables, gas burnt at Denby and prices at noon."
    )
    assert judged(draft, source, "18.6 gigawatts")[0].verdict == "single"
