"""JSON, version 1: what is encoded can be decoded, and the shapes are those that readers were promised."""

import json
from decimal import Decimal

import msgspec
import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Suppression, TimeExpression
from factcheck.report import FORMATS, PLAIN, v1

SHAPES = {"extract": v1.ExtractV1, "compare": v1.CompareV1, "check": v1.CheckV1}


@pytest.fixture(params=["extracted", "compared", "checked"])
def report(request):
    return request.getfixturevalue(request.param)


def test_json_decodes_to_what_was_encoded(report):
    text = FORMATS["json"](report, PLAIN)
    shape = v1.of(report)
    assert msgspec.json.decode(text, type=SHAPES[report.job]) == shape
    assert json.loads(text)["version"] == 1
    assert text.endswith("}\n") and text.count("\n") == 1


def test_a_claim_has_the_fields_that_were_promised(extracted):
    first, _, last = json.loads(FORMATS["json"](extracted, PLAIN))["claims"]
    assert first == {
        "document": "draft.md",
        "kind": "count",
        "start": 34,
        "end": 54,
        "line": 3,
        "column": 1,
        "text": "Nearly 48,300 people",
        "sentence": [34, 94],
        "rule": "quantity/count",
        "value": {
            "number": "48300",
            "low": "47300.5",
            "high": "48300",
            "hedge": "nearly",
            "unit": None,
            "noun": "people",
            "bound": "below",
        },
    }
    assert last["value"] == {
        "timex": "2019-05-02",
        "type": "DATE",
        "first": "2019-05-02",
        "last": "2019-05-02",
        "mod": None,
    }


@pytest.mark.parametrize(
    ("timex", "told"),
    [
        ("P2W", ("2", "week")),
        ("PT90M", ("90", "minute")),
        ("P1.5Y", ("1.5", "year")),
        ("P3Y2M", None),
        ("P6W/P8W", None),
        ("PXD", None),
    ],
)
def test_a_length_in_one_unit_tells_its_number_and_unit(timex, told):
    value = v1.value(TimeExpression(timex=timex, type="DURATION"))
    assert (value.get("number"), value.get("unit")) == (told or (None, None))


def test_a_quotation_has_its_speaker_even_when_unknown(extracted):
    value = json.loads(FORMATS["json"](extracted, PLAIN))["claims"][1]["value"]
    assert value == {"quote": "the ferry company said", "speaker": None, "cue": "said", "role": "quotation"}


def test_a_judged_claim_is_a_claim_with_its_verdict(checked):
    shown = json.loads(FORMATS["json"](checked, PLAIN))
    claim = shown["claims"][0]
    assert (claim["verdict"], claim["origins"], claim["reason"]) == ("differ", 0, "digits transposed")
    assert claim["evidence"][0]["relation"] == "different"
    assert claim["evidence"][0]["claim"]["text"] == "43,800 crossings"
    assert shown["draft"] == "draft.md" and "drafts" not in shown
    assert shown["findings"][0]["severity"] == "error"
    assert shown["summary"]["verdicts"] == {"agree": 0, "differ": 1, "single": 0, "unsupported": 0, "held": 0}
    assert shown["summary"]["findings"] == {"error": 1, "warning": 0, "note": 1}


def test_several_drafts_are_all_named(checked):
    twice = msgspec.structs.replace(checked, drafts=checked.drafts * 2)
    shown = json.loads(FORMATS["json"](twice, PLAIN))
    assert (shown["draft"], shown["drafts"]) == ("draft.md", ["draft.md", "draft.md"])


def test_a_comparison_has_its_documents_origins_and_clusters(compared):
    shown = json.loads(FORMATS["json"](compared, PLAIN))
    assert [document["id"] for document in shown["documents"]] == ["ledger.txt", "echo.txt", "draft.md"]
    assert shown["origins"][0] == {
        "id": "o1",
        "documents": ["ledger.txt", "echo.txt"],
        "reason": "shared copy",
    }
    assert shown["clusters"][1]["about"] == "people crossed"
    assert [claim["document"] for claim in shown["clusters"][1]["claims"]] == ["ledger.txt", "draft.md"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1E+9", "1000000000"),
        ("0.10", "0.1"),
        ("100", "100"),
        ("-2.50", "-2.5"),
        ("0E-7", "0"),
        ("1E-8", "0.00000001"),
    ],
)
def test_numbers_are_plain_decimals(number, text):
    assert v1.plain(Decimal(number)) == text


def test_json_lines_are_claims_clusters_or_findings(extracted, compared, checked):
    lines = [json.loads(line) for line in FORMATS["jsonl"](extracted, PLAIN).splitlines()]
    assert lines == json.loads(FORMATS["json"](extracted, PLAIN))["claims"]
    assert json.loads(FORMATS["jsonl"](compared, PLAIN).splitlines()[0])["id"] == "c1"
    assert json.loads(FORMATS["jsonl"](checked, PLAIN).splitlines()[1])["rule"] == "single-source"


def test_a_file_name_that_is_no_text_does_not_break_json(extracted):
    claims = tuple(msgspec.structs.replace(claim, document="odd-\udcff.txt") for claim in extracted.claims)
    shown = FORMATS["json"](msgspec.structs.replace(extracted, claims=claims), PLAIN)
    assert json.loads(shown)["claims"][0]["document"] == "odd-?.txt"


def test_new_fields_stand_there_only_when_they_say_something(checked):
    shown = json.loads(FORMATS["json"](checked, PLAIN))
    promised = {"rule", "severity", "message", "document", "start", "end", "line", "column", "evidence"}
    assert [set(finding) for finding in shown["findings"]] == [promised, promised]
    assert set(shown["documents"][0]) == {"id", "title", "published", "published_from", "source", "url", "words"}
    assert "suppressed" not in shown


def test_what_does_not_count_stands_apart(checked):
    wrong, note = checked.findings
    comment = Suppression("inSource", "our own count", "draft.md", 2, 5)
    findings = (
        msgspec.structs.replace(wrong, fingerprint="ab12", suppression=comment),
        msgspec.structs.replace(note, fingerprint="cd34", baseline="unchanged"),
        msgspec.structs.replace(note, fingerprint="cd34", baseline="new"),
    )
    report = msgspec.structs.replace(checked, findings=findings)
    shown = json.loads(FORMATS["json"](report, PLAIN))
    assert [(each["fingerprint"], each["baseline"]) for each in shown["findings"]] == [("cd34", "new")]
    first, second = shown["suppressed"]
    assert first["suppression"] == {
        "kind": "inSource",
        "reason": "our own count",
        "path": "draft.md",
        "line": 2,
        "column": 5,
    }
    assert (second["baseline"], "suppression" in second) == ("unchanged", False)
    assert shown["summary"]["findings"] == {"error": 0, "warning": 0, "note": 1}
    assert FORMATS["jsonl"](report, PLAIN).count("\n") == 1


@pytest.mark.parametrize("job", ["compare", "extract"])
def test_every_job_can_have_findings(checked, job):
    report = msgspec.structs.replace(checked, job=job)
    assert len(json.loads(FORMATS["json"](report, PLAIN))["findings"]) == 2
    assert "error number-differs" in FORMATS["text"](report, PLAIN)
    assert "error number-differs" in FORMATS["concise"](report, PLAIN)
    assert FORMATS["github"](report, PLAIN).count("::error ") == 1


def test_json_lines_of_claims_have_findings_behind_them(extracted, checked):
    report = msgspec.structs.replace(extracted, findings=checked.findings)
    lines = [json.loads(line) for line in FORMATS["jsonl"](report, PLAIN).splitlines()]
    assert ["severity" in line for line in lines] == [False, False, False, True, True]


def test_a_document_names_its_file_when_its_id_does_not(checked):
    (ledger,) = checked.documents
    report = msgspec.structs.replace(checked, documents=(msgspec.structs.replace(ledger, path="notes/wires.jsonl"),))
    assert json.loads(FORMATS["json"](report, PLAIN))["documents"][0]["path"] == "notes/wires.jsonl"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x9bb", "a\\u009bb"),
        ("a\u202eb", "a\\u202eb"),
        ("##[error]x", "#\\u0023[error]x"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("“é” 日 ##", "“é” 日 ##"),
    ],
)
def test_what_a_terminal_or_a_log_would_obey_is_escaped_and_kept(extracted, text, written):
    claims = (msgspec.structs.replace(extracted.claims[0], text=text),)
    shown = FORMATS["jsonl"](msgspec.structs.replace(extracted, claims=claims), PLAIN)
    assert f'"text":"{written}"' in shown and json.loads(shown)["text"] == text


@pytest.fixture(scope="module")
def judged():
    draft = "The board did not land 3,200 tonnes of herring in May 2019. “We will open it,” said Nora Lindqvist."
    source = "The board landed 3,100 tonnes of herring in May 2019. “We will open it,” said Nora Lindqvist."
    return check([Document(id="draft", text=draft)], [Document(id="source", text=source)], load_rules())


def test_a_checked_claim_has_its_slots_and_its_evidence_how_they_relate(judged):
    shown = json.loads(FORMATS["json"](judged, PLAIN))
    names = ["measure", "bearer", "event", "state", "change", "where", "when", "extent"]
    texts = {each.id: each.text for each in (*judged.drafts, *judged.documents)}
    figures = [each for each in shown["claims"] if each["kind"] != "quote"]
    slots = 0
    for claim in (*figures, *(one["claim"] for each in figures for one in each["evidence"])):
        assert list(claim["about"]) == names
        for slot in filter(None, claim["about"].values()):
            assert texts[claim["document"]][slot["start"] : slot["end"]] == slot["text"] and slot["concepts"]
            slots += 1
    assert slots
    told = [one["slots"] for each in figures for one in each["evidence"]]
    assert told and all(list(each) == names for each in told)
    assert {relation for each in told for relation in each.values()} <= {"same", "compatible", "unknown", "conflicting"}


def test_quotations_and_extracted_claims_have_no_slots(judged, extracted):
    quotes = [each for each in json.loads(FORMATS["json"](judged, PLAIN))["claims"] if each["kind"] == "quote"]
    assert quotes and not any("about" in each for each in quotes)
    assert not any("slots" in one or "about" in one["claim"] for each in quotes for one in each["evidence"])
    assert not any("about" in each for each in json.loads(FORMATS["json"](extracted, PLAIN))["claims"])


def test_a_finding_has_its_confidence_and_the_nearest_statement():
    draft = "Among the victims was his 88-year-old grandmother."
    source = "The dead include a boy, 4, of Ferris. His grandmother, 71, was found in the car on the weir of Lipa."
    report = check([Document(id="draft", text=draft)], [Document(id="source", text=source)], load_rules())
    (found,) = json.loads(FORMATS["json"](report, PLAIN))["findings"]
    assert found["rule"] == "unsupported" and 0 < found["confidence"] < 1
    assert found["nearest"] == found["evidence"][0] and found["nearest"]["claim"]["text"] == "71"
