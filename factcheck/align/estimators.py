"""Two estimates by two estimators: organisers count more marchers than the police do, and neither refutes the other."""

from __future__ import annotations

from factcheck.align.topic import Topic
from factcheck.model import Comparison, Difference, Quantity
from factcheck.ruleset import Ruleset

_ROUND = 2  # digits of an estimate that are not noughts, at most
_LEAST = 100  # a smaller figure is counted, not estimated
_COUNTED = ("count", "number")


def by_estimators(a: Topic, b: Topic, ruleset: Ruleset) -> Comparison | None:
    """How two figures that differ compare as the estimates of two estimators; None where they are no such estimates."""
    if a.claim.kind not in _COUNTED or not (_is_estimate(a) and _is_estimate(b)):
        return None
    one = _estimator(a, ruleset)
    other = _estimator(b, ruleset) if one is not None else None
    if one is None or other is None or one[1] == other[1]:
        return None
    reason = f"two estimates, of “{one[0]}” in the draft and of “{other[0]}” in the source"
    return Comparison("consistent", Difference.ANOTHER_ESTIMATE, reason)


def _is_estimate(topic: Topic) -> bool:
    """Whether a figure is hedged, or so round that nobody has counted to it."""
    value = topic.value
    number = value.number if isinstance(value, Quantity) else None
    if number is None or abs(number) < _LEAST:
        return False
    digits = number.normalize().as_tuple().digits
    return getattr(value, "bound", None) == "about" or (len(digits) <= _ROUND and number == number.to_integral())


def _estimator(topic: Topic, ruleset: Ruleset) -> tuple[str, str] | None:
    """Who gives a figure, as written and by class: the nearest one that the sentence names with no figure between."""
    claim, tokens = topic.claim, topic.vocabulary.tokens(topic.claim.document)
    known = ruleset.words("estimator")
    figures = [each.start for each in topic.vocabulary.figures(claim) if each.start != claim.start]
    best: tuple[int, str, str] | None = None
    for index in tokens.words(claim.sentence.start, claim.sentence.end):
        form, start = tokens.forms[index], tokens.starts[index]
        named = known.get(form.folded)
        low, high = sorted((start, claim.start))
        if named is None or any(low < figure < high for figure in figures):
            continue
        if best is None or high - low < best[0]:
            best = high - low, form.text, named
    return best[1:] if best is not None else None


__all__ = ["by_estimators"]
