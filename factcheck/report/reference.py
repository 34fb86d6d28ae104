"""The reference of findings and rules: as a list, as the explanation of one of them, or as a page of Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.report.catalogue import FINDINGS, Entry, silencing
from factcheck.report.markup import markdown
from factcheck.report.render_options import RenderOptions
from factcheck.report.screen import flat, paint, safe
from factcheck.report.table import draw
from factcheck.ruleset import Example, Rule, Ruleset

WIDEST = 100  # columns of running text
ROOMS = {
    "quantity": "Numbers",
    "timex": "Dates, times and lengths of time",
    "quotation": "Quotations",
    "wording": "Words that reverse or limit a sentence",
    "naming": "Names with a number",
    "segment": "Segmentation: articles, paragraphs and sentences",
    "origin": "Copying between sources",
    "consistency": "One document against itself",
}
REPLACING = (
    "A rule of your own with the same id, in a folder given by `--rules DIR` or `[rules] extend`, takes its place."
)
INTRODUCTION = """\
# Findings and rules

The findings that `factcheck` reports, and the rules by which it finds claims. This page is written by `factcheck rules
--output markdown`, and a test checks that it is up to date; `factcheck rules NAME` shows one entry, with its patterns.
The tests run every example here.

"""
OF_FINDINGS = """\
## Findings

`--select` and `--ignore`, and the same keys in `factcheck.toml`, select or leave out findings by their name or its
beginning. An error makes the exit status 1; `--fail-on` sets another severity.

"""
OF_RULES = f"""\
## Rules

Rules are data, in TOML files beside this page: a pattern or a reading, word lists, and examples of text in which the
rule finds a claim and of similar text in which it must not. Unless an example gives another date, it was published on
Thursday, 23 February 2017.
{REPLACING}

"""


def listed(ruleset: Ruleset, options: RenderOptions) -> str:
    """A table of all findings and one of all rules."""
    findings = [
        (entry.name, paint(entry.severity.name, entry.severity.name, options), entry.summary) for entry in FINDINGS
    ]
    rules = [(flat(rule.id), rule.kind or "", flat(rule.summary)) for rule in ruleset.rules]
    tables = (
        draw(("finding", "severity", "summary"), findings, options),
        draw(("rule", "kind", "summary"), rules, options),
    )
    return "\n".join(tables)


def explained(item: Entry | Rule, options: RenderOptions) -> str:
    """The explanation of one finding or rule as text."""
    lines = _finding(item, options) if isinstance(item, Entry) else _rule(item, options)
    return "".join(line + "\n" for line in lines)


def _finding(entry: Entry, options: RenderOptions) -> Iterator[str]:
    severity = paint(entry.severity.name, entry.severity.name, options)
    yield f"{paint(entry.name, 'strong', options)} ({severity}): {entry.summary}"
    yield ""
    yield from _wrapped(entry.why, options)
    yield ""
    yield f"what to do:  {entry.help}"
    yield f"to silence:  {silencing(entry.name)}"
    if not entry.draft:
        return
    yield ""
    yield "example:"
    yield f"  draft:   {entry.draft}"
    yield f"  source:  {entry.source}"
    yield f"  finding: “{entry.found}”"


def _rule(rule: Rule, options: RenderOptions) -> Iterator[str]:
    yield f"{paint(flat(rule.id), 'strong', options)}: {flat(rule.summary)}"
    if rule.why:
        yield ""
        yield from _wrapped(flat(rule.why), options)
    yield ""
    for label, text in (
        ("kind", rule.kind),
        ("file", rule.path),
        ("before", rule.before),
        ("pattern", rule.pattern),
        ("after", rule.after),
        ("reading", rule.reading),
    ):
        if text:
            yield f"{label + ':':9}{safe(text.strip())}"
    yield ""
    yield "examples:"
    yield from (f"  {_example(example)}" for example in rule.examples)
    yield ""
    yield from _wrapped(REPLACING, options)


def _wrapped(text: str, options: RenderOptions) -> list[str]:
    return textwrap.wrap(text, min(options.width, WIDEST), break_on_hyphens=False)


def _example(example: Example) -> str:
    text = flat(example.text)
    if example.find is None:
        return f"- {text}  (nothing)"
    return f"+ {text}  → {flat(example.find)}{_read_as(example)}"


def _read_as(example: Example) -> str:
    values = ", ".join(f"{name} {flat(wanted)}" for name, wanted in example.expectations())
    return f": {values}" if values else ""


def page(ruleset: Ruleset) -> str:
    """The whole reference as Markdown."""
    parts = [INTRODUCTION, OF_FINDINGS, *map(section, FINDINGS), OF_RULES]
    for room, rules in groupby(sorted(ruleset.rules, key=_room), key=lambda rule: rule.room):
        parts += [f"### {ROOMS.get(room, room)}\n\n", *map(section, rules)]
    return "".join(parts).rstrip("\n") + "\n"


def _room(rule: Rule) -> int:
    return list(ROOMS).index(rule.room) if rule.room in ROOMS else len(ROOMS)


def section(item: Entry | Rule) -> str:
    """One finding or rule as a section of Markdown."""
    lines = _finding_section(item) if isinstance(item, Entry) else _rule_section(item)
    return "".join(_filled(lines))


def _filled(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs and list entries, wrapped at 120 columns."""
    for line in lines:
        indent = "  " if line.startswith("- ") else ""
        # Break at spaces only, so that no joiner or escape is split.
        filled = textwrap.fill(line, 120, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        yield filled + "\n"


def _finding_section(entry: Entry) -> Iterator[str]:
    yield f"### {entry.name}"
    yield ""
    yield f"*{entry.severity.name}:* {markdown(entry.summary)}."
    yield ""
    yield markdown(entry.why)
    yield ""
    if entry.draft:
        yield f"- Draft: {markdown(entry.draft)}"
        yield f"- Source: {markdown(entry.source)}"
        yield f"- Finding: “{markdown(entry.found)}”"
        yield ""
    yield f"What to do: {markdown(entry.help)}. To silence it: {silencing(entry.name)}."
    yield ""


def _rule_section(rule: Rule) -> Iterator[str]:
    yield f"#### {markdown(rule.id)}"
    yield ""
    of = f"`{rule.kind}`: " if rule.kind else ""
    yield f"{of}{markdown(rule.summary)} ([{markdown(rule.path)}]({rule.path}))"
    yield ""
    if rule.why:
        yield markdown(rule.why)
        yield ""
    for example in rule.examples:
        if example.find is None:
            yield f"- Not: {markdown(example.text)}"
        else:
            day = f" (published {markdown(example.published)})" if example.published else ""
            yield f"- Found: {markdown(example.text)}{day} → “{markdown(example.find)}”{markdown(_read_as(example))}"
    yield ""
