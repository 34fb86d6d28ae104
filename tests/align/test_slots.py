"""Two statements slot by slot, near copies, and whether one value states another."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, load_rules
from factcheck.align import Vocabulary, topics
from factcheck.align.precision import states
from factcheck.align.slots import SlotRelation, near_copies, slots_of
from factcheck.align.topic import Topic
from factcheck.extract import claims_of
from factcheck.kinds import room_of
from factcheck.kinds.quotation.utterance import one_utterance
from factcheck.model import Comparison, Difference, Document, Quotation
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2020, 5, 4)


def two(one: str, other: str) -> tuple[Topic, Topic]:
    """The topics of the last claims of two texts."""
    parsed = {
        name: parse(Document(id=name, text=text, published=DAY), RULES) for name, text in (("a", one), ("b", other))
    }
    claims = {name: list(claims_of([each])) for name, each in parsed.items()}
    found = topics([*claims["a"], *claims["b"]], Vocabulary([*claims["a"], *claims["b"]], parsed, RULES))
    last = {each.claim.document: each for each in found}
    return last["a"], last["b"]


@pytest.mark.parametrize(
    ("one", "other", "slot", "relation"),
    [
        ("Profit rose to $3.4 million.", "Profit fell to $2.1 million.", "measure", SlotRelation.SAME),
        ("Profit rose to $3.4 million.", "Debt rose to $2.1 million.", "measure", SlotRelation.CONFLICTING),
        ("The quake killed 48 people.", "In all 51 people died.", "event", SlotRelation.SAME),
        ("The quake killed 48 people.", "The quake injured 51 people.", "event", SlotRelation.CONFLICTING),
        ("The storm hurt 48 miners.", "The storm hurt 51 nurses.", "measure", SlotRelation.CONFLICTING),
        ("The storm hurt 48 miners.", "The storm hurt 51 people.", "measure", SlotRelation.COMPATIBLE),
        ("They will spend $3.4 million.", "They spent $2.1 million.", "state", SlotRelation.CONFLICTING),
        ("Sales rose by 12 percent.", "Sales fell by 14 percent.", "change", SlotRelation.CONFLICTING),
        ("Orme Rail hired 48 people.", "Velden Steel hired 51 people.", "bearer", SlotRelation.CONFLICTING),
        ("Orme Rail hired 48 people.", "The company hired 51 people.", "bearer", SlotRelation.COMPATIBLE),
        ("Marta Quell won 48% of the vote.", "Dorian Ash won 48% of the vote.", "bearer", SlotRelation.CONFLICTING),
        ("Marta Quell won 48% of the vote.", "Ms Quell won 48% of the vote.", "bearer", SlotRelation.SAME),
        ("It was 48.", "The storm hurt 51 nurses.", "measure", SlotRelation.UNKNOWN),
        ("The World Health Organization hired 48 people.", "The WHO hired 51 people.", "bearer", SlotRelation.SAME),
        # Whom a pronoun means makes two bearers the same, and never two.
        ("Marta Quell ran. She won 48% of the vote.", "Ms Quell won 48% of the vote.", "bearer", SlotRelation.SAME),
        ("Marta Quell ran. She won 48% of the vote.", "Dorian Ash won 48%.", "bearer", SlotRelation.UNKNOWN),
        # Where a move ended is what is so since; where it began is what was so before.
        ("Sales rose to 48 boats.", "Sales were 48 boats.", "change", SlotRelation.SAME),
        ("Sales rose from 48 boats.", "Sales were 48 boats.", "change", SlotRelation.CONFLICTING),
        ("Sales rose from 48 boats in May.", "Sales were 48 boats in May.", "change", SlotRelation.SAME),
        ("In 2018 it sold 48 boats.", "In 2019 it sold 48 boats.", "when", SlotRelation.CONFLICTING),
        ("Last year it sold 48 boats.", "Last year it sold 48 boats.", "when", SlotRelation.SAME),
    ],
)
def test_slots_are_compared_alike_from_both_sides(one: str, other: str, slot: str, relation: SlotRelation) -> None:
    first, second = two(one, other)
    assert slots_of(first, second).of(slot) is relation
    assert slots_of(second, first).of(slot) is relation


def test_near_copies_share_most_words_or_what_stands_before_the_figure() -> None:
    copied = two("In May the yard at Orme built 48 boats.", "In May the yard at Orme built 51 boats.")
    begun = two("The yard at Orme has 48 boats.", "The yard at Orme has 51 workers, of whom most live near the quay.")
    other = two("The yard at Orme built 48 boats.", "A court in Velden fined 51 drivers.")
    assert [near_copies(*each) for each in (copied, begun, other)] == [True, True, False]


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("It cost $4.37 million.", "It cost $4.37 million.", True),
        ("It cost $4.4 million.", "It cost $4.37 million.", True),
        ("It cost $4.37 million.", "It cost $4.4 million.", False),
        ("It cost $4.37 million.", "It cost more than $4 million.", False),
        ("It cost more than $4 million.", "It cost $4.37 million.", True),
        ("It opened on 3 May 2017.", "It opened in May 2017.", False),
        ("It opened in May 2017.", "It opened on 3 May 2017.", True),
    ],
)
def test_a_source_states_a_value_that_it_gives_as_precisely(draft: str, source: str, expected: bool) -> None:
    first, second = two(draft, source)
    comparison = room_of(first.claim.kind).compare(first.value, second.value, RULES)
    assert comparison.relation in ("same", "consistent")
    assert states(first.value, second.value, comparison) is expected


def quotation(words: str, speaker: str | None) -> Quotation:
    return Quotation(quote=words, speaker=speaker)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            ("we will not leave the valley this year", "Ann Orr"),
            ("we will never leave the valley this year", "Orr"),
            True,
        ),
        (("we will not leave the valley this year", "Ann Orr"), ("we will leave the farm next year", "Orr"), False),
        (("we will not leave the valley", "Ann Orr"), ("they will not leave the valley", "Jo Lund"), False),
        (("the wall is gone and we heard it go", "Orr"), ("the roof is gone and we heard it go", "Jo Lund"), True),
    ],
)
def test_two_wordings_give_one_utterance(one: tuple[str, str], other: tuple[str, str], *, expected: bool) -> None:
    differ = Comparison("different", Difference.WORDS_CHANGED, "")
    assert one_utterance(quotation(*one), quotation(*other), differ, RULES) is expected
    assert one_utterance(quotation(*other), quotation(*one), differ, RULES) is expected


def verdicts(draft: str, source: str) -> list[tuple[str, str]]:
    """The verdicts on a draft's claims."""
    report = check(
        [Document(id="draft", text=draft, published=DAY)], [Document(id="source", text=source, published=DAY)], RULES
    )
    return [(each.claim.text, each.verdict) for each in report.judged]


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        (
            "Orme Rail said that debt rose to $340 million in the year.",
            "Profit at Orme Rail rose to $281 million, the railway said on Monday.",
            ("$340 million", "unsupported"),
        ),
        (
            "Police in Orme said that the storm killed 48 people.",
            "The storm injured 72 people in Orme, the police chief said.",
            ("48 people", "unsupported"),
        ),
        (
            "Debt at Orme Rail rose to $340 million, it said.",
            "The railway said on Monday that the debt of Orme Rail had risen to $281 million in the year.",
            ("$340 million", "differ"),
        ),
        (
            "The storm killed 48 people in Orme, police said.",
            "Police in Orme said that 72 people had died in the storm.",
            ("48 people", "differ"),
        ),
    ],
)
def test_only_another_value_of_the_same_statement_contradicts(
    draft: str, source: str, expected: tuple[str, str]
) -> None:
    assert expected in verdicts(draft, source)
