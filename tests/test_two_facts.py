"""Near copies in `check`: a slip is an error; another bearer, part, place or plan is none."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Finding, Severity

RULES = load_rules()
DAY = date(2021, 3, 10)


def findings(draft: str, source: str) -> list[Finding]:
    """The findings on a draft beside one source."""
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("draft", draft), ("s1", source))]
    return list(check(documents[:1], documents[1:], RULES).findings)


def errors(draft: str, source: str) -> list[str]:
    return [each.rule for each in findings(draft, source) if each.severity is Severity.error]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "The older of the two bridges carries 9,000 cars a day.",
            "The newer of the two bridges carries 19,000 cars a day.",
        ),
        (
            "The first train was carrying 210 passengers when it stopped.",
            "The second train was carrying 260 passengers when it stopped.",
        ),
        (
            "The smaller of the two ships carried 300 containers.",
            "The larger of the two ships carried 3,000 containers.",
        ),
        (
            "The western tunnel is 3.2 kilometres long, the engineer said.",
            "The eastern tunnel is 3.8 kilometres long, the engineer said.",
        ),
        (
            "North Elding has 12,300 inhabitants, according to the census.",
            "South Elding has 12,800 inhabitants, according to the census.",
        ),
        (
            "The barn burned for six hours before crews put it out.",
            "The chapel burned for nine hours before crews put it out.",
        ),
        (
            "Bertram Ohl ran the marathon in 3 hours 12 minutes.",
            "Sigrid Ohl, his sister, ran the marathon in 3 hours 41 minutes.",
        ),
        (
            "Hundreds of homes in the lower town lost power.",
            "Some 40,000 homes in the region lost power, the grid said.",
        ),
        (
            "The theatre had planned to sell 900 seats for the premiere.",
            "The theatre sold 600 seats for the premiere in the end.",
        ),
    ],
)
def test_another_bearer_place_or_plan_is_no_slip(draft: str, source: str) -> None:
    assert errors(draft, source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "The older of the two bridges carries 9,000 cars a day.",
            "The older of the two bridges carries 19,000 cars a day.",
        ),
        (
            "The first train was carrying 210 passengers when it stopped.",
            "The first train was carrying 260 passengers when it stopped.",
        ),
        ("The western tunnel is 3.2 kilometres long.", "The western tunnel is 3.8 kilometres long, the engineer said."),
        (
            "North Elding has 12,300 inhabitants, says the census.",
            "North Elding has 18,300 inhabitants, says the census.",
        ),
        (
            "The barn burned for six hours before crews put it out.",
            "The old barn burned for nine hours before firefighters put it out.",
        ),
        ("Karin Vold finished the race in 41 minutes 12 seconds.", "Vold finished the race in 47 minutes 12 seconds."),
        (
            "Police arrested 180 people in the capital during the protests.",
            "Police arrested 240 people in the capital, Orsk, during the protests.",
        ),
        ("The theatre sold 900 seats for the premiere.", "The theatre sold 600 seats for the premiere in the end."),
        (
            "The province received 80 million crowns to repair the dykes.",
            "The province was given 60 million crowns to repair the dykes.",
        ),
        ("Every student will receive 500 euros.", "The state will give every student 5,000 euros, the minister said."),
        (
            "The party of the shepherds holds 31 of the seats in the council.",
            "In the council the shepherds' party has 13 seats, its leader said.",
        ),
    ],
)
def test_a_slip_in_a_statement_of_one_bearer_stays_an_error(draft: str, source: str) -> None:
    assert errors(draft, source) == ["number-differs"] or errors(draft, source) == ["date-differs"]


def test_a_changed_side_alone_stays_an_error() -> None:
    draft = "The western tunnel of the pass is 3.2 kilometres long, the engineer said."
    assert errors(draft, draft.replace("western", "eastern")) == ["wording-altered"]
    draft = "The first train was carrying 210 passengers when it stopped at the pass."
    assert errors(draft, draft.replace("first", "second")) == ["number-differs"]


@pytest.mark.parametrize(
    "source",
    [
        "The slate mine employs 290 people, Ohl said. With 310 people, the slate mine is the town's largest employer.",
        "The slate mine employs 290 people, Ohl said. With its 310 people the slate mine is the largest employer.",
    ],
)
def test_a_source_that_says_both_gives_a_warning(source: str) -> None:
    (found,) = findings("The slate mine employs 310 people.", source)
    assert (found.rule, found.severity) == ("number-differs", Severity.warning)
    assert found.message == "“310 people”, where s1 has “290 people” and “310 people” as well"


def test_a_source_that_has_the_figure_of_another_thing_excuses_nothing() -> None:
    source = (
        "The slate mine employs 290 people, its owner said. With 310 pupils, the slate school is the town's largest."
    )
    assert errors("The slate mine employs 310 people.", source) == ["number-differs"]


@pytest.mark.parametrize("times", ["twice", "two times"])
def test_times_included_in_others_contradict_no_total(times: str) -> None:
    draft = "The port's report says the ferry was hit six to eight times and leaked."
    source = f"The insurer's report found that the ferry was hit at least six times, including {times} in the bow."
    assert errors(draft, source) == []
    assert errors(draft, source.replace(f"at least six times, including {times}", times)) == ["number-differs"]
