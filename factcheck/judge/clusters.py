"""Cluster → verdict, reason and label."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, islice

from factcheck.align import Alignment, Topic, align
from factcheck.align.bearers import has_aged
from factcheck.align.clusters import compared, is_near, joins
from factcheck.align.counterparts import Counterparts
from factcheck.align.going_on import has_gone_on, may_pass
from factcheck.align.precision import is_open
from factcheck.align.reconciled import aged_values, are_both_least, are_far_tolls, may_both_hold, restating_bounds
from factcheck.align.told_otherwise import words_otherwise
from factcheck.judge.context import JudgementContext, agreed_reason, number_of
from factcheck.judge.course import course_of, told_course, values_in_order
from factcheck.judge.dates import only_overlap
from factcheck.judge.labels import label
from factcheck.kinds.timex.lengths import number_and_unit
from factcheck.model import Claim, Cluster, Difference, Quantity, Quotation, TimeExpression, Value, Verdict
from factcheck.origin.index import root_of
from factcheck.ruleset import Ruleset

_MOST_PAIRS = 400
_WORD_FOR_WORD = (Difference.VERBATIM, Difference.TYPOGRAPHY, Difference.SPACING)
_IN_OTHER_WORDS = (Difference.WORDS_CHANGED, Difference.TRIMMED_UNMARKED, Difference.PARAPHRASE)
_NOTED = (Difference.WORDS_CHANGED, Difference.OTHER_SPEAKER)
_OF_ONE_MOUTH = 5  # words that two people hardly say alike
_MISHEARD = 1  # words in which two reports of one utterance may differ without a conflict
_TWO = 2  # independent origins that a conflict needs


_OF_DAYS = ("date", "time")
TWO_VALUES = "one origin gives two values"


def judge_cluster(
    number: int, members: Sequence[Topic], context: JudgementContext, counterparts: Counterparts
) -> Cluster:
    """The verdict on claims that speak of one fact."""
    claims = tuple(topic.claim for topic in members)
    pairs = _Pairs(members, context, counterparts)
    # A report that miscopies another's figure is in conflict with it, but confirms nothing.
    origins = context.confirming(claims) if pairs.conflict is None else context.witnesses(claims)
    agreed: Sequence[Claim] = claims
    if pairs.held and pairs.are_apart and claims[0].kind in _OF_DAYS:
        agreed = _most_confirmed(members, pairs, context)
        origins = context.confirming(agreed) if pairs.conflict is None else origins
    course = ""
    if pairs.conflict is None and pairs.courses:
        # The verdict is on the newest value: the older ones were right in their day.
        course = told_course(members, pairs.courses, context)
        last = values_in_order(members, pairs.courses)[-1]
        newest = [claim for claim in claims if number_of(claim.value) == last]
        origins = context.confirming(newest)
    verdict, reason = _verdict(claims, origins, pairs, context, agreed)
    reason = "; ".join(filter(None, (course and f"changed with time: {course}", reason)))
    split = verdict == "single" and bool(pairs.within)
    return Cluster(f"c{number}", label(members), claims[0].kind, verdict, origins, reason, claims, course, split)


class _Pairs:
    """How the claims of a cluster compare two by two, as far as two are near enough to be compared.

    `conflict` says how the first two of independent origins differ, or that a toll is far from the bound of another;
    `within` how one origin differs from itself, `held` why two cannot be compared, `reworded` how two quotations that
    agree differ in small words or in whom they name; `courses` are the pairs of an older and a newer count, by the
    order of their topics.
    """

    def __init__(self, members: Sequence[Topic], context: JudgementContext, counterparts: Counterparts) -> None:
        self.counterparts = counterparts
        self.conflict: str | None = None
        self.within = self.held = self.reworded = ""
        self.courses: list[tuple[int, int]] = []
        self.parents = {topic.order: topic.order for topic in members}
        self._far_apart: str | None = None
        self._aged = aged_values(members)
        self._capped = restating_bounds(members, context.ruleset)
        for a, b in islice(combinations(members, 2), _MOST_PAIRS):
            self._compare(a, b, context)
        if self.conflict is None and not self.courses:
            self.conflict = self._far_apart
        if self.conflict is None and members[0].family == "quote":
            self.conflict = self._told_against_two(members, context)

    def _compare(self, a: Topic, b: Topic, context: JudgementContext) -> None:
        alignment = compared(a, b, context.ruleset)
        found = alignment.comparison
        if a.family == "age" and a.key != b.key and has_aged(a, b):
            self._rise(a, b)
            return
        # Two claims may stand in one cluster by a third; they differ when they are themselves near enough.
        if found.relation == "different" and _names_its_values(a, b) and self._are_one(a, alignment, context):
            if may_both_hold(a, b, self._capped):
                self.held = "both are bounds on one side"
                return
            undated = any(context.documents[each.claim.document].anchor is None for each in (a, b))
            if undated and frozenset((a.key, b.key)) in self._aged:
                return
            how = f"{found.wording}: " if found.wording else ""
            if context.witnesses((a.claim, b.claim)) < _TWO:  # an edition that puts its own story right
                self.within = self.within or f"{TWO_VALUES}: {how}{found.reason}"
                return
            self._settle(a, b, f"{how}{found.reason}", context)
        if found.relation == "held":
            self.held = found.reason
        elif found.relation != "different":
            if are_far_tolls(a, b, found) and context.witnesses((a.claim, b.claim)) >= _TWO:
                self._rise_far(a, b, found.reason, context)
            if found.difference in _NOTED and context.witnesses((a.claim, b.claim)) >= _TWO:
                self.reworded = self.reworded or f"{found.wording}: {found.reason}"
            self.parents[root_of(self.parents, a.order)] = root_of(self.parents, b.order)

    def _settle(self, a: Topic, b: Topic, reason: str, context: JudgementContext) -> None:
        """Enter what two unlike values of two origins are: a value that changed, two bounds, or a conflict."""
        course = course_of(a, b, context)
        if course is not None and not course.falls:
            self._rise(a, b)
            return
        older = has_gone_on(a, b)
        if older is not None and (course is None or (may_pass(a) and may_pass(b))):
            self.courses.append((a.order, b.order) if older else (b.order, a.order))
        elif are_both_least(a, b):
            self.held = "both are bounds on one side"
        else:
            self.conflict = self.conflict or (course.reason if course else reason)

    def _rise_far(self, a: Topic, b: Topic, reason: str, context: JudgementContext) -> None:
        """Enter a toll that is far beyond the bound of another one: it has risen since, or the two are in conflict."""
        course = course_of(a, b, context)
        if course is not None and not course.falls:
            self._rise(a, b)
        else:
            self._far_apart = self._far_apart or reason

    def _rise(self, a: Topic, b: Topic) -> None:
        """Enter the lower of two values as an older one than the higher."""
        early, late = (a, b) if number_of(a.claim.value) < number_of(b.claim.value) else (b, a)
        self.courses.append((early.order, late.order))

    def _are_one(self, topic: Topic, alignment: Alignment, context: JudgementContext) -> bool:
        """Whether two unlike values are of one fact."""
        if joins(alignment, topic, context.settings()):
            return True
        return self.counterparts.are_of_one_fact(topic, alignment)

    def _told_against_two(self, members: Sequence[Topic], context: JudgementContext) -> str | None:
        """How a report words otherwise what two others have word for word.

        Of two wordings that differ in small words nobody knows which was spoken; a third report settles it. One word
        too many, too few or otherwise is what anybody's ear may miss.
        """
        long = [each for each in members if len(each.claim.text.split()) >= _OF_ONE_MOUTH]
        pairs = [(a, align(a, b, context.ruleset)) for a, b in islice(combinations(long, 2), _MOST_PAIRS)]
        settled = {
            each.order
            for a, found in pairs
            if found.comparison.difference in _WORD_FOR_WORD and a.claim.document != found.topic.claim.document
            for each in (a, found.topic)
        }
        for a, found in pairs:
            both, comparison = (a, found.topic), found.comparison
            if comparison.difference not in _IN_OTHER_WORDS or not settled & {each.order for each in both}:
                continue
            if not self._are_one(a, found, context) or _is_one_wording(a, found.topic, context.ruleset):
                continue
            if context.witnesses([each.claim for each in both]) >= _TWO:
                return f"{comparison.wording}: {comparison.reason}"
        return None

    @property
    def are_apart(self) -> bool:
        """Whether some claims are compared with none of the others, not even through a third."""
        return len({root_of(self.parents, order) for order in self.parents}) > 1


def _is_one_wording(a: Topic, b: Topic, ruleset: Ruleset) -> bool:
    """Whether two wordings differ in one word at most."""
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, Quotation) or not isinstance(two, Quotation):
        return False
    return words_otherwise(one, two, ruleset) <= _MISHEARD


def _names_its_values(a: Topic, b: Topic) -> bool:
    """Whether two claims name what they may differ on: "through the night" and "today" name no day."""
    return all(each.family != "date" or each.vocabulary.names_a_date(each.claim) for each in (a, b))


def _are_apart(claims: Sequence[Claim], context: JudgementContext) -> bool:
    """Whether consistent figures are not one in any two origins, not even rounded: "1,600" and "some 1,800"."""
    for a, b in islice(combinations(claims, 2), _MOST_PAIRS):
        if not _are_two_figures(a.value, b.value, context.ruleset) and context.confirming((a, b)) >= _TWO:
            return False
    return True


def _are_two_figures(a: Value, b: Value, ruleset: Ruleset) -> bool:
    """Whether two hedged or plain figures of one unit are too far apart to be one, rounded."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if a.unit != b.unit or is_open(a) or is_open(b):
            return False
        one, two = a.number, b.number
    elif isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        first, second = number_and_unit(a.timex), number_and_unit(b.timex)
        sides = {ruleset.words("length_hedge").get(each.hedge or "") for each in (a, b)}
        if first is None or second is None or first[1] != second[1] or not sides <= {None, "about"}:
            return False
        one, two = Decimal(first[0]), Decimal(second[0])
    else:
        return False
    if one is None or two is None:
        return False
    return not (is_near(one, two) or _rounds(one, two) or _rounds(two, one))


def _rounds(rounded: Decimal, exact: Decimal) -> bool:
    """Whether a figure is another one to its last digit but noughts: "about 20" of 18, "some 1,800" of 1,760."""
    step = Decimal(1).scaleb(int(rounded.normalize().as_tuple().exponent))
    return 2 * abs(rounded - exact) <= step


def _most_confirmed(members: Sequence[Topic], pairs: _Pairs, context: JudgementContext) -> Sequence[Claim]:
    """Of the claims of a cluster that are compared with each other those of the most independent origins.

    A day that two reports give is confirmed, though a third one has only "yesterday", which cannot be compared.
    """
    compared_with: dict[int, list[Claim]] = {}
    for topic in members:
        compared_with.setdefault(root_of(pairs.parents, topic.order), []).append(topic.claim)
    return max(compared_with.values(), key=context.confirming)


def _verdict(
    claims: Sequence[Claim], origins: int, pairs: _Pairs, context: JudgementContext, agreed: Sequence[Claim]
) -> tuple[Verdict, str]:
    """The verdict and its reason; `agreed` are the claims that agree as far as they are compared."""
    if pairs.conflict is not None:
        return "differ", pairs.conflict
    # Two that cannot be compared still agree where each agrees with a third.
    if pairs.held and pairs.are_apart and not pairs.courses and (agreed is claims or origins < _TWO):
        return "held", pairs.held
    claims = agreed
    if origins >= _TWO and only_overlap(claims, context):
        return "held", "no two origins give the same day: one of the dates lies within the other or meets it"
    if origins >= _TWO and not pairs.courses and _are_apart(claims, context):
        return "held", "no two origins give one figure: they agree only as far as their hedges or bounds allow"
    if origins >= _TWO:
        return "agree", "; ".join(filter(None, (agreed_reason(origins, claims, context), pairs.reworded, pairs.within)))
    if pairs.within:
        return "single", pairs.within
    if len({claim.document for claim in claims}) > 1 and not pairs.courses:
        if context.witnesses(claims) >= _TWO:
            return "single", "the documents that say so credit one outlet with it"
        return "single", "the documents that say so share one origin"
    return "single", "one document says so"
