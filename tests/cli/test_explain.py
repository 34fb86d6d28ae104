"""`factcheck explain`: the claim of a place, its candidates with the pieces of their scores, and the verdict."""

import json
from pathlib import Path

import pytest

SOURCE = "The ferry company counted 43,800 crossings in the spring of 2019.\nThe new bridge will cost $24 million.\n"
DRAFT = (
    "It rained.\nThe ferry company counted 48,300 crossings in the spring of 2019.\nThe bridge will cost $24 million.\n"
)


@pytest.fixture
def paper(desk):
    (desk / "own").mkdir()
    (desk / "own" / "source.txt").write_text(SOURCE, encoding="utf-8")
    Path("paper.md").write_text(DRAFT, encoding="utf-8")
    return desk


def test_a_line_tells_all_its_claims(run, paper):
    shown = run("explain", "paper.md:2", "--sources", "own")
    assert shown.status == 0
    assert "paper.md:2:27: “48,300 crossings”" in shown.out and "“the spring of 2019”" in shown.out
    assert "verdict   differ: digits transposed: 48,300 is not 43,800" in shown.out
    assert "finding   error number-differs (#" in shown.out
    assert "own/source.txt:1:27 “43,800 crossings”" in shown.out
    assert "the same is counted: crossings" in shown.out
    assert "shared words around it: crossings, in, counted," in shown.out


def test_a_column_tells_one_claim_and_a_finding_is_asked_for_by_its_id(run, paper):
    by_column = run("explain", "paper.md:2:30", "--sources", "own")
    assert by_column.out.count("  verdict ") == 1 and "“48,300 crossings”" in by_column.out
    found = json.loads(run("check", "paper.md", "--sources", "own", "--output", "json").out)["findings"]
    (wrong,) = [each for each in found if each["rule"] == "number-differs"]
    assert run("explain", f"paper.md#{wrong['fingerprint'][:12]}", "--sources", "own").out == by_column.out


def test_a_claim_without_candidates_says_so(run, paper):
    Path("paper.md").write_text("Some 731 lanterns hung in Quillan.\n", encoding="utf-8")
    Path("own/source.txt").write_text("It rained in April 1990.\n", encoding="utf-8")
    assert "no claim of the sources shares its value" in run("explain", "paper.md:1", "--sources", "own").out


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("paper.md:1", "no claim stands there"),
        ("paper.md:2:1", "no claim stands there"),
        ("paper.md", "give a draft and a line"),
        ("absent.md:2", "absent.md"),
        ("paper.md#abcdef123456", "no claim stands there"),
    ],
)
def test_what_cannot_be_explained_is_2(run, paper, place, said):
    shown = run("explain", place, "--sources", "own")
    assert (shown.status, shown.out) == (2, "") and said in shown.err


def test_only_one_draft_at_a_time(run, paper):
    assert run("explain", "own:1", "--sources", "own").status == 2


def test_quotations_are_explained_by_their_words(run, paper):
    text = "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.\n"
    Path("own/source.txt").write_text(text, encoding="utf-8")
    Path("paper.md").write_text(text.replace("winter", "summer"), encoding="utf-8")
    shown = run("explain", "paper.md:1", "--sources", "own").out
    assert "how alike the words are" in shown and "quote-altered" in shown


STATED = "The harbour board said the fishermen landed 3,100 tonnes of herring in Quillan.\n"


@pytest.fixture
def landed(paper):
    Path("own/source.txt").write_text(STATED, encoding="utf-8")
    Path("paper.md").write_text(
        "The harbour board said the fishermen did not land 3,200 tonnes of herring.\n", encoding="utf-8"
    )
    return paper


def test_the_slots_of_both_sides_are_shown_with_the_words_they_were_read_from(run, landed):
    lines = run("explain", "paper.md:1", "--sources", "own").out.splitlines()
    (head,) = [line for line in lines if line.split() == ["slot", "relation", "draft", "source"]]
    rows = {line.split()[0]: line for line in lines[lines.index(head) + 1 :]}
    at = head.index("draft"), head.index("source")
    event, state = rows["event"], rows["state"]
    assert event.split()[1] == "same" and event[at[0] :].startswith("land") and event[at[1] :] == "landed"
    assert state.split()[1] == "conflicting" and state[at[0] :].startswith("did not") and state[at[1] :] == "–"
    assert max(map(len, rows.values())) <= 80
    named = {*rows, *lines[-1].partition(": ")[2].split(", ")}
    assert named >= {"measure", "bearer", "event", "state", "change", "where", "when", "extent"}


def test_json_has_the_slots_of_every_candidate(run, landed):
    shown = json.loads(run("explain", "paper.md:1", "--sources", "own", "--output", "json").out)
    (one,) = shown["explained"]
    (candidate,) = one["candidates"]
    assert candidate["slots"]["event"] == "same" and candidate["slots"]["state"] == "conflicting"
    state = one["claim"]["about"]["state"]
    assert Path("paper.md").read_text(encoding="utf-8")[state["start"] : state["end"]] == state["text"] == "did not"
    event = candidate["claim"]["about"]["event"]
    assert STATED[event["start"] : event["end"]] == event["text"] == "landed"
    assert (shown["version"], shown["refused"], candidate["parts"][0]["what"][:12]) == (1, [], "shared words")


def test_json_goes_to_a_file_and_has_the_refused_words_of_a_place_without_a_claim(run, paper):
    Path("paper.md").write_text("They flew on Flight 370 home.\n", encoding="utf-8")
    assert run("explain", "paper.md:1", "--sources", "own", "--output", "json=out.json").out == ""
    shown = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert shown["explained"] == [] and shown["refused"][0]["text"] == "370"
    wrong = run("explain", "paper.md:1", "--sources", "own", "--output", "csv")
    assert wrong.status == 2 and "there are text, json" in wrong.err
