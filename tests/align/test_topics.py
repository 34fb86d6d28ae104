"""Topics, their scores, and the clusters that grow from them."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.align import Index, Topic, Vocabulary, align, candidates, one_sentence, rarity_of_value, topics
from factcheck.align.candidates import PairIndex
from factcheck.align.clusters import clusters
from factcheck.extract import claims_of
from factcheck.model import Document
from factcheck.ruleset import load_rules
from factcheck.segment import parse

RULES = load_rules()
DAY = date(2024, 5, 16)


def topics_of(*texts: str, quotes: bool = False) -> list[Topic]:
    documents = [Document(id=f"d{number}", text=text, published=DAY) for number, text in enumerate(texts)]
    parsed = {document.id: parse(document, RULES) for document in documents}
    claims = [claim for claim in claims_of(parsed.values()) if quotes or claim.kind != "quote"]
    return topics(claims, Vocabulary(claims, parsed, RULES))


def score(one: str, two: str) -> float:
    first, second = topics_of(one, two)
    found = align(first, second, RULES).score
    assert found == align(second, first, RULES).score
    return found


def grouped(*texts: str) -> list[list[str]]:
    return [[topic.claim.text for topic in group] for group in clusters(topics_of(*texts), RULES)]


def test_the_same_words_score_full() -> None:
    assert score("The blaze killed 12 miners in Orel.", "The blaze killed 12 miners in Orel.") == 1.0


def test_another_noun_scores_less() -> None:
    same = score("The blaze killed 12 miners in Orel.", "The Orel blaze left 12 miners dead.")
    other = score("The blaze killed 12 miners in Orel.", "The Orel blaze left 12 horses dead.")
    assert same > other


def test_synonyms_meet() -> None:
    assert score("Police said 12 miners died.", "Officers said 12 miners were killed.") > score(
        "Police said 12 miners died.", "Officers said 12 miners were freed."
    )


def test_claims_of_one_sentence_are_two_facts() -> None:
    first, second = topics_of("The blaze killed 12 miners and wounded 30 miners in Orel.")
    assert one_sentence(first, second)
    assert grouped("The blaze killed 12 miners and wounded 30 miners in Orel.") == [["12 miners"], ["30 miners"]]


def test_equal_figures_about_other_things_stay_apart() -> None:
    assert grouped("The town has 4,200 voters.", "A ferry sank with 4,200 sheep on board.") == [
        ["4,200 voters"],
        ["4,200 sheep"],
    ]


def test_two_wordings_of_one_fact_join() -> None:
    one = "Repairs to the Sel bridges will cost $24 million, the county said."
    two = "The county put the price of repairs to the bridges at $24 million."
    assert grouped(one, two) == [["$24 million", "$24 million"]]


@pytest.mark.parametrize(
    ("text", "rarity"),
    [
        ("It took in 143,057 refugees.", "rare"),
        ("It cost $24 million.", "telling"),
        ("It opened on 3 May 2011.", "telling"),
        ("Two men fled.", "common"),
        ("It rained on Monday.", "common"),
    ],
)
def test_how_telling_a_value_is(text: str, rarity: str) -> None:
    (topic,) = topics_of(text)
    assert rarity_of_value(topic.claim) == rarity


def test_index_finds_by_rare_words_and_by_value() -> None:
    mine, other, equal, unlike = topics_of(
        "The Orel blaze killed 12 miners.",
        "In Orel the blaze killed 14 miners.",
        "A ferry carried 12 sheep.",
        "The council hired 7 clerks.",
    )
    near = Index([other, equal, unlike], [mine]).near(mine)
    assert near[:1] == [other]
    assert equal in near
    assert unlike not in near


TOLD = (
    "The Orel blaze killed 12 miners in 2016.",
    "In Orel the blaze killed 14 miners on 2 May 2016.",
    "A ferry carried 12 sheep for 4 percent of its $300 fare.",
    "The council hired 7 clerks. They said the blaze in Orel cost $300.",
    "“The blaze in Orel was the worst we saw,” Mayor Ann Lee said on 2 May 2016.",
    "“We saw the worst of the blaze,” said Ann Lee.",
)


def test_an_index_for_some_finds_for_these_what_the_whole_one_does() -> None:
    asked, told = [], []
    for topic in topics_of(*TOLD, quotes=True):
        (asked if topic.claim.document in ("d0", "d5") else told).append(topic)
    assert {topic.family for topic in asked} < {topic.family for topic in told}
    some = Index(told, asked)
    for topic in asked:
        assert some.near(topic) == PairIndex([*told, topic]).near(topic)
    assert {topic.family for topic in asked if some.near(topic)} == {"number", "date", "quote"}


@pytest.mark.parametrize("least_as_bits", [0, 9_999])
def test_all_topics_are_looked_up_among_each_other_in_the_order_of_the_text(
    least_as_bits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_LEAST_AS_BITS", least_as_bits)
    told = topics_of(*(text for text in TOLD for _ in range(10)), quotes=True)
    index = PairIndex(reversed(told))
    for topic in told:
        alike = [each for each in told if each.family == topic.family and each is not topic]
        assert index.near(topic, 7) == Index(alike, [topic]).near(topic, 7)


@pytest.mark.parametrize("most", range(1, 8))
def test_the_nearest_come_first_however_many_are_asked_for(most: int) -> None:
    mine, *others = topics_of(*(text for text in TOLD for _ in range(3)))
    for index in (Index(others, [mine]), PairIndex([mine, *others])):
        assert index.near(mine, most) == index.near(mine, 99)[:most]


def test_the_stems_of_a_claim_are_those_that_have_a_weight() -> None:
    for topic in topics_of(*TOLD, quotes=True):
        every = frozenset(topic.weights)
        assert topic.among(every | {"elsewhere", "#99"}) == every
