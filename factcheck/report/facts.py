"""The facts of `compare` in sections, from those on which the sources disagree to those that one origin alone tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from factcheck.model import Claim, Cluster, Document, Finding, Quotation, Report
from factcheck.regex_cache import regex
from factcheck.report.phrasing import at, count
from factcheck.report.render_options import RenderOptions
from factcheck.report.screen import columns, flat, gist, paint, pointed, shorten
from factcheck.report.table import draw, wrapped

LABEL = 56  # columns for what a fact is about
VALUE = 44  # columns for its values
_TELLING = 4  # documents named one by one for a fact or for one of its values
_NAMED = 6  # documents named one by one for the facts of one origin


class Section(Enum):
    """The parts of a comparison, in the order in which they are shown; the enum value is the heading."""

    DISAGREE = "sources disagree"
    CHANGED = "changed with time"
    WORDED = "worded otherwise"
    CONFIRMED = "confirmed"
    SPLIT = "one origin, two values"
    COPIED = "only copied"
    HELD = "not comparable"
    SINGLE = "one origin"


def section_of(cluster: Cluster) -> Section:
    """The section of a fact: quotations that differ are worded otherwise, a toll that rose has changed with time, and
    copies of one text that differ confirm nothing.
    """
    if cluster.course and cluster.verdict != "differ":
        return Section.CHANGED
    if cluster.verdict == "differ":
        return Section.WORDED if cluster.kind == "quote" else Section.DISAGREE
    if cluster.verdict == "agree":
        return Section.CONFIRMED
    if cluster.verdict == "held":
        return Section.HELD
    if cluster.split:
        return Section.SPLIT
    return Section.COPIED if len({claim.document for claim in cluster.claims}) > 1 else Section.SINGLE


def in_sections(clusters: Iterable[Cluster]) -> dict[Section, list[Cluster]]:
    """The facts by section, in the order of the sections; the most widely reported first."""
    found: dict[Section, list[Cluster]] = {section: [] for section in Section}
    for cluster in clusters:
        found[section_of(cluster)].append(cluster)
    for each in found.values():
        each.sort(key=lambda cluster: (-cluster.origins, -len({claim.document for claim in cluster.claims})))
    return {section: each for section, each in found.items() if each}


def by_value(cluster: Cluster) -> list[list[Claim]]:
    """The claims of a fact by their value, one claim a document, the most widely given value first.

    Values that say the same in other words are one: "45-year", "45 years".
    """
    found: dict[str, dict[str, Claim]] = {}
    for claim in cluster.claims:
        found.setdefault(_said(claim), {}).setdefault(claim.document, claim)
    return sorted((list(claims.values()) for claims in found.values()), key=lambda claims: -len(claims))


def _said(claim: Claim) -> str:
    """What a claim gives as the value, the same for all words that say it; of a quotation its words."""
    value = claim.value
    if isinstance(value, Quotation) or value.held:
        return flat(claim.text).casefold().strip(_MARKS)
    hedge = value.hedge or ""
    return f"{gist(value)} {hedge}"


def names_of(documents: Sequence[Document], year: int | None = None) -> dict[str, str]:
    """Each document by its outlet, where it states one, or its file's name, and its day: "Harbour Herald, 9 Jan 2024".

    Where two files have one name, their paths are given; the year is left out of the days of `year`.
    """
    files = Counter(_file_name(document) for document in documents)
    found = {}
    for each in documents:
        name = each.source or (each.id if files[_file_name(each)] > 1 else _file_name(each))
        day = each.published
        shown = (
            [flat(name)]
            if day is None
            else [flat(name), f"{day.day} {day:%b}{'' if day.year == year else f' {day.year}'}"]
        )
        found[each.id] = ", ".join(shown)
    return found


def common_year(documents: Iterable[Document]) -> int | None:
    """The year in which all documents that state a day were published; None where they are of several, or few."""
    years = [document.published.year for document in documents if document.published is not None]
    return years[0] if len(years) > _FEW and len(set(years)) == 1 else None


def _file_name(document: Document) -> str:
    return document.id.rsplit("/", 1)[-1]


def sections(report: Report, options: RenderOptions) -> Iterator[str]:
    """A block of text for each section."""
    documents = {document.id: document for document in report.documents}
    names = names_of(report.documents, common_year(report.documents))
    reported = {(each.document, each.start, each.end): each for each in report.findings if each.rule == CONFLICT}
    for section, clusters in in_sections(report.clusters).items():
        heading = paint(f"{section.value} ({len(clusters):,})", "strong", options)
        if section in DIFFERING:
            facts = "\n".join(_sides(cluster, reported, (documents, names), options) for cluster in clusters)
            yield f"{heading}\n\n{facts}"
        elif section is Section.SINGLE and not options.all_facts:
            yield f"{heading}\n{_folded(clusters, names, options)}"
        else:
            yield f"{heading}\n\n{_table(section, clusters, names, options)}"


CONFLICT = "sources-differ"
IN_SECTIONS = (CONFLICT, "copied-not-confirmed")  # findings that the sections show already


def _sides(
    cluster: Cluster,
    reported: Mapping[tuple[str, int, int], Finding],
    sources: tuple[Mapping[str, Document], Mapping[str, str]],
    options: RenderOptions,
) -> str:
    """A fact on which the sources differ: each value, who gives it, and a sentence that does."""
    documents, names = sources
    finding = next(
        (reported[place] for each in cluster.claims if (place := (each.document, each.start, each.end)) in reported),
        None,
    )
    lines = [shorten(flat(cluster.about), options.width)]
    if finding is not None and not finding.counts:
        lines = [shorten(f"{flat(cluster.about)} ({_KNOWN})", options.width)]
    elif finding is not None:
        name = paint(f"{finding.severity.name} {finding.rule}:", finding.severity.name, options)
        head = at(finding, options)
        room = (
            options.width - columns(at(finding, RenderOptions())) - len(f"{finding.severity.name} {finding.rule}:") - 2
        )
        about = flat(cluster.about)
        lines = (
            [f"{head} {name} {about}"] if columns(about) <= room else [f"{head} {name}", f"  {_cut(about, options)}"]
        )
    for claims in by_value(cluster):
        first = claims[0]
        value = f"“{shorten(flat(first.text), max(_SHORTEST, options.width // 2))}”"
        who = shorten(_sources(claims, names), max(_SHORTEST, options.width - columns(value) - 4))
        lines.append(f"  {paint(value, 'differ', options)}: {who}")
        sentence = excerpt(first, documents, options.width - 6)
        lines += [f"      {sentence}"] if sentence else []
    lines.append(f"  = {shorten(flat(cluster.reason), options.width - 4)}")
    return "\n".join(lines) + "\n"


def excerpt(claim: Claim, documents: Mapping[str, Document], width: int) -> str:
    """The sentence of a claim, cut to a width around the claim; empty where the claim is all of it."""
    document = documents.get(claim.document)
    if document is None:
        return ""
    sentence = document.text[claim.sentence.start : claim.sentence.end]
    if flat(sentence).strip(_QUOTES) == flat(claim.text).strip(_QUOTES):
        return ""
    start = claim.start - claim.sentence.start
    shown, _ = pointed(_BREAK.sub(" ", sentence), start, start + claim.end - claim.start, width)
    return shown


def _cut(text: str, options: RenderOptions) -> str:
    return shorten(text, options.width - 2)


def _sources(claims: Iterable[Claim], names: Mapping[str, str]) -> str:
    """The documents of claims, the first ones by name."""
    found = list(dict.fromkeys(names.get(claim.document, flat(claim.document)) for claim in claims))
    more = f" and {len(found) - _TELLING:,} more" if len(found) > _TELLING else ""
    return "; ".join(found[:_TELLING]) + more


def _table(section: Section, clusters: Sequence[Cluster], names: Mapping[str, str], options: RenderOptions) -> str:
    counted = section in _COUNTED
    # Two columns between two cells; tabulate pads the heading of the last one.
    room = options.width - 2 * (2 + counted) - counted * len(" origins ")
    label, value = min(LABEL, room * 36 // 100), min(VALUE, room * 26 // 100)
    rows = []
    for cluster in clusters:
        claims = by_value(cluster)
        values = cluster.course or "; ".join(values_of(cluster))
        cells = [wrapped(about(cluster), label, options), wrapped(values, value, options)]
        sources = _sources((each for given in claims for each in given), names)
        cells.append(wrapped(sources, room - label - value, options))
        rows.append((*cells, *([cluster.origins] if counted else [])))
    return draw(("fact", "value", "sources", *(["origins"] if counted else [])), rows, options)


def about(cluster: Cluster) -> str:
    """What a fact is, beside its value: of a quotation only whose it is."""
    speaker, colon, _ = cluster.about.partition(": “")
    return flat(f"{speaker}: “…”" if colon and cluster.kind == "quote" else cluster.about)


def values_of(cluster: Cluster) -> list[str]:
    """The values of a fact; of quotations those that are no part of a longer one."""
    found = [flat(claims[0].text) for claims in by_value(cluster)]
    if cluster.kind != "quote":
        return found
    bare = [each.strip(_MARKS) for each in found]
    return [each for each in bare if not any(each != other and each.casefold() in other.casefold() for other in bare)]


def origins(report: Report, options: RenderOptions) -> str:
    """The documents that are of one origin, a line for each origin with why; and the year of days without one."""
    year = common_year(report.documents)
    names = names_of(report.documents, year)
    lines = []
    for origin in report.origins:
        if len(origin.documents) == 1:
            continue
        many = count(len(origin.documents), "document")
        told = f"{many} of one origin: {'; '.join(names.get(each, flat(each)) for each in origin.documents)}"
        reason = flat(origin.reason)
        lines.append(shorten(told, options.width))
        lines += [f"  = {shorten(reason, options.width - 4)}"] if reason else []
    if year is not None:
        lines.append(f"days without a year are of {year}")
    return "".join(f"{line}\n" for line in lines)


def _folded(clusters: Sequence[Cluster], names: Mapping[str, str], options: RenderOptions) -> str:
    """How many facts each document tells alone."""
    alone = Counter(cluster.claims[0].document for cluster in clusters)
    ranked = sorted(alone.items(), key=lambda each: (-each[1], each[0]))
    lines = [
        f"  {number:>5,}  {shorten(names.get(name, flat(name)), options.width - 9)}" for name, number in ranked[:_NAMED]
    ]
    if len(ranked) > _NAMED:
        rest = sum(number for _, number in ranked[_NAMED:])
        lines.append(f"  {rest:>5,}  in {count(len(ranked) - _NAMED, 'more source')}")
    return "\n".join([*lines, "  `--all` lists them", ""])


DIFFERING = (Section.DISAGREE, Section.WORDED)  # sections in which each value stands with a sentence
_FEW = 2  # documents with a day, for which each day has its year
_SHORTEST = 20  # columns of a text that is shortened
_COUNTED = (Section.CONFIRMED,)  # sections in which the number of origins says how well a value is confirmed
_KNOWN = "in the baseline"
_BREAK = regex(r"\s")
_MARKS = " ,.;:“”\"'`’"
_QUOTES = " “”\"'‘’"
