"""Reports built by hand: renderers are pure, so nothing else is needed to test them."""

from datetime import date
from decimal import Decimal

import pytest

from factcheck.model import (
    Claim,
    Cluster,
    Document,
    Evidence,
    Finding,
    Judged,
    Origin,
    Quantity,
    Quotation,
    Report,
    Severity,
    Span,
    TimeExpression,
)

DRAFT = Document(
    id="draft.md",
    text="Flood leaves town without bridge\n\nNearly 48,300 people crossed in May, the ferry company said.\n",
    title="Flood leaves town without bridge",
    published=date(2019, 6, 3),
    published_from="front matter",
)
LEDGER = Document(id="ledger.txt", text="The company counted 43,800 crossings on 2 May.\n", source="Ledger")
ECHO = Document(id="echo.txt", text="The company counted 43,800 crossings on 2 May.\n")


def claim_in(document: Document, text: str, kind: str, rule: str, value: object) -> Claim:
    """A claim where the text first stands."""
    start = document.text.index(text)
    end = start + len(text)
    line_start = document.text.rfind("\n", 0, start) + 1
    line, column = document.text.count("\n", 0, start) + 1, start - line_start + 1
    span = Span(line_start, document.text.find("\n", start))
    return Claim(document.id, kind, start, end, line, column, text, span, rule, value)


def quantity(low: str, high: str, **more: str) -> Quantity:
    return Quantity(Decimal(low), Decimal(low), Decimal(high), **more)


def in_draft() -> Claim:
    value = Quantity(
        Decimal("48300"),
        Decimal("47300.50"),
        Decimal("4.83E+4"),
        hedge="nearly",
        noun="people",
        bound="below",
    )
    return claim_in(DRAFT, "Nearly 48,300 people", "count", "quantity/count", value)


def day(document: Document) -> Claim:
    value = TimeExpression("2019-05-02", "DATE", date(2019, 5, 2), date(2019, 5, 2))
    return claim_in(document, "2 May", "date", "timex/day-month", value)


def crossings(document: Document) -> Claim:
    return claim_in(
        document, "43,800 crossings", "count", "quantity/count", quantity("43800", "43800", noun="crossings")
    )


@pytest.fixture
def extracted() -> Report:
    quote = Quotation("the ferry company said", None, "said")
    spoken = claim_in(DRAFT, "the ferry company said", "quote", "quotation/mark", quote)
    return Report("extract", documents=(DRAFT, LEDGER), claims=(in_draft(), spoken, day(LEDGER)))


@pytest.fixture
def checked() -> Report:
    claim = in_draft()
    evidence = Evidence(
        crossings(LEDGER),
        "different",
        "The company counted 43,800 crossings on 2 May.",
        "digits transposed",
        0.9,
    )
    finding = Finding(
        "number-differs",
        Severity.error,
        "“48,300” is 43,800 in ledger.txt",
        claim.document,
        claim.start,
        claim.end,
        claim.line,
        claim.column,
        (evidence,),
    )
    note = Finding("single-source", Severity.note, "only ledger.txt says so", "draft.md", 34, 40, 3, 1)
    return Report(
        "check",
        documents=(LEDGER,),
        drafts=(DRAFT,),
        origins=(Origin("o1", ("ledger.txt",)),),
        judged=(Judged(claim, "differ", 0, "digits transposed", (evidence,)),),
        findings=(finding, note),
    )


@pytest.fixture
def compared() -> Report:
    agreeing = (day(LEDGER), day(ECHO))
    differing = (crossings(LEDGER), in_draft())
    return Report(
        "compare",
        documents=(LEDGER, ECHO, DRAFT),
        origins=(
            Origin("o1", ("ledger.txt", "echo.txt"), "shared copy"),
            Origin("o2", ("draft.md",)),
        ),
        clusters=(
            Cluster("c1", "counted crossings", "date", "single", 1, "one origin", agreeing),
            Cluster("c2", "people crossed", "count", "differ", 2, "digits transposed", differing),
        ),
    )
