"""Tables: for spreadsheets, for a merge request, and those that `--show-claims` and `--statistics` add."""

import csv
import io

from msgspec.structs import replace

from factcheck.model import Report, Severity
from factcheck.report import FORMATS, PLAIN, RenderOptions
from factcheck.report.csv import cell


def rows(report):
    return list(csv.DictReader(io.StringIO(FORMATS["csv"](report, PLAIN))))


def test_csv_has_a_row_for_each_claim(extracted):
    first, quote, day = rows(extracted)
    assert (first["document"], first["line"], first["kind"], first["text"]) == (
        "draft.md",
        "3",
        "count",
        "Nearly 48,300 people",
    )
    assert (first["low"], first["high"], first["unit"]) == ("47300.5", "48300", "")
    assert quote["speaker"] == "" and day["first"] == "2019-05-02"


def test_csv_has_a_row_for_each_claim_of_a_fact(compared):
    found = rows(compared)
    assert [(row["fact"], row["section"], row["verdict"], row["document"]) for row in found] == [
        ("c2", "sources disagree", "differ", "ledger.txt"),
        ("c2", "sources disagree", "differ", "draft.md"),
        ("c1", "only copied", "single", "ledger.txt"),
        ("c1", "only copied", "single", "echo.txt"),
    ]
    assert found[1]["sentence"].startswith("Nearly 48,300 people crossed in May")


def test_csv_has_a_row_for_each_finding_with_its_source(checked):
    wrong, note = rows(checked)
    assert (wrong["severity"], wrong["finding"], wrong["relation"]) == ("error", "number-differs", "different")
    assert (wrong["source"], wrong["source line"], wrong["source text"]) == ("ledger.txt", "1", "43,800 crossings")
    assert note["source"] == "" and note["message"] == "only ledger.txt says so"


def test_figures_are_no_formulas():
    assert [cell(value) for value in ("-5", "+0.5", 7, None, "-5 degrees", "=1", "a=1")] == [
        "-5",
        "+0.5",
        "7",
        "",
        "'-5 degrees",
        "'=1",
        "a=1",
    ]


def test_a_merge_request_gets_the_findings_and_the_coverage(checked):
    assert FORMATS["markdown"](checked, PLAIN) == (
        "### factcheck: differences found\n"
        "\n"
        "| at | finding | draft | sources |\n"
        "| --- | --- | --- | --- |\n"
        "| draft.md:3:1 | error number-differs | “48,300” is 43,800 in ledger.txt "
        "| ledger.txt:1:21 differs: “The company counted 43,800 crossings on 2 May.” |\n"
        "\n"
        "<details><summary>1 note</summary>\n"
        "\n"
        "| at | finding | draft |\n"
        "| --- | --- | --- |\n"
        "| draft.md:3:1 | note single-source | only ledger.txt says so |\n"
        "\n"
        "</details>\n"
        "\n"
        "1 claim: 1 differs  \n"
        "1 source, 1 independent origin; 1 error, 1 note  \n"
        "no day of publication in ledger.txt  \n"
    )


def test_a_merge_request_is_told_how_it_came_out(checked):
    wrong, note = checked.findings
    for findings, heading in (
        ((wrong, note), "differences found"),
        ((replace(wrong, severity=Severity.warning),), "claims without a source"),
        ((note,), "no differences found"),
        ((), "no differences found"),
    ):
        shown = FORMATS["markdown"](replace(checked, findings=findings), PLAIN)
        assert shown.startswith(f"### factcheck: {heading}\n")


def test_a_comment_is_no_longer_than_a_comment_may_be(checked):
    shown = FORMATS["markdown"](replace(checked, findings=checked.findings * 2_000), PLAIN)
    assert len(shown) < 65_536
    assert "more lines, which a comment cannot hold." in shown


def test_a_comment_on_sources_has_the_most_telling_fact_first(compared):
    shown = FORMATS["markdown"](compared, PLAIN).splitlines()
    assert shown[2] == "#### sources disagree (1)"
    one = "43,800 crossings (Ledger): “The company counted 43,800 crossings on 2 May.”"
    two = "Nearly 48,300 people (draft.md, 3 Jun 2019): “Nearly 48,300 people crossed in May, the ferry company said.”"
    assert shown[6] == f"| people crossed | {one}<br>{two} | 2 |"
    assert shown[8] == "#### only copied (1)"
    assert shown[12].startswith("| counted crossings | 2 May (Ledger; echo.txt) | 1 |")


def test_every_claim_is_shown_when_asked_for(checked):
    shown = FORMATS["text"](checked, RenderOptions(claims=True))
    assert "3:1   differ     count   Nearly 48,300 people  48300 (47300.5..48300)  ≠1" in shown
    assert "[1] ledger.txt: origin o1" in shown
    assert "≠1" not in FORMATS["text"](checked, PLAIN)


def test_statistics_count_findings_and_verdicts(checked, compared, extracted):
    shown = FORMATS["text"](
        replace(checked, findings=checked.findings + checked.findings[1:]), RenderOptions(statistics=True)
    )
    lines = [line.split() for line in shown.splitlines()]
    assert ["1", "error", "number-differs"] in lines and ["2", "note", "single-source"] in lines
    assert lines.index(["1", "error", "number-differs"]) < lines.index(["2", "note", "single-source"])
    assert ["kind", "differ"] in lines and ["count", "1"] in lines
    assert "\ncount" in FORMATS["text"](compared, RenderOptions(statistics=True))
    assert ["kind", "found"] in [
        line.split() for line in FORMATS["text"](extracted, RenderOptions(statistics=True)).splitlines()
    ]


def test_nothing_to_count_is_no_table():
    assert FORMATS["text"](Report("check"), RenderOptions(statistics=True, claims=True)) == "no claims\n"
