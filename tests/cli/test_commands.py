"""What each command gives, where it goes and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.report import FORMATS


def test_a_wrong_figure_is_an_error_with_the_source_beside_it(run):
    status, out, err = run("check", "wrong.txt", "--sources", "notes")
    assert (status, err) == (1, "")
    assert out.startswith("wrong.txt:1:")
    assert "error number-differs" in out and "notes/ledger.txt:1:" in out
    assert "48,300" in out and "43,800" in out and "^^^^^^" in out


def test_a_draft_that_follows_its_sources_passes(run):
    status, out, _ = run("check", "right.txt", "--sources", "notes")
    assert status == 0
    assert "error" not in out and "claims: " in out


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_status_does_not_depend_on_the_format(run, name):
    assert run("check", "wrong.txt", "--sources", "notes", "--output", name).status == 1
    assert run("check", "right.txt", "--sources", "notes", "--output", name).status == 0


def test_several_paths_after_sources(run):
    status, out, _ = run("check", "wrong.txt", "--sources", "notes/ledger.txt", "notes/gazette.txt", "--output", "json")
    shown = json.loads(out)
    assert status == 1
    assert [document["id"] for document in shown["documents"]] == ["notes/gazette.txt", "notes/ledger.txt"]
    assert shown["draft"] == "wrong.txt"


def test_fail_on_decides_from_where_on_the_status_is_1(run):
    assert run("check", "wrong.txt", "--sources", "notes", "--fail-on", "never").status == 0
    assert run("check", "right.txt", "--sources", "notes", "--fail-on", "never").status == 0
    noted = run("check", "right.txt", "--sources", "notes/ledger.txt", "--fail-on", "note", "--output", "json")
    assert noted.status == int(bool(json.loads(noted.out)["findings"]))


def test_min_origins_says_how_many_must_agree(run):
    for least, verdict in (("1", "agree"), ("2", "single")):
        shown = run("check", "right.txt", "--sources", "notes/ledger.txt", "--min-origins", least, "--output", "json")
        assert {claim["verdict"] for claim in json.loads(shown.out)["claims"]} == {verdict}


def test_findings_can_be_ignored_by_name(run):
    ignored = run("check", "wrong.txt", "--sources", "notes", "--ignore", "number", "--output", "json")
    assert ignored.status == 0
    assert "number-differs" not in {finding["rule"] for finding in json.loads(ignored.out)["findings"]}
    assert run("check", "wrong.txt", "--sources", "notes", "--select", "quote").status == 0


def test_compare_shows_who_says_what(run):
    status, out, err = run("compare", "notes")
    assert (status, err) == (0, "")
    assert "43,800" in out and "agree" in out
    assert "gazette.txt; ledger.txt" in out and "2 sources, 2 independent origins" in out


def test_extract_gives_a_claim_a_line_with_exact_places(run):
    _, out, _ = run("extract", "wrong.txt", "--output", "jsonl")
    text = Path("wrong.txt").read_text(encoding="utf-8")
    claims = [json.loads(line) for line in out.splitlines()]
    assert len(claims) >= 3
    for claim in claims:
        assert text[claim["start"] : claim["end"]] == claim["text"]
    whole = json.loads(run("extract", "wrong.txt", "--output", "json").out)
    assert whole["claims"] == claims and whole["documents"][0]["id"] == "wrong.txt"


def test_a_text_is_held_against_itself(run):
    Path("own.txt").write_text("Only 18 of the 72 lifts (15%) were in order.\n", encoding="utf-8")
    shown = run("extract", "own.txt", "--check-self", "--output", "json")
    (finding,) = json.loads(shown.out)["findings"]
    assert (shown.status, finding["rule"], finding["severity"]) == (1, "share-mismatch", "error")
    assert finding["message"] == "18 of 72 is 25 percent, not 15"
    assert [each["claim"]["text"] for each in finding["evidence"]] == ["18", "72 lifts"]
    assert run("extract", "own.txt", "--check-self", "--ignore", "share").status == 0
    assert run("extract", "own.txt", "--check-self", "--fail-on", "never").status == 0
    assert json.loads(run("extract", "own.txt", "--output", "json").out)["findings"] == []
    assert run("extract", "right.txt", "--check-self").status == 0


def test_a_comment_answers_for_a_finding_of_a_text_against_itself(run):
    wrong = "Only 18 of the 72 lifts (15%) were in order.\n"
    Path("own.md").write_text(f"<!-- factcheck: ignore[share-mismatch] our count -->\n{wrong}", encoding="utf-8")
    assert run("extract", "own.md", "--check-self").status == 0
    Path("own.md").write_text(f"<!-- factcheck: ignore[sum-mismatch] our count -->\n{wrong}", encoding="utf-8")
    shown = run("extract", "own.md", "--check-self", "--output", "concise")
    assert shown.status == 1 and "share-mismatch" in shown.out and "unused-ignore" not in shown.out


@pytest.mark.parametrize("name", FORMATS)
def test_the_findings_of_a_self_check_are_told_in_every_format(run, name):
    Path("own.txt").write_text("Only 18 of the 72 lifts (15%) were in order.\n", encoding="utf-8")
    status, out, _ = run("extract", "own.txt", "--check-self", "--output", name)
    assert status == 1
    assert "share-mismatch" in out and "18 of 72 is 25 percent, not 15" in out


def test_a_check_holds_the_draft_against_itself_too(run):
    Path("own.txt").write_text(
        "Only 18 of the 72 lifts (15%) were in order.\n"
        "The ferry company counted 48,300 crossings in the spring of 2019.\n",
        encoding="utf-8",
    )
    shown = json.loads(run("check", "own.txt", "--sources", "notes", "--output", "json").out)
    named = [finding["rule"] for finding in shown["findings"]]
    assert named.index("share-mismatch") < named.index("number-differs")
    assert shown["findings"] == sorted(shown["findings"], key=lambda finding: finding["start"])


def test_standard_input_has_the_name_it_is_given(run, monkeypatch, tmp_path):
    with (tmp_path / "wrong.txt").open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        status, out, _ = run("check", "-", "--sources", "notes", "--stdin-filename", "draft.txt")
    assert status == 1 and out.startswith("draft.txt:1:")


def test_published_dates_what_states_no_date(run):
    Path("day.txt").write_text("The council met on Thursday to hear the engineers.\n")
    held = json.loads(run("extract", "day.txt", "--output", "jsonl").out)
    dated = json.loads(run("extract", "day.txt", "--output", "jsonl", "--published", "2019-06-03").out)
    assert held["value"]["first"] is None and held["value"]["held"]
    assert dated["value"]["first"] == "2019-05-30"


def test_a_draft_without_claims_passes_with_a_note(run):
    Path("calm.txt").write_text("The river was calm and nobody wanted to cross it.\n")
    status, _, err = run("check", "calm.txt", "--sources", "notes")
    assert (status, err) == (0, "factcheck: no claims found in calm.txt\n")


def test_two_documents_of_one_name_are_not_mixed_up(run):
    lines = [json.dumps({"id": "a", "text": f"{number} boats sank."}) + "\n" for number in (5, 6)]
    Path("corpus.jsonl").write_text("".join(lines))
    for arguments in (("compare", "corpus.jsonl"), ("check", "right.txt", "--sources", "corpus.jsonl")):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert "a: 2 documents bear this name" in err
    assert run("extract", "corpus.jsonl", "--output", "concise").status == 0


def test_a_draft_among_its_sources_does_not_confirm_itself(run, desk):
    (desk / "wrong.txt").rename(desk / "notes" / "wrong.txt")
    status, _, err = run("check", "notes/wrong.txt", "--sources", "notes")
    assert status == 1
    assert "notes/wrong.txt is a draft and was left out of the sources" in err
    assert run("check", "notes/wrong.txt", "--sources", "notes/wrong.txt").status == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("chek wrong.txt", "no such command: chek; is it 'check'?"),
        ("check wrong.txt --surces notes", "no such option: --surces; is it '--sources'?"),
        ("check wrong.txt", "no sources to check against"),
        ("check", "missing argument 'DRAFT'"),
        ("check --sources notes", "missing argument 'DRAFT'"),
        (
            "check --sources notes more.txt right.txt --color never",
            "no draft: --sources takes all paths behind it, notes more.txt right.txt; "
            "put the draft before it: factcheck check right.txt --sources notes more.txt (see",
        ),
        ("check nowhere.txt --sources notes", "nowhere.txt"),
        ("check wrong.txt --sources nowhere", "nowhere"),
        ("check wrong.txt --sources notes --fail-on eror", "is it 'error'?"),
        ("check wrong.txt --sources notes --min-origins none", "--min-origins: 'none'"),
        ("check wrong.txt --sources notes --published 1/2/19", "--published: '1/2/19' is no date"),
        ("check wrong.txt --sources notes --config nowhere.toml", "nowhere.toml: cannot be read"),
        ("check wrong.txt --sources notes --rules nowhere", "nowhere"),
        ("extract wrong.txt --output jsom", "no format 'jsom'; is it 'json'?"),
        ("extract wrong.txt --output json --output text", "both go to standard output"),
        ("extract wrong.txt --output json=nowhere/out.json", "names no file that can be written"),
        ("extract wrong.txt --table-format smple", "is it 'simple'?"),
        ("extract wrong.txt --color alway", "is it 'always'?"),
        ("rules nothing-like-it", "no finding or rule 'nothing-like-it'"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(run, arguments, told):
    status, out, err = run(*arguments.split())
    assert (status, out) == (2, "")
    assert told in err and err.count("\n") == 1 and err.startswith("factcheck: ")


def test_the_advice_on_sources_can_be_pasted_into_a_shell(run):
    _, _, err = run("baseline", "update", "--sources", "the notes", "my draft.txt")
    assert "takes all paths behind it, 'the notes' 'my draft.txt'; " in err
    assert "factcheck baseline update 'my draft.txt' --sources 'the notes' (see" in err


def test_an_unreadable_source_closes_the_gate_unless_it_may_be_left_out(run, desk):
    (desk / "notes" / "broken.txt").write_bytes(b"\x00\xff\xfe\x00 not text \xff\x00" * 40)
    closed = run("check", "right.txt", "--sources", "notes")
    assert (closed.status, closed.out) == (2, "")
    assert "broken.txt" in closed.err
    allowed = run("check", "right.txt", "--sources", "notes", "--allow-unreadable")
    assert allowed.status == 0
    assert "left out" in allowed.err and "broken.txt" in allowed.err


def test_files_are_written_beside_standard_output(run, desk):
    status, out, _ = run("check", "wrong.txt", "--sources", "notes", "--output", "concise", "--output", "json=out.json")
    assert status == 1
    assert out.startswith("wrong.txt:1:")
    assert json.loads((desk / "out.json").read_text(encoding="utf-8"))["version"] == 1


def test_a_failed_run_leaves_no_file_and_does_not_touch_an_old_one(run, desk):
    (desk / "old.jsonl").write_text("as it was")
    lines = [json.dumps({"id": "a", "text": "Five boats sank."}), "{broken"]
    (desk / "corpus.jsonl").write_text("\n".join(lines))
    before = set(desk.iterdir())
    assert run("extract", "corpus.jsonl", "--output", "jsonl=old.jsonl").status == 2
    assert (desk / "old.jsonl").read_text() == "as it was"
    assert set(desk.iterdir()) == before


def test_a_file_has_no_colour_even_when_standard_output_has(run, desk):
    run("check", "wrong.txt", "--sources", "notes", "--output", "text=out.txt", "--color", "always")
    assert "\x1b" not in (desk / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_there_is_colour(run, monkeypatch, arguments, environment, coloured):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    _, out, _ = run("check", "wrong.txt", "--sources", "notes", *arguments)
    assert ("\x1b[" in out) is coloured


def test_the_configuration_is_heeded_and_flags_override_it(run, desk):
    (desk / "factcheck.toml").write_text('sources = ["notes/*.txt"]\nignore = ["number"]\n')
    assert run("check", "wrong.txt").status == 0
    assert run("check", "wrong.txt", "--ignore", "date").status == 1


def test_a_crash_is_status_2_and_no_finding(run, monkeypatch):
    def broken(*_args, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("factcheck.pipeline.check", broken)
    status, out, err = run("check", "wrong.txt", "--sources", "notes")
    assert (status, out) == (2, "")
    assert "ZeroDivisionError" in err and "bug in factcheck" in err


def test_a_closed_pipe_is_quiet(desk):
    (desk / "long.txt").write_text("Five boats sank near the quay.\n" * 20_000)
    command = f"{sys.executable} -m factcheck extract long.txt --output jsonl | head -n 1"
    shown = subprocess.run(command, shell=True, cwd=desk, capture_output=True, text=True, check=True)
    assert json.loads(shown.stdout)["text"] == "Five boats"
    assert shown.stderr == ""


def test_help_names_the_commands(run):
    for arguments in ((), ("--help",), ("-h",)):
        status, out, _ = run(*arguments)
        assert status == 0
        assert all(name in out for name in ("check", "compare", "extract", "rules"))


def test_version(run):
    assert run("--version").out.startswith("factcheck 0.")
