"""Words that a user adds to a list are recognised wherever the built-in words of that list are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model import Claim, Document, Quantity, Quotation
from factcheck.ruleset import Ruleset, load_rules

PUBLISHED = date(2017, 2, 23)
Layered = Callable[[str], Ruleset]


@pytest.fixture
def layered(tmp_path: Path) -> Layered:
    """Return a loader of the built-in rules with one rule file of a user on top."""

    def load(toml: str) -> Ruleset:
        (tmp_path / "own.toml").write_text(toml, encoding="utf-8")
        return load_rules(tmp_path)

    return load


def claims(text: str, rules: Ruleset) -> list[Claim]:
    """Return the claims that the whole pipeline extracts from a text."""
    return list(pipeline.extract([Document(id="t", text=text, published=PUBLISHED)], rules))


def test_added_scale_is_multiplied_by_a_quantifier(layered: Layered) -> None:
    rules = layered(
        '[lists]\nscale = { milliard = "1000000000" }\nscale_plural = { milliards = "1000000000" }\n'
        'vague = { milliards = "2000000000..9999999999" }\n'
    )
    (claim,) = claims("The bank lost several milliard euros.", rules)
    assert isinstance(claim.value, Quantity)
    assert (claim.value.low, claim.value.high, claim.value.unit) == (3 * 10**9, 9 * 10**9, "EUR")
    assert claim.text == "several milliard euros"


def test_numbers_after_added_kin_are_ages(layered: Layered) -> None:
    rules = layered('[lists]\nkin = ["stepson", "stepsons"]\n')
    found = claims("She leaves two stepsons, 9 and 6.", rules)
    assert [(c.kind, c.text) for c in found if c.kind == "age"] == [("age", "9"), ("age", "6")]


@pytest.mark.parametrize("text", ["The bridge is safe, per Mayor Holt: “It held.”", "“It held,” per Mayor Holt."])
def test_added_attributing_preposition_names_the_speaker(text: str, layered: Layered) -> None:
    rules = layered('[lists]\nquote_according = ["per"]\n')
    (claim,) = (found for found in claims(text, rules) if isinstance(found.value, Quotation))
    assert isinstance(claim.value, Quotation)
    assert (claim.value.speaker, claim.value.cue) == ("Holt", "per")


# A list, one of its built-in words, a made-up word that a user adds, their common meaning, and sentences. Each sentence
# must give the same claims with either word.
ADDED_WORDS = [
    (
        "scale",
        "million",
        "zillard",
        "1000000",
        [
            "It cost 3 {} euros.",
            "The bank lost several {} euros.",
            "A quarter {} people voted.",
            "It paid 75 USD {} in cash.",
            "Between 3 and 5 {} people came.",
            "Another {} people left.",
        ],
    ),
    (
        "month",
        "October",
        "Zoctober",
        "10",
        [
            "It opened on 5 {} 2016.",
            "{} 3, 2016, was wet.",
            "In {} the mill closed.",
            "Since {} sales have been the best.",
        ],
    ),
    (
        "weekday",
        "Tuesday",
        "Zuesday",
        "2",
        [
            "It opened on {}.",
            "The board will meet on {}.",
            "Doors open at 3 p.m. in the region {}.",
            "It rained {} night.",
        ],
    ),
    ("kin", "sons", "zons", "zons", ["She leaves two {}, 9 and 6.", "Her {} Tom, 12, and Ben, nine, survived."]),
    (
        "hedge",
        "roughly",
        "zoughly",
        "about",
        ["It cost {} 300 euros.", "{} 40 people came.", "{} a third of voters agreed.", "The strike cost {} $2.4m."],
    ),
    (
        "hedge_after",
        "or more",
        "or zore",
        "at_least",
        ["It cost 300 euros {}.", "He ran 50 miles {}.", "Now 50 {} came."],
    ),
    (
        "unit",
        "kilometres",
        "zilometres",
        "kilometer",
        [
            "It is 30 {} long.",
            "The train did 80 {} an hour.",
            "They walked several thousand {}.",
            "It is 3 to 5 {} away.",
        ],
    ),
    (
        "currency_name",
        "euros",
        "zuros",
        "EUR",
        [
            "It cost 30 {}.",
            "They lost several million {}.",
            "He earns 30 {} an hour.",
            "The fine was half a million {}.",
        ],
    ),
    ("person_noun", "welder", "zelder", "zelder", ["The {}, 24, was unhurt.", "A {} (31) was held."]),
    (
        "cardinal",
        "seven",
        "zeven",
        "7",
        ["The flood killed {} men.", "One in {} voters agreed.", "It lasted {} weeks.", "It took {} hundred men."],
    ),
    ("multiplier", "tripled", "zripled", "3", ["Sales {} in 2016.", "The toll {}."]),
    ("state", "dead", "zead", "zead", ["The blast left one {}.", "Dozens were {} in the fire."]),
    ("percent_name", "percent", "zercent", "zercent", ["Sales grew in the mid-single digits {}.", "One {} agreed."]),
    ("minus_word", "minus", "zinus", "zinus", ["It was {} 20 degrees Celsius.", "It fell to {} 5."]),
    ("age_unit", "months", "zonths", "month", ["The girl is 18 {} old.", "The boy was 9 {} of age."]),
    ("deictic", "yesterday", "zesterday", "-1", ["The ferry sank {}.", "The ferry sank {} morning."]),
    (
        "clock_word",
        "noon",
        "zoon",
        "12",
        ["It closed at {}.", "The talks ran from 9 a.m. to {}.", "It rang at half past {}."],
    ),
    (
        "quote_speech_verb",
        "shout",
        "zhout",
        "",
        ["“Go home,” Kelly {}ed.", "Kelly {}ed: “Go home.”", "“Go home,” {}ed Kelly.", "“Go home,” the mayor {}s."],
    ),
    (
        "quote_role",
        "banker",
        "zanker",
        "zanker",
        [
            "“Go home,” said {} Tom Hale.",
            "The {} of the union, Tom Hale, said “go home.”",
            "A {} for the city said “go home.”",
            "“Go home,” a {} at the bank, Tom Hale, said.",
        ],
    ),
    (
        "quote_according",
        "according to",
        "zer",
        "zer",
        ["“It held,” {} Tom Hale.", "The bridge “held,” {} the mayor.", "It is safe, {} Tom Hale: “It held.”"],
    ),
    ("quote_noun_cue", "remark", "zemark", "zemark", ["Kelly’s {} that “it is over” hurt.", "His {}: “It is over.”"]),
]


def claim_rows(text: str, rules: Ruleset) -> list[tuple[str, str, str]]:
    """Return kind, text and value of each claim of a text."""
    return [(claim.kind, claim.text, repr(claim.value)) for claim in claims(text, rules)]


@pytest.mark.parametrize(
    ("name", "word", "own", "meaning", "frames"), ADDED_WORDS, ids=[case[0] for case in ADDED_WORDS]
)
def test_added_word_is_read_like_the_built_in_words(
    name: str, word: str, own: str, meaning: str, frames: list[str], layered: Layered
) -> None:
    rules = layered(f'[lists]\n{name} = {{ "{own.lower()}" = "{meaning}" }}\n')
    plain = load_rules()
    for frame in frames:
        built_in = claim_rows(frame.format(word), plain)
        # The text and noun of a claim repeat the surface form, so the added word is replaced before the comparison.
        added = [
            (kind, text.replace(own, word), value.replace(own, word))
            for kind, text, value in claim_rows(frame.format(own), rules)
        ]
        assert added == built_in, frame
    assert any(claim_rows(frame.format(own), plain) != claim_rows(frame.format(own), rules) for frame in frames)
