"""What two claims say where they stand: beside their values, the words in which they are stated."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.align.score import Alignment
from factcheck.align.topic import Topic
from factcheck.kinds.quantity import OTHER_BOUND, OTHER_ESTIMATE, OTHER_RANGE
from factcheck.model import Claim, Comparison, TimeExpression, Value
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

_CHANGED = frozenset((OTHER_RANGE, OTHER_BOUND, OTHER_ESTIMATE))


def as_the_draft_has_it(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> Alignment:
    """The alignment of a draft's claim as a desk judges it.

    A range, bound or estimate with another figure than the source's is a change, though both may be true. Two dates
    that hang on something else are compared by their words: those of undated texts, and those counted from the date
    told before ("the next day"). The same words agree, other words differ where all around them is the same, and else
    they are held.
    """
    comparison = alignment.comparison
    if comparison.relation == "consistent" and comparison.how in _CHANGED:
        return replace(alignment, comparison=replace(comparison, relation="different"))
    draft, source, relation = topic.claim, alignment.topic.claim, comparison.relation
    if not isinstance(draft.value, TimeExpression) or not isinstance(source.value, TimeExpression):
        return alignment
    if relation == "consistent" and draft.value.type == "DURATION" and _same_hedge(draft.value, source.value):
        reason = f"“{draft.text}” is not “{source.text}”"
        return replace(alignment, comparison=Comparison("different", OTHER_BOUND, reason))
    undated = relation == "held" and draft.value.held and source.value.held and draft.rule == source.rule
    if not undated and (relation == "same" or not (_is_told(draft, ruleset) and _is_told(source, ruleset))):
        return alignment
    if _plain_words(draft.text) == _plain_words(source.text):
        return replace(alignment, comparison=Comparison("same"))
    if alignment.score >= ruleset.setting("align")["restated"]:
        reason = f"“{draft.text}” is not “{source.text}”"
        return replace(alignment, comparison=Comparison("different", "stated otherwise", reason))
    return replace(alignment, comparison=Comparison("held", "told", "each is counted from a date told before"))


def _same_hedge(draft: TimeExpression, source: TimeExpression) -> bool:
    """Whether one word bounds two lengths: "more than two years" is not "more than three years"."""
    return draft.hedge is not None and draft.hedge == source.hedge and draft.timex != source.timex


def _is_told(claim: Claim, ruleset: Ruleset) -> bool:
    """Whether a date is counted from one told before: by its rule, or by a word such as "following"."""
    if claim.rule in ruleset.setting("align")["told"]:
        return True
    words = f" {fold(claim.text)} "
    return any(f" {told} " in words for told in ruleset.words("counted_from_told"))


def _plain_words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in ("the", "a", "an", "in", "on", "of")]


def states_a_day(value: Value) -> bool:
    """Whether an undated text's date still states enough to be looked for: a quarter, a day of a month."""
    timex = value.timex if isinstance(value, TimeExpression) else None
    if timex is None or not timex.startswith("XXXX-"):
        return False
    return timex[5] in "QH" or (len(timex) == 10 and timex[5] != "W")
