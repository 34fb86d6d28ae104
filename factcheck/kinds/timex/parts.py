"""A time expression as matched, before it is resolved to a value."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Kind
from factcheck.records import record
from factcheck.ruleset import Rule

Groups = Mapping[str, str | None]


@record
class Parts:
    """A matched expression: its rule, the groups of its pattern, and the modifiers absorbed from the words before it.

    `start` and `end` are offsets in the document. `lead` is the text before it that no rule has used ("from",
    "between"); joins may require it. A `weak` expression counts only as part of a joined one. A joined expression has
    `left` and `right`; an expression with a suffix ("two weeks" + "ago") has `left` alone. `size` is the number of
    expressions joined.

    `mod` is a TIMEX3 modifier ("early May": START), `side` limits a time to before or after publication ("earlier this
    week"), `since` leaves its end open, and `hedge` is the hedge of a length as written ("more than").

    `day` dates a clock that stands apart from its date: the Thursday of "3:30 p.m. EST (2030 GMT) Thursday", or the
    second clock with its date in "9:47 p.m. local time (0247 GMT Tuesday)".
    """

    rule: Rule
    kind: Kind
    shape: str
    start: int
    end: int
    groups: Groups
    mod: str | None = None
    side: str | None = None
    since: bool = False
    hedge: str | None = None
    lead: str = ""
    weak: bool = False
    left: Parts | None = None
    right: Parts | None = None
    day: Parts | None = None
    size: int = 1


@record
class Found:
    """The payload of a time mention: its expression and the folded text in which it was matched."""

    parts: Parts
    low: str
