"""Tolls by event and fate: one fact whatever the words and the values."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.align import Vocabulary, topics
from factcheck.align.facts import is_one_by_value
from factcheck.extract import claims_of
from factcheck.model import Document, Report
from factcheck.pipeline import compare
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2019, 4, 11)


def report(*texts: str) -> Report:
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    return compare(documents, RULES)


def facts(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The verdict and the figures of each cluster of counts with claims of several documents."""
    return [
        (each.verdict, tuple(claim.text for claim in each.claims))
        for each in report(*texts).clusters
        if each.kind in ("count", "number") and len({claim.document for claim in each.claims}) > 1
    ]


@pytest.mark.parametrize(
    ("one", "two", "texts"),
    [
        (
            "Six people were injured at the Lamp Inn when a lorry ran into it.",
            "A lorry ploughed into the Lamp Inn. Six adults were injured, one of them badly.",
            ("Six people", "Six adults"),
        ),
        (
            "A blast at the Corwen mill killed one worker and hurt four others late on Monday.",
            "The Corwen miller admitted on Monday to the gas leak that left four men injured.",
            ("four others", "four men"),
        ),
        (
            "Three soldiers died and eight were wounded when the shell hit the post.",
            "Eight troops were hurt and a horse killed as a shell hit the post.",
            ("eight", "Eight troops"),
        ),
    ],
)
def test_equal_tolls_are_one_fact(one: str, two: str, texts: tuple[str, ...]) -> None:
    assert ("agree", texts) in facts(one, two)


def test_unlike_tolls_of_one_event_differ() -> None:
    one = "A ferry sank off Orme on Monday. Nine people were killed, police said."
    two = "Eleven people died when a ferry overturned near Orme on Monday."
    assert facts(one, two) == [("differ", ("Nine people", "Eleven people"))]


def test_a_toll_told_beside_the_dead_does_not_include_them() -> None:
    one = "A wall fell in Orme on Monday, killing one person and injuring ten."
    two = "One person was killed and nine others were injured when a wall fell in Orme on Monday."
    assert ("differ", ("ten", "nine others")) in facts(one, two)


def test_equal_tolls_are_joined_before_one_that_is_only_a_bound() -> None:
    texts = (
        "The Orme quake killed at least one person on Monday, police said.",
        "The Orme quake killed at least three people on Monday, police said.",
        "The Orme quake killed at least five people on Monday, police said.",
        "The Orme quake left 24 dead, police said. The mayor said he had seen 24 people dead in the mill and the inn.",
    )
    assert [words for _, words in facts(*texts)] == [
        ("at least one person", "at least three people", "at least five people", "24 dead", "24 people dead")
    ]


def test_a_date_of_the_news_is_no_time_of_a_toll() -> None:
    one = "The trial of Dorian Ash, whose car injured nine people at the Corwen mill, began on Thursday."
    two = "A car ran into a crowd at the Corwen mill on 7 March. Nine were hurt on 7 March as it left the road."
    assert [verdict for verdict, words in facts(one, two) if "nine people" in words] == ["agree"]


def test_the_latest_toll_of_a_day_is_no_conflict_with_an_earlier_one() -> None:
    one = "A quake hit Orme on Monday. The toll stood at 27 at noon, the governor said."
    two = "A quake in Orme on Monday killed 41 people, according to the latest count."
    assert [verdict for verdict, words in facts(one, two) if "41 people" in words] == ["single"]


def test_a_toll_that_rose_is_a_course_in_other_words() -> None:
    texts = ("A blast in Orme left 16 people injured.", "17 Hurt in Orme Blast")
    days = (date(2019, 4, 11), date(2019, 4, 12))
    documents = [Document(id=text, text=text, published=day) for text, day in zip(texts, days, strict=True)]
    assert "16 on 2019-04-11 → 17 on 2019-04-12" in compare(documents, RULES).clusters[0].reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Two fates.
        ("A ferry sank off Orme. Nine people were killed.", "A ferry sank off Orme. Eleven people were hurt."),
        # A part.
        (
            "A ferry sank off Orme. Nine people were killed.",
            "A ferry sank off Orme. Two of the dead were crew: two children died.",
        ),
        # Another time, and another place.
        (
            "A ferry sank off Orme. Nine people were killed.",
            "A ferry is late at Orme. In May 2003 six people were killed on one.",
        ),
        (
            "Nine people were killed in Orme when a wall fell.",
            "Two people were killed in Velm when a wall fell.",
        ),
        # One count includes the dead, or the one who did it.
        (
            "A wall fell in Orme on Monday. Ten people were hurt.",
            "One person was killed and nine others were hurt when a wall fell in Orme on Monday.",
        ),
        (
            "A gunman opened fire in Orme on Monday. Six people were killed, including the gunman.",
            "A gunman killed five people in Orme on Monday.",
        ),
        # Of many events.
        (
            "Police in Orme said 40 people were wounded in 33 shootings on Monday.",
            "A shooting in Orme on Monday left 27 people wounded.",
        ),
        # Deaths of a year.
        (
            "A lorry hit a wall. Nine people were killed.",
            "A lorry hit a wall. So far this year 40 people were killed on the road.",
        ),
    ],
)
def test_other_tolls_do_not_differ(one: str, two: str) -> None:
    assert [each for each in facts(one, two) if each[0] == "differ"] == []


def test_magnitudes_of_one_quake_differ_and_of_another_do_not() -> None:
    texts = (
        "A magnitude 5.9 quake levelled hamlets on Qaren island.",
        "The 6.1-magnitude quake hit Qaren island.",
        "A quake of magnitude 5.9 hit Qaren island. Its 7.4-magnitude and 7.9-magnitude forerunners hit in May.",
    )
    found = [each for each in report(*texts).clusters if each.kind == "quantity" and len(each.claims) > 1]
    assert [(each.verdict, tuple(claim.text for claim in each.claims)) for each in found] == [
        ("differ", ("magnitude 5.9", "6.1-magnitude", "magnitude 5.9"))
    ]


@pytest.mark.parametrize("extra", ["", " The visitors came on foot."])
def test_many_copies_are_one_row_a_fact(extra: str) -> None:
    text = "The fire at the Corwen mill killed nine people on 4 May. It paid a fine of $3.4 million. Sales fell 12%."
    copies = [text] * 60 + [f"{text}{extra}"] * 5
    assert [len(each.claims) for each in report(*copies).clusters] == [65] * 4


@pytest.mark.parametrize(("sum_", "verdicts"), [("3.6", ["differ"]), ("9.6", [])])
def test_sums_of_one_measure_and_bearer_differ_where_they_are_of_one_size(sum_: str, verdicts: list[str]) -> None:
    one = "The Velm port authority paid a fine of $3.4 million over the oil that leaked in May."
    two = f"The Velm port authority paid a ${sum_} million fine on Monday, said its chairman, who is to resign."
    found = (each for each in report(one, two).clusters if each.kind == "money" and len(each.claims) > 1)
    assert [each.verdict for each in found] == verdicts


def money(*texts: str) -> list[tuple[str, int]]:
    """The verdict and the number of documents of each cluster that holds no date."""
    return [
        (each.verdict, len({claim.document for claim in each.claims}))
        for each in report(*texts).clusters
        if each.kind not in ("date", "quote")
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Takings at Brenner Foods slipped to $3.1 billion in the quarter, the grocer said.",
            "Brenner's tills rang up sales of 3.1 billion dollars between April and June.",
        ),
        (
            "The Dorna carried 214 passengers when she struck the Carrow reef.",
            "All 214 travellers were taken off the Dorna by noon.",
        ),
        (
            "The jury found Aldo Finch guilty after eleven hours of deliberation.",
            "It took the jurors 11 hours to convict Finch.",
        ),
        # A hedge, with and without a noun, and three digits.
        (
            "About 3,500 people in Calder were told to leave.",
            "The 3,500 who had to go from Calder slept in halls.",
        ),
        (
            "Norvane is shedding 650 of its posts here in Lindhaven.",
            "Of those whom Norvane does not need, 650 are in Lindhaven.",
        ),
        # Without its unit, and without its period.
        (
            "In Ostmark 47.6 percent were against.",
            "Ostmark's final result shows Yes on 52.4 per cent and No on 47.6.",
        ),
        (
            "Norvane expects to save $240 million a year.",
            "Norvane's restructuring should yield savings of $240m.",
        ),
        # In two units of time.
        (
            "The walkout of the Orme drivers, of 48 hours, was solid.",
            "Orme is without buses: the walkout will last two days.",
        ),
    ],
)
def test_an_equal_value_that_each_report_gives_once_is_one_fact(one: str, two: str) -> None:
    assert ("agree", 2) in money(one, two)


def are_one_by_value(one: str, two: str) -> bool:
    """Whether the first two figures of one value in two reports are one fact by it."""
    documents = [Document(id=name, text=text, published=DAY) for name, text in (("one", one), ("two", two))]
    parsed = {document.id: parse(document, RULES) for document in documents}
    claims = list(claims_of(parsed.values()))
    found = topics(claims, Vocabulary(claims, parsed, RULES))
    pairs = [
        (a, b)
        for a in found
        for b in found
        if a.claim.document < b.claim.document and a.family != "date" and a.key == b.key
    ]
    return is_one_by_value(*pairs[0])


def test_an_equal_value_is_no_evidence_where_it_may_be_of_two_facts() -> None:
    one, two = "The grocer Brenner took $3.1 billion.", "The sheds of Brenner are worth 3.1 billion dollars."
    assert are_one_by_value(one, two)
    assert not are_one_by_value(f"{one} It owes $3.1 billion.", two)
    assert not are_one_by_value("The grocer Brenner took $3.1 billion in 2017.", f"{two[:-1]} in 2019.")
    assert not are_one_by_value(one, "The sheds are worth 3.1 billion dollars.")  # no name in common
    assert not are_one_by_value("Brenner took four lorries.", "The sheds of Brenner have four doors.")
    assert not are_one_by_value("Brenner was shut for a year.", "The sheds of Brenner were let for a year.")


def test_an_odd_count_below_a_thousand_is_evidence_near_a_word_in_common() -> None:
    one, two = "Brenner beat the baker with 51 knockouts.", "By knockout Brenner has had 51 wins in all."
    assert are_one_by_value(one, two)
    assert not are_one_by_value(one, "Brenner went home.\n\nThe mayor saw 51 sheds.")
    assert not are_one_by_value("Brenner has had 50 wins by knockout.", "By knockout Brenner has had 50 wins in all.")
    assert not are_one_by_value("Ruth Brenner has won 51 fights.", "Carla Font, who beat Brenner, has won 51 fights.")


@pytest.mark.parametrize(
    ("one", "two", "texts"),
    [
        # Four people or more, who are the same in few words of the same.
        (
            "Seven young men remained in hospital on Tuesday after a pair of gunmen came to a birthday in East Orme.",
            "Seven men were shot on an Orme street, which the chief of police called senseless.",
            ("Seven young men", "Seven men"),
        ),
        # A few people, of one act.
        (
            "The intruder shot three frightened women who had locked themselves into a bathroom upstairs.",
            "Detectives in Orme say that three women were shot at home before the alarm rang.",
            ("three frightened women", "three women"),
        ),
    ],
)
def test_equal_counts_of_one_measure_are_one_fact(one: str, two: str, texts: tuple[str, ...]) -> None:
    assert ("agree", texts) in facts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Two groups of two.
        ("Two officers were sent to Orme to ask about the theft.", "In the end two officers suffered small cuts."),
        # Small counts of things, of one act.
        (
            "When they took a place near the bottom of the pile and then won the first two games from Velden.",
            "With a poor start and three defeats in a row the Larks are still just two games behind the eighth place.",
        ),
    ],
)
def test_counts_that_stand_everywhere_are_not(one: str, two: str) -> None:
    assert facts(one, two) == []


def test_a_bound_of_the_dead_is_none_of_those_who_took_shelter() -> None:
    one = "More than 600 Freelanders have been killed in the war around Orme."
    two = "More than 300 Freelanders have taken shelter from the war around Orme."
    assert facts(one, two) == []


def test_the_whole_toll_is_joined_before_a_part_of_it() -> None:
    quake = "An earthquake struck the island of Qaren on Tuesday, {}. "
    reports = [
        quake.format("killing at least five people")
        + "In one village a landslide killed one man, officials on Qaren said.",
        quake.format("killing one person") + "Houses fell in the towns of Qaren, officials said.",
        quake.format("killing at least three people")
        + "Rescuers reached the hamlets of Qaren by noon, officials said.",
    ]
    documents = [Document(id=f"d{at}", text=text, published=date(2019, 7, 2)) for at, text in enumerate(reports)]
    tolls = [
        {claim.text for claim in each.claims}
        for each in compare(documents, RULES).clusters
        if len({claim.document for claim in each.claims}) > 1 and each.kind == "count"
    ]
    assert tolls == [{"at least five people", "one person", "at least three people"}]


def test_a_death_toll_outranks_a_part_of_it_in_its_sentence() -> None:
    reports = [
        "The earthquake on Qaren killed six children in a mosque, bringing the death toll to 11, officials said.",
        "The earthquake on the island of Qaren killed 24 people, officials on Qaren said.",
    ]
    documents = [Document(id=f"d{at}", text=text, published=date(2019, 7, 2)) for at, text in enumerate(reports)]
    tolls = [
        [claim.text for claim in each.claims]
        for each in compare(documents, RULES).clusters
        if len({claim.document for claim in each.claims}) > 1 and each.kind in ("count", "number")
    ]
    assert tolls == [["11", "24 people"]]


def tolls_of(*days: tuple[int, str]) -> list[tuple[str, str]]:
    """The verdict and the course of each cluster of counts that two reports or more tell, by the days of July."""
    quake = "An earthquake struck the island of Qaren on Tuesday, injuring {}, officials on Qaren said."
    documents = [
        Document(id=f"d{at}", text=quake.format(text), published=date(2019, 7, day), source=f"outlet {at}")
        for at, (day, text) in enumerate(days)
    ]
    return [
        (each.verdict, each.course)
        for each in compare(documents, RULES).clusters
        if each.kind == "count" and len({claim.document for claim in each.claims}) > 1
    ]


def test_two_tolls_that_are_the_least_known_are_no_conflict() -> None:
    assert tolls_of((2, "at least five people"), (2, "at least 50 people")) == [("held", "")]
    assert tolls_of((2, "five people"), (2, "six people")) == [("differ", "")]


def test_the_least_known_may_rise_far() -> None:
    assert tolls_of((2, "at least five people"), (3, "70 people")) == [("single", "5 on 2019-07-02 → 70 on 2019-07-03")]
    assert tolls_of((2, "five people"), (3, "70 people")) == []
