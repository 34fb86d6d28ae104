"""A document is read by the rules of its language; rules of different languages are never loaded together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.model import Document
from factcheck.read import documents
from factcheck.read.language import language_code
from factcheck.ruleset import Ruleset, load_rules
from factcheck.segment import parse

# A made-up language with the lists and settings that cutting a text asks for.
TOKENS = """
[lists]
function_word = ["blo"]
cardinal = { dva = "2" }
past_verb = []
clause_joint = []
comparison_link = []
synonym = { barka = "boat" }
name_with_mark = []
sentence_starter = ["Blo"]
sentence_cue = []
abbreviation_before_name = ["Pn"]

[settings.tokens]
classes = ["function_word", "cardinal"]
cased = ["sentence_starter", "abbreviation_before_name"]
abbreviations = ["abbreviation_before_name"]
no_concept = ["function_word"]
possessive = ["'s", "s'"]
endings = {}
least_before_ending = 4

[settings.stem]
endings = [["ami", 2, ""]]
least = 4
doubled = []
silent = "e"
last = {}

[settings.segment]
line_widths = [40, 130]
full_lines = 0.8
stopped_lines = 0.6
headline_words = [3, 18]
prose_words = 8
article_words = 40
"""


@pytest.fixture
def own_rules(tmp_path: Path) -> Ruleset:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "tokens.toml").write_text(TOKENS, encoding="utf-8")
    (tmp_path / "all.toml").write_text('[lists]\nfunction_word = ["blurgh"]\n', encoding="utf-8")
    return load_rules(tmp_path)


def test_a_document_is_segmented_by_the_rules_of_its_language(own_rules: Ruleset) -> None:
    text = "Blo Pn. Nova the barkami. Blo two."
    parsed = parse(Document(id="a", text=text, language="xx"), own_rules)
    assert parsed.ruleset.language == "xx"
    assert [form.concept for form in parsed.tokens.forms if form.concept] == ["pn", "nova", "the", "bark", "two"]
    assert [text[each.start : each.end] for each in parsed.sentences] == ["Blo Pn. Nova the barkami.", "Blo two."]


def test_a_document_without_a_language_is_read_as_english(own_rules: Ruleset) -> None:
    parsed = parse(Document(id="a", text="the blurgh barkami"), own_rules)
    assert parsed.ruleset is own_rules
    assert [form.concept for form in parsed.tokens.forms] == ["", "", "barkami"]


def test_a_language_without_rules_is_read_by_the_default_rules(own_rules: Ruleset) -> None:
    assert own_rules.reading("yy") is own_rules
    assert own_rules.reading("en") is own_rules


def test_a_language_loads_no_list_of_another(own_rules: Ruleset) -> None:
    other = own_rules.reading("xx")
    assert set(other.words("function_word")) == {"blo", "blurgh"}
    assert "blo" not in own_rules.words("function_word")
    assert "weekday" not in other.lists
    assert other.setting("quantity.exact_below") == own_rules.setting("quantity.exact_below")
    assert own_rules.reading("xx") is other


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en-GB", "en"), ("ES", "es"), ("pt_BR.UTF-8", "pt"), ("", None), (None, None), ("English", None), ("e1", None)],
)
def test_the_code_of_a_language_tag(stated: str | None, code: str | None) -> None:
    assert language_code(stated) == code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\nlang: es-MX\n---\nHola.\n"),
        ("a.html", '<html lang="es-MX"><body><p>Hola.</p></body></html>'),
        ("a.jsonl", json.dumps({"id": "a", "text": "Hola.", "language": "es-MX"})),
    ],
)
def test_files_state_their_language(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (document,) = documents([tmp_path / name])
    assert document.language == "es"
