"""The values that stand anywhere in the sources: a small figure that none of them has is a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.regex_cache import regex
from factcheck.segment import Parsed

_NUMBERED = regex(r"^[ \t]*(\d{1,2})[.)][ \t]", re.MULTILINE)
_DAY = regex(r"\d{4}-\d{2}-\d{2}")
_BULLETED = regex(r"(?:^[ \t]*[-*•·–][ \t].*(?:\n|\Z))+", re.MULTILINE)


class StatedValues(Struct, frozen=True, dict=True):
    """The numbers, lengths of time and lists of some sources, each read when it is first asked for."""

    claims: Sequence[Claim] = ()
    parsed: Mapping[str, Parsed] = {}

    def has(self, claim: Claim) -> bool:
        """Whether a source has a claim's value, of whatever it may be, has its words, or lists so many items."""
        value = claim.value
        if isinstance(value, TimeExpression):
            timex = value.timex or ""
            day = _DAY.match(timex)
            return timex in self._timexes or (day is not None and day[0] in self._timexes) or self._is_written(claim)
        if not isinstance(value, Quantity):
            return False
        number = value.number if value.number is not None else value.low
        return number in self._numbers or number in self._list_lengths or self._is_written(claim)

    @cached_property
    def _numbers(self) -> frozenset[Decimal]:
        values = (claim.value for claim in self.claims)
        ends = ((each.number, each.low, each.high) for each in values if isinstance(each, Quantity))
        return frozenset(number for three in ends for number in three if number is not None)

    @cached_property
    def _timexes(self) -> frozenset[str]:
        """The dates and lengths of time, the days on which the sources were published, and all these days' weekdays."""
        values = (claim.value for claim in self.claims)
        timexes = {each.timex for each in values if isinstance(each, TimeExpression) and each.timex}
        anchors = (each.document.anchor for each in self.parsed.values())
        timexes.update(anchor.isoformat() for anchor in anchors if anchor is not None)
        days = [found[0] for each in timexes if (found := _DAY.match(each))]
        weekdays = {f"XXXX-WXX-{date.fromisoformat(day).isoweekday()}" for day in days}
        return frozenset(timexes.union(days, weekdays))

    @cached_property
    def _list_lengths(self) -> frozenset[Decimal]:
        """How many items the lists of the sources have: "four products" counts those that one lists."""
        return frozenset(Decimal(many) for each in self.parsed.values() for many in _list_lengths(each.document.text))

    def _is_written(self, claim: Claim) -> bool:
        """Whether a source has the words of a claim, read there as another claim or as none."""
        words = re.compile(rf"(?<!\w){re.escape(claim.text)}(?!\w)", re.IGNORECASE)
        return any(words.search(each.document.text) for each in self.parsed.values())


def _list_lengths(text: str) -> Iterator[int]:
    """The numbers of items of the lists in a text, numbered from 1 or bulleted."""
    expected = 1
    for found in _NUMBERED.finditer(text):
        number = int(found[1])
        if number not in (1, expected):
            continue
        if number == 1 and expected > 1:
            yield expected - 1
        expected = number + 1
    yield expected - 1
    for found in _BULLETED.finditer(text):
        yield found[0].rstrip("\n").count("\n") + 1
