"""What `compare` reports: conflicts between origins, copies that confirm nothing, tolls that rose."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from factcheck import compare, load_rules
from factcheck.kinds.timex import document_date
from factcheck.model import Document, Report, Severity
from factcheck.report import FORMATS, PLAIN, RenderOptions

RULES = load_rules()
DAY = date(2015, 5, 5)


def report(*texts: str, days: tuple[date, ...] = ()) -> Report:
    given = days or (DAY,) * len(texts)
    documents = [
        Document(id=f"s{number}", text=text, published=day, source=f"Paper {number}")
        for number, (text, day) in enumerate(zip(texts, given, strict=True), 1)
    ]
    return compare(documents, RULES)


KILLED = "The fire at the Orme mill killed {} people on Monday, police said."


def test_two_values_of_two_origins_are_an_error_at_the_value_that_fewer_give() -> None:
    found = report(
        "In the night a fire at the Orme mill killed 12 people, police said.",
        KILLED.format(12),
        KILLED.format(21),
    )
    (finding,) = (each for each in found.findings if each.severity is Severity.error)
    assert (finding.rule, finding.document) == ("sources-differ", "s3")
    assert "“12 people” in s1, s2" in finding.message and "“21 people” in s3" in finding.message
    assert {each.claim.document for each in finding.evidence} == {"s1", "s2"}
    assert finding.fingerprint


@pytest.mark.parametrize("second", ["killed 12 people", "killed at least 12 people"])
def test_sources_that_agree_are_no_error(second: str) -> None:
    found = report(KILLED.format(12), f"On Monday the fire at the Orme mill {second}, police said.")
    assert [each.rule for each in found.findings if each.severity is Severity.error] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # A bound that holds is no conflict, however far it is stretched.
        ("Crews used at least two ladder trucks at the mill in Orme.", "Three ladder trucks were used in Orme."),
        # Of two moments.
        (
            "The final numbers showed Klim landing 178 of 369 punches thrown, to the joy of the crowd in Orme.",
            "Over three minutes of the first round, the referee said, Klim had landed 28 of his 68 punches.",
        ),
        # Bare numbers of two things.
        ("The flaw is in versions 6, 7 and 9 of Orme Reader on every phone.", "Orme Reader for phones: 7, 8 and 11."),
        # One avenue, named for two acts.
        (
            "Officers responded to the robbery in Orme around 4:08 p.m. and blocked off Mill Avenue between 16th and "
            "18th streets.",
            "Detectives of the Orme police are checking cameras on Mill Avenue near 17th and 18th streets, hoping that "
            "they will lead to the robber.",
        ),
        # Other words of one speaker.
        (
            "“I don't know why they came here at night, there was no reason for it at all,” Doyle said.",
            "“I do not know them, and there was no need to take away the boy that night,” Doyle said.",
        ),
    ],
)
def test_what_may_hold_together_is_no_conflict(first: str, second: str) -> None:
    assert [each.rule for each in report(first, second).findings if each.severity is Severity.error] == []


COPY = (
    "Soon after the doors opened, {} people were hurt by the steam at the Orme mill, the inspector said. "
    "The mayor spoke to reporters at noon and thanked the crews who had come from as far as Tell. The school beside "
    "the mill was closed, and the road along the canal was shut for the rest of the morning while the boiler cooled."
)


def test_one_copy_in_two_documents_confirms_nothing() -> None:
    found = report(COPY.format(14), COPY.format(14))
    hurt = [each for each in found.findings if "14 people" in each.message]
    assert [(each.rule, each.severity) for each in hurt] == [("copied-not-confirmed", Severity.note)]


def test_an_edition_that_changes_its_figure_contradicts_itself() -> None:
    found = report(COPY.format(14), COPY.format(19))
    (note,) = (each for each in found.findings if "people" in each.message)
    assert (note.rule, note.message) == ("self-contradiction", "“19 people”: one origin gives two values: 19 is not 14")


def test_reports_of_other_days_without_a_common_name_tell_two_events() -> None:
    crash = "{} people were killed when a bus left the road near {} on {}. The driver, {}, survived."
    two = report(crash.format("Six", "Oren", "March 3, 2015", 44), crash.format("Nine", "Malk", "March 11, 2015", 51))
    assert not two.findings and all(len(each.claims) == 1 for each in two.clusters)
    one = report(crash.format("Six", "Oren", "March 3, 2015", 44), crash.format("Six", "Oren", "March 3, 2015", 51))
    assert any(len(each.claims) > 1 and each.kind == "age" for each in one.clusters)


SENTENCE = (
    "Soon after the doors opened, {} people fell into the vat and {} were burned by the steam, the inspector said."
)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (SENTENCE.format("two", "three others"), "single"),
        ("Two people fell into the vat soon after the doors of the plant opened, the inspector said.", "agree"),
    ],
)
def test_two_reports_with_one_sentence_in_common_are_one_origin_for_it(other: str, verdict: str) -> None:
    """The rest of the two texts differs, so that as a whole they are no copies."""
    first = "The plant had lost money for years, and the bank had called in its loans. The owner fed the birds."
    second = "Snow fell in the village. A waitress remembered a kind man. Candles burned along the canal until late."
    found = report(f"{first} {SENTENCE.format('two', 'three others')}", f"{second} {other}")
    (fell,) = (each for each in found.clusters if {"two people", "Two people"} & {one.text for one in each.claims})
    assert (len(fell.claims), fell.verdict) == (2, verdict)


def test_words_that_two_reporters_quote_are_no_common_passage() -> None:
    quoted = "“We lost 46 of our boats in that night and the winter after it, and nobody in the town has forgotten it,”"
    first = f"The harbour was quiet. {quoted} Doyle said."
    second = f"Snow fell on the quay. The crowd heard Doyle. {quoted} he said, and wept."
    (boats,) = (each for each in report(first, second).clusters if each.claims[0].text == "46 of our boats")
    assert (len(boats.claims), boats.verdict) == (2, "agree")


def test_a_source_that_contradicts_itself_fails_nothing_by_default() -> None:
    found = report("The ship carried 1,200 people: 700 men and 600 women.")
    assert [(each.rule, each.severity) for each in found.findings] == [("sum-mismatch", Severity.warning)]


def test_a_toll_that_rose_is_a_course_and_no_conflict() -> None:
    found = report(KILLED.format(3), KILLED.format(10), days=(DAY, date(2015, 5, 7)))
    (course,) = (each.course for each in found.clusters if each.course)
    assert course == "3 on 2015-05-05 → 10 on 2015-05-07"
    assert [each.rule for each in found.findings] == []
    assert FORMATS["text"](found, PLAIN).startswith("changed with time (1)\n")


def test_facts_of_one_origin_are_counted_and_listed_when_asked_for() -> None:
    found = report(KILLED.format(12), "The ferry company counted 43,800 crossings in spring.")
    assert "43,800" not in FORMATS["text"](found, PLAIN)
    assert "`--all` lists them" in FORMATS["text"](found, PLAIN)
    assert "43,800" in FORMATS["text"](found, RenderOptions(all_facts=True))


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("The patch consists of more than 300 updates.", "more than 300 updates", "The patch consists of … updates"),
        ("Kimon Gray, 16, was hit 11 times on Friday.", "11 times", "Kimon Gray was hit … times"),
        ("Olin Marsh, 22, was held on Friday.", "22", "age of Olin Marsh"),
        ("In May 2009 a flood at Orme killed 40 people.", "May 2009", "a flood at Orme killed 40 people in …"),
        ("A fire Friday caused damage at the mill.", "Friday", "A fire caused damage at the mill …"),
        ("Police said that in 2011, Olin Marsh left the town.", "2011", "Olin Marsh left the town in …"),
        ("The cook and a waiter were hurt on Friday.", "Friday", "The cook and a waiter were hurt on …"),
        ("Marsh, the challenger named by the board, fell to 14 votes.", "14", "Marsh fell to … votes"),
        (
            "Olin Marsh, 37, died of burns following a three-hour fire.",
            "three",
            "Olin Marsh died of burns following a … fire",
        ),
        ("The hall, which Orme had valued at $80,600, was lost.", "$80", "Orme had valued The hall at …"),
        ("Ohl said two boys, 5 and 6 years old, were watching.", "two boys", "… boys were watching"),
        ("The flood wrecked sheds, barns and 14 boats on Friday.", "14", "The flood wrecked … boats"),
        (
            "The quake was felt at a depth of 10 km (6 miles) in Orme.",
            "10 km",
            "The quake was felt at a depth of … in Orme",
        ),
        (
            "Lind ran on Friday to keep his place in the team of Orme.",
            "Friday",
            "Lind ran to keep his place in the team of Orme on …",
        ),
        ("The camp lies 25 km (15 miles) from the border.", "25 km", "The camp lies … from the border"),
        (
            "She faces four counts of attempted first-degree murder.",
            "four",
            "… counts of attempted first-degree murder",
        ),
        (
            "The dismissal came hours before the players were to meet.",
            "hours",
            "The dismissal came … before the players were to meet",
        ),
        ("Orme became the fifth town to close its bath.", "fifth", "Orme became the … town to close its bath"),
        (
            "The girl was shot and killed around 4:30 p.m. on the quay.",
            "around",
            "The girl was shot and killed on the quay …",
        ),
        ("A 6.1-magnitude quake hit Orme.", "6.1", "A …-magnitude quake hit Orme"),
        ("NEW ORME -- Three people were rescued from the mill.", "Three", "… people were rescued from the mill"),
        ("The bridge was opened in 1931 by the king.", "1931", "The bridge was opened by the king in …"),
        ("“We lost the whole harvest,” Doyle said.", "We lost", "Doyle: “We lost the whole harvest”"),
        # The whole of a subject, of which a phrase before the verb is only the end.
        (
            "A car ferry carrying 214 passengers ran aground off Orme, killing one man.",
            "one man",
            "A car ferry ran aground off Orme, killing … man",
        ),
        (
            "Serious reactions possibly linked to the shot were seen in three children.",
            "three",
            "Serious reactions possibly linked to the shot were seen in … children",
        ),
        (
            "Police say a bullet fired between Lane and Doyle Streets grazed four boys.",
            "four",
            "a bullet grazed … boys",
        ),
        (
            "A judge said at least 12 people had been killed and 20 hurt.",
            "20",
            "at least 12 people had been killed and … hurt",
        ),
        # What stands between a subject and an infinitive is told, not left out.
        (
            "Hallam beat Ennis 3-2 to end a wait of 34 years.",
            "34",
            "Hallam beat Ennis 3-2 to end a wait of …",
        ),
        (
            "The boy was accidentally shot and killed in Orme on Sunday.",
            "Sunday",
            "The boy was accidentally shot and killed in Orme on …",
        ),
        (
            "A 13-year-old was injured in an accidental shooting Friday night.",
            "13",
            "A …-year-old was injured in an accidental shooting",
        ),
        (
            "Witnesses said there were three further explosions at 3 p.m.",
            "3 p.m.",
            "Witnesses said there were three further explosions at …",
        ),
        (
            "Police spoke about a father who fatally shot his twin sons Friday in Orme.",
            "Friday",
            "a father fatally shot his twin sons …",
        ),
        ("At Stannow 118 mm of rain came down.", "118", "… of rain came down"),
        ("Officials said Olin Marsh, 49, took two guards hostage.", "two", "Olin Marsh took … guards hostage"),
        ("In a vote last month 87 drivers left the union.", "87", "… drivers left the union"),
        ("In Orme Carter scored 14 points and Seth Lane scored 13 for Hallam.", "13", "Seth Lane scored … for Hallam"),
        ("Four men who were told to leave a party returned.", "Four", "… men were told to leave a party"),
        (
            "A boy of 12 was hurt in an accidental self-inflicted shooting Sunday.",
            "12",
            "A boy of … was hurt in an accidental self-inflicted shooting",
        ),
        ("“He killed all three men,” Doyle said.", "three", "Doyle: He killed all … men"),
        ("The three bystanders who were hurt remain in hospital.", "three", "The … bystanders remain in hospital"),
        # What a clause needs is not left out: a verb before a participle, what is coordinated.
        (
            "Lind was walking along parked cars on 14th Street.",
            "14th",
            "Lind was walking along parked cars on … Street",
        ),
        ("Marsh launched a new line called Orme in May.", "May", "Marsh launched a new line called Orme in …"),
        (
            "Marsh was found guilty last month of murder and 14 other counts.",
            "14",
            "Marsh was found guilty last month of murder and … other counts",
        ),
        ("Marsh spent seven seasons as a coach of Orme.", "seven", "Marsh spent … seasons as a coach of Orme"),
        ("Two guards are seen waiting at the gate.", "Two", "… guards are seen waiting at the gate"),
        (
            "Judge Olin on Friday suggested that Marsh should stay.",
            "Friday",
            "Judge Olin suggested that Marsh should stay on …",
        ),
        (
            "The firm announced on Friday it would close the mill.",
            "Friday",
            "The firm announced it would close the mill on …",
        ),
        ("The two guards involved in the fight were held.", "two", "The … guards involved in the fight were held"),
        ("Ty Lawson added 16 points for the Hawks.", "16", "Ty Lawson added … points for the Hawks"),
        ("Lane drove off in his 2013 saloon car.", "2013", "Lane drove off in his … saloon car"),
        (
            "The camp at Yida, located in the north, holds 15,000 refugees.",
            "15,000",
            "The camp at Yida holds … refugees",
        ),
        ("No club has won seven games this year.", "seven", "No club has won … games"),
        (
            "The camp, located in the oil-rich northern region, holds 15,000 refugees.",
            "15,000",
            "The camp holds … refugees",
        ),
        ("Lane took the reins of a club that won nine games.", "nine", "a club won … games"),
        ("Olin was hired as coach on May 4 and posted a record.", "May 4", "Olin was hired as coach on …"),
        (
            "Nearly three weeks after the vote was held, King fired Olin.",
            "Nearly three",
            "King fired Olin … after the vote was held",
        ),
        # Where the clause is not read surely, what is counted and no more.
        (
            "It was the first homicide investigated by the county this year.",
            "first",
            "the … homicide investigated by the county",
        ),
        (
            "Police said Kyle Olin shot and killed Marsh in Orme on Aug. 5.",
            "Aug",
            "Kyle Olin killed Marsh in Orme on …",
        ),
    ],
)
def test_a_label_says_what_the_fact_is(text: str, value: str, label: str) -> None:
    found = report(text)
    (about,) = (each.about for each in found.clusters if each.claims[0].text.startswith(value))
    assert about == label


@pytest.mark.parametrize(
    ("quotes", "label"),
    [
        # The words that both have, not the beginning of the longer one.
        (
            [
                "“It was late. We will see them in court,” Olin Marsh said.",
                "“We will see them in court,” Olin Marsh said.",
            ],
            "Olin Marsh: “We will see them in court”",
        ),
        (
            [
                "The rules were “made to hurt all of our small farms,” Olin Marsh said.",
                "“I think they were made to hurt all of our small farms,” Olin Marsh said.",
            ],
            "Olin Marsh: “made to hurt all of our small farms”",
        ),
        # The speaker by his name, though another document only describes him.
        (
            [
                "“We lost the whole harvest and both barns,” the farmer said.",
                "“We lost the whole harvest and both barns,” Olin Marsh said.",
            ],
            "Olin Marsh: “We lost the whole harvest and both barns”",
        ),
    ],
)
def test_a_quotation_is_named_by_what_the_documents_share(quotes: list[str], label: str) -> None:
    found = report(*quotes)
    assert [each.about for each in found.clusters if len(each.claims) > 1] == [label]


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        # A pronoun that is one word with its verb does not stand for itself.
        (
            ["Olin Marsh has played for Hallam since May. He's scored 44 goals for the club."] * 2,
            "Olin Marsh: He's scored … goals for the club",
        ),
    ],
)
def test_a_label_names_whom_its_pronoun_means(texts: list[str], label: str) -> None:
    found = report(*texts)
    assert label in [each.about for each in found.clusters if len(each.claims) > 1]


def test_a_verb_of_a_heading_is_no_part_of_the_name_in_a_label() -> None:
    text = "Hire Olin Marsh\n\nOlin Marsh, 48, was with the club before. Olin Marsh is from Orme."
    found = report(text)
    assert [each.about for each in found.clusters if each.claims[0].kind == "age"] == ["age of Olin Marsh"]


def test_documents_of_one_origin_are_told_with_the_reason() -> None:
    found = FORMATS["text"](report(*[COPY.format(14)] * 6), PLAIN).splitlines()
    place = next(
        index
        for index, line in enumerate(found)
        if line.startswith("6 documents of one origin: Paper 1, 5 May; Paper 2")
    )
    assert found[place + 1].startswith("  = s") and "shares" in found[place + 1]
    assert found[place + 2] == "days without a year are of 2015"


def test_a_source_that_shares_nothing_has_no_line_of_its_own() -> None:
    found = FORMATS["text"](report(KILLED.format(12), "The ferry company counted 43,800 crossings in spring."), PLAIN)
    assert "one origin:" not in found


def test_the_year_of_few_sources_is_told() -> None:
    assert "Paper 2, 5 May 2015" in FORMATS["text"](report(KILLED.format(12), KILLED.format(21)), PLAIN)


def test_one_value_in_two_wordings_is_one_side_of_a_conflict() -> None:
    found = report(*(KILLED.format(number) for number in ("12", "twelve", "21")), days=(DAY,) * 3)
    shown = FORMATS["text"](found, PLAIN)
    assert shown.count("“12 people”: Paper 1, 5 May; Paper 2, 5 May") == 1 and "“twelve" not in shown


def test_the_sentence_under_a_conflict_shows_the_value() -> None:
    long = "In the night to Friday, when all boats were still out at sea and nobody on the coast expected a storm, "
    other = "The boats had all come back to the harbour and the shops along the quay were shut for the night when "
    killed = KILLED.replace("The", "the", 1)
    found = report(long + killed.format(12), other + killed.format(21))
    lines = FORMATS["text"](found, RenderOptions(width=80)).splitlines()
    sentences = [line for line in lines if line.startswith("      …")]
    assert [("12" in line, "21" in line) for line in sentences] == [(True, False), (False, True)]
    assert max(map(len, lines)) <= 80


def test_a_label_that_does_not_fit_behind_its_place_has_a_line() -> None:
    found = report(KILLED.format(12), KILLED.format(21))
    about = "The storm that came over the coast in the night killed … people in Hallow"
    long = replace(found, clusters=tuple(replace(each, about=about) for each in found.clusters))
    assert f"error sources-differ:\n  {about}\n" in FORMATS["text"](long, RenderOptions(width=80))


def test_a_quotation_stands_once_in_its_row() -> None:
    said = "“We lost the whole harvest and both barns,” Doyle said."
    shown = FORMATS["text"](report(f"At noon, {said}", f"In Orme, {said} She wept."), RenderOptions(width=200))
    assert shown.count("We lost the whole harvest") == 1 and "Doyle: “…”" in shown


@pytest.mark.parametrize("width", [60, 80, 110, 200])
def test_tables_of_facts_fit_the_screen(width: int) -> None:
    texts = [f"Word came to {place}. {KILLED.format(12)} Doyle, 34, wept." for place in ("Orme", "Lorm", "Tell")]
    options = RenderOptions(width=width, all_facts=True)
    assert max(map(len, FORMATS["text"](report(*texts), options).splitlines())) <= width


def test_a_conflict_that_the_baseline_knows_is_no_error_in_its_section() -> None:
    found = report(KILLED.format(12), KILLED.format(21))
    known = replace(found, findings=tuple(replace(each, baseline="unchanged") for each in found.findings))
    shown = FORMATS["text"](known, PLAIN)
    assert "people (in the baseline)" in shown and "error sources-differ" not in shown


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Tessaly will cut 1,600 jobs at its Lowen plant.", "Some 1,800 jobs will go at the Lowen plant.", "held"),
        ("Tessaly will cut 1,760 jobs at its Lowen plant.", "Some 1,800 jobs will go at the Lowen plant.", "agree"),
        ("Snow fell in Linden for 12 hours.", "Snow fell in Linden for nearly 14 hours.", "held"),
        ("Snow fell in Linden for 14 hours.", "Snow fell in Linden for nearly 14 hours.", "agree"),
    ],
)
def test_figures_that_meet_only_by_a_hedge_confirm_nothing(first: str, second: str, verdict: str) -> None:
    found = report(first, second)
    assert [each.verdict for each in found.clusters if len(each.claims) > 1] == [verdict]


def test_a_date_and_a_dash_that_open_a_text_are_its_dateline() -> None:
    texts = [f"June {day}, 2021 - The storm tore roofs from {count} houses." for day, count in ((2, 1406), (3, 1443))]
    found = compare([Document(id=f"s{number}", text=text) for number, text in enumerate(texts)], RULES)
    assert [[each.text for each in cluster.claims] for cluster in found.clusters] == [["1406 houses", "1443 houses"]]
    assert found.clusters[0].about == "The storm tore roofs from … houses"
    assert document_date(texts[0]) == (date(2021, 6, 2), "dateline")


def test_the_dates_of_a_chronicle_are_facts() -> None:
    lines = "June 2, 2021 - The storm tore off 14 roofs.\nJune 5, 2021 - The bridge at Orme was closed."
    found = compare([Document(id="s", text=lines)], RULES)
    assert [each.claims[0].text for each in found.clusters] == ["June 2, 2021", "14 roofs", "June 5, 2021"]
    assert document_date(lines) is None


def test_a_word_of_the_name_of_a_paper_is_no_fact() -> None:
    found = report("Isles Today\n\nFour boats sank off Orme.", "The Malk Daily\n\nFour boats sank off Orme.")
    assert {each.text for cluster in found.clusters for each in cluster.claims} == {"Four boats"}
