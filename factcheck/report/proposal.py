"""Proposals: the source's text as a replacement for the text that a finding marks.

A proposal is made only where the draft stays true and well-formed with it: a whole figure with its unit in the
draft's own form, a date for a date of the same form, the changed words of a quotation or of a copied sentence, a
speaker's name.
None is made for bounds, ranges, parts, totals and changes, nor where another source has the draft's figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from factcheck.kinds.timex.lengths import number_and_unit
from factcheck.model import (
    Claim,
    Difference,
    Document,
    Evidence,
    Finding,
    Judged,
    Quantity,
    Quotation,
    Report,
    Severity,
    Slot,
    Statement,
    TimeExpression,
)
from factcheck.regex_cache import regex
from factcheck.report.changes import changes
from factcheck.report.place import documents_of

WEEK = timedelta(days=7)
_DIGITS = regex(r"\d+")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?")
_WORD = regex(r"[^\W\d_]+")
_PIECES = regex(r"[^\s-]+|[\s-]+")
_YEAR = regex(r"\d{4}")
_DECIMALS = 2  # a figure written in the draft's scale has as many at most: "£24.5 million"
_IN_WORDS = 1_000_000  # from which a figure is not written out in digits where the source has "million"
_GROUPED = 4  # digits from which thousands may be set off
_FIGURES = frozenset(("number-differs", "unit-differs", "date-differs"))
_PER_HUNDRED = frozenset(("percent", "percentage-point"))


def proposals(findings: Iterable[Finding], report: Report) -> Iterator[str | None]:
    """For each of these findings of a report, the text of the differing source to replace it by; None without one."""
    documents = documents_of(report)
    judged = {(each.claim.document, each.claim.start, each.claim.end): each for each in report.judged}
    found = [(each, _fitting(each, judged, documents.get(each.document))) for each in findings]
    open_swaps = [each for each, proposed in found if proposed is None]
    for finding, proposed in found:
        verdict = judged.get((finding.document, finding.start, finding.end))
        is_half = verdict is not None and _is_swapped(finding) and _other_half(verdict, report, open_swaps)
        yield None if is_half else proposed


def _fitting(finding: Finding, judged: Mapping[tuple[str, int, int], Judged], document: Document | None) -> str | None:
    """The proposal for one finding, where it fits into the draft's text."""
    differing = [each for each in finding.evidence if each.relation == "different"]
    if not differing or document is None:
        return None
    proposed = _proposed(finding, differing[0], judged.get((finding.document, finding.start, finding.end)), document)
    if proposed is None or proposed == document.text[finding.start : finding.end]:
        return None
    return proposed if _fits(document.text, finding, proposed) else None


def _is_swapped(finding: Finding) -> bool:
    return any(each.difference is Difference.FIGURES_SWAPPED for each in finding.evidence)


def _other_half(verdict: Judged, report: Report, unmended: Sequence[Finding]) -> bool:
    """Whether the figure that changed places with this one keeps its place: then both would be the same."""
    claim = verdict.claim
    beside = [
        each.claim
        for each in report.judged
        if each.claim is not claim
        and (each.claim.document, each.claim.sentence) == (claim.document, claim.sentence)
        and each.verdict == "differ"
    ]
    mended = [one for one in beside if not any((f.start, f.end) == (one.start, one.end) for f in unmended)]
    return not mended


def _proposed(finding: Finding, evidence: Evidence, verdict: Judged | None, document: Document) -> str | None:
    source = evidence.claim
    if finding.rule == "quote-misattributed":
        return (
            _speaker(source)
            if verdict is None and not _is_described(document.text, finding.start, finding.end)
            else None
        )
    if finding.rule == "wording-altered":
        # A statement in other words has a figure of the source as evidence, not the words to put in.
        return source.text if isinstance(source.value, Quotation) and source.value.role == "passage" else None
    if verdict is None:
        return None
    claim = verdict.claim
    if isinstance(claim.value, Quotation):
        is_altered = finding.rule == "quote-altered" and isinstance(source.value, Quotation)
        return _quotation(claim.text, source.text) if is_altered else None
    if finding.rule not in _FIGURES or finding.severity is not Severity.error or not _is_one_fact(verdict, finding):
        return None
    mine, theirs = claim.value, source.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        return _figure(claim, mine, evidence, theirs)
    if isinstance(mine, TimeExpression) and isinstance(theirs, TimeExpression):
        return _time(claim, mine, evidence, theirs)
    return None


def _is_one_fact(verdict: Judged, finding: Finding) -> bool:
    """Whether the source's figure may stand for the draft's: no source has that, and either both or neither are
    a part, a total or a change.
    """
    first = next(each for each in finding.evidence if each.relation == "different")
    if not _is_swapped(finding) and any(each.relation in ("same", "consistent") for each in finding.evidence):
        return False
    mine, theirs = verdict.about or _NOTHING, first.about or _NOTHING
    alike = _concepts(mine.change) == _concepts(theirs.change) and _concepts(mine.extent) == _concepts(theirs.extent)
    return alike and all(relation != "conflicting" for _, relation in first.slots)


_NOTHING = Statement()


def _concepts(slot: Slot | None) -> tuple[str, ...]:
    return () if slot is None else slot.concepts


# Figures


def _figure(claim: Claim, mine: Quantity, evidence: Evidence, theirs: Quantity) -> str | None:
    """The source's figure in the draft's form before the draft's noun: "640 homes" for the source's "640 houses"."""
    if mine.number is None or theirs.number is None or mine.hedge or theirs.hedge or mine.bound or theirs.bound:
        return None
    source = evidence.claim
    head, other = _before_noun(claim.text, mine.noun), _before_noun(source.text, theirs.noun)
    if head is None or other is None:
        return None
    if mine.unit not in _PER_HUNDRED and (abs(mine.number) == 1) != (abs(theirs.number) == 1):
        return None  # "one day", "three days": the noun, and perhaps the verb, would have to change as well
    if mine.unit != theirs.unit:
        # A conversion ("41 kilometres (52 miles)") is mended in its own unit, or not at all.
        is_slip = evidence.difference is Difference.UNIT_CHANGED and "-" not in head + other
        written = other if is_slip else None
    else:
        written = _written(head, mine.number, other, theirs.number)
    return None if written is None else _cased(written, claim, source) + claim.text[len(head) :]


def _written(head: str, number: Decimal, other: str, wanted: Decimal) -> str | None:
    """The figure `other` in the form of `head`, which has the same unit: "£24.5m" as "£24.5 million"."""
    mine, theirs = _NUMBER.findall(head), _NUMBER.findall(other)
    alike = _NUMBER.sub("0", head) == _NUMBER.sub("0", other)
    grouped = all(
        ("," in one) == ("," in two) or min(len(one), len(two)) < _GROUPED
        for one, two in zip(mine, theirs, strict=False)
    )
    if len(mine) == len(theirs) and alike and grouped:
        return other
    if not mine and not theirs:
        return other if head.count("-") == other.count("-") else _in_words(head, other)
    if len(mine) != 1:
        return _in_words(head, other)
    digits = Decimal(mine[0].replace(",", ""))
    if not digits or not number:
        return None
    found = wanted * digits / number
    if found != round(found, _DECIMALS) or not Decimal("0.1") <= found or (found >= 1000 and digits != number):
        # In another scale: "$1.2 million" where the source has "$1.2 billion".
        return other if "-" not in head + other else None
    if digits == number and found >= _IN_WORDS and len(theirs) == 1 and Decimal(theirs[0].replace(",", "")) != wanted:
        return other  # "$10" where the source has "$10 billion"
    shown = f"{found.normalize():,f}" if "," in mine[0] or found >= 10_000 else f"{found.normalize():f}"
    return _NUMBER.sub(shown, head)


def _in_words(head: str, other: str) -> str | None:
    """The number of `other` before the unit of `head`; None where the two do not end in the same words."""
    mine, theirs = _PIECES.findall(head), _PIECES.findall(other)
    tail = 0
    while tail < min(len(mine), len(theirs)) - 1 and _same_piece(mine[-1 - tail], theirs[-1 - tail]):
        tail += 1
    number, wanted = mine[: len(mine) - tail], theirs[: len(theirs) - tail]
    if len(number) != 1 or len(wanted) != 1:
        return None
    return "".join((*wanted, *mine[len(mine) - tail :]))


def _same_piece(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or not (one.strip(" -") or other.strip(" -"))


def _before_noun(text: str, noun: str | None) -> str | None:
    """The figure with its unit, without its noun; None where the noun does not come last."""
    if not noun or noun not in text:
        return text
    return text.removesuffix(noun).rstrip() if text.endswith(noun) and text != noun else None


# Dates and lengths of time


def _time(claim: Claim, mine: TimeExpression, evidence: Evidence, theirs: TimeExpression) -> str | None:
    """The source's date where it has the draft's form; a bare weekday only if the two dates are within a week."""
    source = evidence.claim
    if mine.mod or theirs.mod or mine.hedge or theirs.hedge:
        return None
    if mine.type in ("DURATION", "SET"):
        return _length(claim, mine, source, theirs)
    text, other = claim.text, source.text
    if _form(text) != _form(other):
        return None
    if not _DIGITS.search(other) and not _within_a_week(mine, theirs):
        return None
    if _YEAR.fullmatch(text) and not _is_slip(text, other):
        return None  # bare years stand beside much: only a slip of the pen shows that one is meant
    return _cased(other, claim, source)


def _is_slip(one: str, other: str) -> bool:
    """Whether two years have the same digits in another order, or all but one in common."""
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _length(claim: Claim, mine: TimeExpression, source: Claim, theirs: TimeExpression) -> str | None:
    """The source's length of time in the draft's form."""
    own, wanted = number_and_unit(mine.timex or ""), number_and_unit(theirs.timex or "")
    if theirs.type != mine.type or own is None or wanted is None or (own[0] == "1") != (wanted[0] == "1"):
        return None
    if own[1] != wanted[1]:
        return None if "-" in claim.text + source.text else _cased(source.text, claim, source)
    written = _written(claim.text, Decimal(own[0]), source.text, Decimal(wanted[0]))
    return None if written is None else _cased(written, claim, source)


def _within_a_week(a: TimeExpression, b: TimeExpression) -> bool:
    return a.first is not None and b.first is not None and abs(a.first - b.first) < WEEK


def _form(text: str) -> str:
    """The form of a date: "2 May 2019" and "5 June 2018" have one form, with figures and names in the same places."""
    return _WORD.sub(lambda word: "W" if word[0][0].isupper() else word[0], _DIGITS.sub("0", text))


def _cased(text: str, claim: Claim, source: Claim) -> str:
    """The text with a small or a capital first letter, where either stands there for the beginning of a sentence."""
    if text[:1].islower() and claim.text[:1].isupper():
        return text[:1].upper() + text[1:]
    opens = source.start == source.sentence.start and claim.start != claim.sentence.start
    if opens and claim.text[:1].islower() and text[:1].isupper() and text[1:2].islower():
        return text[:1].lower() + text[1:]
    return text


def _quotation(text: str, other: str) -> str:
    """The quotation with each changed word replaced by the source's."""
    parts, at = [], 0
    for change in changes(text, other):
        words = other[change.other_start : change.other_end]
        start, end = change.start, change.end
        if start == end:  # the draft left words out
            words += " "
        elif not words:  # the draft added words: remove them with the space before them
            start = len(text[:start].rstrip())
        parts += [text[at:start], words]
        at = end
    return "".join((*parts, text[at:]))


def _speaker(source: Claim) -> str | None:
    """The source's speaker, where that is a name and not a pronoun or a role."""
    speaker = source.value.speaker if isinstance(source.value, Quotation) else None
    return speaker if speaker and speaker[:1].isupper() else None


_APPOSITION = regex(r",\s+[^\W_]")
_BEFORE_NAME = regex(r"\b(?:[^\W\d_a-z][\w.]*|the)\s+$")


def _is_described(text: str, start: int, end: int) -> bool:
    """Whether a title or an apposition stands beside a name: "Mayor Brandt", "Brandt, the mayor"."""
    after = _APPOSITION.match(text, end)
    return (after is not None and not after[0][-1].isupper()) or _BEFORE_NAME.search(text[:start][-40:]) is not None


# What stands around it

_ARTICLE = regex(r"(?:^|(?<=[\s(“\"‘—–-]))(an?)\s+$", re.IGNORECASE)
_VOWEL = regex(r"8|1[18](?!\d)|1[18],|(?!one\b|once\b|u[^\W\d_][aeiou]|eu)[aeiou]", re.IGNORECASE)


_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


def _fits(text: str, finding: Finding, proposed: str) -> bool:
    """Whether a text stays well-formed with the proposal: its article, its capital, and no word or space twice."""
    before, after = text[: finding.start], text[finding.end :]
    article = _ARTICLE.search(before[-8:])
    if article is not None and (len(article[1]) == 2) != (_VOWEL.match(proposed) is not None):
        return False
    if text[finding.start].isalpha() and not proposed[:1].isalpha() and _opens(before):
        return False
    if any(each.isalnum() or each in _INVISIBLE for each in (before[-1:], after[:1])):
        return False  # within a word or a figure
    last, first = before.split()[-1:], after.split()[:1]
    words = proposed.split()
    mine = text[finding.start : finding.end].split()
    return not (
        (last and words[:1] == last and mine[:1] != last) or (first and words[-1:] == first and mine[-1:] != first)
    )


def _opens(before: str) -> bool:
    """Whether what follows begins a sentence."""
    kept = before.rstrip(' “"‘(')
    return not kept or kept[-1] in ".!?:\n"
