"""What two claims say where they stand: beside their values, the words in which they are stated."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from factcheck.align.date_bounds import by_starts
from factcheck.align.estimators import by_estimators
from factcheck.align.precision import is_rounded_bound
from factcheck.align.rates import by_period
from factcheck.align.score import Alignment
from factcheck.align.slots import SlotRelation, slots_of
from factcheck.align.topic import Topic
from factcheck.kinds.quantity.compare import compare_shares
from factcheck.kinds.quotation import similarity
from factcheck.kinds.quotation.cut_condition import condition_beside, names_a_condition
from factcheck.kinds.quotation.cut_negation import denies, negation_before, negation_behind, negation_within
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.kinds.quotation.speakers import are_different
from factcheck.kinds.timex.lengths import length
from factcheck.model import Claim, Comparison, Difference, Quantity, Quotation, TimeExpression, Value
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.tokens import Form, language_of

_ESTIMATED = 0.25  # share of the context below which another estimate contradicts nothing, whoever made it
_ONE_FRACTION = Decimal("0.01")  # how far two spellings of one fraction lie apart: "a third", "one in three"
_WEEK = timedelta(days=7)
_SPAN = timedelta(days=6)  # from the first to the last day of a week
_FEW_DAYS = timedelta(days=2)
_CHANGED = frozenset((Difference.ANOTHER_RANGE, Difference.ANOTHER_BOUND, Difference.ANOTHER_ESTIMATE))


def as_the_draft_has_it(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> Alignment:
    """The alignment of a draft's claim as a desk judges it.

    A range, bound or estimate with another figure than the source's is a change, though both may be true. Two dates
    that hang on something else are compared by their words: those of undated texts, and those counted from the date
    named before them ("the next day"). The same words agree, other words differ where all around them is the same, and
    else they are held. One word in one quotation is one day, whenever it was printed.
    """
    comparison = alignment.comparison
    if topic.family == "quote":
        return _as_cut(alignment, topic, ruleset)
    if (
        comparison.relation == "consistent"
        and comparison.difference in _CHANGED
        and not _is_rounded_off(topic.value, alignment.topic.value)
    ):
        return replace(alignment, comparison=replace(comparison, relation="different"))
    if comparison.relation == "consistent" and _are_two_fractions(topic, alignment.topic):
        reason = f"“{topic.claim.text}” is not “{alignment.topic.claim.text}”"
        return replace(alignment, comparison=Comparison("different", Difference.ANOTHER_NUMBER, reason))
    if (
        comparison.relation == "different"
        and alignment.score >= _ESTIMATED
        and (estimates := by_estimators(topic, alignment.topic, ruleset)) is not None
    ):
        return replace(alignment, comparison=estimates)
    if topic.family == "share" and (parts := _as_shares(topic, alignment.topic, comparison, ruleset)) is not None:
        return replace(alignment, comparison=parts)
    if (rated := by_period(topic, alignment.topic, comparison, ruleset)) is not None:
        return replace(alignment, comparison=rated)
    return _time_as_the_draft_has_it(alignment, topic, ruleset)


def _are_two_fractions(draft: Topic, source: Topic) -> bool:
    """Whether both are fractions in words, neither of them hedged: three-quarters is not two-thirds, though 70 percent
    may be told as either.
    """
    one, two = draft.value, source.value
    if draft.claim.kind != "ratio" or source.claim.kind != "ratio":
        return False
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.number is None or two.number is None:
        return False
    if one.bound is not None or two.bound is not None or max(one.number, two.number) >= 1:
        return False
    in_words = not any(char.isdigit() for topic in (draft, source) for char in topic.claim.text)
    return in_words and abs(one.number - two.number) > _ONE_FRACTION


def _as_shares(draft: Topic, source: Topic, comparison: Comparison, ruleset: Ruleset) -> Comparison | None:
    """How a percentage and a fraction differ that say how many of the same people did the same: "more than half of the
    teachers want to leave", "44 percent of the teachers said they wanted to leave".
    """
    if comparison.relation != "held" or comparison.difference is not Difference.UNITS:
        return None
    met = compare_shares(draft.value, source.value, ruleset)
    if met is None:
        return None
    found = slots_of(draft, source)
    if found.of("event") is not SlotRelation.SAME or found.of("when") is SlotRelation.CONFLICTING:
        return None
    if any(found.of(name) is SlotRelation.CONFLICTING for name in ("measure", "bearer", "change")):
        return None
    if (draft.statement.when is None) != (source.statement.when is None):
        return None  # of another year's survey
    return replace(met, reason=f"“{draft.claim.text}” is not “{source.claim.text}”")


def _as_cut(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> Alignment:
    """The alignment of a quotation; a part from which the source's negation or condition is cut is a change, unless the
    draft has one in words of its own: he was “not fit”, he was not “fit”.
    """
    part, whole = topic.value, alignment.topic.value
    if isinstance(part, Quotation) and isinstance(whole, Quotation) and alignment.comparison.relation == "different":
        return _as_turned(alignment, part, whole, ruleset)
    if alignment.comparison.difference not in (Difference.PART_OF, Difference.TRIMMED):
        return alignment
    if not isinstance(part, Quotation) or not isinstance(whole, Quotation) or len(part.quote) > len(whole.quote):
        return alignment
    text, claim = topic.vocabulary.tokens(topic.claim.document).text, topic.claim
    cut = negation_before(part.quote, whole.quote, ruleset)
    if cut and not denies(folded_words(text[claim.sentence.start : claim.start], ruleset), ruleset):
        difference, reason = Difference.NEGATION_CUT, f"“{' '.join(cut)}” missing before it"
    elif cut := negation_behind(part.quote, whole.quote, ruleset):
        difference, reason = Difference.NEGATION_CUT, f"“{' '.join(cut)}” missing behind it"
    elif (cut := condition_beside(part.quote, whole.quote, ruleset)) and not _names_a_condition(topic, text, ruleset):
        difference, reason = Difference.CONDITION_CUT, f"“{' '.join(cut)}” missing beside it"
    else:
        return alignment
    return replace(alignment, comparison=Comparison("different", difference, reason, len(cut)))


def _as_turned(alignment: Alignment, part: Quotation, whole: Quotation, ruleset: Ruleset) -> Alignment:
    """The alignment of a quotation that is a clause of one speaker's without its negation, however short it is."""
    cut = negation_within(part.quote, whole.quote, ruleset)
    if not cut or are_different(part, whole, ruleset):
        return alignment
    comparison = Comparison("different", Difference.NEGATION_CUT, f"“{' '.join(cut)}” missing in it", len(cut))
    return replace(alignment, score=max(alignment.score, TURNED), comparison=comparison)


TURNED = 0.9  # likeness of two quotations of the same words but for a negation


def _names_a_condition(topic: Topic, text: str, ruleset: Ruleset) -> bool:
    """Whether the paragraph of a quotation states a condition, in the writer's words or in another quotation."""
    start, end = topic.claim.start, topic.claim.end
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return names_a_condition(text[begin:start] + " " + text[end : stop if stop >= 0 else len(text)], ruleset)


def _time_as_the_draft_has_it(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> Alignment:
    comparison = alignment.comparison
    draft, source, relation = topic.claim, alignment.topic.claim, comparison.relation
    if not isinstance(draft.value, TimeExpression) or not isinstance(source.value, TimeExpression):
        return alignment
    if (starts := by_starts(topic, alignment.topic, comparison)) is not None:
        return replace(alignment, comparison=starts)
    if (
        relation == "consistent"
        and draft.value.type == "DURATION"
        and _bounds_otherwise(draft.value, source.value, ruleset)
    ):
        reason = f"“{draft.text}” is not “{source.text}”"
        return replace(alignment, comparison=Comparison("different", Difference.ANOTHER_BOUND, reason))
    if relation == "different" and _quoted_alike(topic, alignment.topic, ruleset):
        return replace(alignment, comparison=Comparison("same"))
    if relation == "different" and _counted_apart(draft, source):
        reason = f"“{draft.text}” is counted from two dates that lie far apart"
        return replace(alignment, comparison=Comparison("held", Difference.COUNTED_APART, reason))
    if (offsets := _offsets(draft, source, ruleset)) is not None:
        return replace(alignment, comparison=offsets)
    if relation == "same":
        return alignment
    undated = relation == "held" and draft.value.held and source.value.held and draft.rule == source.rule
    relative = [each.full is None and _counts_from_antecedent(each.claim, ruleset) for each in (topic, alignment.topic)]
    if relation == "different" and relative[0] != relative[1]:
        return replace(
            alignment,
            comparison=Comparison(
                "held", Difference.COUNTED_FROM_ANTECEDENT, "one of them is counted from a date told before"
            ),
        )
    if not undated and not all(relative):
        return alignment
    if _plain_words(draft.text, ruleset) == _plain_words(source.text, ruleset):
        return replace(alignment, comparison=Comparison("same"))
    if alignment.score >= ruleset.setting("align")["restated"]:
        reason = f"“{draft.text}” is not “{source.text}”"
        return replace(alignment, comparison=Comparison("different", Difference.STATED_OTHERWISE, reason))
    return replace(
        alignment,
        comparison=Comparison("held", Difference.COUNTED_FROM_ANTECEDENT, "each is counted from a date told before"),
    )


def _is_rounded_off(draft: Value, source: Value) -> bool:
    """Whether a bound is the source's bound with fewer digits, and holds it: "more than 300" of "at least 320"."""
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return False
    return draft.bound in ("above", "below") and draft.number != source.number and is_rounded_bound(draft, source)


def _quoted_alike(draft: Topic, source: Topic, ruleset: Ruleset) -> bool:
    """Whether two dates are one word of one utterance ("tomorrow"), which two papers print on two days."""
    if fold(draft.claim.text) != fold(source.claim.text) or any(letter.isdigit() for letter in draft.claim.text):
        return False
    quoted = [topic.vocabulary.quotation_around(topic.claim) for topic in (draft, source)]
    if quoted[0] is None or quoted[1] is None:
        return False
    return bool(similarity(quoted[0], quoted[1], ruleset) >= ruleset.setting("align")["join_quote_equal"])


def _counted_apart(draft: Claim, source: Claim) -> bool:
    """Whether one phrase ("last month") means days far apart, for its texts are dated far apart: then their own dates
    differ, and what happened may not. A few days apart, a phrase was taken over and not counted again.
    """
    first, other = getattr(draft.value, "first", None), getattr(source.value, "first", None)
    if first is None or other is None or abs(first - other) <= _WEEK:
        return False
    return fold(draft.text) == fold(source.text) and not any(letter.isdigit() for letter in draft.text)


def _offsets(draft: Claim, source: Claim, ruleset: Ruleset) -> Comparison | None:
    """How two times of undated texts compare that are counted back in one unit: "a year ago", "two years ago"."""
    if not getattr(draft.value, "held", None) or not getattr(source.value, "held", None):
        return None
    first, second = _offset(draft.text, ruleset), _offset(source.text, ruleset)
    if first is None or second is None or first[0] != second[0]:
        return None
    if first == second:
        return Comparison("same")
    return Comparison("different", Difference.STATED_OTHERWISE, f"“{draft.text}” is not “{source.text}”")


@lru_cache(maxsize=1 << 12)
def _offset(text: str, ruleset: Ruleset) -> tuple[str, int] | None:
    """The unit in which a time is counted and how many of it: "last year" and "a year earlier" are one year back."""
    turns, units, numbers = ruleset.words("turn_back"), ruleset.words("turn_unit"), ruleset.words("cardinal")
    filler, unit, count, back = ruleset.words("date_filler"), "", 0, False
    stems = {language_of(ruleset).stem[word]: meaning for word, meaning in units.items()}
    for form in _words(text, ruleset):
        word = form.folded
        if word in turns:
            back, count = True, count or int(turns[word] or 0)
        elif word in numbers or word.isdigit():
            count = int(numbers.get(word, word))
        elif (found := units.get(word) or stems.get(form.stem)) and not unit:
            unit = found
        elif word not in filler:
            return None
    return (unit, count or 1) if unit and back else None


def _words(text: str, ruleset: Ruleset) -> list[Form]:
    return [form for form in language_of(ruleset).tokens(text).forms if form.lexical]


def counts_back(claim: Claim, ruleset: Ruleset) -> bool:
    """Whether an undated text's time is given by how many units it lies back, from two on: "three years ago"."""
    if not getattr(claim.value, "held", None) or claim.kind != "date":
        return False
    found = _offset(claim.text, ruleset)
    return found is not None and found[1] > 1


def _bounds_otherwise(draft: TimeExpression, source: TimeExpression, ruleset: Ruleset) -> bool:
    """Whether one word bounds two lengths ("more than two years", "more than three years"), or words of one sense, and
    the draft's says more than the source's: "at least 25 years", "a minimum of 22 years".
    """
    if draft.hedge is None or source.hedge is None or draft.timex == source.timex:
        return False
    if draft.hedge == source.hedge:
        return True
    sides = ruleset.words("length_hedge")
    mine, theirs = length(draft.timex), length(source.timex)
    if mine is None or theirs is None or sides.get(draft.hedge) != sides.get(source.hedge):
        return False
    return mine > theirs if sides.get(draft.hedge) == "above" else sides.get(draft.hedge) == "below" and mine < theirs


def _counts_from_antecedent(claim: Claim, ruleset: Ruleset) -> bool:
    """Whether a date is counted from one named before it: by its rule, or by a word such as "following"."""
    return claim.rule in ruleset.setting("align")["counted_from_antecedent"] or _names_a_date_before(
        claim.text, ruleset
    )


@lru_cache(maxsize=1 << 12)
def _names_a_date_before(text: str, ruleset: Ruleset) -> bool:
    language = language_of(ruleset)
    tokens = language.tokens(text)
    return any(True for _ in language.phrases("counted_from_antecedent").find(tokens, 0, len(tokens)))


def _plain_words(text: str, ruleset: Ruleset) -> list[str]:
    """The words of a date without fillers and hedges: "about 7 p.m." and "7 p.m." are one time."""
    filler, hedges = ruleset.words("date_filler"), ruleset.words("hedge")
    return [form.folded for form in _words(text, ruleset) if form.folded not in filler and form.folded not in hedges]


def states_a_day(value: Value) -> bool:
    """Whether an undated text's date still states enough to be looked for: a quarter, a day of a month."""
    timex = value.timex if isinstance(value, TimeExpression) else None
    if timex is None or not timex.startswith("XXXX-"):
        return False
    timex = timex.partition("T")[0]
    return timex[5] in "QH" or (len(timex) == 10 and timex[5] != "W")


def only_contains(a: Topic, b: Topic) -> bool:
    """Whether one date is a week or a longer time, and the other a day within it that its text names by no month or
    year: "this year" holds every Monday, so that the one says nothing of the other. A range holds every other date.
    """
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    long, short = (a, b) if _length(one) > _length(two) else (b, a)
    if _length(long.claim.value) < _SPAN or _length(short.claim.value) < timedelta(0):
        return False
    if "/" in (getattr(long.claim.value, "timex", None) or ""):
        return _length(short.claim.value) < _length(long.claim.value) / 2 and not _names_both_ends(short, long)
    if _length(short.claim.value) > _FEW_DAYS:
        return False
    return not short.vocabulary.names_a_month(short.claim)


def _names_both_ends(dated: Topic, ranged: Topic) -> bool:
    """Whether the sentence of a date has dates for both ends of a range: "in 2018 twice that of 2016"."""
    span = ranged.claim.value
    dates = [each.value for each in dated.vocabulary.dates(dated.claim)]
    return isinstance(span, TimeExpression) and all(
        end is not None and any(_holds(each, end) for each in dates) for end in (span.first, span.last)
    )


def _holds(value: Value, day: date) -> bool:
    if not isinstance(value, TimeExpression) or value.first is None or value.last is None:
        return False
    return value.first <= day <= value.last


def _length(value: Value) -> timedelta:
    """From the first to the last day of a time; negative where its days are not known or it has no end."""
    if not isinstance(value, TimeExpression) or value.first is None or value.last is None:
        return timedelta(-1)
    return value.last - value.first
