"""What a check tells of a draft's quotations beside those of its sources."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Finding, Severity

RULES = load_rules()
DAY = date(2025, 3, 4)
TRIAL = (
    "HULL, 4 March 2025 – The former head of the Hull Ferry Trust, Victor Keel, went on trial on Tuesday over 2.6 "
    "million crowns in bribes. Keel denied the charges, and the court will hear 22 witnesses."
)


def told(draft: str, *sources: str) -> list[tuple[str, str]]:
    """The rule and severity of each finding on a quotation, above a note."""
    documents = [Document(id=f"s{n}", text=text, published=DAY) for n, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft, published=DAY)], documents, RULES)
    return sorted(
        (f.rule, f.severity.name)
        for f in report.findings
        if f.rule.startswith("quote") and f.severity >= Severity.warning
    )


ALTERED = ("quote-altered", "error")


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        (
            "“I would … sign this treaty again,” Roe wrote.",
            "“I would never, under any circumstances, sign this treaty again,” Roe wrote.",
            [ALTERED],
        ),
        (
            "“I would sign … this treaty again,” Roe wrote.",
            "“I would sign, never mind the noise, this treaty again,” Roe wrote.",
            [],
        ),
        (
            "“The wing … was not safe,” Roe wrote.",
            "“Nobody can say that the wing of that plane was not safe,” Roe wrote.",
            [("quote-not-found", "warning")],
        ),
        (
            "The owner is “fit to run this harbour again,” Roe wrote.",
            "“He is not fit to run this harbour again,” Roe wrote.",
            [ALTERED],
        ),
        (
            "He is “fit to run this harbour,” Roe said.",
            "“He is no longer fit to run this harbour,” Roe said.",
            [ALTERED],
        ),
        ("“We have a plan to shut it,” said Roe.", "“I deny that we have a plan to shut it,” said Roe.", [ALTERED]),
        ("“The pier will fall down,” said Roe.", "“Without bolts the pier will fall down,” said Roe.", [ALTERED]),
        ("He is not “fit to run this harbour,” Roe said.", "“He is not fit to run this harbour,” Roe said.", []),
        ("Roe denied that he was “fit to run this harbour.”", "“He is not fit to run this harbour,” Roe said.", []),
        ("“The pier will fall down,” said Roe.", "“There is no doubt that the pier will fall down,” said Roe.", []),
        ("“The pier will fall down,” said Roe.", "“Not only the pier will fall down,” said Roe.", []),
        ("“The pier will fall down,” said Roe.", "“No, the pier will fall down,” said Roe.", []),
        ("“The pier will fall down,” said Roe.", "“I know that the pier will fall down,” said Roe.", []),
    ],
)
def test_a_negation_cut_before_a_part_of_a_quotation(draft: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert told(draft, source) == expected


@pytest.mark.parametrize(
    ("source", "is_told"),
    [
        ("“The pier will be shut if the storm comes back,” said Roe.", True),
        ("“The pier will be shut unless the bolts hold,” said Roe.", True),
        ("“The pier will be shut, but only to lorries,” said Roe.", True),
        ("“The pier will be shut as long as the storm lasts,” said Roe.", True),
        ("“If the bolts break, the pier will be shut,” said Roe.", True),
        ("“I know the law: and if the bolts break, the pier will be shut,” said Roe.", True),
        ("“The pier will be shut even if the bolts hold,” said Roe.", False),
        ("“The pier will be shut, if you ask me, and soon,” said Roe.", False),
        ("“If you ask me, the pier will be shut,” said Roe.", False),
        ("“The pier will be shut, but if you see a crack, run,” said Roe.", False),
        ("“The pier will be shut. If the bolts break, run,” said Roe.", False),
        ("“The pier will be shut because the bolts break,” said Roe.", False),
        ("“The pier will be shut. Had I known, I would have left,” said Roe.", False),
    ],
)
def test_a_condition_cut_beside_a_part_of_a_quotation(source: str, is_told: bool) -> None:
    draft = "“The pier will be shut,” said Roe."
    assert told(draft, source) == ([ALTERED] if is_told else [])
    assert told(f"{draft} He named a condition: if the storm comes back.", source) == []


@pytest.mark.parametrize(
    ("part", "source", "is_told"),
    [
        ("The town will pay every grower", "The town will pay every grower who was insured", True),
        ("The town will pay anyone", "The town will pay anyone whose house was lost", True),
        ("The town will pay every grower", "The town will pay every grower, who all lost a year", False),
        ("The town will pay the growers", "The town will pay the growers who were insured", False),
    ],
)
def test_a_clause_that_limits_of_whom_all_is_said(part: str, source: str, is_told: bool) -> None:
    assert told(f"“{part},” said Roe.", f"“{source},” said Roe.") == ([ALTERED] if is_told else [])


def test_a_condition_without_if() -> None:
    draft = "“We would have shut the pier,” said Roe."
    assert told(draft, "“Had we seen the crack, we would have shut the pier,” said Roe.") == [ALTERED]
    assert told("“We shut the pier for good,” said Roe.", "“Had we luck, we shut the pier for good,” said Roe.") == []


def test_both_faults_of_a_quotation_are_told() -> None:
    source = "“It smelled of smoke, and then the roof was gone,” said Karl Mott, a baker."
    draft = "“It smelled of rain, and then the roof was gone,” said {}, a baker."
    assert told(draft.format("Ida Lorne"), source) == [ALTERED, ("quote-misattributed", "warning")]
    assert told(draft.format("Karl Mott"), source) == [ALTERED]
    assert told(draft.format("Maria Mott"), source) == [ALTERED]


def test_other_sources_do_not_hide_a_reworded_quotation() -> None:
    draft = TRIAL + "\n\n“My gangway fell off in 2016, and it still lies in the harbour,” an islander says."
    source = "A cow costs 88 crowns.\n\n“My gangway broke off in 2019, and it is still lying in the mud,” she said."
    assert told(draft, source) == [ALTERED]
    assert told(draft, TRIAL, source) == [ALTERED]
    assert told(draft, TRIAL, TRIAL.replace("22", "23"), source) == [ALTERED]


def test_short_words_that_two_people_said_may_be_misattributed() -> None:
    found = told("“It was a sad day,” said Ida Lorne.", "“It was a sad day,” said Karl Mott.")
    assert found == [("quote-misattributed", "warning")]


@pytest.mark.parametrize(
    ("draft", "source", "is_told"),
    [
        (
            "Mayor Ida Lorne was blunt. {} she said.",
            "Engineer Karl Mott had a word for it. {} he told the paper.",
            True,
        ),
        ("{} said Ida Lorne.", "Engineer Karl Mott had a word for it. {} he told the paper.", True),
        ("Mayor Ida Lorne was blunt. {} she said.", "{} said engineer Karl Mott.", True),
        ("Mayor Ida Lorne was blunt. {} she said.", "Lorne faced the press. {} she said.", False),
        # The pronoun may mean another than the one with whom the sentence before begins.
        ("Mayor Ida Lorne was blunt.\n\n{} she said.", "Engineer Karl Mott had a word for it. {} he said.", False),
        ("Mayor Ida Lorne was blunt. {} she said.", "A crane stood beside engineer Karl Mott. {} he said.", False),
    ],
)
def test_a_pronoun_names_the_person_with_whom_the_sentence_before_begins(
    draft: str, source: str, is_told: bool
) -> None:
    words = "“We closed the bridge a year too late,”"
    expected = [("quote-misattributed", "warning")] if is_told else []
    assert told(draft.format(words), source.format(words)) == expected
    assert told(draft.format(words), source.format(words), f"{words} an official said.") == []


SAFE = (
    "“The bridge is not safe for heavy lorries, and we asked for it to be closed,” engineer Lena Foss told reporters."
)
WORDED_OTHERWISE = [
    # One word is another.
    ("“The bridge is not safe for any lorries, and we asked for it to be closed,” engineer Lena Foss said.", SAFE),
    (
        "Hale said the plant would “remain closed until the inspectors are satisfied.”",
        "“The plant will remain open until the inspectors are satisfied,” chief executive Tom Hale said.",
    ),
    (
        "The panel’s top Democrat, Sen. Paul Ennis of Ohio, said Roe’s “qualifications are beyond reproach.”",
        "“Her credentials are beyond reproach,” Mr. Ennis said.",
    ),
    (
        "“Nobody warned the passengers about the fire on the lower deck,” the coast guard's report says.",
        "The coast guard's report says: “Nobody warned the crew about the fire on the lower deck.”",
    ),
    # Words are left out without a mark.
    (
        "“We are seeing the worst drought this valley has known since the dam was built,” farmer Olga Reyes said.",
        "“We are seeing right now the worst drought this valley has known since the dam was built,” said Olga Reyes.",
    ),
    (
        "“The vaccine is safe for children over five and for pregnant women,” Dr. Amir Solh said.",
        "“The vaccine is safe for healthy children over five and for pregnant women,” Dr. Amir Solh said.",
    ),
    (
        "“Each soldier who asked for help got help, and their families were told the same day,” Colonel Ray Bond said.",
        "“Each soldier who asked for help got help, most of them within an hour, and their families were told the same "
        "day,” Colonel Ray Bond said.",
    ),
    # Words are put in.
    (
        "“The minister clearly misled the house about the cost of the tunnel,” opposition leader Hugh Stern said.",
        "“The minister misled the house about the cost of the tunnel,” opposition leader Hugh Stern said.",
    ),
    # A figure is another.
    (
        "“It took them nearly six hours to reach my mother,” Jana Holub said.",
        "“It took them nearly four hours to reach my mother,” Jana Holub said outside the hospital.",
    ),
]
NOT_ALTERED = [
    # Another thing was said.
    (
        "“We will never accept a deal that closes the mine,” union leader Petra Voss told the rally.",
        "“We cannot accept any plan that closes the mine in winter,” union leader Petra Voss said last month.",
    ),
    (
        "“I am proud of this team and of what it did tonight,” coach Lee Tran said.",
        "“I am proud of this team and of the way it came back in the second half,” coach Lee Tran said.",
    ),
    (
        "“I’m proud of our valley, and I am a farmer,” Olga Reyes said.",
        "“I’m somebody that loves our valley, when I say I’m a farmer,” Olga Reyes said. “I’m proud of our valley.”",
    ),
    # The source has these words as well.
    (
        "“I’m proud of our old valley, and I am a farmer,” Olga Reyes said.",
        "“I’m very proud of our old valley,” Olga Reyes said. She added: “I’m proud of our old valley.”",
    ),
    # Words are left out with a mark.
    (
        "“We did everything we could ... and the fire still came over the ridge,” fire chief Bo Larsen said.",
        "“We did everything we could with the crews we had and the fire still came over the ridge,” Bo Larsen said.",
    ),
    (
        "“The officers acted [...] within the law,” police chief Dan Ruiz said.",
        "“The officers acted, as far as we know today, within the law,” police chief Dan Ruiz said.",
    ),
    (
        "“He [the governor] told us the money was there,” Kim Sorel said.",
        "“He told us the money was there,” said Sorel.",
    ),
    # Nothing but fillers is left out, or put in.
    (
        "“It was, you know, the longest night of my life,” Reyes said.",
        "“It was the longest night of my life,” said Reyes.",
    ),
    ("“The roof went. The wall held,” Reyes said.", "“Well, the roof went, and the, the wall held,” Reyes said."),
    # The spelling is another.
    (
        "“The colour of the water told us something had gone wrong at the sulphur works,” said Neil Craig.",
        "“The color of the water told us something had gone wrong at the sulfur works,” said Neil Craig.",
    ),
    (
        "“They’re going to regret this, and it's gonna be soon,” Tran said.",
        "“They are going to regret this, and it is going to be soon,” Tran said.",
    ),
    # It is translated.
    (
        "“We shall rebuild the old harbor stone by stone,” Mayor Paulo Reis said in Portuguese.",
        "“We will reconstruct the old port stone by stone,” Mayor Paulo Reis told a Lisbon newspaper.",
    ),
]


@pytest.mark.parametrize(("draft", "source"), WORDED_OTHERWISE, ids=[draft[:40] for draft, _ in WORDED_OTHERWISE])
def test_a_quotation_with_other_words_than_the_source(draft: str, source: str) -> None:
    assert told(draft, source) == [ALTERED]


@pytest.mark.parametrize(("draft", "source"), NOT_ALTERED, ids=[draft[:40] for draft, _ in NOT_ALTERED])
def test_what_is_no_alteration_of_a_quotation(draft: str, source: str) -> None:
    assert ALTERED not in told(draft, source)


def test_two_people_who_begin_alike_say_two_things() -> None:
    draft = "“It is time for the governor to go,” said Senator Paul Ennis."
    source = "“It is time for the governor to tell the truth,” said Representative Gail Moss."
    assert ALTERED not in told(draft, source)


def findings(draft: str, *sources: str) -> list[Finding]:
    documents = [Document(id=f"s{n}", text=text, published=DAY) for n, text in enumerate(sources)]
    return list(check([Document(id="draft", text=draft, published=DAY)], documents, RULES).findings)


def test_fillers_left_out_are_noted_unless_a_source_leaves_them_out_too() -> None:
    draft = "“It was the longest night of my whole life,” Reyes said."
    spoken = "“It was, um, you know, the longest night of my whole life,” Reyes said."
    notes = [each for each in findings(draft, spoken) if each.rule == "quote-trimmed-unmarked"]
    assert [(each.severity, each.message.split(":")[0]) for each in notes] == [
        (Severity.note, "“um you know” left out without a mark")
    ]
    assert "quote-trimmed-unmarked" not in {each.rule for each in findings(draft, spoken, draft)}
    assert "quote-trimmed-unmarked" not in {each.rule for each in findings(spoken, draft)}


def test_an_altered_quotation_shows_each_source_that_has_other_words() -> None:
    draft = "“Some folks think they can stop and question and shoot him,” Reyes said."
    one = draft.replace("think", "feel like")
    two = draft.replace("think", "believe").replace("Reyes said", "said Olga Reyes")
    (altered,) = [each for each in findings(draft, one, two) if each.rule == "quote-altered"]
    assert [(each.claim.document, each.relation) for each in altered.evidence] == [
        ("s1", "different"),
        ("s0", "different"),
    ]


def test_words_quoted_elsewhere_do_not_hide_a_change() -> None:
    draft = (
        "“This is the harder path, by our democratic process to the goal that you want. It will not be easy,” Roe said."
    )
    source = (
        "“This is the harder path, by our democratic processes to the goal that you want,” Roe said. “It will not be "
        "easy.”"
    )
    assert told(draft, source) == [ALTERED]
    assert told(draft, "“It will not be easy,” Roe said.", source) == [ALTERED]


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("He called it a “lynching” at noon.", "unsupported"),
        ("He called it a “public lynching” at noon.", "unsupported"),
        ("Nobody “would call this” one, Roe said.", "unsupported"),
        ("“And nobody would call this a public lynching today,” Roe said.", "single"),
    ],
)
def test_a_word_that_a_source_quotes_confirms_no_long_quotation(source: str, verdict: str) -> None:
    draft = Document(id="draft", text="“Nobody would call this a public lynching,” Roe said.", published=DAY)
    report = check([draft], [Document(id="s", text=source, published=DAY)], RULES)
    assert [each.verdict for each in report.judged if each.claim.kind == "quote"] == [verdict]


MISSING = ("quote-not-found", "warning")
STORM = "“The wall will not hold another winter,” Captain Ann Roe said on Monday. “We asked for stone and got sand.”"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("I was paid to be silent. The wall will not hold another winter", [MISSING]),
        ("The wall will not hold another winter, and the mayor knows who stole the stone", [MISSING]),
        ("The mayor is a crook, and we asked for stone and got sand", [MISSING]),
        ("Nobody believes that the wall will not hold another winter", [ALTERED]),
        ("Well, I think the wall will not hold another winter", []),
        ("The wall will not hold another winter. We asked for stone and got sand", []),
        ("The wall [built in 1930] will not hold another winter", []),
    ],
)
def test_a_part_in_a_source_does_not_support_what_a_draft_adds_to_it(
    quote: str, expected: list[tuple[str, str]]
) -> None:
    assert told(f"“{quote},” Roe said.", STORM) == expected


def test_the_parts_of_two_sources_support_a_quotation_together() -> None:
    draft = "“The wall will not hold another winter, and the mayor knows who stole the stone,” Roe said."
    other = "Roe said the wall would go, “and the mayor knows who stole the stone.”"
    assert told(draft, STORM, other) == []
    assert told(draft, STORM) == [MISSING]


SWAPPED = ("quote-misattributed", "warning")
TWO_SPEAKERS = (
    "“The ferry stays,” Mayor Ann Roe said. “We promised that to every household on the island.”\n\n"
    "“The ferry leaks,” said Captain Olin Marsh. He shook his head.\n\n"
    "Marsh was tired. “I have bailed it out with a bucket since Easter.”"
)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("“We promised that to every household on the island,” Captain Olin Marsh said.", [SWAPPED]),
        ("“We promised that to every household,” Governor Lena Pike said.", [SWAPPED]),
        ("“The ferry leaks,” Olin Marsh said. “We promised that to every household on the island.”", [SWAPPED]),
        ("“I have bailed it out with a bucket since Easter,” Mayor Ann Roe said.", [SWAPPED]),
        ("“We promised that to every household on the island,” Roe said.", []),
        ("“We promised that to every household on the island,” the mayor said.", []),
        ("“I have bailed it out with a bucket since Easter,” Captain Marsh said.", []),
    ],
)
def test_a_quotation_that_goes_on_is_of_the_speaker_before_it(draft: str, expected: list[tuple[str, str]]) -> None:
    assert told(draft, TWO_SPEAKERS) == expected


SPOKEN = (
    "Private Olin Marsh was the youngest. Asked about the winter, Captain Ada Lund sighed. “We have bread until the "
    "middle of March.” {} “We will not send anybody home without boots.”"
)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("Lund shook her head.", [SWAPPED]),
        ("She said so twice.", [SWAPPED]),
        ("Lund shook her head. She had said so twice before the council of the northern towns met in May.", [SWAPPED]),
        ("A clerk shook his head. He had said so twice before the council of the northern towns met in May.", []),
        ("A clerk brought in the ledgers of the three last years and laid them out on her long table.", []),
    ],
)
def test_who_goes_on_is_known_by_name(between: str, expected: list[tuple[str, str]]) -> None:
    draft = "“We will not send anybody home without boots,” Governor Lena Pike said."
    assert told(draft, SPOKEN.format(between)) == expected


def test_a_pronoun_whose_antecedent_is_guessed_takes_no_words_from_anybody() -> None:
    source = (
        "Private Olin Marsh, the youngest of the crew, had met the general at the pier in March, and the boat had left "
        "an hour late. Nobody slept. “We will not turn back,” he said. “We have bread until the middle of March.”"
    )
    assert told("“We have bread until the middle of March,” General Tam Orth said.", source) == []


GOING_ON = "“The union has my word,” {} said in Hull. “We have the crews for Easter.”"


@pytest.mark.parametrize(
    ("speaker", "expected"), [("Captain Olin Marsh", []), ("Lena Pike", [ALTERED]), ("Mayor Pike", [ALTERED])]
)
def test_like_words_of_another_who_goes_on_are_another_statement(speaker: str, expected: list[tuple[str, str]]) -> None:
    draft = "“We have the crews for Christmas,” {} said."
    found = told(draft.format(speaker), GOING_ON.format("Mayor Lena Pike"))
    assert [each for each in found if each[1] == "error"] == expected


VOW = "I will not sign a treaty that {} the islands."
RECENT = f"“{VOW.format('splits')}” Minister Ada Lund said on Monday."


@pytest.mark.parametrize(
    ("draft", "source", "rule"),
    [
        ("In 2017, Lund told a rally: “{}”", "By Tam Roe\n\nHULL, 4 May 2020 — It was cold.\n\n{}", "quote-not-found"),
        ("In 2020, Lund told a rally: “{}”", "By Tam Roe\n\nHULL, 4 May 2020 — It was cold.\n\n{}", "quote-altered"),
        ("Two years ago Lund told a rally: “{}”", "It was cold.\n\n{}", "quote-not-found"),
        ("In 2017, Lund told a rally: “{}”", "It was cold.\n\n{}", "quote-altered"),
    ],
)
def test_the_time_of_a_quotation_in_a_document_without_a_day(draft: str, source: str, rule: str) -> None:
    document = Document(id="draft", text=draft.format(VOW.format("starves")))
    findings = check([document], [Document(id="s", text=source.format(RECENT))], RULES).findings
    assert [each.rule for each in findings if each.rule.startswith("quote")] == [rule]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("In 2017, Lund told a rally: “{}”", RECENT),
        ("Two years earlier Lund had told a rally, “{}”", RECENT),
        ("In a 2015 speech Lund said: “{}”", RECENT),
        ("In 2017, Lund told a rally: “{}”", f"Lund told a rally in 2011: “{VOW.format('splits')}”"),
        ("Lund told a rally: “{}”", f"Lund told a rally in 2011: “{VOW.format('splits')}”"),
    ],
)
def test_like_words_of_another_year_are_another_statement(draft: str, source: str) -> None:
    assert ALTERED not in told(draft.format(VOW.format("starves")), source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("On Tuesday Lund told a rally: “{}”", RECENT),
        ("Two hours earlier Lund had told a rally, “{}”", RECENT),
        ("In 2025 Lund told a rally: “{}”", RECENT),
        ("In February Lund told a rally: “{}”", RECENT),
        ("Lund, who was elected in 2017, said: “{}”", RECENT),
        ("Lund said of the 2017 bill: “{}”", RECENT),
        ("In 2011, Lund told a rally: “{}”", f"Lund told a rally in 2011: “{VOW.format('splits')}”"),
        ("A decade ago Lund told a rally: “{}”", f"Lund told a rally in 2015: “{VOW.format('splits')}”"),
    ],
)
def test_changed_words_of_one_time_are_altered(draft: str, source: str) -> None:
    assert ALTERED in told(draft.format(VOW.format("starves")), source)


MOURNED = "“We mourn the nine sailors of the Agda with all our hearts,” {} said."


@pytest.mark.parametrize(
    ("draft", "sources", "expected"),
    [
        (MOURNED.format("Roe"), [MOURNED.format("Mayor Ann Roe"), MOURNED.format("Governor Lena Pike")], []),
        (MOURNED.format("Pike"), [MOURNED.format("Mayor Ann Roe"), MOURNED.format("Governor Lena Pike")], []),
        (
            "“We mourn the nine sailors of the Agda,” Roe said.",
            [MOURNED.format("Mayor Ann Roe"), MOURNED.format("Governor Lena Pike")],
            [],
        ),
        (
            MOURNED.format("Captain Olin Marsh"),
            [MOURNED.format("Mayor Ann Roe"), MOURNED.format("Governor Lena Pike")],
            [("quote-misattributed", "error")],
        ),
        (
            "“Enough is enough for us,” Captain Olin Marsh said.",
            ["“I told them at noon that enough is enough for us and for our children,” Mayor Ann Roe said."],
            [SWAPPED],
        ),
        (
            "“The pumps ran empty before breakfast,” Captain Olin Marsh said.",
            ["“The pumps ran empty before breakfast, and nobody at the yard looked at the gauge,” Mayor Ann Roe said."],
            [("quote-misattributed", "error")],
        ),
        (
            "“We mourn the nine sailors of the Agda,” Private Olin Marsh said.",
            [
                MOURNED.format("Governor Lena Pike"),
                "Private Olin Marsh had met the general at the pier. Nobody slept. " + MOURNED.format("he"),
            ],
            [("quote-misattributed", "error")],
        ),
    ],
)
def test_words_that_two_people_say_are_taken_from_neither(
    draft: str, sources: list[str], expected: list[tuple[str, str]]
) -> None:
    assert told(draft, *sources) == expected


def test_a_place_that_runs_into_a_surname_makes_no_other_speaker() -> None:
    draft = (
        "Anna Teague has won the run-off. In Market Square Teague told supporters: “Tonight the harbour belongs to us.”"
    )
    source = "“Tonight the harbour belongs to us,” said Anna Teague."
    assert told(draft, source) == []


def test_a_short_quotation_of_common_words_is_found_in_a_longer_one() -> None:
    source = "“My mother had her piano in there. Now it is ash,” said Roe."
    assert told("“Now it is ash,” said Roe.", source) == []
    assert told("“Now it is mud,” said Roe.", source) != []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "“We should have acted in October, and we did,” said Marten Roe.",
            "“We should have acted in October, and we did not,” Marten Roe said.",
        ),
        ("“We have beaten it,” said Marten Roe.", "“We have not beaten it, we have cornered it,” said Marten Roe."),
    ],
)
def test_a_negation_left_out_behind_or_within_alters_a_quotation(draft: str, source: str) -> None:
    assert told(draft, source) == [ALTERED]
    assert told(draft, source.replace("Marten Roe", "Ida Lund")) != [ALTERED]
    whole = source.replace(" not", "").replace("“We have beaten it, we have cornered it", "“We have beaten it")
    assert told(draft, whole) == []
