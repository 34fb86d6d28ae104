"""More sources never hide a contradiction that fewer show, and never silence one."""

from __future__ import annotations

from functools import cache
from itertools import islice

import pytest

from factcheck import Document, check, load_rules
from factcheck.model import Finding, Severity
from factcheck.regex_cache import regex
from tests.rewritten import events

RULES = load_rules()
_LAST_DIGIT = regex(r"\d(?!\d|[.,:]\d)")
_EVERYDAY_ALLOWED = 0.01  # share of warnings that a value of unrelated texts may turn into less: "seven", "three years"


@cache
def drafts() -> tuple[tuple[str, Document, tuple[Document, ...]], ...]:
    """The kind of each event, its draft and its sources, with names that tell the events apart."""
    return tuple(
        (
            name.partition("-")[0],
            Document(id="draft", text=event.draft, published=event.published),
            tuple(
                Document(id=f"{name}: {each.name}", text=each.text, published=each.published) for each in event.sources
            ),
        )
        for name, event in events("rewritten")
    )


def slipped(source: Document) -> Document:
    """A draft that copies a source, but for the last digit of each of its figures."""
    text = _LAST_DIGIT.sub(lambda digit: str((int(digit[0]) + 3) % 10), source.text)
    return Document(id="draft", text=text, published=source.published)


def findings(draft: Document, sources: tuple[Document, ...]) -> dict[tuple[int, int], Finding]:
    """The findings on a draft by their place, of several at one place the gravest."""
    found = sorted(check([draft], list(sources), RULES).findings, key=lambda each: each.severity)
    return {(each.start, each.end): each for each in found}


def unrelated(number: int) -> tuple[Document, ...]:
    """The sources of two events of other kinds: the next ones in the order of their names."""
    others = (drafts()[(number + step) % len(drafts())] for step in range(1, len(drafts())))
    first, second = islice((sources for kind, _, sources in others if kind != drafts()[number][0]), 2)
    return first + second


@cache
def compared(number: int) -> tuple[tuple[Finding, Finding | None], ...]:
    """The findings on drafts of an event by one or all of its sources, each with that which more sources give."""
    _, draft, sources = drafts()[number]
    runs = [(draft, sources[:1]), (draft, sources), (slipped(sources[0]), sources[:1])]
    pairs = []
    for written, few in runs:
        more = findings(written, few + unrelated(number))
        pairs += [(each, more.get(place)) for place, each in findings(written, few).items()]
    return tuple(pairs)


@pytest.mark.parametrize("number", range(len(drafts())))
def test_unrelated_sources_hide_no_contradiction(number: int) -> None:
    hidden = [
        few.message
        for few, more in compared(number)
        if few.severity is Severity.error and (more is None or more.severity is not Severity.error)
    ]
    assert hidden == []


def test_unrelated_sources_silence_no_warning() -> None:
    told = [
        (few, more)
        for number in range(len(drafts()))
        for few, more in compared(number)
        if few.severity is Severity.warning
    ]
    silent = [few.message for few, more in told if more is None or more.severity < Severity.warning]
    assert len(told) > 500
    assert len(silent) <= _EVERYDAY_ALLOWED * len(told), silent


def test_slips_are_shown_by_one_source() -> None:
    errors = [few for number in range(len(drafts())) for few, _ in compared(number) if few.severity is Severity.error]
    assert len(errors) > 200
