"""Proposals: the source's text as a replacement for the text that a finding marks.

A proposal is made only where the source's words fit into the draft's sentence unchanged: a figure for a figure, a date
for a date of the same form, the changed words of a quotation or of a copied sentence, a speaker's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from factcheck.model import Claim, Finding, Quantity, Quotation, Report, TimeExpression
from factcheck.regex_cache import regex
from factcheck.report.changes import changes
from factcheck.report.place import documents_of

WEEK = timedelta(days=7)
_DIGITS = regex(r"\d+")
_WORD = regex(r"[^\W\d_]+")


def proposals(findings: Iterable[Finding], report: Report) -> Iterator[str | None]:
    """For each of these findings of a report, the text of the differing source to replace it by; None without one."""
    documents = documents_of(report)
    claims = {(each.claim.document, each.claim.start, each.claim.end): each.claim for each in report.judged}
    for finding in findings:
        differing = [each.claim for each in finding.evidence if each.relation == "different"]
        document = documents.get(finding.document)
        if not differing or document is None:
            yield None
            continue
        text = document.text[finding.start : finding.end]
        claim = claims.get((finding.document, finding.start, finding.end))
        if finding.rule == "quote-misattributed":
            proposed = _speaker(differing[0])
        elif finding.rule == "wording-altered":
            proposed = differing[0].text
        else:
            proposed = None if claim is None else _instead(claim, differing[0])
        yield None if proposed == text else proposed


def _instead(claim: Claim, source: Claim) -> str | None:
    mine, theirs = claim.value, source.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        return _figure(claim.text, mine, source.text, theirs)
    if isinstance(mine, TimeExpression) and isinstance(theirs, TimeExpression):
        return _time(claim.text, mine, source.text, theirs)
    if isinstance(mine, Quotation) and isinstance(theirs, Quotation):
        return _quotation(claim.text, source.text)
    return None


def _figure(text: str, mine: Quantity, other: str, theirs: Quantity) -> str | None:
    """The source's figure before the draft's own noun: "640 flooded homes" where the source has "640 houses"."""
    head, other_head = _before_noun(text, mine.noun), _before_noun(other, theirs.noun)
    if head is None or other_head is None:
        return None
    return _cased(other_head, like=head) + text[len(head) :]


def _before_noun(text: str, noun: str | None) -> str | None:
    """The figure with its hedge and unit, without its noun; None where the noun does not come last."""
    if not noun or noun not in text:
        return text
    return text.removesuffix(noun).rstrip() if text.endswith(noun) and text != noun else None


def _time(text: str, mine: TimeExpression, other: str, theirs: TimeExpression) -> str | None:
    """The source's date where it has the draft's form; a bare weekday only if the two dates are within a week."""
    if mine.type in ("DURATION", "SET"):
        return _cased(other, like=text) if theirs.type == mine.type else None
    if _form(text) != _form(other):
        return None
    if not _DIGITS.search(other) and not _within_a_week(mine, theirs):
        return None
    return _cased(other, like=text)


def _within_a_week(a: TimeExpression, b: TimeExpression) -> bool:
    return a.first is not None and b.first is not None and abs(a.first - b.first) < WEEK


def _form(text: str) -> str:
    """The form of a date: "2 May 2019" and "5 June 2018" have one form, with figures and names in the same places."""
    return _WORD.sub(lambda word: "W" if word[0][0].isupper() else word[0], _DIGITS.sub("0", text))


def _cased(text: str, like: str) -> str:
    """The text with a capital first letter if `like` begins with one."""
    return text[:1].upper() + text[1:] if like[:1].isupper() and text[:1].islower() else text


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
    return source.value.speaker if isinstance(source.value, Quotation) else None
