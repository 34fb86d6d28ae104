"""A sentence in which every claim is one sign, so that a pattern can describe how its claims relate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.model import Claim, Document, Severity
from factcheck.ruleset import Ruleset

# The sign by which a pattern of rules/en/consistency.toml matches a claim of each kind.
SIGNS = {
    "count": "#",
    "number": "#",
    "money": "#",
    "quantity": "#",
    "percent": "%",
    "ratio": "½",
    "age": "@",
    "date": "§",
    "time": "¦",
}
_MAX_CLAIMS = 60  # in a sentence; more of them are a table


class Outline(Struct, frozen=True, gc=False):
    """A sentence's text with a sign for each claim; `places` are the offsets of the signs in it."""

    text: str
    places: tuple[int, ...]
    claims: tuple[Claim, ...]

    def claim_at(self, place: int) -> Claim | None:
        """The claim whose sign stands at an offset of the outline."""
        at = bisect_left(self.places, place)
        return self.claims[at] if at < len(self.places) and self.places[at] == place else None


class Hit(Struct, frozen=True):
    """A pattern's match in an outline."""

    outline: Outline
    match: re.Match[str]
    document: Document
    ruleset: Ruleset

    def claim(self, name: str) -> Claim | None:
        """The claim whose sign is the named group; None where the group took no part in the match."""
        return self.outline.claim_at(self.match.start(name)) if self.match[name] is not None else None

    def claims(self, name: str) -> tuple[Claim, ...]:
        """The claims whose signs stand inside the named group."""
        return tuple(claim for _, claim in self.places(name))

    def places(self, name: str) -> Iterator[tuple[int, Claim]]:
        """The same, each with the offset of its sign in the outline."""
        start, end = self.match.span(name)
        first = bisect_left(self.outline.places, start)
        for index in range(first, bisect_left(self.outline.places, end)):
            yield self.outline.places[index], self.outline.claims[index]

    def word(self, name: str) -> str:
        """The words of the named group in lower case; empty where the group is missing or took no part in the match."""
        return " ".join((self.match.groupdict().get(name) or "").lower().split())

    def words(self, start: int, end: int) -> str:
        """The outline between two of its offsets, in lower case."""
        return self.outline.text[start:end].lower()


class Slip(Struct, frozen=True):
    """A mismatch: the claim to mark, the severity, the reason in one line, and the other claims it was compared with.

    `name` is the name of the finding, where it differs from the one that the rule gives.
    """

    claim: Claim
    severity: Severity
    message: str
    others: tuple[Claim, ...] = ()
    name: str | None = None


def by_sentence(claims: Sequence[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """The signs and claims of each sentence with at least two claims that have signs; tables are left out."""
    signs, start = "", -1
    group: list[Claim] = []
    for claim in claims:
        sign = SIGNS.get(claim.kind)
        if sign is None:
            continue
        # A claim that crosses the end of a sentence ("at 10 a.m. Tokyo time") shows that the sentence was cut wrongly.
        if claim.sentence.start != start and not (group and group[-1].end > claim.sentence.start):
            if 1 < len(group) <= _MAX_CLAIMS:
                yield signs, group
            signs, group, start = "", [], claim.sentence.start
        signs += sign
        group.append(claim)
    if 1 < len(group) <= _MAX_CLAIMS:
        yield signs, group


def outline_of(text: str, claims: Sequence[Claim], directions: re.Pattern[str] | None = None) -> Outline:
    """The outline of the sentence that contains the claims; `directions` matches words for ↑ (group 1) and ↓."""

    def between(start: int, end: int) -> str:
        return text[start:end] if directions is None else directions.sub(_arrow, text[start:end])

    at, length = claims[0].sentence.start, 0
    pieces: list[str] = []
    places: list[int] = []
    kept: list[Claim] = []
    for claim in claims:
        if claim.start < at:  # nested in the claim before it
            continue
        piece = between(at, claim.start)
        pieces += (piece, SIGNS[claim.kind])
        length += len(piece)
        places.append(length)
        kept.append(claim)
        length += 1
        at = claim.end
    pieces.append(between(at, claims[-1].sentence.end))
    return Outline("".join(pieces), tuple(places), tuple(kept))


def _arrow(found: re.Match[str]) -> str:
    return "↑" if found[1] else "↓"
