"""Sentences copied from a source with a change that reverses or limits the meaning."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from factcheck import check, load_rules
from factcheck.altered_wording import FINDING, senses_of
from factcheck.errors import RuleError
from factcheck.model import Document, Finding, Places, Sentence
from factcheck.pipeline import explain, prepare
from factcheck.ruleset import Rule, Ruleset

RULES = load_rules()
DAY = date(2019, 6, 5)


def altered(draft: str, *sources: str) -> list[Finding]:
    written = Document(id="draft", text=draft, published=DAY, places=Places(draft))
    known = [Document(id=f"source-{number}", text=text, published=DAY) for number, text in enumerate(sources)]
    return [each for each in check([written], known, RULES).findings if each.rule == FINDING]


def messages(draft: str, *sources: str) -> list[str]:
    return [each.message for each in altered(draft, *sources)]


@pytest.mark.parametrize(
    ("draft", "source", "message"),
    [
        (
            "The terms of the ferry contract were disclosed on the island.",
            "The terms of the ferry contract were not disclosed on the island.",
            "negation dropped: “disclosed”, where source-0 has “not disclosed”",
        ),
        (
            "The terms of the ferry contract were not disclosed on the island.",
            "The terms of the ferry contract were disclosed on the island.",
            "negation added: “not disclosed”, where source-0 has “disclosed”",
        ),
        (
            "The harbour office did answer the letters of the fishermen.",
            "The harbour office didn’t answer the letters of the fishermen.",
            "negation changed: “did”, where source-0 has “didn’t”",
        ),
        (
            "Nobody had met the smuggler before the ship came in.",
            "Nobody had met the alleged smuggler before the ship came in.",
            "qualification dropped: “smuggler”, where source-0 has “alleged smuggler”",
        ),
        (
            "The harbour master of Velden told the court about the ship.",
            "The former harbour master of Velden told the court about the ship.",
            "qualification dropped: “harbour”, where source-0 has “former harbour”",
        ),
        (
            "Landings of herring in the bay climbed for the second spring in a row.",
            "Landings of herring in the bay dropped for the second spring in a row.",
            "direction changed: “climbed”, where source-0 has “dropped”",
        ),
        (
            "After a long night the council rejected the new mole.",
            "After a long night the council approved the new mole.",
            "contrary changed: “rejected”, where source-0 has “approved”",
        ),
        (
            "The last boat with the crew came in before 7 p.m. in heavy rain.",
            "The last boat with the crew came in around 7 p.m. in heavy rain.",
            "bound changed: “before”, where source-0 has “around”",
        ),
        (
            "More than three weeks passed until the wreck was found.",
            "Nearly three weeks passed until the wreck was found.",
            "bound changed: “More than”, where source-0 has “Nearly”",
        ),
        (
            "The season was good, said the analyst of Insel 46 in the capital.",
            "The season was good, said the analyst of Insel 64 in the capital.",
            "figure changed: “46”, where source-0 has “64”",
        ),
        (
            "The council meets in the old hall on the second Monday of each month.",
            "The council meets in the old hall on the second Tuesday of each month.",
            "day changed: “Monday”, where source-0 has “Tuesday”",
        ),
        (
            "It was all over within a minute, Brandt said when the crew came ashore.",
            "It was all over within a minute, Lindqvist said when the crew came ashore.",
            "speaker changed: “Brandt”, where source-0 has “Lindqvist”",
        ),
        (
            "The cells were 8-by-12 meters, with walls of concrete.",
            "The cells were 8-by-12 feet, with walls of concrete.",
            "unit changed: “meters”, where source-0 has “feet”",
        ),
        (
            "Outside the old school hundreds sought shelter from the storm.",
            "Outside the old school thousands sought shelter from the storm.",
            "scale changed: “hundreds”, where source-0 has “thousands”",
        ),
    ],
)
def test_a_change_that_alters_the_meaning_is_reported(draft: str, source: str, message: str) -> None:
    assert messages(draft, source) == [message]
    assert messages(source, source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The office did not answer the letters of the crew.", "The office didn’t answer the letters of the crew."),
        ("The office failed to answer the letters of the crew.", "The office did not answer the letters of the crew."),
        ("They sold at least 500 boxes in the hall.", "They sold not less than 500 boxes in the hall."),
        ("Few of the crew came ashore in the night.", "Not many of the crew came ashore in the night."),
        ("The repair of the mole took a week in spring.", "The repair of the mole took seven days in spring."),
        ("Landings in the bay fell for the second spring.", "Landings in the bay dropped for the second spring."),
        ("They sold about 500 boxes of herring in the hall.", "They sold nearly 500 boxes of herring in the hall."),
        ("It was the 11th fire in the old market hall.", "It was the eleventh fire in the old market hall."),
        ("The mayor welcomed the plan for the new mole.", "The mayor signed the plan for the new mole."),
        ("The crew met the not very talkative new mate.", "The crew of the ferry has no new mate in summer."),
        (
            "It was over within a minute, Police said in town.",
            "It was over within a minute, Witnesses said in town. No witnesses or police were hurt.",
        ),
        ("It was over within a minute, He said in the hall.", "It was over within a minute, Brandt said in the hall."),
        ("Posted in Velden by the harbour office at 15:37.", "Posted in Velden by the harbour office at 16:37."),
        ("The note was not read.", "The note was read."),
    ],
)
def test_synonyms_and_other_sentences_are_not_reported(draft: str, source: str) -> None:
    assert messages(draft, source) == []


def test_wording_that_another_source_has_is_not_reported() -> None:
    draft = "The terms of the ferry contract were disclosed on the island."
    source = "The terms of the ferry contract were not disclosed on the island."
    assert len(messages(draft, source)) == 1
    assert messages(draft, source, draft) == []
    assert messages(draft, source, f"It is known: {draft[0].lower()}{draft[1:]}") == []


def test_a_bound_that_another_source_has_is_not_reported() -> None:
    draft = "The man fell more than 600 metres from the ridge above Velden."
    source = "The man fell about 600 metres from the ridge above Velden."
    assert len(check_all(draft, source)) == 1
    other = "It was a fall of more than 600 metres, the guide from Velden said of the man on the ridge."
    assert check_all(draft, source, other) == []


def check_all(draft: str, *sources: str) -> list[str]:
    written = Document(id="draft", text=draft, published=DAY)
    known = [Document(id=f"source-{number}", text=text, published=DAY) for number, text in enumerate(sources)]
    return [each.rule for each in check([written], known, RULES).findings if each.severity.name != "note"]


def test_a_figure_is_reported_once_and_a_correct_rounding_not_at_all() -> None:
    sentence = "The harbour of Porto Lindo counted {} ships for the ministry."
    assert check_all(sentence.format("48,300"), sentence.format("43,800")) == ["number-differs"]
    assert check_all(sentence.format("1.7 million"), sentence.format("1.65 million")) == []


def test_a_change_inside_a_quotation_is_left_to_the_quotation() -> None:
    draft = "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town."
    source = "“We will not open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town."
    assert check_all(draft, source) == ["quote-altered"]


def test_the_last_word_is_shown_with_the_word_before_it() -> None:
    assert messages("In the end the crew of the ferry did.", "In the end the crew of the ferry did not.") == [
        "negation dropped: “did”, where source-0 has “did not”"
    ]


def test_a_clause_of_a_longer_sentence_is_a_copy_too() -> None:
    source = "In the morning the crew said that the lights of the old mole were not lit on Sunday, and went home."
    assert messages("The lights of the old mole were lit on Sunday.", source) == [
        "negation dropped: “lit”, where source-0 has “not lit”"
    ]


def test_letters_beyond_ascii() -> None:
    source = "Die Fähre – the ferry of São Tomé – was not seen in the harbour."
    assert messages("Die Fähre – the ferry of São Tomé – was seen in the harbour.", source) == [
        "negation dropped: “seen”, where source-0 has “not seen”"
    ]


def test_the_finding_points_at_the_words_and_shows_the_sentence() -> None:
    draft = "It rained.\n\nThe terms of the ferry contract were disclosed on the island."
    source = "The terms of the ferry contract were not disclosed on the island."
    (found,) = altered(draft, source)
    assert draft[found.start : found.end] == "disclosed" and (found.line, found.column) == (3, 38)
    (evidence,) = found.evidence
    assert (evidence.relation, evidence.quote, evidence.claim.text) == ("different", source, "not disclosed")
    assert (evidence.claim.value.role, evidence.claim.rule) == ("passage", "wording/negation")
    assert found.severity.name == "error" and found.fingerprint


def test_a_qualification_is_a_warning() -> None:
    (found,) = altered(
        "Nobody had met the smuggler before the ship came in.",
        "Nobody had met the alleged smuggler before the ship came in.",
    )
    assert found.severity.name == "warning"


def test_explain_gives_the_passage_a_place_among_the_claims() -> None:
    source = Document(id="source", text="The terms of the contract for 43,800 crossings were not disclosed in June.")
    draft = Document(id="draft", text="The terms of the contract for 43,800 crossings were disclosed in June.")
    found = explain(prepare([source], RULES), draft)
    assert [each.judged.claim.text for each in found] == ["43,800 crossings", "disclosed", "June"]
    assert [each.rule for each in found[1].findings] == [FINDING] and found[1].findings[0].fingerprint
    assert found[1].judged.verdict == "differ"


def test_a_rule_with_an_unknown_reading_is_an_error() -> None:
    odd = Rule("wording/odd", "odd", reading="guessed", path="odd.toml")
    ruleset = Ruleset((odd,), RULES.lists, RULES.parts, RULES.settings)
    with pytest.raises(RuleError, match="no reading 'guessed'"):
        senses_of(ruleset)
    with pytest.raises(RuleError, match="needs a reading"):
        senses_of(Ruleset((replace(odd, reading=None),), RULES.lists, RULES.parts, RULES.settings))


@pytest.mark.parametrize(
    ("draft", "source", "message"),
    [
        (
            "Boys were three times more likely than girls to drop out.",
            "Girls were three times more likely than boys to drop out.",
            "places changed: “Boys were three times more likely than girls”, where source-0 has “Girls were three "
            "times more likely than boys”",
        ),
        (
            "Profit fell to $73 million, or 69 cents a share, from $158 million, or 31 cents a share, a year earlier.",
            "Profit fell to $73 million, or 31 cents a share, from $158 million, or 69 cents a share, a year earlier.",
            "places changed: “69 cents a share, from $158 million, or 31”, where source-0 has “31 cents a share, from "
            "$158 million, or 69”",
        ),
    ],
)
def test_two_that_changed_places_are_reported(draft: str, source: str, message: str) -> None:
    assert messages(draft, source) == [message]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "The ferry calls at Orme, Skarn and Harsk in the summer months.",
            "The ferry calls at Harsk, Skarn and Orme in the summer months.",
        ),
        (
            "In the cup on Sunday Orme drew with Harsk at the old ground.",
            "In the cup on Sunday Harsk drew with Orme at the old ground.",
        ),
        (
            "Boys and girls were as likely to drop out of the school.",
            "Girls and boys were as likely to drop out of the school.",
        ),
    ],
)
def test_what_may_change_places_is_not_reported(draft: str, source: str) -> None:
    assert messages(draft, source) == []


def test_the_quick_test_of_a_word_passes_all_that_a_rule_finds() -> None:
    texts = [example.text for sense in senses_of(RULES) for example in sense.rule.examples]
    texts += [text.upper() for text in texts] + [text.title() for text in texts]
    found = 0
    for sense in senses_of(RULES):
        for text in texts:
            for mark in sense.marks(text, Sentence(0, len(text), 0)):
                words = [word[0] for word in re.finditer(r"[^\W_]+", text) if word.start() < mark.end()]
                inside = [word for word in words if word in mark[0]]
                assert inside and all(sense.may_mark(word) for word in inside), (sense.rule.id, mark[0])
                found += 1
    assert found > 100


def test_the_quick_test_leaves_out_the_words_that_a_list_lacks() -> None:
    senses = {sense.rule.id: sense for sense in senses_of(RULES)}
    assert senses["wording/contrary"].may_mark("Won") and not senses["wording/contrary"].may_mark("Zephyrs")
    assert senses["wording/doubt"].may_mark("alleged") and not senses["wording/doubt"].may_mark("miller")
    assert senses["wording/negation"].may_mark("miller")  # more than a list: it must be searched for
    assert senses["wording/doubt"].may_mark("Zéphyr")  # a letter beyond ASCII may be written in two ways
