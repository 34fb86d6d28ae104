"""A document is read by the rules of its language; rules of different languages are never loaded together."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.errors import DocumentError, IncompleteLanguageError, RuleError
from factcheck.model import Document
from factcheck.read import documents
from factcheck.read.language import language_code
from factcheck.ruleset import LANGUAGE_LISTS, LANGUAGE_SETTINGS, Ruleset, load_rules
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


ARTICLE = "Blo Pn. Nova the barkami. “Blo two,” 45 of them on 3 May 2017."
OTHER = Document(id="other", text=ARTICLE, language="xx")
ENGLISH = Document(id="english", text="The fire killed 45 people on 3 May 2017.")
Load = Callable[[str], Ruleset]


@pytest.fixture
def layered(tmp_path: Path) -> Load:
    """Return a loader of the built-in rules with a file of the made-up language."""

    def load(toml: str) -> Ruleset:
        (tmp_path / "xx").mkdir()
        (tmp_path / "xx" / "tokens.toml").write_text(toml, encoding="utf-8")
        return load_rules(tmp_path)

    return load


def without(toml: str, table: str, name: str) -> str:
    """Remove a list or setting, given its table, from rules."""
    kept, inside = [], False
    for line in toml.splitlines():
        if line.startswith("["):
            inside = line == f"[{table}]"
        if not (inside and line.startswith(f"{name} =")):
            kept.append(line)
    return "\n".join(kept)


def required() -> list[tuple[str, str]]:
    """Return each list and setting that a language must define, with its table."""
    tokens = tomllib.loads(TOKENS)["settings"]["tokens"]
    lists = dict.fromkeys((*LANGUAGE_LISTS, *tokens["classes"], *tokens["cased"]))
    return [
        *(("lists", name) for name in lists),
        *((f"settings.{table}", name) for table, names in LANGUAGE_SETTINGS.items() for name in names),
    ]


@pytest.mark.parametrize(("table", "name"), required())
def test_a_language_without_a_list_or_setting_is_told_what_it_lacks(layered: Load, table: str, name: str) -> None:
    toml = without(TOKENS, table, name)
    assert toml != TOKENS.rstrip("\n")
    rules = layered(toml)
    with pytest.raises(IncompleteLanguageError) as caught:
        rules.reading("xx")
    what = f"word list '{name}'" if table == "lists" else f"setting '{table.removeprefix('settings.')}.{name}'"
    assert str(caught.value) == (
        f"the rules for language 'xx' are incomplete: no {what}; define it in the folder xx/ of your rules"
    )


def test_the_required_lists_and_settings_suffice_for_texts_to_be_cut(layered: Load) -> None:
    document = json.loads(json.dumps(tomllib.loads(TOKENS)))
    names = {("lists", name) for name in document["lists"]}
    names |= {(f"settings.{table}", name) for table, given in document["settings"].items() for name in given}
    toml = TOKENS
    for table, name in sorted(names - set(required())):
        toml = without(toml, table, name)
    rules = layered(toml)
    parsed = parse(OTHER, rules)
    assert len(parsed.sentences) == 2 and parsed.tokens.forms
    assert list(pipeline.extract([OTHER], rules)) == []
    assert {claim.document for claim in pipeline.compare([OTHER, ENGLISH], rules).claims} == {"english"}
    assert pipeline.check([OTHER], [ENGLISH], rules).drafts == (OTHER,)


def test_the_guide_lists_what_a_language_must_define() -> None:
    guide = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## Adding a language\n")[2].partition("\n## ")[0]
    table = dict(re.findall(r"^ *\| `\[(.*?)\]` \| (.*) \|$", section, re.MULTILINE))
    shown = {name: tuple(re.findall(r"`(\w+)`", names)) for name, names in table.items()}
    assert shown.pop("lists") == LANGUAGE_LISTS
    assert shown == {f"settings.{name}": names for name, names in LANGUAGE_SETTINGS.items()}


@pytest.mark.parametrize("own", ["", without(TOKENS, "lists", "synonym"), "[[rule]]"])
def test_incomplete_rules_of_a_language_leave_out_its_documents_only(layered: Load, own: str) -> None:
    if own == "[[rule]]":  # texts are cut, but the room needs more word lists
        own = f'{TOKENS}\n[[rule]]\nid = "quantity/xx"\nsummary = "s"\ntrigger = ["xx"]\nafter = "xx"\n'
    rules = layered(own)
    for job in (
        lambda failed: {claim.document for claim in pipeline.extract([OTHER, ENGLISH], rules, failed=failed)},
        lambda failed: {each.id for each in pipeline.compare([OTHER, ENGLISH], rules, failed=failed).documents},
        lambda failed: {each.id for each in pipeline.check([ENGLISH], [OTHER], rules, failed=failed).drafts},
        lambda failed: {each.id for each in pipeline.check([OTHER, ENGLISH], [], rules, failed=failed).drafts},
        lambda failed: {each.id for each in pipeline.check_self([OTHER, ENGLISH], rules, failed=failed).documents},
        lambda failed: {
            claim.document for claim in pipeline.extract_explained([OTHER, ENGLISH], rules, failed=failed).claims
        },
    ):
        told: list[DocumentError] = []
        assert job(told.append) == {"english"}
        (error,) = told
        assert str(error).startswith("other: left out: the rules for language 'xx' are incomplete: no ")
        assert "bug" not in str(error)


@pytest.mark.parametrize(("name", "right"), [("ES", "es"), ("Es", "es"), ("es-MX", "es"), ("pt_BR", "pt")])
def test_a_folder_named_like_a_language_is_told_the_right_name(tmp_path: Path, name: str, right: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "tokens.toml").write_text(TOKENS, encoding="utf-8")
    with pytest.raises(RuleError, match=f"{name}: language folders have two lower-case letters; rename it to {right}$"):
        load_rules(tmp_path)
