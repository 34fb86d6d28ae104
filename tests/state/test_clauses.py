"""Who does what when in clauses with appositions, infinitives, participles, lists and numbers that are told of."""

from __future__ import annotations

import pytest

from tests.state.test_slots import concepts, statement


@pytest.mark.parametrize(
    ("text", "words", "bearer"),
    [
        ("Her husband, the baker Ivo Ohl, got nine years.", "nine years", "Her husband, the baker Ivo Ohl"),
        ("Her husband, the baker Ivo Ohl, was given nine years.", "nine years", "Her husband, the baker Ivo Ohl"),
        ("Its rival, Optavia, fell 3 percent.", "3 percent", "Its rival, Optavia"),
        ("Shares in its supplier, the grinder Optavia, fell 3 percent.", "3 percent",
         "Shares in its supplier, the grinder Optavia"),
        ("The mayor, Ana Bell, earns 4,000 euros.", "4,000 euros", "The mayor, Ana Bell"),
        ("Sigrid Ohl, his sister, ran 40 kilometres.", "40 kilometres", "Sigrid Ohl"),
        ("Ohl, a clerk, was given nine years.", "nine years", "Ohl"),
        ("The hall, built in 1913, was sold for 3 million euros.", "3 million euros", "The hall"),
        ("The court ordered the defendant, the clinic, to pay €12,000.", "€12,000", "the defendant"),
        ("The court ordered the clinic, a unit of Orme, to pay €12,000.", "€12,000", "the clinic"),
        ("The court told the owner, Ana Bell, to pay €12,000.", "€12,000", "the owner, Ana Bell"),
        ("The judge told the landlord to pay €12,000.", "€12,000", "the landlord"),
        ("The firm agreed, after talks, to pay €12,000.", "€12,000", "The firm"),
    ],
)  # fmt: skip
def test_the_bearer_is_read_over_appositions(text: str, words: str, bearer: str) -> None:
    found = statement(text, words).bearer
    assert found is not None
    assert found.text == bearer


@pytest.mark.parametrize(
    ("text", "words", "slot", "expected"),
    [
        ("The number of people killed by the storm rose to 58.", "58", "event", ("die",)),
        ("The number of people killed by the storm has climbed to 58.", "58", "measure", ("people",)),
        ("The count of homes destroyed by the fire rose to 310.", "310", "measure", ("home",)),
        ("The number of patients treated rose to 48.", "48", "event", ("hospitalise", "treat")),
        ("The number of patients treated at the clinic fell to 48.", "48", "change", ("level",)),
        ("The number of patients fell to 48.", "48", "event", ("die", "fall", "take place")),
        ("Burglaries in the borough doubled.", "doubled", "measure", ("burglary",)),
        ("Belm's profit has tripled.", "tripled", "measure", ("profit",)),
        ("They doubled.", "doubled", "measure", ()),
        ("The ash rose, and a gust sent it 4 kilometres up.", "4 kilometres", "change", ()),
        ("Sales were 4 million euros up.", "4 million euros", "change", ("change_up",)),
        ("Owen Tate has been coach of the Harriers since 2018.", "since 2018", "event", ()),
        ("Owen Tate has coached the Harriers since 2018.", "since 2018", "event", ("coach",)),
        ("Owen Tate was hit by 40 fans.", "40 fans", "event",
         ("attack", "bomb", "crash", "hit", "injure", "reach", "score")),
    ],
)  # fmt: skip
def test_what_a_figure_counts_is_told_before_its_verb(
    text: str, words: str, slot: str, expected: tuple[str, ...]
) -> None:
    assert concepts(text, words, slot) == expected


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("Revenue came to $7 million and profit to $52 million.", "$52 million", ("profit",)),
        ("Revenue was $52 million and profit $7 million.", "$7 million", ("profit",)),
        ("Sales rose 4 percent and costs 6 percent.", "6 percent", ("cost",)),
        ("Exports fell to $4 million and imports to $6 million.", "$6 million", ("import",)),
        ("The firm paid $4 million in tax and rent of $6 million.", "$6 million", ("rent",)),
    ],
)
def test_a_list_names_the_measure_of_each_of_its_figures(text: str, words: str, measure: tuple[str, ...]) -> None:
    assert concepts(text, words, "measure") == measure


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The quake struck on 9 March 2020, killing 31 people.", "31 people", "9 March 2020"),
        ("The quake struck on 9 March 2020, and it killed 31 people.", "31 people", None),
        ("The crater smoked on 9 March 2020 for the third time in March 2020, throwing ash 4 kilometres high.",
         "4 kilometres", "9 March 2020"),
        ("The crater smoked on 9 March 2020 and in March 2019, throwing ash 4 kilometres high.", "4 kilometres", None),
    ],
)  # fmt: skip
def test_a_participle_has_the_time_of_its_clause(text: str, words: str, when: str | None) -> None:
    found = statement(text, words).when
    assert (found.text if found is not None else None) == when


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fare went up to €4.20, from €3.90.", "€4.20"),
        ("The price crept up to 4 percent.", "4 percent"),
        ("The rate has inched up to 4 percent.", "4 percent"),
        ("The plan would bring up to 310 jobs.", "up to 310 jobs"),
        ("The fund pays up to 4 percent.", "up to 4 percent"),
        ("Fines of up to €4.20 apply.", "up to €4.20"),
    ],
)
def test_up_to_behind_a_verb_of_moving_is_no_bound(text: str, words: str) -> None:
    assert statement(text, words) is not None
