"""Baselines: known findings do not count, new ones do, and the file is suited to diffs."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.errors import ConfigError
from factcheck.gate.baseline import Baseline, encode, gone, load, marked, updated
from factcheck.gate.ignores import suppressed
from factcheck.model import Severity

from .conftest import CLOSED, COUNTED

FILE = "known.json"


def known(report, path=FILE) -> Baseline:
    return updated(None, report, path).baseline


def states(report, baseline) -> list[tuple[str, str | None]]:
    return [(each.rule, each.baseline) for each in marked(report, baseline, FILE).findings]


def test_known_findings_do_not_count_and_new_ones_do(checked):
    baseline = known(checked(COUNTED))
    report = checked(f"It rained for days.\n\n{COUNTED} {CLOSED}")
    assert states(report, baseline) == [("number-differs", "unchanged"), ("date-differs", "new")]
    assert marked(report, baseline, FILE).worst is Severity.error
    assert marked(report, known(report), FILE).worst is Severity.never


def test_an_entry_covers_only_its_count_of_findings(checked):
    baseline = known(checked(COUNTED))
    assert states(checked(f"{COUNTED}\n\n{COUNTED}"), baseline) == [
        ("number-differs", "unchanged"),
        ("number-differs", "new"),
    ]
    twice = known(checked(f"{COUNTED}\n\n{COUNTED}"))
    assert [entry.count for entry in twice.findings["draft.md"]] == [2]
    assert gone(twice, marked(checked(COUNTED), twice, FILE), FILE) == 1


def test_entries_are_per_draft(checked):
    baseline = known(checked(COUNTED))
    assert states(checked(COUNTED, "other.md"), baseline) == [("number-differs", "new")]


def test_suppressed_findings_are_not_in_the_baseline(checked):
    report = suppressed(checked(f"<!-- factcheck: ignore -->\n{COUNTED}\n\n{CLOSED}"))
    assert [entry.rule for entry in known(report).findings["draft.md"]] == ["date-differs"]
    assert states(report, known(report)) == [("number-differs", None), ("date-differs", "unchanged")]


def test_an_update_adds_what_is_new_and_drops_what_is_gone(checked):
    first = known(checked(f"{COUNTED} {CLOSED}"))
    first = updated(first, checked(COUNTED, "kept.md"), FILE).baseline
    first = updated(first, checked(COUNTED, "deleted.md"), FILE).baseline
    assert (first.size, sorted(first.findings)) == (4, ["deleted.md", "draft.md", "kept.md"])
    Path("deleted.md").unlink()
    change = updated(first, checked(f"{COUNTED} The old bridge closed on 6 May 2019."), FILE)
    assert (change.new, change.kept, change.gone) == (1, 2, 2)
    assert sorted(change.baseline.findings) == ["draft.md", "kept.md"]
    assert updated(change.baseline, checked("All went well."), FILE).baseline.findings.keys() == {"kept.md"}


def test_unused_sidecar_lines_are_in_the_baseline(checked):
    sidecar = Path("draft.txt.factcheck-ignore")
    sidecar.write_text("ignore[quote]\n")
    baseline = known(suppressed(checked(COUNTED, "draft.txt")))
    assert sorted(baseline.findings) == ["draft.txt", "draft.txt.factcheck-ignore"]
    sidecar.write_text("\n")
    assert updated(baseline, suppressed(checked(COUNTED, "draft.txt")), FILE).gone == 1


def test_drafts_are_named_from_the_folder_of_the_baseline(checked, desk, monkeypatch):
    (desk / "sub").mkdir()
    report = checked(COUNTED)
    assert list(known(report, "sub/known.json").findings) == ["../draft.md"]
    assert list(known(report, str(desk / "known.json")).findings) == ["draft.md"]


def test_the_documents_of_a_corpus_have_keys_of_their_own(checked):
    corpus = "".join(f'{{"id": "{name}", "text": "{COUNTED}"}}\n' for name in ("a1", "a2"))
    baseline = known(checked(corpus, "drafts.jsonl"))
    assert sorted(baseline.findings) == ["drafts.jsonl#a1", "drafts.jsonl#a2"]
    assert updated(baseline, checked("Calm.", "other.md"), FILE).gone == 0
    Path("drafts.jsonl").unlink()
    assert updated(baseline, checked("Calm.", "other.md"), FILE).gone == 2


def test_the_file_is_sorted_and_has_a_line_for_each_finding(checked):
    text = encode(known(checked(f"{CLOSED} {COUNTED}\n\n{COUNTED}")))
    assert text == encode(known(checked(f"{COUNTED}\n\n{COUNTED} {CLOSED}")))
    rules = [line.split('"')[3] for line in text.splitlines() if "fingerprint" in line]
    assert rules == ["date-differs", "number-differs"]
    assert text.endswith("\n") and '"count":2}' in text
    assert encode(Baseline(1)) == '{\n  "version": 1,\n  "findings": {}\n}\n'


def test_what_is_written_is_read_back(checked):
    baseline = known(checked(f"{CLOSED} {COUNTED}", '«drafts» "1".md'))
    Path(FILE).write_text(encode(baseline), encoding="utf-8")
    assert load(FILE) == baseline


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "no such baseline; `factcheck baseline update DRAFT…` writes one"),
        ("{", "no baseline: Input data was truncated"),
        ('{"version": 2, "findings": {}}', "Invalid enum value 2"),
        ('{"version": 1, "findings": {"a": [{}]}}', "missing required field `rule`"),
    ],
)
def test_an_invalid_baseline_is_an_error(desk, text, message):
    if text is not None:
        Path(FILE).write_text(text)
    with pytest.raises(ConfigError) as error:
        load(FILE)
    assert str(error.value).startswith(f"{FILE}: ") and message in str(error.value)


def test_a_folder_is_no_baseline(desk):
    with pytest.raises(ConfigError, match="cannot be read"):
        load(".")


def test_another_message_does_not_make_a_finding_new(checked):
    report = checked(COUNTED)
    worded = replace(report, findings=tuple(replace(each, message="other words") for each in report.findings))
    assert states(worded, known(report)) == [("number-differs", "unchanged")]
