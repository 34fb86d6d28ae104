"""What code hosts and reviewers' tools read: SARIF, GitHub, GitLab, JUnit, reviewdog."""

import json
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from factcheck.model import Places, Severity, Suppression
from factcheck.report import FORMATS, PLAIN, RenderOptions
from factcheck.report.catalogue import BY_NAME
from tests.report.hostile import diagnostics
from tests.report.schema import SARIF


@pytest.fixture
def in_files(checked):
    """The checked draft as it is read from files: a source that is a line of a corpus, a draft with its places."""
    (draft,), (ledger,) = checked.drafts, checked.documents
    draft = replace(draft, places=Places(draft.text), path="draft.md")
    return replace(checked, drafts=(draft,), documents=(replace(ledger, path="notes/wires.jsonl"),))


@pytest.fixture
def silenced(in_files):
    """Of the same findings one is suppressed by a comment, one known to the baseline, and one new."""
    wrong, note = in_files.findings
    comment = Suppression("inSource", "the company's own figure", "draft.md", 2)
    findings = (
        replace(wrong, suppression=comment),
        replace(wrong, baseline="unchanged"),
        replace(note, baseline="new"),
    )
    return replace(in_files, findings=findings)


def sarif(report):
    found = json.loads(FORMATS["sarif"](report, PLAIN))
    assert [error.message for error in SARIF.iter_errors(found)] == []
    (run,) = found["runs"]
    return run


@pytest.mark.parametrize("report", ["checked", "compared", "extracted", "in_files", "silenced"])
def test_sarif_is_valid_by_its_schema(report, request):
    assert sarif(request.getfixturevalue(report))["tool"]["driver"]["name"] == "factcheck"


def test_the_schema_refuses_what_is_not_sarif(checked):
    found = json.loads(FORMATS["sarif"](checked, PLAIN))
    found["runs"][0]["results"][0]["level"] = "fatal"
    assert not SARIF.is_valid(found)


def test_a_sarif_result_points_into_the_draft_and_at_the_source(in_files):
    result = sarif(in_files)["results"][0]
    assert (result["ruleId"], result["level"]) == ("number-differs", "error")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "draft.md"},
                "region": {
                    "startLine": 3,
                    "startColumn": 1,
                    "endLine": 3,
                    "endColumn": 21,
                    "charOffset": 34,
                    "charLength": 20,
                },
            }
        }
    ]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "differs: The company counted 43,800 crossings on 2 May."
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "notes/wires.jsonl"
    assert related["physicalLocation"]["region"]["startColumn"] == 21
    assert related["logicalLocations"] == [{"name": "ledger.txt", "kind": "resource"}]


def test_sarif_offsets_count_code_points_of_the_file(in_files):
    (draft,) = in_files.drafts
    text = "🌊 " + draft.text
    moved = tuple(replace(each, start=each.start + 2, end=each.end + 2) for each in in_files.findings)
    draft = replace(draft, text=text, places=Places(text))
    run = sarif(replace(in_files, drafts=(draft,), findings=moved))
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert text[region["charOffset"] :][: region["charLength"]] == "Nearly 48,300 people"


def test_sarif_explains_every_rule(in_files):
    rules = {rule["id"]: rule for rule in sarif(in_files)["tool"]["driver"]["rules"]}
    assert rules.keys() == BY_NAME.keys()
    for name, rule in rules.items():
        assert BY_NAME[name].help in rule["help"]["text"] and BY_NAME[name].why in rule["help"]["markdown"]
        assert name in rule["help"]["text"] and rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result in sarif(in_files)["results"]:
        assert sorted(rules)[result["ruleIndex"]] == result["ruleId"]


def test_sarif_names_a_rule_that_the_catalogue_does_not_know(in_files):
    (wrong, _) = in_files.findings
    run = sarif(replace(in_files, findings=(replace(wrong, rule="house-style"),)))
    assert {"id": "house-style", "name": "HouseStyle"} in run["tool"]["driver"]["rules"]


def test_sarif_tells_what_is_suppressed_and_what_the_baseline_knows(silenced):
    first, second, third = sarif(silenced)["results"]
    (suppression,) = first["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "the company's own figure")
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 2
    assert second["baselineState"] == "unchanged" and second["suppressions"] == []
    assert third["baselineState"] == "new"


def test_occurrences_of_a_fingerprint_are_numbered(in_files):
    wrong = replace(in_files.findings[0], fingerprint="ab12")
    elsewhere = replace(wrong, document="other.md")
    run = sarif(replace(in_files, findings=(wrong, wrong, elsewhere)))
    told = [result["partialFingerprints"]["factcheckClaim/v1"] for result in run["results"]]
    assert told == ["ab12:1", "ab12:2", "ab12:1"]


def without_hedge(report):
    """The report with its first claim and finding on the bare figure, for which a source's figure may be proposed."""
    judged, finding = report.judged[0], report.findings[0]
    skipped = len("Nearly ")
    place = {"start": finding.start + skipped, "column": finding.column + skipped}
    value = replace(judged.claim.value, hedge=None, bound=None)
    claim = replace(judged.claim, **place, text=judged.claim.text[skipped:], value=value)
    return replace(report, judged=(replace(judged, claim=claim),), findings=(replace(finding, **place),))


def test_sarif_proposes_the_source_s_figure(in_files):
    (fix,) = sarif(without_hedge(in_files))["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "43,800 people"
    assert replacement["deletedRegion"]["charOffset"] == 41


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/über uns.md", "drafts/%C3%BCber%20uns.md"),
        ("./draft.md", "draft.md"),
        ("drafts\\a#b?.md", "drafts/a%23b%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("/srv/draft.md", "file:///srv/draft.md"),
    ],
)
def test_sarif_writes_paths_as_references(in_files, path, uri):
    (draft,) = in_files.drafts
    run = sarif(replace(in_files, drafts=(replace(draft, path=path),)))
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri == run["artifacts"][0]["location"]["uri"]


def test_github_gets_a_command_for_each_finding(in_files):
    assert FORMATS["github"](in_files, PLAIN) == (
        "::error file=draft.md,line=3,endLine=3,col=1,endColumn=20,title=number-differs"
        "::“48,300” is 43,800 in ledger.txt"
        "%0Anotes/wires.jsonl:1:21 (ledger.txt) differs: “The company counted 43,800 crossings on 2 May.”\n"
        "::notice file=draft.md,line=3,endLine=3,col=1,endColumn=6,title=single-source::only ledger.txt says so\n"
    )


def test_github_gets_no_columns_for_a_finding_of_several_lines(in_files):
    wrong = replace(in_files.findings[0], start=27, end=54, line=1, column=28)
    shown = FORMATS["github"](replace(in_files, findings=(wrong,)), PLAIN)
    assert shown.startswith("::error file=draft.md,line=1,endLine=3,title=number-differs::")


def test_gitlab_gets_a_fingerprint_that_no_other_finding_has(in_files):
    wrong, note = in_files.findings
    wrong = replace(wrong, fingerprint="ab12")
    found = json.loads(FORMATS["gitlab"](replace(in_files, findings=(wrong, wrong, note)), PLAIN))
    assert len({each["fingerprint"] for each in found}) == 3
    assert found[0] | {"fingerprint": ""} == {
        "description": "“48,300” is 43,800 in ledger.txt",
        "check_name": "number-differs",
        "fingerprint": "",
        "severity": "major",
        "location": {"path": "draft.md", "lines": {"begin": 3, "end": 3}},
    }
    assert found[2]["severity"] == "info"


def test_a_fingerprint_does_not_hang_on_the_line(in_files):
    wrong = replace(in_files.findings[0], fingerprint="ab12")
    moved = replace(wrong, line=9, start=90, end=110)
    first, second = (
        json.loads(FORMATS["gitlab"](replace(in_files, findings=(each,)), PLAIN))[0]["fingerprint"]
        for each in (wrong, moved)
    )
    assert first == second


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "rdjson", "markdown", "csv", "text", "concise", "diff"])
def test_what_does_not_count_is_not_told(silenced, name):
    assert "number-differs" not in FORMATS[name](silenced, PLAIN)


def test_junit_has_a_case_for_each_claim(in_files):
    root = ElementTree.fromstring(FORMATS["junit"](in_files, PLAIN))
    (suite,) = root
    assert (suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("skipped")) == (
        "draft.md",
        "2",
        "1",
        "0",
    )
    first, second = suite
    assert (first.get("name"), first.get("classname"), first.get("line")) == (
        "count “Nearly 48,300 people”",
        "draft.md",
        "3",
    )
    (failure,) = first
    assert failure.get("type") == "number-differs" and "43,800 crossings on 2 May" in failure.text
    assert second.find("system-out") is not None and second.get("name").startswith("single-source: ")


@pytest.mark.parametrize(
    ("fail_on", "failures", "skipped"),
    [(Severity.error, 1, 1), (Severity.warning, 2, 0), (Severity.note, 3, 0), (Severity.never, 0, 2)],
)
def test_junit_fails_where_the_exit_status_does(in_files, fail_on, failures, skipped):
    wrong, note = in_files.findings
    warning = replace(wrong, severity=Severity.warning, start=40, end=46)
    report = replace(in_files, findings=(wrong, warning, note))
    root = ElementTree.fromstring(FORMATS["junit"](report, RenderOptions(fail_on=fail_on)))
    assert (int(root.get("failures")), int(root.get("skipped"))) == (failures, skipped)


def test_junit_numbers_cases_of_one_name(in_files):
    report = replace(in_files, judged=in_files.judged * 2, findings=())
    names = [case.get("name") for case in ElementTree.fromstring(FORMATS["junit"](report, PLAIN)).iter("testcase")]
    assert names == ["count “Nearly 48,300 people”", "count “Nearly 48,300 people” (2)"]


def test_reviewdog_counts_bytes(in_files):
    (draft,) = in_files.drafts
    text = draft.text.replace("Nearly", "– é Nearly")
    moved = tuple(replace(each, start=38, end=58, column=5) for each in in_files.findings)
    report = replace(in_files, drafts=(replace(draft, text=text, places=Places(text)),), findings=moved)
    first = diagnostics(FORMATS["rdjson"](report, PLAIN), report).diagnostics[0]
    assert (first.location.range.start.line, first.location.range.start.column) == (3, 8)
    line = text.splitlines()[2].encode()
    start, end = first.location.range.start.column - 1, first.location.range.end.column - 1
    assert line[start:end].decode() == "Nearly 48,300 people"


def test_reviewdog_gets_whole_lines_where_the_file_is_not_at_hand(checked):
    first = diagnostics(FORMATS["rdjson"](checked, PLAIN), checked).diagnostics[0]
    assert (first.location.range.start.line, first.location.range.start.column) == (3, None)
    assert first.suggestions == []


def test_reviewdog_gets_the_source_s_figure_as_a_suggestion(in_files):
    report = without_hedge(in_files)
    first = diagnostics(FORMATS["rdjson"](report, PLAIN), report).diagnostics[0]
    assert [each.text for each in first.suggestions] == ["43,800 people"]
