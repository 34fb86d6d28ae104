"""What an article may hold, and for each format a reader that says whether it was broken by it."""

import csv
import io
import json
import re
import unicodedata
from xml.etree import ElementTree

import msgspec
from markdown_it import MarkdownIt

from factcheck.model import (
    Claim,
    Cluster,
    Document,
    Evidence,
    Finding,
    Judged,
    Origin,
    Places,
    Quantity,
    Quotation,
    Report,
    Severity,
    Span,
    Suppression,
)
from factcheck.report.screen import flat

TEXTS = {
    "escape": "\x1b]0;owned\x07 \x9b31m\x1b[2J 48,300",
    "control": "a\x00b\x08c\x0bd\x7fe\x85f\u2028g\r\n48,300\x1a",
    "reordering": "\u202eevil\u2066 \u200b\ufeff\U000e0041 48,300",
    "surrogate": "48,300 \udcff\ud800 people",
    "no character": "48,300 \ufffe\uffff\ufdd0 people",
    "workflow command": "::error file=x,line=1::owned\n::set-output name=x::y",
    "percent": "100%0A::error::x%25 %3A %2C",
    "old command": "##[error]owned ##vso[task.setvariable variable=x]y ##teamcity[x]",
    "command behind a blank": " \u200b::add-mask::48,300",
    "cdata": "48,300]]><failure/>&amp;<!--<![CDATA[",
    "markup": "<script>alert(1)</script> <img src=x onerror=y> </details> <!-- x",
    "quotes": "he said \"48,300\" and 'more' \\",
    "pipes": "a | b || c \\| d\n| --- |\n| 48,300 |",
    "formula": '=HYPERLINK("http://a.example";"48,300")',
    "formula with a sign": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula behind a tab": "\t=1+1",
    "formula, full width": "＝1+1",
    "emphasis": "*48,300* _people_ `code` ~~gone~~ $x$ **b**",
    "links": "[48,300](http://a.example) ![x](y) <http://b.example> https://c.example www.d.example",
    "calls": "@newsroom #12 !34 ~label %milestone &5 org/repo#7 \n/close\n@team",
    "headings": "# Title\n\n- item\n1. item\n> quote\n---\n===\n```\n48,300",
    "placeholder": "{0} {1} {{2}} [link](1) \\[x\\](2)",
    "commas": "a,b;c\td:e,file=x",
    "wide": "日本 48,300 人 e\u0301 \U0001f469\u200d\U0001f680",
    "long": "48,300 people " * 400,
    "nothing": "",
    "blank": " \n\t ",
}

INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2061-\u2069\ufeff\u180e\ufff9-\ufffb\U000e0000-\U000e007f]"
)
ORDER = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def reports(text: str) -> list[Report]:
    """A report of each job in which everything that comes from an article, a file name or a comment is that text."""
    body = f"{text} 48,300 people\n{text}"
    name = text or "draft.md"
    draft = Document(id=name, text=body, places=Places(body), title=text, path=name)
    source = Document(id=f"source {text}", text=body, places=Places(body), source=text, path="sources/corpus.jsonl")
    start = body.index("48,300 people", len(text))
    line, column = draft.places.at(start)

    def claim(document: Document, value: object, kind: str) -> Claim:
        words = body[start : start + 13]
        span = Span(0, len(body))
        return Claim(document.id, kind, start, start + 13, line, column, words or text, span, "quantity/count", value)

    figure = Quantity(None, None, None, hedge=text, unit=text, noun=text, verb=text, subject=text)
    evidence = Evidence(claim(source, figure, "count"), "different", body, text)
    quote = Quotation(text, text, text)
    spoken = Evidence(claim(source, quote, "quote"), "different", f"{text} {body}", text)
    silent = Suppression("inSource", text, name, 1)

    def finding(rule: str, severity: Severity, told: tuple[Evidence, ...], **more: object) -> Finding:
        return Finding(rule, severity, f"{text}: {text}", name, start, start + 13, line, column, told, **more)

    findings = (
        finding("number-differs", Severity.error, (evidence,), fingerprint="f1"),
        finding("quote-altered", Severity.error, (spoken,), fingerprint="f1"),
        finding("quote-misattributed", Severity.error, (spoken,)),
        finding("unsupported", Severity.warning, ()),
        finding("single-source", Severity.note, (evidence, spoken)),
        finding("number-differs", Severity.error, (evidence,), suppression=silent),
    )
    judged = (
        Judged(claim(draft, figure, "count"), "differ", 1, text, (evidence,)),
        Judged(claim(draft, quote, "quote"), "differ", 1, text, (spoken,)),
    )
    members = (claim(draft, figure, "count"), claim(source, quote, "quote"))
    origins = (Origin("o1", (source.id, draft.id), text),)
    return [
        Report("check", (source,), (draft,), origins, judged=judged, findings=findings),
        Report(
            "compare",
            (source, draft),
            origins=origins,
            clusters=(Cluster("c1", text, "count", "differ", 2, text, members),),
        ),
        Report("extract", (draft, source), claims=members),
    ]


def counting(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.counts]


def on_a_screen(shown: str, report: Report) -> None:
    """Nothing that a terminal or a CI log obeys."""
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs") and char != "\n"]
    assert not INVISIBLE.search(shown)
    assert not ORDER.search(shown)


def one_line_each(shown: str, report: Report) -> None:
    on_a_screen(shown, report)
    expected = {"check": counting(report), "compare": report.clusters, "extract": report.claims}[report.job]
    assert shown.count("\n") == len(expected)


def a_patch(shown: str, report: Report) -> None:
    """Remarks, then hunks whose lines begin as they must."""
    on_a_screen(re.sub(r"\t|\r$", "", shown, flags=re.MULTILINE), report)
    for line in shown.splitlines():
        assert not line or line[0] in "#-+@ \\"


def json_text(shown: str, report: Report) -> None:
    found = json.loads(shown)
    assert shown.count("\n") == 1 and found["version"] == 1
    if report.job == "check":
        assert [each["message"] for each in found["findings"]] == [
            each.message.encode("utf-8", "replace").decode() for each in counting(report)
        ]
        assert len(found["suppressed"]) == 1


def json_lines(shown: str, report: Report) -> None:
    expected = {"check": counting(report), "compare": report.clusters, "extract": report.claims}[report.job]
    assert len([json.loads(line) for line in shown.split("\n")[:-1]]) == len(expected)


def a_spreadsheet(shown: str, report: Report) -> None:
    on_a_screen(shown, report)
    heads, *rows = csv.reader(io.StringIO(shown), strict=True)
    expected = {
        "check": len(counting(report)),
        "compare": sum(len(cluster.claims) for cluster in report.clusters),
        "extract": len(report.claims),
    }
    assert len(rows) == expected[report.job]
    assert {len(row) for row in rows} <= {len(heads)}
    for cell in (cell for row in rows for cell in row):
        assert cell[:1] not in tuple("=+-@＝＋－＠") or re.fullmatch(r"[+-]?[\d.]+", cell)


PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"<br>", "</details>"}


def a_comment(shown: str, report: Report) -> None:
    """Only our own markup, as many rows as there are findings, and nobody called by name."""
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs") and char != "\n"]
    assert not ORDER.search(shown)
    tokens = PARSER.parse(shown)
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= {"text", "html_inline", "hardbreak", "softbreak", "text_special"}
    html = [token.content.strip() for token in (*tokens, *inline) if token.type in ("html_inline", "html_block")]
    assert all(each in OURS or re.fullmatch(r"<details><summary>\d+ notes?</summary>", each) for each in html)
    expected = {"check": counting(report), "compare": report.clusters, "extract": report.claims}[report.job]
    tables = sum(token.type == "table_open" for token in tokens)
    if "which a comment cannot hold" not in shown:
        assert sum(token.type == "tr_open" for token in tokens) == len(expected) + tables
    words = " ".join(token.content for token in inline if token.type.startswith("text"))
    assert not re.search(r"[@#!~&%]\w", words)
    assert not re.search(r"^\s*/\w", shown, re.MULTILINE)
    for autolink in (r"\bhttps?://", r"\bwww\."):
        assert not re.search(autolink, shown)


COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*,)*\w+=[^,:]*)::(.*)")


def workflow_commands(shown: str, report: Report) -> None:
    """Each line is one command, read as the runner reads it."""
    lines = shown.split("\n")[:-1]
    findings = counting(report)
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        assert not [char for char in line if unicodedata.category(char) in ("Cc", "Cs")]
        command = COMMAND.fullmatch(line)
        given = dict(each.split("=", 1) for each in command[2].split(","))
        assert list(given) == ["file", "line", "endLine", "col", "endColumn", "title"]
        assert given["title"] == finding.rule
        message = command[3].split("%0A")[0].replace("%25", "%")
        assert message == flat(finding.message)


def code_quality(shown: str, report: Report) -> None:
    found = json.loads(shown)
    assert len(found) == len(counting(report))
    assert len({each["fingerprint"] for each in found}) == len(found)
    for each in found:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert each["location"]["path"] is not None and each["location"]["lines"]["begin"] >= 1
        assert not INVISIBLE.search(each["description"])


def suites_of_cases(shown: str, report: Report) -> None:
    """Well-formed, and the counts are those of the elements."""
    root = ElementTree.fromstring(shown)
    cases = list(root.iter("testcase"))
    assert root.tag == "testsuites" and int(root.get("tests")) == len(cases)
    assert int(root.get("failures")) == len(list(root.iter("failure")))
    assert int(root.get("skipped")) == len(list(root.iter("skipped")))
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }
    on_a_screen("".join(root.itertext()), report)


class Position(msgspec.Struct, forbid_unknown_fields=True):
    line: int
    column: int | None = None


class Range(msgspec.Struct, forbid_unknown_fields=True):
    start: Position
    end: Position | None = None


class Location(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    range: Range | None = None


class Code(msgspec.Struct, forbid_unknown_fields=True):
    value: str
    url: str | None = None


class Suggestion(msgspec.Struct, forbid_unknown_fields=True):
    range: Range
    text: str


class Diagnostic(msgspec.Struct, forbid_unknown_fields=True):
    message: str
    location: Location
    severity: str
    code: Code
    suggestions: list[Suggestion] = []


class Diagnostics(msgspec.Struct, forbid_unknown_fields=True):
    """reviewdog's DiagnosticResult, as far as it is used here."""

    source: dict[str, str]
    diagnostics: list[Diagnostic]


def diagnostics(shown: str, report: Report) -> Diagnostics:
    found = msgspec.json.decode(shown, type=Diagnostics)
    assert len(found.diagnostics) == len(counting(report))
    assert {each.severity for each in found.diagnostics} <= {"ERROR", "WARNING", "INFO"}
    for each in found.diagnostics:
        on_a_screen(each.message, report)
    return found


def sarif_log(shown: str, report: Report) -> None:
    from tests.report.schema import SARIF

    found = json.loads(shown)
    assert [error.message for error in SARIF.iter_errors(found)] == []
    (run,) = found["runs"]
    assert len(run["results"]) == len(report.findings)
    for result in run["results"]:
        for message in (result["message"], *(each["message"] for each in result["relatedLocations"])):
            assert not re.search(r"(?<!\\)\[[^\[\]\\]*\]\(", message["text"])
            assert not re.search(r"(?<!\{)\{\d+\}", message["text"])
            on_a_screen(message["text"], report)


READERS = {
    "text": on_a_screen,
    "concise": one_line_each,
    "json": json_text,
    "jsonl": json_lines,
    "csv": a_spreadsheet,
    "markdown": a_comment,
    "sarif": sarif_log,
    "github": workflow_commands,
    "gitlab": code_quality,
    "junit": suites_of_cases,
    "rdjson": diagnostics,
    "diff": a_patch,
}
