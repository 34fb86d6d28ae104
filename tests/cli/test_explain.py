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
