"""Which unlike values of two reports are of one fact, as each is what the other report has in its place.

Two reports of one event that tell one thing in other words have few words in common, but each has no other claim that
is nearer to the other's, and neither gives the other's value. Where the sentences are of two facts, one of the reports
mostly tells of both, or has another claim that is as near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from factcheck.align.contrasts import contrast
from factcheck.align.event_dates import are_weeks_apart
from factcheck.align.facts import counts_people, of_one_toll
from factcheck.align.going_on import has_gone_on
from factcheck.align.reconciled import are_of_two_polls
from factcheck.align.score import Alignment, are_worlds_apart, topic_score
from factcheck.align.slots import SlotComparisons, SlotRelation, core_slots_of, near_copies, slots_of
from factcheck.align.sole_figures import SoleFigures, is_length_in_tens
from factcheck.align.topic import Topic, value_key
from factcheck.align.unlike_dates import are_near_dates, unlike_dates
from factcheck.kinds.timex.lengths import length, number_and_unit
from factcheck.model import Claim, Difference, Quantity, TimeExpression
from factcheck.regex_cache import regex

_BY_OTHER_RULES = ("quote", "age", "set")
_LEAST = 0.36  # share of the context from which two claims are compared
_LEAST_OF_SOLE = 0.05  # the same of two that are the only ones of their kind and size
_LEAST_OF_ACT = 0.15  # the same of two dates that are near each other
_TOLD_TOO = 0.6  # of that share, from which a claim of the same value says that the report tells of both
_PART = 3  # two figures of one fact differ by at most this part of the larger one
_READINGS = Decimal("0.1")  # by how much of the larger one two measurements of one length may differ
_ONE = Decimal(1)
_ENOUGH = 2  # signs that two claims tell one thing
_AS_NEAR = 0.5  # share of the context that is such a sign
_MANY_WORDS = 4  # words in common that are such a sign
_A_GROUP = 12  # people; so many or fewer are told of in every report
_SEVERAL = 2  # figures that tell one account from another
_COUNTED = ("count", "quantity")
_MEASURED = ("percent", "money", "quantity")
_LONG = 3  # digits of a figure of which two seldom differ by a slip
_NEWS = timedelta(days=30)  # between a report and what it tells as news
_SAME = SlotRelation.SAME


class Counterparts:
    """The claims of each document by what they may be compared with, in which rivals of a pair are looked for."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics: dict[tuple[str, str], list[Topic]] = defaultdict(list)
        self._keys: dict[tuple[str, str], set[str]] = defaultdict(set)
        every: list[Topic] = []
        for topic in topics:
            self._topics[topic.claim.document, topic.family].append(topic)
            self._keys[topic.claim.document, topic.family].add(topic.key)
            every.append(topic)
        self.sole = SoleFigures(every)
        self._known: dict[tuple[int, int], bool] = {}

    def are_of_one_fact(self, topic: Topic, alignment: Alignment) -> bool:
        """Whether two unlike values of two documents are of one fact; symmetric."""
        other = alignment.topic
        if alignment.comparison.relation != "different" or alignment.score < _LEAST_OF_SOLE:
            return False
        place = (min(topic.order, other.order), max(topic.order, other.order))
        if place not in self._known:
            self._known[place] = self._are_of_one_fact(topic, other, alignment)
        return self._known[place]

    def _are_of_one_fact(self, one: Topic, two: Topic, alignment: Alignment) -> bool:
        if one.family in _BY_OTHER_RULES or one.claim.document == two.claim.document:
            return False
        sole = self.sole.are_sole(one, two)
        if not sole and (alignment.score < _least(one, two) or not (_are_near(one, two) or _has_grown(one, two))):
            return False
        if not one.vocabulary.are_surely_one_event(one.claim.document, two.claim.document):
            return False
        if are_of_two_scores(one, two):
            return False
        core = core_slots_of(one, two)
        alone = core.of("measure") is not SlotRelation.CONFLICTING and all(map(self._is_alone, (one, two)))
        if core.conflicts or _signs(one, two, core, alignment, alone=alone or sole) < _ENOUGH:
            return False
        if (
            (one.family != "date" and one.counts_since != two.counts_since)
            or are_among_others(one, two, far=False)
            or are_news_of_two_times(one, two)
        ):
            return False
        if of_one_toll(one, two) is False or (not sole and self._is_told_nearer(one, two)):
            return False
        if are_of_two_polls(one, two) or (_is_one_a_toll(one, two) and not near_copies(one, two)):
            return False
        if one.claim.kind == "ordinal" and _are_of_two_acts(one, two, core):
            return False
        return not slots_of(one, two).conflicts and contrast(one, two) is None

    def pairs(self, topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
        """Pairs of the only figures of their kind and size in two documents, and of unlike dates of one act, which may
        have few words in common.
        """
        topics = list(topics)
        yield from ((a, b) for a, b in self.sole.pairs(topics) if topic_score(a, b) >= _LEAST_OF_SOLE)
        yield from ((a, b) for a, b in unlike_dates(topics) if topic_score(a, b) >= _LEAST_OF_ACT)

    def _is_alone(self, topic: Topic) -> bool:
        """Whether a document counts or measures by no other figure what a topic does: "five countries", "45 knots"."""
        kind, of_family = _kind(topic), self._topics[topic.claim.document, topic.family]
        return kind is not None and all(each.key == topic.key or _kind(each) != kind for each in of_family)

    def _is_told_nearer(self, one: Topic, two: Topic) -> bool:
        score = topic_score(one, two)
        return self._has_rival(one, two, score) or self._has_rival(two, one, score)

    def _has_rival(self, topic: Topic, other: Topic, score: float) -> bool:
        """Whether the document of `other` gives the value of `topic` as well, or has a claim that is nearer to it, but
        for one of a value that both documents give: that has its counterpart. Nor is one of another act nearer to it
        than one of its own.
        """
        told, of_one_act = self._keys[topic.claim.document, topic.family], _are_of_one_act(topic, other)
        for each in self._topics[other.claim.document, other.family]:
            if each.key == other.key or (each.key in told and each.key != topic.key):
                continue
            least = score * _TOLD_TOO if each.key == topic.key else score
            if topic_score(topic, each) <= least:
                continue
            if each.key == topic.key or not of_one_act or _are_of_one_act(topic, each):
                return True
        return False


def _are_of_one_act(one: Topic, two: Topic) -> bool:
    return core_slots_of(one, two).of("event") is _SAME


def _least(one: Topic, two: Topic) -> float:
    """The share of the context from which two claims are compared."""
    return _LEAST_OF_ACT if one.family == "date" and are_near_dates(one, two) else _LEAST


def _has_grown(one: Topic, two: Topic) -> bool:
    """Whether a later report tells a value as that of its moment: by how much it has changed nobody can say."""
    return has_gone_on(one, two) is not None and not are_worlds_apart(one, two)


def _are_near(one: Topic, two: Topic) -> bool:
    """Whether two values are near enough to be of one fact; two dates must name times of one length."""
    a, b = one.claim.value, two.claim.value
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        if one.family == "duration":
            return _are_near_lengths(a, b)
        if one.claim.kind != two.claim.kind or len(a.timex or "") != len(b.timex or ""):
            return False
        if one.claim.kind == "time" and _is_rounded_time(a.timex or "", b.timex or ""):
            return False
        return all(_names_its_date(each) for each in (one, two))
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.number is None or b.number is None:
        return False
    return a.unit == b.unit and _are_near_numbers(a.number, b.number)


def are_news_of_two_times(one: Topic, two: Topic) -> bool:
    """Whether two dates more than a week apart are each of the days before their report: each tells of its own."""
    a, b = one.value, two.value
    told = [topic.vocabulary.anchor(topic.claim.document) for topic in (one, two)]
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression) or not are_weeks_apart(one, two):
        return False
    return all(
        day is not None and value.first is not None and abs(value.first - day) <= _NEWS
        for day, value in zip(told, (a, b), strict=True)
    )


def _names_its_date(topic: Topic) -> bool:
    """Whether a date is named, and not worked out from a length of time ("18 hours earlier", "six months ago")."""
    counted: list[str] = topic.vocabulary.ruleset.setting("align")["counted_from_a_length"]
    return topic.claim.rule not in counted and topic.vocabulary.names_a_date(topic.claim)


def _is_rounded_time(one: str, two: str) -> bool:
    """Whether one of two clock times may be the other one rounded: half past three for 3:33, 11:35 for 11:37."""
    clocks = [_CLOCK.fullmatch(timex) for timex in (one, two)]
    minutes = [int(clock[2]) * 60 + int(clock[3]) for clock in clocks if clock is not None]
    if len(minutes) < len(clocks) or len({clock[1] for clock in clocks if clock is not None}) > 1:
        return False
    apart = abs(minutes[0] - minutes[1])
    return any(each % step == 0 and 0 < apart < moved for each in minutes for step, moved in _ROUNDED)


_CLOCK = regex(r"([\d-]*)T(\d\d):(\d\d).*")
_ROUNDED = ((30, 15), (5, 5))  # minutes to which a clock time is rounded, and by less than how many it is moved


def _are_near_lengths(a: TimeExpression, b: TimeExpression) -> bool:
    one, two = number_and_unit(a.timex), number_and_unit(b.timex)
    if one is None and two is None:
        return _are_near_to_the_second(a, b)
    if one is None or two is None or one[1] != two[1]:
        return False
    numbers = Decimal(one[0]), Decimal(two[0])
    return _are_near_numbers(*numbers) and not is_length_in_tens(*numbers)


def _are_near_to_the_second(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether two lengths in several units are two readings of one: "7:41", "7:42"."""
    few, many = sorted((length(a.timex) or Decimal(0), length(b.timex) or Decimal(0)))
    return few > 0 and many - few <= _READINGS * many


def _are_near_numbers(one: Decimal, two: Decimal) -> bool:
    """Whether two numbers may be of one fact."""
    few, many = sorted((abs(one), abs(two)))
    if is_rounded(one, two):
        return False
    return _PART * (many - few) <= many or many - few == _ONE


def _kind(topic: Topic) -> str | None:
    """What a figure counts, or the unit in which it measures; None where it says neither, and of ordinals."""
    if topic.claim.kind not in _COUNTED:
        return None
    value = topic.claim.value
    return topic.head or (value.unit if isinstance(value, Quantity) else None)


def is_rounded(one: Decimal, two: Decimal) -> bool:
    """Whether one of two numbers is the other one without its fraction: six miles, 6.2 miles."""
    return one == round(two) or two == round(one)


def are_of_two_scores(one: Topic, two: Topic) -> bool:
    """Whether figures of scores are not of one, which has its other figure in both reports: "50-44", "62-46"."""
    mine, theirs = one.match_score, two.match_score
    if mine is None and theirs is None:
        return False
    if mine is None or theirs is None or mine.is_second != theirs.is_second:
        return True
    return mine.first != theirs.first if mine.is_second else mine.second != theirs.second


def are_among_others(one: Topic, two: Topic, *, far: bool) -> bool:
    """Whether both sentences give several further figures, of which none is the same: the account of another match.

    Small figures are the same by chance. Of two values that are far apart one further figure on each side is enough, as
    is one of the same thing that differs as well: "25 points and 16 rebounds", "22 points and nine rebounds".
    """
    mine, theirs = (
        {
            value_key(each.value)
            for each in topic.vocabulary.figures(topic.claim)
            if each.start != topic.claim.start and _are_many(each)
        }
        for topic in (one, two)
    )
    if min(len(mine), len(theirs)) >= (1 if far else _SEVERAL) and mine.isdisjoint(theirs):
        return True
    return mine.isdisjoint(theirs) and _differ_twice(one, two)


def _differ_twice(one: Topic, two: Topic) -> bool:
    """Whether both sentences count a further thing, of which each gives another number; of tolls all may have risen."""
    if one.family != "number" or one.toll is not None or two.toll is not None:
        return False
    mine, theirs = _counted_beside(one), _counted_beside(two)
    return any(theirs.get(noun, value) != value for noun, value in mine.items())


def _counted_beside(topic: Topic) -> dict[str, str]:
    """How many of each further thing a claim's sentence counts; things that it counts twice are left out."""
    found: dict[str, str | None] = {}
    own = getattr(topic.claim.value, "noun", None)
    for each in topic.vocabulary.figures(topic.claim):
        noun = getattr(each.value, "noun", None)
        if noun is not None and noun != own and each.start != topic.claim.start:
            found[noun] = None if noun in found else value_key(each.value)
    return {noun: value for noun, value in found.items() if value is not None}


def _signs(one: Topic, two: Topic, core: SlotComparisons, alignment: Alignment, *, alone: bool = False) -> int:
    """How many signs there are that two claims tell one thing; 0 where what may differ without one is not the same.

    Much happens on the days of which reports of one event tell, and people are counted in every act.
    """
    if core.of("event") is not _SAME:
        if one.family == "date" and not (core.of("bearer") is _SAME and near_copies(one, two)):
            return 0
        if (counts_people(one) or counts_people(two)) and not (alone and _are_many(one.claim) and _are_many(two.claim)):
            return 0
    if one.family == "date" and (one.is_said or two.is_said):
        return 0
    if _is_bare(one, two) and core.of("measure") is not _SAME:
        return 0
    mine, theirs = one.sentence_concepts, two.sentence_concepts
    shared = len(mine & theirs)
    signs = (
        core.of("event") is _SAME,
        core.of("bearer") is _SAME,
        alignment.score >= _AS_NEAR,
        near_copies(one, two),
        shared >= _MANY_WORDS,
        2 * shared >= max(len(mine), len(theirs)),
        _share_a_figure(one, two),
    )
    if alone or _differ_by_a_slip(one, two, alignment) or _are_of_one_measure(one, two):
        return sum(signs) + _ENOUGH
    return sum(signs) - _are_of_other_verbs(one, two, core)


def _are_of_other_verbs(one: Topic, two: Topic, core: SlotComparisons) -> bool:
    """Whether both sentences say what is done with those that are counted, and no list says that it is one thing."""
    if one.family != "number":
        return False
    return one.core.event is not None and two.core.event is not None and core.of("event") < SlotRelation.COMPATIBLE


def _are_many(claim: Claim) -> bool:
    """Whether a figure counts more than the groups of people of which every report tells."""
    value = claim.value
    return isinstance(value, Quantity) and value.number is not None and value.number > _A_GROUP


def _is_one_a_toll(one: Topic, two: Topic) -> bool:
    """Whether only one of two counts of people is of those who came to harm: "three shot to death", "four shot"."""
    return (one.toll is None) != (two.toll is None) and counts_people(one) and counts_people(two)


def _are_of_two_acts(one: Topic, two: Topic, core: SlotComparisons) -> bool:
    """Whether two ordinals, such as those of streets, are named for two acts."""
    if one.core.event is None or two.core.event is None or near_copies(one, two):
        return False
    return core.of("event") < SlotRelation.COMPATIBLE


def _share_a_figure(one: Topic, two: Topic) -> bool:
    """Whether both sentences give another figure of one value."""
    keys = [
        {value_key(each.value) for each in topic.vocabulary.figures(topic.claim) if each.start != topic.claim.start}
        for topic in (one, two)
    ]
    return not keys[0].isdisjoint(keys[1])


def _is_bare(one: Topic, two: Topic) -> bool:
    """Whether one of two figures has neither a unit nor a noun, and they are not of a score."""
    return "number" in (one.claim.kind, two.claim.kind) and (one.match_score is None or two.match_score is None)


def _are_of_one_measure(one: Topic, two: Topic) -> bool:
    """Whether a word of the part of a clause that is a measured value's own is the other's as well: "turnout"."""
    if one.claim.kind not in _MEASURED:
        return False
    mine, theirs = (
        frozenset().union(*(classes for word, classes in topic.own_words.items() if word[0] != "#"))
        for topic in (one, two)
    )
    return not mine.isdisjoint(theirs)


def _differ_by_a_slip(one: Topic, two: Topic, alignment: Alignment) -> bool:
    """Whether two long figures differ by a slip of the pen, which two figures of two things seldom do."""
    difference = alignment.comparison.difference
    least = min(sum(map(str.isdigit, topic.claim.text)) for topic in (one, two))
    if difference is Difference.DIGITS_TRANSPOSED:
        return least >= _LONG
    return difference is Difference.ONE_DIGIT_CHANGED and least > _LONG
