"""Ages by person: one named person is one cluster, and two persons never differ."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Claim, Document, Report, Severity
from factcheck.pipeline import check, compare
from factcheck.ruleset import load_rules

RULES = load_rules()
DAY = date(2019, 4, 11)


def report(*texts: str, days: tuple[date, ...] = ()) -> Report:
    dated = zip(texts, days or (DAY,) * len(texts), strict=True)
    return compare([Document(id=f"d{n}", text=text, published=day) for n, (text, day) in enumerate(dated)], RULES)


def ages(*texts: str, days: tuple[date, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """The verdict and the ages of each cluster of ages with claims of several documents."""
    found = report(*texts, days=days).clusters
    return [
        (each.verdict, tuple(claim.text for claim in each.claims))
        for each in found
        if each.kind == "age" and len({claim.document for claim in each.claims}) > 1
    ]


@pytest.mark.parametrize(
    ("one", "two", "texts"),
    [
        (
            "Police named the victim as Olin Marsh, 22, of Ferris.",
            "He was 22-year-old Olin Marsh.",
            ("22", "22-year-old"),
        ),
        ("Boris Kettler, aged 63, confessed.", "They asked for nine years for 63-year-old Boris Kettler.", None),
        ("Singer Pavel Rook, 71, died in his sleep.", "Pavel Rook died at his home on Monday. He was 71.", None),
        ("Agnes Toll went missing. She was 38.", "The body of Agnes Toll, 38, was found by a dog walker.", None),
        ("Marek Dorn has been charged. The 27-year-old was held at the border.", "Marek Dorn, 27, was held.", None),
        ("Police charged James T. Oakley, 40, with arson.", "James Oakley, 40, is in jail.", None),
        ("An 82-year-old woman was robbed at her door.", "The woman, 82, opened the door and was robbed.", None),
        ("A 9-year-old girl was pulled out of the rubble.", "On Thursday a girl, 9, was pulled out alive.", None),
        ("The bus driver, 58, was treated for shock.", "The 58-year-old bus driver was treated for shock.", None),
        ("Man, 43, drowns in Lake Orra", "A man drowned in Lake Orra on Saturday. He was 43.", None),
    ],
)
def test_one_person_is_one_cluster(one: str, two: str, texts: tuple[str, ...] | None) -> None:
    ((verdict, found),) = ages(one, two)
    assert verdict == "agree"
    assert texts is None or found == texts


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Jonas Pell, 44, was pulled from the canal.", "The man pulled from the canal was Jonas Pell, 47."),
        ("Police freed 19-year-old Sara Dunmore from the lift.", "Sara Dunmore, 18, spent six hours in the lift."),
        ("Farah Idris died on Friday. She was 91.", "Farah Idris, 93, died on Friday, her son said."),
        ("Viktor Maas, 31, was jailed.", "Viktor Maas, a 32-year-old locksmith, must go to prison."),
        ("Police charged James T. Oakley, 40, with arson.", "James Oakley, 42, is charged with arson."),
    ],
)
def test_two_ages_of_one_person_differ(one: str, two: str) -> None:
    ((verdict, found),) = ages(one, two)
    assert verdict == "differ"
    assert len(found) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A 6-year-old boy fell from a balcony in Osk.", "A 40-year-old woman fell from a balcony in Osk."),
        ("A 15-year-old boy was bitten in the foot.", "A 21-year-old man was bitten in the leg."),
        ("Peter Holm, 64, was taken to hospital.", "Karin Holm, 61, was taken to hospital."),
        ("Peter Holm, 64, was taken to hospital.", "Karin Holm, 64, was taken to hospital."),
        ("Anton Greve, 48, drove the bus.", "Anton Brill, 52, drove the van."),
        ("Ben Stark, 45, owns the mill.", "Ben Stark Jr., 19, owns the mill."),
        ("Ben Stark, 45, owns the mill.", "Ben Stark, 9, owns the mill."),
        ("A 52-year-old teacher won the quiz.", "The 52-year-old school closed on Friday."),
        ("The 14-year-old son was in the yard.", "The 14-year-old daughter was in the yard."),
    ],
)
def test_two_persons_are_two_clusters(one: str, two: str) -> None:
    assert ages(one, two) == []


def test_siblings_stay_apart_across_documents() -> None:
    found = ages(
        "Tim Berg, 19, and his brother Lars Berg, 16, are missing.",
        "Divers sought Lars Berg, 16. Tim Berg, 19, swam ashore.",
    )
    assert found == [("agree", ("19", "19")), ("agree", ("16", "16"))]


def test_kin_are_found_by_their_tie() -> None:
    found = ages(
        "A 70-year-old woman and her 8-year-old grandson were found in the well.",
        "The grandson, 8, was alive. The woman, 70, was not.",
    )
    assert [verdict for verdict, _ in found] == ["agree", "agree"]


def test_nameless_people_of_one_noun_are_two_where_a_document_has_both() -> None:
    listing = "A 19-year-old man was shot in the leg. A 23-year-old man was shot in the arm."
    assert ages(listing, "A 26-year-old man was shot in the arm.") == []


def test_someone_described_is_the_one_named_with_that_age() -> None:
    one = "A 22-year-old man was shot on Mill Lane. Later the victim was named. Olin Marsh, 22, was a baker."
    assert ages(one, "Olin Marsh, 22, was shot on Mill Lane.") == [("agree", ("22-year-old", "22", "22"))]


def test_an_age_at_another_time_is_no_conflict() -> None:
    assert ages("Una Cole (39) kept goal.", "Una Cole turns 40 in June.") == []
    assert ages("Ida Fenwick, 60, spoke.", "Ida Fenwick left at the age of 17.") == []
    assert [each for each, _ in ages("Bo Tran has died at the age of 77.", "Bo Tran died. He was 79.")] == ["differ"]
    assert findings("At the age of 17, Ida Fenwick left Osk.", "Ida Fenwick, 71, left Osk.") == []


def test_time_explains_a_higher_age() -> None:
    early, late = "Albert Roe, 17, pleaded not guilty.", "Albert Roe, 18, was sentenced."
    assert [verdict for verdict, _ in ages(early, late)] == ["differ"]
    assert ages(early, late, days=(date(2018, 3, 1), date(2019, 1, 20))) == []
    assert [verdict for verdict, _ in ages(late, early, days=(date(2018, 3, 1), date(2019, 1, 20)))] == ["differ"]
    assert [verdict for verdict, _ in ages(early, late, days=(date(2018, 3, 1), date(2018, 4, 1)))] == ["differ"]


def test_two_figures_of_one_document_are_two_facts() -> None:
    shocks = "A tremor came from a depth of 2.7 miles. A weaker tremor came from a depth of 1.4 miles."
    found = report(shocks, "A tremor came from a depth of 2.7 miles.").clusters
    assert [(each.verdict, [claim.text for claim in each.claims]) for each in found] == [
        ("agree", ["2.7 miles", "2.7 miles"]),
        ("single", ["1.4 miles"]),
    ]


def test_a_figure_is_joined_with_its_equal_before_another() -> None:
    two = "Four people were wounded in Orel by shots, police said. Five people were wounded on the pier on Sunday."
    found = report(two, "Four people were wounded on the pier on Sunday.").clusters
    verdicts = {tuple(claim.text for claim in each.claims): each.verdict for each in found if each.kind == "count"}
    assert verdicts == {("Four people", "Four people"): "agree", ("Five people",): "single"}


def test_a_name_decides_for_a_group_that_holds_nameless_ages() -> None:
    one = "A 2-year-old girl was shot. Mia Cole, 2, died. Mia Cole was two years old."
    found = ages(one, "A 2-year-old girl died on Friday.", "A girl, 3, was shot. Mia Cole, 3, died in Orel.")
    assert [verdict for verdict, _ in found] == ["differ"]


def test_one_sum_in_two_currencies_is_one_row_that_is_held() -> None:
    theft = "A thief in a mask left the Bellamar hotel with stones worth {} in July."

    def sums(one: str, two: str) -> list[tuple[str, int]]:
        found = report(theft.format(one), theft.format(two)).clusters
        return [(each.verdict, len(each.claims)) for each in found if each.kind == "money"]

    assert sums("103 million euros", "$136 million") == [("held", 2)]
    assert sums("103 million euros", "$136 an hour") == [("single", 1), ("single", 1)]


def test_who_has_a_share_is_not_who_is_given_one() -> None:
    held = "Norva holds about 31.2 percent of the cement market."
    given = report(held, "The merger gives Tallis about 31 percent of the cement market.").clusters
    assert [len(each.claims) for each in given] == [1, 1]
    same = report(held, "The merger gives Norva about 31 percent of the cement market.").clusters
    assert [len(each.claims) for each in same] == [2]


def test_two_editions_of_one_story_are_no_conflict() -> None:
    told = "The ferry Alma sank off Orel in a storm. Divers from the port of Brenn searched the wreck until dusk."
    story = told + " {} were saved."
    (cluster,) = [
        each
        for each in report(story.format("Its 41 passengers"), story.format("Its 43 passengers")).clusters
        if each.kind == "count" and len(each.claims) > 1
    ]
    assert (cluster.verdict, cluster.origins) == ("single", 1)
    assert cluster.reason.startswith("one origin gives two values: ")


def test_two_ages_of_one_document_are_of_two() -> None:
    found = report("Ben Stark, 45, owns the mill. It was built by Ben Stark, 43, in May.")
    assert [len(each.claims) for each in found.clusters if each.kind == "age"] == [1, 1]


def findings(draft: str, source: str, day: date = DAY) -> list[str]:
    """The rules of the findings of a draft against a source of a day."""
    written = Document(id="draft", text=draft, published=DAY)
    told = check([written], [Document(id="source", text=source, published=day)], RULES).findings
    return [each.rule for each in told if each.severity.name == "error"]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "The 58-year-old came to the ceremony outside the lighthouse.",
            "He praised the ceremony outside the 97-year-old lighthouse.",
        ),
        (
            "Peter Holm, 64, was taken to hospital after the blast.",
            "Karin Holm, 61, was taken to hospital after the blast.",
        ),
    ],
)
def test_the_age_of_another_contradicts_nothing(draft: str, source: str) -> None:
    assert findings(draft, source) == []


def test_an_age_by_a_pronoun_is_contradicted() -> None:
    assert findings("Farah Idris died on Friday. She was 91.", "Farah Idris, 93, was a baker in Osk.") == [
        "number-differs"
    ]


def test_an_older_source_gives_a_lower_age() -> None:
    draft, source = "Farah Idris, 92, opened the fair in Osk.", "Farah Idris, 90, opened the fair in Osk."
    assert findings(draft, source) == ["number-differs"]
    assert findings(draft, source, date(2017, 3, 1)) == []


def errors_and_warnings(draft: str, source: str) -> dict[str, str]:
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("source", source))]
    found = check(documents[:1], documents[1:], RULES).findings
    return {draft[each.start : each.end]: each.rule for each in found if each.severity > Severity.note}


@pytest.mark.parametrize(
    ("draft", "source", "rules"),
    [
        # The sentence has the bearer beside its own.
        (
            "The 37-year-old driver was taken to hospital.",
            "Her passenger, a 52-year-old man, was killed; the driver was taken to hospital.",
            {"37-year-old": "unsupported"},
        ),
        (
            "The neighbour, 58, found the teacher.",
            "The victim, a 63-year-old teacher, was found by her neighbour.",
            {"58": "unsupported"},
        ),
        # It is the one who is explained.
        (
            "The 37-year-old driver was taken to hospital.",
            "The driver, a 52-year-old man, was taken to hospital.",
            {"37-year-old": "number-differs"},
        ),
        # An age that two named people have is neither's by the other.
        (
            "Petra Falk, 31, won the race.",
            "Ida Roos, 31, finished third behind Petra Falk, who at 26 has won four titles.",
            {"31": "unsupported"},
        ),
        ("Jonas Pell, 44, won the race.", "Ida Roos, 44, finished third behind Jonas Pell.", {"44": "unsupported"}),
        ("Petra Falk, 26, won.", "Ida Roos, 31, came behind Falk, who at 26 has won four titles.", {}),
        ("Dorothea Vane has died aged 91.", "Dorothea Vane died at 94 in her sleep.", {"aged 91": "number-differs"}),
    ],
)
def test_an_age_is_held_against_that_of_its_bearer(draft: str, source: str, rules: dict[str, str]) -> None:
    assert errors_and_warnings(draft, source) == rules


@pytest.mark.parametrize(
    ("one", "two", "sentences"),
    [
        # Harmed, and held for it.
        (
            "A 17-year-old boy was charged with murder. He is held over the death of 17-year-old Tam Veil.",
            "A 17-year-old boy was killed in Orsk on Monday.",
            [2, 1],
        ),
        ("The shooter, 18, was led away in Orsk.", "An 18-year-old was found shot in Orsk on Monday.", []),
        ("Police in Orsk charged a 25-year-old man.", "The killing of a 25-year-old man in Orsk is not solved.", []),
        ("A boy was shot in Orsk by his 14-year-old friend.", "A 14-year-old died of his wounds in Orsk.", []),
        # Who shot himself is not on one side.
        ("A 14-year-old boy shot himself in Orsk on Monday.", "A 14-year-old boy died in Orsk on Monday.", [1, 1]),
        # Someone else than whom the document told of before.
        (
            "A 20-year-old man was shot in the chest in Orsk. Another 20-year-old man was shot in the foot.",
            "A 20-year-old man was shot in the chest in Orsk on Monday.",
            [1, 1],
        ),
        # Two of that age are named: which of them is it?
        (
            "Orsk police named the two victims: Ida Holm, 19, who was killed, and Una Rask, 19, who was hurt.",
            "The driver killed a 19-year-old in Orsk on Monday.",
            [],
        ),
        # The ages of several people, and of one.
        ("The wounded in Orsk were between 20 and 26 years old.", "A 22-year-old was wounded in Orsk.", []),
        # A place is no name, and a description tells a named person's sex.
        ("In East Orla, a 20-year-old man was shot.", "A 20-year-old woman was shot in East Orla on Monday.", []),
        ("A 4-year-old boy, Kamar Posey, was shot in Orsk.", "A 4-year-old girl was shot in Orsk on Monday.", []),
    ],
)
def test_two_persons_of_one_age_are_kept_apart(one: str, two: str, sentences: list[int]) -> None:
    """`sentences` are those of the claims in one cluster, of the first text and of the second."""
    groups = [each.claims for each in report(one, two).clusters if each.kind == "age"]
    assert sum(map(len, groups)) > 1
    joined = [[_sentence(claim, one, two) for claim in group] for group in groups if len(group) > 1]
    assert joined == ([sentences] if sentences else [])


def _sentence(claim: Claim, one: str, two: str) -> int:
    """The number of the sentence in which a claim stands."""
    return (one if claim.document == "d0" else two)[: claim.start].count(". ") + 1


def test_a_pair_of_names_with_two_ages_differs_from_neither() -> None:
    found = ages("Olin and Tam Marsh, 19 and 21, were killed.", "Olin Marsh, 19, and Tam Marsh, 21, died.")
    assert "differ" not in dict(found)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Police named the dead. Ida Holm, 16 years old – deceased", "Ida Holm, 16, died on Monday."),
        ("Remembering 2-year-old Lavon White Jr. Sheneka Hill wept.", "Lavon White, 2, died on Monday."),
        ("Mother-to-be Keisha Houston, 19, was shot.", "Keisha Houston, 19, was shot on Monday."),
    ],
)
def test_a_name_is_read_whatever_stands_beside_it(one: str, two: str) -> None:
    ((verdict, found),) = ages(one, two)
    assert (verdict, len(found)) == ("agree", 2)


def test_who_is_described_and_who_is_named_with_that_description_differ() -> None:
    one = "Robbers tied up a 34-year-old guard at the Orsk museum on Sunday and took a painting."
    two = "Jeroen Pohl, the guard, who is 36, was found tied up at the Orsk museum after the painting was taken."
    assert ages(one, two) == [("differ", ("34-year-old", "who is 36"))]
    # A document that tells of two guards does not say which of them is meant.
    more = f"{two} The second guard, Dirk Rool, 41, was at home."
    assert ages(one, more) == []
    # A man is described as most are.
    assert ages(one.replace("guard", "man"), two.replace("guard", "man")) == []


def test_the_dead_of_two_reports_are_one_where_their_age_is_and_they_are_alone() -> None:
    one = "The ferry ran aground off Sarra. The dead man was a 71-year-old from Velm who fell off the ferry's stairs."
    two = "A passenger, 71, was killed on Monday when the ferry ran aground and he fell off the stairs."
    assert ages(one, two) == [("agree", ("71-year-old", "71"))]


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("Una Rask, the former mayor of Ferris, was jailed. Rask, 62, wept.", "The former mayor, 64, wept.", "differ"),
        ("Former mayor Una Rask was jailed. Rask, 62, wept.", "The former mayor, 62, wept in court.", "agree"),
        ("Killed was Olin Marsh, a baker of 54 on his way to work.", "Olin Marsh, 52, was buried.", "differ"),
        ("The dead man was a 71-year-old retired schoolteacher.", "Olin Marsh, 71, a retired teacher, died.", "agree"),
        (
            'Its face was a schoolgirl, Una Rask. "I ran it from the bus," she said. She is 16.',
            "Una Rask, 15, ran the campaign from a bus.",
            "differ",
        ),
    ],
)
def test_ages_are_joined_by_role_and_pronoun(one: str, two: str, verdict: str) -> None:
    assert [found for found, _ in ages(one, two)] == [verdict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Former mayor Una Rask was jailed. Rask, 62, wept.", "The sheriff, 62, led her out on Monday."),
        ("Former mayor Una Rask was jailed. Rask, 62, wept.", "The mayor, 44, met another mayor, 51, in Orra."),
    ],
)
def test_persons_of_two_roles_do_not_differ(one: str, two: str) -> None:
    assert "differ" not in [found for found, _ in ages(one, two)]
