"""What a judgement is made from, and the evidence and findings that it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factcheck.align import Alignment, Topic
from factcheck.align.beside import Beside
from factcheck.align.contrasts import Contrast, contrast
from factcheck.align.slots import slots_of
from factcheck.align.source_words import SourceWords
from factcheck.align.values import StatedValues
from factcheck.model import (
    Claim,
    Document,
    Evidence,
    Finding,
    Quantity,
    Quotation,
    Severity,
    Value,
)
from factcheck.origin import Origins
from factcheck.ruleset import Ruleset

if TYPE_CHECKING:
    from factcheck.judge.credits import Credits

MOST_EVIDENCE = 5
_TWO = 2  # independent origins that confirm each other
_COMPARED = 6  # claims of one origin whose passages are compared with those of the others


class JudgementContext(Struct, frozen=True):
    """What a judgement needs beside the claims: the documents, who copies whom, the rules.

    `pairs` are the figures, and the dates, that one sentence of a source states side by side: what they give together
    is implied. `stated` are all values that stand in the sources. `beside` has what may be shown beside a claim that
    none of them states. `words` are the texts of the sources outside quotation marks. `credits` are the outlets
    that sentences credit, in a comparison.
    """

    documents: Mapping[str, Document]
    origins: Origins
    ruleset: Ruleset
    min_origins: int = 2
    drafts: Mapping[str, Document] = {}
    min_origins_by_kind: Mapping[str, int] = {}
    pairs: Sequence[tuple[Topic, Topic]] = ()
    stated: StatedValues = StatedValues()
    beside: Beside = Beside()
    words: SourceWords | None = None
    credits: Credits | None = None

    def least(self, claim: Claim) -> int:
        """How many independent origins confirm a claim of that kind."""
        return self.min_origins_by_kind.get(claim.kind, self.min_origins)

    def settings(self) -> dict[str, Any]:
        """The limits of alignment."""
        found: dict[str, Any] = self.ruleset.setting("align")
        return found

    def sentence(self, claim: Claim) -> str:
        """The claim's sentence as it stands in its document."""
        return self.documents[claim.document].text[claim.sentence.start : claim.sentence.end]

    def witnesses(self, claims: Sequence[Claim]) -> int:
        """How many independent origins the claims come from; those that share the passage of the claims are one."""
        by_origin: dict[str, list[Claim]] = {}
        for claim in claims:
            by_origin.setdefault(self.origins.of(claim.document, claim.article), []).append(claim)
        groups = [each[:_COMPARED] for each in by_origin.values()]
        copied = 0
        for number, group in enumerate(groups[1:], 1):
            earlier = (claim for each in groups[:number] for claim in each)
            copied += any(self._is_one_passage(claim, other) for other in earlier for claim in group)
        return len(groups) - copied

    def confirming(self, claims: Sequence[Claim]) -> int:
        """As `witnesses`, where reports that all take their claims from one outlet, or from the outlet that another
        report is of, confirm them once.
        """
        count = self.witnesses(claims)
        if count < _TWO or self.credits is None:
            return count
        by_origin: dict[str, list[Claim]] = {}
        for claim in claims:
            by_origin.setdefault(self.origins.of(claim.document, claim.article), []).append(claim)
        groups = list(by_origin.values())
        credited = self.credits.of_all(groups)
        if not any(credited):
            return count
        copied = 0
        for number, group in enumerate(groups[1:], 1):
            copied += any(
                self.credits.are_one((group, credited[number]), (groups[at], credited[at]))
                or self._share_a_passage(group, groups[at])
                for at in range(number)
            )
        return len(groups) - copied

    def _share_a_passage(self, group: Sequence[Claim], other: Sequence[Claim]) -> bool:
        return any(self._is_one_passage(a, b) for a in group[:_COMPARED] for b in other[:_COMPARED])

    def _is_one_passage(self, claim: Claim, other: Claim) -> bool:
        partly = self.origins.share_some_copy((claim.document, claim.article), (other.document, other.article))
        if claim.kind == "quote" or other.kind == "quote":
            # Reporters at one event quote the same words; who has more from another has these as well.
            return partly
        from factcheck.origin.passage import is_one_passage  # most claims have one origin

        least: int = self.ruleset.setting("origin")["passage_in_part" if partly else "passage"]
        places = [(self.documents[each.document].text, each.start, each.end) for each in (claim, other)]
        spans = ((claim.sentence.start, claim.sentence.end), (other.sentence.start, other.sentence.end))
        return is_one_passage(places[0], places[1], spans, least)


def agreed_reason(origins: int, claims: Sequence[Claim], context: JudgementContext) -> str:
    """How many origins agree, and that they all rest on one authority's word where they do."""
    authority = None
    if not isinstance(claims[0].value, Quotation):
        from factcheck.origin.authority import common_authority

        authority = common_authority([context.sentence(claim) for claim in claims], context.ruleset)
    on = f", all on the word of {authority}" if authority else ""
    return f"{origins} independent origins agree{on}"


ClaimAlignments = tuple[Topic, Sequence[Alignment]]


def number_of(value: Value) -> Decimal:
    """The number of a figure, the lower end of a range, 0 of any other value."""
    number = (value.number or value.low) if isinstance(value, Quantity) else None
    return number or Decimal(0)


def evidence_from(
    topic: Topic, alignments: Sequence[Alignment], context: JudgementContext, *, names_slots: bool = False
) -> tuple[Evidence, ...]:
    """The sources' claims that a verdict on a claim of the draft rests on, the surest first.

    With `names_slots` the reasons name the slots that conflict: why these are two facts.
    """
    ranked = sorted(alignments, key=lambda a: (-a.score, a.topic.order))[:MOST_EVIDENCE]
    figure = topic.family != "quote"
    return tuple(
        Evidence(
            claim=a.topic.claim,
            relation=a.comparison.relation,
            quote=context.sentence(a.topic.claim),
            reason=_reason(topic, a) if names_slots and figure else a.comparison.reason,
            score=round(a.score, 3),
            difference=a.comparison.difference,
            about=a.topic.statement if figure else None,
            slots=slots_of(topic, a.topic).relations if figure else (),
        )
        for a in ranked
    )


def _reason(topic: Topic, alignment: Alignment) -> str:
    """How the values compare, then what tells the two apart: "56 is not 45; when: “May” in the draft, “June” in the
    source".
    """
    conflicts = {each.name: each.reason for each in slots_of(topic, alignment.topic).conflicts}
    differs = alignment.comparison.relation == "different"
    apart = contrast(topic, alignment.topic) if differs else None
    told = [] if apart is None or _SLOTS.get(apart) in conflicts else [apart.value]
    return "; ".join(each for each in (alignment.comparison.reason, *told, *conflicts.values()) if each)


# The slots whose two sides say the same in the words of the texts.
_SLOTS = {Contrast.BEARER: "bearer", Contrast.STATE: "state"}


def finding_at(
    rule: str,
    severity: Severity,
    message: str,
    claim: Claim,
    evidence: tuple[Evidence, ...],
    nearest: Evidence | None = None,
) -> Finding:
    """A finding of a rule at a claim of the draft."""
    return Finding(
        rule,
        severity,
        message,
        claim.document,
        claim.start,
        claim.end,
        claim.line,
        claim.column,
        evidence,
        confidence=confidence_of(evidence),
        nearest=nearest,
    )


def confidence_of(evidence: Sequence[Evidence]) -> float | None:
    """How sure it is that the first piece of evidence speaks of the same fact as the draft, from 0 to 1.

    Its alignment score, and each slot that is the same takes a part of the doubt away; a conflicting slot halves it.
    """
    if not evidence:
        return None
    relations = [relation for _, relation in evidence[0].slots]
    doubt = max(0.0, 1 - evidence[0].score) * _DOUBT_LEFT ** relations.count("same")
    return round((1 - doubt) * _CONFLICT ** relations.count("conflicting"), 2)


_DOUBT_LEFT = 0.75  # of the doubt of an alignment, after a slot that is the same
_CONFLICT = 0.5  # of the confidence of an alignment, after a slot that conflicts


def shorten(text: str, most: int = 80) -> str:
    """A text on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
