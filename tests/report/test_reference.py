"""The catalogue of findings and the reference: its examples hold, and rules/README.md is what the program writes."""

import itertools
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from factcheck import check, documents, load_rules
from factcheck.config import Config
from factcheck.config.names import known
from factcheck.gate import gated
from factcheck.report import RenderOptions
from factcheck.report.catalogue import BY_NAME, FINDINGS, advice
from factcheck.report.reference import explained, listed, page, section
from tests.marks import EVENTS

ROOT = Path(__file__).parent.parent.parent
RULES = load_rules()


@pytest.mark.parametrize("entry", [each for each in FINDINGS if each.draft], ids=lambda entry: entry.name)
def test_the_example_of_a_finding_makes_it(entry, tmp_path):
    for name, text in (("draft.md", entry.draft), ("source.txt", entry.source)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (draft,), (source,) = (list(documents([tmp_path / name])) for name in ("draft.md", "source.txt"))
    found = [
        (finding.rule, finding.severity, draft.places.raw[slice(*finding.in_file)])
        for finding in gated(check([draft], [source], RULES), Config()).findings
    ]
    assert (entry.name, entry.severity, entry.found) in found
    assert entry.name == "single-source" or [name for name, _, _ in found if name != "single-source"] == [entry.name]


@pytest.mark.parametrize("event", EVENTS)
def test_every_finding_of_the_fixtures_is_in_the_catalogue(event):
    home = ROOT / "fixtures" / event
    drafts = list(documents([home / "draft-errors.md", home / "draft-clean.md"]))
    report = check(drafts, list(documents([home / "sources"])), RULES)
    assert {finding.rule for finding in report.findings} <= BY_NAME.keys()


def test_every_finding_of_the_catalogue_can_be_selected():
    assert BY_NAME.keys() <= set(known())


def test_the_reference_kept_with_the_rules_is_what_the_program_writes():
    kept = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    assert kept == page(RULES), "run `make readme` and read the difference"


def test_every_finding_and_rule_has_a_section():
    tokens = MarkdownIt("commonmark").parse(page(RULES))
    heads = {
        after.content.replace("\\", "") for before, after in itertools.pairwise(tokens) if before.type == "heading_open"
    }
    assert {entry.name for entry in FINDINGS} | {rule.id for rule in RULES.rules} <= heads


def test_examples_are_shown_as_they_are():
    """Whatever marks an example holds, the page shows the text that the tests run."""
    for rule in RULES.rules:
        tokens = MarkdownIt("commonmark").parse(section(rule))
        inline = [token for token in tokens if token.type == "inline"]
        shown = [" ".join(child.content for child in token.children if child.content) for token in inline]
        text = " ".join("".join(shown).replace("\u2060", "").split())
        for example in rule.examples:
            wanted = "".join(example.text.split())
            assert wanted in text.replace(" ", ""), (rule.id, example.text)


def test_links_lead_to_the_files_of_the_rules():
    tokens = MarkdownIt("commonmark").parse(page(RULES))
    links = {child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"}
    assert links == {rule.path for rule in RULES.rules}
    assert all((ROOT / "rules" / link).is_file() for link in links)


def test_a_finding_is_explained_with_an_example_and_the_way_to_silence_it():
    shown = explained(BY_NAME["number-differs"], RenderOptions())
    assert shown.startswith("number-differs (error): a figure that a source gives otherwise\n")
    for part in ("what to do:", "--ignore number-differs", 'ignore = ["number-differs"]', "48,300", "43,800"):
        assert part in shown


def test_findings_stand_before_rules_in_the_list():
    shown = listed(RULES, RenderOptions())
    assert shown.index("number-differs") < shown.index("quantity/count")


def test_there_is_no_advice_on_a_finding_that_nobody_knows():
    assert list(advice("number-differs")) and list(advice("house-style")) == []


@pytest.mark.parametrize("item", [*FINDINGS, *RULES.rules], ids=lambda item: getattr(item, "id", None) or item.name)
def test_no_example_is_empty(item):
    for shown in (explained(item, RenderOptions()), section(item)):
        assert "“”" not in shown and "Draft:\n" not in shown and "example:\n  draft:   \n" not in shown
