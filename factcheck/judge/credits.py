"""Which outlets the sentences of claims credit, and which outlets the documents are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Document
from factcheck.origin.credited import Name, are_same, credited_in, outlets_of
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

Group = tuple[Sequence[Claim], frozenset[Name]]  # claims of one origin, and the outlets that all of them credit


class Credits:
    """The outlets of the documents of a comparison, and those that claims credit."""

    def __init__(self, documents: Mapping[str, Document], ruleset: Ruleset) -> None:
        self._documents, self._ruleset = documents, ruleset
        self._own = {
            name: outlets_of(each.source, each.text[each.body :].split("\n"), ruleset)
            for name, each in documents.items()
        }
        self._known = frozenset(outlet for outlets in self._own.values() for outlet in outlets)

    def of(self, claims: Sequence[Claim]) -> frozenset[Name]:
        """The outlets that the sentences of all claims credit: what an article also says itself is its own.

        Of the parts of an utterance one has the credit for all.
        """
        found = [self._credited(claim) for claim in claims]
        if claims[0].kind == "quote":
            return frozenset().union(*found)
        return found[0].intersection(*found[1:])

    def _credited(self, claim: Claim) -> frozenset[Name]:
        text = self._documents[claim.document].text
        start, end = claim.sentence.start, claim.sentence.end
        if claim.kind == "quote":
            start, end = _around(text, start, claim.end)
        return credited_in(text[start:end], text, self._own[claim.document], self._known, self._ruleset)

    def are_one(self, one: Group, other: Group) -> bool:
        """Whether two origins credit one outlet, or one credits the outlet that the other is of."""
        (claims, credited), (others, theirs) = one, other
        if not credited and not theirs:
            return False
        return _meet(credited, theirs) or _meet(credited, self._outlets(others)) or _meet(theirs, self._outlets(claims))

    def _outlets(self, claims: Sequence[Claim]) -> frozenset[Name]:
        return frozenset(outlet for claim in claims for outlet in self._own[claim.document])


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span from the sentence before a quotation to the end of the one in which the quotation ends: either may say
    to whom the speaker spoke.
    """
    before = _SENTENCE_END.split(text[max(0, start - _NEAR) : start].rstrip())[-1]
    behind = _SENTENCE_END.search(text, end, end + _NEAR)
    return start - len(before) - 1 if before else start, behind.start() if behind else min(len(text), end + _NEAR)


_NEAR = 400  # characters of a sentence beside a quotation
_SENTENCE_END = regex(r"(?<=[.!?])[\"'”’]*\s+")


def _meet(names: frozenset[Name], others: frozenset[Name]) -> bool:
    return any(are_same(one, other) for one in names for other in others)
