"""Which outlets the sentences of claims credit, and which outlets the documents are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Document, Quotation
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
        """The outlets that the sentence of a claim credits; of a quotation whose speaker is only "he" there, those that
        the sentence credits in which he is named: "Roe, a driver, told AFP. “Two men ran,” he said."
        """
        text = self._documents[claim.document].text
        end = claim.sentence.end
        if claim.end > end:  # behind a quotation of several sentences stands to whom the words were given
            behind = _SENTENCE_END.search(text, claim.end, claim.end + _NEAR)
            end = behind.end() if behind else min(len(text), claim.end + _NEAR)
        found = self._credited_in(text[claim.sentence.start : end], claim)
        if found or not isinstance(claim.value, Quotation) or _is_heard(claim):
            return found
        naming = _naming(claim, claim.value, text)
        return self._credited_in(naming, claim) if naming else found

    def _credited_in(self, sentence: str, claim: Claim) -> frozenset[Name]:
        text = self._documents[claim.document].text
        return credited_in(sentence, text, self._own[claim.document], self._known, self._ruleset)

    def of_all(self, groups: Sequence[Sequence[Claim]]) -> list[frozenset[Name]]:
        """The outlets that each of some origins credits.

        Words that two origins heard from one outlet, and nobody from another, were spoken to that outlet: who gives
        them without a word on who heard them has them from there.
        """
        credited = [self.of(group) for group in groups]
        given = [names for names in credited if names]
        if len(given) < _TWO or groups[0][0].kind != "quote" or not all(_meet(given[0], each) for each in given):
            return credited
        return [
            names or (frozenset() if any(_is_heard(claim) for claim in group) else given[0])
            for group, names in zip(groups, credited, strict=True)
        ]

    def are_one(self, one: Group, other: Group) -> bool:
        """Whether two origins credit one outlet, or one credits the outlet that the other is of."""
        (claims, credited), (others, theirs) = one, other
        if not credited and not theirs:
            return False
        return _meet(credited, theirs) or _meet(credited, self._outlets(others)) or _meet(theirs, self._outlets(claims))

    def _outlets(self, claims: Sequence[Claim]) -> frozenset[Name]:
        return frozenset(outlet for claim in claims for outlet in self._own[claim.document])


def _is_heard(claim: Claim) -> bool:
    """Whether a report says whom a speaker told: "reporters", "the court"."""
    return isinstance(claim.value, Quotation) and (claim.value.cue or "").startswith(_TELLING)


def _naming(claim: Claim, value: Quotation, text: str) -> str | None:
    """The sentence before a quotation that names its speaker, where none of the quotation's own does."""
    if not value.speaker:
        return None
    name = value.speaker.split()[-1]
    if value.named and name in value.named:
        return None
    before = text[max(0, claim.sentence.start - _NEAR) : claim.sentence.start]
    sentences = [each for each in _BETWEEN.split(before) if each.strip()][-_BACK:]
    return next((each for each in reversed(sentences) if name in each), None)


_NEAR = 400  # characters of the sentence in which a quotation ends
_TWO = 2  # origins that credit an outlet with a quotation
_BACK = 3  # sentences before a quotation
_TELLING = ("told", "tell")
_BETWEEN = regex(r"(?<=[.!?][\"'”’])\s+|(?<=[^A-Z][.!?])\s+|\n")
_SENTENCE_END = regex(r"[.!?](?=[\"'”’]*\s)")


def _meet(names: frozenset[Name], others: frozenset[Name]) -> bool:
    return any(are_same(one, other) for one in names for other in others)
