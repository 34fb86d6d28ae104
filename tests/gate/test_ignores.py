"""Directives in comments and sidecar files: what they suppress, their places, and reports of unused ones."""

from pathlib import Path

import pytest

from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.gate import gated
from factcheck.gate.ignores import suppressed
from factcheck.model import Severity, Suppression
from factcheck.report import v1

from .conftest import CLOSED, COUNTED


def suppressions(report) -> list[tuple[str, str | None]]:
    """The name of each finding, with the reason of its suppression."""
    found = suppressed(report).findings
    return [(each.rule, None if each.suppression is None else each.suppression.reason) for each in found]


BOTH = [("number-differs", None), ("date-differs", None)]


def test_a_comment_suppresses_the_next_block_and_keeps_the_reason(checked):
    report = checked(f"<!-- factcheck: ignore[number-differs] told by phone -->\n{COUNTED}\n\n{CLOSED}\n")
    assert suppressions(report) == [("number-differs", "told by phone"), ("date-differs", None)]
    finding = suppressed(report).findings[0]
    assert finding.suppression == Suppression("inSource", "told by phone", "draft.md", 1, 1)
    assert not finding.counts
    assert suppressed(report).worst is Severity.error


def test_a_comment_is_not_checked_and_moves_no_offset(checked):
    comment = "<!-- 77 of 99 sheep died on 3 May 2018. -->"
    plain = checked(f"{COUNTED} {' ' * len(comment)}\n\n{CLOSED}\n")
    noted = checked(f"{COUNTED} {comment}\n\n{CLOSED}\n")
    assert [v1.claim(each.claim) for each in noted.judged] == [v1.claim(each.claim) for each in plain.judged]
    assert "77 of 99" not in noted.drafts[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ignore[date-differs]@\n{counted}\n\n{closed}", [("unused-ignore", None), *BOTH]),
        ("@ignore[date]@\n\n{closed}\n\n{counted}", [("date-differs", ""), ("number-differs", None)]),
        ("@ignore@\n{counted} {closed}", [("number-differs", ""), ("date-differs", "")]),
        ("{counted} @ignore[number]@\n\n{closed}", [("number-differs", ""), ("date-differs", None)]),
        ("@off@\n\n{counted}\n\n@on@\n\n{closed}", [("number-differs", ""), ("date-differs", None)]),
        ("@off[date]@\n\n{counted}\n\n{closed}", [("number-differs", None), ("date-differs", "")]),
        ("@off[date]@{counted} @on[number]@ {closed}", [BOTH[0], ("unused-ignore", None), ("date-differs", "")]),
        ("@off[date]@{counted} @on[date]@ {closed}", [("unused-ignore", None), *BOTH]),
        ("{counted} @on@ {closed}", [BOTH[0], ("unused-ignore", None), BOTH[1]]),
        ('{counted}\n\n{closed}\n\n@ignore[number]="48,300"@', [("number-differs", ""), ("date-differs", None)]),
        ('@ignore[number]="8,300"@ {counted}', [("unused-ignore", None), ("number-differs", None)]),
        ('@ignore[number]="48"@ {counted}', [("unused-ignore", None), ("number-differs", None)]),
        ('@ignore="5  MAY 2019", "48,300"@ {counted} {closed}', [("number-differs", ""), ("date-differs", "")]),
        ("@ignore[number, quote]@\n{counted}", [("unused-ignore", None), ("number-differs", "")]),
        ("@ignore[number] one@\n{counted} @ignore[number] two@", [("number-differs", "one")]),
        ("<!-- a note --> {counted} @ignore@", [("number-differs", "")]),
        ("{counted}\n\n@ignore[number]@", [("number-differs", None), ("unused-ignore", None)]),
    ],
)
def test_what_is_covered_in_markdown(checked, text, expected):
    written = text.format(counted=COUNTED, closed=CLOSED)
    for mark in ("<!-- factcheck: ", " -->") * written.count("@"):
        written = written.replace("@", mark, 1)
    assert suppressions(checked(written)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<!-- factcheck: ignore[number] phone --><p>{counted}</p>\n<p>{closed}</p>", ["phone", None]),
        ("<p>{counted}</p>\n<p>{closed} <!-- factcheck: ignore phone --></p>", [None, "phone"]),
        ("<!-- factcheck: off --><p>{counted}</p><!-- factcheck: on --><p>{closed}</p>", ["", None]),
        ('<p>{counted}</p><p>{closed}</p><!-- factcheck: ignore="48,300" -->', ["", None]),
        ("<!-- a note --><p>{counted}</p><p>{closed}</p>", [None, None]),
        ("<script>/* <!-- factcheck: ignore --> */</script><p>{counted}</p><p>{closed}</p>", [None, None]),
    ],
)
def test_what_is_covered_in_a_page(checked, body, expected):
    report = checked(f"<html><body>{body.format(counted=COUNTED, closed=CLOSED)}</body></html>", "draft.html")
    assert [reason for rule, reason in suppressions(report) if rule != "single-source"] == expected


def test_an_unused_comment_in_a_page_is_reported_at_its_line(checked):
    page = f"<html><body>\n<p>{COUNTED}</p>\n<!-- factcheck: ignore[quote] -->\n<p>{CLOSED}</p>\n</body></html>"
    report = suppressed(checked(page, "draft.html"))
    (unused,) = [each for each in report.findings if each.rule == "unused-ignore"]
    assert (unused.line, unused.column, unused.severity) == (3, 1, Severity.warning)
    assert unused.message == "“ignore[quote]” silences nothing; remove it"
    assert unused.start == unused.end <= len(report.drafts[0].text)
    assert report.drafts[0].text[unused.start :].lstrip().startswith("The old bridge")


def test_an_unused_comment_is_reported_at_its_place(checked):
    report = suppressed(checked(f"{CLOSED}\n\n  <!-- factcheck: ignore[number, quote] -->\nAll went well.\n"))
    (unused,) = [each for each in report.findings if each.rule == "unused-ignore"]
    assert (unused.document, unused.line, unused.column) == ("draft.md", 3, 3)
    assert report.drafts[0].places.raw[slice(*unused.in_file)] == "<!-- factcheck: ignore[number, quote] -->"
    assert unused.message == "“ignore[number, quote]” silences nothing; remove it"


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        (
            "ignore[number, quote, single]",
            "“ignore[number, quote, single]” silences no quote or single; take that name out",
        ),
        ("ignore", None),
        ("on[number]", "“on[number]” ends nothing: nothing was switched off before it"),
    ],
)
def test_the_message_on_an_unused_comment(checked, directive, message):
    found = suppressed(checked(f"<!-- factcheck: {directive} -->\n{COUNTED}")).findings
    assert [each.message for each in found if each.rule == "unused-ignore"] == ([message] if message else [])


def test_an_invalid_comment_stops_the_run(checked):
    with pytest.raises(ConfigError, match=r"^draft\.md:3: no finding 'nmber-differs'; is it 'number-differs'\?$"):
        suppressed(checked(f"{COUNTED}\n\n<!-- factcheck: ignore[nmber-differs] -->\n{CLOSED}"))


def test_an_unclosed_comment_is_text(checked):
    report = checked(f"<!-- factcheck: ignore\n{COUNTED}\n")
    assert [rule for rule, _ in suppressions(report)] == ["number-differs"]


def test_a_sidecar_file_suppresses_findings(checked):
    Path("draft.txt.factcheck-ignore").write_text(
        '# who said so\n\nignore[number-differs]="48,300" told by phone\nignore[quote] the poem\n'
    )
    report = checked(f"{COUNTED}\n\n{CLOSED}\n", "draft.txt")
    assert suppressions(report) == [
        ("number-differs", "told by phone"),
        ("date-differs", None),
        ("unused-ignore", None),
    ]
    number, _, unused = suppressed(report).findings
    assert number.suppression == Suppression("external", "told by phone", "draft.txt.factcheck-ignore", 3)
    assert (unused.document, unused.line) == ("draft.txt.factcheck-ignore", 4)


@pytest.mark.parametrize(
    ("text", "error", "where"),
    [
        (b"off", ConfigError, "draft.txt.factcheck-ignore:1: off belongs in a comment"),
        (b"\nignre[number]", ConfigError, "draft.txt.factcheck-ignore:2: 'ignre' is none of"),
        (b"ignore[nmber]", ConfigError, "draft.txt.factcheck-ignore:1: no finding 'nmber'"),
        (b"\xff", InputError, "draft.txt.factcheck-ignore: not UTF-8"),
    ],
)
def test_an_invalid_sidecar_file_stops_the_run(checked, text, error, where):
    Path("draft.txt.factcheck-ignore").write_bytes(text)
    with pytest.raises(error) as raised:
        suppressed(checked(COUNTED, "draft.txt"))
    assert str(raised.value).startswith(where)


def test_a_sidecar_file_that_cannot_be_read_stops_the_run(checked):
    Path("draft.txt.factcheck-ignore").mkdir()
    with pytest.raises(InputError, match=r"^draft\.txt\.factcheck-ignore: cannot be read"):
        suppressed(checked(COUNTED, "draft.txt"))


def test_in_a_corpus_an_id_names_the_document(checked):
    Path("drafts.jsonl.factcheck-ignore").write_text("a2 ignore[number-differs] told by phone\n")
    corpus = "".join(f'{{"id": "{name}", "text": "{COUNTED}"}}\n' for name in ("a1", "a2"))
    report = suppressed(checked(corpus, "drafts.jsonl"))
    assert [(each.document, each.counts) for each in report.findings] == [("a1", True), ("a2", False)]


def test_without_ignores_nothing_is_suppressed_and_no_comment_is_read(checked):
    report = checked(f"<!-- factcheck: ignore[nmber] -->\n{COUNTED}\n\n{CLOSED}\n")
    assert gated(report, Config(), ignores=False).findings == report.findings


def test_a_comment_on_a_finding_ignored_by_configuration_is_not_unused(checked):
    report = checked(f"<!-- factcheck: ignore[number] phone -->\n{COUNTED}\n\n{CLOSED}\n")
    found = gated(report, Config(per_file_ignores={"*.md": ("number",)})).findings
    assert [each.rule for each in found] == ["date-differs"]
