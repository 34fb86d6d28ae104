"""An equal figure supports nothing where two slots conflict: it is of another time, or of another of the same kind."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Finding, Judged

RULES = load_rules()
DAY = date(2020, 2, 12)
REPORT = "Ostby Foods posted a net profit of 61 million crowns for 2019, up from 48 million crowns a year earlier."


def judged(draft: str, source: str, claim: str) -> tuple[Judged, list[Finding]]:
    written = Document(id="draft", text=draft, published=DAY)
    report = check([written], [Document(id="source", text=source, published=DAY)], RULES)
    found = next(each for each in report.judged if each.claim.text == claim)
    return found, [each for each in report.findings if each.start == found.claim.start]


def test_a_figure_of_another_time_is_shown_and_supports_nothing() -> None:
    source = "Norvia flew 2.1 million people last month, compared with 1.84 million in July 2018."
    found, (finding,) = judged(
        "Norvia carried 1.84 million passengers in July 2019.", source, "1.84 million passengers"
    )
    assert found.verdict == "unsupported"
    assert found.reason == "the figure in source is of another time: “1.84 million”"
    assert finding.rule == "unsupported"


def test_where_a_move_began_is_not_where_it_ended() -> None:
    source = "Ostby said that sales rose from 760 boats to 890."
    found, (finding,) = judged("Sales at Ostby rose to 760 boats.", source, "760 boats")
    assert (found.verdict, finding.rule, finding.evidence[0].claim.text) == ("differ", "number-differs", "890")


def test_the_figure_of_the_year_before_is_an_error_where_the_source_has_the_one_of_the_year() -> None:
    found, (finding,) = judged("Net profit of Ostby Foods for 2019 was 48 million crowns.", REPORT, "48 million crowns")
    assert found.verdict == "differ"
    assert (finding.rule, finding.evidence[0].claim.text) == ("number-differs", "61 million crowns")


@pytest.mark.parametrize(
    ("draft", "claim"),
    [
        ("Net profit of Ostby Foods for 2019 was 61 million crowns.", "61 million crowns"),
        ("Net profit of Ostby Foods for 2018 was 48 million crowns.", "48 million crowns"),
        ("Net profit of Ostby Foods rose to 61 million crowns in 2019 from 48 million crowns.", "48 million crowns"),
        ("Net profit of Ostby Foods rose from 48 million crowns to 61 million crowns.", "48 million crowns"),
    ],
)
def test_a_figure_told_of_its_own_time_is_supported(draft: str, claim: str) -> None:
    assert judged(draft, REPORT, claim)[0].verdict == "single"


def test_a_day_told_otherwise_in_a_copied_sentence_is_reported_once() -> None:
    copied = REPORT.replace("2019", "2017")
    found, findings = judged(copied, REPORT, "61 million crowns")
    assert (found.verdict, [each.rule for each in findings]) == ("single", ["single-source"])


def test_a_fall_to_the_figure_from_which_a_source_tells_a_rise_is_an_altered_direction() -> None:
    source = "The number of stolen cars climbed from 760 to 890, police said on Monday."
    written = Document(id="draft", text="Car thefts fell to 760 from 890.", published=DAY)
    report = check([written], [Document(id="source", text=source, published=DAY)], RULES)
    assert [(each.rule, written.text[each.start : each.end]) for each in report.findings] == [
        ("wording-altered", "fell to 760"),
        ("wording-altered", "from 890"),
    ]


@pytest.mark.parametrize(
    ("draft", "source", "claim", "other"),
    [
        ("Arvo cut 1,200 jobs and Belm 300.", "Belm cut 1,200 jobs and Arvo 300.", "1,200 jobs", "300"),
        (
            "Incumbent Marta Quell won 48.2 percent of the vote, against 51.8 percent for Dorian Ash.",
            "Dorian Ash lost the run-off with 48.2% of the vote to Quell's 51.8%.",
            "48.2 percent",
            "51.8%",
        ),
        (
            "Tomas Reil, 14, had jumped in to save his brother Anders, who was 11.",
            "Anders Reil, 14, and his younger brother Tomas, aged 11, died in the lake, police said.",
            "14",
            "aged 11",
        ),
        (
            "Arvo earned 30 million euros in the quarter.",
            "Belm's quarterly profit was 30 million euros, while its rival Arvo made 45 million euros.",
            "30 million euros",
            "45 million euros",
        ),
    ],
)
def test_a_figure_of_another_name_is_an_error_where_the_sentence_has_one_of_the_drafts_name(
    draft: str, source: str, claim: str, other: str
) -> None:
    found, (finding,) = judged(draft, source, claim)
    assert (found.verdict, finding.rule, finding.evidence[0].claim.text) == ("differ", "number-differs", other)


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        # The sentence has no figure of the name that the draft gives, or only the names differ in form.
        ("Rovers won 48 matches.", "The club, which Ash leads, won 48 matches.", "48 matches"),
        ("Quell won 52 percent of the vote.", "President Marta Quell took 52 percent and Dorian Ash 48.", "52 percent"),
        # What one report says a rate was raised to, the next one says it was raised from.
        ("The bank raised its key rate to 4 percent.", "The bank raised its key rate to 4 percent.", "4 percent"),
    ],
)
def test_a_figure_of_the_same_name_is_supported(draft: str, source: str, claim: str) -> None:
    assert judged(draft, source, claim)[0].verdict == "single"


@pytest.mark.parametrize(
    ("draft", "source", "claim", "shown"),
    [
        (
            "The quake struck at a depth of 33 kilometres.",
            "The quake hit 33 km off Calder at a depth of 10 km.",
            "33 kilometres",
            "33 km",
        ),
        (
            "In all 46 migrants drowned off Lemos.",
            "At least 11 people drowned off Lemos and 46 survived.",
            "46 migrants",
            "46",
        ),
    ],
)
def test_a_figure_of_another_dimension_or_fate_supports_nothing(
    draft: str, source: str, claim: str, shown: str
) -> None:
    found, _ = judged(draft, source, claim)
    assert (found.verdict, found.evidence[0].claim.text) in (("unsupported", shown), ("differ", "10 km"))


@pytest.mark.parametrize(
    ("draft", "source", "claim", "verdict"),
    [
        (
            "Nine of the crew died when the trawler Maren sank off Holm.",
            "The trawler Maren went down with a crew of nine. Six were rescued and three are dead.",
            "Nine of the crew",
            "unsupported",
        ),
        (
            "Nine of the crew died when the trawler Maren sank off Holm.",
            "Nine crew members died when the trawler Maren sank off Holm.",
            "Nine of the crew",
            "single",
        ),
        (
            "Three people have died in the outbreak.",
            "Three more people have died in the outbreak, bringing the number of deaths to eight.",
            "Three people",
            "differ",
        ),
        # An addition that the draft tells as one, or of a time, and one to which the source names no total.
        (
            "Three more people have died in the outbreak.",
            "Three more people have died in the outbreak, bringing the number of deaths to eight.",
            "Three more people",
            "single",
        ),
        (
            "Three people died on Monday.",
            "Three more people died on Monday, bringing the number of deaths to eight.",
            "Three people",
            "single",
        ),
        (
            "Three people have died in the outbreak.",
            "Three more people have died in the outbreak, which began in May.",
            "Three people",
            "single",
        ),
    ],
)
def test_a_part_is_not_the_whole_and_an_addition_not_the_total(
    draft: str, source: str, claim: str, verdict: str
) -> None:
    assert judged(draft, source, claim)[0].verdict == verdict


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        ("Unemployment fell to 7.1 percent.", "The ministry expects joblessness rising to 7.1 percent.", "7.1 percent"),
        ("In its shops like-for-like sales grew 0.8 percent.", "Store sales were down 0.8 percent.", "0.8 percent"),
        ("Rents fell most in Harn, by 11 percent.", "Harn saw rents climb fastest, by 11 percent.", "11 percent"),
        (
            "Debt came down to 274 million crowns.",
            "Net debt stood at 274 million crowns in March, compared with 251 million crowns at year end.",
            "274 million crowns",
        ),
    ],
)
def test_a_figure_of_a_move_the_other_way_supports_nothing(draft: str, source: str, claim: str) -> None:
    assert judged(draft, source, claim)[0].verdict in ("unsupported", "differ")


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        (
            "Debt rose to 274 million crowns.",
            "Debt stood at 274 million crowns, compared with 251 million.",
            "274 million crowns",
        ),
        (
            "Sales are seen growing by 3 to 5 percent.",
            "The range for sales was narrowed to 3 to 5 percent.",
            "3 to 5 percent",
        ),
        ("Rents rose fastest in Harn, by 11 percent.", "Harn saw rents climb fastest, by 11 percent.", "11 percent"),
    ],
)
def test_a_figure_of_a_move_the_same_way_is_supported(draft: str, source: str, claim: str) -> None:
    assert judged(draft, source, claim)[0].verdict == "single"


HEAT = "Clinics have seen 1,120 patients with complaints linked to the weather, 340 of them with heatstroke."
COSTS = "The owners said that their members' costs had gone up by a quarter and insurance premiums had doubled."
GROUPS = "By nationality: Ombar 27 percent, Tessaly 18 percent, Lower Kesh 14 percent, others 41 percent."


@pytest.mark.parametrize(
    ("draft", "source", "claim", "nearest"),
    [
        ("Hospitals have treated 1,120 people for heatstroke.", HEAT, "1,120 people", "340 of them"),
        ("Landlords counter that their costs have doubled.", COSTS, "doubled", "a quarter"),
        ("The largest group comes from Tessaly, with 27 percent.", GROUPS, "27 percent", "18 percent"),
        (
            "By sea 9,500 arrived, and 164 people lost their lives.",
            "The police counted 112 deaths at sea, against 164 in the first half of 2018.",
            "164 people",
            "112 deaths",
        ),
        (
            "A convoy of 120 lorries carried flour across the frozen river to Brenta.",
            "Flour went across the frozen river to Brenta on 85 lorries. The depot counts 120 by now.",
            "120 lorries",
            "85 lorries",
        ),
    ],
)
def test_an_equal_figure_supports_nothing_where_the_words_stand_around_another(
    draft: str, source: str, claim: str, nearest: str
) -> None:
    found, (finding,) = judged(draft, source, claim)
    assert found.verdict in ("unsupported", "differ")
    assert nearest in [each.claim.text for each in finding.evidence]


@pytest.mark.parametrize(
    ("draft", "source", "claim"),
    [
        ("Clinics have seen 1,120 people because of the weather.", HEAT, "1,120 people"),
        ("Hospitals have treated 340 people for heatstroke.", HEAT, "340 people"),
        ("Landlords counter that premiums have doubled.", COSTS, "doubled"),
        ("The largest group comes from Ombar, with 27 percent.", GROUPS, "27 percent"),
        # "Them" are the girls whom the clause before names.
        (
            "Girls again outdid boys, with 84.9 percent of them successful.",
            "Girls did better than boys, and 84.9 percent of them passed overall compared with 78.2 percent of boys.",
            "84.9 percent",
        ),
        # One act, whatever else is told of it.
        (
            "Five people were killed and six injured amid the chaos.",
            "Six were injured in the shooting, and dozens more were hurt in the chaos that followed.",
            "six injured",
        ),
    ],
)
def test_an_equal_figure_with_words_of_the_draft_around_it_is_support(draft: str, source: str, claim: str) -> None:
    assert judged(draft, source, claim)[0].verdict == "single"


@pytest.mark.parametrize(
    ("draft", "source", "claim", "verdict"),
    [
        (
            "The chain has closed 14 shops this year.",
            "The chain is to shut 14 stores this year.",
            "14 shops",
            "unsupported",
        ),
        ("The chain will close 14 shops this year.", "The chain is to shut 14 stores this year.", "14 shops", "single"),
        ("The chain has closed 14 shops this year.", "The chain shut 14 stores this year.", "14 shops", "single"),
    ],
)
def test_what_is_planned_supports_no_deed(draft: str, source: str, claim: str, verdict: str) -> None:
    assert judged(draft, source, claim)[0].verdict == verdict


@pytest.mark.parametrize(
    ("draft", "source", "claim", "verdict"),
    [
        ("Brannoc has replaced all 22 tanks.", "Seven of its 22 tanks have been replaced.", "22 tanks", "unsupported"),
        ("Brannoc owns 22 tanks.", "Seven of its 22 tanks have been replaced.", "22 tanks", "single"),
        ("The slide left four dead.", "Two of the four dead were father and son.", "four dead", "single"),
    ],
)
def test_a_deed_told_of_a_part_is_not_told_of_the_whole(draft: str, source: str, claim: str, verdict: str) -> None:
    assert judged(draft, source, claim)[0].verdict in (verdict, "differ" if verdict == "unsupported" else verdict)


@pytest.mark.parametrize(
    ("draft", "source", "claim", "verdict"),
    [
        (
            "Of first rulings on asylum, 42 percent were negative.",
            "In the first instance 42 percent of decisions were positive.",
            "42 percent",
            "unsupported",
        ),
        (
            "Those infected are from the coast, and two thirds of them are women.",
            "Patients come from the coast; two thirds are men, and most smoke.",
            "two thirds",
            "unsupported",
        ),
        (
            "Halloway, who had spent 310,000 crowns on his campaign, conceded.",
            "Her campaign cost 310,000 crowns, most of it in small gifts.",
            "310,000 crowns",
            "unsupported",
        ),
        # What one of two has won the other has lost.
        ("Ostby have won the last four derbies.", "Norby have lost the last four derbies.", "four derbies", "single"),
        # A sentence of both says nothing against either.
        (
            "Those infected are from the coast, and two thirds of them are men.",
            "Patients come from the coast; two thirds are men, and one third are women.",
            "two thirds",
            "single",
        ),
        (
            "Halloway, who had spent 310,000 crowns on his campaign, conceded.",
            "His campaign cost 310,000 crowns, most of it in small gifts.",
            "310,000 crowns",
            "single",
        ),
    ],
)
def test_a_figure_of_the_contrary_supports_nothing(draft: str, source: str, claim: str, verdict: str) -> None:
    assert judged(draft, source, claim)[0].verdict == verdict


LOSS = "The plant, opened in 1923, has lost 38 million crowns over the past three years."


@pytest.mark.parametrize(
    ("draft", "source", "claim", "verdict"),
    [
        ("The plant had lost 38 million crowns last year alone.", LOSS, "38 million crowns", "unsupported"),
        ("The plant had lost 38 million crowns in three years.", LOSS, "38 million crowns", "single"),
        ("Over the past year the plant lost 38 million crowns.", LOSS, "38 million crowns", "unsupported"),
        ("The plant had lost 38 million crowns.", LOSS, "38 million crowns", "single"),
    ],
)
def test_a_figure_of_a_longer_time_supports_nothing(draft: str, source: str, claim: str, verdict: str) -> None:
    assert judged(draft, source, claim)[0].verdict == verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [("at least 25 years", "unsupported"), ("at least 22 years", "single"), ("more than 20 years", "single")],
)
def test_two_least_lengths_are_two_lengths_in_other_words_too(claim: str, verdict: str) -> None:
    source = "The judge said that Roe must serve a minimum of 22 years in prison for the murder of Ann Lund."
    found, _ = judged(f"Roe will spend {claim} in prison for the murder of Ann Lund.", source, claim)
    assert found.verdict in (verdict, "differ" if verdict == "unsupported" else verdict)
