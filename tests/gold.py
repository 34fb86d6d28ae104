"""Measure the program on the hand-marked events of fixtures/: `python -m tests.gold [--show | --raise]`.

A measure is a share between 0 and 1, and more is better; tests/floors.toml keeps the least that each may be.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import cache
from pathlib import Path, PurePath

import msgspec
from msgspec import Struct, field

from factcheck import pipeline
from factcheck.model import (
    Claim,
    Cluster,
    Document,
    Finding,
    Quantity,
    Quotation,
    Report,
    Severity,
    Span,
    TimeExpression,
)
from factcheck.read import documents
from factcheck.ruleset import load_rules
from factcheck.text.folding import words
from tests.marks import (
    EVENTS,
    FIXTURES,
    OF_RECORDS,
    Event,
    GoldClaim,
    Mark,
    Slip,
    Topic,
    load,
    load_records,
    locate,
)
from tests.rewritten import count_rewritten

FLOORS = Path(__file__).with_name("floors.toml")
# A reader may take the one for the other without being wrong about the value.
TAKEN_FOR = {
    "count": frozenset(("count", "number")),
    "number": frozenset(("count", "number")),
    "date": frozenset(("date", "time")),
    "time": frozenset(("date", "time")),
}
CLOCK = re.compile(r"T(\d\d:\d\d)")
ENOUGH_OF_A_QUOTE = 0.8


class Run(Struct, frozen=True):
    """What the program said about one event, by the names that the gold uses."""

    event: Event
    sources: dict[str, Document]
    claims: dict[str, list[Claim]]
    compared: Report
    clean: Report
    wrong: Report


class Tally(Struct):
    """Hits and chances by measure, and a line about each miss."""

    hits: Counter[str] = field(default_factory=Counter)
    chances: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, hit: bool, about: str) -> None:
        """Count one chance."""
        self.chances[measure] += 1
        self.hits[measure] += hit
        if not hit:
            self.misses.append(f"{measure}: {about}")

    def shares(self) -> dict[str, Decimal]:
        """Each measure as a share, rounded down to three places."""
        step = Decimal("0.001")
        return {
            name: (Decimal(self.hits[name]) / count).quantize(step, ROUND_FLOOR)
            for name, count in sorted(self.chances.items())
        }


def floors() -> dict[str, Decimal]:
    """The least that each measure may be."""
    if not FLOORS.exists():
        return {}
    return msgspec.convert(tomllib.loads(FLOORS.read_text("utf-8"))["floors"], dict[str, Decimal], strict=False)


def place(document: Document, mark: Mark) -> Span | None:
    """Where a mark stands in a document's text; a mark in Markdown is one in the file, as the reader renders it."""
    if not document.places.is_rendered:
        found = locate(document.text, mark)
        return Span(*found) if found else None
    found = locate(document.places.raw, mark)
    if found is None:
        return None
    in_file = (document.places.file_span(offset, offset + 1)[0] for offset in range(len(document.text)))
    within = [offset for offset, place_in_file in enumerate(in_file) if found[0] <= place_in_file < found[1]]
    return Span(within[0], within[-1] + 1) if within else None


def gold_name(document: str) -> str:
    """The name by which the gold calls a document: the file's own, or the corpus line's id."""
    return PurePath(document).name


def run(name: str) -> Run:
    """Extract, compare and check one event."""
    ruleset, folder = load_rules(), FIXTURES / name
    sources = list(documents([folder / "sources"]))
    clean, wrong = (list(documents([folder / f"draft-{which}.md"])) for which in ("clean", "errors"))
    claims: dict[str, list[Claim]] = {gold_name(source.id): [] for source in sources}
    for claim in pipeline.extract(sources, ruleset):
        claims[gold_name(claim.document)].append(claim)
    return Run(
        event=load(name),
        sources={gold_name(source.id): source for source in sources},
        claims=claims,
        compared=pipeline.compare(sources, ruleset),
        clean=pipeline.check(clean, sources, ruleset),
        wrong=pipeline.check(wrong, sources, ruleset),
    )


@cache
def measure() -> Tally:
    """Every measure over all events."""
    tally = Tally()
    for name in EVENTS:
        one = run(name)
        for measured in (count_claims, count_extras, count_traps, count_topics, count_origins, count_drafts):
            measured(one, tally)
    for name in OF_RECORDS:
        count_records(name, tally)
    count_rewritten(tally.add)
    return tally


def count_claims(one: Run, tally: Tally) -> None:
    """Marked claims that were found, and whether their values are right."""
    for gold in one.event.claim:
        if gold.optional:
            continue
        span = span_in(one, gold)
        found = [claim for claim in one.claims[gold.document] if fits(claim, gold, span)]
        where = f"{gold.document}: {gold.text[:60]!r}"
        tally.add(f"recall.{gold.kind}", bool(found), where)
        if found:
            count_value(found, gold, tally, where)


def count_value(found: Sequence[Claim], gold: GoldClaim, tally: Tally, where: str) -> None:
    """The parts of the value, each of which may be right in any of the claims found there."""
    for measure_of, parts in (
        (f"value.{gold.kind}", ("number", "low", "high", "unit", "timex", "first", "last", "mod")),
        ("value.hedge", ("hedge",)),
        ("value.noun", ("noun",)),
        ("value.speaker", ("speaker",)),
        ("value.cue", ("cue",)),
    ):
        wanted = [part for part in parts if getattr(gold, part) is not None]
        if wanted:
            right = any(all(SAME[part](claim, getattr(gold, part)) for part in wanted) for claim in found)
            want = {part: getattr(gold, part) for part in wanted}
            tally.add(measure_of, right, f"{where}: want {want}, got {[claim.value for claim in found]}")


def count_extras(one: Run, tally: Tally) -> None:
    """Claims in documents that are marked completely, by whether a mark stands there."""
    for name in one.event.complete:
        marks = [(gold, span_in(one, gold)) for gold in one.event.claim if gold.document == name]
        for claim in one.claims[name]:
            right = any((gold.optional and overlap(claim, span)) or fits(claim, gold, span) for gold, span in marks)
            tally.add(f"precision.{claim.kind}", right, f"{name}: {claim.text[:60]!r} {claim.value}")


def count_traps(one: Run, tally: Tally) -> None:
    """Traps that were avoided."""
    for trap in one.event.trap:
        span = place(one.sources[trap.document], trap)
        marks = [span_in(one, gold) for gold in one.event.claim if gold.document == trap.document]
        fell = span is not None and [
            claim
            for claim in one.claims[trap.document]
            if claim.kind != "quote" and overlap(claim, span) and not any(overlap(claim, mark) for mark in marks)
        ]
        tally.add("traps", not fell, f"{trap.document}: {trap.text!r} in {trap.within!r}: {fell}")


def count_topics(one: Run, tally: Tally) -> None:
    """Topics whose members stand in one cluster, with the right verdict and number of origins."""
    for topic in one.event.topic:
        members = [(member.document, span_in(one, member)) for member in topic.members]
        best = max(one.compared.clusters, key=lambda cluster: held_by(cluster, members), default=None)
        whole = best is not None and held_by(best, members) == len(members)
        got = f"{held_by(best, members)} of {len(members)}, {best.verdict}, {best.origins}" if best else "nothing"
        about = f"{topic.about}: want {topic.verdict} {topic.origins}, got {got}"
        tally.add("topics.whole", whole, about)
        tally.add("topics.verdict", bool(whole and best and _judged_as(topic, best)), about)
        tally.add("topics.origins", bool(whole and best and best.origins == topic.origins), about)


def _judged_as(topic: Topic, cluster: Cluster) -> bool:
    return cluster.verdict == topic.verdict and bool(cluster.course) == topic.course


def count_origins(one: Run, tally: Tally) -> None:
    """Pairs of documents that are rightly one origin, or rightly two."""
    names = sorted(one.sources)
    shared = [frozenset(origin.documents) for origin in one.event.origin]
    found = [frozenset(map(gold_name, origin.documents)) for origin in one.compared.origins]
    for at, left in enumerate(names):
        for right in names[at + 1 :]:
            pair = {left, right}
            want, got = (any(pair <= group for group in groups) for groups in (shared, found))
            tally.add("origins", want == got, f"{left} and {right}: want one origin {want}, got {got}")


def count_drafts(one: Run, tally: Tally) -> None:
    """Slips caught and named; findings that meet a slip; claims of the clean draft left alone."""
    text = one.wrong.drafts[0].text
    slips = [(slip, place(one.wrong.drafts[0], slip)) for slip in one.event.slip]
    findings = [finding for finding in one.wrong.findings if finding.severity >= Severity.warning]
    for slip, span in slips:
        hits = [finding for finding in findings if catches(finding, slip, span, text)]
        got = [f"{finding.rule}: {finding.message}" for finding in hits]
        tally.add("slips.caught", bool(hits), f"{slip.text!r} was {slip.was!r} ({slip.type})")
        named = any(finding.rule == slip.finding for finding in hits)
        tally.add("slips.named", named, f"{slip.text!r} ({slip.type}): want {slip.finding}, got {got}")
    for finding in findings:
        right = any(catches(finding, slip, span, text) for slip, span in slips)
        about = f"{finding.document}:{finding.line} {finding.rule} {text[finding.start : finding.end][:50]!r}"
        tally.add("findings.meet-a-slip", right, f"{about}: {finding.message}")
    count_clean(one.clean, tally)


def count_records(name: str, tally: Tally) -> None:
    """Slips in quotations caught and named against records of words, and what is said of the clean draft."""
    ruleset, folder = load_rules(), FIXTURES / name
    sources = list(documents([folder / "sources"]))
    clean, wrong = (
        pipeline.check(list(documents([folder / f"draft-{which}.md"])), sources, ruleset)
        for which in ("clean", "errors")
    )
    slips = [(slip, place(wrong.drafts[0], slip)) for slip in load_records(name).slip]
    findings = [finding for finding in wrong.findings if finding.severity >= Severity.warning]
    for slip, span in slips:
        rules = {finding.rule for finding in findings if overlap(finding, span)}
        tally.add("records.slips-named", slip.finding in rules, f"{slip.text!r} ({slip.type}): got {rules}")
    for finding in findings:
        right = any(overlap(finding, span) for _, span in slips)
        tally.add("records.findings-meet-a-slip", right, f"{finding.rule}: {finding.message}")
    said = [each.message for each in clean.findings if each.severity >= Severity.warning]
    for judged in clean.judged:
        quote = judged.claim.kind != "quote" or judged.verdict in ("single", "agree")
        tally.add("records.clean-quotations", quote, f"{judged.claim.text!r}: {judged.verdict}, {judged.reason}")
    tally.add("records.clean-quiet", not said, f"{said}")


def count_clean(report: Report, tally: Tally) -> None:
    """Claims of a clean draft at which nothing of severity warning or error is said."""
    bad = [finding for finding in report.findings if finding.severity >= Severity.warning]
    for judged in report.judged:
        said = [finding for finding in bad if overlap(finding, Span(judged.claim.start, judged.claim.end))]
        about = f"{judged.claim.document}:{judged.claim.line} {judged.claim.text[:50]!r}"
        tally.add("clean.quiet", not said, f"{about}: {[(one.rule, one.message) for one in said]}")


def span_in(one: Run, mark: Mark) -> Span | None:
    """Where a mark stands in the document as the program read it; a byline may be left out of a page's text."""
    return place(one.sources[mark.document], mark)


def overlap(one: Claim | Finding, span: Span | None) -> bool:
    """Whether a claim or finding shares a code point with a span."""
    return span is not None and one.start < span.end and span.start < one.end


def fits(claim: Claim, gold: GoldClaim, span: Span | None) -> bool:
    """Whether the claim stands where the gold does and is of its kind."""
    if span is None or not overlap(claim, span) or claim.kind not in TAKEN_FOR.get(gold.kind, (gold.kind,)):
        return False
    if gold.kind != "quote":
        return True
    shared = min(claim.end, span.end) - max(claim.start, span.start)
    return shared >= ENOUGH_OF_A_QUOTE * (span.end - span.start)


def held_by(cluster: Cluster, members: Iterable[tuple[str, Span | None]]) -> int:
    """How many of the members a cluster holds."""
    return sum(
        any(gold_name(claim.document) == name and overlap(claim, span) for claim in cluster.claims)
        for name, span in members
    )


def catches(finding: Finding, slip: Slip, span: Span | None, text: str) -> bool:
    """Whether a finding points at a slip; a wrong speaker is reported at the quotation, in the same paragraph."""
    if slip.finding == "quote-misattributed" and finding.rule == slip.finding and span is not None:
        return text.count("\n", 0, span.start) == text.count("\n", 0, finding.start)
    return overlap(finding, span)


def _number(name: str) -> Callable[[Claim, str], bool]:
    def same(claim: Claim, want: str) -> bool:
        got = getattr(claim.value, name) if isinstance(claim.value, Quantity) else None
        return got is not None and abs(got - Decimal(want)) <= abs(Decimal(want)) / 1000

    return same


def _text(kind: type, name: str) -> Callable[[Claim, str], bool]:
    def same(claim: Claim, want: str) -> bool:
        got = getattr(claim.value, name) if isinstance(claim.value, kind) else None
        return got is not None and str(got) == want

    return same


def _same_words(kind: type, name: str) -> Callable[[Claim, str], bool]:
    def same(claim: Claim, want: str) -> bool:
        got = getattr(claim.value, name) if isinstance(claim.value, kind) else None
        return got is not None and set(words(want)[-1:]) <= set(words(got))

    return same


def _same_hedge(claim: Claim, want: str) -> bool:
    return not isinstance(claim.value, Quotation) and claim.value.hedge == want


def _same_timex(claim: Claim, want: str) -> bool:
    if not isinstance(claim.value, TimeExpression) or claim.value.timex is None:
        return False
    clock = CLOCK.match(want)
    if clock is None:  # one expression may hold the day and the hour
        return claim.value.timex == want or claim.value.timex.startswith(f"{want}T")
    found = CLOCK.search(claim.value.timex)
    return found is not None and found[1] == clock[1]


SAME: dict[str, Callable[[Claim, str], bool]] = {
    **{name: _number(name) for name in ("number", "low", "high")},
    **{name: _text(TimeExpression, name) for name in ("first", "last", "mod")},
    "unit": _text(Quantity, "unit"),
    "hedge": _same_hedge,
    "noun": _same_words(Quantity, "noun"),
    "timex": _same_timex,
    "speaker": _same_words(Quotation, "speaker"),
    "cue": _same_words(Quotation, "cue"),
}


def raised(old: dict[str, Decimal], measured: dict[str, Decimal]) -> dict[str, Decimal]:
    """The floors with each one up to what is measured, and none lower than it was."""
    return {name: max(old.get(name, Decimal(0)), share) for name, share in {**old, **measured}.items()}


def write_floors(new: dict[str, Decimal]) -> None:
    """Write tests/floors.toml."""
    lines = ["# Written by `python -m tests.gold --raise`; a floor only rises.", "", "[floors]"]
    lines += [f'"{name}" = "{share}"' for name, share in sorted(new.items())]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def table(tally: Tally, least: dict[str, Decimal]) -> Iterator[str]:
    """One line a measure: share, floor, hits of chances."""
    for name, share in tally.shares().items():
        floor = least.get(name)
        note = "  BELOW THE FLOOR" if floor is not None and share < floor else ""
        counted = f"{tally.hits[name]:>4} of {tally.chances[name]}"
        yield f"{name:24} {share:>6} {'-' if floor is None else floor:>7} {counted}{note}"


def main(arguments: Sequence[str]) -> None:
    """Print the measures; --show prints each miss too, --raise lifts the floors."""
    tally = measure()
    if "--raise" in arguments:
        write_floors(raised(floors(), tally.shares()))
    print("\n".join(table(tally, floors())))
    if "--show" in arguments:
        print("\n".join(tally.misses))


if __name__ == "__main__":
    main(sys.argv[1:])
