"""The nouns, in the order a run makes them: Document, Sentence, Mention, Claim, Cluster, Finding, Report.

All are frozen; a step takes values and gives new ones. Numbers are Decimal, dates are `datetime.date`;
offsets are code points into `Document.text`, `end` exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum
from functools import cached_property
from typing import Literal

from msgspec import Struct

from factcheck.regex_cache import regex

Kind = Literal[
    "count",
    "number",
    "ordinal",
    "percent",
    "money",
    "quantity",
    "ratio",
    "age",
    "date",
    "time",
    "duration",
    "set",
    "quote",
]
NUMBER_KINDS: frozenset[str] = frozenset(("count", "number", "ordinal", "percent", "money", "quantity", "ratio", "age"))
TIME_KINDS: frozenset[str] = frozenset(("date", "time", "duration", "set"))

Relation = Literal["same", "consistent", "different", "held"]
Verdict = Literal["agree", "differ", "single", "unsupported", "held"]


class Span(Struct, frozen=True, order=True, gc=False):
    """Half-open range of code points in a document's text."""

    start: int
    end: int


class Places(Struct, frozen=True, dict=True):
    """Where the code points of a document's text stand in the file the user has.

    `raw` is the decoded file. `steps` are pairs (offset in the document's text, offset in the file), between
    which both advance together; none: the text is the file. A format whose text is not its file gives its own
    steps. Nothing is worked out before a place is asked for.
    """

    raw: str = ""
    first_line: int = 1

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets in the file at which its lines start."""
        return (0, *(match.end() for match in _LINE_BREAK.finditer(self.raw)))

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """Pairs (offset in the text, offset in the file) in the order of the text."""
        return ()

    def at(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a code point."""
        if self.steps:
            text_offset, file_offset = self.steps[max(0, bisect_right(self.steps, (offset, 1 << 62)) - 1)]
            offset = max(0, offset - text_offset) + file_offset
        line = bisect_right(self.line_starts, offset)
        return line - 1 + self.first_line, offset - self.line_starts[line - 1] + 1


_LINE_BREAK = regex(r"\r\n?|\n")
_NOT_BLANK = regex(r"\S")

# The years in which a document can be published. The first newspapers were printed in 1605; from the last year on the
# calendar of Python still has room for what a text counts ahead.
FIRST_YEAR, LAST_YEAR = 1600, 2399


class Document(Struct, frozen=True):
    """One text with what its file says of itself.

    `published_from` says which evidence gave the date: "front matter", "metadata", "dateline", "footer", "flag".
    `body` is where the text proper starts, after the front matter. `path` is the file it was read from, which for a
    line of a corpus is not its id. `tier` is what the configuration declares a source to be: it is shown and weighs
    nothing. `comments` are the spans that a reader of the published text does not see. `language` is the ISO 639-1 code
    of the language that the file states; where it states none the rules' own language is read.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_from: str | None = None
    source: str | None = None
    url: str | None = None
    places: Places = Places()
    body: int = 0
    path: str | None = None
    tier: str | None = None
    comments: tuple[Span, ...] = ()
    language: str | None = None

    @property
    def anchor(self) -> date | None:
        """The day from which the document's relative dates are counted.

        None where it states no day, or one outside the years of newspapers, which is a placeholder: 0001-01-01.
        """
        if self.published is None or not FIRST_YEAR <= self.published.year <= LAST_YEAR:
            return None
        return self.published

    def prose(self) -> str:
        """The text with blanks for its comments: what is claimed, at the offsets of the text."""
        text = self.text
        for span in self.comments:
            text = text[: span.start] + _NOT_BLANK.sub(" ", text[span.start : span.end]) + text[span.end :]
        return text


class Sentence(Struct, frozen=True, gc=False):
    """A sentence: its span, the paragraph and the article within the page that hold it (both counted from 0)."""

    start: int
    end: int
    paragraph: int = 0
    article: int = 0


class Quantity(Struct, frozen=True, tag="quantity", tag_field="room", gc=False):
    """A number as an interval: what was written bounds what was claimed.

    `number` is the figure as written (None for a range); `low` and `high` are inclusive bounds, None when open.
    `hedge` is the bounding word as written, in lower case. `unit` is ISO 4217, a pint name, `percentage-point`, …,
    a rate after a slash ("USD/hour"). `noun` is the counted phrase, `verb` and `subject` say what was counted.
    `bound` is how the hedge bounds the number: "above", "below", "about" or None.
    """

    number: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: str | None = None
    unit: str | None = None
    noun: str | None = None
    bound: str | None = None
    verb: str | None = None
    subject: str | None = None
    held: str | None = None


class TimeExpression(Struct, frozen=True, tag="timex", tag_field="room", gc=False):
    """A TIMEX3: `timex` is the value attribute, `type` is DATE, TIME, DURATION or SET.

    `first` and `last` are the first and last day it covers, None when open or unknown; `mod` as in TIMEX3
    (START, MID, END, APPROX, BEFORE, AFTER). `held` says why it could not be resolved. `event` is the clause it dates.
    """

    timex: str | None
    type: str
    first: date | None = None
    last: date | None = None
    mod: str | None = None
    hedge: str | None = None
    event: str | None = None
    held: str | None = None


class Quotation(Struct, frozen=True, tag="quotation", tag_field="room", gc=False):
    """The quoted words without their marks, who said them and the cue that says so.

    `role` is "quotation" for speech, "scare" for a doubted or borrowed word, "title" for a work or nickname: the
    last two are not held against a draft; "passage" for words that a draft changed in a source's sentence. `named` is
    the speaker as written beside the quotation ("he", "Mr. Kelly"), empty when the speaker is carried over from a
    neighbouring quotation or sentence.
    """

    quote: str
    speaker: str | None = None
    cue: str | None = None
    role: str = "quotation"
    named: str | None = None


Value = Quantity | TimeExpression | Quotation


class Mention(Struct, frozen=True, gc=False):
    """What a rule found: a span and the parts that the rule's own room reads (`parts` belongs to that room)."""

    kind: Kind
    start: int
    end: int
    rule: str
    sentence: int
    parts: object


class Claim(Struct, frozen=True, gc=False):
    """A checkable statement of a document: where it stands, what it says, which rule found it."""

    document: str
    kind: Kind
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: Span
    rule: str
    value: Value
    article: int = 0


class Difference(Enum):
    """In what two values differ, agree but loosely, or escape comparison; the value is the wording that users see.

    FACTOR and WORDS_CHANGED are of a size, which stands beside them in the Comparison.
    """

    NONE = ""

    # Numbers.
    ANOTHER_NUMBER = "another number"
    ANOTHER_RANGE = "another range"
    ANOTHER_ESTIMATE = "another estimate"
    ANOTHER_BOUND = "another bound"
    END_OF_RANGE = "end of the range"
    BOUND_FLIPPED = "bound flipped"
    BOUND_STRETCHED = "bound stretched"
    ROUNDED = "rounded"
    ROUNDED_WRONG_WAY = "rounded the wrong way"
    FACTOR = "factor of"
    DIGITS_TRANSPOSED = "digits transposed"
    ONE_DIGIT_CHANGED = "one digit changed"
    UNIT_CHANGED = "unit changed"
    CONVERTED = "converted"
    FIGURES_SWAPPED = "figures swapped"
    IMPLIED = "implied"

    # Times.
    DATE = "date differs"
    DAY = "day differs"
    MONTH = "month differs"
    QUARTER = "quarter differs"
    HALF = "half differs"
    YEAR = "year differs"
    WEEKDAY = "weekday differs"
    START = "start differs"
    RANGE = "range differs"
    TIME = "time differs"
    DURATION = "duration differs"
    FREQUENCY = "frequency differs"
    DAY_AND_MONTH_SWAPPED = "day and month swapped"
    ONE_HOUR_OFF = "off by one hour"
    ONE_DAY_OFF = "off by one day"
    ONE_WEEK_OFF = "off by one week"
    STATED_OTHERWISE = "stated otherwise"
    SAME_WEEKDAY = "same weekday"
    SAME_CLOCK = "same clock"

    # Quotations.
    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    SPACING = "spacing"
    CONTRACTION = "contraction"
    TRIMMED = "trimmed"
    TRIMMED_UNMARKED = "trimmed unmarked"
    OVERLAP = "overlap"
    PARAPHRASE = "paraphrase"
    WORDS_CHANGED = "changed"
    OTHER_SPEAKER = "other speaker"

    # All of them.
    PART_OF = "part of"

    # Why two values are held and not compared.
    KINDS = "kinds"
    UNITS = "units"
    DOUBTFUL = "doubtful"
    UNRESOLVED = "held"
    VAGUE = "vague"
    ZONE = "zone"
    COUNTED_APART = "counted apart"
    COUNTED_FROM_ANOTHER = "told"
    NO_QUOTATION = "no quotation"
    NO_STATEMENT = "no statement"
    NO_WORDS = "no words"


# What a slip of the pen makes of a figure or a date, so that two values that differ so may well be meant as one.
NEAR_MISSES: frozenset[Difference] = frozenset(
    (
        Difference.DIGITS_TRANSPOSED,
        Difference.ONE_DIGIT_CHANGED,
        Difference.FACTOR,
        Difference.UNIT_CHANGED,
        Difference.ONE_DAY_OFF,
        Difference.QUARTER,
    )
)


class Rejected(Struct, frozen=True, order=True):
    """A reading of some words that was looked at and not taken: by which rule or trap, and why it was not."""

    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    by: str
    why: str

    def meets(self, claim: Claim) -> bool:
        """Whether a claim holds some of the words."""
        return self.document == claim.document and self.start < claim.end and claim.start < self.end


class Comparison(Struct, frozen=True, gc=False):
    """How two values relate: `difference` is in what they differ, `reason` says it whole.

    `size` is the power of ten of a FACTOR (10, 100, 1000 or 1000000), and how many words a WORDS_CHANGED counts.
    """

    relation: Relation
    difference: Difference = Difference.NONE
    reason: str = ""
    size: int = 0

    @property
    def wording(self) -> str:
        """The difference in words: "digits transposed", "factor of 1,000", "two words changed"."""
        if self.difference is Difference.FACTOR:
            return f"factor of {_FACTORS[self.size]}"
        if self.difference is Difference.WORDS_CHANGED:
            count = _COUNTS[self.size] if self.size < len(_COUNTS) else self.size
            return f"{count} word{'s' if self.size > 1 else ''} changed"
        wording: str = self.difference.value
        return wording


_FACTORS = {10: "ten", 100: "100", 1_000: "1,000", 1_000_000: "a million"}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Evidence(Struct, frozen=True):
    """A source's claim beside a draft's: the relation, the source's sentence and the score of the alignment."""

    claim: Claim
    relation: Relation
    quote: str
    reason: str = ""
    score: float = 0.0


class Cluster(Struct, frozen=True):
    """Claims that speak of one fact, with the verdict on them; `origins` counts the independent ones."""

    id: str
    about: str
    kind: Kind
    verdict: Verdict
    origins: int
    reason: str
    claims: tuple[Claim, ...]


class Severity(IntEnum):
    """How bad a finding is; the order is the order of `--fail-on`."""

    never = 0
    note = 1
    warning = 2
    error = 3


class Suppression(Struct, frozen=True):
    """Why a finding does not count: a comment in the draft, or a line of the sidecar file beside it, says so.

    `kind` is SARIF's: "inSource" for a comment, "external" for a sidecar file; `reason` is what its writer gave as
    such, and may be empty; `path`, `line` and `column` are the place of the comment.
    """

    kind: Literal["inSource", "external"]
    reason: str
    path: str
    line: int
    column: int = 1


class Finding(Struct, frozen=True):
    """Something to tell the user: named for what it catches, at a span, with the evidence.

    `fingerprint` names rule and normalised claim, so that an edit elsewhere does not change it; two findings of one
    document may share it. `baseline` is None where there is no baseline, else whether the baseline knows the finding.
    """

    rule: str
    severity: Severity
    message: str
    document: str
    start: int
    end: int
    line: int
    column: int
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    suppression: Suppression | None = None
    baseline: Literal["new", "unchanged"] | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts for the exit status: neither suppressed nor in the baseline."""
        return self.suppression is None and self.baseline != "unchanged"


class Judged(Struct, frozen=True):
    """A draft's claim with its verdict."""

    claim: Claim
    verdict: Verdict
    origins: int
    reason: str
    evidence: tuple[Evidence, ...] = ()


class Origin(Struct, frozen=True):
    """Documents that count as one witness, and why."""

    id: str
    documents: tuple[str, ...]
    reason: str = ""


class Report(Struct, frozen=True):
    """What a run gives: `job` is "extract", "compare" or "check"; unused parts are empty.

    `rejected` are the readings that were not taken, in the order of the text; None where nobody asked for them.
    """

    job: str
    documents: tuple[Document, ...] = ()
    drafts: tuple[Document, ...] = ()
    origins: tuple[Origin, ...] = ()
    claims: tuple[Claim, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    judged: tuple[Judged, ...] = ()
    findings: tuple[Finding, ...] = ()
    rejected: tuple[Rejected, ...] | None = None

    @property
    def worst(self) -> Severity:
        """The highest severity among the findings that count."""
        return max((finding.severity for finding in self.findings if finding.counts), default=Severity.never)

    def traced(self) -> Iterator[tuple[Claim, tuple[Rejected, ...]]]:
        """Each claim with the readings of its words that were not taken."""
        by_document: dict[str, list[Rejected]] = {}
        for each in self.rejected or ():
            by_document.setdefault(each.document, []).append(each)
        for claim in self.claims:
            yield claim, tuple(each for each in by_document.get(claim.document, ()) if each.meets(claim))

    @property
    def refused(self) -> tuple[Rejected, ...]:
        """The readings of words that are in no claim, quotations aside."""
        claimed: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.kind != "quote":
                claimed.setdefault(claim.document, []).append(claim)
        return tuple(each for each in self.rejected or () if not any(map(each.meets, claimed.get(each.document, ()))))
