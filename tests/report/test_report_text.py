"""What people read: exact, aligned, and safe to print whatever an article holds."""

import unicodedata
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    YEAR_OF_DRAFT,
    Document,
    Evidence,
    Finding,
    Quantity,
    Quotation,
    Report,
    Severity,
    Suppression,
    TimeExpression,
)
from factcheck.report import FORMATS, PLAIN, RenderOptions
from factcheck.report.screen import columns, flat, gist, pointed, safe, shorten


def test_a_finding_shows_the_line_the_span_and_the_source(checked):
    assert FORMATS["text"](checked, PLAIN) == (
        "draft.md:3:1: error number-differs: “48,300” is 43,800 in ledger.txt\n"
        "    3 | Nearly 48,300 people crossed in May, the ferry company said.\n"
        "      | ^^^^^^^^^^^^^^^^^^^^\n"
        "  --> ledger.txt:1:21 differs\n"
        "    1 | The company counted 43,800 crossings on 2 May.\n"
        "      |                     ----------------\n"
        "      = digits transposed\n"
        "      = help: take the source's figure, or add the source that gives this one\n"
        "\n"
        "draft.md:3:1: note single-source: only ledger.txt says so\n"
        "\n"
        "1 claim: 1 differs\n"
        "1 source, 1 independent origin; 1 error, 1 note\n"
        "no day of publication in ledger.txt\n"
    )


def test_a_reason_that_the_message_gives_is_not_repeated(checked):
    finding = msgspec.structs.replace(checked.findings[0], message="digits transposed")
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=(finding,)), PLAIN)
    assert shown.count("digits transposed") == 1


def test_the_comparison_shows_what_differs_first_with_a_sentence_of_each_side(compared):
    assert FORMATS["text"](compared, PLAIN) == (
        "sources disagree (1)\n"
        "\n"
        "people crossed\n"
        "  “43,800 crossings”: Ledger\n"
        "      The company counted 43,800 crossings on 2 May.\n"
        "  “Nearly 48,300 people”: draft.md, 3 Jun 2019\n"
        "      Nearly 48,300 people crossed in May, the ferry company said.\n"
        "  = digits transposed\n"
        "\n"
        "only copied (1)\n"
        "\n"
        "fact               value    sources\n"
        "-----------------  -------  ----------------\n"
        "counted crossings  2 May    Ledger; echo.txt\n"
        "\n"
        "2 documents of one origin: Ledger; echo.txt\n"
        "  = shared copy\n"
        "\n"
        "2 facts: 1 differs, 1 single\n"
        "3 sources, 2 independent origins\n"
        "no day of publication in ledger.txt, echo.txt\n"
    )


@pytest.mark.parametrize("table_format", ["simple", "grid", "github", "tsv", "html"])
@pytest.mark.parametrize("sources", [1, 4, 15])
def test_a_comparison_of_many_sources_keeps_its_width(compared, sources, table_format):
    long = "Nearly 48,300 people, among them the crew of both ferries and all who waited on the quay"
    claim = compared.clusters[1].claims[0]
    claims = [msgspec.structs.replace(claim, document=f"source-{number}.txt", text=long) for number in range(sources)]
    documents = [Document(id=each.document, text="") for each in claims]
    cluster = msgspec.structs.replace(compared.clusters[1], about="a" * 80, claims=tuple(claims))
    report = Report("compare", documents=tuple(documents), clusters=(cluster,))
    shown = FORMATS["text"](report, RenderOptions(table_format=table_format))
    assert "48,300" in shown and "source-0.txt" in shown
    assert shown.startswith("sources disagree (1)\n")
    if table_format in ("simple", "grid"):
        assert max(map(len, shown.splitlines())) <= 120


def test_claims_stand_under_their_document(extracted):
    shown = FORMATS["text"](extracted, PLAIN)
    assert shown.splitlines()[0] == "draft.md"
    assert "3:1" in shown and "48300 (47300.5..48300)" in shown and "2019-05-02" in shown
    assert "\nledger.txt\n" in shown


def test_concise_is_one_line_each(extracted, compared, checked):
    assert FORMATS["concise"](checked, PLAIN).splitlines() == [
        "draft.md:3:1: error number-differs: “48,300” is 43,800 in ledger.txt",
        "draft.md:3:1: note single-source: only ledger.txt says so",
    ]
    assert FORMATS["concise"](extracted, PLAIN).splitlines()[0] == (
        "draft.md:3:1: count “Nearly 48,300 people” = 48300 (47300.5..48300)"
    )
    assert FORMATS["concise"](compared, PLAIN).splitlines()[1] == (
        "differ count (people crossed): ledger.txt:1:21 “43,800 crossings”; draft.md:3:1 “Nearly 48,300 people”"
    )


def test_colour_is_only_there_when_asked_for(checked, compared):
    for report in (checked, compared):
        assert "\x1b" not in FORMATS["text"](report, PLAIN)
        assert "\x1b[" in FORMATS["text"](report, RenderOptions(colour=True))


HOSTILE = "\x1b]0;owned\x07 \x9b31m \u202eevil\u2066 \r\n\x00 48,300"


@pytest.mark.parametrize("name", ["text", "concise"])
def test_an_article_cannot_send_escapes_to_the_terminal(name, checked):
    finding = Finding("number-differs", Severity.error, HOSTILE, HOSTILE, 0, len(HOSTILE), 1, 1)
    evidence = msgspec.structs.replace(checked.findings[0].evidence[0], quote=HOSTILE, reason=HOSTILE)
    finding = msgspec.structs.replace(finding, evidence=(evidence,))
    draft = Document(id=HOSTILE, text=HOSTILE)
    shown = FORMATS[name](Report("check", drafts=(draft,), findings=(finding,)), PLAIN)
    assert not set("\x1b\x07\x9b\u202e\u2066\r\x00") & set(shown)


@given(st.text())
def test_safe_text_can_be_printed(text):
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in safe(text))
    assert "\n" not in flat(text)


@given(st.text(), st.integers(2, 40))
def test_shortened_text_fits(text, width):
    shown = shorten(text, width)
    assert columns(shown) <= width
    assert shown == text or shown.endswith("…")


@given(st.text(alphabet="ab \n日é", max_size=300), st.data())
def test_the_marks_stand_under_the_span(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, marks = pointed(text, start, end, 80)
    assert len(marks) > marks.count(" ") and "\n" not in line
    inside = text[start:end].split("\n")[0].rstrip()
    if inside and len(inside) < 60 and "日" not in text and not inside[0].isspace():
        at = len(marks) - len(marks.lstrip())
        assert line[at:].startswith(inside)


def test_a_long_line_is_cut_around_the_span():
    text = "word " * 100 + "48,300 people" + " word" * 100
    line, marks = pointed(text, 500, 513, 60)
    assert len(line) <= 60 and line.startswith("…") and line.endswith("…")
    assert line[len(marks) - 13 : len(marks)] == "48,300 people"


def test_wide_letters_are_counted_as_wide():
    assert columns("日本e\u0301") == 5
    assert shorten("日本日本日本", 6) == "日本…"
    line, marks = pointed("日本 48,300", 3, 9, 60)
    assert (line, marks) == ("日本 48,300", "     ^^^^^^")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Quantity(Decimal(48300), Decimal(48300), Decimal(48300)), "48300"),
        (Quantity(Decimal(3), Decimal(3), None, unit="mile"), "3 (3..) mile"),
        (Quantity(None, Decimal(20000), Decimal(99999)), "20000..99999"),
        (Quantity(None, None, None, held="a currency without a rate"), "held: a currency without a rate"),
        (TimeExpression("1970", "DATE", date(1970, 1, 1), date(1970, 12, 31)), "1970 (1970-01-01..1970-12-31)"),
        (TimeExpression("2009", "DATE", date(2009, 1, 1), None), "2009 (2009-01-01..)"),
        (TimeExpression("P2W", "DURATION"), "P2W"),
        (TimeExpression(None, "DATE", held="the document states no date"), "held: the document states no date"),
        (Quotation("No.", "Nora Lindqvist", "said"), "Nora Lindqvist (said)"),
        (Quotation("No."), "?"),
    ],
)
def test_the_gist_of_a_value(value, shown):
    assert gist(value) == shown


def test_much_evidence_and_many_notes_are_counted_not_shown(checked):
    evidence = checked.findings[0].evidence * 7
    note = checked.findings[1]
    findings = (msgspec.structs.replace(checked.findings[0], evidence=evidence), *[note] * 12)
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=findings), PLAIN)
    assert shown.count(" differs\n    1 |") == 4 and "= and 3 more sources\n" in shown
    assert shown.count("note single-source") == 8 and "… and 4 more notes" in shown


def test_a_source_sentence_without_the_claim_is_cut_at_its_end(checked):
    evidence = msgspec.structs.replace(checked.findings[0].evidence[0], quote="The company counted again. " * 9)
    finding = msgspec.structs.replace(checked.findings[0], evidence=(evidence,))
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=(finding,)), PLAIN)
    assert "    1 | The company counted again. The company" in shown and "…\n" in shown
    assert "---" not in shown


def test_nothing_to_report_says_so(checked):
    assert FORMATS["text"](Report("check", drafts=checked.drafts), PLAIN) == "no claims\n"
    assert FORMATS["text"](Report("compare"), PLAIN).startswith("0 facts: nothing to compare\n")
    assert FORMATS["text"](Report("extract"), PLAIN) == ""


def test_a_finding_in_a_document_that_is_not_there_is_told_without_its_line(checked):
    shown = FORMATS["text"](msgspec.structs.replace(checked, drafts=()), PLAIN)
    assert shown.startswith("draft.md:3:1: error number-differs") and "^" not in shown


def test_what_to_do_is_said_once_for_each_kind_of_finding(checked):
    wrong, note = checked.findings
    other = msgspec.structs.replace(wrong, rule="unit-differs")
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=(wrong, wrong, other, note)), PLAIN)
    assert shown.count("= help: take the source's figure") == 1
    assert shown.count("= help: take the source's unit") == 1


def test_a_source_in_a_corpus_is_named_with_its_file(checked):
    (ledger,) = checked.documents
    report = msgspec.structs.replace(checked, documents=(msgspec.structs.replace(ledger, path="notes/wires.jsonl"),))
    assert "  --> notes/wires.jsonl:1:21 (ledger.txt) differs\n" in FORMATS["text"](report, PLAIN)


def test_sources_that_agree_and_that_cannot_be_compared_say_so(checked):
    (evidence,) = checked.findings[0].evidence
    relations = ("same", "held", "different", "consistent")
    told = tuple(msgspec.structs.replace(evidence, relation=relation) for relation in relations)
    finding = msgspec.structs.replace(checked.findings[0], evidence=told)
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=(finding,)), PLAIN)
    said = [line.split(" ", 4)[4] for line in shown.splitlines() if line.startswith("  --> ")]
    assert said == ["differs", "agrees", "cannot be compared", "is compatible"]


QUOTED = "We will open the new bridge before the {}, whatever it may cost the town and its people,"


def test_of_a_quotation_the_changed_words_are_underlined(checked):
    draft = Document(id="draft.md", text=f"“{QUOTED.format('summer')}” she said.")
    source = Document(id="ledger.txt", text=f"“{QUOTED.format('winter')}” she said.")
    (evidence,) = checked.findings[0].evidence
    end = len(QUOTED.format("winter")) + 1
    said = msgspec.structs.replace(
        evidence.claim, kind="quote", start=1, end=end, text=source.text[1:end], value=Quotation(source.text[1:end])
    )
    told = Evidence(said, "different", source.text)
    finding = Finding("quote-altered", Severity.error, "one word changed", "draft.md", 1, end, 1, 2, (told,))
    shown = FORMATS["text"](Report("check", (source,), (draft,), findings=(finding,)), PLAIN).splitlines()
    for line, marks, word in ((1, "^^^^^^", "summer"), (4, "------", "winter")):
        at = shown[line + 1].index(marks)
        assert shown[line][at : at + 6] == word and shown[line + 1].count(marks[0]) == 6


def test_a_sentence_broken_over_lines_is_one_line(checked):
    (evidence,) = checked.findings[0].evidence
    quote = evidence.quote.replace("counted ", "counted\n")
    finding = msgspec.structs.replace(checked.findings[0], evidence=(msgspec.structs.replace(evidence, quote=quote),))
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=(finding,)), PLAIN)
    assert (
        "    1 | The company counted 43,800 crossings on 2 May.\n      |                     ----------------\n"
        in shown
    )


@pytest.mark.parametrize("width", [40, 60, 110])
@pytest.mark.parametrize(
    "text",
    [
        "word " * 200 + "48,300 people" + " word" * 200,
        "語" * 300 + "48,300 people" + "語" * 300,
        "\t" * 90 + "48,300 people\tx",
    ],
)
def test_a_very_long_line_is_windowed_around_the_span(text, width):
    start = text.index("48,300")
    line, marks = pointed(text, start, start + 13, width)
    assert columns(line) <= width and "48,300 people" in line
    before = line[: line.index("48,300")]
    assert columns(before) == len(marks) - 13 and marks.strip() == "^" * 13


def test_a_span_wider_than_the_window_is_cut():
    text = "He said: " + "many words " * 60
    line, marks = pointed(text, 9, len(text), 60)
    assert columns(line) <= 60 and len(marks) <= 60 and line.endswith("…") and "many words" in line


def test_evidence_in_the_sentence_that_is_shown_is_not_shown_twice(checked):
    (evidence,) = checked.findings[0].evidence
    own = msgspec.structs.replace(evidence, claim=msgspec.structs.replace(checked.judged[0].claim, start=60, end=66))
    finding = msgspec.structs.replace(checked.findings[0], evidence=(own,))
    assert "-->" not in FORMATS["text"](msgspec.structs.replace(checked, findings=(finding,)), PLAIN)


def test_what_does_not_count_is_counted_apart(checked):
    wrong, note = checked.findings
    comment = Suppression("inSource", "", "draft.md", 2)
    quiet = (msgspec.structs.replace(wrong, suppression=comment), msgspec.structs.replace(note, baseline="unchanged"))
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=quiet), PLAIN)
    assert shown == (
        "1 claim: 1 differs\n"
        "1 source, 1 independent origin; no findings; 1 suppressed; 1 in the baseline\n"
        "no day of publication in ledger.txt\n"
    )


def test_sources_without_a_day_and_days_with_an_inferred_year_are_told(checked):
    dated = Document(id="wire.txt", text="", published=date(2024, 6, 18), published_from=YEAR_OF_DRAFT)
    stated = Document(id="full.txt", text="", published=date(2024, 6, 18), published_from="dateline")
    undated = [Document(id=f"note-{number}.txt", text="") for number in range(7)]
    shown = FORMATS["text"](msgspec.structs.replace(checked, documents=(dated, stated, *undated)), PLAIN)
    assert shown.endswith(
        "wire.txt: read as of 2024-06-18 (dateline, year of the draft)\n"
        "no day of publication in note-0.txt, note-1.txt, note-2.txt, note-3.txt, note-4.txt and 2 more\n"
    )
    assert "full.txt: read" not in shown


@pytest.mark.parametrize("name", ["text", "concise", "markdown", "github"])
def test_errors_come_first_then_warnings_then_notes_and_each_by_place(checked, name):
    error, note = checked.findings
    late = msgspec.structs.replace(error, line=9, message="the last line")
    early = msgspec.structs.replace(note, line=1, message="the first line")
    warning = msgspec.structs.replace(error, severity=Severity.warning, line=2, message="the second line")
    shown = FORMATS[name](msgspec.structs.replace(checked, findings=(early, warning, error, note, late)), PLAIN)
    wanted = (error.message, late.message, warning.message, early.message, note.message)
    places = [shown.index(message) for message in wanted]
    assert places == sorted(places)


def test_no_source_s_figure_is_recommended_where_sources_differ(checked):
    error = checked.findings[0]
    (evidence,) = error.evidence
    divided = msgspec.structs.replace(error, evidence=(evidence, msgspec.structs.replace(evidence, relation="same")))
    shown = FORMATS["text"](msgspec.structs.replace(checked, findings=(divided,)), PLAIN)
    assert "the sources differ" in shown and "take the source's figure" not in shown
    assert "take the source's figure" in FORMATS["text"](checked, PLAIN)


@pytest.mark.parametrize("name", ["text", "markdown", "github", "rdjson"])
def test_the_nearest_statement_of_an_unsupported_claim_does_not_differ_from_it(checked, name):
    warning = msgspec.structs.replace(checked.findings[0], rule="unsupported", severity=Severity.warning)
    shown = FORMATS[name](msgspec.structs.replace(checked, findings=(warning,)), PLAIN)
    assert "is nearest" in shown and "differs" not in shown.replace("differs\\n", "").partition("\n1 claim")[0]


def test_of_a_line_as_long_as_a_book_the_same_is_shown_as_of_its_part():
    part = "It was told. " * 60 + "Of 48,300 people none returned. " + "So it was. " * 60
    start = part.index("48,300")
    before = "Once more. " * 9_000
    book = before + part + "And so on. " * 9_000
    assert pointed(book, len(before) + start, len(before) + start + 6, 80) == pointed(part, start, start + 6, 80)
