"""The gate as a newsroom uses it: comments, a baseline, an archive of drafts, and what it refuses to pass."""

import json
from pathlib import Path

import pytest

from factcheck.cli.checking import CheckRequest, paths

from .conftest import GAZETTE, LEDGER, WRONG

IGNORE = "<!-- factcheck: ignore[number-differs] told by phone -->\n"


@pytest.fixture
def drafts(desk):
    """Two drafts with one wrong figure each, one of which answers for it."""
    (desk / "drafts").mkdir()
    (desk / "drafts" / "a.md").write_text(WRONG, encoding="utf-8")
    (desk / "drafts" / "b.md").write_text(IGNORE + WRONG, encoding="utf-8")
    Path("factcheck.toml").write_text('sources = ["notes"]\n')
    return desk


def test_a_suppressed_finding_does_not_count(run, drafts):
    assert run("check", "drafts/b.md", "--output", "concise").status == 0
    assert run("check", "drafts/b.md", "--output", "concise", "--no-ignores").status == 1
    assert run("check", "drafts", "--output", "concise").status == 1


def test_an_idle_comment_is_a_warning(run, drafts):
    Path("drafts/b.md").write_text(IGNORE + LEDGER, encoding="utf-8")
    shown = run("check", "drafts/b.md", "--output", "concise")
    assert shown.status == 0 and "drafts/b.md:1:1: warning unused-ignore:" in shown.out
    assert run("check", "drafts/b.md", "--fail-on", "warning").status == 1
    assert run("check", "drafts/b.md", "--fail-on", "warning", "--ignore", "unused").status == 0


def test_a_baseline_lets_an_archive_in_and_stops_what_is_new(run, drafts):
    first = run("baseline", "update", "drafts")
    assert (first.status, first.out) == (0, "")
    assert "factcheck-baseline.json:" in first.err and "0 kept, 0 gone)" in first.err
    known = ("--baseline", "factcheck-baseline.json")
    assert run("check", "drafts", *known).status == 0
    assert run("check", "drafts").status == 1
    text = Path("drafts/a.md").read_text(encoding="utf-8")
    Path("drafts/a.md").write_text(f"It rained for days.\n\n{text}", encoding="utf-8")
    assert run("check", "drafts", *known).status == 0
    Path("drafts/a.md").write_text(text.replace("2 May 2019", "3 May 2019"), encoding="utf-8")
    assert run("check", "drafts", *known).status == 1


def test_a_baseline_stands_in_the_configuration_and_what_is_gone_is_said(run, drafts):
    Path("factcheck.toml").write_text('sources = ["notes"]\nbaseline = "known.json"\n')
    missing = run("check", "drafts")
    assert missing.status == 2 and "known.json: no such baseline" in missing.err
    run("baseline", "update", "drafts")
    before = Path("known.json").read_bytes()
    run("baseline", "update", "drafts")
    assert Path("known.json").read_bytes() == before
    Path("drafts/a.md").write_text(LEDGER, encoding="utf-8")
    assert "1 finding of the baseline is gone" in run("check", "drafts").err
    Path("drafts/b.md").write_text("The river was calm.\n", encoding="utf-8")
    assert " findings of the baseline are gone" in run("check", "drafts").err
    (drafts / "drafts" / "b.md").write_text(IGNORE + WRONG, encoding="utf-8")
    assert "1 gone" in run("baseline", "update", "drafts").err
    assert Path("known.json").read_bytes() != before


def test_the_baseline_is_shown(run, drafts):
    run("baseline", "update", "drafts/a.md", "--select", "number")
    status, out, _ = run("baseline", "show")
    assert status == 0
    assert "drafts/a.md  number-differs" in out and out.endswith("1 findings in 1 drafts\n")
    Path("drafts/calm.md").write_text("The river was calm.\n")
    assert run("baseline", "update", "drafts/calm.md", "--baseline", "empty.json").status == 0
    assert run("baseline", "show", "--baseline", "empty.json").out == "0 findings in 0 drafts\n"
    Path("factcheck-baseline.json").unlink()
    assert run("baseline", "show").status == 2


def test_each_draft_goes_by_the_configuration_nearest_to_it(run, drafts):
    (drafts / "drafts" / "strict").mkdir()
    (drafts / "drafts" / "strict" / "c.md").write_text(LEDGER, encoding="utf-8")
    (drafts / "drafts" / "strict" / "factcheck.toml").write_text(
        'extend = "../../factcheck.toml"\nfail-on = "note"\nmin-origins = 3\n'
    )
    assert run("check", "drafts/b.md", "drafts/strict").status == 1
    assert run("check", "drafts/b.md", "drafts/strict", "--fail-on", "error").status == 0
    assert run("check", "drafts/strict", "--config", "factcheck.toml").status == 0


def test_drafts_elsewhere_go_by_the_configuration_here(run, drafts, tmp_path_factory):
    away = tmp_path_factory.mktemp("away") / "draft.md"
    away.write_text(WRONG, encoding="utf-8")
    assert run("check", str(away)).status == 1


def test_each_draft_has_its_own_sources_in_one_report(run, drafts):
    for name in ("a", "b"):
        (drafts / "notes" / name).mkdir()
    (drafts / "notes" / "ledger.txt").rename(drafts / "notes" / "a" / "ledger.txt")
    (drafts / "notes" / "b" / "other.txt").write_text("The mayor opened the fair.\n")
    Path("factcheck.toml").write_text('[per-file-sources]\n"drafts" = ["notes/{stem}"]\n')
    status, out, _ = run("check", "drafts", "--output", "json")
    report = json.loads(out)
    assert status == 1
    assert [document["id"] for document in report["documents"]] == ["notes/a/ledger.txt", "notes/b/other.txt"]
    assert [origin["id"] for origin in report["origins"]] == ["o1", "o2"]
    assert report["drafts"] == ["drafts/a.md", "drafts/b.md"]
    differs = {finding["document"] for finding in report["findings"] if finding["rule"] == "number-differs"}
    assert differs == {"drafts/a.md"}


def test_one_name_for_two_sources_of_different_drafts_is_refused(run, drafts):
    for name in ("a", "b"):
        (drafts / "notes" / name).mkdir()
        (drafts / "notes" / name / "wire.jsonl").write_text(json.dumps({"id": "w1", "text": GAZETTE}) + "\n")
    Path("factcheck.toml").write_text('[per-file-sources]\n"drafts" = ["notes/{stem}"]\n')
    status, out, err = run("check", "drafts")
    assert (status, out) == (2, "")
    assert "w1: two sources bear this name" in err


def test_a_kind_may_ask_for_more_origins(run, drafts):
    def singles() -> set[str]:
        report = json.loads(run("check", "right.txt", "--sources", "notes", "--output", "json").out)
        return {claim["kind"] for claim in report["claims"] if claim["verdict"] == "single"}

    Path("factcheck.toml").write_text("min-origins = { default = 1, quote = 3 }\n")
    assert singles() == {"quote"}
    Path("factcheck.toml").write_text("min-origins = { default = 1, number = 3, quote = 1 }\n")
    assert singles() == {"count"}


def test_every_gap_of_an_archive_is_told_at_once(run, drafts):
    (drafts / "drafts" / "c.md").write_bytes(b"\x00\xff\xfe\x00 not text \xff\x00" * 40)
    Path("factcheck.toml").write_text('[per-file-sources]\n"drafts" = ["notes/{stem}"]\n')
    status, out, err = run("check", "drafts", "nowhere.md")
    assert (status, out) == (2, "")
    told = err.splitlines()
    assert len(told) == 4 and all(line.startswith("factcheck: ") for line in told)
    for part in ("nowhere.md: no such file", "drafts/c.md", "(for drafts/a.md)", "(for drafts/b.md)"):
        assert part in err


def test_not_more_than_a_screen_of_gaps_is_told(run, drafts):
    status, _, err = run("check", *(f"nowhere-{number}.md" for number in range(40)))
    assert status == 2
    assert err.splitlines()[-1] == "factcheck: and 20 more problems like these"
    assert len(err.splitlines()) == 21


def test_a_run_that_read_no_draft_does_not_pass(run, drafts):
    status, _, err = run("check", "nowhere.md", "--allow-unreadable")
    assert status == 2
    assert "left out: nowhere.md" in err and "nothing was checked" in err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail-on = 1", "factcheck.toml:1: fail-on: expected a text"),
        ("[per-file-sources]\ndrafts = []", "no sources to check against"),
        ('sources = ["notes"]\nextend = "gone.toml"', "factcheck.toml:2: extend: no file gone.toml"),
    ],
)
def test_a_wrong_configuration_passes_nothing(run, drafts, text, told):
    Path("factcheck.toml").write_text(text)
    status, out, err = run("check", "drafts")
    assert (status, out) == (2, "")
    assert told in err and err.count("\n") == 1


def test_a_wrong_comment_passes_nothing(run, drafts):
    Path("drafts/b.md").write_text(IGNORE.replace("number", "nmber") + LEDGER, encoding="utf-8")
    for command in (("check",), ("baseline", "update")):
        status, out, err = run(*command, "drafts/b.md")
        assert (status, out) == (2, "")
        assert err == "factcheck: drafts/b.md:1: no finding 'nmber-differs'; is it 'number-differs'?\n"
    assert run("check", "drafts/b.md", "--no-ignores").status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("baseline", "missing command"),
        ("baseline updte drafts", "no such command: baseline updte; is it 'update'? (see `factcheck baseline --help`)"),
        ("baseline update drafts --baseline nowhere/known.json", "nowhere/known.json: cannot be written"),
        ("check drafts --baseline factcheck.toml", "factcheck.toml: no baseline"),
        ("check drafts --select nmber", "--select: no finding 'nmber'"),
        ("baselin show", "no such command: baselin; is it 'baseline'?"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(run, drafts, arguments, told):
    status, out, err = run(*arguments.split())
    assert (status, out) == (2, "")
    assert told in err and err.count("\n") == 1 and err.startswith("factcheck: ")


def test_everything_that_a_check_hangs_on_is_known(drafts):
    (drafts / "house").mkdir()
    Path("base.toml").write_text('baseline = "known.json"\n')
    Path("factcheck.toml").write_text(
        'extend = "base.toml"\nsources = ["notes"]\n[per-file-sources]\n"b.md" = ["wire/{stem}-*.txt"]\n'
        '[rules]\nextend = ["house"]\n'
    )
    found = paths(CheckRequest(["drafts"], {"fail_on": None}, rules=["more"]))
    assert set(found) == {
        *("drafts", "notes", "wire/b-*.txt", "more", "house", "factcheck.toml", "base.toml", "known.json"),
        *("drafts/a.md.factcheck-ignore", "drafts/b.md.factcheck-ignore"),
    }
    assert paths(CheckRequest(["-"], {"sources": ["wire"]}))[1:3] == ["-.factcheck-ignore", "wire"]


def test_standard_input_has_the_sidecar_of_its_name(run, drafts, monkeypatch):
    Path("drafts/typed.txt.factcheck-ignore").write_text('ignore[number]="48,300" told by phone\n')
    for name, status in (("drafts/typed.txt", 0), ("drafts/other.txt", 1)):
        with Path("wrong.txt").open(encoding="utf-8") as piped:
            monkeypatch.setattr("sys.stdin", piped)
            assert run("check", "-", "--stdin-filename", name).status == status


def test_the_tier_of_a_source_is_shown_and_weighs_nothing(run, drafts):
    plain = run("check", "drafts/a.md", "--output", "json")
    Path("factcheck.toml").write_text('sources = ["notes"]\n[tiers]\n"notes/*" = "agency"\n')
    declared = run("check", "drafts/a.md", "--output", "json")
    assert "[agency]" in run("check", "drafts/a.md").out
    before, after = json.loads(plain.out), json.loads(declared.out)
    assert {each.pop("tier") for each in after["documents"]} == {"agency"}
    assert (before, plain.status) == (after, declared.status)
