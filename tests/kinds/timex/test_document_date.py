"""The publication date that a document prints about itself."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.kinds.timex import document_date, yearless_dateline

DAY = date(2017, 2, 23)
BODY = "\nThe harbour reopened after two weeks. Ferries were full."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("OSLO, Feb. 23, 2017 (AP) — The harbour reopened.", "dateline"),
        ("PORT LOUIS, 23 February 2017 (Reuters) - The harbour reopened.", "dateline"),
        ("Harbour reopens\nBy Ann Roe February 23, 2017" + BODY, "byline"),
        ("Harbour reopens\nBy Ann Roe and Bo Lind, Thursday, 23 February 2017" + BODY, "byline"),
        ("Harbour reopens\nFebruary 23, 2017" + BODY, "date line"),
        ("Harbour reopens\nThursday, 23 February 2017" + BODY, "date line"),
        ("Harbour reopens\nPublished: 23 Feb 2017 14:33 GMT" + BODY, "date line"),
        ("Harbour reopens\n2017-02-23" + BODY, "date line"),
        ("Harbour reopens\n23 febrero 2017" + BODY, "date line"),
        ("Harbour reopens\nPorto Lindo, 23 February 2017" + BODY, "date line"),
        ("HARBOUR DIGEST – Thursday, February 23, 2017" + BODY, "date line"),
        ("First lead, 23 February 2017, 0415 GMT" + BODY, "date line"),
        ("Ann Roe | February 23, 2017 | 10:14 a.m." + BODY, "date line"),
        ("For immediate release: February 23, 2017" + BODY, "date line"),
        ("Harbour reopens\n02/23/2017" + BODY, "date line"),
        ("Harbour reopens\nLast updated 13:26 23/02/2017" + BODY, "date line"),
        ("Harbour reopens\n2017.02.23 09:01 AM" + BODY, "date line"),
        ("Harbour reopens Updated 02/23/2017 01:03 PM The harbour reopened after two weeks.", "date line"),
        ("Harbour reopens Published: 2017.02.23 The harbour reopened after two weeks.", "date line"),
        ("Posted at 3:21 PM ET, 2/23/2017 The harbour reopened after two weeks.", "date line"),
        (BODY * 12 + "\n(END) Harbour Newswires\nFebruary 23, 2017 15:13 ET (20:13 GMT)\n", "footer"),
        ("Boats leave the harbour on February 23, 2017. (Photo: Ann Roe)" + BODY, "caption"),
        ("In this photo taken Thursday, Feb. 23, 2017, boats leave. (AP Photo/Ann Roe)" + BODY, "caption"),
    ],
)
def test_evidence(text: str, evidence: str) -> None:
    assert document_date(text) == (DAY, evidence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        "OSLO, Feb. 23 (AP) — The harbour reopened.",
        "The harbour reopened on February 23, 2017, after two weeks.",
        "She was born March 3, 1980, in Oslo. Her 2017 memoir sold well.",
        "Harbour reopens\nFebruary 30, 2017" + BODY,
        "Treaty of the Harbours, 23 February 2017" + BODY,
        "Signed at last, 23 February 2017" + BODY,
        "Born: 23 February 2017" + BODY,
        "Harbour reopens\n01/02/2017" + BODY,
        "Harbour reopens\nUpdated 01/02/2017 5 p.m." + BODY,
        "Harbour reopens\n02/30/2017" + BODY,
        "The report, published February 23, 2017, says that the harbour reopened.",
        "The memoir “Harbours”, Published February 23, 2017, sold well.",
    ],
)
def test_text_without_a_publication_date(text: str) -> None:
    assert document_date(text) is None


@pytest.mark.parametrize("zone", ["ET", "EST", "PDT"])
def test_a_zone_tells_which_figure_is_the_month(zone: str) -> None:
    assert document_date(f"Harbour reopens\nUpdated 01/02/2017 5:10 p.m. {zone}" + BODY) == (
        date(2017, 1, 2),
        "date line",
    )


def test_a_date_line_is_preferred_to_a_caption() -> None:
    text = "Boats on May 5, 2016. (Photo: Ann Roe)\nFebruary 23, 2017" + BODY
    assert document_date(text) == (DAY, "date line")


@pytest.mark.parametrize(
    "line",
    [
        "KELBRIDGE, March 11 (CNA) - The bridge",
        "Kelbridge, 11 March — The bridge",
        "KELBRIDGE (CNA), Tuesday, March 11 - The bridge",
        "Bridge shut\n\nKELBRIDGE, Mar. 11 - The bridge",
    ],
)
def test_a_dateline_without_a_year_gives_month_and_day(line: str) -> None:
    assert yearless_dateline(f"{line} was shut." + BODY) == (3, 11)
    assert document_date(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "KELBRIDGE, March 11, 2014 (CNA) - The bridge",
        "KELBRIDGE, March 41 (CNA) - The bridge",
        "KELBRIDGE, February 30 (CNA) - The bridge",
        "The bridge was shut on March 11 - and again later",
        "KELBRIDGE (CNA) - On March 11 the bridge",
    ],
)
def test_no_dateline_or_one_with_a_year(line: str) -> None:
    assert yearless_dateline(f"{line} was shut." + BODY) is None
