"""What a rule found, before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Kind
from factcheck.ruleset import Rule

Groups = Mapping[str, str | None]


@dataclass(eq=False)
class Parts:
    """An expression found: its rule, the named groups of its pattern, and the words absorbed before it.

    A joined expression has `left` and `right` (or, with a word after it, `left` alone). `lead` is what stands
    unused before it ("from", "between"), which a join may ask for. `weak` ones count only when joined.
    `day` is the date behind two clocks that tell one instant: "3:30 p.m. EST (2030 GMT) Thursday", or the second
    of them with its date: "9:47 p.m. local time (0247 GMT Tuesday)". `size` is the number of expressions joined.
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


@dataclass(eq=False)
class Found:
    """What a mention carries to its reading: the expression and the folded text it was found in."""

    parts: Parts
    low: str
