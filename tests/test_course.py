"""Rising tolls: the latest report is right, and an older one was right on its date."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, compare, load_rules
from factcheck.model import Document, Severity

RULES = load_rules()
SOURCES = [
    Document(id="first", text="The storm killed three people in Hallow, the mayor said.", published=date(2019, 3, 4)),
    Document(id="later", text="The storm killed five people in Hallow, the mayor said.", published=date(2019, 3, 5)),
]


def found(text: str, sources: list[Document] = SOURCES) -> list[tuple[str, Severity]]:
    draft = Document(id="draft", text=text, published=date(2019, 3, 6))
    return [(each.rule, each.severity) for each in check([draft], sources, RULES).findings]


@pytest.mark.parametrize(
    ("count", "rule", "severity"),
    [
        ("three", "superseded", Severity.warning),
        ("five", "single-source", Severity.note),
        ("nine", "number-differs", Severity.error),
        ("two", "number-differs", Severity.error),
    ],
)
def test_a_draft_should_carry_the_newest_toll(count: str, rule: str, severity: Severity) -> None:
    assert found(f"The storm killed {count} people in Hallow, the mayor said.") == [(rule, severity)]


def test_a_count_that_may_fall_is_not_superseded_in_a_draft() -> None:
    sources = [
        Document(id="first", text="The council hired three people in Hallow, it said.", published=date(2019, 3, 4)),
        Document(id="later", text="The council hired five people in Hallow, it said.", published=date(2019, 3, 5)),
    ]
    assert "superseded" not in [
        rule for rule, _ in found("The council hired three people in Hallow, it said.", sources)
    ]


def verdicts(texts: dict[str, tuple[str, date]]) -> list[tuple[str, str]]:
    documents = [Document(id=name, text=text, published=day) for name, (text, day) in texts.items()]
    return [(each.verdict, each.reason) for each in compare(documents, RULES).clusters if len(each.claims) > 1]


def test_a_toll_that_falls_is_flagged() -> None:
    first, later = "The storm killed {} people in Hallow, the mayor said.", "In Hallow the storm killed {} people."
    days = date(2019, 3, 4), date(2019, 3, 5)
    assert verdicts({"a": (first.format("nine"), days[0]), "b": (later.format("six"), days[1])}) == [
        ("differ", "a count that only grows falls in a later report: 9 on 2019-03-04, 6 on 2019-03-05")
    ]
    assert verdicts({"a": (first.format("six"), days[0]), "b": (later.format("nine"), days[1])}) == [
        ("single", "changed with time: 6 on 2019-03-04 → 9 on 2019-03-05; one document says so")
    ]


def test_an_age_of_one_group_changes_with_a_birthday() -> None:
    # A report of no day has both ages in one group.
    told = "Dorian Ash, {}, was found guilty of the murder of the guard Olin Marsh at the mill in Hallow."
    days = {"a": date(2019, 3, 4), "b": date(2019, 11, 19), "c": None}
    words = {"a": told.format(26), "b": told.format(27), "c": "Hallow: " + told.format(26)}
    documents = [Document(id=name, text=text, published=days[name]) for name, text in words.items()]
    (found,) = (each for each in compare(documents, RULES).clusters if each.kind == "age" and len(each.claims) > 1)
    assert found.course == "26 on 2019-03-04 → 27 on 2019-11-19"


def test_a_count_that_may_fall_supersedes_nothing() -> None:
    texts = {
        "a": ("The council hired nine clerks in Hallow.", date(2019, 3, 4)),
        "b": ("The council hired six clerks in Hallow.", date(2019, 3, 5)),
    }
    assert verdicts(texts) == [("differ", "another number: 9 is not 6")]


def test_a_falling_toll_is_reported_to_a_draft_with_the_latest_one() -> None:
    sources = [
        Document(id="a", text="The storm killed nine people in Hallow, the mayor said.", published=date(2019, 3, 4)),
        Document(id="b", text="In Hallow the storm killed six people.", published=date(2019, 3, 5)),
    ]
    assert found("The storm killed six people in Hallow, the mayor said.", sources) == [
        ("number-differs", Severity.warning)
    ]


def test_undated_reports_supersede_nothing() -> None:
    undated = [Document(id=each.id, text=each.text) for each in SOURCES]
    assert "superseded" not in [
        rule for rule, _ in found("The storm killed three people in Hallow, the mayor said.", undated)
    ]


def test_a_vague_toll_is_not_overtaken_by_an_exact_one() -> None:
    sources = [
        Document(id="first", text="The storm injured hundreds of people in Hallow.", published=date(2019, 3, 4)),
        Document(id="later", text="The storm injured 232 people in Hallow.", published=date(2019, 3, 5)),
    ]
    assert found("The storm injured 322 people in Hallow.", sources) == [("number-differs", Severity.error)]


def test_copies_of_one_story_confirm_nothing() -> None:
    story = (
        "The storm killed five people in Hallow on Monday, the mayor said. It tore the roofs off two schools and a "
        "church by the harbour, and boats lay on the quay in the morning.\n"
        "Fire crews from three towns cleared the road to the north, which was blocked by fallen trees for most of the "
        "day, and the ferry did not sail before the evening.\n"
    )
    sources = [Document(id=name, text=story, published=date(2019, 3, 5)) for name in ("one", "two", "three")]
    assert ("copied-not-confirmed", Severity.note) in found("The storm killed five people in Hallow.", sources)


def test_an_older_report_refutes_nothing_that_a_newer_one_says() -> None:
    """Of a poll or a price; that a toll fell is flagged."""
    april = Document(id="april", text="The Reds are at 21 percent, a Sondas poll showed.", published=date(2019, 4, 4))
    may = Document(id="may", text="A Sondas poll puts the Reds at 24 percent.", published=date(2019, 5, 4))
    june = Document(id="june", text="The Reds are at 26 percent, a Sondas poll showed.", published=date(2019, 6, 4))

    def errors(*sources: Document) -> list[str]:
        text = "The Reds are at 24 percent, a Sondas poll showed."
        draft = Document(id="draft", text=text, published=date(2019, 5, 5))
        return [each.rule for each in check([draft], sources, RULES).findings if each.severity is Severity.error]

    assert errors(april) == ["number-differs"]
    assert errors(april, may) == []
    assert errors(may, june) == ["number-differs"]


def test_two_estimates_are_of_two_estimators() -> None:
    def told(source: str) -> list[str]:
        text = "About 40,000 people marched through Hallow, organisers said."
        draft = Document(id="draft", text=text, published=date(2019, 3, 6))
        documents = [Document(id="source", text=source, published=date(2019, 3, 6))]
        found = check([draft], documents, RULES).findings
        return [f"{each.rule}: {each.message}" for each in found if each.severity > Severity.note]

    nearest = "“About 40,000 people” stands in no source; nearest: “Around 20,000 people” in source"
    assert told("Around 20,000 people marched through Hallow, police said.") == [f"unsupported: {nearest}"]
    for other in (
        "Around 20,000 people marched through Hallow, organisers said.",
        "Around 20,000 people marched through Hallow, a baker said.",
        "In all 21,437 people marched through Hallow, police said.",
    ):
        assert [each.partition(":")[0] for each in told(other)] == ["number-differs"]
    both = "Around 20,000 people marched through Hallow, police said; the organisers spoke of 40,000."
    assert told(both) == []


ASHMOOR = "Nine people died and 22 were injured when a coach fell into a quarry near Ashmoor on Friday."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (ASHMOOR, []),
        (ASHMOOR.replace(" on Friday.", " on Friday, a week after another crash near Tolbeck."), []),
        (
            "Nine people have died since a coach left the road on Monday near Ashmoor. It came from Tolbeck.",
            ["superseded"],
        ),
        ("Nine people died when a coach fell into a quarry near Tolbeck on Monday.", ["superseded"]),
    ],
)
def test_the_toll_of_another_accident_overtakes_none(later: str, expected: list[str]) -> None:
    early = "Six people died when a coach left the road near Tolbeck on Thursday."
    sources = [
        Document(id="early", text=early, published=date(2021, 3, 5)),
        Document(id="later", text=later, published=date(2021, 3, 13)),
    ]
    draft = "On 4 March 2021 six people died in a coach crash near Tolbeck."
    assert [rule for rule, _ in found(draft, sources) if rule == "superseded"] == expected


def test_a_toll_that_rose_elsewhere_on_another_day_supersedes() -> None:
    early = "March 5, 2021 - Six people died when a coach left the road near Tolbeck on Thursday."
    later = "March 13, 2021 - The death toll in the coach crash rose to nine on Friday, doctors near Ashmoor said."
    draft = Document(id="draft", text="On 4 March 2021 six people died in a coach crash near Tolbeck.")
    report = check([draft], [Document(id="early", text=early), Document(id="later", text=later)], RULES)
    assert "superseded" in [each.rule for each in report.findings]


def test_the_toll_of_another_year_overtakes_none() -> None:
    sources = [
        Document(
            id="a", text="Another coach crash in the valley killed four people in 2016.", published=date(2019, 3, 4)
        ),
        Document(id="b", text="Nine people were killed in the valley in 2019.", published=date(2019, 3, 5)),
    ]
    assert "superseded" not in [rule for rule, _ in found("Four people were killed in the valley in 2016.", sources)]


@pytest.mark.parametrize(
    ("draft", "added", "expected"),
    [
        ("Eight bodies were found by divers on Monday.", "divers found eight more bodies", []),
        ("Eight people died on the barge.", "eight more people died", ["number-differs"]),
    ],
)
def test_what_was_added_is_not_overtaken_by_the_total(draft: str, added: str, expected: list[str]) -> None:
    text = f"The death toll of the barge rose to 19 on Monday after {added}."
    sources = [Document(id="a", text=text, published=date(2019, 3, 4))]
    assert [rule for rule, severity in found(draft, sources) if severity > Severity.note] == expected
