"""The data types of a run, in the order they are made: Document, Sentence, Mention, Claim, Cluster, Finding, Report.

All are immutable; each step takes values and returns new ones. Numbers are Decimal, dates are `datetime.date`;
offsets are code points into `Document.text`, `end` exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from factcheck.cached import cached_property
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
    """Maps offsets in a document's text to lines and columns of its file.

    `raw` is the decoded file. `steps` are pairs (offset in the text, offset in the file); from one pair to the next
    both offsets advance together. Without steps the text is the file. A format whose text differs from its file
    overrides `steps`. Everything is computed at first use.

    `labels` are pairs (offset in the text, place in words) in text order: "page 3", "row 12", from there on. `comments`
    are spans of the file that are not rendered, `start` is the offset in the file at which the body starts.
    """

    raw: str = ""
    first_line: int = 1
    labels: tuple[tuple[int, str], ...] = ()
    comments: tuple[Span, ...] = ()
    start: int = 0

    @property
    def is_rendered(self) -> bool:
        """Whether the file is text that the reader renders, so that offsets in reports are those of the file."""
        return False

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offsets at which the lines of the file start."""
        if "\r" in self.raw:
            return (0, *(match.end() for match in _LINE_BREAK.finditer(self.raw)))
        return (0, *accumulate(len(line) + 1 for line in self.raw.split("\n")[:-1]))

    @cached_property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """Pairs (offset in the text, offset in the file) in text order."""
        return ()

    def at(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset in the text."""
        if self.steps:
            text_offset, file_offset = self.steps[max(0, bisect_right(self.steps, (offset, 1 << 62)) - 1)]
            offset = max(0, offset - text_offset) + file_offset
        line = bisect_right(self.line_starts, offset)
        return line - 1 + self.first_line, offset - self.line_starts[line - 1] + 1

    def file_span(self, start: int, end: int) -> tuple[int, int]:
        """The span that a span of the text has in reports: of the file if that is text which the reader renders."""
        return start, end

    def label(self, offset: int) -> str:
        """The place of an offset in the text in words, beside line and column: "page 3"; empty if it has none."""
        found = bisect_right(self.labels, (offset, _LAST))
        return self.labels[found - 1][1] if found else ""


_LINE_BREAK = regex(r"\r\n?|\n")
_LAST = "\U0010ffff"  # sorts after every label
_NOT_BLANK = regex(r"\S")

# Plausible years of publication. The first newspapers were printed in 1605; Python's calendar ends in 9999, which
# leaves room after the last year for dates computed from an anchor date.
FIRST_YEAR, LAST_YEAR = 1600, 2399


# Where the year of a dateline that states none comes from, as `Document.published_from` names it.
YEAR_OF_SOURCES = "dateline, year of the other sources"
YEAR_OF_DRAFT = "dateline, year of the draft"
YEAR_OF_FLAG = "dateline, year of the flag"
INFERRED_YEARS = frozenset((YEAR_OF_SOURCES, YEAR_OF_DRAFT, YEAR_OF_FLAG))


class Document(Struct, frozen=True):
    """One text with the metadata of its file.

    `published_from` says where the date comes from: "front matter", "metadata", "dateline", "footer" or "flag", or one
    of INFERRED_YEARS.
    `body` is the offset of the text after the front matter. `path` is the file it was read from; a document from a
    corpus has an id of its own. `tier` is a label that the configuration gives a source; it is displayed, and may say
    that the source is a record of words or another outlet's story. `language` is the ISO 639-1 code that the file
    states; None means the language of the ruleset. `published_at` has the time of day as well, as the file writes it,
    with its time zone or without. `author` is the writer whom the file's metadata name. `remarks` say what of the file
    is not read as it is shown: "changed in review: …".
    `format` is the name of the file's format, `author` the writer whom its metadata name.
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
    language: str | None = None
    published_at: datetime | None = None
    remarks: tuple[str, ...] = ()
    format: str = ""
    author: str | None = None

    @property
    def anchor(self) -> date | None:
        """The anchor date: the day from which the document's relative dates are resolved.

        None without a date of publication, or with one before FIRST_YEAR or after LAST_YEAR: a placeholder such as
        0001-01-01.
        """
        if self.published is None or not FIRST_YEAR <= self.published.year <= LAST_YEAR:
            return None
        return self.published


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with some spans blanked out, so that offsets stay the same."""
    for span in spans:
        text = text[: span.start] + _NOT_BLANK.sub(" ", text[span.start : span.end]) + text[span.end :]
    return text


class Sentence(Struct, frozen=True, gc=False):
    """A sentence: its span, and the numbers of its paragraph and of its article within the page, both from 0."""

    start: int
    end: int
    paragraph: int = 0
    article: int = 0


class Quantity(Struct, frozen=True, tag="quantity", tag_field="room", gc=False):
    """A number as an interval that contains the value claimed.

    `number` is the figure as written (None for a range); `low` and `high` are inclusive bounds, None when open.
    `hedge` is the hedging word as written, in lower case; `bound` says how it bounds the number: "above", "below",
    "about" or None. `unit` is an ISO 4217 code, a pint unit name or one of our own such as `percentage-point`; a rate
    has a slash ("USD/hour"). `noun` is the counted noun phrase, `verb` and `subject` are those of its clause. `held`
    says why the number is not compared; None means it is.
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
    """A TIMEX3 annotation: `timex` is its value attribute, `type` is DATE, TIME, DURATION or SET.

    `first` and `last` are the first and last day covered, None when open or unknown. `mod` is the TIMEX3 modifier
    (START, MID, END, APPROX, BEFORE, AFTER). `held` says why the expression could not be resolved, None if it was.
    `event` is the clause it dates.
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
    """The quoted words without their quotation marks, their speaker and the cue of the attribution.

    `role` is "quotation" for speech, "scare" for scare quotes, "title" for a work or nickname, "passage" for words that
    a draft changed in a source's sentence, and for a report's own words; scare quotes and titles are not checked.
    `named` is the speaker as written beside the quotation ("he", "Mr. Kelly"), None or empty if the speaker is inferred
    from a neighbouring quotation or sentence.
    """

    quote: str
    speaker: str | None = None
    cue: str | None = None
    role: str = "quotation"
    named: str | None = None


Value = Quantity | TimeExpression | Quotation


class Mention(Struct, frozen=True, gc=False):
    """A match of a rule: its span, and `parts`, which only the extractor of the rule's kind interprets."""

    kind: Kind
    start: int
    end: int
    rule: str
    sentence: int
    parts: object


class Claim(Struct, frozen=True, gc=False):
    """A checkable statement of a document: its place, its value and the rule that found it.

    `where` is its place in words beside line and column, such as "page 3", in formats that have one. `places` gives the
    offsets in reports where they are not those of the text.
    """

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
    where: str = ""
    places: Places | None = None


class Slot(Struct, frozen=True, gc=False):
    """One slot of a statement: the classes of its words, the words themselves and where they stand in the document.

    `inferred` says that they are those for which a pronoun or a role stands beside the claim ("she", "the mayor").
    """

    concepts: tuple[str, ...]
    text: str
    start: int
    end: int
    inferred: bool = False


class Statement(Struct, frozen=True, gc=False):
    """What a claim states beside its value; None where the words around it do not say.

    `measure` is what the value measures, `bearer` of whom or of what, `event` what happened, `state` whether it
    happened, was planned, asked for or denied, `change` whether the value is a change or a level, `where` the place,
    `extent` whether it is a part, an addition, a total or an average; of a date, whether a time begins or ends with it.
    `when` is the time of the fact: its concepts are its first and last day, or the month and day that are known of it.
    """

    measure: Slot | None = None
    bearer: Slot | None = None
    event: Slot | None = None
    state: Slot | None = None
    change: Slot | None = None
    where: Slot | None = None
    when: Slot | None = None
    extent: Slot | None = None


class Difference(Enum):
    """How two values differ, agree loosely, or why they are not compared; the enum value is the text that users see.

    FACTOR and WORDS_CHANGED come with a size, in `Comparison.size`.
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
    PERIOD_LEFT_OUT = "period left out"
    PERIOD_ADDED = "period added"
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
    NEGATION_CUT = "negation left out"
    CONDITION_CUT = "condition left out"
    HEDGE_CUT = "hedge left out"
    OTHER_SPEAKER = "other speaker"

    # All kinds.
    PART_OF = "part of"

    # Reasons for which two values are held, that is, not compared.
    KINDS = "kinds"
    UNITS = "units"
    DOUBTFUL = "doubtful"
    UNRESOLVED = "held"
    VAGUE = "vague"
    ZONE = "zone"
    COUNTED_APART = "counted apart"
    COUNTED_FROM_ANTECEDENT = "counted from an antecedent"
    NO_QUOTATION = "no quotation"
    NO_STATEMENT = "no statement"
    NO_WORDS = "no words"


# Differences between a quotation and a part of it whose sense is another.
SENSE_CUT: frozenset[Difference] = frozenset((Difference.NEGATION_CUT, Difference.CONDITION_CUT, Difference.HEDGE_CUT))


# Differences that a typing error makes in a figure or a date: two such values are probably meant to be the same.
NEAR_MISSES: frozenset[Difference] = frozenset(
    (
        Difference.DIGITS_TRANSPOSED,
        Difference.ONE_DIGIT_CHANGED,
        Difference.FACTOR,
        Difference.UNIT_CHANGED,
        Difference.PERIOD_LEFT_OUT,
        Difference.PERIOD_ADDED,
        Difference.ONE_DAY_OFF,
        Difference.ONE_HOUR_OFF,
        Difference.QUARTER,
    )
)


class Rejected(Struct, frozen=True, order=True):
    """A candidate reading that was rejected: the rule or filter that considered it (`by`), and the reason.

    `in_file` is its span in the file where reports count offsets there.
    """

    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    by: str
    why: str
    in_file: tuple[int, int] | None = None

    def meets(self, claim: Claim) -> bool:
        """Whether a claim overlaps the rejected words."""
        return self.document == claim.document and self.start < claim.end and claim.start < self.end


class Comparison(Struct, frozen=True, gc=False):
    """How two values relate: `difference` is the kind of difference, `reason` the full text of it.

    `size` is the factor of a FACTOR (10, 100, 1000 or 1000000), or the number of words of a WORDS_CHANGED.
    """

    relation: Relation
    difference: Difference = Difference.NONE
    reason: str = ""
    size: int = 0

    @property
    def wording(self) -> str:
        """The difference as users see it: "digits transposed", "factor of 1,000", "two words changed"."""
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
    """A source's claim aligned with a draft's: the relation, the source's sentence, and the alignment score.

    `about` is what the source's claim states beside its value, and `slots` how each slot of it relates to the draft's
    ("same", "compatible", "unknown" or "conflicting"); neither of a quotation, nor in a check of a text against itself.
    `difference` is how the two values differ.
    """

    claim: Claim
    relation: Relation
    quote: str
    reason: str = ""
    score: float = 0.0
    about: Statement | None = None
    slots: tuple[tuple[str, str], ...] = ()
    difference: Difference = Difference.NONE


class Cluster(Struct, frozen=True):
    """Claims about one fact, with the verdict on them; `origins` is the number of independent origins.

    `course` tells how a count that only grows went on from report to report: "3, 7, 10"; then the verdict is on the
    newest value. Empty where the values are no course. `split` says that documents of one origin give two values.
    """

    id: str
    about: str
    kind: Kind
    verdict: Verdict
    origins: int
    reason: str
    claims: tuple[Claim, ...]
    course: str = ""
    split: bool = False


class Severity(IntEnum):
    """The severity of a finding, in ascending order, as compared with `--fail-on`."""

    never = 0
    note = 1
    warning = 2
    error = 3


class Suppression(Struct, frozen=True):
    """The directive that suppresses a finding: a comment in the draft, or a line of its sidecar file.

    `kind` is SARIF's: "inSource" for a comment, "external" for a sidecar file. `reason` is the reason given there and
    may be empty. `path`, `line` and `column` are the place of the directive.
    """

    kind: Literal["inSource", "external"]
    reason: str
    path: str
    line: int
    column: int = 1


class Finding(Struct, frozen=True):
    """A reported problem at a span of a document, with its evidence; `rule` is the name of the finding.

    `fingerprint` is a hash of rule and normalised claim: an edit elsewhere does not change it, and two findings of a
    document may share it. `baseline` is "unchanged" for a finding in the baseline, "new" for one that is not, None
    without a baseline. `confidence`, from 0 to 1, is how sure it is that the first piece of evidence speaks of the same
    fact as the draft, None without evidence. `nearest` is the source's statement shown for a claim that none states.
    `where` is as of a claim, `in_file` as of a rejected reading.
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
    confidence: float | None = None
    nearest: Evidence | None = None
    where: str = ""
    in_file: tuple[int, int] | None = None

    @property
    def counts(self) -> bool:
        """Whether the finding affects the exit status: it is neither suppressed nor in the baseline."""
        return self.suppression is None and self.baseline != "unchanged"


class Judged(Struct, frozen=True):
    """A draft's claim with its verdict; `about` is what the claim states beside its value, None of a quotation."""

    claim: Claim
    verdict: Verdict
    origins: int
    reason: str
    evidence: tuple[Evidence, ...] = ()
    about: Statement | None = None


class Origin(Struct, frozen=True):
    """Documents that count as one independent source, and the reason."""

    id: str
    documents: tuple[str, ...]
    reason: str = ""


class Report(Struct, frozen=True):
    """The result of a run: `job` is "extract", "compare" or "check"; parts that the job does not produce are empty.

    `rejected` are the rejected readings in text order; None unless the run was to record them.
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
        """The highest severity among the findings that count; `never` if there are none."""
        return max((finding.severity for finding in self.findings if finding.counts), default=Severity.never)

    def traced(self) -> Iterator[tuple[Claim, tuple[Rejected, ...]]]:
        """Yield each claim with the rejected readings that overlap it."""
        by_document: dict[str, list[Rejected]] = {}
        for each in self.rejected or ():
            by_document.setdefault(each.document, []).append(each)
        for claim in self.claims:
            yield claim, tuple(each for each in by_document.get(claim.document, ()) if each.meets(claim))

    @property
    def refused(self) -> tuple[Rejected, ...]:
        """The rejected readings that overlap no claim other than a quotation."""
        claimed: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.kind != "quote":
                claimed.setdefault(claim.document, []).append(claim)
        return tuple(each for each in self.rejected or () if not any(map(each.meets, claimed.get(each.document, ()))))
