"""The marks of fixtures/*/gold.toml: read, and found again in a text, without the program."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct, field

FIXTURES = Path(__file__).parent.parent / "fixtures"
EVENTS = ("closure", "flood", "quake", "summit")
OF_RECORDS = ("pier",)  # events whose sources are records of words; only the slips of the wrong draft are marked


class Mark(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text in a document: the nth occurrence, inside the longer piece `within` where one is given."""

    document: str
    text: str
    within: str | None = None
    nth: int = 1


class GoldClaim(Mark, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A claim as it should be found, with those parts of its value that matter."""

    kind: str
    optional: bool = False
    number: str | None = None
    low: str | None = None
    high: str | None = None
    hedge: str | None = None
    unit: str | None = None
    noun: str | None = None
    timex: str | None = None
    first: str | None = None
    last: str | None = None
    mod: str | None = None
    speaker: str | None = None
    cue: str | None = None


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """A fact given in several places; `course` says that its value rose from report to report."""

    about: str
    kind: str
    verdict: str
    origins: int
    members: tuple[Mark, ...]
    course: bool = False


class SharedCopy(Struct, frozen=True, forbid_unknown_fields=True):
    """Documents of one origin, and the reason."""

    documents: tuple[str, ...]
    why: str


class Slip(Mark, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A planted error: the wrong words, the right ones, and the finding that should name it."""

    document: str = "draft-errors.md"
    was: str
    type: str
    finding: str
    severity: str


class Sum(Struct, frozen=True, forbid_unknown_fields=True):
    """Parts that make a total."""

    about: str
    parts: tuple[Decimal, ...]
    total: Decimal


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """A change in percent."""

    before: Decimal = field(name="from")
    after: Decimal = field(name="to")
    percent: Decimal


class Same(Struct, frozen=True, forbid_unknown_fields=True):
    """One value written in two units; the left one times the factor is the right one."""

    document: str
    left: str
    right: str
    factor: Decimal


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    """All marks of one event."""

    complete: tuple[str, ...]
    claim: tuple[GoldClaim, ...]
    trap: tuple[Mark, ...]
    topic: tuple[Topic, ...]
    origin: tuple[SharedCopy, ...]
    slip: tuple[Slip, ...]
    sum: tuple[Sum, ...] = ()
    change: tuple[Change, ...] = ()
    same: tuple[Same, ...] = ()


class OfRecords(Struct, frozen=True, forbid_unknown_fields=True):
    """The marks of an event of records."""

    slip: tuple[Slip, ...]


@cache
def load_records(name: str) -> OfRecords:
    """The marks of an event of records."""
    text = (FIXTURES / name / "gold.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), OfRecords, strict=False)


@cache
def load(name: str) -> Event:
    """The marks of an event."""
    return msgspec.convert(tomllib.loads((FIXTURES / name / "gold.toml").read_text("utf-8")), Event, strict=False)


def locate(text: str, mark: Mark) -> tuple[int, int] | None:
    """Start and end of the marked text, or None when it does not stand there."""
    start, end = 0, len(text)
    if mark.within is not None:
        start = text.find(mark.within)
        end = start + len(mark.within)
        if start < 0:
            return None
    start -= 1
    for _ in range(mark.nth):
        start = text.find(mark.text, start + 1, end)
        if start < 0:
            return None
    return start, start + len(mark.text)
