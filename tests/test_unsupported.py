"""What is reported of a claim that no source states, and the statement shown beside it."""

from datetime import date

import pytest

from factcheck.model import Document, Report, Severity
from factcheck.pipeline import check
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2021, 3, 10)


def checked(draft: str, *sources: str, published: date | None = DAY) -> Report:
    documents = [Document(id=f"s{n}", text=text, published=published) for n, text in enumerate(sources, 1)]
    return check([Document(id="draft", text=draft, published=published)], documents, RULES)


def warnings(draft: str, *sources: str) -> list[str]:
    found = checked(draft, *sources).findings
    return [f"{each.rule}: {each.message}" for each in found if each.severity > Severity.note]


@pytest.mark.parametrize(
    ("draft", "source", "figure"),
    [
        ("The singer Ola Venn has died at the age of 83.", "The singer Ola Venn has died.", "age of 83"),
        ("Police arrested 11 people in Halden.", "Police in Halden made arrests after the match.", "11 people"),
        ("The club signed her on a two-year deal.", "The club has signed her, a keeper.", "two-year"),
        ("The farmer lost four cows.", "The farmer lost cows in the storm.", "four cows"),
        ("The bakers laid down their tools on Monday.", "The bakers have laid down their tools.", "Monday"),
        ("Half of the shops in the arcade stood empty.", "Shops in the arcade stood empty.", "Half of the shops"),
    ],
)
def test_a_small_figure_that_no_source_has_is_reported(draft: str, source: str, figure: str) -> None:
    found = warnings(draft, source)
    assert len(found) == 1
    assert found[0].startswith("unsupported: “") and figure.rsplit(maxsplit=1)[-1] in found[0]


def test_a_small_figure_that_a_source_has_of_other_things_is_too_weak_a_sign_of_either() -> None:
    assert warnings("Police arrested 11 people.", "Police made arrests. The striker has 11 goals.") == []


def test_two_things_are_counted_by_the_writer() -> None:
    assert warnings("Two friends met at the quay.", "Ola met Venn at the quay.") == []
    assert warnings("Three friends met at the quay.", "Ola met Venn and Tor at the quay.") != []


def test_two_things_of_which_no_source_tells_are_reported() -> None:
    opened = "The mayor opened the library in Varn."
    assert warnings("Two officers were suspended.", opened) == ["unsupported: “Two officers” stands in no source"]
    # The source may count the same people, or tells what became of them.
    assert warnings("Two officers were suspended.", "The officer at the gate of the library was there.") == []
    assert warnings("Two officers were suspended.", "Ola and Venn were suspended.") == []
    assert warnings("Two officers spoke.", opened) == []


@pytest.mark.parametrize(
    "listed", ["1. Shelves\n2. Lockers\n3. Desks\n4. Lamps\n", "- Shelves\n- Lockers\n- Desks\n- Lamps\n"]
)
def test_items_that_a_source_lists_are_counted(listed: str) -> None:
    draft = "The shop offers {} products."
    source = f"The shop has new products.\n\n{listed}\nWrite to us."
    assert warnings(draft.format("four"), source) == []
    assert warnings(draft.format("five"), source) != []


def test_a_day_is_known_from_a_date_and_from_the_day_of_publication() -> None:
    assert warnings("The bakers laid down their tools on Monday.", "The bakers met on 8 March 2021.") == []
    assert warnings("The bakers laid down their tools on Wednesday.", "The bakers have laid down their tools.") == []
    assert warnings("The bakers laid down their tools on Friday.", "The bakers met on 8 March 2021.") != []


def test_a_value_that_a_source_has_in_other_surroundings_is_a_note() -> None:
    source = "The mayor opened the pool. Later the fair took in £10,250 at the gates, a clerk wrote in his report."
    draft = "Gale, the keeper, is wanted by three clubs, for whom £10,250 is nothing."
    found = [each for each in checked(draft, source).findings if each.rule == "unsupported" and each.evidence]
    assert [(each.severity, each.evidence[0].claim.text) for each in found] == [(Severity.note, "£10,250")]


def test_the_nearest_statement_is_that_of_the_same_slots() -> None:
    source = "The dead include a boy, 4, of Ferris. His grandmother, 71, was found in the car on the weir of Lipa."
    (found,) = warnings("Among the victims was his 88-year-old grandmother.", source)
    assert "nearest: “71” in s1" in found


def test_a_statement_that_the_draft_has_as_well_is_not_the_nearest_of_another_claim() -> None:
    source = "The firm runs 14 ferries and 9 boats."
    draft = "The firm runs 14 ferries and keeps 31 barges in the harbour."
    (found,) = warnings(draft, source)
    assert "31 barges" in found and "14 ferries" not in found


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The captain, 45, survived.", "Doctors said that the captain, 54, had spoken to them of the snow."),
        ("Vera Stam, 31, won.", "Snow fell on the day that 39-year-old Vera Stam bought a tower in Orsk."),
    ],
)
def test_the_age_of_one_person_is_contradicted_in_whatever_words(draft: str, source: str) -> None:
    assert [each.rule for each in checked(draft, source).findings if each.severity is Severity.error] == [
        "number-differs"
    ]


def test_the_ages_of_two_persons_contradict_nothing() -> None:
    source = "Snow fell on the day that 39-year-old Olga Stam bought a tower in Orsk."
    assert [
        each.rule for each in checked("Nils Krum, 31, won.", source).findings if each.severity is Severity.error
    ] == []


def test_a_list_number_before_the_first_word_is_no_figure() -> None:
    assert checked("9) The board met.", "The board met.").judged == ()


def test_the_slot_that_makes_two_facts_is_named() -> None:
    draft, source = "The storm in Quillan killed 410 people.", "The storm in Quillan injured 580 people by night."
    (judged,) = checked(draft, source).judged
    reason = "410 is not 580; event: “killed” in the draft, “injured” in the source"
    assert [each.reason for each in judged.evidence] == [reason]


def test_a_slot_that_one_side_lacks_is_named_on_the_other() -> None:
    draft, source = (
        "The storm in Quillan is expected to kill 410 people.",
        "The storm in Quillan killed 580 people by night.",
    )
    (judged,) = checked(draft, source).judged
    assert [each.reason for each in judged.evidence] == ["410 is not 580; state: “is expected to” in the draft only"]


@pytest.mark.parametrize(
    ("draft", "source", "message"),
    [
        (
            "The mark had stood since 1945 in Brannick.",
            "The river rose in Brannick on Tuesday, above the mark of 1954.",
            "“since 1945” stands in no source; nearest: “1954” in s1",
        ),
        (
            "The works in Mirov opened in 1962.",
            "The works in Mirov will be shut on Monday.",
            "“1962” stands in no source",
        ),
        (
            "She had been with the railway in Tolbeck for 15 years.",
            "For a minute nobody on the railway in Tolbeck screamed.",
            "“15 years” stands in no source",
        ),
        (
            "Halmora brings up 900,000 tonnes of coal.",
            "The pit of Halmora is 620 metres deep, and brings up coal.",
            "“900,000 tonnes” stands in no source",
        ),
        (
            "The Halmora libraries lent out 52,000 books.",
            "The Halmora libraries cost nine million.",
            "“52,000 books” stands in no source",
        ),
    ],
)
def test_what_is_of_another_scale_is_not_nearest(draft: str, source: str, message: str) -> None:
    assert warnings(draft, source) == [f"unsupported: {message}"]


def test_a_bound_by_a_round_figure_is_not_overtaken() -> None:
    early, late = "About 30 people were hurt in Tolbeck.", "In Tolbeck 34 people were hurt, officials said."
    documents = [
        Document(id="early", text=early, published=DAY),
        Document(id="late", text=late, published=date(2021, 3, 12)),
    ]
    for draft, rules in (("More than 30 people were hurt in Tolbeck.", []), ("30 people were hurt in Tolbeck.", None)):
        report = check([Document(id="draft", text=draft, published=date(2021, 3, 12))], documents, RULES)
        found = [each.rule for each in report.findings if each.severity > Severity.note]
        assert found == (["superseded"] if rules is None else rules)


def test_a_month_limits_nothing() -> None:
    source = "The gorge road was reopened to one-way traffic on the night of 10 May 2020."
    draft = "The gorge road was reopened to one-way traffic on the night of 10 May."
    assert not [each for each in checked(draft, source).findings if each.rule == "wording-altered"]


def test_a_text_without_a_list_lists_nothing() -> None:
    assert warnings("The farmer lost zero cows.", "The farmer lost cows in the storm.") != []


def test_a_finding_says_how_sure_it_is_of_one_fact_and_keeps_the_nearest_statement() -> None:
    source = "The dead include a boy, 4, of Ferris. His grandmother, 71, was found in the car on the weir of Lipa."
    (found,) = checked("Among the victims was his 88-year-old grandmother.", source).findings
    assert found.nearest == found.evidence[0] and found.nearest.claim.text == "71"
    assert found.confidence is not None and 0 < found.confidence < 1
    (surer,) = checked("The dead include a boy, 7, of Ferris.", source).findings
    assert surer.severity is Severity.error and surer.nearest is None
    assert surer.confidence is not None and found.confidence < surer.confidence <= 1
    (none,) = checked("The bakers earn 1,250 crowns.", source).findings
    assert none.evidence == () and none.nearest is None and none.confidence is None


def test_a_figure_beside_another_one_in_another_currency_is_reported() -> None:
    draft, source = "The mill paid its owner {} for the weir.", "The mill paid its owner €240,000 for the weir."
    (found,) = warnings(draft.format("£310,000"), source)
    assert found == "unsupported: “£310,000” stands in no source; nearest: “€240,000” in s1"
    assert warnings(draft.format("€240,000"), source) == []


@pytest.mark.parametrize("day", ["Thursday", "July"])
def test_a_weekday_or_month_of_an_undated_text_is_looked_for(day: str) -> None:
    draft = f"The bakers laid down their tools on {day}." if day == "Thursday" else f"The bakers met in {day}."
    found = checked(draft, "The vote on the mill is on Friday, and its pier opens in June.", published=None).findings
    assert [(each.rule, each.severity) for each in found] == [("unsupported", Severity.warning)]
    stated = checked(draft, f"The bakers said so. It was {day} by then.", published=None).findings
    assert [each for each in stated if each.severity > Severity.note] == []


@pytest.mark.parametrize(
    ("draft", "source", "is_reported"),
    [
        ("The plan costs $190 per month.", "The plan costs $185 per month.", True),
        ("The module has a fee of $1,000.", "The module has a fee of $999.", True),
        ("The plan costs about $190 per month.", "The plan costs $185 per month.", False),
        ("The mill has 18,000 spindles.", "The mill has 18,214 spindles.", False),
        ("Turnout was 61 percent in Orme.", "Turnout was 61.3 percent in Orme.", False),
        ("Turnout was 61.3 percent in Orme.", "Turnout was 61 percent in Orme.", True),
    ],
)
def test_a_figure_of_three_digits_is_no_rounding_and_a_coarser_one_does_not_state_it(
    draft: str, source: str, is_reported: bool
) -> None:
    assert bool(warnings(draft, source)) is is_reported


def test_a_small_count_is_asked_for_where_the_same_things_are_counted_otherwise() -> None:
    source = "All 25 clerks sent their forms to all 25 offices. Ten of the forms were lost."
    (found,) = warnings("The office said that only 10 clerks sent their forms to all 25 offices.", source)
    assert "10 clerks" in found


OTHER_EVENT = (
    "HOLM - The Vessby Rovers beat Tarn United at Holm Park. Olin Marsh, of Ferris, scored 9 goals in 280 minutes, and "
    "the referee Sune Ek of Lipa booked seven players. Rovers meet Kelbridge next."
)


@pytest.mark.parametrize("figure", ["280 lorries", "seven ferries"])
def test_a_value_in_a_report_of_another_event_confirms_nothing(figure: str) -> None:
    draft = (
        f"The Harsk Ferry Trust of Victor Lamm sold {figure} to the shipyard Orla Marine, said Dora Wenz, prosecutor "
        "of the Harsk District Court."
    )
    source = "Victor Lamm of the Harsk Ferry Trust is charged by Dora Wenz, who spoke in the Harsk District Court."
    alone = warnings(draft, source)
    assert len(alone) == 1 and figure in alone[0]
    assert warnings(draft, source, OTHER_EVENT) == alone
    assert warnings(draft, source, OTHER_EVENT.replace("9 goals", f"9 of {figure}")) == alone


def test_the_nearest_quotation_of_one_changed_word_is_shown_whoever_said_it() -> None:
    source = "“The crossing has become longer and more deadly,” Hanne Ruys told the assembly."
    (found,) = checked("“The crossing has become shorter and more deadly,” said Olin Marsh.", source).findings
    assert (found.rule, found.severity) == ("quote-not-found", Severity.warning)
    assert found.nearest is not None and "longer" in found.nearest.claim.text and "longer" in found.message
    (none,) = checked("“The boats are out at sea again today,” said Olin Marsh.", source).findings
    assert none.nearest is None


@pytest.mark.parametrize(
    ("draft", "source", "wrong"),
    [
        ("Crews needed {} to put it out.", "The blaze burned for 71 minutes, and crews put it out.", "81 minutes"),
        ("The ferry was {} late.", "The ferry was late by three quarters of an hour.", "55 minutes"),
        ("The blast was heard {}, police said.", "Police said the blast was heard at 6:40 p.m.", "at 5:40 p.m."),
        ("The ban begins {}.", "The ban begins at midnight.", "at 2 a.m."),
        ("Marta Ohlin {}, her son said.", "Marta Ohlin died aged 94, her son said.", "died at 84"),
        (
            "The mayor put the cost of the hall at {}.",
            "The hall will cost 60 million euros, the mayor said.",
            "80 million",
        ),
        (
            "House prices in Tolm rose 6 percent to {}.",
            "House prices in Tolm are up 6 percent, at £412,000.",
            "£512,000",
        ),
        ("Cases rose by {} to 840.", "The number of cases doubled to 840.", "200 percent"),
        ("Output of the mills {}.", "Output of the mills was down 25 percent.", "fell by a third"),
        ("The bank raised its rate by {}.", "The bank raised its rate by 25 basis points.", "half a percentage point"),
    ],
)
def test_a_value_in_another_form_is_the_same_value(draft: str, source: str, wrong: str) -> None:
    other = {
        "81 minutes": "an hour and 11 minutes",
        "55 minutes": "45 minutes",
        "at 5:40 p.m.": "at twenty to seven in the evening",
        "at 2 a.m.": "at 12 a.m.",
        "died at 84": "was 94 when she died",
        "80 million": "60 million",
        "£512,000": "412,000 pounds",
        "200 percent": "100 percent",
        "fell by a third": "fell by a quarter",
        "half a percentage point": "a quarter of a percentage point",
    }[wrong]
    assert warnings(draft.format(other), source) == []
    assert warnings(draft.format(wrong), source) != []


def test_a_figure_without_a_unit_is_no_other_figure_with_one() -> None:
    """A number that counts something has its noun, and leaves out no unit."""
    assert warnings("The hall drew 60 million visitors.", "The hall cost 60 million euros, and drew visitors.") != []


def test_a_small_figure_that_the_sources_have_of_other_things_is_told_where_one_has_another_of_it() -> None:
    draft = "Four crewmen of the ferry Orla are held in Halden."
    source = (
        "Three crew members of the ferry Orla are held in Halden. The airfield of Skarn, far off, has four hangars."
    )
    assert warnings(draft, source) == [
        "unsupported: “Four crewmen” stands in no source; nearest: “Three crew members” in s1"
    ]
    assert warnings(draft, "Crew of the ferry Orla are held in Halden. The airfield of Skarn has four hangars.") == []


@pytest.mark.parametrize(("draft", "told"), [("just under 42,000", []), ("just under 41,000", ["unsupported"])])
def test_a_round_figure_stands_for_a_long_one(draft: str, told: list[str]) -> None:
    source = "Attendance: 41,860. Referee: Mireia Solsona."
    found = checked(f"They won in front of {draft}, wearing green.", source).findings
    assert [each.rule for each in found if each.severity > Severity.note] == told


def test_a_figure_rounded_or_in_another_unit_is_a_note_where_it_is_not_clear_of_what() -> None:
    def told(draft: str, source: str) -> list[tuple[str, str]]:
        return [(each.severity.name, each.message) for each in checked(draft, source).findings]

    assert told("Fewer than 900 men have a locker in Orsk.", "Coach Ola Venn wrote to 850 people.") == [
        ("note", "“Fewer than 900 men” is “850 people” in s1, and it is not clear of what")
    ]
    assert told("It went down 22 kilometres off Saro.", "Ola Venn swam 12 nautical miles.") == [
        ("note", "“22 kilometres” is “12 nautical miles” in s1, and it is not clear of what")
    ]
    assert told("It went down 32 kilometres off Saro.", "Ola Venn swam 12 nautical miles.")[0][0] == "warning"
    # A figure that is no bound rounds nothing.
    assert told("The plan costs $190 per month.", "The plan costs $185 per month.")[0][0] != "note"


@pytest.mark.parametrize(
    ("draft", "source", "shown"),
    [
        # Another value of the draft's slots, beside one that only holds the draft's.
        (
            "The works in Mirov will be sold by the end of 2025.",
            "The works in Mirov will be sold by the end of 2026. Talks on the sale go on until next summer.",
            "the end of 2026",
        ),
        # A part of a whole that the draft tells as the whole.
        (
            "Fifty patients are in intensive care at Brannoc hospital.",
            "Seventy people are treated at Brannoc hospital, forty of them in intensive care.",
            "forty of them",
        ),
        # A year in which one digit differs, in a full date.
        (
            "The old record was set in 2003.",
            "The old record dates from 9 August 2013. Records have been kept since 1881.",
            "9 August 2013",
        ),
        ("The fires burned 8,700 acres.", "The flames have destroyed 8,700 hectares of pine.", "8,700 hectares"),
        # A figure of the source that counts other things.
        (
            "Product Safety Office has sent out a warning. It knows of 37 fires.",
            "Product Safety Office has received 37 reports of hot batteries, and of a fire in the town.",
            "37 reports",
        ),
    ],
)
def test_what_the_draft_should_have_said_is_shown(draft: str, source: str, shown: str) -> None:
    found = [each for each in checked(draft, source).findings if each.severity > Severity.note]
    assert [each.evidence[0].claim.text for each in found if each.evidence] == [shown]


@pytest.mark.parametrize(
    ("draft", "source", "shown"),
    [
        ("Raike was sent off after 54 minutes.", "Raike saw the red card in the 64th minute.", "64th minute"),
        ("Raike was sent off after 74 minutes.", "Raike saw red in the 64th minute.", "64th minute"),
        ("The satellite left it 34 minutes later.", "The satellite left it 54 minutes into the flight.", "54 minutes"),
        ("A crowd of 23,800 saw Opara strike.", "The attendance was 28,300 on a cold night.", "28,300"),
        ("They will be paid within 40 days.", "Refunds are in your account within 14 days.", "within 14 days"),
        ("“It is fish,” said the skipper, 26.", "Skipper Ennio Balzan, 46, saw the fish.", "46"),
    ],
)
def test_values_in_another_form_and_alike_are_looked_at(draft: str, source: str, shown: str) -> None:
    found = [each for each in checked(draft, source).findings if each.severity > Severity.note]
    assert [each.evidence[0].claim.text for each in found if each.evidence] == [shown]


def test_a_figure_with_all_but_one_digit_is_shown_only_where_it_has_many() -> None:
    assert "nearest: “28,345” in s1" in warnings("A crowd of 28,315 saw it.", "The depot took in 28,345.")[0]
    assert warnings("A crowd of 315 saw it.", "The depot took in 345.") == ["unsupported: “315” stands in no source"]


def test_one_minute_in_another_form_is_no_new_one() -> None:
    draft = "Raike was sent off after 64 minutes."
    assert warnings(draft, "Raike saw red in the 64th minute.") == []
    assert warnings(draft, "Raike saw red on the 64th day.") == ["unsupported: “64 minutes” stands in no source"]


def test_what_says_less_is_shown_where_it_says_nearly_as_much() -> None:
    source = "The bridge in Mirov will be built in 2031. The road to the coast in Mirov will be finished by 2030."
    (found,) = warnings("The bridge in Mirov will stand by the end of 2031.", source)
    assert "as far as “2031” in s1" in found


def test_a_value_told_beside_that_of_the_draft_s_actor_is_told_of_another() -> None:
    source = "The money is divided: $1.1 million goes to Millbank, and Eddington gets $0.7 million."
    (found,) = warnings("Of the sum that was agreed, Eddington gets $1.1m for its park.", source)
    assert "is told of another: “$1.1 million”; nearest: “$0.7 million” in s1" in found
    assert warnings("The court gave $1.1m to Millbank.", source) == []


def test_a_small_count_is_asked_for_where_a_source_counts_the_same_otherwise() -> None:
    source = "Vets put down the last four, which were too weak. It was the seventh stranding."
    (found,) = warnings("Seven more had to be put down.", source)
    assert found == "unsupported: “Seven” stands in no source; nearest: “four” in s1"
    assert warnings("Seven more were sold.", source) == []


@pytest.mark.parametrize(
    ("draft", "source", "shown"),
    [
        ("The fire was put out after nine hours.", "Crews had the blaze under control in six hours.", "six hours"),
        ("Rents went up by a fifth.", "Tenants pay 12 per cent more than in 2022. The court sat twice.", "12 per cent"),
        ("The award was given for the 40th time.", "It was the 14th edition of the prize.", "14th edition"),
        ("The minister resigned on Tuesday.", "The minister handed in her papers on Monday evening.", "Monday evening"),
        ("The thief got away with 14,000 in cash.", "About 41,000 was missing from the till.", "About 41,000"),
        (
            "The works opened in 1988.",
            "Its chimney has stood in Orsk since 1998, at a height of 40 metres.",
            "since 1998",
        ),
    ],
)
def test_the_few_values_of_one_unit_and_those_alike_need_no_word_in_common(draft: str, source: str, shown: str) -> None:
    found = [each for each in checked(draft, source).findings if each.severity > Severity.note]
    assert [each.evidence[0].claim.text for each in found if each.evidence] == [shown]


def test_of_many_values_of_one_unit_none_is_shown_without_a_word_in_common() -> None:
    few = "Crews had it under control in six hours. They slept for two hours, and ate for three hours."
    assert "nearest" in warnings("The fire was put out after nine hours.", few)[0]
    many = f"{few} The road was shut for eleven hours."
    assert warnings("The fire was put out after nine hours.", many) == ["unsupported: “nine hours” stands in no source"]
    assert warnings("The fire was put out after nine hours.", "It smoked for twenty days.") == [
        "unsupported: “nine hours” stands in no source"
    ]


def test_a_long_bare_figure_that_a_source_has_with_its_unit_is_a_note() -> None:
    draft = "The night brought 25.3, a record."
    (found,) = checked(draft, "At night it did not get below 25.3 degrees.").findings
    assert found.severity is Severity.note and "is “below 25.3 degrees” in s1" in found.message


def test_a_quotation_of_one_speaker_in_most_of_the_words_is_shown() -> None:
    draft = "“We have won a contract, now we have to deserve it,” said Tamsin Rook."
    source = "“We have not won a contract, we have won a chair at the table,” said {}."
    (found,) = warnings(draft, source.format("Tamsin Rook"))
    assert "nearest: “We have not won a contract" in found
    (found,) = warnings(draft, source.format("Ola Venn"))
    assert "nearest" not in found


def test_a_word_of_two_in_a_long_quotation_is_not_shown_beside_it() -> None:
    draft = "“The country has a deal, and I think that it is good for all of us,” Ola Venn said."
    (found,) = warnings(draft, "Ola Venn called it a “bad deal” in May.")
    assert "nearest" not in found
