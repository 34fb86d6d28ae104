"""The catalogue of findings: what each reports, why it matters, what to do. `factcheck rules` and SARIF print it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from factcheck.model import Severity


class Entry(Struct, frozen=True):
    """A kind of finding: name, usual severity, summary, reason (`why`), what to do (`help`), and an example.

    In the example `draft` is checked against `source`, and `found` is the text that the finding marks. All three are
    empty for a finding that needs more than one draft and one source.
    """

    name: str
    severity: Severity
    summary: str
    why: str
    help: str
    draft: str = ""
    source: str = ""
    found: str = ""


FINDINGS = (
    Entry(
        "number-differs",
        Severity.error,
        "a figure that a source gives otherwise",
        "Digits are swapped, zeros lost and figures put beside the wrong noun while a story is written and edited. "
        "Figures are compared as precisely as they are written: “about 500” and 493 agree, 493 and 439 do not. A "
        "warning when only the bound differs (“more than 500”, where the source has “about 500”), and when the source "
        "has the draft's figure as well.",
        "take the source's figure, or add the source that gives this one",
        "The ferry company counted 48,300 crossings in the spring of 2019.",
        "The ferry company counted 43,800 crossings in the spring of 2019.",
        "48,300 crossings",
    ),
    Entry(
        "date-differs",
        Severity.error,
        "a date, time or length of time that a source gives otherwise",
        "Days are off by one when “Thursday” is counted from another day than the source's, and years when an old text "
        "is reused. A date covers all its days: “in May 2019” and “2 May 2019” agree.",
        "take the source's date; for “Thursday” and the like, see that draft and source say when they were published",
        "The old bridge over the sound was closed to all traffic on 5 May 2019.",
        "The old bridge over the sound was closed to all traffic on 2 May 2019.",
        "5 May 2019",
    ),
    Entry(
        "unit-differs",
        Severity.error,
        "the same figure in another unit",
        "Centimetres for millimetres, dollars for euros, percentage points for percent: the figure looks right, but "
        "its unit is wrong.",
        "take the source's unit, or convert the figure with it",
        "The gauge on the mole recorded 112 cm of rain in one night.",
        "The gauge on the mole recorded 112 mm of rain in one night.",
        "112 cm",
    ),
    Entry(
        "quote-altered",
        Severity.error,
        "a quotation with other words than the source's",
        "A quotation must be word for word. Punctuation, hyphens and contractions may differ, brackets may replace "
        "words, and words may be left out where an ellipsis shows it, but no negation. Without an ellipsis, words that "
        "did not follow each other are put together; only “you know” and the like may go (`quote-trimmed-unmarked`).",
        "restore the words of the source, or drop the quotation marks; show what is left out by an ellipsis",
        "“We will open the new bridge before the summer,” said Nora Lindqvist, the mayor of the town.",
        "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.",
        "We will open the new bridge before the summer,",
    ),
    Entry(
        "quote-misattributed",
        Severity.error,
        "a quotation given to someone other than the source's speaker",
        "The words are right, but another person said them.",
        "name the speaker that the source names",
        "“We will open the new bridge before the winter,” said Karl Brandt, the harbour master.",
        "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.",
        "We will open the new bridge before the winter,” said Karl Brandt",
    ),
    Entry(
        "quote-trimmed-unmarked",
        Severity.note,
        "a quotation that leaves out fillers without showing it",
        "Words that carry no meaning (“you know”, “um”, an “and” between sentences, a word said twice) are missing. "
        "Any other word that is left out without an ellipsis is `quote-altered`.",
        "show what is left out by an ellipsis, or quote the whole, where the style guide asks for it",
        "“We will open the new bridge before the winter comes,” said Nora Lindqvist, the mayor of the town.",
        "“We will, you know, open the new bridge before the winter comes,” said Nora Lindqvist, the mayor of the town.",
        "We will open the new bridge before the winter comes,",
    ),
    Entry(
        "quote-not-found",
        Severity.warning,
        "a quotation that is in no source",
        "Nobody can check who said it, and in which words. The words are looked for in the whole text of each source: "
        "in a release, a letter or a transcript they have no quotation marks, and a label, a heading or a signature "
        "names the speaker. A report's own words that a draft puts between marks are told as such. A note where all "
        "sources are other outlets' stories, which may quote other words of one speech, unless one quotes the speaker "
        "with some of these words.",
        "add the interview or statement to the sources; where a report's own words stand between marks, drop the marks",
        "“Nobody asked the fishermen what they thought of it,” said Tomas Ek, who has fished here for years.",
        "The ferry company counted 43,800 crossings in the spring of 2019.",
        "Nobody asked the fishermen what they thought of it,",
    ),
    Entry(
        "wording-altered",
        Severity.error,
        "a source's statement with a word changed that reverses it, or left out that limits it",
        "Without “not” a sentence says the opposite, without “alleged” more than the source knows; “fell” for “rose”, "
        "“after” for “about”, “months” for “years”, another speaker or a figure in a name are as easily changed. "
        "Reported where the words around the change are the source's, in any order, and no other source has the "
        "draft's wording. A figure so changed confirms nothing: “fell by 340” is not “fell to 340”. A warning where a "
        "qualification or a bound is changed or left out.",
        "restore the source's word, or add the source that says so",
        "The terms of the contract with the ferry company were disclosed on the island.",
        "The terms of the contract with the ferry company were not disclosed on the island.",
        "disclosed",
    ),
    Entry(
        "unsupported",
        Severity.warning,
        "a figure or a date that is in no source",
        "It may be right, but none of the sources confirms it. Small counts (“two men”) are not reported.",
        "add the source that says so, or drop the figure",
        "The new bridge will cost $24 million.",
        "The ferry company counted 43,800 crossings in the spring of 2019.",
        "$24 million",
    ),
    Entry(
        "single-source",
        Severity.note,
        "a claim that fewer independent origins confirm than `--min-origins` asks for",
        "One report may be wrong, and ten papers that print one agency's copy are still one report: documents that "
        "share copy count as one origin.",
        "find a second, independent source, or say who says so",
        "The ferry company counted 43,800 crossings in the spring of 2019.",
        "The ferry company counted 43,800 crossings in the spring of 2019.",
        "43,800 crossings",
    ),
    Entry(
        "superseded",
        Severity.warning,
        "a toll that a later report has raised",
        "Tolls rise from report to report, and each was right in its day. Checked for counts that only grow (dead, "
        "injured, arrested), between sources that state when they were published.",
        "take the newest figure, or say of which day this one is",
    ),
    Entry(
        "sources-differ",
        Severity.error,
        "two values of one fact from sources of two origins (`compare`)",
        "Reported once a fact, at the value that the fewest origins give, with a sentence of each side. What one "
        "document or one origin gives twice is no conflict between sources, and neither is a toll that rose from one "
        "report to the next.",
        "find out which of them is right before you print either",
    ),
    Entry(
        "copied-not-confirmed",
        Severity.note,
        "a claim that several sources print from one copy",
        "Two papers that print one agency's story count as one source. The report lists the origins and the reason "
        "for counting documents as one.",
        "find a source that reports on its own, or say who says so",
    ),
    Entry(
        "sum-mismatch",
        Severity.error,
        "parts that do not add up to their total",
        "Checked within one sentence, allowing for rounding and hedges. A warning inside a quotation.",
        "add up the parts again, or say what else is in the total",
        "The ship carried 1,200 people: 700 men and 600 women.",
        "The ship carried 1,200 people: 700 men and 600 women.",
        "1,200 people",
    ),
    Entry(
        "percent-mismatch",
        Severity.error,
        "a change in percent that does not match its two figures",
        "From 1,010 to 1,530 is half as much again, not 20 percent; rounding of all figures is allowed for, and a "
        "small difference is a warning.",
        "work the change out again, from the earlier figure",
        "Ridership rose 20 percent from 1,010 to 1,530.",
        "Ridership rose 20 percent from 1,010 to 1,530.",
        "20 percent",
    ),
    Entry(
        "percent-points",
        Severity.warning,
        "percent where two shares differ by percentage points",
        "From 4 percent to 5 percent is one percentage point, and a quarter more.",
        "write percentage points, or work out the change in percent",
        "Unemployment rose from 4 percent to 5 percent, an increase of 1 percent.",
        "Unemployment rose from 4 percent to 5 percent, an increase of 1 percent.",
        "1 percent",
    ),
    Entry(
        "share-mismatch",
        Severity.error,
        "a percentage that does not match its count and its whole",
        "30 of 120 is a quarter, not 40 percent.",
        "work the share out again",
        "Inspectors found 30 of 120, or 40 percent, without a licence.",
        "Inspectors found 30 of 120, or 40 percent, without a licence.",
        "40 percent",
    ),
    Entry(
        "unit-mismatch",
        Severity.error,
        "one measure in two units that are not equal",
        "The value in brackets is often converted in haste. Currencies are not compared, since their rates change.",
        "convert again",
        "Winds reached 90 mph (245 km/h).",
        "Winds reached 90 mph (245 km/h).",
        "245 km/h",
    ),
    Entry(
        "zone-mismatch",
        Severity.error,
        "one time in two time zones that do not agree",
        "Computed by the rules of the zones on that day, summer time included.",
        "convert again; mind summer time",
        "The order was signed on Feb. 23, 2017 at 15:13 ET (21:13 GMT).",
        "The order was signed on Feb. 23, 2017 at 15:13 ET (21:13 GMT).",
        "21:13 GMT",
    ),
    Entry(
        "weekday-mismatch",
        Severity.error,
        "a date that does not fall on the stated day of the week",
        "One of the two is wrong, often the date.",
        "look in the calendar",
        "The council met on Monday, March 14, 2017.",
        "The council met on Monday, March 14, 2017.",
        "Monday, March 14, 2017",
    ),
    Entry(
        "impossible-date",
        Severity.error,
        "a day or a quarter that does not exist",
        "Swapped digits and a month cut from a range leave such dates behind. Checked where the text gives the year.",
        "look in the calendar",
        "The contract was signed on June 31, 2019, in the town hall.",
        "The contract was signed on June 31, 2019, in the town hall.",
        "June 31, 2019",
    ),
    Entry(
        "age-mismatch",
        Severity.error,
        "an age that does not match a year of birth or death",
        "Either age is accepted where the birthday in that year is unknown.",
        "work the age out again",
        "Born in 1950, he died in 2010 at the age of 75.",
        "Born in 1950, he died in 2010 at the age of 75.",
        "age of 75",
    ),
    Entry(
        "headline-mismatch",
        Severity.warning,
        "a figure or quotation of a headline that differs in the text",
        "Headlines and captions are written last and checked least.",
        "take the figure of the text, or mend the text",
    ),
    Entry(
        "self-contradiction",
        Severity.warning,
        "one fact stated twice in a text with different values",
        "Reported only where the words around both are similar and the figures differ by a typing mistake.",
        "settle which one is right",
    ),
    Entry(
        "unused-ignore",
        Severity.warning,
        "a comment or sidecar line that silences nothing",
        "The draft was corrected, or the comment names another finding; if it stays, it may hide the next mistake.",
        "drop the comment, or name the finding that it is meant for",
        "<!-- factcheck: ignore[number-differs] our own count --> The ferry company counted 43,800 crossings in 2019.",
        "The ferry company counted 43,800 crossings in 2019.",
        "<!-- factcheck: ignore[number-differs] our own count -->",
    ),
)

BY_NAME = {entry.name: entry for entry in FINDINGS}


def advice(name: str) -> Iterator[str]:
    """What to do about a finding of that name, as one line; nothing for an unknown name."""
    if entry := BY_NAME.get(name):
        yield entry.help


def silencing(name: str) -> str:
    """The ways to silence a finding of that name, as text."""
    here = "" if name == "unused-ignore" else f"`<!-- factcheck: ignore[{name}] reason -->` before a paragraph; "
    return f'{here}`--ignore {name}` for one run; `ignore = ["{name}"]` in factcheck.toml for all'
